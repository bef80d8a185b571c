/**
 * Finds a table of scores by respondent: a row a respondent, for each indicator a column before and one after. The
 * words may stand in one heading row ("Gotong royong sebelum") or in two ("Gotong royong" above "Sebelum"), with the
 * assets perhaps above them. The long layout (respondent, indicator, before, after) is read as well.
 */
import type { Grid, GridCell } from './grid.ts';

export interface ScoredIndicator {
	/** What stands above it; empty when nothing does. */
	readonly group: string;
	readonly name: string;
	/** Texts, one a respondent. */
	readonly before: readonly string[];
	readonly after: readonly string[];
}

export interface ScoresReading {
	readonly people: readonly string[];
	readonly indicators: readonly ScoredIndicator[];
}

type Wave = 'before' | 'after';

const waveWords: Readonly<Record<Wave, RegExp>> = {
	before: /(^|[^\p{L}])(sebelum|before|awal|baseline|pra|pre-?test|pre|t0)(?=$|[^\p{L}])/iu,
	after: /(^|[^\p{L}])(sesudah|setelah|after|akhir|endline|pasca|post-?test|post|t1)(?=$|[^\p{L}])/iu,
};
const personWords = /respond|penjawab|nama|name|peserta|participant|informan|^\s*(no|id|kode|code)\b/i;
const indicatorWords = /indikator|indicator|pertanyaan|question|butir|item/i;
const summaryWords = /^\s*(rata|rerata|mean|average|jumlah|total|sum|n\s*=|median|sd\b|std)/i;

const textOf = (cell: GridCell | undefined) => cell?.text.replace(/\s+/g, ' ').trim() ?? '';

function waveOf(text: string): Wave | null {
	const [before, after] = [waveWords.before.test(text), waveWords.after.test(text)];
	return before === after ? null : before ? 'before' : 'after';
}

/** What is left of a heading without the word of its wave. */
const withoutWave = (text: string, wave: Wave) =>
	text
		.replace(waveWords[wave], ' ')
		.replace(/[()[\]]/g, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[\s:;,._–-]+|[\s:;,._–-]+$/g, '');

/** The text at a column or, under a heading that covers several, the nearest one to its left. */
function headingAt(row: readonly GridCell[] | undefined, column: number, from: number): string {
	for (let at = column; at >= from; at -= 1) {
		const text = textOf(row?.[at]);
		if (text !== '') return text;
	}
	return '';
}

interface Column {
	readonly column: number;
	readonly wave: Wave;
	readonly name: string;
	readonly group: string;
}

function columnsOf(rows: Grid['rows'], index: number): Column[] {
	const row = rows[index] ?? [];
	const waved = row.flatMap((cell, column) => {
		const wave = textOf(cell).length <= 120 ? waveOf(textOf(cell)) : null;
		return wave ? [{ column, wave, own: withoutWave(textOf(cell), wave) }] : [];
	});
	const from = waved[0]?.column ?? 0;
	return waved.map(({ column, wave, own }) => {
		const above = headingAt(rows[index - 1], column, from);
		return own === ''
			? { column, wave, name: above, group: headingAt(rows[index - 2], column, from) }
			: { column, wave, name: own, group: above };
	});
}

interface Pair {
	readonly name: string;
	readonly group: string;
	readonly before: number;
	readonly after: number;
}

/** The columns of both waves by name; indicators of one name are told apart by their order. */
function pairsOf(columns: readonly Column[]): Pair[] {
	const left = columns.filter(({ wave }) => wave === 'after');
	return columns.flatMap((before): Pair[] => {
		if (before.wave !== 'before') return [];
		const index = left.findIndex(
			(after) => after.name.toLowerCase() === before.name.toLowerCase() && after.group === before.group,
		);
		const [after] = index < 0 ? [] : left.splice(index, 1);
		return after
			? [{ name: before.name, group: before.group, before: before.column, after: after.column }]
			: [];
	});
}

const holdsDigit = (cell: GridCell | undefined) => cell?.number !== undefined || /\d/.test(cell?.text ?? '');

function readWide(grid: Grid, index: number): ScoresReading | null {
	const pairs = pairsOf(columnsOf(grid.rows, index));
	const first = Math.min(...pairs.map(({ before, after }) => Math.min(before, after)));
	const heads = (grid.rows[index] ?? []).slice(0, first).map(textOf);
	const above = (grid.rows[index - 1] ?? []).slice(0, first).map(textOf);
	const labelled = [...heads, ...above].some((text) => personWords.test(text));
	const indicators = [...heads, ...above].some((text) => indicatorWords.test(text));
	// One pair under "Indikator" is a table of means; two pairs there are two groups of people.
	if (pairs.length === 0 || indicators || (pairs.length === 1 && !labelled)) return null;
	const columns = pairs.flatMap(({ before, after }) => [before, after]);
	const body = grid.rows
		.slice(index + 1)
		.filter(
			(row) =>
				columns.some((column) => holdsDigit(row[column])) &&
				!row.slice(0, first).some((cell) => summaryWords.test(textOf(cell))),
		);
	if (body.length === 0) return null;
	// The column of names is the one with most words; numbers serve where nobody is named.
	const words = Array.from({ length: first }, (_, column) => ({
		column,
		count: body.filter((row) => /\p{L}/u.test(textOf(row[column]))).length,
	})).sort((a, b) => b.count - a.count)[0];
	return {
		people: body.map((row) => (words ? textOf(row[words.column]) : '')),
		indicators: pairs.map(({ name, group, before, after }) => ({
			group,
			name,
			before: body.map((row) => textOf(row[before])),
			after: body.map((row) => textOf(row[after])),
		})),
	};
}

function readLong(grid: Grid, index: number): ScoresReading | null {
	const heads = (grid.rows[index] ?? []).map(textOf);
	const find = (test: (text: string) => boolean) =>
		heads.findIndex((text) => text.length <= 60 && test(text));
	const [before, after] = [
		find((text) => waveOf(text) === 'before'),
		find((text) => waveOf(text) === 'after'),
	];
	const indicator = find((text) => indicatorWords.test(text));
	const person = heads.findIndex(
		(text, at) => at !== indicator && personWords.test(text) && !/^no\b/i.test(text),
	);
	if ([before, after, indicator, person].includes(-1)) return null;
	const group = find((text) => /aset|asset|modal|capital/i.test(text));
	const people: string[] = [];
	const found = new Map<string, { group: string; name: string; before: string[]; after: string[] }>();
	for (const row of grid.rows.slice(index + 1)) {
		const [who, name] = [textOf(row[person]), textOf(row[indicator])];
		if (who === '' || name === '' || summaryWords.test(who)) continue;
		if (!people.includes(who)) people.push(who);
		const own = group < 0 ? '' : textOf(row[group]);
		const key = `${own}|${name}`.toLowerCase();
		const one = found.get(key) ?? { group: own, name, before: [], after: [] };
		one.before[people.indexOf(who)] = textOf(row[before]);
		one.after[people.indexOf(who)] = textOf(row[after]);
		found.set(key, one);
	}
	if (people.length === 0) return null;
	const filled = (list: readonly string[]) => people.map((_, at) => list[at] ?? '');
	return {
		people,
		indicators: [...found.values()].map((one) => ({
			...one,
			before: filled(one.before),
			after: filled(one.after),
		})),
	};
}

/** The first table of scores by respondent in a grid; null when there is none. */
export function readScoresTable(grid: Grid): ScoresReading | null {
	for (let index = 0; index < Math.min(grid.rows.length, 12); index += 1) {
		const read = readLong(grid, index) ?? readWide(grid, index);
		if (read) return read;
	}
	return null;
}
