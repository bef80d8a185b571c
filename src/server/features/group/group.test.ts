import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { asTenant, readAsTenant } from '#server/db/tenant.ts';
import { people, testHouse } from '#server/db/testing.ts';
import type { People } from '#server/db/testing.ts';
import { villages } from '#server/db/testing-areas.ts';
import { addPerson, removePerson } from '../person/commands.ts';
import { programmeSetVillages } from '../programme/commands.ts';
import { addGroup, changeGroup, changeGroupRole, joinGroup, leaveGroup, removeGroup } from './commands.ts';
import { MOST_CHOICES, groupCard, groupChoices, groupsOf, groupsOfPerson } from './queries.ts';

const house = testHouse();
let ours: People;
let theirs: People;
let programmeId: string;

async function programmeOf(who: People): Promise<string> {
	const id = v7();
	await asTenant(house.sql, who.as('owner'), async (tx) => {
		await tx`insert into programme (org_id, programme_id, slug, name, stage)
			values (${who.orgId}, ${id}, ${`p-${id}`}, 'Kalanganyar Sentris Berseri', 'growing')`;
		for (const village of [villages.kalanganyar, villages.serang])
			await tx`insert into programme_village (org_id, programme_id, village_code)
				values (${who.orgId}, ${id}, ${village})`;
	});
	return id;
}

const person = async (name: string, villageCode: string = villages.kalanganyar) => {
	const input = { name, villageCode };
	return (await perform(house.sql, addPerson, { actor: ours.as('owner'), id: v7(), input })).personId;
};
const form = (actor: Actor, given: Record<string, unknown>) =>
	perform(house.sql, addGroup, {
		actor,
		id: v7(),
		input: { programmeId, villageCode: villages.kalanganyar, ...given },
	});
const join = (actor: Actor, input: Record<string, unknown>) =>
	perform(house.sql, joinGroup, { actor, id: v7(), input });
const leave = (actor: Actor, groupMemberId: string, leftOn: string) =>
	perform(house.sql, leaveGroup, { actor, id: v7(), input: { groupMemberId, leftOn } });
const card = (actor: Actor, groupId: string) =>
	readAsTenant(house.sql, actor, (tx) => groupCard(tx, actor, groupId));
const list = (actor: Actor, on = '2026-11-22') =>
	readAsTenant(house.sql, actor, (tx) => groupsOf(tx, actor, { programmeId, on }));

beforeAll(async () => {
	ours = await people(house.sql, 'DPPU Juanda');
	theirs = await people(house.sql, 'Koperasi Lain');
	programmeId = await programmeOf(ours);
});

describe('a group', () => {
	it('is formed in a village of the programme, and its name is given there once', async () => {
		const facilitator = ours.as('facilitator');
		const { groupId } = await form(facilitator, {
			name: 'OLIKAN',
			mainProduct: 'kerupuk sisik',
			foundedOn: '2022-03-01',
		});
		expect(await card(facilitator, groupId)).toMatchObject({
			name: 'OLIKAN',
			mainProduct: 'kerupuk sisik',
			foundedOn: '2022-03-01',
			villageName: 'Kalanganyar',
			version: 1,
			stays: [],
		});
		await expect(form(facilitator, { name: ' Olikan ' })).rejects.toMatchObject({
			code: 'already_there',
			field: 'name',
		});
		await form(ours.as('owner'), { name: 'Olikan', villageCode: villages.serang });
		await expect(form(facilitator, { name: '' })).rejects.toMatchObject({ code: 'name_missing' });
		await expect(form(facilitator, { name: 'x', foundedOn: '2022-02-30' })).rejects.toMatchObject({
			code: 'input_not_readable',
			field: 'foundedOn',
		});
		const elsewhere = { name: 'x', villageCode: villages.seiLekop };
		await expect(form(ours.as('owner'), elsewhere)).rejects.toMatchObject({ code: 'village_of_programme' });
		await expect(form(facilitator, elsewhere)).rejects.toMatchObject({ code: 'not_allowed' });
		const foreign = await programmeOf(theirs);
		await expect(form(ours.as('owner'), { name: 'x', programmeId: foreign })).rejects.toMatchObject({
			code: 'village_of_programme',
		});
	});

	it('is changed by who read the latest version, moves with its members, and is removed for a reason', async () => {
		const owner = ours.as('owner');
		const { groupId } = await form(owner, { name: 'KeCe' });
		const { groupMemberId } = await join(owner, {
			groupId,
			personId: await person('Bu Kerang'),
			joinedOn: '2022-03-01',
		});
		const change = { groupId, version: '1', name: 'KeCe Kreatif', villageCode: villages.serang };
		const request = () => perform(house.sql, changeGroup, { actor: owner, id: v7(), input: change });
		expect(await request()).toEqual({ groupId, version: 2 });
		await expect(request()).rejects.toMatchObject({ code: 'changed_meanwhile' });
		const [stay] = await house.sql`select village_code from group_member
			where group_member_id = ${groupMemberId}`;
		expect(stay).toEqual({ village_code: villages.serang });
		await expect(card(ours.as('facilitator'), groupId)).rejects.toMatchObject({ code: 'not_found' });
		const remove = (reason: string) =>
			perform(house.sql, removeGroup, { actor: owner, id: v7(), input: { groupId, version: 2, reason } });
		await expect(remove('')).rejects.toMatchObject({ code: 'reason_missing' });
		await remove('dissolved');
		expect((await list(owner)).map(({ name }) => name)).not.toContain('KeCe Kreatif');
		const shown = await card(owner, groupId);
		expect(shown.removedReason).toBe('dissolved');
		expect(shown.stays[0]?.leftOn).not.toBeNull();
		await expect(
			join(owner, { groupId, personId: await person('Terlambat'), joinedOn: '2026-01-01' }),
		).rejects.toMatchObject({ code: 'not_found' });
	});
});

