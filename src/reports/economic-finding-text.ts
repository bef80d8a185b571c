/** What is odd about an economic table, in words: what stands there, and what would settle it. */
import type { Finding } from '#methods/table-check/finding.ts';
import { writeNumber, writePercent } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import { writeOperand } from './finding-names.ts';
import type { Locale } from './finding-names.ts';

interface OddText {
	readonly title: string;
	readonly note: string;
}

/** `53 dan 63`; `12, 53 and 63`. */
function listOf(values: readonly string[], locale: Locale): string {
	return new Intl.ListFormat(locale, { type: 'conjunction' }).format(values);
}

function basisName(basis: unknown, locale: Locale): string {
	return basis === 'constant'
		? m.check_economic_basis_constant({}, { locale })
		: m.check_economic_basis_current({}, { locale });
}

/** Amounts far beyond every economy are written with all their digits: the zeros are the point. */
const whole = (value: unknown, locale: Locale) => writeNumber(Number(value ?? 0), locale, { min: 0, max: 0 });

const percent = (value: unknown, locale: Locale) => writePercent(Number(value ?? 0), locale, { decimals: 2 });

/** The words of an oddity of economic tables; null for every other finding. */
export function economicOddText(finding: Finding, locale: Locale): OddText | null {
	const p = finding.params ?? {};
	const text = (key: string) => String(p[key] ?? '');
	const amount = (key: string) => writeOperand(Number(p[key] ?? 0), locale);
	switch (finding.code) {
		case 'implied-price': {
			const unit = text('unit') || m.check_economic_unit({}, { locale });
			const title =
				p.way === 'few' ? m.check_economic_implied_price_few : m.check_economic_implied_price_many;
			return {
				title: title(
					{
						period: finding.column,
						price: whole(p.price, locale),
						unit,
						zeros: zeroCount(Number(p.zeros), locale),
					},
					{ locale },
				),
				note: m.check_economic_implied_price_todo(
					{ proposal: `Rp ${whole(p.proposal, locale)}`, plausible: whole(p.plausible, locale), unit },
					{ locale },
				),
			};
		}
		case 'quantity-by-price': {
			const title = p.kind === 'swapped-digits' ? m.check_economic_swapped : m.check_economic_one_digit;
			return {
				title: title(
					{ period: finding.column, quantity: writeOperand(finding.printed ?? 0, locale) },
					{ locale },
				),
				note: m.check_economic_swapped_todo(
					{
						price: amount('price'),
						proposal: amount('proposal'),
						quantityGrowth: percent(p.quantityGrowth, locale),
						revenueGrowth: percent(p.revenueGrowth, locale),
					},
					{ locale },
				),
			};
		}
		case 'ambiguous-mark':
			return {
				title: m.check_economic_ambiguous_mark({ period: finding.column, text: text('text') }, { locale }),
				note: m.check_economic_ambiguous_mark_todo({ used: amount('used') }, { locale }),
			};
		case 'period-overlap': {
			const years = { from: text('from'), to: text('to') };
			return {
				title: m.check_economic_overlap({ first: text('first'), second: text('second') }, { locale }),
				note:
					years.from === years.to
						? m.check_economic_overlap_year({ from: years.from }, { locale })
						: m.check_economic_overlap_years(years, { locale }),
			};
		}
		case 'price-basis':
			return {
				title: m.check_economic_basis(
					{ caption: basisName(p.caption, locale), headings: basisName(p.headings, locale) },
					{ locale },
				),
				note:
					p.evidence === 'current'
						? m.check_economic_basis_evidence(
								{ growth: percent(p.growth, locale), year: text('year') },
								{ locale },
							)
						: m.check_economic_basis_todo({}, { locale }),
			};
		case 'percentages-not-100':
			return {
				title: m.check_economic_not_hundred(
					{
						where: finding.column || m.check_economic_percentages({}, { locale }),
						sum: writePercent(Number(p.sum ?? 0), locale, { decimals: 2 }),
					},
					{ locale },
				),
				note: m.check_economic_not_hundred_todo({ gap: amount('gap'), count: text('count') }, { locale }),
			};
		case 'conflicting-counts':
			return {
				title: m.check_economic_counts(
					{ text: text('text'), counts: listOf(text('counts').split(' '), locale) },
					{ locale },
				),
				note: m.check_economic_counts_todo({ heading: text('heading') }, { locale }),
			};
		case 'scale-word':
			return {
				title: m.check_economic_scale_word({ text: text('text') }, { locale }),
				note: m.check_economic_scale_word_todo(
					{ word: text('word'), value: whole(p.value, locale), literal: whole(p.literal, locale) },
					{ locale },
				),
			};
		default:
			return null;
	}
}

const numerals = {
	id: ['', 'Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan'],
	en: ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'],
} as const;

/** `Tiga nol`: a small number in words, as at the beginning of a sentence. */
function zeroCount(zeros: number, locale: Locale): string {
	return numerals[locale][zeros] || String(zeros);
}

/** How far a total lies from its rounded parts; empty when nothing needs to be said. */
export function roundingDifferenceText(finding: Finding, locale: Locale): string {
	const { difference, parts } = finding.params ?? {};
	if (difference === undefined || parts === undefined) return '';
	return m.check_economic_rounding_difference(
		{ difference: writeOperand(Math.abs(Number(difference)), locale), count: String(parts) },
		{ locale },
	);
}
