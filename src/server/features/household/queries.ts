/** Reading households: always from somebody in one, because a household has nothing of its own. */
import type { TransactionSql } from 'postgres';
import type { Actor } from '#server/access/roles.ts';
import { checkMayRead } from '../person/queries.ts';
import type { relations } from './schema.ts';

export interface HouseholdMember {
	readonly personId: string;
	readonly name: string;
	readonly birthYear: number | null;
	readonly relation: (typeof relations)[number];
}

/** The household of a person with those of its members whom the actor sees, the head first; null when she is in none. */
export async function householdOf(tx: TransactionSql, actor: Actor, personId: string) {
	checkMayRead(actor);
	const { orgId } = actor;
	const rows = await tx<(HouseholdMember & { householdId: string })[]>`
		select other.household_id as "householdId", person.person_id as "personId", person.name,
			person.birth_year as "birthYear", other.relation
		from household_member mine
		join household_member other on other.org_id = ${orgId} and other.household_id = mine.household_id
		join person on person.org_id = ${orgId} and person.person_id = other.person_id
		where mine.org_id = ${orgId} and mine.person_id = ${personId}
		order by other.relation <> 'head', person.birth_year nulls last, person.name`;
	const [first] = rows;
	if (first === undefined) return null;
	const members = rows.map(({ householdId: _, ...member }): HouseholdMember => member);
	return { householdId: first.householdId, members };
}
