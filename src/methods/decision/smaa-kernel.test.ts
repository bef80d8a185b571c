import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelSource } from '../../../scripts/kernel.js';
import { additiveValues } from './robust-ranker.ts';
import { kernelOf } from './smaa-kernel.ts';
import { weightDraw } from './smaa-draws.ts';
import { DRAWS_AT_ONCE, FEW, findPatterns } from './smaa-tally.ts';

type Table = readonly (readonly number[])[];

/** What the loop in TypeScript says: weights one draw after another, sums in the order of the criteria. */
function plainly(values: Table, seed: number, draws: number) {
	const n = values[0]?.length ?? 0;
	const draw = weightDraw(seed, { kind: 'free' }, n, []);
	const weights = Array.from({ length: draws }, (_, index) => {
		const into = new Float64Array(n);
		draw(into, index);
		return [...into];
	});
	const scores = weights.map((own) =>
		values.map((row) => row.reduce((sum, value, column) => sum + (own[column] ?? NaN) * value, 0)),
	);
	return { weights, scores };
}

const tables = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 8 })).chain(([m, n]) =>
	fc.array(
		fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
			minLength: n,
			maxLength: n,
		}),
		{ minLength: m, maxLength: m },
	),
);

describe('the kernel of stochastic acceptability', () => {
	it('draws and scores bit for bit as the loop in TypeScript, block after block', () => {
		fc.assert(
			fc.property(
				tables,
				fc.integer(),
				fc.array(fc.integer({ min: 1, max: DRAWS_AT_ONCE }), { minLength: 1, maxLength: 3 }),
				(values, seed, blocks) => {
					const kernel = kernelOf(values, seed);
					if (kernel === null) throw new Error('WebAssembly with SIMD is part of every Node this runs on');
					const [m, n] = [values.length, values[0]?.length ?? 0];
					const all = plainly(
						values,
						seed,
						blocks.reduce((sum, draws) => sum + draws, 0),
					);
					let from = 0;
					for (const draws of blocks) {
						kernel.draw(draws);
						const weights = all.weights.slice(from, from + draws).flat();
						const scores = all.scores.slice(from, from + draws).flat();
						expect([...kernel.weights.subarray(0, draws * n)]).toEqual(weights);
						// A sum of nothing but zeros may have either sign.
						expect([...kernel.scores.subarray(0, draws * m)].map((score) => score + 0)).toEqual(
							scores.map((score) => score + 0),
						);
						from += draws;
					}
				},
			),
			{ numRuns: 150 },
		);
	});

	it('tells who is before whom as the tally does, and looks again only where a tie is near', () => {
		fc.assert(
			fc.property(tables, fc.integer(), (values, seed) => {
				const m = values.length;
				const kernel = kernelOf(values, seed);
				kernel?.draw(DRAWS_AT_ONCE);
				if (m > FEW) {
					expect(kernel?.patterns).toBeUndefined();
					return;
				}
				const expected = new Int32Array(DRAWS_AT_ONCE);
				findPatterns(kernel?.scores ?? new Float64Array(), m, new Int32Array(DRAWS_AT_ONCE * m), expected);
				// The tally, which looks at whole numbers, suspects more ties, never fewer.
				kernel?.patterns?.forEach((pattern, draw) => {
					if (expected[draw] !== -1) expect(pattern).toBe(expected[draw]);
				});
			}),
			{ numRuns: 150 },
		);
	});

	it('takes equal alternatives for a tie', () => {
		const kernel = kernelOf(
			additiveValues(
				[
					[1, 2],
					[1, 2],
					[3, 0],
				],
				['benefit', 'cost'],
				undefined,
			),
			1,
		);
		kernel?.draw(4);
		expect([...(kernel?.patterns?.subarray(0, 4) ?? [])]).toEqual([-1, -1, -1, -1]);
	});

	it('runs the bytes that its text makes', async () => {
		const bytes = readFileSync(new URL('./smaa-kernel-bytes.ts', import.meta.url), 'utf8');
		expect(bytes).toBe(await kernelSource());
	});
});
