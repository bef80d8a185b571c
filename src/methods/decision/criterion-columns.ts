/** Columns of a decision matrix: their extremes, and the scalings several methods share. */
import type { Warning } from '../method.ts';
import type { Direction, Fault } from './ranking-input.ts';

export type Matrix = readonly (readonly number[])[];

export interface ColumnRange {
	readonly low: number;
	readonly high: number;
}

/** Smallest and largest value of every column. */
export function columnRanges(matrix: Matrix, columns: number): ColumnRange[] {
	return Array.from({ length: columns }, (_, column) => {
		let [low, high] = [Infinity, -Infinity];
		for (const row of matrix) {
			const value = row[column] as number;
			if (value < low) low = value;
			if (value > high) high = value;
		}
		return { low, high };
	});
}

/** A criterion on which all alternatives are equal tells nothing apart: one warning a column. */
export function constantWarnings(ranges: readonly ColumnRange[]): Warning[] {
	return ranges.flatMap(({ low, high }, column) =>
		low === high ? [{ code: 'CONSTANT_COLUMN', at: `criteria[${column}]` }] : [],
	);
}

/** `(x - low) / (high - low)`, and from the other end for a cost: 1 is the best, 0 the worst; 0 in a constant column. */
export function minMaxMatrix(
	matrix: Matrix,
	directions: readonly Direction[],
	ranges: readonly ColumnRange[],
): number[][] {
	return matrix.map((row) =>
		row.map((value, column) => {
			const { low, high } = ranges[column] as ColumnRange;
			if (low === high) return 0;
			// Halves, so that the span of two large numbers of opposite sign does not leave the doubles.
			const span = high / 2 - low / 2;
			return directions[column] === 'cost' ? (high / 2 - value / 2) / span : (value / 2 - low / 2) / span;
		}),
	);
}

/** `x / high` for a benefit, `low / x` for a cost. The columns must have passed `ratioFault`. */
export function linearMatrix(
	matrix: Matrix,
	directions: readonly Direction[],
	ranges: readonly ColumnRange[],
): number[][] {
	return matrix.map((row) =>
		row.map((value, column) => {
			const { low, high } = ranges[column] as ColumnRange;
			return directions[column] === 'cost' ? low / value : value / high;
		}),
	);
}

/** Cells of a ratio scale: nothing negative, and no cost of 0, by which `low / x` would divide. */
export const ratioCell = (value: number, direction: Direction): string | null => {
	if (value < 0) return 'NEGATIVE';
	return value === 0 && direction === 'cost' ? 'ZERO_COST' : null;
};

/** The benefit column of nothing but zeros, by whose largest value nothing can be divided. */
export function ratioFault(directions: readonly Direction[], ranges: readonly ColumnRange[]): Fault | null {
	const column = ranges.findIndex(({ high }, index) => directions[index] === 'benefit' && high === 0);
	return column < 0 ? null : { status: 'undefined', reason: 'ZERO_DENOMINATOR', at: `criteria[${column}]` };
}

/** `sum of weight x value` of one row. */
export function weightedSum(row: readonly number[], weights: readonly number[]): number {
	return row.reduce((sum, value, column) => sum + value * (weights[column] as number), 0);
}

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Smallest and largest of a list, without spreading it over the call stack. */
export function extremes(values: readonly number[]): ColumnRange {
	return values.reduce<ColumnRange>(
		({ low, high }, value) => ({ low: Math.min(low, value), high: Math.max(high, value) }),
		{ low: Infinity, high: -Infinity },
	);
}
