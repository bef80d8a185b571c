/**
 * The cost table of a period: fixed and variable cost, revenue, profit, ratios, break-even, margin of safety, payback.
 * "B/C" names two different things in print (TR/TC and profit/TC): here they are `revenueCostRatio` and
 * `profitCostRatio`, and neither is called B/C.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { breakEvenFigures } from './cost-break-even.ts';
import type { BreakEvenProduct } from './cost-break-even.ts';
import { runsPerPeriod } from './cost-runs.ts';
import {
	amount,
	faultStatus,
	firstFault,
	listOf,
	oneOf,
	positive,
	record,
	required,
	text,
} from './input-check.ts';
import { evenPayback } from './payback.ts';
import { depreciationItem, depreciationLine, depreciationWarnings } from './straight-line-depreciation.ts';
import type { DepreciationItem } from './straight-line-depreciation.ts';
import { percentage, ratio, startTrace } from './trace.ts';
import type { Kind, Trace } from './trace.ts';

export interface FixedCost {
	readonly name: string;
	/** Rupiah per period. */
	readonly cost: number;
}

/** Its cost, or quantity x unit price; per process unless stated. */
export interface VariableCost {
	readonly name: string;
	readonly cost?: number | null;
	readonly quantity?: number | null;
	readonly unitPrice?: number | null;
	readonly per?: 'process' | 'period';
}

export interface SoldProduct {
	readonly name: string;
	/** Per period. */
	readonly quantity: number;
	readonly price: number;
}

export interface CostStructureInput {
	/** `month` unless stated: what every figure per period is counted per. */
	readonly period?: 'month' | 'year';
	readonly fixedCosts?: readonly FixedCost[];
	/** Tools and machines; their straight-line depreciation is a fixed cost. */
	readonly depreciation?: readonly DepreciationItem[];
	readonly variableCosts?: readonly VariableCost[];
	readonly products: readonly SoldProduct[];
	/** Processes a period; with the four quantities below it must agree, or the input is refused. */
	readonly processesPerPeriod?: number | null;
	readonly rawMaterialPerPeriod?: number | null;
	readonly rawMaterialPerProcess?: number | null;
	/** The quantity of the only product unless stated. */
	readonly outputPerPeriod?: number | null;
	readonly outputPerProcess?: number | null;
	/** Output a period that the equipment could make; the output sold unless stated. */
	readonly capacity?: number | null;
	readonly investment?: number | null;
}

export interface CostStructureResult {
	readonly processesPerPeriod: number | null;
	/** Rupiah per period. */
	readonly depreciation: number | null;
	readonly fixedCost: number | null;
	readonly variableCost: number | null;
	readonly totalCost: number | null;
	readonly revenue: number | null;
	readonly profit: number | null;
	/** R/C = revenue / total cost; feasible above 1. */
	readonly revenueCostRatio: number | null;
	/** Profit / total cost = R/C - 1, what Indonesian studies print as B/C; feasible above 0. */
	readonly profitCostRatio: number | null;
	/** Per unit of output; null with several products. */
	readonly averageVariableCost: number | null;
	readonly contributionMargin: number | null;
	readonly contributionMarginPct: number | null;
	readonly breakEvenUnits: number | null;
	/** Whole units, rounded up: the first quantity that no longer loses. */
	readonly breakEvenUnitsWhole: number | null;
	readonly breakEvenRevenue: number | null;
	/** Total cost / output, the price at which this quantity earns nothing. */
	readonly breakEvenPrice: number | null;
	readonly breakEvenRawMaterial: number | null;
	readonly breakEvenCapacityPct: number | null;
	readonly marginOfSafetyPct: number | null;
	/** Share of each product at the break-even revenue, with the sales mix as it is. */
	readonly breakEvenProducts: readonly BreakEvenProduct[];
	/** Profit plus depreciation that no cash is paid for (a life of more than one period). */
	readonly netCash: number | null;
	/** Periods; null when not recovered or no investment is given. */
	readonly paybackPeriods: number | null;
}

const fields = {
	period: oneOf(['month', 'year']),
	fixedCosts: listOf(record({ name: text, cost: amount })),
	depreciation: listOf(depreciationItem),
	variableCosts: listOf(
		record({
			name: text,
			cost: amount,
			quantity: amount,
			unitPrice: amount,
			per: oneOf(['process', 'period']),
		}),
	),
	products: required(listOf(record({ name: text, quantity: amount, price: amount }))),
	processesPerPeriod: positive,
	rawMaterialPerPeriod: positive,
	rawMaterialPerProcess: positive,
	outputPerPeriod: positive,
	outputPerProcess: positive,
	capacity: positive,
	investment: positive,
};

const rupiah: Kind = ['Rp', 'total'];

const sum = (...values: number[]): number => values.reduce((total, value) => total + value, 0);

