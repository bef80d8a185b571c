import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTables } from './check-tables.ts';
import { computedKeys, productFigures, rowsBehind } from './hayami-figures.ts';
import type { PrintedHayamiTable, PrintedNumber, PrintedTables } from './printed.ts';
import type { HayamiKey } from '../value-added/hayami-rows.ts';

const number = (value: number, decimals: number, cell: string): PrintedNumber => ({
	value: Number(value.toFixed(decimals)),
	text: value.toFixed(decimals),
	decimals,
	cell,
	table: 'T',
});

const cut = (value: number, decimals: number) => Math.trunc(value * 10 ** decimals + 1e-9) / 10 ** decimals;

const noTables: PrintedTables = {
	title: 'T',
	hayami: [],
	costs: [],
	depreciation: [],
	summaries: [],
	stated: [],
	malformed: [],
};

/** The keys a printed table holds: row 13b once. */
const printedKeys = computedKeys.filter((key) => key !== 'profitOverValueAddedPct');

/** A table printed correctly: inputs as given, computed rows rounded or cut to their decimals. */
function printedTable(inputs: Record<string, number>, money: number, truncate: boolean): PrintedHayamiTable {
	const figures: Partial<Record<HayamiKey, PrintedNumber>> = {};
	for (const [key, value] of Object.entries(inputs)) {
		const decimals = value.toString().split('.')[1]?.length ?? 0;
		figures[key as HayamiKey] = number(value, decimals, key);
	}
	const exact = productFigures({ name: 'P', figures });
	for (const key of printedKeys) {
		const value = exact.chain(key);
		if (value === null) continue;
		const decimals = key.endsWith('Pct')
			? 2
			: key === 'conversionFactor' || key === 'labourCoefficient'
				? 4
				: money;
		figures[key] = number(truncate ? cut(value, decimals) : value, decimals, key);
	}
	return { name: 'T', products: [{ name: 'P', figures }], labels: {}, units: {} };
}

const study = fc
	.record({
		output: fc.integer({ min: 20, max: 900 }),
		rawMaterial: fc.integer({ min: 20, max: 900 }),
		labour: fc.integer({ min: 1, max: 12 }),
		outputPrice: fc.integer({ min: 40, max: 900 }).map((price) => price * 100),
		wage: fc.integer({ min: 200, max: 1500 }).map((wage) => wage * 100),
		rawMaterialPrice: fc.integer({ min: 10, max: 90 }).map((price) => price * 100),
		otherInputs: fc.integer({ min: 100, max: 3000 }),
	})
	// A table about a business: value added and profit well above zero.
	.filter((one) => {
		const value = (one.output * one.outputPrice) / one.rawMaterial - one.rawMaterialPrice - one.otherInputs;
		return value > 1000 && value - (one.labour * one.wage) / one.rawMaterial > 500;
	});

