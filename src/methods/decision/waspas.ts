/** The weighted sum and the weighted product of the same normalised values, joined by one number between 0 and 1. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { byMaximum, scaled, weightedSum } from './column-scales.ts';
import {
	checkRankingInput,
	numberWithin,
	ratioCell,
	renormalizeCheck,
	usedWeights,
} from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface WaspasParameters extends WeightParameters {
	/** Share of the weighted sum, 0 to 1; 0.5 unless stated. */
	readonly lambda?: number;
}

export type WaspasInput = RankingInput<WaspasParameters>;

export interface WaspasResult extends RankingResult {
	readonly weightedSums: readonly number[];
	readonly weightedProducts: readonly number[];
}

function compute(input: WaspasInput): MethodResult<WaspasResult> {
	const fault = checkRankingInput(input, {
		cell: ratioCell,
		parameters: { ...renormalizeCheck, lambda: numberWithin(0, 1) },
	});
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const lambda = input.parameters?.lambda ?? 0.5;
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { matrix, warnings: columns } = scaled(input.matrix, input.directions, byMaximum);
	const weightedSums = matrix.map((row) => weightedSum(row, weights));
	const weightedProducts = matrix.map((row) =>
		row.reduce((product, value, index) => product * value ** (weights[index] as number), 1),
	);
	const scores = matrix.map(
		(_, row) => lambda * (weightedSums[row] as number) + (1 - lambda) * (weightedProducts[row] as number),
	);
	const zeros: Warning[] = input.matrix.flatMap((row, index) =>
		row.some((value, column) => value === 0 && (weights[column] as number) > 0)
			? [{ code: 'ZERO_IN_PRODUCT', at: `matrix[${index}]` }]
			: [],
	);
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(`score[${row}]`, scores[row] as number, 'lambda x sum + (1 - lambda) x product', [
			['lambda', lambda],
			[`weightedSum[${row}]`, weightedSums[row] as number],
			[`weightedProduct[${row}]`, weightedProducts[row] as number],
		]),
	);
	return rankingAnswer(
		scores,
		'higher',
		{ weightedSums, weightedProducts },
		{ steps, warnings: [...warnings, ...columns, ...zeros.slice(0, 100)] },
	);
}

/**
 * WASPAS. A cost of 0 or less is `COST_NOT_POSITIVE`, a benefit below 0 `BENEFIT_NEGATIVE`; a benefit of 0 makes the product of
 * that alternative 0 (`ZERO_IN_PRODUCT`).
 */
export const waspas = method<WaspasInput, WaspasResult>({
	id: 'waspas',
	version: 1,
	formula: 'Q_i = l sum_j w_j r_ij + (1 - l) prod_j r_ij^(w_j); r = x / max (benefit), min / x (cost)',
	unit: 'score, higher is better',
	source:
		'Zavadskas, E. K., Turskis, Z., Antucheviciene, J. and Zakarevicius, A. (2012), Optimization of Weighted Aggregated Sum Product Assessment, Elektronika ir Elektrotechnika 122(6), 3-6; Chakraborty, S., Zavadskas, E. K. and Antucheviciene, J. (2015), ECECSR 49(1), 5-22.',
	variants: {
		lambda: '1 is the weighted sum, 0 the weighted product; 0.5 unless stated',
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
	},
	example: {
		matrix: [
			[30, 23, 5],
			[18, 13, 15],
			[25, 20, 13],
		],
		weights: [0.3, 0.3, 0.4],
		directions: ['benefit', 'benefit', 'cost'],
		parameters: { lambda: 0.5 },
	},
	compute,
});
