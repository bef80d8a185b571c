/** SPOTIS: weighted distance from the ideal between bounds that do not depend on the alternatives at hand. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { columnRanges, constantWarnings, weightedSum } from './criterion-columns.ts';
import type { ColumnRange, Matrix } from './criterion-columns.ts';
import {
	checkRankingInput,
	numberFault,
	numberWithin,
	renormalizeCheck,
	usedWeights,
} from './ranking-input.ts';
import type { Fault, ParameterCheck, RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface SpotisParameters extends WeightParameters {
	/** The least and the most each criterion can be; the column's own extremes unless stated. */
	readonly bounds?: readonly (readonly [number, number] | readonly number[])[];
	/** The expected solution point, where the ideal is not a bound; one value a criterion. */
	readonly idealPoint?: readonly number[];
	/** Balanced SPOTIS: share of the distance from `idealPoint`; the rest is from the best bounds. 1 unless stated. */
	readonly idealPointShare?: number;
}

export interface SpotisResult extends RankingResult {
	readonly bounds: readonly (readonly [number, number])[];
	/** True when the bounds are the extremes of these alternatives: adding one may then turn the ranking round. */
	readonly boundsFromData: boolean;
	readonly idealPoint: readonly number[];
}

const invalid = (reason: string, at: string): Fault => ({ status: 'invalid-input', reason, at });

const numbers: ParameterCheck = (value, at) => {
	if (!Array.isArray(value)) return invalid('NOT_A_LIST', at);
	for (let index = 0; index < value.length; index += 1) {
		const fault = numberFault(value[index], `${at}[${index}]`);
		if (fault !== null) return fault;
	}
	return null;
};

const boundList: ParameterCheck = (value, at) => {
	if (!Array.isArray(value)) return invalid('NOT_A_LIST', at);
	for (let index = 0; index < value.length; index += 1) {
		const pair: unknown = value[index];
		const place = `${at}[${index}]`;
		const fault = numbers(pair, place);
		if (fault !== null) return fault;
		const [low, high] = pair as number[];
		if ((pair as number[]).length !== 2) return invalid('WRONG_LENGTH', place);
		if ((low as number) >= (high as number)) return invalid('NOT_A_RANGE', place);
	}
	return null;
};

/** Lengths, and every value between its bounds: outside them a distance above 1 would break the promise. */
function boundsFault({ matrix, directions, parameters = {} }: RankingInput<SpotisParameters>): Fault | null {
	const { bounds, idealPoint } = parameters ?? {};
	for (const [name, list] of [
		['bounds', bounds],
		['idealPoint', idealPoint],
	] as const)
		if (list && list.length !== directions.length) return invalid('WRONG_LENGTH', `parameters.${name}`);
	if (!bounds) return null;
	const outside = (value: number, column: number): boolean => {
		const [low, high] = bounds[column] as readonly [number, number];
		return value < low || value > high;
	};
	for (let row = 0; row < matrix.length; row += 1) {
		const column = (matrix[row] as readonly number[]).findIndex(outside);
		if (column >= 0) return invalid('OUTSIDE_LIMITS', `matrix[${row}][${column}]`);
	}
	const column = idealPoint?.findIndex(outside) ?? -1;
	return column >= 0 ? invalid('OUTSIDE_LIMITS', `parameters.idealPoint[${column}]`) : null;
}

/** Weighted distances of every row from a point, in shares of the span of each criterion; 0 where there is no span. */
function distancesFrom(
	point: readonly number[],
	matrix: Matrix,
	ranges: readonly ColumnRange[],
	weights: readonly number[],
): number[] {
	return matrix.map((row) =>
		weightedSum(
			row.map((value, column) => {
				const { low, high } = ranges[column] as ColumnRange;
				// Halves, so that the span of two large numbers of opposite sign does not leave the doubles.
				return low === high ? 0 : Math.abs(value / 2 - (point[column] as number) / 2) / (high / 2 - low / 2);
			}),
			weights,
		),
	);
}