describe('a village of a programme', () => {
	it('stays while the programme has groups in it', async () => {
		await form(ours.as('owner'), { name: 'Penjaga Desa', villageCode: villages.serang });
		const input = { programmeId, version: 1, villages: [villages.kalanganyar] };
		await expect(
			perform(house.sql, programmeSetVillages, { actor: ours.as('owner'), id: v7(), input }),
		).rejects.toMatchObject({ code: 'still_in_use' });
	});
});

describe('membership', () => {
	it('has dates and roles, so that the members of any day can be told', async () => {
		const owner = ours.as('owner');
		const { groupId } = await form(owner, { name: 'Bandeng Presto' });
		const [a, b, c] = [await person('Ani'), await person('Beti'), await person('Cici')];
		const first = await join(owner, { groupId, personId: a, joinedOn: '2022-03-01', role: 'chair' });
		const second = await join(owner, { groupId, personId: b, joinedOn: '2022-03-01' });
		await join(owner, { groupId, personId: c, joinedOn: '2023-01-10' });
		await leave(owner, second.groupMemberId, '2023-06-01');
		await perform(house.sql, changeGroupRole, {
			actor: owner,
			id: v7(),
			input: { groupMemberId: first.groupMemberId, on: '2024-01-01', role: 'member' },
		});
		const shown = await card(owner, groupId);
		expect(shown.headcounts).toEqual([
			{ on: '2022-03-01', members: 2 },
			{ on: '2023-01-10', members: 3 },
			{ on: '2023-06-01', members: 2 },
		]);
		expect(shown.stays.map(({ name, role, joinedOn, leftOn }) => [name, role, joinedOn, leftOn])).toEqual([
			['Ani', 'member', '2024-01-01', null],
			['Cici', 'member', '2023-01-10', null],
			['Beti', 'member', '2022-03-01', '2023-06-01'],
			['Ani', 'chair', '2022-03-01', '2024-01-01'],
		]);
		const on = async (day: string) =>
			(await list(owner, day)).find((group) => group.groupId === groupId) ?? null;
		expect(await on('2023-05-31')).toMatchObject({ members: 3, chair: 'Ani' });
		expect(await on('2023-06-01')).toMatchObject({ members: 2, chair: 'Ani' });
		expect(await on('2024-01-01')).toMatchObject({ members: 2, chair: null });
		expect(await on('2022-02-28')).toMatchObject({ members: 0 });
	});

	it('refuses twice at once, leaving before joining, leaving twice and overlapping stays', async () => {
		const owner = ours.as('owner');
		const { groupId } = await form(owner, { name: 'Sekali Saja' });
		const personId = await person('Dewi');
		const { groupMemberId } = await join(owner, { groupId, personId, joinedOn: '2023-01-01' });
		await expect(join(owner, { groupId, personId, joinedOn: '2023-02-01' })).rejects.toMatchObject({
			code: 'already_there',
		});
		await expect(leave(owner, groupMemberId, '2022-12-31')).rejects.toMatchObject({
			code: 'date_order',
			field: 'leftOn',
		});
		await leave(owner, groupMemberId, '2023-06-01');
		await expect(leave(owner, groupMemberId, '2023-07-01')).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
		await expect(join(owner, { groupId, personId, joinedOn: '2023-05-31' })).rejects.toMatchObject({
			code: 'date_order',
			field: 'joinedOn',
		});
		await join(owner, { groupId, personId, joinedOn: '2023-06-01' });
		const twice = await person('Eka');
		const both = await Promise.allSettled(
			[1, 2].map(() => join(owner, { groupId, personId: twice, joinedOn: '2023-01-01' })),
		);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});

	it('begins, changes and ends on no day to come', async () => {
		const owner = ours.as('owner');
		const { groupId } = await form(owner, { name: 'Besok' });
		const personId = await person('Galuh');
		// Ten in the evening in Jakarta: in the east it is the 23rd already.
		const at = new Date('2026-11-22T15:00:00Z');
		const joining = (joinedOn: string) =>
			perform(house.sql, joinGroup, { actor: owner, id: v7(), at, input: { groupId, personId, joinedOn } });
		await expect(joining('2062-11-22')).rejects.toMatchObject({ code: 'day_ahead', field: 'joinedOn' });
		await expect(joining('2026-11-24')).rejects.toMatchObject({ code: 'day_ahead', field: 'joinedOn' });
		const { groupMemberId } = await joining('2026-11-23');
		const later = { groupMemberId, on: '2062-11-24', role: 'chair' };
		await expect(
			perform(house.sql, changeGroupRole, { actor: owner, id: v7(), at, input: later }),
		).rejects.toMatchObject({ code: 'day_ahead', field: 'on' });
		await expect(leave(owner, groupMemberId, '2062-11-24')).rejects.toMatchObject({
			code: 'day_ahead',
			field: 'leftOn',
		});
		expect((await card(owner, groupId)).stays).toMatchObject([{ leftOn: null }]);
	});

	it('ends with the removal also in a group that the remover does not see', async () => {
		const owner = ours.as('owner');
		const input = { name: 'Di Desa Lain', villageCode: villages.serang };
		const { groupId } = await form(owner, input);
		const personId = await person('Hani');
		await join(owner, { groupId, personId, joinedOn: '2023-01-01' });
		await perform(house.sql, removePerson, {
			actor: ours.as('facilitator'),
			id: v7(),
			// One in the morning of the 22nd in the village.
			at: new Date('2026-11-21T18:00:00Z'),
			input: { personId, version: 1, reason: 'moved' },
		});
		const shown = await card(owner, groupId);
		expect(shown.stays).toMatchObject([{ leftOn: '2026-11-22' }]);
		expect(shown.headcounts.at(-1)).toEqual({ on: '2026-11-22', members: 0 });
		const counted = async (on: string) =>
			(await list(owner, on)).find((group) => group.groupId === groupId)?.members;
		expect([await counted('2026-11-21'), await counted('2026-11-22')]).toEqual([1, 0]);
		const stays = await readAsTenant(house.sql, owner, (tx) => groupsOfPerson(tx, owner, personId));
		expect(stays).toMatchObject([{ leftOn: '2026-11-22' }]);
	});

	it('ends when the person is removed, on the day of the village', async () => {
		const owner = ours.as('owner');
		const { groupId } = await form(owner, { name: 'Ditinggal' });
		const personId = await person('Fitri');
		await join(owner, { groupId, personId, joinedOn: '2023-01-01' });
		await perform(house.sql, removePerson, {
			actor: owner,
			id: v7(),
			at: new Date('2026-11-21T18:00:00Z'),
			input: { personId, version: 1, reason: 'moved' },
		});
		expect((await card(owner, groupId)).headcounts.at(-1)).toEqual({ on: '2026-11-22', members: 0 });
	});
});

