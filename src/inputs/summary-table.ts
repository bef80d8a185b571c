/** Finds a period's summary in a grid: fixed and variable cost, revenue, profit, R/C, B/C, break-even. */
import type { PrintedNumber, PrintedSummary, SummaryKey } from '#methods/table-check/printed.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Doubt } from './printed-number.ts';
import { lettersOf, readLabel } from './table-label.ts';

const rules: readonly (readonly [SummaryKey, RegExp])[] = [
	[
		'processesPerPeriod',
		/^(jumlah|frekuensi|banyak|banyaknya)(proses|produksi(per|dalam|seb)|batch|kaliproduksi)|processesper|batchesper/,
	],
	['fixedCost', /^(total|jumlah)?(biayatetap|fixedcost)|^tfc$|^fc$/],
	[
		'variableCostPerProcess',
		/(biaya(tidaktetap|variabel)|variablecost).*(per|se|sekali)(kali)?(proses|produksi|batch)/,
	],
	['variableCost', /^(total|jumlah)?(biaya(tidaktetap|variabel)|variablecost)|^tvc$|^vc$/],
	[
		'totalCost',
		/^(total|jumlah)(seluruh)?biaya(produksi|keseluruhan|operasional|usaha)?(per|seb|$)|^biaya(total|produksi$|produksiper)|totalcosts?|^tc$/,
	],
	['breakEvenPrice', /^(bep|titikimpas|breakeven)(point)?(atas)?(dasar)?(harga|price)|breakevenprice/],
	[
		'breakEvenRevenue',
		/^(bep|titikimpas|breakeven)(point)?(atas)?(dasar)?(penerimaan|rupiah|rp|penjualan|revenue|sales)/,
	],
	[
		'breakEvenUnits',
		/^(bep|titikimpas|breakeven)(point)?(atas)?(dasar)?(unit|produksi|volume|kuantitas|output|kg)/,
	],
	['revenueCostRatio', /^(nilai|rasio)?rc(ratio|rasio)?$|^revenuecost/],
	['profitCostRatio', /^(nilai|rasio)?bc(ratio|rasio)?$|^benefitcost|^profitcost/],
	['rawMaterialQuantity', /^(jumlah|total|volume)?(bahanbaku|rawmaterial)/],
	['price', /^harga(jual|produk|output|satuan|per)?|^(selling|unit)?price/],
	[
		'outputQuantity',
		/^(jumlah|volume|total|hasil)*(produksi|output|produk|unitterjual|penjualankg)(per|seb|yang|$|pakan|kg|terjual)|^quantity/,
	],
	[
		'revenue',
		/^(total|jumlah)?(penerimaan|pendapatankotor|omzet|omset|nilaipenjualan|hasilpenjualan|revenue)|^tr$/,
	],
	['profit', /^(total|jumlah)?(keuntungan|laba|pendapatanbersih|pendapatan$|pendapatanusaha|profit)/],
];

/** The row of a period's summary that a heading means. */
export function summaryKeyOf(text: string): SummaryKey | null {
	const { letters } = readLabel(text.replace(/\b([RB])\s*\/\s*C\b/gi, '$1C').replace(/\b([RB])C\b/g, '$1C'));
	return rules.find(([, pattern]) => pattern.test(letters))?.[0] ?? null;
}

export interface SummaryReading {
	readonly summaries: readonly PrintedSummary[];
	readonly doubts: readonly Doubt[];
	readonly used: ReadonlySet<number>;
}

interface Found {
	readonly key: SummaryKey;
	readonly label: string;
	readonly cells: readonly GridCell[];
	readonly index: number;
}

/** The period's summary of a grid, outside the rows that other tables already took. */
export function readSummary(
	grid: Grid,
	taken: ReadonlySet<number>,
	corrections: Readonly<Record<string, string>> = {},
): SummaryReading {
	const found: Found[] = [];
	let labelColumn = -1;
	grid.rows.forEach((row, index) => {
		if (taken.has(index)) return;
		const column = row.findIndex((cell) => /[a-z]{2}/i.test(cell.text));
		const cell = row[column];
		const key = cell ? summaryKeyOf(cell.text) : null;
		const cells = row.slice(column + 1);
		if (!cell || !key || found.some((one) => one.key === key)) return;
		if (!cells.some((other) => /\d/.test(other.text))) return;
		if (labelColumn < 0) labelColumn = column;
		if (column === labelColumn)
			found.push({ key, label: cell.text.trim().replace(/\s+/g, ' '), cells, index });
	});
	const computed = found.filter(
		(one) => !['price', 'outputQuantity', 'rawMaterialQuantity'].includes(one.key),
	);
	if (found.length < 3 || computed.length < 2) return { summaries: [], doubts: [], used: new Set() };
	const numbers = readCellNumbers(
		grid.name,
		found.flatMap((one) => one.cells.filter((cell) => /\d/.test(cell.text) || cell.number !== undefined)),
		corrections,
	);
	const width = Math.max(...found.map((one) => one.cells.length));
	const columns = Array.from({ length: width }, (_, column) => {
		const figures: Partial<Record<SummaryKey, PrintedNumber>> = {};
		for (const one of found) {
			const cell = one.cells[column];
			const number = cell ? numbers.of(cell) : null;
			if (number) figures[one.key] = number;
		}
		return { name: headingOf(grid, found[0]?.index ?? 0, labelColumn + 1 + column), figures };
	}).filter((column) => Object.keys(column.figures).length >= 3);
	const labels = Object.fromEntries(found.map((one) => [one.key, one.label]));
	return {
		summaries: columns.length > 0 ? [{ name: grid.name, columns, labels }] : [],
		doubts: numbers.doubts,
		used: new Set(found.map((one) => one.index)),
	};
}

function headingOf(grid: Grid, firstIndex: number, column: number): string {
	for (let index = firstIndex - 1; index >= Math.max(0, firstIndex - 4); index -= 1) {
		const text = grid.rows[index]?.[column]?.text.trim() ?? '';
		if (text !== '' && lettersOf(text) !== '') return text;
	}
	return grid.name;
}
