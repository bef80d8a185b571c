import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { readAsTenant } from '#server/db/tenant.ts';
import { people, testHouse } from '#server/db/testing.ts';
import type { People } from '#server/db/testing.ts';
import { villages } from '#server/db/testing-areas.ts';
import { addPerson, removePerson } from '../person/commands.ts';
import { addHousehold, changeHead, joinHousehold, leaveHousehold } from './commands.ts';
import { householdOf } from './queries.ts';

const house = testHouse();
let ours: People;
let theirs: People;

const person = async (name: string, villageCode: string = villages.kalanganyar, who = ours) => {
	const input = { name, villageCode };
	return (await perform(house.sql, addPerson, { actor: who.as('owner'), id: v7(), input })).personId;
};
const form = (actor: Actor, headPersonId: string) =>
	perform(house.sql, addHousehold, { actor, id: v7(), input: { headPersonId } });
const join = (actor: Actor, householdId: string, personId: string, relation = 'spouse') =>
	perform(house.sql, joinHousehold, { actor, id: v7(), input: { householdId, personId, relation } });
const leave = (actor: Actor, personId: string) =>
	perform(house.sql, leaveHousehold, { actor, id: v7(), input: { personId } });
const membersOf = async (actor: Actor, personId: string) => {
	const home = await readAsTenant(house.sql, actor, (tx) => householdOf(tx, actor, personId));
	return home?.members.map(({ name, relation }) => `${name}: ${relation}`) ?? null;
};

beforeAll(async () => {
	ours = await people(house.sql, 'Yayasan Sisik Mas');
	theirs = await people(house.sql, 'Koperasi Lain');
});

describe('a household', () => {
	it('is its members, the head first; nobody is in two, and one is head', async () => {
		const owner = ours.as('facilitator');
		const [head, wife, child] = [await person('Pak Slamet'), await person('Bu Slamet'), await person('Anak')];
		const { householdId } = await form(owner, head);
		await join(owner, householdId, wife);
		await join(owner, householdId, child, 'child');
		expect(await membersOf(owner, child)).toEqual(['Pak Slamet: head', 'Anak: child', 'Bu Slamet: spouse']);
		await expect(form(owner, wife)).rejects.toMatchObject({ code: 'already_there' });
		await expect(join(owner, householdId, wife)).rejects.toMatchObject({
			code: 'already_there',
			field: 'personId',
		});
		await expect(join(owner, householdId, await person('Kedua'), 'head')).rejects.toMatchObject({
			code: 'input_not_readable',
			field: 'relation',
		});
		const input = { householdId, personId: wife };
		await perform(house.sql, changeHead, { actor: owner, id: v7(), input });
		expect(await membersOf(owner, head)).toEqual(['Bu Slamet: head', 'Anak: child', 'Pak Slamet: other']);
		await expect(
			perform(house.sql, changeHead, {
				actor: owner,
				id: v7(),
				input: { householdId, personId: await person('Orang Lain') },
			}),
		).rejects.toMatchObject({ code: 'not_found' });
		expect((await membersOf(owner, head))?.[0]).toBe('Bu Slamet: head');
	});

	it('goes with the last who leaves, also when she is removed', async () => {
		const owner = ours.as('owner');
		const [one, two] = [await person('Satu'), await person('Dua')];
		const { householdId } = await form(owner, one);
		await join(owner, householdId, two, 'other');
		await leave(owner, one);
		expect(await membersOf(owner, one)).toBeNull();
		expect(await membersOf(owner, two)).toEqual(['Dua: other']);
		const input = { personId: two, version: 1, reason: 'mistake' };
		await perform(house.sql, removePerson, { actor: owner, id: v7(), input });
		expect(await house.sql`select from household where household_id = ${householdId}`).toHaveLength(0);
		await expect(leave(owner, two)).rejects.toMatchObject({ code: 'not_found' });
	});

	it('is for those who may change people, in their villages and organisation', async () => {
		const far = await person('Di Serang', villages.serang);
		const { householdId } = await form(ours.as('owner'), far);
		const facilitator = ours.as('facilitator');
		const near = await person('Di Sini');
		await expect(form(facilitator, far)).rejects.toMatchObject({ code: 'not_found' });
		await expect(join(facilitator, householdId, near)).rejects.toMatchObject({ code: 'not_found' });
		await expect(leave(facilitator, far)).rejects.toMatchObject({ code: 'not_found' });
		expect(await membersOf(facilitator, far)).toBeNull();
		expect(await membersOf(theirs.as('owner'), far)).toBeNull();
		const foreign = await person('Orang Lain', villages.kalanganyar, theirs);
		await expect(form(ours.as('owner'), foreign)).rejects.toMatchObject({ code: 'not_found' });
		const member = { ...ours.as('member'), personId: near };
		expect(await membersOf(member, far)).toBeNull();
		expect(await readAsTenant(house.sql, member, (tx) => tx`select from household_member`)).toHaveLength(0);
		for (const role of ['treasurer', 'member', 'auditor', 'guest'] satisfies Role[])
			await expect(form(ours.as(role), near)).rejects.toMatchObject({ code: 'not_allowed' });
		for (const table of ['household', 'household_member'])
			for (const actor of [facilitator, theirs.as('owner')])
				expect(
					await readAsTenant(
						house.sql,
						actor,
						(tx) => tx`select from ${tx(table)} where village_code = ${villages.serang}`,
					),
				).toHaveLength(0);
	});
});
