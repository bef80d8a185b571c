/** What every ranking method takes, and the checks it passes before any arithmetic. */
import type { Status } from '../quantity.ts';
import type { Warning } from '../method.ts';

export type Direction = 'benefit' | 'cost';

export interface RankingInput<Parameters = Readonly<Record<string, unknown>>> {
	/** Rows are alternatives, columns are criteria. */
	readonly matrix: readonly (readonly number[])[];
	/** One a criterion, at least 0. Published sums other than 1 are reported, see `usedWeights`. */
	readonly weights: readonly number[];
	/** Whether more of a criterion is better (`benefit`) or worse (`cost`). */
	readonly directions: readonly Direction[];
	readonly parameters?: Parameters;
}

/** The first thing that is wrong with an input. */
export interface Fault {
	readonly status: Exclude<Status, 'ok'>;
	readonly reason: string;
	/** Where, for example `matrix[2][1]`. */
	readonly at: string;
}

/** A check of one parameter that was given; null when it passes. */
export type ParameterCheck = (value: unknown, at: string) => Fault | null;

export interface RankingInputOptions {
	/** The reason why one cell cannot be used by this method, or null: `NOT_POSITIVE` for a ratio scale. */
	readonly cell?: (value: number, direction: Direction) => string | null;
	readonly parameters?: Readonly<Record<string, ParameterCheck>>;
	/** Alternatives the method needs at least; 1 unless stated. */
	readonly alternatives?: number;
}

const invalid = (reason: string, at: string): Fault => ({ status: 'invalid-input', reason, at });
const missing = (at: string): Fault => ({ status: 'missing-input', reason: 'MISSING_INPUT', at });
const absent = (value: unknown): value is null | undefined => value === null || value === undefined;

const MOST_ALTERNATIVES = 100_000;
const MOST_CRITERIA = 1_000;

/** A number between two limits, both included. Reasons `NOT_A_NUMBER`, `OUTSIDE_LIMITS`. */
export const numberWithin =
	(low: number, high: number): ParameterCheck =>
	(value, at) => {
		if (typeof value !== 'number' || !Number.isFinite(value)) return invalid('NOT_A_NUMBER', at);
		return value >= low && value <= high ? null : invalid('OUTSIDE_LIMITS', at);
	};

/** One of the named choices. Reason `UNKNOWN_CHOICE`. */
export const choiceOf =
	(...choices: readonly (string | number | boolean)[]): ParameterCheck =>
	(value, at) =>
		choices.includes(value as string) ? null : invalid('UNKNOWN_CHOICE', at);

/** Cells of a method that divides by costs and by the largest benefit: a cost above 0, a benefit of at least 0. */
export const ratioCell = (value: number, direction: Direction): string | null => {
	if (direction === 'cost') return value > 0 ? null : 'COST_NOT_POSITIVE';
	return value >= 0 ? null : 'BENEFIT_NEGATIVE';
};

/** The fault of one value that must be a finite number. */
export function numberFault(value: unknown, at: string): Fault | null {
	if (absent(value)) return missing(at);
	return typeof value === 'number' && Number.isFinite(value) ? null : invalid('NOT_A_NUMBER', at);
}

function directionsFault(directions: unknown): Fault | null {
	if (absent(directions)) return missing('directions');
	if (!Array.isArray(directions)) return invalid('NOT_A_LIST', 'directions');
	if (directions.length === 0) return invalid('EMPTY', 'directions');
	if (directions.length > MOST_CRITERIA) return invalid('TOO_MANY', 'directions');
	for (let column = 0; column < directions.length; column += 1) {
		const direction: unknown = directions[column];
		const at = `directions[${column}]`;
		if (absent(direction)) return missing(at);
		if (direction !== 'benefit' && direction !== 'cost') return invalid('UNKNOWN_CHOICE', at);
	}
	return null;
}

/** Weights: a list of `length` numbers of at least 0 that do not all vanish. `NEGATIVE`, `ZERO_WEIGHTS`, `WRONG_LENGTH`. */
export function weightsFault(weights: unknown, length: number, at = 'weights'): Fault | null {
	if (absent(weights)) return missing(at);
	if (!Array.isArray(weights)) return invalid('NOT_A_LIST', at);
	if (weights.length !== length) return invalid('WRONG_LENGTH', at);
	let total = 0;
	for (let column = 0; column < length; column += 1) {
		const fault = numberFault(weights[column], `${at}[${column}]`);
		if (fault !== null) return fault;
		const weight = weights[column] as number;
		if (weight < 0) return invalid('NEGATIVE', `${at}[${column}]`);
		total += weight;
	}
	if (total === 0) return invalid('ZERO_WEIGHTS', at);
	return Number.isFinite(total) ? null : invalid('OUT_OF_RANGE', at);
}

