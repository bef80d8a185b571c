/** What stochastic acceptability takes: how the weights and the criteria values are drawn. */
import { anyNumber, amount, count, listOf, oneOf, positive } from '../numeric/input-check.ts';
import type { Check, Fault } from '../numeric/input-check.ts';
import { groupsCheck, groupsFault } from './criterion-groups.ts';
import type { CriterionGroup } from './criterion-groups.ts';
import { options } from './options-check.ts';
import { partialValuesCheck, partialValuesFault, partialValue } from './partial-value.ts';
import type { PartialValue } from './partial-value.ts';
import type { RankingInput } from './ranking-input.ts';
import type { Matrix, RankerParameters } from './robust-ranker.ts';

export const weightKinds = [
	'free',
	'bounded',
	'ordinal',
	'two-level',
	'respondents',
	'samples',
	'fixed',
] as const;
export const valueKinds = ['exact', 'uniform', 'normal', 'bootstrap', 'samples'] as const;
export const levelKinds = ['free', 'equal'] as const;

export interface WeightModel {
	/** `free` unless stated: uniform over all weights of sum 1. */
	readonly kind?: (typeof weightKinds)[number] | null;
	/** `bounded`: limits of each weight. */
	readonly low?: readonly number[] | null;
	readonly high?: readonly number[] | null;
	/** `ordinal`: 1 is the most important; equal ranks say nothing of each other. */
	readonly ranks?: readonly number[] | null;
	/** `two-level`: the aspects. */
	readonly groups?: readonly CriterionGroup[] | null;
	/** Weights of the aspects, and of the criteria inside each: `free` unless stated. */
	readonly between?: (typeof levelKinds)[number] | null;
	readonly inside?: (typeof levelKinds)[number] | null;
	/** `respondents`: one row a respondent, drawn with replacement; `samples`: one row a draw, in order. */
	readonly rows?: readonly (readonly number[])[] | null;
}

export interface ValueModel {
	/** `exact` unless stated: the matrix itself. */
	readonly kind?: (typeof valueKinds)[number] | null;
	/** `uniform`: half-width, `normal`: standard deviation; one row for all alternatives or one row each. */
	readonly spread?: Matrix | null;
	/** `bootstrap`: one matrix a respondent; `samples`: one matrix a draw, in order. */
	readonly matrices?: readonly Matrix[] | null;
}

export interface SmaaParameters extends RankerParameters {
	/** 10,000 unless stated. */
	readonly draws?: number | null;
	/** 1 unless stated. */
	readonly seed?: number | null;
	readonly weightModel?: WeightModel | null;
	readonly valueModel?: ValueModel | null;
	/**
	 * Additive model: what a measurement is worth, one function a criterion; null leaves a criterion as it stands.
	 * The weights then weigh worths, so that the unit of a measurement no longer counts.
	 */
	readonly valueFunctions?: readonly (PartialValue | null)[] | null;
}

export interface SmaaInput extends Omit<RankingInput, 'weights' | 'parameters'> {
	/** For the weight model `fixed`. */
	readonly weights?: readonly number[] | null;
	readonly parameters?: SmaaParameters | null;
}

const row = (cell: Check): Check => listOf(cell, 100);

export const smaaChecks = {
	draws: count(1, 1_000_000),
	seed: count(0, 2_147_483_647),
	weightModel: options({
		kind: oneOf(weightKinds),
		low: row(amount),
		high: row(amount),
		ranks: row(positive),
		groups: groupsCheck,
		between: oneOf(levelKinds),
		inside: oneOf(levelKinds),
		rows: listOf(row(amount), 100_000),
	}),
	valueModel: options({
		kind: oneOf(valueKinds),
		spread: listOf(row(amount), 100),
		matrices: listOf(listOf(row(anyNumber), 100), 100_000),
	}),
	valueFunctions: partialValuesCheck,
};

const at = (name: string): string => `parameters.${name}`;
const missing = (name: string): Fault => ({ reason: 'MISSING_INPUT', at: at(name) });

function rowsFault(rows: readonly (readonly number[])[], columns: number): Fault | null {
	if (rows.length === 0) return { reason: 'EMPTY', at: at('weightModel.rows') };
	for (const [index, weights] of rows.entries()) {
		const place = at(`weightModel.rows[${index}]`);
		if (weights.length !== columns) return { reason: 'WRONG_LENGTH', at: place };
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		if (total === 0) return { reason: 'ZERO_WEIGHTS', at: place };
		if (!Number.isFinite(total)) return { reason: 'OUT_OF_RANGE', at: place };
	}
	return null;
}

