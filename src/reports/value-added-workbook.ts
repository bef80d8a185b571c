/**
 * A value-added study as a workbook that keeps computing: figures are typed on one sheet, the Hayami table refers to
 * them, and every formula carries the engine's own result for previews that do not calculate.
 */
import type { OutCell, OutSheet, Spreadsheet } from '#files/spreadsheet.ts';
import { cellAddress } from '#inputs/grid.ts';
import type { ValueAddedStudy } from '#inputs/value-added-study.ts';
import { hayamiRow, hayamiRows } from '#methods/value-added/hayami-rows.ts';
import type { HayamiInputKey, HayamiKey, HayamiRow } from '#methods/value-added/hayami-rows.ts';
import { m } from '#words/messages.js';
import { rowFormula, rowLabel, sectionLabel, unitText, type Locale } from './row-label.ts';
import { rowStep, rowValue, studyAnswers, type ProductAnswer } from './value-added-answers.ts';
import { valueAddedReport } from './value-added.ts';
import { scopeSentence, summarySentence } from './value-added-sentences.ts';
import { warningText } from './warning-text.ts';
import {
	absolute,
	dataCell,
	dataRow,
	dataStart,
	hayamiCell,
	hayamiSheetRow,
	hayamiStart,
	inputKeys,
	onSheet,
	sheetNames,
	type SheetNames,
} from './workbook-layout.ts';
import { otherInputsSheet } from './workbook-other-inputs.ts';
import { sensitivitySheet } from './workbook-sensitivity.ts';

function formatOf(key: HayamiKey): string {
	const { unit } = hayamiRow(key);
	if (unit === 'Rp') return '#,##0.00';
	if (unit === '%') return '0.00';
	return key === 'conversionFactor' || key === 'labourCoefficient' ? '0.0000' : '#,##0.####';
}

const text = (value: string): OutCell => ({ value, style: 'text' });
const head = (value: string): OutCell => ({ value, style: 'header' });

function headRow(answers: readonly ProductAnswer[], locale: Locale, withFormula: boolean): OutCell[] {
	return [
		head(m.reports_head_number({}, { locale })),
		head(m.reports_head_variable({}, { locale })),
		head(m.reports_head_unit({}, { locale })),
		...(withFormula ? [head(m.reports_head_formula({}, { locale }))] : []),
		...answers.map(({ product }) => head(product.name || m.reports_head_value({}, { locale }))),
	];
}

/** Units of a row over all products: each once. */
function units(key: HayamiKey, answers: readonly ProductAnswer[], locale: Locale): string {
	return [...new Set(answers.map(({ product }) => unitText(key, product, locale)))].join('; ');
}

function inputCell(worked: ProductAnswer, key: HayamiInputKey, otherInputs: string | null): OutCell {
	const value = rowValue(worked, key);
	const format = formatOf(key);
	if (key === 'otherInputs' && otherInputs !== null) {
		return {
			value: value ?? '',
			formula: `IF(${otherInputs}="","",${otherInputs})`,
			style: 'computed',
			format,
		};
	}
	// A figure that the engine worked out of several products has no single cell to be typed in.
	const typed = rowStep(worked, key)?.formula === '' || rowStep(worked, key) === undefined;
	return { value, style: typed ? 'input' : 'computed', format };
}

/** Monthly lines are divided by the number the engine used; only a book without them may show the other one. */
function processesOf({ input, processesPerMonth }: ProductAnswer['product']): number | null {
	const monthly = (input.otherInputLines ?? []).some((line) => line.per === 'month');
	return input.processesPerPeriod ?? (monthly ? null : processesPerMonth);
}

