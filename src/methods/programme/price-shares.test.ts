import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceShares } from './price-shares.ts';
import type { PriceStep } from './price-shares.ts';

const step = (sellsAt: number | null, buysAt: number | null = null, unit = 'kg'): PriceStep => ({
	unit,
	buysAt,
	sellsAt,
});

describe('shares of the final price', () => {
	it('give the producer the producer price over the consumer price', () => {
		// The farmer's share of the textbooks: what the farmer gets of each 100 that the consumer pays.
		const shares = priceShares([step(4200), step(6000, 4200), step(8400, 6000)]);
		expect(shares).toEqual({
			status: 'ok',
			finalPrice: 8400,
			parts: [
				{ keeps: 4200, sharePct: 50, unexplained: null },
				{ keeps: 1800, sharePct: (1800 / 8400) * 100, unexplained: 0 },
				{ keeps: 2400, sharePct: (2400 / 8400) * 100, unexplained: 0 },
			],
		});
	});

	it('add up to the final price, whoever sells at a loss', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 12 }),
				(sold) => {
					const shares = priceShares(sold.map((one) => step(one)));
					if (shares.status !== 'ok') return false;
					const kept = shares.parts.reduce((sum, { keeps }) => sum + keeps, 0);
					const pct = shares.parts.reduce((sum, { sharePct }) => sum + sharePct, 0);
					return kept === shares.finalPrice && Math.abs(pct - 100) < 1e-6 * Math.max(...sold);
				},
			),
		);
	});

	it('are refused without steps, without a selling price, across units and for nothing', () => {
		expect(priceShares([])).toMatchObject({ reason: 'NO_STEPS' });
		expect(priceShares([step(1), step(null)])).toMatchObject({ reason: 'NO_SELLING_PRICE', at: 1 });
		expect(priceShares([step(1), step(2, 1, 'bungkus')])).toMatchObject({ reason: 'UNITS_DIFFER', at: 1 });
		expect(priceShares([step(1), step(0)])).toMatchObject({ reason: 'FINAL_PRICE_ZERO' });
	});
});
