/**
 * The innermost loop of stochastic acceptability as WebAssembly (smaa-kernel.wat): some five times as fast, and bit for
 * bit what the loop in TypeScript says. Where WebAssembly may not run there is no kernel and the other loop is used.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { atTheEdge, inside, width } from '../numeric/exponential.ts';
import { kernelBytes } from './smaa-kernel-bytes.ts';
import { DRAWS_AT_ONCE, FEW, SAME } from './smaa-tally.ts';

/** From so many draws on the kernel pays for its start: 0.3 ms, as long as a thousand draws take without it. */
export const KERNEL_PAYS = 5000;

export interface Kernel {
	/** What the last call of `draw` drew: weights and scores, a row a draw; patterns up to `FEW` alternatives. */
	readonly weights: Float64Array;
	readonly scores: Float64Array;
	readonly patterns: Int32Array | undefined;
	/** Draws so many times, at most `DRAWS_AT_ONCE`. */
	draw(draws: number): void;
}

interface Exports {
	start(high0: number, low0: number, high1: number, low1: number): void;
	next(): number;
	weigh(into: number, rows: number, n: number): void;
	score(
		values: number,
		weights: number,
		scores: number,
		lanes: number,
		pairs: number,
		m: number,
		n: number,
	): void;
	compare(scores: number, patterns: number, pairs: number, m: number, same: number): void;
}

const PAGE = 65_536;
const WIDE = 8;

let compiled: WebAssembly.Module | null | undefined;

/** Null where WebAssembly is forbidden (a page's policy) or too old for it. */
function moduleOf(): WebAssembly.Module | null {
	if (compiled === undefined)
		try {
			compiled = new WebAssembly.Module(Uint8Array.from(atob(kernelBytes), (letter) => letter.charCodeAt(0)));
		} catch {
			compiled = null;
		}
	return compiled;
}

/** A kernel for free weights over these values, more is better; null where it may not run. */
export function kernelOf(values: readonly (readonly number[])[], seed: number): Kernel | null {
	const code = moduleOf();
	if (code === null) return null;
	const [m, n] = [values.length, values[0]?.length ?? 0];
	// One after another; an odd last row of values has an empty one below it, as rows go two by two.
	const valuesAt = 2 * width.byteLength;
	const lanesAt = valuesAt + (m + 1) * n * WIDE;
	const weightsAt = lanesAt + (m + 1) * 2 * WIDE;
	const scoresAt = weightsAt + DRAWS_AT_ONCE * n * WIDE;
	const patternsAt = scoresAt + DRAWS_AT_ONCE * m * WIDE;
	const memory = new WebAssembly.Memory({ initial: Math.ceil((patternsAt + DRAWS_AT_ONCE * 4) / PAGE) });
	const edge = (strip: number, draw: number): number => atTheEdge(chance, strip, draw);
	const instance = new WebAssembly.Instance(code, { caller: { memory, atTheEdge: edge } });
	const kernel = instance.exports as unknown as Exports;
	const stream = xoroshiro128plus(seed);
	const chance = Object.assign(stream, { next: kernel.next });
	const [high0, low0, high1, low1] = stream.getState() as [number, number, number, number];
	kernel.start(high0, low0, high1, low1);
	const room = (at: number, length: number): Float64Array => new Float64Array(memory.buffer, at, length);
	room(0, width.length).set(width);
	room(width.byteLength, inside.length).set(inside);
	room(valuesAt, m * n).set(values.flat());
	const patterns = m <= FEW ? new Int32Array(memory.buffer, patternsAt, DRAWS_AT_ONCE) : undefined;
	return {
		weights: room(weightsAt, DRAWS_AT_ONCE * n),
		scores: room(scoresAt, DRAWS_AT_ONCE * m),
		patterns,
		draw(draws) {
			const pairs = Math.ceil(draws / 2);
			kernel.weigh(weightsAt, draws, n);
			kernel.score(valuesAt, weightsAt, scoresAt, lanesAt, pairs, m, n);
			if (patterns !== undefined) kernel.compare(scoresAt, patternsAt, pairs, m, SAME);
		},
	};
}
