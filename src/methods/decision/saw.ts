/** Simple additive weighting: each criterion brought to one scale, weighted and added. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { byLengthFromOne, byMaximum, byRange, bySum, scaled, weightedSum } from './column-scales.ts';
import { checkRankingInput, choiceOf, ratioCell, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface SawParameters extends WeightParameters {
	/** `max` unless stated. */
	readonly normalization?: 'max' | 'minmax' | 'sum' | 'vector';
}

export type SawInput = RankingInput<SawParameters>;

export interface SawResult extends RankingResult {
	/** The criteria on one scale, rows as given. */
	readonly normalised: readonly (readonly number[])[];
}

const scales = { max: byMaximum, minmax: byRange, sum: bySum, vector: byLengthFromOne };

function compute(input: SawInput): MethodResult<SawResult> {
	const shape = checkRankingInput(input, {
		parameters: { ...renormalizeCheck, normalization: choiceOf('max', 'minmax', 'sum', 'vector') },
	});
	if (shape !== null) return refused(shape.status, shape.reason, shape.at);
	const normalization = input.parameters?.normalization ?? 'max';
	if (normalization === 'max' || normalization === 'sum') {
		const fault = checkRankingInput(input, { cell: ratioCell });
		if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	}
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { matrix: normalised, warnings: columns } = scaled(
		input.matrix,
		input.directions,
		scales[normalization],
	);
	const scores = normalised.map((row) => weightedSum(row, weights));
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`score[${row}]`,
			scores[row] as number,
			'sum(weight x normalised)',
			(normalised[row] as readonly number[]).map((value, index) => [`normalised[${row}][${index}]`, value]),
		),
	);
	return rankingAnswer(scores, 'higher', { normalised }, { steps, warnings: [...warnings, ...columns] });
}

/**
 * SAW (weighted sum). With `max` or `sum` a cost of 0 or less is `COST_NOT_POSITIVE` and a benefit below 0 `BENEFIT_NEGATIVE`;
 * a column of zeros adds nothing (`ZERO_COLUMN`), under `minmax` a constant column adds its weight to everyone.
 */
export const saw = method<SawInput, SawResult>({
	id: 'saw',
	version: 1,
	formula: 'S_i = sum_j w_j r_ij; r = x / max (benefit), min / x (cost)',
	unit: 'score, higher is better',
	source:
		'Fishburn, P. C. (1967), Additive Utilities with Incomplete Product Sets, Operations Research 15(3), 537-542; Hwang, C. L. and Yoon, K. (1981), Multiple Attribute Decision Making, Springer, ch. 3.',
	variants: {
		normalization:
			'max (unless stated): x / max and min / x; minmax: distance from the worst over the range; sum: share of the column, of 1 / x for costs; vector: x over the root of the sum of squares, 1 minus that for costs',
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
	},
	example: {
		matrix: [
			[80, 70, 2500],
			[75, 90, 3000],
			[90, 60, 2000],
		],
		weights: [0.4, 0.35, 0.25],
		directions: ['benefit', 'benefit', 'cost'],
		parameters: { normalization: 'max' },
	},
	compute,
});
