/** A table check as a report (page, docx, pdf) and as a plain review note ready to paste. */
import type { TableCheck } from '#methods/table-check/check-tables.ts';
import type { Finding } from '#methods/table-check/finding.ts';
import { m } from '#words/messages.js';
import type { Block, Report, TableBlock } from './block.ts';
import { decimalsOf, nameInSentence, nameOf, whereOf, writeFigure, writeOperand } from './finding-names.ts';
import type { Locale } from './finding-names.ts';
import { effectText, findingText, formulaText, verdictWord } from './finding-text.ts';

const source =
	'Hayami, Kawagoe, Morooka, Siregar (1987), Agricultural Marketing and Processing in Upland Java, CGPRT Centre, Bogor; interval judgement of rounded figures.';

/** The sentence on top: how many figures agree, and what that does to the conclusion. */
export function checkSentence(check: TableCheck, locale: Locale): string {
	const { judged, counts } = check;
	const agree = counts.match + counts.rounding;
	if (judged === 0) return m.check_summary_none({}, { locale });
	const allMatch = judged === 1 ? m.check_summary_one_match : m.check_summary_all_match;
	const first =
		counts.differs === 0 && counts.uncheckable === 0
			? allMatch({ judged }, { locale })
			: counts.differs === 1
				? m.check_summary_one_differs({ judged, match: agree }, { locale })
				: m.check_summary({ judged, match: agree, differs: counts.differs }, { locale });
	const unseen =
		counts.uncheckable > 0 ? [m.check_summary_uncheckable({ count: counts.uncheckable }, { locale })] : [];
	return [first, ...unseen, ...conclusionSentences(check, locale)].join(' ');
}

/** The effects worth saying: the main measure first, then every other measure that changes. */
export function conclusionSentences(check: TableCheck, locale: Locale): readonly string[] {
	const [main, ...others] = check.conclusions;
	const changed = others.filter((effect) => effect.bestChanges || effect.orderChanges);
	return [...(main ? [main] : []), ...changed].map((effect) => effectText(effect, locale));
}

/** Findings a person must look at, those of one row together, in table order. */
export function groupedFindings(check: TableCheck): readonly (readonly Finding[])[] {
	const groups = new Map<string, Finding[]>();
	for (const finding of check.findings) {
		if (finding.verdict !== 'differs' && finding.verdict !== 'odd') continue;
		const key =
			finding.verdict === 'odd'
				? `odd:${finding.code}:${finding.cell}:${finding.row}`
				: `${finding.table}:${finding.code}:${finding.row}`;
		groups.set(key, [...(groups.get(key) ?? []), finding]);
	}
	return [...groups.values()].sort(
		(a, b) => Number(a[0]?.verdict === 'odd') - Number(b[0]?.verdict === 'odd'),
	);
}

/** The divisor that explains every figure of a row, when one does. */
function sharedDivisor(findings: readonly Finding[]): { at: string; instead: string } | null {
	const [first] = findings.map((finding) => finding.wouldMatchIf.find((one) => one.kind === 'divisor'));
	const all =
		first !== undefined &&
		findings.every((finding) =>
			finding.wouldMatchIf.some((one) => one.kind === 'divisor' && one.at === first.at),
		);
	return all && first ? { at: first.at, instead: String(first.params?.instead ?? '') } : null;
}

function noteForRow(findings: readonly Finding[], locale: Locale): string {
	const [first] = findings as [Finding];
	const list = findings.map((finding) =>
		m.check_note_row_item(
			{
				column: finding.column,
				expected: writeFigure(finding.expected ?? 0, finding.row, decimalsOf(finding), locale),
				printed: writeFigure(finding.printed ?? 0, finding.row, decimalsOf(finding), locale),
			},
			{ locale },
		),
	);
	const shared = findings
		.flatMap((finding) => finding.wouldMatchIf)
		.filter((one) => Number(one.params?.shared ?? 1) > 1)
		.sort((a, b) => Number(b.params?.shared) - Number(a.params?.shared))[0];
	const divisor = sharedDivisor(findings);
	const cause = divisor
		? ` ${m.check_note_would_all({ divisor: nameInSentence(divisor.at, locale), instead: nameInSentence(divisor.instead, locale) }, { locale })}`
		: shared
			? ` ${m.check_note_would_shared({ count: Number(shared.params?.shared), row: nameInSentence(shared.at, locale), value: writeOperand(shared.value, locale) }, { locale })}`
			: '';
	return `${m.check_note_row({ row: nameOf(first.row, locale), count: findings.length, list: list.join('; ') }, { locale })}${cause}`;
}

