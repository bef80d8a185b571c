/** What a criterion loses where the others are at their best, and the weights that balance these losses. */
import type { MethodResult, Warning } from '../method.ts';
import { invert } from '../numeric/lu.ts';
import type { Direction } from './ranking-input.ts';
import { columnsOf, isConstant } from './weights-input.ts';
import type { ObjectiveWeightsInput } from './weights-input.ts';
import { shares } from './weights-result.ts';
import { refused } from '../method.ts';

export interface ImpactLoss {
	/** Loss of criterion j, as a share of its best, at the alternative that is best in criterion i. */
	readonly losses: readonly (readonly number[])[];
	/** They sum to 1; a constant criterion has none. */
	readonly weights: readonly number[];
	readonly warnings: readonly Warning[];
}

/** A cell of a criterion that is brought to "more is better" by min / x. */
export const lossCell = (value: number, direction: Direction): string | null => {
	if (direction === 'cost') return value > 0 ? null : 'COST_NOT_POSITIVE';
	return value >= 0 ? null : 'BENEFIT_NEGATIVE';
};

/** Weights under which what each criterion loses equals what it takes from the others; null when there are several. */
function balanced(losses: readonly (readonly number[])[]): number[] | null {
	const n = losses.length;
	if (losses.every((row) => row.every((loss) => loss === 0))) return new Array<number>(n).fill(1 / n);
	const system = losses.map((row, i) =>
		row.map((loss, j) => (i === j ? -losses.reduce((total, one) => total + (one[j] as number), 0) : loss)),
	);
	system[n - 1] = new Array<number>(n).fill(1);
	const inverse = invert(system);
	if (inverse === null) return null;
	const weights = inverse.map((row) => Math.max(0, row[n - 1] as number));
	return shares(weights);
}

/** The losses of a checked input and their weights; refused when the weights are not one set (`SINGULAR_MATRIX`). */
export function impactLoss({ matrix, directions }: ObjectiveWeightsInput): ImpactLoss | MethodResult<never> {
	const raw = columnsOf(matrix);
	const varying = raw.flatMap((column, index) => (isConstant(column) ? [] : [index]));
	const parts = varying.map((index) => {
		const column = raw[index] as number[];
		const least = column.reduce((low, value) => Math.min(low, value), Infinity);
		const upward = directions?.[index] === 'cost' ? column.map((value) => least / value) : column;
		const most = upward.reduce((high, value) => Math.max(high, value), 0);
		return upward.map((value) => value / most);
	});
	const warnings: Warning[] = [];
	const best = parts.map((column, place) => {
		const tops = column.flatMap((value, row) => (value === 1 ? [row] : []));
		if (tops.length > 1) warnings.push({ code: 'BEST_TIED', at: `matrix[0][${varying[place] as number}]` });
		return tops[0] as number;
	});
	// The column sums of the published normalisation cancel: only the share of the column's best is left.
	const own = best.map((row) => parts.map((column) => 1 - (column[row] as number)));
	const found = balanced(own);
	if (found === null) return refused('undefined', 'SINGULAR_MATRIX', 'matrix', warnings);
	const losses = raw.map((_, i) => raw.map((__, j) => own[varying.indexOf(i)]?.[varying.indexOf(j)] ?? 0));
	return { losses, weights: raw.map((_, index) => found[varying.indexOf(index)] ?? 0), warnings };
}
