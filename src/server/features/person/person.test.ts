import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { asTenant, readAsTenant } from '#server/db/tenant.ts';
import { people, testHouse, tracesOf } from '#server/db/testing.ts';
import type { People } from '#server/db/testing.ts';
import { villages } from '#server/db/testing-areas.ts';
import { holdIdentityKeys, identityKeysIn } from '#server/identity/identity-keys.ts';
import { addPerson, changePerson, removePerson, revealIdentity, setIdentity } from './commands.ts';
import { peoplePage, personCard, possibleDoubles, revealedIdentity } from './queries.ts';
import type { PeopleFilter } from './queries.ts';

const house = testHouse();
const now = new Date('2026-11-22T03:00:00Z');
const NIK = '3515174107850012';
let ours: People;
let theirs: People;

const line = (byte: number) => Buffer.alloc(32, byte).toString('base64');

interface Given {
	readonly name: string;
	readonly villageCode?: string;
	readonly [field: string]: unknown;
}

const add = (actor: Actor, given: Given) =>
	perform(house.sql, addPerson, {
		actor,
		id: v7(),
		at: now,
		input: { villageCode: villages.kalanganyar, ...given },
	});

const list = (actor: Actor, filter: Partial<PeopleFilter> = {}) =>
	readAsTenant(house.sql, actor, (tx) => peoplePage(tx, actor, { villages: null, ...filter }, now));

const namesOf = async (actor: Actor, filter: Partial<PeopleFilter> = {}) =>
	(await list(actor, filter)).people.map(({ name }) => name);

const card = (actor: Actor, personId: string) =>
	readAsTenant(house.sql, actor, (tx) => personCard(tx, actor, personId, now));

/** Every row of the organisation in every table, as text: what a copy of the database would show. */
async function everythingKept(orgId: string): Promise<string> {
	const tables = await house.sql<{ name: string }[]>`
		select table_name as name from information_schema.columns
		where table_schema = 'public' and column_name = 'org_id'`;
	const texts = [];
	for (const { name } of tables) {
		const rows = await house.sql.unsafe(
			`select to_jsonb(t)::text as row from ${name} t where org_id = '${orgId}'`,
		);
		texts.push(...rows.map(({ row }) => String(row)));
	}
	return texts.join('\n');
}

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(line(1)));
	ours = await people(house.sql, 'Yayasan Sisik Mas');
	theirs = await people(house.sql, 'Koperasi Lain');
});

