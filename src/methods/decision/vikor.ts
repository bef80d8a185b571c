/** Compromise ranking: the group's loss S, the loudest regret R, and Q between them, with the compromise set. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { averageRanks, rankGroups } from '../numeric/ranks.ts';
import { byRange, largest, scaled, smallest, sum } from './column-scales.ts';
import { checkRankingInput, numberWithin, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface VikorParameters extends WeightParameters {
	/** Weight of the majority's strategy, 0 to 1; 0.5 unless stated. */
	readonly v?: number;
}

export type VikorInput = RankingInput<VikorParameters>;

interface Compromise {
	/** Lead in Q the first needs over the second, 1 / (m - 1); null with one alternative. */
	readonly requiredAdvantage: number | null;
	readonly advantage: number | null;
	/** The first leads the second by enough. */
	readonly acceptableAdvantage: boolean;
	/** The first by Q is also first by S or by R. */
	readonly acceptableStability: boolean;
	/** Rows of the compromise solution, best first. */
	readonly compromiseSet: readonly number[];
}

export interface VikorResult extends RankingResult, Compromise {
	/** S_i: weighted sum of the distances from the best. */
	readonly groupUtilities: readonly number[];
	/** R_i: the largest weighted distance. */
	readonly regrets: readonly number[];
	readonly groupUtilityRanks: readonly number[];
	readonly regretRanks: readonly number[];
}

/** Place between the best and the worst, 0 to 1; null when all are equal and the term says nothing. */
function place(values: readonly number[]): readonly number[] | null {
	const [least, most] = [smallest(values), largest(values)];
	if (rankGroups(values, 'lower').length === 1) return null;
	return values.map((value) => (value - least) / (most - least));
}

function compromiseOf(q: readonly number[], s: readonly number[], r: readonly number[]): Compromise {
	const groups = rankGroups(q, 'lower');
	const order = groups.flat();
	const [first, second] = [order[0] as number, order[1]];
	const best = (values: readonly number[]) => rankGroups(values, 'lower')[0]?.includes(first) === true;
	const acceptableStability = best(s) || best(r);
	if (second === undefined)
		return {
			requiredAdvantage: null,
			advantage: null,
			acceptableAdvantage: true,
			acceptableStability,
			compromiseSet: [first],
		};
	const requiredAdvantage = 1 / (q.length - 1);
	const lead = (index: number) => (q[index] as number) - (q[first] as number);
	// A lead that is exactly enough must not fail by the last bit of a double.
	const enough = (index: number) => lead(index) >= requiredAdvantage - 1e-12;
	const acceptableAdvantage = enough(second);
	const compromiseSet = acceptableAdvantage
		? acceptableStability
			? [first]
			: [first, ...(groups[1] ?? [])]
		: order.filter((index) => index === first || !enough(index));
	return {
		requiredAdvantage,
		advantage: lead(second),
		acceptableAdvantage,
		acceptableStability,
		compromiseSet,
	};
}

function compute(input: VikorInput): MethodResult<VikorResult> {
	const fault = checkRankingInput(input, { parameters: { ...renormalizeCheck, v: numberWithin(0, 1) } });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const v = input.parameters?.v ?? 0.5;
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	// A constant column is 1 on the range scale: nobody is away from its best.
	const { matrix, warnings: columns } = scaled(input.matrix, input.directions, byRange);
	const losses = matrix.map((row) => row.map((value, index) => (weights[index] as number) * (1 - value)));
	const groupUtilities = losses.map(sum);
	const regrets = losses.map(largest);
	if (![...groupUtilities, ...regrets].every(Number.isFinite))
		return refused('undefined', 'OUT_OF_RANGE', 'matrix');
	const [utilityPlace, regretPlace] = [place(groupUtilities), place(regrets)];
	const degenerate: Warning[] = [
		...(utilityPlace === null ? [{ code: 'TERM_WITHOUT_RANGE', at: 'groupUtilities' }] : []),
		...(regretPlace === null ? [{ code: 'TERM_WITHOUT_RANGE', at: 'regrets' }] : []),
	];
	const scores = matrix.map((_, row) => v * (utilityPlace?.[row] ?? 0) + (1 - v) * (regretPlace?.[row] ?? 0));
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`score[${row}]`,
			scores[row] as number,
			'v (S - S*) / (S- - S*) + (1 - v) (R - R*) / (R- - R*)',
			[
				['v', v],
				[`groupUtility[${row}]`, groupUtilities[row] as number],
				[`regret[${row}]`, regrets[row] as number],
			],
		),
	);
	const extras = {
		groupUtilities,
		regrets,
		groupUtilityRanks: averageRanks(groupUtilities, 'lower'),
		regretRanks: averageRanks(regrets, 'lower'),
		...compromiseOf(scores, groupUtilities, regrets),
	};
	return rankingAnswer(scores, 'lower', extras, {
		steps,
		warnings: [...warnings, ...columns, ...degenerate],
	});
}

/**
 * VIKOR. A constant column costs nobody anything (`CONSTANT_COLUMN`); when all S or all R are equal, that term of Q
 * is left out (`TERM_WITHOUT_RANGE`) instead of being divided by 0. Raising a benefit may lower a rank here, because
 * the ranges of S and R move with it.
 */
export const vikor = method<VikorInput, VikorResult>({
	id: 'vikor',
	version: 1,
	formula:
		'Q_i = v (S_i - S*) / (S- - S*) + (1 - v) (R_i - R*) / (R- - R*); S_i = sum_j w_j (f*_j - f_ij) / (f*_j - f-_j), R_i = its largest term',
	unit: 'Q 0 to 1, lower is better',
	source:
		'Opricovic, S. and Tzeng, G. H. (2004), Compromise solution by MCDM methods: A comparative analysis of VIKOR and TOPSIS, European Journal of Operational Research 156(2), 445-455, section 2.',
	variants: {
		v: 'weight of the strategy of the majority; 0.5 unless stated',
		renormalizeWeights: 'true brings the weights to a sum of 1; Q is the same either way, S and R are not',
	},
	example: {
		matrix: [
			[4, 4, 4],
			[7, 6, 8],
			[8, 8, 6],
			[6, 8, 8],
		],
		weights: [0.3, 0.4, 0.3],
		directions: ['benefit', 'benefit', 'benefit'],
		parameters: { v: 0.5 },
	},
	compute,
});
