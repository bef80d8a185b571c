/** PROBID: distances from every ideal there is, from the best to the worst, and from the average. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { byLength, columnOf, scaled, sum } from './column-scales.ts';
import { checkRankingInput, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface ProbidResult extends RankingResult {
	/** Distances from the better half of the ideals, each over its place, one an alternative. */
	readonly fromBetter: readonly number[];
	/** The same from the worse half, places counted from the worst. */
	readonly fromWorse: readonly number[];
	readonly fromAverage: readonly number[];
}

/** Every alternative is compared with as many ideals as there are alternatives. */
const MOST = 1_000;

const distance = (row: readonly number[], ideal: readonly number[]): number =>
	Math.sqrt(sum(row.map((value, column) => (value - (ideal[column] as number)) ** 2)));

function compute(input: RankingInput<WeightParameters>): MethodResult<ProbidResult> {
	const fault = checkRankingInput(input, { parameters: renormalizeCheck });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const m = input.matrix.length;
	if (m > MOST) return refused('invalid-input', 'TOO_MANY', 'matrix');
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { matrix, warnings: columns } = scaled(input.matrix, input.directions, byLength);
	const weighted = matrix.map((row) => row.map((value, column) => value * (weights[column] as number)));
	const sorted = input.directions.map((direction, column) =>
		columnOf(weighted, column).sort((a, b) => (direction === 'cost' ? a - b : b - a)),
	);
	const ideals = weighted.map((_, place) => sorted.map((column) => column[place] as number));
	const average = sorted.map((column) => sum(column) / m);
	const half = Math.ceil(m / 2);
	const [fromBetter, fromWorse]: [number[], number[]] = [[], []];
	for (const row of weighted) {
		const distances = ideals.map((ideal) => distance(row, ideal));
		fromBetter.push(sum(distances.slice(0, half).map((own, place) => own / (place + 1))));
		fromWorse.push(sum(distances.slice(m - half).map((own, place) => own / (half - place))));
	}
	const fromAverage = weighted.map((row) => distance(row, average));
	const told = [...warnings, ...columns];
	const still = fromBetter.findIndex((better, row) => better === 0 && fromWorse[row] === 0);
	if (still >= 0) return refused('undefined', 'ZERO_DENOMINATOR', `matrix[${still}]`, told);
	const scores = fromBetter.map((better, row) => {
		const worse = fromWorse[row] as number;
		// 1 / (1 + R^2) with R = better / worse, which also holds where worse is 0.
		const part = worse / Math.hypot(better, worse);
		return part * part + (fromAverage[row] as number);
	});
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`scores[${row}]`,
			scores[row] as number,
			'1 / (1 + (fromBetter / fromWorse)^2) + fromAverage',
			[
				[`fromBetter[${row}]`, fromBetter[row] as number],
				[`fromWorse[${row}]`, fromWorse[row] as number],
				[`fromAverage[${row}]`, fromAverage[row] as number],
			],
		),
	);
	return rankingAnswer(scores, 'higher', { fromBetter, fromWorse, fromAverage }, { steps, warnings: told });
}

/**
 * PROBID. Any real values, up to 1,000 alternatives. Alternatives that are alike in every criterion leave no distance
 * to compare: `ZERO_DENOMINATOR`.
 */
export const probid = method<RankingInput<WeightParameters>, ProbidResult>({
	id: 'probid',
	version: 1,
	formula:
		'P_i = 1 / (1 + R_i^2) + S_i(average); R = sum over the better half S_i(k) / k over sum over the worse half S_i(k) / (m - k + 1)',
	unit: 'score, higher is better',
	source:
		'Wang, Z., Rangaiah, G. P. and Wang, X. (2021), Preference ranking on the basis of ideal-average distance method for multi-criteria decision-making, Industrial and Engineering Chemistry Research 60(30), 11216-11230.',
	variants: { renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated' },
	example: {
		matrix: [
			[1679, 1.525, 37.47],
			[2213, 1.304, 32.5],
			[2461, 1.445, 38.54],
			[2854, 1.54, 39.7],
		],
		weights: [0.4, 0.3, 0.3],
		directions: ['benefit', 'cost', 'cost'],
	},
	compute,
});
