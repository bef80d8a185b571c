/**
 * Finds cost and depreciation tables in a grid by their column headings, and reads their lines, groups and sums.
 */
import type {
	CostGroup,
	PrintedCostLine,
	PrintedCostTable,
	PrintedDepreciationLine,
	PrintedDepreciationTable,
	PrintedNumber,
	PrintedSum,
} from '#methods/table-check/printed.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { CellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Doubt } from './printed-number.ts';
import { lettersOf } from './table-label.ts';

type CostColumn = 'item' | 'group' | 'quantity' | 'unit' | 'unitPrice' | 'total' | 'amount';
type DepreciationColumn =
	'item' | 'quantity' | 'unitPrice' | 'purchase' | 'salvage' | 'life' | 'depreciation';

const costHeadings: readonly (readonly [CostColumn, RegExp])[] = [
	['unitPrice', /^(harga|biaya|tarif|upah)(satuan|per|rata)|^harga(rp.*)?$|unitprice|^price|unitcost/],
	['unit', /^(satuan|unit)$/],
	['group', /^(kelompok|kategori|golongan|jenisbiaya|group|category)$/],
	[
		'total',
		/^(sub)?total|^jumlah(biaya|harga|nilai|total|rp)|^nilai|^(total)?biaya(rp|perproses|produksi|total|perbulan)?(rp.*)?$|^cost|^harga(total)|^amount/,
	],
	// "Jumlah" is a number of things beside "Total", and a sum of money where a quantity has its own column.
	['amount', /^jumlah|^besar/],
	['quantity', /^(volume|kuantitas|qty|quantity|banyak|kebutuhan|pemakaian|unit(pakai)?$)/],
	[
		'item',
		/^(uraian|jenis|komponen|nama|item|keterangan|rincian|bahan|biaya|variabel|alat|peralatan|description)/,
	],
];

const depreciationHeadings: readonly (readonly [DepreciationColumn, RegExp])[] = [
	['depreciation', /penyusutan|depresiasi|depreciation/],
	['salvage', /nilaisisa|residu|salvage|nilaiakhir|hargasisa/],
	['life', /umur|masapakai|masaekonomis|usefullife|^life/],
	['unitPrice', /^harga(satuan|per|unit)/],
	[
		'purchase',
		/(harga|nilai|biaya)(beli|perolehan|awal|pembelian|investasi)|purchase|^harga|^totalharga|^nilai/,
	],
	['quantity', /^(jumlah|volume|unit|qty|quantity)/],
	['item', /^(uraian|jenis|komponen|nama|item|keterangan|alat|peralatan|description)/],
];

const groupRules: readonly (readonly [CostGroup, RegExp])[] = [
	['auxiliary', /(bahan)(penolong|tambahan|pembantu|pendukung|lain|campuran)|auxiliary|otherinput|bumbu/],
	['raw-material', /bahan(baku|mentah|utama)|rawmaterial/],
	['packaging', /kemas|packag|sablon|plastik|botol|label/],
	['energy', /energi|listrik|bahanbakar|gas$|^gas|lpg|elpiji|energy|fuel|kayubakar|^air$|^air/],
	['transport', /transport|angkut|bensin|ongkos(kirim|angkut)|solar/],
	['labour', /tenagakerja|upah|labou?r|pekerja|gaji/],
	['rent', /sewa|rent/],
	['depreciation', /penyusutan|depresiasi|depreciation/],
];

/** The group a printed group name (or, without one, an item's name) belongs to. */
export function costGroupOf(groupLabel: string, item: string): CostGroup {
	const named = groupRules.find(([, pattern]) => pattern.test(lettersOf(groupLabel)))?.[0];
	// Labour listed among the auxiliaries is still labour: it has its own row and must not enter row 9.
	if (/^(upah)?tenagakerja|^upah|^labou?r/.test(lettersOf(item))) return 'labour';
	return named ?? groupRules.find(([, pattern]) => pattern.test(lettersOf(item)))?.[0] ?? 'other';
}

function columnsOf<Name extends string>(
	row: readonly GridCell[],
	headings: readonly (readonly [Name, RegExp])[],
): ReadonlyMap<Name, number> {
	const found = new Map<Name, number>();
	row.forEach((cell, column) => {
		const letters = lettersOf(cell.text.replace(/\(.*?\)/g, ''));
		const name = letters ? headings.find(([, pattern]) => pattern.test(letters))?.[0] : undefined;
		if (name && !found.has(name)) found.set(name, column);
	});
	return found;
}

