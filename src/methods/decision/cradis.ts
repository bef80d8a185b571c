/** CRADIS: distances from the best and the worst weighted value of the whole table, against those of an optimal row. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { byMaximum, columnOf, largest, scaled, smallest, sum } from './column-scales.ts';
import { checkRankingInput, ratioCell, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface CradisResult extends RankingResult {
	/** The largest and the smallest weighted value of the whole table. */
	readonly ideal: number;
	readonly antiIdeal: number;
	/** Sums of the distances from them, one an alternative. */
	readonly fromIdeal: readonly number[];
	readonly fromAntiIdeal: readonly number[];
	/** The same of a row made of the best of each criterion. */
	readonly optimalFromIdeal: number;
	readonly optimalFromAntiIdeal: number;
}

function compute(input: RankingInput<WeightParameters>): MethodResult<CradisResult> {
	const fault = checkRankingInput(input, { cell: ratioCell, parameters: renormalizeCheck });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { matrix, warnings: columns } = scaled(input.matrix, input.directions, byMaximum);
	const weighted = matrix.map((row) => row.map((value, column) => value * (weights[column] as number)));
	const optimal = weights.map((_, column) => largest(columnOf(weighted, column)));
	const ideal = largest(optimal);
	const antiIdeal = smallest(weighted.map(smallest));
	const below = (row: readonly number[]) => sum(row.map((value) => ideal - value));
	const above = (row: readonly number[]) => sum(row.map((value) => value - antiIdeal));
	const [fromIdeal, fromAntiIdeal] = [weighted.map(below), weighted.map(above)];
	const [optimalFromIdeal, optimalFromAntiIdeal] = [below(optimal), above(optimal)];
	const told = [...warnings, ...columns];
	if (optimalFromAntiIdeal === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'matrix', told);
	const scores = fromIdeal.map((distance, row) => {
		// An alternative at the ideal in every criterion is the optimal row itself: 0 / 0 stands for 1 there.
		const near = distance === 0 ? 1 : optimalFromIdeal / distance;
		return (near + (fromAntiIdeal[row] as number) / optimalFromAntiIdeal) / 2;
	});
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`scores[${row}]`,
			scores[row] as number,
			'(optimalFromIdeal / fromIdeal + fromAntiIdeal / optimalFromAntiIdeal) / 2',
			[
				[`fromIdeal[${row}]`, fromIdeal[row] as number],
				[`fromAntiIdeal[${row}]`, fromAntiIdeal[row] as number],
				['optimalFromIdeal', optimalFromIdeal],
				['optimalFromAntiIdeal', optimalFromAntiIdeal],
			],
		),
	);
	const extras = { ideal, antiIdeal, fromIdeal, fromAntiIdeal, optimalFromIdeal, optimalFromAntiIdeal };
	return rankingAnswer(scores, 'higher', extras, { steps, warnings: told });
}

/**
 * CRADIS. A cost of 0 or less is `COST_NOT_POSITIVE`, a benefit below 0 `BENEFIT_NEGATIVE`. Where all weighted values are
 * one and the same there is no distance to compare: `ZERO_DENOMINATOR`.
 */
export const cradis = method<RankingInput<WeightParameters>, CradisResult>({
	id: 'cradis',
	version: 1,
	formula:
		'Q_i = (S0+ / S+_i + S-_i / S0-) / 2; S+ = sum_j (max v - v_ij), S- = sum_j (v_ij - min v), S0 of the optimal row',
	unit: 'score, higher is better, 1 is the optimal row',
	source:
		'Puska, A., Stevic, Z. and Pamucar, D. (2022), Evaluation and selection of healthcare waste incinerators using extended sustainability criteria and multi-criteria analysis methods, Environment, Development and Sustainability 24, 11195-11225.',
	variants: { renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated' },
	example: {
		matrix: [
			[1.82, 4.31, 30],
			[1.82, 3.63, 40],
			[2.88, 4.64, 50],
		],
		weights: [0.3, 0.4, 0.3],
		directions: ['cost', 'cost', 'benefit'],
	},
	compute,
});
