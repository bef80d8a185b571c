/** The words of an eligibility sheet: states, reasons, and for each kind of evidence what to bring, from where, and what to check. */
import type { EligibilityResult, RuleState } from '#methods/programme/eligibility.ts';
import { foodPermitFault } from '#methods/programme/food-permit.ts';
import type { JudgedRule } from '#inputs/eligibility-study.ts';
import type { Applicant, RuleKind, SheetRule } from '#inputs/eligibility-content.ts';
import { m } from '#words/messages.js';
import type { Locale } from './row-label.ts';

type Say = (inputs: Record<string, never>, options: { locale: Locale }) => string;
type SayNamed = (inputs: { name: string }, options: { locale: Locale }) => string;

const stateWords: Readonly<Record<RuleState, Say>> = {
	met: m.eligibility_state_met,
	'not-met': m.eligibility_state_not_met,
	unknown: m.eligibility_state_unknown,
};

/** A sign and a word for a cell. What was seen and cannot be right is to be looked at again, not for the first time. */
export function stateText({ state, why }: JudgedRule, locale: Locale): string {
	const again = state === 'unknown' && reasonOf(why, locale) !== '';
	return (again ? m.eligibility_state_again : stateWords[state])({}, { locale });
}

export const outcomeWords: Readonly<Record<EligibilityResult['outcome'], Say>> = {
	eligible: m.eligibility_outcome_eligible,
	incomplete: m.eligibility_outcome_incomplete,
	'not-eligible': m.eligibility_outcome_failing,
};

/**
 * The reasons that tell more than "it is missing". They are named here one by one, because the words of every method
 * together would weigh more than the whole tool.
 */
const reasonWords: Readonly<Record<string, SayNamed>> = {
	EXPIRED: m.reports_reason_expired,
	NOT_YET_VALID: m.reports_reason_not_yet_valid,
	NIK_NOT_DIGITS: m.reports_reason_nik_not_digits,
	NIK_NOT_16_DIGITS: m.reports_reason_nik_not_16_digits,
	NIK_PROVINCE_UNKNOWN: m.reports_reason_nik_province_unknown,
	NIK_REGION_ZERO: m.reports_reason_nik_region_zero,
	NIK_DAY: m.reports_reason_nik_day,
	NIK_MONTH: m.reports_reason_nik_month,
	NIK_NO_SUCH_DATE: m.reports_reason_nik_no_such_date,
	NIK_SERIAL_ZERO: m.reports_reason_nik_serial_zero,
	NIK_REGION_IS_A_HINT: m.reports_reason_nik_region_is_a_hint,
	NIB_NOT_DIGITS: m.reports_reason_nib_not_digits,
	NIB_NOT_13_DIGITS: m.reports_reason_nib_not_13_digits,
	NIB_NO_CHECK_DIGIT: m.reports_reason_nib_no_check_digit,
	PIRT_NOT_DIGITS: m.reports_reason_pirt_not_digits,
	PIRT_NOT_15_DIGITS: m.reports_reason_pirt_not_15_digits,
	PIRT_PACKAGING: m.reports_reason_pirt_packaging,
	PIRT_FOOD_TYPE: m.reports_reason_pirt_food_type,
	PIRT_PROVINCE_UNKNOWN: m.reports_reason_pirt_province_unknown,
	PIRT_SERIAL_ZERO: m.reports_reason_pirt_serial_zero,
	PIRT_EXPIRED: m.reports_reason_pirt_expired,
	PIRT_YEAR_TOO_FAR: m.reports_reason_pirt_year_too_far,
	PIRT_EXPIRES_THIS_YEAR: m.reports_reason_pirt_expires_this_year,
	PIRT_NOT_FOR_THIS_FOOD: m.reports_reason_pirt_not_for_this_food,
	PIRT_NOT_FOR_FEED: m.reports_reason_pirt_not_for_feed,
	HALAL_IS_A_DECREE: m.reports_reason_halal_is_a_decree,
	HALAL_NO_ID: m.reports_reason_halal_no_id,
	HALAL_NOT_DIGITS: m.reports_reason_halal_not_digits,
	HALAL_DIGITS_UNUSUAL: m.reports_reason_halal_digits_unusual,
	HALAL_FOUR_YEARS_OVER: m.reports_reason_halal_four_years_over,
	HALAL_CHANGED: m.reports_reason_halal_changed,
};

/** What a code says beyond "missing" or "not looked at"; empty when it says no more. */
export function reasonOf(code: string, locale: Locale): string {
	return (reasonWords[code] as Say | undefined)?.({}, { locale }) ?? '';
}

const bringWords: Readonly<Record<RuleKind, SayNamed>> = {
	'yes-no': m.eligibility_bring_yes_no,
	document: m.eligibility_bring_document,
	nik: m.eligibility_bring_nik,
	nib: m.eligibility_bring_nib,
	pirt: m.eligibility_bring_pirt,
	halal: m.eligibility_bring_halal,
	siinas: m.eligibility_bring_siinas,
	land: m.eligibility_bring_land,
	text: m.eligibility_bring_text,
};

const whereWords: Readonly<Partial<Record<RuleKind, Say>>> = {
	nik: m.eligibility_where_nik,
	nib: m.eligibility_where_nib,
	pirt: m.eligibility_where_pirt,
	halal: m.eligibility_where_halal,
	siinas: m.eligibility_where_siinas,
	land: m.eligibility_where_land,
};

const checkWords: Readonly<Partial<Record<RuleKind, Say>>> = {
	document: m.eligibility_check_document,
	nik: m.eligibility_check_nik,
	nib: m.eligibility_check_nib,
	pirt: m.eligibility_check_pirt,
	halal: m.eligibility_check_halal,
	siinas: m.eligibility_check_siinas,
	land: m.eligibility_check_land,
};

/** The permit that a product needs instead of a PIRT; null when a PIRT is right or the product is not told. */
function otherPermit(
	rule: SheetRule,
	{ productKind }: Applicant,
): { bring: Say; where: Say; why: string } | null {
	const fault = rule.kind === 'pirt' && productKind !== '' ? foodPermitFault(productKind) : null;
	if (!fault) return null;
	return fault.code === 'PIRT_NOT_FOR_FEED'
		? { bring: m.eligibility_bring_npp, where: m.eligibility_where_npp, why: fault.code }
		: { bring: m.eligibility_bring_md, where: m.eligibility_where_md, why: fault.code };
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** One thing to bring: the paper, why the one at hand does not do, where it is obtained, what to look at. */
export function toBringText({ rule, answer, why }: JudgedRule, applicant: Applicant, locale: Locale): string {
	const to = { locale };
	const other = otherPermit(rule, applicant);
	const named = bringWords[rule.kind]({ name: rule.name.trim() }, to);
	const item = other ? other.bring({}, to) : rule.bring.trim() || named;
	const noted = why === 'NOT_LOOKED_AT' && answer.number.trim() !== '';
	const reason = reasonOf(other?.why ?? why, locale);
	// A reason already tells what to look at; only the address on the card must be said each time.
	const check = other || (reason !== '' && rule.kind !== 'nik') ? undefined : checkWords[rule.kind];
	return [
		ended(upperFirst(rule.weight === 'soft' ? m.eligibility_todo_soft({ item }, to) : item)),
		reason,
		noted && !other ? m.eligibility_todo_number_typed({}, to) : '',
		(other?.where ?? whereWords[rule.kind])?.({}, to) ?? '',
		check?.({}, to) ?? '',
	]
		.filter(Boolean)
		.join(' ');
}
