/** Additive ratio assessment: each alternative's share against that of an optimal one put beside them. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { bySum, columnOf, largest, scaled, smallest, weightedSum } from './column-scales.ts';
import { checkRankingInput, matrixFault, ratioCell, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface ArasParameters extends WeightParameters {
	/** Optimal value of each criterion; the best of each column unless stated. */
	readonly optimal?: readonly number[];
}

export type ArasInput = RankingInput<ArasParameters>;

export interface ArasResult extends RankingResult {
	readonly optimal: readonly number[];
	/** S_i of the alternatives. */
	readonly optimality: readonly number[];
	/** S_0 of the optimal alternative. */
	readonly optimalOptimality: number;
}

function compute(input: ArasInput): MethodResult<ArasResult> {
	const fault = checkRankingInput(input, { cell: ratioCell, parameters: renormalizeCheck });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, directions, parameters } = input;
	const stated = parameters?.optimal ?? null;
	if (stated !== null) {
		const wrong = matrixFault([stated], directions, { cell: ratioCell });
		if (wrong !== null)
			return refused(wrong.status, wrong.reason, wrong.at.replace('matrix[0]', 'parameters.optimal'));
	}
	const { weights, warnings } = usedWeights(input.weights, parameters?.renormalizeWeights);
	const optimal =
		stated ??
		directions.map((direction, index) =>
			direction === 'benefit' ? largest(columnOf(matrix, index)) : smallest(columnOf(matrix, index)),
		);
	const { matrix: shares, warnings: columns } = scaled([optimal, ...matrix], directions, bySum);
	const [best = 0, ...optimality] = shares.map((row) => weightedSum(row, weights));
	if (best === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'matrix', [...warnings, ...columns]);
	const scores = optimality.map((value) => value / best);
	const steps = [
		rankingStep('optimalOptimality', best, 'sum(weight x share) of the optimal values', []),
		...tracedSteps(scores.length, (row) =>
			rankingStep(`score[${row}]`, scores[row] as number, 'optimality / optimalOptimality', [
				[`optimality[${row}]`, optimality[row] as number],
				['optimalOptimality', best],
			]),
		),
	];
	return rankingAnswer(
		scores,
		'higher',
		{ optimal: [...optimal], optimality, optimalOptimality: best },
		{ steps, warnings: [...warnings, ...columns] },
	);
}

/** ARAS. A cost of 0 or less is `COST_NOT_POSITIVE`, a benefit below 0 `BENEFIT_NEGATIVE`; a column of zeros adds nothing. */
export const aras = method<ArasInput, ArasResult>({
	id: 'aras',
	version: 1,
	formula:
		'K_i = S_i / S_0; S_i = sum_j w_j x_ij / sum_i x_ij with the optimal row 0 in the column sums, 1 / x for costs',
	unit: 'utility, 1 is the optimal alternative, higher is better',
	source:
		'Zavadskas, E. K. and Turskis, Z. (2010), A new additive ratio assessment (ARAS) method in multicriteria decision-making, Technological and Economic Development of Economy 16(2), 159-172, doi:10.3846/tede.2010.10.',
	variants: {
		optimal: 'optimal value of each criterion; the best of each column unless stated',
		renormalizeWeights: 'true brings the weights to a sum of 1; the utility is the same either way',
	},
	example: {
		matrix: [
			[4.64, 3, 3],
			[4, 4, 4.64],
			[3.3, 4.31, 3.3],
		],
		weights: [0.4, 0.35, 0.25],
		directions: ['benefit', 'benefit', 'cost'],
	},
	compute,
});
