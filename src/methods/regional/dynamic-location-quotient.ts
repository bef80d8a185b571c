/** Dynamic location quotient: whether a sector's share in the region grows faster than its share in the reference. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { oneOf } from '../numeric/input-check.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import {
	columnOf,
	finiteOrNull,
	growthFault,
	priceWarnings,
	quotient,
	sectorName,
	stampOf,
	sumOf,
	totalsOf,
} from './regional-input.ts';
import type { GrowthInput, PriceStamp } from './regional-input.ts';

export interface DynamicLocationQuotientInput extends GrowthInput {
	readonly growth?: 'arithmetic' | 'compound';
}

export type DynamicClass = 'leading' | 'prospective' | 'mainstay' | 'lagging';

export interface DynamicLocationQuotientResult {
	readonly prices: PriceStamp;
	readonly growth: 'arithmetic' | 'compound';
	readonly sectors: readonly {
		readonly name: string;
		readonly dynamicLocationQuotient: number | null;
		/** Of the last year. */
		readonly locationQuotient: number | null;
		readonly class: DynamicClass | null;
	}[];
}

/** 1 + average yearly growth; null when a year starts from 0. */
function averageFactor(row: readonly number[], growth: 'arithmetic' | 'compound'): number | null {
	const years = row.length - 1;
	if (growth === 'compound') {
		const factor = quotient(row.at(-1) as number, row[0] as number);
		return factor === null ? null : finiteOrNull(factor ** (1 / years));
	}
	const factors = row.slice(1).map((value, k) => quotient(value, row[k] as number));
	return factors.includes(null) ? null : finiteOrNull(sumOf(factors as number[]) / years);
}

function classOf(lq: number | null, dlq: number | null): DynamicClass | null {
	if (lq === null || dlq === null || Math.abs(lq - 1) < 1e-9 || Math.abs(dlq - 1) < 1e-9) return null;
	if (lq > 1) return dlq > 1 ? 'leading' : 'prospective';
	return dlq > 1 ? 'mainstay' : 'lagging';
}

function compute(input: DynamicLocationQuotientInput): MethodResult<DynamicLocationQuotientResult> {
	const wrong = growthFault(input, { growth: oneOf(['arithmetic', 'compound']) });
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const growth = input.growth ?? 'arithmetic';
	const totals = totalsOf(input);
	const span = totals.region.length - 1;
	const [own, whole] = [averageFactor(totals.region, growth), averageFactor(totals.reference, growth)];
	const warnings: Warning[] = priceWarnings(input);
	const sectors = input.region.map((row, i) => {
		const other = input.reference[i] as readonly number[];
		const above = quotient(averageFactor(row, growth), own);
		const below = quotient(averageFactor(other, growth), whole);
		const base = quotient(above, below);
		const value = base === null ? null : finiteOrNull(base ** span);
		if (value === null) warnings.push({ code: 'NEW_SECTOR', at: `region[${i}]` });
		const lq = quotient(
			quotient(columnOf(input.region, span)[i] as number, totals.region[span] as number),
			quotient(columnOf(input.reference, span)[i] as number, totals.reference[span] as number),
		);
		return {
			name: sectorName(input, i),
			dynamicLocationQuotient: value,
			locationQuotient: lq,
			class: classOf(lq, value),
		};
	});
	if (sectors.every((sector) => sector.dynamicLocationQuotient === null))
		return refused('undefined', 'ZERO_DENOMINATOR', 'region', warnings);
	const steps = sectors.slice(0, LONGEST_TRACE).map((sector, i) =>
		plainStep({
			id: `sectors[${i}].dynamicLocationQuotient`,
			value: sector.dynamicLocationQuotient,
			unit: 'ratio',
			basis: 'none',
			formula: '(((1 + g_ir) / (1 + g_r)) / ((1 + g_in) / (1 + g_n)))^years',
			inputs: { regionFactor: own, referenceFactor: whole, years: span },
			reason: 'ZERO_DENOMINATOR',
		}),
	);
	return { status: 'ok', result: { prices: stampOf(input), growth, sectors }, steps, warnings };
}

/** DLQ with the class of LQ and DLQ together; on a line (a quotient of 1) there is no class. */
export const dynamicLocationQuotient = method<DynamicLocationQuotientInput, DynamicLocationQuotientResult>({
	id: 'dynamic-location-quotient',
	version: 1,
	formula: 'DLQ = (((1 + g_ir) / (1 + g_r)) / ((1 + g_in) / (1 + g_n)))^years',
	unit: 'ratio; above 1 gaining on the reference',
	source:
		'Sambodo, M. T. (2002), Analisis sektor unggulan Propinsi Kalimantan Barat, LIPI; Kuncoro, M. (2012), Perencanaan Daerah, Salemba Empat.',
	variants: {
		'growth: arithmetic': 'mean of the yearly growth rates (default)',
		'growth: compound': 'compound yearly growth from the first to the last year',
		class:
			'LQ and DLQ above 1: leading (unggulan); LQ only: prospective; DLQ only: mainstay (andalan); neither: lagging',
	},
	example: {
		priceBasis: 'ADHK',
		baseYear: 2010,
		region: [
			[100, 110, 121],
			[200, 204, 208],
		],
		reference: [
			[1000, 1050, 1102],
			[3000, 3100, 3203],
		],
	},
	compute,
});
