/** The records that entries of the trail tell of or point at, by the names that they have today. */
import type { TransactionSql } from 'postgres';
import type { Actor } from '../../access/roles.ts';
import type { Mention } from '../person/mentions.ts';
import { nobody } from '../person/schema.ts';
import type { TrailEntry } from './queries.ts';

export interface NamedRecord {
	/** What the trail calls: an id, or a village's code. */
	readonly called: string;
	/** Null of somebody who was forgotten. */
	readonly title: string | null;
	/** The record on whose page it stands; null for what has no page of its own. */
	readonly kind: Mention['kind'] | null;
	readonly id: string;
	/** Of the programme in whose pages that is; null when none works there. */
	readonly slug: string | null;
}

const CALLED = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[1-9]\d{9})$/;
/** A list that was taken back may name thousands. */
const MOST = 1000;

/** Every id and every code of a village in a value of the trail, however deep. */
function callsIn(value: unknown): string[] {
	if (typeof value === 'string') return CALLED.test(value) ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(callsIn) : [];
}

/** All that entries call by an id or a code, once each. */
export const callsOf = (entries: readonly Pick<TrailEntry, 'recordId' | 'before' | 'after'>[]): string[] =>
	[...new Set(entries.flatMap(({ recordId, before, after }) => callsIn([recordId, before, after])))].slice(
		0,
		MOST,
	);

/** What is called so, as far as the reader sees it. What was removed for good has no name. */
export async function namedRecords(
	tx: TransactionSql,
	{ orgId }: Actor,
	ids: readonly string[],
): Promise<NamedRecord[]> {
	const codes = ids.filter((one) => one.length === 10);
	const called = ids.filter((one) => one.length > 10);
	const records = await tx<NamedRecord[]>`
		select called, nullif(title, ${nobody}) as title, kind, id, coalesce(
				(select slug from programme where org_id = ${orgId} and programme_id = named.programme_id),
				(select min(slug) from programme join programme_village using (org_id, programme_id)
					where org_id = ${orgId} and village_code = named.village_code)
			) as slug
		from (
			select person_id as called, name as title, 'person' as kind,
					person_id as id, null::uuid as programme_id, village_code
				from person where org_id = ${orgId} and person_id = any(${called})
			union all select household_id, name, 'person', person_id, null,
					person.village_code
				from household_member join person using (org_id, person_id)
				where org_id = ${orgId} and household_id = any(${called}) and relation = 'head'
			union all select consent_id, name, 'person', person_id, null,
					person.village_code
				from consent join person using (org_id, person_id)
				where org_id = ${orgId} and consent_id = any(${called})
			union all select use_id, name, 'person', person_id, null,
					person.village_code
				from consent_use join person using (org_id, person_id)
				where org_id = ${orgId} and use_id = any(${called})
			union all select group_id, name, 'group', group_id, programme_id, null
				from producer_group where org_id = ${orgId} and group_id = any(${called})
			union all select group_member_id, concat_ws(' · ', nullif(person.name, ${nobody}), its.name),
					'group', group_id, programme_id, null
				from group_member join producer_group its using (org_id, group_id) left join person using (org_id, person_id)
				where org_id = ${orgId} and group_member_id = any(${called})
			union all select enterprise_id, name, 'enterprise', enterprise_id, programme_id, null
				from enterprise where org_id = ${orgId} and enterprise_id = any(${called})
			union all select permit_id, name, 'enterprise', enterprise_id, programme_id, null
				from permit join enterprise using (org_id, enterprise_id)
				where org_id = ${orgId} and permit_id = any(${called})
			union all select stakeholder_id, name, 'stakeholder', stakeholder_id, programme_id, null
				from stakeholder where org_id = ${orgId} and stakeholder_id = any(${called})
			union all select finding_id, what, 'finding', finding_id, programme_id, null
				from finding where org_id = ${orgId} and finding_id = any(${called})
			union all select stream_id, material, 'stream', stream_id, programme_id, null
				from by_product_stream where org_id = ${orgId} and stream_id = any(${called})
			union all select agreement_id, material, 'agreement', agreement_id, programme_id, null
				from supply_agreement where org_id = ${orgId} and agreement_id = any(${called})
			union all select chain_price_id, concat_ws(' · ', product, actor_name), 'chain-price', chain_price_id,
					programme_id, null
				from chain_price where org_id = ${orgId} and chain_price_id = any(${called})
			union all select programme_id, name, 'programme', programme_id, programme_id, null
				from programme where org_id = ${orgId} and programme_id = any(${called})
			union all select study_id, title, 'study', study_id, programme_id, null
				from study where org_id = ${orgId} and study_id = any(${called})
			union all select file_id, title, 'study', study_id, programme_id, null
				from study_file join study using (org_id, study_id)
				where org_id = ${orgId} and file_id = any(${called})
			union all select publication_id, study.title, 'study', study_id, study.programme_id, null
				from study_publication join study using (org_id, study_id)
				where org_id = ${orgId} and publication_id = any(${called})
			union all select membership_id, display_name, null, membership_id, null, null
				from membership where org_id = ${orgId} and membership_id = any(${called})
			union all select invitation_id, display_name, null, invitation_id, null, null
				from invitation where org_id = ${orgId} and invitation_id = any(${called})
			union all select guest_link_id, label, null, guest_link_id, programme_id, null
				from guest_link where org_id = ${orgId} and guest_link_id = any(${called})
			union all select intake_id, file_name, null, intake_id, programme_id, null
				from intake where org_id = ${orgId} and intake_id = any(${called})
		) named`;
	const villages = await tx<NamedRecord[]>`
		select code as called, name || ' (' || code || ')' as title, null as kind, code as id, null as slug
		from area where code = any(${codes})`;
	return [...records, ...villages];
}
