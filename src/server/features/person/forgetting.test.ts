/** Who asked to be forgotten: what of her stood anywhere in the database, and what stands there afterwards. */
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#server/access/roles.ts';
import { makeEntryLink } from '#server/access/entry-link.ts';
import { verifyAudit } from '#server/db/audit.ts';
import { perform } from '#server/db/command.ts';
import { personalFields } from '#server/db/personal-fields.ts';
import { asTenant, readAsTenant, tenantSettings } from '#server/db/tenant.ts';
import { testHouse } from '#server/db/testing.ts';
import { villages } from '#server/db/testing-areas.ts';
import { recordAgreementCommand } from '../agreement/commands.ts';
import { recordPriceCommand } from '../chain-price/commands.ts';
import { endUse, giveConsent, noteUse, withdrawConsent } from '../consent/commands.ts';
import { changeEnterpriseCommand } from '../enterprise/commands.ts';
import { scene } from '../enterprise/testing.ts';
import type { Scene } from '../enterprise/testing.ts';
import { closeAccounts, closeForgottenAccounts, enterByInvitation } from '../entry/commands.ts';
import { exportMake } from '../export/commands.ts';
import { recordFindingCommand } from '../finding/commands.ts';
import { addGroup, changeGroup, joinGroup } from '../group/commands.ts';
import { addHousehold } from '../household/commands.ts';
import { programmeIn, receive, workbookBytes, writeAll } from '../intake/testing.ts';
import { inviteMember } from '../organisation/commands.ts';
import { trail } from '../organisation/queries.ts';
import { recordPermitCommand } from '../permit/commands.ts';
import { recordStakeholderCommand } from '../stakeholder/commands.ts';
import { recordStreamCommand } from '../stream/commands.ts';
import { addPerson, changePerson, forgetPerson, removePerson, revealIdentity } from './commands.ts';
import { forgettingOf, peopleToForget } from './forgetting-queries.ts';
import { personCard } from './queries.ts';

const house = testHouse();
const NIK = '3515174107850012';
const PHONE = '0812 9999 1234';
const NAME = 'Tandaku Nama Lengkap';
const POINT = { latitude: '-7.123457', longitude: '112.654321' };
const at = new Date('2026-11-23T03:00:00Z');
let s: Scene;
let owner: Actor;

/** Every row of every table of the database as text, bytes also as the letters they may be. */
async function dump(): Promise<string> {
	const tables = await house.sql<{ name: string }[]>`
		select format('%I.%I', table_schema, table_name) as name from information_schema.tables
		where table_schema in ('public', 'auth') and table_type = 'BASE TABLE' and table_name <> 'area'`;
	const texts: string[] = [];
	for (const { name } of tables) {
		const rows = await house.sql.unsafe(`select to_jsonb(t)::text as row from ${name} t`);
		texts.push(...rows.map(({ row }) => `${name} ${String(row)}`));
	}
	return texts.join('\n').toLowerCase();
}

const hex = (text: string): string => Buffer.from(text).toString('hex');

/** Lines of the dump that hold one of the marks. */
async function leftOf(marks: readonly string[]): Promise<string[]> {
	const forms = marks.flatMap((mark) => [mark.toLowerCase(), hex(mark)]);
	return (await dump()).split('\n').filter((line) => forms.some((form) => line.includes(form)));
}

/** Nothing that was typed about her holds none of these; birth year, sex and the mark are looked at by themselves. */
const MARKS = ['tandaku', '9999 1234', '9999-1234', '99991234', NIK, '7.123457', '112.654321'];

const verify = () => asTenant(house.sql, s.who.as('auditor'), (tx) => verifyAudit(tx, s.who.orgId));

const forget = (personId: string, version: number, actor = owner) =>
	perform(house.sql, forgetPerson, { actor, id: v7(), at, input: { personId, version, understood: true } });

interface Life {
	readonly personId: string;
	readonly version: number;
	readonly enterpriseId: string;
	readonly addCommand: { readonly id: string; readonly input: object };
	readonly groupId: string;
}

