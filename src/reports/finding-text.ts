/**
 * A finding in words. Neutral by rule: it describes the number, never the author; a hypothesis says that it is one.
 */
import type { ConclusionEffect, Finding, RoundingMode, WouldMatchIf } from '#methods/table-check/finding.ts';
import { writeNumber, writeRupiah } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import { economicOddText, roundingDifferenceText } from './economic-finding-text.ts';
import {
	decimalsOf,
	isPercentRow,
	nameInSentence,
	nameOf,
	whereOf,
	writeFigure,
	writeOperand,
} from './finding-names.ts';
import type { Locale } from './finding-names.ts';
import { programmeConvention, programmeOddText } from './programme-findings.ts';

export interface FindingText {
	readonly mark: '✓' | '≈' | '≠' | '?' | '⚑';
	readonly word: string;
	/** One line: `Kefir, nilai tambah: tertulis 74.800, hitung ulang 75.800`. */
	readonly title: string;
	/** `180.000 − 4.200 − 100.000 = 75.800`; empty when there is nothing to compute. */
	readonly formula: string;
	/** What to do or to know, for odd and uncheckable findings. */
	readonly note: string;
	readonly wouldMatchIf: readonly string[];
	/** `Ikut berubah: ...`; empty when nothing follows. */
	readonly follows: string;
}

const marks = { match: '✓', rounding: '≈', differs: '≠', uncheckable: '?', odd: '⚑' } as const;

const words = {
	match: m.check_word_match,
	rounding: m.check_word_rounding,
	differs: m.check_word_differs,
	uncheckable: m.check_word_uncheckable,
	odd: m.check_word_odd,
};

/** The word for a verdict, in the reader's language. */
export function verdictWord(verdict: Finding['verdict'], locale: Locale): string {
	return words[verdict]({}, { locale });
}

function modeText(mode: RoundingMode | undefined, locale: Locale, unit = 1000): string {
	if (mode === 'coarse') {
		const name = unit === 100 ? m.check_unit_hundreds : m.check_unit_thousands;
		return m.check_mode_coarse({ unit: name({}, { locale }) }, { locale });
	}
	if (mode === 'truncated') return m.check_mode_truncated({}, { locale });
	if (mode === 'rounded-up') return m.check_mode_rounded_up({}, { locale });
	if (mode === 'rounded-operands') return m.check_mode_rounded_operands({}, { locale });
	return m.check_mode_half({}, { locale });
}

const operators: Readonly<Record<string, string>> = { '-': '−', '*': '×', '/': '÷', '+': '+' };

/** A sum or a mean of printed figures; of many only how many they are. */
function sumText(finding: Finding, result: string, locale: Locale): string {
	const { operands } = finding;
	const isMean = finding.code === 'mean';
	if (operands.length > 12 && !isMean) return m.check_sum_of({ count: operands.length, result }, { locale });
	const sum =
		operands.length > 12
			? writeOperand(
					operands.reduce((all, one) => all + (one.value ?? 0), 0),
					locale,
				)
			: operands.map((one) => writeOperand(one.value ?? 0, locale)).join(' + ');
	return isMean ? `(${sum}) ÷ ${operands.length} = ${result}` : `${sum} = ${result}`;
}