describe('who sees groups', () => {
	it('is the organisation, a facilitator her villages, a member her own stays', async () => {
		const owner = ours.as('owner');
		const { groupId } = await form(owner, { name: 'Campuran' });
		const [near, far] = [await person('Orang Sini'), await person('Orang Jauh', villages.serang)];
		await join(owner, { groupId, personId: near, joinedOn: '2023-01-01' });
		await join(owner, { groupId, personId: far, joinedOn: '2023-01-01' });
		const facilitator = ours.as('facilitator');
		expect((await card(facilitator, groupId)).stays.map(({ name }) => name)).toEqual(['Orang Sini', null]);
		expect((await list(facilitator)).every(({ villageCode }) => villageCode === villages.kalanganyar)).toBe(
			true,
		);
		const member = { ...ours.as('member'), personId: near };
		const own = await card(member, groupId);
		expect(own.stays.map(({ personId }) => personId)).toEqual([near]);
		expect(own.headcounts).toEqual([]);
		const stays = (actor: Actor, personId: string) =>
			readAsTenant(house.sql, actor, (tx) => groupsOfPerson(tx, actor, personId));
		expect(await stays(member, near)).toMatchObject([{ group: 'Campuran', role: 'member' }]);
		expect(await stays(member, far)).toEqual([]);
		for (const stranger of [theirs.as('owner'), theirs.as('facilitator')]) {
			await expect(card(stranger, groupId)).rejects.toMatchObject({ code: 'not_found' });
			expect(await list(stranger)).toEqual([]);
			for (const table of ['producer_group', 'group_member'])
				expect(await readAsTenant(house.sql, stranger, (tx) => tx`select from ${tx(table)}`)).toHaveLength(0);
		}
		await expect(card(ours.as('guest'), groupId)).rejects.toMatchObject({ code: 'not_allowed' });
	});

	it('does not let a facilitator take people in whom she does not see, nor anybody without the right', async () => {
		const { groupId } = await form(ours.as('owner'), { name: 'Tertutup' });
		const far = await person('Tak Terlihat', villages.serang);
		const input = { groupId, personId: far, joinedOn: '2023-01-01' };
		await expect(join(ours.as('facilitator'), input)).rejects.toMatchObject({ code: 'not_found' });
		await expect(join(ours.as('facilitator'), { ...input, personId: v7() })).rejects.toMatchObject({
			code: 'not_found',
		});
		await expect(join(theirs.as('owner'), input)).rejects.toMatchObject({ code: 'not_found' });
		for (const role of ['treasurer', 'member', 'auditor', 'guest'] satisfies Role[]) {
			await expect(join(ours.as(role), input)).rejects.toMatchObject({ code: 'not_allowed' });
			await expect(form(ours.as(role), { name: 'x' })).rejects.toMatchObject({ code: 'not_allowed' });
		}
		const all = await readAsTenant(
			house.sql,
			ours.as('facilitator'),
			(tx) => tx`select distinct village_code from group_member`,
		);
		expect([...all]).toEqual([{ village_code: villages.kalanganyar }]);
	});
});

