/** The simplest weights behind printed totals: one for each aspect, with as few decimals as the totals allow. */
import type { CriterionGroup } from './criterion-groups.ts';
import { bestFit, deviationOf, roundest, weightRanges } from './weight-recovery-programs.ts';
import type { TotalsProblem, WeightRange } from './weight-recovery-programs.ts';

export interface RecoveredStructure {
	/** One weight an aspect; one for all criteria when no aspects are given. */
	readonly groupWeights: readonly number[];
	/** The same, one a criterion. */
	readonly weights: readonly number[];
	readonly residual: number;
	/** Decimals the weights need, 0 to 4; null when more. */
	readonly decimals: number | null;
	readonly intervals: readonly WeightRange[];
	/** Whether every aspect weight is settled to within 0.01. */
	readonly unique: boolean;
}

const SETTLED = 0.01;

/** Whether every weight is known to within 0.01. */
export const settled = (ranges: readonly WeightRange[]): boolean =>
	ranges.every(({ low, high }) => high !== null && high - low <= SETTLED);

/**
 * Solves the structured problem: one column an aspect, the sum of its criteria. `structured` is null when no such
 * weights give the totals within the tolerance; `deviation` is then the least that is left.
 */
export function structuredOf(
	problem: TotalsProblem,
	groups: readonly CriterionGroup[],
	tolerance: number,
): { readonly structured: RecoveredStructure | null; readonly deviation: number | null } {
	const joined: TotalsProblem = {
		columns: groups.map(({ criteria }) =>
			problem.totals.map((_, row) =>
				criteria.reduce((sum, column) => sum + ((problem.columns[column] as number[])[row] as number), 0),
			),
		),
		totals: problem.totals,
		sums: problem.sums.map(({ row, value }) => ({
			row: groups.map(({ criteria }) => criteria.reduce((sum, column) => sum + (row[column] as number), 0)),
			value,
		})),
	};
	const fit = bestFit(joined);
	if (fit === null) return { structured: null, deviation: null };
	const deviation = fit.deviation;
	const intervals = deviation <= tolerance ? weightRanges(joined, tolerance) : null;
	if (intervals === null) return { structured: null, deviation };
	const simple = roundest(joined, intervals, tolerance);
	const groupWeights = simple?.weights ?? fit.weights;
	const weights = problem.columns.map(
		(_, column) => groupWeights[groups.findIndex(({ criteria }) => criteria.includes(column))] as number,
	);
	const residual = deviationOf(joined, groupWeights);
	const decimals = simple?.decimals ?? null;
	return {
		structured: { groupWeights, weights, residual, decimals, intervals, unique: settled(intervals) },
		deviation,
	};
}
