/** Priorities of a matrix of pairwise judgements, by the three ways in use. Missing judgements are null on both sides. */
import type { Judgements } from './judgement-matrix.ts';
import { shares, sum } from './weights-result.ts';

export type PriorityMethod = 'eigenvector' | 'geometric-mean' | 'column-mean';

/**
 * Harker's completion: a missing judgement becomes 0 and the diagonal 1 plus the number missing in its row, which is
 * the same as taking w_i / w_j for it (Harker, P. T. (1987), Alternative modes of questioning in the analytic
 * hierarchy process, Mathematical Modelling 9(3-5), 353-360).
 */
export function harkerMatrix(matrix: Judgements): number[][] {
	return matrix.map((row, self) => {
		const missing = row.filter((value) => value === null).length;
		return row.map((value, column) => (column === self ? 1 + missing : (value ?? 0)));
	});
}

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
	matrix.map((row) => row.reduce((total, value, index) => total + value * (vector[index] as number), 0));

const TURNS = 10_000;

/** Principal right eigenvector by power iteration from equal weights; null when it does not settle. */
function eigenvector(matrix: readonly (readonly number[])[]): number[] | null {
	let weights = matrix.map(() => 1 / matrix.length);
	let change = Infinity;
	for (let turn = 0; turn < TURNS; turn += 1) {
		const next = shares(times(matrix, weights));
		change = next.reduce(
			(most, value, index) => Math.max(most, Math.abs(value - (weights[index] as number))),
			0,
		);
		weights = next;
		if (change < 1e-15) break;
	}
	return change < 1e-10 && weights.every((weight) => weight > 0) ? weights : null;
}

/**
 * Row geometric means, the least squares of the logarithms. With judgements missing, the same least squares over those
 * that are there (Bozoki, S., Fulop, J. and Ronyai, L. (2010), On optimal completion of incomplete pairwise
 * comparison matrices, Mathematical and Computer Modelling 52, 318-333), by elimination with the last logarithm at 0.
 */
function geometricMean(matrix: Judgements): number[] {
	const n = matrix.length;
	const system = matrix.slice(0, n - 1).map((row, self) => {
		const line = row.map<number>((value, column) => (value !== null && column !== self ? -1 : 0));
		line[self] = row.filter((value) => value !== null).length - 1;
		const right = row.reduce<number>((total, value) => total + Math.log(value ?? 1), 0);
		return [...line.slice(0, n - 1), right];
	});
	// Positive definite when connected, so no pivoting is needed.
	system.forEach((pivot, at) => {
		for (const row of system) {
			if (row === pivot) continue;
			const factor = (row[at] as number) / (pivot[at] as number);
			if (factor !== 0)
				pivot.forEach((value, index) => (row[index] = (row[index] as number) - factor * value));
		}
	});
	const logs = [...system.map((row, at) => (row[n - 1] as number) / (row[at] as number)), 0];
	const largest = Math.max(...logs);
	return shares(logs.map((log) => Math.exp(log - largest)));
}

/** Mean over the columns of each column's shares. Gaps are first filled with w_i / w_j of Harker's completion. */
function columnMean(matrix: Judgements): number[] | null {
	const full = matrix.some((row) => row.includes(null))
		? completed(matrix)
		: matrix.map((row) => row.map((v) => v ?? 1));
	if (full === null) return null;
	const totals = full.map((_, column) => sum(full.map((row) => row[column] as number)));
	return full.map((row) => sum(row.map((value, column) => value / (totals[column] as number))) / full.length);
}

/** The matrix with every gap filled by w_i / w_j. */
function completed(matrix: Judgements): number[][] | null {
	const weights = eigenvector(harkerMatrix(matrix));
	if (weights === null) return null;
	return matrix.map((row, i) =>
		row.map((value, j) => value ?? (weights[i] as number) / (weights[j] as number)),
	);
}

/** Priorities that sum to 1; null when they cannot be found. The judgements must be connected. */
export function prioritiesOf(matrix: Judgements, by: PriorityMethod): number[] | null {
	if (by === 'geometric-mean') return geometricMean(matrix);
	return by === 'column-mean' ? columnMean(matrix) : eigenvector(harkerMatrix(matrix));
}

/** The mean of (M w)_i / w_i: the eigenvalue itself for the eigenvector, its estimate for the others. */
export function lambdaMaxOf(matrix: Judgements, weights: readonly number[]): number {
	const product = times(harkerMatrix(matrix), weights);
	return sum(product.map((value, index) => value / (weights[index] as number))) / weights.length;
}
