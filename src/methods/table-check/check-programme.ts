/** The tables of a programme's work: every figure judged, and what is odd about them. */
import { checkChanges } from './check-change.ts';
import { checkComparison } from './check-comparison.ts';
import { checkRankings } from './check-ranking.ts';
import { checkScores } from './check-scores.ts';
import { checkSplit, splitOddities } from './check-split.ts';
import { duplicateRows } from './duplicate-rows.ts';
import type { Finding } from './finding.ts';
import type { PrintedTables } from './printed.ts';
import { rankingOddities } from './ranking-oddities.ts';

/** Every computed figure of scores before and after, rankings, pairwise comparisons and divisions. */
export function checkProgrammeTables(tables: PrintedTables): readonly Finding[] {
	return [
		...checkChanges(tables),
		...checkRankings(tables),
		...(tables.comparisons ?? []).flatMap(checkComparison),
		...(tables.splits ?? []).flatMap(checkSplit),
	];
}

/** What is odd about them; `figures` are all findings of their computed figures. */
export function programmeOddities(tables: PrintedTables, figures: readonly Finding[]): readonly Finding[] {
	const duplicates = (tables.changes ?? []).flatMap((table) =>
		duplicateRows(
			table.rows
				.filter((row) => row.kind === 'indicator')
				.map((row) => ({ label: row.label, group: row.group, figures: [row.before, row.after] })),
		),
	);
	return [
		...duplicates.map((finding) => withMeans(finding, figures)),
		...checkScores(tables),
		...rankingOddities(tables.rankings ?? []),
		...splitOddities(tables.splits ?? []),
	];
}

/** A doubled row with the mean that only follows when one of the two is left out. */
function withMeans(finding: Finding, figures: readonly Finding[]): Finding {
	const mean = figures.find(
		(one) =>
			one.code === 'mean' &&
			one.params?.variant === 'counted-once' &&
			one.operands.some((operand) => operand.id === finding.label),
	);
	if (!mean || mean.printed === null) return finding;
	return {
		...finding,
		params: {
			...finding.params,
			mean: mean.printed,
			meanDecimals: mean.decimals ?? 2,
			withBoth: Number(mean.params?.withBoth ?? 0),
		},
	};
}
