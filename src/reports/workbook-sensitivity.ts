/** The sensitivity sheet: change one percentage and see profit move; break-evens in closed form, live as well. */
import type { OutCell, OutSheet } from '#files/spreadsheet.ts';
import { cellAddress } from '#inputs/grid.ts';
import { hayamiBreakEven, type BreakEvenKey } from '#methods/value-added/break-even.ts';
import { hayamiSensitivity } from '#methods/value-added/sensitivity.ts';
import { m } from '#words/messages.js';
import { rowLabel, unitText, type Locale } from './row-label.ts';
import { rowValue, type ProductAnswer } from './value-added-answers.ts';
import { limitLabel } from './value-added-tables.ts';
import { hayamiCell, type SheetNames } from './workbook-layout.ts';

const money = '#,##0.00';
const factor = '0.0000';
const varied = ['outputPrice', 'conversionFactor', 'otherInputs', 'rawMaterialPrice', 'wage'] as const;
const changeCell = '$B$3';
const changePct = 10;

/** What profit is made of, by the cells of one product. */
function operandCells(names: SheetNames, product: number) {
	const cell = (key: Parameters<typeof hayamiCell>[1]) => hayamiCell(names, key, product);
	return {
		outputPrice: cell('outputPrice'),
		conversionFactor: cell('conversionFactor'),
		otherInputs: cell('otherInputs'),
		rawMaterialPrice: cell('rawMaterialPrice'),
		wage: cell('wage'),
		labourCoefficient: cell('labourCoefficient'),
	};
}

type Cells = ReturnType<typeof operandCells>;

/** That every operand is a number; a break-even does not need the figure it solves for. */
function all(cells: Cells, except?: BreakEvenKey): string {
	const needed = Object.entries(cells).filter(([key]) => key !== except);
	return `COUNT(${needed.map(([, cell]) => cell).join(',')})=${needed.length}`;
}

/** Profit with one operand standing in another cell. */
function profitFormula(cells: Cells): string {
	const { conversionFactor, outputPrice, rawMaterialPrice, otherInputs, labourCoefficient, wage } = cells;
	return `${conversionFactor}*${outputPrice}-${rawMaterialPrice}-${otherInputs}-${labourCoefficient}*${wage}`;
}

const breakEvens: Readonly<Record<BreakEvenKey, (cells: Cells) => string>> = {
	outputPrice: (c) =>
		ratio(`(${c.rawMaterialPrice}+${c.otherInputs}+${c.labourCoefficient}*${c.wage})`, c.conversionFactor),
	rawMaterialPrice: (c) =>
		`${c.conversionFactor}*${c.outputPrice}-${c.otherInputs}-${c.labourCoefficient}*${c.wage}`,
	wage: (c) =>
		ratio(
			`(${c.conversionFactor}*${c.outputPrice}-${c.rawMaterialPrice}-${c.otherInputs})`,
			c.labourCoefficient,
		),
	otherInputs: (c) =>
		`${c.conversionFactor}*${c.outputPrice}-${c.rawMaterialPrice}-${c.labourCoefficient}*${c.wage}`,
	conversionFactor: (c) =>
		ratio(`(${c.rawMaterialPrice}+${c.otherInputs}+${c.labourCoefficient}*${c.wage})`, c.outputPrice),
};

function ratio(part: string, whole: string): string {
	return `IF(${whole}>0,${part}/${whole},"")`;
}

const formatOf = (key: BreakEvenKey) => (key === 'conversionFactor' ? factor : money);

function productRows(
	worked: ProductAnswer,
	index: number,
	start: number,
	names: SheetNames,
	locale: Locale,
): (OutCell | null)[][] {
	const { product } = worked;
	const cells = operandCells(names, index);
	const bars = hayamiSensitivity.compute({ base: product.input, changePct }).result?.bars ?? [];
	const points = hayamiBreakEven.compute(product.input).result?.points ?? [];
	const head = (value: string): OutCell => ({ value, style: 'header' });
	const live = (value: number | null | undefined, formula: string, format: string): OutCell => ({
		value: value ?? '',
		formula,
		style: 'computed',
		format,
	});
	const rows = varied.map((key, offset): (OutCell | null)[] => {
		const row = start + 2 + offset;
		const bar = bars.find((candidate) => candidate.input === key);
		const [now, low, high] = [cellAddress(row, 2), cellAddress(row, 3), cellAddress(row, 5)];
		// Today's value stands on the row itself, so that a reader sees what the two ends are counted from.
		const moved = (sign: '-' | '+') => `IF(COUNT(${now})=1,${now}*(1${sign}${changeCell}/100),"")`;
		const profit = (cell: string) =>
			`IF(${all({ ...cells, [key]: cell })},${profitFormula({ ...cells, [key]: cell })},"")`;
		const point = points.find((candidate) => candidate.input === key);
		const today = rowValue(worked, key);
		const end = (factorOfToday: number) => (today === null ? null : today * factorOfToday);
		return [
			{ value: rowLabel(key, locale), style: 'text' },
			{ value: unitText(key, product, locale), style: 'text' },
			live(today, `IF(COUNT(${cells[key]})=1,${cells[key]},"")`, formatOf(key)),
			live(end(1 - changePct / 100), moved('-'), formatOf(key)),
			live(bar?.resultAtLow, profit(low), money),
			live(end(1 + changePct / 100), moved('+'), formatOf(key)),
			live(bar?.resultAtHigh, profit(high), money),
			live(point?.breakEven, `IF(${all(cells, key)},${breakEvens[key](cells)},"")`, formatOf(key)),
			{ value: limitLabel(key, locale), style: 'note' },
		];
	});
	return [
		[{ value: product.name, style: 'section' }],
		[
			head(m.reports_head_input({}, { locale })),
			head(m.reports_head_unit({}, { locale })),
			head(m.reports_head_now({}, { locale })),
			head(m.reports_head_low({}, { locale })),
			head(rowLabel('profit', locale)),
			head(m.reports_head_high({}, { locale })),
			head(rowLabel('profit', locale)),
			head(m.reports_head_break_even({}, { locale })),
			head(m.reports_head_limit({}, { locale })),
		],
		...rows,
		[],
	];
}

/** The sheet: one percentage for all, one block per product. */
export function sensitivitySheet(
	answers: readonly ProductAnswer[],
	names: SheetNames,
	locale: Locale,
): OutSheet {
	const rows: (OutCell | null)[][] = [
		[{ value: m.reports_sheet_sensitivity({}, { locale }), style: 'title' }],
		[{ value: m.reports_methods_sensitivity({}, { locale }), style: 'note' }],
		[
			{ value: `${m.reports_workbook_change({}, { locale })} (%)`, style: 'text' },
			{ value: changePct, style: 'input', format: '0.##' },
		],
		[],
	];
	for (const [index, worked] of answers.entries())
		rows.push(...productRows(worked, index, rows.length, names, locale));
	return { name: names.sensitivity, widths: [24, 18, 16, 16, 16, 16, 16, 16, 28], rows };
}
