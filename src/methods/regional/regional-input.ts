/**
 * What the regional methods share: sectors by years for a region and the reference it is part of, with the price basis
 * that every figure must state. Growth of nominal figures mixes prices and quantities, so it is stamped.
 */
import type { Warning } from '../method.ts';
import {
	amount,
	count,
	faultStatus,
	firstFault,
	listOf,
	oneOf,
	required,
	text,
} from '../numeric/input-check.ts';
import type { Check } from '../numeric/input-check.ts';

/** Current prices, constant prices, or figures without prices (people, tonnes). */
export type PriceBasis = 'ADHB' | 'ADHK' | 'quantity';

export interface PriceStated {
	readonly priceBasis: PriceBasis;
	/** Of constant prices. */
	readonly baseYear?: number | null;
	readonly unit?: string;
	readonly sectors?: readonly string[];
}

/** Sectors by years; two years or more. */
export interface GrowthInput extends PriceStated {
	readonly years?: readonly number[];
	/** `region[sector][year]` */
	readonly region: readonly (readonly number[])[];
	/** `reference[sector][year]`, the region included. */
	readonly reference: readonly (readonly number[])[];
	/** Totals by year, when not all sectors are listed. */
	readonly regionTotals?: readonly number[];
	readonly referenceTotals?: readonly number[];
}

/** How the figures of a result may be read. */
export type PriceStamp = 'nominal' | 'real' | 'quantity';

export const priceFields: Readonly<Record<string, Check>> = {
	priceBasis: required(oneOf(['ADHB', 'ADHK', 'quantity'])),
	baseYear: count(1900, 2200),
	unit: text,
	sectors: listOf(text, 5_000),
};

export const vector: Check = listOf(amount, 5_000);
export const table: Check = listOf(listOf(amount, 500), 5_000);

export const growthFields: Readonly<Record<string, Check>> = {
	...priceFields,
	years: listOf(count(1, 9_999), 500),
	region: required(table),
	reference: required(table),
	regionTotals: vector,
	referenceTotals: vector,
};

export interface Wrong {
	readonly status: 'missing-input' | 'invalid-input' | 'undefined';
	readonly reason: string;
	readonly at: string;
}

export const invalid = (reason: string, at: string): Wrong => ({ status: 'invalid-input', reason, at });

/** The first fault of fields, with its status. */
export function fieldFault(input: unknown, fields: Readonly<Record<string, Check>>): Wrong | null {
	const fault = firstFault(input, fields);
	return fault === null ? null : { status: faultStatus(fault), ...fault };
}

/** A table that is empty or ragged, or whose columns differ from `width`. */
export function shapeFault(rows: readonly (readonly number[])[], at: string, width?: number): Wrong | null {
	if (rows.length === 0) return { status: 'missing-input', reason: 'MISSING_INPUT', at };
	const expected = width ?? (rows[0] as readonly number[]).length;
	const ragged = rows.findIndex((row) => row.length !== expected);
	return ragged < 0 ? null : invalid('RAGGED_TABLE', `${at}[${ragged}]`);
}

/** What is wrong with sectors by years of a region inside its reference. */
export function growthFault(input: GrowthInput, more: Readonly<Record<string, Check>> = {}): Wrong | null {
	const wrong = fieldFault(input, { ...growthFields, ...more }) ?? shapeFault(input.region, 'region');
	if (wrong !== null) return wrong;
	const width = (input.region[0] as readonly number[]).length;
	if (width < 2) return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'region[0][1]' };
	if (input.reference.length !== input.region.length) return invalid('LENGTHS_DIFFER', 'reference');
	if (input.years != null && input.years.length !== width) return invalid('LENGTHS_DIFFER', 'years');
	const late = input.years?.findIndex((year, k) => k > 0 && year <= (input.years?.[k - 1] ?? 0)) ?? -1;
	if (late > 0) return invalid('NOT_ASCENDING', `years[${late}]`);
	for (const key of ['regionTotals', 'referenceTotals'] as const)
		if (input[key] != null && input[key].length !== width) return invalid('LENGTHS_DIFFER', key);
	return shapeFault(input.reference, 'reference', width);
}

/** The nominal stamp of a result. */
export function stampOf({ priceBasis }: PriceStated): PriceStamp {
	return priceBasis === 'ADHB' ? 'nominal' : priceBasis === 'ADHK' ? 'real' : 'quantity';
}

/** Says that growth in current prices is not real growth, and that constant prices lack their year. */
export function priceWarnings(input: PriceStated): Warning[] {
	if (input.priceBasis === 'ADHB') return [{ code: 'NOMINAL_FIGURES', at: 'priceBasis' }];
	return input.priceBasis === 'ADHK' && input.baseYear == null
		? [{ code: 'BASE_YEAR_UNKNOWN', at: 'baseYear' }]
		: [];
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const columnOf = (rows: readonly (readonly number[])[], k: number): number[] =>
	rows.map((row) => row[k] as number);

/** A figure that is finite, else null. */
export const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value + 0 : null);

/** `part / whole`; null over 0 or out of the range of doubles. */
export const quotient = (part: number | null, whole: number | null): number | null =>
	part === null || whole === null || whole === 0 ? null : finiteOrNull(part / whole);

export const sectorName = (input: PriceStated, index: number): string => input.sectors?.[index] ?? '';
/** Totals of one column: as stated, else the sum of the sectors. */
export function totalsOf(input: GrowthInput): { region: number[]; reference: number[] } {
	const width = input.region[0]?.length ?? 0;
	const sums = (rows: readonly (readonly number[])[]) =>
		Array.from({ length: width }, (_, k) => sumOf(columnOf(rows, k)));
	return {
		region: [...(input.regionTotals ?? sums(input.region))],
		reference: [...(input.referenceTotals ?? sums(input.reference))],
	};
}
