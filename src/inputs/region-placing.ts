/** Figures of a table laid into a region sheet: by the names of sectors and the labels of years. */
import {
	emptySector,
	emptyYear,
	mostSectors,
	mostYears,
	type RegionContent,
	type RegionSector,
	type RegionYear,
} from './region-content.ts';
import { matchSectors } from './region-sector-match.ts';

/** What was taken from a printed table: figures in the order of `years`. */
export interface TakenTable {
	readonly years: readonly string[];
	readonly sectors: readonly { readonly name: string; readonly figures: readonly string[] }[];
	/** Empty when the table prints none. */
	readonly totals: readonly string[];
}

export interface Placed {
	readonly content: RegionContent;
	readonly sectors: number;
	readonly years: readonly string[];
	readonly unmatched: readonly string[];
	readonly otherYears: readonly string[];
	readonly left: number;
}

const plain = (text: string) => text.trim().toLowerCase();
const filled = (texts: readonly string[]) => texts.some((text) => text.trim() !== '');

const holds = ({ sectors }: RegionContent, part: 'region' | 'reference') =>
	sectors.some((sector) => sector.name.trim() !== '' && filled(sector[part]));

/** The table in place of the region's figures: its sectors and years are the sheet's. */
function asRegion(content: RegionContent, table: TakenTable): Placed {
	const kept = table.sectors.slice(0, mostSectors);
	const labels = table.years.slice(0, mostYears);
	const old = matchSectors(
		content.sectors.map(({ name }) => name),
		kept.map(({ name }) => name),
	);
	const oldYears = labels.map((label) =>
		content.years.findIndex((year) => plain(year.label) === plain(label)),
	);
	const sectors = kept.map((one, index): RegionSector => {
		const before = content.sectors[old[index] ?? -1];
		return {
			name: one.name,
			region: one.figures.slice(0, mostYears),
			reference:
				before && filled(before.reference) ? oldYears.map((place) => before.reference[place] ?? '') : [],
		};
	});
	const years = labels.map((label, index): RegionYear => ({
		label,
		total: table.totals[index] ?? '',
		referenceTotal: content.years[oldYears[index] ?? -1]?.referenceTotal ?? '',
	}));
	return {
		content: { ...content, years, sectors, from: '', to: '' },
		sectors: sectors.length,
		years: labels,
		unmatched: [],
		otherYears: [],
		left: table.sectors.length - kept.length + table.years.length - labels.length,
	};
}

/** The table as the reference of sectors and years that the sheet has. */
function asReference(content: RegionContent, table: TakenTable): Placed {
	const places = matchSectors(
		content.sectors.map(({ name }) => name),
		table.sectors.map(({ name }) => name),
	);
	const columns = content.years.map(({ label }) =>
		table.years.findIndex((year) => plain(year) === plain(label)),
	);
	const sectors = content.sectors.map((sector, index): RegionSector => {
		const from = table.sectors[places.indexOf(index)];
		return from ? { ...sector, reference: columns.map((column) => from.figures[column] ?? '') } : sector;
	});
	const years = content.years.map((year, index) => ({
		...year,
		referenceTotal: table.totals[columns[index] ?? -1] ?? '',
	}));
	return {
		content: { ...content, sectors, years },
		sectors: places.filter((place) => place !== null).length,
		years: content.years.flatMap(({ label }, index) => (columns[index] === -1 ? [] : [label])),
		unmatched: table.sectors.flatMap(({ name }, index) => (places[index] === null ? [name] : [])),
		otherYears: table.years.filter(
			(year) => !content.years.some(({ label }) => plain(label) === plain(year)),
		),
		left: 0,
	};
}

/** A reference that came first: the sheet takes its sectors and years, and waits for the region's figures. */
function referenceFirst(content: RegionContent, table: TakenTable): Placed {
	const labels = table.years.slice(0, mostYears);
	const kept = table.sectors.slice(0, mostSectors);
	return {
		content: {
			...content,
			years: labels.map((label, index) => ({
				...emptyYear,
				label,
				referenceTotal: table.totals[index] ?? '',
			})),
			sectors: kept.map(({ name, figures }) => ({
				...emptySector,
				name,
				reference: figures.slice(0, mostYears),
			})),
			from: '',
			to: '',
		},
		sectors: kept.length,
		years: labels,
		unmatched: [],
		otherYears: [],
		left: table.sectors.length - kept.length + table.years.length - labels.length,
	};
}

/** Lays a table into the sheet as its region or its reference. */
export function placeFigures(
	content: RegionContent,
	table: TakenTable,
	part: 'region' | 'reference',
): Placed {
	if (part === 'region') return asRegion(content, table);
	return holds(content, 'region') ? asReference(content, table) : referenceFirst(content, table);
}
