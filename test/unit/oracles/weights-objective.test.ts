import { describe, expect, it } from 'vitest';
import { methods } from '#methods/index.ts';
import type { Method } from '#methods/method.ts';
import type { WeightsResult } from '#methods/decision/weights-result.ts';
import differential from './differential-weights.cases.json' with { type: 'json' };
import { everyCaseRan, ran } from './reference-run.ts';
import published from './weights-objective.cases.json' with { type: 'json' };

const byName = methods as unknown as Record<string, Method<unknown, WeightsResult>>;

function weights(id: string, matrix: number[][], types: number[] | null): readonly number[] {
	const directions = types?.map((type) => (type === 1 ? 'benefit' : 'cost'));
	const input =
		id === 'equal-weights'
			? { criteria: matrix[0]?.length }
			: { matrix, ...(directions ? { directions } : {}) };
	const answer = byName[id]?.compute(input);
	expect(answer?.status).toBe('ok');
	return answer?.result?.weights ?? [];
}

describe('objective weights against published cases', () => {
	for (const { id, method, matrix, types, expected, expectedFull, tolerance } of published)
		it(id, () => {
			const found = weights(method, matrix, types);
			expect(found).toHaveLength(expected.length);
			found.forEach((weight, index) => {
				expect(Math.abs(weight - (expected[index] ?? NaN))).toBeLessThanOrEqual(tolerance);
				expect(weight).toBeCloseTo(expectedFull[index] ?? NaN, 9);
			});
			ran('weights-objective', id);
		});
});

describe('objective weights where two libraries agree', () => {
	// Both libraries take CRITIC's columns as benefits, whatever their direction.
	const undirected = ['critic', 'entropy', 'std'];
	for (const { id, matrix, types, objectiveWeights } of differential)
		for (const [name, { values, agree }] of Object.entries(objectiveWeights))
			it(`${id}: ${name}`, () => {
				expect(agree.length).toBeGreaterThanOrEqual(2);
				const method = name === 'std' ? 'standard-deviation' : name;
				const found = weights(method, matrix, undirected.includes(name) ? null : types);
				found.forEach((weight, index) => expect(weight).toBeCloseTo(values[index] ?? NaN, 10));
			});
});

everyCaseRan('weights-objective');
