/** Products side by side: the sentence, the dots of one measure, the shares of the output value, and all measures as a table. */
import { dotComparison } from '#charts/dot-comparison.ts';
import { stackedShares } from '#charts/stacked-shares.ts';
import { comparisonMeasures, valueAddedComparison } from '#methods/value-added/comparison.ts';
import type {
	ComparisonMeasure,
	ComparisonResult,
	ComparisonWinner,
} from '#methods/value-added/comparison.ts';
import { writeNumber, writeRupiah } from '#inputs/number-writer.ts';
import type { ValueAddedStudy } from '#inputs/value-added-study.ts';
import { m } from '#words/messages.js';
import type { Block, ChartBlock, TableBlock } from './block.ts';
import { dash, listText, percentText, sourceText, textCell } from './figure-text.ts';
import { rowLabel, type Locale } from './row-label.ts';
import { rowValue, studyAnswers, type ProductAnswer } from './value-added-answers.ts';
import { chartFoot, type ChartOptions } from './value-added-charts.ts';
import { warningText } from './warning-text.ts';

const names: Readonly<Record<ComparisonMeasure, (inputs: object, options: { locale: Locale }) => string>> = {
	valueAdded: m.reports_measure_value_added,
	valueAddedRatioPct: m.reports_measure_value_added_ratio,
	profit: m.reports_measure_profit,
	profitRatePct: m.reports_measure_profit_rate,
	valueAddedPerHok: m.reports_measure_value_added_per_labour,
	profitPerHok: m.reports_measure_profit_per_labour,
	valueAddedPerOtherInput: m.reports_measure_per_other_input,
	profitPerMonth: m.reports_measure_profit_per_month,
};

/** The measure's name: "Nilai tambah per HOK". */
export function measureLabel(measure: ComparisonMeasure, locale: Locale): string {
	return names[measure]({}, { locale });
}