/** A rectangular matrix of finite numbers with a column a direction. `RAGGED`, `EMPTY`, and what `cell` answers. */
export function matrixFault(
	matrix: unknown,
	directions: readonly Direction[],
	{ cell, alternatives = 1 }: RankingInputOptions = {},
	at = 'matrix',
): Fault | null {
	if (absent(matrix)) return missing(at);
	if (!Array.isArray(matrix)) return invalid('NOT_A_LIST', at);
	if (matrix.length === 0) return invalid('EMPTY', at);
	if (matrix.length > MOST_ALTERNATIVES) return invalid('TOO_MANY', at);
	if (matrix.length < alternatives) return invalid('TOO_FEW', at);
	for (let row = 0; row < matrix.length; row += 1) {
		const values: unknown = matrix[row];
		if (absent(values)) return missing(`${at}[${row}]`);
		if (!Array.isArray(values)) return invalid('NOT_A_LIST', `${at}[${row}]`);
		if (values.length !== directions.length) return invalid('RAGGED', `${at}[${row}]`);
		for (let column = 0; column < values.length; column += 1) {
			const value: unknown = values[column];
			if (typeof value !== 'number' || !Number.isFinite(value))
				return numberFault(value, `${at}[${row}][${column}]`);
			const reason = cell?.(value, directions[column] as Direction) ?? null;
			if (reason !== null) return invalid(reason, `${at}[${row}][${column}]`);
		}
	}
	return null;
}

/** The fault of the parameters: an object whose given fields pass their checks. */
export function parametersFault(
	parameters: unknown,
	checks: Readonly<Record<string, ParameterCheck>>,
): Fault | null {
	if (absent(parameters)) return null;
	if (typeof parameters !== 'object') return invalid('NOT_AN_OBJECT', 'parameters');
	if (Array.isArray(parameters)) return invalid('LIST_FOR_OBJECT', 'parameters');
	for (const [name, check] of Object.entries(checks)) {
		const value = (parameters as Record<string, unknown>)[name];
		const fault = absent(value) ? null : check(value, `parameters.${name}`);
		if (fault !== null) return fault;
	}
	return null;
}

/** The first fault of a ranking input, whatever its shape; null when the method may compute. Never throws. */
export function checkRankingInput(input: unknown, options: RankingInputOptions = {}): Fault | null {
	if (typeof input !== 'object' || input === null || Array.isArray(input))
		return invalid('NOT_AN_OBJECT', 'input');
	const { matrix, weights, directions, parameters } = input as Record<string, unknown>;
	return (
		directionsFault(directions) ??
		weightsFault(weights, (directions as unknown[]).length) ??
		parametersFault(parameters, options.parameters ?? {}) ??
		matrixFault(matrix, directions as Direction[], options)
	);
}

/** How far a sum of weights may stand from 1 and still be 1: below that only doubles are to blame. */
const SUM_ROOM = 1e-9;

const sumOf = (weights: readonly number[]): number => weights.reduce((total, weight) => total + weight, 0);

/** Weights that sum to 1, and the warning `WEIGHTS_NORMALISED` when they were given with another sum. */
export function normalisedWeights(
	weights: readonly number[],
	at = 'weights',
): {
	readonly weights: readonly number[];
	readonly warnings: readonly Warning[];
} {
	const sum = sumOf(weights);
	const warnings = Math.abs(sum - 1) <= SUM_ROOM ? [] : [{ code: 'WEIGHTS_NORMALISED', at, params: { sum } }];
	return { weights: weights.map((weight) => weight / sum), warnings };
}

/** The parameter of every method whose scores grow with the sum of the weights. */
export interface WeightParameters {
	/** Bring the weights to a sum of 1 first; unless asked for they are used as given, as published tables do. */
	readonly renormalizeWeights?: boolean;
}

export const renormalizeCheck = { renormalizeWeights: choiceOf(true, false) };

/**
 * The weights a method uses: as given with the warning `WEIGHTS_SUM_NOT_ONE` when their sum is not 1 (the scores
 * then carry that factor), or brought to a sum of 1 on request.
 */
export function usedWeights(
	weights: readonly number[],
	renormalize: boolean | undefined,
	at = 'weights',
): ReturnType<typeof normalisedWeights> {
	if (renormalize === true) return normalisedWeights(weights, at);
	const sum = sumOf(weights);
	const warnings =
		Math.abs(sum - 1) <= SUM_ROOM ? [] : [{ code: 'WEIGHTS_SUM_NOT_ONE', at, params: { sum } }];
	return { weights, warnings };
}