async function asMember(personId: string): Promise<void> {
	const invitationId = v7();
	const { orgId } = owner;
	await s.does(
		inviteMember,
		{ invitationId, displayName: `${NAME} undangan`, role: 'member', personId },
		'owner',
	);
	const token = await makeEntryLink(house.sql, { kind: 'invitation', orgId, invitationId });
	const account = { displayName: NAME, username: 'tandaku.masuk', password: 'sisik ikan jadi kerupuk' };
	const member = await enterByInvitation(house.sql, { token, who: { account } });
	const input = {
		...{ exportId: v7(), programmeId: s.programmeId, kinds: ['people'], form: 'csv', use: 'inside' },
		...{ purpose: 'tandaku keperluan', fileName: 'x.csv', rows: { people: 1 }, heldBack: 0 },
		...{ bytes: 10, sha256: 'a'.repeat(64) },
	};
	await perform(house.sql, exportMake, {
		actor: { ...member, personId },
		id: v7(),
		input,
	});
}

/** What a person leaves behind in a house: a mark in every field that holds words about her. */
async function live(): Promise<Life> {
	const { does, programmeId } = s;
	const { kalanganyar: villageCode } = villages;
	const fields = {
		...{ name: NAME, sex: 'female', birthYear: '1987', phone: PHONE, villageCode },
		...{ address: 'tandaku alamat', note: 'tandaku catatan', markedSensitive: true },
	};
	const addCommand = { id: v7(), input: { ...fields, identityNumber: NIK } };
	const { personId } = await perform(house.sql, addPerson, { actor: owner, ...addCommand });
	const later = { ...fields, note: 'tandaku catatan kedua', personId, version: 1 };
	await does(changePerson, later);
	await does(revealIdentity, { personId, reason: 'tandaku alasan' }, 'owner');
	const group = { groupId: v7(), programmeId, name: 'OLIKAN', villageCode };
	await does(addGroup, { ...group, note: `pinjaman ${NAME}` });
	const second = { groupId: v7(), programmeId, name: 'MELATI', villageCode };
	await does(addGroup, { ...second, note: 'bayar lewat 62-812-9999-1234' });
	await does(changeGroup, { groupId: second.groupId, version: 1, name: 'MELATI', villageCode, note: '' });
	await does(joinGroup, { groupId: group.groupId, personId, role: 'chair', joinedOn: '2024-01-01' });
	await does(addHousehold, { headPersonId: personId });
	const consentId = v7();
	const given = { consentId, personId, givenOn: '2025-01-01', givenHow: 'spoken' } as const;
	await does(giveConsent, {
		...given,
		purpose: 'story',
		guardianName: 'tandaku wali',
		note: 'tandaku setuju',
	});
	await does(withdrawConsent, { consentId, withdrawnOn: '2025-02-01', note: 'tandaku tarik' });
	const useId = v7();
	const used = { useId, personId, purpose: 'story', usedOn: '2025-01-02' } as const;
	await does(noteUse, { ...used, title: 'tandaku cerita', place: 'tandaku tempat' });
	await does(endUse, { useId, endedOn: '2025-02-02' });
	const enterpriseId = await s.enterprise({
		...{ name: 'Kerupuk Bu Tandaku', product: 'kerupuk', ownerName: 'tandaku pemilik', ownerId: personId },
		...{ contact: 'tandaku kontak', note: 'tandaku usaha', ...POINT },
	});
	await does(recordPermitCommand, {
		...{ permitId: v7(), enterpriseId, kind: 'nib', number: 'tandaku-nib', note: 'tandaku izin' },
	});
	const stakeholderId = v7();
	await does(recordStakeholderCommand, {
		...{ stakeholderId, programmeId, villageCode, personId, name: 'tandaku tokoh', actorGroup: 'community' },
		...{
			kind: 'person',
			whatItDoes: 'tandaku kerja',
			concern: 'tandaku resah',
			contact: 'tandaku hp',
			...POINT,
		},
	});
	const source = { kind: 'enterprise', id: enterpriseId } as const;
	const streamId = v7();
	const amount = { quantityFrom: '10', unit: 'kg', period: 'week' } as const;
	await does(recordStreamCommand, {
		...{ streamId, source, material: 'sisik', ...amount, used: 'unused', note: 'tandaku aliran' },
	});
	await does(recordAgreementCommand, {
		...{ agreementId: v7(), giver: source, taker: { kind: 'stakeholder', id: stakeholderId }, streamId },
		...{ material: 'sisik', ...amount, price: '1500', terms: 'tandaku syarat' },
	});
	await does(recordPriceCommand, {
		...{ chainPriceId: v7(), programmeId, villageCode, product: 'kerupuk', step: 1 },
		...{ actorName: 'tandaku harga', actor: source, unit: 'kg', sellsAt: '20000' },
	});
	await does(recordFindingCommand, {
		...{ findingId: v7(), programmeId, villageCode, kind: 'problem', what: 'harga turun', personId },
		...{ raisedBy: 'tandaku penyampai', settledHow: null },
	});
	await asMember(personId);
	return { personId, version: 2, enterpriseId, addCommand, groupId: group.groupId };
}

