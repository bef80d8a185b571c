/**
 * Whether an applicant meets the rules of an aid programme on a given day, and what is still to be brought.
 * Nothing is guessed: a rule without evidence is unknown, and a case with an unknown hard rule is incomplete.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { calendarDate, readDay } from '../numeric/calendar-day.ts';
import { faultStatus, firstFault, listOf, oneOf, record, required, text } from '../numeric/input-check.ts';
import { plainStep } from '../numeric/plain-step.ts';
import { documentCheck, judgeDocument } from './evidence-document.ts';
import type { DocumentVerdict, EvidenceDocument } from './evidence-document.ts';

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
	/** A numbered document: its number is read, and what it says counts beside what was seen. */
	readonly document?: EvidenceDocument | null;
}

export interface EligibilityInput {
	/** The day for which it is judged, `YYYY-MM-DD`. */
	readonly validOn: string;
	readonly rules: readonly EligibilityRule[];
	readonly evidence: readonly EligibilityEvidence[];
}

export type RuleState = 'met' | 'not-met' | 'unknown';
/** `SEEN`, `NOT_FULFILLED`, `NO_EVIDENCE`, `NOT_LOOKED_AT`, `EXPIRED`, `NOT_YET_VALID`, or a problem of a document. */
type Why = string;

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
	/** What was read of each numbered document, in the order of the evidence; a NIK is masked. */
	readonly documents: readonly (Omit<DocumentVerdict, 'why'> & { readonly rule: string })[];
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
				document: documentCheck,
			}),
			1_000,
		),
	),
};

function judged(
	evidence: EligibilityEvidence | undefined,
	day: number,
	validOn: string,
): { state: RuleState; why: Why } {
	if (evidence === undefined) return { state: 'unknown', why: 'NO_EVIDENCE' };
	if (evidence.seen === 'unknown') return { state: 'unknown', why: 'NOT_LOOKED_AT' };
	if (evidence.seen === 'no') return { state: 'not-met', why: 'NOT_FULFILLED' };
	if (day > (readDay(evidence.validUntil) ?? Infinity)) return { state: 'not-met', why: 'EXPIRED' };
	if (day < (readDay(evidence.validFrom) ?? -Infinity)) return { state: 'not-met', why: 'NOT_YET_VALID' };
	const { verdict, why } = evidence.document
		? judgeDocument(evidence.document, validOn)
		: { verdict: 'holds', why: null };
	if (verdict === 'fails') return { state: 'not-met', why: why ?? 'NOT_FULFILLED' };
	// A number that cannot be right is most often copied wrong: the paper is to be looked at again.
	if (verdict === 'doubtful') return { state: 'unknown', why: why ?? 'NOT_LOOKED_AT' };
	return { state: 'met', why: 'SEEN' };
}

/** The best of several pieces of evidence for one rule: one valid document is enough. */
function bestOf({ evidence: all, validOn }: EligibilityInput, rule: string, day: number) {
	const order: readonly RuleState[] = ['met', 'not-met', 'unknown'];
	const found = all
		.filter((evidence) => evidence.rule === rule)
		.map((evidence) => judged(evidence, day, validOn));
	found.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
	return found[0] ?? judged(undefined, day, validOn);
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
		...bestOf(input, rule.id, day),
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
	const documents = input.evidence.flatMap(({ rule, document }, index) => {
		if (document == null) return [];
		const { verdict, shown, problems, hints } = judgeDocument(document, input.validOn);
		for (const told of [...problems, ...hints])
			warnings.push({ ...told, at: `evidence[${index}].document.${told.at ?? 'number'}` });
		return [{ rule, verdict, shown, problems, hints }];
	});
	const steps: Step[] = (['met', 'not-met', 'unknown'] as const).map((state) =>
		plainStep({
			id: `rules.${state}`,
			value: rules.filter((rule) => rule.state === state).length,
			unit: 'rule',
			formula: `count(rules ${state} on validOn)`,
			inputs: { rules: rules.length, hard: hard.length },
		}),
	);
	return { status: 'ok', result: { outcome, rules, toBring, documents }, steps, warnings };
}

/**
 * Eligible only when every hard rule is met; an unknown one makes the case incomplete, with a list of what to bring.
 * A numbered document (NIK, NIB, SPP-PIRT, halal) is read as well: an expired permit or one that the product cannot have
 * fails its rule; a number that cannot be right leaves it unknown. No answer repeats a whole NIK.
 */
export const eligibility = method<EligibilityInput, EligibilityResult>({
	id: 'eligibility',
	version: 2,
	formula: 'eligible = every hard rule met on validOn; incomplete = none failed, some unknown',
	unit: 'outcome by name',
	source:
		'Requirements of the aid of 2021 for the fish cracker cluster of Sei Lekop, Bintan (the text of the paper), as a dated rule set; the year: Pemerintah Kabupaten Bintan, news of 12 January 2022 (20 houses renewed in 2021).',
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
			{
				rule: 'pirt',
				seen: 'yes',
				validUntil: '2024-01-31',
				document: { kind: 'pirt', number: 'P-IRT No. 2022101010012-24', product: 'dry-or-shelf-stable' },
			},
			{ rule: 'halal', seen: 'unknown' },
			{ rule: 'ktp', seen: 'yes' },
			{ rule: 'business', seen: 'yes' },
		],
	},
	compute,
});
