/** Classic shift-share (Dunn): the change of each sector as national growth, industry mix and regional share. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { yesNo } from '../numeric/yes-no.ts';
import { growthFault, priceWarnings, sectorName, stampOf, sumOf } from './regional-input.ts';
import type { GrowthInput, PriceStamp } from './regional-input.ts';
import { shiftParts } from './shift-share-parts.ts';

export interface ShiftShareInput extends GrowthInput {
	/** Year by year and added up, instead of first against last year. */
	readonly dynamic?: boolean;
}

interface ShiftShareSector {
	readonly name: string;
	readonly change: number;
	readonly national: number | null;
	readonly mix: number | null;
	readonly regional: number | null;
}

export interface ShiftShareResult {
	readonly prices: PriceStamp;
	readonly sectors: readonly ShiftShareSector[];
	/** Sums over the sectors that could be decomposed. */
	readonly total: {
		readonly change: number;
		readonly national: number;
		readonly mix: number;
		readonly regional: number;
	};
	/** Change of sectors that were not there at the start: no part explains it. */
	readonly newSectors: number;
}

const keys = ['national', 'mix', 'regional'] as const;

function sectorOf(input: ShiftShareInput, i: number): ShiftShareSector {
	const row = input.region[i] as readonly number[];
	const parts = shiftParts(input, i, input.dynamic === true);
	return {
		name: sectorName(input, i),
		change: (row.at(-1) as number) - (row[0] as number),
		national: parts?.national ?? null,
		mix: parts?.mix ?? null,
		regional: parts?.regional ?? null,
	};
}

function compute(input: ShiftShareInput): MethodResult<ShiftShareResult> {
	const wrong = growthFault(input, { dynamic: yesNo });
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const sectors = input.region.map((_, i) => sectorOf(input, i));
	const known = sectors.filter((sector) => sector.national !== null);
	const unknown = sectors.filter((sector) => sector.national === null);
	if (known.length === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'region');
	const sumBy = (key: (typeof keys)[number]): number => sumOf(known.map((sector) => sector[key] ?? 0));
	const total = {
		change: sumOf(known.map(({ change }) => change)),
		national: sumBy('national'),
		mix: sumBy('mix'),
		regional: sumBy('regional'),
	};
	const newSectors = sumOf(unknown.map(({ change }) => change));
	if (![...Object.values(total), newSectors].every(Number.isFinite))
		return refused('undefined', 'OUT_OF_RANGE', 'region');
	const warnings: Warning[] = priceWarnings(input);
	sectors.forEach((sector, i) => {
		if (sector.national === null) warnings.push({ code: 'NEW_SECTOR', at: `region[${i}]` });
	});
	const unit = input.unit ?? '';
	const steps: Step[] = sectors.slice(0, LONGEST_TRACE).map((sector, i) =>
		plainStep({
			id: `sectors[${i}].change`,
			value: sector.change,
			unit,
			formula: keys.join(' + '),
			inputs: { national: sector.national, mix: sector.mix, regional: sector.regional },
		}),
	);
	for (const key of keys)
		steps.push(plainStep({ id: `total.${key}`, value: total[key], unit, formula: `sum(sectors.${key})` }));
	return { status: 'ok', result: { prices: stampOf(input), sectors, total, newSectors }, steps, warnings };
}

/** Parts that add up to the change of each sector; a new sector has no parts, its change stands apart. */
export const shiftShare = method<ShiftShareInput, ShiftShareResult>({
	id: 'shift-share',
	version: 1,
	formula: 'change = value x r_n + value x (r_in - r_n) + value x (r_ir - r_in)',
	unit: 'the unit of the figures',
	source:
		'Dunn, E. S. (1960), A statistical and analytical technique for regional analysis, Papers of the Regional Science Association 6, 97-112; data of the example: Farhauer and Kroell (2013), Standorttheorien.',
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
