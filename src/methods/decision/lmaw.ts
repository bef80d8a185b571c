/** LMAW: each criterion shared out by logarithms among the alternatives, the shares bent by its weight. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { largest, scaled, smallest, sum } from './column-scales.ts';
import { checkRankingInput, ratioCell, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { Direction, RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface LmawResult extends RankingResult {
	/** ln n / sum ln n of each criterion: what each alternative has of it, one row an alternative. */
	readonly shares: readonly (readonly number[])[];
}

/** Shares of ln(1 + x / max) for a benefit and of ln(1 + min / x) for a cost. */
function byLogarithm(column: readonly number[], direction: Direction) {
	const [least, most] = [smallest(column), largest(column)];
	if (direction === 'benefit' && most === 0) return { values: column.map(() => 0), warning: 'ZERO_COLUMN' };
	const logs = column.map((value) => Math.log1p(direction === 'benefit' ? value / most : least / value));
	const total = sum(logs);
	return { values: logs.map((log) => log / total) };
}

/** 2 s^w / ((2 - s)^w + s^w): 1 whatever the weight at a share of 1. */
const bent = (part: number, weight: number): number =>
	(2 * part ** weight) / ((2 - part) ** weight + part ** weight);

function compute(input: RankingInput<WeightParameters>): MethodResult<LmawResult> {
	const fault = checkRankingInput(input, { cell: ratioCell, parameters: renormalizeCheck });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { matrix: shares, warnings: columns } = scaled(input.matrix, input.directions, byLogarithm);
	const scores = shares.map((row) => sum(row.map((part, column) => bent(part, weights[column] as number))));
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`scores[${row}]`,
			scores[row] as number,
			'sum of 2 share^weight / ((2 - share)^weight + share^weight)',
			(shares[row] as readonly number[])
				.slice(0, 20)
				.map((part, column) => [`shares[${row}][${column}]`, part] as const),
		),
	);
	return rankingAnswer(scores, 'higher', { shares }, { steps, warnings: [...warnings, ...columns] });
}

/**
 * LMAW, crisp. A cost of 0 or less is `COST_NOT_POSITIVE`, a benefit below 0 `BENEFIT_NEGATIVE`. The score is not linear
 * in the weights, so it also depends on their sum.
 */
export const lmaw = method<RankingInput<WeightParameters>, LmawResult>({
	id: 'lmaw',
	version: 1,
	formula:
		'Q_i = sum_j 2 s_ij^w_j / ((2 - s_ij)^w_j + s_ij^w_j); s = ln n / sum_i ln n, n = 1 + x / max (benefit), 1 + min / x (cost)',
	unit: 'score, higher is better',
	source:
		'Pamucar, D., Zizovic, M., Biswas, S. and Bozanic, D. (2021), A new logarithm methodology of additive weights (LMAW) for multi-criteria decision-making: application in logistics, Facta Universitatis, Series: Mechanical Engineering 19(3), 361-380.',
	variants: { renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated' },
	example: {
		matrix: [
			[647.34, 6.24, 49.87],
			[115.64, 3.24, 16.26],
			[373.61, 5, 26.43],
		],
		weights: [0.5, 0.3, 0.2],
		directions: ['benefit', 'benefit', 'cost'],
	},
	compute,
});
