/** What the composite performance index takes: one matrix or one a respondent, one or two levels of weights. */
import {
	checkRankingInput,
	choiceOf,
	numberFault,
	parametersFault,
	renormalizeCheck,
	weightsFault,
} from './ranking-input.ts';
import type { Direction, Fault, ParameterCheck, RankingInput, WeightParameters } from './ranking-input.ts';

export interface CpiAspect {
	readonly name?: string;
	/** Weight of the aspect; the weights of its criteria are within the aspect. */
	readonly weight: number;
	/** Columns of the aspect, counted from 0. */
	readonly criteria: readonly number[];
}

export interface CpiParameters extends WeightParameters {
	/** What a value is compared with: the column's smallest (unless stated), largest, first, or a fixed value. */
	readonly reference?: 'min' | 'max' | 'first' | { readonly fixed: number | readonly number[] };
	/** Index of the reference itself: 100 (unless stated) or 1. */
	readonly scale?: 100 | 1;
	/** With respondents: average the ratings, then transform (unless stated), or transform each, then average. */
	readonly aggregate?: 'ratings-first' | 'transform-first';
	readonly mean?: 'arithmetic' | 'geometric';
	/** Constant added to every value of a criterion that is not on a ratio scale; it changes the results. */
	readonly shift?: number | readonly number[];
	/** Two-level weights: the weight of a criterion is its own times that of its aspect. */
	readonly aspects?: readonly CpiAspect[];
}

type Ratings = readonly (readonly (number | null)[])[];

export interface CpiInput extends Omit<RankingInput<CpiParameters>, 'matrix'> {
	readonly matrix?: readonly (readonly number[])[];
	/** In place of `matrix`: one matrix a respondent, null where one gave no answer. */
	readonly respondents?: readonly Ratings[];
}

const invalid = (reason: string, at: string): Fault => ({ status: 'invalid-input', reason, at });
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const MOST_RESPONDENTS = 10_000;

/** A number, or a list of one a criterion. */
const numbers =
	(columns: number, rule: (value: number) => string | null): ParameterCheck =>
	(value, at) => {
		if (Array.isArray(value) && value.length !== columns) return invalid('WRONG_LENGTH', at);
		const list: unknown[] = Array.isArray(value) ? value : [value];
		for (const [index, item] of list.entries()) {
			const place = Array.isArray(value) ? `${at}[${index}]` : at;
			const fault = numberFault(item, place);
			if (fault !== null) return fault;
			const reason = rule(item as number);
			if (reason !== null) return invalid(reason, place);
		}
		return null;
	};

const referenceCheck =
	(columns: number): ParameterCheck =>
	(value, at) => {
		if (!isRecord(value)) return choiceOf('min', 'max', 'first')(value, at);
		return numbers(columns, (fixed) => (fixed > 0 ? null : 'NOT_POSITIVE'))(value['fixed'], `${at}.fixed`);
	};

function aspectFault(aspect: unknown, at: string, columns: number, seen: Set<number>): Fault | null {
	if (!isRecord(aspect)) return invalid('NOT_AN_OBJECT', at);
	const weight = numberFault(aspect['weight'], `${at}.weight`);
	if (weight !== null) return weight;
	if ((aspect['weight'] as number) < 0) return invalid('NEGATIVE', `${at}.weight`);
	const criteria = aspect['criteria'];
	if (!Array.isArray(criteria)) return invalid('NOT_A_LIST', `${at}.criteria`);
	if (criteria.length === 0) return invalid('EMPTY', `${at}.criteria`);
	for (const [index, column] of (criteria as unknown[]).entries()) {
		const place = `${at}.criteria[${index}]`;
		if (!Number.isInteger(column) || (column as number) < 0 || (column as number) >= columns)
			return invalid('NO_SUCH_CRITERION', place);
		if (seen.has(column as number)) return invalid('IN_TWO_ASPECTS', place);
		seen.add(column as number);
	}
	return null;
}

