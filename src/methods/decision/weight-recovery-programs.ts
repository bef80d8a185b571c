/** Linear programs of weights behind printed totals: the best fit, and how far each weight may vary. */
import { solveLinearProgram } from '../numeric/simplex.ts';
import type { LinearConstraint } from '../numeric/simplex.ts';

/** Columns whose weighted sum gave the totals, and the sums the weights must keep. */
export interface TotalsProblem {
	readonly columns: readonly (readonly number[])[];
	readonly totals: readonly number[];
	readonly sums: readonly LinearConstraint[];
}

export interface WeightRange {
	readonly low: number;
	/** Null when nothing holds the weight from above. */
	readonly high: number | null;
}

const rowOf = ({ columns }: TotalsProblem, row: number): number[] =>
	columns.map((column) => column[row] as number);
const negated = (values: readonly number[]): number[] => values.map((value) => 0 - value);

/** The weights of the smallest largest deviation from the totals (Chebyshev); null when the sums admit none. */
export function bestFit(
	problem: TotalsProblem,
): { readonly weights: readonly number[]; readonly deviation: number } | null {
	const { columns, totals, sums } = problem;
	const atMost = totals.flatMap((total, row) => {
		const line = rowOf(problem, row);
		return [
			{ row: [...line, -1], value: total },
			{ row: [...negated(line), -1], value: 0 - total },
		];
	});
	const solution = solveLinearProgram({
		objective: [...columns.map(() => 0), 1],
		atMost,
		equal: sums.map(({ row, value }) => ({ row: [...row, 0], value })),
	});
	if (solution.status !== 'optimal') return null;
	return { weights: solution.x.slice(0, -1), deviation: solution.value };
}

/** Smallest and largest value of each weight among all that give the totals within the tolerance. */
export function weightRanges(problem: TotalsProblem, tolerance: number): WeightRange[] | null {
	const { columns, totals, sums } = problem;
	const atMost = totals.flatMap((total, row) => {
		const line = rowOf(problem, row);
		return [
			{ row: line, value: total + tolerance },
			{ row: negated(line), value: tolerance - total },
		];
	});
	const ranges: WeightRange[] = [];
	for (let index = 0; index < columns.length; index += 1) {
		const unit = columns.map((_, column) => (column === index ? 1 : 0));
		const low = solveLinearProgram({ objective: unit, atMost, equal: sums });
		const high = solveLinearProgram({ objective: negated(unit), atMost, equal: sums });
		if (low.status !== 'optimal') return null;
		if (high.status !== 'optimal' && high.status !== 'unbounded') return null;
		const least = Math.max(0, low.value);
		const most = high.status === 'optimal' ? Math.max(least, 0 - high.value) : null;
		ranges.push({ low: least, high: most });
	}
	return ranges;
}

/** Largest absolute difference between weighted sums and totals. */
export function deviationOf({ columns, totals }: TotalsProblem, weights: readonly number[]): number {
	return totals.reduce((most, total, row) => {
		const sum = columns.reduce(
			(part, column, index) => part + (column[row] as number) * (weights[index] as number),
			0,
		);
		return Math.max(most, Math.abs(sum - total));
	}, 0);
}

const MOST_TRIED = 20_000;

/** All points of a grid of `step` inside the ranges; null when there are too many to try. */
function gridPoints(ranges: readonly WeightRange[], decimals: number): number[][] | null {
	const scale = 10 ** decimals;
	let points: number[][] = [[]];
	for (const { low, high } of ranges) {
		if (high === null) return null;
		const [first, last] = [Math.ceil(low * scale - 1e-6), Math.floor(high * scale + 1e-6)];
		const count = Math.max(0, last - first + 1);
		// Also when no point is left: a wide range times none is no reason to write the range out.
		if (!(count * Math.max(1, points.length) <= MOST_TRIED)) return null;
		const values = Array.from({ length: count }, (_, step) => (first + step) / scale);
		points = points.flatMap((point) => values.map((value) => [...point, value]));
	}
	return points;
}

/** The weights of the fewest decimals (at most 4) within the tolerance, the closest of them; null when none is. */
export function roundest(
	problem: TotalsProblem,
	ranges: readonly WeightRange[],
	tolerance: number,
): { readonly weights: readonly number[]; readonly decimals: number; readonly deviation: number } | null {
	const kept = (point: readonly number[]): boolean =>
		problem.sums.every(({ row, value }) => {
			const sum = row.reduce((part, coefficient, index) => part + coefficient * (point[index] as number), 0);
			return Math.abs(sum - value) <= 1e-9 * Math.max(1, Math.abs(value));
		});
	for (let decimals = 0; decimals <= 4; decimals += 1) {
		let best: { weights: readonly number[]; decimals: number; deviation: number } | null = null;
		for (const weights of gridPoints(ranges, decimals) ?? []) {
			const deviation = deviationOf(problem, weights);
			if (deviation > tolerance || !kept(weights)) continue;
			if (best === null || deviation < best.deviation) best = { weights, decimals, deviation };
		}
		if (best !== null) return best;
	}
	return null;
}
