/**
 * The tables of a programme's work in a grid: scores before and after, rankings, pairwise comparisons, and how an
 * amount is divided. The rows they take are seen by no other reader.
 */
import type {
	PrintedChangeTable,
	PrintedComparison,
	PrintedRanking,
	PrintedSplit,
	StatedRespondents,
} from '#methods/table-check/printed-programme.ts';
import { readChangeTables } from './change-table.ts';
import { readComparisons } from './comparison-table.ts';
import type { Grid } from './grid.ts';
import type { Doubt } from './printed-number.ts';
import { readRankings } from './ranking-table.ts';
import { readSplits } from './split-table.ts';
import { readStatedRespondents } from './stated-respondents.ts';

export interface ProgrammeReading {
	readonly changes: readonly PrintedChangeTable[];
	readonly rankings: readonly PrintedRanking[];
	readonly comparisons: readonly PrintedComparison[];
	readonly splits: readonly PrintedSplit[];
	readonly respondents: readonly StatedRespondents[];
	readonly doubts: readonly Doubt[];
	/** Rows that other readers leave alone. */
	readonly used: ReadonlySet<number>;
}

/** Every such table of a grid, outside the rows already taken. */
export function readProgrammeTables(
	grid: Grid,
	taken: ReadonlySet<number>,
	corrections: Readonly<Record<string, string>> = {},
): ProgrammeReading {
	const used = new Set<number>();
	const rest = () => (used.size === 0 ? taken : new Set([...taken, ...used]));
	const take = <Reading extends { readonly used: ReadonlySet<number> }>(reading: Reading): Reading => {
		for (const row of reading.used) used.add(row);
		return reading;
	};
	const comparison = take(readComparisons(grid, rest(), corrections));
	const ranking = take(readRankings(grid, rest(), corrections));
	const change = take(readChangeTables(grid, rest(), corrections));
	const split = take(readSplits(grid, rest(), corrections));
	return {
		changes: change.changes,
		rankings: ranking.rankings,
		comparisons: comparison.comparisons,
		splits: split.splits,
		respondents: readStatedRespondents(grid),
		doubts: [comparison, ranking, change, split].flatMap((reading) => reading.doubts),
		used,
	};
}

/** The same grid with the rows empty that these tables took; the very same when none were. */
export function withoutRows(grid: Grid, rows: ReadonlySet<number>): Grid {
	return rows.size === 0
		? grid
		: { ...grid, rows: grid.rows.map((row, index) => (rows.has(index) ? [] : row)) };
}
