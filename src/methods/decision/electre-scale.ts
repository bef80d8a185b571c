/** The one scale on which ELECTRE measures losses: columns normalised, weighted if asked, costs turned round. */
import { columnRanges } from './criterion-columns.ts';
import type { Matrix } from './criterion-columns.ts';
import type { Direction, Fault } from './ranking-input.ts';

export const electreNormalizations = ['minmax', 'sum', 'vector', 'max', 'none'] as const;
export type ElectreNormalization = (typeof electreNormalizations)[number];

function divisorsOf(matrix: Matrix, columns: number, normalization: ElectreNormalization): number[] {
	const ranges = columnRanges(matrix, columns);
	return ranges.map(({ low, high }, column) => {
		if (normalization === 'none') return 1;
		if (normalization === 'max') return high;
		// A constant column tells nothing apart; any divisor will do.
		if (normalization === 'minmax') return high === low ? 1 : high - low;
		if (normalization === 'sum') return matrix.reduce((sum, row) => sum + (row[column] as number), 0);
		return Math.hypot(...[0, ...squareRootSum(matrix, column)]);
	});
}

/** The length of a column in pieces that fit a call: the length of the whole is the length of the pieces' lengths. */
function squareRootSum(matrix: Matrix, column: number): number[] {
	const pieces: number[] = [];
	for (let start = 0; start < matrix.length; start += 1000)
		pieces.push(Math.hypot(...matrix.slice(start, start + 1000).map((row) => row[column] as number)));
	return pieces;
}

/**
 * Rows in which more is better on every criterion. A column whose divisor is 0 is `ZERO_DENOMINATOR`, below 0
 * `NEGATIVE_BASE` (it would turn the criterion round).
 */
export function electreScaled(
	matrix: Matrix,
	directions: readonly Direction[],
	normalization: ElectreNormalization,
	factors: readonly number[],
): { readonly rows: readonly Float64Array[] } | Fault {
	const divisors = divisorsOf(matrix, directions.length, normalization);
	const bad = divisors.findIndex((divisor) => !(divisor > 0 && divisor < Infinity));
	if (bad >= 0) {
		const divisor = divisors[bad] as number;
		const reason = divisor === 0 ? 'ZERO_DENOMINATOR' : divisor < 0 ? 'NEGATIVE_BASE' : 'OUT_OF_RANGE';
		return { status: 'undefined', reason, at: `criteria[${bad}]` };
	}
	const signed = factors.map((factor, column) => (directions[column] === 'cost' ? -factor : factor));
	const rows = matrix.map((row) =>
		Float64Array.from(
			row,
			(value, column) => (value / (divisors[column] as number)) * (signed[column] as number),
		),
	);
	return { rows };
}