function noteForOne(finding: Finding, locale: Locale): string {
	const text = findingText(finding, locale);
	if (finding.verdict === 'odd') {
		return `${text.title}${text.title.endsWith('?') ? '' : '.'} ${text.note}`.trim();
	}
	const write = (value: number) => writeFigure(value, finding.row, decimalsOf(finding), locale);
	const formula = formulaText(finding, locale);
	const inputs = {
		where: whereOf(finding, locale),
		printed: write(finding.printed ?? 0),
		expected: write(finding.expected ?? 0),
	};
	// A rank or a priority has no formula that fits in a line.
	const sentence =
		formula === ''
			? m.check_note_differs_plain(inputs, { locale })
			: m.check_note_differs({ ...inputs, formula }, { locale });
	// A divisor and the groups left out belong together; other hypotheses exclude one another.
	const together = finding.code === 'other-inputs';
	const causes = text.wouldMatchIf
		.slice(0, together ? 6 : 2)
		.join(together ? '; ' : `; ${m.check_or({}, { locale })} `);
	const would = causes ? ` ${m.check_note_would({ list: causes }, { locale })}` : '';
	return `${sentence}${would}${text.follows ? ` ${text.follows}` : ''}`;
}

/** The review note: numbered plain text that names numbers, not people. */
export function reviewNote(check: TableCheck, locale: Locale): string {
	// A share above 100 % that differs is one remark, not two.
	const groups = groupedFindings(check).filter((group) => group[0]?.code !== 'percentage-over-100');
	const notes = groups.map((group) =>
		group.length > 1 ? noteForRow(group, locale) : noteForOne(group[0] as Finding, locale),
	);
	const lines =
		notes.length > 0
			? notes.map((note, index) => `${index + 1}. ${note}`)
			: [m.check_note_none({}, { locale })];
	return [...lines, ...conclusionSentences(check, locale)].join('\n');
}

function findingsTable(check: TableCheck, locale: Locale): TableBlock {
	return {
		kind: 'table',
		id: 'findings',
		caption: m.check_heading_all({}, { locale }),
		columns: [
			{ label: m.check_column_verdict({}, { locale }), align: 'left' },
			{ label: m.check_column_where({}, { locale }), align: 'left' },
			{ label: m.check_column_cell({}, { locale }), align: 'left' },
			{ label: m.check_column_printed({}, { locale }), align: 'right' },
			{ label: m.check_column_expected({}, { locale }), align: 'right' },
			{ label: m.check_column_formula({}, { locale }), align: 'left' },
		],
		rows: check.findings.map((finding) => {
			const text = findingText(finding, locale);
			const decimals = decimalsOf(finding);
			const number = (value: number | null) =>
				value === null
					? { text: '' }
					: { text: writeFigure(value, finding.row, decimals, locale), value, decimals };
			return {
				cells: [
					{ text: `${text.mark} ${verdictWord(finding.verdict, locale)}`, mark: finding.verdict },
					{ text: finding.verdict === 'odd' ? text.title : whereOf(finding, locale) },
					{ text: finding.cell ?? '' },
					number(finding.printed),
					number(finding.expected),
					{ text: text.formula },
				],
			};
		}),
	};
}

/** The whole check as blocks. */
export function checkReport(
	check: TableCheck,
	options: { readonly locale: Locale; readonly title?: string },
): Report {
	const { locale } = options;
	const findings = groupedFindings(check).flatMap((group): Block[] =>
		group.flatMap((finding): Block[] => {
			const text = findingText(finding, locale);
			const details = [text.formula, ...text.wouldMatchIf, text.follows, text.note].filter(Boolean);
			return [
				{ kind: 'heading', level: 3, text: `${text.mark} ${text.word}. ${text.title}` },
				...(details.length > 0 ? [{ kind: 'list' as const, ordered: false, items: details }] : []),
			];
		}),
	);
	return {
		title: m.check_report_title({ title: options.title ?? check.title }, { locale }),
		locale,
		blocks: [
			{ kind: 'sentence', text: checkSentence(check, locale) },
			{ kind: 'heading', level: 2, text: m.check_heading_findings({}, { locale }) },
			...(findings.length > 0
				? findings
				: [{ kind: 'paragraph' as const, text: m.check_note_none({}, { locale }) }]),
			...(check.findings.some((finding) => finding.wouldMatchIf.length > 0)
				? [{ kind: 'note' as const, text: m.check_hypothesis({}, { locale }) }]
				: []),
			{ kind: 'heading', level: 2, text: m.check_heading_note({}, { locale }) },
			...reviewNote(check, locale)
				.split('\n')
				.map((text): Block => ({ kind: 'paragraph', text })),
			findingsTable(check, locale),
			{ kind: 'note', text: m.check_interval_note({}, { locale }) },
		],
		sources: [{ id: 'table-check', version: 1, source }],
	};
}
