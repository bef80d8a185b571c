/** AROMAN: two normalisations averaged, then a root of the benefits and a root of the costs together. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { byLength, byRange, scaled } from './column-scales.ts';
import { checkRankingInput, numberWithin, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface AromanParameters extends WeightParameters {
	/** Share of the range scale against the length scale; 0.5 unless stated. */
	readonly beta?: number;
	/** Exponent of the costs; the benefits have the rest to 1. 0.5 unless stated. */
	readonly lambda?: number;
}

export interface AromanResult extends RankingResult {
	readonly benefits: readonly number[];
	readonly costs: readonly number[];
}

function compute(input: RankingInput<AromanParameters>): MethodResult<AromanResult> {
	const fault = checkRankingInput(input, {
		cell: (value) => (value < 0 ? 'NEGATIVE' : null),
		parameters: { ...renormalizeCheck, beta: numberWithin(0, 1), lambda: numberWithin(0, 1) },
	});
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { directions, parameters } = input;
	const [beta, lambda] = [parameters?.beta ?? 0.5, parameters?.lambda ?? 0.5];
	const { weights, warnings } = usedWeights(input.weights, parameters?.renormalizeWeights);
	// Both scales run upward for costs too: the method tells them apart only when it adds them up.
	const upward = directions.map(() => 'benefit' as const);
	const ranged = scaled(input.matrix, upward, byRange);
	const lengths = scaled(input.matrix, upward, byLength);
	const flat = new Set(ranged.warnings.map(({ at }) => at));
	const side = (direction: 'benefit' | 'cost') =>
		input.matrix.map((_, row) =>
			directions.reduce((total, own, column) => {
				if (own !== direction) return total;
				const along = flat.has(`criteria[${column}]`) ? 0 : (ranged.matrix[row]?.[column] as number);
				const across = lengths.matrix[row]?.[column] as number;
				return total + ((weights[column] as number) * (beta * along + (1 - beta) * across)) / 2;
			}, 0),
		);
	const [benefits, costs] = [side('benefit'), side('cost')];
	const scores = benefits.map((benefit, row) => (costs[row] as number) ** lambda + benefit ** (1 - lambda));
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(`scores[${row}]`, scores[row] as number, 'costs^lambda + benefits^(1 - lambda)', [
			[`costs[${row}]`, costs[row] as number],
			[`benefits[${row}]`, benefits[row] as number],
			['lambda', lambda],
		]),
	);
	const told = [...warnings, ...ranged.warnings];
	if (directions.includes('cost')) told.push({ code: 'COSTS_ADD_TO_SCORE', at: 'directions' });
	return rankingAnswer(scores, 'higher', { benefits, costs }, { steps, warnings: told });
}

/**
 * AROMAN as published. Values of 0 or more (`NEGATIVE`). The costs enter the score with a plus, so that a dearer
 * alternative scores more: the warning `COSTS_ADD_TO_SCORE` says so wherever there is a cost. It promises no dominance.
 */
export const aroman = method<RankingInput<AromanParameters>, AromanResult>({
	id: 'aroman',
	version: 1,
	formula:
		'R_i = L_i^lambda + A_i^(1 - lambda); L costs, A benefits: sum w_j (beta (x - min) / (max - min) + (1 - beta) x / sqrt(sum x^2)) / 2',
	unit: 'score, higher is better',
	source:
		'Boskovic, S., Svadlenka, L., Jovcic, S., Dobrodolac, M., Simic, V. and Bacanin, N. (2023), An alternative ranking order method accounting for two-step normalization (AROMAN): a case study of the electric vehicle selection problem, IEEE Access 11, 39496-39507.',
	variants: {
		beta: 'share of the range scale; 0.5 unless stated',
		lambda: 'exponent of the costs; 0.5 unless stated',
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
	},
	example: {
		matrix: [
			[40000, 1.2, 1.4, 8, 9],
			[38500, 1.15, 1.2, 6, 6],
			[39400, 0.6, 1.1, 7, 5],
			[48000, 1.3, 1.6, 10, 12],
		],
		weights: [0.28, 0.22, 0.26, 0.15, 0.09],
		directions: ['cost', 'benefit', 'benefit', 'benefit', 'benefit'],
		parameters: { beta: 0.5, lambda: 0.5 },
	},
	compute,
});
