import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { irr } from './irr.ts';
import { netBenefitCost } from './net-benefit-cost.ts';
import { npv } from './npv.ts';
import { sroi } from './sroi.ts';
import type { SroiInput } from './sroi-input.ts';
import { xirr } from './xirr.ts';

const cash = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const flows = fc.array(cash, { minLength: 1, maxLength: 24 });
const rate = fc.double({ min: -0.5, max: 3, noNaN: true });

const worth = (cashFlows: readonly number[], r: number): number =>
	npv.compute({ cashFlows, rate: r }).result?.npv ?? NaN;
const size = (cashFlows: readonly number[], r: number): number => worth(cashFlows.map(Math.abs), r);

describe('net present value', () => {
	it('is additive and scales', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(cash, cash), { minLength: 1, maxLength: 20 }), rate, (pairs, r) => {
				const [a, b] = [pairs.map(([left]) => left), pairs.map(([, right]) => right)];
				const both = pairs.map(([left, right]) => left + right);
				const room = 1e-12 * (1 + size(a, r) + size(b, r));
				expect(Math.abs(worth(both, r) - worth(a, r) - worth(b, r))).toBeLessThanOrEqual(room);
				const tripled = worth(
					a.map((value) => value * 3),
					r,
				);
				expect(Math.abs(tripled - 3 * worth(a, r))).toBeLessThanOrEqual(room * 3);
			}),
		);
	});

	it('takes percent, and refuses what has no meaning', () => {
		const cashFlows = [-100, 60, 60];
		expect(npv.compute({ cashFlows, discountRatePct: 10 }).result?.npv).toBeCloseTo(4.132231, 6);
		expect(npv.compute({ cashFlows, rate: 0.1, discountRatePct: 10 }).reason).toBe('GIVEN_TWICE');
		expect(npv.compute({ cashFlows }).at).toBe('rate');
		expect(npv.compute({ cashFlows, rate: -1 }).reason).toBe('RATE_TOO_LOW');
		expect(npv.compute({ cashFlows: [], rate: 0.1 }).status).toBe('missing-input');
		expect(npv.compute({ cashFlows: [1e308, 1e308], rate: 0 }).reason).toBe('OUT_OF_RANGE');
	});

	it('traces totals only when the flows are many', () => {
		expect(npv.compute({ cashFlows: new Array<number>(500).fill(1), rate: 0.01 }).steps).toHaveLength(3);
	});
});

describe('internal rate of return', () => {
	it('zeroes the net present value at every root', () => {
		fc.assert(
			fc.property(flows, (cashFlows) => {
				for (const root of irr.compute({ cashFlows }).result?.roots ?? [])
					expect(Math.abs(worth(cashFlows, root))).toBeLessThanOrEqual(1e-9 * (1 + size(cashFlows, root)));
			}),
		);
	});

	it('finds all the roots it was built from, close pairs and touches included', () => {
		const roots = fc.uniqueArray(fc.integer({ min: -60, max: 300 }), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(roots, (percents) => {
				const known = percents.map((percent) => percent / 100).sort((a, b) => a - b);
				// The product of (x (1 + r) - 1), with x = 1 / (1 + rate).
				const cashFlows = known.reduce(
					(poly, r) => [...poly, 0].map((_, i) => (poly[i - 1] ?? 0) * (1 + r) - (poly[i] ?? 0)),
					[1],
				);
				const found = irr.compute({ cashFlows }).result?.roots ?? [];
				expect(found).toHaveLength(known.length);
				known.forEach((r, index) => expect(found[index]).toBeCloseTo(r, 5));
			}),
		);
		const touching = irr.compute({ cashFlows: [-100, 220, -121] });
		expect(touching.result?.roots).toHaveLength(1);
		expect(touching.result?.irr).toBeCloseTo(0.1, 6);
		const close = irr.compute({ cashFlows: [-1, 1.1 + 1.1001, -1.1 * 1.1001] });
		expect(close.result?.roots).toHaveLength(2);
	});

	it('gives MIRR and the interpolation of the textbook', () => {
		// Microsoft Excel, documentation of the MIRR function: 13 % rounded; 12.609413 % in full.
		const excel = irr.compute({
			cashFlows: [-120000, 39000, 30000, 21000, 37000, 46000],
			financeRate: 0.1,
			reinvestRate: 0.12,
		});
		expect(excel.result?.mirr).toBeCloseTo(0.12609413, 8);
		const hand = irr.compute({ cashFlows: [-1000, 600, 600], trialRates: [0.12, 0.16] }).result?.textbook;
		expect(hand?.lowNpv).toBeCloseTo(14.0306, 4);
		expect(hand?.highNpv).toBeCloseTo(-36.8609, 4);
		expect(hand?.irr).toBeCloseTo(0.12 + (14.0306 / (14.0306 + 36.8609)) * 0.04, 6);
	});

	it('says why there is none', () => {
		expect(irr.compute({ cashFlows: [0, 0] }).reason).toBe('NO_SIGN_CHANGE');
		expect(irr.compute({ cashFlows: [-1, 1e9] }).reason).toBe('NO_IRR_IN_RANGE');
		const flat = irr.compute({ cashFlows: [100, -150, 100], financeRate: 0.1 });
		expect(flat.result?.irr).toBeNull();
		expect(flat.result?.mirr).not.toBeNull();
		expect(flat.warnings[0]?.code).toBe('NO_IRR_IN_RANGE');
	});

	it('bears a century of months', () => {
		const cashFlows = [-100, ...new Array<number>(1200).fill(1)];
		expect(irr.compute({ cashFlows }).result?.irr).toBeCloseTo(0.01, 5);
	});
});

