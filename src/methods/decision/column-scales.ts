/**
 * Bringing criteria of different units to one scale, column by column. Every quotient is taken against the largest
 * or smallest value of its column first, so that a large unit cannot overflow a sum or a square.
 */
import type { Warning } from '../method.ts';
import type { Direction } from './ranking-input.ts';

export interface ScaledMatrix {
	readonly matrix: readonly (readonly number[])[];
	readonly warnings: readonly Warning[];
}

type Matrix = readonly (readonly number[])[];

/** Scales one column; `ZERO_COLUMN` or `CONSTANT_COLUMN` when it tells the alternatives nothing. */
type ColumnScale = (
	column: readonly number[],
	direction: Direction,
) => { readonly values: readonly number[]; readonly warning?: string };

export const columnOf = (matrix: Matrix, index: number): number[] =>
	matrix.map((row) => row[index] as number);

export const largest = (values: readonly number[]): number =>
	values.reduce((most, value) => Math.max(most, value), -Infinity);
export const smallest = (values: readonly number[]): number =>
	values.reduce((least, value) => Math.min(least, value), Infinity);
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const zeros = (column: readonly number[]) => ({ values: column.map(() => 0), warning: 'ZERO_COLUMN' });

/** Benefit x / max, cost min / x. */
export const byMaximum: ColumnScale = (column, direction) => {
	const most = largest(column);
	if (direction === 'cost') {
		const least = smallest(column);
		return { values: column.map((value) => least / value) };
	}
	return most === 0 ? zeros(column) : { values: column.map((value) => value / most) };
};

/** Benefit (x - min) / (max - min), cost (max - x) / (max - min); a constant column is 1 throughout. */
export const byRange: ColumnScale = (column, direction) => {
	const [least, most] = [smallest(column), largest(column)];
	if (least === most) return { values: column.map(() => 1), warning: 'CONSTANT_COLUMN' };
	const range = most - least;
	const distance = (value: number) => (direction === 'benefit' ? value - least : most - value);
	return { values: column.map((value) => distance(value) / range) };
};

/** x / sum x, whatever the direction: the share of the column. */
export const share: ColumnScale = (column) => {
	const most = largest(column.map(Math.abs));
	if (most === 0) return zeros(column);
	const parts = column.map((value) => value / most);
	const total = sum(parts);
	return { values: parts.map((part) => part / total) };
};

/** Benefit x / sum x, cost (1 / x) / sum (1 / x). */
export const bySum: ColumnScale = (column, direction) => {
	if (direction === 'benefit') return share(column, direction);
	const least = smallest(column);
	return share(
		column.map((value) => least / value),
		direction,
	);
};

/** x / sqrt(sum x^2), whatever the direction. */
export const byLength: ColumnScale = (column) => {
	const most = largest(column.map(Math.abs));
	if (most === 0) return zeros(column);
	const parts = column.map((value) => value / most);
	const length = Math.sqrt(sum(parts.map((part) => part * part)));
	return { values: parts.map((part) => part / length) };
};

/** Benefit x / sqrt(sum x^2), cost 1 minus that. */
export const byLengthFromOne: ColumnScale = (column, direction) => {
	const scaled = byLength(column, direction);
	return direction === 'benefit' ? scaled : { ...scaled, values: scaled.values.map((value) => 1 - value) };
};

/** The matrix with each column on the scale; warnings name the column as `criteria[2]`. */
export function scaled(matrix: Matrix, directions: readonly Direction[], scale: ColumnScale): ScaledMatrix {
	const rows = matrix.map(() => new Array<number>(directions.length).fill(0));
	const warnings: Warning[] = [];
	directions.forEach((direction, index) => {
		const { values, warning } = scale(columnOf(matrix, index), direction);
		if (warning !== undefined) warnings.push({ code: warning, at: `criteria[${index}]` });
		values.forEach((value, row) => {
			(rows[row] as number[])[index] = value;
		});
	});
	return { matrix: rows, warnings };
}

/** Sum of weight times value over a row. */
export function weightedSum(row: readonly number[], weights: readonly number[]): number {
	let total = 0;
	for (let index = 0; index < row.length; index += 1)
		total += (weights[index] as number) * (row[index] as number);
	return total;
}
