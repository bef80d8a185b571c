/** Somebody who was invited from her card, worked in the organisation, and asks to be forgotten: what she signed. */
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharingSample } from '#inputs/sharing-samples.ts';
import { entrancesOf } from '#server/access/actor.ts';
import { makeEntryLink } from '#server/access/entry-link.ts';
import type { Actor, Role } from '#server/access/roles.ts';
import { verifyAudit } from '#server/db/audit.ts';
import { perform } from '#server/db/command.ts';
import type { Command } from '#server/db/command.ts';
import { asTenant, readAsTenant } from '#server/db/tenant.ts';
import { testHouse } from '#server/db/testing.ts';
import { villages } from '#server/db/testing-areas.ts';
import { dayInJakarta } from '#server/calendar.ts';
import type { GenericSchema } from 'valibot';
import { scene } from '../enterprise/testing.ts';
import type { Scene } from '../enterprise/testing.ts';
import { closeAccounts, enterByInvitation } from '../entry/commands.ts';
import { makeGuestLink } from '../guest/commands.ts';
import { addGroup } from '../group/commands.ts';
import { intakeUndo } from '../intake/commands.ts';
import { programmeIn, receive, workbookBytes, writeAll } from '../intake/testing.ts';
import { changeMember, endMember, inviteMember } from '../organisation/commands.ts';
import { programmeAdvanceStage } from '../programme/commands.ts';
import { studyAdd, studyAttach, studyPublish, studyWithdraw } from '../study/commands.ts';
import { addPerson, forgetPerson } from './commands.ts';
import { forgettingOf } from './forgetting-queries.ts';

const house = testHouse();
const { kalanganyar: villageCode } = villages;
let s: Scene;
let owner: Actor;

const send = <Schema extends GenericSchema, Receipt>(
	command: Command<Schema, Receipt>,
	actor: Actor,
	input: object,
) => perform(house.sql, command, { actor, id: v7(), input });

const left = async (mark: string): Promise<string[]> => {
	const tables = await house.sql<{ name: string }[]>`
		select format('%I.%I', table_schema, table_name) as name from information_schema.tables
		where table_schema in ('public', 'auth') and table_type = 'BASE TABLE' and table_name <> 'area'`;
	const found = [];
	for (const { name } of tables) {
		const rows = await house.sql.unsafe(`select to_jsonb(t)::text as row from ${name} t`);
		found.push(...rows.filter(({ row }) => String(row).toLowerCase().includes(mark)).map(() => name));
	}
	return found;
};

/** Somebody on record who enters as a member; her card, her membership and how she acts once her role is changed. */
async function colleague(name: string, username: string, role: Role) {
	const { personId } = await send(addPerson, owner, { name, villageCode });
	const invitationId = v7();
	await send(inviteMember, owner, {
		invitationId,
		displayName: name,
		role: 'member',
		personId,
		villages: [],
	});
	const { orgId } = owner;
	const token = await makeEntryLink(house.sql, { kind: 'invitation', orgId, invitationId });
	const account = { displayName: name, username, password: 'sisik ikan jadi kerupuk' };
	const { accountId } = await enterByInvitation(house.sql, { token, who: { account } });
	const [{ membershipId = '' } = {}] = await house.sql<{ membershipId: string }[]>`
		select membership_id as "membershipId" from membership where account_id = ${accountId}`;
	await send(changeMember, owner, { membershipId, role, villages: [] });
	const [entrance] = await entrancesOf(house.sql, { id: accountId ?? '' }, dayInJakarta());
	if (entrance === undefined) throw new Error('she does not enter');
	return { personId, membershipId, accountId: accountId ?? '', actor: entrance.actor };
}

