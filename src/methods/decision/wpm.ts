/** Weighted product: values multiplied, each raised to its weight, so that no unit has to be removed first. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { byMaximum, bySum, largest, scaled, share, sum } from './column-scales.ts';
import { checkRankingInput, choiceOf, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface WpmParameters extends WeightParameters {
	/** `none` unless stated: it scales every product by the same factor and changes no rank. */
	readonly normalization?: 'none' | 'max' | 'sum';
}

export type WpmInput = RankingInput<WpmParameters>;

export interface WpmResult extends RankingResult {
	/** log10 of each product. */
	readonly log10Scores: readonly number[];
	/** V_i: each product over the sum of all. */
	readonly shares: readonly number[];
}

const scales = { max: byMaximum, sum: bySum };

function compute(input: WpmInput): MethodResult<WpmResult> {
	const fault = checkRankingInput(input, {
		cell: (value) => (value > 0 ? null : 'NOT_POSITIVE'),
		parameters: { ...renormalizeCheck, normalization: choiceOf('none', 'max', 'sum') },
	});
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const normalization = input.parameters?.normalization ?? 'none';
	const plain = normalization === 'none';
	const matrix = plain ? input.matrix : scaled(input.matrix, input.directions, scales[normalization]).matrix;
	// A normalised cost is a benefit already; a raw one has its weight below zero.
	const powers = weights.map((weight, index) =>
		plain && input.directions[index] === 'cost' ? -weight : weight,
	);
	const logs = matrix.map((row) =>
		sum(row.map((value, index) => (powers[index] === 0 ? 0 : (powers[index] as number) * Math.log(value)))),
	);
	const scores = logs.map((log) => Math.exp(log));
	if (scores.some((score) => score === 0)) return refused('undefined', 'OUT_OF_RANGE', 'weights');
	const most = largest(logs);
	const shares = share(
		logs.map((log) => Math.exp(log - most)),
		'benefit',
	).values;
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`score[${row}]`,
			scores[row] as number,
			plain ? 'product(value^weight), weight below 0 for a cost' : 'product(normalised^weight)',
			(matrix[row] as readonly number[]).map((value, index) => [`value[${row}][${index}]`, value]),
		),
	);
	const log10Scores = logs.map((log) => log / Math.LN10);
	return rankingAnswer(scores, 'higher', { log10Scores, shares }, { steps, warnings, rankBy: scores });
}

/** Weighted product model. A value of 0 or less has no ratio to another and is refused as `NOT_POSITIVE`. */
export const wpm = method<WpmInput, WpmResult>({
	id: 'wpm',
	version: 1,
	formula: 'S_i = prod_j x_ij^(w_j), exponent -w_j for a cost; V_i = S_i / sum S',
	unit: 'product, higher is better',
	source:
		'Bridgman, P. W. (1922), Dimensional Analysis, Yale University Press; Miller, D. W. and Starr, M. K. (1969), Executive Decisions and Operations Research, 2nd ed., Prentice-Hall.',
	variants: {
		normalization:
			'none (unless stated): the values themselves; max: x / max and min / x; sum: share of the column. Ranks do not change',
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
	},
	example: {
		matrix: [
			[25, 20, 15, 30],
			[10, 30, 20, 30],
			[30, 10, 30, 10],
		],
		weights: [0.2, 0.15, 0.4, 0.25],
		directions: ['benefit', 'benefit', 'benefit', 'benefit'],
		parameters: { normalization: 'sum' },
	},
	compute,
});
