/** Aggregation of individual judgements: the members' matrices become one, as if the group had judged as one person. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { groupParameters, groupStatus, readGroup } from './group-members.ts';
import type { GroupInput, Member } from './group-members.ts';
import { judge } from './judged-priorities.ts';
import type { JudgedMatrix } from './judged-priorities.ts';
import { figureStep, finiteAnswer, listSteps } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface AggregateJudgementsResult extends WeightsResult {
	/** Null where no member judged. */
	readonly matrix: readonly (readonly (number | null)[])[];
	readonly consistency: JudgedMatrix;
	readonly consistencyRatio: number | null;
	readonly members: readonly Member[];
}

function compute(input: GroupInput): MethodResult<AggregateJudgementsResult> {
	const group = readGroup(input, groupParameters());
	if ('reason' in group) return refused(groupStatus(group), group.reason, group.at);
	if (input.judgements == null) return refused('missing-input', 'MISSING_INPUT', 'judgements');
	const { matrices, memberWeights } = group;
	const aggregated = (matrices[0] ?? []).map((row, i) =>
		row.map((_, j) => {
			let [logs, weight] = [0, 0];
			matrices.forEach((matrix, member) => {
				const value = matrix[i]?.[j] ?? null;
				if (value === null) return;
				logs += (memberWeights[member] as number) * Math.log(value);
				weight += memberWeights[member] as number;
			});
			return i === j ? 1 : weight > 0 ? Math.exp(logs / weight) : null;
		}),
	);
	const one = judge(aggregated, 'matrix', input.parameters ?? null);
	if ('reason' in one) return refused(groupStatus(one), one.reason, 'judgements');
	const { weights, consistencyRatio } = one.judged;
	const steps = [
		...listSteps('weights', weights, 'priority of the matrix prod_k m_ij(k)^w_k'),
		...(consistencyRatio === null
			? []
			: [figureStep('consistencyRatio', consistencyRatio, 'consistencyIndex / randomIndex')]),
	];
	const result = {
		weights,
		ranks: averageRanks(weights, 'higher'),
		matrix: aggregated,
		consistency: one.judged,
		consistencyRatio,
		members: group.members,
	};
	return finiteAnswer(result, steps, [...group.warnings, ...one.warnings], 'judgements');
}

/** AIJ by the weighted geometric mean, the only mean that keeps judgements reciprocal. */
export const aggregateJudgements = method<GroupInput, AggregateJudgementsResult>({
	id: 'aggregate-judgements',
	version: 1,
	formula: 'm_ij = prod_k m_ij(k)^w_k, sum w_k = 1',
	unit: 'weight (share of 1)',
	source:
		'Aczel, J. and Saaty, T. L. (1983), Procedures for synthesizing ratio judgements, Journal of Mathematical Psychology 27, 93-102; Forman, E. and Peniwati, K. (1998), European Journal of Operational Research 108, 165-169.',
	variants: {
		flag: 'members with a ratio above 0.10 are named (default)',
		exclude: 'members with a ratio above 0.10 are left out',
	},
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
