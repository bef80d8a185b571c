/** The share of each sector in the whole, year by year, and whether the sectors add up to the printed total. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { amount } from '../numeric/input-check.ts';
import { required } from '../numeric/input-check.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import {
	columnOf,
	fieldFault,
	finiteOrNull,
	invalid,
	priceFields,
	quotient,
	sectorName,
	shapeFault,
	stampOf,
	sumOf,
	table,
	vector,
} from './regional-input.ts';
import type { PriceStamp, PriceStated, Wrong } from './regional-input.ts';

export interface SectorShareInput extends PriceStated {
	readonly years?: readonly number[];
	/** `values[sector][year]` */
	readonly values: readonly (readonly number[])[];
	readonly printedTotals?: readonly number[];
	/** Room between sum and printed total; half a unit per sector unless stated. */
	readonly tolerance?: number | null;
}

export interface SectorShareResult {
	readonly prices: PriceStamp;
	readonly sectors: readonly { readonly name: string; readonly sharePct: readonly (number | null)[] }[];
	readonly totals: readonly number[];
	readonly printed: readonly {
		readonly total: number;
		readonly difference: number;
		readonly agrees: boolean;
	}[];
}

function fault(input: SectorShareInput): Wrong | null {
	const fields = {
		...priceFields,
		years: vector,
		values: required(table),
		printedTotals: vector,
		tolerance: amount,
	};
	const wrong = fieldFault(input, fields) ?? shapeFault(input.values, 'values');
	if (wrong !== null) return wrong;
	const width = input.values[0]?.length ?? 0;
	if (width === 0) return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'values[0]' };
	for (const key of ['years', 'printedTotals'] as const)
		if (input[key] != null && input[key].length !== width) return invalid('LENGTHS_DIFFER', key);
	return null;
}

function compute(input: SectorShareInput): MethodResult<SectorShareResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const { values, printedTotals } = input;
	const totals = (values[0] as readonly number[]).map((_, k) => sumOf(columnOf(values, k)));
	if (!totals.every(Number.isFinite)) return refused('undefined', 'OUT_OF_RANGE', 'values');
	if (totals.every((total) => total === 0)) return refused('undefined', 'ZERO_DENOMINATOR', 'values');
	const room = input.tolerance ?? 0.5 * values.length;
	const warnings: Warning[] = [];
	if (input.priceBasis === 'ADHB') warnings.push({ code: 'NOMINAL_FIGURES', at: 'priceBasis' });
	const printed = (printedTotals ?? []).map((total, k) => {
		const difference = finiteOrNull((totals[k] as number) - total) ?? 0;
		const agrees = Math.abs(difference) <= room;
		if (difference !== 0)
			warnings.push({
				code: agrees ? 'SUM_DIFFERS_BY_ROUNDING' : 'SUM_DIFFERS',
				at: `printedTotals[${k}]`,
				params: { difference: Number(difference.toPrecision(12)) },
			});
		return { total, difference, agrees };
	});
	const steps: Step[] = totals.map((total, k) =>
		plainStep({ id: `totals[${k}]`, value: total, unit: input.unit ?? '', formula: 'sum(values)' }),
	);
	const sectors = values.map((row, i) => {
		const sharePct = row.map((value, k) => {
			const share = quotient(value, totals[k] as number);
			return share === null ? null : finiteOrNull(share * 100);
		});
		if (i < LONGEST_TRACE)
			steps.push(
				plainStep({
					id: `sectors[${i}].sharePct`,
					value: sharePct.at(-1),
					unit: '%',
					formula: 'value / total x 100, last year',
					inputs: { value: row.at(-1), total: totals.at(-1) },
					reason: 'ZERO_DENOMINATOR',
				}),
			);
		return { name: sectorName(input, i), sharePct };
	});
	return { status: 'ok', result: { prices: stampOf(input), sectors, totals, printed }, steps, warnings };
}

/** Shares that sum to 100 % each year; a year without any value has no shares. */
export const sectorShare = method<SectorShareInput, SectorShareResult>({
	id: 'sector-share',
	version: 1,
	formula: 'sharePct = value / sum(values) x 100',
	unit: 'percent of the total',
	source:
		'Tarigan, R. (2005), Ekonomi Regional: Teori dan Aplikasi, Bumi Aksara, Jakarta; BPS, Produk Domestik Regional Bruto.',
	example: {
		priceBasis: 'ADHB',
		unit: 'million rupiah',
		years: [2020, 2021],
		sectors: ['agriculture', 'manufacturing', 'trade'],
		values: [
			[1430, 1512],
			[8379, 8690],
			[1938, 1980],
		],
		printedTotals: [11747, 12182],
	},
	compute,
});
