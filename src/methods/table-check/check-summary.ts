/** A period's summary: costs, revenue, profit, ratios and break-even points, each in every form that studies print. */
import type { Finding, WouldMatchIf } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import { lastPlace, roundingThatFits } from './precision.ts';
import type { PrintedNumber, PrintedSummary, SummaryKey } from './printed.ts';

interface Formula {
	readonly key: SummaryKey;
	readonly formula: string;
	readonly needs: readonly SummaryKey[];
	readonly compute: (values: readonly number[]) => number | null;
	/** Another accepted definition than the first. */
	readonly variant?: string;
}

const over = (a: number, b: number) => (b === 0 ? null : a / b);

/** What each figure is made of; more than one way where studies differ, the usual one first. */
const formulas: readonly Formula[] = [
	{
		key: 'variableCost',
		formula: 'variableCostPerProcess * processesPerPeriod',
		needs: ['variableCostPerProcess', 'processesPerPeriod'],
		compute: ([each = 0, count = 0]) => each * count,
	},
	{
		key: 'totalCost',
		formula: 'fixedCost + variableCost',
		needs: ['fixedCost', 'variableCost'],
		compute: ([fixed = 0, variable = 0]) => fixed + variable,
	},
	{
		key: 'totalCost',
		formula: 'cashCost + imputedCost',
		needs: ['cashCost', 'imputedCost'],
		compute: ([cash = 0, imputed = 0]) => cash + imputed,
	},
	{
		key: 'revenue',
		formula: 'outputQuantity * price',
		needs: ['outputQuantity', 'price'],
		compute: ([quantity = 0, price = 0]) => quantity * price,
	},
	{
		key: 'profit',
		formula: 'revenue - totalCost',
		needs: ['revenue', 'totalCost'],
		compute: ([revenue = 0, cost = 0]) => revenue - cost,
	},
	{
		key: 'cashProfit',
		formula: 'revenue - cashCost',
		needs: ['revenue', 'cashCost'],
		compute: ([revenue = 0, cost = 0]) => revenue - cost,
	},
	{
		key: 'revenueCostRatio',
		formula: 'revenue / totalCost',
		needs: ['revenue', 'totalCost'],
		compute: ([revenue = 0, cost = 0]) => over(revenue, cost),
	},
	{
		key: 'cashRevenueCostRatio',
		formula: 'revenue / cashCost',
		needs: ['revenue', 'cashCost'],
		compute: ([revenue = 0, cost = 0]) => over(revenue, cost),
	},
	{
		key: 'profitCostRatio',
		formula: 'profit / totalCost',
		needs: ['profit', 'totalCost'],
		compute: ([profit = 0, cost = 0]) => over(profit, cost),
	},
	{
		key: 'profitCostRatio',
		formula: '(revenue - totalCost) / totalCost',
		needs: ['revenue', 'totalCost'],
		compute: ([revenue = 0, cost = 0]) => over(revenue - cost, cost),
	},
	{
		// Many studies print B/C with the whole revenue as benefit.
		key: 'profitCostRatio',
		formula: 'revenue / totalCost',
		needs: ['revenue', 'totalCost'],
		compute: ([revenue = 0, cost = 0]) => over(revenue, cost),
		variant: 'benefit-is-revenue',
	},
	{
		key: 'breakEvenPrice',
		formula: 'totalCost / outputQuantity',
		needs: ['totalCost', 'outputQuantity'],
		compute: ([cost = 0, quantity = 0]) => over(cost, quantity),
	},
	{
		key: 'breakEvenUnits',
		formula: 'fixedCost / (price - variableCost / outputQuantity)',
		needs: ['fixedCost', 'price', 'variableCost', 'outputQuantity'],
		compute: ([fixed = 0, price = 0, variable = 0, quantity = 0]) => {
			const margin = quantity === 0 ? 0 : price - variable / quantity;
			return margin <= 0 ? null : fixed / margin;
		},
	},
	{
		key: 'breakEvenUnits',
		formula: 'fixedCost / (price - variableCostPerUnit)',
		needs: ['fixedCost', 'price', 'variableCostPerUnit'],
		compute: ([fixed = 0, price = 0, each = 0]) => (price - each <= 0 ? null : fixed / (price - each)),
	},
	{
		// Many Indonesian studies print the units that cover the whole cost.
		key: 'breakEvenUnits',
		formula: 'totalCost / price',
		needs: ['totalCost', 'price'],
		compute: ([cost = 0, price = 0]) => over(cost, price),
		variant: 'covers-total-cost',
	},
	{
		key: 'breakEvenRevenue',
		formula: 'fixedCost / (1 - variableCost / revenue)',
		needs: ['fixedCost', 'variableCost', 'revenue'],
		compute: ([fixed = 0, variable = 0, revenue = 0]) => {
			const margin = revenue === 0 ? 0 : 1 - variable / revenue;
			return margin <= 0 ? null : fixed / margin;
		},
	},
	{
		key: 'breakEvenRevenue',
		formula: 'fixedCost / (1 - variableCostPerUnit / price)',
		needs: ['fixedCost', 'variableCostPerUnit', 'price'],
		compute: ([fixed = 0, each = 0, price = 0]) => {
			const margin = price === 0 ? 0 : 1 - each / price;
			return margin <= 0 ? null : fixed / margin;
		},
	},
	{
		key: 'breakEvenRevenue',
		formula: 'breakEvenUnits * price',
		needs: ['breakEvenUnits', 'price'],
		compute: ([units = 0, price = 0]) => units * price,
		variant: 'units-times-price',
	},
	{
		// Half a piece is not sold: 14,8 units are 15.
		key: 'breakEvenRevenue',
		formula: 'breakEvenUnits * price',
		needs: ['breakEvenUnits', 'price'],
		compute: ([units = 0, price = 0]) => Math.ceil(units) * price,
		variant: 'whole-units',
	},
];