describe('internal rate of return on calendar days', () => {
	it('is the yearly one when a year lies between, and does not mind the order', () => {
		const input = { cashFlows: [-100, 121], dates: ['2021-01-01', '2022-01-01'] };
		expect(xirr.compute(input).result?.xirr).toBeCloseTo(0.21, 12);
		const turned = { cashFlows: [121, -100], dates: ['2022-01-01', '2021-01-01'] };
		expect(xirr.compute(turned).result?.xirr).toBeCloseTo(0.21, 12);
	});

	it('refuses dates that are not', () => {
		const dates = ['2021-02-30', '2022-01-01'];
		expect(xirr.compute({ cashFlows: [-1, 2], dates })).toMatchObject({
			reason: 'NOT_A_DATE',
			at: 'dates[0]',
		});
		expect(xirr.compute({ cashFlows: [-1, 2, 3], dates: ['2021-01-01', '2022-01-01'] }).reason).toBe(
			'LENGTHS_DIFFER',
		);
		expect(xirr.compute({ cashFlows: [-1, 2], dates: ['2021-01-01', '2021-01-01'] }).reason).toBe('SAME_DAY');
	});
});

describe('net benefit-cost ratio', () => {
	it('is above 1 exactly when the net present value is above 0', () => {
		fc.assert(
			fc.property(flows, rate, (cashFlows, r) => {
				const { result } = netBenefitCost.compute({ cashFlows, rate: r });
				if (result !== null)
					expect(result.netBenefitCost > 1).toBe(result.presentPositive > result.presentNegative);
			}),
		);
	});

	it('keeps net, gross and profitability apart', () => {
		const { result } = netBenefitCost.compute({ benefits: [0, 500, 800], costs: [1000, 100, 0], rate: 0 });
		expect(result).toMatchObject({ netBenefitCost: 1.2, profitabilityIndex: 1.2, npv: 200 });
		expect(result?.grossBenefitCost).toBeCloseTo(1300 / 1100, 12);
		expect(netBenefitCost.compute({ cashFlows: [1, 2], rate: 0.1 }).reason).toBe('ZERO_DENOMINATOR');
		expect(netBenefitCost.compute({ cashFlows: [1], benefits: [1], costs: [1], rate: 0 }).reason).toBe(
			'GIVEN_TWICE',
		);
	});
});

