import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criterionFlow } from './criterion-flow.ts';
import { preferenceOf, preferenceShapes } from './preference-function.ts';
import type { Preference } from './preference-function.ts';

/** Every pair looked at. */
function plainly(values: Float64Array, { degree }: Preference): [number[], number[]] {
	const sumOf = (own: number, sign: number): number =>
		values.reduce((sum, other) => {
			const advantage = sign * (own - other);
			return advantage > 0 ? sum + degree(advantage) : sum;
		}, 0);
	return [Array.from(values, (own) => sumOf(own, 1)), Array.from(values, (own) => sumOf(own, -1))];
}

/** Long columns, where straight preferences are summed from place to place: even, clustered, with far outliers. */
const column = fc.record({
	values: fc.array(
		fc.oneof(
			fc.integer({ min: 0, max: 40 }),
			fc.double({ min: 0, max: 100, noNaN: true }),
			fc.double({ min: 50, max: 50.001, noNaN: true }),
			fc.constantFrom(-1e9, 1e9),
		),
		{ minLength: 257, maxLength: 400 },
	),
	q: fc.double({ min: 0, max: 20, noNaN: true }),
	more: fc.constantFrom(0, 1e-6, 0.5, 30, 1e6),
	s: fc.double({ min: 0.1, max: 50, noNaN: true }),
});

describe('the flows of one criterion', () => {
	it.each(preferenceShapes)('of a long column are those of all its pairs: %s', (shape) => {
		fc.assert(
			fc.property(column, ({ values, q, more, s }) => {
				const preference = preferenceOf({ preferenceFunctions: shape, q, p: q + more, s }, 0);
				const list = Float64Array.from(values);
				const [leaving, entering] = criterionFlow(list, preference);
				const [plus, minus] = plainly(list, preference);
				// Shares of at most n: an error of 1e-9 of the whole would move no printed flow.
				const room = 1e-9 * list.length;
				leaving.forEach((flow, row) => expect(Math.abs(flow - (plus[row] ?? NaN))).toBeLessThan(room));
				entering.forEach((flow, row) => expect(Math.abs(flow - (minus[row] ?? NaN))).toBeLessThan(room));
			}),
			{ numRuns: 60 },
		);
	});
});
