/**
 * Published ARAS, COPRAS, MOORA and MULTIMOORA (ratio system) cases. The COPRAS case holds the published formula and, beside
 * it, what a library gives that adds the costs as benefits: ours must be the former and not the latter.
 */
import { describe, expect, it } from 'vitest';
import { aras } from '#methods/decision/aras.ts';
import { copras } from '#methods/decision/copras.ts';
import { moora } from '#methods/decision/moora.ts';
import published from './ratio-methods.cases.json';
import { directionsOf, expectPublished } from './ranking-case.ts';
import type { RankingCase } from './ranking-case.ts';

/** The ratio system of MULTIMOORA is that of MOORA. */
const methods = { ARAS: aras, COPRAS: copras, MOORA: moora, MULTIMOORA_RS: moora };

describe('published ratio cases', () => {
	for (const one of published.cases as unknown as (RankingCase & { peerValue?: number[] })[])
		it(`gives the scores of ${one.id}`, () => {
			const method = methods[one.method as keyof typeof methods];
			const { matrix, weights, types } = one;
			const { status, result } = method.compute({ matrix, weights, directions: directionsOf(types) });
			expect(status).toBe('ok');
			expect(result?.better).toBe(one.better);
			expectPublished(result?.scores ?? [], one);
			for (const [row, wrong] of (one.peerValue ?? []).entries())
				if (row > 0) expect(Math.abs((result?.scores[row] as number) - wrong)).toBeGreaterThan(0.004);
		});
});
