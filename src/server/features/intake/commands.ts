/**
 * How a list becomes records: received and judged, its columns corrected, confirmed, written, taken back. A confirmed list
 * is written by one command in one transaction: when a server dies meanwhile nothing of it is there, the import still says
 * that it was confirmed, and going on with the same id of the command writes it once.
 */
import type { TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import { correctedLayout, layoutAt } from '#inputs/intake-layout.ts';
import type { IntakeLayout } from '#inputs/intake-layout.ts';
import type { IntakeKind } from '#inputs/intake-fields.ts';
import type { Workbook } from '#inputs/grid.ts';
import type { Actor } from '#server/access/roles.ts';
import { dayInJakarta } from '#server/calendar.ts';
import { sha256 } from '#server/db/canonical.ts';
import { command } from '#server/db/command.ts';
import { identityKeys } from '#server/identity/identity-keys.ts';
import { sealFile } from '#server/identity/sealed-file.ts';
import { Problem } from '#server/problems.ts';
import { blockedBy, judgementOf, rowsToWrite } from './judged.ts';
import { judgeList } from './judging.ts';
import type { Judging } from './judging.ts';
import { likelyLayout, openedFile, workbookOf } from './list-file.ts';
import { beTheWriter, noteJudged, noteStart } from './progress.ts';
import { heldRecords } from './queries.ts';
import { holdRecords, removeRecords } from './removing.ts';
import {
	confirmIntake,
	dropIntakeFile,
	largestList,
	mapIntake,
	receiveIntake,
	undoIntake,
	writeIntake,
} from './schema.ts';
import type { IntakeState, Judgement } from './schema.ts';
import { writeEnterprises, writePeople } from './writing.ts';
import type { Writing, Written } from './writing.ts';

interface Held {
	readonly programmeId: string;
	readonly villageCode: string | null;
	readonly kind: IntakeKind;
	readonly state: IntakeState;
	readonly fileName: string;
	readonly sealed: Buffer | null;
	readonly layout: IntakeLayout;
	readonly judgement: Judgement;
	readonly rowsConfirmed: number | null;
	readonly skipsDoubles: boolean;
	readonly version: number;
}

/** An import as it is, held until the transaction ends. */
async function heldIntake(tx: TransactionSql, { orgId }: Actor, intakeId: string): Promise<Held> {
	const [intake] = await tx<Held[]>`
		select programme_id as "programmeId", village_code as "villageCode", kind, state, file_name as "fileName",
			sealed, layout, judgement, rows_confirmed as "rowsConfirmed", skips_doubles as "skipsDoubles", version
		from intake where org_id = ${orgId} and intake_id = ${intakeId} for update`;
	if (intake === undefined) throw new Problem('not_found', { record: 'intake' });
	return intake;
}

const checkVersion = (intake: Held, version: number): void => {
	if (intake.version !== version) throw new Problem('changed_meanwhile', { version: intake.version });
};

async function judge(judging: Judging): Promise<Judgement> {
	const blocked = blockedBy(judging.workbook, judging.layout);
	return judgementOf(judging.workbook, blocked, await judgeList(judging));
}

/** Who sees some villages alone imports into one of hers; when the programme has just one of them, it is that one. */
async function villageOf(tx: TransactionSql, actor: Actor, programmeId: string, given: string | null) {
	if (given !== null || actor.villages === null) return given;
	const rows = await tx<{ code: string }[]>`
		select village_code as code from programme_village
		where org_id = ${actor.orgId} and programme_id = ${programmeId}`;
	const [only, ...others] = rows;
	if (only === undefined || others.length > 0) throw new Problem('village_missing', { field: 'villageCode' });
	return only.code;
}

/** What the trail tells of a judged list: counts alone. */
const told = ({ rows, good, faulty, doubles }: Judgement) => ({ rows, good, faulty, doubles });

export const intakeReceive = command('intake.receive', {
	right: 'import',
	schema: receiveIntake,
	hashed: ({ base64, ...input }) => ({ ...input, sha256: sha256(base64).toString('hex') }),
	async run({ tx, actor, input, at }) {
		const { intakeId, programmeId, kind, name } = input;
		const bytes = Buffer.from(input.base64, 'base64');
		if (bytes.length > largestList) throw new Problem('too_large', { field: 'file' });
		const villageCode = await villageOf(tx, actor, programmeId, input.villageCode);
		const workbook = workbookOf(bytes, name);
		const layout = likelyLayout(kind, workbook);
		const place = { programmeId, villageCode, kind };
		const onRows = (done: number, of: number): void => noteJudged(intakeId, done, of);
		const judgement = await judge({ tx, actor, ...place, workbook, layout, today: dayInJakarta(at), onRows });
		const sealed = sealFile(identityKeys(), { orgId: actor.orgId, fileId: intakeId }, bytes);
		await tx`insert into intake (org_id, intake_id, programme_id, village_code, kind, state, file_name, size, sha256,
				sealed, received_by_name, received_at, layout, judgement)
			values (${actor.orgId}, ${intakeId}, ${programmeId}, ${villageCode}, ${kind}, 'checked', ${name},
				${bytes.length}, ${sha256(bytes)}, ${sealed}, ${actor.name}, ${at}, ${tx.json(layout as never)},
				${tx.json(judgement as never)})`;
		const after = { ...place, name, sha256: sha256(bytes).toString('hex'), ...told(judgement) };
		return {
			receipt: { intakeId, version: 1 },
			traces: [{ kind: 'intake', id: intakeId, village: villageCode, before: null, after }],
		};
	},
});

/** The layout that a person asks for; without a word of hers the one that is there, to judge the list once more. */
function askedLayout(
	{ kind, layout }: Held,
	workbook: Workbook,
	asked: {
		readonly sheet?: string;
		readonly headingRow?: number;
		readonly fields?: Readonly<Record<string, string>>;
	},
): IntakeLayout {
	const { sheet = layout.sheet, headingRow = layout.headingRow, fields } = asked;
	const moved = sheet !== layout.sheet || headingRow !== layout.headingRow;
	if (!moved && fields === undefined) return layout;
	// Of another row the columns are read anew: what was chosen was chosen for others.
	const found =
		moved || fields === undefined
			? layoutAt(kind, workbook, sheet, headingRow)
			: correctedLayout(kind, workbook, { sheet, headingRow, fields });
	if (found === null) throw new Problem('list_columns', { field: 'fields' });
	return found;
}

export const intakeMap = command('intake.map', {
	right: 'import',
	schema: mapIntake,
	async run({ tx, actor, input: { intakeId, version: seen, ...asked }, at }) {
		const intake = await heldIntake(tx, actor, intakeId);
		checkVersion(intake, seen);
		// A confirmed one that nobody writes is looked at once more, and confirmed again.
		const stopped = intake.state === 'confirmed' && (await beTheWriter({ tx }, intakeId));
		if (intake.state !== 'checked' && !stopped) throw new Problem('list_done');
		const workbook = workbookOf(openedFile({ ...intake, orgId: actor.orgId, intakeId }), intake.fileName);
		const layout = askedLayout(intake, workbook, asked as Parameters<typeof askedLayout>[2]);
		const judgement = await judge({ tx, actor, ...intake, workbook, layout, today: dayInJakarta(at) });
		const version = seen + 1;
		await tx`update intake set state = 'checked', layout = ${tx.json(layout as never)},
				judgement = ${tx.json(judgement as never)}, rows_confirmed = null, write_command_id = null,
				confirmed_by_name = null, confirmed_at = null, version = ${version}
			where org_id = ${actor.orgId} and intake_id = ${intakeId}`;
		return {
			receipt: { intakeId, version },
			traces: [
				{
					kind: 'intake',
					id: intakeId,
					village: intake.villageCode,
					before: { state: intake.state, ...told(intake.judgement) },
					after: { state: 'checked', ...told(judgement) },
				},
			],
		};
	},
});

export const intakeConfirm = command('intake.confirm', {
	right: 'import',
	schema: confirmIntake,
	async run({ tx, actor, input: { intakeId, version: seen, skipsDoubles }, at }) {
		const intake = await heldIntake(tx, actor, intakeId);
		checkVersion(intake, seen);
		if (intake.state !== 'checked') throw new Problem('list_done');
		const rows = intake.judgement.good - (skipsDoubles ? intake.judgement.doubles : 0);
		if (rows === 0) throw new Problem('list_empty');
		const version = seen + 1;
		await tx`update intake set state = 'confirmed', rows_confirmed = ${rows}, skips_doubles = ${skipsDoubles},
				write_command_id = ${v7()}, confirmed_by_name = ${actor.name}, confirmed_at = ${at}, version = ${version}
			where org_id = ${actor.orgId} and intake_id = ${intakeId}`;
		return {
			receipt: { intakeId, version, rows },
			traces: [
				{
					kind: 'intake',
					id: intakeId,
					village: intake.villageCode,
					before: { state: 'checked', ...told(intake.judgement) },
					after: { state: 'confirmed', rows, skipsDoubles },
				},
			],
		};
	},
});

/** Judges the list as it is today and writes what was confirmed. Other rows than those are nobody's word. */
async function writeConfirmed(writing: Writing, intake: Held, workbook: Workbook): Promise<Written> {
	const { rowsConfirmed, skipsDoubles, kind } = intake;
	const judging = { ...writing, ...intake, workbook };
	const check = (rows: readonly unknown[]): void => {
		if (rows.length !== rowsConfirmed) throw new Problem('list_changed', { rows: rows.length });
		noteStart(writing.intakeId, rows.length);
	};
	if (kind === 'people') {
		const rows = rowsToWrite(await judgeList({ ...judging, kind }), skipsDoubles);
		check(rows);
		return writePeople(writing, rows);
	}
	const rows = rowsToWrite(await judgeList({ ...judging, kind }), skipsDoubles);
	check(rows);
	return writeEnterprises(writing, rows);
}

/** Writes a confirmed import. Given under its `write_command_id`, by whichever server goes on with it. */
export const intakeWrite = command('intake.write', {
	right: 'import',
	schema: writeIntake,
	async run({ tx, actor, input: { intakeId }, at }) {
		if (!(await beTheWriter({ tx }, intakeId))) throw new Problem('list_being_written');
		const intake = await heldIntake(tx, actor, intakeId);
		if (intake.state !== 'confirmed') throw new Problem('list_done');
		const { programmeId, villageCode } = intake;
		const bytes = openedFile({ ...intake, orgId: actor.orgId, intakeId });
		const writing = { tx, actor, intakeId, programmeId, today: dayInJakarta(at) };
		const written = await writeConfirmed(writing, intake, workbookOf(bytes, intake.fileName));
		const version = intake.version + 1;
		await tx`update intake set state = 'written', rows_written = ${written.rows}, written_at = ${at},
				version = ${version}
			where org_id = ${actor.orgId} and intake_id = ${intakeId}`;
		return {
			receipt: { intakeId, version, rows: written.rows },
			traces: [
				{
					kind: 'intake',
					id: intakeId,
					village: villageCode,
					before: { state: 'confirmed' },
					after: { state: 'written', kind: intake.kind, ...written },
				},
			],
		};
	},
});

export const intakeUndo = command('intake.undo', {
	right: 'import',
	schema: undoIntake,
	async run({ tx, actor, input: { intakeId, leavesHeld }, at }) {
		const { orgId } = actor;
		const intake = await heldIntake(tx, actor, intakeId);
		if (intake.state !== 'written') throw new Problem('list_not_written');
		await holdRecords({ tx, orgId, intakeId }, intake.kind);
		const held = await heldRecords(tx, actor, intakeId);
		if (held.length > 0 && !leavesHeld) throw new Problem('list_records_used', { count: held.length });
		const ids = held.map(({ recordId }) => recordId);
		const rows = await removeRecords({ tx, orgId, intakeId, held: ids }, intake.kind);
		const version = intake.version + 1;
		await tx`update intake set state = 'undone', rows_removed = ${rows}, undone_by_name = ${actor.name},
				undone_at = ${at}, version = ${version}
			where org_id = ${orgId} and intake_id = ${intakeId}`;
		return {
			receipt: { intakeId, version, rows, left: ids.length },
			traces: [
				{
					kind: 'intake',
					id: intakeId,
					village: intake.villageCode,
					before: { state: 'written' },
					after: { state: 'undone', rows, left: ids },
				},
			],
		};
	},
});

/** Takes the file away, and with it an import that was never confirmed. What was written stays. */
export const intakeDropFile = command('intake.drop-file', {
	right: 'import',
	schema: dropIntakeFile,
	async run({ tx, actor, input: { intakeId } }) {
		const intake = await heldIntake(tx, actor, intakeId);
		if (intake.state === 'confirmed') throw new Problem('list_being_written');
		if (intake.sealed === null) throw new Problem('not_found', { record: 'file' });
		const state = intake.state === 'checked' ? 'dropped' : intake.state;
		const version = intake.version + 1;
		await tx`update intake set sealed = null, state = ${state}, version = ${version}
			where org_id = ${actor.orgId} and intake_id = ${intakeId}`;
		return {
			receipt: { intakeId, version },
			traces: [
				{
					kind: 'intake',
					id: intakeId,
					village: intake.villageCode,
					before: { state: intake.state, file: 'kept' },
					after: { state, file: 'taken away' },
				},
			],
		};
	},
});
