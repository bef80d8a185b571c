/** Rows of a list as they would be written, with everything that was found in them. */
import type { Grid, Workbook } from '#inputs/grid.ts';
import type { ReadEnterprise } from '#inputs/intake-enterprises.ts';
import type { IntakeKind } from '#inputs/intake-fields.ts';
import { doubleCodes } from '#inputs/intake-finding.ts';
import type { IntakeFinding } from '#inputs/intake-finding.ts';
import type { IntakeLayout } from '#inputs/intake-layout.ts';
import type { IntakeRow } from '#inputs/intake-rows.ts';
import type { PersonFields } from '../person/schema.ts';
import { MOST_FINDINGS } from './schema.ts';
import type { Judgement } from './schema.ts';

export interface PersonToWrite extends PersonFields {
	readonly identityNumber: string | null;
	readonly groupId: string | null;
	readonly groupVillage: string | null;
}

export interface EnterpriseToWrite extends Omit<ReadEnterprise, 'kind'> {
	readonly kind: string;
	readonly villageCode: string;
}

/** A row that is a record. `record` is what would be written; null when something in it is a fault. */
export interface JudgedRow<Row> {
	readonly source: IntakeRow;
	readonly record: Row | null;
	readonly findings: IntakeFinding[];
}

export interface JudgedList<Row = PersonToWrite | EnterpriseToWrite> {
	readonly rows: readonly JudgedRow<Row>[];
	readonly leftOut: readonly IntakeFinding[];
	readonly phonesRestored: number;
}

/** Whether a row may be there already. */
export const mayBeDouble = ({ findings }: Pick<JudgedRow<unknown>, 'findings'>): boolean =>
	findings.some(({ code }) => doubleCodes.has(code));

/** The rows that are written. */
export const rowsToWrite = <Row>(
	list: JudgedList<Row>,
	skipsDoubles: boolean,
): (JudgedRow<Row> & { readonly record: Row })[] =>
	list.rows.filter(
		(row): row is JudgedRow<Row> & { record: Row } =>
			row.record !== null && !(skipsDoubles && mayBeDouble(row)),
	);

export const gridOf = (workbook: Workbook, { sheet }: IntakeLayout): Grid =>
	workbook.grids.find(({ name }) => name === sheet) ?? { name: sheet, rows: [] };

/** Why there is nothing to judge. */
export function blockedBy(workbook: Workbook, layout: IntakeLayout): Judgement['blocked'] {
	if (!layout.columns.some(({ field }) => field === 'name')) return 'no-name';
	return gridOf(workbook, layout).rows.length <= layout.headingRow ? 'no-rows' : null;
}

const rank = { fault: 0, warning: 1, 'left-out': 2 } as const;

const counted = (values: readonly string[]): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
};

/** A column of an export says the same in every row: it is told of the first, and counted. */
function toldOnce(findings: readonly IntakeFinding[]): IntakeFinding[] {
	const masked = findings.filter(({ code }) => code === 'NIK_MASKED').length;
	let told = false;
	return findings.flatMap((one) => {
		if (one.code !== 'NIK_MASKED') return [one];
		if (told) return [];
		told = true;
		return [{ ...one, params: { count: masked } }];
	});
}

/** What is kept of a judged list. */
export function judgementOf(
	workbook: Workbook,
	blocked: Judgement['blocked'],
	list: JudgedList<{ readonly villageCode: string }>,
): Judgement {
	const all = [...list.rows.flatMap(({ findings }) => findings), ...list.leftOut];
	const findings = all.toSorted(
		(a, b) => rank[a.severity] - rank[b.severity] || a.row - b.row || (a.cell < b.cell ? -1 : 1),
	);
	const good = list.rows.flatMap((row) => (row.record === null ? [] : [row.record]));
	return {
		blocked: blocked ?? (list.rows.length === 0 ? 'no-rows' : null),
		rows: list.rows.length,
		good: good.length,
		doubles: list.rows.filter((row) => row.record !== null && mayBeDouble(row)).length,
		faulty: list.rows.length - good.length,
		leftOut: list.leftOut.length,
		phonesRestored: list.phonesRestored,
		counts: counted(all.map(({ code }) => code)),
		findings: toldOnce(findings).slice(0, MOST_FINDINGS),
		sheets: workbook.grids.map(({ name, rows }) => ({ name, rows: rows.length })),
		villages: counted(good.map(({ villageCode }) => villageCode)),
	};
}

export type ListOf<Kind extends IntakeKind> = Kind extends 'people'
	? JudgedList<PersonToWrite>
	: JudgedList<EnterpriseToWrite>;