function boundsFault({ low, high }: WeightModel, columns: number): Fault | null {
	if (low == null && high == null) return missing('weightModel.low');
	if (low != null && low.length !== columns) return { reason: 'WRONG_LENGTH', at: at('weightModel.low') };
	if (high != null && high.length !== columns) return { reason: 'WRONG_LENGTH', at: at('weightModel.high') };
	let [least, most] = [0, 0];
	for (let column = 0; column < columns; column += 1) {
		const [from, to] = [low?.[column] ?? 0, Math.min(1, high?.[column] ?? 1)];
		if (from > to) return { reason: 'NOT_A_RANGE', at: at(`weightModel.low[${column}]`) };
		least += from;
		most += to;
	}
	// A little room for bounds whose decimals sum to 1 only on paper.
	return least > 1 + 1e-9 || most < 1 - 1e-9 ? { reason: 'NO_SUCH_WEIGHTS', at: at('weightModel') } : null;
}

/** What is wrong with a weight model for so many criteria. */
export function weightModelFault(model: WeightModel, columns: number): Fault | null {
	const { kind, ranks, groups, rows } = model;
	if (kind === 'bounded') return boundsFault(model, columns);
	if (kind === 'ordinal') {
		if (ranks == null) return missing('weightModel.ranks');
		return ranks.length === columns ? null : { reason: 'WRONG_LENGTH', at: at('weightModel.ranks') };
	}
	if (kind === 'two-level')
		return groups == null
			? missing('weightModel.groups')
			: groupsFault(groups, columns, at('weightModel.groups'));
	if (kind === 'respondents' || kind === 'samples')
		return rows == null ? missing('weightModel.rows') : rowsFault(rows, columns);
	return null;
}

/** What is wrong with a value model for a matrix of this shape. */
export function valueModelFault({ kind, spread, matrices }: ValueModel, matrix: Matrix): Fault | null {
	const columns = matrix[0]?.length ?? 0;
	if (kind === 'uniform' || kind === 'normal') {
		if (spread == null) return missing('valueModel.spread');
		if (spread.length !== 1 && spread.length !== matrix.length)
			return { reason: 'WRONG_LENGTH', at: at('valueModel.spread') };
		const ragged = spread.findIndex((line) => line.length !== columns);
		return ragged < 0 ? null : { reason: 'RAGGED', at: at(`valueModel.spread[${ragged}]`) };
	}
	if (kind !== 'bootstrap' && kind !== 'samples') return null;
	if (matrices == null) return missing('valueModel.matrices');
	if (matrices.length === 0) return { reason: 'EMPTY', at: at('valueModel.matrices') };
	const wrong = matrices.findIndex(
		(one) => one.length !== matrix.length || one.some((line) => line.length !== columns),
	);
	return wrong < 0 ? null : { reason: 'RAGGED', at: at(`valueModel.matrices[${wrong}]`) };
}

/**
 * What is wrong with value functions: they belong to the additive model, without another scale, and where the matrix
 * counts as it stands every measurement must lie where its function is stated (`OUTSIDE_LIMITS`).
 */
export function valueFunctionsFault({ matrix, directions, parameters }: SmaaInput): Fault | null {
	const functions = parameters?.valueFunctions;
	if (functions == null) return null;
	if (parameters?.method != null && parameters.method !== 'additive')
		return { reason: 'ONLY_ADDITIVE', at: at('valueFunctions') };
	if (parameters?.scale === 'minmax') return { reason: 'GIVEN_TWICE', at: at('scale') };
	const fault = partialValuesFault(functions, directions, at('valueFunctions'));
	if (fault !== null) return fault;
	if ((parameters?.valueModel?.kind ?? 'exact') !== 'exact') return null;
	for (const [line, values] of matrix.entries())
		for (const [column, value] of values.entries()) {
			const worth = functions[column];
			if (worth != null && partialValue(worth, value) === null)
				return { reason: 'OUTSIDE_LIMITS', at: `matrix[${line}][${column}]` };
		}
	return null;
}
