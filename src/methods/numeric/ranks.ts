/** Ranks of scores: 1 is the best, equal scores share a rank. One rule of "equal" for every method that ranks. */

/** Which end of the scores is the good one. */
export type Better = 'higher' | 'lower';

/** Two scores this close, relative to the larger of the two, are one score: sums in another order differ by less. */
const SAME = 1e-12;
/** A score this small against the largest of all is the rounding noise of a zero. */
const NOISE = 1e-15;

/** The alternatives from best to worst, in groups of equal scores; inside a group in the order they were given. */
export function rankGroups(scores: ArrayLike<number>, better: Better): number[][] {
	const order = Array.from({ length: scores.length }, (_, index) => index);
	const sign = better === 'higher' ? -1 : 1;
	const at = (index: number): number => scores[index] as number;
	order.sort((left, right) => {
		const [a, b] = [at(left), at(right)];
		return a === b ? left - right : sign * (a < b ? -1 : 1);
	});
	const noise = NOISE * order.reduce((most, index) => Math.max(most, Math.abs(at(index))), 0);
	const groups: number[][] = [];
	let head = 0;
	for (const index of order) {
		const group = groups.at(-1);
		const room = Math.max(noise, SAME * Math.max(Math.abs(at(head)), Math.abs(at(index))));
		// Against the first of the group, not the last, so that a long row of small steps does not become one tie.
		if (group !== undefined && Math.abs(at(index) - at(head)) <= room) group.push(index);
		else {
			groups.push([index]);
			head = index;
		}
	}
	for (const group of groups) group.sort((left, right) => left - right);
	return groups;
}

/** Ranks where equal scores share the average of their places: 1, 2.5, 2.5, 4. */
export function averageRanks(scores: ArrayLike<number>, better: Better): number[] {
	const ranks = new Array<number>(scores.length).fill(0);
	let before = 0;
	for (const group of rankGroups(scores, better)) {
		for (const index of group) ranks[index] = before + (group.length + 1) / 2;
		before += group.length;
	}
	return ranks;
}

/** Ranks without gaps: 1, 2, 2, 3. */
export function denseRanks(scores: ArrayLike<number>, better: Better): number[] {
	const ranks = new Array<number>(scores.length).fill(0);
	rankGroups(scores, better).forEach((group, place) => {
		for (const index of group) ranks[index] = place + 1;
	});
	return ranks;
}
