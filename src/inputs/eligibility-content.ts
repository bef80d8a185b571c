/** What an eligibility sheet holds: a programme, its rules on a day, and what each applicant has shown for each rule. */
import { choiceFrom, listFrom, recordFrom, textFrom, type ToolContent } from './tool-content.ts';

/** What proves a rule; it decides which fields an answer has and where the paper is obtained. */
export const ruleKinds = [
	'yes-no',
	'document',
	'nik',
	'nib',
	'pirt',
	'halal',
	'siinas',
	'land',
	'text',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** What is sold, as far as it decides which food permit it needs; empty when not told. */
export const applicantProducts = [
	'',
	'dry-or-shelf-stable',
	'milk',
	'frozen-meat-or-fish',
	'low-acid-canned',
	'baby-food',
	'alcohol',
	'bottled-water',
	'sni-mandatory',
	'animal-feed',
] as const;
export type ApplicantProduct = (typeof applicantProducts)[number];

export const answersSeen = ['unknown', 'yes', 'no'] as const;
export type AnswerSeen = (typeof answersSeen)[number];

export interface SheetRule {
	/** Unique in the sheet; answers refer to it, so that a rule keeps them when it moves. */
	readonly id: string;
	readonly name: string;
	readonly kind: RuleKind;
	/** A soft rule is asked for but does not decide. */
	readonly weight: 'hard' | 'soft';
	/** ISO dates between which the rule is part of the programme; empty for no end. */
	readonly from: string;
	readonly until: string;
	/** What to bring when it is missing, as the letter says it; empty for the usual words of the kind. */
	readonly bring: string;
}

export interface SheetAnswer {
	readonly rule: string;
	readonly seen: AnswerSeen;
	/** Number or text of the paper, as typed. */
	readonly number: string;
	/** ISO dates; empty when not told. */
	readonly issuedOn: string;
	readonly validUntil: string;
	/** Of a halal certificate: ingredients or process are no longer those certified. */
	readonly changed: '' | 'yes' | 'no';
}

export interface Applicant {
	readonly name: string;
	readonly product: string;
	readonly productKind: ApplicantProduct;
	readonly answers: readonly SheetAnswer[];
}

export interface EligibilityContent {
	readonly programme: string;
	/** As typed: `2021`. */
	readonly year: string;
	/** ISO date for which everything is judged. */
	readonly validOn: string;
	/** Where papers are brought and until when, for the letters. */
	readonly bringTo: string;
	readonly rules: readonly SheetRule[];
	readonly applicants: readonly Applicant[];
}

export const mostRules = 40;
export const mostApplicants = 300;

export const emptyApplicant: Applicant = { name: '', product: '', productKind: '', answers: [] };

export const emptyRule = (id: string): SheetRule => ({
	id,
	name: '',
	kind: 'document',
	weight: 'hard',
	from: '',
	until: '',
	bring: '',
});

export const emptyAnswer = (rule: string): SheetAnswer => ({
	rule,
	seen: 'unknown',
	number: '',
	issuedOn: '',
	validUntil: '',
	changed: '',
});

/** A day of the calendar as `YYYY-MM-DD`; empty for anything else. */
function dayFrom(value: unknown): string {
	const text = textFrom(value, 10);
	const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
	return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : '';
}

function ruleFrom(value: unknown): SheetRule {
	const rule = recordFrom(value);
	return {
		id: textFrom(rule.id, 40),
		name: textFrom(rule.name),
		kind: choiceFrom(rule.kind, ruleKinds, 'document'),
		weight: choiceFrom(rule.weight, ['hard', 'soft'], 'hard'),
		from: dayFrom(rule.from),
		until: dayFrom(rule.until),
		bring: textFrom(rule.bring),
	};
}

/** Rules with ids of their own: one that came without, or with one already taken, is given the next free number. */
function withIds(rules: readonly SheetRule[]): SheetRule[] {
	const kept: SheetRule[] = [];
	for (const rule of rules) {
		const taken = rule.id === '' || kept.some(({ id }) => id === rule.id);
		kept.push(taken ? { ...rule, id: freeRuleId([...rules, ...kept]) } : rule);
	}
	return kept;
}

/** An id that no rule has. */
export function freeRuleId(rules: readonly SheetRule[]): string {
	let number = rules.length + 1;
	while (rules.some(({ id }) => id === `r${number}`)) number += 1;
	return `r${number}`;
}

function answerFrom(value: unknown): SheetAnswer {
	const answer = recordFrom(value);
	return {
		rule: textFrom(answer.rule, 40),
		seen: choiceFrom(answer.seen, answersSeen, 'unknown'),
		number: textFrom(answer.number),
		issuedOn: dayFrom(answer.issuedOn),
		validUntil: dayFrom(answer.validUntil),
		changed: choiceFrom(answer.changed, ['', 'yes', 'no'], ''),
	};
}

/** What an applicant has shown for a rule; an empty answer when nothing was noted. */
export function answerOf(applicant: Applicant, rule: string): SheetAnswer {
	return applicant.answers.find((answer) => answer.rule === rule) ?? emptyAnswer(rule);
}

const applicantBlank = ({ name, product, answers }: Applicant) =>
	name.trim() === '' &&
	product.trim() === '' &&
	answers.every(({ seen, number }) => seen === 'unknown' && number.trim() === '');

/** Applicants of whom something was typed, with their place in the sheet. */
export function filledApplicants(
	content: EligibilityContent,
): readonly { readonly applicant: Applicant; readonly index: number }[] {
	return content.applicants
		.map((applicant, index) => ({ applicant, index }))
		.filter(({ applicant }) => !applicantBlank(applicant));
}

export const eligibilityContent: ToolContent<EligibilityContent> = {
	tool: 'eligibility',
	version: 1,
	empty: () => ({
		programme: '',
		year: '',
		validOn: '',
		bringTo: '',
		rules: [emptyRule('r1')],
		applicants: [emptyApplicant],
	}),
	read(value) {
		const from = recordFrom(value);
		if (!Array.isArray(from.rules) || !Array.isArray(from.applicants)) return null;
		const rules = withIds(listFrom(from.rules, mostRules, ruleFrom));
		return {
			programme: textFrom(from.programme),
			year: textFrom(from.year, 20),
			validOn: dayFrom(from.validOn),
			bringTo: textFrom(from.bringTo),
			rules: rules.length > 0 ? rules : [emptyRule('r1')],
			applicants: [
				...listFrom(from.applicants, mostApplicants, (entry) => {
					const applicant = recordFrom(entry);
					return {
						name: textFrom(applicant.name),
						product: textFrom(applicant.product),
						productKind: choiceFrom(applicant.productKind, applicantProducts, ''),
						answers: listFrom(applicant.answers, mostRules, answerFrom),
					};
				}),
				...(from.applicants.length === 0 ? [emptyApplicant] : []),
			],
		};
	},
	title: ({ programme, year }) => [programme.trim(), year.trim()].filter(Boolean).join(' '),
	blank: ({ programme, year, bringTo, rules, applicants }) =>
		[programme, year, bringTo, ...rules.flatMap(({ name, bring }) => [name, bring])].every(
			(text) => text.trim() === '',
		) && applicants.every(applicantBlank),
};
