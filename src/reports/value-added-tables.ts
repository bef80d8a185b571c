/** The tables of a value-added study: the published 14 rows, the other inputs in detail, the break-evens. */
import { hayamiBreakEven } from '#methods/value-added/break-even.ts';
import type { BreakEvenKey, BreakEvenPoint } from '#methods/value-added/break-even.ts';
import type { OtherInputLine } from '#methods/value-added/hayami.ts';
import { hayamiRows } from '#methods/value-added/hayami-rows.ts';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { groupInScope, linePerProcess } from '#methods/value-added/other-inputs.ts';
import type { StudyProduct, ValueAddedStudy } from '#inputs/value-added-study.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { TableBlock, TableCell } from './block.ts';
import {
	dash,
	decimalsIn,
	numberCell,
	percentText,
	rowCell,
	rowFigure,
	sourceText,
	textCell,
} from './figure-text.ts';
import { groupLabel, rowFormula, rowLabel, sectionLabel, unitText, type Locale } from './row-label.ts';
import { rowStep, rowValue, studyAnswers, type ProductAnswer } from './value-added-answers.ts';
import { rawUnit } from './value-added-sentences.ts';
import { reasonText } from './warning-text.ts';

const mainRows: readonly HayamiKey[] = ['valueAdded', 'profit'];

/** Units of a row: one when the products agree, else each. */
function unitsText(key: HayamiKey, products: readonly StudyProduct[], locale: Locale): string {
	return [...new Set(products.map((product) => unitText(key, product, locale)))].join('; ');
}

/**
 * The full table: rows 1 to 14c with number, name, unit, formula and one column per product, under the three
 * published section headings. A figure that cannot be computed is a dash; `hayamiRowNotes` says why.
 */
export function hayamiTable(
	study: ValueAddedStudy,
	locale: Locale,
	answers = studyAnswers(study),
): TableBlock {
	const rows: TableBlock['rows'][number][] = [];
	let section = '';
	for (const row of hayamiRows) {
		if (row.section !== section) {
			section = row.section;
			rows.push({ role: 'section', cells: [textCell(sectionLabel(row.section, locale))] });
		}
		const strong = mainRows.includes(row.key);
		const figures = answers.map((worked): TableCell => {
			const step = rowStep(worked, row.key);
			const cell = rowCell(row.key, step?.value ?? null, locale, strong);
			if (step?.reason !== 'UPPER_BOUND') return cell;
			return { ...cell, text: m.reports_step_at_most({ value: cell.text }, { locale }) };
		});
		rows.push({
			cells: [
				textCell(row.row),
				textCell(rowLabel(row.key, locale), strong),
				textCell(unitsText(row.key, study.products, locale)),
				textCell(rowFormula(row.key)),
				...figures,
			],
		});
	}
	return {
		kind: 'table',
		id: 'hayami',
		caption: m.reports_caption_hayami({ title: study.title }, { locale }),
		columns: [
			{ label: m.reports_head_number({}, { locale }), align: 'left' },
			{ label: m.reports_head_variable({}, { locale }), align: 'left' },
			{ label: m.reports_head_unit({}, { locale }), align: 'left' },
			{ label: m.reports_head_formula({}, { locale }), align: 'left' },
			...study.products.map(
				(product) =>
					({ label: product.name || m.reports_head_value({}, { locale }), align: 'right' }) as const,
			),
		],
		rows,
		...(study.source === '' ? {} : { source: sourceText(study.source, undefined, locale) }),
	};
}

/** Why figures of the table are dashes: one sentence per row and product, missing inputs apart. */
export function hayamiRowNotes(answers: readonly ProductAnswer[], locale: Locale): string[] {
	return answers.flatMap((worked) =>
		hayamiRows.flatMap((row) => {
			const step = rowStep(worked, row.key);
			if (row.kind !== 'computed' || step === undefined || step.status !== 'undefined') return [];
			return m.reports_row_note(
				{
					product: worked.product.name,
					row: row.row,
					label: rowLabel(row.key, locale),
					text: reasonText(step.reason, undefined, locale),
				},
				{ locale },
			);
		}),
	);
}