const aspectsCheck =
	(columns: number): ParameterCheck =>
	(value, at) => {
		if (!Array.isArray(value)) return invalid('NOT_A_LIST', at);
		if (value.length === 0) return invalid('EMPTY', at);
		const seen = new Set<number>();
		for (const [index, aspect] of (value as unknown[]).entries()) {
			const fault = aspectFault(aspect, `${at}[${index}]`, columns, seen);
			if (fault !== null) return fault;
		}
		const left = Array.from({ length: columns }, (_, column) => column).find((column) => !seen.has(column));
		if (left !== undefined) return invalid('NOT_IN_AN_ASPECT', `weights[${left}]`);
		const weights = (value as CpiAspect[]).map((aspect) => aspect.weight);
		const fault = weightsFault(weights, weights.length, at);
		return fault;
	};

/** The constant added to column `index`. */
export function shiftOf(parameters: CpiParameters | null | undefined, index: number): number {
	const shift = parameters?.shift ?? 0;
	return typeof shift === 'number' ? shift : (shift[index] ?? 0);
}

function respondentFault(value: unknown, at: string, input: CpiInput, rows: number): Fault | null {
	if (!Array.isArray(value)) return invalid('NOT_A_LIST', at);
	if (value.length !== rows) return invalid('RAGGED', at);
	for (const [row, ratings] of (value as unknown[]).entries()) {
		if (!Array.isArray(ratings)) return invalid('NOT_A_LIST', `${at}[${row}]`);
		if (ratings.length !== input.directions.length) return invalid('RAGGED', `${at}[${row}]`);
		for (let column = 0; column < ratings.length; column += 1) {
			const rating: unknown = ratings[column];
			if (rating === null || rating === undefined) continue;
			const place = `${at}[${row}][${column}]`;
			const fault = numberFault(rating, place);
			if (fault !== null) return fault;
			if (!((rating as number) + shiftOf(input.parameters, column) > 0))
				return invalid('NO_RATIO_SCALE', place);
		}
	}
	return null;
}

function respondentsFault(input: CpiInput): Fault | null {
	const respondents: unknown = input.respondents;
	if (!Array.isArray(respondents)) return invalid('NOT_A_LIST', 'respondents');
	if (respondents.length === 0) return invalid('EMPTY', 'respondents');
	if (respondents.length > MOST_RESPONDENTS) return invalid('TOO_MANY', 'respondents');
	const first: unknown = respondents[0];
	if (!Array.isArray(first)) return invalid('NOT_A_LIST', 'respondents[0]');
	if (first.length === 0) return invalid('EMPTY', 'respondents[0]');
	for (const [index, ratings] of (respondents as unknown[]).entries()) {
		const fault = respondentFault(ratings, `respondents[${index}]`, input, first.length);
		if (fault !== null) return fault;
	}
	return null;
}

/** The first fault of a CPI input, whatever its shape; null when the index may be computed. */
export function checkCpiInput(input: unknown): Fault | null {
	if (!isRecord(input)) return invalid('NOT_AN_OBJECT', 'input');
	const given = input as unknown as CpiInput;
	const many = input['respondents'] !== null && input['respondents'] !== undefined;
	if (many && input['matrix'] !== null && input['matrix'] !== undefined)
		return invalid('MATRIX_AND_RESPONDENTS', 'respondents');
	const columns = Array.isArray(input['directions']) ? input['directions'].length : 0;
	// The ranking checks of weights, directions and (when there is one) the matrix; a stand-in row for respondents.
	const shape = checkRankingInput(
		many
			? { ...input, matrix: [new Array<number>(columns).fill(1)], parameters: undefined }
			: { ...input, parameters: undefined },
	);
	if (shape !== null) return shape;
	const parameters = parametersFault(input['parameters'], {
		...renormalizeCheck,
		reference: referenceCheck(columns),
		scale: choiceOf(100, 1),
		aggregate: choiceOf('ratings-first', 'transform-first'),
		mean: choiceOf('arithmetic', 'geometric'),
		shift: numbers(columns, () => null),
		aspects: aspectsCheck(columns),
	});
	if (parameters !== null) return parameters;
	if (many) return respondentsFault(given);
	const shifts = given.directions.map((_: Direction, column) => shiftOf(given.parameters, column));
	for (const [row, values] of (given.matrix ?? []).entries()) {
		const column = values.findIndex((value, index) => !(value + (shifts[index] as number) > 0));
		if (column >= 0) return invalid('NO_RATIO_SCALE', `matrix[${row}][${column}]`);
	}
	return null;
}
