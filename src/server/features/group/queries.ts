/** Reading groups: a programme's list, a card with its members over time, the groups of a person. */
import type { TransactionSql } from 'postgres';
import type { Actor } from '#server/access/roles.ts';
import { Problem } from '#server/problems.ts';
import { checkMayRead } from '../person/queries.ts';
import type { groupRoles } from './schema.ts';

export interface GroupLine {
	readonly groupId: string;
	readonly name: string;
	readonly villageCode: string;
	readonly villageName: string;
	readonly mainProduct: string | null;
	readonly foundedOn: string | null;
	/** How many belong to it on the day that was asked for. */
	readonly members: number;
	readonly chair: string | null;
}

/**
 * The first day on which somebody no longer belongs. Who was removed by somebody who does not see the group is still in it
 * by its row; for those who see her she left on the day she was removed.
 */
const left = (tx: TransactionSql) => tx`coalesce(left_on, case when person.removed_at is not null
	then greatest(joined_on, (person.removed_at at time zone 'Asia/Jakarta')::date) end)`;

/** The groups of a programme that the actor sees, by name. */
export async function groupsOf(
	tx: TransactionSql,
	actor: Actor,
	filter: { readonly programmeId: string; readonly on: string },
): Promise<GroupLine[]> {
	checkMayRead(actor);
	const { orgId } = actor;
	const rows = await tx<GroupLine[]>`
		select producer_group.group_id as "groupId", producer_group.name, village_code as "villageCode",
			area.name as "villageName", main_product as "mainProduct", founded_on as "foundedOn",
			coalesce(today.members, 0) as members, today.chair
		from producer_group
		join area on area.code = village_code
		left join lateral (
			select count(*)::int as members, min(person.name) filter (where role = 'chair') as chair
			from group_member left join person on person.org_id = ${orgId}
				and person.person_id = group_member.person_id
			where group_member.org_id = ${orgId} and group_member.group_id = producer_group.group_id
				and joined_on <= ${filter.on} and coalesce(${left(tx)} > ${filter.on}, true)
		) today on true
		where producer_group.org_id = ${orgId} and programme_id = ${filter.programmeId}
			and producer_group.removed_at is null
		order by producer_group.search_name, producer_group.group_id`;
	return [...rows];
}

/** More than these are no choice on a phone any more: one looks for a group in the list of groups. */
export const MOST_CHOICES = 100;

interface GroupChoices {
	/** By name; of too many, the chosen one alone. */
	readonly groups: readonly { readonly groupId: string; readonly name: string }[];
	readonly tooMany: boolean;
}

/** The groups of a programme that the actor sees as a choice: nobody is counted. */
export async function groupChoices(
	tx: TransactionSql,
	actor: Actor,
	programmeId: string,
	chosen: string | null,
): Promise<GroupChoices> {
	checkMayRead(actor);
	const where = tx`org_id = ${actor.orgId} and programme_id = ${programmeId} and removed_at is null`;
	const rows = await tx<{ groupId: string; name: string }[]>`
		select group_id as "groupId", name from producer_group
		where ${where} order by search_name, group_id limit ${MOST_CHOICES + 1}`;
	if (rows.length <= MOST_CHOICES) return { groups: [...rows], tooMany: false };
	if (chosen === null) return { groups: [], tooMany: true };
	const one = await tx<{ groupId: string; name: string }[]>`
		select group_id as "groupId", name from producer_group where ${where} and group_id = ${chosen}`;
	return { groups: [...one], tooMany: true };
}

export interface Stay {
	readonly groupMemberId: string;
	readonly personId: string;
	/** Null when the actor does not see the person: she lives in another village. */
	readonly name: string | null;
	readonly role: (typeof groupRoles)[number];
	readonly joinedOn: string;
	readonly leftOn: string | null;
}

export interface Headcount {
	readonly on: string;
	readonly members: number;
}

const staysOf = (tx: TransactionSql, { orgId }: Actor, groupId: string) => tx<Stay[]>`
	select group_member_id as "groupMemberId", group_member.person_id as "personId", person.name, role,
		joined_on as "joinedOn", ${left(tx)} as "leftOn"
	from group_member
	left join person on person.org_id = ${orgId} and person.person_id = group_member.person_id
	where group_member.org_id = ${orgId} and group_id = ${groupId}
	order by "leftOn" nulls first,
		array_position(array['chair', 'secretary', 'treasurer', 'member'], role), person.name, joined_on`;

/** How many members there were from each day on that changed it. A change of role changes nothing. */
export function headcounts(stays: readonly Stay[]): Headcount[] {
	const changes = new Map<string, number>();
	const add = (on: string, by: number): unknown => changes.set(on, (changes.get(on) ?? 0) + by);
	for (const { joinedOn, leftOn } of stays) {
		add(joinedOn, 1);
		if (leftOn !== null) add(leftOn, -1);
	}
	let members = 0;
	return [...changes]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.filter(([, by]) => by !== 0)
		.map(([on, by]) => ({ on, members: (members += by) }));
}

interface GroupRow {
	readonly programmeId: string;
	readonly name: string;
	readonly villageCode: string;
	readonly villageName: string;
	readonly mainProduct: string | null;
	readonly foundedOn: string | null;
	readonly note: string | null;
	readonly version: number;
	readonly removedAt: Date | null;
	readonly removedReason: string | null;
}

/** A group with everybody who is or was in it. A member reads her own stays, and no counts of what she does not see. */
export async function groupCard(tx: TransactionSql, actor: Actor, groupId: string) {
	checkMayRead(actor);
	const [group] = await tx<GroupRow[]>`
		select programme_id as "programmeId", producer_group.name, village_code as "villageCode",
			area.name as "villageName", main_product as "mainProduct", founded_on as "foundedOn", note,
			version, removed_at as "removedAt", removed_reason as "removedReason"
		from producer_group join area on area.code = village_code
		where org_id = ${actor.orgId} and group_id = ${groupId}`;
	if (group === undefined) throw new Problem('not_found', { record: 'group' });
	const stays = [...(await staysOf(tx, actor, groupId))];
	return { groupId, ...group, stays, headcounts: actor.personId === null ? headcounts(stays) : [] };
}

export type GroupCard = Awaited<ReturnType<typeof groupCard>>;

/** The groups that a person is or was in, today's first, each with the programme that it belongs to. */
export async function groupsOfPerson(tx: TransactionSql, actor: Actor, personId: string) {
	checkMayRead(actor);
	const { orgId } = actor;
	const rows = await tx<
		(Omit<Stay, 'personId' | 'name'> & { groupId: string; group: string; slug: string })[]
	>`
		select group_member_id as "groupMemberId", group_member.group_id as "groupId",
			producer_group.name as group, slug, role, joined_on as "joinedOn", ${left(tx)} as "leftOn"
		from group_member
		left join person on person.org_id = ${orgId} and person.person_id = group_member.person_id
		join producer_group on producer_group.org_id = ${orgId} and producer_group.group_id = group_member.group_id
		join programme on programme.org_id = ${orgId} and programme.programme_id = producer_group.programme_id
		where group_member.org_id = ${orgId} and group_member.person_id = ${personId}
		order by "leftOn" desc nulls first, joined_on desc`;
	return [...rows];
}
