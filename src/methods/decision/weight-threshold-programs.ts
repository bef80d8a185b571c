/** Linear programs over the weights of an additive model: the nearest weights where another leads, and who never leads. */
import { solveLinearProgram } from '../numeric/simplex.ts';
import type { Matrix } from './robust-ranker.ts';

const difference = (left: readonly number[], right: readonly number[]): number[] =>
	left.map((value, column) => value - (right[column] as number));
const dot = (left: readonly number[], right: readonly number[]): number =>
	left.reduce((sum, value, column) => sum + value * (right[column] as number), 0);

export interface NearestWeights {
	/** Sum of the absolute changes of the weights. */
	readonly distance: number;
	readonly weights: readonly number[];
	readonly by: number;
}

/** The smallest L1 change of weights of sum 1 after which `by` is level with the leader; null when none is. */
export function nearestWeights(
	values: Matrix,
	weights: readonly number[],
	leader: number,
	by: number,
): NearestWeights | null {
	const n = weights.length;
	const lead = difference(values[leader] as readonly number[], values[by] as readonly number[]);
	const unit = (index: number, sign: number) => weights.map((_, column) => (column === index ? sign : 0));
	const solution = solveLinearProgram({
		objective: new Array<number>(2 * n).fill(1),
		atMost: [
			{ row: [...lead, ...lead.map((value) => 0 - value)], value: 0 - dot(lead, weights) },
			...weights.map((weight, index) => ({ row: [...unit(index, -1), ...unit(index, 1)], value: weight })),
		],
		equal: [{ row: [...weights.map(() => 1), ...weights.map(() => -1)], value: 0 }],
	});
	if (solution.status !== 'optimal') return null;
	const moved = weights.map((weight, index) =>
		Math.max(0, weight + (solution.x[index] as number) - (solution.x[n + index] as number)),
	);
	return { distance: solution.value, weights: moved, by };
}

/** Largest margin by which an alternative can lead all others under some weights; below 0 it can never be first. */
export function bestMargin(values: Matrix, alternative: number): number | null {
	const own = values[alternative] as readonly number[];
	const others = values.filter((_, index) => index !== alternative);
	// margin = plus - minus, both at least 0.
	const solution = solveLinearProgram({
		objective: [...own.map(() => 0), -1, 1],
		atMost: others.map((row) => ({ row: [...difference(row, own), 1, -1], value: 0 })),
		equal: [{ row: [...own.map(() => 1), 0, 0], value: 1 }],
	});
	return solution.status === 'optimal' ? 0 - solution.value : null;
}
