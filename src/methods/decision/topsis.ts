/** Closeness to the best value of every criterion, against the distance to the worst. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step } from '../method.ts';
import { byLength, byRange, columnOf, largest, scaled, smallest } from './column-scales.ts';
import { checkRankingInput, choiceOf, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { Direction, RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface TopsisParameters extends WeightParameters {
	/** `vector` unless stated. */
	readonly normalization?: 'vector' | 'minmax';
}

export type TopsisInput = RankingInput<TopsisParameters>;

export interface TopsisResult extends RankingResult {
	/** Weighted normalised value of the ideal alternative, one a criterion. */
	readonly ideal: readonly number[];
	readonly antiIdeal: readonly number[];
	readonly distancesToIdeal: readonly number[];
	readonly distancesToAntiIdeal: readonly number[];
}

const distance = (row: readonly number[], point: readonly number[]): number =>
	Math.hypot(...row.map((value, index) => value - (point[index] as number)));

const columnSteps = (ideal: readonly number[], antiIdeal: readonly number[]): Step[] => [
	...tracedSteps(ideal.length, (index) =>
		rankingStep(`ideal[${index}]`, ideal[index] as number, 'best of weight x normalised', []),
	),
	...tracedSteps(antiIdeal.length, (index) =>
		rankingStep(`antiIdeal[${index}]`, antiIdeal[index] as number, 'worst of weight x normalised', []),
	),
];

function compute(input: TopsisInput): MethodResult<TopsisResult> {
	const fault = checkRankingInput(input, {
		parameters: { ...renormalizeCheck, normalization: choiceOf('vector', 'minmax') },
	});
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const vector = input.parameters?.normalization !== 'minmax';
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { matrix, warnings: columns } = scaled(input.matrix, input.directions, vector ? byLength : byRange);
	const weighted = matrix.map((row) => row.map((value, index) => value * (weights[index] as number)));
	// Under minmax a cost has been turned round already.
	const more = (direction: Direction) => !vector || direction === 'benefit';
	const points = input.directions.map((direction, index) => {
		const values = columnOf(weighted, index);
		const ends = [smallest(values), largest(values)] as const;
		return more(direction) ? ends : ([ends[1], ends[0]] as const);
	});
	const [antiIdeal, ideal] = [points.map(([worst]) => worst), points.map(([, best]) => best)];
	const distancesToIdeal = weighted.map((row) => distance(row, ideal));
	const distancesToAntiIdeal = weighted.map((row) => distance(row, antiIdeal));
	const together = distancesToIdeal.map((value, row) => value + (distancesToAntiIdeal[row] as number));
	if (together.includes(0))
		return refused('undefined', 'ZERO_DENOMINATOR', 'matrix', [...warnings, ...columns]);
	const scores = distancesToAntiIdeal.map((value, row) => value / (together[row] as number));
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(`score[${row}]`, scores[row] as number, 'toAntiIdeal / (toIdeal + toAntiIdeal)', [
			[`toIdeal[${row}]`, distancesToIdeal[row] as number],
			[`toAntiIdeal[${row}]`, distancesToAntiIdeal[row] as number],
		]),
	);
	return rankingAnswer(
		scores,
		'higher',
		{ ideal, antiIdeal, distancesToIdeal, distancesToAntiIdeal },
		{ steps: [...columnSteps(ideal, antiIdeal), ...steps], warnings: [...warnings, ...columns] },
	);
}

/**
 * TOPSIS. A column of zeros is dropped (`ZERO_COLUMN`); when every alternative is alike both distances are 0 and the
 * closeness is `undefined` with `ZERO_DENOMINATOR`. Raising a benefit may move the ideal, so
 * monotony of the ranks is not promised.
 */
export const topsis = method<TopsisInput, TopsisResult>({
	id: 'topsis',
	version: 1,
	formula: 'C_i = d-_i / (d+_i + d-_i); v = w x / sqrt(sum x^2), Euclidean distances to best and worst',
	unit: 'closeness 0 to 1, higher is better',
	source:
		'Hwang, C. L. and Yoon, K. (1981), Multiple Attribute Decision Making, Springer, ch. 3; Tzeng, G. H. and Huang, J. J. (2011), Multiple Attribute Decision Making: Methods and Applications, CRC Press, ch. 5.',
	variants: {
		normalization: 'vector (unless stated): x over the root of the sum of squares; minmax: by the range',
		renormalizeWeights: 'true brings the weights to a sum of 1; the closeness is the same either way',
	},
	example: {
		matrix: [
			[5, 8, 4],
			[7, 6, 8],
			[8, 8, 6],
			[7, 4, 6],
		],
		weights: [0.3, 0.4, 0.3],
		directions: ['benefit', 'benefit', 'benefit'],
	},
	compute,
});
