/** Shift-share of Esteban-Marquillas: the regional share parted into a homothetic competitive effect and an allocation effect. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { yesNo } from '../numeric/yes-no.ts';
import { growthFault, priceWarnings, sectorName, stampOf } from './regional-input.ts';
import type { GrowthInput, PriceStamp } from './regional-input.ts';
import { partSums, shiftParts } from './shift-share-parts.ts';
import type { ShiftParts } from './shift-share-parts.ts';

/** Signs of E - E' and of r_ir - r_in. */
export type AllocationCode =
	'specialised-with-advantage' | 'specialised-without-advantage' | 'advantage-not-specialised' | 'neither';

function allocationCode({ specialised, advantage }: ShiftParts): AllocationCode {
	if (specialised > 0) return advantage > 0 ? 'specialised-with-advantage' : 'specialised-without-advantage';
	return advantage > 0 ? 'advantage-not-specialised' : 'neither';
}

export interface EstebanMarquillasInput extends GrowthInput {
	/** Year by year and added up, instead of first against last year. */
	readonly dynamic?: boolean;
}

interface EstebanMarquillasSector {
	readonly name: string;
	readonly change: number;
	readonly national: number | null;
	readonly mix: number | null;
	readonly homothetic: number | null;
	readonly allocation: number | null;
	readonly code: AllocationCode | null;
}

export interface EstebanMarquillasResult {
	readonly prices: PriceStamp;
	readonly sectors: readonly EstebanMarquillasSector[];
	/** Sums over the sectors that could be decomposed. */
	readonly total: {
		readonly change: number;
		readonly national: number;
		readonly mix: number;
		readonly homothetic: number;
		readonly allocation: number;
	};
	/** Change of sectors that were not there at the start: no part explains it. */
	readonly newSectors: number;
}

const keys = ['national', 'mix', 'homothetic', 'allocation'] as const;

function sectorOf(input: EstebanMarquillasInput, i: number): EstebanMarquillasSector {
	const row = input.region[i] as readonly number[];
	const parts = shiftParts(input, i, input.dynamic === true);
	return {
		name: sectorName(input, i),
		change: (row.at(-1) as number) - (row[0] as number),
		national: parts?.national ?? null,
		mix: parts?.mix ?? null,
		homothetic: parts?.homothetic ?? null,
		allocation: parts?.allocation ?? null,
		code: parts === null ? null : allocationCode(parts),
	};
}

function compute(input: EstebanMarquillasInput): MethodResult<EstebanMarquillasResult> {
	const wrong = growthFault(input, { dynamic: yesNo });
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const sectors = input.region.map((_, i) => sectorOf(input, i));
	const sums = partSums(sectors, keys);
	if (typeof sums === 'string') return refused('undefined', sums, 'region');
	const { total, newSectors } = sums;
	const warnings: Warning[] = [...priceWarnings(input), ...sums.warnings];
	const unit = input.unit ?? '';
	const steps: Step[] = sectors.slice(0, LONGEST_TRACE).map((sector, i) =>
		plainStep({
			id: `sectors[${i}].change`,
			value: sector.change,
			unit,
			formula: keys.join(' + '),
			inputs: {
				national: sector.national,
				mix: sector.mix,
				homothetic: sector.homothetic,
				allocation: sector.allocation,
			},
		}),
	);
	for (const key of keys)
		steps.push(plainStep({ id: `total.${key}`, value: total[key], unit, formula: `sum(sectors.${key})` }));
	return { status: 'ok', result: { prices: stampOf(input), sectors, total, newSectors }, steps, warnings };
}

/** Parts that add up to the change of each sector; a new sector has no parts, its change stands apart. */
export const shiftShareEstebanMarquillas = method<EstebanMarquillasInput, EstebanMarquillasResult>({
	id: 'shift-share-esteban-marquillas',
	version: 1,
	formula:
		"change = N + M + E' x (r_ir - r_in) + (E - E') x (r_ir - r_in), E' = regionTotal x reference / referenceTotal",
	unit: 'the unit of the figures',
	source:
		'Esteban-Marquillas, J. M. (1972), A reinterpretation of shift-share analysis, Regional and Urban Economics 2(3), 249-255.',
	variants: {
		dynamic: 'year by year and added up (Barff and Knight 1988); first against last year unless stated',
	},
	example: {
		priceBasis: 'quantity',
		unit: 'people',
		region: [
			[250, 255],
			[100, 115],
			[110, 85],
			[300, 390],
		],
		reference: [
			[400, 440],
			[150, 210],
			[150, 135],
			[400, 480],
		],
	},
	compute,
});
