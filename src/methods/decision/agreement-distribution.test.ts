import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactAgreementP } from './agreement-distribution.ts';
import { kendallW } from './group-kendall-w.ts';

/** Every order of a list, one after the other. */
function orders(list: readonly number[]): number[][] {
	if (list.length === 0) return [[]];
	return list.flatMap((value, at) =>
		orders([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [value, ...rest]),
	);
}

/** By brute force: every voter in every order, the first too. */
function counted(ranks: readonly (readonly number[])[], observed: number): number {
	const mean = (ranks.length * ((ranks[0]?.length ?? 0) + 1)) / 2;
	let all: number[][] = [(ranks[0] ?? []).map(() => 0)];
	for (const row of ranks)
		all = all.flatMap((sums) => orders(row).map((order) => sums.map((sum, at) => sum + (order[at] ?? NaN))));
	const reached = all.filter((sums) => sums.reduce((s, sum) => s + (sum - mean) ** 2, 0) >= observed - 1e-9);
	return reached.length / all.length;
}

/** Voters of untied ranks whose rank sums have this S, first found. */
function votersWithS(voters: number, alternatives: number, s: number): number[][] {
	const first = Array.from({ length: alternatives }, (_, at) => at + 1);
	const mean = (voters * (alternatives + 1)) / 2;
	const walk = (chosen: number[][]): number[][] | null => {
		if (chosen.length === voters) {
			const sums = first.map((_, at) => chosen.reduce((sum, row) => sum + (row[at] ?? NaN), 0));
			return Math.abs(sums.reduce((total, sum) => total + (sum - mean) ** 2, 0) - s) < 1e-9 ? chosen : null;
		}
		for (const order of orders(first)) {
			const found = walk([...chosen, order]);
			if (found !== null) return found;
		}
		return null;
	};
	return walk([first]) ?? [];
}

describe('the exact distribution of agreement', () => {
	// Friedman, M. (1937), JASA 32, table V, and Siegel and Castellan (1988), table M: three alternatives.
	it.each([
		[3, 18, 0.028],
		[3, 14, 0.194],
		[3, 8, 0.361],
		[3, 6, 0.528],
		[4, 32, 0.0046],
		[4, 26, 0.042],
		[4, 24, 0.069],
		[4, 18, 0.125],
	])('%i voters on three alternatives: P(S >= %i) = %f as printed', (voters, s, printed) => {
		const p = exactAgreementP(votersWithS(voters, 3, s), s) ?? NaN;
		expect(Math.abs(p - printed)).toBeLessThanOrEqual(printed < 0.01 ? 0.00005 : 0.00051);
	});

	it('is what brute force counts, with ties too', () => {
		const voter = (n: number) =>
			fc.constantFrom(
				...(n === 3
					? [
							[1, 2, 3],
							[1.5, 1.5, 3],
							[2, 2, 2],
							[1, 2.5, 2.5],
						]
					: [
							[1, 2, 3, 4],
							[1, 2.5, 2.5, 4],
							[2.5, 2.5, 2.5, 2.5],
							[2, 2, 2, 4],
						]),
			);
		const table = fc.oneof(
			fc.array(voter(3), { minLength: 2, maxLength: 5 }),
			fc.array(voter(4), { minLength: 2, maxLength: 3 }),
		);
		fc.assert(
			fc.property(table, fc.double({ min: 0, max: 40, noNaN: true }), (ranks, observed) => {
				expect(exactAgreementP(ranks, observed)).toBeCloseTo(counted(ranks, observed), 10);
			}),
			{ numRuns: 40 },
		);
	}, 60_000);

	it('is left for shuffles when there are too many orders, and shuffles come near it where both can', () => {
		const many = Array.from({ length: 9 }, (_, at) =>
			[1, 2, 3, 4, 5, 6, 7].map((rank) => ((rank + at) % 7) + 1),
		);
		expect(exactAgreementP(many, 1)).toBeNull();
		expect(kendallW.compute({ ranks: many }).result?.test).toBe('permutation');
		const ranks = [
			[1, 2, 3, 4],
			[2, 1, 3, 4],
			[1, 3, 2, 4],
		];
		const exact = kendallW.compute({ ranks }).result;
		const drawn = kendallW.compute({ ranks, parameters: { permutations: 20_000 } }).result;
		expect([exact?.test, drawn?.test]).toEqual(['exact', 'permutation']);
		expect(Math.abs((exact?.p ?? NaN) - (drawn?.p ?? NaN))).toBeLessThan(0.01);
	});

	it('gives way to chi-square above seven alternatives, and is near it there', () => {
		const eight = [
			[1, 2, 3, 4, 5, 6, 7, 8],
			[2, 1, 4, 3, 6, 5, 8, 7],
		];
		expect(kendallW.compute({ ranks: eight }).result?.test).toBe('chi-square');
		const seven = Array.from({ length: 3 }, () => [1, 2, 3, 4, 5, 6, 7]);
		expect(kendallW.compute({ ranks: seven.slice(1) }).result?.p).toBeCloseTo(1 / 5040, 12);
	});
});
