/**
 * Break-even of a period's costs. In units only for one product; for several, in rupiah with the sales mix as it is.
 */
import type { RunsInput } from './cost-runs.ts';
import { percentage, ratio } from './trace.ts';
import type { Kind, Reason, Trace } from './trace.ts';

export interface BreakEvenProduct {
	readonly name: string;
	/** Rupiah per period at the break-even revenue. */
	readonly revenue: number | null;
	readonly units: number | null;
}

interface Priced extends RunsInput {
	readonly products: readonly { readonly name: string; readonly quantity: number; readonly price: number }[];
	readonly capacity?: number | null;
}

/** `fixed / margin` where the margin must be earned: at or below 0 there is no break-even. */
const noLossAt = (fixed: number, margin: number): number | Reason =>
	margin <= 0 ? 'NO_BREAK_EVEN' : fixed / margin;

/** Binary fractions such as 49.00000000000001 are 49 units, not 50. */
function wholeUnits(units: number): number {
	const nearest = Math.round(units);
	return Math.abs(units - nearest) <= 1e-9 * Math.max(1, Math.abs(units)) ? nearest : Math.ceil(units);
}

function singleProduct(trace: Trace, input: Priced, perPeriod: Kind) {
	const perOutput: Kind = ['Rp', 'output'];
	const units: Kind = ['qty', perPeriod[1]];
	const quantity = 'products[0].quantity';
	const price = 'products[0].price';
	const averageVariableCost = trace.derive(
		'averageVariableCost',
		perOutput,
		`variableCost / ${quantity}`,
		['variableCost', quantity],
		ratio,
	);
	const contributionMargin = trace.derive(
		'contributionMargin',
		perOutput,
		`${price} - averageVariableCost`,
		[price, 'averageVariableCost'],
		(selling, cost) => selling - cost,
	);
	const breakEvenUnits = trace.derive(
		'breakEvenUnits',
		units,
		'fixedCost / contributionMargin',
		['fixedCost', 'contributionMargin'],
		noLossAt,
	);
	const breakEvenUnitsWhole = trace.derive(
		'breakEvenUnitsWhole',
		units,
		'breakEvenUnits rounded up',
		['breakEvenUnits'],
		wholeUnits,
	);
	const breakEvenPrice = trace.derive(
		'breakEvenPrice',
		perOutput,
		`totalCost / ${quantity}`,
		['totalCost', quantity],
		ratio,
	);
	return {
		averageVariableCost,
		contributionMargin,
		breakEvenUnits,
		breakEvenUnitsWhole,
		breakEvenPrice,
		...volume(trace, input, units),
	};
}

/** Break-even in raw material, and as a share of what the equipment can make. */
function volume(trace: Trace, input: Priced, units: Kind) {
	const breakEvenCapacityPct = capacityShare(trace, input, units);
	const perProcess = input.outputPerProcess != null && input.rawMaterialPerProcess != null;
	const rawId = perProcess ? 'rawMaterialPerProcess' : 'rawMaterialPerPeriod';
	const outId = perProcess ? 'outputPerProcess' : 'products[0].quantity';
	if (input[rawId] == null) return { breakEvenCapacityPct, breakEvenRawMaterial: null };
	trace.given(rawId, input[rawId], units);
	if (perProcess) trace.given(outId, input.outputPerProcess, units);
	const breakEvenRawMaterial = trace.derive(
		'breakEvenRawMaterial',
		units,
		`breakEvenUnits / (${outId} / ${rawId})`,
		['breakEvenUnits', outId, rawId],
		(atBreakEven, output, rawMaterial) => ratio(atBreakEven * rawMaterial, output),
	);
	return { breakEvenCapacityPct, breakEvenRawMaterial };
}

function capacityShare(trace: Trace, input: Priced, units: Kind): number | null {
	const whole = input.capacity == null ? 'products[0].quantity' : 'capacity';
	if (input.capacity != null) trace.given('capacity', input.capacity, units);
	return trace.derive(
		'breakEvenCapacityPct',
		['%', 'none'],
		`breakEvenUnits / ${whole} x 100`,
		['breakEvenUnits', whole],
		percentage,
	);
}

const notForSeveral = {
	averageVariableCost: null,
	contributionMargin: null,
	breakEvenUnits: null,
	breakEvenUnitsWhole: null,
	breakEvenPrice: null,
	breakEvenCapacityPct: null,
	breakEvenRawMaterial: null,
};

/** Adds the break-even steps to a trace that holds fixed, variable and total cost and the products' revenue. */
export function breakEvenFigures(trace: Trace, input: Priced, period: 'month' | 'year') {
	const perPeriod: Kind = ['Rp', period];
	const breakEvenRevenue = trace.derive(
		'breakEvenRevenue',
		perPeriod,
		'fixedCost / (1 - variableCost / revenue)',
		['fixedCost', 'variableCost', 'revenue'],
		(fixed, variable, revenue) => {
			const share = ratio(variable, revenue);
			return typeof share === 'number' ? noLossAt(fixed, 1 - share) : share;
		},
	);
	const marginOfSafetyPct = trace.derive(
		'marginOfSafetyPct',
		['%', 'none'],
		'(revenue - breakEvenRevenue) / revenue x 100',
		['revenue', 'breakEvenRevenue'],
		(revenue, least) => percentage(revenue - least, revenue),
	);
	const breakEvenProducts = input.products.map(({ name }, index): BreakEvenProduct => {
		const at = `products[${index}]`;
		const revenue = trace.derive(
			`${at}.breakEvenRevenue`,
			perPeriod,
			`breakEvenRevenue x ${at}.revenue / revenue`,
			['breakEvenRevenue', `${at}.revenue`, 'revenue'],
			(least, own, all) => ratio(least * own, all),
		);
		const units = trace.derive(
			`${at}.breakEvenUnits`,
			['qty', period],
			`${at}.breakEvenRevenue / ${at}.price`,
			[`${at}.breakEvenRevenue`, `${at}.price`],
			ratio,
		);
		return { name: name ?? '', revenue, units };
	});
	const single = input.products.length === 1 ? singleProduct(trace, input, perPeriod) : notForSeveral;
	return { breakEvenRevenue, marginOfSafetyPct, breakEvenProducts, ...single };
}
