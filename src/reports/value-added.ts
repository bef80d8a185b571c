/** A value-added study as a report: sentence first, chart second, table third; what to know and how it was computed last. */
import { hayamiBreakEven } from '#methods/value-added/break-even.ts';
import { valueAddedComparison } from '#methods/value-added/comparison.ts';
import type { ComparisonMeasure } from '#methods/value-added/comparison.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import { hayamiReconciliation } from '#methods/value-added/reconciliation.ts';
import { hayamiSensitivity } from '#methods/value-added/sensitivity.ts';
import type { SensitivityRange } from '#methods/value-added/sensitivity.ts';
import { hayamiTwoWay } from '#methods/value-added/two-way-table.ts';
import type { ValueAddedStudy } from '#inputs/value-added-study.ts';
import { writeRupiah } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { Block, Report, TableBlock } from './block.ts';
import { listText, numberCell, sourceText, textCell } from './figure-text.ts';
import { groupLabel, type Locale } from './row-label.ts';
import { studyAnswers, type ProductAnswer } from './value-added-answers.ts';
import { tornadoBlock, twoWayTableBlock, waterfallBlock, type ChartOptions } from './value-added-charts.ts';
import { comparisonBlocks } from './value-added-comparison.ts';
import { scopeSentence, summarySentence } from './value-added-sentences.ts';
import {
	breakEvenTable,
	divisorSentence,
	hayamiRowNotes,
	hayamiTable,
	otherInputsTable,
} from './value-added-tables.ts';
import { warningText } from './warning-text.ts';

export interface ValueAddedReportOptions {
	readonly locale: Locale;
	/** ISO date printed as the date of computation. */
	readonly date?: string;
	/** What products are compared by; value added per unit of raw material unless stated. */
	readonly measure?: ComparisonMeasure;
	/** Ranges of the person per product position, for the tornado. */
	readonly ranges?: readonly (readonly SensitivityRange[])[];
	/** Profit of the period's cost table per product position, rupiah, for the reconciliation. */
	readonly periodProfits?: readonly (number | null)[];
}

function present<Item>(items: readonly (Item | null)[]): Item[] {
	return items.filter((item): item is Item => item !== null);
}

/** The period's profit by the sheet and by the cost table, and what explains the difference. */
function reconciliationBlocks({ product }: ProductAnswer, periodProfit: number, locale: Locale): Block[] {
	const { result } = hayamiReconciliation.compute({
		table: product.input,
		periodProfit,
		processesPerPeriod: product.processesPerMonth,
	});
	if (result === null) return [];
	const row = (label: string, value: number, role?: 'total'): TableBlock['rows'][number] => ({
		cells: [textCell(label), numberCell(value, locale, 2)],
		...(role ? { role } : {}),
	});
	const groups = listText(
		result.explainedBy.map((group) => groupLabel(group, locale).toLowerCase()),
		locale,
	);
	const verdict = result.agrees
		? m.reports_reconciliation_agrees({}, { locale })
		: groups === ''
			? m.reports_reconciliation_unexplained({}, { locale })
			: m.reports_reconciliation_explained({ groups }, { locale });
	const difference = writeRupiah(result.difference, locale, { decimals: { min: 0, max: 2 } });
	return [
		{ kind: 'heading', level: 3, text: m.reports_heading_reconciliation({}, { locale }) },
		{
			kind: 'paragraph',
			text: result.agrees
				? verdict
				: `${m.reports_warning_does_not_reconcile({ difference }, { locale })} ${verdict}`,
		},
		{
			kind: 'table',
			id: 'reconciliation',
			caption: m.reports_caption_reconciliation({ product: product.name }, { locale }),
			columns: [
				{ label: '', align: 'left' },
				{ label: m.reports_unit_rupiah_per_month({}, { locale }), align: 'right' },
			],
			rows: [
				row(m.reports_reconciliation_hayami({}, { locale }), result.tableProfit),
				row(m.reports_reconciliation_costs({}, { locale }), result.periodProfit),
				row(m.reports_reconciliation_difference({}, { locale }), result.difference, 'total'),
			],
		},
	];
}

