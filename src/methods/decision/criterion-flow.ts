/** The flows of one criterion of PROMETHEE: what its preference function says of every pair, summed over the pairs. */
import type { Preference, StraightPart } from './preference-function.ts';

const at = (values: Float64Array, index: number): number => values[index] as number;

/** Up to so many alternatives every pair is looked at, so that no sum is made from the sum before it. */
const PAIR_BY_PAIR = 256;

type Between = (winner: number, from: number, to: number) => number;

/**
 * The leaving flow of every place of a sorted column: those an alternative beats in full stand first, those it does not
 * beat stand last. `between` sums over the places it beats in part. `entering` receives what was beaten in full.
 */
function leavingFlow(
	sorted: Float64Array,
	{ degree }: Preference,
	between: Between,
	entering?: Float64Array,
): Float64Array {
	const count = sorted.length;
	const share = (winner: number, loser: number): number => {
		const advantage = at(sorted, winner) - at(sorted, loser);
		return advantage > 0 ? degree(advantage) : 0;
	};
	const leaving = new Float64Array(count);
	/** How many winners beat this place in full, counted at the last of the places they beat. */
	const beatenInFull = new Float64Array(count + 1);
	let [full, some] = [0, 0];
	for (let winner = 0; winner < count; winner += 1) {
		while (full < winner && share(winner, full) === 1) full += 1;
		some = Math.max(some, full);
		while (some < winner && share(winner, some) > 0) some += 1;
		leaving[winner] = full + between(winner, full, some);
		beatenInFull[full] = at(beatenInFull, full) + 1;
	}
	if (entering === undefined) return leaving;
	for (let place = count - 1, beaten = 0; place >= 0; place -= 1) {
		beaten += at(beatenInFull, place + 1);
		entering[place] = at(entering, place) + beaten;
	}
	return leaving;
}

/** Both flows, every pair that is beaten in part looked at once. */
function pairFlows(sorted: Float64Array, preference: Preference): [Float64Array, Float64Array] {
	const entering = new Float64Array(sorted.length);
	const each: Between = (winner, from, to) => {
		let sum = 0;
		for (let loser = from; loser < to; loser += 1) {
			const share = preference.degree(at(sorted, winner) - at(sorted, loser));
			sum += share;
			entering[loser] = at(entering, loser) + share;
		}
		return sum;
	};
	return [leavingFlow(sorted, preference, each, entering), entering];
}

/**
 * Where preference grows in a straight line, the sum over those beaten in part follows from that of the place before:
 * all advantages grow by the same step, some leave and some come. One pass instead of all pairs.
 */
function straightSums(sorted: Float64Array, { start, span }: StraightPart): Between {
	const progress = (winner: number, loser: number): number =>
		(at(sorted, winner) - at(sorted, loser) - start) / span;
	let [first, end, sum] = [0, 0, 0];
	return (winner, from, to) => {
		if (winner > 0) sum += ((end - first) * (at(sorted, winner) - at(sorted, winner - 1))) / span;
		for (; first < Math.min(from, end); first += 1) sum -= progress(winner, first);
		// From nothing again, whatever rounding the sum had gathered.
		if (first === end || from >= end) [first, end, sum] = [from, from, 0];
		for (; end < to; end += 1) sum += progress(winner, end);
		return Math.min(to - from, Math.max(0, sum));
	};
}

/** Both flows in one pass each, for a preference without curves. */
function straightFlows(
	sorted: Float64Array,
	preference: Preference,
	middle: 'half' | StraightPart,
): [Float64Array, Float64Array] {
	const flow = (values: Float64Array): Float64Array =>
		leavingFlow(
			values,
			preference,
			middle === 'half' ? (_, from, to) => (to - from) / 2 : straightSums(values, middle),
		);
	// Turned upside down, whoever was beaten beats: the same advantages, seen from the other side.
	return [flow(sorted), flow(sorted.map((value) => 0 - value).reverse()).reverse()];
}

/**
 * How strongly each alternative beats the others on one criterion, and how strongly they beat it: sums of degrees over
 * all others. Time grows with n log n; for a curved preference (`middle` null) with the pairs it tells apart.
 */
export function criterionFlow(values: Float64Array, preference: Preference): [Float64Array, Float64Array] {
	const count = values.length;
	const order = Array.from(values.keys()).sort((left, right) => at(values, left) - at(values, right));
	const sorted = Float64Array.from(order, (row) => at(values, row));
	const { middle } = preference;
	const [leaving, entering] =
		middle === null || count <= PAIR_BY_PAIR
			? pairFlows(sorted, preference)
			: straightFlows(sorted, preference, middle);
	const [plus, minus] = [new Float64Array(count), new Float64Array(count)];
	order.forEach((row, place) => {
		plus[row] = at(leaving, place);
		minus[row] = at(entering, place);
	});
	return [plus, minus];
}
