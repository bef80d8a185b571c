/** CoCoSo: a compromise of three strategies over the weighted sum and the power-weighted sum. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import {
	columnRanges,
	constantWarnings,
	extremes,
	minMaxMatrix,
	total,
	weightedSum,
} from './criterion-columns.ts';
import { checkRankingInput, choiceOf, numberWithin, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export type CocosoStrategy = 'a' | 'b' | 'c' | 'combined';

export interface CocosoParameters extends WeightParameters {
	/** Share of the weighted sum in strategy c, 0 to 1; 0.5 unless stated. */
	readonly lambda?: number;
	/** Which score ranks: one of the three strategies, or the three combined (unless stated). */
	readonly strategy?: CocosoStrategy;
}

export interface CocosoResult extends RankingResult {
	/** S: sum of weight x value; P: sum of value ^ weight. */
	readonly weightedSums: readonly number[];
	readonly powerSums: readonly number[];
	/** Arithmetic mean of the sums (a), sum of the shares over the worst (b), balanced compromise (c). */
	readonly strategyA: readonly number[];
	/** Null when the worst sum is 0, because nothing can be divided by it. */
	readonly strategyB: readonly number[] | null;
	readonly strategyC: readonly number[];
	readonly lambda: number;
	readonly strategy: CocosoStrategy;
}

type Sums = Pick<CocosoResult, 'weightedSums' | 'powerSums' | 'lambda'>;

function strategiesOf({ weightedSums, powerSums, lambda }: Sums) {
	const [sums, powers] = [extremes(weightedSums), extremes(powerSums)];
	const all = total(weightedSums) + total(powerSums);
	const each = (score: (sum: number, power: number) => number): number[] =>
		weightedSums.map((sum, row) => score(sum, powerSums[row] as number));
	const strategyA = each((sum, power) => (sum + power) / all);
	const strategyB =
		sums.low === 0 || powers.low === 0 ? null : each((sum, power) => sum / sums.low + power / powers.low);
	const most = lambda * sums.high + (1 - lambda) * powers.high;
	const strategyC = each((sum, power) => (lambda * sum + (1 - lambda) * power) / most);
	return { strategyA, strategyB, strategyC };
}

function combined(a: readonly number[], b: readonly number[], c: readonly number[]): number[] {
	return a.map((one, row) => {
		const [two, three] = [b[row] as number, c[row] as number];
		return Math.cbrt(one * two * three) + (one + two + three) / 3;
	});
}

function compute(input: RankingInput<CocosoParameters>): MethodResult<CocosoResult> {
	const parameters = {
		...renormalizeCheck,
		lambda: numberWithin(0, 1),
		strategy: choiceOf('a', 'b', 'c', 'combined'),
	};
	const fault = checkRankingInput(input, { parameters });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, directions } = input;
	const used = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const lambda = input.parameters?.lambda ?? 0.5;
	const strategy = input.parameters?.strategy ?? 'combined';
	const ranges = columnRanges(matrix, directions.length);
	const warnings = [...used.warnings, ...constantWarnings(ranges)];
	const scaled = minMaxMatrix(matrix, directions, ranges);
	const weightedSums = scaled.map((row) => weightedSum(row, used.weights));
	const powerSums = scaled.map((row) =>
		total(row.map((value, column) => value ** (used.weights[column] as number))),
	);
	// Equal alternatives have no sums to share.
	if (extremes(weightedSums).high === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'matrix', warnings);
	const { strategyA, strategyB, strategyC } = strategiesOf({ weightedSums, powerSums, lambda });
	const needsWorst = strategy === 'b' || strategy === 'combined';
	if (needsWorst && strategyB === null) {
		const worst = Math.max(weightedSums.indexOf(0), powerSums.indexOf(0));
		return refused('undefined', 'ZERO_DENOMINATOR', `matrix[${worst}]`, warnings);
	}
	const scores = {
		a: strategyA,
		b: strategyB ?? [],
		c: strategyC,
		combined: combined(strategyA, strategyB ?? strategyA, strategyC),
	}[strategy];
	const formula = {
		a: '(S + P) / sum of (S + P)',
		b: 'S / smallest S + P / smallest P',
		c: '(lambda S + (1 - lambda) P) / (lambda largest S + (1 - lambda) largest P)',
		combined: '(a b c)^(1/3) + (a + b + c) / 3',
	}[strategy];
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(`scores[${row}]`, scores[row] as number, formula, [
			[`weightedSums[${row}]`, weightedSums[row] as number],
			[`powerSums[${row}]`, powerSums[row] as number],
			[`strategyA[${row}]`, strategyA[row] as number],
			...(strategyB === null ? [] : [[`strategyB[${row}]`, strategyB[row] as number] as const]),
			[`strategyC[${row}]`, strategyC[row] as number],
		]),
	);
	const extras = { weightedSums, powerSums, strategyA, strategyB, strategyC, lambda, strategy };
	return rankingAnswer(scores, 'higher', extras, { steps, warnings });
}

/**
 * CoCoSo. An alternative that is the worst on every weighted criterion has a sum of 0, over which strategy b and the
 * combination are undefined (`ZERO_DENOMINATOR` at that row); strategies a and c stand. A criterion of weight 0 adds
 * 1 to every P, as the printed formula has it (r^0). A constant criterion adds nothing.
 * Promises: dominance, permutation, units. It does not promise monotony of the combination, because a
 * new best value changes the worst sums that b divides by: of [2, 8], [5, 8], [7, 7] with weights 9/11 and 2/11 (two
 * benefits) the second falls from the first place to the second when its second benefit rises from 8 to 13.
 */
export const cocoso = method<RankingInput<CocosoParameters>, CocosoResult>({
	id: 'cocoso',
	version: 1,
	formula:
		'k = (ka kb kc)^(1/3) + (ka + kb + kc) / 3, S = sum w r, P = sum r^w, ka = (S + P) / sum (S + P), kb = S / min S + P / min P, kc = (lambda S + (1 - lambda) P) / (lambda max S + (1 - lambda) max P)',
	unit: 'score',
	source:
		'Yazdani, M., Zarate, P., Zavadskas, E. K. and Turskis, Z. (2019). A combined compromise solution (CoCoSo) method for multi-criteria decision-making problems. Management Decision 57(9), 2501-2519, eqs. 2 to 10.',
	variants: {
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
		lambda: 'share of the weighted sum in strategy c; 0.5 unless stated',
		'strategy: a': 'ranked by the arithmetic mean of the sums alone',
		'strategy: b': 'ranked by the sums relative to the worst alone',
		'strategy: c': 'ranked by the balanced compromise alone',
		'strategy: combined': 'the three together (unless stated)',
	},
	example: {
		matrix: [
			[60, 0.4, 2540, 500, 990],
			[6.35, 0.15, 1016, 3000, 1041],
			[6.8, 0.1, 1727.2, 1500, 1676],
			[10, 0.2, 1000, 2000, 965],
		],
		weights: [0.036, 0.192, 0.326, 0.326, 0.12],
		directions: ['benefit', 'cost', 'benefit', 'benefit', 'benefit'],
		parameters: { lambda: 0.5 },
	},
	compute,
});
