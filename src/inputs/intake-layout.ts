/** Which sheet of a workbook holds the list, in which row its headings stand, and what each column means. */
import type { Grid, GridCell, Workbook } from './grid.ts';
import { fieldOfHeading, fieldsOf, headingLetters, knownHeadings } from './intake-fields.ts';
import type { IntakeField, IntakeKind } from './intake-fields.ts';
import { nearestMeaning } from './label-distance.ts';

export interface IntakeColumn {
	/** Counted from 0. */
	readonly index: number;
	readonly heading: string;
	/** Null: not taken in. */
	readonly field: IntakeField | null;
}

export interface IntakeLayout {
	readonly sheet: string;
	/** Row of the headings, counted from 1 as a spreadsheet shows it. */
	readonly headingRow: number;
	readonly columns: readonly IntakeColumn[];
}

/** Headings stand near the top: titles and addresses above them take a few lines. */
const ROWS_LOOKED_AT = 40;
const MOST_COLUMNS = 80;

const headingText = (cell: GridCell | undefined): string =>
	(cell?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);

/** Each field once: the first column that names it has it. */
function columnsOf(kind: IntakeKind, row: readonly GridCell[]): IntakeColumn[] {
	const taken = new Set<IntakeField>();
	const take = (field: IntakeField | null): IntakeField | null => {
		if (field === null || taken.has(field)) return null;
		taken.add(field);
		return field;
	};
	const exact = row.slice(0, MOST_COLUMNS).map((cell, index) => {
		const heading = headingText(cell);
		return { index, heading, field: take(fieldOfHeading(kind, heading)) };
	});
	return exact
		.map((column) =>
			column.field !== null || fieldOfHeading(kind, column.heading) !== null
				? column
				: { ...column, field: take(nearestMeaning(headingLetters(column.heading), knownHeadings(kind))) },
		)
		.filter(({ heading, field }) => heading !== '' || field !== null);
}

const meaningful = (columns: readonly IntakeColumn[]): number =>
	columns.filter(({ field }) => field !== null).length;

/** Headings of two levels ("Alamat" above "Desa" and "RT"): what the lower row leaves empty stands in the upper one. */
const withUpper = (upper: readonly GridCell[], lower: readonly GridCell[]): readonly GridCell[] =>
	Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
		const cell = lower[index];
		return headingText(cell) === '' ? (upper[index] ?? { text: '', address: '' }) : (cell as GridCell);
	});

const headingRowOf = (grid: Grid, index: number): readonly GridCell[] =>
	withUpper(grid.rows[index - 1] ?? [], grid.rows[index] ?? []);

/** The row that reads best as headings; of equal ones the first. */
function bestRow(
	kind: IntakeKind,
	grid: Grid,
): { readonly layout: IntakeLayout; readonly score: number } | null {
	let best: { layout: IntakeLayout; score: number } | null = null;
	for (let index = 0; index < Math.min(ROWS_LOOKED_AT, grid.rows.length); index += 1) {
		const columns = columnsOf(kind, headingRowOf(grid, index));
		const named = columns.some(({ field }) => field === 'name');
		const score = meaningful(columns) + (named ? 0.5 : 0);
		// One word that happens to be a heading is a line of prose; a list of names alone has nothing beside it.
		const alone = columns.length === 1 && named;
		if (score < 2 && !alone) continue;
		if (best === null || score > best.score)
			best = { layout: { sheet: grid.name, headingRow: index + 1, columns }, score };
	}
	return best;
}

/** The likeliest place of the list; null when no row of any sheet reads as its headings. */
export function findLayout(kind: IntakeKind, workbook: Workbook): IntakeLayout | null {
	const found = workbook.grids.flatMap((grid) => {
		const best = bestRow(kind, grid);
		return best === null ? [] : [best];
	});
	found.sort((a, b) => b.score - a.score);
	return found[0]?.layout ?? null;
}

/** What a person says of the columns instead. */
export interface IntakeCorrection {
	readonly sheet: string;
	readonly headingRow: number;
	/** Index of a column -> its field; a column that is not named is not taken in. */
	readonly fields: Readonly<Record<string, string>>;
}

/** A layout as a person corrected it; null when the sheet is not there or two columns say the same. */
export function correctedLayout(
	kind: IntakeKind,
	workbook: Workbook,
	{ sheet, headingRow, fields }: IntakeCorrection,
): IntakeLayout | null {
	const grid = workbook.grids.find(({ name }) => name === sheet);
	if (grid === undefined || grid.rows[headingRow - 1] === undefined) return null;
	const row = headingRowOf(grid, headingRow - 1);
	const known = new Set<string>(fieldsOf[kind]);
	const width = Math.min(
		MOST_COLUMNS,
		Math.max(row.length, ...Object.keys(fields).map((key) => Number(key) + 1)),
	);
	const columns = Array.from({ length: width }, (_, index): IntakeColumn => {
		const field = fields[String(index)] ?? '';
		return {
			index,
			heading: headingText(row[index]),
			field: known.has(field) ? (field as IntakeField) : null,
		};
	}).filter(({ heading, field }) => heading !== '' || field !== null);
	const used = columns.flatMap(({ field }) => (field === null ? [] : [field]));
	return new Set(used).size === used.length ? { sheet, headingRow, columns } : null;
}

/** The layout of another row of headings, as this program would read it. */
export function layoutAt(
	kind: IntakeKind,
	workbook: Workbook,
	sheet: string,
	headingRow: number,
): IntakeLayout | null {
	const grid = workbook.grids.find(({ name }) => name === sheet);
	if (grid === undefined || grid.rows[headingRow - 1] === undefined) return null;
	return { sheet, headingRow, columns: columnsOf(kind, headingRowOf(grid, headingRow - 1)) };
}
