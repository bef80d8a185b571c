import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideProceeds, type DivideProceedsInput } from './divide-proceeds.ts';

const rule = [
	{ name: 'manager', pct: 30 },
	{ name: 'partners', pct: 60 },
	{ name: 'raft repairs', pct: 8 },
	{ name: 'co-operative', pct: 2 },
];
const whole = (amounts: readonly { readonly amount: number | string }[]) =>
	amounts.reduce((sum, { amount }) => sum + BigInt(amount), 0n);

describe('the harvest of Serang, Rp 4,137,500 over 36 partners', () => {
	test('leaves 12 rupiah, which the raft-repair fund takes', () => {
		const { result } = divideProceeds.compute({
			total: 4_137_500,
			parts: rule,
			peoplePart: 1,
			peopleCount: 36,
			remainderTo: 2,
		});
		expect(result?.parts.map(({ entitled }) => entitled)).toEqual([1_241_250, 2_482_500, 331_000, 82_750]);
		expect(result?.parts.map(({ amount }) => amount)).toEqual([1_241_250, 2_482_488, 331_012, 82_750]);
		expect(new Set(result?.people.map(({ amount }) => amount))).toEqual(new Set([68_958]));
		expect(result?.people[0]?.entitled).toBeCloseTo(68_958.333, 3);
		expect(result?.remainder).toBe(12);
	});

	test('in notes of 500 leaves 16,500 of the part of the partners', () => {
		const { result } = divideProceeds.compute({
			total: 4_137_500,
			parts: rule,
			peoplePart: 1,
			peopleCount: 36,
			roundTo: 500,
			remainderTo: 2,
		});
		// 68,958.33 is 137 notes of 500 and 458.33; 36 x 68,500 = 2,466,000.
		expect(result?.people[35]?.amount).toBe(68_500);
		expect(result?.remainder).toBe(16_500);
		expect(result?.parts[2]?.amount).toBe(347_500);
	});

	test('without a receiver gives the odd rupiah to twelve partners', () => {
		const { result } = divideProceeds.compute({
			total: 4_137_500,
			parts: rule,
			peoplePart: 1,
			peopleCount: 36,
		});
		expect(result?.people.filter(({ amount }) => amount === 68_959)).toHaveLength(12);
		expect(result?.remainder).toBe(0);
	});
});

test('counts rafts when the division is by unit', () => {
	const { result } = divideProceeds.compute({
		total: 1_000,
		parts: [{ pct: 100 }],
		peoplePart: 0,
		people: [{ units: 1 }, { units: 3 }],
		division: 'by-unit',
	});
	expect(result?.people.map(({ amount }) => amount)).toEqual([250, 750]);
});

test.each<[string, Partial<DivideProceedsInput>, string]>([
	['parts of 98 %', { parts: [{ pct: 28 }, ...rule.slice(1)] }, 'NOT_ONE_HUNDRED_PCT'],
	['a part that is not there', { peoplePart: 4, peopleCount: 2 }, 'OUT_OF_RANGE'],
	['a remainder that stays where it came from', { remainderTo: 1 }, 'OUT_OF_RANGE'],
	['notes without a receiver of the rest', { roundTo: 500 }, 'MISSING_INPUT'],
	['nobody to divide over', { peopleCount: null }, 'MISSING_INPUT'],
	[
		'units that nobody has',
		{ people: [{ units: 0 }], peopleCount: null, division: 'by-unit' },
		'ZERO_DENOMINATOR',
	],
	['a loss', { total: -5 }, 'LOSS_NOT_DISTRIBUTED'],
])('refuses %s', (_name, change, reason) => {
	const input = { total: 100, parts: rule, peoplePart: 1, peopleCount: 3, ...change };
	expect(divideProceeds.compute(input)).toMatchObject({ result: null, reason });
});

test('parts and people always add up, and nobody gets more than the rule gives', () => {
	fc.assert(
		fc.property(
			fc.bigInt({ min: 0n, max: 10n ** 15n }),
			fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 }),
			fc.constantFrom(1, 100, 500, 1000),
			(total, units, roundTo) => {
				const { result } = divideProceeds.compute({
					total: String(total),
					parts: rule,
					peoplePart: 1,
					people: units.map((one) => ({ units: one })),
					division: 'by-unit',
					roundTo,
					remainderTo: 3,
				});
				expect(whole(result?.parts ?? [])).toBe(total);
				expect(whole(result?.people ?? [])).toBe(BigInt(result?.parts[1]?.amount ?? 0));
				for (const person of result?.people ?? []) {
					expect(BigInt(person.amount) % BigInt(roundTo)).toBe(0n);
					expect(Number(person.amount)).toBeLessThanOrEqual(person.entitled * (1 + 1e-12));
				}
			},
		),
	);
});
