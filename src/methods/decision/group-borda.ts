/** Borda count: an alternative earns from each voter as many points as it leaves others behind. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { faultStatus } from '../numeric/input-check.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { readVoters } from './voters.ts';
import type { VotersInput } from './voters.ts';
import { finiteAnswer, listSteps, sum } from './weights-result.ts';

export interface BordaResult {
	readonly scores: readonly number[];
	readonly ranks: readonly number[];
	readonly better: 'higher';
}

function compute(input: VotersInput): MethodResult<BordaResult> {
	const voters = readVoters(input);
	if ('reason' in voters) return refused(faultStatus(voters), voters.reason, voters.at);
	const m = voters.ranks[0]?.length ?? 0;
	const scores = Array.from({ length: m }, (_, column) =>
		sum(voters.ranks.map((row, voter) => (voters.weights[voter] as number) * (m - (row[column] as number)))),
	);
	const result = { scores, ranks: averageRanks(scores, 'higher'), better: 'higher' as const };
	return finiteAnswer(
		result,
		listSteps('scores', scores, 'sum over voters of weight (m - rank)'),
		[],
		'voterWeights',
	);
}

/** Borda count; tied alternatives share the average of their ranks. */
export const borda = method<VotersInput, BordaResult>({
	id: 'borda',
	version: 1,
	formula: 'score_i = sum_k w_k (m - rank_ik)',
	unit: 'points',
	source:
		'Borda, J. C. de (1781), Memoire sur les elections au scrutin, Histoire de l Academie Royale des Sciences, Paris; ties averaged: Black, D. (1976), Partial justification of the Borda count, Public Choice 28, 1-15.',
	example: {
		ranks: [
			[1, 2, 3],
			[2, 1, 3],
			[1, 3, 2],
		],
	},
	compute,
});