describe('a person', () => {
	it('is written down by a facilitator in her own village, found, and read back as typed', async () => {
		const facilitator = ours.as('facilitator');
		const { personId } = await add(facilitator, {
			name: ' Siti Nur Aminah ',
			sex: 'female',
			birthYear: '1985',
			phone: '0812-3456-789',
			address: 'RT 02 RW 01, Dusun Kalanganyar',
			note: '',
		});
		expect(await card(facilitator, personId)).toMatchObject({
			name: 'Siti Nur Aminah',
			sex: 'female',
			birthYear: 1985,
			phone: '0812-3456-789',
			address: 'RT 02 RW 01, Dusun Kalanganyar',
			note: null,
			villageCode: villages.kalanganyar,
			sensitive: null,
			version: 1,
			identity: { state: 'none' },
		});
		for (const search of ['siti', 'nur a', 'AMIN', 'Síti  nur', ''])
			expect(await namesOf(facilitator, { search }), search).toContain('Siti Nur Aminah');
		for (const search of ['mina', 'siti aminah', '0812', 's_ti', "' or true --"])
			expect(await namesOf(facilitator, { search }), search).toEqual([]);
	});

	it.each([
		[{ name: '  ' }, 'name_missing', 'name'],
		[{ name: 'x', sex: 'both' }, 'input_not_readable', 'sex'],
		[{ name: 'x', birthYear: '85' }, 'year_form', 'birthYear'],
		[{ name: 'x', birthYear: 2027 }, 'year_form', 'birthYear'],
		[{ name: 'x', phone: 'rumah' }, 'phone_form', 'phone'],
		[{ name: 'x', phone: '----------' }, 'phone_form', 'phone'],
		[{ name: 'x', villageCode: undefined }, 'village_missing', 'villageCode'],
		[{ name: 'x', villageCode: '' }, 'village_missing', 'villageCode'],
		[{ name: 'x', villageCode: '3515' }, 'area_unknown', 'villageCode'],
		[{ name: 'x', villageCode: '9999999999' }, 'area_unknown', 'villageCode'],
		[{ name: 'x', identityNumber: '35151741' }, 'identity_number_form', 'identityNumber'],
		[{ name: 'x', identityNumber: 3515174107850012 }, 'identity_number_form', 'identityNumber'],
	])('is refused with the field named: %o', async (given, code, field) => {
		const before = await everythingKept(ours.orgId);
		await expect(add(ours.as('owner'), given)).rejects.toMatchObject({ code, field });
		expect(await everythingKept(ours.orgId)).toBe(before);
	});

	it('is written by owner, manager and facilitator, and by nobody else', async () => {
		for (const role of ['treasurer', 'member', 'auditor', 'guest'] as const)
			await expect(add(ours.as(role), { name: 'Bu Lastri' })).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(
			add(ours.as('facilitator'), { name: 'Bu Lastri', villageCode: villages.serang }),
		).rejects.toMatchObject({ code: 'not_allowed' });
	});

	it('is changed by who read the latest version; who read an older one is told', async () => {
		const owner = ours.as('owner');
		const { personId } = await add(owner, { name: 'Pak Darmo' });
		const change = (version: unknown, name: string, villageCode = villages.kalanganyar as string) =>
			perform(house.sql, changePerson, {
				actor: owner,
				id: v7(),
				at: now,
				input: { personId, version, name, villageCode },
			});
		expect(await change('1', 'Sudarmo')).toEqual({ personId, version: 2 });
		await expect(change(1, 'Darmono')).rejects.toMatchObject({ code: 'changed_meanwhile' });
		const both = await Promise.allSettled([change(2, 'Satu'), change(2, 'Dua')]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await namesOf(owner, { search: 'sudarmo' })).toEqual([]);
		const traces = await tracesOf(house.sql, owner.orgId, personId);
		const trace = traces.find(({ verb }) => verb === 'person.change');
		expect(trace?.before).toMatchObject({ name: 'Pak Darmo' });
		expect(trace?.after).toMatchObject({ name: 'Sudarmo' });
	});

	it('moves to another village with all that is kept of her, and leaves a trace in each', async () => {
		const manager = ours.as('manager');
		const { personId } = await add(manager, { name: 'Wati Pindah', identityNumber: NIK });
		await perform(house.sql, changePerson, {
			actor: manager,
			id: v7(),
			at: now,
			input: { personId, version: 1, name: 'Wati Pindah', villageCode: villages.serang },
		});
		for (const table of ['person', 'person_name', 'person_identity']) {
			const rows = await house.sql`select distinct village_code from ${house.sql(table)}
				where person_id = ${personId}`;
			expect([...rows], table).toEqual([{ village_code: villages.serang }]);
		}
		const traces =
			await house.sql`select record_village, before is null as no_before, after is null as no_after
			from audit_entry where org_id = ${manager.orgId} and record_id = ${personId} and verb = 'person.change'
			order by number`;
		expect([...traces]).toEqual([
			{ record_village: villages.kalanganyar, no_before: false, no_after: true },
			{ record_village: villages.serang, no_before: true, no_after: false },
		]);
		const facilitator = ours.as('facilitator');
		await expect(card(facilitator, personId)).rejects.toMatchObject({ code: 'not_found' });
		const mine = await add(facilitator, { name: 'Tetap Di Sini' });
		const moveOut = { personId: mine.personId, version: 1, name: 'x', villageCode: villages.serang };
		await expect(
			perform(house.sql, changePerson, { actor: facilitator, id: v7(), at: now, input: moveOut }),
		).rejects.toMatchObject({ code: 'not_allowed' });
	});

	it('is removed for a reason, is found no more, and her number is kept no longer', async () => {
		const owner = ours.as('owner');
		const given = { name: 'Marno Minta Hapus', phone: '081999888777', identityNumber: '3515170101900034' };
		const { personId } = await add(owner, given);
		const remove = (input: object) =>
			perform(house.sql, removePerson, { actor: owner, id: v7(), at: now, input });
		await expect(remove({ personId, version: 1, reason: '' })).rejects.toMatchObject({
			code: 'reason_missing',
		});
		await expect(remove({ personId, version: 7, reason: 'asked' })).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		await remove({ personId, version: 1, reason: 'asked' });
		expect(await namesOf(owner, { search: 'marno' })).toEqual([]);
		const shown = await card(owner, personId);
		expect(shown).toMatchObject({ phone: null, removedReason: 'asked', identity: { state: 'none' } });
		expect(await house.sql`select from person_identity where person_id = ${personId}`).toHaveLength(0);
		await expect(remove({ personId, version: 2, reason: 'double' })).rejects.toMatchObject({
			code: 'not_found',
		});
	});
});

