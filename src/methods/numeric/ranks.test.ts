import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageRanks, denseRanks, rankGroups } from './ranks.ts';

describe('ranks', () => {
	it('shares the average place between equals and leaves no gap when dense', () => {
		expect(averageRanks([10, 30, 20, 20], 'higher')).toEqual([4, 1, 2.5, 2.5]);
		expect(denseRanks([10, 30, 20, 20], 'higher')).toEqual([3, 1, 2, 2]);
		expect(averageRanks([10, 30, 20, 20], 'lower')).toEqual([1, 4, 2.5, 2.5]);
		expect(averageRanks([], 'higher')).toEqual([]);
	});

	it('takes for equal what differs by the order of a sum, and no more', () => {
		expect(denseRanks([0.1 + 0.2, 0.3], 'higher')).toEqual([1, 1]);
		expect(denseRanks([0, 1e-17, 1], 'lower')).toEqual([1, 1, 2]);
		expect(denseRanks([1, 1 + 1e-11], 'higher')).toEqual([2, 1]);
		const small = [1e-9, 2e-9, 1];
		expect(denseRanks(small, 'higher')).toEqual([3, 2, 1]);
	});

	it('does not tie a chain of small steps into one', () => {
		const chain = Array.from({ length: 10 }, (_, index) => 1 + index * 8e-13);
		expect(rankGroups(chain, 'lower').length).toBeGreaterThan(3);
	});

	it('sums to n(n+1)/2, follows a permutation, and turns round with the direction', () => {
		const list = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(list, (scores) => {
				const ranks = averageRanks(scores, 'higher');
				expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((scores.length * (scores.length + 1)) / 2);
				expect(averageRanks([...scores].reverse(), 'higher')).toEqual([...ranks].reverse());
				expect(averageRanks(scores, 'lower')).toEqual(ranks.map((rank) => scores.length + 1 - rank));
			}),
		);
	});
});
