/** The two drawings of a livelihood sheet: dumbbells sorted by change, and the pentagon its readers expect. */
import { dumbbell, type ScaleTick } from '#charts/dumbbell.ts';
import { pentagonChart } from '#charts/pentagon.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { ChartBlock } from './block.ts';
import { listText, sourceText } from './figure-text.ts';
import { assetsTable, indicatorsTable } from './livelihood-tables.ts';
import {
	assetInSentence,
	assetName,
	changeText,
	endText,
	ends,
	indicatorName,
	moves,
	scoreText,
	type Telling,
} from './livelihood-words.ts';

/** Every whole score of a short scale, otherwise five even steps. */
function ticksOf({ study, locale }: Telling): ScaleTick[] {
	const { min, max } = study.scale;
	const whole = Number.isInteger(min) && Number.isInteger(max) && max - min <= 7;
	const steps = whole ? max - min : 5;
	return Array.from({ length: steps + 1 }, (_, step) => {
		const value = min + ((max - min) * step) / steps;
		return { value, text: endText(value, locale) };
	});
}

/** n, source and date, and what was done to the figures before they were drawn. */
function foot({ study, locale, date }: Telling, more: readonly string[] = []): string {
	const { content, check, takenBackTo } = study;
	const n =
		content.entry === 'scores'
			? m.livelihood_foot_n({ n: study.people }, { locale })
			: check?.stated != null
				? m.livelihood_foot_stated({ n: check.stated }, { locale })
				: '';
	const source = sourceText(content.source.trim(), date, locale);
	return [
		...more,
		n,
		takenBackTo === null ? '' : m.livelihood_foot_taken_back({ n: takenBackTo }, { locale }),
		study.rows.some((row) => row.repeats !== null) ? m.livelihood_foot_once({}, { locale }) : '',
		source === '' || source.endsWith('.') ? source : `${source}.`,
	]
		.filter(Boolean)
		.join(' ');
}

/** Before and after of every indicator; null when no row has both. */
export function dumbbellBlock(telling: Telling): ChartBlock | null {
	const { study, locale } = telling;
	const rows = study.rows
		.flatMap((row) => (row.figures ? [{ row, figures: row.figures }] : []))
		.sort((a, b) => (b.figures.change ?? -Infinity) - (a.figures.change ?? -Infinity));
	const [first, last] = [rows[0], rows.at(-1)];
	if (!first || !last) return null;
	const { up, count } = moves(rows.map(({ figures }) => figures.change));
	const said = (one: typeof first) => ({
		name: indicatorName(one.row, locale),
		change: changeText(one.figures.change, telling),
	});
	const alt = m.livelihood_dumbbell_alt(
		{
			count: rows.length,
			first: said(first).name,
			firstChange: said(first).change,
			last: said(last).name,
			lastChange: said(last).change,
		},
		{ locale },
	);
	return {
		kind: 'chart',
		id: 'before-after',
		title:
			up === 0
				? m.livelihood_dumbbell_title_none({}, { locale })
				: m.livelihood_dumbbell_title(
						{ up, count, first: said(first).name, change: said(first).change },
						{ locale },
					),
		subtitle: m.livelihood_dumbbell_subtitle(ends(telling), { locale }),
		foot: foot(telling),
		...dumbbell({
			rows: rows.map((one) => ({
				label: said(one).name,
				before: one.figures.before,
				after: one.figures.after,
				change: one.figures.change,
				changeText: said(one).change,
			})),
			ticks: ticksOf(telling),
			changeHead: m.livelihood_change_head({}, { locale }),
			alt,
			noData: m.reports_no_data({}, { locale }),
		}),
		alt,
		table: indicatorsTable(telling),
	};
}

/** Five assets on five axes; null while none has a score. */
export function pentagonBlock(telling: Telling): ChartBlock | null {
	const { study, locale } = telling;
	const known = study.assets.flatMap(({ id, figures }) => (figures ? [{ id, figures }] : []));
	if (known.length === 0) return null;
	const { up, same, down, count } = moves(known.map(({ figures }) => figures.change));
	const parts = [
		...(up > 0 ? [m.livelihood_pentagon_up({ count: up }, { locale })] : []),
		...(same > 0 ? [m.livelihood_pentagon_same({ count: same }, { locale })] : []),
		...(down > 0 ? [m.livelihood_pentagon_down({ count: down }, { locale })] : []),
	];
	const figure = (value: number | null) => (value === null ? '–' : scoreText(value, telling));
	const alt = m.livelihood_pentagon_alt(
		{
			list: known
				.map(({ id, figures }) =>
					m.livelihood_pentagon_alt_item(
						{
							asset: assetInSentence(id, locale),
							before: figure(figures.before),
							after: figure(figures.after),
						},
						{ locale },
					),
				)
				.join('; '),
		},
		{ locale },
	);
	const range = study.pentagon?.beforeRange;
	const area = (value: number) => writeNumber(value, locale, 2);
	const order =
		range && area(range.low) !== area(range.high)
			? [m.livelihood_pentagon_foot({ low: area(range.low), high: area(range.high) }, { locale })]
			: [];
	return {
		kind: 'chart',
		id: 'pentagon',
		title: m.livelihood_pentagon_title({ count, list: listText(parts, locale) }, { locale }),
		subtitle: m.livelihood_pentagon_subtitle(ends(telling), { locale }),
		foot: foot(telling, order),
		...pentagonChart({
			axes: study.assets.map(({ id, figures }) => ({
				label: assetName(id, locale),
				valueText: figures
					? `${figure(figures.before)} → ${figure(figures.after)}`
					: m.livelihood_no_score({}, { locale }),
				before: figures?.before ?? null,
				after: figures?.after ?? null,
			})),
			rings: ticksOf(telling),
			alt,
			noData: m.reports_no_data({}, { locale }),
		}),
		alt,
		table: assetsTable(telling),
	};
}
