/** A rate per period, as a fraction (`rate: 0.08`) or in percent (`discountRatePct: 8`). */
import { anyNumber } from '../numeric/input-check.ts';
import type { Fault } from '../numeric/input-check.ts';

export interface RateInput {
	/** Fraction per period: 0.08 for 8 %. */
	readonly rate?: number | null;
	/** Percent per period, in place of `rate`. */
	readonly discountRatePct?: number | null;
}

/** The checks of both ways to write the rate. */
export const rateChecks = { rate: anyNumber, discountRatePct: anyNumber };

/** The rate as a fraction, or null when none is given. */
export function rateOf({ rate, discountRatePct }: RateInput): number | null {
	return rate ?? (discountRatePct == null ? null : discountRatePct / 100);
}

/** Both ways at once, or -100 % and below, where discounting has no meaning. */
export function rateFault(input: RateInput): Fault | null {
	if (input.rate != null && input.discountRatePct != null)
		return { reason: 'GIVEN_TWICE', at: 'discountRatePct' };
	const rate = rateOf(input);
	if (rate !== null && rate <= -1)
		return { reason: 'RATE_TOO_LOW', at: input.rate == null ? 'discountRatePct' : 'rate' };
	return null;
}

/** What a flow at a time is worth now. */
export function discounted(cash: number, rate: number, time: number): number {
	return cash === 0 ? 0 : cash / (1 + rate) ** time;
}
