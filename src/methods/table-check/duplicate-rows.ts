/** Rows that stand twice in a table: the same name, or different names with the same figures. */
import type { Finding } from './finding.ts';
import type { PrintedNumber } from './printed.ts';

export interface ComparedRow {
	readonly label: string;
	readonly group: string;
	readonly figures: readonly (PrintedNumber | null)[];
}

const lettersOf = (text: string) =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');

const figuresOf = (row: ComparedRow) => row.figures.map((one) => one?.value ?? '').join('|');

/** Whether equal figures are worth a word: two that are not whole, or four of any kind. */
function isTelling(row: ComparedRow): boolean {
	const printed = row.figures.filter((one) => one !== null);
	return printed.filter((one) => !Number.isInteger(one.value)).length >= 2 || printed.length >= 4;
}

export interface DuplicatePair<Row> {
	readonly row: Row;
	readonly first: Row;
	readonly same: 'row' | 'name' | 'figures';
}

/** Every row with the first row above it that it repeats, and what is the same. */
export function duplicatePairs<Row extends ComparedRow>(rows: readonly Row[]): readonly DuplicatePair<Row>[] {
	const byName = new Map<string, Row>();
	const byFigures = new Map<string, Row>();
	return rows.flatMap((row): DuplicatePair<Row>[] => {
		const group = lettersOf(row.group);
		const name = `${group}|${lettersOf(row.label)}`;
		const figures = `${group}|${figuresOf(row)}`;
		const named = byName.get(name);
		const equal = byFigures.get(figures);
		if (!named) byName.set(name, row);
		if (!equal) byFigures.set(figures, row);
		if (named) return [{ row, first: named, same: figuresOf(named) === figuresOf(row) ? 'row' : 'name' }];
		return equal && isTelling(row) ? [{ row, first: equal, same: 'figures' }] : [];
	});
}

/** The same as findings: code `duplicate-row`, `duplicate-name` or `duplicate-figures`. */
export function duplicateRows(rows: readonly ComparedRow[]): readonly Finding[] {
	return duplicatePairs(rows).flatMap(({ row, first, same }): Finding[] => {
		const printed = row.figures.find((one) => one !== null);
		const before = first.figures.find((one) => one !== null);
		if (!printed || !before) return [];
		return [
			{
				code: `duplicate-${same}`,
				row: 'duplicate',
				column: row.label,
				label: row.label,
				table: printed.table,
				cell: printed.cell,
				printed: null,
				expected: null,
				verdict: 'odd',
				formula: '',
				operands: [],
				wouldMatchIf: [],
				params: { other: first.label, otherCell: before.cell, group: row.group },
			},
		];
	});
}
