/** Middles of pairwise figures: the Walsh averages of one sample, the differences between two. */

/** Pairs up to here are written out and sorted; beyond, their middle is found by counting. */
const WRITTEN_OUT = 500_000;

function middleOf(values: Float64Array): number {
	values.sort();
	const half = values.length >> 1;
	return values.length % 2 === 1
		? (values[half] as number)
		: ((values[half - 1] as number) + (values[half] as number)) / 2;
}

/** How many pairs i <= j have an average of at most `limit`; the values are in rising order. */
function walshUpTo(sorted: readonly number[], limit: number): number {
	let [count, j] = [0, sorted.length - 1];
	for (let i = 0; i < sorted.length; i += 1) {
		while (j >= 0 && (sorted[i] as number) / 2 + (sorted[j] as number) / 2 > limit) j -= 1;
		if (j < i) break;
		count += j - i + 1;
	}
	return count;
}

/** The smallest limit that at least `rank` pairs do not exceed. */
function walshAt(sorted: readonly number[], rank: number): number {
	let [low, high] = [sorted[0] as number, sorted.at(-1) as number];
	for (let round = 0; round < 1100; round += 1) {
		const middle = low / 2 + high / 2;
		if (middle <= low || middle >= high) break;
		if (walshUpTo(sorted, middle) >= rank) high = middle;
		else low = middle;
	}
	return walshUpTo(sorted, low) >= rank ? low : high;
}

/** The median of (d[i] + d[j]) / 2 over i <= j (Hodges & Lehmann 1963). At least one value. */
export function hodgesLehmann(differences: readonly number[]): number {
	const n = differences.length;
	const pairs = (n * (n + 1)) / 2;
	const sorted = [...differences].sort((a, b) => a - b);
	if (pairs > WRITTEN_OUT)
		return walshAt(sorted, Math.floor((pairs + 1) / 2)) / 2 + walshAt(sorted, Math.floor(pairs / 2) + 1) / 2;
	const averages = new Float64Array(pairs);
	let at = 0;
	for (let i = 0; i < n; i += 1)
		for (let j = i; j < n; j += 1) {
			averages[at] = (sorted[i] as number) / 2 + (sorted[j] as number) / 2;
			at += 1;
		}
	return middleOf(averages);
}

/** The median of x - y over all pairs; null when they are too many to write out. */
export function medianShift(x: readonly number[], y: readonly number[]): number | null {
	if (x.length * y.length > WRITTEN_OUT * 8) return null;
	const shifts = new Float64Array(x.length * y.length);
	let at = 0;
	for (const a of x)
		for (const b of y) {
			shifts[at] = a - b;
			at += 1;
		}
	return middleOf(shifts);
}
