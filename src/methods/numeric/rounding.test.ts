import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundHalfEven, roundHalfUp, roundUp, truncateTo } from './rounding.ts';

/** By hand, on the decimal text: half away from zero, half to even, cut, away from zero. */
const byHand: [value: number, decimals: number, up: number, even: number, cut: number, away: number][] = [
	[2.675, 2, 2.68, 2.68, 2.67, 2.68],
	[1.005, 2, 1.01, 1, 1, 1.01],
	[-1.005, 2, -1.01, -1, -1, -1.01],
	[0.125, 2, 0.13, 0.12, 0.12, 0.13],
	[2.5, 0, 3, 2, 2, 3],
	[-2.5, 0, -3, -2, -2, -3],
	[3.5, 0, 4, 4, 3, 4],
	[53.176, 2, 53.18, 53.18, 53.17, 53.18],
	[53.17, 2, 53.17, 53.17, 53.17, 53.17],
	[48.01, 0, 48, 48, 48, 49],
	[0.04, 0, 0, 0, 0, 1],
	[-0.04, 0, 0, 0, 0, -1],
	[0.5, 0, 1, 0, 0, 1],
	[9.995, 2, 10, 10, 9.99, 10],
	[999.5, 0, 1000, 1000, 999, 1000],
	[1250, -2, 1300, 1200, 1200, 1300],
	[49, -2, 0, 0, 0, 100],
	[1e-7, 6, 0, 0, 0, 0.000001],
	[1.5e-7, 7, 2e-7, 2e-7, 1e-7, 2e-7],
	[5e-324, 323, 1e-323, 0, 0, 1e-323],
	[1.23e21, 2, 1.23e21, 1.23e21, 1.23e21, 1.23e21],
	[1.25e21, -20, 1.3e21, 1.2e21, 1.2e21, 1.3e21],
	[0, 2, 0, 0, 0, 0],
];

/** The exact rational of a decimal text, at `places` decimals: an oracle that shares no code with the rounding. */
function exactHalfUp(text: string, places: number): string {
	const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) as unknown as string[];
	const numerator = BigInt(`${whole}${fraction}`) * 10n ** BigInt(places);
	const denominator = 10n ** BigInt(fraction.length);
	const quotient = (2n * numerator + denominator) / (2n * denominator);
	return `${sign}${quotient}e-${places}`;
}

describe('rounding on decimal digits', () => {
	test.each(byHand)('%s at %s decimals by hand', (value, decimals, up, even, cut, away) => {
		expect(roundHalfUp(value, decimals)).toBe(up);
		expect(roundHalfEven(value, decimals)).toBe(even);
		expect(truncateTo(value, decimals)).toBe(cut);
		expect(roundUp(value, decimals)).toBe(away);
	});

	test('half-up equals the exact rational rounded with big integers', () => {
		const decimalText = fc
			.tuple(fc.boolean(), fc.nat(999_999_999), fc.nat(999_999), fc.integer({ min: 0, max: 6 }))
			.map(([minus, whole, fraction, width]) =>
				width === 0
					? `${minus ? '-' : ''}${whole}`
					: `${minus ? '-' : ''}${whole}.${String(fraction).padStart(6, '0').slice(0, width)}`,
			);
		fc.assert(
			fc.property(decimalText, fc.integer({ min: 0, max: 7 }), (text, places) => {
				expect(roundHalfUp(Number(text), places)).toBe(Number(exactHalfUp(text, places)) + 0);
			}),
			{ numRuns: 2000 },
		);
	});

	test('a half decided by the binary value would fail: 1.005 is below and 2.675 is below their decimal halves', () => {
		expect(Math.round(1.005 * 100) / 100).toBe(1);
		expect((2.675).toFixed(2)).toBe('2.67');
	});

	test('every rounding is symmetric, idempotent, finite, never -0, and within one unit in the last place', () => {
		const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
		fc.assert(
			fc.property(finite, fc.integer({ min: -320, max: 330 }), (value, decimals) => {
				for (const round of [roundHalfUp, roundHalfEven, truncateTo, roundUp]) {
					const once = round(value, decimals);
					expect(Number.isFinite(once)).toBe(true);
					expect(Object.is(once, -0)).toBe(false);
					expect(round(-value, decimals)).toBe(0 - once);
					if (Math.abs(value) < 1e300) expect(round(once, decimals)).toBe(once);
				}
				expect(Math.abs(truncateTo(value, decimals))).toBeLessThanOrEqual(Math.abs(value));
				expect(Math.abs(roundUp(value, decimals))).toBeGreaterThanOrEqual(Math.abs(value));
			}),
			{ numRuns: 1000 },
		);
	});

	test('what is not finite comes back, and decimals that are not a count are read as one', () => {
		expect(roundHalfUp(Infinity, 2)).toBe(Infinity);
		expect(roundHalfUp(1.5, NaN)).toBe(2);
		expect(roundHalfUp(1.25, 1.9)).toBe(1.3);
		expect(roundUp(1.7e308, -308)).toBe(1.7e308);
	});
});
