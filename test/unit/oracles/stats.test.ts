import { describe, expect, it } from 'vitest';
import { mannWhitney } from '#methods/livelihood/mann-whitney.ts';
import { wilcoxonSignedRank } from '#methods/livelihood/wilcoxon-signed-rank.ts';
import oracle from './stats.json' with { type: 'json' };
import { everyCaseRan, ran } from './reference-run.ts';

interface Case {
	id: string;
	method: string;
	x: number[];
	y: number[];
	Vplus?: number;
	U1?: number;
	pGreater?: number;
	pTwoSided: number;
}

const runs: Record<string, (c: Case) => void> = {
	'Wilcoxon signed rank, exact': ({ x, y, Vplus, pGreater, pTwoSided }) => {
		const two = wilcoxonSignedRank.compute({ before: y, after: x }).result;
		expect(two?.wPlus).toBe(Vplus);
		expect(two?.p).toBeCloseTo(pTwoSided, 12);
		const one = wilcoxonSignedRank.compute({ before: y, after: x, alternative: 'greater' }).result;
		expect(one?.p).toBeCloseTo(pGreater ?? NaN, 12);
	},
	'Mann-Whitney U exact': ({ x, y, U1, pTwoSided }) => {
		const { result } = mannWhitney.compute({ x, y });
		expect(result?.u1).toBe(U1);
		expect(result?.p).toBeCloseTo(pTwoSided, 12);
	},
};

describe('published statistics', () => {
	for (const c of oracle.cases as Case[])
		it(c.id, () => {
			expect(runs[c.method]).toBeTypeOf('function');
			runs[c.method]?.(c);
			ran('stats', c.id);
		});
});

everyCaseRan('stats');
