/** An eligibility sheet as the method takes it, one applicant at a time, and what the method answers for each. */
import { eligibility } from '#methods/programme/eligibility.ts';
import type { EligibilityEvidence, EligibilityResult, RuleState } from '#methods/programme/eligibility.ts';
import { foodPermitFault } from '#methods/programme/food-permit.ts';
import type { Warning } from '#methods/method.ts';
import {
	answerOf,
	filledApplicants,
	type Applicant,
	type EligibilityContent,
	type SheetAnswer,
	type SheetRule,
} from './eligibility-content.ts';
import { isMaskedNik, withoutPersonalNumbers } from './personal-numbers.ts';

export interface JudgedRule {
	readonly rule: SheetRule;
	readonly answer: SheetAnswer;
	readonly state: RuleState;
	/** Code of the reason, as the method names it. */
	readonly why: string;
	/** Number as it may be shown; empty when none was typed. */
	readonly shown: string;
	/** What a reader must know of the number though nothing is wrong. */
	readonly hints: readonly Warning[];
}

export interface JudgedApplicant {
	readonly applicant: Applicant;
	/** Place in the sheet, from 0. */
	readonly index: number;
	readonly outcome: EligibilityResult['outcome'];
	/** The rules in force, in the sheet's order. */
	readonly rules: readonly JudgedRule[];
}

/** Why nothing can be said yet. */
export type EligibilityGap = 'day-missing' | 'rules-missing' | 'applicants-missing' | 'no-rule-in-force';

export type EligibilityStudy =
	| { readonly gap: EligibilityGap }
	| {
			readonly gap: null;
			/** The rules in force on the day. */
			readonly rules: readonly SheetRule[];
			readonly applicants: readonly JudgedApplicant[];
			/** No rule decides, so everybody counts as eligible. */
			readonly noHardRule: boolean;
	  };

const numbered = ['nik', 'nib', 'pirt', 'halal'] as const;
type Numbered = (typeof numbered)[number];
const isNumbered = (kind: SheetRule['kind']): kind is Numbered =>
	(numbered as readonly string[]).includes(kind);

/** The numbered document of an answer; null when there is none to read. */
function documentOf(
	rule: SheetRule,
	answer: SheetAnswer,
	applicant: Applicant,
): EligibilityEvidence['document'] {
	if (!isNumbered(rule.kind)) return null;
	const number = answer.number.trim();
	const product = rule.kind === 'pirt' && applicant.productKind !== '' ? applicant.productKind : null;
	// A food that can never have the permit fails the rule whether or not a number was noted.
	const forbidden = product !== null && foodPermitFault(product) !== null;
	if ((number === '' && !forbidden) || (rule.kind === 'nik' && isMaskedNik(number))) return null;
	return {
		kind: rule.kind,
		number,
		product,
		issuedOn: rule.kind === 'halal' && answer.issuedOn !== '' ? answer.issuedOn : null,
		changed: rule.kind === 'halal' && answer.changed !== '' ? answer.changed === 'yes' : null,
	};
}

/** Fields that an answer of another kind left behind do not count: only those the rule's kind shows. */
function evidenceOf(rule: SheetRule, applicant: Applicant): EligibilityEvidence {
	const answer = answerOf(applicant, rule.id);
	const dated = rule.kind === 'document' || rule.kind === 'pirt';
	return {
		rule: rule.id,
		seen: answer.seen,
		validUntil: dated && answer.validUntil !== '' ? answer.validUntil : null,
		document: documentOf(rule, answer, applicant),
	};
}

/** The sheet with no number of a person in a text where it does not belong; the NIK itself is masked by its reader. */
function readable(content: EligibilityContent): EligibilityContent {
	const kinds = new Map(content.rules.map(({ id, kind }) => [id, kind]));
	return {
		...content,
		rules: content.rules.map((rule) => ({
			...rule,
			name: withoutPersonalNumbers(rule.name),
			bring: withoutPersonalNumbers(rule.bring),
		})),
		applicants: content.applicants.map((applicant) => ({
			...applicant,
			name: withoutPersonalNumbers(applicant.name),
			product: withoutPersonalNumbers(applicant.product),
			answers: applicant.answers.map((answer) =>
				kinds.get(answer.rule) === 'nik'
					? answer
					: { ...answer, number: withoutPersonalNumbers(answer.number) },
			),
		})),
	};
}

/**
 * Every applicant of whom something was typed, judged for the sheet's day. A rule without a name is not part of the
 * programme yet. Never throws.
 */
export function judgeSheet(typed: EligibilityContent): EligibilityStudy {
	const content = readable(typed);
	const named = content.rules.filter(({ name }) => name.trim() !== '');
	if (named.length === 0) return { gap: 'rules-missing' };
	if (content.validOn === '') return { gap: 'day-missing' };
	const filled = filledApplicants(content);
	if (filled.length === 0) return { gap: 'applicants-missing' };
	const rules = named.map(({ id, name, bring, weight, from, until }) => ({
		id,
		evidence: bring.trim() || name.trim(),
		weight,
		from: from || null,
		until: until || null,
	}));
	let inForce: readonly SheetRule[] = [];
	let noHardRule = false;
	const applicants: JudgedApplicant[] = [];
	for (const { applicant, index } of filled) {
		const evidence = named.map((rule) => evidenceOf(rule, applicant));
		const { result, warnings } = eligibility.compute({ validOn: content.validOn, rules, evidence });
		if (!result) return { gap: 'no-rule-in-force' };
		inForce = named.filter(({ id }) => result.rules.some((judged) => judged.id === id));
		noHardRule = warnings.some(({ code }) => code === 'NO_HARD_RULE');
		applicants.push({
			applicant,
			index,
			outcome: result.outcome,
			rules: inForce.map((rule) => judgedRule(rule, applicant, result)),
		});
	}
	return { gap: null, rules: inForce, applicants, noHardRule };
}

function judgedRule(rule: SheetRule, applicant: Applicant, result: EligibilityResult): JudgedRule {
	const judged = result.rules.find(({ id }) => id === rule.id);
	const document = result.documents.find((read) => read.rule === rule.id);
	const answer = answerOf(applicant, rule.id);
	return {
		rule,
		answer,
		state: judged?.state ?? 'unknown',
		why: judged?.why ?? 'NO_EVIDENCE',
		shown: document?.shown ?? answer.number.trim(),
		hints: document?.hints ?? [],
	};
}
