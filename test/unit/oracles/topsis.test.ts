/** Published TOPSIS cases, over the vector and the min-max scale. */
import { describe, expect, it } from 'vitest';
import { topsis } from '#methods/decision/topsis.ts';
import published from './topsis.cases.json';
import { directionsOf, expectClose } from './ranking-case.ts';
import { everyCaseRan, ran } from './reference-run.ts';

describe('published TOPSIS cases', () => {
	for (const {
		id,
		matrix,
		weights,
		types,
		params,
		expected,
		tolerance,
		expectedFull,
		...one
	} of published.cases)
		it(`gives the closeness of ${id}`, () => {
			const normalization = params.normalization.startsWith('minmax') ? 'minmax' : 'vector';
			for (const renormalizeWeights of [true, false]) {
				const parameters = { normalization, renormalizeWeights } as const;
				const answer = topsis.compute({ matrix, weights, directions: directionsOf(types), parameters });
				expect(answer).toMatchObject({ status: 'ok', result: { better: one.better } });
				const { scores = [], ranks = [] } = answer.result ?? {};
				expectClose(scores, expectedFull);
				scores.forEach((score, row) =>
					expect(Math.abs(score - (expected[row] as number))).toBeLessThanOrEqual(tolerance),
				);
				if ('expectedRank' in one) expect(ranks).toEqual(one.expectedRank);
			}
			ran('topsis', id);
		});
});

everyCaseRan('topsis');
