/** Forming groups, and joining and leaving them. */
import type { TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import type { Actor } from '#server/access/roles.ts';
import { dayInJakarta, notAhead } from '#server/calendar.ts';
import { command } from '#server/db/command.ts';
import { Problem } from '#server/problems.ts';
import { personSeen } from '../person/queries.ts';
import { searchText } from '../person/schema.ts';
import {
	addGroupInput,
	changeGroupInput,
	changeGroupRoleInput,
	joinGroupInput,
	leaveGroupInput,
	removeGroupInput,
} from './schema.ts';
import type { GroupFields } from './schema.ts';

const keptOf = (fields: GroupFields) => ({
	name: fields.name,
	search_name: searchText(fields.name),
	village_code: fields.villageCode,
	founded_on: fields.foundedOn,
	main_product: fields.mainProduct,
	note: fields.note,
});

type Kept = ReturnType<typeof keptOf>;

/** Locks a group that the actor sees and that was not removed. */
async function lock(tx: TransactionSql, { orgId }: Actor, groupId: string) {
	const [found] = await tx<(Kept & { version: number })[]>`
		select name, search_name, village_code, founded_on, main_product, note, version
		from producer_group where org_id = ${orgId} and group_id = ${groupId} and removed_at is null for update`;
	if (found === undefined) throw new Problem('not_found', { record: 'group' });
	const { version, ...kept } = found;
	return { version, kept };
}

async function lockVersion(tx: TransactionSql, actor: Actor, given: { groupId: string; version: number }) {
	const { version, kept } = await lock(tx, actor, given.groupId);
	if (version !== given.version) throw new Problem('changed_meanwhile', { version });
	return kept;
}

export const addGroup = command('group.add', {
	right: 'change-people',
	schema: addGroupInput,
	async run({ tx, actor: { orgId }, input }) {
		const groupId = input.groupId ?? v7();
		const { programmeId } = input;
		const kept = keptOf(input);
		await tx`insert into producer_group ${tx({
			org_id: orgId,
			group_id: groupId,
			programme_id: programmeId,
			...kept,
		})}`;
		const after = { programme_id: programmeId, ...kept };
		return {
			receipt: { groupId, version: 1 },
			traces: [{ kind: 'group', id: groupId, village: kept.village_code, after }],
		};
	},
});

export const changeGroup = command('group.change', {
	right: 'change-people',
	schema: changeGroupInput,
	async run({ tx, actor, input }) {
		const { groupId } = input;
		const before = await lockVersion(tx, actor, input);
		const after = keptOf(input);
		const version = input.version + 1;
		const mine = tx`org_id = ${actor.orgId} and group_id = ${groupId}`;
		const changed = tx`update producer_group set ${tx({ ...after, version })} where ${mine}`;
		const village = after.village_code;
		// One statement, because the key holds the members to the group's village at its end.
		if (before.village_code === village) await changed;
		else
			await tx`with members as (update group_member set village_code = ${village} where ${mine}) ${changed}`;
		const record = { kind: 'group', id: groupId };
		const traces =
			before.village_code === village
				? [{ ...record, village, before, after }]
				: [
						{ ...record, village: before.village_code, before },
						{ ...record, village, after },
					];
		return { receipt: { groupId, version }, traces };
	},
});

export const removeGroup = command('group.remove', {
	right: 'change-people',
	schema: removeGroupInput,
	async run({ tx, actor, input: { groupId, reason, ...input }, at }) {
		const before = await lockVersion(tx, actor, { groupId, ...input });
		const version = input.version + 1;
		const today = dayInJakarta(at);
		const mine = tx`org_id = ${actor.orgId} and group_id = ${groupId}`;
		const { count } = await tx`update group_member set left_on = greatest(joined_on, ${today}::date)
			where ${mine} and left_on is null`;
		await tx`update producer_group
			set removed_at = ${at}, removed_reason = ${reason}, version = ${version} where ${mine}`;
		const after = { removed_reason: reason, members_left: count };
		return {
			receipt: { groupId, version },
			traces: [{ kind: 'group', id: groupId, village: before.village_code, before, after }],
		};
	},
});

export const joinGroup = command('group-member.join', {
	right: 'change-people',
	schema: joinGroupInput,
	async run({ tx, actor, input, at }) {
		const { groupId, personId, role, joinedOn } = input;
		notAhead(joinedOn, at, 'joinedOn');
		const groupMemberId = input.groupMemberId ?? v7();
		const { kept: group } = await lock(tx, actor, groupId);
		const village = group.village_code;
		// Asked for under the actor's own eyes: the key alone would take anybody of the organisation.
		if ((await personSeen(tx, actor, personId)) === null)
			throw new Problem('not_found', { field: 'personId' });
		const [earlier] = await tx`select from group_member where org_id = ${actor.orgId}
			and group_id = ${groupId} and person_id = ${personId} and left_on > ${joinedOn}`;
		if (earlier !== undefined) throw new Problem('date_order', { field: 'joinedOn' });
		await tx`insert into group_member
				(org_id, group_member_id, group_id, person_id, village_code, role, joined_on)
			values (${actor.orgId}, ${groupMemberId}, ${groupId}, ${personId}, ${village}, ${role}, ${joinedOn})`;
		const after = { group_id: groupId, person_id: personId, role, joined_on: joinedOn };
		return {
			receipt: { groupMemberId },
			traces: [{ kind: 'group-member', id: groupMemberId, village, after }],
		};
	},
});

interface StayRow {
	readonly group_id: string;
	readonly person_id: string;
	readonly village_code: string;
	readonly role: string;
	readonly joined_on: string;
	readonly left_on: string | null;
}

/** Locks a stay that has not ended. */
async function lockStay(tx: TransactionSql, { orgId }: Actor, groupMemberId: string): Promise<StayRow> {
	const [stay] = await tx<StayRow[]>`
		select group_id, person_id, village_code, role, joined_on, left_on from group_member
		where org_id = ${orgId} and group_member_id = ${groupMemberId} for update`;
	if (stay === undefined) throw new Problem('not_found', { record: 'group-member' });
	if (stay.left_on !== null) throw new Problem('changed_meanwhile');
	return stay;
}

export const leaveGroup = command('group-member.leave', {
	right: 'change-people',
	schema: leaveGroupInput,
	async run({ tx, actor, input: { groupMemberId, leftOn }, at }) {
		notAhead(leftOn, at, 'leftOn');
		const { village_code: village } = await lockStay(tx, actor, groupMemberId);
		await tx`update group_member set left_on = ${leftOn}
			where org_id = ${actor.orgId} and group_member_id = ${groupMemberId}`;
		const change = { before: { left_on: null }, after: { left_on: leftOn } };
		return {
			receipt: { groupMemberId },
			traces: [{ kind: 'group-member', id: groupMemberId, village, ...change }],
		};
	},
});

/** The stay ends and another begins on the same day, so that who was chair when can be told. */
export const changeGroupRole = command('group-member.change-role', {
	right: 'change-people',
	schema: changeGroupRoleInput,
	async run({ tx, actor, input: { groupMemberId, on, role }, at }) {
		notAhead(on, at, 'on');
		const { orgId } = actor;
		const stay = await lockStay(tx, actor, groupMemberId);
		const village = stay.village_code;
		const next = v7();
		await tx`update group_member set left_on = ${on}
			where org_id = ${orgId} and group_member_id = ${groupMemberId}`;
		await tx`insert into group_member
				(org_id, group_member_id, group_id, person_id, village_code, role, joined_on)
			values (${orgId}, ${next}, ${stay.group_id}, ${stay.person_id}, ${village}, ${role}, ${on})`;
		const before = { role: stay.role, left_on: null };
		return {
			receipt: { groupMemberId: next },
			traces: [
				{ kind: 'group-member', id: groupMemberId, village, before, after: { left_on: on } },
				{ kind: 'group-member', id: next, village, after: { role, joined_on: on } },
			],
		};
	},
});
