/**
 * Published cases of the ratio methods; of MULTIMOORA the ratio system. The COPRAS case holds the published formula and, beside
 * it, what a library gives that adds the costs as benefits: ours must be the former and not the latter.
 */
import { describe, expect, it } from 'vitest';
import { aras } from '#methods/decision/aras.ts';
import { aroman } from '#methods/decision/aroman.ts';
import { cocoso } from '#methods/decision/cocoso.ts';
import { copras } from '#methods/decision/copras.ts';
import { cradis } from '#methods/decision/cradis.ts';
import { lmaw } from '#methods/decision/lmaw.ts';
import { moora } from '#methods/decision/moora.ts';
import { ram } from '#methods/decision/ram.ts';
import published from './ratio-methods.cases.json';
import { directionsOf, expectPublished } from './ranking-case.ts';
import type { RankingCase } from './ranking-case.ts';
import { everyCaseRan, ran } from './reference-run.ts';

/** The ratio system of MULTIMOORA is that of MOORA. */
const methods = {
	ARAS: aras,
	AROMAN: aroman,
	COCOSO: cocoso,
	COPRAS: copras,
	CRADIS: cradis,
	LMAW: lmaw,
	MOORA: moora,
	MULTIMOORA_RS: moora,
	RAM: ram,
};

/** Parameters by the names the cases give them; what a method takes by default needs no name. */
const parametersOf = ({ method, params }: RankingCase): object =>
	method === 'AROMAN'
		? { beta: params['beta'], lambda: params['lam'] }
		: method === 'COCOSO'
			? { lambda: params['lambda_param'] }
			: {};

describe('published ratio cases', () => {
	for (const one of published.cases as unknown as (RankingCase & { peerValue?: number[] })[])
		it(`gives the scores of ${one.id}`, () => {
			const method = methods[one.method as keyof typeof methods];
			const { matrix, weights, types } = one;
			const input = { matrix, weights, directions: directionsOf(types), parameters: parametersOf(one) };
			const { status, result } = method.compute(input);
			expect(status).toBe('ok');
			expect(result?.better).toBe(one.better);
			expectPublished(result?.scores ?? [], one);
			expect(result?.scores).toHaveLength(one.expectedFull.length);
			ran('ratio-methods', one.id);
			for (const [row, wrong] of (one.peerValue ?? []).entries())
				if (row > 0) expect(Math.abs((result?.scores[row] as number) - wrong)).toBeGreaterThan(0.004);
		});
});

everyCaseRan('ratio-methods');
