import { describe, expect, it } from 'vitest';
import { electre1 } from '#methods/decision/electre-1.ts';
import published from './electre.cases.json';
import { directionsOf } from './ranking-case.ts';
import { everyCaseRan, ran } from './reference-run.ts';

describe('published ELECTRE I', () => {
	for (const one of published.cases)
		it(`follows ${one.id}`, () => {
			const { result } = electre1.compute({
				matrix: one.matrix,
				weights: one.weights,
				directions: directionsOf(one.types),
				parameters: { normalization: 'sum' },
			});
			for (const name of ['concordance', 'discordance'] as const)
				one[name].forEach((row, index) => {
					row.forEach((value, other) => {
						const own = result?.[name]?.[index]?.[other];
						if (value === null) expect(own).toBeNull();
						else expect(Math.abs((own ?? NaN) - value)).toBeLessThanOrEqual(one.tolerance);
					});
				});
			expect(result?.kernel).toEqual([4]);
			ran('electre', one.id);
		});
});

everyCaseRan('electre');
