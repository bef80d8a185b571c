/** Published cases of the distance methods; PROBID, RIM and PVM are no methods of ours and were not copied. */
import { describe, expect, it } from 'vitest';
import { methods } from '#methods/index.ts';
import published from './distance-methods.cases.json';
import { directionsOf, expectPublished } from './ranking-case.ts';
import type { RankingCase } from './ranking-case.ts';

type Params = Readonly<Record<string, unknown>>;

const runs: Readonly<Record<string, readonly [keyof typeof methods, (params: Params) => object]>> = {
	EDAS: ['edas', () => ({})],
	MABAC: ['mabac', () => ({})],
	CODAS: ['codas', ({ tau }) => ({ tau })],
	SPOTIS: ['spotis', ({ bounds, esp }) => ({ bounds, idealPoint: esp })],
	BalancedSPOTIS: [
		'spotis',
		({ bounds, esp, alpha }) => ({ bounds, idealPoint: esp, idealPointShare: alpha }),
	],
};

describe('published distance methods', () => {
	for (const one of published.cases as unknown as RankingCase[])
		it(`follows ${one.id}`, () => {
			const [id, parameters] = runs[one.method] as NonNullable<(typeof runs)[string]>;
			const { matrix, weights, types } = one;
			const input = { matrix, weights, directions: directionsOf(types), parameters: parameters(one.params) };
			const { status, result } = methods[id].compute(input as never) as {
				status: string;
				result: { scores: number[]; better: string } | null;
			};
			expect(status).toBe('ok');
			expect(result?.better).toBe(one.better);
			expectPublished(result?.scores ?? [], one);
		});
});
