/** How many rupiah of present surplus each rupiah of present deficit brings. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step } from '../method.ts';
import { amount, anyNumber, faultStatus, firstFault, listOf } from '../numeric/input-check.ts';
import { namedStep, printable } from '../numeric/named-step.ts';
import { discounted, rateChecks, rateFault, rateOf } from './discount-rate.ts';
import type { RateInput } from './discount-rate.ts';
import { MOST_FLOWS } from './npv.ts';

export interface NetBenefitCostInput extends RateInput {
	/** Net cash of periods 0, 1, 2 ...; or benefits and costs apart. */
	readonly cashFlows?: readonly number[];
	/** Benefits of periods 0, 1, 2 ..., rupiah. */
	readonly benefits?: readonly number[];
	/** Costs of periods 0, 1, 2 ..., rupiah, written as positive numbers. */
	readonly costs?: readonly number[];
}

export interface NetBenefitCostResult {
	/** Present positive net flows over present negative net flows. Above 1 is feasible. */
	readonly netBenefitCost: number;
	/** Present benefits over present costs; null unless they are given apart. */
	readonly grossBenefitCost: number | null;
	/** Present flows after period 0 over the outlay of period 0; null without an outlay then. */
	readonly profitabilityIndex: number | null;
	readonly npv: number;
	readonly presentPositive: number;
	/** As a positive number. */
	readonly presentNegative: number;
	readonly rate: number;
}

function fault(input: NetBenefitCostInput) {
	const first =
		firstFault(input, {
			cashFlows: listOf(anyNumber, MOST_FLOWS),
			benefits: listOf(amount, MOST_FLOWS),
			costs: listOf(amount, MOST_FLOWS),
			...rateChecks,
		}) ?? rateFault(input);
	if (first !== null) return first;
	const apart = input.benefits != null || input.costs != null;
	if (apart && input.cashFlows != null) return { reason: 'GIVEN_TWICE', at: 'cashFlows' };
	if (!apart && (input.cashFlows ?? []).length === 0) return { reason: 'MISSING_INPUT', at: 'cashFlows' };
	if (apart && (input.benefits ?? []).length === 0) return { reason: 'MISSING_INPUT', at: 'benefits' };
	if (apart && (input.costs ?? []).length === 0) return { reason: 'MISSING_INPUT', at: 'costs' };
	if (apart && input.benefits?.length !== input.costs?.length)
		return { reason: 'LENGTHS_DIFFER', at: 'costs' };
	return rateOf(input) === null ? { reason: 'MISSING_INPUT', at: 'rate' } : null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function compute(input: NetBenefitCostInput): MethodResult<NetBenefitCostResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(faultStatus(wrong), wrong.reason, wrong.at);
	const rate = rateOf(input) ?? 0;
	const present = (flows: readonly number[]) => flows.map((cash, time) => discounted(cash, rate, time));
	const { benefits, costs } = input;
	const flows = input.cashFlows ?? (benefits ?? []).map((benefit, time) => benefit - (costs?.[time] ?? 0));
	const at = input.cashFlows == null ? 'costs' : 'cashFlows';
	const worths = present(flows);
	const presentPositive = sum(worths.filter((worth) => worth > 0));
	const presentNegative = -sum(worths.filter((worth) => worth < 0)) + 0;
	if (!Number.isFinite(presentPositive) || !Number.isFinite(presentNegative))
		return refused('undefined', 'OUT_OF_RANGE', at);
	if (presentNegative === 0) return refused('undefined', 'ZERO_DENOMINATOR', at);
	const npv = presentPositive - presentNegative;
	const netBenefitCost = presentPositive / presentNegative;
	if (!Number.isFinite(netBenefitCost)) return refused('undefined', 'OUT_OF_RANGE', at);
	const [presentBenefits, presentCosts] = [sum(present(benefits ?? [])), sum(present(costs ?? []))];
	const grossBenefitCost = presentCosts > 0 ? printable(presentBenefits / presentCosts) : null;
	const outlay = -(flows[0] ?? 0);
	const later = sum(worths.slice(1));
	const profitabilityIndex = outlay > 0 ? printable(later / outlay) : null;
	const kind = ['Rp', 'total'] as const;
	const steps: Step[] = [
		namedStep('presentPositive', presentPositive, kind, 'sum(flow[t] / (1 + rate)^t above 0)', { rate }),
		namedStep('presentNegative', presentNegative, kind, '-sum(flow[t] / (1 + rate)^t below 0)', { rate }),
		namedStep('npv', npv, kind, 'presentPositive - presentNegative', { presentPositive, presentNegative }),
		namedStep('netBenefitCost', netBenefitCost, ['Rp/Rp', 'none'], 'presentPositive / presentNegative', {
			presentPositive,
			presentNegative,
		}),
		...(grossBenefitCost === null
			? []
			: [
					namedStep(
						'grossBenefitCost',
						grossBenefitCost,
						['Rp/Rp', 'none'],
						'presentBenefits / presentCosts',
						{
							presentBenefits,
							presentCosts,
						},
					),
				]),
		namedStep(
			'profitabilityIndex',
			profitabilityIndex,
			['Rp/Rp', 'none'],
			'later / outlay',
			{ later, outlay },
			outlay > 0 ? 'OUT_OF_RANGE' : 'ZERO_DENOMINATOR',
		),
	];
	return {
		status: 'ok',
		result: {
			netBenefitCost,
			grossBenefitCost,
			profitabilityIndex,
			npv,
			presentPositive,
			presentNegative,
			rate,
		},
		steps,
		warnings: [],
	};
}

/**
 * Net benefit-cost ratio, with the gross ratio and the profitability index beside it under their own names. Without a
 * negative flow it is `ZERO_DENOMINATOR`.
 */
export const netBenefitCost = method<NetBenefitCostInput, NetBenefitCostResult>({
	id: 'net-benefit-cost',
	version: 1,
	formula: 'netBenefitCost = sum(present values above 0) / |sum(present values below 0)|',
	unit: 'Rp per Rp',
	source:
		'Gittinger, J. P. (1982), Economic Analysis of Agricultural Projects, 2nd ed., Johns Hopkins University Press, Baltimore, ch. 9, net benefit-investment ratio; Kadariah (1988), Evaluasi Proyek, FEUI, Jakarta (Net B/C).',
	variants: {
		grossBenefitCost: 'present benefits / present costs, when both are given apart (Gittinger 1982, ch. 9)',
		profitabilityIndex: 'present flows after t = 0 / outlay at t = 0, the same as 1 + NPV / outlay',
	},
	example: { rate: 0.1, cashFlows: [-1000, 300, 450, 500] },
	compute,
});
