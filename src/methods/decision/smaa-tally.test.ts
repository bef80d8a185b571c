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

describe('the tally of draws', () => {
	it('counts places, wins and firsts as a plain count does, with and without ties, few alternatives or many', () => {
		const draws = fc
			.integer({ min: 1, max: 9 })
			.chain((m) =>
				fc.array(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: m, maxLength: m }), { minLength: 1 }),
			);
		fc.assert(
			fc.property(draws, (list) => {
				const m = list[0]?.length ?? 0;
				const tally = tallyOf(m);
				for (const scores of list) {
					const firsts = new Float64Array(m).fill(9);
					tally.add(Float64Array.from(scores), firsts);
					const best = Math.max(...scores);
					const level = scores.filter((score) => score === best).length;
					expect([...firsts]).toEqual(scores.map((score) => (score === best ? 1 / level : 0)));
				}
				const { places, wins } = tally.counts();
				const expected = plainly(list, m);
				expect([...wins]).toEqual(expected.wins);
				places.forEach((count, index) => expect(count).toBeCloseTo(expected.places[index] ?? NaN, 9));
			}),
			{ numRuns: 300 },
		);
	});

	it('takes scores that differ by rounding alone for a tie', () => {
		const tally = tallyOf(2);
		const firsts = new Float64Array(2);
		tally.add(Float64Array.of(0.1 + 0.2, 0.3), firsts);
		expect([...firsts]).toEqual([0.5, 0.5]);
		expect([...tally.counts().wins]).toEqual([0, 0, 0, 0]);
	});
});
