import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfUp } from '../numeric/rounding.ts';
import { grim } from './grim.ts';
import cases from './slia.cases.json' with { type: 'json' };
import { slia } from './slia.ts';
import type { SliaInput } from './slia-input.ts';

const mussel: SliaInput = {
	respondents: 11,
	assets: Object.entries(cases.indicators).map(([name, rows]) => ({
		name,
		indicators: rows.map((row) => ({
			name: row.indicator,
			// The paper reads every rise as good, "kerentanan konflik" too.
			polarity: 'positive',
			before: row.printedBefore,
			after: row.printedAfter,
			printedChange: row.printedChange,
		})),
	})),
};
const answer = slia.compute(mussel);

describe('the published table of the mussel growers', () => {
	it('gives all five assets and their changes', () => {
		for (const [index, printed] of cases.printedAssets.entries()) {
			const asset = answer.result?.assets[index];
			expect(asset?.name).toBe(printed.asset);
			expect(roundHalfUp(asset?.before ?? NaN, 2), printed.asset).toBe(printed.before);
			expect(roundHalfUp(asset?.after ?? NaN, 2), printed.asset).toBe(printed.after);
			// The paper subtracts rounded figures.
			expect(Math.abs((asset?.change ?? NaN) - printed.change), printed.asset).toBeLessThanOrEqual(0.0101);
		}
	});

	it('gives all 19 distinct indicators, and finds the row printed twice', () => {
		expect(answer.result?.indicators).toBe(19);
		const found = answer.warnings.filter(({ code }) => code === 'DUPLICATE_INDICATOR');
		expect(found).toMatchObject([{ at: 'assets[4].indicators[4].name', params: { first: 0 } }]);
		for (const { name, indicators } of answer.result?.assets ?? []) {
			const rows = cases.indicators[name as keyof typeof cases.indicators];
			indicators.forEach((indicator, index) => {
				expect(roundHalfUp(indicator.before ?? NaN, 2), indicator.name).toBe(rows[index]?.printedBefore);
				expect(roundHalfUp(indicator.after ?? NaN, 2), indicator.name).toBe(rows[index]?.printedAfter);
			});
		}
		const twice = slia.compute({ ...mussel, duplicates: 'keep' }).result?.assets[4];
		expect([roundHalfUp(twice?.before ?? NaN, 2), roundHalfUp(twice?.after ?? NaN, 2)]).toEqual([1.6, 3.2]);
	});

	it('finds the change of 2.82 that is 1.82', () => {
		const found = answer.warnings.filter(({ code }) => code === 'CHANGE_DIFFERS');
		expect(found).toHaveLength(1);
		expect(found[0]?.at).toBe('assets[4].indicators[1].printedChange');
		expect(found[0]?.params?.['printed']).toBe(2.82);
		expect(found[0]?.params?.['change']).toBeCloseTo(20 / 11, 9);
	});

	it('is impossible with 50 respondents and whole scores, and possible with 11', () => {
		const means = Object.values(cases.indicators).flatMap((rows) =>
			rows.flatMap((row) => [row.printedBefore, row.printedAfter]),
		);
		const { result } = grim.compute({ means, n: 50, maxN: 60 });
		expect(result?.possible).toBe(false);
		expect(result?.possibleN).toEqual([11, 22, 33, 44, 55, 56]);
		expect(grim.compute({ means, n: 11 }).result?.possible).toBe(true);
	});

	it('names the order of the axes, whose area before runs from 2.85 to 6.41', () => {
		const assets = cases.printedAssets.map(({ asset: name, before, after }) => ({
			name,
			indicators: [{ name, polarity: 'positive' as const, before, after }],
		}));
		const { pentagon: area, mean } = slia.compute({ assets }).result ?? {};
		expect([mean?.before, mean?.after].map((value) => roundHalfUp(value ?? NaN, 3))).toEqual([1.548, 3.326]);
		expect(area?.order).toEqual(['Alam', 'Fisik', 'SDM', 'Finansial', 'Sosial']);
		expect(area?.orders).toBe(12);
		expect(area?.beforeRange?.low).toBeCloseTo(2.85, 2);
		expect(area?.beforeRange?.high).toBeCloseTo(6.41, 2);
	});
});

const list = (...scores: (number | null)[]) => scores;

describe('livelihood assets from respondents', () => {
	const score = fc.integer({ min: 0, max: 5 });
	it('are the mean of indicator means when nobody leaves anything open', () => {
		const wave = fc.array(score, { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(fc.array(fc.tuple(wave, wave), { minLength: 1, maxLength: 5 }), (rows) => {
				const indicators = rows.map(([before, after], index) => ({
					name: `i${index}`,
					polarity: 'positive' as const,
					before,
					after,
				}));
				const input = { assets: [{ name: 'a', indicators }] };
				const one = slia.compute(input).result?.assets[0];
				const other = slia.compute({ ...input, aggregation: 'indicator' }).result?.assets[0];
				expect(one?.before).toBeCloseTo(other?.before ?? NaN, 12);
				expect(one?.change).toBeCloseTo(other?.change ?? NaN, 9);
				const mean = (one?.differences ?? []).reduce((sum, d) => sum + d / 4, 0);
				expect(one?.change).toBeCloseTo(mean, 9);
			}),
		);
	});

	it('leave out who answered less than 60 % and say so', () => {
		const indicators = [
			{ name: 'a', polarity: 'positive' as const, before: list(1, 5), after: list(2, 4) },
			{ name: 'b', polarity: 'positive' as const, before: list(3, null), after: list(4, 4) },
		];
		const { result, warnings } = slia.compute({ assets: [{ name: 'x', indicators }] });
		expect(result?.assets[0]).toMatchObject({
			before: 2,
			after: 3.5,
			nBefore: 1,
			nAfter: 2,
			differences: [1],
		});
		expect(warnings.map(({ code }) => code)).toContain('UNEQUAL_RESPONDENTS');
	});

	it('turn what is bad when high, and ask when nobody said', () => {
		const row = { name: 'conflict', before: list(4, 5), after: list(1, 2) };
		const turned = slia.compute({ assets: [{ name: 'x', indicators: [{ ...row, polarity: 'negative' }] }] });
		expect(turned.result?.assets[0]).toMatchObject({ before: 0.5, after: 3.5, change: 3 });
		const asked = slia.compute({ assets: [{ name: 'x', indicators: [row] }] } as unknown as SliaInput);
		expect(asked).toMatchObject({ status: 'missing-input', at: 'assets[0].indicators[0].polarity' });
		const outside = { ...row, polarity: 'positive' as const, before: list(4, 6) };
		expect(slia.compute({ assets: [{ name: 'x', indicators: [outside] }] })).toMatchObject({
			reason: 'OUT_OF_SCALE',
			at: 'assets[0].indicators[0].before[1]',
		});
	});
});
