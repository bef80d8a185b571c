import { describe, expect, it } from 'vitest';
import { straightLineDepreciation } from './straight-line-depreciation.ts';
import type { DepreciationItem } from './straight-line-depreciation.ts';

const mixer: DepreciationItem = { name: 'mixer', purchaseValue: 7000000, salvageValue: 1000000, life: 60 };

const lineOf = (item: DepreciationItem, period: 'month' | 'year' = 'month') =>
	straightLineDepreciation.compute({ items: [item], period }).result?.lines[0];

describe('straight-line depreciation', () => {
	// Serabi cake waste, Sumenep, Table 2.
	it('gives the monthly fixed cost of serabi', () => {
		const sacks = { name: 'sacks', purchaseValue: 5200, life: 1 };
		const rope = { name: 'rope', purchaseValue: 1000, life: 1 };
		const { result } = straightLineDepreciation.compute({ items: [sacks, rope, mixer] });
		expect(result?.lines.map(({ perPeriod }) => perPeriod)).toEqual([5200, 1000, 100000]);
		expect(result?.total).toBe(106200);
	});

	it('is the same whether the life is told in months or in years', () => {
		expect(lineOf({ ...mixer, life: 5, lifeUnit: 'year' })?.perPeriod).toBe(100000);
		expect(lineOf(mixer, 'year')?.perPeriod).toBe(1200000);
	});

	it('stops at the end of the life, at the salvage value', () => {
		expect(lineOf({ ...mixer, age: 30 })).toMatchObject({ perPeriod: 100000, bookValue: 4000000 });
		expect(lineOf({ ...mixer, age: 60 })).toMatchObject({
			perPeriod: 0,
			bookValue: 1000000,
			atEndOfLife: true,
		});
		expect(lineOf({ ...mixer, age: 90 })).toMatchObject({ perPeriod: 0, bookValue: 1000000 });
	});

	it('refuses a life of 0 and warns of a salvage value above the price', () => {
		expect(straightLineDepreciation.compute({ items: [{ ...mixer, life: 0 }] })).toMatchObject({
			status: 'invalid-input',
			reason: 'NOT_POSITIVE',
			at: 'items[0].life',
		});
		const odd = straightLineDepreciation.compute({ items: [{ ...mixer, salvageValue: 8000000 }] });
		expect(odd.warnings).toEqual([{ code: 'SALVAGE_ABOVE_PURCHASE', at: 'items[0].salvageValue' }]);
	});
});
