/** The yearly rate at which dated cash flows are worth nothing. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { calendarDate, readDay } from '../numeric/calendar-day.ts';
import { anyNumber, faultStatus, firstFault, listOf, required } from '../numeric/input-check.ts';
import { namedStep } from '../numeric/named-step.ts';
import { MOST_FLOWS } from './npv.ts';
import { rateRoots, signChanges } from './rate-roots.ts';

export interface XirrInput {
	readonly cashFlows: readonly number[];
	/** One date `YYYY-MM-DD` for each cash flow, in any order. */
	readonly dates: readonly string[];
}

export interface XirrResult {
	/** A fraction per year of 365 days; null when there is more than one. */
	readonly xirr: number | null;
	readonly xirrPct: number | null;
	/** Every root on (-99 %, 1000 %], rising, as fractions. */
	readonly roots: readonly number[];
	readonly nearestToZero: number | null;
	readonly signChanges: number;
	/** Days from the first to the last flow. */
	readonly days: number;
}

function fault(input: XirrInput) {
	const first = firstFault(input, {
		cashFlows: required(listOf(anyNumber, MOST_FLOWS)),
		dates: required(listOf(calendarDate, MOST_FLOWS)),
	});
	if (first !== null) return first;
	if (input.cashFlows.length === 0) return { reason: 'MISSING_INPUT', at: 'cashFlows' };
	return input.dates.length === input.cashFlows.length ? null : { reason: 'LENGTHS_DIFFER', at: 'dates' };
}

function compute(input: XirrInput): MethodResult<XirrResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(faultStatus(wrong), wrong.reason, wrong.at);
	const flows = input.cashFlows
		.map((cash, index) => ({ cash, day: readDay(input.dates[index]) ?? 0 }))
		.sort((a, b) => a.day - b.day);
	const first = flows[0]?.day ?? 0;
	const days = (flows.at(-1)?.day ?? 0) - first;
	const changes = signChanges(flows.map(({ cash }) => cash));
	if (changes === 0) return refused('undefined', 'NO_SIGN_CHANGE', 'cashFlows');
	if (days === 0) return refused('undefined', 'SAME_DAY', 'dates');
	const roots = rateRoots(flows.map(({ cash, day }) => ({ cash, time: (day - first) / 365 })));
	if (roots.length === 0) return refused('undefined', 'NO_IRR_IN_RANGE', 'cashFlows');
	const xirr = roots.length === 1 ? (roots[0] as number) : null;
	const nearestToZero = [...roots].sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? null;
	const warnings: Warning[] =
		roots.length > 1
			? [{ code: 'MULTIPLE_IRR', at: 'xirr', params: { roots: roots.length, signChanges: changes } }]
			: [];
	const formula = 'r where sum(cashFlows[i] / (1 + r)^((date[i] - date[0]) / 365)) = 0';
	const steps: Step[] = [
		namedStep('days', days, ['day', 'total'], 'last date - first date'),
		...roots.map((root, index) => namedStep(`roots[${index}]`, root, ['', 'year'], formula)),
		namedStep('xirr', xirr, ['', 'year'], 'the only root', {}, 'MULTIPLE_IRR'),
	];
	const xirrPct = xirr === null ? null : xirr * 100;
	return {
		status: 'ok',
		result: { xirr, xirrPct, roots, nearestToZero, signChanges: changes, days },
		steps,
		warnings,
	};
}

/**
 * Internal rate of return of flows on calendar days. Flows that never turn are `NO_SIGN_CHANGE`, all on one day
 * `SAME_DAY`; a date that does not exist is `NOT_A_DATE`.
 */
export const xirr = method<XirrInput, XirrResult>({
	id: 'xirr',
	version: 1,
	formula: 'xirr = r where sum over i of cashFlows[i] / (1 + r)^((date[i] - date[0]) / 365) = 0',
	unit: 'per year (0.1 is 10 %)',
	source:
		'OASIS (2011), OpenDocument 1.2, part 2: OpenFormula, function XIRR; Ecma International (2006), ECMA-376 Office Open XML, part 4, function XIRR (payments discounted on a year of 365 days).',
	example: {
		dates: ['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01'],
		cashFlows: [-10000, 2750, 4250, 3250, 2750],
	},
	compute,
});