/** Decides what an undecided "Jumlah" column is, and where item names stand. */
function settle(found: ReadonlyMap<CostColumn, number>): ReadonlyMap<CostColumn, number> | null {
	const settled = new Map(found);
	const amount = settled.get('amount');
	settled.delete('amount');
	if (amount !== undefined) {
		if (!settled.has('quantity') && settled.has('total')) settled.set('quantity', amount);
		else if (
			!settled.has('quantity') &&
			settled.has('unitPrice') &&
			amount < (settled.get('unitPrice') as number)
		) {
			settled.set('quantity', amount);
		} else if (!settled.has('total')) settled.set('total', amount);
	}
	if (!settled.has('item') && settled.has('group')) {
		settled.set('item', settled.get('group') as number);
		settled.delete('group');
	}
	const enough =
		settled.has('item') && settled.has('total') && (settled.has('quantity') || settled.has('unitPrice'));
	return enough ? settled : null;
}

interface Section {
	readonly start: number;
	readonly end: number;
}

/** Where the table under a heading row ends: at two empty rows, at the next heading row, or at the grid's end. */
function sectionEnd(
	rows: Grid['rows'],
	start: number,
	isHeading: (row: readonly GridCell[]) => boolean,
): number {
	let empty = 0;
	for (let index = start; index < rows.length; index += 1) {
		const row = rows[index] as readonly GridCell[];
		empty = row.every((cell) => cell.text.trim() === '') ? empty + 1 : 0;
		if (empty >= 2 || isHeading(row)) return index;
	}
	return rows.length;
}

const sumWords = /^(sub)?(total|jumlah)/;

function textAt(row: readonly GridCell[], column: number | undefined): string {
	return column === undefined ? '' : (row[column]?.text.trim().replace(/\s+/g, ' ') ?? '');
}

function numberAt(
	row: readonly GridCell[],
	column: number | undefined,
	numbers: CellNumbers,
): PrintedNumber | null {
	const cell = column === undefined ? undefined : row[column];
	return cell ? numbers.of(cell) : null;
}

/** The group a sum closes: the one it names, the running one for a subtotal, or null for the whole table. */
function summedGroup(
	label: string,
	groups: readonly string[],
	current: string,
	isLast: boolean,
): string | null {
	const rest = lettersOf(label)
		.replace(sumWords, '')
		.replace(/^(biaya|harga|nilai)/, '');
	const named = groups.find((group) => rest !== '' && lettersOf(group).includes(rest));
	if (named) return named;
	const isWhole = isLast || groups.length < 2 || rest !== '' || /^total/i.test(label.trim());
	return isWhole && !/^sub/i.test(label.trim()) ? null : current;
}

function readCostSection(
	grid: Grid,
	columns: ReadonlyMap<CostColumn, number>,
	section: Section,
	numbers: CellNumbers,
): PrintedCostTable | null {
	const lines: PrintedCostLine[] = [];
	const sums: PrintedSum[] = [];
	const rows = grid.rows.slice(section.start, section.end);
	const groups: string[] = [];
	let current = '';
	const lastWithText = rows.findLastIndex((row) => row.some((cell) => cell.text.trim() !== ''));
	rows.forEach((row, index) => {
		const ownGroup = textAt(row, columns.get('group'));
		const item = textAt(row, columns.get('item')) || textAt(row, (columns.get('item') ?? 0) - 1) || ownGroup;
		const [quantity, unitPrice, total] = (['quantity', 'unitPrice', 'total'] as const).map((name) =>
			numberAt(row, columns.get(name), numbers),
		) as [PrintedNumber | null, PrintedNumber | null, PrintedNumber | null];
		const label = [ownGroup, item].find((text) => sumWords.test(lettersOf(text)));
		if (label && total) {
			sums.push({
				label,
				groupLabel: summedGroup(label, groups, current, index === lastWithText),
				value: total,
			});
			return;
		}
		if (ownGroup) current = ownGroup;
		if (item && !quantity && !unitPrice && !total) {
			if (!ownGroup) current = item;
			return;
		}
		if (!item || (!total && !(quantity && unitPrice))) return;
		const groupLabel = current || item;
		if (!groups.includes(groupLabel)) groups.push(groupLabel);
		lines.push({
			item,
			group: costGroupOf(current, item),
			groupLabel,
			unit: textAt(row, columns.get('unit')),
			quantity,
			unitPrice,
			total,
		});
	});
	return lines.length >= 2 ? { name: grid.name, lines, sums } : null;
}

