/** Waterfall, tornado and the heat table of one product, each with its finding as title and its numbers as a table. */
import { tornado } from '#charts/tornado.ts';
import { waterfall, type WaterfallBar } from '#charts/waterfall.ts';
import { hayamiBreakEven } from '#methods/value-added/break-even.ts';
import type { HayamiKey, HayamiResultKey } from '#methods/value-added/hayami-rows.ts';
import { hayamiSensitivity } from '#methods/value-added/sensitivity.ts';
import type {
	SensitivityBar,
	SensitivityRange,
	SensitivityResult,
} from '#methods/value-added/sensitivity.ts';
import { hayamiTwoWay } from '#methods/value-added/two-way-table.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import type { StudyProduct } from '#inputs/value-added-study.ts';
import { m } from '#words/messages.js';
import type { ChartBlock, TableBlock, TableCell } from './block.ts';
import {
	amountInSentence,
	amountOnChart,
	lossOnChart,
	percentText,
	rowCell,
	rowFigure,
	sourceText,
	textCell,
} from './figure-text.ts';
import { rowLabel, unitText, type Locale } from './row-label.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import { rowValue, type ProductAnswer } from './value-added-answers.ts';
import { rawMaterialName, rawUnit } from './value-added-sentences.ts';
import { stepsTable } from './value-added-tables.ts';

export interface ChartOptions {
	readonly locale: Locale;
	/** Where the numbers come from, for the foot. */
	readonly source?: string;
	/** ISO date of the computation, for the foot; never taken from the clock. */
	readonly date?: string;
}

/** Sentences of a foot joined; empty ones fall away. */
export function chartFoot(...parts: readonly string[]): string {
	return parts
		.filter((part) => part !== '')
		.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
		.join(' ');
}

/** A name inside a sentence. */
function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

const waterfallKeys: readonly HayamiKey[] = [
	'outputValue',
	'rawMaterialPrice',
	'otherInputs',
	'valueAdded',
	'labourIncome',
	'profit',
];
const colours: Readonly<Partial<Record<HayamiKey, WaterfallBar['colour']>>> = {
	rawMaterialPrice: 'bahan',
	otherInputs: 'input',
	labourIncome: 'kerja',
	profit: 'untung',
};
const totals: readonly HayamiKey[] = ['outputValue', 'valueAdded', 'profit'];

function waterfallTitle({ product, answer }: ProductAnswer, locale: Locale): string {
	const { valueAdded, valueAddedRatioPct, profit } = answer.result ?? {};
	if (valueAdded != null && valueAdded < 0) return m.reports_waterfall_title_negative({}, { locale });
	if (profit != null && profit < 0) {
		const unit = rawUnit(product, locale);
		return m.reports_waterfall_title_loss({ loss: amountInSentence(-profit, locale), unit }, { locale });
	}
	if (valueAddedRatioPct == null) return m.reports_waterfall_title_plain({}, { locale });
	return m.reports_waterfall_title({ share: percentText(valueAddedRatioPct, locale, 0) }, { locale });
}

