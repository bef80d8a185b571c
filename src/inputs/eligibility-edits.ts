/** Edits of an eligibility sheet: each gives a new sheet, and an answer follows its rule wherever that moves. */
import {
	answerOf,
	emptyApplicant,
	emptyRule,
	freeRuleId,
	type Applicant,
	type EligibilityContent,
	type SheetAnswer,
	type SheetRule,
} from './eligibility-content.ts';

/** The rule at `index` with some of it changed. */
export function changedRule(
	content: EligibilityContent,
	index: number,
	part: Partial<SheetRule>,
): EligibilityContent {
	return {
		...content,
		rules: content.rules.map((rule, place) => (place === index ? { ...rule, ...part } : rule)),
	};
}

/** One more empty rule at the end. */
export function withRule(content: EligibilityContent): EligibilityContent {
	return { ...content, rules: [...content.rules, emptyRule(freeRuleId(content.rules))] };
}

/** The rule and every answer to it taken away. */
export function withoutRule(content: EligibilityContent, index: number): EligibilityContent {
	const gone = content.rules[index]?.id;
	const rules = content.rules.filter((_, place) => place !== index);
	return {
		...content,
		rules: rules.length > 0 ? rules : [emptyRule(freeRuleId(content.rules))],
		applicants: content.applicants.map((applicant) => ({
			...applicant,
			answers: applicant.answers.filter(({ rule }) => rule !== gone),
		})),
	};
}

/** The rule one place up (`-1`) or down (`1`); the same sheet at either end. */
export function movedRule(content: EligibilityContent, index: number, by: -1 | 1): EligibilityContent {
	const [rule, other] = [content.rules[index], content.rules[index + by]];
	if (!rule || !other) return content;
	return {
		...content,
		rules: content.rules.map((one, place) => (place === index ? other : place === index + by ? rule : one)),
	};
}

/** The applicant at `index` with some of it changed. */
export function changedApplicant(
	content: EligibilityContent,
	index: number,
	part: Partial<Applicant>,
): EligibilityContent {
	return {
		...content,
		applicants: content.applicants.map((one, place) => (place === index ? { ...one, ...part } : one)),
	};
}

/** The applicant at `index` with an answer changed. */
export function changedAnswer(
	content: EligibilityContent,
	index: number,
	rule: string,
	part: Partial<SheetAnswer>,
): EligibilityContent {
	const applicant = content.applicants[index];
	if (!applicant) return content;
	const next = { ...answerOf(applicant, rule), ...part };
	return changedApplicant(content, index, {
		answers: [...applicant.answers.filter((answer) => answer.rule !== rule), next],
	});
}

/** One more applicant at the end. */
export function withApplicant(content: EligibilityContent): EligibilityContent {
	return { ...content, applicants: [...content.applicants, emptyApplicant] };
}

/** Without the applicant at `index`; an empty one stays when it was the last. */
export function withoutApplicant(content: EligibilityContent, index: number): EligibilityContent {
	const applicants = content.applicants.filter((_, place) => place !== index);
	return { ...content, applicants: applicants.length > 0 ? applicants : [emptyApplicant] };
}