describe('who is seen', () => {
	it('is never anybody of another organisation, also when a statement forgets to ask', async () => {
		const { personId } = await add(ours.as('owner'), { name: 'Rahasia Kita', identityNumber: NIK });
		for (const role of ['owner', 'manager', 'facilitator', 'treasurer', 'auditor'] as const) {
			const stranger = theirs.as(role);
			expect(await namesOf(stranger)).toEqual([]);
			await expect(card(stranger, personId)).rejects.toMatchObject({ code: 'not_found' });
			for (const table of ['person', 'person_name', 'person_identity']) {
				const rows = await readAsTenant(house.sql, stranger, (tx) => tx`select from ${tx(table)}`);
				expect(rows, table).toHaveLength(0);
			}
		}
		const change = { personId, version: 1, name: 'x', villageCode: villages.kalanganyar };
		await expect(
			perform(house.sql, changePerson, { actor: theirs.as('owner'), id: v7(), input: change }),
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('is for a facilitator her villages, for a member herself, for a guest nobody', async () => {
		const { personId } = await add(ours.as('owner'), { name: 'Orang Serang', villageCode: villages.serang });
		const facilitator = ours.as('facilitator');
		expect(await namesOf(facilitator, { search: 'orang serang' })).toEqual([]);
		expect(await namesOf(facilitator, { villages: [villages.serang] })).toEqual([]);
		expect(await namesOf(ours.as('auditor'), { villages: [villages.serang] })).toContain('Orang Serang');
		const member = { ...ours.as('member'), personId };
		expect(await namesOf(member)).toEqual(['Orang Serang']);
		await perform(house.sql, setIdentity, {
			actor: ours.as('owner'),
			id: v7(),
			input: { personId, identityNumber: NIK },
		});
		for (const table of ['person', 'person_name', 'person_identity'])
			expect(
				await readAsTenant(house.sql, member, (tx) => tx`select distinct person_id from ${tx(table)}`),
			).toEqual([{ person_id: personId }]);
		await expect(list({ ...member, personId: null })).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(list(ours.as('guest'))).rejects.toMatchObject({ code: 'not_allowed' });
	});

	it('is marked when she may be a child or was marked; then only who accompanies her reads how to reach her', async () => {
		const contact = { phone: '081234567890', address: 'RT 1', note: 'sekolah' };
		const child = await add(ours.as('owner'), { name: 'Anak Kecil', birthYear: 2008, ...contact });
		const marked = await add(ours.as('owner'), { name: 'Hati Hati', markedSensitive: 'on', ...contact });
		const adult = await add(ours.as('owner'), { name: 'Sudah Besar', birthYear: 2007, ...contact });
		const treasurer = ours.as('treasurer');
		expect(await card(treasurer, child.personId)).toMatchObject({
			sensitive: 'child',
			phone: null,
			note: null,
		});
		expect(await card(treasurer, marked.personId)).toMatchObject({ sensitive: 'marked', address: null });
		expect(await card(treasurer, adult.personId)).toMatchObject({ sensitive: null, ...contact });
		expect(await card(ours.as('facilitator'), child.personId)).toMatchObject({
			sensitive: 'child',
			...contact,
		});
		const lines = (await list(treasurer, { search: 'anak kecil' })).people;
		expect(lines).toMatchObject([{ sensitive: 'child', phone: null }]);
	});
});

describe('the list', () => {
	it('goes on where it ended, in the order of names, each person once', async () => {
		const { as } = await people(house.sql, 'Daftar Panjang');
		const owner = as('owner');
		const names = ['Aminah', 'aminah', 'Budi Aminoto', 'Amir Aminudin', 'Zahra', 'Am-in', "A'minah"];
		for (const [at, name] of names.entries())
			await add(owner, { name, villageCode: at % 2 === 0 ? villages.serang : villages.kalanganyar });
		const walk = async (filter: Partial<PeopleFilter>) => {
			const found: string[] = [];
			let after: string | null = null;
			do {
				const page: Awaited<ReturnType<typeof list>> = await list(owner, { ...filter, limit: 2, after });
				found.push(...page.people.map(({ name }) => name));
				after = page.next;
			} while (after !== null);
			return found;
		};
		for (const where of [null, [villages.serang, villages.kalanganyar, villages.serang]]) {
			expect(await walk({ villages: where })).toEqual([
				'Am-in',
				'Aminah',
				'aminah',
				"A'minah",
				'Amir Aminudin',
				'Budi Aminoto',
				'Zahra',
			]);
			expect(await walk({ villages: where, search: 'ami' })).toEqual([
				'Aminah',
				'aminah',
				"A'minah",
				'Budi Aminoto',
				'Amir Aminudin',
			]);
		}
		await expect(list(owner, { after: 'bukan' })).rejects.toMatchObject({ code: 'input_not_readable' });
	});
});

describe('an identity number', () => {
	it('is shown masked, and stands nowhere in clear or in a hash that could be tried out', async () => {
		const { orgId, as } = await people(house.sql, 'Rahasia');
		const id = v7();
		const number = '3515 1741 0785 0012';
		const input = { name: 'Bu Nomor', villageCode: villages.kalanganyar, identityNumber: number };
		const { personId } = await perform(house.sql, addPerson, {
			actor: as('facilitator'),
			id,
			at: now,
			input,
		});
		await perform(house.sql, setIdentity, {
			actor: as('facilitator'),
			id: v7(),
			input: { personId, identityNumber: NIK },
		});
		expect(await card(as('auditor'), personId)).toMatchObject({
			identity: { state: 'kept', masked: '3515••••••••0012' },
		});
		const kept = await everythingKept(orgId);
		expect(kept).toContain('Bu Nomor');
		for (const clear of [NIK, number, NIK.slice(4, 12), '••••']) expect(kept).not.toContain(clear);
		const { canonicalText, sha256 } = await import('#server/db/canonical.ts');
		for (const guess of [input, { ...input, identityNumber: NIK }])
			expect(kept).not.toContain(sha256(canonicalText({ verb: 'person.add', input: guess })).toString('hex'));
		// The same sending is still known, and another number under the same id is still refused.
		const again = { actor: as('facilitator'), id, at: now };
		expect(await perform(house.sql, addPerson, { ...again, input })).toMatchObject({ personId });
		await expect(
			perform(house.sql, addPerson, { ...again, input: { ...input, identityNumber: '3515174107850013' } }),
		).rejects.toMatchObject({ code: 'command_reused' });
	});

	it('is shown in full to owner and manager alone, after a trace, for a minute, to the same account', async () => {
		const { personId } = await add(ours.as('facilitator'), { name: 'Bu Buka', identityNumber: NIK });
		const reveal = (actor: Actor, id: string, reason = 'mengurus PIRT') =>
			perform(house.sql, revealIdentity, { actor, id, at: now, input: { personId, reason } });
		const read = (actor: Actor, id: string, at = now) =>
			readAsTenant(house.sql, actor, (tx) => revealedIdentity(tx, actor, id, at));
		for (const role of ['facilitator', 'treasurer', 'member', 'auditor', 'guest'] as const) {
			await expect(reveal(ours.as(role), v7())).rejects.toMatchObject({ code: 'not_allowed' });
			await expect(read(ours.as(role), v7())).rejects.toMatchObject({ code: 'not_allowed' });
		}
		await expect(reveal(ours.as('owner'), v7(), ' ')).rejects.toMatchObject({ code: 'reason_missing' });
		const manager = ours.as('manager');
		const id = v7();
		await expect(read(manager, id)).rejects.toMatchObject({ code: 'not_allowed' });
		const receipt = await reveal(manager, id);
		expect(JSON.stringify(receipt)).not.toContain(NIK);
		expect(await read(manager, id)).toBe(NIK);
		await expect(read(ours.as('owner'), id)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(read(theirs.as('manager'), id)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(read(manager, id, new Date(now.getTime() + 61_000))).rejects.toMatchObject({
			code: 'not_allowed',
		});
		const traces = await tracesOf(house.sql, manager.orgId, receipt.personId);
		expect(traces.at(-1)).toEqual({
			verb: 'person.reveal-identity',
			role: 'manager',
			before: null,
			after: { identity: 'revealed', reason: 'mengurus PIRT' },
		});
	});

	it('does not open where it was moved to, and a lost key is told as one', async () => {
		const owner = ours.as('owner');
		const one = await add(owner, { name: 'Satu Nomor', identityNumber: '3515170202800021' });
		const two = await add(owner, { name: 'Dua Nomor', identityNumber: '3515170303800031' });
		await house.sql`update person_identity set sealed = (
			select sealed from person_identity where person_id = ${one.personId}) where person_id = ${two.personId}`;
		expect(await card(owner, two.personId)).toMatchObject({ identity: { state: 'unreadable' } });
		holdIdentityKeys(identityKeysIn(line(9)));
		expect(await card(owner, one.personId)).toMatchObject({ identity: { state: 'unreadable' } });
		holdIdentityKeys(identityKeysIn(line(1)));
		expect(await card(owner, one.personId)).toMatchObject({ identity: { state: 'kept' } });
	});

	it('given twice is accepted, told to those who see both, and listed for owner and manager', async () => {
		const double = await people(house.sql, 'Ganda');
		const owner = double.as('owner');
		const facilitator = double.as('facilitator');
		const hidden = await add(owner, { name: 'Di Serang', villageCode: villages.serang, identityNumber: NIK });
		const outside = await add(theirs.as('owner'), { name: 'Di Luar', identityNumber: NIK });
		// Another key later: doubles are still found.
		holdIdentityKeys(identityKeysIn(`${line(1)} ${line(2)}`));
		const first = await add(facilitator, { name: 'Siti', identityNumber: NIK });
		expect(first.sameNumber).toEqual([]);
		expect(await card(facilitator, first.personId)).toMatchObject({ sameNumber: [] });
		const second = await add(facilitator, { name: 'Siti Lagi', identityNumber: NIK });
		expect(second.sameNumber).toEqual([first.personId]);
		expect(await card(facilitator, second.personId)).toMatchObject({ sameNumber: [{ name: 'Siti' }] });
		expect((await card(owner, second.personId)).sameNumber).toHaveLength(2);
		expect((await card(double.as('auditor'), second.personId)).sameNumber).toEqual([]);
		const doubles = (actor: Actor) => readAsTenant(house.sql, actor, (tx) => possibleDoubles(tx, actor));
		const [found, ...more] = await doubles(double.as('manager'));
		expect(more).toEqual([]);
		expect(found?.reason).toBe('number');
		expect(found?.people.map(({ personId }) => personId)).toEqual([
			hidden.personId,
			first.personId,
			second.personId,
		]);
		expect(JSON.stringify(found)).not.toContain(outside.personId);
		for (const role of ['facilitator', 'treasurer', 'member', 'auditor', 'guest'] as const)
			await expect(doubles(double.as(role))).rejects.toMatchObject({ code: 'not_allowed' });
		holdIdentityKeys(identityKeysIn(line(1)));
	});

	it('is not needed to see that somebody may be written down twice', async () => {
		const { as } = await people(house.sql, 'Dua Kali');
		for (const birthYear of [1980, '1980', 1981, null])
			await add(as('owner'), { name: 'Siti  AMINAH', birthYear });
		const found = await readAsTenant(house.sql, as('owner'), (tx) => possibleDoubles(tx, as('owner')));
		expect(found).toMatchObject([{ reason: 'name', people: [{}, {}] }]);
	});
});

describe('row-level security', () => {
	it('keeps a person’s number and names in her village even from a statement that forgets it', async () => {
		await add(ours.as('owner'), { name: 'Nomor Serang', villageCode: villages.serang, identityNumber: NIK });
		for (const table of ['person', 'person_name', 'person_identity']) {
			const seen = await asTenant(
				house.sql,
				ours.as('facilitator'),
				(tx) => tx`select distinct village_code from ${tx(table)}`,
			);
			expect([...seen], table).toEqual([{ village_code: villages.kalanganyar }]);
		}
	});
});
