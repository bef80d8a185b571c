/** How long until the cash that comes in has paid for what was put in; null when it never does. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { anyNumber, faultStatus, firstFault, listOf, positive, required } from './input-check.ts';

export interface PaybackInput {
	/** Rupiah put in at the start. */
	readonly investment: number;
	/** The same net cash every period (profit plus depreciation that is not paid out). */
	readonly evenCash?: number | null;
	/** Net cash of periods 1, 2, 3 ... when it differs. */
	readonly cashFlows?: readonly number[];
	/** Percent per period, for the discounted payback. */
	readonly discountRatePct?: number | null;
}

export interface PaybackResult {
	/** Periods; null when not recovered. */
	readonly payback: number | null;
	/** Periods at the discount rate; null when not recovered or no rate is given. */
	readonly discountedPayback: number | null;
	readonly recovered: boolean;
	/** What is still open at the end of the cash flows, rupiah. */
	readonly unrecovered: number;
}

/** A century of months at an even cash is searched; later than that counts as not recovered. */
const LONGEST = 1200;

/**
 * Periods until `flow(1) + flow(2) + ...` reaches the investment and stays there, with the last period in proportion;
 * null when it does not within `length` periods. A sum that falls back below the investment is not recovered yet.
 */
function periodsUntil(investment: number, length: number, flow: (period: number) => number): number | null {
	let open = investment;
	let reached: number | null = investment <= 0 ? 0 : null;
	for (let period = 1; period <= length; period += 1) {
		const cash = flow(period);
		if (reached === null && cash >= open) reached = period - 1 + open / cash;
		open -= cash;
		if (open > 0) reached = null;
	}
	return reached !== null && Number.isFinite(reached) ? reached : null;
}

/** `investment / evenCash`, the payback of a cash that is the same every period; null when there is none. */
export function evenPayback(investment: number, evenCash: number): number | null {
	if (evenCash <= 0) return null;
	const periods = investment / evenCash;
	return Number.isFinite(periods) ? periods : null;
}

function fault(input: PaybackInput) {
	const first = firstFault(input, {
		investment: required(positive),
		evenCash: anyNumber,
		cashFlows: listOf(anyNumber),
		discountRatePct: anyNumber,
	});
	if (first !== null) return first;
	const flows = input.cashFlows ?? [];
	if (input.evenCash == null && flows.length === 0) return { reason: 'MISSING_INPUT', at: 'cashFlows' };
	if (input.evenCash != null && flows.length > 0) return { reason: 'GIVEN_TWICE', at: 'cashFlows' };
	if ((input.discountRatePct ?? 0) <= -100) return { reason: 'RATE_TOO_LOW', at: 'discountRatePct' };
	return null;
}

function compute(input: PaybackInput): MethodResult<PaybackResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(faultStatus(wrong), wrong.reason, wrong.at);
	const { investment, evenCash, discountRatePct } = input;
	const flows = input.cashFlows ?? [];
	const length = evenCash == null ? flows.length : LONGEST;
	const flow = (period: number) => evenCash ?? flows[period - 1] ?? 0;
	const rate = discountRatePct == null ? null : discountRatePct / 100;
	const payback =
		evenCash == null ? periodsUntil(investment, length, flow) : evenPayback(investment, evenCash);
	const discountedPayback =
		rate === null ? null : periodsUntil(investment, length, (period) => flow(period) / (1 + rate) ** period);
	const paidIn = flows.reduce((sum, cash) => sum + cash, 0);
	const open = evenCash == null ? Math.max(0, investment - paidIn) : payback === null ? investment : 0;
	const unrecovered = Number.isFinite(open) ? open : investment;
	const warnings: Warning[] = [];
	if (payback === null) warnings.push({ code: 'NOT_RECOVERED', at: 'payback' });
	if (rate !== null && discountedPayback === null)
		warnings.push({ code: 'NOT_RECOVERED', at: 'discountedPayback' });
	const cash =
		evenCash == null
			? flows.map((value, index) => ({ id: `cashFlows[${index}]`, value }))
			: [{ id: 'evenCash', value: evenCash }];
	const step = (id: string, value: number | null, formula: string): Step => ({
		id,
		value,
		unit: 'period',
		basis: 'total',
		formula,
		inputs: [{ id: 'investment', value: investment }, ...cash],
		...(value === null ? { status: 'undefined', reason: 'NOT_RECOVERED' } : { status: 'ok' }),
	});
	const steps = [
		step('payback', payback, evenCash == null ? 't + open(t) / cashFlows[t + 1]' : 'investment / evenCash'),
		...(rate === null
			? []
			: [step('discountedPayback', discountedPayback, 't + open(t) / (cash(t + 1) / (1 + rate)^(t + 1))')]),
	];
	const result = { payback, discountedPayback, recovered: payback !== null, unrecovered };
	return { status: 'ok', result, steps, warnings };
}

/**
 * Payback period, even, uneven and discounted. Not recovered is null with the warning `NOT_RECOVERED`, never a large
 * number. Even and uneven cash together are `GIVEN_TWICE`; a rate of -100 % or less is `RATE_TOO_LOW`.
 */
export const payback = method<PaybackInput, PaybackResult>({
	id: 'payback',
	version: 1,
	formula: 'payback = investment / evenCash; uneven: t + open(t) / cashFlows[t + 1]',
	unit: 'periods',
	source:
		'Gittinger, J. P. (1982), Economic Analysis of Agricultural Projects, 2nd ed., Johns Hopkins University Press, Baltimore; the period in which the cumulated net cash turns, in proportion.',
	variants: { discounted: 'each cash flow divided by (1 + rate)^t before it is counted' },
	example: { investment: 7000000, evenCash: 2060024 },
	compute,
});
