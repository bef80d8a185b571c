/** Reading agreements with the names of their sides. A side in a village that the actor does not see has no name. */
import type { TransactionSql } from 'postgres';
import { asRecord } from '../../db/rows.ts';
import type { Agreement } from './schema.ts';

export interface ListedAgreement extends Agreement {
	/** Null: in a village of somebody else. */
	readonly giverName: string | null;
	readonly takerName: string | null;
	/** On the day that was asked. */
	readonly state: 'coming' | 'running' | 'ended';
}

interface AgreementFilter {
	readonly programmeId: string;
	/** The day for which it is asked. */
	readonly on: string;
	/** Where it is given or taken. */
	readonly villageCode?: string | null;
	readonly enterpriseId?: string | null;
	readonly stakeholderId?: string | null;
	readonly agreementId?: string | null;
	/** Also those that have ended. */
	readonly ended?: boolean;
}

/** Agreements by material. Without a first day one runs already, without a last day it runs on. */
export async function listAgreements(
	tx: TransactionSql,
	orgId: string,
	filter: AgreementFilter,
): Promise<ListedAgreement[]> {
	const { programmeId, on, villageCode, enterpriseId, stakeholderId, agreementId, ended } = filter;
	const rows = await tx`
		select agreement_id, agreement.programme_id, agreement.village_code, taker_village_code, giver_enterprise_id,
			giver_stakeholder_id, taker_enterprise_id, taker_stakeholder_id, stream_id, material, quantity_from,
			quantity_to, unit, period, basis, price, since, until, delivery, terms, agreement.version,
			coalesce(giver.name, giving.name) as giver_name, coalesce(taker.name, taking.name) as taker_name,
			case when since > ${on}::date then 'coming' when until < ${on}::date then 'ended' else 'running' end as state
		from supply_agreement agreement
		left join enterprise giver on giver.org_id = ${orgId} and giver.enterprise_id = giver_enterprise_id
		left join stakeholder giving on giving.org_id = ${orgId} and giving.stakeholder_id = giver_stakeholder_id
		left join enterprise taker on taker.org_id = ${orgId} and taker.enterprise_id = taker_enterprise_id
		left join stakeholder taking on taking.org_id = ${orgId} and taking.stakeholder_id = taker_stakeholder_id
		where agreement.org_id = ${orgId} and agreement.programme_id = ${programmeId}
			${villageCode ? tx`and ${villageCode} in (agreement.village_code, taker_village_code)` : tx``}
			${enterpriseId ? tx`and ${enterpriseId}::uuid in (giver_enterprise_id, taker_enterprise_id)` : tx``}
			${stakeholderId ? tx`and ${stakeholderId}::uuid in (giver_stakeholder_id, taker_stakeholder_id)` : tx``}
			${agreementId ? tx`and agreement_id = ${agreementId}` : tx``}
			${ended ? tx`` : tx`and (until is null or until >= ${on}::date)`}
		order by lower(material), since nulls first, agreement_id`;
	return rows.map((row) => asRecord<ListedAgreement>(row));
}

/** How many agreements of each programme end within so many days from a day on, that day included. */
export async function countAgreementsEnding(
	tx: TransactionSql,
	orgId: string,
	on: string,
	days: number,
): Promise<{ readonly programmeId: string; readonly count: number }[]> {
	return tx<{ programmeId: string; count: number }[]>`
		select programme_id as "programmeId", count(*)::int as count from supply_agreement
		where org_id = ${orgId} and until between ${on}::date and ${on}::date + ${days}::int
		group by programme_id order by programme_id`;
}
