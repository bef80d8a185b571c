/** CODAS: Euclidean distance from the negative ideal, and where that hardly differs the taxicab distance. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import {
	columnRanges,
	constantWarnings,
	linearMatrix,
	ratioCell,
	ratioFault,
	total,
} from './criterion-columns.ts';
import { checkRankingInput, numberWithin, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface CodasParameters extends WeightParameters {
	/** From which difference in Euclidean distance on the taxicab distance counts too; 0.02 unless stated. */
	readonly tau?: number;
}

export interface CodasResult extends RankingResult {
	readonly negativeIdeal: readonly number[];
	/** Distances from the negative ideal, one an alternative. */
	readonly euclidean: readonly number[];
	readonly taxicab: readonly number[];
	readonly tau: number;
}

/**
 * The assessment scores, from the alternatives in the order of their Euclidean distance: those less than tau away stand
 * around an alternative, and the taxicab distances of all others are summed up beforehand. Distances are taken from
 * those of the first in the order, so that alternatives all alike score exactly 0.
 */
function assessed(euclidean: readonly number[], taxicab: readonly number[], tau: number): number[] {
	const count = euclidean.length;
	const at = (values: ArrayLike<number>, index: number): number => values[index] as number;
	const order = Array.from(euclidean.keys()).sort(
		(left, right) => at(euclidean, left) - at(euclidean, right),
	);
	const sorted = order.map((row) => at(euclidean, row));
	const straight = order.map((row) => at(euclidean, row) - at(sorted, 0));
	const city = order.map((row) => at(taxicab, row) - at(taxicab, at(order, 0)));
	const cityUpTo = new Float64Array(count + 1);
	city.forEach((distance, place) => (cityUpTo[place + 1] = at(cityUpTo, place) + distance));
	const straightSum = total(straight);
	const scores = new Array<number>(count).fill(0);
	let [near, beyond] = [0, 0];
	order.forEach((row, place) => {
		const own = at(sorted, place);
		while (near < place && own - at(sorted, near) >= tau) near += 1;
		beyond = Math.max(beyond, place + 1);
		while (beyond < count && at(sorted, beyond) - own < tau) beyond += 1;
		const others = count - (beyond - near);
		const otherCity = at(cityUpTo, count) - (at(cityUpTo, beyond) - at(cityUpTo, near));
		scores[row] = count * at(straight, place) - straightSum + (others * at(city, place) - otherCity);
	});
	return scores;
}

function compute(input: RankingInput<CodasParameters>): MethodResult<CodasResult> {
	const fault = checkRankingInput(input, {
		cell: ratioCell,
		parameters: { ...renormalizeCheck, tau: numberWithin(0, 1) },
	});
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, directions } = input;
	const used = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const tau = input.parameters?.tau ?? 0.02;
	const ranges = columnRanges(matrix, directions.length);
	const warnings = [...used.warnings, ...constantWarnings(ranges)];
	const flat = ratioFault(directions, ranges);
	if (flat !== null) return refused(flat.status, flat.reason, flat.at, warnings);
	const weighted = linearMatrix(matrix, directions, ranges).map((row) =>
		row.map((value, column) => value * (used.weights[column] as number)),
	);
	const negativeIdeal = columnRanges(weighted, directions.length).map(({ low }) => low);
	const gaps = weighted.map((row) => row.map((value, column) => value - (negativeIdeal[column] as number)));
	const euclidean = gaps.map((row) => Math.sqrt(total(row.map((gap) => gap * gap))));
	const taxicab = gaps.map(total);
	const scores = assessed(euclidean, taxicab, tau);
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`scores[${row}]`,
			scores[row] as number,
			'sum over others k of (E - E_k) + (|E - E_k| >= tau ? T - T_k : 0)',
			[
				[`euclidean[${row}]`, euclidean[row] as number],
				[`taxicab[${row}]`, taxicab[row] as number],
				['tau', tau],
			],
		),
	);
	const extras = { negativeIdeal, euclidean, taxicab, tau };
	return rankingAnswer(scores, 'higher', extras, { steps, warnings });
}

/**
 * CODAS. Needs a ratio scale: a value below 0 is `NEGATIVE`, a cost of 0 `ZERO_COST`; a benefit column of
 * zeros is `ZERO_DENOMINATOR`. Time grows with n log n of the alternatives.
 * The threshold is that of the printed worked examples and of most libraries, where psi(x) = 1 if |x| >= tau.
 * Promises: permutation, units. It promises neither dominance nor monotony, because the threshold
 * lets the taxicab distance in at once: of [8, 8], [10, 2], [3, 9], [4, 9] with weights 0.4 and 0.6 (two benefits) the
 * third scores more than the fourth, which dominates it; and of [4, 10], [10, 4], [8, 8] with equal weights the second
 * falls from a shared first place to the second when its first benefit rises to 11.
 */
export const codas = method<RankingInput<CodasParameters>, CodasResult>({
	id: 'codas',
	version: 1,
	formula: 'H_i = sum_k (E_i - E_k) + psi(E_i - E_k) (T_i - T_k), psi(x) = 1 if |x| >= tau else 0',
	unit: 'score',
	source:
		'Keshavarz Ghorabaee, M., Zavadskas, E. K., Turskis, Z. and Antucheviciene, J. (2016). A new combinative distance-based assessment (CODAS) method for multi-criteria decision-making. Economic Computation and Economic Cybernetics Studies and Research 50(3), 25-44, eqs. 1 to 9.',
	variants: {
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
		tau: 'threshold of the Euclidean distance, 0.01 to 0.05 in the paper; 0.02 unless stated',
	},
	example: {
		matrix: [
			[8, 8, 10, 9, 5],
			[8, 9, 9, 9, 8],
			[9, 9, 7, 8, 6],
			[8, 8, 7, 8, 9],
			[9, 8, 7, 7, 4],
		],
		weights: [0.19, 0.26, 0.24, 0.17, 0.14],
		directions: ['cost', 'benefit', 'benefit', 'benefit', 'cost'],
		parameters: { tau: 0.02 },
	},
	compute,
});
