/** MABAC: how far each alternative lies above or below the border approximation area of every criterion. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { columnRanges, constantWarnings, minMaxMatrix, total } from './criterion-columns.ts';
import { checkRankingInput, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface MabacResult extends RankingResult {
	/** The border of each criterion: the geometric mean of its weighted values. */
	readonly borderArea: readonly number[];
	/** Distance of each alternative (rows) from the border of each criterion (columns). */
	readonly distances: readonly (readonly number[])[];
}

function compute(input: RankingInput<WeightParameters>): MethodResult<MabacResult> {
	const fault = checkRankingInput(input, { parameters: renormalizeCheck });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, directions } = input;
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const ranges = columnRanges(matrix, directions.length);
	const scaled = minMaxMatrix(matrix, directions, ranges);
	// The logarithm of a product of ten thousand factors stays a number where the product does not.
	const borderArea = weights.map(
		(weight, column) =>
			weight * Math.exp(total(scaled.map((row) => Math.log1p(row[column] as number))) / matrix.length),
	);
	const distances = scaled.map((row) =>
		row.map((value, column) => {
			const { low, high } = ranges[column] as { low: number; high: number };
			return low === high ? 0 : (weights[column] as number) * (value + 1) - (borderArea[column] as number);
		}),
	);
	const scores = distances.map(total);
	const steps = [
		...tracedSteps(weights.length, (column) =>
			rankingStep(
				`borderArea[${column}]`,
				borderArea[column] as number,
				'(product over rows of weight x (1 + n))^(1 / alternatives), n = min-max by direction',
				[[`weights[${column}]`, weights[column] as number]],
			),
		),
		...tracedSteps(matrix.length, (row) =>
			rankingStep(
				`scores[${row}]`,
				scores[row] as number,
				'sum over criteria of (weight x (1 + n) - borderArea)',
				(distances[row] as number[]).map((value, column) => [`distances[${row}][${column}]`, value]),
			),
		),
	];
	const answer = { steps, warnings: [...warnings, ...constantWarnings(ranges)] };
	return rankingAnswer(scores, 'higher', { borderArea, distances }, answer);
}

/**
 * MABAC. A criterion on which all are equal adds nothing (distance 0) and is named in a warning.
 * Promises: dominance, permutation, units, and that raising a benefit never lowers the own rank (min-max moves the
 * others only downwards). It does not promise freedom from rank reversal when an alternative is added.
 */
export const mabac = method<RankingInput<WeightParameters>, MabacResult>({
	id: 'mabac',
	version: 1,
	formula: 'S_i = sum_j (w_j (n_ij + 1) - g_j), g_j = (prod_i w_j (n_ij + 1))^(1/m)',
	unit: 'score',
	source:
		'Pamucar, D. and Cirovic, G. (2015). The selection of transport and handling resources in logistics centers using Multi-Attributive Border Approximation area Comparison (MABAC). Expert Systems with Applications 42(6), 3016-3028, eqs. 3 to 12.',
	variants: { renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated' },
	example: {
		matrix: [
			[22600, 3800, 2],
			[19500, 4200, 3],
			[21700, 4000, 1],
		],
		weights: [0.4, 0.35, 0.25],
		directions: ['cost', 'benefit', 'benefit'],
	},
	compute,
});
