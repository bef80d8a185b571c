/** Counting the places of many draws: by pattern where few alternatives have few patterns, else pair by pair. */

/** Scores that differ by less, against the largest of their draw, are a tie. */
export const SAME = 1e-12;

/** Up to so many alternatives every outcome of all pairs has its own counter: 15 pairs, 32,768 patterns. */
export const FEW = 6;

/** How far scores reach as whole numbers: the difference of two still has its sign in 32 bits. */
const REACH = 2 ** 29;

/** Whole numbers that are nearer are looked at again. It is far above what makes a tie: 4 of 2^29 against 1e-12. */
const NEAR = 4;

/** As many draws as are added at once; their scores and weights stay in the nearest cache of a processor. */
export const DRAWS_AT_ONCE = 256;

export interface Counts {
	/** How often alternative i takes place r, a tie sharing its places equally; row after row. */
	readonly places: Float64Array;
	/** How often i stands before k; row after row. */
	readonly wins: Float64Array;
	/** How often i is first, and the sum of the weights of those draws, a row an alternative. */
	readonly first: Float64Array;
	readonly central: Float64Array;
}

export interface Tally {
	/**
	 * Adds at most `DRAWS_AT_ONCE` draws: scores of the alternatives and weights of the criteria, a row a draw.
	 * `patterns` when somebody has found them already, as `findPatterns` does.
	 */
	add(scores: Float64Array, weights: Float64Array, draws: number, patterns?: Int32Array): void;
	counts(): Counts;
}

function largestOf(scores: Float64Array, from: number, to: number): number {
	let largest = 0;
	for (let at = from; at < to; at += 1) {
		const size = Math.abs(scores[at] as number);
		if (size > largest) largest = size;
	}
	return largest;
}

/**
 * Writes who is before whom in each draw, one bit a pair; -1 where two scores are so near that they may be a tie.
 *
 * The scores become whole numbers first: which of two is the larger is what a processor cannot foresee, and the sign
 * of a difference of whole numbers is read without a branch.
 */
export function findPatterns(scores: Float64Array, m: number, whole: Int32Array, patterns: Int32Array): void {
	const used = patterns.length * m;
	const scale = REACH / largestOf(scores, 0, used);
	for (let at = 0; at < used; at += 1) whole[at] = (scores[at] as number) * scale;
	for (let draw = 0; draw < patterns.length; draw += 1) {
		const end = draw * m + m;
		let pattern = 0;
		let near = 0;
		for (let i = draw * m; i < end; i += 1) {
			const own = whole[i] as number;
			for (let k = i + 1; k < end; k += 1) {
				const behind = (whole[k] as number) - own;
				pattern = (pattern << 1) | (behind >>> 31);
				near |= (behind ^ (behind >> 31)) - NEAR;
			}
		}
		patterns[draw] = near < 0 ? -1 : pattern;
	}
}

/** Adds the draw whose scores begin at `start`, everyone against everyone; writes the shares of the first place. */
function addPairs(scores: Float64Array, start: number, { places, wins }: Counts, firsts: Float64Array): void {
	const m = firsts.length;
	const room = SAME * largestOf(scores, start, start + m);
	for (let i = 0; i < m; i += 1) {
		let [before, level] = [0, 1];
		for (let k = 0; k < m; k += 1) {
			if (k === i) continue;
			const lead = (scores[start + i] as number) - (scores[start + k] as number);
			if (lead > room) wins[i * m + k] = (wins[i * m + k] as number) + 1;
			else if (lead < -room) before += 1;
			else level += 1;
		}
		// A tie shares its places equally.
		for (let place = before; place < before + level; place += 1)
			places[i * m + place] = (places[i * m + place] as number) + 1 / level;
		firsts[i] = before === 0 ? 1 / level : 0;
	}
}

/** How many stand before each alternative in a pattern. */
function placesIn(pattern: number, m: number): Int32Array {
	const before = new Int32Array(m);
	let pair = (m * (m - 1)) / 2;
	for (let i = 0; i < m; i += 1)
		for (let k = i + 1; k < m; k += 1) {
			pair -= 1;
			const loser = (pattern >> pair) & 1 ? k : i;
			before[loser] = (before[loser] as number) + 1;
		}
	return before;
}

/** Adds what a pattern says, as often as it was seen. A pattern without a tie is an order, so places say who wins. */
function addPattern(pattern: number, times: number, m: number, { places, wins }: Counts): void {
	const before = placesIn(pattern, m);
	before.forEach((place, i) => {
		places[i * m + place] = (places[i * m + place] as number) + times;
		before.forEach((other, k) => {
			if (place < other) wins[i * m + k] = (wins[i * m + k] as number) + times;
		});
	});
}

/** Credits the alternative with a share of the first place of a draw and with the weights that gave it. */
function credit(
	{ first, central }: Counts,
	row: number,
	share: number,
	weights: Float64Array,
	from: number,
): void {
	first[row] = (first[row] as number) + share;
	const n = central.length / first.length;
	for (let column = 0; column < n; column += 1)
		central[row * n + column] =
			(central[row * n + column] as number) + share * (weights[from + column] as number);
}

/** The counters of patterns, and who leads in each: the row and 1, or 0 where nobody has asked yet. */
interface Patterns {
	readonly seen: Int32Array;
	readonly leaders: Int8Array;
}

function leaderOf({ leaders }: Patterns, pattern: number, m: number): number {
	const known = leaders[pattern] as number;
	if (known > 0) return known - 1;
	const row = placesIn(pattern, m).indexOf(0);
	leaders[pattern] = row + 1;
	return row;
}

/** An empty tally of draws that rank `m` alternatives under `n` weights. */
export function tallyOf(m: number, n: number): Tally {
	const counts: Counts = {
		places: new Float64Array(m * m),
		wins: new Float64Array(m * m),
		first: new Float64Array(m),
		central: new Float64Array(m * n),
	};
	const outcomes = 2 ** ((m * (m - 1)) / 2);
	const known = m <= FEW ? { seen: new Int32Array(outcomes), leaders: new Int8Array(outcomes) } : null;
	const [whole, own] = [new Int32Array(DRAWS_AT_ONCE * m), new Int32Array(DRAWS_AT_ONCE)];
	const firsts = new Float64Array(m);
	const addOne = (scores: Float64Array, weights: Float64Array, draw: number): void => {
		addPairs(scores, draw * m, counts, firsts);
		firsts.forEach((share, row) => {
			if (share > 0) credit(counts, row, share, weights, draw * n);
		});
	};
	return {
		add(scores, weights, draws, patterns) {
			const found = patterns ?? own;
			if (known !== null && patterns === undefined) findPatterns(scores, m, whole, own.subarray(0, draws));
			for (let draw = 0; draw < draws; draw += 1) {
				const pattern = found[draw] as number;
				if (known === null || pattern < 0) {
					addOne(scores, weights, draw);
					continue;
				}
				known.seen[pattern] = (known.seen[pattern] as number) + 1;
				credit(counts, leaderOf(known, pattern, m), 1, weights, draw * n);
			}
		},
		counts() {
			known?.seen.forEach((times, pattern) => {
				if (times > 0) addPattern(pattern, times, m, counts);
			});
			known?.seen.fill(0);
			return counts;
		},
	};
}
