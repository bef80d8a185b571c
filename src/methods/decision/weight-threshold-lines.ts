/** Where the leader falls when one weight moves and the others keep their ratio: exactly on lines, else by search. */
import { winnersOf } from './robust-ranker.ts';
import type { Matrix, Ranker, RankerParameters } from './robust-ranker.ts';
import type { Direction } from './ranking-input.ts';

export interface Threshold {
	/** Weight, of a sum of 1, at which another alternative draws level with the leader; beyond it, it leads. */
	readonly weight: number;
	readonly change: number;
	/** Who takes the lead. */
	readonly by: number;
}

/** Weights when the criteria of `part` weigh `share` together; both sides keep the ratios inside them. */
export function movedWeights(weights: readonly number[], part: readonly number[], share: number): number[] {
	const inside = new Set(part);
	const held = part.reduce((sum, column) => sum + (weights[column] as number), 0);
	const rest = weights.reduce((sum, weight, column) => (inside.has(column) ? sum : sum + weight), 0);
	const others = weights.length - part.length;
	return weights.map((weight, column) => {
		if (inside.has(column)) return held > 0 ? (weight / held) * share : share / part.length;
		return rest > 0 ? (weight / rest) * (1 - share) : (1 - share) / others;
	});
}

/** Differences smaller than this against the scores are rounding. */
const SAME = 1e-12;

/** Exact thresholds of the additive model: each lead is a line in the share. */
export function lineThresholds(
	values: Matrix,
	weights: readonly number[],
	part: readonly number[],
	leader: number,
): { readonly down: Threshold | null; readonly up: Threshold | null } {
	const share = part.reduce((sum, column) => sum + (weights[column] as number), 0);
	const [none, all] = [movedWeights(weights, part, 0), movedWeights(weights, part, 1)];
	const best = values[leader] as readonly number[];
	const size = values.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	let down: Threshold | null = null;
	let up: Threshold | null = null;
	for (const [by, row] of values.entries()) {
		if (by === leader) continue;
		const lead = (at: readonly number[]) =>
			row.reduce(
				(sum, value, column) => sum + ((best[column] as number) - value) * (at[column] as number),
				0,
			);
		const [atNone, atAll] = [lead(none), lead(all)];
		const slope = atAll - atNone;
		if (Math.abs(slope) <= SAME * size) continue;
		const weight = Math.abs(atNone + share * slope) <= SAME * size ? share : -atNone / slope;
		// A rising line loses the lead below its zero, a falling one above it.
		if (slope > 0 && weight > 0 && weight <= share && (down === null || weight > down.weight))
			down = { weight, change: weight - share, by };
		if (slope < 0 && weight < 1 && weight >= share && (up === null || weight < up.weight))
			up = { weight, change: weight - share, by };
	}
	return { down, up };
}

const GRID = 100;
const HALVINGS = 50;

export interface SearchedRanking {
	readonly rankWith: Ranker;
	readonly matrix: Matrix;
	readonly directions: readonly Direction[];
	readonly parameters: RankerParameters;
}

/** The same for a ranking that is no line: the first of 100 equal steps where the leader falls, then halved. */
export function searchedThreshold(
	{ rankWith, matrix, directions, parameters }: SearchedRanking,
	weights: readonly number[],
	part: readonly number[],
	{ leader, end }: { readonly leader: number; readonly end: 0 | 1 },
): Threshold | null {
	const share = part.reduce((sum, column) => sum + (weights[column] as number), 0);
	const challenger = (at: number): number | null => {
		const ranking = rankWith(matrix, movedWeights(weights, part, at), directions, parameters);
		if (!ranking.ok) return null;
		const winners = winnersOf(ranking.ranks);
		return winners.includes(leader) ? null : (winners[0] as number);
	};
	let held = share;
	for (let step = 1; step <= GRID; step += 1) {
		let fallen = share + ((end - share) * step) / GRID;
		let by = challenger(fallen);
		if (by === null) {
			held = fallen;
			continue;
		}
		for (let halving = 0; halving < HALVINGS; halving += 1) {
			const middle = (held + fallen) / 2;
			const found = challenger(middle);
			if (found === null) held = middle;
			else [fallen, by] = [middle, found];
		}
		return { weight: fallen, change: fallen - share, by };
	}
	return null;
}