function lineQuantity(line: OtherInputLine, locale: Locale): string {
	if (line.quantity == null) return '';
	const amount = writeNumber(line.quantity, locale, { min: 0, max: 4 });
	return line.unit ? `${amount} ${line.unit}` : amount;
}

/** The cost lines of row 9, whether the scope counts each, their total and the divisor. Null without lines. */
export function otherInputsTable({ product, answer }: ProductAnswer, locale: Locale): TableBlock | null {
	const lines = product.input.otherInputLines ?? [];
	const result = answer.result;
	if (lines.length === 0 || result === null) return null;
	const number = (value: number | null) => numberCell(value, locale, 2);
	let total: number | null = 0;
	const rows = lines.map((line): TableBlock['rows'][number] => {
		const counted = groupInScope(line.group, result.otherInputsScope);
		const cost = linePerProcess(line, product.input.processesPerPeriod);
		if (counted) total = total === null || cost === null ? null : total + cost;
		return {
			role: 'detail',
			cells: [
				textCell(line.name),
				textCell(groupLabel(line.group, locale)),
				textCell(lineQuantity(line, locale)),
				number(line.unitPrice ?? null),
				number(cost),
				textCell(counted ? m.reports_yes({}, { locale }) : m.reports_no({}, { locale })),
			],
		};
	});
	const closing = (
		label: string,
		cell: TableCell,
		note: string,
		strong = false,
	): TableBlock['rows'][number] => ({
		role: 'total',
		cells: [textCell(label, strong), textCell(''), textCell(''), textCell(''), cell, textCell(note)],
	});
	const unit = rawUnit(product, locale);
	const right = 'right' as const;
	return {
		kind: 'table',
		id: 'other-inputs',
		caption: m.reports_caption_other_inputs({ product: product.name }, { locale }),
		columns: [
			{ label: m.reports_head_cost({}, { locale }), align: 'left' },
			{ label: m.reports_head_group({}, { locale }), align: 'left' },
			{ label: m.reports_head_quantity({}, { locale }), align: right },
			{ label: m.reports_head_price({}, { locale }), align: right },
			{ label: m.reports_unit_rupiah_per_process({}, { locale }), align: right },
			{ label: m.reports_head_counted({}, { locale }), align: 'left' },
		],
		rows: [
			...rows,
			closing(m.reports_sum({}, { locale }), number(total), ''),
			closing(m.reports_divided_by({}, { locale }), numberCell(product.input.rawMaterial, locale, 4), unit),
			closing(
				rowLabel('otherInputs', locale),
				rowCell('otherInputs', result.otherInputs, locale, true),
				unitText('otherInputs', product, locale),
				true,
			),
		],
	};
}

/** "Jumlah Rp 109.361 ÷ 50 kg bahan baku = Rp 2.187,22 per kg": the divisor is printed every time. Null without lines. */
export function divisorSentence({ product, answer }: ProductAnswer, locale: Locale): string | null {
	const total = answer.result?.otherInputGroups
		.filter((group) => group.inScope)
		.reduce<number | null>(
			(sum, group) => (sum === null || group.perProcess === null ? null : sum + group.perProcess),
			0,
		);
	const { rawMaterial, otherInputLines } = product.input;
	if (total == null || rawMaterial === null || (otherInputLines ?? []).length === 0) return null;
	const per = answer.result?.otherInputs ?? null;
	if (per === null) return null;
	return m.reports_divisor_line(
		{
			total: `Rp\u00a0${writeNumber(total, locale, { min: 0, max: 2 })}`,
			amount: writeNumber(rawMaterial, locale, { min: 0, max: 4 }),
			unit: rawUnit(product, locale),
			result: `Rp\u00a0${writeNumber(per, locale, { min: 0, max: 2 })}`,
		},
		{ locale },
	);
}

const limits: Readonly<Record<BreakEvenKey, (inputs: object, options: { locale: Locale }) => string>> = {
	outputPrice: m.reports_limit_output_price,
	rawMaterialPrice: m.reports_limit_raw_material_price,
	conversionFactor: m.reports_limit_conversion_factor,
	wage: m.reports_limit_wage,
	otherInputs: m.reports_limit_other_inputs,
};

