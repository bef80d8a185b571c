/** Where a text names somebody in a record that is not hers: to be put right by hand, by whoever knows what it should say. */
import type { TransactionSql } from 'postgres';
import { holdsSign } from '#server/db/personal-values.ts';
import type { Signs } from '#server/db/personal-values.ts';

export interface Mention {
	readonly kind:
		| 'person'
		| 'group'
		| 'enterprise'
		| 'stakeholder'
		| 'finding'
		| 'stream'
		| 'agreement'
		| 'chain-price'
		| 'programme'
		| 'study'
		| 'guest-link';
	readonly id: string;
	readonly title: string;
	/** Of the programme where it is changed; null when every programme of its village changes it. */
	readonly slug: string | null;
}

/**
 * The texts of the whole organisation that hold one of her signs, the first hundred. What nobody can change any more is
 * left out: earlier versions, files and publications of studies, and the names of lists.
 */
export async function mentionsOf(
	tx: TransactionSql,
	{ orgId, personId }: { readonly orgId: string; readonly personId: string },
	signs: Signs,
): Promise<Mention[]> {
	if (signs.names.length + signs.phones.length === 0) return [];
	const rows = await tx<Mention[]>`
		select kind, id, title, slug from (
			select 'person' as kind, person_id as id, null::uuid as programme_id, name as title,
					concat_ws(' ', address, note) as said
				from person where org_id = ${orgId} and person_id <> ${personId}
			union all select 'person', person_id, null, name,
					concat_ws(' ', guardian_name, consent.note, withdrawn_note)
				from consent join person using (org_id, person_id)
				where org_id = ${orgId} and person_id <> ${personId}
			union all select 'person', person_id, null, name, concat_ws(' ', title, place)
				from consent_use join person using (org_id, person_id)
				where org_id = ${orgId} and person_id <> ${personId}
			union all select 'group', group_id, programme_id, name, concat_ws(' ', name, note)
				from producer_group where org_id = ${orgId}
			union all select 'enterprise', enterprise_id, programme_id, name,
					concat_ws(' ', name, owner_name, contact, note)
				from enterprise where org_id = ${orgId} and owner_id is distinct from ${personId}
			union all select 'enterprise', enterprise_id, programme_id, name,
					concat_ws(' ', kind_name, number, permit.note)
				from permit join enterprise using (org_id, enterprise_id)
				where org_id = ${orgId} and permit.owner_id is distinct from ${personId}
			union all select 'stakeholder', stakeholder_id, programme_id, name,
					concat_ws(' ', name, what_it_does, concern, contact)
				from stakeholder where org_id = ${orgId} and person_id is distinct from ${personId}
			union all select 'finding', finding_id, programme_id, what, concat_ws(' ', what, settled_how,
					case when person_id is distinct from ${personId} then raised_by end)
				from finding where org_id = ${orgId}
			union all select 'stream', stream_id, programme_id, material, note from by_product_stream
				where org_id = ${orgId} and owner_id is distinct from ${personId}
			union all select 'agreement', agreement_id, programme_id, material, terms from supply_agreement
				where org_id = ${orgId} and giver_owner_id is distinct from ${personId}
					and taker_owner_id is distinct from ${personId}
			union all select 'chain-price', chain_price_id, programme_id, product, actor_name from chain_price
				where org_id = ${orgId} and owner_id is distinct from ${personId}
			union all select 'programme', programme_id, programme_id, name, concat_ws(' ', name, summary)
				from programme where org_id = ${orgId}
			union all select 'study', study_id, programme_id, study.title,
					concat_ws(' ', study.title, content, version.note)
				from study join study_version version using (org_id, study_id)
				where org_id = ${orgId} and version.number = (select max(number) from study_version latest
					where latest.org_id = ${orgId} and latest.study_id = study.study_id)
			union all select 'guest-link', guest_link_id, programme_id, label, label from guest_link
				where org_id = ${orgId} and revoked_at is null
		) texts left join (select programme_id, slug from programme where org_id = ${orgId}) places using (programme_id)
		where ${holdsSign(tx, tx`said`, signs)}
		group by kind, id, title, slug order by kind, title, id limit 100`;
	return [...rows];
}
