/** How specialised a region is against a reference: Krugman, Gini, Herfindahl-Hirschman and Theil. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { required } from '../numeric/input-check.ts';
import { plainStep } from '../numeric/plain-step.ts';
import {
	fieldFault,
	finiteOrNull,
	invalid,
	priceFields,
	quotient,
	stampOf,
	sumOf,
	vector,
} from './regional-input.ts';
import type { PriceStamp, PriceStated, Wrong } from './regional-input.ts';

export interface SpecialisationInput extends PriceStated {
	/** One figure a sector (or, for the concentration of one sector, one a region). */
	readonly region: readonly number[];
	readonly reference: readonly number[];
}

export interface SpecialisationResult {
	readonly prices: PriceStamp;
	/** 0 the same structure, 2 nothing in common. */
	readonly krugman: number | null;
	/** Of the location quotients, 0 to 1 - 1/n. */
	readonly gini: number | null;
	/** Sum of squared shares of the region, 1/n to 1. */
	readonly hhi: number | null;
	/** Information of the region's shares against the reference's, 0 or more. */
	readonly theil: number | null;
}

function fault(input: SpecialisationInput): Wrong | null {
	const wrong = fieldFault(input, { ...priceFields, region: required(vector), reference: required(vector) });
	if (wrong !== null) return wrong;
	if (input.region.length === 0) return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'region' };
	if (input.region.length !== input.reference.length) return invalid('LENGTHS_DIFFER', 'reference');
	const zero = (values: readonly number[]) => sumOf(values) === 0;
	if (zero(input.region)) return { status: 'undefined', reason: 'ZERO_DENOMINATOR', at: 'region' };
	return zero(input.reference) ? { status: 'undefined', reason: 'ZERO_DENOMINATOR', at: 'reference' } : null;
}

/** Gini of location quotients; null when the reference lacks a sector. */
function giniOf(own: readonly number[], other: readonly number[]): number | null {
	const ratios = own.map((share, i) => quotient(share, other[i] as number));
	if (ratios.includes(null)) return null;
	const sorted = (ratios as number[]).sort((a, b) => a - b);
	const mean = sumOf(sorted) / sorted.length;
	const weighted = sumOf(sorted.map((value, i) => (i + 1) * (value - mean)));
	return quotient(2 * weighted, sorted.length ** 2 * mean);
}

function theilOf(own: readonly number[], other: readonly number[]): number | null {
	const terms = own.map((share, i) => (share === 0 ? 0 : share * Math.log(share / (other[i] as number))));
	return finiteOrNull(sumOf(terms));
}

function compute(input: SpecialisationInput): MethodResult<SpecialisationResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const total = sumOf(input.region);
	const referenceTotal = sumOf(input.reference);
	const own = input.region.map((value) => value / total);
	const other = input.reference.map((value) => value / referenceTotal);
	if (!Number.isFinite(total) || !Number.isFinite(referenceTotal))
		return refused('undefined', 'OUT_OF_RANGE', 'region');
	const warnings: Warning[] = [];
	if (input.priceBasis === 'ADHB') warnings.push({ code: 'NOMINAL_FIGURES', at: 'priceBasis' });
	const missing = input.reference.findIndex((value) => value === 0);
	if (missing >= 0) warnings.push({ code: 'REFERENCE_LACKS_SECTOR', at: `reference[${missing}]` });
	const figures = {
		krugman: finiteOrNull(sumOf(own.map((share, i) => Math.abs(share - (other[i] as number))))),
		gini: giniOf(own, other),
		hhi: finiteOrNull(sumOf(own.map((share) => share * share))),
		theil: theilOf(own, other),
	};
	const formulas = {
		krugman: 'sum(|s_ir - s_in|)',
		gini: '2 / (n^2 mean(LQ)) x sum(i x (LQ_i - mean(LQ))), LQ ascending',
		hhi: 'sum(s_ir^2)',
		theil: 'sum(s_ir x ln(s_ir / s_in))',
	};
	const steps = (['krugman', 'gini', 'hhi', 'theil'] as const).map((id) =>
		plainStep({
			id,
			value: figures[id],
			unit: 'index',
			basis: 'none',
			formula: formulas[id],
			inputs: { sectors: own.length, total, referenceTotal },
			reason: 'ZERO_DENOMINATOR',
		}),
	);
	return { status: 'ok', result: { prices: stampOf(input), ...figures }, steps, warnings };
}

/** Four measures of specialisation; those that divide by a sector the reference lacks are null and say why. */
export const specialisation = method<SpecialisationInput, SpecialisationResult>({
	id: 'specialisation',
	version: 1,
	formula: 'krugman = sum(|s_ir - s_in|); gini of LQ; hhi = sum(s_ir^2); theil = sum(s_ir x ln(s_ir / s_in))',
	unit: 'index without unit',
	source:
		'Farhauer, O. and Kroell, A. (2013), Standorttheorien, Springer Gabler; Krugman, P. (1991), Geography and Trade, MIT Press; Theil, H. (1967), Economics and Information Theory.',
	example: {
		priceBasis: 'quantity',
		region: [700, 600, 500, 10000, 40000],
		reference: [30000, 15000, 10000, 60000, 50000],
	},
	compute,
});