function fixedSteps(trace: Trace, input: CostStructureInput, period: 'month' | 'year'): void {
	const items = (input.depreciation ?? []).map((item) => depreciationLine(item, period));
	const lines = items.map((line, index) => {
		const id = `depreciation[${index}]`;
		const state =
			line.perPeriod === null
				? { status: 'undefined' as const, reason: 'OUT_OF_RANGE' }
				: { status: 'ok' as const };
		const formula = '(purchaseValue - salvageValue) / life';
		trace.note({ id, value: line.perPeriod, unit: 'Rp', basis: period, formula, inputs: [], ...state });
		return id;
	});
	trace.derive('depreciation', ['Rp', period], 'sum(depreciation)', lines, sum);
	const costs = (input.fixedCosts ?? []).map((line, index) => {
		trace.given(`fixedCosts[${index}]`, line.cost, ['Rp', period]);
		return `fixedCosts[${index}]`;
	});
	// No list at all is "not known"; an empty list says there are none.
	if (input.fixedCosts == null && input.depreciation == null) {
		trace.given('fixedCosts', null, ['Rp', period]);
		costs.push('fixedCosts');
	}
	trace.derive(
		'fixedCost',
		['Rp', period],
		'sum(fixedCosts) + depreciation',
		[...costs, 'depreciation'],
		sum,
	);
	// Sacks and rope that last one period are bought anew each period: that money does leave the till.
	const lasting = items.flatMap((line, index) => (line.lifeInPeriods > 1 ? [`depreciation[${index}]`] : []));
	trace.derive('lastingDepreciation', ['Rp', period], 'sum(depreciation with life > 1)', lasting, sum);
}

function variableSteps(trace: Trace, input: CostStructureInput, period: 'month' | 'year'): void {
	const lines = (input.variableCosts ?? []).map((line, index) => {
		const id = `variableCosts[${index}]`;
		const perPeriod = line.per === 'period';
		const basis = perPeriod ? period : 'process';
		if (line.cost != null) trace.given(`${id}.cost`, line.cost, ['Rp', basis]);
		else {
			trace.given(`${id}.quantity`, line.quantity, ['qty', basis]);
			trace.given(`${id}.unitPrice`, line.unitPrice, ['Rp', 'none']);
			trace.derive(
				`${id}.cost`,
				['Rp', basis],
				`${id}.quantity x ${id}.unitPrice`,
				[`${id}.quantity`, `${id}.unitPrice`],
				(quantity, price) => quantity * price,
			);
		}
		if (perPeriod) trace.derive(id, ['Rp', period], `${id}.cost`, [`${id}.cost`], (cost) => cost);
		else
			trace.derive(
				id,
				['Rp', period],
				`${id}.cost x processesPerPeriod`,
				[`${id}.cost`, 'processesPerPeriod'],
				(cost, processes) => cost * processes,
			);
		return id;
	});
	if (input.variableCosts == null) {
		trace.given('variableCosts', null, ['Rp', period]);
		lines.push('variableCosts');
	}
	trace.derive('variableCost', ['Rp', period], 'sum(variableCosts)', lines, sum);
}

function revenueSteps(trace: Trace, input: CostStructureInput, period: 'month' | 'year'): void {
	const lines = input.products.map((product, index) => {
		const id = `products[${index}]`;
		trace.given(`${id}.quantity`, product.quantity, ['qty', period]);
		trace.given(`${id}.price`, product.price, ['Rp', 'output']);
		trace.derive(
			`${id}.revenue`,
			['Rp', period],
			`${id}.quantity x ${id}.price`,
			[`${id}.quantity`, `${id}.price`],
			(quantity, price) => quantity * price,
		);
		return `${id}.revenue`;
	});
	trace.derive('revenue', ['Rp', period], 'sum(products.revenue)', lines, sum);
}

function headlines(trace: Trace, period: 'month' | 'year') {
	const perPeriod: Kind = ['Rp', period];
	const plain: Kind = ['ratio', 'none'];
	return {
		totalCost: trace.derive(
			'totalCost',
			perPeriod,
			'fixedCost + variableCost',
			['fixedCost', 'variableCost'],
			sum,
		),
		profit: trace.derive(
			'profit',
			perPeriod,
			'revenue - totalCost',
			['revenue', 'totalCost'],
			(revenue, cost) => revenue - cost,
		),
		revenueCostRatio: trace.derive(
			'revenueCostRatio',
			plain,
			'revenue / totalCost',
			['revenue', 'totalCost'],
			ratio,
		),
		profitCostRatio: trace.derive(
			'profitCostRatio',
			plain,
			'profit / totalCost',
			['profit', 'totalCost'],
			ratio,
		),
		contributionMarginPct: trace.derive(
			'contributionMarginPct',
			['%', 'none'],
			'(revenue - variableCost) / revenue x 100',
			['revenue', 'variableCost'],
			(revenue, variable) => percentage(revenue - variable, revenue),
		),
	};
}

function cashSteps(trace: Trace, input: CostStructureInput, period: 'month' | 'year') {
	const netCash = trace.derive(
		'netCash',
		['Rp', period],
		'profit + lastingDepreciation',
		['profit', 'lastingDepreciation'],
		sum,
	);
	if (input.investment == null) return { netCash, paybackPeriods: null };
	trace.given('investment', input.investment, rupiah);
	const paybackPeriods = trace.derive(
		'paybackPeriods',
		[period, 'total'],
		'investment / netCash',
		['investment', 'netCash'],
		(investment, cash) => evenPayback(investment, cash) ?? 'NOT_RECOVERED',
	);
	return { netCash, paybackPeriods };
}