/** The formula with numbers in the place of keys, and its value: `6.250 ÷ 75.800 × 100 % = 8,25 %`. */
export function formulaText(finding: Finding, locale: Locale): string {
	if (!finding.formula || finding.expected === null) return '';
	const decimals = Math.max(decimalsOf(finding), 0);
	const result = writeFigure(finding.expected, finding.row, decimals, locale);
	if (finding.code === 'other-inputs') {
		const groups = finding.operands
			.slice(0, -1)
			.map((one) => `${nameOf(one.id, locale)} ${writeOperand(one.value ?? 0, locale)}`);
		const divisor = writeOperand(finding.operands.at(-1)?.value ?? 0, locale);
		return `${m.check_other_inputs_formula({ groups: groups.join(' + '), divisor }, { locale })} = ${result}`;
	}
	if (finding.formula === finding.operands.map((one) => one.id).join(' + ')) {
		return sumText(finding, result, locale);
	}
	const names = [...finding.operands].sort((a, b) => b.id.length - a.id.length);
	let text = finding.formula.replace(/\* 100$/, '\u0000');
	names.forEach((one, index) => {
		text = text.split(one.id).join(`\u0001${index}\u0002`);
	});
	text = text.replace(/ ([-*/+]) /g, (_, operator: string) => ` ${operators[operator]} `);
	// Escapes keep a name that is part of another (`profit` in `profitRatePct`) from being replaced twice.
	// eslint-disable-next-line no-control-regex
	text = text.replace(/\u0001(\d+)\u0002/g, (_, index: string) =>
		writeOperand(names[Number(index)]?.value ?? 0, locale),
	);
	text = text.replace('\u0000', locale === 'id' ? '× 100 %' : '× 100%').replace(/(\d)\s+× 100/, '$1 × 100');
	return `${text.trim()} = ${result}`;
}

function wouldMatchText(one: WouldMatchIf, finding: Finding, locale: Locale): string {
	const at = nameInSentence(one.at, locale);
	const printed = writeFigure(finding.printed ?? 0, finding.row, decimalsOf(finding), locale);
	const value = writeOperand(one.value, locale);
	switch (one.kind) {
		case 'one-digit':
			return m.check_if_one_digit(
				{ printed, value: writeFigure(one.value, finding.row, decimalsOf(finding), locale) },
				{ locale },
			);
		case 'swapped-digits':
			return m.check_if_swapped(
				{ printed, value: writeFigure(one.value, finding.row, decimalsOf(finding), locale) },
				{ locale },
			);
		case 'power-of-ten':
			return one.value > 1
				? m.check_if_power_up({ factor: value }, { locale })
				: m.check_if_power_down({ factor: writeOperand(1 / one.value, locale) }, { locale });
		case 'divisor': {
			const instead = nameInSentence(String(one.params?.instead ?? ''), locale);
			const numerator = one.params?.numerator;
			if (numerator === undefined) {
				const shown = isPercentRow(one.at) ? writeFigure(one.value, one.at, 2, locale) : value;
				return m.check_if_divisor({ divisor: at, value: shown, instead }, { locale });
			}
			const insteadValue = writeOperand(finding.operands.at(-1)?.value ?? 0, locale);
			return m.check_if_divisor_sum(
				{ numerator: writeOperand(Number(numerator), locale), value, divisor: at, insteadValue, instead },
				{ locale },
			);
		}
		case 'input': {
			const now = writeOperand(Number(one.params?.now ?? 0), locale);
			const shared = Number(one.params?.shared ?? 1);
			const inputs = { row: at, value, now };
			return shared > 1
				? m.check_if_input_shared({ ...inputs, shared }, { locale })
				: m.check_if_input(inputs, { locale });
		}
		case 'variant':
			if (one.params?.leftOut) return m.check_if_left_out({ row: at }, { locale });
			return m.check_if_variant({ name: variantName(one.at, locale) }, { locale });
		case 'missing-cost-group':
			return one.params?.how === 'twice'
				? m.check_if_group_twice({ group: at, value }, { locale })
				: m.check_if_group_left_out({ group: at, value }, { locale });
		case 'stale-result':
			return m.check_if_other_column(
				{ row: at, value, column: String(one.params?.column ?? '') },
				{ locale },
			);
	}
}

/** The name of a variant of a formula. */
export function variantName(variant: string, locale: Locale): string {
	if (variant === 'over-output-value') return m.check_variant_over_output_value({}, { locale });
	if (variant === 'over-value-added') return m.check_variant_over_value_added({}, { locale });
	if (variant === 'profit-over-cost') return m.check_variant_profit_over_cost({}, { locale });
	return variant;
}

