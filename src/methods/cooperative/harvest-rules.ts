/** Which sharing rule was in force on the day of a harvest, and whether it shares out the whole. */
import { readDay } from '../numeric/calendar-day.ts';
import { compareFractions, fraction, readFraction } from '../numeric/fraction.ts';
import type { Fraction } from '../numeric/fraction.ts';
import { sumFractions } from '../numeric/largest-remainder.ts';
import type { Fault } from '../numeric/input-check.ts';

/** Percent of the base to each of the four, from a date on. */
export interface HarvestRule {
	/** `YYYY-MM-DD`; a rule without a date is in force from the start. */
	readonly from?: string | null;
	readonly managerPct: number | string;
	readonly partnersPct: number | string;
	readonly savingsPct: number | string;
	readonly cooperativePct: number | string;
}

/** The four receivers in the order in which the paper names them. */
export const receivers = ['manager', 'partners', 'savings', 'cooperative'] as const;
export type Receiver = (typeof receivers)[number];

/** 30 % manager, 60 % partners, 8 % harvest savings, 2 % co-operative. */
export const paperRule: HarvestRule = { managerPct: 30, partnersPct: 60, savingsPct: 8, cooperativePct: 2 };

/** Exact percents of a rule in the order of `receivers`. */
export function percentsOf(rule: HarvestRule): Fraction[] {
	return receivers.map((name) => readFraction(rule[`${name}Pct`]) as Fraction);
}

/** The rule that does not total 100 %, or a date given twice. */
export function ruleFault(rules: readonly HarvestRule[]): Fault | null {
	const seen = new Set<number>();
	for (const [index, rule] of rules.entries()) {
		if (compareFractions(sumFractions(percentsOf(rule)), fraction(100n)) !== 0)
			return { reason: 'NOT_ONE_HUNDRED_PCT', at: `rules[${index}]` };
		const from = readDay(rule.from) ?? -Infinity;
		if (seen.has(from)) return { reason: 'GIVEN_TWICE', at: `rules[${index}].from` };
		seen.add(from);
	}
	return null;
}

/** The index of the youngest rule that had begun on the day; null when none had. */
export function ruleOn(rules: readonly HarvestRule[], day: number): number | null {
	let best: number | null = null;
	let since = -Infinity;
	for (const [index, rule] of rules.entries()) {
		const from = readDay(rule.from) ?? -Infinity;
		if (from <= day && (best === null || from > since)) {
			best = index;
			since = from;
		}
	}
	return best;
}
