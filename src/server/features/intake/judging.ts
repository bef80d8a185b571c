/**
 * A dry run: every row of a list judged by the rules that forms are judged by, and by what is there already, as the person
 * who asks sees it. Nothing is written.
 */
import { setImmediate } from 'node:timers/promises';
import type { TransactionSql } from 'postgres';
import * as v from 'valibot';
import { guardedText } from '#files/csv-writer.ts';
import type { Workbook } from '#inputs/grid.ts';
import { readEnterpriseRow } from '#inputs/intake-enterprises.ts';
import type { IntakeField, IntakeKind } from '#inputs/intake-fields.ts';
import { fieldsOf } from '#inputs/intake-fields.ts';
import type { IntakeFinding } from '#inputs/intake-finding.ts';
import type { IntakeLayout } from '#inputs/intake-layout.ts';
import { readPersonRow } from '#inputs/intake-people.ts';
import { columnStyles } from '#inputs/intake-quantities.ts';
import { intakeRows } from '#inputs/intake-rows.ts';
import type { IntakeRow } from '#inputs/intake-rows.ts';
import type { Actor } from '#server/access/roles.ts';
import { isIdentityNumber } from '#server/identity/identity-number.ts';
import { recordEnterprise } from '../enterprise/schema.ts';
import { groupsOf } from '../group/queries.ts';
import type { GroupLine } from '../group/queries.ts';
import { personFields, searchText } from '../person/schema.ts';
import { programmeVillages } from '../programme/queries.ts';
import { findKnownEnterprises, findKnownPeople } from './doubles.ts';
import { blockedBy, gridOf } from './judged.ts';
import type { EnterpriseToWrite, JudgedList, JudgedRow, ListOf, PersonToWrite } from './judged.ts';
import { placesIn, plainVillage } from './places.ts';
import type { Places } from './places.ts';

export interface Judging<Kind extends IntakeKind = IntakeKind> {
	readonly tx: TransactionSql;
	readonly actor: Actor;
	readonly programmeId: string;
	readonly villageCode: string | null;
	readonly kind: Kind;
	readonly workbook: Workbook;
	readonly layout: IntakeLayout;
	/** The day of the import, 2026-11-22. */
	readonly today: string;
	/** Told now and then how many rows of the sheet are judged. */
	readonly onRows?: (done: number, of: number) => void;
}

/** Which of these plain names are villages anywhere in the country. */
async function villagesElsewhere(tx: TransactionSql, names: readonly string[]): Promise<Set<string>> {
	const rows = await tx<{ name: string }[]>`
		select replace(search_name, ' ', '') as name from area
		where in_force and length(code) = 10
			and replace(regexp_replace(search_name, '^(kabupaten|kota) ', ''), ' ', '') = any (${names.slice(0, 500)})`;
	return new Set(rows.map(({ name }) => name));
}

async function placesFor({
	tx,
	actor,
	programmeId,
	villageCode,
	workbook,
	layout,
}: Judging): Promise<Places> {
	const villages = await programmeVillages(tx, actor.orgId, programmeId);
	const column = layout.columns.find(({ field }) => field === 'village')?.index;
	const rows = gridOf(workbook, layout).rows.slice(layout.headingRow);
	const named = new Set(
		column === undefined
			? []
			: rows.map((row) => plainVillage((row[column]?.text ?? '').split(',')[0] ?? '')),
	);
	const ours = new Set(villages.map(({ name }) => plainVillage(name)));
	const unknown = [...named].filter((name) => name !== '' && !ours.has(name) && !/^\d/.test(name));
	return placesIn({ villages, only: villageCode, elsewhere: await villagesElsewhere(tx, unknown) });
}

/** The field of the list that a field of the record comes from. */
const columnFor: Readonly<Record<string, IntakeField>> = {
	birthYear: 'born',
	villageCode: 'village',
	contact: 'phone',
	capacityFrom: 'capacity',
	capacityTo: 'capacity',
};

