/**
 * What is odd about the tables of a programme's work in words, and the conventions their figures may follow. Like all
 * findings they describe the number, and a reconstruction says that it is one.
 */
import type { Finding } from '#methods/table-check/finding.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import { writeOperand } from './finding-names.ts';
import type { Locale } from './finding-names.ts';

interface OddText {
	readonly title: string;
	readonly note: string;
}

/** `0.30/0.40/0.30` in the reader's decimal mark. */
function slashed(text: string, locale: Locale): string {
	return text
		.split('/')
		.map((part) => writeNumber(Number(part), locale, part.split('.')[1]?.length ?? 0))
		.join('/');
}

function duplicateText(finding: Finding, locale: Locale): OddText {
	const p = finding.params ?? {};
	const inputs = {
		label: finding.label,
		other: String(p.other ?? ''),
		cell: finding.cell ?? '',
		otherCell: String(p.otherCell ?? ''),
	};
	if (finding.code === 'duplicate-figures') {
		return {
			title: m.check_odd_duplicate_figures(inputs, { locale }),
			note: m.check_odd_duplicate_figures_todo({}, { locale }),
		};
	}
	if (finding.code === 'duplicate-name') {
		return {
			title: m.check_odd_duplicate_name(inputs, { locale }),
			note: m.check_odd_duplicate_name_todo({}, { locale }),
		};
	}
	const decimals = Number(p.meanDecimals ?? 2);
	const note =
		p.mean === undefined
			? m.check_odd_duplicate_row_todo({}, { locale })
			: m.check_odd_duplicate_row_mean(
					{
						mean: writeNumber(Number(p.mean), locale, decimals),
						both: writeNumber(Number(p.withBoth), locale, decimals),
					},
					{ locale },
				);
	return { title: m.check_odd_duplicate_row(inputs, { locale }), note };
}

function scoresText(finding: Finding, locale: Locale): OddText {
	const p = finding.params ?? {};
	const list = String(p.possible ?? '').split(', ');
	const or = m.check_or({}, { locale });
	const possible = list.length > 1 ? `${list.slice(0, -1).join(', ')} ${or} ${list.at(-1)}` : (list[0] ?? '');
	const inputs = { respondents: Number(p.respondents), count: Number(p.count), of: Number(p.of) };
	return {
		title: m.check_odd_grim(inputs, { locale }),
		note: [
			m.check_odd_grim_why(
				{
					printed: writeNumber(finding.printed ?? 0, locale, 2),
					respondents: inputs.respondents,
					cells: String(p.cells ?? ''),
				},
				{ locale },
			),
			possible === ''
				? m.check_odd_grim_none({}, { locale })
				: m.check_odd_grim_possible({ possible }, { locale }),
		].join(' '),
	};
}

function weightsText(finding: Finding, locale: Locale): OddText {
	const p = finding.params ?? {};
	const sum = writeOperand(Number(p.sum ?? 0), locale);
	if (finding.code === 'weights-sum') {
		const whole = Number(p.whole) === 100 ? m.check_whole_percent({}, { locale }) : '1';
		return {
			title: m.check_odd_weights_sum({ sum, whole }, { locale }),
			note: m.check_odd_weights_sum_todo({}, { locale }),
		};
	}
	const fit = m.check_odd_weights_fit(
		{
			weights: slashed(String(p.weights ?? ''), locale),
			names: String(p.names ?? ''),
			count: Number(p.count),
			residual: writeNumber(Number(p.residual), locale, Number(p.decimals ?? 2)),
		},
		{ locale },
	);
	const aspects = Number(p.aspects) === 1 ? m.check_odd_weights_aspects({ sum }, { locale }) : '';
	const unique = Number(p.unique) === 1 ? m.check_odd_weights_unique : m.check_odd_weights_several;
	return {
		title: m.check_odd_weights_missing({}, { locale }),
		note: [fit, aspects, unique({}, { locale })].filter(Boolean).join(' '),
	};
}

function indexText(finding: Finding, locale: Locale): OddText {
	const p = finding.params ?? {};
	const column = finding.column;
	if (finding.code === 'index-without-reference') {
		return {
			title: m.check_odd_index_without({ column }, { locale }),
			note: m.check_odd_index_without_todo({}, { locale }),
		};
	}
	return {
		title: m.check_odd_index_reference(
			{ column, reference: String(p.reference ?? ''), position: Number(p.position) },
			{ locale },
		),
		note: m.check_odd_index_reference_todo(
			{ low: writeOperand(Number(p.low ?? 0), locale), lowAt: String(p.lowAt ?? '') },
			{ locale },
		),
	};
}

function splitText(finding: Finding, locale: Locale): OddText {
	const p = finding.params ?? {};
	const amount = (key: string) => writeOperand(Number(p[key] ?? 0), locale);
	if (finding.code === 'shares-off') {
		return {
			title: m.check_odd_shares({ sum: amount('sum') }, { locale }),
			note: m.check_odd_shares_todo({}, { locale }),
		};
	}
	const left = writeOperand(Math.abs(Number(p.left ?? 0)), locale);
	if (p.recipients === undefined) {
		const sentence = Number(p.left) > 0 ? m.check_odd_remainder : m.check_odd_remainder_over;
		const parts = String(p.exact ?? '')
			.split('\n')
			.filter(Boolean)
			.map((line) => line.split('\t'))
			.map(([label = '', value = '0']) => `${label} ${writeOperand(Number(value), locale)}`)
			.join('; ');
		return {
			title: sentence({ left, whole: amount('whole') }, { locale }),
			note: [
				m.check_odd_remainder_todo({}, { locale }),
				parts && m.check_odd_remainder_exact({ parts }, { locale }),
			]
				.filter(Boolean)
				.join(' '),
		};
	}
	const inputs = {
		label: finding.column,
		left,
		whole: amount('whole'),
		recipients: amount('recipients'),
		each: amount('each'),
	};
	const sentence = Number(p.left) > 0 ? m.check_odd_remainder_each : m.check_odd_remainder_each_over;
	return { title: sentence(inputs, { locale }), note: m.check_odd_remainder_todo({}, { locale }) };
}

/** Title and note of an odd finding of these tables; null for any other. */
export function programmeOddText(finding: Finding, locale: Locale): OddText | null {
	if (finding.code.startsWith('duplicate-')) return duplicateText(finding, locale);
	if (finding.code === 'grim') return scoresText(finding, locale);
	if (finding.code === 'weights-sum' || finding.code === 'weights-recovered')
		return weightsText(finding, locale);
	if (finding.code.startsWith('index-')) return indexText(finding, locale);
	if (finding.code === 'shares-off' || finding.code === 'split-remainder') return splitText(finding, locale);
	return null;
}

/** Which convention a figure of these tables follows; empty when it is the usual one. */
export function programmeConvention(finding: Finding, locale: Locale): string {
	const variant = finding.params?.variant;
	if (variant === 'before-less-after') return m.check_variant_before_less_after({}, { locale });
	if (variant === 'change-in-percent') return m.check_variant_change_in_percent({}, { locale });
	if (variant === 'counted-once') {
		const both = writeNumber(Number(finding.params?.withBoth ?? 0), locale, finding.decimals ?? 2);
		return m.check_variant_counted_once({ both }, { locale });
	}
	return '';
}
