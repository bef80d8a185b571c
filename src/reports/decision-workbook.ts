/**
 * A decision as sheets with live formulas: data and weights to change, and the index, SAW and TOPSIS that follow. Every
 * formula carries its result, so that a preview shows it too.
 */
import type { OutCell, OutSheet } from '#files/spreadsheet.ts';
import type { DecisionContent } from '#inputs/decision-content.ts';
import { decisionStudy, type DecisionStudy } from '#inputs/decision-study.ts';
import { cellAddress } from '#inputs/grid.ts';
import { saw } from '#methods/decision/saw.ts';
import { topsis } from '#methods/decision/topsis.ts';
import { m } from '#words/messages.js';
import { decisionView } from './decision.ts';
import { alternativeName, type DecisionView } from './decision-view.ts';
import type { Locale } from './row-label.ts';
import { onSheet } from './workbook-layout.ts';

/** Criteria are rows, counted from 0; weights stand in a column of their own, alternatives right of it. */
const firstRow = 3;
const weightColumn = 2;
const firstColumn = 3;
const format = '#,##0.00##';

interface Layout {
	readonly view: DecisionView;
	readonly study: DecisionStudy;
	readonly sheet: string;
	readonly locale: Locale;
	readonly rows: number;
	readonly columns: number;
}

/** `'Data dan bobot'!D4` */
const data = ({ sheet }: Layout, row: number, column: number): string =>
	onSheet(sheet, cellAddress(firstRow + row, column));

/** All alternatives of one criterion on the data sheet. */
function dataRow(layout: Layout, row: number): string {
	const last = cellAddress(firstRow + row, firstColumn + layout.columns - 1);
	return `${data(layout, row, firstColumn)}:${last}`;
}

const formula = (value: number, text: string, style: OutCell['style'] = 'computed'): OutCell => ({
	value,
	formula: text,
	style,
	format,
});

function heads(
	{ view, columns, locale }: Layout,
	title: string,
	more: readonly string[],
): (OutCell | null)[][] {
	const names = Array.from({ length: columns }, (_, row) => alternativeName(view, row));
	return [
		[{ value: title, style: 'title' }],
		[],
		[m.decision_results_criterion({}, { locale }), ...more, ...names].map((value) => ({
			value,
			style: 'header',
		})),
	];
}

const criterion = ({ view, study }: Layout, row: number): OutCell => ({
	value: view.names.member(study.criteria[row]?.id ?? ''),
	style: 'text',
});

function dataSheet(layout: Layout): OutSheet {
	const { study, locale, sheet } = layout;
	const note = m.decision_results_sheet_note({ sheet }, { locale });
	const more = [m.decision_results_direction({}, { locale }), m.decision_results_weight({}, { locale })];
	const [title, , head] = heads(layout, sheet, more);
	return {
		name: sheet,
		widths: [30, 16, 10, ...study.alternatives.map(() => 16)],
		frozenRows: firstRow,
		rows: [
			title ?? [],
			[{ value: note, style: 'note' }],
			head ?? [],
			...study.criteria.map((_, row): OutCell[] => [
				criterion(layout, row),
				{
					value:
						study.directions[row] === 'cost'
							? m.decision_results_direction_cost({}, { locale })
							: m.decision_results_direction_benefit({}, { locale }),
					style: 'text',
				},
				{ value: study.weights[row] as number, style: 'input', format: '0.00%' },
				...study.matrix.map((line): OutCell => ({ value: line[row] as number, style: 'input', format })),
			]),
		],
	};
}

interface FormulaSheet {
	readonly method: string;
	/** Of one alternative on one criterion. */
	readonly cell: (row: number, column: number) => OutCell;
	readonly scores: readonly number[];
}

/** Rows of one figure an alternative, each made from the figures above. */
function resultRows(
	layout: Layout,
	values: readonly number[],
	label: string,
	text: (column: number) => string,
) {
	return [
		{ value: label, style: 'total' as const },
		null,
		null,
		...Array.from({ length: layout.columns }, (_, at) =>
			formula(values[at] as number, text(firstColumn + at), 'total'),
		),
	];
}