/** What the rules of the forms say that no reader of cells said before. */
function ruleFindings(row: IntakeRow, issues: readonly v.BaseIssue<unknown>[]): IntakeFinding[] {
	return issues.map((issue) => {
		const name = (v.getDotPath(issue) ?? '').split('.')[0] ?? '';
		const field = columnFor[name] ?? (name as IntakeField);
		const long = typeof issue.input === 'string' && issue.input.length > 200;
		return long
			? row.finding('TEXT_TOO_LONG', field, { count: (issue.input as string).length })
			: row.finding('RULE', field);
	});
}

/** Texts that a spreadsheet would run: kept as text, and told. */
function formulaFindings(kind: IntakeKind, row: IntakeRow): IntakeFinding[] {
	return fieldsOf[kind]
		.filter((field) => field !== 'phone' && guardedText(row.text(field)) !== row.text(field))
		.filter((field) => !/^[-+]?\s*$/.test(row.text(field)))
		.map((field) => row.finding('FORMULA_TEXT', field));
}

const isFault = ({ severity }: IntakeFinding): boolean => severity === 'fault';

/** The group that a row names: in her village first, else the only one of that name. */
function groupFor(groups: ReadonlyMap<string, readonly GroupLine[]>, name: string, village: string) {
	const all = groups.get(searchText(name)) ?? [];
	const here = all.filter(({ villageCode }) => villageCode === village);
	const [found, ...others] = here.length > 0 ? here : all;
	if (found !== undefined && others.length === 0) return { group: found, fault: null };
	return { group: null, fault: found === undefined ? 'GROUP_UNKNOWN' : 'GROUP_AMBIGUOUS' } as const;
}

interface Around {
	readonly places: Places;
	readonly groups: ReadonlyMap<string, readonly GroupLine[]>;
	/** Figures of a NIK -> the cell where it stood first. */
	readonly seen: Map<string, string>;
	readonly today: string;
}

function villageFor(row: IntakeRow, { places }: Around, findings: IntakeFinding[]): string | null {
	const place = places.of(row.text('village'), row.text('district'));
	if ('code' in place) return place.code;
	findings.push(row.finding(place.fault, 'village', place.params));
	return null;
}

function nikFindings(row: IntakeRow, nik: string | null, { seen }: Around): IntakeFinding[] {
	if (nik === null) return [];
	if (!isIdentityNumber(nik)) return [row.finding('NIK_PARTS', 'identityNumber')];
	const first = seen.get(nik);
	if (first !== undefined) return [row.finding('NIK_TWICE', 'identityNumber', { cell: first })];
	seen.set(nik, row.finding('NIK_TWICE', 'identityNumber').cell);
	return [];
}

function judgePerson(row: IntakeRow, around: Around): JudgedRow<PersonToWrite> & { restored: boolean } {
	const { values, findings, phoneRestored: restored } = readPersonRow(row, around.today);
	const { identityNumber, group: groupName, ...fields } = values;
	findings.push(...nikFindings(row, identityNumber, around), ...formulaFindings('people', row));
	const village = villageFor(row, around, findings);
	const group = groupName === null ? null : groupFor(around.groups, groupName, village ?? '');
	if (group !== null && group.fault !== null)
		findings.push(row.finding(group.fault, 'group', { text: (groupName ?? '').slice(0, 60) }));
	if (village === null || findings.some(isFault)) return { source: row, record: null, findings, restored };
	const parsed = v.safeParse(personFields, { ...fields, villageCode: village });
	if (!parsed.success) {
		findings.push(...ruleFindings(row, parsed.issues));
		return { source: row, record: null, findings, restored };
	}
	const found = group?.group ?? null;
	const record = {
		...parsed.output,
		identityNumber,
		groupId: found?.groupId ?? null,
		groupVillage: found?.villageCode ?? null,
	};
	return { source: row, record, findings, restored };
}

