/** Reading imports: the list, one with what was found in it, its file, and what keeps its records from being taken back. */
import type { TransactionSql } from 'postgres';
import type { Workbook } from '#inputs/grid.ts';
import { may } from '#server/access/roles.ts';
import type { Actor } from '#server/access/roles.ts';
import { Problem } from '#server/problems.ts';
import { judgeList } from './judging.ts';
import { openedFile, workbookOf } from './list-file.ts';
import type { JudgedRow } from './judged.ts';
import { isBeingWritten } from './progress.ts';
import type { HeldRecord, IntakeCard, ListedIntake } from './schema.ts';

/** Who may take lists in reads them; what they hold is of many people. */
function checkMayImport(actor: Actor): void {
	if (!may(actor.role, 'import')) throw new Problem('not_allowed', { right: 'import' });
}

const listed = (tx: TransactionSql) => tx`
	intake_id as "intakeId", kind, state, file_name as "fileName", area.name as "villageName",
	received_by_name as "receivedByName", received_at as "receivedAt", rows_confirmed as "rowsConfirmed",
	rows_written as "rowsWritten", rows_removed as "rowsRemoved"`;

/** The imports of a programme that the actor sees, the newest first. */
export async function listIntakes(
	tx: TransactionSql,
	actor: Actor,
	programmeId: string,
): Promise<ListedIntake[]> {
	checkMayImport(actor);
	const rows = await tx<ListedIntake[]>`
		select ${listed(tx)} from intake left join area on area.code = intake.village_code
		where intake.org_id = ${actor.orgId} and programme_id = ${programmeId}
		order by received_at desc, intake_id desc limit 100`;
	return [...rows];
}

/** One import. */
export async function intakeCard(tx: TransactionSql, actor: Actor, intakeId: string): Promise<IntakeCard> {
	checkMayImport(actor);
	const [card] = await tx<IntakeCard[]>`
		select ${listed(tx)}, programme_id as "programmeId", intake.village_code as "villageCode", size,
			encode(sha256, 'hex') as sha256, sealed is not null as "hasFile", layout, judgement,
			skips_doubles as "skipsDoubles", confirmed_by_name as "confirmedByName", confirmed_at as "confirmedAt",
			write_command_id as "writeCommandId", written_at as "writtenAt", undone_by_name as "undoneByName",
			undone_at as "undoneAt", version
		from intake left join area on area.code = intake.village_code
		where intake.org_id = ${actor.orgId} and intake_id = ${intakeId}`;
	if (card === undefined) throw new Problem('not_found', { record: 'intake' });
	return card;
}

/** Whether some server is writing a confirmed import at this moment, and how far this one is. */
export async function intakeWork(tx: TransactionSql, actor: Actor, intakeId: string) {
	const { state } = await intakeCard(tx, actor, intakeId);
	return isBeingWritten({ tx }, state, intakeId);
}

/** The file as it was handed in. */
export async function intakeFile(
	tx: TransactionSql,
	actor: Actor,
	intakeId: string,
): Promise<{ programmeId: string; name: string; sha256: string; bytes: Buffer }> {
	checkMayImport(actor);
	const { orgId } = actor;
	const [file] = await tx<{ programmeId: string; fileName: string; sha256: string; sealed: Buffer | null }[]>`
		select programme_id as "programmeId", file_name as "fileName", encode(sha256, 'hex') as sha256, sealed from intake
		where org_id = ${orgId} and intake_id = ${intakeId}`;
	if (file === undefined) throw new Problem('not_found', { record: 'intake' });
	const { programmeId, fileName: name } = file;
	return { programmeId, name, sha256: file.sha256, bytes: openedFile({ orgId, intakeId, ...file }) };
}

export interface FaultyRows {
	readonly card: IntakeCard;
	readonly workbook: Workbook;
	readonly rows: readonly Pick<JudgedRow<unknown>, 'source' | 'findings'>[];
}

