/**
 * Finds Hayami tables in a grid: which column holds the headings, which hold products, which row is which.
 * A grid may hold several tables below one another, and products may stand in columns or in rows.
 */
import type { PrintedHayamiTable, PrintedNumber, PrintedProduct } from '#methods/table-check/printed.ts';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { CellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import { hayamiKeyOf, isHayamiTable } from './hayami-labels.ts';
import { readNumber } from './number-reader.ts';
import type { Doubt } from './printed-number.ts';
import { aggregateOf } from './aggregate-columns.ts';
import { lettersOf, looksLikeUnit, readLabel } from './table-label.ts';
import { wrappedLabels } from './wrapped-labels.ts';

/** One row as it was understood; shown to the person before anything is used. */
export interface RowMapping {
	readonly table: string;
	readonly cell: string;
	readonly label: string;
	/** Null: not recognised; it stays visible. */
	readonly key: string | null;
	readonly values: readonly string[];
}

export interface HayamiReading {
	readonly table: PrintedHayamiTable;
	readonly mapping: readonly RowMapping[];
	readonly doubts: readonly Doubt[];
	/** Addresses of the headings used, so that other readers leave those rows alone. */
	readonly used: ReadonlySet<string>;
	/** A row's own formula as printed beside it: `O/J x 100`. */
	readonly formulas: readonly { readonly key: HayamiKey; readonly text: string; readonly cell: string }[];
}

interface MappedRow {
	readonly key: HayamiKey;
	readonly label: GridCell;
	readonly unit: string;
	readonly cells: readonly GridCell[];
	readonly index: number;
}

/** The choices a person made for single rows: address of the heading to the meaning, or null to leave it out. */
export type ChosenMeanings = Readonly<Record<string, HayamiKey | null>>;

/** Rows and columns exchanged; addresses stay those of the source. */
function transpose(rows: readonly (readonly GridCell[])[]): readonly (readonly GridCell[])[] {
	const width = Math.max(0, ...rows.map((row) => row.length));
	return Array.from({ length: width }, (_, column) =>
		rows.map((row, index) => row[column] ?? { text: '', address: `?${index}-${column}` }),
	);
}

const formulaHeading =
	/rumus|formula|notasi|simbol|symbol|perhitungan|kode|satuan|unit|keterangan|ket$|sumber/i;
const rowFormula =
	/^\(?[a-z0-9]{1,3}\)?\s*(=\s*\(?[a-z0-9]{1,3}\)?)?\s*([-–−/x×÷:*+]\s*\(?[a-z0-9]{1,3}\)?\s*)+(%|\(?\s*100\s*%?\s*\)?)?$/i;

/** The mapped rows when column `labelColumn` holds the headings. */
function mapRows(
	rows: readonly (readonly GridCell[])[],
	labelColumn: number,
	chosen: ChosenMeanings,
	table: string,
): readonly MappedRow[][] {
	const tables: MappedRow[][] = [];
	let current: MappedRow[] = [];
	let seen = new Set<HayamiKey>();
	const wrapped = wrappedLabels(rows, labelColumn);
	rows.forEach((row, index) => {
		const cell = row[labelColumn];
		const whole = wrapped.get(index);
		const text = whole?.text ?? cell?.text.trim() ?? '';
		if (!cell || text === '' || !row.slice(labelColumn + 1).some((other) => /\d/.test(other.text))) return;
		const before = (rows[whole?.numberRow ?? index] ?? row)
			.slice(0, labelColumn)
			.map((other) => other.text.trim());
		const label = readLabel(`${before.filter((one) => /^\d{1,2}[a-e]?\.?$/.test(one)).join('')} ${text}`);
		const beside = row
			.slice(labelColumn + 1)
			.find((other) => !/\d/.test(other.text) && looksLikeUnit(other.text));
		const unit = label.unit || beside?.text.trim() || (/%\s*$/.test(row.at(-1)?.text ?? '') ? '%' : '');
		const mark = `${table}!${cell.address}`;
		const decided = mark in chosen ? chosen[mark] : chosen[cell.address];
		const key = decided === undefined ? hayamiKeyOf({ ...label, unit }, seen) : decided;
		if (key === null) return;
		if (seen.has(key)) {
			// The first row again, with most rows behind us: the next table in the same sheet.
			if (seen.size < 6 || !['output', 'rawMaterial'].includes(key)) return;
			tables.push(current);
			current = [];
			seen = new Set();
		}
		seen.add(key);
		current.push({
			key,
			label: whole ? { ...cell, text: whole.text } : cell,
			unit,
			cells: row.slice(labelColumn + 1),
			index,
		});
	});
	tables.push(current);
	return tables.filter((mapped) => isHayamiTable(new Set(mapped.map((one) => one.key))));
}

/** The best reading of the rows over the first columns. */
function bestMapping(rows: readonly (readonly GridCell[])[], chosen: ChosenMeanings, table: string) {
	let best: { tables: readonly MappedRow[][]; labelColumn: number; size: number } | null = null;
	const width = Math.max(0, ...rows.map((row) => row.length));
	for (let labelColumn = 0; labelColumn < Math.min(width, 5); labelColumn += 1) {
		const named = rows.filter((row) => /[a-z]{3}/i.test(row[labelColumn]?.text ?? '')).length;
		if (named < 4) continue;
		const tables = mapRows(rows, labelColumn, chosen, table);
		const size = tables.reduce((sum, mapped) => sum + mapped.length, 0);
		if (size > (best?.size ?? 0)) best = { tables, labelColumn, size };
	}
	return best;
}

/** Columns that hold products: mostly numbers, and not a column of formulas or units. */
function productColumns(
	mapped: readonly MappedRow[],
	numbers: CellNumbers,
	headings: (column: number) => string,
) {
	const width = Math.max(...mapped.map((row) => row.cells.length));
	const counts = Array.from({ length: width }, (_, column) => {
		const cells = mapped
			.flatMap((row) => row.cells[column] ?? [])
			.filter((cell) => cell.text.trim() !== '' || cell.number !== undefined);
		const formulas = cells.filter((cell) => rowFormula.test(cell.text.trim())).length;
		const readable = cells.filter((cell) => numbers.of(cell) !== null).length;
		const excluded = formulas >= 2 || formulaHeading.test(headings(column));
		return excluded || readable < Math.min(3, mapped.length) || readable < cells.length * 0.6 ? 0 : readable;
	});
	return counts.flatMap((count, column) => (count > 0 ? [column] : []));
}

const genericHeading =
	/^(nilai|jumlah|hasil|value|total|angka|besaran|besar|ratarata|rerata|perhitungan|hitungan|pehitungan)?$/;

/** The heading of a column: the nearest text above the table's first row. */
function headingAbove(rows: readonly (readonly GridCell[])[], firstIndex: number, column: number): string {
	for (let index = firstIndex - 1; index >= Math.max(0, firstIndex - 6); index -= 1) {
		const text = rows[index]?.[column]?.text.trim() ?? '';
		if (text !== '' && !/^[\d().\s]+$/.test(text)) return text.replace(/\s+/g, ' ');
	}
	return '';
}

/** "I. Output, Input dan Harga" heads a part of the table; it names no product. */
const sectionHeading =
	/^\s*([IVX]+\s*[.)]|[A-C]\s*[.)])|output\s*,|input\s+dan\s+harga|pendapatan\s+dan|penerimaan\s+dan|revenue\s+and|inputs?\s+and\s+price/i;

