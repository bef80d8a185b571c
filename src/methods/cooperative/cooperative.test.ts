import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from './cooperative.cases.json' with { type: 'json' };
import { harvestSplit } from './harvest-split.ts';
import type { HarvestSplitInput } from './harvest-split.ts';
import { split } from './split.ts';

const sum = (amounts: readonly (number | string)[]): bigint =>
	amounts.reduce<bigint>((total, amount) => total + BigInt(amount), 0n);

const paper = [30, 60, 8, 2].map((pct) => ({ pct }));

describe('published splits', () => {
	for (const { total, amounts, source } of cases.harvest) {
		it(`gives ${amounts.join(' / ')} of ${total} (${source})`, () => {
			expect(split.compute({ total, rules: paper }).result?.amounts).toEqual(amounts);
			expect(harvestSplit.compute({ netSales: total }).result?.amounts).toEqual(amounts);
		});
	}

	it('gives 36 partners 20,576 each and one rupiah more to the four whose turn it is', () => {
		const input: HarvestSplitInput = { netSales: 1234567, partnerCount: 36, rotation: 34 };
		const result = harvestSplit.compute(input).result;
		const amounts = result?.partners.map(({ amount }) => amount);
		expect(amounts?.filter((amount) => amount === 20577)).toHaveLength(4);
		expect([34, 35, 0, 1].map((index) => amounts?.[index])).toEqual([20577, 20577, 20577, 20577]);
		expect(sum(amounts ?? [])).toBe(740740n);
		expect(result?.nextRotation).toBe(2);
	});
});

const total = fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String);
/** Percents that total 100 exactly: cuts of a line of 10,000 hundredths. */
const rules = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 0, maxLength: 8 }).map((cuts) => {
	const ends = [...cuts, 10_000].sort((a, b) => a - b);
	return ends.map((end, k) => ({ pct: String((end - (ends[k - 1] ?? 0)) / 100) }));
});

describe('laws of a split', () => {
	it('adds up exactly and stays within one rupiah of the exact share', () => {
		fc.assert(
			fc.property(total, rules, (amount, list) => {
				const result = split.compute({ total: amount, rules: list }).result;
				expect(sum(result?.amounts ?? [])).toBe(BigInt(amount));
				result?.amounts.forEach((part, k) => {
					const exact = BigInt(amount) * BigInt(Math.round(Number(list[k]?.pct) * 100));
					const off = BigInt(part) * 10_000n - exact;
					expect(off > -10_000n && off < 10_000n).toBe(true);
				});
			}),
		);
	});

	it('never gives a larger share less than a smaller one', () => {
		fc.assert(
			fc.property(total, rules, (amount, list) => {
				const amounts = split.compute({ total: amount, rules: list }).result?.amounts ?? [];
				for (const [a, left] of list.entries())
					for (const [b, right] of list.entries())
						if (Number(left.pct) > Number(right.pct))
							expect(BigInt(amounts[a] as number) >= BigInt(amounts[b] as number)).toBe(true);
			}),
		);
	});

	it('gives each receiver of the 30/60/8/2 rule no less when the harvest grows by 50 rupiah', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e9 }), (amount) => {
				const less = split.compute({ total: amount, rules: paper }).result?.amounts ?? [];
				const more = split.compute({ total: amount + 50, rules: paper }).result?.amounts ?? [];
				less.forEach((part, k) => expect(Number(more[k])).toBeGreaterThanOrEqual(Number(part)));
			}),
		);
	});

	it('carries what rounding owes, so that many small splits end where one large one does', () => {
		const parts = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(parts, (totals) => {
				let carried: string[] = ['0', '0', '0'];
				const sums = [0, 0, 0];
				for (const value of totals) {
					const list = carried.map((owed) => ({ pct: '100/3', carried: owed }));
					const result = split.compute({ total: value, rules: list }).result;
					carried = result?.rules.map((rule) => rule.carried) ?? [];
					result?.amounts.forEach((amount, k) => (sums[k] = (sums[k] ?? 0) + Number(amount)));
				}
				const whole = totals.reduce((all, value) => all + value, 0);
				for (const given of sums) expect(Math.abs(given - whole / 3)).toBeLessThan(2);
				expect(sums.reduce((all, value) => all + value, 0)).toBe(whole);
			}),
		);
	});

	it('gives the same amounts up to one rupiah when the co-operative is served first', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e9 }), (netSales) => {
				const same = harvestSplit.compute({ netSales }).result?.amounts ?? [];
				const first = harvestSplit.compute({ netSales, base: 'coopFirst' }).result?.amounts ?? [];
				expect(sum(first)).toBe(BigInt(netSales));
				first.forEach((amount, k) =>
					expect(Math.abs(Number(amount) - Number(same[k]))).toBeLessThanOrEqual(1),
				);
			}),
		);
	});

	it('divides by unit and keeps the sum of the pot', () => {
		const units = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(units, fc.integer({ min: 0, max: 1e9 }), (list, netSales) => {
				const partners = list.map((count) => ({ units: count }));
				const result = harvestSplit.compute({ netSales, partners, division: 'by-unit' }).result;
				expect(sum(result?.partners.map(({ amount }) => amount) ?? [])).toBe(
					BigInt(result?.shares.partners ?? -1),
				);
				expect(sum(result?.partners.map(({ savings }) => savings) ?? [])).toBe(
					BigInt(result?.shares.savings ?? -1),
				);
			}),
		);
	});
});

describe('what a split refuses', () => {
	it('says why and where', () => {
		expect(split.compute({ total: 10, rules: [{ pct: 60 }, { pct: 39 }] })).toMatchObject({
			status: 'invalid-input',
			reason: 'NOT_ONE_HUNDRED_PCT',
		});
		expect(split.compute({ total: 10.5, rules: paper })).toMatchObject({
			reason: 'NOT_WHOLE_RUPIAH',
			at: 'total',
		});
		expect(split.compute({ total: -1, rules: paper })).toMatchObject({
			status: 'undefined',
			reason: 'LOSS_NOT_DISTRIBUTED',
		});
		expect(harvestSplit.compute({ netSales: 1000, base: 'coopFirst-not-renormalised' })).toMatchObject({
			status: 'invalid-input',
			reason: 'LEAVES_UNALLOCATED',
			warnings: [{ params: { pct: 1.96 } }],
		});
		expect(harvestSplit.compute({ sales: 5, costs: 6 })).toMatchObject({ reason: 'LOSS_NOT_DISTRIBUTED' });
	});

	it('takes the rule that was in force on the day', () => {
		const dated = harvestSplit.example.rules?.[0];
		const newer = { from: '2024-06-01', managerPct: 20, partnersPct: 70, savingsPct: 8, cooperativePct: 2 };
		const input = { netSales: 100, rules: [newer, dated] } as HarvestSplitInput;
		expect(harvestSplit.compute({ ...input, date: '2024-05-31' }).result?.amounts).toEqual([30, 60, 8, 2]);
		expect(harvestSplit.compute({ ...input, date: '2024-06-01' }).result?.amounts).toEqual([20, 70, 8, 2]);
		expect(harvestSplit.compute({ ...input, date: '2020-01-01' })).toMatchObject({
			reason: 'NO_RULE_IN_FORCE',
		});
		expect(harvestSplit.compute(input)).toMatchObject({ status: 'missing-input', at: 'date' });
	});

	it('keeps amounts that a double cannot hold as text', () => {
		const result = split.compute({ total: '90071992547409930', rules: [{ pct: 50 }, { pct: 50 }] }).result;
		expect(result?.amounts).toEqual(['45035996273704965', '45035996273704965']);
	});
});
