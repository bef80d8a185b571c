/**
 * What a region sheet holds: figures of sectors by years, for a region and for the reference it is part of, with the
 * price basis they are in. Texts as typed.
 */
import { choiceFrom, listFrom, recordFrom, textFrom, type ToolContent } from './tool-content.ts';

/** Current prices, constant prices, or figures without prices. Empty: nobody said, so nothing is said of growth. */
export type RegionBasis = 'ADHB' | 'ADHK' | 'quantity' | '';

/** The price basis as words above a printed table name it. */
export type PrintedBasis = 'constant' | 'current' | '';

export interface RegionYear {
	readonly label: string;
	/** Totals as printed, to be checked. */
	readonly total: string;
	readonly referenceTotal: string;
}

export interface RegionSector {
	readonly name: string;
	/** One text a year, in the order of `years`. */
	readonly region: readonly string[];
	readonly reference: readonly string[];
}

export interface RegionContent {
	readonly title: string;
	/** Where the figures come from; printed under charts and tables. */
	readonly source: string;
	readonly region: string;
	readonly reference: string;
	/** For example "juta rupiah". */
	readonly unit: string;
	readonly basis: RegionBasis;
	/** Of constant prices. */
	readonly baseYear: string;
	/** What the caption and the headings of the pasted table say of prices. */
	readonly captionBasis: PrintedBasis;
	readonly headingBasis: PrintedBasis;
	readonly years: readonly RegionYear[];
	/** Labels of the years that are compared; empty for the first and the last. */
	readonly from: string;
	readonly to: string;
	readonly sectors: readonly RegionSector[];
}

export const mostYears = 20;
export const mostSectors = 80;
const longestFigure = 40;

export const emptyYear: RegionYear = { label: '', total: '', referenceTotal: '' };
export const emptySector: RegionSector = { name: '', region: [], reference: [] };

export const emptyRegion = (): RegionContent => ({
	title: '',
	source: '',
	region: '',
	reference: '',
	unit: '',
	basis: '',
	baseYear: '',
	captionBasis: '',
	headingBasis: '',
	years: [emptyYear, emptyYear],
	from: '',
	to: '',
	sectors: [emptySector, emptySector, emptySector],
});

/** Whether caption and headings name different price bases. */
export function basesClash({ captionBasis, headingBasis }: RegionContent): boolean {
	return captionBasis !== '' && headingBasis !== '' && captionBasis !== headingBasis;
}

const figure = (value: unknown) => textFrom(value, longestFigure);

function yearFrom(value: unknown): RegionYear {
	const from = recordFrom(value);
	return {
		label: textFrom(from.label, longestFigure),
		total: figure(from.total),
		referenceTotal: figure(from.referenceTotal),
	};
}

function sectorFrom(value: unknown): RegionSector {
	const from = recordFrom(value);
	return {
		name: textFrom(from.name),
		region: listFrom(from.region, mostYears, figure),
		reference: listFrom(from.reference, mostYears, figure),
	};
}

const printedBases: readonly PrintedBasis[] = ['constant', 'current', ''];

export const regionContent: ToolContent<RegionContent> = {
	tool: 'region',
	version: 1,
	empty: emptyRegion,
	read(value) {
		const from = recordFrom(value);
		if (!Array.isArray(from.sectors) || !Array.isArray(from.years)) return null;
		return {
			title: textFrom(from.title),
			source: textFrom(from.source),
			region: textFrom(from.region),
			reference: textFrom(from.reference),
			unit: textFrom(from.unit),
			basis: choiceFrom<RegionBasis>(from.basis, ['ADHB', 'ADHK', 'quantity'], ''),
			baseYear: textFrom(from.baseYear, longestFigure),
			captionBasis: choiceFrom(from.captionBasis, printedBases, ''),
			headingBasis: choiceFrom(from.headingBasis, printedBases, ''),
			years: listFrom(from.years, mostYears, yearFrom),
			from: textFrom(from.from, longestFigure),
			to: textFrom(from.to, longestFigure),
			sectors: listFrom(from.sectors, mostSectors, sectorFrom),
		};
	},
	title: ({ title, region }) => title.trim() || region.trim(),
	blank: ({ title, source, region, reference, unit, basis, baseYear, years, sectors }) =>
		[
			...[title, source, region, reference, unit, basis, baseYear],
			...years.flatMap(({ label, total, referenceTotal }) => [label, total, referenceTotal]),
			...sectors.flatMap((one) => [one.name, ...one.region, ...one.reference]),
		].every((text) => text.trim() === ''),
};
