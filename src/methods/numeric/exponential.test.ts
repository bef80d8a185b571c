import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { exponential } from './exponential.ts';

const DRAWS = 1_000_000;

describe('an exponential draw', () => {
	const chance = xoroshiro128plus(20260101);
	const drawn = Float64Array.from({ length: DRAWS }, () => exponential(chance)).sort();

	it('is above 0 and finite', () => {
		expect(drawn[0]).toBeGreaterThan(0);
		expect(drawn.at(-1)).toBeLessThan(50);
	});

	it('has moments 1, 2, 6 and 24', () => {
		for (const [power, expected] of [
			[1, 1],
			[2, 2],
			[3, 6],
			[4, 24],
		] as const) {
			let sum = 0;
			for (const value of drawn) sum += value ** power;
			// Four standard errors; the variance of X^k is (2k)! - (k!)^2.
			const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
			const error = Math.sqrt((factorial(2 * power) - expected ** 2) / DRAWS);
			expect(Math.abs(sum / DRAWS - expected), `power ${power}`).toBeLessThan(4 * error);
		}
	});

	it('follows 1 - exp(-x) everywhere, in every strip and in the tail (Kolmogorov)', () => {
		let farthest = 0;
		drawn.forEach((value, index) => {
			farthest = Math.max(farthest, Math.abs((index + 0.5) / DRAWS + Math.expm1(-value)));
		});
		// 1.63 / sqrt(n) is exceeded once in a hundred samples of a right generator.
		expect(farthest).toBeLessThan(1.63 / Math.sqrt(DRAWS));
		const beyond = drawn.length - drawn.findIndex((value) => value > 7.69711747013105);
		const expected = DRAWS * Math.exp(-7.69711747013105);
		expect(Math.abs(beyond - expected)).toBeLessThan(4 * Math.sqrt(expected));
	});

	it('repeats itself for a seed', () => {
		const few = (seed: number) =>
			Array.from(
				{ length: 5 },
				(
					(one) => () =>
						exponential(one)
				)(xoroshiro128plus(seed)),
			);
		expect(few(3)).toEqual(few(3));
		expect(few(3)).not.toEqual(few(4));
	});
});
