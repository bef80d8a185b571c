/** What every ranking method answers: scores, ranks, which end is better, and the steps that lead there. */
import { refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { averageRanks, denseRanks } from '../numeric/ranks.ts';
import type { Better } from '../numeric/ranks.ts';

export interface RankingResult {
	/** One an alternative, in the order of the rows. */
	readonly scores: readonly number[];
	/** 1 is the best; equal scores share the average of their places. */
	readonly ranks: readonly number[];
	/** The same without gaps after a tie. */
	readonly denseRanks: readonly number[];
	readonly better: Better;
}

/** A student follows a hundred lines; ten thousand only cost time. The result itself is never shortened. */
const MOST_TRACED = 100;

type Value = readonly [id: string, value: number];

/** A computed figure of a ranking, as a step. */
export function rankingStep(id: string, value: number, formula: string, inputs: readonly Value[]): Step {
	return {
		id,
		value,
		unit: 'score',
		basis: 'none',
		formula,
		inputs: inputs.map(([name, figure]) => ({ id: name, value: figure })),
		status: 'ok',
	};
}

/** Steps of one kind, one a row or a column; the first hundred. */
export function tracedSteps(count: number, step: (index: number) => Step): Step[] {
	return Array.from({ length: Math.min(count, MOST_TRACED) }, (_, index) => step(index));
}

function allFinite(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value);
	if (Array.isArray(value)) return value.every(allFinite);
	return typeof value !== 'object' || value === null || Object.values(value).every(allFinite);
}

interface RankingContext {
	readonly steps: readonly Step[];
	readonly warnings: readonly Warning[];
	/** Figures in the order of the scores that tell more apart than the scores do, such as exact ones. */
	readonly rankBy?: readonly number[];
}

/**
 * The answer of a ranking method, with the ranks of its scores. Figures that left the range of doubles on the way
 * are `undefined` with reason `OUT_OF_RANGE`, never NaN or infinity.
 */
export function rankingAnswer<Extras extends object>(
	scores: readonly number[],
	better: Better,
	extras: Extras,
	{ steps, warnings, rankBy = scores }: RankingContext,
): MethodResult<RankingResult & Extras> {
	if (!allFinite(scores) || !allFinite(extras) || !allFinite(steps))
		return refused('undefined', 'OUT_OF_RANGE', 'matrix');
	const ranks = averageRanks(rankBy, better);
	const result = { scores, ranks, denseRanks: denseRanks(rankBy, better), better, ...extras };
	return { status: 'ok', result, steps, warnings };
}
