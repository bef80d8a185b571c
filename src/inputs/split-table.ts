/**
 * Finds how a surplus (SHU) or a harvest is divided: parties with their percent and amount, the total, and what each
 * of several recipients gets of a part.
 */
import type { PrintedNumber } from '#methods/table-check/printed.ts';
import type { PrintedSplit, PrintedSplitPart } from '#methods/table-check/printed-programme.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Doubt } from './printed-number.ts';
import { lettersOf, readLabel } from './table-label.ts';
import { endOfSection, holdsNumber, holdsWords, textOf } from './table-section.ts';

export interface SplitReading {
	readonly splits: readonly PrintedSplit[];
	readonly doubts: readonly Doubt[];
	readonly used: ReadonlySet<number>;
}

type Column = 'label' | 'pct' | 'amount' | 'recipients' | 'each';

const headings: readonly (readonly [Column, RegExp])[] = [
	[
		'each',
		/^per(orang|mitra|anggota|penerima|member|person|recipient|partner|petani|nelayan|kk)|^(tiap|setiap|masing)|each/,
	],
	[
		'recipients',
		/^(jumlah|banyak|banyaknya|number)?(of)?(penerima|orang|anggota|mitra|recipients?|members?|people)$/,
	],
	[
		'pct',
		/^(persen|persentase|presentase|prosentase|percent|percentage|bagianpersen|porsi|nisbah|share|alokasi|proporsi)/,
	],
	['amount', /^(jumlah|nilai|nominal|besar|besaran|bagian|total|amount|value|rupiah|rp|hak)/],
	[
		'label',
		/^(pihak|uraian|komponen|penerima|pos|jenis|alokasi|pembagian|peruntukan|keterangan|nama|party|recipient|item|purpose|untuk|bagianuntuk)/,
	],
];

const aboutSplit =
	/\bshu\b|sisa hasil usaha|bagi hasil|pembagian|alokasi|nisbah|bagian hasil|profit[- ]shar|surplus|distribusi (hasil|keuntungan|laba)|harvest shar|split/i;
const party =
	/cadangan|jasa\s*(anggota|modal|usaha|pengelola|pinjam|simpan)|pengurus|pengawas|pengelola|mitra|karyawan|pendidikan|sosial|tabungan|koperasi|infaq|zakat|pemilik|penggarap|reserve|members?\b|management|social|education|partner/i;
const sumWords = /^(sub|grand)?(total|jumlah)/;
const baseWords =
	/^(shu|sisahasilusaha|(hasil)?penjualanbersih|pendapatanbersih|lababersih|keuntunganbersih|hasilbersih|surplus|netsales|netproceeds|netprofit|netincome|totalshu|jumlahshu)/;

/** The columns of a heading row that divides something, or null. */
function columnsOf(row: readonly GridCell[]): ReadonlyMap<Column, number> | null {
	if (!row.some((cell) => /%|pers|pres|pros|perc|porsi|nisbah|share|alokasi|proporsi/i.test(cell.text)))
		return null;
	const found = new Map<Column, number>();
	row.forEach((cell, column) => {
		if (cell.text.trim() === '%' || /\(\s*%\s*\)/.test(cell.text)) {
			if (!found.has('pct')) found.set('pct', column);
			return;
		}
		const letters = lettersOf(cell.text.replace(/\(.*?\)/g, ''));
		const name = letters
			? headings.find(([key, words]) => !found.has(key) && words.test(letters))?.[0]
			: undefined;
		if (name) found.set(name, column);
	});
	return found.has('pct') && !row.some((cell) => cell.number !== undefined) ? found : null;
}

function labelColumn(body: Grid['rows'], columns: ReadonlyMap<Column, number>): number {
	const figures = ['pct', 'amount', 'recipients', 'each'] as const;
	const first = Math.min(...figures.flatMap((name) => columns.get(name) ?? []));
	const words = (column: number) => body.filter((row) => holdsWords(row[column])).length;
	const left = Array.from({ length: first }, (_, column) => column).toSorted(
		(a, b) => words(b) - words(a),
	)[0];
	return left ?? columns.get('label') ?? 0;
}

