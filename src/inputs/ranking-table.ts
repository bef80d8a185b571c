/**
 * Finds rankings: alternatives with their figures by criterion, the total and the rank made of them, and the weights
 * where they are printed. Alternatives may stand in rows or in columns, criteria under aspects or not.
 */
import type {
	PrintedAlternative,
	PrintedCriterion,
	PrintedRanking,
} from '#methods/table-check/printed-programme.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Doubt } from './printed-number.ts';
import { endOfSection, holdsNumber, holdsWords, textOf, turnedRows } from './table-section.ts';

export interface RankingReading {
	readonly rankings: readonly PrintedRanking[];
	readonly doubts: readonly Doubt[];
	readonly used: ReadonlySet<number>;
}

const rankWords = /^\s*(peringkat|ranking|rangking|rank)\b/i;
const totalWords =
	/^\s*(nilai|skor|score|hasil|total|jumlah|indeks|index)?\s*(total|jumlah|akhir|final|preferensi|preference|cpi|saw|smart|gabungan|kinerja|composite|komposit|terbobot|weighted|skor|score|nilai|value|index|indeks|v\s*\(?i\)?|vi|qi|si)\b/i;
const weightWords = /^\s*(nilai\s+)?(bobot|weights?)\b/i;
const alternativeWords = /^\s*(nama\s+)?(alternatif|alternatives?|pilihan|options?)\b/i;
const criterionWords = /^\s*(sub\s*-?\s*)?(kriteria|criteria|criterion)\b/i;
const notAnAlternative =
	/^\s*(min|max|maks|jumlah|total|sum|rata|mean|jenis|atribut|attribute|tren|trend|sifat|type|kategori|satuan|unit|keterangan)/i;
const indexWords = /\bcpi\b|indeks kinerja|performance index/i;

/** Sheets of more are data sets; a ranking is read by people. */
const most = 60;

interface Heading {
	readonly index: number;
	/** Rows of the heading: one, or two with aspects above criteria. */
	readonly rows: readonly (readonly GridCell[])[];
	readonly total: number | null;
	readonly rank: number | null;
	readonly named: boolean;
}

const isHeadingRow = (row: readonly GridCell[] | undefined) =>
	row !== undefined &&
	row.filter(holdsWords).length >= 2 &&
	!row.some((cell) => cell.number !== undefined || /^\W*\d/.test(cell.text));

/** The heading of a ranking, when a row is one: it names a rank beside a total, or alternatives. */
function headingAt(rows: Grid['rows'], index: number): Heading | null {
	const row = rows[index] as readonly GridCell[];
	const find = (words: RegExp, within: readonly GridCell[] = row) => {
		const at = within.findIndex((cell) => cell.text.length <= 60 && words.test(cell.text));
		return at < 0 ? null : at;
	};
	const rank = find(rankWords);
	const named = find(alternativeWords) !== null;
	if (rank === null && !named) return null;
	if (row.filter(holdsWords).length < 2) return null;
	// The total stands beside the rank; another column "Nilai ..." may be a criterion.
	const total =
		rank === null
			? totalAlone(row)
			: ([rank - 1, rank + 1].find((at) => totalWords.test(row[at]?.text ?? '')) ?? null);
	if (rank !== null && total === null) return null;
	const below = rows[index + 1];
	const above = rows[index - 1];
	if (isHeadingRow(below)) return { index, rows: [row, below as readonly GridCell[]], total, rank, named };
	return {
		index,
		rows: isHeadingRow(above) ? [above as readonly GridCell[], row] : [row],
		total,
		rank,
		named,
	};
}

function totalAlone(row: readonly GridCell[]): number | null {
	const last = row.findLastIndex((cell) => cell.text.trim() !== '');
	return totalWords.test(row[last]?.text ?? '') ? last : null;
}

/** The aspect above each column: its text reaches to the next one, or as far as the merged cell does. */
function aspects(row: readonly GridCell[], width: number): readonly string[] {
	let current = '';
	let until = Infinity;
	return Array.from({ length: width }, (_, column) => {
		const cell = row[column];
		const text = textOf(cell);
		if (text !== '') {
			current = text;
			until = (cell?.span?.columns ?? 1) > 1 ? column + (cell?.span?.columns ?? 1) : Infinity;
		}
		return column < until ? current : '';
	});
}

function criteriaOf(
	heading: Heading,
	columns: readonly number[],
	weights: readonly PrintedCriterion['weight'][],
): readonly PrintedCriterion[] {
	const [upper, lower] = heading.rows as [readonly GridCell[], (readonly GridCell[])?];
	const groups = lower ? aspects(upper, Math.max(upper.length, lower.length)) : [];
	return columns.map((column, position) => {
		const name = textOf((lower ?? upper)[column]) || textOf(upper[column]);
		const group = groups[column] ?? '';
		return { name, group: group === name ? '' : group, weight: weights[position] ?? null };
	});
}

