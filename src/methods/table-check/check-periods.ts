/**
 * Periods with quantity and revenue: the price they imply. A price no market knows points at zeros too many, a price
 * that is the same round figure in every period but one points at swapped digits, and periods that share a year count
 * it twice.
 */
import type { Finding, WouldMatchIf } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import type { PrintedPeriod, PrintedPeriodTable } from './printed-economic.ts';
import type { PrintedNumber } from './printed.ts';
import { digitSlip, significantDigits } from './would-match.ts';

/** Rupiah for a kilogram or litre: what is dearer is weighed in grams. */
const dearestPerUnit: Readonly<Record<string, number>> = {
	kg: 2e7,
	kilogram: 2e7,
	l: 2e7,
	liter: 2e7,
	ton: 2e10,
	kuintal: 2e9,
	gram: 2e6,
};

interface Sale {
	readonly period: PrintedPeriod;
	readonly quantity: PrintedNumber;
	readonly revenue: PrintedNumber;
	/** The reading of the quantity that fits the others. */
	readonly amount: number;
	readonly price: number;
}

function odd(table: string, code: string, rest: Partial<Finding>): Finding {
	return {
		code,
		row: 'quantity',
		column: '',
		label: '',
		table,
		printed: null,
		expected: null,
		verdict: 'odd',
		formula: '',
		operands: [],
		wouldMatchIf: [],
		...rest,
	};
}

const figure = (printed: PrintedNumber) => ({
	cell: printed.cell,
	printed: printed.value,
	printedText: printed.text,
	decimals: printed.decimals,
});

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** The sales with a price, each quantity read the way that brings its price nearest to the others. */
function salesOf(table: PrintedPeriodTable): readonly Sale[] {
	const complete = table.rows.flatMap((period) =>
		period.quantity && period.revenue && period.quantity.value > 0 && period.revenue.value > 0
			? [{ period, quantity: period.quantity, revenue: period.revenue }]
			: [],
	);
	const sure = complete.filter((one) => one.period.quantityAlternatives.length === 0);
	const middle = median(
		(sure.length > 0 ? sure : complete).map((one) => one.revenue.value / one.quantity.value),
	);
	return complete.map((one) => {
		const distance = (amount: number) => Math.abs(Math.log(one.revenue.value / amount / middle));
		const readings = [one.quantity.value, ...one.period.quantityAlternatives].filter((amount) => amount > 0);
		const amount = readings.reduce((best, next) => (distance(next) < distance(best) - 1 ? next : best));
		return { ...one, amount, price: one.revenue.value / amount };
	});
}

const nearPower = (ratio: number) => {
	const exponent = Math.round(Math.log10(ratio));
	return exponent !== 0 && Math.abs(Math.log10(ratio) - exponent) < 0.15 ? exponent : 0;
};

/** A thousandth or a million times too dear, against the other periods or against any market. */
function priceScale(table: PrintedPeriodTable, sales: readonly Sale[]): readonly Finding[] {
	const middle = median(sales.map((sale) => sale.price));
	const unit = table.quantityUnit.toLowerCase();
	const limit = dearestPerUnit[unit] ?? Infinity;
	return sales.flatMap(({ period, revenue, amount, price }) => {
		const apart = sales.length >= 3 ? nearPower(price / middle) : 0;
		let factor = apart > 0 ? 10 ** apart : 1;
		const rupiah = price * table.revenueScale;
		if (factor === 1 && rupiah > limit) while (rupiah / factor > limit) factor *= 1000;
		if (factor === 1 && apart >= 0) return [];
		const proposal = apart < 0 ? revenue.value * 10 ** -apart : revenue.value / factor;
		const wouldMatchIf: WouldMatchIf[] =
			apart < 0 ? [] : [{ kind: 'input', at: 'revenue', value: proposal, params: { now: revenue.value } }];
		return [
			odd(table.name, 'implied-price', {
				...figure(revenue),
				row: 'revenue',
				column: period.label,
				label: period.label,
				formula: 'revenue / quantity',
				expected: price,
				operands: [
					{ id: 'revenue', value: revenue.value },
					{ id: 'quantity', value: amount },
				],
				wouldMatchIf,
				params: {
					price: rupiah,
					zeros: Math.round(Math.abs(Math.log10(proposal / revenue.value))),
					plausible: (proposal * table.revenueScale) / amount,
					proposal,
					unit: table.quantityUnit,
					way: apart < 0 ? 'few' : 'many',
				},
			}),
		];
	});
}