function readSection(
	grid: Grid,
	heading: { readonly index: number; readonly columns: ReadonlyMap<Column, number> },
	end: number,
	corrections: Readonly<Record<string, string>>,
): { split: PrintedSplit; doubts: readonly Doubt[] } | null {
	const body = grid.rows.slice(heading.index + 1, end);
	const { columns } = heading;
	const wanted = (['pct', 'amount', 'recipients', 'each'] as const).flatMap(
		(name) => columns.get(name) ?? [],
	);
	const above = grid.rows.slice(Math.max(0, heading.index - 4), heading.index);
	const label = labelColumn(body, columns);
	const money = new Set([columns.get('amount'), columns.get('each')]);
	const moneyCells = new Set(
		body.flatMap((row) => row.flatMap((cell, column) => (money.has(column) ? [cell.address] : []))),
	);
	const baseRow = above.find(
		(row) => row.some((cell) => baseWords.test(readLabel(cell.text).letters)) && row.some(holdsNumber),
	);
	const baseCell = baseRow?.find(holdsNumber);
	const cells = body.flatMap((row) =>
		wanted.flatMap((column) => (holdsNumber(row[column]) ? [row[column] as GridCell] : [])),
	);
	const numbers = readCellNumbers(
		grid.name,
		baseCell ? [...cells, baseCell] : cells,
		corrections,
		(cell) => cell === baseCell || moneyCells.has(cell.address),
	);
	const at = (row: readonly GridCell[], name: Column) => {
		const cell = row[columns.get(name) ?? -1];
		return cell ? numbers.of(cell) : null;
	};
	const parts: PrintedSplitPart[] = [];
	let pctSum: PrintedNumber | null = null;
	let amountSum: PrintedNumber | null = null;
	let base = baseCell ? numbers.of(baseCell) : null;
	for (const row of body) {
		const name = textOf(row[label]);
		const { letters } = readLabel(name);
		const [pct, amount] = [at(row, 'pct'), at(row, 'amount')];
		if (!pct && !amount) continue;
		if (sumWords.test(letters)) {
			pctSum ??= pct;
			amountSum ??= amount;
		} else if (baseWords.test(letters) && (pct === null || pct.value === 100)) base ??= amount;
		else if (name !== '' && pct)
			parts.push({ label: name, pct, amount, recipients: at(row, 'recipients'), each: at(row, 'each') });
	}
	if (parts.length < 2) return null;
	return {
		split: { name: grid.name, parts, pctSum, amountSum, base },
		doubts: numbers.doubts,
	};
}

/** Whether the words around a table, or its parties, speak of dividing. A table of costs with shares does not. */
function divides(grid: Grid, index: number, split: PrintedSplit): boolean {
	const near = grid.rows.slice(Math.max(0, index - 3), index + 1).flat();
	const about = [grid.caption ?? '', grid.name, ...near.map(textOf)].join(' ');
	const costs = split.parts.filter((part) => /biaya|cost|bahan|upah|penyusutan/i.test(part.label)).length;
	if (costs > split.parts.length / 2) return false;
	return aboutSplit.test(about) || split.parts.filter((part) => party.test(part.label)).length >= 2;
}

/** Every division of an amount in a grid, outside the rows other readers took. */
export function readSplits(
	grid: Grid,
	taken: ReadonlySet<number>,
	corrections: Readonly<Record<string, string>> = {},
): SplitReading {
	const splits: PrintedSplit[] = [];
	const doubts: Doubt[] = [];
	const used = new Set<number>();
	for (let index = 0; index < grid.rows.length; index += 1) {
		const row = grid.rows[index] as readonly GridCell[];
		if (taken.has(index) || row.length < 2) continue;
		const columns = columnsOf(row);
		if (!columns) continue;
		const end = endOfSection(grid.rows, index + 1, (next, at) => taken.has(at) || columnsOf(next) !== null);
		if (end - index > 60) continue;
		const read = readSection(grid, { index, columns }, end, corrections);
		if (!read || !divides(grid, index, read.split)) continue;
		splits.push(read.split);
		doubts.push(...read.doubts);
		for (let at = index; at < end; at += 1) used.add(at);
		index = end - 1;
	}
	return { splits, doubts, used };
}
