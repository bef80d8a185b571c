import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tallyOf } from './smaa-tally.ts';

/** Places and wins counted the plain way: everyone against everyone, a tie sharing its places. */
function plainly(draws: readonly (readonly number[])[], m: number) {
	const [places, wins] = [new Array<number>(m * m).fill(0), new Array<number>(m * m).fill(0)];
	for (const scores of draws)
		scores.forEach((own, i) => {
			const before = scores.filter((other) => other > own).length;
			const level = scores.filter((other) => other === own).length;
			for (let place = before; place < before + level; place += 1)
				places[i * m + place] = (places[i * m + place] ?? 0) + 1 / level;
			scores.forEach((other, k) => {
				if (own > other) wins[i * m + k] = (wins[i * m + k] ?? 0) + 1;
			});
		});
	return { places, wins };
}

/** Shares of the first place and of the weights that gave it, counted the plain way. */
function creditPlainly(draws: readonly (readonly number[])[], weights: readonly number[], m: number) {
	const [first, central] = [new Array<number>(m).fill(0), new Array<number>(m).fill(0)];
	draws.forEach((scores, draw) => {
		const best = Math.max(...scores);
		const level = scores.filter((score) => score === best).length;
		scores.forEach((score, i) => {
			if (score !== best) return;
			first[i] = (first[i] ?? 0) + 1 / level;
			central[i] = (central[i] ?? 0) + (weights[draw] ?? NaN) / level;
		});
	});
	return { first, central };
}

describe('the tally of draws', () => {
	it('counts places, wins and firsts as a plain count does, with and without ties, few alternatives or many', () => {
		const draws = fc
			.integer({ min: 1, max: 9 })
			.chain((m) =>
				fc.array(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: m, maxLength: m }), { minLength: 1 }),
			);
		fc.assert(
			fc.property(draws, fc.integer({ min: 1, max: 4 }), (list, atOnce) => {
				const m = list[0]?.length ?? 0;
				const tally = tallyOf(m, 1);
				const weights = list.map((_, draw) => 1 + draw);
				for (let from = 0; from < list.length; from += atOnce) {
					const block = list.slice(from, from + atOnce);
					tally.add(Float64Array.from(block.flat()), Float64Array.from(weights.slice(from)), block.length);
				}
				const { places, wins, first, central } = tally.counts();
				const expected = { ...plainly(list, m), ...creditPlainly(list, weights, m) };
				expect([...wins]).toEqual(expected.wins);
				places.forEach((count, index) => expect(count).toBeCloseTo(expected.places[index] ?? NaN, 9));
				first.forEach((count, index) => expect(count).toBeCloseTo(expected.first[index] ?? NaN, 9));
				central.forEach((sum, index) => expect(sum).toBeCloseTo(expected.central[index] ?? NaN, 9));
			}),
			{ numRuns: 300 },
		);
	});

	it('takes scores that differ by rounding alone for a tie, and scores that differ by more for an order', () => {
		const tie = tallyOf(2, 1);
		tie.add(Float64Array.of(0.1 + 0.2, 0.3), Float64Array.of(1), 1);
		expect([...tie.counts().first]).toEqual([0.5, 0.5]);
		expect([...tie.counts().wins]).toEqual([0, 0, 0, 0]);
		// Nearer than whole numbers of 30 bits can tell apart.
		const order = tallyOf(2, 1);
		order.add(Float64Array.of(1, 1 + 1e-11), Float64Array.of(1), 1);
		expect([...order.counts().first]).toEqual([0, 1]);
	});
});
