/** Names and figures of a livelihood sheet as a reader sees them. */
import type { AssetId } from '#inputs/livelihood-content.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { TableCell } from './block.ts';
import { dash } from './figure-text.ts';
import type { LivelihoodStudy } from './livelihood-study.ts';
import type { Locale } from './row-label.ts';

/** A study with the language it is told in. */
export interface Telling {
	readonly study: LivelihoodStudy;
	readonly locale: Locale;
	readonly date?: string | undefined;
}

const headings = {
	natural: m.livelihood_asset_natural,
	physical: m.livelihood_asset_physical,
	human: m.livelihood_asset_human,
	financial: m.livelihood_asset_financial,
	social: m.livelihood_asset_social,
	'': m.livelihood_asset_none,
} as const;

const inside = {
	natural: m.livelihood_in_sentence_natural,
	physical: m.livelihood_in_sentence_physical,
	human: m.livelihood_in_sentence_human,
	financial: m.livelihood_in_sentence_financial,
	social: m.livelihood_in_sentence_social,
} as const;

/** As a heading or a label. */
export const assetName = (asset: AssetId | '', locale: Locale) => headings[asset]({}, { locale });

/** Inside a sentence. */
export const assetInSentence = (asset: AssetId, locale: Locale) => inside[asset]({}, { locale });

/** The name of an indicator, or its number while it has none. */
export const indicatorName = (row: { readonly name: string; readonly row: number }, locale: Locale) =>
	row.name || m.livelihood_indicator_number({ number: row.row + 1 }, { locale });

/** A score with the decimals of the sheet. */
export const scoreText = (value: number, { study, locale }: Telling) =>
	writeNumber(value, locale, study.decimals);

/** An end of the scale, in as few digits as it has. */
export const endText = (value: number, locale: Locale) => writeNumber(value, locale, { min: 0, max: 3 });

/** The ends of the scale, as most sentences need them. */
export const ends = ({ study, locale }: Telling) => ({
	low: endText(study.scale.min, locale),
	high: endText(study.scale.max, locale),
});

/** `+3,91`, `−0,20`; the word for "same" when nothing changed. */
export function changeText(change: number | null, telling: Telling): string {
	if (change === null) return dash;
	if (change === 0) return m.livelihood_unchanged({}, { locale: telling.locale });
	return `${change > 0 ? '+' : ''}${scoreText(change, telling)}`;
}

/** A score in a table; the spreadsheet takes the unrounded number. */
export function scoreCell(value: number | null, telling: Telling, strong = false): TableCell {
	return {
		text: value === null ? dash : scoreText(value, telling),
		value,
		decimals: telling.study.decimals,
		...(strong ? { strong } : {}),
	};
}

/** A change in a table, with its sign. */
export function changeCell(change: number | null, telling: Telling): TableCell {
	return {
		text: changeText(change, telling),
		value: change,
		decimals: telling.study.decimals,
		strong: true,
	};
}

/** How many rose, stayed and fell. */
export function moves(changes: readonly (number | null)[]) {
	const known = changes.filter((change) => change !== null);
	return {
		count: known.length,
		up: known.filter((change) => change > 0).length,
		same: known.filter((change) => change === 0).length,
		down: known.filter((change) => change < 0).length,
	};
}