/** All rows with a fault, judged again now, to be handed out for correction. */
export async function faultyRows(
	tx: TransactionSql,
	actor: Actor,
	intakeId: string,
	today: string,
): Promise<FaultyRows> {
	const card = await intakeCard(tx, actor, intakeId);
	const { bytes } = await intakeFile(tx, actor, intakeId);
	const workbook = workbookOf(bytes, card.fileName);
	const list = await judgeList({ tx, actor, ...card, workbook, today });
	const rows = [...list.rows].filter(({ record }) => record === null);
	return { card, workbook, rows };
}

const heldPeople = (tx: TransactionSql, orgId: string, intakeId: string) => tx<HeldRecord[]>`
	select record_id as "recordId", row_number as row, coalesce(person.name, '') as name, case
		when person.person_id is null or person.version <> 1 or removed_at is not null
			or sha256(convert_to(sealed, 'UTF8')) is distinct from identity_sha256 then 'changed'
		when exists (select from group_member stay where stay.org_id = ${orgId} and stay.person_id = record_id
			and (stay.group_member_id <> all (belongings) or left_on is not null or role <> 'member')) then 'group'
		when exists (select from household_member home where home.org_id = ${orgId} and home.person_id = record_id)
			then 'household'
		when exists (select from consent where consent.org_id = ${orgId} and consent.person_id = record_id)
			or exists (select from consent_use used where used.org_id = ${orgId} and used.person_id = record_id)
			then 'consent'
		when exists (select from enterprise where enterprise.org_id = ${orgId} and owner_id = record_id)
			then 'enterprise'
		when exists (select from stakeholder where stakeholder.org_id = ${orgId} and stakeholder.person_id = record_id)
			or exists (select from finding where finding.org_id = ${orgId} and finding.person_id = record_id)
			then 'mapping'
		when exists (select from membership where membership.org_id = ${orgId} and membership.person_id = record_id)
			or exists (select from invitation where invitation.org_id = ${orgId} and invitation.person_id = record_id)
			then 'account'
		end as reason
	from intake_record
	left join person on person.org_id = ${orgId} and person.person_id = record_id
	left join person_identity on person_identity.org_id = ${orgId} and person_identity.person_id = record_id
	where intake_record.org_id = ${orgId} and intake_id = ${intakeId}`;

const heldEnterprises = (tx: TransactionSql, orgId: string, intakeId: string) => tx<HeldRecord[]>`
	select record_id as "recordId", row_number as row, coalesce(enterprise.name, '') as name, case
		when enterprise.enterprise_id is null or enterprise.version <> 1 then 'changed'
		when exists (select from permit where permit.org_id = ${orgId} and permit.enterprise_id = record_id
			and (permit_id <> all (belongings) or permit.version <> 1))
			or (select count(*) from permit where permit.org_id = ${orgId} and permit.enterprise_id = record_id)
				<> cardinality(belongings) then 'permit'
		when exists (select from by_product_stream stream
				where stream.org_id = ${orgId} and stream.enterprise_id = record_id)
			or exists (select from supply_agreement given where given.org_id = ${orgId}
				and (giver_enterprise_id = record_id or taker_enterprise_id = record_id)) then 'stream'
		when exists (select from chain_price price where price.org_id = ${orgId} and price.enterprise_id = record_id)
			or exists (select from finding where finding.org_id = ${orgId} and finding.enterprise_id = record_id)
			then 'mapping'
		end as reason
	from intake_record
	left join enterprise on enterprise.org_id = ${orgId} and enterprise.enterprise_id = record_id
	where intake_record.org_id = ${orgId} and intake_id = ${intakeId}`;

/** The records of an import that were changed since or are used elsewhere, by row. Empty when all can be taken back. */
export async function heldRecords(tx: TransactionSql, actor: Actor, intakeId: string): Promise<HeldRecord[]> {
	const { kind } = await intakeCard(tx, actor, intakeId);
	const all = kind === 'people' ? heldPeople : heldEnterprises;
	const rows = await tx<HeldRecord[]>`
		select * from (${all(tx, actor.orgId, intakeId)}) held where reason is not null order by row`;
	return [...rows];
}
