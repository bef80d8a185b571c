import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeCoOccurrence } from './code-co-occurrence.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { saturation } from './saturation.ts';

const { ratings } = krippendorffAlpha.example;

describe("Krippendorff's alpha", () => {
	// Krippendorff (2011), reliability data of four observers and twelve units, as in the help of irr::kripp.alpha.
	for (const [level, alpha] of [
		['nominal', 0.743],
		['ordinal', 0.815],
		['interval', 0.849],
		['ratio', 0.797],
	] as const)
		it(`is ${alpha} at the ${level} level of the published data`, () => {
			expect(krippendorffAlpha.compute({ ratings, level }).result?.alpha).toBeCloseTo(alpha, 3);
		});

	it('is 1 for identical coders whose codes vary, and undefined where nothing varies', () => {
		const row = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 12 });
		const level = fc.constantFrom('nominal', 'ordinal', 'interval', 'ratio' as const);
		fc.assert(
			fc.property(row, level, fc.integer({ min: 2, max: 4 }), (one, scale, coders) => {
				const same = { ratings: Array.from({ length: coders }, () => one), level: scale as 'nominal' };
				const answer = krippendorffAlpha.compute(same);
				if (new Set(one).size > 1) expect(answer.result?.alpha).toBe(1);
				else expect(answer).toMatchObject({ status: 'undefined', reason: 'NO_VARIATION' });
			}),
		);
	});

	it('draws the same interval from the same seed, around alpha', () => {
		const { example } = krippendorffAlpha;
		const interval = krippendorffAlpha.compute(example).result?.interval;
		expect(krippendorffAlpha.compute(example).result?.interval).toEqual(interval);
		expect(interval?.low).toBeLessThan(0.743);
		expect(interval?.high).toBeGreaterThan(0.743);
	});
});

describe('codes', () => {
	it('follow the curve of new codes to saturation', () => {
		const result = saturation.compute(saturation.example).result;
		expect(result?.newCodes).toEqual([2, 1, 1, 1, 0, 0]);
		expect(result?.saturatedAfter).toBe(4);
		const open = saturation.compute({ interviews: [['a'], ['b']] });
		expect(open.warnings).toEqual([{ code: 'NOT_SATURATED', at: 'interviews' }]);
	});

	it('are counted in pairs, once a segment', () => {
		const result = codeCoOccurrence.compute(codeCoOccurrence.example).result;
		expect(result?.pairs[0]).toEqual({ codes: ['price', 'taste'], together: 2, jaccard: 2 / 3 });
		expect(result?.codes.find(({ code }) => code === 'price')).toMatchObject({ segments: 3, documents: 2 });
	});
});
