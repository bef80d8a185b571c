/** Aggregation of individual priorities: each member weighs alone, and the weights are averaged. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { oneOf } from '../numeric/input-check.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { groupParameters, groupStatus, readGroup } from './group-members.ts';
import type { GroupInput, GroupParameters, Member } from './group-members.ts';
import { finiteAnswer, listSteps, shares, sum } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export type AggregatePrioritiesInput = GroupInput<
	GroupParameters & {
		/** `geometric` (default, brought back to a sum of 1) or `arithmetic`. */
		readonly mean?: 'geometric' | 'arithmetic' | null;
	}
>;

export interface AggregatePrioritiesResult extends WeightsResult {
	readonly members: readonly Member[];
}

function compute(input: AggregatePrioritiesInput): MethodResult<AggregatePrioritiesResult> {
	const group = readGroup(input, groupParameters({ mean: oneOf(['geometric', 'arithmetic']) }));
	if ('reason' in group) return refused(groupStatus(group), group.reason, group.at);
	const { members, memberWeights } = group;
	const arithmetic = input.parameters?.mean === 'arithmetic';
	const over = (index: number, value: (weight: number) => number): number =>
		sum(
			members.map((member, at) => {
				const share = memberWeights[at] as number;
				return share === 0 ? 0 : share * value(member.weights[index] as number);
			}),
		);
	const means = (members[0]?.weights ?? []).map((_, index) =>
		arithmetic ? over(index, (weight) => weight) : Math.exp(over(index, Math.log)),
	);
	if (sum(means) === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'priorities');
	const weights = shares(means);
	const formula = arithmetic ? 'sum_k w_k p(k)' : 'prod_k p(k)^w_k, over their sum';
	const result = { weights, ranks: averageRanks(weights, 'higher'), members };
	return finiteAnswer(result, listSteps('weights', weights, formula), group.warnings, 'priorities');
}

/** AIP. A priority of 0 of one member is 0 for the group in the geometric mean. */
export const aggregatePriorities = method<AggregatePrioritiesInput, AggregatePrioritiesResult>({
	id: 'aggregate-priorities',
	version: 1,
	formula: 'p_j = prod_k p_j(k)^w_k / sum_j prod_k p_j(k)^w_k; arithmetic: p_j = sum_k w_k p_j(k)',
	unit: 'weight (share of 1)',
	source:
		'Forman, E. and Peniwati, K. (1998), Aggregating individual judgments and priorities with the analytic hierarchy process, European Journal of Operational Research 108, 165-169.',
	variants: { geometric: 'weighted geometric mean (default)', arithmetic: 'weighted arithmetic mean' },
	example: {
		judgements: [
			[
				[1, 3, 5],
				[0.3333333333333333, 1, 3],
				[0.2, 0.3333333333333333, 1],
			],
			[
				[1, 0.5, 3],
				[2, 1, 5],
				[0.3333333333333333, 0.2, 1],
			],
			[
				[1, 2, 4],
				[0.5, 1, 3],
				[0.25, 0.3333333333333333, 1],
			],
		],
	},
	compute,
});
