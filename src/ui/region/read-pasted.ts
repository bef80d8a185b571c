/** How a pasted table of sectors was understood, in sentences. */
import { mostSectors, mostYears, type RegionContent } from '#inputs/region-content.ts';
import { readRegionTable, type RegionPart, type RegionReading } from '#inputs/region-table.ts';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';
import type { ReadPasted } from '#ui/tool/PasteBox.svelte';

const mostDoubts = 5;
const mostNames = 6;

/** A few of the names, with an ellipsis for the rest. */
const few = (names: readonly string[]) =>
	names.length > mostNames ? `${names.slice(0, mostNames).join('; ')}; …` : names.join('; ');

function basisSentence(read: RegionReading, locale: Locale): string {
	const { captionBasis: caption, headingBasis: headings } = read;
	const name = (basis: string) =>
		basis === 'constant' ? m.region_said_constant({}, { locale }) : m.region_said_current({}, { locale });
	if (caption !== '' && headings !== '' && caption !== headings)
		return m.region_clash({ caption: name(caption), headings: name(headings) }, { locale });
	const said = caption || headings;
	return said === ''
		? m.region_paste_no_basis({}, { locale })
		: m.region_paste_basis({ basis: name(said) }, { locale });
}

function sentences(read: RegionReading, locale: Locale): string[] {
	const what = { count: read.sectors, years: read.years.join(', ') };
	const ofRegion = read.part === 'region';
	return [
		ofRegion ? m.region_paste_read_region(what, { locale }) : m.region_paste_read_reference(what, { locale }),
		read.both ? m.region_paste_both({}, { locale }) : '',
		read.totals ? m.region_paste_totals({}, { locale }) : m.region_paste_no_totals({}, { locale }),
		basisSentence(read, locale),
		read.currentLeft > 0 ? m.region_paste_current_left({}, { locale }) : '',
		read.unmatched.length > 0 ? m.region_paste_unmatched({ list: few(read.unmatched) }, { locale }) : '',
		read.otherYears.length > 0 ? m.region_paste_other_years({ list: few(read.otherYears) }, { locale }) : '',
		read.parts > 0 ? m.region_paste_parts({ count: read.parts }, { locale }) : '',
		read.left > 0
			? m.region_paste_left({ count: read.left, sectors: mostSectors, years: mostYears }, { locale })
			: '',
		...read.doubts
			.slice(0, mostDoubts)
			.map(({ cell, text, value }) =>
				value === null
					? m.region_paste_refused({ cell, text }, { locale })
					: m.region_paste_doubt({ cell, text }, { locale }),
			),
	].filter(Boolean);
}

/** Reads a table into this sheet, as its region or as its reference. */
export function readPastedRegion(
	into: RegionContent,
	part: RegionPart,
	locale: Locale,
): ReadPasted<RegionContent> {
	return (workbook) => {
		const read = readRegionTable(workbook, into, part);
		if (read === 'none') return { said: [m.region_paste_none({}, { locale })], content: null };
		if (read === 'rates') return { said: [m.region_paste_rates({}, { locale })], content: null };
		return { said: sentences(read, locale), content: read.sectors > 0 ? read.content : null };
	};
}