/** From output value to profit. Without all six figures the drawing says that there is no data. */
export function waterfallBlock(worked: ProductAnswer, options: ChartOptions): ChartBlock {
	const { locale } = options;
	const { product } = worked;
	const values = waterfallKeys.map((key) => ({ key, value: rowValue(worked, key) }));
	const complete =
		values.every(({ value }) => value !== null) && !worked.answer.result?.valueAddedIsUpperBound;
	const bars = values.map(({ key, value }): WaterfallBar => {
		const kind = totals.includes(key) ? 'total' : 'deduction';
		const amount = value ?? 0;
		const text = kind === 'total' ? amountOnChart(Math.abs(amount), locale) : amountOnChart(-amount, locale);
		return {
			label: rowLabel(key, locale),
			value: amount,
			valueText: text,
			kind,
			colour: colours[key] ?? 'tinta',
		};
	});
	const said = (key: HayamiKey) => lossOnChart(rowValue(worked, key) ?? 0, locale);
	const noData = m.reports_no_data({}, { locale });
	const alt = complete
		? m.reports_waterfall_alt(
				{
					outputValue: said('outputValue'),
					rawMaterial: said('rawMaterialPrice'),
					otherInputs: said('otherInputs'),
					valueAdded: said('valueAdded'),
					labour: said('labourIncome'),
					profit: said('profit'),
				},
				{ locale },
			)
		: noData;
	const drawing = waterfall({
		bars: complete ? bars : [],
		alt,
		lossWord: m.reports_loss_word({}, { locale }),
		noData,
	});
	const caption = m.reports_caption_waterfall({ product: product.name }, { locale });
	const amount = product.input.rawMaterial;
	const basis =
		amount === null
			? ''
			: m.reports_waterfall_foot(
					{
						amount: writeNumber(amount, locale, { min: 0, max: 4 }),
						unit: rawUnit(product, locale),
						material: rawMaterialName(product, locale),
					},
					{ locale },
				);
	return {
		kind: 'chart',
		id: 'waterfall',
		title: waterfallTitle(worked, locale),
		subtitle: m.reports_waterfall_subtitle({ unit: rawUnit(product, locale) }, { locale }),
		foot: chartFoot(basis, sourceText(options.source ?? '', options.date, locale)),
		...drawing,
		alt,
		table: stepsTable(worked, waterfallKeys, caption, 'waterfall-table', locale),
	};
}

/** Ends of a bar that could both be computed. */
type FullBar = SensitivityBar & {
	readonly resultAtLow: number;
	readonly resultAtHigh: number;
	readonly width: number;
};

const isFull = (bar: SensitivityBar): bar is FullBar =>
	bar.resultAtLow !== null && bar.resultAtHigh !== null && bar.width !== null;

function tornadoTitle(bars: readonly FullBar[], locale: Locale): string {
	const [first, second] = bars;
	const last = bars.at(-1);
	if (first === undefined || last === undefined) return m.reports_no_data({}, { locale });
	const name = (bar: FullBar) => rowLabel(bar.input, locale);
	if (second === undefined) return m.reports_tornado_title_single({ most: name(first) }, { locale });
	const least = lowerFirst(name(last));
	const tied = bars.length > 2 && Math.abs(first.width - second.width) <= first.width * 1e-9;
	if (tied) {
		return m.reports_tornado_title_two(
			{ first: name(first), second: lowerFirst(name(second)), least },
			{ locale },
		);
	}
	return m.reports_tornado_title_one({ most: name(first), least }, { locale });
}

function measureFigure(measure: HayamiResultKey, value: number, locale: Locale): string {
	const percent = measure.endsWith('Pct');
	if (percent) {
		const shown = percentText(Math.abs(value), locale);
		return value < 0 ? m.reports_loss_amount({ amount: shown }, { locale }) : shown;
	}
	return measure === 'conversionFactor' || measure === 'labourCoefficient'
		? rowFigure(measure, value, locale)
		: lossOnChart(value, locale);
}

/** An input's value at an end: four decimals at most for coefficients, whole rupiah from 100 on. */
function inputFigure(bar: SensitivityBar, value: number, locale: Locale): string {
	const coefficient = bar.input === 'conversionFactor' || bar.input === 'labourCoefficient';
	return coefficient || Math.abs(value) < 100
		? rowFigure(bar.input, value, locale)
		: amountOnChart(value, locale);
}

