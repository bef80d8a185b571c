/** Finds a period's summary in a grid: fixed and variable cost, revenue, profit, R/C, B/C, break-even. */
import type { PrintedNumber, PrintedSummary, SummaryKey } from '#methods/table-check/printed.ts';
import { aggregateOf } from './aggregate-columns.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Doubt } from './printed-number.ts';
import { summaryKeyOf } from './summary-labels.ts';
import type { SummaryMeaning } from './summary-labels.ts';
import { lettersOf } from './table-label.ts';

export interface SummaryReading {
	readonly summaries: readonly PrintedSummary[];
	readonly doubts: readonly Doubt[];
	readonly used: ReadonlySet<number>;
}

/** Words, or a ratio written with single letters: `R/C`. */
const labelText = /[a-z]{2}|\b[rbpπ]\s*\/\s*c\b/i;

interface Found {
	readonly key: SummaryMeaning;
	readonly label: string;
	readonly cells: readonly GridCell[];
	readonly index: number;
}

const inputsOnly: ReadonlySet<string> = new Set(['price', 'outputQuantity', 'rawMaterialQuantity']);

/** Figures in rupiah, where `972.000` needs no question. */
const money = /Cost$|^revenue$|^profit$|^cashProfit$|^price$|PerUnit$|PerProcess$|^breakEven(Price|Revenue)$/;

/** A percentage beside the amounts is no second product. */
const percentHeading = /%|persen|percent|proporsi|kontribusi|share/i;

/** Every row whose heading is a figure of a summary; of two with the same meaning the first. */
function rowsFound(grid: Grid, taken: ReadonlySet<number>): { found: readonly Found[]; labelColumn: number } {
	const found: Found[] = [];
	let labelColumn = -1;
	grid.rows.forEach((row, index) => {
		if (taken.has(index)) return;
		const column = row.findIndex((cell) => labelText.test(cell.text));
		const cell = row[column];
		const key = cell ? summaryKeyOf(cell.text) : null;
		if (!cell || !key || !row.slice(column + 1).some((other) => /\d/.test(other.text))) return;
		if (key !== 'income' && found.some((one) => one.key === key)) return;
		if (labelColumn < 0) labelColumn = column;
		if (column !== labelColumn) return;
		const label = cell.text.trim().replace(/\s+/g, ' ');
		found.push({ key, label, cells: row.slice(column + 1), index });
	});
	return { found, labelColumn };
}

/** What "pendapatan" is in this table: the profit beside a revenue, the revenue beside a profit. */
function settleIncome(found: readonly Found[]): readonly (Found & { readonly key: SummaryKey })[] {
	const has = (key: SummaryMeaning) => found.some((one) => one.key === key);
	const income = found.filter((one) => one.key === 'income');
	return found.flatMap((one): (Found & { readonly key: SummaryKey })[] => {
		if (one.key !== 'income') return [{ ...one, key: one.key }];
		const position = income.indexOf(one);
		// Beside both a revenue and a profit it may be before some cost or other: nothing to judge it by.
		if (has('revenue')) return has('profit') || position > 0 ? [] : [{ ...one, key: 'profit' }];
		if (has('profit')) return position > 0 ? [] : [{ ...one, key: 'revenue' }];
		if (income.length > 1)
			return position > 1 ? [] : [{ ...one, key: position === 0 ? 'revenue' : 'profit' }];
		// Alone, beside a quantity and a price, it is their product.
		return [{ ...one, key: has('outputQuantity') && has('price') ? 'revenue' : 'profit' }];
	});
}

/** A summary with its figures side by side, one product a row: turned so that they stand below one another. */
function turnedGrid(grid: Grid, taken: ReadonlySet<number>): Grid | null {
	const start = grid.rows.findIndex(
		(row, index) =>
			!taken.has(index) &&
			new Set(row.map((cell) => summaryKeyOf(cell.text)).filter((key) => key && !inputsOnly.has(key))).size >=
				3,
	);
	if (start < 0) return null;
	const rest = grid.rows.slice(start);
	const empty = rest.findIndex((row) => row.every((cell) => cell.text.trim() === ''));
	const rows = empty < 0 ? rest : rest.slice(0, empty);
	if (rows.length > 200) return null;
	const width = Math.max(...rows.map((row) => row.length));
	const turned = Array.from({ length: width }, (_, column) =>
		rows.map((row): GridCell => row[column] ?? { text: '', address: '' }),
	);
	// The names of the products head the columns; numbers of rows head nothing.
	const names = turned.findIndex((row) => row.slice(1).some((cell) => /[a-z]{2}/i.test(cell.text)));
	if (names > 0) turned.unshift(...turned.splice(names, 1));
	return { name: grid.name, rows: turned };
}

/** The period's summary of a grid, outside the rows that other tables already took. */
export function readSummary(
	grid: Grid,
	taken: ReadonlySet<number>,
	corrections: Readonly<Record<string, string>> = {},
): SummaryReading {
	const upright = readUpright(grid, taken, corrections);
	if (upright.summaries.length > 0) return upright;
	const turned = turnedGrid(grid, taken);
	if (!turned) return upright;
	// Its rows are products: they stay visible to a statement, which adds them up.
	return { ...readUpright(turned, new Set(), corrections), used: new Set() };
}

function readUpright(
	grid: Grid,
	taken: ReadonlySet<number>,
	corrections: Readonly<Record<string, string>> = {},
): SummaryReading {
	const { found: raw, labelColumn } = rowsFound(grid, taken);
	const found = settleIncome(raw);
	const computed = found.filter((one) => !inputsOnly.has(one.key));
	if (found.length < 3 || computed.length < 2) return { summaries: [], doubts: [], used: new Set() };
	const inMoney = new Set(
		found.filter((one) => money.test(one.key)).flatMap((one) => one.cells.map((cell) => cell.address)),
	);
	const numbers = readCellNumbers(
		grid.name,
		found.flatMap((one) => one.cells.filter((cell) => /\d/.test(cell.text) || cell.number !== undefined)),
		corrections,
		(cell) => inMoney.has(cell.address),
	);
	const first = found[0]?.index ?? 0;
	const width = Math.max(...found.map((one) => one.cells.length));
	const columns = Array.from({ length: width }, (_, column) => {
		const figures: Partial<Record<SummaryKey, PrintedNumber>> = {};
		for (const one of found) {
			const cell = one.cells[column];
			const number = cell ? numbers.of(cell) : null;
			if (number) figures[one.key] = number;
		}
		return { name: headingOf(grid, first, labelColumn + 1 + column), figures };
	}).filter((column) => Object.keys(column.figures).length >= 3 && !percentHeading.test(column.name));
	// A ratio below "Rata-rata" may be the mean of the ratios beside it.
	const own = columns.filter((column) => aggregateOf(column.name) === null);
	const kept = own.length >= 2 ? own : columns;
	const labels = Object.fromEntries(found.map((one) => [one.key, one.label]));
	return {
		summaries: kept.length > 0 ? [{ name: grid.name, columns: kept, labels }] : [],
		doubts: numbers.doubts,
		used: new Set(found.map((one) => one.index)),
	};
}

function headingOf(grid: Grid, firstIndex: number, column: number): string {
	for (let index = firstIndex - 1; index >= Math.max(0, firstIndex - 4); index -= 1) {
		const text = grid.rows[index]?.[column]?.text.trim() ?? '';
		if (text !== '' && lettersOf(text) !== '') return text;
		if (text === '%') return text;
	}
	return grid.name;
}