/** What a table with one column of numbers is about: its caption, or the lone text above it, without "Tabel 5.". */
function titleAbove(grid: Grid, rows: Grid['rows'], firstIndex: number): string {
	const lone = rows
		.slice(0, firstIndex)
		.map((row) => row.filter((cell) => cell.text.trim() !== ''))
		.findLast(
			(cells) =>
				cells.length === 1 &&
				/[a-z]{3}.*\s.*[a-z]{3}/i.test(cells[0]?.text ?? '') &&
				!sectionHeading.test(cells[0]?.text ?? ''),
		);
	const title = grid.caption?.split('\n')[0] ?? lone?.[0]?.text ?? '';
	return title.replace(/^\s*(tabel|table)\s*[\dIVX.]*[.:]?\s*/i, '').trim();
}

function uniqueNames(names: readonly string[]): readonly string[] {
	const count = new Map<string, number>();
	return names.map((name) => {
		const times = (count.get(name) ?? 0) + 1;
		count.set(name, times);
		return times === 1 ? name : `${name} (${times})`;
	});
}

function readTable(
	grid: Grid,
	rows: readonly (readonly GridCell[])[],
	labelColumn: number,
	mapped: readonly MappedRow[],
	corrections: Readonly<Record<string, string>>,
): HayamiReading | null {
	const moneyRows = mapped.filter((row) => /rp|rupiah|idr/i.test(row.unit));
	const moneyCells = new Set(moneyRows.flatMap((row) => row.cells.map((cell) => cell.address)));
	const numbers = readCellNumbers(
		grid.name,
		mapped.flatMap((row) => row.cells.filter((cell) => /\d/.test(cell.text) || cell.number !== undefined)),
		corrections,
		(cell) => moneyCells.has(cell.address),
	);
	const worded = wordRows(rows, labelColumn, mapped);
	const first = Math.min(mapped[0]?.index ?? 0, ...worded.map((row) => row.index));
	const heading = (column: number) => headingAbove(rows, first, labelColumn + 1 + column);
	const all = productColumns(mapped, numbers, heading);
	const plain = all.filter((column) => aggregateOf(heading(column)) === null);
	// "Jumlah" over the only column heads its figures; beside two products it is their sum.
	const columns = plain.length >= 2 ? plain : all;
	if (columns.length === 0) return null;
	const names = uniqueNames(
		columns.map((column, position) => {
			const text = heading(column);
			if (text && !genericHeading.test(lettersOf(text).replace(/rp.*$/, ''))) return text;
			const title = columns.length === 1 ? titleAbove(grid, rows, first) : '';
			return title || text || (columns.length === 1 ? grid.name : `${position + 1}`);
		}),
	);
	const figures = (column: number): PrintedProduct['figures'] => {
		const found: Partial<Record<HayamiKey, PrintedNumber>> = {};
		for (const row of mapped) {
			const cell = row.cells[column];
			const number = cell ? numbers.of(cell) : null;
			if (number) found[row.key] = number;
		}
		return found;
	};
	const aggregates = all
		.filter((column) => !columns.includes(column))
		.map((column) => ({
			name: heading(column),
			kind: aggregateOf(heading(column)) as 'mean' | 'sum',
			figures: figures(column),
		}));
	const inColumns = new Set(mapped.flatMap((row) => all.map((column) => row.cells[column]?.address)));
	return {
		table: {
			name: grid.name,
			products: columns.map((column, position) => ({
				name: names[position] as string,
				figures: figures(column),
			})),
			...(aggregates.length > 0 ? { aggregates } : {}),
			labels: Object.fromEntries(mapped.map((row) => [row.key, row.label.text.trim().replace(/\s+/g, ' ')])),
			units: Object.fromEntries(mapped.map((row) => [row.key, row.unit])),
		},
		mapping: mapped.map((row) => ({
			table: grid.name,
			cell: row.label.address,
			label: row.label.text.trim(),
			key: row.key,
			values: columns.map((column) => row.cells[column]?.text ?? ''),
		})),
		doubts: [
			...numbers.doubts.filter((doubt) => inColumns.has(doubt.cell)),
			...textInNumberCells(grid.name, [...worded, ...mapped], columns, numbers),
		],
		used: new Set(mapped.map((row) => row.label.address)),
		formulas: mapped.flatMap((row) =>
			row.cells
				.filter((cell) => /[/÷:]/.test(cell.text) && rowFormula.test(cell.text.trim()))
				.map((cell) => ({ key: row.key, text: cell.text.trim(), cell: cell.address })),
		),
	};
}

