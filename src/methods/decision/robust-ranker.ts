/**
 * The ranking a robustness question is asked about: the additive model, or a ranking method by its id. Which methods
 * there are is the caller's to say, so that a page carries only those it asks about.
 */
import { refused } from '../method.ts';
import type { Method, MethodResult, Step, Warning } from '../method.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { oneOf } from '../numeric/input-check.ts';
import type { Check } from '../numeric/input-check.ts';
import { byRange, scaled, weightedSum } from './column-scales.ts';
import { options } from './options-check.ts';
import { checkRankingInput } from './ranking-input.ts';
import type { Direction, Fault, RankingInput } from './ranking-input.ts';
import type { rankingMethods, RankingMethodId } from './ranking-methods.ts';

/** The ranking methods at hand, by id. */
export type Rankers = Readonly<Partial<typeof rankingMethods>>;

export interface RankerParameters {
	/** `additive` unless stated: the sum of weight times value. */
	readonly method?: 'additive' | RankingMethodId | null;
	/** Parameters of that method. */
	readonly methodParameters?: Readonly<Record<string, unknown>> | null;
	/** Additive model: `none` (values on one scale already, a cost counts against; unless stated) or `minmax`. */
	readonly scale?: 'none' | 'minmax' | null;
}

export type Matrix = readonly (readonly number[])[];

/** Average ranks of the alternatives, or why there are none. */
export type Ranking =
	| { readonly ok: true; readonly ranks: readonly number[]; readonly scores: readonly number[] }
	| {
			readonly ok: false;
			readonly status: Fault['status'];
			readonly reason: string;
			readonly at: string;
	  };

const given: Check = (value, at) => {
	if (value === null || value === undefined) return null;
	if (typeof value !== 'object') return { reason: 'NOT_AN_OBJECT', at };
	return Array.isArray(value) && value.length > 0 ? { reason: 'LIST_FOR_OBJECT', at } : null;
};

const rankerChecks = (rankers: Rankers) => ({
	method: oneOf(['additive', ...Object.keys(rankers)]),
	methodParameters: given,
	scale: oneOf(['none', 'minmax']),
});

/** Values on one scale where more is better: as given with costs negative, or 0 to 1 by the range of the column. */
export function additiveValues(
	matrix: Matrix,
	directions: readonly Direction[],
	scale: RankerParameters['scale'],
): Matrix {
	if (scale === 'minmax') return scaled(matrix, directions, byRange).matrix;
	return matrix.map((row) => row.map((value, column) => (directions[column] === 'cost' ? 0 - value : value)));
}

interface Ranked {
	readonly scores: readonly number[];
	readonly ranks: readonly number[];
}

/** Puts the alternatives in their places under one matrix and one set of weights. */
export type Ranker = (
	matrix: Matrix,
	weights: readonly number[],
	directions: readonly Direction[],
	parameters: RankerParameters,
) => Ranking;

/** The alternatives by the sum of weight times value. */
export function rankAdditively(
	matrix: Matrix,
	weights: readonly number[],
	directions: readonly Direction[],
	scale?: RankerParameters['scale'],
): Ranking {
	const scores = additiveValues(matrix, directions, scale).map((row) => weightedSum(row, weights));
	if (!scores.every(Number.isFinite))
		return { ok: false, status: 'undefined', reason: 'OUT_OF_RANGE', at: 'matrix' };
	return { ok: true, scores, ranks: averageRanks(scores, 'higher') };
}

/** Ranks by the additive model, or by one of these methods; a method that is not among them is refused. */
export function rankerAmong(rankers: Rankers): Ranker {
	return (matrix, weights, directions, { method, methodParameters, scale }) => {
		if (method == null || method === 'additive') return rankAdditively(matrix, weights, directions, scale);
		const chosen = rankers[method] as unknown as Method<RankingInput, Ranked> | undefined;
		if (chosen === undefined)
			return { ok: false, status: 'invalid-input', reason: 'UNKNOWN_CHOICE', at: 'parameters.method' };
		const parameters = methodParameters == null || Array.isArray(methodParameters) ? {} : methodParameters;
		const answer = chosen.compute({ matrix, weights, directions, parameters });
		if (answer.status === 'ok' && answer.result !== null)
			return { ok: true, scores: answer.result.scores, ranks: answer.result.ranks };
		const status = answer.status === 'ok' ? 'undefined' : answer.status;
		return { ok: false, status, reason: answer.reason ?? 'OUT_OF_RANGE', at: answer.at ?? 'matrix' };
	};
}

/** Rows and columns a robustness question may have: each is asked hundreds of times. */
export const MOST_ROBUST = 100;

/** The first fault of an input of a robustness question; `checks` are those of its own parameters. */
export function checkRobustInput(
	rankers: Rankers,
	input: unknown,
	checks: Readonly<Record<string, Check>>,
	{ alternatives = 2, most = MOST_ROBUST } = {},
): Fault | null {
	const shape = checkRankingInput(
		typeof input === 'object' && input !== null && !Array.isArray(input)
			? { ...input, parameters: undefined }
			: input,
		{ alternatives },
	);
	if (shape !== null) return shape;
	const { matrix, directions, parameters } = input as RankingInput;
	if (matrix.length > most) return { status: 'invalid-input', reason: 'TOO_MANY', at: 'matrix' };
	if (directions.length > most) return { status: 'invalid-input', reason: 'TOO_MANY', at: 'directions' };
	const fault = options({ ...rankerChecks(rankers), ...checks })(parameters, 'parameters');
	if (fault === null) return null;
	const status = fault.reason === 'MISSING_INPUT' ? 'missing-input' : 'invalid-input';
	return { status, ...fault };
}

/** The parameters that were given; an empty list counts as none. */
export const parametersOf = <P extends object>(parameters: P | null | undefined): P =>
	parameters == null || Array.isArray(parameters) ? ({} as P) : parameters;

function allFinite(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value);
	if (Array.isArray(value)) return value.every(allFinite);
	return typeof value !== 'object' || value === null || Object.values(value).every(allFinite);
}

/** The answer, or `undefined` with `OUT_OF_RANGE` when a figure left the range of doubles on the way. */
export function robustAnswer<Result>(
	result: Result,
	steps: readonly Step[],
	warnings: readonly Warning[] = [],
): MethodResult<Result> {
	if (!allFinite(result) || !allFinite(steps)) return refused('undefined', 'OUT_OF_RANGE', 'matrix');
	return { status: 'ok', result, steps, warnings };
}

/** Every place of the smallest rank: the winner, or several that tie. */
export function winnersOf(ranks: readonly number[]): number[] {
	const best = ranks.reduce((least, rank) => Math.min(least, rank), Infinity);
	return ranks.flatMap((rank, index) => (rank === best ? [index] : []));
}
