/**
 * Finds cost and depreciation tables in a grid by their column headings, and reads their lines, groups and sums.
 */
import type {
	CostGroup,
	PrintedCostLine,
	PrintedCostTable,
	PrintedDepreciationTable,
	PrintedNumber,
	PrintedSum,
} from '#methods/table-check/printed.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { CellNumbers } from './cell-numbers.ts';
import { depreciationColumns, readDepreciationSection } from './depreciation-table.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Doubt } from './printed-number.ts';
import { summaryKeyOf } from './summary-labels.ts';
import { lettersOf } from './table-label.ts';
import { countedIn, pricedPer, toLargerUnit, unitFactor } from './unit-factor.ts';

type CostColumn = 'item' | 'group' | 'quantity' | 'unit' | 'unitPrice' | 'total' | 'amount';

const costHeadings: readonly (readonly [CostColumn, RegExp])[] = [
	['unitPrice', /^(harga|biaya|tarif|upah)(satuan|per|rata)|^harga(rp.*)?$|unitprice|^price|unitcost/],
	['unit', /^(satuan|unit)$/],
	['group', /^(kelompok|kategori|golongan|jenisbiaya|group|category)$/],
	[
		'total',
		/^(sub)?total|^jumlah(biaya|harga|nilai|total|rp)|^nilai|^(total)?biaya(rp|perproses|produksi|total|perbulan)?(rp.*)?$|^cost|^harga(total|keseluruhan)|^amountrp|^subjumlah|^value/,
	],
	// "Jumlah" is a number of things beside "Total", and a sum of money where a quantity has its own column.
	['amount', /^jumlah|^besar/],
	[
		'quantity',
		/^(volume|kuantitas|qty|quantity|banyak|kebutuhan|pemakaian|frekuensi|fisik|amount|jumlah(unit|fisik|pemakaian|kebutuhan|satuan|kg|liter|barang)|unit(pakai)?$)/,
	],
	[
		'item',
		/^(uraian|jenis|komponen|nama|item|keterangan|rincian|bahan|biaya|variabel|alat|peralatan|description)/,
	],
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
		if (empty >= 2 || isHeading(row) || isResult(row)) return index;
	}
	return rows.length;
}

/** "Penerimaan", "Keuntungan", "R/C" below the costs: the table of costs ends here and its summary begins. */
function isResult(row: readonly GridCell[]): boolean {
	const label = row.find((cell) => /[a-z]{2}/i.test(cell.text))?.text ?? '';
	const key = summaryKeyOf(label);
	return (
		key !== null &&
		/^(revenue|profit|income|cash|breakEven)/.test(key) &&
		row.some((cell) => /\d/.test(cell.text))
	);
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
	const priceHeading = textAt(grid.rows[section.start - 1] ?? [], columns.get('unitPrice'));
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
				after: { lines: lines.length, sums: sums.length },
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
		const unit = textAt(row, columns.get('unit')) || countedIn(textAt(row, columns.get('quantity')));
		const priced = pricedPer(textAt(row, columns.get('unitPrice'))) || pricedPer(priceHeading);
		const factor = unitFactor(countedIn(unit), priced);
		const larger = priced === '' ? toLargerUnit(countedIn(unit)) : null;
		lines.push({
			item,
			group: costGroupOf(current, item),
			groupLabel,
			unit,
			quantity,
			unitPrice,
			total,
			...(factor === 1 ? {} : { unitFactor: factor }),
			...(larger === null ? {} : { possibleFactor: larger }),
		});
	});
	return lines.length >= 2 ? { name: grid.name, lines, sums } : null;
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
	for (let index = 0; index < grid.rows.length; index += 1) {
		const heading = headingAt(grid.rows, index);
		if (!heading) continue;
		const start = index + heading.height;
		const section = { start, end: sectionEnd(grid.rows, start, isHeading) };
		const numbers = numbersOf(grid, heading.row, section, corrections);
		const forDepreciation = depreciationColumns(heading.row);
		const before = costs.length + depreciation.length;
		if (forDepreciation) {
			depreciation.push(...readDepreciationSection(grid, forDepreciation, section, numbers));
		} else {
			const columns = settle(columnsOf(heading.row, costHeadings)) as ReadonlyMap<CostColumn, number>;
			const table = readCostSection(grid, columns, section, numbers);
			if (table) costs.push(table);
		}
		if (costs.length + depreciation.length === before) continue;
		doubts.push(...numbers.doubts);
		for (let used = index; used < section.end; used += 1) {
			// A total stays visible to the period's summary, which may divide by it.
			if (used < start || !isTotal(grid.rows[used] as readonly GridCell[])) taken.add(used);
		}
		index = section.end - 1;
	}
	return { costs, depreciation, doubts, rows: taken };
}

