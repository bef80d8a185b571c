import { describe, expect, it } from 'vitest';
import { aggregateJudgements } from '#methods/decision/group-aggregate-judgements.ts';
import { aggregatePriorities } from '#methods/decision/group-aggregate-priorities.ts';
import { ahpConsensus } from '#methods/decision/group-ahp-consensus.ts';
import { rankSimilarity } from '#methods/decision/group-rank-similarity.ts';
import groups from './group.cases.json' with { type: 'json' };
import rankings from './rank-similarity.cases.json' with { type: 'json' };
import { everyCaseRan, ran } from './reference-run.ts';

const close = (found: readonly (number | null)[] | undefined, expected: readonly number[]): void => {
	expect(found).toHaveLength(expected.length);
	found?.forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? NaN, 9));
};

describe('groups against published cases', () => {
	for (const one of groups)
		it(one.id, () => {
			const { judgments: judgements } = one;
			const joint = aggregateJudgements.compute({ judgements }).result;
			one.AIJ.forEach((row, index) => close(joint?.matrix[index], row));
			close(joint?.weights, one.AIJweightsEigen);
			expect(joint?.consistencyRatio).toBeCloseTo(one.groupCR, 9);
			one.individualWeights.forEach((weights, index) => close(joint?.members[index]?.weights, weights));
			close(
				joint?.members.map(({ consistencyRatio }) => consistencyRatio),
				one.individualCR,
			);
			const parameters = { priority: 'geometric-mean' } as const;
			close(aggregateJudgements.compute({ judgements, parameters }).result?.weights, one.AIJweightsGM);
			close(aggregatePriorities.compute({ judgements, parameters }).result?.weights, one.AIPweightsGeometric);
			const consensus = ahpConsensus.compute({ judgements }).result;
			expect(consensus?.betaEntropy).toBeCloseTo(one.shannonBeta, 9);
			expect(consensus?.consensus).toBeCloseTo(one.consensusAHPOS, 9);
			ran('group', one.id);
		});
});

describe('rank similarity against published cases', () => {
	for (const { id, x, y, tolerance, full, ...printed } of rankings)
		it(id, () => {
			const { result } = rankSimilarity.compute({ x, y });
			if (result === null) throw new Error('no result');
			expect(Math.abs((result.spearman ?? NaN) - printed.spearman)).toBeLessThanOrEqual(tolerance);
			expect(Math.abs((result.kendall ?? NaN) - printed.kendallTau)).toBeLessThanOrEqual(tolerance);
			expect(Math.abs(result.ws - printed.WS)).toBeLessThanOrEqual(tolerance);
			expect(result.ws).toBeCloseTo(full.WS, 12);
			expect(result.weightedSpearman).toBeCloseTo(full.weightedSpearman, 12);
			ran('rank-similarity', id);
		});
});

everyCaseRan('group', 'rank-similarity');
