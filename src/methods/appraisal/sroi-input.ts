/** What a social return on investment is told, and the checks of it. */
import {
	amount,
	anyNumber,
	count,
	firstFault,
	fraction,
	listOf,
	oneOf,
	positive,
	record,
	required,
	text,
} from '../numeric/input-check.ts';
import { yesNo } from '../numeric/yes-no.ts';
import type { Fault } from '../numeric/input-check.ts';
import { rateChecks, rateFault } from './discount-rate.ts';
import type { RateInput } from './discount-rate.ts';

export interface SroiOutcome {
	readonly stakeholder: string;
	readonly outcome: string;
	/** How much of the outcome a year: people, days, kilograms ... */
	readonly quantity: number;
	/** Rupiah per unit of the outcome; negative for harm. */
	readonly proxy: number;
	/** Share that would have happened anyway, 0 to 1. */
	readonly deadweight?: number | null;
	/** Share that only moved from elsewhere, 0 to 1. */
	readonly displacement?: number | null;
	/** Share that others brought about, 0 to 1. */
	readonly attribution?: number | null;
	/** Share lost each year after the first, 0 to 1. */
	readonly dropOff?: number | null;
	/** Years the outcome lasts; 1 unless stated. */
	readonly duration?: number | null;
	/** The year it begins in; 1 unless stated. */
	readonly startYear?: number | null;
}

export interface SroiInput extends RateInput {
	/** What was put in, with gifts in kind at their value. */
	readonly investments?: readonly {
		readonly name: string;
		readonly value: number;
		readonly inKind?: boolean;
	}[];
	/** The sum of it, in place of the list. */
	readonly totalInput?: number | null;
	readonly outcomes: readonly SroiOutcome[];
	/** `end`: year 1 is discounted once. `start`: it is not. `end` unless stated. */
	readonly yearsCountedAt?: 'end' | 'start';
	/** Percent each assumption is changed by for the sensitivity; fractions by percentage points. 10 unless stated. */
	readonly changePct?: number | null;
}

export const outcomeShares = ['deadweight', 'displacement', 'attribution', 'dropOff'] as const;

/** A century is longer than any outcome a study would claim. */
const MOST_YEARS = 100;

const outcomeCheck = record({
	stakeholder: required(text),
	outcome: required(text),
	quantity: required(amount),
	proxy: required(anyNumber),
	deadweight: fraction,
	displacement: fraction,
	attribution: fraction,
	dropOff: fraction,
	duration: count(1, MOST_YEARS),
	startYear: count(1, MOST_YEARS),
});

/** The first fault of the input, or null. */
export function sroiFault(input: SroiInput): Fault | null {
	const first =
		firstFault(input, {
			investments: listOf(record({ name: required(text), value: required(amount), inKind: yesNo }), 1000),
			totalInput: amount,
			outcomes: required(listOf(outcomeCheck, 1000)),
			yearsCountedAt: oneOf(['end', 'start']),
			changePct: positive,
			...rateChecks,
		}) ?? rateFault(input);
	if (first !== null) return first;
	if (input.totalInput != null && input.investments != null)
		return { reason: 'GIVEN_TWICE', at: 'totalInput' };
	if (input.totalInput == null && (input.investments ?? []).length === 0)
		return { reason: 'MISSING_INPUT', at: 'investments' };
	return input.outcomes.length === 0 ? { reason: 'MISSING_INPUT', at: 'outcomes' } : null;
}
