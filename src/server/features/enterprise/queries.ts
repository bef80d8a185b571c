/** Reading enterprises: one, a page of the list, and how many of each kind in each village. */
import type { TransactionSql } from 'postgres';
import { asRecord, columnNames } from '../../db/rows.ts';
import { Problem } from '../../problems.ts';
import type { PermitKind } from '../permit/schema.ts';
import type { Enterprise, EnterpriseKind } from './schema.ts';

const fields = [
	'enterpriseId',
	'programmeId',
	'villageCode',
	'name',
	'kind',
	'product',
	'sinceYear',
	'ownerName',
	'ownerId',
	'capacityFrom',
	'capacityTo',
	'capacityUnit',
	'capacityPeriod',
	'workersWomen',
	'workersMen',
	'workersUnrecorded',
	'markets',
	'contact',
	'latitude',
	'longitude',
	'note',
	'endedOn',
	'version',
] as const satisfies readonly (keyof Enterprise)[];

/** What records that belong to an enterprise carry of it. Throws `not_found` when the actor does not see it. */
export async function enterprisePlace(
	tx: TransactionSql,
	orgId: string,
	enterpriseId: string,
	field = 'enterpriseId',
): Promise<Pick<Enterprise, 'programmeId' | 'villageCode' | 'ownerId'>> {
	const [row] = await tx`select programme_id, village_code, owner_id from enterprise
		where org_id = ${orgId} and enterprise_id = ${enterpriseId}`;
	if (row === undefined) throw new Problem('not_found', { field });
	return asRecord(row);
}

/** One enterprise, or null when it is not there for this actor. */
export async function enterpriseById(
	tx: TransactionSql,
	orgId: string,
	enterpriseId: string,
): Promise<(Enterprise & { readonly villageName: string }) | null> {
	const [row] = await tx`select ${tx(columnNames(fields).map((name) => `enterprise.${name}`))},
			area.name as village_name
		from enterprise join area on area.code = enterprise.village_code
		where enterprise.org_id = ${orgId} and enterprise_id = ${enterpriseId}`;
	return row === undefined ? null : asRecord(row);
}

export interface EnterpriseFilter {
	readonly programmeId: string;
	readonly villageCode?: string | null;
	readonly kind?: EnterpriseKind | null;
	/** Part of a name, a product or an owner's name. */
	readonly words?: string | null;
	/** Those without such a permit that holds on the day. */
	readonly without?: { readonly permit: PermitKind; readonly on: string } | null;
	/** Also those that have closed. */
	readonly ended?: boolean;
	/** The last one of the page before. */
	readonly after?: { readonly name: string; readonly enterpriseId: string } | null;
	readonly limit?: number;
}

export interface ListedEnterprise extends Pick<
	Enterprise,
	| 'enterpriseId'
	| 'villageCode'
	| 'name'
	| 'kind'
	| 'product'
	| 'ownerName'
	| 'capacityFrom'
	| 'capacityTo'
	| 'capacityUnit'
	| 'capacityPeriod'
	| 'workersWomen'
	| 'workersMen'
	| 'workersUnrecorded'
	| 'latitude'
	| 'longitude'
	| 'endedOn'
> {
	readonly villageName: string;
	readonly permits: readonly { readonly kind: PermitKind; readonly expiresOn: string | null }[];
}

/** `%` and `_` are letters in what a person searches. */
const likePattern = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

function conditions(tx: TransactionSql, orgId: string, filter: EnterpriseFilter) {
	const { programmeId, villageCode, kind, words, without, ended, after } = filter;
	const pattern = words ? likePattern(words.trim()) : null;
	return tx`enterprise.org_id = ${orgId} and enterprise.programme_id = ${programmeId}
		${villageCode ? tx`and enterprise.village_code = ${villageCode}` : tx``}
		${kind ? tx`and enterprise.kind = ${kind}` : tx``}
		${ended ? tx`` : tx`and enterprise.ended_on is null`}
		${
			pattern
				? tx`and (lower(enterprise.name) like ${pattern} or lower(enterprise.product) like ${pattern}
					or lower(enterprise.owner_name) like ${pattern})`
				: tx``
		}
		${
			without
				? tx`and not exists (select from permit where permit.org_id = ${orgId}
					and permit.enterprise_id = enterprise.enterprise_id and permit.kind = ${without.permit}
					and (permit.expires_on is null or permit.expires_on >= ${without.on}::date))`
				: tx``
		}
		${
			after
				? tx`and (lower(enterprise.name), enterprise.enterprise_id) > (lower(${after.name}), ${after.enterpriseId}::uuid)`
				: tx``
		}`;
}

/** A page of the list by name, with the permits of each. */
export async function listEnterprises(
	tx: TransactionSql,
	orgId: string,
	filter: EnterpriseFilter,
): Promise<ListedEnterprise[]> {
	const rows = await tx`
		with page as (
			select * from enterprise where ${conditions(tx, orgId, filter)}
			order by lower(enterprise.name), enterprise.enterprise_id limit ${filter.limit ?? 50}
		)
		select page.enterprise_id, page.village_code, area.name as village_name, page.name, page.kind, product,
			owner_name, capacity_from, capacity_to, capacity_unit, capacity_period, workers_women, workers_men,
			workers_unrecorded, latitude, longitude, ended_on, coalesce(held.permits, '[]') as permits
		from page join area on area.code = page.village_code
		left join lateral (
			select jsonb_agg(jsonb_build_object('kind', permit.kind, 'expiresOn', expires_on) order by permit.kind) as permits
			from permit where permit.org_id = ${orgId} and permit.enterprise_id = page.enterprise_id
		) held on true
		order by lower(page.name), page.enterprise_id`;
	return rows.map((row) => asRecord<ListedEnterprise>(row));
}

export interface EnterpriseCount {
	readonly villageCode: string;
	readonly villageName: string;
	readonly kind: EnterpriseKind;
	readonly count: number;
	/** Workers that somebody counted, women and men apart; nothing is guessed for the others. */
	readonly women: number;
	readonly men: number;
	readonly unrecorded: number;
	/** Enterprises of which nobody counted any worker. */
	readonly uncounted: number;
}

/** How many enterprises and workers, by village and kind. The page's cut does not matter here. */
export async function countEnterprises(
	tx: TransactionSql,
	orgId: string,
	filter: EnterpriseFilter,
): Promise<EnterpriseCount[]> {
	const rows = await tx`
		select enterprise.village_code, area.name as village_name, enterprise.kind, count(*)::integer as count,
			coalesce(sum(workers_women), 0)::integer as women, coalesce(sum(workers_men), 0)::integer as men,
			coalesce(sum(workers_unrecorded), 0)::integer as unrecorded,
			(count(*) filter (where num_nonnulls(workers_women, workers_men, workers_unrecorded) = 0))::integer as uncounted
		from enterprise join area on area.code = enterprise.village_code
		where ${conditions(tx, orgId, { ...filter, after: null })}
		group by enterprise.village_code, area.name, enterprise.kind
		order by area.name, enterprise.village_code, enterprise.kind`;
	return rows.map((row) => asRecord<EnterpriseCount>(row));
}
