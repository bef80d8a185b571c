import { describe, expect, it } from 'vitest';
import { promethee2 } from '#methods/decision/promethee-2.ts';
import published from './promethee.cases.json';
import { directionsOf, expectClose, expectPublished } from './ranking-case.ts';
import type { RankingCase } from './ranking-case.ts';
import { everyCaseRan, ran } from './reference-run.ts';

interface Params {
	readonly p?: number[];
	readonly q?: number[];
	readonly s?: number[];
}

/** `pfs: repeat` is the usual criterion; PROSA-C prints its sustainability coefficients as s. */
function parametersOf({ method, params }: RankingCase) {
	const { p, q, s } = params as Params;
	return {
		preferenceFunctions: p === undefined ? ('usual' as const) : ('linear' as const),
		p,
		q,
		sustainability: method === 'PROSA_C' ? s : undefined,
	};
}

describe('published PROMETHEE II and PROSA-C', () => {
	const cases = published.cases as unknown as (RankingCase & { phiPlus?: number[]; phiMinus?: number[] })[];
	for (const one of cases)
		it(`follows ${one.id}`, () => {
			const { matrix, weights, types } = one;
			const input = { matrix, weights, directions: directionsOf(types), parameters: parametersOf(one) };
			const { status, result } = promethee2.compute(input as never);
			expect(status).toBe('ok');
			expectPublished(result?.scores ?? [], one);
			expect(result?.scores).toHaveLength(one.expectedFull.length);
			ran('promethee', one.id);
			if (one.phiPlus) expectClose(result?.phiPlus ?? [], one.phiPlus);
			if (one.phiMinus) expectClose(result?.phiMinus ?? [], one.phiMinus);
		});
});

everyCaseRan('promethee');
