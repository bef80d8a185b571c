/** How often chance alone, dealing the same figures into two groups of the same sizes, parts them as far as seen. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export type Alternative = 'two-sided' | 'greater' | 'less';

export interface PermutationTest {
	readonly p: number;
	/** `exact`: every way to deal was counted; `random`: as many as were drawn, the one seen among them. */
	readonly distribution: 'exact' | 'random';
	/** Ways to deal, or draws. */
	readonly permutations: number;
}

/** Ways to deal `n1` of `n` figures, as far as `most` + 1. */
export function waysToDeal(n: number, n1: number, most: number): number {
	let ways = 1;
	for (let taken = 1; taken <= Math.min(n1, n - n1); taken += 1) {
		ways = (ways * (n - Math.min(n1, n - n1) + taken)) / taken;
		if (ways > most) return most + 1;
	}
	return Math.round(ways);
}

/** Calls back with the sum of every choice of `n1` figures. */
function everySum(figures: readonly number[], n1: number, heard: (sum: number) => void): void {
	const choose = (from: number, left: number, sum: number): void => {
		if (left === 0) return heard(sum);
		for (let index = from; index <= figures.length - left; index += 1)
			choose(index + 1, left - 1, sum + (figures[index] as number));
	};
	choose(0, n1, 0);
}

function randomSums(
	figures: readonly number[],
	n1: number,
	{ draws, seed }: { readonly draws: number; readonly seed: number },
	heard: (sum: number) => void,
): void {
	const chance = xoroshiro128plus(seed);
	const dealt = Float64Array.from(figures);
	for (let draw = 0; draw < draws; draw += 1) {
		let sum = 0;
		for (let place = 0; place < n1; place += 1) {
			const other = uniformInt(chance, place, dealt.length - 1);
			const picked = dealt[other] as number;
			dealt[other] = dealt[place] as number;
			dealt[place] = picked;
			sum += picked;
		}
		heard(sum);
	}
}

/**
 * Permutation test of mean(x) - mean(y): exact while there are up to `exactUpTo` ways to deal the figures, else over
 * random ones, where the deal that was seen counts as one of them, so that p is never 0 (Phipson and Smyth 2010).
 * Sums that differ by rounding alone count as equal.
 */
export function permutationTest(
	x: readonly number[],
	y: readonly number[],
	{
		alternative,
		draws,
		seed,
		exactUpTo,
	}: {
		readonly alternative: Alternative;
		readonly draws: number;
		readonly seed: number;
		readonly exactUpTo: number;
	},
): PermutationTest {
	const all = [...x, ...y];
	const size = all.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	// Against the largest figure, and from the mean, so that sums of any unit are compared alike.
	const parts = all.map((value) => (size === 0 ? 0 : value / size));
	const middle = parts.reduce((total, value) => total + value, 0) / parts.length;
	const centred = parts.map((value) => value - middle);
	const seen = centred.slice(0, x.length).reduce((total, value) => total + value, 0);
	const room = 1e-10 * parts.length;
	let [asFar, counted] = [0, 0];
	const hear = (sum: number): void => {
		counted += 1;
		if (alternative === 'greater') asFar += sum >= seen - room ? 1 : 0;
		else if (alternative === 'less') asFar += sum <= seen + room ? 1 : 0;
		else asFar += Math.abs(sum) >= Math.abs(seen) - room ? 1 : 0;
	};
	if (waysToDeal(all.length, x.length, exactUpTo) <= exactUpTo) {
		everySum(centred, x.length, hear);
		return { p: asFar / counted, distribution: 'exact', permutations: counted };
	}
	randomSums(centred, x.length, { draws, seed }, hear);
	return { p: (asFar + 1) / (counted + 1), distribution: 'random', permutations: counted };
}