describe('a table printed correctly', () => {
	it('has no figure called wrong, rounded or cut, with or without decimals', () => {
		fc.assert(
			fc.property(study, fc.constantFrom(0, 2), fc.boolean(), (inputs, money, truncate) => {
				const check = checkTables({ ...noTables, hayami: [printedTable(inputs, money, truncate)] });
				const wrong = check.findings.filter(
					(finding) => finding.verdict === 'differs' || finding.verdict === 'uncheckable',
				);
				expect(wrong).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});
});

/** The other figure that tables print in row 13b. */
const profitOverValueAdded = (table: PrintedHayamiTable): number =>
	productFigures(table.products[0] as never).chain('profitOverValueAddedPct') as number;

describe('one planted fault', () => {
	it('is none where a rate of profit is that of the other divisor', () => {
		const inputs = {
			output: 29,
			rawMaterial: 20,
			labour: 6,
			outputPrice: 35_500,
			wage: 121_100,
			rawMaterialPrice: 1900,
			otherInputs: 100,
		};
		const table = printedTable(inputs, 2, false);
		const over = number(profitOverValueAdded(table), 2, 'profitRatePct');
		expect(table.products[0]?.figures.profitRatePct?.value).toBe(25.54);
		expect(over.value).toBe(26.57);
		const figures = { ...table.products[0]?.figures, profitRatePct: over };
		const { findings } = checkTables({
			...noTables,
			hayami: [{ ...table, products: [{ name: 'P', figures }] }],
		});
		expect(findings.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
	});

	it('is found in every computed row, with the value it replaced and nothing else called wrong', () => {
		fc.assert(
			fc.property(
				study,
				fc.constantFrom(...printedKeys),
				fc.integer({ min: 4, max: 60 }),
				(inputs, key, percent) => {
					const table = printedTable(inputs, 2, false);
					const figures = { ...table.products[0]?.figures };
					const right = figures[key] as PrintedNumber;
					const wrong = number(right.value * (1 + percent / 100), right.decimals, key);
					// Closer than this, the fault is one of rounding.
					const near = (value: number) => Math.abs(wrong.value - value) <= 2.5 * 10 ** -right.decimals;
					fc.pre(!near(right.value));
					// Row 13b is printed by either of two divisors: what fits the other one is no fault.
					fc.pre(key !== 'profitRatePct' || !near(profitOverValueAdded(table)));
					figures[key] = wrong;
					const check = checkTables({
						...noTables,
						hayami: [{ ...table, products: [{ name: 'P', figures }] }],
					});
					const differs = check.findings.filter((finding) => finding.verdict === 'differs');
					expect(differs.map((finding) => finding.row)).toEqual([key]);
					const exact = productFigures(table.products[0] as never).chain(key) as number;
					expect(Math.abs((differs[0]?.expected ?? 0) - exact)).toBeLessThanOrEqual(Math.abs(exact) * 1e-9);
				},
			),
			{ numRuns: 500 },
		);
	});

	it('names the rows that were taken from the wrong one', () => {
		const table = printedTable(
			{
				output: 1,
				rawMaterial: 1,
				labour: 1,
				outputPrice: 180000,
				wage: 6250,
				rawMaterialPrice: 4200,
				otherInputs: 100000,
			},
			0,
			false,
		);
		// Kefir (Sukorejo, Table 1): value added printed 74,800; ratio, profit and profit rate made from it.
		const figures = {
			...table.products[0]?.figures,
			valueAdded: number(74800, 0, 'K'),
			valueAddedRatioPct: number(41.56, 2, 'L'),
			profit: number(68550, 0, 'O'),
			profitRatePct: number(38.08, 2, 'P'),
		};
		const check = checkTables({
			...noTables,
			hayami: [{ ...table, products: [{ name: 'Kefir', figures }] }],
		});
		const [kefir] = check.findings.filter((finding) => finding.row === 'valueAdded');
		expect(kefir?.expected).toBe(75800);
		expect(kefir?.wouldMatchIf[0]).toMatchObject({ kind: 'one-digit', value: 75800 });
		expect(kefir?.follows?.map((one) => one.row)).toEqual(
			expect.arrayContaining(['valueAddedRatioPct', 'profit', 'profitRatePct']),
		);
	});
});

describe('rows behind a row', () => {
	it('reach from row 9 to every share made of it', () => {
		expect(rowsBehind('otherInputs')).toEqual(
			new Set([
				'valueAdded',
				'valueAddedRatioPct',
				'labourSharePct',
				'profit',
				'profitRatePct',
				'profitOverValueAddedPct',
				'marginOtherInputsPct',
				'marginProfitPct',
			]),
		);
	});
});

describe('cost tables', () => {
	const line = (item: string, quantity: number, price: number, total: number, group = 'Bahan penolong') => ({
		item,
		group: 'auxiliary' as const,
		groupLabel: group,
		unit: 'kg',
		quantity: number(quantity, 2, 'q'),
		unitPrice: number(price, 0, 'p'),
		total: number(total, 0, item),
	});

	it('find a product that is not quantity times price, with its swapped digits', () => {
		const costs = [
			{ name: 'C', lines: [line('Gula', 12, 1480, 17760), line('Ragi', 3, 1824, 5742)], sums: [] },
		];
		const check = checkTables({ ...noTables, costs });
		expect(check.findings.map((finding) => [finding.row, finding.verdict, finding.expected])).toEqual([
			['Gula', 'match', 17760],
			['Ragi', 'differs', 5472],
		]);
		expect(check.findings[1]?.wouldMatchIf[0]).toMatchObject({ kind: 'swapped-digits', value: 5472 });
	});

	it('find a total that leaves out a line', () => {
		const lines = [line('Gula', 10, 1000, 10000), line('Ragi', 2, 500, 1000), line('Plastik', 5, 300, 1500)];
		const sums = [{ label: 'Total', groupLabel: null, value: number(11000, 0, 'sum') }];
		const check = checkTables({ ...noTables, costs: [{ name: 'C', lines, sums }] });
		const [total] = check.findings.filter((finding) => finding.row === 'Total');
		expect(total).toMatchObject({ verdict: 'differs', expected: 12500 });
		expect(total?.wouldMatchIf).toContainEqual(
			expect.objectContaining({ kind: 'missing-cost-group', at: 'Plastik', value: 1500 }),
		);
	});
});