const ANY_ID = '00000000-0000-7000-8000-000000000000';

function judgeEnterprise(
	row: IntakeRow,
	around: Around,
	styles: ReturnType<typeof columnStyles>,
): JudgedRow<EnterpriseToWrite> & { restored: boolean } {
	const { values, findings, phoneRestored: restored } = readEnterpriseRow(row, around.today, styles);
	findings.push(...formulaFindings('enterprises', row));
	const villageCode = villageFor(row, around, findings);
	if (villageCode === null || findings.some(isFault))
		return { source: row, record: null, findings, restored };
	const { permits, kind: read, ...details } = values;
	const kind = read ?? 'other';
	const parsed = v.safeParse(recordEnterprise, {
		...details,
		kind,
		villageCode,
		enterpriseId: ANY_ID,
		programmeId: ANY_ID,
	});
	if (!parsed.success) {
		findings.push(...ruleFindings(row, parsed.issues));
		return { source: row, record: null, findings, restored };
	}
	// The unit as the house spells it: Kg and kilogram are one.
	const { capacityUnit, name } = parsed.output;
	const record = { ...details, name, kind, villageCode, capacityUnit, permits };
	return { source: row, record, findings, restored };
}

/** Rows between two breaths: other requests are answered meanwhile. */
const ROWS_AT_ONCE = 1000;

async function judgeRows<Row>(
	{ workbook, layout, onRows }: Judging,
	judgeOne: (row: IntakeRow) => JudgedRow<Row> & { restored: boolean },
): Promise<JudgedList<Row>> {
	const rows: JudgedRow<Row>[] = [];
	const leftOut: IntakeFinding[] = [];
	let phonesRestored = 0;
	const grid = gridOf(workbook, layout);
	for (const one of intakeRows(grid, layout)) {
		if ('code' in one) {
			leftOut.push(one);
			continue;
		}
		const { restored, ...judged } = judgeOne(one);
		if (restored) phonesRestored += 1;
		rows.push(judged);
		if (rows.length % ROWS_AT_ONCE !== 0) continue;
		onRows?.(rows.length, grid.rows.length);
		await setImmediate();
	}
	return { rows, leftOut, phonesRestored };
}

async function judgePeople(judging: Judging): Promise<JudgedList<PersonToWrite>> {
	const { tx, actor, programmeId, layout, today } = judging;
	const named = layout.columns.some(({ field }) => field === 'group');
	const lines = named ? await groupsOf(tx, actor, { programmeId, on: today }) : [];
	const groups = new Map<string, GroupLine[]>();
	for (const line of lines)
		groups.set(searchText(line.name), [...(groups.get(searchText(line.name)) ?? []), line]);
	const around: Around = { places: await placesFor(judging), groups, seen: new Map(), today };
	const list = await judgeRows(judging, (row) => judgePerson(row, around));
	await findKnownPeople(judging, list.rows);
	return list;
}

async function judgeEnterprises(judging: Judging): Promise<JudgedList<EnterpriseToWrite>> {
	const { workbook, layout, today } = judging;
	const around: Around = { places: await placesFor(judging), groups: new Map(), seen: new Map(), today };
	const styles = columnStyles(gridOf(workbook, layout), layout);
	const list = await judgeRows(judging, (row) => judgeEnterprise(row, around, styles));
	await findKnownEnterprises(judging, list.rows);
	return list;
}

const NOTHING = { rows: [], leftOut: [], phonesRestored: 0 };

/** Judges every row of the list. A list that cannot be read as one has no rows. */
export async function judgeList<Kind extends IntakeKind>(judging: Judging<Kind>): Promise<ListOf<Kind>> {
	if (blockedBy(judging.workbook, judging.layout) !== null) return NOTHING as unknown as ListOf<Kind>;
	const list = judging.kind === 'people' ? await judgePeople(judging) : await judgeEnterprises(judging);
	return list as ListOf<Kind>;
}