/** Headings of a column of names, not of a quantity. */
const nameHeading = /^(produk|products?|hasil|namaproduk|jenisproduk)$/;

/** Rows of the table whose cells hold only words (`Output | abc`): they are rows, and their cells are refused. */
function wordRows(
	rows: Grid['rows'],
	labelColumn: number,
	mapped: readonly MappedRow[],
): readonly MappedRow[] {
	const taken = new Set(mapped.map((row) => row.index));
	const seen = new Set(mapped.map((row) => row.key));
	const [first, last] = [mapped[0]?.index ?? 0, mapped.at(-1)?.index ?? 0];
	return rows.slice(Math.max(0, first - 2), last + 1).flatMap((row, offset): MappedRow[] => {
		const index = Math.max(0, first - 2) + offset;
		const label = row[labelColumn];
		const cells = row.slice(labelColumn + 1);
		if (!label || taken.has(index) || nameHeading.test(lettersOf(label.text))) return [];
		// Above the first row of figures a unit alone may be part of a heading; below it, it stands in a column of its own.
		const isWord = (text: string) => /[a-z]/i.test(text) && (index > first || !looksLikeUnit(text));
		const words = cells.filter((cell) => isWord(cell.text));
		if (words.length === 0 || words.some((cell) => rowFormula.test(cell.text.trim()))) return [];
		const key = hayamiKeyOf(readLabel(label.text), new Set());
		return key && !seen.has(key) ? [{ key, label, unit: '', cells, index }] : [];
	});
}

/** Words where a number belongs: kept, and said. */
function textInNumberCells(
	table: string,
	mapped: readonly MappedRow[],
	columns: readonly number[],
	numbers: CellNumbers,
): readonly Doubt[] {
	const cells = mapped.flatMap((row) => columns.flatMap((column) => row.cells[column] ?? []));
	return cells.flatMap((cell): Doubt[] => {
		if (numbers.reading(cell) !== null || cell.number !== undefined) return [];
		const reading = readNumber(cell.text);
		if (reading.status !== 'refused') return [];
		const code = reading.reason ?? 'NOT_A_NUMBER';
		return [
			{ code, table, cell: cell.address, text: cell.text, value: null, alternatives: reading.alternatives },
		];
	});
}

/** Every Hayami table of a grid, with what was understood of each row. */
export function readHayamiTables(
	grid: Grid,
	options: {
		readonly meanings?: ChosenMeanings;
		readonly corrections?: Readonly<Record<string, string>>;
	} = {},
): readonly HayamiReading[] {
	const upright = bestMapping(grid.rows, options.meanings ?? {}, grid.name);
	const turnedRows = transpose(grid.rows);
	const turned = bestMapping(turnedRows, options.meanings ?? {}, grid.name);
	const [best, rows] =
		(turned?.size ?? 0) > (upright?.size ?? 0) ? [turned, turnedRows] : [upright, grid.rows];
	if (!best) return [];
	return best.tables.flatMap((mapped) => {
		const reading = readTable(grid, rows, best.labelColumn, mapped, options.corrections ?? {});
		return reading ? [reading] : [];
	});
}