beforeAll(async () => {
	s = await scene(house);
	owner = s.who.as('owner');
	await s.worksIn(villages.kalanganyar);
});

describe('a person who asks to be forgotten', () => {
	let life: Life;
	beforeAll(async () => {
		life = await live();
		// A text that names her where no field does is put right first, as the page asks.
		const { groupId } = life;
		const group = { groupId, version: 1, name: 'OLIKAN', villageCode: villages.kalanganyar, note: 'baik' };
		await s.does(changeGroup, group);
	});

	it('has left a mark in the trail in every field that is declared to tell of a person', async () => {
		const rows = await house.sql<{ at: string }[]>`
			select distinct record_kind || '.' || field as at from audit_personal
			join audit_entry using (org_id, number) where side <> 'actor'`;
		const there = new Set(
			rows.map(({ at: place }) => place.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())),
		);
		const declared = Object.entries(personalFields)
			.filter(([kind, { person }]) => person !== undefined || kind === 'agreement')
			.flatMap(([kind, { fields }]) => fields.map((field) => `${kind}.${field}`));
		// How a finding was settled is said when it is settled; this one is not.
		expect(declared.filter((one) => !there.has(one) && one !== 'finding.settledHow')).toEqual([]);
		expect((await verify()).brokenAt).toBeNull();
	});

	it('is asked about on a page that names what goes, what is still out, and where a text names her', async () => {
		const { personId, groupId } = life;
		const ask = (actor = owner) =>
			readAsTenant(house.sql, actor, (tx) => forgettingOf(tx, actor, personId, '2026-11-23'));
		expect(await ask()).toMatchObject({
			...{ name: NAME, version: 2, oldTraces: 0, standing: [], mentions: [], lists: [], otherLists: 0 },
			enterprises: [{ name: 'Kerupuk Bu Tandaku', afterwards: 'kerupuk' }],
		});
		const fields = { groupId, name: 'OLIKAN', villageCode: villages.kalanganyar };
		const neighbour = { name: 'Ani', villageCode: villages.kalanganyar };
		const other = await s.does(addPerson, { ...neighbour, note: 'hubungi lewat +62 812-9999-1234' });
		await s.does(changeGroup, { ...fields, version: 2, note: `titip pada ${NAME.toUpperCase()}` });
		expect((await ask()).mentions).toEqual([
			{ kind: 'group', id: groupId, title: 'OLIKAN', slug: 'kalanganyar' },
			{ kind: 'person', id: other.personId, title: 'Ani', slug: null },
		]);
		await s.does(changeGroup, { ...fields, version: 3, note: '' });
		await s.does(removePerson, { personId: other.personId, version: 1, reason: 'mistake' });
		await forget(other.personId, 2);
		for (const role of ['facilitator', 'auditor', 'member'] as const)
			await expect(ask(s.who.as(role))).rejects.toMatchObject({ code: 'not_allowed' });
	});

	it('is found in many rows before, by every mark', async () => {
		for (const mark of MARKS.filter((one) => ![NIK, '99991234'].includes(one)))
			expect(await leftOf([mark]), mark).not.toEqual([]);
	});

	it('is not forgotten while something of hers is still out, nor by whom it is not to do', async () => {
		const { personId, version } = life;
		const useId = v7();
		await s.does(noteUse, {
			useId,
			personId,
			purpose: 'photo',
			title: 'tandaku poster',
			usedOn: '2025-03-01',
		});
		await expect(forget(personId, version)).rejects.toMatchObject({ code: 'uses_stand' });
		await s.does(endUse, { useId, endedOn: '2025-03-02' });
		// Who works in the organisation, also until a day that is to come, is somebody's colleague first.
		const mine = house.sql`org_id = ${owner.orgId} and person_id = ${personId}`;
		await house.sql`update membership set role = 'facilitator', ended_on = '2999-12-31' where ${mine}`;
		await expect(forget(personId, version)).rejects.toMatchObject({ code: 'access_stands' });
		const { offices } = await readAsTenant(house.sql, owner, (tx) =>
			forgettingOf(tx, owner, personId, '2026-11-23'),
		);
		expect(offices).toEqual(['facilitator']);
		await house.sql`update membership set role = 'member' where ${mine}`;
		for (const role of ['facilitator', 'treasurer', 'member', 'auditor'] as const)
			await expect(forget(personId, version, s.who.as(role))).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(forget(personId, version + 1)).rejects.toMatchObject({ code: 'changed_meanwhile' });
		await expect(
			perform(house.sql, forgetPerson, { actor: owner, id: v7(), input: { personId, version } }),
		).rejects.toMatchObject({ code: 'not_understood' });
	});

	it('stands in no row of any table afterwards, and the trail still holds together', async () => {
		const before = await verify();
		const { accounts } = await forget(life.personId, life.version);
		expect(accounts).toHaveLength(1);
		expect(
			await house.sql`select ended_on = greatest(started_on, '2026-11-23') as ended from membership
				where account_id = any (${accounts})`,
		).toEqual([{ ended: true }]);
		// One that also enters another organisation stays there: in that one nobody asked.
		const [accountId = ''] = accounts;
		const elsewhere = v7();
		await house.sql`insert into account_organisation (account_id, org_id) values (${accountId}, ${elsewhere})`;
		await closeAccounts(house.sql, owner.orgId, accounts);
		expect(await house.sql`select org_id from account_organisation where account_id = ${accountId}`).toEqual([
			{ org_id: elsewhere },
		]);
		expect(await house.sql`select from auth."user" where id = ${accountId}`).toHaveLength(1);
		await house.sql`update account_organisation set org_id = ${owner.orgId} where account_id = ${accountId}`;
		const known = () => house.sql`select from auth."user" where id = ${accountId}`;
		const ends = (day: string | null) =>
			house.sql`update membership set ended_on = ${day} where account_id = ${accountId}`;
		// One that was let in again stays.
		const [{ ended_on: ended } = { ended_on: null }] = await house.sql<{ ended_on: string | null }[]>`
			select ended_on from membership where account_id = ${accountId}`;
		await ends(null);
		await closeForgottenAccounts(house.sql);
		expect(await known()).toHaveLength(1);
		// The program died before it closed the account: its next start does.
		await ends(ended);
		await closeForgottenAccounts(house.sql);
		await closeForgottenAccounts(house.sql);
		expect(await leftOf(MARKS)).toEqual([]);
		const after = await verify();
		expect(after.brokenAt).toBeNull();
		expect(after.entries).toBeGreaterThan(before.entries);
	});

	it('leaves a trace of every record that it changed, which says of nobody anything', async () => {
		const rows = await house.sql<{ kind: string }[]>`
			select distinct record_kind as kind from audit_entry where org_id = ${owner.orgId} and verb = 'person.forget'`;
		expect(rows.map(({ kind }) => kind).sort()).toEqual([
			...['agreement', 'chain-price', 'enterprise', 'finding', 'group-member', 'membership'],
			...['permit', 'person', 'stakeholder', 'stream'],
		]);
	});

	it('leaves what is counted: a member, an enterprise, an agreement with its amount, that she agreed', async () => {
		const { personId, enterpriseId } = life;
		const [row] = await house.sql`select name, sex, birth_year, marked_sensitive, removed_reason from person
			where person_id = ${personId}`;
		expect(row).toEqual({
			...{ name: '—', sex: null, birth_year: null, marked_sensitive: false, removed_reason: 'asked' },
		});
		const [enterprise] = await house.sql`select name, product, owner_id, latitude from enterprise
			where enterprise_id = ${enterpriseId}`;
		expect(enterprise).toEqual({ name: 'kerupuk', product: 'kerupuk', owner_id: null, latitude: null });
		const [agreement] = await house.sql`select quantity_from, price, giver_owner_id from supply_agreement`;
		expect(agreement).toEqual({ quantity_from: '10', price: '1500.00', giver_owner_id: null });
		expect(await house.sql`select actor_name from chain_price`).toEqual([{ actor_name: 'kerupuk' }]);
		expect(await house.sql`select purpose, withdrawn_on is null as stands from consent`).toEqual([
			{ purpose: 'story', stands: false },
		]);
		const [stay] = await house.sql`select joined_on, left_on is null as here from group_member`;
		expect(stay).toEqual({ joined_on: '2024-01-01', here: false });
		const card = await readAsTenant(house.sql, owner, (tx) => personCard(tx, owner, personId, at));
		expect(card).toMatchObject({ forgottenAt: at, phone: null, identity: { state: 'none' } });
	});

	it('is read in the trail as taken out, where others’ values are read as they were', async () => {
		const [entries] = await Promise.all([
			readAsTenant(house.sql, owner, async (tx) => {
				const all = [];
				for (let before: string | null = null; ;) {
					const some = await trail(tx, owner, before);
					if (some.length === 0) return all;
					all.push(...some);
					before = some.at(-1)?.number ?? null;
				}
			}),
		]);
		const added = entries.find(({ verb, recordId }) => verb === 'person.add' && recordId === life.personId);
		expect(added?.after).toMatchObject({ name: { forgotten: true }, phone: { forgotten: true } });
		expect(added?.after).toMatchObject({ village_code: villages.kalanganyar, identity: 'kept' });
		const made = entries.find(({ verb }) => verb === 'export.make');
		expect(made).toMatchObject({ actorName: null, after: { purpose: { forgotten: true } } });
		expect(entries.findLast(({ verb }) => verb === 'group.add')?.after).toMatchObject({ name: 'OLIKAN' });
	});

	it('cannot be forgotten twice, and a late sending of what was typed gets its old answer', async () => {
		await expect(forget(life.personId, life.version + 1)).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		const again = await perform(house.sql, addPerson, { actor: owner, ...life.addCommand });
		expect(again).toMatchObject({ personId: life.personId });
		expect(await leftOf(MARKS)).toEqual([]);
		const hashes = await house.sql`select from command_receipt
			where command_id = ${life.addCommand.id} and input_sha256 = ''`;
		expect(hashes).toHaveLength(1);
	});
});