function compute(input: RankingInput<SpotisParameters>): MethodResult<SpotisResult> {
	const fault =
		checkRankingInput(input, {
			parameters: {
				...renormalizeCheck,
				bounds: boundList,
				idealPoint: numbers,
				idealPointShare: numberWithin(0, 1),
			},
		}) ?? boundsFault(input);
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, directions } = input;
	const given = input.parameters ?? {};
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const boundsFromData = !given.bounds;
	const ranges = given.bounds
		? given.bounds.map(([low, high]) => ({ low: low as number, high: high as number }))
		: columnRanges(matrix, directions.length);
	const best = ranges.map(({ low, high }, column) => (directions[column] === 'cost' ? low : high));
	const idealPoint = given.idealPoint ?? best;
	const share = given.idealPoint ? (given.idealPointShare ?? 1) : 1;
	const fromPoint = distancesFrom(idealPoint, matrix, ranges, weights);
	const fromBest = share === 1 ? fromPoint : distancesFrom(best, matrix, ranges, weights);
	const scores = fromPoint.map((distance, row) => share * distance + (1 - share) * (fromBest[row] as number));
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`scores[${row}]`,
			scores[row] as number,
			share === 1
				? 'sum over criteria of weight x |x - idealPoint| / (upper bound - lower bound)'
				: 'idealPointShare x distanceFromIdealPoint + (1 - idealPointShare) x distanceFromBestBounds',
			[
				[`distanceFromIdealPoint[${row}]`, fromPoint[row] as number],
				...(share === 1 ? [] : [[`distanceFromBestBounds[${row}]`, fromBest[row] as number] as const]),
			],
		),
	);
	const notes = [
		...warnings,
		...(boundsFromData ? [{ code: 'BOUNDS_FROM_DATA', at: 'parameters.bounds' }] : []),
		...constantWarnings(ranges),
	];
	const bounds = ranges.map(({ low, high }): [number, number] => [low, high]);
	return rankingAnswer(scores, 'lower', { bounds, boundsFromData, idealPoint }, { steps, warnings: notes });
}

/**
 * SPOTIS; the lower score is the better. A value outside the given bounds is `OUTSIDE_LIMITS`. Without bounds the
 * extremes of the columns serve, with the warning `BOUNDS_FROM_DATA`: that is no longer free of rank reversal.
 * Promises: permutation, units (bounds and ideal point in the same unit); without an ideal point also dominance and
 * monotony, and with bounds given that an added alternative changes no score. With an ideal point inside the bounds
 * more of a benefit may be worse, so dominance is not promised: ideal 4 of 0..10 prefers 4 to 9.
 */
export const spotis = method<RankingInput<SpotisParameters>, SpotisResult>({
	id: 'spotis',
	version: 1,
	formula: 'P_i = sum_j w_j |x_ij - ideal_j| / |max_j - min_j|, between stated bounds',
	unit: 'score',
	source:
		'Dezert, J., Tchamova, A., Han, D. and Tacnet, J.-M. (2020). The SPOTIS rank reversal free method for multi-criteria decision-making support. IEEE 23rd International Conference on Information Fusion (FUSION), 1-8.',
	variants: {
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
		bounds: 'the least and most of each criterion; from the columns when left out, with a warning',
		idealPoint: 'expected solution point (ESP) in place of the best bounds, same paper',
		idealPointShare:
			'Balanced SPOTIS: Shekhovtsov, A., Dezert, J. and Salabun, W. (2025), ICAART, doi 10.5220/0013119800003890',
	},
	example: {
		matrix: [
			[15000, 4.3, 99, 42, 737],
			[15290, 5, 116, 42, 892],
			[15350, 5, 114, 45, 952],
			[15490, 5.3, 123, 45, 1120],
		],
		weights: [0.2941, 0.2353, 0.2353, 0.0588, 0.1765],
		directions: ['cost', 'cost', 'cost', 'benefit', 'benefit'],
		parameters: {
			bounds: [
				[14000, 16000],
				[3, 8],
				[80, 140],
				[35, 60],
				[650, 1300],
			],
		},
	},
	compute,
});