function readSection(
	grid: Grid,
	heading: Heading,
	body: Grid['rows'],
	about: string,
	corrections: Readonly<Record<string, string>>,
): { ranking: PrintedRanking; doubts: readonly Doubt[] } | null {
	if (body.length > 2 * most) return null;
	const label = Math.max(
		0,
		...[0, 1, 2].filter(
			(column) => body.filter((row) => holdsWords(row[column])).length >= body.length * 0.5,
		),
	);
	const width = Math.min(most, Math.max(0, ...body.map((row) => row.length)));
	const texts = heading.rows.map((row) => row.map(textOf));
	const columns = Array.from({ length: width }, (_, column) => column).filter(
		(column) =>
			column > label &&
			column !== heading.total &&
			column !== heading.rank &&
			(heading.rank === null || column < heading.rank) &&
			!texts.some((row) => /^(bobot|weight|keterangan|ket|satuan|unit)\b/i.test(row[column] ?? '')) &&
			body.filter((row) => holdsNumber(row[column])).length >= 2,
	);
	const wanted = [...columns, heading.total, heading.rank].filter((column) => column !== null);
	const numbers = readCellNumbers(
		grid.name,
		body.flatMap((row) =>
			wanted.flatMap((column) => (holdsNumber(row[column]) ? [row[column] as GridCell] : [])),
		),
		corrections,
	);
	const at = (row: readonly GridCell[] | undefined, column: number | null) => {
		const cell = column === null ? undefined : row?.[column];
		return cell ? numbers.of(cell) : null;
	};
	const weightRow = body.find((row) => weightWords.test(textOf(row[label])));
	const alternatives = body.flatMap((row): PrintedAlternative[] => {
		const name = textOf(row[label]);
		if (name === '' || weightWords.test(name) || notAnAlternative.test(name)) return [];
		const cells = columns.map((column) => at(row, column));
		if (cells.every((cell) => cell === null)) return [];
		return [{ name, cells, total: at(row, heading.total), rank: at(row, heading.rank) }];
	});
	if (alternatives.length < 2 || alternatives.length > most || columns.length < 1) return null;
	return {
		ranking: {
			name: grid.name,
			criteria: criteriaOf(
				heading,
				columns,
				columns.map((column) => at(weightRow, column)),
			),
			alternatives,
			isIndex: indexWords.test(about),
			weightSum: at(weightRow, heading.total),
		},
		doubts: numbers.doubts,
	};
}

/** A ranking says so: by a rank, by weights with a total, or by the name of the index. */
function isOwn(ranking: PrintedRanking): boolean {
	const weighted =
		ranking.criteria.some((one) => one.weight) && ranking.alternatives.some((one) => one.total);
	return weighted || ranking.isIndex || ranking.alternatives.some((one) => one.rank);
}

function aboutRows(grid: Grid, index: number, height: number): string {
	const near = grid.rows.slice(Math.max(0, index - 3), index + height);
	return [grid.caption ?? '', ...near.flat().map(textOf)].join(' ');
}

function readUpright(
	grid: Grid,
	taken: ReadonlySet<number>,
	corrections: Readonly<Record<string, string>>,
	about = '',
): RankingReading {
	const rankings: PrintedRanking[] = [];
	const doubts: Doubt[] = [];
	const used = new Set<number>();
	for (let index = 0; index < grid.rows.length; index += 1) {
		if (taken.has(index)) continue;
		const heading = headingAt(grid.rows, index);
		if (!heading) continue;
		const lastHeading = index + (heading.rows[0] === grid.rows[index] ? heading.rows.length : 1);
		const end = endOfSection(
			grid.rows,
			lastHeading,
			(_, at) => taken.has(at) || headingAt(grid.rows, at) !== null,
		);
		const body = grid.rows.slice(lastHeading, end);
		const read = readSection(grid, heading, body, about || aboutRows(grid, index, 2), corrections);
		if (!read) continue;
		rankings.push(read.ranking);
		if (isOwn(read.ranking)) {
			doubts.push(...read.doubts);
			const first = heading.rows[0] === grid.rows[index] ? index : index - 1;
			for (let row = first; row < end; row += 1) used.add(row);
		}
		index = Math.max(index, end - 1);
	}
	return { rankings, doubts, used };
}

/** Criteria below one another and alternatives side by side, with rows for the total and the rank. */
function turnedBlocks(grid: Grid, taken: ReadonlySet<number>) {
	const blocks: { start: number; end: number }[] = [];
	let last = -1;
	grid.rows.forEach((row, index) => {
		if (index <= last || taken.has(index)) return;
		const label = row.findIndex(holdsWords);
		if (
			label < 0 ||
			label > 2 ||
			row.filter(holdsWords).length < 2 ||
			row.some((cell) => cell.number !== undefined)
		)
			return;
		if (!row.slice(0, 3).some((cell) => criterionWords.test(cell.text))) return;
		const end = endOfSection(grid.rows, index + 1, (_, at) => taken.has(at) || at - index > most);
		last = end - 1;
		blocks.push({ start: index, end });
	});
	return blocks;
}

/** Every ranking of a grid, outside the rows other readers took. */
export function readRankings(
	grid: Grid,
	taken: ReadonlySet<number>,
	corrections: Readonly<Record<string, string>> = {},
): RankingReading {
	const upright = readUpright(grid, taken, corrections);
	const parts = turnedBlocks(grid, new Set([...taken, ...upright.used])).flatMap(({ start, end }) => {
		const rows = grid.rows.slice(start, end).map((row) => row.slice(0, most));
		const turned = turnedRows(rows);
		const about = [aboutRows(grid, start, 1), ...rows.slice(-3).flat().map(textOf)].join(' ');
		const read = readUpright({ ...grid, rows: turned }, new Set(), corrections, about);
		if (read.used.size === 0) return [];
		return [{ ...read, used: new Set(rows.map((_, offset) => start + offset)) }];
	});
	return {
		rankings: [...upright.rankings, ...parts.flatMap((part) => part.rankings)],
		doubts: [...upright.doubts, ...parts.flatMap((part) => part.doubts)],
		used: new Set([...upright.used, ...parts.flatMap((part) => [...part.used])]),
	};
}
