/** Published cases of the distance methods. RIM and PVM state what is ideal instead of a direction. */
import { describe, expect, it } from 'vitest';
import { methods } from '#methods/index.ts';
import published from './distance-methods.cases.json';
import { directionsOf, expectPublished } from './ranking-case.ts';
import type { RankingCase } from './ranking-case.ts';
import { everyCaseRan, ran } from './reference-run.ts';

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
	PROBID: ['probid', () => ({})],
	RIM: ['rim', ({ bounds, ref_ideal: idealRanges }) => ({ bounds, idealRanges })],
	PVM: ['pvm', ({ psi, phi, kinds }) => ({ preferred: psi, avoided: phi, kinds })],
};

/** The letters of the four kinds of criteria. */
const kinds: Readonly<Record<string, string>> = {
	m: 'motivating',
	dm: 'demotivating',
	d: 'desirable',
	nd: 'non-desirable',
};

describe('published distance methods', () => {
	for (const one of published.cases as unknown as (Omit<RankingCase, 'types'> & {
		types: (number | string)[] | null;
	})[])
		it(`follows ${one.id}`, () => {
			const [id, parameters] = runs[one.method] as NonNullable<(typeof runs)[string]>;
			const { matrix, weights } = one;
			const types = one.types ?? weights.map(() => 1);
			const named = types.map((type) => kinds[type]);
			const input = {
				matrix,
				weights,
				directions: directionsOf(types.map(Number)),
				parameters: parameters({ ...one.params, kinds: named }),
			};
			const { status, result } = methods[id].compute(input as never) as {
				status: string;
				result: { scores: number[]; better: string } | null;
			};
			expect(status).toBe('ok');
			expect(result?.better).toBe(one.better);
			expectPublished(result?.scores ?? [], { ...one, types: types.map(Number) });
			expect(result?.scores).toHaveLength(one.expectedFull.length);
			ran('distance-methods', one.id);
		});
});

everyCaseRan('distance-methods');