/** Other inputs, sensitivity and break-evens of one product. */
function detailBlocks(
	worked: ProductAnswer,
	chart: ChartOptions,
	ranges: readonly SensitivityRange[],
	periodProfit: number | null,
): Block[] {
	const { locale } = chart;
	const { product } = worked;
	const divisor = divisorSentence(worked, locale);
	const inputs = present([otherInputsTable(worked, locale)]);
	const tornado = present([tornadoBlock(product, { ...chart, ranges })]);
	const limits = present([breakEvenTable(product, locale), twoWayTableBlock(product, locale)]);
	const heading = (text: string): Block => ({ kind: 'heading', level: 3, text });
	return [
		...(inputs.length > 0 ? [heading(m.reports_heading_other_inputs({}, { locale }))] : []),
		...(divisor === null ? [] : [{ kind: 'paragraph', text: divisor } as const]),
		...inputs,
		...(tornado.length > 0 ? [heading(m.reports_heading_sensitivity({}, { locale })), ...tornado] : []),
		...(limits.length > 0
			? [
					heading(m.reports_heading_break_even({}, { locale })),
					{ kind: 'paragraph', text: m.reports_break_even_intro({}, { locale }) } as const,
					...limits,
				]
			: []),
		...(periodProfit === null ? [] : reconciliationBlocks(worked, periodProfit, locale)),
	];
}

function notesBlocks(answers: readonly ProductAnswer[], locale: Locale): Block[] {
	const warnings = answers.flatMap(({ product, answer }) =>
		answer.warnings.map((warning) => {
			const text = warningText(warning, locale);
			return answers.length > 1 ? m.reports_warning_at({ product: product.name, text }, { locale }) : text;
		}),
	);
	const items = [...new Set([...warnings, ...hayamiRowNotes(answers, locale)])];
	if (items.length === 0) return [];
	return [
		{ kind: 'heading', level: 2, text: m.reports_heading_notes({}, { locale }) },
		{ kind: 'list', ordered: false, items },
	];
}

function methodBlocks(study: ValueAddedStudy, options: ValueAddedReportOptions): Block[] {
	const { locale } = options;
	const text = [
		m.reports_methods_hayami({}, { locale }),
		m.reports_methods_sensitivity({}, { locale }),
		m.reports_methods_rounding({}, { locale }),
	].join(' ');
	const source = sourceText(study.source, options.date, locale);
	return [
		{ kind: 'heading', level: 2, text: m.reports_heading_methods({}, { locale }) },
		{ kind: 'paragraph', text },
		...(source === '' ? [] : [{ kind: 'note', text: source } as const]),
	];
}

function sourcesOf(study: ValueAddedStudy): Report['sources'] {
	const used = [hayami, hayamiSensitivity, hayamiBreakEven, hayamiTwoWay];
	const compared = study.products.length > 1 ? [valueAddedComparison] : [];
	return [...used, ...compared].map(({ id, version, source }) => ({ id, version, source }));
}

/** One product: its sentence with the scope as condition, and its waterfall. */
function leadBlocks(worked: ProductAnswer, chart: ChartOptions): Block[] {
	const { product, answer } = worked;
	const text = summarySentence(product, answer, chart.locale);
	const condition = answer.result === null ? '' : scopeSentence(product, answer.result, chart.locale);
	return [
		{ kind: 'sentence', text, ...(condition === '' ? {} : { condition }) },
		...(answer.result === null ? [] : [waterfallBlock(worked, chart)]),
	];
}

/**
 * The whole report of a study. Products that cannot be computed stay in it with the reason; a study without products
 * is a report that says so. The same study and options give the same blocks.
 */
export function valueAddedReport(study: ValueAddedStudy, options: ValueAddedReportOptions): Report {
	const { locale } = options;
	const answers = studyAnswers(study);
	const chart: ChartOptions = {
		locale,
		source: study.source,
		...(options.date === undefined ? {} : { date: options.date }),
	};
	const details = (worked: ProductAnswer, index: number) =>
		detailBlocks(worked, chart, options.ranges?.[index] ?? [], options.periodProfits?.[index] ?? null);
	const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
	const table: Block[] =
		answers.length === 0
			? [{ kind: 'note', text: m.reports_no_data({}, { locale }) }]
			: [heading(m.reports_heading_table({}, { locale })), hayamiTable(study, locale, answers)];
	const several = answers.length > 1;
	const measure = options.measure === undefined ? {} : { measure: options.measure };
	const blocks: Block[] = several
		? [
				...comparisonBlocks(study, { ...chart, ...measure }, answers),
				...table,
				...answers.flatMap((worked, index) => [
					heading(worked.product.name),
					...leadBlocks(worked, chart),
					...details(worked, index),
				]),
			]
		: [
				...answers.flatMap((worked) => leadBlocks(worked, chart)),
				...table,
				...answers.flatMap((worked, index) => details(worked, index)),
			];
	return {
		title: study.title,
		locale,
		blocks: [...blocks, ...notesBlocks(answers, locale), ...methodBlocks(study, options)],
		sources: sourcesOf(study),
	};
}