describe('one who came with a list, or was removed before', () => {
	it('takes the kept file of the list along, and the other people of it stay', async () => {
		const programmeId = await programmeIn(house.sql, owner, [villages.kalanganyar]);
		const bytes = workbookBytes({
			Warga: [
				['Nama', 'Desa'],
				['Sulastri Daftar', 'Kalanganyar'],
				['Ani', 'Kalanganyar'],
			],
		});
		const sending = { sql: house.sql, actor: owner, programmeId };
		const card = await receive(sending, { kind: 'people', bytes });
		await writeAll(sending, card);
		const [{ personId = '' } = {}] = await house.sql<{ personId: string }[]>`
			select person_id as "personId" from person where name = 'Sulastri Daftar'`;
		await forget(personId, 1);
		expect(await house.sql`select sealed from intake where intake_id = ${card.intakeId}`).toEqual([
			{ sealed: null },
		]);
		expect(await leftOf(['Sulastri'])).toEqual([]);
		expect(await house.sql`select from person where name = 'Ani'`).toHaveLength(1);
		expect((await verify()).brokenAt).toBeNull();
	});

	it('is forgotten also when a facilitator had only taken her off the list', async () => {
		const { personId } = await s.does(addPerson, {
			...{ name: 'Rukmini Sudah Minta', phone: '0877 1111 222', villageCode: villages.kalanganyar },
		});
		await s.does(removePerson, { personId, version: 1, reason: 'asked' }, 'facilitator');
		const waiting = () =>
			readAsTenant(house.sql, owner, (tx) => peopleToForget(tx, owner, [villages.kalanganyar]));
		expect(await waiting()).toMatchObject([{ personId, name: 'Rukmini Sudah Minta' }]);
		expect(await leftOf(['rukmini'])).not.toEqual([]);
		await forget(personId, 2);
		expect(await leftOf(['rukmini', '1111 222'])).toEqual([]);
		expect(await waiting()).toEqual([]);
	});
});

