import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceInDifferences } from './difference-in-differences.ts';
import { mannWhitney } from './mann-whitney.ts';
import { permutationTest, waysToDeal } from './permutation-test.ts';

const of = (x: readonly (number | null)[], y: readonly (number | null)[], more: object = {}) =>
	differenceInDifferences.compute({
		participants: { differences: x },
		comparison: { differences: y },
		...more,
	});

/** Every choice of n1 of the figures, by brute force over bits. */
function bruteP(x: readonly number[], y: readonly number[], as: 'two-sided' | 'greater' | 'less'): number {
	const all = [...x, ...y];
	const total = all.reduce((sum, value) => sum + value, 0);
	const effect = (sum: number) => sum / x.length - (total - sum) / y.length;
	const seen = effect(x.reduce((sum, value) => sum + value, 0));
	let [asFar, ways] = [0, 0];
	for (let bits = 0; bits < 2 ** all.length; bits += 1) {
		const chosen = all.filter((_, at) => (bits & (1 << at)) !== 0);
		if (chosen.length !== x.length) continue;
		ways += 1;
		const found = effect(chosen.reduce((sum, value) => sum + value, 0));
		const far =
			as === 'greater'
				? found >= seen - 1e-9
				: as === 'less'
					? found <= seen + 1e-9
					: Math.abs(found) >= Math.abs(seen) - 1e-9;
		if (far) asFar += 1;
	}
	return asFar / ways;
}

