/** Letters to applicants: what is there and what to bring, one page each, with no word of judgement. */
import type { EligibilityContent } from '#inputs/eligibility-content.ts';
import { judgeSheet, type JudgedApplicant } from '#inputs/eligibility-study.ts';
import { withoutPersonalNumbers } from '#inputs/personal-numbers.ts';
import { m } from '#words/messages.js';
import type { Block, Report } from './block.ts';
import { applicantName, programmeTitle } from './eligibility.ts';
import { toBringText } from './eligibility-words.ts';
import { dateText } from './figure-text.ts';
import type { Locale } from './row-label.ts';

export interface Letter {
	/** How the applicant is called. */
	readonly name: string;
	/** The programme. */
	readonly title: string;
	readonly date: string;
	readonly to: string;
	readonly opening: string;
	/** Requirements whose paper is there. */
	readonly there: readonly string[];
	/** Papers to bring, in whole sentences. */
	readonly bring: readonly string[];
	readonly closing: readonly string[];
}

function letterOf(judged: JudgedApplicant, content: EligibilityContent, locale: Locale): Letter {
	const to = { locale };
	const name = applicantName(judged, locale);
	const product = judged.applicant.product.trim();
	const date = dateText(content.validOn, locale);
	const where = withoutPersonalNumbers(content.bringTo.trim()).replace(/[.\s]+$/, '');
	const bring = judged.rules
		.filter(({ state }) => state !== 'met')
		.map((rule) => toBringText(rule, judged.applicant, locale));
	return {
		name,
		title: programmeTitle(content, locale),
		date,
		to:
			product === ''
				? m.eligibility_letter_to({ name }, to)
				: m.eligibility_letter_to_product({ name, product }, to),
		opening: m.eligibility_letter_thanks({ date }, to),
		there: judged.rules.filter(({ state }) => state === 'met').map(({ rule }) => rule.name.trim()),
		bring,
		closing: [
			...(bring.length === 0 ? [m.eligibility_letter_nothing({}, to)] : []),
			...(bring.length > 0 && where !== '' ? [m.eligibility_letter_bring_to({ where }, to)] : []),
			m.eligibility_letter_foot({}, to),
		],
	};
}

/** A letter for each applicant, in the sheet's order; none while the sheet cannot be judged. */
export function lettersOf(content: EligibilityContent, locale: Locale): Letter[] {
	const study = judgeSheet(content);
	return study.gap === null ? study.applicants.map((judged) => letterOf(judged, content, locale)) : [];
}

/** A letter as a message: bold where messengers show it, and readable where they do not. */
export function letterText(letter: Letter, locale: Locale): string {
	const part = (heading: string, lines: readonly string[]) =>
		lines.length === 0 ? [] : ['', `*${heading}*`, ...lines.map((line) => `- ${line}`)];
	return [
		`*${letter.title}*`,
		letter.date,
		'',
		letter.to,
		letter.opening,
		...part(m.eligibility_letter_there({}, { locale }), letter.there),
		...part(m.eligibility_letter_bring({}, { locale }), letter.bring),
		'',
		...letter.closing,
	].join('\n');
}

/** The letter as blocks; the programme stands above it as the report's title or, from the second letter on, as a heading. */
function letterBlocks(letter: Letter, first: boolean, locale: Locale): Block[] {
	const part = (text: string, items: readonly string[]): Block[] =>
		items.length === 0
			? []
			: [
					{ kind: 'heading', level: 3, text },
					{ kind: 'list', ordered: false, items },
				];
	return [
		...(first ? [] : [{ kind: 'heading', level: 1, text: letter.title, newPage: true } as const]),
		{ kind: 'paragraph', text: letter.date },
		{ kind: 'paragraph', text: letter.to },
		{ kind: 'paragraph', text: letter.opening },
		...part(m.eligibility_letter_there({}, { locale }), letter.there),
		...part(m.eligibility_letter_bring({}, { locale }), letter.bring),
		...letter.closing.map((text) => ({ kind: 'paragraph' as const, text })),
	];
}

/** Every letter in one document, each on a page of its own; null while there is none. */
export function lettersReport(content: EligibilityContent, locale: Locale): Report | null {
	const letters = lettersOf(content, locale);
	if (letters.length === 0) return null;
	return {
		title: programmeTitle(content, locale),
		locale,
		blocks: letters.flatMap((letter, index) => letterBlocks(letter, index === 0, locale)),
		sources: [],
	};
}
