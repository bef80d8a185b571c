/** Published CPI cases: the industries of Marimin, and one that has no ratio scale. */
import { describe, expect, it } from 'vitest';
import { cpi } from '#methods/decision/cpi.ts';
import published from './cpi.cases.json';
import { directionsOf, expectClose } from './ranking-case.ts';
import { everyCaseRan, ran } from './reference-run.ts';

describe('published CPI cases', () => {
	for (const one of published.cases)
		it(`answers ${one.id}`, () => {
			const { matrix, weights, types } = one;
			const answer = cpi.compute({ matrix, weights, directions: directionsOf(types) });
			ran('cpi', one.id);
			if (one.expectedFull === undefined) {
				expect(answer).toMatchObject({
					status: 'invalid-input',
					reason: 'NO_RATIO_SCALE',
					at: 'matrix[0][0]',
					result: null,
				});
				return;
			}
			expectClose(answer.result?.scores ?? [], one.expectedFull);
			expect(answer.result?.ranks).toEqual(one.expectedRank);
			one.transformedFull?.forEach((row, index) => expectClose(answer.result?.transformed[index] ?? [], row));
		});
});

everyCaseRan('cpi');
