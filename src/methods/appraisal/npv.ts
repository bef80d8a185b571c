/** What a row of cash flows is worth today at a rate. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step } from '../method.ts';
import { anyNumber, faultStatus, firstFault, listOf, oneOf, required } from '../numeric/input-check.ts';
import { MOST_ROWS_TRACED, namedStep } from '../numeric/named-step.ts';
import { discounted, rateChecks, rateFault, rateOf } from './discount-rate.ts';
import type { RateInput } from './discount-rate.ts';

export interface NpvInput extends RateInput {
	/** Net cash of periods 0, 1, 2 ...; what is put in is negative. */
	readonly cashFlows: readonly number[];
	/** `now`: the first flow is not discounted (t = 0). `end-of-first-period`: it is (Excel's NPV()). */
	readonly firstFlow?: 'now' | 'end-of-first-period';
}

export interface NpvResult {
	readonly npv: number;
	/** The rate used, as a fraction. */
	readonly rate: number;
	/** Sum of the present values of the positive flows. */
	readonly presentInflows: number;
	/** Sum of the present values of the negative flows, negative. */
	readonly presentOutflows: number;
	/** Each flow's present value, in order. */
	readonly presentValues: readonly number[];
}

/** More periods than a century of months are not a plan but a mistake. */
export const MOST_FLOWS = 2000;

function compute(input: NpvInput): MethodResult<NpvResult> {
	const fault =
		firstFault(input, {
			cashFlows: required(listOf(anyNumber, MOST_FLOWS)),
			firstFlow: oneOf(['now', 'end-of-first-period']),
			...rateChecks,
		}) ?? rateFault(input);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const rate = rateOf(input);
	if (rate === null) return refused('missing-input', 'MISSING_INPUT', 'rate');
	const { cashFlows } = input;
	if (cashFlows.length === 0) return refused('missing-input', 'MISSING_INPUT', 'cashFlows');
	const first = input.firstFlow === 'end-of-first-period' ? 1 : 0;
	const presentValues = cashFlows.map((cash, index) => discounted(cash, rate, index + first));
	const sum = (keep: (value: number) => boolean) =>
		presentValues.filter(keep).reduce((total, value) => total + value, 0);
	const npv = sum(() => true);
	const presentInflows = sum((value) => value > 0);
	const presentOutflows = sum((value) => value < 0);
	if (![npv, presentInflows, presentOutflows, ...presentValues].every(Number.isFinite))
		return refused('undefined', 'OUT_OF_RANGE', 'cashFlows');
	const rows: Step[] =
		cashFlows.length > MOST_ROWS_TRACED
			? []
			: presentValues.map((value, index) =>
					namedStep(
						`presentValues[${index}]`,
						value,
						['Rp', 'total'],
						`cashFlows[${index}] / (1 + rate)^${index + first}`,
						{ [`cashFlows[${index}]`]: cashFlows[index] ?? null, rate },
					),
				);
	const steps: Step[] = [
		...rows,
		namedStep('presentInflows', presentInflows, ['Rp', 'total'], 'sum(presentValues above 0)'),
		namedStep('presentOutflows', presentOutflows, ['Rp', 'total'], 'sum(presentValues below 0)'),
		namedStep('npv', npv, ['Rp', 'total'], 'presentInflows + presentOutflows', {
			presentInflows,
			presentOutflows,
		}),
	];
	return {
		status: 'ok',
		result: { npv, rate, presentInflows, presentOutflows, presentValues },
		steps,
		warnings: [],
	};
}

/**
 * Net present value. A rate of -100 % or less is `RATE_TOO_LOW`, a rate given both ways `GIVEN_TWICE`. Nominal flows
 * belong with a nominal rate, real flows with a real one.
 */
export const npv = method<NpvInput, NpvResult>({
	id: 'npv',
	version: 1,
	formula: 'npv = sum over t = 0..n of cashFlows[t] / (1 + rate)^t',
	unit: 'Rp today',
	source:
		'Gittinger, J. P. (1982), Economic Analysis of Agricultural Projects, 2nd ed., Johns Hopkins University Press, Baltimore, ch. 9, net present worth.',
	variants: {
		now: 'the first flow is at t = 0 and not discounted (Gittinger 1982; numpy-financial npv)',
		'end-of-first-period': 'the first flow is discounted once (the NPV function of Microsoft Excel)',
	},
	example: { rate: 0.08, cashFlows: [-40000, 5000, 8000, 12000, 30000] },
	compute,
});
