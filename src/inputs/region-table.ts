/** A pasted table of sectors by years as part of a region sheet. Nothing is guessed silently. */
import type { LevelColumn, LevelRow, PrintedLevelTable } from '#methods/table-check/printed-economic.ts';
import type { PrintedNumber } from '#methods/table-check/printed.ts';
import type { Grid, Workbook } from './grid.ts';
import { anyLevelTableOf } from './level-table.ts';
import { readNumber } from './number-reader.ts';
import { writeNumber } from './number-writer.ts';
import type { Doubt } from './printed-number.ts';
import { placeFigures, type TakenTable } from './region-placing.ts';
import type { PrintedBasis, RegionContent } from './region-content.ts';
import { sectorName } from './region-sector-match.ts';
import { sheetBlocks } from './table-blocks.ts';

export type RegionPart = 'region' | 'reference';

export interface RegionReading {
	readonly content: RegionContent;
	readonly part: RegionPart;
	readonly sectors: number;
	/** As the sheet calls them. */
	readonly years: readonly string[];
	/** A row of totals was found. */
	readonly totals: boolean;
	/** Figures of region and reference stood in one table. */
	readonly both: boolean;
	readonly captionBasis: PrintedBasis;
	readonly headingBasis: PrintedBasis;
	/** Columns of current prices that stood beside those of constant prices. */
	readonly currentLeft: number;
	/** Sectors of the table that the sheet does not have. */
	readonly unmatched: readonly string[];
	/** Years of the table that the sheet does not have. */
	readonly otherYears: readonly string[];
	/** Rows that are parts of a sector above them. */
	readonly parts: number;
	/** Sectors and years beyond what a sheet holds. */
	readonly left: number;
	readonly doubts: readonly Doubt[];
}

/** `rates`: the table holds percentages, of which no totals, shares and quotients can be made. */
export type RegionTableOutcome = RegionReading | 'none' | 'rates';

/** In one style that reads back as the same number, whatever the table's own. */
function textOf(printed: PrintedNumber | null): string {
	if (printed === null) return '';
	const { value } = printed;
	const decimals = Math.min(10, printed.decimals);
	const text = writeNumber(value, 'id', decimals).replace('−', '-');
	if (readNumber(text).status !== 'ambiguous') return text;
	return decimals === 0 ? text.replaceAll('.', '') : writeNumber(value, 'id', decimals + 1).replace('−', '-');
}

interface Found {
	readonly table: PrintedLevelTable;
	readonly doubts: readonly Doubt[];
	readonly lines: readonly LevelRow[];
	readonly columns: readonly { readonly column: LevelColumn; readonly place: number }[];
}

/** The columns with amounts: those of years where there are any. */
function amountColumns(columns: readonly LevelColumn[]) {
	const amounts = columns.flatMap((column, place) => (column.kind === 'amount' ? [{ column, place }] : []));
	const dated = amounts.filter(({ column }) => column.year !== null);
	return dated.length > 0 ? dated : amounts;
}

function foundIn(grid: Grid): Found[] {
	return sheetBlocks(grid, new Set()).flatMap((block): Found[] => {
		const read = anyLevelTableOf(grid, block);
		if (!read) return [];
		const lines = read.table.rows.filter((row) => row.kind === 'line');
		return lines.length < 2 ? [] : [{ ...read, lines, columns: amountColumns(read.table.columns) }];
	});
}

const kindOfBasis = (name: 'constant' | 'current' | null): PrintedBasis => name ?? '';

/** The basis in a column's own name, of which what all headings begin with ("Harga ...") was taken away. */
function columnBasis(name: string): PrintedBasis {
	const [constant, current] = [
		/konstan|constant|\badhk\b/i.test(name),
		/berlaku|current|\badhb\b/i.test(name),
	];
	if (constant === current) return '';
	return constant ? 'constant' : 'current';
}

/** Where a table prints both price bases side by side: constant prices, of which growth can be told. */
function oneBasis(columns: Found['columns']): {
	columns: Found['columns'];
	currentLeft: number;
	basis: PrintedBasis;
} {
	const bases = columns.map(({ column }) => columnBasis(column.name));
	if (!bases.includes('constant') || !bases.includes('current'))
		return { columns, currentLeft: 0, basis: '' };
	const kept = columns.filter((_, index) => bases[index] !== 'current');
	return { columns: kept, currentLeft: columns.length - kept.length, basis: 'constant' };
}

function taken(found: Found, columns: Found['columns']): TakenTable {
	const own = found.lines.filter((row) => row.level === 1);
	const total = found.table.rows.filter((row) => row.kind === 'total').at(-1) ?? null;
	const dated = columns.some(({ column }) => column.year !== null);
	return {
		years: columns.map(({ column }) => (dated ? String(column.year) : column.name.slice(0, 30))),
		sectors: own.map((row) => ({
			name: sectorName(row.label).slice(0, 200),
			figures: columns.map(({ place }) => textOf(row.cells[place] ?? null)),
		})),
		totals: total ? columns.map(({ place }) => textOf(total.cells[place] ?? null)) : [],
	};
}

