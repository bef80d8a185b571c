/** Published VIKOR cases: Q, and where given S, R and the compromise set; one where a term has no range. */
import { describe, expect, it } from 'vitest';
import { vikor } from '#methods/decision/vikor.ts';
import published from './vikor.cases.json';
import { directionsOf, expectClose } from './ranking-case.ts';
import { everyCaseRan, ran } from './reference-run.ts';

describe('published VIKOR cases', () => {
	for (const one of published.cases)
		it(`gives the ranking of ${one.id}`, () => {
			const { matrix, weights, types, params, expected } = one;
			const parameters = { v: params.v };
			const { status, result, warnings } = vikor.compute({
				matrix,
				weights,
				directions: directionsOf(types),
				parameters,
			});
			expect(status).toBe('ok');
			if (result === null) return;
			ran('vikor', one.id);
			expect(result.better).toBe(one.better);
			if (typeof expected === 'string') {
				expect(result.scores.every(Number.isFinite)).toBe(true);
				expect(warnings).toContainEqual({ code: 'TERM_WITHOUT_RANGE', at: 'regrets' });
				return;
			}
			expectClose(result.scores, one.expectedFull as number[]);
			result.scores.forEach((score, row) =>
				expect(Math.abs(score - (expected[row] as number))).toBeLessThanOrEqual(one.tolerance as number),
			);
			if (one.S !== undefined) expectClose(result.groupUtilities, one.S);
			if (one.R !== undefined) expectClose(result.regrets, one.R);
			if (one.compromiseSet !== undefined)
				expect([...result.compromiseSet].sort()).toEqual(one.compromiseSet);
			if (one.acceptableAdvantage !== undefined)
				expect(result).toMatchObject({
					acceptableAdvantage: one.acceptableAdvantage,
					acceptableStability: one.acceptableStability,
				});
		});
});

everyCaseRan('vikor');