function dataSheet(
	study: ValueAddedStudy,
	answers: readonly ProductAnswer[],
	names: SheetNames,
	otherInputs: readonly (string | null)[],
	locale: Locale,
): OutSheet {
	const rows: (OutCell | null)[][] = [
		[{ value: study.title, style: 'title' }],
		[{ value: m.reports_workbook_data_note({}, { locale }), style: 'note' }],
		[{ value: study.source, style: 'note' }],
		headRow(answers, locale, false),
		...inputKeys.map((key) => [
			text(hayamiRow(key).row),
			text(rowLabel(key, locale)),
			text(units(key, answers, locale)),
			...answers.map((worked, index) => inputCell(worked, key, otherInputs[index] ?? null)),
		]),
		[
			text(''),
			text(m.reports_processes_per_month({}, { locale })),
			text(m.reports_basis_month({}, { locale })),
			...answers.map(({ product }): OutCell => ({
				value: processesOf(product),
				style: 'input',
				format: '#,##0.##',
			})),
		],
	];
	return {
		name: names.data,
		widths: [6, 26, 20, ...answers.map(() => 18)],
		rows,
		frozenRows: dataStart.row,
		frozenColumns: dataStart.column,
	};
}

/** The formula of a computed row. Empty cells stay empty: a missing figure is not 0. */
function rowFormulaIn(row: HayamiRow, column: number): string {
	const cells = row.operands.map((key) => cellAddress(hayamiSheetRow(key), column));
	const [first = '', second = ''] = cells;
	const whole = `COUNT(${cells.join(',')})=${cells.length}`;
	if (row.formula.includes(' / ')) {
		const factor = row.unit === '%' ? '*100' : '';
		return `IF(${whole},IF(${second}>0,${first}/${second}${factor},""),"")`;
	}
	const sign = row.formula.includes(' x ') ? '*' : '-';
	return `IF(${whole},${cells.join(sign)},"")`;
}

/** The engine's result as a formula's cached value; a bound is no value of the formula. */
function cachedValue(worked: ProductAnswer, key: HayamiKey): number | '' {
	const step = rowStep(worked, key);
	return step?.value == null || step.reason === 'UPPER_BOUND' ? '' : step.value;
}

function hayamiSheet(
	study: ValueAddedStudy,
	answers: readonly ProductAnswer[],
	names: SheetNames,
	locale: Locale,
): OutSheet {
	const rows: (OutCell | null)[][] = [
		[{ value: m.reports_caption_hayami({ title: study.title }, { locale }), style: 'title' }],
		[{ value: m.reports_variant_line({}, { locale }), style: 'note' }],
		headRow(answers, locale, true),
	];
	let section = '';
	for (const row of hayamiRows) {
		if (row.section !== section) {
			section = row.section;
			rows.push([{ value: sectionLabel(row.section, locale), style: 'section' }]);
		}
		const main = row.key === 'valueAdded' || row.key === 'profit';
		const figures = answers.map((worked, index): OutCell => {
			const formula =
				row.kind === 'input'
					? blankStaysBlank(dataCell(names, row.key as HayamiInputKey, index))
					: rowFormulaIn(row, hayamiStart.column + index);
			return {
				value: cachedValue(worked, row.key),
				formula,
				style: main ? 'total' : 'computed',
				format: formatOf(row.key),
			};
		});
		const label: OutCell = { value: rowLabel(row.key, locale), style: main ? 'total' : 'text' };
		rows.push([
			text(row.row),
			label,
			text(units(row.key, answers, locale)),
			text(rowFormula(row.key)),
			...figures,
		]);
	}
	return {
		name: names.hayami,
		widths: [6, 36, 20, 14, ...answers.map(() => 18)],
		rows,
		frozenRows: hayamiStart.row,
		frozenColumns: 2,
	};
}

const blankStaysBlank = (cell: string) => `IF(${cell}="","",${cell})`;

const summaryKeys: readonly HayamiKey[] = [
	'valueAdded',
	'valueAddedRatioPct',
	'labourIncome',
	'labourSharePct',
	'profit',
	'profitRatePct',
	'profitOverValueAddedPct',
];

