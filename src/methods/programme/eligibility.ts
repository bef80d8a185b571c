/**
 * Whether an applicant meets the rules of an aid programme on a given day, and what is still to be brought.
 * Nothing is guessed: a rule without evidence is unknown, and a case with an unknown hard rule is incomplete.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { calendarDate, readDay } from '../numeric/calendar-day.ts';
import { faultStatus, firstFault, listOf, oneOf, record, required, text } from '../numeric/input-check.ts';
import { plainStep } from '../numeric/plain-step.ts';

export interface EligibilityRule {
	readonly id: string;
	/** The document that proves it, for example `PIRT certificate`. */
	readonly evidence: string;
	/** A soft rule is reported but does not decide; hard unless stated. */
	readonly weight?: 'hard' | 'soft';
	/** The rule is part of the programme between these days. */
	readonly from?: string | null;
	readonly until?: string | null;
}

export interface EligibilityEvidence {
	readonly rule: string;
	/** What was seen: `yes` it is met, `no` it is not, `unknown` nobody looked. */
	readonly seen: 'yes' | 'no' | 'unknown';
	readonly validFrom?: string | null;
	readonly validUntil?: string | null;
}

export interface EligibilityInput {
	/** The day for which it is judged, `YYYY-MM-DD`. */
	readonly validOn: string;
	readonly rules: readonly EligibilityRule[];
	readonly evidence: readonly EligibilityEvidence[];
}

export type RuleState = 'met' | 'not-met' | 'unknown';
type Why = 'SEEN' | 'NOT_FULFILLED' | 'NO_EVIDENCE' | 'NOT_LOOKED_AT' | 'EXPIRED' | 'NOT_YET_VALID';

export interface EligibilityResult {
	readonly outcome: 'eligible' | 'not-eligible' | 'incomplete';
	readonly rules: readonly {
		readonly id: string;
		readonly state: RuleState;
		readonly why: Why;
		readonly hard: boolean;
	}[];
	/** The documents to bring, one for each rule that is not met or not known. */
	readonly toBring: readonly { readonly rule: string; readonly evidence: string; readonly why: Why }[];
}

const fields = {
	validOn: required(calendarDate),
	rules: required(
		listOf(
			record({
				id: required(text),
				evidence: required(text),
				weight: oneOf(['hard', 'soft']),
				from: calendarDate,
				until: calendarDate,
			}),
			200,
		),
	),
	evidence: required(
		listOf(
			record({
				rule: required(text),
				seen: required(oneOf(['yes', 'no', 'unknown'])),
				validFrom: calendarDate,
				validUntil: calendarDate,
			}),
			1_000,
		),
	),
};

function judged(evidence: EligibilityEvidence | undefined, day: number): { state: RuleState; why: Why } {
	if (evidence === undefined) return { state: 'unknown', why: 'NO_EVIDENCE' };
	if (evidence.seen === 'unknown') return { state: 'unknown', why: 'NOT_LOOKED_AT' };
	if (evidence.seen === 'no') return { state: 'not-met', why: 'NOT_FULFILLED' };
	if (day > (readDay(evidence.validUntil) ?? Infinity)) return { state: 'not-met', why: 'EXPIRED' };
	if (day < (readDay(evidence.validFrom) ?? -Infinity)) return { state: 'not-met', why: 'NOT_YET_VALID' };
	return { state: 'met', why: 'SEEN' };
}

/** The best of several pieces of evidence for one rule: one valid document is enough. */
function bestOf(all: readonly EligibilityEvidence[], rule: string, day: number) {
	const order: readonly RuleState[] = ['met', 'not-met', 'unknown'];
	const found = all.filter((evidence) => evidence.rule === rule).map((evidence) => judged(evidence, day));
	found.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
	return found[0] ?? judged(undefined, day);
}

function compute(input: EligibilityInput): MethodResult<EligibilityResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const day = readDay(input.validOn) as number;
	const twice = input.rules.findIndex((rule, k) => input.rules.findIndex(({ id }) => id === rule.id) !== k);
	if (twice >= 0) return refused('invalid-input', 'GIVEN_TWICE', `rules[${twice}].id`);
	const stray = input.evidence.findIndex(({ rule }) => !input.rules.some(({ id }) => id === rule));
	if (stray >= 0) return refused('invalid-input', 'UNKNOWN_RULE', `evidence[${stray}].rule`);
	const active = input.rules.filter(
		({ from, until }) => day >= (readDay(from) ?? -Infinity) && day <= (readDay(until) ?? Infinity),
	);
	if (active.length === 0) return refused('undefined', 'NO_RULE_IN_FORCE', 'rules');
	const rules = active.map((rule) => ({
		id: rule.id,
		...bestOf(input.evidence, rule.id, day),
		hard: rule.weight !== 'soft',
	}));
	const hard = rules.filter((rule) => rule.hard);
	const outcome = hard.some(({ state }) => state === 'not-met')
		? 'not-eligible'
		: hard.some(({ state }) => state === 'unknown')
			? 'incomplete'
			: 'eligible';
	const toBring = rules.flatMap((rule, k) =>
		rule.state === 'met' ? [] : [{ rule: rule.id, evidence: active[k]?.evidence ?? '', why: rule.why }],
	);
	const warnings: Warning[] = hard.length === 0 ? [{ code: 'NO_HARD_RULE', at: 'rules' }] : [];
	const steps: Step[] = (['met', 'not-met', 'unknown'] as const).map((state) =>
		plainStep({
			id: `rules.${state}`,
			value: rules.filter((rule) => rule.state === state).length,
			unit: 'rule',
			formula: `count(rules ${state} on validOn)`,
			inputs: { rules: rules.length, hard: hard.length },
		}),
	);
	return { status: 'ok', result: { outcome, rules, toBring }, steps, warnings };
}

/** Eligible only when every hard rule is met; an unknown one makes the case incomplete, with a list of what to bring. */
export const eligibility = method<EligibilityInput, EligibilityResult>({
	id: 'eligibility',
	version: 1,
	formula: 'eligible = every hard rule met on validOn; incomplete = none failed, some unknown',
	unit: 'outcome by name',
	source:
		'Requirements of the aid for the fish cracker cluster of Sei Lekop, Bintan (the text of the paper), as a dated rule set.',
	example: {
		validOn: '2021-06-01',
		rules: [
			{ id: 'domicile', evidence: 'letter of domicile in Perum Griya Indo Kencana' },
			{ id: 'land', evidence: 'land or house certificate' },
			{ id: 'pirt', evidence: 'PIRT food permit' },
			{ id: 'halal', evidence: 'halal certificate' },
			{ id: 'siinas', evidence: 'proof of registration in SIINas' },
			{ id: 'ktp', evidence: 'Bintan identity card (KTP)' },
			{ id: 'business', evidence: 'photograph or letter of the cracker business' },
		],
		evidence: [
			{ rule: 'domicile', seen: 'yes' },
			{ rule: 'land', seen: 'yes' },
			{ rule: 'pirt', seen: 'yes', validUntil: '2024-01-31' },
			{ rule: 'halal', seen: 'unknown' },
			{ rule: 'ktp', seen: 'yes' },
			{ rule: 'business', seen: 'yes' },
		],
	},
	compute,
});
