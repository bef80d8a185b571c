/** Reading stakeholders. */
import type { TransactionSql } from 'postgres';
import { asRecord } from '../../db/rows.ts';
import { Problem } from '../../problems.ts';
import type { ActorGroup, Stakeholder } from './schema.ts';

/** What records that belong to a stakeholder carry of it. Throws `not_found` when the actor does not see it. */
export async function stakeholderPlace(
	tx: TransactionSql,
	orgId: string,
	stakeholderId: string,
	field: string,
): Promise<Pick<Stakeholder, 'programmeId' | 'villageCode' | 'personId'>> {
	const [row] = await tx`select programme_id, village_code, person_id from stakeholder
		where org_id = ${orgId} and stakeholder_id = ${stakeholderId}`;
	if (row === undefined) throw new Problem('not_found', { field });
	return asRecord(row);
}

export interface ListedStakeholder extends Stakeholder {
	/** Null for one that works everywhere. */
	readonly villageName: string | null;
}

const columns = (
	tx: TransactionSql,
) => tx`stakeholder_id, programme_id, village_code, area.name as village_name,
	person_id, stakeholder.name, actor_group, kind, what_it_does, concern, interest, influence, contact, latitude,
	longitude, ended_on, version`;

interface StakeholderFilter {
	readonly programmeId: string;
	/** Those of the village and those that work everywhere. */
	readonly villageCode?: string | null;
	readonly actorGroup?: ActorGroup | null;
	readonly ended?: boolean;
}

/** By group, then those with most influence and interest first; who was not judged comes last. */
export async function listStakeholders(
	tx: TransactionSql,
	orgId: string,
	{ programmeId, villageCode, actorGroup, ended }: StakeholderFilter,
): Promise<ListedStakeholder[]> {
	const rows = await tx`
		select ${columns(tx)} from stakeholder left join area on area.code = village_code
		where org_id = ${orgId} and programme_id = ${programmeId}
			${villageCode ? tx`and (village_code = ${villageCode} or village_code is null)` : tx``}
			${actorGroup ? tx`and actor_group = ${actorGroup}` : tx``}
			${ended ? tx`` : tx`and ended_on is null`}
		order by array_position(array['government', 'business', 'community', 'knowledge'], actor_group),
			influence desc nulls last, interest desc nulls last, lower(stakeholder.name), stakeholder_id`;
	return rows.map((row) => asRecord<ListedStakeholder>(row));
}