function summarySheet(
	study: ValueAddedStudy,
	answers: readonly ProductAnswer[],
	names: SheetNames,
	locale: Locale,
): OutSheet {
	const sentences = answers.map(({ product, answer }) => {
		const sentence = summarySentence(product, answer, locale);
		return answers.length > 1
			? m.reports_product_sentence({ product: product.name, sentence }, { locale })
			: sentence;
	});
	return {
		name: names.summary,
		widths: [36, 20, ...answers.map(() => 18)],
		rows: [
			[{ value: study.title, style: 'title' }],
			...sentences.map((sentence) => [text(sentence)]),
			[],
			[
				head(m.reports_head_variable({}, { locale })),
				head(m.reports_head_unit({}, { locale })),
				...answers.map(({ product }) => head(product.name || m.reports_head_value({}, { locale }))),
			],
			...summaryKeys.map((key) => [
				text(rowLabel(key, locale)),
				text(units(key, answers, locale)),
				...answers.map((worked, index): OutCell => ({
					value: cachedValue(worked, key),
					formula: blankStaysBlank(hayamiCell(names, key, index)),
					style: 'computed',
					format: formatOf(key),
				})),
			]),
		],
	};
}

function notesSheet(
	study: ValueAddedStudy,
	answers: readonly ProductAnswer[],
	names: SheetNames,
	locale: Locale,
): OutSheet {
	const perProduct = answers.flatMap(({ product, answer }) => [
		...(answer.result === null ? [] : [`${product.name}: ${scopeSentence(product, answer.result, locale)}`]),
		...answer.warnings.map((warning) =>
			m.reports_warning_at({ product: product.name, text: warningText(warning, locale) }, { locale }),
		),
	]);
	const { sources } = valueAddedReport({ ...study, products: study.products.slice(0, 2) }, { locale });
	return {
		name: names.notes,
		widths: [120],
		rows: [
			[{ value: names.notes, style: 'title' }],
			[text(m.reports_methods_hayami({}, { locale }))],
			[text(m.reports_methods_sensitivity({}, { locale }))],
			...perProduct.map((line) => [text(line)]),
			[],
			[head(m.reports_heading_sources({}, { locale }))],
			...(study.source === '' ? [] : [[text(study.source)]]),
			...sources.map(({ id, version, source }) => [
				text(m.reports_methods_version({ id, version, source }, { locale })),
			]),
		],
	};
}

/** `Harga_output`: the Indonesian row name as a name Excel accepts, whatever language the book is in. */
function rangeName(key: HayamiKey): string {
	return rowLabel(key, 'id')
		.replaceAll(/[^\p{L}\p{N}]+/gu, '_')
		.replaceAll(/^_+|_+$/g, '');
}

/** Every input and result by its Indonesian name: one cell, or one row of cells for several products. */
function rangeNames(answers: readonly ProductAnswer[], names: SheetNames): Record<string, string> {
	const last = answers.length - 1;
	const over = (sheet: string, row: number, column: number) => {
		const from = absolute(row, column);
		return onSheet(sheet, last > 0 ? `${from}:${absolute(row, column + last)}` : from);
	};
	return Object.fromEntries(
		hayamiRows.map((row) => [
			rangeName(row.key),
			row.kind === 'input'
				? over(names.data, dataRow(row.key as HayamiInputKey), dataStart.column)
				: over(names.hayami, hayamiSheetRow(row.key), hayamiStart.column),
		]),
	);
}

/**
 * Six sheets: summary, data (blue cells are typed), Hayami (live), other inputs in detail, sensitivity, method notes.
 * A study without products gives a book with empty tables. Same study, same book.
 */
export function valueAddedWorkbook(study: ValueAddedStudy, locale: Locale): Spreadsheet {
	const answers = studyAnswers(study);
	const names = sheetNames(locale);
	const others = otherInputsSheet(answers, names, locale);
	return {
		title: study.title,
		sheets: [
			summarySheet(study, answers, names, locale),
			dataSheet(study, answers, names, others.results, locale),
			hayamiSheet(study, answers, names, locale),
			others.sheet,
			sensitivitySheet(answers, names, locale),
			notesSheet(study, answers, names, locale),
		],
		names: answers.length === 0 ? {} : rangeNames(answers, names),
	};
}