/** The name of a break-even: "Harga jual minimum". */
export function limitLabel(key: BreakEvenKey, locale: Locale): string {
	return limits[key]({}, { locale });
}

/** "boleh turun 34 %" for a limit not yet reached, "harus naik 12 %" when today is already on the losing side. */
function distanceText(point: BreakEvenPoint, locale: Locale): string {
	const { distancePct, limit } = point;
	if (distancePct === null || (point.breakEven ?? -1) < 0) return dash;
	const pct = percentText(Math.abs(distancePct), locale, Math.abs(distancePct) < 1 ? 1 : 0);
	if (Math.abs(distancePct) < 0.05) return m.reports_distance_at({}, { locale });
	const rises = distancePct > 0;
	if (limit === 'minimum') {
		return rises
			? m.reports_distance_must_rise({ pct }, { locale })
			: m.reports_distance_fall({ pct }, { locale });
	}
	return rises
		? m.reports_distance_rise({ pct }, { locale })
		: m.reports_distance_must_fall({ pct }, { locale });
}

const breakEvenOrder: readonly BreakEvenKey[] = [
	'outputPrice',
	'rawMaterialPrice',
	'conversionFactor',
	'wage',
	'otherInputs',
];

/** How far each figure may go before the business loses money. Null when no break-even can be computed. */
export function breakEvenTable(product: StudyProduct, locale: Locale): TableBlock | null {
	const { result } = hayamiBreakEven.compute(product.input);
	if (result === null) return null;
	const points = breakEvenOrder.flatMap((key) => result.points.filter((point) => point.input === key));
	return {
		kind: 'table',
		id: 'break-even',
		caption: m.reports_caption_break_even({ product: product.name }, { locale }),
		columns: [
			{ label: m.reports_head_limit({}, { locale }), align: 'left' },
			{ label: m.reports_head_unit({}, { locale }), align: 'left' },
			{ label: m.reports_head_now({}, { locale }), align: 'right' },
			{ label: m.reports_head_break_even({}, { locale }), align: 'right' },
			{ label: m.reports_head_distance({}, { locale }), align: 'left' },
		],
		rows: points.map((point) => {
			// A price of −300 is no price: the figure alone cannot bring the profit to nil.
			const possible = point.breakEven !== null && point.breakEven >= 0;
			const limit: TableCell = possible
				? limitCell(point, locale)
				: textCell(m.reports_impossible({}, { locale }));
			return {
				cells: [
					textCell(limitLabel(point.input, locale)),
					textCell(unitText(point.input, product, locale)),
					rowCell(point.input, point.today, locale),
					limit,
					textCell(distanceText(point, locale)),
				],
			};
		}),
	};
}

function limitCell(point: BreakEvenPoint, locale: Locale): TableCell {
	const text = limitFigure(point, locale);
	return { text, value: point.breakEven, decimals: decimalsIn(text, locale), strong: true };
}

/** A limit is rounded to the safe side of reading: whole rupiah, three decimals for a yield. */
function limitFigure({ input, breakEven }: BreakEvenPoint, locale: Locale): string {
	if (breakEven === null) return dash;
	if (input === 'conversionFactor') return writeNumber(breakEven, locale, { min: 0, max: 3 });
	return Math.abs(breakEven) >= 100 ? writeNumber(breakEven, locale, 0) : rowFigure(input, breakEven, locale);
}

/** The values a chart of steps is drawn from, as a table: one row per step. */
export function stepsTable(
	worked: ProductAnswer,
	keys: readonly HayamiKey[],
	caption: string,
	id: string,
	locale: Locale,
): TableBlock {
	return {
		kind: 'table',
		id,
		caption,
		columns: [
			{ label: m.reports_head_step({}, { locale }), align: 'left' },
			{ label: unitText('valueAdded', worked.product, locale), align: 'right' },
		],
		rows: keys.map((key) => ({
			cells: [textCell(rowLabel(key, locale)), rowCell(key, rowValue(worked, key), locale)],
			...(key === 'valueAdded' || key === 'profit' ? { role: 'total' as const } : {}),
		})),
	};
}
