/** What tools and machines cost per period when their price is spread evenly over their life. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
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
import { startTrace } from './trace.ts';

export interface DepreciationItem {
	readonly name: string;
	/** Rupiah for the whole line (all pieces together). */
	readonly purchaseValue: number;
	/** What the line is still worth at the end of its life; 0 unless stated. */
	readonly salvageValue?: number | null;
	readonly life: number;
	/** `month` unless stated. */
	readonly lifeUnit?: 'month' | 'year';
	/** How long it has been in use, in the unit of `life`; at the end of its life depreciation stops. */
	readonly age?: number | null;
}

export interface DepreciationInput {
	readonly items: readonly DepreciationItem[];
	/** What the cost is counted per; `month` unless stated. */
	readonly period?: 'month' | 'year';
}

export interface DepreciationLine {
	readonly name: string;
	/** Rupiah per period. */
	readonly perPeriod: number | null;
	/** Life in periods. A sack that lasts one month is a line like any other. */
	readonly lifeInPeriods: number;
	/** What it is worth at its age; null when the age is not stated. */
	readonly bookValue: number | null;
	readonly atEndOfLife: boolean;
}

export interface DepreciationResult {
	readonly period: 'month' | 'year';
	readonly lines: readonly DepreciationLine[];
	/** Rupiah per period; null when a line has no value. */
	readonly total: number | null;
}

/** The checks of one item, used by the cost structure too. */
export const depreciationItem = record({
	name: text,
	purchaseValue: required(amount),
	salvageValue: amount,
	life: required(positive),
	lifeUnit: oneOf(['month', 'year']),
	age: amount,
});

const monthsIn = { month: 1, year: 12 } as const;

/** One line; the arithmetic alone, for a checked item. */
export function depreciationLine(item: DepreciationItem, period: 'month' | 'year'): DepreciationLine {
	const lifeInPeriods = (item.life * monthsIn[item.lifeUnit ?? 'month']) / monthsIn[period];
	const salvage = item.salvageValue ?? 0;
	const age = item.age ?? null;
	const atEndOfLife = age !== null && age >= item.life;
	const full = (item.purchaseValue - salvage) / lifeInPeriods;
	const worn = age === null ? null : Math.min(age / item.life, 1);
	const bookValue = worn === null ? null : item.purchaseValue - (item.purchaseValue - salvage) * worn;
	return {
		name: item.name ?? '',
		perPeriod: atEndOfLife ? 0 : Number.isFinite(full) ? full : null,
		lifeInPeriods: Number.isFinite(lifeInPeriods) ? lifeInPeriods : Number.MAX_VALUE,
		bookValue: bookValue !== null && Number.isFinite(bookValue) ? bookValue : null,
		atEndOfLife,
	};
}

/** Warnings of items: worth more at the end than at the start, or used up and due for a new line. */
export function depreciationWarnings(items: readonly DepreciationItem[], at: string): Warning[] {
	return items.flatMap((item, index) => {
		const warnings: Warning[] = [];
		if ((item.salvageValue ?? 0) > item.purchaseValue)
			warnings.push({ code: 'SALVAGE_ABOVE_PURCHASE', at: `${at}[${index}].salvageValue` });
		if (item.age != null && item.age >= item.life)
			warnings.push({ code: 'END_OF_LIFE', at: `${at}[${index}].age` });
		return warnings;
	});
}

function compute(input: DepreciationInput): MethodResult<DepreciationResult> {
	const fault = firstFault(input, {
		items: required(listOf(depreciationItem)),
		period: oneOf(['month', 'year']),
	});
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	if (input.items.length === 0) return refused('missing-input', 'MISSING_INPUT', 'items');
	const period = input.period ?? 'month';
	const trace = startTrace();
	const ids: string[] = [];
	const lines = input.items.map((item, index) => {
		const line = depreciationLine(item, period);
		const at = `items[${index}]`;
		trace.given(`${at}.purchaseValue`, item.purchaseValue, ['Rp', 'total']);
		trace.given(`${at}.salvageValue`, item.salvageValue ?? 0, ['Rp', 'total']);
		trace.given(`${at}.lifeInPeriods`, line.lifeInPeriods, [period, 'total']);
		ids.push(`${at}.perPeriod`);
		const formula = line.atEndOfLife
			? '0'
			: `(${at}.purchaseValue - ${at}.salvageValue) / ${at}.lifeInPeriods`;
		const operands = [`${at}.purchaseValue`, `${at}.salvageValue`, `${at}.lifeInPeriods`];
		trace.derive(
			`${at}.perPeriod`,
			['Rp', period],
			formula,
			operands,
			() => line.perPeriod ?? 'OUT_OF_RANGE',
		);
		return line;
	});
	const total = trace.derive('total', ['Rp', period], 'sum(items.perPeriod)', ids, (...values) =>
		values.reduce((sum, value) => sum + value, 0),
	);
	const answer = { steps: trace.steps, warnings: depreciationWarnings(input.items, 'items') };
	if (lines.every(({ perPeriod }) => perPeriod === null))
		return { ...answer, status: 'undefined', reason: 'OUT_OF_RANGE', at: 'items', result: null };
	return { ...answer, status: 'ok', result: { period, lines, total } };
}

/**
 * Straight-line depreciation. A life of 0 or less is `NOT_POSITIVE`; a salvage value above the purchase value is
 * computed and warned of.
 */
export const straightLineDepreciation = method<DepreciationInput, DepreciationResult>({
	id: 'straight-line-depreciation',
	version: 1,
	formula: 'perPeriod = (purchaseValue - salvageValue) / life in periods; 0 after the end of life',
	unit: 'Rp per period',
	source:
		'Soekartawi (1995), Analisis Usahatani, UI-Press, Jakarta; as used in Indonesian cost tables: (nilai beli - nilai sisa) / umur ekonomis.',
	example: {
		items: [
			{ name: 'mixer', purchaseValue: 7000000, salvageValue: 1000000, life: 5, lifeUnit: 'year' },
			{ name: 'sacks', purchaseValue: 5200, life: 1 },
		],
	},
	compute,
});
