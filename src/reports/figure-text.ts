/** Figures as a reader sees them in tables, charts and sentences. Percentages and rupiah follow the number writer. */
import { writeNumber, writePercent, writeRupiah } from '#inputs/number-writer.ts';
import type { AmountSpelling, Decimals } from '#inputs/number-writer.ts';
import { hayamiRow } from '#methods/value-added/hayami-rows.ts';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { m } from '#words/messages.js';
import type { Locale } from './row-label.ts';
import type { TableCell } from './block.ts';

/** What stands where a figure is not known; the reason is written below the table. */
export const dash = '–';

/** Decimals a row is printed with: rupiah up to 2, percentages 2, coefficients up to 4. */
function rowDecimals(key: HayamiKey): Decimals {
	const { unit } = hayamiRow(key);
	if (unit === '%') return 2;
	if (key === 'conversionFactor' || key === 'labourCoefficient') return { min: 0, max: 4 };
	return unit === 'Rp' ? { min: 0, max: 2 } : { min: 0, max: 4 };
}

/** A row's figure without its unit, as in a table cell. */
export function rowFigure(key: HayamiKey, value: number | null, locale: Locale): string {
	return value === null ? dash : writeNumber(value, locale, rowDecimals(key));
}

/** Decimals of a number as written. */
export function decimalsIn(text: string, locale: Locale): number {
	return text.split(locale === 'id' ? ',' : '.')[1]?.length ?? 0;
}

/** The cell of a row: text, the unrounded number, the decimals shown. */
export function rowCell(key: HayamiKey, value: number | null, locale: Locale, strong = false): TableCell {
	const text = rowFigure(key, value, locale);
	return { text, value, decimals: decimalsIn(text, locale), ...(strong ? { strong } : {}) };
}

/** A text cell. */
export function textCell(text: string, strong = false): TableCell {
	return strong ? { text, strong } : { text };
}

/** A number cell with its own decimals. */
export function numberCell(
	value: number | null,
	locale: Locale,
	decimals: number,
	strong = false,
): TableCell {
	const text = value === null ? dash : writeNumber(value, locale, { min: 0, max: decimals });
	return { text, value, decimals: decimalsIn(text, locale), ...(strong ? { strong } : {}) };
}

/** Rupiah in a sentence: whole from Rp 100 on, with up to two decimals below. */
export function amountInSentence(value: number, locale: Locale, spelling: AmountSpelling = 'screen'): string {
	const decimals = Math.abs(value) >= 100 ? 0 : { min: 0, max: 2 };
	return writeRupiah(value, locale, { decimals, spelling });
}

/** A bare amount on a chart, rounded as in a sentence. */
export function amountOnChart(value: number, locale: Locale): string {
	const decimals = Math.abs(value) >= 100 || value === 0 ? 0 : { min: 0, max: 2 };
	return writeNumber(value, locale, decimals);
}

/** An amount on a chart with the word "rugi" instead of a minus. */
export function lossOnChart(value: number, locale: Locale): string {
	if (value >= 0) return amountOnChart(value, locale);
	return m.reports_loss_amount({ amount: amountOnChart(-value, locale) }, { locale });
}

/** A percentage with two decimals. */
export function percentText(value: number, locale: Locale, decimals: Decimals = 2): string {
	return writePercent(value, locale, { decimals });
}

/** `a`, `a dan b`, `a, b dan c`. */
export function listText(items: readonly string[], locale: Locale): string {
	if (items.length < 2) return items[0] ?? '';
	return m.reports_and({ list: items.slice(0, -1).join(', '), last: items.at(-1) as string }, { locale });
}

const months = {
	id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
	en: 'January February March April May June July August September October November December'.split(' '),
};

/** `2026-11-22` becomes `22 November 2026`; a text that is no such date stays as it is. */
export function dateText(date: string, locale: Locale): string {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
	const month = months[locale][Number(parts?.[2]) - 1];
	return parts && month ? `${Number(parts[3])} ${month} ${parts[1]}` : date;
}

/** The line below a table or chart: source and date, as far as known. */
export function sourceText(source: string, date: string | undefined, locale: Locale): string {
	if (date === undefined || date === '') {
		return source === '' ? '' : m.reports_source_line({ source }, { locale });
	}
	const said = dateText(date, locale);
	if (source === '') return m.reports_date_only({ date: said }, { locale });
	return m.reports_source_date_line({ source, date: said }, { locale });
}