/** One price in every period, as round as prices are, but for one whose quantity then has two digits swapped. */
function swappedDigits(table: PrintedPeriodTable, sales: readonly Sale[]): readonly Finding[] {
	const round = sales.filter((sale) => significantDigits(sale.price) <= 3);
	const prices = new Set(round.map((sale) => Number(sale.price.toPrecision(12))));
	const [price] = prices;
	const others = sales.filter((sale) => !round.includes(sale));
	if (price === undefined || prices.size !== 1 || others.length === 0 || others.length > sales.length / 2)
		return [];
	return others.flatMap((sale) => {
		const expected = sale.revenue.value / price;
		const whole = {
			...sale.quantity,
			value: sale.amount,
			decimals: Number.isInteger(sale.amount) ? 0 : sale.quantity.decimals,
		};
		const slip =
			Number.isInteger(Number(expected.toFixed(6))) || whole.decimals > 0 ? digitSlip(whole, expected) : null;
		if (!slip) return [];
		const base = round[0];
		const growth = (now: number, before: number | undefined) => (before ? (now / before - 1) * 100 : 0);
		return [
			odd(table.name, 'quantity-by-price', {
				...figure(sale.quantity),
				printed: sale.amount,
				decimals: whole.decimals,
				column: sale.period.label,
				label: sale.period.label,
				expected: Number(expected.toPrecision(12)),
				formula: 'revenue / price',
				operands: [
					{ id: 'revenue', value: sale.revenue.value },
					{ id: 'price', value: price },
				],
				wouldMatchIf: [slip],
				params: {
					price,
					proposal: slip.value,
					kind: slip.kind,
					quantityGrowth: growth(sale.amount, base?.amount),
					revenueGrowth: growth(sale.revenue.value, base?.revenue.value),
				},
			}),
		];
	});
}

/** A printed price must give the revenue. */
function pricedRevenue(table: PrintedPeriodTable, sales: readonly Sale[]): readonly Finding[] {
	return sales.flatMap(({ period, revenue, amount }): Finding[] => {
		const { price } = period;
		if (!price) return [];
		return [
			judgeSum({
				row: 'revenue',
				column: period.label,
				label: period.label,
				printed: revenue,
				expected: amount * price.value,
				formula: 'quantity * price',
				operands: [
					{ id: 'quantity', value: amount },
					{ id: 'price', value: price.value },
				],
				coarse: true,
			}),
		];
	});
}

/** `2019-2021` and `2021-2023` both hold 2021. */
function overlaps(table: PrintedPeriodTable): readonly Finding[] {
	const ranges = table.rows.filter((row) => row.years && row.years[1] > row.years[0]);
	return ranges.flatMap((row, index) => {
		const before = ranges
			.slice(0, index)
			.find((one) => one.years && row.years && one.years[0] <= row.years[1] && row.years[0] <= one.years[1]);
		if (!before?.years || !row.years) return [];
		return [
			odd(table.name, 'period-overlap', {
				row: 'period',
				cell: row.cell,
				label: row.label,
				params: {
					first: before.label,
					second: row.label,
					from: Math.max(before.years[0], row.years[0]),
					to: Math.min(before.years[1], row.years[1]),
				},
			}),
		];
	});
}

/** A mark that makes thousands in one cell and decimals in the next. */
function ambiguousMarks(table: PrintedPeriodTable, sales: readonly Sale[]): readonly Finding[] {
	const marks = sales.map((sale) => /\d([.,])\d{3}(?![\d.,])/.exec(sale.quantity.text)?.[1] ?? '');
	return sales.flatMap((sale, index) => {
		const other = marks.find((mark) => mark !== '' && mark !== marks[index]);
		if (sale.amount === sale.quantity.value && (marks[index] !== ',' || other !== '.')) return [];
		return [
			odd(table.name, 'ambiguous-mark', {
				...figure(sale.quantity),
				column: sale.period.label,
				label: sale.period.label,
				params: { text: sale.quantity.text, used: sale.amount },
			}),
		];
	});
}

/** Everything that can be said of a table of periods. */
export function checkPeriodTable(table: PrintedPeriodTable): readonly Finding[] {
	const sales = salesOf(table);
	return [
		...pricedRevenue(table, sales),
		...priceScale(table, sales),
		...swappedDigits(table, sales),
		...ambiguousMarks(table, sales),
		...overlaps(table),
	];
}