describe('another person', () => {
	it('keeps her own: the values of one are not taken out with those of another', async () => {
		const villageCode = villages.kalanganyar;
		const two = [];
		for (const name of ['Wati Pertama', 'Wati Kedua'])
			two.push(await s.does(addPerson, { name, villageCode, note: `catatan ${name}` }));
		const [first, second] = two.map(({ personId }) => personId);
		const enterpriseId = await s.enterprise({ name: 'Tempe', ownerName: 'Wati Pertama', ownerId: first });
		const change = { enterpriseId, version: 1, villageCode, name: 'Tempe', kind: 'food' } as const;
		await s.does(changeEnterpriseCommand, { ...change, ownerName: 'Wati Kedua', ownerId: second });
		await forget(first ?? '', 1);
		expect(await leftOf(['wati pertama'])).toEqual([]);
		const kept = (await leftOf(['wati kedua'])).map((line) => line.split(' ')[0]);
		expect(new Set(kept)).toEqual(
			new Set(['public.audit_personal', 'public.person', 'public.enterprise', 'public.person_name']),
		);
		expect((await verify()).brokenAt).toBeNull();
	});

	it('keeps what only sounds alike: a name that begins with hers, and what her enterprise is called', async () => {
		const villageCode = villages.kalanganyar;
		const { personId } = await s.does(addPerson, { name: 'Sri Wahyu', villageCode });
		await s.enterprise({ name: 'Keripik Singkong', ownerName: 'Sri Wahyu', ownerId: personId });
		const notes = ['kelompok keripik singkong', 'ketuanya Sri Wahyuni', 'titip pada SRI  WAHYU, ya'];
		for (const [index, note] of notes.entries()) {
			const group = { groupId: v7(), programmeId: s.programmeId, name: `Kelompok ${index}`, villageCode };
			await s.does(addGroup, { ...group, note });
		}
		const { mentions } = await readAsTenant(house.sql, owner, (tx) =>
			forgettingOf(tx, owner, personId, '2026-11-23'),
		);
		expect(mentions.map(({ title }) => title)).toEqual(['Kelompok 2']);
		await forget(personId, 1);
		const kept = await house.sql<{ note: string }[]>`
			select value #>> '{}' as note from audit_personal where org_id = ${owner.orgId} and field = 'note'`;
		for (const [index, note] of notes.entries())
			expect(kept.map((row) => row.note).includes(note), note).toBe(index < 2);
		expect((await verify()).brokenAt).toBeNull();
	});

	it('whose record holds a text about her is shown in the programme where it is changed', async () => {
		const villageCode = villages.kalanganyar;
		const { personId } = await s.does(addPerson, { name: 'Sumiati Lestari', villageCode });
		const programmeId = v7();
		await asTenant(
			house.sql,
			owner,
			(tx) => tx`insert into programme (org_id, programme_id, slug, name, stage, summary)
				values (${owner.orgId}, ${programmeId}, 'lain', 'Lain', 'growing', 'Dimulai Sumiati Lestari')`,
		);
		const enterpriseId = await s.enterprise({ name: 'Tahu' });
		await s.does(recordPermitCommand, {
			permitId: v7(),
			enterpriseId,
			kind: 'nib',
			note: 'atas nama Sumiati Lestari',
		});
		const step = {
			product: 'tahu',
			step: 1,
			unit: 'kg',
			sellsAt: '9000',
			actorName: 'Sumiati Lestari',
		} as const;
		const chainPriceId = v7();
		await s.does(recordPriceCommand, { chainPriceId, programmeId: s.programmeId, villageCode, ...step });
		const { mentions } = await readAsTenant(house.sql, owner, (tx) =>
			forgettingOf(tx, owner, personId, '2026-11-23'),
		);
		expect(mentions).toEqual([
			{ kind: 'chain-price', id: chainPriceId, title: 'tahu', slug: 'kalanganyar' },
			{ kind: 'enterprise', id: enterpriseId, title: 'Tahu', slug: 'kalanganyar' },
			{ kind: 'programme', id: programmeId, title: 'Lain', slug: 'lain' },
		]);
	});

	it('is not reached by a request that takes values out without forgetting anybody', async () => {
		const gone = await asTenant(
			house.sql,
			owner,
			(tx) => tx`delete from audit_personal where org_id = ${owner.orgId}`,
		);
		expect(gone.count).toBe(0);
		await expect(
			house.sql.begin(async (tx) => {
				await tx.unsafe(tenantSettings(owner));
				await tx`update audit_personal set value = '"x"' where org_id = ${owner.orgId}`;
			}),
		).rejects.toMatchObject({ code: '42501' });
	});
});
