/** Putting people into households. The village is the household's: that of its first head. */
import type { TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import type { Actor } from '#server/access/roles.ts';
import { command } from '#server/db/command.ts';
import { Problem } from '#server/problems.ts';
import { personSeen } from '../person/queries.ts';
import { addHouseholdInput, changeHeadInput, joinHouseholdInput, leaveHouseholdInput } from './schema.ts';

async function lockHousehold(tx: TransactionSql, { orgId }: Actor, householdId: string) {
	const [found] = await tx<{ village_code: string }[]>`
		select village_code from household where org_id = ${orgId} and household_id = ${householdId}`;
	if (found === undefined) throw new Problem('not_found', { record: 'household' });
	return found.village_code;
}

async function seen(tx: TransactionSql, actor: Actor, personId: string) {
	const person = await personSeen(tx, actor, personId);
	if (person === null) throw new Problem('not_found', { field: 'personId' });
	return person;
}

export const addHousehold = command('household.add', {
	right: 'change-people',
	schema: addHouseholdInput,
	async run({ tx, actor, input: { headPersonId, ...input } }) {
		const { orgId } = actor;
		const householdId = input.householdId ?? v7();
		const { village_code: village } = await seen(tx, actor, headPersonId);
		await tx`insert into household (org_id, household_id, village_code)
			values (${orgId}, ${householdId}, ${village})`;
		await tx`insert into household_member (org_id, person_id, household_id, village_code, relation)
			values (${orgId}, ${headPersonId}, ${householdId}, ${village}, 'head')`;
		const after = { head: headPersonId };
		return {
			receipt: { householdId },
			traces: [{ kind: 'household', id: householdId, village, after }],
		};
	},
});

export const joinHousehold = command('household.join', {
	right: 'change-people',
	schema: joinHouseholdInput,
	async run({ tx, actor, input: { householdId, personId, relation } }) {
		const village = await lockHousehold(tx, actor, householdId);
		await seen(tx, actor, personId);
		await tx`insert into household_member (org_id, person_id, household_id, village_code, relation)
			values (${actor.orgId}, ${personId}, ${householdId}, ${village}, ${relation})`;
		const after = { joined: personId, relation };
		return {
			receipt: { householdId },
			traces: [{ kind: 'household', id: householdId, village, after }],
		};
	},
});

export const leaveHousehold = command('household.leave', {
	right: 'change-people',
	schema: leaveHouseholdInput,
	async run({ tx, actor: { orgId }, input: { personId } }) {
		const [left] = await tx<{ household_id: string; village_code: string; relation: string }[]>`
			delete from household_member where org_id = ${orgId} and person_id = ${personId}
			returning household_id, village_code, relation`;
		if (left === undefined) throw new Problem('not_found', { record: 'household' });
		// The last one takes the household with her.
		const householdId = left.household_id;
		await tx`delete from household where org_id = ${orgId} and household_id = ${householdId}
			and not exists (select from household_member other
				where other.org_id = ${orgId} and other.household_id = ${householdId})`;
		const before = { left: personId, relation: left.relation };
		return {
			receipt: { householdId },
			traces: [{ kind: 'household', id: householdId, village: left.village_code, before }],
		};
	},
});

export const changeHead = command('household.change-head', {
	right: 'change-people',
	schema: changeHeadInput,
	async run({ tx, actor, input: { householdId, personId } }) {
		const village = await lockHousehold(tx, actor, householdId);
		const mine = tx`org_id = ${actor.orgId} and household_id = ${householdId}`;
		const [before] = await tx<{ person_id: string }[]>`
			update household_member set relation = 'other' where ${mine} and relation = 'head'
			returning person_id`;
		const { count } = await tx`
			update household_member set relation = 'head' where ${mine} and person_id = ${personId}`;
		if (count === 0) throw new Problem('not_found', { field: 'personId' });
		const change = { before: { head: before?.person_id ?? null }, after: { head: personId } };
		return {
			receipt: { householdId },
			traces: [{ kind: 'household', id: householdId, village, ...change }],
		};
	},
});