function tornadoTable(product: StudyProduct, result: SensitivityResult, locale: Locale): TableBlock {
	const cell = (key: HayamiKey, value: number | null): TableCell => rowCell(key, value, locale);
	const measure = rowLabel(result.measure, locale);
	const right = 'right' as const;
	return {
		kind: 'table',
		id: 'tornado-table',
		caption: m.reports_caption_tornado({ measure: lowerFirst(measure), product: product.name }, { locale }),
		columns: [
			{ label: m.reports_head_input({}, { locale }), align: 'left' },
			{ label: m.reports_head_unit({}, { locale }), align: 'left' },
			{ label: m.reports_head_low({}, { locale }), align: right },
			{ label: measure, align: right },
			{ label: m.reports_head_high({}, { locale }), align: right },
			{ label: measure, align: right },
		],
		rows: result.bars.map((bar) => ({
			cells: [
				textCell(rowLabel(bar.input, locale)),
				textCell(unitText(bar.input, product, locale)),
				cell(bar.input, bar.low),
				cell(result.measure, bar.resultAtLow),
				cell(bar.input, bar.high),
				cell(result.measure, bar.resultAtHigh),
			],
		})),
	};
}

/**
 * Which input decides the measure (profit unless stated). Ranges come from the person; where none is given ±10 % stands
 * in and the foot says so. Null when the measure itself cannot be computed.
 */
export function tornadoBlock(
	product: StudyProduct,
	options: ChartOptions & {
		readonly measure?: HayamiResultKey;
		readonly ranges?: readonly SensitivityRange[];
	},
): ChartBlock | null {
	const { locale, measure = 'profit', ranges = [] } = options;
	const { result } = hayamiSensitivity.compute({ base: product.input, measure, ranges });
	if (result === null || result.baseResult === null) return null;
	const bars = result.bars.filter(isFull);
	const base = measureFigure(measure, result.baseResult, locale);
	const end = (bar: FullBar, value: number, at: number) => ({
		inputText: inputFigure(bar, value, locale),
		resultText: measureFigure(measure, at, locale),
		result: at,
	});
	const name = rowLabel(measure, locale);
	const [most, least] = [bars[0], bars.at(-1)];
	const span = (bar: FullBar) =>
		[bar.resultAtLow, bar.resultAtHigh].sort((a, b) => a - b) as [number, number];
	const noData = m.reports_no_data({}, { locale });
	const alt =
		most && least
			? m.reports_tornado_alt(
					{
						measure: name,
						base,
						most: lowerFirst(rowLabel(most.input, locale)),
						mostLow: measureFigure(measure, span(most)[0], locale),
						mostHigh: measureFigure(measure, span(most)[1], locale),
						least: lowerFirst(rowLabel(least.input, locale)),
						leastLow: measureFigure(measure, span(least)[0], locale),
						leastHigh: measureFigure(measure, span(least)[1], locale),
					},
					{ locale },
				)
			: noData;
	const drawing = tornado({
		rows: bars.map((bar) => ({
			label: rowLabel(bar.input, locale),
			ends: [end(bar, bar.low, bar.resultAtLow), end(bar, bar.high, bar.resultAtHigh)],
		})),
		base: { text: m.reports_tornado_base({ value: base }, { locale }), value: result.baseResult },
		alt,
		noData,
	});
	const pct = percentText(result.changePct, locale, { min: 0, max: 1 });
	const unit = unitText(measure, product, locale);
	const given = bars.some((bar) => bar.rangeFrom === 'given');
	const rangeNote = !result.usesDefaultRanges
		? ''
		: given
			? m.reports_tornado_foot_ranges({ pct }, { locale })
			: m.reports_tornado_foot_fallback({ pct }, { locale });
	return {
		kind: 'chart',
		id: 'tornado',
		title: tornadoTitle(bars, locale),
		subtitle: given
			? m.reports_tornado_subtitle_ranges({ measure: name, unit }, { locale })
			: m.reports_tornado_subtitle_pct({ measure: name, unit, pct }, { locale }),
		foot: chartFoot(rangeNote, sourceText(options.source ?? '', options.date, locale)),
		...drawing,
		alt,
		table: tornadoTable(product, result, locale),
	};
}

