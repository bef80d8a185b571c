/** The scores of one draw of stochastic acceptability: by the additive model, or by the places of a ranking method. */
import { partialValue } from './partial-value.ts';
import type { Fault } from './ranking-input.ts';
import { additiveValues, parametersOf } from './robust-ranker.ts';
import type { Matrix, Ranker } from './robust-ranker.ts';
import type { SmaaInput } from './smaa-input.ts';

/** Writes the scores of the drawn values under the drawn weights; what was wrong when there are none. */
export type Scorer = (values: Float64Array, weights: Float64Array, scores: Float64Array) => Fault | null;

type Worth = (measured: number) => number | null;

/** One function a criterion, null where it refuses; a criterion without one keeps its figures, a cost against. */
export function worthsOf({ directions, parameters }: SmaaInput): Worth[] {
	return directions.map((direction, column) => {
		const stated = parameters?.valueFunctions?.[column];
		if (stated != null) return (measured) => partialValue(stated, measured);
		return (measured) => (direction === 'cost' ? 0 - measured : measured);
	});
}

/** Scores as the weighted sum of worths; a draw outside a function that refuses it has no scores. */
function worthScorer(input: SmaaInput, exact: boolean): Scorer {
	const worths = worthsOf(input);
	const n = worths.length;
	const stated = input.matrix.flatMap((row) => row.map((value, column) => worths[column]?.(value) ?? 0));
	return (drawn, weights, scores) => {
		for (let row = 0; row < scores.length; row += 1) {
			let sum = 0;
			for (let column = 0; column < n; column += 1) {
				const cell = row * n + column;
				const worth = exact ? stated[cell] : worths[column]?.(drawn[cell] as number);
				if (worth == null)
					return { status: 'undefined', reason: 'OUTSIDE_LIMITS', at: `matrix[${row}][${column}]` };
				sum += (weights[column] as number) * worth;
			}
			scores[row] = sum;
		}
		return null;
	};
}

/** The weighted sum of every row; it is where most of the time of many draws goes. */
function weightedSums(values: Float64Array, weights: Float64Array, scores: Float64Array): null {
	const [m, n] = [scores.length, weights.length];
	for (let row = 0; row < m; row += 1) {
		const start = row * n;
		let sum = 0;
		for (let column = 0; column < n; column += 1)
			sum += (weights[column] as number) * (values[start + column] as number);
		scores[row] = sum;
	}
	return null;
}

/** Scores of one draw: straight sums for the additive model, else the ranking method (places, turned round). */
export function scorerOf(rankWith: Ranker, input: SmaaInput, exact: boolean): Scorer {
	const parameters = parametersOf(input.parameters);
	const [m, n] = [input.matrix.length, input.directions.length];
	const additive = parameters.method == null || parameters.method === 'additive';
	if (additive && parameters.valueFunctions != null) return worthScorer(input, exact);
	if (additive && exact) {
		const values = Float64Array.from(additiveValues(input.matrix, input.directions, parameters.scale).flat());
		return (_, weights, scores) => weightedSums(values, weights, scores);
	}
	if (additive && parameters.scale !== 'minmax') {
		const signs = Float64Array.from(input.directions, (direction) => (direction === 'cost' ? -1 : 1));
		const signed = new Float64Array(n);
		return (drawn, weights, scores) => {
			for (let column = 0; column < n; column += 1)
				signed[column] = (weights[column] as number) * (signs[column] as number);
			return weightedSums(drawn, signed, scores);
		};
	}
	return (drawn, weights, scores) => {
		const matrix: Matrix = exact
			? input.matrix
			: Array.from({ length: m }, (_, row) => Array.from(drawn.subarray(row * n, row * n + n)));
		const ranking = rankWith(matrix, Array.from(weights), input.directions, parameters);
		if (!ranking.ok) return { status: ranking.status, reason: ranking.reason, at: ranking.at };
		ranking.ranks.forEach((rank, row) => (scores[row] = -rank));
		return null;
	};
}
