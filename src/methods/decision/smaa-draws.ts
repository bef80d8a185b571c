/** Seeded draws of weights and of criteria values; each fills an array that is used again for the next draw. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { exponential } from '../numeric/exponential.ts';
import type { ValueModel, WeightModel } from './smaa-input.ts';
import type { Matrix } from './robust-ranker.ts';

/** Fills `into` with draw number `draw`. */
export type Draw = (into: Float64Array, draw: number) => void;

type Chance = ReturnType<typeof xoroshiro128plus>;

/** Uniform over the simplex: exponentials over their sum (Devroye, L. (1986), ch. V.2). */
function fillSimplex(chance: Chance, into: Float64Array): void {
	let total = 0;
	for (let index = 0; index < into.length; index += 1) {
		const part = exponential(chance);
		into[index] = part;
		total += part;
	}
	const share = 1 / total;
	for (let index = 0; index < into.length; index += 1) into[index] = (into[index] as number) * share;
}

/** Two weights trade, the others stay: the hit-and-run walk along the edges of the simplex, within the bounds. */
function walk(chance: Chance, at: Float64Array, low: Float64Array, high: Float64Array, steps: number): void {
	for (let step = 0; step < steps && at.length > 1; step += 1) {
		const first = uniformInt(chance, 0, at.length - 1);
		const second = (first + uniformInt(chance, 1, at.length - 1)) % at.length;
		const [a, b] = [at[first] as number, at[second] as number];
		const least = Math.max((low[first] as number) - a, b - (high[second] as number));
		const most = Math.min((high[first] as number) - a, b - (low[second] as number));
		const move = least + (most - least) * uniformFloat64(chance);
		at[first] = Math.max(0, a + move);
		at[second] = Math.max(0, b - move);
	}
}

function boundedDraw(chance: Chance, model: WeightModel, n: number): Draw {
	const low = Float64Array.from({ length: n }, (_, index) => model.low?.[index] ?? 0);
	const high = Float64Array.from({ length: n }, (_, index) => Math.min(1, model.high?.[index] ?? 1));
	const [least, most] = [low.reduce((a, b) => a + b, 0), high.reduce((a, b) => a + b, 0)];
	const share = most > least ? Math.min(1, Math.max(0, (1 - least) / (most - least))) : 0;
	const at = low.map((value, index) => value + ((high[index] as number) - value) * share);
	walk(chance, at, low, high, 200 * n);
	return (into) => {
		walk(chance, at, low, high, 4 * n);
		into.set(at);
	};
}

/** Sorted uniform weights, the largest to rank 1; inside a tie the places are dealt by chance. */
function ordinalDraw(chance: Chance, ranks: readonly number[]): Draw {
	const order = ranks.map((_, index) => index).sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
	return (into) => {
		fillSimplex(chance, into);
		const sorted = into.slice().sort().reverse();
		for (let from = 0; from < order.length;) {
			let to = from + 1;
			while (to < order.length && ranks[order[to] as number] === ranks[order[from] as number]) to += 1;
			for (let last = to - 1; last > from; last -= 1) {
				const other = uniformInt(chance, from, last);
				[order[last], order[other]] = [order[other] as number, order[last] as number];
			}
			from = to;
		}
		order.forEach((column, place) => (into[column] = sorted[place] as number));
	};
}

function twoLevelDraw(chance: Chance, { groups, between, inside }: WeightModel): Draw {
	const aspects = groups ?? [];
	const outer = new Float64Array(aspects.length).fill(1 / aspects.length);
	const inner = aspects.map(({ criteria }) => new Float64Array(criteria.length).fill(1 / criteria.length));
	return (into) => {
		if (between !== 'equal') fillSimplex(chance, outer);
		aspects.forEach(({ criteria }, group) => {
			const shares = inner[group] as Float64Array;
			if (inside !== 'equal') fillSimplex(chance, shares);
			criteria.forEach(
				(column, place) => (into[column] = (outer[group] as number) * (shares[place] as number)),
			);
		});
	};
}

const normalised = (rows: readonly (readonly number[])[]): number[][] =>
	rows.map((weights) => {
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		return weights.map((weight) => weight / total);
	});

/** The draws of a weight model, for so many criteria; `fixed` is what the model `fixed` repeats. */
export function weightDraw(seed: number, model: WeightModel, n: number, fixed: readonly number[]): Draw {
	const chance = xoroshiro128plus(seed);
	if (model.kind === 'fixed') return (into) => into.set(fixed);
	if (model.kind === 'bounded') return boundedDraw(chance, model, n);
	if (model.kind === 'ordinal') return ordinalDraw(chance, model.ranks ?? []);
	if (model.kind === 'two-level') return twoLevelDraw(chance, model);
	if (model.kind === 'respondents' || model.kind === 'samples') {
		const rows = normalised(model.rows ?? []);
		if (model.kind === 'samples') return (into, draw) => into.set(rows[draw] as number[]);
		return (into) => into.set(rows[uniformInt(chance, 0, rows.length - 1)] as number[]);
	}
	return (into) => fillSimplex(chance, into);
}

/** Standard normal by the polar method (Marsaglia, G. and Bray, T. A. (1964), SIAM Review 6(3), 260-264). */
function normal(chance: Chance): number {
	for (;;) {
		const [u, v] = [2 * uniformFloat64(chance) - 1, 2 * uniformFloat64(chance) - 1];
		const s = u * u + v * v;
		if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
	}
}

/** The draws of a value model: a matrix, row after row. The stream is apart from that of the weights. */
export function valueDraw(seed: number, { kind, spread, matrices }: ValueModel, matrix: Matrix): Draw {
	const chance = xoroshiro128plus(seed ^ 0x2545f491);
	const base = Float64Array.from(matrix.flat());
	if (kind === 'uniform' || kind === 'normal') {
		const spreads = Float64Array.from(
			matrix.flatMap((_, index) => spread?.[spread.length === 1 ? 0 : index] ?? []),
		);
		return (into) => {
			for (let cell = 0; cell < base.length; cell += 1) {
				const away = kind === 'normal' ? normal(chance) : 2 * uniformFloat64(chance) - 1;
				into[cell] = (base[cell] as number) + away * (spreads[cell] as number);
			}
		};
	}
	const lists = (matrices ?? []).map((one) => Float64Array.from(one.flat()));
	if (kind === 'samples') return (into, draw) => into.set(lists[draw] as Float64Array);
	if (kind === 'bootstrap')
		return (into) => {
			into.fill(0);
			for (let one = 0; one < lists.length; one += 1) {
				const picked = lists[uniformInt(chance, 0, lists.length - 1)] as Float64Array;
				for (let cell = 0; cell < into.length; cell += 1)
					into[cell] = (into[cell] as number) + (picked[cell] as number) / lists.length;
			}
		};
	return (into) => into.set(base);
}
