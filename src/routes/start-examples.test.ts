import { describe, expect, it } from 'vitest';
import { decisionSample } from '#inputs/decision-samples.ts';
import { flowSample } from '#inputs/flow-samples.ts';
import { readNumber } from '#inputs/number-reader.ts';
import { regionSample } from '#inputs/region-samples.ts';
import { divideSheet } from '#inputs/sharing-division.ts';
import { sharingSample } from '#inputs/sharing-samples.ts';
import { treeSample } from '#inputs/tree-samples.ts';
import { sampleSheet, type SampleName } from '#inputs/value-added-samples.ts';
import { sheetToStudy } from '#inputs/value-added-sheet.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import { checkExample, furtherExamples, milkExample, serabiExample } from './start-examples.ts';

const resultsOf = (name: SampleName) =>
	Object.fromEntries(
		sheetToStudy(sampleSheet(name, 'id')).study.products.map(({ name: product, input }) => [
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

	it('say of the further examples what stands in them', () => {
		const { decision, region, flow, tree } = furtherExamples;
		expect(decisionSample('serabi', 'id')?.alternatives).toHaveLength(decision.alternatives);
		const bintan = regionSample('bintan', 'id');
		expect(bintan?.sectors).toHaveLength(region.sectors);
		expect(bintan?.years.at(0)?.label).toBe(region.from);
		expect(bintan?.years.at(-1)?.label).toBe(region.to);
		const scales = flowSample('kalanganyar', 'id')?.streams[0];
		expect([scales?.low, scales?.high, scales?.unit, scales?.per]).toEqual([
			String(flow.low),
			String(flow.high),
			'kg',
			'day',
		]);
		expect(treeSample('susu', 'id')?.rows.filter(({ kind }) => kind === 'product')).toHaveLength(
			tree.products,
		);
	});

	it('are those of the division of the mussel harvest', () => {
		const { amount, people, each } = furtherExamples.sharing;
		const harvest = sharingSample('serang', 'id');
		const divided = harvest ? divideSheet(harvest) : null;
		if (!divided || !('division' in divided)) throw new Error('the example cannot be divided');
		const { parts, people: partners } = divided.division.result;
		expect(readNumber(harvest?.amount ?? '').value).toBe(amount);
		expect(partners.map(({ amount: received }) => Number(received))).toEqual(Array(people).fill(each));
		expect(parts.reduce((sum, part) => sum + Number(part.amount), 0)).toBe(amount);
	});
});
