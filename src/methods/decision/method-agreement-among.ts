/** Whether the ranking methods at hand agree on one table. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { listOf, oneOf } from '../numeric/input-check.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { kendallW } from './group-kendall-w.ts';
import { rankSimilarity } from './group-rank-similarity.ts';
import type { RankingInput } from './ranking-input.ts';
import type { RankingMethodId } from './ranking-methods.ts';
import { rankingStep, tracedSteps } from './ranking-result.ts';
import { checkRobustInput, parametersOf, rankerAmong, robustAnswer, winnersOf } from './robust-ranker.ts';
import type { Rankers } from './robust-ranker.ts';

export type MethodAgreementInput = RankingInput<{
	/** All ranking methods unless stated. */
	readonly methods?: readonly RankingMethodId[] | null;
} | null>;

export interface MethodAgreementResult {
	readonly methods: readonly {
		readonly id: string;
		readonly ranks: readonly number[];
		readonly leaders: readonly number[];
	}[];
	/** Methods that have no answer for this table, and why. */
	readonly left: readonly { readonly id: string; readonly reason: string; readonly at: string }[];
	readonly meanRanks: readonly number[];
	/** The order of the mean ranks. */
	readonly ranks: readonly number[];
	/** Methods that put each alternative first, a tie shared. */
	readonly firstPlaces: readonly number[];
	/** Rank correlation of every two methods, in the order of `methods`; null for ranks that are all alike. */
	readonly spearman: readonly (readonly (number | null)[])[];
	readonly kendall: readonly (readonly (number | null)[])[];
	/** Kendall's W over the methods; null for fewer than two, or for ties only. */
	readonly w: number | null;
}

function compute(rankers: Rankers, input: MethodAgreementInput): MethodResult<MethodAgreementResult> {
	const known = Object.keys(rankers) as RankingMethodId[];
	const fault = checkRobustInput(rankers, input, { methods: listOf(oneOf(known), 100) });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const asked = parametersOf(input.parameters).methods ?? known;
	if (asked.length === 0) return refused('invalid-input', 'EMPTY', 'parameters.methods');
	const { matrix, weights, directions } = input;
	const rankWith = rankerAmong(rankers);
	const answers = [...new Set(asked)].map((id) => ({
		id,
		ranking: rankWith(matrix, weights, directions, { method: id }),
	}));
	const methods = answers.flatMap(({ id, ranking }) =>
		ranking.ok ? [{ id, ranks: ranking.ranks, leaders: winnersOf(ranking.ranks) }] : [],
	);
	const left = answers.flatMap(({ id, ranking }) =>
		ranking.ok ? [] : [{ id, reason: ranking.reason, at: ranking.at }],
	);
	if (methods.length === 0) return refused('undefined', left[0]?.reason ?? 'EMPTY', left[0]?.at ?? 'matrix');
	const meanRanks = matrix.map(
		(_, row) => methods.reduce((sum, { ranks }) => sum + (ranks[row] as number), 0) / methods.length,
	);
	const firstPlaces = matrix.map((_, row) =>
		methods.reduce((sum, { leaders }) => sum + (leaders.includes(row) ? 1 / leaders.length : 0), 0),
	);
	const pairs = methods.map(({ ranks: x }) =>
		methods.map(({ ranks: y }) => rankSimilarity.compute({ x, y }).result),
	);
	const agreed =
		methods.length < 2
			? null
			: kendallW.compute({ ranks: methods.map(({ ranks }) => ranks), parameters: { permutations: 100 } });
	const result: MethodAgreementResult = {
		methods,
		left,
		meanRanks,
		ranks: averageRanks(meanRanks, 'lower'),
		firstPlaces,
		spearman: pairs.map((row) => row.map((pair) => pair?.spearman ?? null)),
		kendall: pairs.map((row) => row.map((pair) => pair?.kendall ?? null)),
		w: agreed?.result?.w ?? null,
	};
	const steps = tracedSteps(matrix.length, (row) =>
		rankingStep(
			`meanRank[${row}]`,
			meanRanks[row] as number,
			'mean of its ranks',
			methods.slice(0, 20).map(({ id, ranks }) => [id, ranks[row] as number]),
		),
	);
	const warnings: Warning[] = left.map(({ id, at }) => ({
		code: 'METHOD_LEFT_OUT',
		at,
		params: { method: id },
	}));
	return robustAnswer(result, steps, warnings);
}

/** Method agreement, each method as it is unless stated; one that has no answer is left out (`METHOD_LEFT_OUT`). */
export const methodAgreementAmong = (rankers: Rankers) =>
	method<MethodAgreementInput, MethodAgreementResult>({
		id: 'method-agreement',
		version: 1,
		formula: 'rank correlation of every two methods; W = 12 S / (k^2 (n^3 - n) - k sum T) over all',
		unit: 'rank correlation -1 to 1; W 0 to 1',
		source:
			'Kendall, M. G. and Babington Smith, B. (1939), The Problem of m Rankings, Annals of Mathematical Statistics 10(3), 275-287; Zanakis, S. H. et al. (1998), Multi-attribute decision making: A simulation comparison of select methods, European Journal of Operational Research 107(3), 507-529.',
		variants: { methods: 'ids of the methods compared; all ranking methods unless stated' },
		example: {
			matrix: [
				[80, 70, 2500],
				[75, 90, 3000],
				[90, 60, 2000],
			],
			weights: [0.4, 0.35, 0.25],
			directions: ['benefit', 'benefit', 'cost'],
			parameters: { methods: ['saw', 'topsis', 'vikor'] },
		},
		compute: (input) => compute(rankers, input),
	});