function readDepreciationSection(
	grid: Grid,
	columns: ReadonlyMap<DepreciationColumn, number>,
	section: Section,
	numbers: CellNumbers,
): PrintedDepreciationTable | null {
	const lines: PrintedDepreciationLine[] = [];
	let sum: PrintedNumber | null = null;
	for (const row of grid.rows.slice(section.start, section.end)) {
		const item = textAt(row, columns.get('item'));
		const at = (name: DepreciationColumn) => numberAt(row, columns.get(name), numbers);
		const depreciation = at('depreciation');
		if (sumWords.test(lettersOf(item)) || (item === '' && depreciation)) {
			sum ??= depreciation;
			continue;
		}
		if (!item || !depreciation) continue;
		lines.push({
			item,
			quantity: at('quantity'),
			purchase: at('purchase'),
			salvage: at('salvage'),
			life: at('life'),
			depreciation,
		});
	}
	return lines.length > 0 ? { name: grid.name, lines, sum } : null;
}

export interface CostReading {
	readonly costs: readonly PrintedCostTable[];
	readonly depreciation: readonly PrintedDepreciationTable[];
	readonly doubts: readonly Doubt[];
	/** Row indexes taken, so that other readers leave them alone. */
	readonly rows: ReadonlySet<number>;
}

/** Every cost and depreciation table of a grid. */
export function readCostTables(grid: Grid, corrections: Readonly<Record<string, string>> = {}): CostReading {
	const costs: PrintedCostTable[] = [];
	const depreciation: PrintedDepreciationTable[] = [];
	const taken = new Set<number>();
	const doubts: Doubt[] = [];
	const costColumns = (row: readonly GridCell[]) => settle(columnsOf(row, costHeadings));
	const depreciationColumns = (row: readonly GridCell[]) => {
		const found = columnsOf(row, depreciationHeadings);
		const purchase = found.get('purchase') ?? found.get('unitPrice');
		if (purchase === undefined || !found.has('depreciation') || !found.has('life')) return null;
		return new Map([...found, ['purchase', purchase] as const]);
	};
	const isHeading = (row: readonly GridCell[]) =>
		row.filter((cell) => /[a-z]/i.test(cell.text)).length >= 3 &&
		(depreciationColumns(row) ?? costColumns(row)) !== null;
	for (let index = 0; index < grid.rows.length; index += 1) {
		const row = grid.rows[index] as readonly GridCell[];
		if (!isHeading(row)) continue;
		const section = { start: index + 1, end: sectionEnd(grid.rows, index + 1, isHeading) };
		const cells = grid.rows
			.slice(section.start, section.end)
			.flatMap((line) => line.filter((cell) => /\d/.test(cell.text) || cell.number !== undefined));
		const forDepreciation = depreciationColumns(row);
		const columns: ReadonlyMap<string, number> =
			forDepreciation ?? (costColumns(row) as ReadonlyMap<CostColumn, number>);
		const wanted = new Set(
			[...columns]
				.filter(([name]) => name !== 'item' && name !== 'group' && name !== 'unit')
				.map(([, column]) => column),
		);
		const numeric = cells.filter((cell) => wanted.has(columnIndexOf(cell.address)));
		const money = new Set(
			row.flatMap((cell, column) => (/\brp\b|rupiah|idr/i.test(cell.text) ? [column] : [])),
		);
		const isMoney = (cell: GridCell) => money.has(columnIndexOf(cell.address));
		const numbers = readCellNumbers(grid.name, numeric, corrections, isMoney);
		const before = costs.length + depreciation.length;
		if (forDepreciation) {
			const table = readDepreciationSection(grid, forDepreciation, section, numbers);
			if (table) depreciation.push(table);
		} else {
			const table = readCostSection(grid, columns as ReadonlyMap<CostColumn, number>, section, numbers);
			if (table) costs.push(table);
		}
		if (costs.length + depreciation.length === before) continue;
		doubts.push(...numbers.doubts);
		for (let used = index; used < section.end; used += 1) taken.add(used);
		index = section.end - 1;
	}
	return { costs, depreciation, doubts, rows: taken };
}

/** `B12` is column 1. */
function columnIndexOf(address: string): number {
	const letters = /^[A-Z]+/.exec(address)?.[0] ?? 'A';
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
