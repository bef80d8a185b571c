/**
 * Reading by-product streams: each with what is left of it, and the sums that can be made. Sums are the database's exact
 * decimals; amounts of two kinds (wet and dry, per day and per month, kilograms and pieces) never meet in one.
 */
import type { TransactionSql } from 'postgres';
import { asRecord } from '../../db/rows.ts';
import { unitSizes } from '../amount/schema.ts';
import type { MoistureBasis, Period } from '../amount/schema.ts';
import type { Stream, Use } from './schema.ts';

interface StreamFilter {
	readonly programmeId: string;
	/** The day on which agreements take from a stream. */
	readonly on: string;
	readonly villageCode?: string | null;
	/** Part of the name of a material. */
	readonly words?: string | null;
	readonly used?: Use | null;
	readonly enterpriseId?: string | null;
	readonly stakeholderId?: string | null;
	readonly streamId?: string | null;
}

/** What is left, in the base unit of its kind (kg for gram and ton). */
interface Left {
	readonly baseUnit: string | null;
	/** Null: nobody knows. */
	readonly leftFrom: string | null;
	readonly leftTo: string | null;
	/** Agreements that take from it on the day. */
	readonly takers: number;
	/** Of these, those whose amount is of another kind, so that it cannot be subtracted. */
	readonly takersOfAnotherKind: number;
	/** Of these, those without an amount. */
	readonly takersUnweighed: number;
	/** More is promised than there is, even at its most. */
	readonly promisedTooMuch: boolean;
}

export interface ListedStream extends Stream, Left {
	readonly villageName: string;
	/** Null: an actor in a village of somebody else. */
	readonly sourceName: string | null;
}

const likePattern = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/**
 * `measured`: streams in the base unit of their kind, with what agreements take. What is left is known when the stream is
 * said to be unused or used, or when weighed agreements of the same kind are on record; an agreement of another kind or a
 * use that nobody recorded leaves it open. Never below 0: more promised than there is, is said apart.
 */
function measured(tx: TransactionSql, orgId: string, filter: StreamFilter) {
	const { programmeId, on, villageCode, words, used, enterpriseId, stakeholderId, streamId } = filter;
	const [names, roots, factors] = [0, 1, 2].map((column) => unitSizes.map((size) => size[column] as string));
	const pattern = words ? likePattern(words.trim()) : null;
	return tx`
		size (name, root, factor) as (
			select * from unnest(${names ?? []}::text[], ${roots ?? []}::text[], ${factors ?? []}::numeric[])
		),
		held as (
			select stream.*, coalesce(size.root, stream.unit) as base_unit,
				quantity_from * coalesce(factor, 1) as base_from,
				coalesce(quantity_to, quantity_from) * coalesce(factor, 1) as base_to
			from by_product_stream stream left join size on size.name = stream.unit
			where stream.org_id = ${orgId} and stream.programme_id = ${programmeId}
				${villageCode ? tx`and stream.village_code = ${villageCode}` : tx``}
				${pattern ? tx`and lower(stream.material) like ${pattern}` : tx``}
				${used ? tx`and stream.used = ${used}` : tx``}
				${enterpriseId ? tx`and stream.enterprise_id = ${enterpriseId}` : tx``}
				${stakeholderId ? tx`and stream.stakeholder_id = ${stakeholderId}` : tx``}
				${streamId ? tx`and stream.stream_id = ${streamId}` : tx``}
		),
		taken as (
			select held.stream_id, count(*)::integer as takers,
				sum(taking.quantity_from * coalesce(factor, 1)) filter (where same.kind) as taken_from,
				sum(coalesce(taking.quantity_to, taking.quantity_from) * coalesce(factor, 1)) filter (where same.kind) as taken_to,
				(count(*) filter (where taking.quantity_from is not null and not same.kind))::integer as other_kind,
				(count(*) filter (where taking.quantity_from is null))::integer as unweighed
			from held
			join supply_agreement taking on taking.org_id = ${orgId} and taking.stream_id = held.stream_id
				and (taking.since is null or taking.since <= ${on}::date)
				and (taking.until is null or taking.until >= ${on}::date)
			left join size on size.name = taking.unit
			cross join lateral (
				select coalesce(coalesce(size.root, taking.unit) = held.base_unit and taking.period = held.period
					and taking.basis is not distinct from held.basis, false) as kind
			) same
			group by held.stream_id
		),
		measured as (
			select held.*, coalesce(takers, 0) as takers, coalesce(other_kind, 0) as takers_of_another_kind,
				coalesce(unweighed, 0) as takers_unweighed, coalesce(taken_from > base_to, false) as promised_too_much,
				case
					when base_from is null or other_kind > 0 then null
					when used = 'used' then 0
					when taken_to is not null then greatest(base_from - taken_to, 0) * (case when unweighed > 0 then 0 else 1 end)
					when used = 'unused' and takers is null then base_from
				end as left_from,
				case
					when base_from is null or other_kind > 0 then null
					when used = 'used' then 0
					when taken_from is not null then greatest(base_to - taken_from, 0)
					when used = 'unused' and takers is null then base_to
				end as left_to
			from held left join taken on taken.stream_id = held.stream_id
		)`;
}

