/**
 * Where it stands who did something: the name of one who worked in the organisation, in records that are not about her.
 * The trail knows which accounts were hers, and which records they changed.
 */
import type { TransactionSql } from 'postgres';
import { forgettingSetting } from '#server/db/tenant.ts';
import type { Forgetting } from './forgetting.ts';
import { nobody } from './schema.ts';

type Whose = Pick<Forgetting, 'orgId' | 'personId'>;

/** The accounts that were a person's in an organisation. */
const accountsOf = (tx: TransactionSql, { orgId, personId }: Whose) => tx`
	(select account_id from membership where membership.org_id = ${orgId} and membership.person_id = ${personId})`;

/**
 * How many entries of the trail she wrote whose hash holds her name itself, because nobody knew yet that she is on record:
 * it cannot be taken out of them.
 */
export async function openlySigned(tx: TransactionSql, whose: Whose): Promise<number> {
	const [row] = await tx<{ count: number }[]>`
		select count(*)::int as count from audit_entry where org_id = ${whose.orgId}
			and actor_account_id in ${accountsOf(tx, whose)} and actor_name not like 'sealed:%'`;
	return row?.count ?? 0;
}

/** Every name that her accounts acted under. */
async function namesOf(tx: TransactionSql, whose: Whose): Promise<string[]> {
	const { orgId } = whose;
	const rows = await tx<{ name: string }[]>`
		select distinct coalesce(value #>> '{}', actor_name) as name from audit_entry
		left join audit_personal on audit_personal.org_id = ${orgId} and audit_personal.number = audit_entry.number
			and side = 'actor' and field = 'name'
		where audit_entry.org_id = ${orgId} and actor_account_id in ${accountsOf(tx, whose)}`;
	return rows.map(({ name }) => name);
}

/**
 * Takes her name out of the records that she signed. Before her accounts are cleared and her values leave the trail: both
 * say which records those are. Another of the same name keeps hers.
 */
export async function clearSignatures({ tx, orgId, personId }: Forgetting): Promise<void> {
	const whose = { orgId, personId };
	const names = await namesOf(tx, whose);
	if (names.length === 0) return;
	const accounts = accountsOf(tx, whose);
	// Of records without an account beside the name the trail says who changed them.
	const touched = tx`(select record_id from audit_entry where org_id = ${orgId} and actor_account_id in ${accounts})`;
	const isHers = (name: string) => tx`${tx(name)} = any (${names})`;
	const without = (name: string) =>
		tx`${tx(name)} = case when ${isHers(name)} then ${nobody} else ${tx(name)} end`;
	await tx.unsafe(forgettingSetting(personId));
	await tx`update intake set ${without('received_by_name')}, ${without('confirmed_by_name')}, ${without('undone_by_name')}
		where org_id = ${orgId} and intake_id in ${touched}`;
	await tx`update guest_link set ${without('created_by_name')}
		where org_id = ${orgId} and guest_link_id in ${touched} and ${isHers('created_by_name')}`;
	await tx`update programme_stage_change set ${without('changed_by_name')}
		where org_id = ${orgId} and programme_id in ${touched} and ${isHers('changed_by_name')}`;
	await tx`update study_file set ${without('attached_by_name')}
		where org_id = ${orgId} and file_id in ${touched} and ${isHers('attached_by_name')}`;
	await tx`update study_version set saved_by_name = ${nobody}
		where org_id = ${orgId} and saved_by_account_id in ${accounts}`;
	await tx`update study_publication set published_by_name = ${nobody}
		where org_id = ${orgId} and published_by_account_id in ${accounts}`;
	await tx`update study_publication set ${without('withdrawn_by_name')}
		where org_id = ${orgId} and publication_id in ${touched} and ${isHers('withdrawn_by_name')}`;
	await tx.unsafe(forgettingSetting(null));
}