/** Which accepted convention a matching figure follows; empty when it is the usual one. */
function conventionText(finding: Finding, locale: Locale): string {
	const p = finding.params ?? {};
	const texts: Readonly<Record<string, () => string>> = {
		'over-value-added': () => m.check_variant_over_value_added_note({}, { locale }),
		'benefit-is-revenue': () => m.check_variant_benefit_is_revenue({}, { locale }),
		'covers-total-cost': () => m.check_variant_covers_total_cost({}, { locale }),
		'units-times-price': () => m.check_variant_units_times_price({}, { locale }),
		'whole-units': () => m.check_variant_whole_units({}, { locale }),
		'part-of-period': () => m.check_variant_part_of_period({ part: String(p.part ?? '') }, { locale }),
		'unit-conversion': () =>
			m.check_variant_unit_conversion({ factor: writeOperand(Number(p.factor ?? 1), locale) }, { locale }),
	};
	const variant = texts[String(p.variant ?? '')]?.() ?? programmeConvention(finding, locale);
	const fraction = p.as === 'fraction' ? m.check_variant_fraction({}, { locale }) : '';
	return [variant, fraction]
		.filter(Boolean)
		.map((text) => `${text}.`)
		.join(' ');
}

function followsText(finding: Finding, locale: Locale): string {
	if (!finding.follows || finding.follows.length === 0) return '';
	const list = finding.follows.map((one) => {
		const decimals = isPercentRow(one.row) ? 2 : Number.isInteger(one.printed) ? 0 : 2;
		return m.check_follow_item(
			{
				row: nameInSentence(one.row, locale),
				printed: writeFigure(one.printed, one.row, decimals, locale),
				corrected: writeFigure(one.corrected, one.row, decimals, locale),
			},
			{ locale },
		);
	});
	return m.check_follows({ list: list.join('; ') }, { locale });
}

function oddText(finding: Finding, locale: Locale): { title: string; note: string } {
	const p = finding.params ?? {};
	const amount = (key: string) => writeOperand(Number(p[key] ?? 0), locale);
	const name = (key: string) => nameInSentence(String(p[key] ?? ''), locale);
	const where = whereOf(finding, locale);
	const printed =
		finding.printed === null ? '' : writeFigure(finding.printed, finding.row, decimalsOf(finding), locale);
	// 1.000 liter; Rp 50.000: an amount is written with its unit.
	const measured = (key: string) =>
		finding.code === 'mixed-labour-units'
			? writeRupiah(Number(p[key] ?? 0), locale)
			: [amount(key), p.unit].filter(Boolean).join(' ');
	const pair = {
		column: finding.column,
		high: measured('high'),
		low: measured('low'),
		other: String(p.other ?? ''),
	};
	switch (finding.code) {
		case 'mixed-scale':
			return {
				title: m.check_odd_mixed_scale(pair, { locale }),
				note: m.check_odd_mixed_scale_todo({}, { locale }),
			};
		case 'mixed-labour-units':
			return {
				title: m.check_odd_mixed_labour(pair, { locale }),
				note: m.check_odd_mixed_labour_todo({ hours: String(p.hours ?? '') }, { locale }),
			};
		case 'percentage-over-100':
			return {
				title: m.check_odd_over_100({ where, printed }, { locale }),
				note: m.check_odd_over_100_todo(
					{ expected: writeFigure(finding.expected ?? 0, finding.row, 2, locale) },
					{ locale },
				),
			};
		case 'stated-formula':
			return {
				title: m.check_odd_stated({ row: nameOf(finding.row, locale) }, { locale }),
				note: m.check_odd_stated_todo(
					{
						numerator: name('numerator'),
						stated: name('stated'),
						used: name('used'),
						count: String(p.count),
						of: String(p.of),
					},
					{ locale },
				),
			};
		case 'other-input-basis':
			return {
				title: m.check_odd_basis({ where, unit: String(p.unit ?? '') }, { locale }),
				note: m.check_odd_basis_todo({ converted: amount('converted') }, { locale }),
			};
		case 'malformed-number':
			return {
				title: m.check_odd_malformed({ text: finding.printedText ?? '' }, { locale }),
				note:
					p.proposal === undefined
						? ''
						: m.check_odd_malformed_todo(
								{ proposal: writeNumber(Number(p.proposal), locale, { min: 0, max: 6 }) },
								{ locale },
							),
			};
		default:
			return (
				programmeOddText(finding, locale) ?? economicOddText(finding, locale) ?? { title: where, note: '' }
			);
	}
}

