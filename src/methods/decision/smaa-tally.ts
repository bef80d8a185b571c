/** Counting the places of many draws: by pattern where few alternatives have few patterns, else pair by pair. */

/** Scores that differ by less, against the largest, are a tie. */
const SAME = 1e-12;

/** Up to so many alternatives every outcome of all pairs has its own counter: 15 pairs, 32,768 patterns. */
const FEW = 6;

export interface Tally {
	/** Adds one draw and writes into `firsts` the share of the first place that each alternative takes. */
	add(scores: Float64Array, firsts: Float64Array): void;
	/** How often alternative i takes place r, and stands before k; row after row. */
	counts(): { readonly places: Float64Array; readonly wins: Float64Array };
}

/** Who is before whom, one bit a pair; -1 when two scores are a tie. */
function patternOf(scores: Float64Array): number {
	const m = scores.length;
	let pattern = 0;
	let size = 0;
	let gap = Infinity;
	for (let i = 0; i < m; i += 1) {
		const own = scores[i] as number;
		size = Math.max(size, Math.abs(own));
		for (let k = i + 1; k < m; k += 1) {
			const lead = own - (scores[k] as number);
			// No branch here: which of two scores is the larger is what nobody can foresee.
			pattern = (pattern << 1) | (lead > 0 ? 1 : 0);
			gap = Math.min(gap, Math.abs(lead));
		}
	}
	return gap > SAME * size ? pattern : -1;
}

function addPairs(
	scores: Float64Array,
	places: Float64Array,
	wins: Float64Array,
	firsts: Float64Array,
): void {
	const m = scores.length;
	let size = 0;
	for (let i = 0; i < m; i += 1) size = Math.max(size, Math.abs(scores[i] as number));
	const room = SAME * size;
	for (let i = 0; i < m; i += 1) {
		let [before, level] = [0, 1];
		for (let k = 0; k < m; k += 1) {
			if (k === i) continue;
			const lead = (scores[i] as number) - (scores[k] as number);
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

/** Adds what a pattern says, as often as it was seen. */
function addPattern(
	pattern: number,
	times: number,
	m: number,
	places: Float64Array,
	wins: Float64Array,
): void {
	const before = new Int32Array(m);
	let pair = (m * (m - 1)) / 2;
	for (let i = 0; i < m; i += 1)
		for (let k = i + 1; k < m; k += 1) {
			pair -= 1;
			const [winner, loser] = (pattern >> pair) & 1 ? [i, k] : [k, i];
			before[loser] = (before[loser] as number) + 1;
			wins[winner * m + loser] = (wins[winner * m + loser] as number) + times;
		}
	before.forEach((place, i) => (places[i * m + place] = (places[i * m + place] as number) + times));
}

/** An empty tally of draws that rank `m` alternatives. */
export function tallyOf(m: number): Tally {
	const [places, wins] = [new Float64Array(m * m), new Float64Array(m * m)];
	const patterns = m <= FEW ? new Int32Array(2 ** ((m * (m - 1)) / 2)) : null;
	return {
		add(scores, firsts) {
			const pattern = patterns === null ? -1 : patternOf(scores);
			if (patterns === null || pattern < 0) return addPairs(scores, places, wins, firsts);
			patterns[pattern] = (patterns[pattern] as number) + 1;
			let leader = 0;
			for (let i = 1; i < m; i += 1) if ((scores[i] as number) > (scores[leader] as number)) leader = i;
			firsts.fill(0);
			firsts[leader] = 1;
		},
		counts() {
			patterns?.forEach((times, pattern) => {
				if (times > 0) addPattern(pattern, times, m, places, wins);
			});
			patterns?.fill(0);
			return { places, wins };
		},
	};
}
