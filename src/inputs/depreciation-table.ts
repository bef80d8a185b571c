/** Finds the columns of a depreciation table and reads its lines; one table for every depreciation column printed. */
import type {
	PrintedDepreciationLine,
	PrintedDepreciationTable,
	PrintedNumber,
} from '#methods/table-check/printed.ts';
import type { CellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import { lettersOf } from './table-label.ts';

type Column =
	'item' | 'quantity' | 'unitPrice' | 'amount' | 'purchase' | 'salvage' | 'life' | 'unit' | 'skip';

const headings: readonly (readonly [Column, RegExp])[] = [
	['salvage', /nilaisisa|residu|salvage|nilaiakhir|hargasisa|hargaakhir|nilaijual/],
	['life', /umur|masapakai|masaekonomis|lamapakai|lamapemakaian|dayatahan|usefullife|^life|^(ub|ue|ut)$/],
	['unit', /^satuan$/],
	['unitPrice', /^harga(beli|perolehan|awal)?(satuan|per|unit|buah)|unitprice|^biayasatuan/],
	[
		'purchase',
		/(harga|nilai|biaya)(beli|perolehan|awal|pembelian|investasi|total)|purchase|acquisition|^harga|^totalharga|^nilai(rp)?$|^(total|jumlah)(rp|harga|nilai|biaya|investasi)|^initial/,
	],
	['amount', /^jumlah$|^total$/],
	['quantity', /^(jumlah|volume|unit|qty|quantity|banyak|kuantitas)/],
	[
		'item',
		/^(uraian|jenis|komponen|nama|item|keterangan|alat|peralatan|description|barang|investasi|tool|equipment)/,
	],
];

export interface DepreciationColumns {
	readonly columns: ReadonlyMap<Column, number>;
	/** Every column of depreciation: per year, per month, per process. */
	readonly depreciation: readonly number[];
}

/** The columns of a depreciation table, or null when a heading row is not one. */
export function depreciationColumns(row: readonly GridCell[]): DepreciationColumns | null {
	const columns = new Map<Column, number>();
	const depreciation: number[] = [];
	row.forEach((cell, column) => {
		const letters = lettersOf(cell.text.replace(/\(.*?\)/g, ''));
		if (/penyusutan|depresiasi|depreciation|susut/.test(letters)) {
			depreciation.push(column);
			return;
		}
		const name = letters ? headings.find(([, pattern]) => pattern.test(letters))?.[0] : undefined;
		if (name && !columns.has(name)) columns.set(name, column);
	});
	// "Jumlah" counts things, unless they are counted elsewhere: then it is an amount of money.
	const amount = columns.get('amount');
	columns.delete('amount');
	if (amount !== undefined) {
		if (!columns.has('quantity') && !columns.has('unitPrice')) columns.set('quantity', amount);
		else if (!columns.has('purchase')) columns.set('purchase', amount);
		else if (!columns.has('quantity')) columns.set('quantity', amount);
	}
	// One price beside a number of things and no total: the price of one.
	const purchase = columns.get('purchase') ?? columns.get('unitPrice');
	if (purchase === undefined || depreciation.length === 0 || !columns.has('life')) return null;
	if (!columns.has('purchase')) {
		columns.set('purchase', purchase);
		columns.delete('unitPrice');
	}
	return { columns, depreciation };
}

const sumWords = /^(sub)?(total|jumlah)/;

/** The lines and sums of one depreciation table, once per depreciation column. */
export function readDepreciationSection(
	grid: Grid,
	{ columns, depreciation }: DepreciationColumns,
	section: { readonly start: number; readonly end: number },
	numbers: CellNumbers,
): readonly PrintedDepreciationTable[] {
	const rows = grid.rows.slice(section.start, section.end);
	const number = (row: readonly GridCell[], column: number | undefined) => {
		const cell = column === undefined ? undefined : row[column];
		return cell ? numbers.of(cell) : null;
	};
	return depreciation.flatMap((target, position) => {
		const lines: PrintedDepreciationLine[] = [];
		let sum: PrintedNumber | null = null;
		let purchaseSum: PrintedNumber | null = null;
		for (const row of rows) {
			const at = (name: Column) => number(row, columns.get(name));
			const item = row[columns.get('item') ?? 0]?.text.trim().replace(/\s+/g, ' ') ?? '';
			const first = row.find((cell) => cell.text.trim() !== '')?.text ?? '';
			const printed = number(row, target);
			if (sumWords.test(lettersOf(item)) || sumWords.test(lettersOf(first)) || (item === '' && printed)) {
				sum ??= printed;
				purchaseSum ??= at('purchase');
				continue;
			}
			if (!item || !printed) continue;
			lines.push({
				item,
				quantity: at('quantity'),
				unitPrice: at('unitPrice'),
				purchase: at('purchase'),
				salvage: at('salvage'),
				life: at('life'),
				depreciation: printed,
			});
		}
		if (lines.length === 0) return [];
		// What the first table says of prices is not said again by the second.
		return [{ name: grid.name, lines, sum, ...(position === 0 ? { purchaseSum } : { repeated: true }) }];
	});
}
