/** Gini weights: a criterion earns weight by how unequally the alternatives share it. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { columnsOf, constantWarnings, isConstant, objectiveFault, refusedBy } from './weights-input.ts';
import type { ObjectiveWeightsInput } from './weights-input.ts';
import { listSteps, sum, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface GiniResult extends WeightsResult {
	/** 0 when all have the same, (m - 1) / m when one has everything. */
	readonly coefficients: readonly number[];
}

/** Half the mean difference between any two, over the mean: from the sorted values, sum (2 i - m - 1) x_i / (m sum x). */
function giniOf(column: readonly number[]): number {
	if (isConstant(column)) return 0;
	const sorted = [...column].sort((a, b) => a - b);
	const most = sorted.at(-1) as number;
	const parts = sorted.map((value) => value / most);
	const m = parts.length;
	return sum(parts.map((part, index) => (2 * index + 1 - m) * part)) / (m * sum(parts));
}

function compute(input: ObjectiveWeightsInput): MethodResult<GiniResult> {
	const fault = objectiveFault(input, { cell: (value) => (value < 0 ? 'NEGATIVE' : null) });
	if (fault !== null) return refusedBy(fault);
	if (input.matrix.length === 1) return refused('undefined', 'ONE_ALTERNATIVE', 'matrix');
	const columns = columnsOf(input.matrix);
	const coefficients = columns.map(giniOf);
	const steps = listSteps('coefficients', coefficients, 'sum_i sum_k |x_i - x_k| / (2 m^2 mean)');
	const warnings = constantWarnings(columns);
	return weightsAnswer(
		coefficients,
		{ coefficients },
		{ earnedId: 'coefficients', steps, warnings, at: 'matrix' },
	);
}

/** Gini weights. Values below 0 are refused (`NEGATIVE`); a constant criterion earns 0. */
export const gini = method<ObjectiveWeightsInput, GiniResult>({
	id: 'gini',
	version: 1,
	formula: 'G_j = sum_i sum_k |x_ij - x_kj| / (2 m^2 mean_j); w_j = G_j / sum G',
	unit: 'weight (share of 1)',
	source:
		'Gini, C. (1912), Variabilita e mutabilita, Bologna; as weights of criteria in Baczkiewicz, A., Watrobski, J., Kizielewicz, B. and Salabun, W. (2022), Towards Reliable Results, Springer, doi:10.1007/978-3-030-98997-2_7.',
	example: {
		matrix: [
			[29.4, 83, 47, 114],
			[30, 38.1, 124.7, 117],
			[29.28, 59.27, 41.13, 58],
			[33.6, 71, 55, 159],
		],
	},
	compute,
});
