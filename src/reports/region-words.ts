/** How a region sheet calls its places, prices, classes and figures. */
import { writeNumber } from '#inputs/number-writer.ts';
import type { AllocationCode } from '#methods/regional/shift-share-esteban-marquillas.ts';
import type { DynamicClass } from '#methods/regional/dynamic-location-quotient.ts';
import type { KlassenClass } from '#methods/regional/klassen.ts';
import { m } from '#words/messages.js';
import type { TableCell } from './block.ts';
import { dash, listText, numberCell, percentText } from './figure-text.ts';
import type { RegionStudy } from './region-study.ts';
import type { Locale } from './row-label.ts';

export interface Telling {
	readonly study: RegionStudy;
	readonly locale: Locale;
	readonly date: string | undefined;
}

export const placeName = ({ study, locale }: Telling): string =>
	study.content.region.trim() || m.region_this_place({}, { locale });

export const referenceName = ({ study, locale }: Telling): string =>
	study.content.reference.trim() || m.region_this_reference({}, { locale });

/** The label of a year of the span; negative counts from its end. */
export function yearText({ study, locale }: Telling, index: number): string {
	const year = study.years.at(index);
	return year?.label || m.region_year_number({ number: (year?.place ?? 0) + 1 }, { locale });
}

/** Names in a sentence: a few, then how many more. Names with commas of their own stand in quotation marks. */
export function namesText(names: readonly string[], locale: Locale, most = 4): string {
	const quoted = names.some((name) => /[,;]/.test(name));
	const shown = names.map((name) => (quoted ? `“${name}”` : name));
	if (names.length <= most + 1) return listText(shown, locale);
	const more = m.region_more({ count: names.length - most }, { locale });
	return listText([...shown.slice(0, most), more], locale);
}

/** The prices that figures are in: said wherever growth stands. */
export function pricesText({ study, locale }: Telling): string {
	const { basis, baseYear } = study;
	if (basis === 'ADHB') return m.region_prices_nominal({}, { locale });
	if (basis === 'quantity') return m.region_prices_none({}, { locale });
	if (basis === null) return m.region_prices_unsaid({}, { locale });
	return baseYear === null
		? m.region_prices_real_undated({}, { locale })
		: m.region_prices_real({ year: baseYear }, { locale });
}

/** `1,51`: quotients with two decimals. */
export const quotientText = (value: number | null, locale: Locale): string =>
	value === null ? dash : writeNumber(value, locale, 2);

export function quotientCell(value: number | null, locale: Locale): TableCell {
	return { text: quotientText(value, locale), value, decimals: 2 };
}

/** A percentage in a table: two decimals, the unit stands in the heading. */
export function percentCell(value: number | null, locale: Locale, strong = false): TableCell {
	const text = value === null ? dash : writeNumber(value, locale, 2);
	return { text, value, decimals: 2, ...(strong ? { strong } : {}) };
}

/** An amount in the sheet's unit. */
export function amountCell(value: number | null, locale: Locale, strong = false): TableCell {
	const small = value !== null && Math.abs(value) < 100;
	const shown = value === null ? null : Number(value.toPrecision(13));
	return numberCell(shown, locale, small ? 2 : 0, strong);
}

/** A percentage in a sentence. */
export const shareText = (value: number, locale: Locale): string => percentText(value, locale, 1);

export function dynamicClassText(name: DynamicClass | null, locale: Locale): string {
	if (name === null) return dash;
	const words = {
		leading: m.region_class_leading,
		prospective: m.region_class_prospective,
		mainstay: m.region_class_mainstay,
		lagging: m.region_class_lagging,
	};
	return words[name]({}, { locale });
}

export function klassenText(name: KlassenClass | null, locale: Locale): string {
	if (name === null) return dash;
	const words = {
		'advanced-growing': m.region_klassen_advanced_growing,
		'advanced-pressed': m.region_klassen_advanced_pressed,
		'developing-fast': m.region_klassen_developing_fast,
		lagging: m.region_klassen_lagging,
		'on-the-line': m.region_klassen_on_the_line,
	};
	return words[name]({}, { locale });
}

export function allocationText(code: AllocationCode | null, locale: Locale): string {
	if (code === null) return dash;
	const words = {
		'specialised-with-advantage': m.region_allocation_specialised_with,
		'specialised-without-advantage': m.region_allocation_specialised_without,
		'advantage-not-specialised': m.region_allocation_advantage_not,
		neither: m.region_allocation_neither,
	};
	return words[code]({}, { locale });
}