/** Streams by material, the least used first, then the largest. */
export async function listStreams(
	tx: TransactionSql,
	orgId: string,
	filter: StreamFilter,
): Promise<ListedStream[]> {
	const rows = await tx`
		with ${measured(tx, orgId, filter)}
		select measured.stream_id, measured.programme_id, measured.village_code, area.name as village_name,
			measured.enterprise_id, measured.stakeholder_id, coalesce(enterprise.name, stakeholder.name) as source_name,
			material, quantity_from, quantity_to, unit, period, basis, used, price, noted_on, measured.note,
			measured.version, base_unit, trim_scale(left_from) as left_from, trim_scale(left_to) as left_to, takers,
			takers_of_another_kind, takers_unweighed, promised_too_much
		from measured join area on area.code = measured.village_code
		left join enterprise on enterprise.org_id = ${orgId} and enterprise.enterprise_id = measured.enterprise_id
		left join stakeholder on stakeholder.org_id = ${orgId} and stakeholder.stakeholder_id = measured.stakeholder_id
		order by lower(material), array_position(array['unused', 'part', 'unknown', 'used'], used),
			base_to desc nulls last, measured.stream_id`;
	return rows.map((row) => asRecord<ListedStream>(row));
}

/** A sum of amounts of one kind. */
export interface KindTotal {
	readonly unit: string;
	readonly period: Period;
	readonly basis: MoistureBasis | null;
	readonly from: string;
	readonly to: string;
	readonly streams: number;
	/** What is left of those of which it is known. */
	readonly leftFrom: string | null;
	readonly leftTo: string | null;
	/** Streams of which nobody knows what is left. */
	readonly leftUnknown: number;
}

export interface MaterialTotal {
	readonly material: string;
	readonly kinds: readonly KindTotal[];
	/** Streams that nobody weighed: they are in no sum. */
	readonly unweighed: number;
	/** There is more than one kind, so there is no total of the material. */
	readonly cannotBeAdded: boolean;
}

/** The sums of each material, one for every kind of amount. */
export async function streamTotals(
	tx: TransactionSql,
	orgId: string,
	filter: StreamFilter,
): Promise<MaterialTotal[]> {
	const rows = await tx<Record<string, unknown>[]>`
		with ${measured(tx, orgId, filter)}
		select min(material) as material, base_unit as unit, period, basis, trim_scale(sum(base_from)) as from,
			trim_scale(sum(base_to)) as to, count(*)::integer as streams, trim_scale(sum(left_from)) as left_from,
			trim_scale(sum(left_to)) as left_to, (count(*) filter (where left_to is null))::integer as left_unknown
		from measured group by lower(trim(material)), base_from is null, base_unit, period, basis
		order by lower(min(material)), base_from is null, sum(base_to) desc nulls last, base_unit, period, basis`;
	const totals = new Map<string, { material: string; kinds: KindTotal[]; unweighed: number }>();
	for (const row of rows) {
		const { material, ...kind } = asRecord<KindTotal & { readonly material: string }>(row);
		const key = material.trim().toLowerCase();
		const total = totals.get(key) ?? { material, kinds: [], unweighed: 0 };
		totals.set(key, total);
		if (kind.from === null) total.unweighed += kind.streams;
		else total.kinds.push(kind);
	}
	return [...totals.values()].map((total) => ({ ...total, cannotBeAdded: total.kinds.length > 1 }));
}