/** A round step near the wanted one: 1, 2, 2.5, 3 or 5 times a power of ten. */
function roundStep(wanted: number): number {
	const power = 10 ** Math.floor(Math.log10(wanted));
	const steps = [1, 2, 2.5, 3, 5, 10];
	const nearest = steps.reduce((best, step) =>
		Math.abs(step * power - wanted) < Math.abs(best * power - wanted) ? step : best,
	);
	return nearest * power;
}

/** Five values around today's in round steps of about 15 %, never below 0; from 0 up when today's price is 0. */
function valuesAround(today: number, otherwise: number): number[] {
	const step = roundStep(today > 0 ? today * 0.15 : otherwise > 0 ? otherwise / 4 : 1000);
	const start = today > 0 ? today - 2 * step : 0;
	return Array.from({ length: 5 }, (_, index) => Math.max(0, start + index * step));
}

/** Whole rupiah, a loss in words: one width for every cell of the heat table. */
function wholeAmount(value: number, locale: Locale): string {
	const amount = writeNumber(Math.abs(value), locale, 0);
	return value < 0 ? m.reports_loss_amount({ amount }, { locale }) : amount;
}

function heatOf(value: number, highest: number): TableCell['heat'] {
	if (value < 0) return 'loss';
	if (highest <= 0) return 1;
	return Math.max(1, Math.min(6, Math.ceil((value / highest) * 6))) as 1 | 2 | 3 | 4 | 5 | 6;
}

/**
 * Profit over raw material price (rows) and output price (columns): numbers in every cell, losses in words.
 * Null when prices or profit are not known.
 */
export function twoWayTableBlock(product: StudyProduct, locale: Locale): TableBlock | null {
	const worked: ProductAnswer = { product, answer: hayami.compute(product.input) };
	const [price, raw] = [rowValue(worked, 'outputPrice'), rowValue(worked, 'rawMaterialPrice')];
	if (price === null || raw === null) return null;
	const limit = (input: string) =>
		hayamiBreakEven.compute(product.input).result?.points.find((point) => point.input === input)?.breakEven ??
		0;
	const { result } = hayamiTwoWay.compute({
		base: product.input,
		row: { input: 'rawMaterialPrice', values: valuesAround(raw, limit('rawMaterialPrice')) },
		column: { input: 'outputPrice', values: valuesAround(price, limit('outputPrice')) },
	});
	if (result === null) return null;
	const highest = Math.max(0, ...result.cells.flat().map((cell) => cell ?? 0));
	const near = (a: number, b: number) => Math.abs(a - b) <= Math.abs(b) * 1e-9;
	const head = (key: HayamiKey, value: number) => rowFigure(key, value, locale);
	return {
		kind: 'table',
		id: 'two-way',
		caption: m.reports_caption_two_way(
			{
				measure: rowLabel('profit', locale),
				unit: unitText('profit', product, locale),
				row: rowLabel('rawMaterialPrice', locale).toLowerCase(),
				column: rowLabel('outputPrice', locale).toLowerCase(),
				product: product.name,
			},
			{ locale },
		),
		columns: [
			{ label: rowLabel('rawMaterialPrice', locale), align: 'left' },
			...result.column.values.map((value) => ({
				label: head('outputPrice', value),
				align: 'right' as const,
			})),
		],
		rows: result.row.values.map((down, r) => ({
			cells: [
				{ ...rowCell('rawMaterialPrice', down, locale) },
				...result.column.values.map((across, c): TableCell => {
					const value = result.cells[r]?.[c] ?? null;
					if (value === null) return textCell(m.reports_not_computable({}, { locale }));
					const now = near(down, raw) && near(across, price);
					return {
						text: wholeAmount(value, locale),
						value,
						decimals: 0,
						heat: heatOf(value, highest),
						...(now ? { strong: true } : {}),
					};
				}),
			],
		})),
		source: m.reports_two_way_foot({}, { locale }),
	};
}
