/** Classic shift-share (Dunn): the change of each sector as national growth, industry mix and regional share. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { yesNo } from '../numeric/yes-no.ts';
import { growthFault, priceWarnings, sectorName, stampOf, sumOf } from './regional-input.ts';
import type { GrowthInput, PriceStamp } from './regional-input.ts';
import { partSums, shiftParts } from './shift-share-parts.ts';

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
	/**
	 * The same as factors (Gerfin) over the whole period: growth of the region over that of the reference is mix times
	 * regional. Null where a sector is new or the region or the reference has nothing at the start.
	 */
	readonly factors: {
		readonly mix: number;
		readonly regional: number;
		readonly total: number;
	} | null;
	/** Change of sectors that were not there at the start: no part explains it. */
	readonly newSectors: number;
}

const factorFormulas = {
	mix: 'sum(start x reference end / reference start) / sum(start) / (sum(reference end) / sum(reference start))',
	regional: 'sum(end) / sum(start x reference end / reference start)',
	total: 'mix x regional',
};

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

/** What the sectors would have become at the pace of the reference, against what all and what they did become. */
function factorsOf({ region, reference }: ShiftShareInput): ShiftShareResult['factors'] {
	const ends = (rows: ShiftShareInput['region']) =>
		rows.map((row) => [row[0] as number, row.at(-1) as number] as const);
	const [own, other] = [ends(region), ends(reference)];
	const sumAt = (rows: typeof own, place: 0 | 1) => sumOf(rows.map((row) => row[place]));
	const expected = sumOf(own.map(([start], i) => (start * (other[i]?.[1] ?? 0)) / (other[i]?.[0] ?? 0)));
	const pace = sumAt(other, 1) / sumAt(other, 0);
	const [start, end] = [sumAt(own, 0), sumAt(own, 1)];
	const factors = { mix: expected / start / pace, regional: end / expected, total: end / start / pace };
	return Object.values(factors).every(Number.isFinite) ? factors : null;
}

function compute(input: ShiftShareInput): MethodResult<ShiftShareResult> {
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
			inputs: { national: sector.national, mix: sector.mix, regional: sector.regional },
		}),
	);
	for (const key of keys)
		steps.push(plainStep({ id: `total.${key}`, value: total[key], unit, formula: `sum(sectors.${key})` }));
	const factors = sums.warnings.length > 0 ? null : factorsOf(input);
	for (const [key, formula] of Object.entries(factorFormulas))
		steps.push(
			plainStep({
				id: `factors.${key}`,
				value: factors?.[key as keyof typeof factorFormulas] ?? null,
				unit: 'factor',
				formula,
				reason: 'ZERO_DENOMINATOR',
			}),
		);
	const result = { prices: stampOf(input), sectors, total, factors, newSectors };
	return { status: 'ok', result, steps, warnings };
}

/** Parts that add up to the change of each sector; a new sector has no parts, its change stands apart. */
export const shiftShare = method<ShiftShareInput, ShiftShareResult>({
	id: 'shift-share',
	version: 2,
	formula: 'change = value x r_n + value x (r_in - r_n) + value x (r_ir - r_in)',
	unit: 'the unit of the figures',
	source:
		'Dunn, E. S. (1960), A statistical and analytical technique for regional analysis, Papers of the Regional Science Association 6, 97-112; factors: Gerfin, H. (1964), Gesamtwirtschaftliches Wachstum und regionale Entwicklung, Kyklos 17(4), 565-593; data of the example: Farhauer and Kroell (2013), Standorttheorien.',
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
