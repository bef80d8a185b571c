/** The rows of a list below its headings: which are records, and which are totals, titles within the list, signatures. */
import { cellAddress } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import { cellText } from './intake-cells.ts';
import { headingLetters } from './intake-fields.ts';
import type { IntakeField } from './intake-fields.ts';
import type { FaultCode, IntakeFinding, LeftOutCode, WarningCode } from './intake-finding.ts';
import { faultCodes, leftOutCodes } from './intake-finding.ts';
import type { IntakeLayout } from './intake-layout.ts';

export interface IntakeRow {
	/** Counted from 1, as a spreadsheet shows it. */
	readonly row: number;
	/** The cell of a field; undefined when the row is shorter or the list has no such column. */
	cell(field: IntakeField): GridCell | undefined;
	text(field: IntakeField): string;
	/** A message about a field of this row; about the row's first column when the list has no such column. */
	finding(
		code: FaultCode | WarningCode | LeftOutCode,
		field: IntakeField | null,
		params?: IntakeFinding['params'],
	): IntakeFinding;
	readonly cells: readonly GridCell[];
}

const TOTAL = /^(jumlah|jml|total|sub\s*-?total|grand\s+total|rata\s*-?\s*rata|sum|average)\b/i;

const severityOf = (code: string): IntakeFinding['severity'] =>
	(faultCodes as readonly string[]).includes(code)
		? 'fault'
		: (leftOutCodes as readonly string[]).includes(code)
			? 'left-out'
			: 'warning';

interface Filled {
	readonly index: number;
	readonly text: string;
	readonly columns: number;
}

const filledOf = (cells: readonly GridCell[]): Filled[] =>
	cells.flatMap((cell, index) => {
		const text = cellText(cell);
		return text === '' ? [] : [{ index, text, columns: cell.span?.columns ?? 1 }];
	});

/** What a row is when it is no record; null when it is one, `blank` when nobody wrote in it. */
function leftOut(layout: IntakeLayout, filled: readonly Filled[]): LeftOutCode | 'blank' | null {
	const [first, ...others] = filled;
	if (first === undefined) return 'blank';
	const fieldAt = new Map(layout.columns.map(({ index, field }) => [index, field]));
	const mapped = filled.filter(({ index }) => (fieldAt.get(index) ?? null) !== null);
	const name = mapped.find(({ index }) => fieldAt.get(index) === 'name');
	// `Jumlah | 25`: the sum stands in the column of names.
	if (
		TOTAL.test(first.text) &&
		(name === undefined || TOTAL.test(name.text) || /^[\d.,\s]+$/.test(name.text))
	)
		return 'ROW_TOTAL';
	if (name !== undefined && TOTAL.test(name.text) && /^\d*$/.test(first.text)) return 'ROW_TOTAL';
	const headings = new Map(layout.columns.map(({ index, heading }) => [index, headingLetters(heading)]));
	const repeated = mapped.filter(({ index, text }) => headings.get(index) === headingLetters(text));
	if (repeated.length >= 2 && repeated.length === mapped.length) return 'ROW_HEADINGS';
	// (1) (2) (3): the numbers of the columns.
	if (filled.length >= 3 && filled.every(({ text }, at) => Number(text.replace(/[()]/g, '')) === at + 1))
		return 'ROW_HEADINGS';
	if (mapped.length === 0)
		return filled.every(({ text }) => /^\d+[.)]?$/.test(text)) ? 'blank' : 'ROW_SECTION';
	return others.length === 0 && first.columns >= 3 ? 'ROW_SECTION' : null;
}

function rowOf(
	layout: IntakeLayout,
	index: number,
	cells: readonly GridCell[],
	at: ReadonlyMap<IntakeField, number>,
) {
	const row = index + 1;
	const [firstColumn] = layout.columns;
	const one: IntakeRow = {
		row,
		cells,
		cell: (field) => cells[at.get(field) ?? -1],
		text: (field) => cellText(cells[at.get(field) ?? -1]),
		finding(code, field, params = {}) {
			const column = (field === null ? undefined : at.get(field)) ?? firstColumn?.index ?? 0;
			return { code, severity: severityOf(code), cell: cellAddress(index, column), row, field, params };
		},
	};
	return one;
}

/** Every row below the headings that holds something: a record, or a message why it is none. */
export function* intakeRows(grid: Grid, layout: IntakeLayout): Generator<IntakeRow | IntakeFinding> {
	const at = new Map(
		layout.columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const])),
	);
	for (let index = layout.headingRow; index < grid.rows.length; index += 1) {
		const cells = grid.rows[index] ?? [];
		const filled = filledOf(cells);
		const code = leftOut(layout, filled);
		if (code === 'blank') continue;
		const row = rowOf(layout, index, cells, at);
		if (code === null) {
			yield row;
			continue;
		}
		const cell = cellAddress(index, filled[0]?.index ?? 0);
		yield { ...row.finding(code, null), cell };
	}
}

/** What a cell read as, or null with its fault among the findings. */
export function taken<Value>(
	row: IntakeRow,
	field: IntakeField,
	reading:
		{ readonly value: Value } | { readonly fault: FaultCode; readonly params?: IntakeFinding['params'] },
	findings: IntakeFinding[],
): Value | null {
	if ('value' in reading) return reading.value;
	findings.push(row.finding(reading.fault, field, reading.params));
	return null;
}

/** Where somebody lives within the village, in one line: the street, the hamlet, RT and RW. */
export function addressOf(row: IntakeRow): string | null {
	const [hamlet, rt, rw] = [row.text('hamlet'), row.text('rt'), row.text('rw')];
	const parts = [
		row.text('address'),
		hamlet === '' || /^(dusun|lingkungan|kampung|dukuh)\b/i.test(hamlet) ? hamlet : `Dusun ${hamlet}`,
		rt === '' || /^rt\b/i.test(rt) ? rt : `RT ${rt}`,
		rw === '' || /^rw\b/i.test(rw) ? rw : `RW ${rw}`,
	].filter((part) => !/^-?$/.test(part));
	return parts.length === 0 ? null : parts.join(', ');
}
