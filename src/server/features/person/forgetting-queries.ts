/** What is read before somebody is forgotten: who asked, what goes with her, and where a text names her that no field does. */
import type { TransactionSql } from 'postgres';
import { may } from '#server/access/roles.ts';
import type { Actor } from '#server/access/roles.ts';
import { signsOf } from '#server/db/personal-values.ts';
import type { Signs } from '#server/db/personal-values.ts';
import { Problem } from '#server/problems.ts';
import { nameWithout } from './schema.ts';

/** Who may forget sees everybody; who sees some villages alone would leave traces in the others. */
function checkMayForget(actor: Actor): void {
	if (!may(actor.role, 'forget-people') || actor.villages !== null || actor.personId !== null)
		throw new Problem('not_allowed', { right: 'forget-people' });
}

export interface Asking {
	readonly personId: string;
	readonly name: string;
	readonly village: string;
	readonly askedAt: Date;
}

/** Who was taken off the list because she asked, and is not forgotten yet; the longest waiting first. */
export async function peopleToForget(
	tx: TransactionSql,
	actor: Actor,
	villages: readonly string[],
): Promise<Asking[]> {
	checkMayForget(actor);
	const rows = await tx<Asking[]>`
		select person_id as "personId", person.name, area.name as village, removed_at as "askedAt"
		from person join area on area.code = person.village_code
		where person.org_id = ${actor.orgId} and removed_reason = 'asked' and forgotten_at is null
			and person.village_code = any (${villages as string[]})
		order by removed_at, person_id limit 200`;
	return [...rows];
}

/** A text that names her in a record that is not hers: to be put right by hand, by whoever knows what it should say. */
export interface Mention {
	readonly kind:
		| 'person'
		| 'group'
		| 'enterprise'
		| 'stakeholder'
		| 'finding'
		| 'stream'
		| 'agreement'
		| 'programme'
		| 'study';
	readonly id: string;
	readonly title: string;
}

async function mentionsOf(
	tx: TransactionSql,
	{ orgId, personId }: { readonly orgId: string; readonly personId: string },
	{ names, phones }: Signs,
): Promise<Mention[]> {
	if (names.length + phones.length === 0) return [];
	const rows = await tx<Mention[]>`
		select kind, id, title from (
			select 'person' as kind, person_id as id, name as title, concat_ws(' ', address, note) as said from person
				where org_id = ${orgId} and person_id <> ${personId} and (address is not null or note is not null)
			union all select 'group', group_id, name, concat_ws(' ', name, note) from producer_group
				where org_id = ${orgId}
			union all select 'enterprise', enterprise_id, name, concat_ws(' ', name, owner_name, contact, note)
				from enterprise where org_id = ${orgId} and owner_id is distinct from ${personId}
			union all select 'stakeholder', stakeholder_id, name,
				concat_ws(' ', name, what_it_does, concern, contact)
				from stakeholder where org_id = ${orgId} and person_id is distinct from ${personId}
			union all select 'finding', finding_id, what, concat_ws(' ', what, settled_how,
					case when person_id is distinct from ${personId} then raised_by end)
				from finding where org_id = ${orgId}
			union all select 'stream', stream_id, material, note from by_product_stream
				where org_id = ${orgId} and owner_id is distinct from ${personId}
			union all select 'agreement', agreement_id, material, terms from supply_agreement
				where org_id = ${orgId} and giver_owner_id is distinct from ${personId}
					and taker_owner_id is distinct from ${personId}
			union all select 'programme', programme_id, name, concat_ws(' ', name, summary) from programme
				where org_id = ${orgId}
			union all select 'study', study.study_id, study.title, concat_ws(' ', study.title, content, version.note)
				from study join study_version version on version.org_id = ${orgId} and version.study_id = study.study_id
				where study.org_id = ${orgId}
		) texts
		where exists (select from unnest(${names as string[]}::text[]) name where strpos(lower(said), name) > 0)
			or exists (select from unnest(${phones as string[]}::text[]) phone
				where strpos(regexp_replace(said, '[^0-9+]', '', 'g'), phone) > 0)
		group by kind, id, title order by kind, title, id limit 100`;
	return [...rows];
}

/** Her enterprises, and what those that bear her name will be called. */
async function enterprisesOf(tx: TransactionSql, orgId: string, personId: string, owner: string) {
	const rows = await tx<{ name: string; product: string | null }[]>`
		select name, product from enterprise where org_id = ${orgId} and owner_id = ${personId} order by name`;
	return rows.map(({ name, product }) => ({ name, afterwards: nameWithout(owner, name, product) }));
}

/** The lists that she or her enterprises came with and whose files are still kept, and how many others are. */
async function listsOf(tx: TransactionSql, orgId: string, personId: string) {
	const rows = await tx<{ name: string; hers: boolean }[]>`
		select file_name as name, state in ('written', 'undone') and exists (select from intake_record
			where intake_record.org_id = ${orgId} and intake_record.intake_id = intake.intake_id
				and (record_id = ${personId} or record_id in (select enterprise_id from enterprise
					where enterprise.org_id = ${orgId} and owner_id = ${personId}))) as hers
		from intake where org_id = ${orgId} and sealed is not null order by received_at`;
	return {
		lists: rows.flatMap(({ name, hers }) => (hers ? [name] : [])),
		otherLists: rows.filter(({ hers }) => !hers).length,
	};
}

/** What forgetting a person would do. `not_found` also for one who was forgotten: there is nothing left to ask. */
export async function forgettingOf(tx: TransactionSql, actor: Actor, personId: string) {
	checkMayForget(actor);
	const { orgId } = actor;
	const [person] = await tx<
		{ name: string; phone: string | null; version: number; askedAt: Date | null; oldTraces: number }[]
	>`select name, phone, version, case when removed_reason = 'asked' then removed_at end as "askedAt",
			(select count(*)::int from audit_entry where audit_entry.org_id = ${orgId} and format = 1
				and record_id = ${personId}) as "oldTraces"
		from person where person.org_id = ${orgId} and person_id = ${personId} and forgotten_at is null`;
	if (person === undefined) throw new Problem('not_found', { record: 'person' });
	const standing = await tx<{ title: string; place: string | null }[]>`
		select title, place from consent_use where org_id = ${orgId} and person_id = ${personId} and ended_on is null
		order by used_on, use_id`;
	const signs = await signsOf(tx, { orgId, personId }, person);
	const { name, version, askedAt, oldTraces } = person;
	return {
		...{ personId, name, version, askedAt, oldTraces },
		standing: [...standing],
		enterprises: await enterprisesOf(tx, orgId, personId, name),
		...(await listsOf(tx, orgId, personId)),
		mentions: await mentionsOf(tx, { orgId, personId }, signs),
	};
}