const outcome = fc.record({
	stakeholder: fc.constant('members'),
	outcome: fc.uuid(),
	quantity: fc.double({ min: 1, max: 1000, noNaN: true }),
	proxy: fc.double({ min: 1, max: 1e6, noNaN: true }),
	deadweight: fc.double({ min: 0, max: 0.9, noNaN: true }),
	displacement: fc.double({ min: 0, max: 0.9, noNaN: true }),
	attribution: fc.double({ min: 0, max: 0.9, noNaN: true }),
	dropOff: fc.double({ min: 0, max: 0.9, noNaN: true }),
	duration: fc.integer({ min: 1, max: 8 }),
});
const study = fc.record({
	totalInput: fc.double({ min: 1, max: 1e7, noNaN: true }),
	rate: fc.double({ min: 0, max: 0.3, noNaN: true }),
	outcomes: fc.array(outcome, { minLength: 1, maxLength: 5 }),
});

describe('social return on investment', () => {
	it('is 1 at every break-even it names', () => {
		fc.assert(
			fc.property(study, (input) => {
				const today = sroi.compute(input).result;
				for (const row of today?.sensitivity ?? []) {
					if (row.breakEven === null) continue;
					const place = /^outcomes\[(\d+)\]\.(\w+)$/.exec(row.assumption);
					const changed: SroiInput = place
						? {
								...input,
								outcomes: input.outcomes.map((o, i) =>
									i === Number(place[1]) ? { ...o, [place[2] as string]: row.breakEven } : o,
								),
							}
						: { ...input, [row.assumption]: row.breakEven };
					const answer = sroi.compute(changed);
					const off = Math.abs((answer.result?.sroi ?? NaN) - 1);
					expect(off, row.assumption).toBeLessThanOrEqual(1e-9 * (1 + (today?.sroi ?? 0)));
				}
			}),
		);
	});

	it('follows the formula by hand, with drop-off and both conventions of the first year', () => {
		const input: SroiInput = {
			totalInput: 1000,
			rate: 0.1,
			outcomes: [
				{
					stakeholder: 'a',
					outcome: 'b',
					quantity: 10,
					proxy: 200,
					deadweight: 0.5,
					displacement: 0.2,
					attribution: 0.25,
					dropOff: 0.5,
					duration: 2,
				},
			],
		};
		const { result, warnings } = sroi.compute(input);
		expect(result?.impactByYear).toEqual([600, 300]);
		expect(result?.presentValue).toBeCloseTo(600 / 1.1 + 300 / 1.21, 9);
		expect(result?.netSroi).toBeCloseTo((result?.sroi ?? NaN) - 1, 12);
		expect(result?.paybackYears).toBeCloseTo(1000 / 600, 12);
		expect(warnings).toEqual([]);
		const early = sroi.compute({ ...input, yearsCountedAt: 'start' }).result;
		expect(early?.presentValue).toBeCloseTo(600 + 300 / 1.1, 9);
	});

	it('warns of one outcome counted for two, of shares nobody gave and of money without time', () => {
		const line = { quantity: 1, proxy: 5, deadweight: 0, displacement: 0 };
		const { warnings } = sroi.compute({
			totalInput: 1,
			outcomes: [
				{ ...line, stakeholder: 'members', outcome: 'Higher income', attribution: 0 },
				{ ...line, stakeholder: 'families', outcome: ' higher  INCOME', attribution: 0 },
				{ ...line, stakeholder: 'members', outcome: 'higher income' },
			],
		});
		expect(warnings.map(({ code, at }) => `${code} ${at}`)).toEqual([
			'NOT_DISCOUNTED rate',
			'ASSUMED_ZERO outcomes[2].attribution',
			'DOUBLE_COUNTING outcomes[1].outcome',
			'DUPLICATE_OUTCOME outcomes[2].outcome',
		]);
	});

	it('refuses a share above 1 and nothing put in', () => {
		const one = { stakeholder: 'a', outcome: 'b', quantity: 1, proxy: 1 };
		const wrong = sroi.compute({ totalInput: 1, outcomes: [{ ...one, deadweight: 1.2 }] });
		expect(wrong).toMatchObject({
			status: 'invalid-input',
			reason: 'NOT_A_FRACTION',
			at: 'outcomes[0].deadweight',
		});
		expect(sroi.compute({ totalInput: 0, outcomes: [one] }).reason).toBe('ZERO_DENOMINATOR');
	});
});
