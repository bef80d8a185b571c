/** EDAS: positive and negative distances from the average solution. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { columnRanges, constantWarnings, extremes, total, weightedSum } from './criterion-columns.ts';
import type { ColumnRange } from './criterion-columns.ts';
import { checkRankingInput, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface EdasResult extends RankingResult {
	/** The average solution, one value a criterion, in its own unit. */
	readonly average: readonly number[];
	/** Weighted sum of the positive distances (SP) and of the negative ones (SN), one an alternative. */
	readonly positiveDistance: readonly number[];
	readonly negativeDistance: readonly number[];
}

function compute(input: RankingInput<WeightParameters>): MethodResult<EdasResult> {
	const fault = checkRankingInput(input, { parameters: renormalizeCheck });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, directions } = input;
	const used = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const ranges = columnRanges(matrix, directions.length);
	const warnings = [...used.warnings, ...constantWarnings(ranges)];
	const average = ranges.map(({ low, high }, column) =>
		// The mean of equal decimals is not always that decimal, and its noise must not become a distance.
		low === high ? low : total(matrix.map((row) => (row[column] as number) / matrix.length)),
	);
	const flat = average.findIndex((mean, column) => mean <= 0 && (used.weights[column] as number) > 0);
	if (flat >= 0) {
		const reason = average[flat] === 0 ? 'ZERO_DENOMINATOR' : 'NEGATIVE_BASE';
		return refused('undefined', reason, `criteria[${flat}]`, warnings);
	}
	const advantages = matrix.map((row) =>
		row.map((value, column) => {
			const { low, high } = ranges[column] as ColumnRange;
			if (low === high || used.weights[column] === 0) return 0;
			const mean = average[column] as number;
			return (directions[column] === 'cost' ? mean - value : value - mean) / mean;
		}),
	);
	const sided = (sign: 1 | -1): number[] =>
		advantages.map((row) =>
			weightedSum(
				row.map((advantage) => Math.max(0, sign * advantage)),
				used.weights,
			),
		);
	const [positiveDistance, negativeDistance] = [sided(1), sided(-1)];
	const most = [extremes(positiveDistance).high, extremes(negativeDistance).high] as const;
	if (most[0] === 0 || most[1] === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'matrix', warnings);
	const scores = positiveDistance.map(
		(positive, row) => (positive / most[0] + 1 - (negativeDistance[row] as number) / most[1]) / 2,
	);
	const steps = [
		...tracedSteps(average.length, (column) =>
			rankingStep(`average[${column}]`, average[column] as number, 'mean of the column', []),
		),
		...tracedSteps(scores.length, (row) =>
			rankingStep(
				`scores[${row}]`,
				scores[row] as number,
				'(positiveDistance / largest positiveDistance + 1 - negativeDistance / largest negativeDistance) / 2',
				[
					[`positiveDistance[${row}]`, positiveDistance[row] as number],
					[`negativeDistance[${row}]`, negativeDistance[row] as number],
				],
			),
		),
	];
	return rankingAnswer(
		scores,
		'higher',
		{ average, positiveDistance, negativeDistance },
		{ steps, warnings },
	);
}

/**
 * EDAS. An average of 0 is `ZERO_DENOMINATOR`, one below 0 `NEGATIVE_BASE` (a distance over it would change its
 * sign), alternatives that are equal on every weighted criterion are `ZERO_DENOMINATOR` at `matrix`.
 * Promises: dominance, permutation, units. It does not promise monotony: a raised benefit moves the
 * average and both largest distances, so a lead can shrink as the own benefit rises (from 1.00 to 0.85 in a search of
 * random tables, which found no reversed pair).
 */
export const edas = method<RankingInput<WeightParameters>, EdasResult>({
	id: 'edas',
	version: 1,
	formula: 'AS_i = (SP_i / max SP + 1 - SN_i / max SN) / 2, distances from AV_j = mean of column j over AV_j',
	unit: 'score',
	source:
		'Keshavarz Ghorabaee, M., Zavadskas, E. K., Olfat, L. and Turskis, Z. (2015). Multi-criteria inventory classification using a new method of Evaluation based on Distance from Average Solution (EDAS). Informatica 26(3), 435-451, eqs. 4 to 15.',
	variants: { renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated' },
	example: {
		matrix: [
			[3873, 0.87, 150],
			[5067, 0.23, 40],
			[2213, 0.17, 200],
		],
		weights: [0.3, 0.3, 0.4],
		directions: ['cost', 'benefit', 'benefit'],
	},
	compute,
});
