/** Location quotient: the share of a sector in the region over its share in the reference the region is part of. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { amount, required } from '../numeric/input-check.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import {
	fieldFault,
	invalid,
	priceFields,
	quotient,
	sectorName,
	stampOf,
	sumOf,
	vector,
} from './regional-input.ts';
import type { PriceStamp, PriceStated, Wrong } from './regional-input.ts';

export interface LocationQuotientInput extends PriceStated {
	/** One figure a sector, one year. */
	readonly region: readonly number[];
	readonly reference: readonly number[];
	/** When not all sectors are listed. */
	readonly regionTotal?: number | null;
	readonly referenceTotal?: number | null;
}

export type LocationClass = 'basic' | 'self-sufficient' | 'non-basic';

export interface LocationQuotientResult {
	readonly prices: PriceStamp;
	readonly locationQuotients: readonly (number | null)[];
	readonly sectors: readonly {
		readonly name: string;
		readonly locationQuotient: number | null;
		readonly class: LocationClass | null;
	}[];
}

/** Above 1 basic, at 1 self-sufficient, below 1 non-basic. */
export function locationClass(value: number | null): LocationClass | null {
	if (value === null) return null;
	if (Math.abs(value - 1) < 1e-9) return 'self-sufficient';
	return value > 1 ? 'basic' : 'non-basic';
}

function fault(input: LocationQuotientInput): Wrong | null {
	const fields = {
		...priceFields,
		region: required(vector),
		reference: required(vector),
		regionTotal: amount,
		referenceTotal: amount,
	};
	const wrong = fieldFault(input, fields);
	if (wrong !== null) return wrong;
	const { region, reference } = input;
	if (region.length === 0) return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'region' };
	if (region.length !== reference.length) return invalid('LENGTHS_DIFFER', 'reference');
	if (input.regionTotal != null && input.regionTotal < sumOf(region) * (1 - 1e-9))
		return invalid('PART_ABOVE_WHOLE', 'regionTotal');
	if (input.referenceTotal != null && input.referenceTotal < sumOf(reference) * (1 - 1e-9))
		return invalid('PART_ABOVE_WHOLE', 'referenceTotal');
	const outside = region.findIndex((value, i) => value > 0 && reference[i] === 0);
	// The region is part of the reference, which therefore cannot be without the sector.
	return outside >= 0 ? invalid('REGION_OUTSIDE_REFERENCE', `reference[${outside}]`) : null;
}

function compute(input: LocationQuotientInput): MethodResult<LocationQuotientResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const regionTotal = input.regionTotal ?? sumOf(input.region);
	const referenceTotal = input.referenceTotal ?? sumOf(input.reference);
	if (regionTotal === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'region');
	if (referenceTotal === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'reference');
	const warnings: Warning[] = [];
	if (input.priceBasis === 'ADHB') warnings.push({ code: 'NOMINAL_FIGURES', at: 'priceBasis' });
	const steps: Step[] = [
		plainStep({ id: 'regionTotal', value: regionTotal, unit: input.unit ?? '', formula: 'sum(region)' }),
		plainStep({
			id: 'referenceTotal',
			value: referenceTotal,
			unit: input.unit ?? '',
			formula: 'sum(reference)',
		}),
	];
	const locationQuotients = input.region.map((value, i) =>
		quotient(quotient(value, regionTotal), quotient(input.reference[i] as number, referenceTotal)),
	);
	if (locationQuotients.every((value) => value === null)) {
		const nowhere = input.reference.every((value) => value === 0);
		return refused(
			'undefined',
			nowhere ? 'ZERO_DENOMINATOR' : 'OUT_OF_RANGE',
			nowhere ? 'reference' : 'region',
		);
	}
	const sectors = locationQuotients.map((value, i) => {
		const larger = (input.region[i] as number) > (input.reference[i] as number);
		if (larger) warnings.push({ code: 'REGION_ABOVE_REFERENCE', at: `region[${i}]` });
		if (i < LONGEST_TRACE)
			steps.push(
				plainStep({
					id: `sectors[${i}].locationQuotient`,
					value,
					unit: 'ratio',
					basis: 'none',
					formula: '(region / regionTotal) / (reference / referenceTotal)',
					inputs: { region: input.region[i], regionTotal, reference: input.reference[i], referenceTotal },
					reason: 'ZERO_DENOMINATOR',
				}),
			);
		return { name: sectorName(input, i), locationQuotient: value, class: locationClass(value) };
	});
	return { status: 'ok', result: { prices: stampOf(input), locationQuotients, sectors }, steps, warnings };
}

/** LQ of each sector. A sector the reference lacks but the region has is a data error; one that both lack has no LQ. */
export const locationQuotient = method<LocationQuotientInput, LocationQuotientResult>({
	id: 'location-quotient',
	version: 1,
	formula: 'LQ = (region / regionTotal) / (reference / referenceTotal)',
	unit: 'ratio; above 1 basic, below 1 non-basic',
	source:
		'Farhauer, O. and Kroell, A. (2013), Standorttheorien, Springer Gabler; Tarigan, R. (2005), Ekonomi Regional, Bumi Aksara.',
	example: {
		priceBasis: 'quantity',
		unit: 'people',
		region: [1714],
		regionTotal: 79006,
		reference: [879213],
		referenceTotal: 15593224,
	},
	compute,
});