it('groups are a choice while they are few enough; of more the chosen one alone is given', async () => {
	const owner = ours.as('owner');
	const busy = await programmeOf(ours);
	const plant = (from: number, to: number) =>
		asTenant(house.sql, owner, async (tx) => {
			for (let at = from; at <= to; at++)
				await tx`insert into producer_group (org_id, group_id, programme_id, village_code, name, search_name)
					values (${ours.orgId}, ${v7()}, ${busy}, ${villages.kalanganyar},
						${`Kelompok ${String(at).padStart(3, '0')}`}, ${`kelompok ${String(at).padStart(3, '0')}`})`;
		});
	const choices = (chosen: string | null) =>
		readAsTenant(house.sql, owner, (tx) => groupChoices(tx, owner, busy, chosen));
	await plant(1, MOST_CHOICES);
	const all = await choices(null);
	expect(all.tooMany).toBe(false);
	expect(all.groups.map(({ name }) => name)).toEqual(
		Array.from({ length: MOST_CHOICES }, (_, at) => `Kelompok ${String(at + 1).padStart(3, '0')}`),
	);
	await plant(MOST_CHOICES + 1, MOST_CHOICES + 1);
	expect(await choices(null)).toEqual({ groups: [], tooMany: true });
	const one = all.groups[40];
	expect(await choices(one?.groupId ?? null)).toEqual({ groups: [one], tooMany: true });
	expect(await choices(v7())).toEqual({ groups: [], tooMany: true });
});
