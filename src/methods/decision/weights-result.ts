/** What every weighting method answers: weights that sum to 1, their ranks, and the steps that lead there. */
import { refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { averageRanks } from '../numeric/ranks.ts';

export interface WeightsResult {
	/** One a criterion, in the order given; they sum to 1. */
	readonly weights: readonly number[];
	/** 1 is the heaviest; equal weights share the average of their places. */
	readonly ranks: readonly number[];
}

type Figure = readonly [id: string, value: number | null];

/** A student follows a hundred lines; ten thousand only cost time. The result itself is never shortened. */
const MOST_TRACED = 100;

/** A figure as a step. One that left the range of doubles has no value. */
export function figureStep(
	id: string,
	value: number | null,
	formula: string,
	inputs: readonly Figure[] = [],
	unit = 'ratio',
): Step {
	const known = value !== null && Number.isFinite(value);
	return {
		id,
		value: known ? value : null,
		unit,
		basis: 'none',
		formula,
		inputs: inputs.map(([name, figure]) => ({
			id: name,
			value: figure !== null && Number.isFinite(figure) ? figure : null,
		})),
		...(known ? { status: 'ok' } : { status: 'undefined', reason: 'OUT_OF_RANGE' }),
	};
}

/** One step a value: `divergence[0]`, `divergence[1]`, and so on; the first hundred. */
export function listSteps(id: string, values: readonly number[], formula: string, from?: string): Step[] {
	return values
		.slice(0, MOST_TRACED)
		.map((value, index) =>
			figureStep(`${id}[${index}]`, value, formula, from === undefined ? [] : [[`${from}[${index}]`, null]]),
		);
}

/** One step a value, each beside the value of another list it was made from. */
export function derivedSteps(
	id: string,
	values: readonly number[],
	formula: string,
	[from, sources]: readonly [string, readonly number[]],
): Step[] {
	return values
		.slice(0, MOST_TRACED)
		.map((value, index) =>
			figureStep(`${id}[${index}]`, value, formula, [[`${from}[${index}]`, sources[index] ?? null]]),
		);
}

function allFinite(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value);
	if (Array.isArray(value)) return value.every(allFinite);
	return typeof value !== 'object' || value === null || Object.values(value).every(allFinite);
}

/** An answer whose every figure is a number; figures out of the range of doubles are `undefined`, `OUT_OF_RANGE`. */
export function finiteAnswer<Result>(
	result: Result,
	steps: readonly Step[],
	warnings: readonly Warning[],
	at: string,
): MethodResult<Result> {
	if (!allFinite(result)) return refused('undefined', 'OUT_OF_RANGE', at, warnings);
	return { status: 'ok', result, steps, warnings };
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Values over their sum. */
export function shares(values: readonly number[]): number[] {
	const total = sum(values);
	return values.map((value) => value / total);
}

/** The answer of a weighting method from what each criterion earned; nothing earned by any gives equal weights. */
export function weightsAnswer<Extras extends object>(
	earned: readonly number[],
	extras: Extras,
	{
		earnedId,
		steps = [],
		warnings = [],
		at,
	}: {
		readonly earnedId: string;
		readonly steps?: readonly Step[];
		readonly warnings?: readonly Warning[];
		readonly at: string;
	},
): MethodResult<WeightsResult & Extras> {
	const total = sum(earned);
	const weights = total === 0 ? earned.map(() => 1 / earned.length) : shares(earned);
	const told = total === 0 ? [...warnings, { code: 'EQUAL_WEIGHTS', at }] : warnings;
	const formula = total === 0 ? '1 / n' : `${earnedId}[j] / sum ${earnedId}`;
	const result = { weights, ranks: averageRanks(weights, 'higher'), ...extras };
	const last = derivedSteps('weights', weights, formula, [earnedId, earned]);
	return finiteAnswer(result, [...steps, ...last], told, at);
}
