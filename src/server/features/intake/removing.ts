/** Taking back what an import wrote: exactly its records, but those that are held by what came after. */
import type { TransactionSql } from 'postgres';
import type { IntakeKind } from '#inputs/intake-fields.ts';

export interface Removing {
	readonly tx: TransactionSql;
	readonly orgId: string;
	readonly intakeId: string;
	/** Ids of records that stay. */
	readonly held: readonly string[];
}

/** The rows of the import that go, as a condition on the record's id. */
const going = ({ tx, orgId, intakeId, held }: Removing) => tx`
	(select record_id from intake_record where intake_record.org_id = ${orgId} and intake_id = ${intakeId}
		and record_id <> all (${held}::uuid[]))`;

/** Holds the records still until the transaction ends, so that what was looked at is what goes. */
export async function holdRecords(
	{ tx, orgId, intakeId }: Omit<Removing, 'held'>,
	kind: IntakeKind,
): Promise<void> {
	const all = { tx, orgId, intakeId, held: [] };
	if (kind === 'people')
		await tx`select from person where org_id = ${orgId} and person_id in ${going(all)} for update`;
	else await tx`select from enterprise where org_id = ${orgId} and enterprise_id in ${going(all)} for update`;
}

async function removePeople(removing: Removing): Promise<void> {
	const { tx, orgId } = removing;
	await tx`delete from group_member where org_id = ${orgId} and person_id in ${going(removing)}`;
	await tx`delete from person_identity where org_id = ${orgId} and person_id in ${going(removing)}`;
	await tx`delete from person_name where org_id = ${orgId} and person_id in ${going(removing)}`;
	await tx`delete from person where org_id = ${orgId} and person_id in ${going(removing)}`;
}

async function removeEnterprises(removing: Removing): Promise<void> {
	const { tx, orgId } = removing;
	await tx`delete from permit where org_id = ${orgId} and enterprise_id in ${going(removing)}`;
	await tx`delete from enterprise where org_id = ${orgId} and enterprise_id in ${going(removing)}`;
}

/** Removes the records and their lines; gives how many. What something else names makes the whole transaction fail. */
export async function removeRecords(removing: Removing, kind: IntakeKind): Promise<number> {
	const { tx, orgId, intakeId, held } = removing;
	await (kind === 'people' ? removePeople : removeEnterprises)(removing);
	const { count } = await tx`delete from intake_record
		where org_id = ${orgId} and intake_id = ${intakeId} and record_id <> all (${held as string[]}::uuid[])`;
	return count;
}