/** The places of a row of scores that stands in sheet row `line`, counted from 0. */
function rankRow(layout: Layout, scores: readonly number[], line: number): (OutCell | null)[] {
	const absolute = (column: number) => cellAddress(line, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
	const range = `${absolute(firstColumn)}:${absolute(firstColumn + layout.columns - 1)}`;
	// Spreadsheets give a tie its best place.
	const ranks = scores.map((score) => 1 + scores.filter((other) => other > score).length);
	const label = m.decision_results_rank({}, { locale: layout.locale });
	return resultRows(layout, ranks, label, (column) => `RANK(${cellAddress(line, column)},${range},0)`).map(
		(cell) => (cell && 'format' in cell ? { ...cell, format: '0' } : cell),
	);
}

function bodyRows(layout: Layout, { cell }: Pick<FormulaSheet, 'cell'>): (OutCell | null)[][] {
	return layout.study.criteria.map((_, row) => [
		criterion(layout, row),
		null,
		formula(layout.study.weights[row] as number, data(layout, row, weightColumn)),
		...layout.study.alternatives.map((_, column) => cell(row, column)),
	]);
}

/** A sheet whose score is the weighted sum of its cells. */
function weightedSheet(layout: Layout, { method, cell, scores }: FormulaSheet): OutSheet {
	const { rows, locale, study } = layout;
	const last = firstRow + rows - 1;
	const of = (column: number) => `${cellAddress(firstRow, column)}:${cellAddress(last, column)}`;
	const sum = (column: number) => `SUMPRODUCT(${of(weightColumn)},${of(column)})/SUM(${of(weightColumn)})`;
	return {
		name: method,
		widths: [30, 4, 10, ...study.alternatives.map(() => 16)],
		frozenRows: firstRow,
		rows: [
			...heads(layout, m.decision_results_sheet_title({ method }, { locale }), [
				'',
				m.decision_results_weight({}, { locale }),
			]),
			...bodyRows(layout, { cell }),
			resultRows(layout, scores, m.decision_results_sheet_score({}, { locale }), sum),
			rankRow(layout, scores, last + 1),
		],
	};
}

/** The index of one cell as a formula; a plain figure where it is a mean of several people's indices. */
function indexCell(layout: Layout, row: number, column: number): OutCell {
	const { study } = layout;
	const value = study.index[column]?.[row] as number;
	const [x, line] = [data(layout, row, firstColumn + column), dataRow(layout, row)];
	if (study.indexBy === 'given') return formula(value, x);
	const cost = study.directions[row] === 'cost';
	if (study.indexBy === 'range') {
		const distance = cost ? `MAX(${line})-${x}` : `${x}-MIN(${line})`;
		const spread = `MAX(${line})-MIN(${line})`;
		return formula(value, `IF(${spread}=0,100,(${distance})/(${spread})*100)`);
	}
	if (study.respondents.length > 1 && study.respondentOrder === 'transform-first')
		return { value, style: 'input', format };
	const reference = study.cpiReference === 'first' ? data(layout, row, firstColumn) : `MIN(${line})`;
	return formula(value, cost ? `${reference}/${x}*100` : `${x}/${reference}*100`);
}

function sawSheet(layout: Layout): OutSheet[] {
	const { study } = layout;
	const answer = saw.compute({ matrix: study.matrix, weights: study.weights, directions: study.directions });
	if (!answer.result) return [];
	const { normalised, scores } = answer.result;
	const cell = (row: number, column: number): OutCell => {
		const [x, line] = [data(layout, row, firstColumn + column), dataRow(layout, row)];
		const text =
			study.directions[row] === 'cost' ? `MIN(${line})/${x}` : `IF(MAX(${line})=0,0,${x}/MAX(${line}))`;
		return formula(normalised[column]?.[row] as number, text);
	};
	return [weightedSheet(layout, { method: 'SAW', cell, scores })];
}

function topsisSheet(layout: Layout): OutSheet[] {
	const { study, rows, columns, locale } = layout;
	const answer = topsis.compute({
		matrix: study.matrix,
		weights: study.weights,
		directions: study.directions,
	});
	if (!answer.result) return [];
	const { ideal, antiIdeal, distancesToIdeal, distancesToAntiIdeal, scores } = answer.result;
	const [last, bestColumn] = [firstRow + rows - 1, firstColumn + columns];
	const lengths = study.criteria.map((_, row) =>
		Math.hypot(...study.matrix.map((line) => line[row] as number)),
	);
	if (lengths.includes(0)) return [];
	const cell = (row: number, column: number): OutCell => {
		const value =
			((study.weights[row] as number) * (study.matrix[column]?.[row] as number)) / (lengths[row] as number);
		const weight = cellAddress(firstRow + row, weightColumn);
		return formula(
			value,
			`${weight}*${data(layout, row, firstColumn + column)}/SQRT(SUMSQ(${dataRow(layout, row)}))`,
		);
	};
	const body = bodyRows(layout, { cell }).map((line, row) => {
		const at = firstRow + row;
		const range = `${cellAddress(at, firstColumn)}:${cellAddress(at, firstColumn + columns - 1)}`;
		const [best, worst] = study.directions[row] === 'cost' ? ['MIN', 'MAX'] : ['MAX', 'MIN'];
		return [
			...line,
			formula(ideal[row] as number, `${best}(${range})`),
			formula(antiIdeal[row] as number, `${worst}(${range})`),
		];
	});
	const to = (target: number) => (column: number) => {
		const of = (at: number) => `${cellAddress(firstRow, at)}:${cellAddress(last, at)}`;
		return `SQRT(SUMXMY2(${of(column)},${of(target)}))`;
	};
	const closeness = (column: number) => {
		const [best, worst] = [cellAddress(last + 1, column), cellAddress(last + 2, column)];
		return `${worst}/(${best}+${worst})`;
	};
	const [title, gap, head] = heads(layout, m.decision_results_sheet_title({ method: 'TOPSIS' }, { locale }), [
		'',
		m.decision_results_weight({}, { locale }),
	]);
	const ends = [
		m.decision_results_sheet_best({}, { locale }),
		m.decision_results_sheet_worst({}, { locale }),
	];
	return [
		{
			name: 'TOPSIS',
			widths: [30, 4, 10, ...study.alternatives.map(() => 16), 12, 12],
			frozenRows: firstRow,
			rows: [
				title ?? [],
				gap ?? [],
				[...(head ?? []), ...ends.map((value): OutCell => ({ value, style: 'header' }))],
				...body,
				resultRows(
					layout,
					distancesToIdeal,
					m.decision_results_sheet_to_best({}, { locale }),
					to(bestColumn),
				),
				resultRows(
					layout,
					distancesToAntiIdeal,
					m.decision_results_sheet_to_worst({}, { locale }),
					to(bestColumn + 1),
				),
				resultRows(layout, scores, m.decision_results_sheet_score({}, { locale }), closeness),
				rankRow(layout, scores, last + 3),
			],
		},
	];
}

/** The formula sheets of a decision; empty while nothing can be compared. */
export function decisionSheets(content: DecisionContent, locale: Locale): OutSheet[] {
	const reading = decisionStudy(content);
	const view = decisionView(content, reading, null, { locale });
	if (!view) return [];
	const { study } = view;
	const sheet = m.decision_results_sheet_data({}, { locale });
	const [rows, columns] = [study.criteria.length, study.alternatives.length];
	const layout: Layout = { view, study, sheet, locale, rows, columns };
	const method =
		study.indexBy === 'range' ? m.decision_results_method_range({}, { locale }).replace('–', '-') : 'CPI';
	const cell = (row: number, column: number) => indexCell(layout, row, column);
	return [
		dataSheet(layout),
		weightedSheet(layout, { method, cell, scores: study.scores }),
		...sawSheet(layout),
		...topsisSheet(layout),
	];
}