/** Everything a page, a terminal or a note says about one finding. */
export function findingText(finding: Finding, locale: Locale): FindingText {
	const base = {
		mark: marks[finding.verdict],
		word: verdictWord(finding.verdict, locale),
		formula: formulaText(finding, locale),
		wouldMatchIf: finding.wouldMatchIf.map((one) => wouldMatchText(one, finding, locale)),
		follows: followsText(finding, locale),
		note: '',
	};
	if (finding.verdict === 'odd') return { ...base, ...oddText(finding, locale) };
	const where = whereOf(finding, locale);
	const decimals = decimalsOf(finding);
	const fraction = finding.params?.as === 'fraction';
	const write = (value: number) =>
		fraction
			? writeNumber(value, locale, Math.min(decimals, 4))
			: writeFigure(value, finding.row, decimals, locale);
	const printed = write(finding.printed ?? 0);
	if (finding.verdict === 'differs') {
		return {
			...base,
			title: m.check_title_differs({ where, printed, expected: write(finding.expected ?? 0) }, { locale }),
		};
	}
	if (finding.verdict === 'uncheckable') {
		const rows = String(finding.params?.missing ?? '')
			.split(' ')
			.filter(Boolean)
			.map((key) => nameInSentence(key, locale))
			.join(', ');
		return {
			...base,
			title: m.check_title_uncheckable({ where, printed }, { locale }),
			note: rows ? m.check_missing_rows({ rows }, { locale }) : '',
		};
	}
	if (finding.verdict === 'match') {
		return {
			...base,
			title: m.check_title_match({ where, printed }, { locale }),
			note: conventionText(finding, locale),
		};
	}
	const mode = modeText(finding.rounding, locale, Number(finding.params?.unit ?? 1000));
	const exact = writeNumber(finding.expected ?? 0, locale, { min: 0, max: Math.min(decimals + 2, 6) });
	return {
		...base,
		title: m.check_title_rounding({ where, printed, mode }, { locale }),
		note: [
			m.check_mode_detail({ exact, mode }, { locale }),
			roundingDifferenceText(finding, locale),
			conventionText(finding, locale),
		]
			.filter(Boolean)
			.join(' '),
	};
}

const classes: Readonly<Record<string, (inputs: object, options: { locale: Locale }) => string>> = {
	low: m.check_class_low,
	medium: m.check_class_medium,
	high: m.check_class_high,
};

/** What the differences do to one conclusion of the table. */
export function effectText(effect: ConclusionEffect, locale: Locale): string {
	const className = (key: string) => classes[key]?.({}, { locale }) ?? key;
	if (effect.measure === 'class') {
		return effect.bestChanges
			? m.check_effect_class_changed(
					{ before: className(effect.printedBest), after: className(effect.recomputedBest) },
					{ locale },
				)
			: m.check_effect_class_same({ name: className(effect.printedBest) }, { locale });
	}
	const measure = nameInSentence(effect.measure, locale);
	if (effect.bestChanges) {
		const sentence = effect.measure === 'valueAdded' ? m.check_effect_best : m.check_effect_best_other;
		return sentence({ measure, before: effect.printedBest, after: effect.recomputedBest }, { locale });
	}
	return effect.orderChanges
		? m.check_effect_order({ best: effect.printedBest, measure }, { locale })
		: m.check_effect_same({ best: effect.printedBest, measure }, { locale });
}
