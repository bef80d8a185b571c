import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costStructure } from './cost-structure.ts';
import type { CostStructureInput } from './cost-structure.ts';
import { hayamiReconciliation } from './reconciliation.ts';

// Serabi cake waste, SME Apen Julit Gettas, Sumenep, Tables 2 to 4: one month of 16 batches.
const serabi: CostStructureInput = {
	depreciation: [
		{ name: 'sacks', purchaseValue: 5200, salvageValue: 0, life: 1 },
		{ name: 'rope', purchaseValue: 1000, salvageValue: 0, life: 1 },
		{ name: 'mixer', purchaseValue: 7000000, salvageValue: 1000000, life: 60 },
	],
	variableCosts: [
		{ name: 'coconut pulp', quantity: 50, unitPrice: 1700 },
		{ name: 'peanut shell', quantity: 50, unitPrice: 500 },
		{ name: 'molasses', quantity: 0.5, unitPrice: 500 },
		{ name: 'urea', quantity: 0.3, unitPrice: 1800 },
		{ name: 'probiotics', quantity: 0.2, unitPrice: 75000 },
		{ name: 'printing', quantity: 59, unitPrice: 500 },
		{ name: 'plastic bags', quantity: 59, unitPrice: 314 },
		{ name: 'electricity', quantity: 7, unitPrice: 535 },
		{ name: 'labour', quantity: 2, unitPrice: 30000 },
		{ name: 'petrol', quantity: 2, unitPrice: 8400 },
	],
	products: [{ name: 'feed', quantity: 944, price: 6500 }],
	rawMaterialPerPeriod: 800,
	rawMaterialPerProcess: 50,
	outputPerProcess: 59,
	investment: 7000000,
};

const resultOf = (input: CostStructureInput) => {
	const answer = costStructure.compute(input);
	if (answer.result === null) throw new Error(`${answer.status} ${answer.reason} ${answer.at}`);
	return answer.result;
};

describe('a month of serabi', () => {
	const month = resultOf(serabi);

	it('comes out to the rupiah', () => {
		expect(month).toMatchObject({
			processesPerPeriod: 16,
			fixedCost: 106200,
			variableCost: 4069776,
			totalCost: 4175976,
			revenue: 6136000,
			profit: 1960024,
			netCash: 2060024,
			breakEvenUnitsWhole: 49,
		});
	});

	it('has the ratios, the break-even and the payback of the worked check', () => {
		const figures = {
			revenueCostRatio: [1.4694, 4],
			profitCostRatio: [0.4694, 4],
			averageVariableCost: [4311.2, 2],
			contributionMargin: [2188.8, 2],
			breakEvenUnits: [48.52, 2],
			breakEvenRevenue: [315378.78, 2],
			breakEvenPrice: [4423.7, 2],
			paybackPeriods: [3.4, 2],
			breakEvenRawMaterial: [48.5198 / 1.18, 3],
			breakEvenCapacityPct: [5.14, 2],
			marginOfSafetyPct: [94.86, 2],
		} as const;
		for (const [key, [value, decimals]] of Object.entries(figures))
			expect(month[key as keyof typeof figures], key).toBeCloseTo(value, decimals);
	});

	it('is the profit of the value-added sheet with the default scope, and not with a narrower one', () => {
		const { example } = hayamiReconciliation;
		const agrees = hayamiReconciliation.compute({ ...example, periodProfit: month.profit ?? NaN });
		expect(agrees.result).toMatchObject({ agrees: true, explainedBy: [] });
		expect(agrees.result?.tableProfit).toBeCloseTo(1960024, 6);
		const narrow = hayamiReconciliation.compute({
			...example,
			table: { ...example.table, otherInputsScope: 'all-operating' },
		});
		expect(narrow.result).toMatchObject({ agrees: false, explainedBy: ['depreciation'] });
		expect(narrow.result?.difference).toBeCloseTo(106200, 6);
		expect(narrow.warnings.map(({ code }) => code)).toEqual(['DOES_NOT_RECONCILE']);
	});
});

describe('cost structure', () => {
	it('refuses a period whose processes differ by raw material and by output, with both figures', () => {
		const answer = costStructure.compute({ ...serabi, rawMaterialPerPeriod: 850 });
		expect(answer).toMatchObject({ status: 'invalid-input', reason: 'RUNS_DISAGREE', result: null });
		expect(answer.warnings[0]?.params).toEqual({ fromRawMaterial: 17, fromOutput: 16 });
	});

	it('has no break-even when the price does not cover the variable cost', () => {
		const answer = costStructure.compute({
			...serabi,
			products: [{ name: 'feed', quantity: 944, price: 4000 }],
		});
		expect(answer.result).toMatchObject({
			breakEvenUnits: null,
			breakEvenRevenue: null,
			paybackPeriods: null,
		});
		expect(answer.warnings.map(({ code }) => code)).toEqual(['LOSS', 'NO_BREAK_EVEN', 'NOT_RECOVERED']);
	});

	it('does not take costs that nobody listed for costs of 0', () => {
		const answer = costStructure.compute({ products: [{ name: 'feed', quantity: 944, price: 6500 }] });
		expect(answer.result).toMatchObject({ revenue: 6136000, totalCost: null, profit: null });
		expect(answer.warnings.map(({ at }) => at)).toEqual(
			expect.arrayContaining(['fixedCosts', 'variableCosts']),
		);
		const none = resultOf({ fixedCosts: [], variableCosts: [], products: serabi.products });
		expect(none).toMatchObject({ totalCost: 0, profit: 6136000, revenueCostRatio: null });
	});

	it('gives several products a break-even in rupiah only, shared by the sales mix', () => {
		const several = resultOf({
			fixedCosts: [{ name: 'rent', cost: 1000 }],
			variableCosts: [{ name: 'all', cost: 3000, per: 'period' }],
			products: [
				{ name: 'a', quantity: 10, price: 300 },
				{ name: 'b', quantity: 20, price: 100 },
			],
		});
		expect(several.breakEvenUnits).toBeNull();
		expect(several.breakEvenRevenue).toBeCloseTo(1000 / (1 - 3000 / 5000), 9);
		expect(several.breakEvenProducts[0]?.revenue).toBeCloseTo(1500, 9);
		expect(several.breakEvenProducts[0]?.units).toBeCloseTo(5, 9);
		expect(several.breakEvenProducts[1]?.units).toBeCloseTo(10, 9);
	});

	const amount = fc.double({ min: 1, max: 1e6, noNaN: true });

	it('earns nothing at the break-even price, and R/C is one more than profit over cost', () => {
		fc.assert(
			fc.property(amount, amount, amount, amount, (fixed, variable, quantity, price) => {
				const input = {
					fixedCosts: [{ name: 'f', cost: fixed }],
					variableCosts: [{ name: 'v', cost: variable, per: 'period' as const }],
					products: [{ name: 'p', quantity, price }],
				};
				const now = resultOf(input);
				const ratio = now.revenueCostRatio ?? NaN;
				const gap = Math.abs(ratio - 1 - (now.profitCostRatio ?? NaN));
				expect(gap).toBeLessThanOrEqual(1e-12 * Math.max(1, ratio));
				const products = [{ name: 'p', quantity, price: now.breakEvenPrice ?? NaN }];
				expect(Math.abs(resultOf({ ...input, products }).profit ?? NaN)).toBeLessThan(1e-6);
			}),
		);
	});
});
