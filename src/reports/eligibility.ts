/** An eligibility sheet as a sentence, a table of applicants and rules, and for each applicant what to bring. */
import type { EligibilityContent, SheetRule } from '#inputs/eligibility-content.ts';
import {
	judgeSheet,
	type EligibilityGap,
	type EligibilityStudy,
	type JudgedApplicant,
} from '#inputs/eligibility-study.ts';
import { withoutPersonalNumbers } from '#inputs/personal-numbers.ts';
import { eligibility } from '#methods/programme/eligibility.ts';
import { m } from '#words/messages.js';
import type { Block, Report, TableBlock } from './block.ts';
import { outcomeWords, reasonOf, stateText, toBringText } from './eligibility-words.ts';
import { dash, dateText, textCell } from './figure-text.ts';
import type { Locale } from './row-label.ts';

export interface EligibilityOptions {
	readonly locale: Locale;
	readonly date?: string;
}

/** More people than this are counted instead of named. */
const mostNamed = 8;

/** How an applicant is called: by name, else by place. */
export function applicantName({ applicant, index }: JudgedApplicant, locale: Locale): string {
	return applicant.name.trim() || m.eligibility_applicant_number({ number: index + 1 }, { locale });
}

/** Name and year of the programme, with no number of a person in it. */
export function programmeTitle({ programme, year }: EligibilityContent, locale: Locale): string {
	const title = [programme.trim(), year.trim()].filter(Boolean).join(' ');
	return withoutPersonalNumbers(title) || m.eligibility_untitled({}, { locale });
}

const gapWords = {
	'day-missing': m.eligibility_gap_day,
	'rules-missing': m.eligibility_gap_rules,
	'applicants-missing': m.eligibility_gap_applicants,
	'no-rule-in-force': m.eligibility_gap_not_in_force,
} as const satisfies Record<EligibilityGap, unknown>;

const ruleName = (rule: SheetRule, locale: Locale) =>
	rule.weight === 'soft' ? m.eligibility_soft_mark({ name: rule.name.trim() }, { locale }) : rule.name.trim();

type Judged = Extract<EligibilityStudy, { gap: null }>;

function sentence(study: Judged, content: EligibilityContent, locale: Locale): Block {
	const count = (outcome: JudgedApplicant['outcome']) =>
		study.applicants.filter((one) => one.outcome === outcome).length;
	const named = content.programme.trim() !== '';
	return {
		kind: 'sentence',
		text: m.eligibility_sentence(
			{
				count: study.applicants.length,
				programme: named ? programmeTitle(content, locale) : m.eligibility_sentence_this({}, { locale }),
				eligible: count('eligible'),
				incomplete: count('incomplete'),
				failing: count('not-eligible'),
			},
			{ locale },
		),
		condition: m.eligibility_sentence_about(
			{ date: dateText(content.validOn, locale), count: study.rules.length },
			{ locale },
		),
	};
}

function matrix(study: Judged, content: EligibilityContent, locale: Locale): TableBlock {
	const to = { locale };
	return {
		kind: 'table',
		id: 'applicants',
		caption: m.eligibility_table({}, to),
		columns: [
			m.eligibility_applicant({}, to),
			m.eligibility_outcome({}, to),
			...study.rules.map((rule) => ruleName(rule, locale)),
		].map((label) => ({ label, align: 'left' })),
		rows: study.applicants.map((judged) => ({
			cells: [
				textCell([applicantName(judged, locale), judged.applicant.product.trim()].filter(Boolean).join(', ')),
				textCell(outcomeWords[judged.outcome]({}, to), true),
				...judged.rules.map((rule) => textCell(stateText(rule, locale))),
			],
		})),
		source: m.eligibility_table_source({ date: dateText(content.validOn, locale) }, to),
	};
}

/** The numbers on the papers, as they may be shown; null when none was noted. */
function numbersTable(study: Judged, locale: Locale): TableBlock | null {
	const columns = study.rules.filter((rule) =>
		study.applicants.some(({ rules }) => rules.some((one) => one.rule.id === rule.id && one.shown !== '')),
	);
	if (columns.length === 0) return null;
	return {
		kind: 'table',
		id: 'numbers',
		caption: m.eligibility_numbers_table({}, { locale }),
		columns: [m.eligibility_applicant({}, { locale }), ...columns.map(({ name }) => name.trim())].map(
			(label) => ({ label, align: 'left' }),
		),
		rows: study.applicants.map((judged) => ({
			cells: [
				textCell(applicantName(judged, locale)),
				...columns.map(({ id }) => textCell(judged.rules.find(({ rule }) => rule.id === id)?.shown || dash)),
			],
		})),
	};
}

/** What to look at on papers that are there: each hint once, with those whom it is about. */
function hintBlocks({ applicants }: Judged, locale: Locale): Block[] {
	const named = new Map<string, string[]>();
	for (const judged of applicants)
		for (const { state, hints } of judged.rules)
			for (const { code } of state === 'met' ? hints : [])
				named.set(code, [...(named.get(code) ?? []), applicantName(judged, locale)]);
	if (named.size === 0) return [];
	const whom = (names: readonly string[]) =>
		names.length > mostNamed
			? m.eligibility_applicants_count({ count: names.length }, { locale })
			: names.join(', ');
	return [
		{ kind: 'heading', level: 1, text: m.eligibility_checks_heading({}, { locale }) },
		{
			kind: 'list',
			ordered: false,
			items: [...named].map(([code, names]) => `${whom(names)}: ${reasonOf(code, locale)}`),
		},
	];
}

/** What to bring, by applicant; those with nothing to bring share one sentence. */
function toBringBlocks({ applicants }: Judged, locale: Locale): Block[] {
	const missing = ({ rules }: JudgedApplicant) => rules.filter(({ state }) => state !== 'met');
	const complete = applicants.filter((judged) => missing(judged).length === 0);
	const names = complete.map((judged) => applicantName(judged, locale)).join(', ');
	if (complete.length === applicants.length)
		return [{ kind: 'paragraph', text: m.eligibility_todo_all_done({}, { locale }) }];
	return [
		{ kind: 'heading', level: 1, text: m.eligibility_todo_heading({}, { locale }) },
		...applicants
			.filter((judged) => missing(judged).length > 0)
			.flatMap((judged): Block[] => [
				{ kind: 'heading', level: 2, text: applicantName(judged, locale) },
				{
					kind: 'list',
					ordered: false,
					items: missing(judged).map((rule) => toBringText(rule, judged.applicant, locale)),
				},
			]),
		...(complete.length > 0
			? [{ kind: 'paragraph', text: m.eligibility_todo_complete({ names }, { locale }) } as const]
			: []),
	];
}

/** The report. While something is missing it says what to fill in; no NIK stands in it unmasked. */
export function eligibilityReport(
	content: EligibilityContent,
	{ locale }: EligibilityOptions,
): Report | null {
	const study = judgeSheet(content);
	const title = programmeTitle(content, locale);
	if (study.gap !== null)
		return {
			title,
			locale,
			blocks: [{ kind: 'note', text: gapWords[study.gap]({}, { locale }) }],
			sources: [],
		};
	const { id, version, source } = eligibility;
	const numbers = numbersTable(study, locale);
	return {
		title,
		locale,
		blocks: [
			sentence(study, content, locale),
			...(study.noHardRule ? [{ kind: 'note', text: m.eligibility_no_hard({}, { locale }) } as const] : []),
			matrix(study, content, locale),
			...toBringBlocks(study, locale),
			...hintBlocks(study, locale),
			...(numbers ? [numbers] : []),
		],
		sources: [{ id, version, source }],
	};
}