type Figures = PrintedSummary['columns'][number]['figures'];

/** How far a recomputed value moves when one operand moves within its own rounding: summed over the operands. */
function slackOf(formula: Formula, parts: readonly PrintedNumber[]): number {
	const values = parts.map((part) => part.value);
	const middle = formula.compute(values);
	if (middle === null) return 0;
	return parts.reduce((sum, part, index) => {
		if (part.decimals <= 0) return sum;
		const moved = formula.compute(values.with(index, part.value + lastPlace(part) / 2));
		return moved === null ? sum : sum + Math.abs(moved - middle);
	}, 0);
}

/** A part left out, or one ratio printed in the place of the other. */
function hypotheses(key: SummaryKey, printed: PrintedNumber, figures: Figures): readonly WouldMatchIf[] {
	const value = (name: SummaryKey) => figures[name]?.value ?? null;
	const [revenue, total, variable, fixed] = (
		['revenue', 'totalCost', 'variableCost', 'fixedCost'] as const
	).map(value);
	const fits = (one: number | null) => one !== null && roundingThatFits(one, printed) !== null;
	const leftOut = (at: SummaryKey, one: number | null): WouldMatchIf[] =>
		fits(one) ? [{ kind: 'variant', at, value: one as number, params: { leftOut: at } }] : [];
	if (revenue === null || revenue === undefined) return [];
	if (key === 'profit') {
		return [
			...leftOut('fixedCost', typeof variable === 'number' ? revenue - variable : null),
			...leftOut('variableCost', typeof fixed === 'number' ? revenue - fixed : null),
		];
	}
	if (key !== 'revenueCostRatio') return [];
	return [
		...leftOut('fixedCost', variable ? revenue / variable : null),
		...leftOut('variableCost', fixed ? revenue / fixed : null),
		...(total && fits((revenue - total) / total)
			? [{ kind: 'variant' as const, at: 'profit-over-cost', value: (revenue - total) / total }]
			: []),
	];
}

/** What a figure should be by the others, for when it is itself printed wrong: what was made of it may be right. */
function otherwise(key: SummaryKey, figures: Figures): number | null {
	const value = (name: SummaryKey) => figures[name]?.value ?? null;
	const pair = (a: SummaryKey, b: SummaryKey, make: (x: number, y: number) => number) => {
		const [x, y] = [value(a), value(b)];
		return x === null || y === null ? null : make(x, y);
	};
	switch (key) {
		case 'totalCost':
			return (
				pair('fixedCost', 'variableCost', (x, y) => x + y) ??
				pair('cashCost', 'imputedCost', (x, y) => x + y) ??
				pair('revenue', 'profit', (x, y) => x - y)
			);
		case 'fixedCost':
			return pair('totalCost', 'variableCost', (x, y) => x - y);
		case 'variableCost':
			return pair('totalCost', 'fixedCost', (x, y) => x - y);
		case 'cashCost':
			return pair('totalCost', 'imputedCost', (x, y) => x - y);
		case 'imputedCost':
			return pair('totalCost', 'cashCost', (x, y) => x - y);
		case 'revenue':
			return pair('outputQuantity', 'price', (x, y) => x * y) ?? pair('totalCost', 'profit', (x, y) => x + y);
		default:
			return null;
	}
}

function judge(
	column: PrintedSummary['columns'][number],
	label: string,
	formula: Formula,
	printed: PrintedNumber,
): readonly Finding[] {
	const parts = formula.needs.map((need) => column.figures[need]);
	if (parts.some((part) => !part)) return [];
	const numbers = parts as PrintedNumber[];
	const judgeWith = (values: readonly number[]) => {
		const finding = judgeSum({
			row: formula.key,
			column: column.name,
			label,
			printed,
			expected: formula.compute(values),
			formula: formula.formula,
			operands: formula.needs.map((id, index) => ({ id, value: values[index] ?? null })),
			slack: slackOf(formula, numbers),
			coarse: formula.key.startsWith('breakEven'),
			explanations: hypotheses(formula.key, printed, column.figures),
		});
		return formula.variant
			? { ...finding, params: { ...finding.params, variant: formula.variant } }
			: finding;
	};
	const values = numbers.map((part) => part.value);
	const others = formula.needs.flatMap((need, index) => {
		// The way back over the figure itself would call every figure right.
		const rest = { ...column.figures, [formula.key]: undefined };
		const other = otherwise(need, rest);
		return other === null || other === values[index] ? [] : [judgeWith(values.with(index, other))];
	});
	const plain = judgeWith(values);
	return [plain, ...(plain.verdict === 'differs' ? others.filter((one) => one.verdict !== 'differs') : [])];
}

/** A period's summary, column by column. */
export function checkSummary(summary: PrintedSummary): readonly Finding[] {
	const keys = [...new Set(formulas.map((formula) => formula.key))];
	return summary.columns.flatMap((column) =>
		keys.flatMap((key): Finding[] => {
			const printed = column.figures[key];
			if (!printed) return [];
			const tried = formulas
				.filter((formula) => formula.key === key)
				.flatMap((formula) => judge(column, summary.labels[key] ?? '', formula, printed))
				.filter((finding) => finding.verdict !== 'uncheckable');
			const found =
				tried.find((finding) => finding.verdict === 'match') ??
				tried.find((finding) => finding.verdict === 'rounding') ??
				tried[0];
			// Prices and costs per unit are given, and a variant explains a figure only when it fits.
			if (!found) return [];
			if (found.verdict !== 'differs' || !found.params?.variant) return [found];
			return [{ ...found, params: undefined }];
		}),
	);
}