function warningsOf(input: CostStructureInput, trace: Trace): Warning[] {
	const missing: Warning[] = trace.steps
		.filter((step) => step.status === 'missing-input' && step.formula === '')
		.map((step) => ({ code: 'MISSING_INPUT', at: step.id }));
	const undefinedAt = (id: string, reason: string): Warning[] =>
		trace.steps.some((step) => step.id === id && step.reason === reason) ? [{ code: reason, at: id }] : [];
	const profit = trace.steps.find(({ id }) => id === 'profit')?.value ?? 0;
	return [
		...missing,
		...depreciationWarnings(input.depreciation ?? [], 'depreciation'),
		...(profit < 0 ? [{ code: 'LOSS', at: 'profit' }] : []),
		...undefinedAt('breakEvenRevenue', 'NO_BREAK_EVEN'),
		...undefinedAt('paybackPeriods', 'NOT_RECOVERED'),
	];
}

function compute(input: CostStructureInput): MethodResult<CostStructureResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	if (input.products.length === 0) return refused('missing-input', 'MISSING_INPUT', 'products');
	const period = input.period ?? 'month';
	const runs = runsPerPeriod(input);
	if (!runs.agree) {
		const params = Object.fromEntries(runs.readings.map(({ id, value }) => [id, value]));
		return refused('invalid-input', 'RUNS_DISAGREE', 'processesPerPeriod', [
			{ code: 'RUNS_DISAGREE', at: 'processesPerPeriod', params },
		]);
	}
	const trace = startTrace();
	const processes = runs.value;
	const needed = (input.variableCosts ?? []).some((line) => line.per !== 'period');
	if (processes !== null || needed) {
		const shape = { id: 'processesPerPeriod', value: processes, unit: 'process', basis: period } as const;
		const state =
			processes === null
				? { status: 'missing-input' as const, reason: 'MISSING_INPUT' }
				: { status: 'ok' as const };
		trace.note({ ...shape, formula: runs.formula, inputs: runs.inputs, ...state });
	}
	fixedSteps(trace, input, period);
	variableSteps(trace, input, period);
	revenueSteps(trace, input, period);
	const head = headlines(trace, period);
	const breakEven = breakEvenFigures(trace, input, period);
	const cash = cashSteps(trace, input, period);
	const value = (id: string) => trace.steps.find((step) => step.id === id)?.value ?? null;
	const result: CostStructureResult = {
		processesPerPeriod: processes,
		depreciation: value('depreciation'),
		fixedCost: value('fixedCost'),
		variableCost: value('variableCost'),
		revenue: value('revenue'),
		...head,
		...breakEven,
		...cash,
	};
	const answer = { steps: trace.steps, warnings: warningsOf(input, trace) };
	if (result.totalCost !== null || result.revenue !== null) return { ...answer, status: 'ok', result };
	const missing = trace.steps.find((step) => step.status === 'missing-input' && step.formula === '');
	return missing === undefined
		? { ...answer, status: 'undefined', reason: 'OUT_OF_RANGE', at: 'products', result: null }
		: { ...answer, status: 'missing-input', reason: 'MISSING_INPUT', at: missing.id, result: null };
}

/**
 * Cost structure and break-even of a period. Processes that differ by raw material and by output are refused
 * (`RUNS_DISAGREE`, both figures in the warning); a price not above the average variable cost has no break-even.
 */
export const costStructure = method<CostStructureInput, CostStructureResult>({
	id: 'cost-structure',
	version: 1,
	formula:
		'profit = revenue - fixedCost - variableCost; breakEvenUnits = fixedCost / (price - averageVariableCost)',
	unit: 'Rp per period; ratios without unit',
	source:
		'Soekartawi (1995), Analisis Usahatani, UI-Press, Jakarta (R/C, penerimaan, biaya); Garrison, R. H. and Noreen, E. W., Managerial Accounting, McGraw-Hill (break-even, contribution margin, margin of safety).',
	variants: {
		revenueCostRatio: 'revenue / total cost (R/C); feasible above 1',
		profitCostRatio: 'profit / total cost, printed as "B/C" in many studies; feasible above 0',
		breakEvenRevenue: 'several products: with the sales mix held constant',
	},
	example: {
		depreciation: [{ name: 'mixer', purchaseValue: 7000000, salvageValue: 1000000, life: 60 }],
		variableCosts: [
			{ name: 'coconut pulp', quantity: 50, unitPrice: 1700 },
			{ name: 'labour', quantity: 2, unitPrice: 30000 },
		],
		products: [{ name: 'feed', quantity: 944, price: 6500 }],
		rawMaterialPerPeriod: 800,
		rawMaterialPerProcess: 50,
		outputPerProcess: 59,
		investment: 7000000,
	},
	compute,
});
