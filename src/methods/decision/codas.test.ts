import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codas } from './codas.ts';

describe('CODAS', () => {
	it('scores as a look at all pairs does, whatever the threshold, level distances included', () => {
		const table = fc.record({
			matrix: fc.array(
				fc.tuple(
					fc.integer({ min: 1, max: 6 }),
					fc.integer({ min: 1, max: 6 }),
					fc.integer({ min: 1, max: 6 }),
				),
				{ minLength: 2, maxLength: 40 },
			),
			tau: fc.constantFrom(0, 0.02, 0.1, 0.5, 1),
		});
		fc.assert(
			fc.property(table, ({ matrix, tau }) => {
				const { result } = codas.compute({
					matrix,
					weights: [0.5, 0.3, 0.2],
					directions: ['benefit', 'cost', 'benefit'],
					parameters: { tau },
				});
				const { euclidean, taxicab, scores } = result ?? { euclidean: [], taxicab: [], scores: [] };
				expect(scores).toHaveLength(matrix.length);
				euclidean.forEach((own, i) => {
					const plainly = euclidean.reduce((sum, other, k) => {
						const city = Math.abs(own - other) >= tau ? (taxicab[i] ?? NaN) - (taxicab[k] ?? NaN) : 0;
						return sum + (own - other) + city;
					}, 0);
					expect(Math.abs((scores[i] ?? NaN) - plainly)).toBeLessThan(1e-12 * matrix.length);
				});
			}),
		);
	});

	it('scores alternatives that are all alike with exactly 0', () => {
		const matrix = Array.from({ length: 10 }, () => [0.1, 0.7]);
		const { result } = codas.compute({ matrix, weights: [0.4, 0.6], directions: ['benefit', 'cost'] });
		expect(result?.scores).toEqual(new Array(10).fill(0));
	});
});
