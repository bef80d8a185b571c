import { describe, expect, it } from 'vitest';
import type { HayamiInput } from './hayami.ts';
import { hayamiSensitivity } from './sensitivity.ts';
import { hayamiTwoWay } from './two-way-table.ts';

const base: HayamiInput = {
	output: 59,
	rawMaterial: 50,
	labour: 2,
	outputPrice: 6500,
	wage: 30000,
	rawMaterialPrice: 1700,
	otherInputs: 2187.22,
};

describe('tornado', () => {
	// Serabi at 10 %: price and yield 767, other inputs 219, raw material 170, wage 120 rupiah of profit, by hand.
	it('orders the inputs of serabi by how far they swing the profit', () => {
		const bars = hayamiSensitivity.compute({ base }).result?.bars ?? [];
		expect(bars.map(({ input }) => input)).toEqual([
			'outputPrice',
			'conversionFactor',
			'otherInputs',
			'rawMaterialPrice',
			'wage',
		]);
		const half = [767, 767, 218.722, 170, 120];
		for (const [index, bar] of bars.entries()) expect(bar.width).toBeCloseTo(2 * (half[index] ?? NaN), 6);
	});

	it('marks every range that nobody gave, and takes the given one where there is one', () => {
		const ranges = [{ input: 'rawMaterialPrice' as const, low: 0, high: 6000 }];
		const answer = hayamiSensitivity.compute({ base, ranges });
		expect(answer.result?.bars[0]).toMatchObject({
			input: 'rawMaterialPrice',
			rangeFrom: 'given',
			low: 0,
			high: 6000,
			crossesZero: true,
		});
		expect(answer.result?.usesDefaultRanges).toBe(true);
		expect(answer.warnings).toContainEqual({
			code: 'DEFAULT_RANGES',
			at: 'ranges',
			params: { changePct: 10 },
		});
		const only = hayamiSensitivity.compute({ base, ranges, inputs: [] });
		expect(only.result?.bars.length).toBe(1);
		expect(only.warnings).toEqual([]);
	});

	it('watches another row when asked', () => {
		const result = hayamiSensitivity.compute({ base, measure: 'valueAddedRatioPct' }).result;
		expect(result?.baseResult).toBeCloseTo(49.32, 2);
		expect(result?.bars.find(({ input }) => input === 'wage')?.width).toBe(0);
	});

	it('refuses a range with its ends swapped, and a table without row 9', () => {
		const swapped = [{ input: 'wage' as const, low: 2, high: 1 }];
		expect(hayamiSensitivity.compute({ base, ranges: swapped })).toMatchObject({
			status: 'invalid-input',
			at: 'ranges[0]',
		});
		expect(hayamiSensitivity.compute({ base: { ...base, otherInputs: null } })).toMatchObject({
			status: 'missing-input',
			at: 'base',
		});
	});
});

describe('two-way table', () => {
	it('works the profit out over five by five cells around today', () => {
		const answer = hayamiTwoWay.compute({
			base,
			row: { input: 'outputPrice' },
			column: { input: 'rawMaterialPrice' },
		});
		const { result } = answer;
		expect(result?.cells.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
		expect(result?.cells[2]?.[2]).toBeCloseTo(2582.78, 2);
		expect(result?.cells[4]?.[0]).toBeCloseTo(2582.78 + 767 + 170, 2);
		expect(answer.warnings.map(({ at }) => at)).toEqual(['row', 'column']);
	});

	it('draws the zero line where the profit turns', () => {
		const result = hayamiTwoWay.compute({
			base,
			row: { input: 'outputPrice', values: [4000, 4311.2, 8000] },
			column: { input: 'rawMaterialPrice', low: 1700, high: 4000, points: 2 },
		}).result;
		expect(result?.crossesZero).toBe(true);
		expect(result?.cells[0]?.[0]).toBeLessThan(0);
		expect(result?.cells[1]?.[0]).toBeCloseTo(0, 1);
		expect(result?.column.values).toEqual([1700, 4000]);
	});

	it('keeps the yield that is asked for when the raw material is varied too', () => {
		const result = hayamiTwoWay.compute({
			base,
			measure: 'conversionFactor',
			row: { input: 'conversionFactor', values: [1, 1.2] },
			column: { input: 'rawMaterial', values: [40, 60] },
		}).result;
		expect(result?.cells[0]?.[1]).toBeCloseTo(1, 12);
		expect(result?.cells[1]?.[0]).toBeCloseTo(1.2, 12);
	});

	it('refuses one input on both sides', () => {
		const side = { input: 'wage' as const };
		expect(hayamiTwoWay.compute({ base, row: side, column: side })).toMatchObject({
			status: 'invalid-input',
			reason: 'SAME_INPUT_TWICE',
			at: 'column.input',
		});
	});
});
