/** Ratio system of MOORA: weighted shares of the column length, benefits added and costs taken away. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { byLength, scaled } from './column-scales.ts';
import { checkRankingInput, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export type MooraInput = RankingInput<WeightParameters>;

export interface MooraResult extends RankingResult {
	readonly benefits: readonly number[];
	readonly costs: readonly number[];
}

function compute(input: MooraInput): MethodResult<MooraResult> {
	const fault = checkRankingInput(input, { parameters: renormalizeCheck });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { matrix, warnings: columns } = scaled(input.matrix, input.directions, byLength);
	const side = (direction: 'benefit' | 'cost') =>
		matrix.map((row) =>
			row.reduce(
				(total, value, index) =>
					input.directions[index] === direction ? total + (weights[index] as number) * value : total,
				0,
			),
		);
	const [benefits, costs] = [side('benefit'), side('cost')];
	const scores = benefits.map((benefit, row) => benefit - (costs[row] as number));
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(`score[${row}]`, scores[row] as number, 'benefits - costs', [
			[`benefits[${row}]`, benefits[row] as number],
			[`costs[${row}]`, costs[row] as number],
		]),
	);
	return rankingAnswer(scores, 'higher', { benefits, costs }, { steps, warnings: [...warnings, ...columns] });
}

/** MOORA, ratio system. Any real values; a column of zeros adds nothing (`ZERO_COLUMN`). */
export const moora = method<MooraInput, MooraResult>({
	id: 'moora',
	version: 1,
	formula: 'y_i = sum_benefit w_j r_ij - sum_cost w_j r_ij; r = x / sqrt(sum x^2)',
	unit: 'score, higher is better, may be below 0',
	source:
		'Brauers, W. K. M. and Zavadskas, E. K. (2006), The MOORA method and its application to privatization in a transition economy, Control and Cybernetics 35(2), 445-469, eqs. 1-3.',
	variants: { renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated' },
	example: {
		matrix: [
			[1.5, 3, 5, 3.3],
			[2, 7, 5, 3.35],
			[3, 1, 5, 3.07],
		],
		weights: [0.3, 0.2, 0.1, 0.4],
		directions: ['cost', 'benefit', 'benefit', 'benefit'],
	},
	compute,
});
