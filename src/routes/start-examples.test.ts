import { describe, expect, it } from 'vitest';
import { sampleSheets } from '#inputs/value-added-samples.ts';
import { sheetToStudy } from '#inputs/value-added-sheet.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import { checkExample, milkExample, serabiExample } from './start-examples.ts';

const resultsOf = (name: keyof typeof sampleSheets) =>
	Object.fromEntries(
		sheetToStudy(sampleSheets[name]).study.products.map(({ name: product, input }) => [
			product,
			hayami.compute(input).result,
		]),
	);

describe('figures on the start page', () => {
	it('are those of the serabi example', () => {
		const result = resultsOf('serabi')['Pakan ternak'];
		expect(result?.outputValue).toBeCloseTo(serabiExample.outputValue, 6);
		expect(result?.otherInputs).toBeCloseTo(serabiExample.otherInputs, 6);
		expect(result?.labourIncome).toBeCloseTo(serabiExample.labour, 6);
		expect(result?.profit).toBeCloseTo(serabiExample.profit, 6);
	});

	it('are those of the milk example', () => {
		const results = resultsOf('susu');
		expect(results.Kefir?.valueAdded).toBe(checkExample.kefir.recomputed);
		expect(results.Yogurt?.valueAdded).toBe(checkExample.yogurt.recomputed);
		for (const [product, shown] of [
			['Kefir', milkExample.kefir],
			['Yogurt', milkExample.yogurt],
			['Ice cream', milkExample.iceCream],
		] as const) {
			expect(results[product]?.valueAdded).toBe(shown.valueAdded);
			expect(results[product]?.valueAddedRatioPct).toBeCloseTo(shown.ratioPct, 2);
		}
	});

	it('name the leaders of each measure', () => {
		const all = Object.entries(resultsOf('susu'));
		const leader = (key: 'valueAdded' | 'valueAddedRatioPct') =>
			all.reduce((best, one) => ((one[1]?.[key] ?? 0) > (best[1]?.[key] ?? 0) ? one : best))[0];
		expect(leader('valueAdded')).toBe('Kefir');
		expect(leader('valueAddedRatioPct')).toBe('Yogurt');
	});
});