function isHeading(row: readonly GridCell[]): boolean {
	return (
		row.filter((cell) => /[a-z]/i.test(cell.text)).length >= 3 &&
		(depreciationColumns(row) !== null || settle(columnsOf(row, costHeadings)) !== null)
	);
}

/** A heading in one row, or broken over two ("Harga" above "satuan (Rp)"). */
function headingAt(
	rows: Grid['rows'],
	index: number,
): { readonly row: readonly GridCell[]; readonly height: number } | null {
	const row = rows[index] as readonly GridCell[];
	const next = rows[index + 1];
	const units = next?.filter((cell) => cell.text.trim() !== '') ?? [];
	const unitsBelow =
		units.length > 0 && units.every((cell) => /^\(.*\)$|^(rp|kg|unit)$/i.test(cell.text.trim()));
	if (isHeading(row) && !unitsBelow) return { row, height: 1 };
	if (!next || next.some((cell) => /\d{3}/.test(cell.text)))
		return isHeading(row) ? { row, height: 1 } : null;
	if (row.filter((cell) => /[a-z]/i.test(cell.text)).length < 2 || isHeading(next)) {
		return isHeading(row) ? { row, height: 1 } : null;
	}
	const width = Math.max(row.length, next.length);
	const joined = Array.from({ length: width }, (_, column): GridCell => {
		const text = [row[column]?.text, next[column]?.text].filter((one) => one?.trim()).join(' ');
		return { text, address: next[column]?.address ?? row[column]?.address ?? '' };
	});
	return isHeading(joined) ? { row: joined, height: 2 } : null;
}

function isTotal(row: readonly GridCell[]): boolean {
	const label = row.find((cell) => /[a-z]{2}/i.test(cell.text))?.text ?? '';
	return ['totalCost', 'variableCost', 'fixedCost'].includes(summaryKeyOf(label) ?? '');
}

/** The numbers of the columns with numbers, read together. */
function numbersOf(
	grid: Grid,
	heading: readonly GridCell[],
	section: Section,
	corrections: Readonly<Record<string, string>>,
): CellNumbers {
	const texts = /^(item|group|unit)$/;
	const forDepreciation = depreciationColumns(heading);
	const named: readonly (readonly [string, number])[] = forDepreciation
		? [...forDepreciation.columns, ...forDepreciation.depreciation.map((column) => ['d', column] as const)]
		: [...(settle(columnsOf(heading, costHeadings)) ?? [])];
	const wanted = new Set(named.filter(([name]) => !texts.test(name)).map(([, column]) => column));
	const money = new Set(
		heading.flatMap((cell, column) => (/\brp\b|rupiah|idr/i.test(cell.text) ? [column] : [])),
	);
	const cells: GridCell[] = [];
	const inMoney = new Set<string>();
	for (const row of grid.rows.slice(section.start, section.end)) {
		row.forEach((cell, column) => {
			if (!wanted.has(column) || !(/\d/.test(cell.text) || cell.number !== undefined)) return;
			cells.push(cell);
			if (money.has(column)) inMoney.add(cell.address);
		});
	}
	return readCellNumbers(grid.name, cells, corrections, (cell) => inMoney.has(cell.address));
}
