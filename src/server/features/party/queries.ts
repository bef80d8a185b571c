/** Reading the sides of streams and agreements. */
import type { TransactionSql } from 'postgres';
import type { Actor } from '../../access/roles.ts';
import { asRecord } from '../../db/rows.ts';
import { Problem } from '../../problems.ts';
import { enterprisePlace } from '../enterprise/queries.ts';
import { personSeen } from '../person/queries.ts';
import { stakeholderPlace } from '../stakeholder/queries.ts';
import type { ActorGroup } from '../stakeholder/schema.ts';
import type { Party } from './schema.ts';

export interface PartyPlace {
	readonly programmeId: string;
	readonly enterpriseId: string | null;
	readonly stakeholderId: string | null;
	/** Null for a stakeholder that works everywhere. */
	readonly villageCode: string | null;
	/** The person whose own record it is. */
	readonly ownerId: string | null;
}

/** What a record of this side carries. Throws `not_found` when the actor does not see the side. */
export async function partyPlace(
	tx: TransactionSql,
	orgId: string,
	{ kind, id }: Party,
	/** What a form calls this side. */
	field: string,
): Promise<PartyPlace> {
	if (kind === 'enterprise') {
		const found = await enterprisePlace(tx, orgId, id, field);
		return { ...found, enterpriseId: id, stakeholderId: null };
	}
	const { personId, ...found } = await stakeholderPlace(tx, orgId, id, field);
	return { ...found, ownerId: personId, enterpriseId: null, stakeholderId: id };
}

/**
 * A foreign key looks past the policies: a person who is named must be seen by who names her. One whom the record names
 * already stays, also when she was removed since or lives in another village: nobody is named anew.
 */
export async function checkPerson(
	tx: TransactionSql,
	actor: Actor,
	personId: string | null,
	field: string,
	onRecord: unknown = null,
): Promise<void> {
	if (personId !== null && personId !== onRecord && (await personSeen(tx, actor, personId)) === null)
		throw new Problem('not_found', { field });
}

export interface ListedParty extends Party {
	readonly name: string;
	/** Null for an enterprise. */
	readonly actorGroup: ActorGroup | null;
	readonly villageCode: string | null;
	/** Closed, or no longer involved: offered only where a record names it already. */
	readonly ended: boolean;
}

/** Everybody who is or was a side, by name: for a form's choice. */
export async function listParties(
	tx: TransactionSql,
	orgId: string,
	programmeId: string,
): Promise<ListedParty[]> {
	const rows = await tx`
		select 'enterprise' as kind, enterprise_id as id, name, null as actor_group, village_code,
			ended_on is not null as ended from enterprise
		where org_id = ${orgId} and programme_id = ${programmeId}
		union all
		select 'stakeholder', stakeholder_id, name, actor_group, village_code, ended_on is not null from stakeholder
		where org_id = ${orgId} and programme_id = ${programmeId}
		order by 3, 2`;
	return rows.map((row) => asRecord<ListedParty>(row));
}