/** Signs something in every table that says who did it. */
async function workAs(actor: Actor): Promise<void> {
	const programmeId = await programmeIn(house.sql, actor, [villageCode]);
	const sending = { sql: house.sql, actor, programmeId };
	const bytes = workbookBytes({
		Warga: [
			['Nama', 'Desa'],
			['Ani', 'Kalanganyar'],
		],
	});
	const list = await receive(sending, { kind: 'people', bytes });
	await writeAll(sending, list);
	await send(intakeUndo, actor, { intakeId: list.intakeId });
	await send(makeGuestLink, actor, { guestLinkId: v7(), programmeId, label: 'Dinas', days: 7 });
	const step = { programmeId, version: 1, stage: 'independent', reason: 'siap', on: '2026-11-23' };
	await send(programmeAdvanceStage, actor, step);
	const studyId = v7();
	await send(studyAdd, actor, {
		studyId,
		programmeId,
		kind: 'sharing',
		content: sharingSample('serang', 'id'),
	});
	const file = { fileId: v7(), name: 'a.pdf', mediaType: 'application/pdf', base64: 'JVBERi0=' };
	await send(studyAttach, actor, { studyId, ...file });
	const publicationId = v7();
	await send(studyPublish, actor, { studyId, publicationId, version: 1 });
	await send(studyWithdraw, actor, { studyId, publicationId, reason: 'angka keliru' });
	await send(addGroup, actor, { groupId: v7(), programmeId, name: 'OLIKAN', villageCode, note: 'arisan' });
}

async function forget({ personId, membershipId }: { personId: string; membershipId: string }) {
	await send(endMember, owner, { membershipId, endedOn: dayInJakarta() });
	const { accounts } = await send(forgetPerson, owner, { personId, version: 1, understood: true });
	await closeAccounts(house.sql, owner.orgId, accounts);
}

beforeAll(async () => {
	s = await scene(house);
	owner = s.who.as('owner');
	await s.worksIn(villageCode);
});

describe('one who worked here', () => {
	it('sees all that her role shows, and is on record as herself', async () => {
		const { actor, personId } = await colleague('Melati Kerja', 'melati', 'manager');
		expect(actor).toMatchObject({ personId: null, villages: null, onRecordAs: personId });
	});

	it('signs in no row any more when she was forgotten; what she did and another of her name stay', async () => {
		const hers = await colleague('Puspa Lengkap', 'puspa', 'manager');
		const namesake = await colleague('Puspa Lengkap', 'puspa.kedua', 'manager');
		await workAs(hers.actor);
		await workAs(namesake.actor);
		const ask = () =>
			readAsTenant(house.sql, owner, (tx) => forgettingOf(tx, owner, hers.personId, dayInJakarta()));
		expect(await ask()).toMatchObject({ openlySigned: 0 });
		const before = await left('puspa lengkap');
		await forget(hers);
		const after = await left('puspa lengkap');
		for (const table of [
			...['public.intake', 'public.guest_link', 'public.programme_stage_change', 'public.study_version'],
			...['public.study_file', 'public.study_publication', 'public.membership', 'public.person'],
		]) {
			const count = (rows: readonly string[]) => rows.filter((name) => name === table).length;
			expect([table, count(before), count(after)]).toEqual([table, 2, 1]);
		}
		const notes = await house.sql`select value #>> '{}' as note from audit_personal where field = 'note'`;
		// What she wrote at work tells of nobody on record: it stays.
		expect(notes.filter(({ note }) => note === 'arisan')).toHaveLength(2);
		await forget(namesake);
		expect(await left('puspa')).toEqual([]);
		const chain = await asTenant(house.sql, s.who.as('auditor'), (tx) => verifyAudit(tx, owner.orgId));
		expect(chain.brokenAt).toBeNull();
	});

	it('is told of entries that hold her name themselves, written before it was known who she is', async () => {
		const { personId, actor } = await colleague('Kenanga Lama', 'kenanga', 'manager');
		const group = { programmeId: s.programmeId, villageCode };
		await send(
			addGroup,
			{ ...actor, onRecordAs: null },
			{ ...group, groupId: v7(), name: 'MAWAR', note: '' },
		);
		const ahead = await readAsTenant(house.sql, owner, (tx) =>
			forgettingOf(tx, owner, personId, dayInJakarta()),
		);
		expect(ahead.openlySigned).toBe(1);
	});

	it('has her name on what she saved until somebody is forgotten: nobody else takes it off', async () => {
		const { actor } = await colleague('Cempaka Tetap', 'cempaka', 'manager');
		await workAs(actor);
		for (const change of [
			"update study_version set saved_by_name = 'x'",
			"update study_file set attached_by_name = 'x'",
			"update programme_stage_change set changed_by_name = 'x'",
		]) {
			const { count } = await asTenant(house.sql, owner, (tx) =>
				tx.unsafe(`${change} where org_id = '${owner.orgId}'`),
			);
			expect([change, count]).toEqual([change, 0]);
		}
	});
});