/** `juta rupiah`, `million rupiah`: the scale that a caption or heading names. */
function unitOf(text: string): string {
	const scale =
		/\b(ribu|juta|miliar|milyar|triliun|thousand|million|billion|trillion)(?:an)?s?\s+(?:of\s+)?(?:rupiahs?|rp|idr)\b/i.exec(
			text,
		) ?? /\((juta|miliar|milyar|triliun)(?:an)?\)/i.exec(text);
	return scale?.[1] ? `${scale[1].toLowerCase()} rupiah` : '';
}

/** The year of constant prices: "harga konstan 2010", "2010 = 100". */
function baseYearOf(text: string): string {
	const found =
		/(?:harga\s+konstan|constant\s+(?:market\s+)?prices?|tahun\s+dasar|base\s+year)\s*(?:\(\s*)?(?:tahun\s+(?:dasar\s+)?)?((?:19|20)\d\d)(?!\s*[-–])/i.exec(
			text,
		) ?? /((?:19|20)\d\d)\s*=\s*100\b/.exec(text);
	return found?.[1] ?? '';
}

/** "Kabupaten Bintan", "Provinsi Kepulauan Riau": the area that a caption names. */
function areaNameOf(caption: string): string {
	const found = /\b(?:Kabupaten|Kota|Provinsi|Kab\.|Kecamatan)(?:\s+\p{Lu}[\p{L}'-]*){1,4}/u.exec(caption);
	return found?.[0].replace(/\s+(?:Atas|Menurut|Dasar|Tahun|Harga)\b.*$/, '') ?? '';
}

/** What the words of a table say of the sheet, where the sheet says nothing yet. */
function withWords(
	content: RegionContent,
	table: PrintedLevelTable,
	part: RegionPart,
	basis: PrintedBasis,
): RegionContent {
	const text = `${table.caption} ${table.columns.map(({ name }) => name).join(' ')}`;
	const name = areaNameOf(table.caption);
	if (part === 'reference') return { ...content, reference: content.reference || name };
	const [caption, headings] = [kindOfBasis(table.basis.caption), kindOfBasis(table.basis.headings)];
	const agreed =
		basis || (caption === '' || headings === '' || caption === headings ? caption || headings : '');
	return {
		...content,
		region: content.region || name,
		unit: content.unit || unitOf(text),
		captionBasis: basis === '' ? caption : '',
		headingBasis: basis || headings,
		basis: agreed === 'constant' ? 'ADHK' : agreed === 'current' ? 'ADHB' : content.basis,
		baseYear: content.baseYear || (agreed === 'current' ? '' : baseYearOf(text)),
	};
}

/** The table with most sectors, of those that hold amounts. */
function best(found: readonly Found[]): Found | null {
	const usable = found.filter(({ table, columns }) => table.measure === 'amounts' && columns.length > 0);
	return usable.reduce<Found | null>(
		(most, one) => (most === null || one.lines.length > most.lines.length ? one : most),
		null,
	);
}

/**
 * The sheet with the figures of a pasted table in the place of its region's or its reference's. Figures of the other
 * part stay with sectors of the same name and years of the same label.
 */
export function readRegionTable(
	workbook: Workbook,
	content: RegionContent,
	part: RegionPart,
): RegionTableOutcome {
	const found = workbook.grids.flatMap(foundIn);
	const chosen = best(found);
	if (!chosen) return found.length > 0 ? 'rates' : 'none';
	const { columns, currentLeft, basis } = oneBasis(chosen.columns);
	const ofReference = columns.filter(({ column }) => column.area === 'reference');
	const ofRegion = columns.filter(({ column }) => column.area !== 'reference');
	const both = ofReference.length > 0 && ofRegion.length > 0;
	const own = both ? (part === 'region' ? ofRegion : ofReference) : columns;
	const first = placeFigures(content, taken(chosen, own), part);
	const other =
		both && part === 'region' ? placeFigures(first.content, taken(chosen, ofReference), 'reference') : null;
	const { table } = chosen;
	return {
		...first,
		content: withWords((other ?? first).content, table, part, basis),
		part,
		totals: table.rows.some((row) => row.kind === 'total'),
		both: other !== null,
		captionBasis: basis === '' ? kindOfBasis(table.basis.caption) : '',
		headingBasis: basis || kindOfBasis(table.basis.headings),
		currentLeft,
		parts: chosen.lines.filter((row) => row.level > 1).length,
		doubts: chosen.doubts,
	};
}
