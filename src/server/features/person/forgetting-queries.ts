/** What is read before somebody is forgotten: who asked, what goes with her, and where a text names her that no field does. */
import type { TransactionSql } from 'postgres';
import type { Actor } from '#server/access/roles.ts';
import { entriesAbout, signsOf } from '#server/db/personal-values.ts';
import { Problem } from '#server/problems.ts';
import { mayForget, officesOf, recordsOf } from './forgetting.ts';
import { mentionsOf } from './mentions.ts';
import { nameWithout } from './schema.ts';
import { openlySigned } from './signatures.ts';

function checkMayForget(actor: Actor): void {
	if (!mayForget(actor)) throw new Problem('not_allowed', { right: 'forget-people' });
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

/** How many wait for it, for the list of what there is to do. */
export async function countToForget(
	tx: TransactionSql,
	actor: Actor,
	villages: readonly string[],
): Promise<number> {
	checkMayForget(actor);
	const [row] = await tx<{ count: number }[]>`
		select count(*)::int as count from person where org_id = ${actor.orgId} and removed_reason = 'asked'
			and forgotten_at is null and village_code = any (${villages as string[]})`;
	return row?.count ?? 0;
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
export async function forgettingOf(tx: TransactionSql, actor: Actor, personId: string, on: string) {
	checkMayForget(actor);
	const { orgId } = actor;
	const records = await recordsOf(tx, orgId, personId);
	const [person] = await tx<
		{ name: string; phone: string | null; version: number; askedAt: Date | null; oldTraces: number }[]
	>`select name, phone, version, case when removed_reason = 'asked' then removed_at end as "askedAt",
			(select count(*)::int from audit_entry where audit_entry.org_id = ${orgId} and format = 1
				and ${entriesAbout(tx, { personId, records })}) as "oldTraces"
		from person where person.org_id = ${orgId} and person_id = ${personId} and forgotten_at is null`;
	if (person === undefined) throw new Problem('not_found', { record: 'person' });
	const standing = await tx<{ title: string; place: string | null }[]>`
		select title, place from consent_use where org_id = ${orgId} and person_id = ${personId} and ended_on is null
		order by used_on, use_id`;
	const signs = await signsOf(tx, { orgId, personId }, person);
	const { name, version, askedAt, oldTraces } = person;
	return {
		...{ personId, name, version, askedAt, oldTraces },
		openlySigned: await openlySigned(tx, { orgId, personId }),
		standing: [...standing],
		offices: await officesOf(tx, orgId, personId, on),
		enterprises: await enterprisesOf(tx, orgId, personId, name),
		...(await listsOf(tx, orgId, personId)),
		mentions: await mentionsOf(tx, { orgId, personId }, signs),
	};
}
