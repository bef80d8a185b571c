/** How much of a region's growth each sector brought: its share a year before times its growth. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { required } from '../numeric/input-check.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import {
	columnOf,
	fieldFault,
	finiteOrNull,
	invalid,
	priceFields,
	priceWarnings,
	quotient,
	sectorName,
	shapeFault,
	stampOf,
	sumOf,
	table,
	vector,
} from './regional-input.ts';
import type { PriceStamp, PriceStated, Wrong } from './regional-input.ts';

export interface GrowthContributionInput extends PriceStated {
	readonly years?: readonly number[];
	/** `values[sector][year]`, two years or more. */
	readonly values: readonly (readonly number[])[];
}

interface SectorGrowth {
	readonly name: string;
	/** From year to year; null for a sector that was not there. */
	readonly growthPct: readonly (number | null)[];
	/** Percentage points of the growth of the whole. */
	readonly contributionPct: readonly (number | null)[];
	/** Average yearly growth (compound) over all years. */
	readonly averageGrowthPct: number | null;
}

export interface GrowthContributionResult {
	readonly prices: PriceStamp;
	readonly sectors: readonly SectorGrowth[];
	readonly totalGrowthPct: readonly (number | null)[];
	readonly averageGrowthPct: number | null;
}

function fault(input: GrowthContributionInput): Wrong | null {
	const wrong =
		fieldFault(input, { ...priceFields, years: vector, values: required(table) }) ??
		shapeFault(input.values, 'values');
	if (wrong !== null) return wrong;
	const width = input.values[0]?.length ?? 0;
	if (width < 2) return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'values[0][1]' };
	return input.years != null && input.years.length !== width ? invalid('LENGTHS_DIFFER', 'years') : null;
}

const growthPct = (before: number, after: number): number | null => {
	const factor = quotient(after, before);
	return factor === null ? null : finiteOrNull((factor - 1) * 100);
};

function averagePct(row: readonly number[]): number | null {
	const factor = quotient(row.at(-1) as number, row[0] as number);
	return factor === null ? null : finiteOrNull((factor ** (1 / (row.length - 1)) - 1) * 100);
}

function compute(input: GrowthContributionInput): MethodResult<GrowthContributionResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const { values } = input;
	const totals = (values[0] as readonly number[]).map((_, k) => sumOf(columnOf(values, k)));
	if (!totals.every(Number.isFinite)) return refused('undefined', 'OUT_OF_RANGE', 'values');
	const later = totals.slice(1);
	const totalGrowthPct = later.map((total, k) => growthPct(totals[k] as number, total));
	if (totalGrowthPct.every((growth) => growth === null))
		return refused('undefined', 'ZERO_DENOMINATOR', 'values');
	const warnings: Warning[] = priceWarnings(input);
	const steps: Step[] = totalGrowthPct.map((growth, k) =>
		plainStep({
			id: `totalGrowthPct[${k}]`,
			value: growth,
			unit: '%',
			formula: '(total(t) / total(t-1) - 1) x 100',
			inputs: { before: totals[k], after: totals[k + 1] },
			reason: 'ZERO_DENOMINATOR',
		}),
	);
	const sectors = values.map((row, i) => {
		const next = row.slice(1);
		const growth = next.map((value, k) => growthPct(row[k] as number, value));
		const contribution = next.map((value, k) => {
			const share = quotient(value - (row[k] as number), totals[k] as number);
			return share === null ? null : finiteOrNull(share * 100);
		});
		next.forEach((value, k) => {
			if (row[k] === 0 && value > 0) warnings.push({ code: 'NEW_SECTOR', at: `values[${i}][${k + 1}]` });
		});
		if (i < LONGEST_TRACE)
			steps.push(
				plainStep({
					id: `sectors[${i}].contributionPct`,
					value: contribution.at(-1),
					unit: '%',
					formula: 'share(t-1) x growth(t), last year',
					inputs: { growthPct: growth.at(-1), before: row.at(-2), totalBefore: totals.at(-2) },
					reason: 'ZERO_DENOMINATOR',
				}),
			);
		return {
			name: sectorName(input, i),
			growthPct: growth,
			contributionPct: contribution,
			averageGrowthPct: averagePct(row),
		};
	});
	const result = { prices: stampOf(input), sectors, totalGrowthPct, averageGrowthPct: averagePct(totals) };
	return { status: 'ok', result, steps, warnings };
}

/** Contributions that sum to the growth of the whole; a new sector has a contribution but no growth rate. */
export const growthContribution = method<GrowthContributionInput, GrowthContributionResult>({
	id: 'growth-contribution',
	version: 1,
	formula: 'contributionPct = (value(t) - value(t-1)) / total(t-1) x 100 = share(t-1) x growth(t)',
	unit: 'percentage points of growth',
	source:
		'IMF (2017), Quarterly National Accounts Manual, ch. 8 (price and volume measures), contributions to growth; BPS, Produk Domestik Regional Bruto: sumber pertumbuhan (source of growth) = share of the year before x growth.',
	example: {
		priceBasis: 'ADHK',
		baseYear: 2010,
		values: [
			[1430, 1512],
			[8379, 8690],
			[1938, 1980],
		],
	},
	compute,
});
