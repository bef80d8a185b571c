import type { TableCheck } from '#methods/table-check/check-tables.ts';
import type { Finding } from '#methods/table-check/finding.ts';
import { decimalsOf, nameInSentence, nameOf, writeFigure, writeOperand } from '#reports/finding-names.ts';
import { effectText, findingText } from '#reports/finding-text.ts';
import { groupedFindings } from '#reports/table-check.ts';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';
import type { FindingCard } from './check-view.ts';

/** What the findings of a card do to the table's own conclusions: every change, otherwise the first that stands. */
function conclusionOf(findings: readonly Finding[], check: TableCheck, locale: Locale): string {
	const touched = new Set(
		findings.flatMap((finding) => [finding.row, ...(finding.follows ?? []).map((one) => one.row)]),
	);
	const effects = check.conclusions.filter((effect) =>
		touched.has(effect.measure === 'class' ? 'valueAddedRatioPct' : effect.measure),
	);
	const changed = effects.filter((effect) => effect.bestChanges || effect.orderChanges);
	const standing = effects.filter((effect) => !effect.bestChanges && !effect.orderChanges).slice(0, 1);
	return [...standing, ...changed].map((effect) => effectText(effect, locale)).join(' ');
}

/** The list without its own heading: the page has one beside it. */
function withoutHeading(follows: string, locale: Locale): string {
	const [before = '', after = ''] = m.check_follows({ list: '\u0000' }, { locale }).split('\u0000');
	const list = follows.startsWith(before)
		? follows.slice(before.length, follows.length - after.length)
		: follows;
	return list === '' ? '' : `${list.charAt(0).toUpperCase()}${list.slice(1)}.`;
}

function singleCard(finding: Finding, check: TableCheck, locale: Locale): FindingCard {
	const text = findingText(finding, locale);
	return {
		mark: text.mark,
		word: text.word,
		verdict: finding.verdict,
		title: text.title,
		formula: finding.verdict === 'odd' ? '' : text.formula,
		note: text.note,
		wouldMatchIf: text.wouldMatchIf,
		together: finding.code === 'other-inputs',
		follows: withoutHeading(text.follows, locale),
		conclusion: finding.verdict === 'odd' ? '' : conclusionOf([finding], check, locale),
		rows: [],
	};
}

/** The hypothesis that explains most products of a row comes first, so that the shared cause is seen. */
function likeliest(finding: Finding, locale: Locale): string {
	const shared = finding.wouldMatchIf.filter((one) => Number(one.params?.shared ?? 1) > 1);
	const best = shared.toSorted((a, b) => Number(b.params?.shared) - Number(a.params?.shared))[0];
	const index = best ? finding.wouldMatchIf.indexOf(best) : 0;
	if (best?.kind === 'input')
		return m.check_page_row_value(
			{ row: nameInSentence(best.at, locale), value: writeOperand(best.value, locale) },
			{ locale },
		);
	return findingText(finding, locale).wouldMatchIf[index] ?? '';
}

/** What several products share: `3 di antaranya cocok bila harga bahan baku 6.000`. */
function sharedCause(findings: readonly Finding[], locale: Locale): string[] {
	const shared = findings
		.flatMap((finding) => finding.wouldMatchIf)
		.filter((one) => one.kind === 'input' && Number(one.params?.shared ?? 1) > 1)
		.toSorted((a, b) => Number(b.params?.shared) - Number(a.params?.shared))[0];
	if (!shared) return [];
	return [
		m.check_page_shared(
			{
				count: Number(shared.params?.shared),
				row: nameInSentence(shared.at, locale),
				value: writeOperand(shared.value, locale),
			},
			{ locale },
		),
	];
}

function groupCard(findings: readonly Finding[], check: TableCheck, locale: Locale): FindingCard {
	const first = findings[0] as Finding;
	const text = findingText(first, locale);
	const write = (finding: Finding, value: number | null) =>
		value === null ? '' : writeFigure(value, finding.row, decimalsOf(finding), locale);
	const all = check.findings.filter(
		(one) => one.table === first.table && one.row === first.row && one.verdict !== 'odd',
	);
	const title = all.length === findings.length ? m.check_page_group_all : m.check_page_group;
	return {
		mark: text.mark,
		word: text.word,
		verdict: first.verdict,
		title: title({ row: nameOf(first.row, locale), count: findings.length }, { locale }),
		formula: '',
		note: '',
		wouldMatchIf: sharedCause(findings, locale),
		together: false,
		follows: '',
		conclusion: conclusionOf(findings, check, locale),
		rows: findings.map((finding) => ({
			column: finding.column,
			printed: write(finding, finding.printed),
			expected: write(finding, finding.expected),
			wouldMatchIf: likeliest(finding, locale),
		})),
	};
}

/** One card a finding; the same row differing in several products is one card with a table. */
export function findingCards(check: TableCheck, locale: Locale): FindingCard[] {
	return groupedFindings(check).map((group) =>
		group.length > 1 && group[0]?.verdict !== 'odd'
			? groupCard(group, check, locale)
			: singleCard(group[0] as Finding, check, locale),
	);
}
