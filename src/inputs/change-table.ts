/**
 * Finds tables of scores before and after (SLIA and its relatives): an indicator a row with its change, grouped by
 * asset, perhaps with the mean of each. The turned layout (an indicator a column) is read as well.
 */
import type { PrintedChangeRow, PrintedChangeTable } from '#methods/table-check/printed-programme.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Doubt } from './printed-number.ts';
import { summaryKeyOf } from './summary-labels.ts';
import { lettersOf, readLabel } from './table-label.ts';
import { endOfSection, holdsNumber, holdsWords, textOf, turnedRows } from './table-section.ts';

export interface ChangeReading {
	readonly changes: readonly PrintedChangeTable[];
	readonly doubts: readonly Doubt[];
	readonly used: ReadonlySet<number>;
}

const lead = String.raw`^\s*\(?(?:skor|nilai|kondisi|rata-?\s*rata|rerata|tingkat|mean|score|average)?\s*`;
const beforeWords = new RegExp(`${lead}(sebelum|before|awal\\b|baseline|pra\\b|pre-?\\s*test)`, 'i');
const afterWords = new RegExp(`${lead}(sesudah|setelah|after|akhir\\b|endline|pasca|post-?\\s*test)`, 'i');
const changeWords =
	/^\s*(nilai|besar|rata-?rata|mean)?\s*\(?(perubahan|selisih|varian|variance|change|differ|kenaikan|peningkatan|delta|beda|gap|Δ)/i;
const scoreWords =
	/indikator|indicator|aset|asset|modal|capital|skor|score|penghidupan|livelihood|slia|skala|scale/i;
const meanWords = /^(nilai|skor|overall|total|grand|asset)?(rata|rerata|mean|average)/;
const assetWords = /^(aset|asset|modal|kapital)[a-z]{3}|[a-z](capital|assets?)$/;
const wholeWords = /keseluruhan|seluruh|semua|overall|total|umum|gabungan/;
const sumWords = /^(sub|grand)?(total|jumlah)(keseluruhan|semua|skor|nilai|score)?$/;

interface Columns {
	readonly before: number;
	readonly after: number;
	readonly change: number | null;
}

/** The columns of every before-and-after pair in a heading row; a change may stand a row above or below. */
function columnsIn(row: readonly GridCell[]): readonly Columns[] {
	const found: { before: number; after: number | null; change: number | null }[] = [];
	row.forEach((cell, column) => {
		if (cell.text.length === 0 || cell.text.length > 50) return;
		const last = found.at(-1);
		if (beforeWords.test(cell.text)) found.push({ before: column, after: null, change: null });
		else if (last && last.after === null && afterWords.test(cell.text)) last.after = column;
		else if (last && last.after !== null && last.change === null && changeWords.test(cell.text)) {
			last.change = column;
		}
	});
	return found.flatMap((one) => (one.after === null ? [] : [{ ...one, after: one.after }]));
}

function withChange(rows: Grid['rows'], index: number, pairs: readonly Columns[]): readonly Columns[] {
	const [only] = pairs;
	if (pairs.length !== 1 || !only || only.change !== null) return pairs;
	const near = [rows[index - 1], rows[index + 1]];
	const column = near
		.map((row) => row?.findIndex((cell, at) => at > only.after && changeWords.test(cell.text)) ?? -1)
		.find((at) => at >= 0);
	return column === undefined ? pairs : [{ ...only, change: column }];
}

/** The columns of words left of the figures: the label's is the one with most of them, the group's another. */
function wordColumns(body: Grid['rows'], from: number, to: number) {
	const counts = Array.from({ length: Math.max(0, to - from) }, (_, offset) => {
		const column = from + offset;
		return { column, words: body.filter((row) => holdsWords(row[column])).length };
	}).filter((one) => one.words > 0);
	const label = counts.toSorted((a, b) => b.words - a.words || b.column - a.column)[0];
	const group = counts.find((one) => one.column < (label?.column ?? 0));
	return { label: label?.column ?? from, group: group?.column ?? null };
}

const cleanLabel = (text: string) =>
	text.replace(/^\(?(?:[a-z]|\d{1,2})\s*[.)]\s*(?=\p{L})|^[-–•*]\s*/iu, '');

function readPair(
	grid: Grid,
	body: Grid['rows'],
	pair: Columns,
	labelsFrom: number,
	about: string,
	corrections: Readonly<Record<string, string>>,
): { table: PrintedChangeTable; doubts: readonly Doubt[]; ownShape: boolean } | null {
	const columns = [pair.before, pair.after, ...(pair.change === null ? [] : [pair.change])];
	const numbers = readCellNumbers(
		grid.name,
		body.flatMap((row) =>
			columns.flatMap((column) => (holdsNumber(row[column]) ? [row[column] as GridCell] : [])),
		),
		corrections,
	);
	const at = (row: readonly GridCell[], column: number | null) => {
		const cell = column === null ? undefined : row[column];
		return cell ? numbers.of(cell) : null;
	};
	const { label: labelColumn, group: groupColumn } = wordColumns(body, labelsFrom, pair.before);
	let group = '';
	const rows = body.flatMap((row): PrintedChangeRow[] => {
		const own = groupColumn === null ? '' : textOf(row[groupColumn]);
		const figures = {
			before: at(row, pair.before),
			after: at(row, pair.after),
			change: at(row, pair.change),
		};
		const label = textOf(row[labelColumn]) || own;
		const { letters } = readLabel(label);
		const isMean = meanWords.test(letters);
		if (own && !meanWords.test(lettersOf(own))) group = cleanLabel(own);
		if (!figures.before && !figures.after) {
			if (label && !figures.change) group = cleanLabel(label);
			return [];
		}
		if (letters === '' || sumWords.test(letters)) return [];
		// "Aset sosial 1,73 3,23" above its indicators is their mean.
		const heads = !isMean && assetWords.test(letters) && label !== own;
		if (heads) group = cleanLabel(label);
		const kind = isMean || heads ? 'mean' : 'indicator';
		return [{ label: cleanLabel(label), group, kind, whole: isMean && wholeWords.test(letters), ...figures }];
	});
	// Only assets: means whose indicators, if printed, stand in another table.
	const onlyMeans = rows.every((row) => row.kind === 'mean');
	if (rows.length < 2) return null;
	const sums = body.filter((row) => sumWords.test(readLabel(textOf(row[labelColumn])).letters)).length;
	const summary = rows.filter((row) => summaryKeyOf(row.label) !== null).length;
	const scores = scoreWords.test(about) || onlyMeans;
	if (pair.change === null && !scores) return null;
	return {
		table: { name: grid.name, rows, scores },
		doubts: numbers.doubts,
		ownShape: sums === 0 && (summary < 2 || scores),
	};
}

function readUpright(
	grid: Grid,
	taken: ReadonlySet<number>,
	corrections: Readonly<Record<string, string>>,
): ChangeReading {
	const changes: PrintedChangeTable[] = [];
	const doubts: Doubt[] = [];
	const used = new Set<number>();
	const headings = grid.rows.map((row) => columnsIn(row));
	headings.forEach((found, index) => {
		if (found.length === 0 || taken.has(index)) return;
		const pairs = withChange(grid.rows, index, found);
		const end = endOfSection(
			grid.rows,
			index + 1,
			(_, at) => taken.has(at) || (headings[at]?.length ?? 0) > 0,
		);
		const body = grid.rows.slice(index + 1, end);
		const about = [
			grid.caption ?? '',
			...grid.rows
				.slice(Math.max(0, index - 3), index + 1)
				.flat()
				.map(textOf),
		].join(' ');
		pairs.forEach((pair, position) => {
			const before = pairs[position - 1];
			const from = before ? (before.change ?? before.after) + 1 : 0;
			const labelsFrom = body.some((row) => row.slice(from, pair.before).some(holdsWords)) ? from : 0;
			const read = readPair(grid, body, pair, labelsFrom, about, corrections);
			if (!read) return;
			changes.push(read.table);
			if (!read.ownShape) return;
			doubts.push(...read.doubts);
			for (let row = index; row < end; row += 1) used.add(row);
		});
	});
	return { changes, doubts, used };
}

/** "Sebelum", "Sesudah" and "Perubahan" below one another, an indicator a column. */
function turnedBlocks(
	grid: Grid,
	taken: ReadonlySet<number>,
): readonly { rows: readonly number[]; label: number }[] {
	return grid.rows.flatMap((row, index) => {
		const label = row.findIndex(holdsWords);
		const text = row[label]?.text ?? '';
		if (taken.has(index) || label < 0 || text.length > 50 || !beforeWords.test(text)) return [];
		if (row.slice(label + 1).filter(holdsNumber).length < 2) return [];
		const below = (distance: number, words: RegExp) =>
			words.test(grid.rows[index + distance]?.[label]?.text ?? '');
		if (!below(1, afterWords)) return [];
		const rows = below(2, changeWords) ? [index, index + 1, index + 2] : [index, index + 1];
		const above = [index - 1, index - 2, index - 3].find((at) =>
			grid.rows[at]?.slice(label + 1).some(holdsWords),
		);
		return above === undefined ? [] : [{ rows: [above, ...rows], label }];
	});
}

/** Every table of scores before and after in a grid, outside the rows other readers took. */
export function readChangeTables(
	grid: Grid,
	taken: ReadonlySet<number>,
	corrections: Readonly<Record<string, string>> = {},
): ChangeReading {
	const upright = readUpright(grid, taken, corrections);
	if (upright.changes.length > 0) return upright;
	const used = new Set<number>();
	const parts = turnedBlocks(grid, taken).flatMap(({ rows, label }) => {
		const turned = turnedRows(rows.map((index) => (grid.rows[index] ?? []).slice(label)));
		// The corner above the labels heads nothing, and the first row holds the words "Sebelum", "Sesudah".
		const read = readUpright({ ...grid, rows: turned }, new Set(), corrections);
		if (read.used.size > 0) for (const index of rows) used.add(index);
		return [read];
	});
	return {
		changes: parts.flatMap((part) => part.changes),
		doubts: parts.flatMap((part) => part.doubts),
		used,
	};
}
