/** A region sheet as a report: which sectors lead, drawings, tables, and what is missing for more. */
import type { RegionContent } from '#inputs/region-content.ts';
import { dynamicLocationQuotient } from '#methods/regional/dynamic-location-quotient.ts';
import { growthContribution } from '#methods/regional/growth-contribution.ts';
import { klassen } from '#methods/regional/klassen.ts';
import { locationQuotient } from '#methods/regional/location-quotient.ts';
import { sectorShare } from '#methods/regional/sector-share.ts';
import { shiftShareEstebanMarquillas } from '#methods/regional/shift-share-esteban-marquillas.ts';
import { shiftShare } from '#methods/regional/shift-share.ts';
import { specialisation } from '#methods/regional/specialisation.ts';
import { m } from '#words/messages.js';
import type { Block, Report } from './block.ts';
import { percentText } from './figure-text.ts';
import { dynamicBlock, klassenBlock, quotientsBlock, sharesBlock } from './region-charts.ts';
import { regionChecks, regionNotes } from './region-notes.ts';
import { marquillasTable, shiftTable, specialisationTable } from './region-reference-tables.ts';
import { regionStudy } from './region-study.ts';
import { byShare, growthTable, totalsTable } from './region-tables.ts';
import {
	namesText,
	placeName,
	pricesText,
	referenceName,
	shareText,
	yearText,
	type Telling,
} from './region-words.ts';
import type { Locale } from './row-label.ts';

/** The largest sector, and what became of its share. */
function largestSentence(telling: Telling): string {
	const { study, locale } = telling;
	const [largest = 0] = byShare(telling);
	const shares = study.shares.sectors[largest]?.sharePct ?? [];
	const [before, after] = [shares[0] ?? null, shares.at(-1) ?? null];
	const said = {
		sector: study.names[largest] ?? '',
		place: placeName(telling),
		count: study.names.length,
		year: yearText(telling, -1),
		share: after === null ? '–' : shareText(after, locale),
	};
	if (study.years.length < 2 || before === null || after === null)
		return m.region_largest({ ...said }, { locale });
	const from = { before: shareText(before, locale), from: yearText(telling, 0) };
	if (from.before === said.share) return m.region_largest_same({ ...said, ...from }, { locale });
	return after > before
		? m.region_largest_rose({ ...said, ...from }, { locale })
		: m.region_largest_fell({ ...said, ...from }, { locale });
}

/** Sectors that lead against the reference; empty without one. */
function leadingSentence(telling: Telling): string {
	const { study, locale } = telling;
	if (!study.reference) return '';
	const { dynamic, quotients } = study.reference;
	const reference = referenceName(telling);
	if (!dynamic) {
		const basic = quotients.sectors.filter((one) => one.class === 'basic').map(({ name }) => name);
		return basic.length === 0
			? m.region_basic_none({ reference }, { locale })
			: m.region_basic({ count: basic.length, list: namesText(basic, locale), reference }, { locale });
	}
	const leading = dynamic.sectors.filter((one) => one.class === 'leading').map(({ name }) => name);
	return leading.length === 0
		? m.region_leading_none({ reference }, { locale })
		: m.region_leading({ count: leading.length, list: namesText(leading, locale), reference }, { locale });
}

/** Prices, growth of the whole, and whether the totals come out. */
function condition(telling: Telling): string {
	const { study, locale } = telling;
	const average = study.growth?.averageGrowthPct ?? null;
	const [agree, all] = [study.totals.filter((one) => one.agrees).length, study.totals.length];
	return [
		`${pricesText(telling)}.`,
		average === null
			? ''
			: (study.troubles.some(({ kind }) => kind === 'gaps')
					? m.region_growth_whole_steps
					: m.region_growth_whole)(
					{
						growth: percentText(average, locale, 1),
						from: yearText(telling, 0),
						to: yearText(telling, -1),
					},
					{ locale },
				),
		all === 0
			? ''
			: agree === all
				? m.region_totals_agree({ count: all }, { locale })
				: m.region_totals_off({ count: all - agree, all }, { locale }),
	]
		.filter(Boolean)
		.join(' ');
}

function section(title: string, blocks: readonly (Block | null)[]): Block[] {
	const kept = blocks.filter((block) => block !== null);
	return kept.length === 0 ? [] : [{ kind: 'heading', level: 1, text: title }, ...kept];
}

const list = (items: readonly string[]): Block | null =>
	items.length === 0 ? null : { kind: 'list', ordered: false, items };

const sourceOf = ({ id, version, source }: { id: string; version: number; source: string }) => ({
	id,
	version,
	source,
});

/** The report; null while no sector has a figure in every year. */
export function regionReport(
	content: RegionContent,
	{ locale, date }: { readonly locale: Locale; readonly date?: string },
): Report | null {
	const study = regionStudy(content);
	if (study === null) return null;
	const telling: Telling = { study, locale, date };
	const { reference, growth } = study;
	const title = content.title.trim() || content.region.trim() || m.region_untitled({}, { locale });
	const used = [
		sectorShare,
		...(growth ? [growthContribution] : []),
		...(reference ? [locationQuotient, specialisation] : []),
		...(reference?.dynamic ? [dynamicLocationQuotient] : []),
		...(reference?.klassen ? [klassen] : []),
		...(reference?.shift ? [shiftShare] : []),
		...(reference?.marquillas ? [shiftShareEstebanMarquillas] : []),
	];
	const quotients = quotientsBlock(telling);
	const shares = sharesBlock(telling);
	return {
		title,
		locale,
		blocks: [
			{
				kind: 'sentence',
				text: [leadingSentence(telling), largestSentence(telling)].filter(Boolean).join(' '),
				condition: condition(telling),
			},
			...regionNotes(telling).map((text): Block => ({ kind: 'note', text })),
			...(quotients ? [quotients, shares] : [shares]),
			...section(m.region_totals_heading({}, { locale }), [totalsTable(telling)]),
			...section(m.region_growth_heading({}, { locale }), [growthTable(telling)]),
			...section(m.region_quadrants_heading({}, { locale }), [dynamicBlock(telling), klassenBlock(telling)]),
			...section(m.region_shift_heading({}, { locale }), [shiftTable(telling), marquillasTable(telling)]),
			...section(m.region_specialisation_heading({}, { locale }), [specialisationTable(telling)]),
			...section(m.region_checks_heading({}, { locale }), [list(regionChecks(telling))]),
		],
		sources: used.map(sourceOf),
	};
}