describe('difference in differences', () => {
	it('is the change of one group less that of the other (Card and Krueger 1994, table 3)', () => {
		// Mean employment a restaurant: New Jersey 20.44 and 21.03, Pennsylvania 23.33 and 21.17; printed 0.59, -2.16, 2.76
		// (2.75 of the rounded means).
		const { result } = differenceInDifferences.compute({
			participants: { before: [20.44], after: [21.03] },
			comparison: { before: [23.33], after: [21.17] },
		});
		expect(result?.participants.change).toBeCloseTo(0.59, 12);
		expect(result?.comparison.change).toBeCloseTo(-2.16, 12);
		expect(result?.effect).toBeCloseTo(2.75, 12);
		expect(result?.standardError).toBeNull();
	});

	it('worked by hand: three who rose by 3, 2, 2 against three who rose by 1, 0, 0', () => {
		const { result, warnings } = of([3, 2, 2], [1, 0, 0]);
		expect(result?.effect).toBeCloseTo(2, 12);
		// The one deal of the twenty that parts them so far, and its mirror.
		expect(result).toMatchObject({ p: 0.1, distribution: 'exact', permutations: 20, smallestP: 0.1 });
		expect(of([3, 2, 2], [1, 0, 0], { alternative: 'greater' }).result?.p).toBe(0.05);
		expect(of([3, 2, 2], [1, 0, 0], { alternative: 'less' }).result?.p).toBe(1);
		// s^2 = 1/3 in both groups of three.
		expect(result?.standardError).toBeCloseTo(Math.sqrt(2 / 9), 12);
		expect(warnings.map(({ code }) => code)).toEqual(['CANNOT_REACH_SIGNIFICANCE', 'SAME_TREND_ASSUMED']);
	});

	it('agrees with brute force over every deal, either way', () => {
		const figures = (least: number) =>
			fc.array(fc.integer({ min: -5, max: 5 }), { minLength: least, maxLength: 6 });
		const sides = fc.constantFrom('two-sided' as const, 'greater' as const, 'less' as const);
		fc.assert(
			fc.property(figures(1), figures(1), sides, (x, y, alternative) => {
				const { result } = of(x, y, { alternative });
				expect(result?.distribution).toBe('exact');
				expect(result?.p).toBeCloseTo(bruteP(x, y, alternative), 12);
			}),
			{ numRuns: 60 },
		);
	});

	it('of ranks without ties is the exact Mann-Whitney test', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 9 }), (ranks) => {
				const [x, y] = [ranks.slice(0, 4), ranks.slice(4)];
				const options = { alternative: 'greater' as const };
				const rankSum = mannWhitney.compute({ x, y, ...options }).result?.p ?? NaN;
				expect(of(x, y, options).result?.p).toBeCloseTo(rankSum, 12);
			}),
		);
	});

	it('draws at random where the deals are too many, near the exact p, the same for the same seed', () => {
		const x = [3, 2, 4, 1, 2, 3, 0];
		const y = [1, 2, 0, 1, 3, 1, 0, 2];
		const options = { alternative: 'two-sided' as const, draws: 40_000, seed: 1 };
		const exact = permutationTest(x, y, { ...options, exactUpTo: 1e6 });
		const drawn = permutationTest(x, y, { ...options, exactUpTo: 1 });
		expect([exact.distribution, drawn.distribution]).toEqual(['exact', 'random']);
		expect(exact.permutations).toBe(waysToDeal(15, 7, 1e6));
		expect(Math.abs(exact.p - drawn.p)).toBeLessThan(4 * Math.sqrt(exact.p / 40_000));
		const many = Array.from({ length: 40 }, (_, at) => at % 7);
		const bytes = (seed: number) => JSON.stringify(of(many, many.slice(3), { seed }).result);
		expect(bytes(5)).toBe(bytes(5));
		expect(bytes(5)).not.toBe(bytes(6));
		expect(
			of(
				many.map((value) => value + 50),
				many,
			).result?.p,
		).toBeCloseTo(1 / 10_001, 12);
	});

	it('turns round with the groups, and does not heed a unit or what both groups gained', () => {
		const some = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 6 });
		fc.assert(
			fc.property(some, some, fc.integer({ min: -5, max: 5 }), (x, y, gain) => {
				const here = of(x, y).result;
				const there = of(y, x).result;
				expect(there?.effect).toBeCloseTo(-(here?.effect ?? NaN), 10);
				expect(there?.p).toBeCloseTo(here?.p ?? NaN, 12);
				const lifted = (list: number[]) => list.map((value) => (value + gain) * 1000);
				const moved = of(lifted(x), lifted(y)).result;
				expect(moved?.effect).toBeCloseTo(1000 * (here?.effect ?? NaN), 6);
				expect(moved?.p).toBeCloseTo(here?.p ?? NaN, 12);
			}),
		);
	});

	it('leaves out who was asked once, and says where nothing moved', () => {
		const answer = differenceInDifferences.compute({
			participants: { before: [1, 2, null], after: [1, 2, 5] },
			comparison: { differences: [0, 0, null, null] },
		});
		expect(answer.result?.p).toBe(1);
		expect(answer.warnings).toEqual([
			{ code: 'PAIRS_LEFT_OUT', at: 'participants.before', params: { count: 1 } },
			{ code: 'PAIRS_LEFT_OUT', at: 'comparison.differences', params: { count: 2 } },
			{ code: 'NOTHING_MOVED', at: 'participants' },
			{ code: 'CANNOT_REACH_SIGNIFICANCE', at: 'p', params: { smallest: 1 / 3 } },
			{ code: 'SAME_TREND_ASSUMED', at: 'effect' },
		]);
	});

	it.each([
		['MISSING_INPUT', 'comparison', { participants: { differences: [1] } }],
		[
			'MISSING_INPUT',
			'participants.before',
			{ participants: { after: [1] }, comparison: { differences: [1] } },
		],
		[
			'MISSING_INPUT',
			'comparison.differences',
			{ participants: { differences: [1] }, comparison: { differences: [null] } },
		],
		[
			'LENGTHS_DIFFER',
			'participants.after',
			{ participants: { before: [1], after: [1, 2] }, comparison: {} },
		],
		[
			'GIVEN_TWICE',
			'comparison.differences',
			{ participants: { differences: [1] }, comparison: { differences: [1], before: [1] } },
		],
		['NOT_A_COUNT', 'permutations', { permutations: 3 }],
		['NOT_AN_OBJECT', 'participants', { participants: 3 }],
		[
			'OUT_OF_RANGE',
			'participants',
			{ participants: { differences: [1e308, 1e308] }, comparison: { differences: [-1e308] } },
		],
	])('refuses with %s at %s', (reason, at, input) => {
		expect(differenceInDifferences.compute(input as never)).toMatchObject({ reason, at, result: null });
	});
});
