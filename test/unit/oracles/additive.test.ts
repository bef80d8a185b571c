/** Published weighted sums and products: WASPAS, WSM, SAW (printed as AHP) and WPM, with the weights as printed. */
import { describe, expect, it } from 'vitest';
import { saw } from '#methods/decision/saw.ts';
import { waspas } from '#methods/decision/waspas.ts';
import { wpm } from '#methods/decision/wpm.ts';
import published from './additive.cases.json';
import { directionsOf, expectClose, expectPublished } from './ranking-case.ts';
import type { RankingCase } from './ranking-case.ts';
import { everyCaseRan, ran } from './reference-run.ts';

const runs: Readonly<Record<string, (input: typeof saw.example) => readonly number[] | undefined>> = {
	WASPAS: (input) => waspas.compute({ ...input, parameters: { lambda: 0.5 } }).result?.scores,
	WSM: (input) => saw.compute({ ...input, parameters: { normalization: 'sum' } }).result?.scores,
	AHP: (input) => saw.compute({ ...input, parameters: { normalization: 'max' } }).result?.scores,
	WPM: (input) => wpm.compute({ ...input, parameters: { normalization: 'sum' } }).result?.log10Scores,
};

describe('published additive and product cases', () => {
	for (const one of published.cases as unknown as (RankingCase & { product?: number[] })[])
		it(`gives the scores of ${one.id}`, () => {
			const input = { matrix: one.matrix, weights: one.weights, directions: directionsOf(one.types) };
			const scores = runs[one.method]?.(input) ?? [];
			expectPublished(scores, one);
			expect(scores).toHaveLength(one.expectedFull.length);
			ran('additive', one.id);
			if (one.product === undefined) return;
			const products = wpm.compute({ ...input, parameters: { normalization: 'sum' } }).result?.scores ?? [];
			expectClose(products, one.product);
		});
});

everyCaseRan('additive');
