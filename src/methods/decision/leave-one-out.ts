/** What becomes of the ranking when one alternative or one criterion is left out. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import type { RankingInput } from './ranking-input.ts';
import { rankingStep, tracedSteps } from './ranking-result.ts';
import { rankingMethods } from './ranking-methods.ts';
import { checkRobustInput, parametersOf, rankerAmong, robustAnswer, winnersOf } from './robust-ranker.ts';
import type { RankerParameters, Ranking } from './robust-ranker.ts';

export type LeaveOneOutInput = RankingInput<RankerParameters | null>;

export interface LeftOut {
	/** Row or column left out, counted from 0. */
	readonly index: number;
	/** Ranks of the others; null for the alternative left out, or for all when the method has no answer. */
	readonly ranks: readonly (number | null)[] | null;
	/** First among the others before. */
	readonly leadersBefore: readonly number[];
	readonly leadersAfter: readonly number[] | null;
	readonly leaderChanged: boolean | null;
	/** Pairs that changed places. */
	readonly reversals: readonly (readonly [number, number])[];
	/** Why there is no answer. */
	readonly reason: string | null;
}

export interface LeaveOneOutResult {
	readonly ranks: readonly number[];
	readonly alternatives: readonly LeftOut[];
	/** Null when there is only one criterion. */
	readonly criteria: readonly LeftOut[] | null;
}

function compared(
	index: number,
	kept: readonly number[],
	before: readonly number[],
	after: Ranking,
): LeftOut {
	const ranksBefore = kept.map((row) => before[row] as number);
	const leadersBefore = winnersOf(ranksBefore).map((place) => kept[place] as number);
	if (!after.ok)
		return {
			index,
			ranks: null,
			leadersBefore,
			leadersAfter: null,
			leaderChanged: null,
			reversals: [],
			reason: after.reason,
		};
	const leadersAfter = winnersOf(after.ranks).map((place) => kept[place] as number);
	const reversals: [number, number][] = [];
	for (let i = 0; i < kept.length; i += 1)
		for (let k = i + 1; k < kept.length; k += 1) {
			const was = Math.sign((ranksBefore[i] as number) - (ranksBefore[k] as number));
			const is = Math.sign((after.ranks[i] as number) - (after.ranks[k] as number));
			if (was * is < 0) reversals.push([kept[i] as number, kept[k] as number]);
		}
	const ranks = before.map((_, row) =>
		kept.includes(row) ? (after.ranks[kept.indexOf(row)] as number) : null,
	);
	const leaderChanged = leadersAfter.join() !== leadersBefore.join();
	return { index, ranks, leadersBefore, leadersAfter, leaderChanged, reversals, reason: null };
}

const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

const rankWith = rankerAmong(rankingMethods);

function compute(input: LeaveOneOutInput): MethodResult<LeaveOneOutResult> {
	const fault = checkRobustInput(rankingMethods, input, {});
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, weights, directions } = input;
	const parameters = parametersOf(input.parameters);
	const base = rankWith(matrix, weights, directions, parameters);
	if (!base.ok) return refused(base.status, base.reason, base.at);
	const rows = matrix.map((_, row) => row);
	const alternatives = rows.map((row) =>
		compared(
			row,
			without(rows, row),
			base.ranks,
			rankWith(without(matrix, row), weights, directions, parameters),
		),
	);
	const criteria =
		directions.length < 2
			? null
			: directions.map((_, column) => {
					const fewer = matrix.map((row) => without(row, column));
					const ranking = rankWith(fewer, without(weights, column), without(directions, column), parameters);
					return compared(column, rows, base.ranks, ranking);
				});
	const reversed = alternatives.filter(({ reversals }) => reversals.length > 0);
	const warnings: Warning[] = reversed.map(({ index, reversals }) => ({
		code: 'RANK_REVERSAL',
		at: `matrix[${index}]`,
		params: { pairs: reversals.length },
	}));
	const steps = tracedSteps(alternatives.length, (index) =>
		rankingStep(
			`alternatives[${index}].reversals`,
			(alternatives[index] as LeftOut).reversals.length,
			'pairs in the other order without it',
			[['rank', base.ranks[index] as number]],
		),
	);
	return robustAnswer({ ranks: base.ranks, alternatives, criteria }, steps, warnings);
}

/**
 * Leave one out. A pair that changes places when a third alternative goes is a rank reversal (`RANK_REVERSAL`);
 * weights are used as they stand, a criterion that goes takes its weight with it.
 */
export const leaveOneOut = method<LeaveOneOutInput, LeaveOneOutResult>({
	id: 'leave-one-out',
	version: 1,
	formula: 'rank without alternative i (criterion j) against the rank of the same alternatives with it',
	unit: 'rank',
	source:
		"Belton, V. and Gear, T. (1983), On a short-coming of Saaty's method of analytic hierarchies, Omega 11(3), 228-230; Wang, X. and Triantaphyllou, E. (2008), Ranking irregularities when evaluating alternatives by using some ELECTRE methods, Omega 36(1), 45-63.",
	variants: {
		method: 'additive (unless stated) or any ranking method by id',
		scale: 'additive model: none (unless stated) or minmax',
	},
	example: {
		matrix: [
			[80, 70],
			[75, 90],
			[90, 60],
		],
		weights: [0.6, 0.4],
		directions: ['benefit', 'benefit'],
		parameters: { scale: 'minmax' },
	},
	compute,
});
