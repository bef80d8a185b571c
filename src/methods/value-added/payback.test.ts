import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payback } from './payback.ts';
import type { PaybackInput } from './payback.ts';

const resultOf = (input: PaybackInput) => payback.compute(input).result;

describe('payback', () => {
	// Serabi cake waste, Sumenep: the mixer of Rp 7,000,000 at profit plus its own depreciation.
	it('is the investment over an even cash', () => {
		expect(resultOf({ investment: 7000000, evenCash: 2060024 })?.payback).toBeCloseTo(3.398, 3);
	});

	// 40,000 against 5,000, 8,000, 12,000 and 30,000: after three years 15,000 are open, half of the fourth.
	it('takes the last period in proportion', () => {
		const input = { investment: 40000, cashFlows: [5000, 8000, 12000, 30000] };
		expect(resultOf(input)?.payback).toBeCloseTo(3.5, 12);
		const discounted = resultOf({ ...input, discountRatePct: 8 })?.discountedPayback ?? NaN;
		const open = 40000 - 5000 / 1.08 - 8000 / 1.08 ** 2 - 12000 / 1.08 ** 3;
		expect(discounted).toBeCloseTo(3 + open / (30000 / 1.08 ** 4), 12);
	});

	it('is null, not a large number, when the cash never covers it', () => {
		const answer = payback.compute({ investment: 100, cashFlows: [10, 20] });
		expect(answer.result).toEqual({
			payback: null,
			discountedPayback: null,
			recovered: false,
			unrecovered: 70,
		});
		expect(answer.warnings).toEqual([{ code: 'NOT_RECOVERED', at: 'payback' }]);
		expect(resultOf({ investment: 100, evenCash: 0 })?.payback).toBeNull();
		expect(resultOf({ investment: 100, evenCash: 5, discountRatePct: 10 })).toMatchObject({
			payback: 20,
			discountedPayback: null,
		});
	});

	it('does not count money that goes out again as recovered', () => {
		expect(resultOf({ investment: 100, cashFlows: [120, -60] })?.payback).toBeNull();
		expect(resultOf({ investment: 100, cashFlows: [120, -60, 80] })?.payback).toBeCloseTo(2.5, 12);
	});

	it('refuses cash told twice or not at all', () => {
		expect(payback.compute({ investment: 1 })).toMatchObject({ status: 'missing-input', at: 'cashFlows' });
		expect(payback.compute({ investment: 1, evenCash: 1, cashFlows: [1] })).toMatchObject({
			status: 'invalid-input',
			reason: 'GIVEN_TWICE',
		});
	});

	it('is the same for an even cash told once and told period by period', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 100 }), (investment, cash) => {
				const cashFlows = Array.from({ length: 1001 }, () => cash);
				expect(resultOf({ investment, cashFlows })?.payback).toBeCloseTo(investment / cash, 9);
			}),
		);
	});
});
