/**
 * What should be looked at in a livelihood sheet before it is believed: differences and means that do not follow, rows
 * printed twice, respondents that cannot be, directions nobody stated. They speak of numbers, never of authors.
 */
import type { LivelihoodContent } from '#inputs/livelihood-content.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { checkChanges } from '#methods/table-check/check-change.ts';
import type { Finding } from '#methods/table-check/finding.ts';
import type { PrintedNumber } from '#methods/table-check/printed.ts';
import type { PrintedChangeRow, PrintedChangeTable } from '#methods/table-check/printed-programme.ts';
import { m } from '#words/messages.js';
import type { Printed } from './livelihood-rows.ts';
import type { LivelihoodStudy, Trouble } from './livelihood-study.ts';
import { assetInSentence, endText, indicatorName, type Telling } from './livelihood-words.ts';
import type { Locale } from './row-label.ts';

/** The sheet as the table check sees a printed table; a cell is named by its place in the sheet. */
function printedTable(study: LivelihoodStudy): PrintedChangeTable {
	const number = (one: Printed | null, cell: string): PrintedNumber | null =>
		one && { ...one, cell, table: '' };
	const figures = (one: Readonly<Record<'before' | 'after' | 'change', Printed | null>>, at: string) => ({
		before: number(one.before, `${at}:before`),
		after: number(one.after, `${at}:after`),
		change: number(one.change, `${at}:change`),
	});
	return {
		name: '',
		scores: true,
		rows: [
			...study.rows.map((row): PrintedChangeRow => ({
				label: row.name || String(row.row + 1),
				group: row.asset,
				kind: 'indicator',
				whole: false,
				...figures(row, `row:${row.row}`),
			})),
			...study.assets.map(({ id, printed }): PrintedChangeRow => ({
				label: id,
				group: id,
				kind: 'mean',
				whole: false,
				...figures(printed, `asset:${id}`),
			})),
		],
	};
}

function changeText(finding: Finding, telling: Telling): string {
	const { study, locale } = telling;
	const [kind, place] = (finding.cell ?? '').split(':');
	const row = kind === 'row' ? study.rows[Number(place)] : undefined;
	const asset = study.assets.find(({ id }) => kind === 'asset' && id === place);
	const write = (value: number) =>
		writeNumber(value, locale, Math.max(finding.decimals ?? 0, study.decimals));
	const [before, after] = [row?.before ?? asset?.printed.before, row?.after ?? asset?.printed.after];
	const said = {
		name: row ? indicatorName(row, locale) : asset ? assetInSentence(asset.id, locale) : finding.label,
		printed: write(finding.printed ?? 0),
		expected: write(finding.expected ?? 0),
	};
	// A column may hold percentages or before less after: then the subtraction is not its formula.
	if (!before || !after || finding.params?.variant !== undefined)
		return m.livelihood_check_change_plain(said, { locale });
	return m.livelihood_check_change(
		{ ...said, before: write(before.value), after: write(after.value) },
		{ locale },
	);
}

function meanText(finding: Finding, telling: Telling): string {
	const { study, locale } = telling;
	const id = (finding.cell ?? '').split(':')[1];
	const asset = study.assets.find((one) => one.id === id);
	const write = (value: number) => writeNumber(value, locale, study.decimals);
	const wave = finding.row === 'meanBefore' ? m.livelihood_wave_before : m.livelihood_wave_after;
	return m.livelihood_check_mean(
		{
			asset: asset ? assetInSentence(asset.id, locale) : finding.label,
			wave: wave({}, { locale }),
			printed: write(finding.printed ?? 0),
			expected: write(finding.expected ?? 0),
		},
		{ locale },
	);
}