function inSentence(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A measure's figure with its unit: `Rp 75.800`, `63,20 %`, `1,25`. A loss keeps its minus in tables and sentences. */
function measureText(measure: ComparisonMeasure, value: number | null, locale: Locale): string {
	if (value === null) return dash;
	const form = comparisonMeasures.find((candidate) => candidate.measure === measure);
	if (form?.unit === '%') return percentText(value, locale);
	if (form?.unit === 'Rp') {
		const decimals = Math.abs(value) >= 100 ? 0 : { min: 0, max: 2 };
		return writeRupiah(value, locale, { decimals });
	}
	return writeNumber(value, locale, { min: 0, max: 2 });
}

const winnerOf = (result: ComparisonResult, measure: ComparisonMeasure): ComparisonWinner | undefined =>
	result.winners.find((winner) => winner.measure === measure && winner.names.length > 0);

/** Which product leads, and whether other measures say the same. */
export function comparisonSentence(
	result: ComparisonResult,
	measure: ComparisonMeasure,
	locale: Locale,
): string {
	const winner = winnerOf(result, measure);
	if (winner === undefined) return m.reports_comparison_title_none({}, { locale });
	const best = listText(winner.names, locale);
	const others = result.winners.filter(
		(other) =>
			other.measure !== measure &&
			other.names.length > 0 &&
			!other.names.some((name) => winner.names.includes(name)),
	);
	if (others.length === 0) return m.reports_comparison_agree({ best }, { locale });
	const said = others.map((other) =>
		m.reports_comparison_other(
			{
				measure: inSentence(measureLabel(other.measure, locale)),
				name: listText(other.names, locale),
				value: measureText(other.measure, other.value, locale),
			},
			{ locale },
		),
	);
	return m.reports_comparison_disagree(
		{
			best,
			measure: inSentence(measureLabel(measure, locale)),
			value: measureText(measure, winner.value, locale),
			others: listText(said, locale),
		},
		{ locale },
	);
}

function comparisonTable(result: ComparisonResult, locale: Locale): TableBlock {
	const measures = comparisonMeasures.filter(({ measure }) =>
		result.rows.some((row) => row.values[measure] !== null),
	);
	return {
		kind: 'table',
		id: 'comparison-table',
		caption: m.reports_caption_comparison({}, { locale }),
		columns: [
			{ label: m.reports_head_product({}, { locale }), align: 'left' },
			...measures.map(({ measure }) => ({ label: measureLabel(measure, locale), align: 'right' as const })),
		],
		rows: result.rows.map((row) => ({
			cells: [
				textCell(row.name),
				...measures.map(({ measure, decimals }) => ({
					text: measureText(measure, row.values[measure], locale),
					value: row.values[measure],
					decimals: Math.min(2, decimals),
					...(row.ranks[measure] === 1 ? { strong: true } : {}),
				})),
			],
		})),
	};
}

function dotsBlock(result: ComparisonResult, measure: ComparisonMeasure, options: ChartOptions): ChartBlock {
	const { locale } = options;
	const winner = winnerOf(result, measure);
	const rows = result.rows.map((row) => {
		const value = row.values[measure];
		const loss = value !== null && value < 0;
		const text =
			value === null
				? m.reports_not_computable({}, { locale })
				: loss
					? m.reports_loss_amount({ amount: measureText(measure, -value, locale) }, { locale })
					: measureText(measure, value, locale);
		return { label: row.name, value, valueText: text };
	});
	const list = rows.map((row) => `${row.label} ${row.valueText}`).join('; ');
	const alt = m.reports_comparison_alt({ measure: measureLabel(measure, locale), list }, { locale });
	const said = winner && {
		names: listText(winner.names, locale),
		value: measureText(measure, winner.value, locale),
	};
	return {
		kind: 'chart',
		id: 'comparison',
		title: !said
			? m.reports_comparison_title_none({}, { locale })
			: winner.tie
				? m.reports_comparison_title_tie(said, { locale })
				: m.reports_comparison_title({ best: said.names, value: said.value }, { locale }),
		subtitle: measureLabel(measure, locale),
		foot: chartFoot(sourceText(options.source ?? '', options.date, locale)),
		...dotComparison({ rows, alt, noData: m.reports_no_data({}, { locale }) }),
		alt,
		table: comparisonTable(result, locale),
	};
}

const shareKeys = ['rawMaterialPrice', 'otherInputs', 'labourIncome', 'profit'] as const;
const shareColours = ['bahan', 'input', 'kerja', 'untung'] as const;

function sharesBlock(answers: readonly ProductAnswer[], options: ChartOptions): ChartBlock | null {
	const { locale } = options;
	const rows = answers.flatMap((worked) => {
		const whole = rowValue(worked, 'outputValue');
		const values = shareKeys.map((key) => rowValue(worked, key));
		if (whole === null || whole <= 0 || values.some((value) => value === null)) return [];
		return { name: worked.product.name, values: values.map((value) => ((value as number) / whole) * 100) };
	});
	if (rows.length === 0) return null;
	const partNames = [
		rowLabel('rawMaterial', locale),
		m.reports_short_other_inputs({}, { locale }),
		m.reports_short_labour({}, { locale }),
		rowLabel('profit', locale),
	];
	const said = (value: number) => {
		const text = percentText(Math.abs(value), locale, 0);
		return value < 0 ? m.reports_loss_amount({ amount: text }, { locale }) : text;
	};
	const best = rows.reduce((top, row) => ((row.values[3] ?? 0) > (top.values[3] ?? 0) ? row : top));
	const list = rows
		.map(
			(row) =>
				`${row.name}: ${partNames.map((name, index) => `${name} ${said(row.values[index] ?? 0)}`).join(', ')}`,
		)
		.join('; ');
	const alt = m.reports_comparison_alt(
		{ measure: m.reports_caption_shares({}, { locale }), list },
		{ locale },
	);
	const right = 'right' as const;
	return {
		kind: 'chart',
		id: 'shares',
		title: m.reports_shares_title({ best: best.name, share: said(best.values[3] ?? 0) }, { locale }),
		subtitle: m.reports_shares_subtitle({}, { locale }),
		foot: chartFoot(
			m.reports_shares_foot({}, { locale }),
			sourceText(options.source ?? '', options.date, locale),
		),
		...stackedShares({
			parts: partNames.map((label, index) => ({ label, colour: shareColours[index] ?? 'bahan' })),
			rows: rows.map((row) => ({
				label: row.name,
				shares: row.values.map((value) => ({ value, text: said(value) })),
			})),
			wholeText: percentText(100, locale, 0),
			alt,
			noData: m.reports_no_data({}, { locale }),
		}),
		alt,
		table: {
			kind: 'table',
			id: 'shares-table',
			caption: m.reports_caption_shares({}, { locale }),
			columns: [
				{ label: m.reports_head_product({}, { locale }), align: 'left' },
				...partNames.map((label) => ({ label, align: right })),
			],
			rows: rows.map((row) => ({
				cells: [
					textCell(row.name),
					...row.values.map((value) => ({ text: percentText(value, locale), value, decimals: 2 })),
				],
			})),
		},
	};
}

/**
 * Sentence, dots of the measure (value added unless stated), shares, all measures as a table, and what the comparison
 * must be read with. Empty for fewer than two products.
 */
export function comparisonBlocks(
	study: ValueAddedStudy,
	options: ChartOptions & { readonly measure?: ComparisonMeasure },
	answers = studyAnswers(study),
): Block[] {
	if (study.products.length < 2) return [];
	const { locale, measure = 'valueAdded' } = options;
	const { result, warnings } = valueAddedComparison.compute({
		products: study.products.map(({ name, input, labourUnit, processesPerMonth }) => ({
			name,
			input,
			labourUnit,
			processesPerMonth,
		})),
	});
	const notes = warnings.map((warning): Block => ({ kind: 'note', text: warningText(warning, locale) }));
	if (result === null) {
		return [{ kind: 'sentence', text: m.reports_comparison_title_none({}, { locale }) }, ...notes];
	}
	const shares = sharesBlock(answers, options);
	return [
		{ kind: 'sentence', text: comparisonSentence(result, measure, locale) },
		dotsBlock(result, measure, options),
		...(shares === null ? [] : [shares]),
		...notes,
	];
}