function duplicateTexts(telling: Telling, findings: readonly Finding[]): string[] {
	const { study, locale } = telling;
	const place = (row: number, first: number) => ({
		name: study.rows[row] ? indicatorName(study.rows[row], locale) : '',
		row: row + 1,
		first: first + 1,
	});
	const twice = study.rows.flatMap((row) => {
		if (row.repeats === null) return [];
		const mean = findings.find(
			(one) =>
				one.code === 'mean' &&
				one.params?.variant === 'counted-once' &&
				one.cell === `asset:${row.asset}:before`,
		);
		const write = (value: number) => writeNumber(value, locale, study.decimals);
		const because = mean
			? ` ${m.livelihood_check_duplicate_mean(
					{ printed: write(mean.printed ?? 0), both: write(Number(mean.params?.withBoth ?? 0)) },
					{ locale },
				)}`
			: '';
		return [m.livelihood_check_duplicate(place(row.row, row.repeats), { locale }) + because];
	});
	return [
		...twice,
		...study.sameName.map(({ row, first }) => m.livelihood_check_same_name(place(row, first), { locale })),
	];
}

function unknownTexts({ study, locale }: Telling): string[] {
	const counted = study.rows.filter((row) => row.figures !== null);
	const unsaid = counted.filter((row) => row.polarity === '');
	const [one] = unsaid;
	return [
		...(one === undefined
			? []
			: unsaid.length === 1
				? [m.livelihood_check_polarity_one({ name: indicatorName(one, locale) }, { locale })]
				: [m.livelihood_check_polarity({ count: unsaid.length }, { locale })]),
		...(study.content.recall === '' ? [m.livelihood_check_recall({}, { locale })] : []),
	];
}

/** Everything to be looked at, what differs first; a line that all agrees when printed figures do. */
export function livelihoodChecks(telling: Telling): string[] {
	const { study, locale } = telling;
	const judged =
		study.content.entry === 'scores' ? [] : checkChanges({ ...noTables, changes: [printedTable(study)] });
	const differing = judged.filter(({ verdict }) => verdict === 'differs');
	const agreeing = judged.filter(({ verdict }) => verdict === 'match' || verdict === 'rounding').length;
	const { check } = study;
	const impossible = check?.possibleWithStated == null ? 0 : check.means - check.possibleWithStated;
	return [
		...differing.map((finding) =>
			finding.code === 'mean' ? meanText(finding, telling) : changeText(finding, telling),
		),
		...duplicateTexts(telling, judged),
		...(impossible > 0 && check?.stated != null
			? [m.livelihood_check_respondents({ count: impossible, all: check.means, n: check.stated }, { locale })]
			: []),
		...(study.broken > 0 ? [m.livelihood_check_broken({ count: study.broken }, { locale })] : []),
		...unknownTexts(telling),
		...(agreeing > 0 ? [m.livelihood_check_fine({ count: agreeing }, { locale })] : []),
	];
}

const noTables = {
	title: '',
	hayami: [],
	costs: [],
	depreciation: [],
	summaries: [],
	stated: [],
	malformed: [],
};

const mostTroubles = 8;

/** Why nothing is worked out, a sentence for each cell, and how to go on. */
export function troubleTexts(
	troubles: readonly Trouble[],
	content: LivelihoodContent,
	scale: { readonly min: number; readonly max: number } | null,
	locale: Locale,
): string[] {
	const texts = troubles.slice(0, mostTroubles).map((trouble) => {
		if (trouble.kind === 'scale' || scale === null) return m.livelihood_trouble_scale({}, { locale });
		const indicator = content.indicators[trouble.row];
		const wave = trouble.wave === 'before' ? m.livelihood_wave_before : m.livelihood_wave_after;
		const said = {
			name: indicatorName({ name: indicator?.name.trim() ?? '', row: trouble.row }, locale),
			wave: wave({}, { locale }),
			value: endText(trouble.value, locale),
			low: endText(scale.min, locale),
			high: endText(scale.max, locale),
		};
		if (trouble.person === null) return m.livelihood_trouble_outside(said, { locale });
		const person =
			content.people[trouble.person]?.trim() ||
			m.livelihood_person_number({ number: trouble.person + 1 }, { locale });
		return m.livelihood_trouble_outside_person({ ...said, person }, { locale });
	});
	const more = troubles.length - texts.length;
	return more > 0 ? [...texts, m.livelihood_trouble_more({ count: more }, { locale })] : texts;
}
