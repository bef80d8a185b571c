import { describe, expect, it } from 'vitest';
import { ahp } from '#methods/decision/weights-ahp.ts';
import cases from './ahp.cases.json' with { type: 'json' };
import { everyCaseRan, ran } from './reference-run.ts';
import reversal from './rank-reversal.cases.json' with { type: 'json' };

const close = (
	found: readonly number[] | null | undefined,
	expected: readonly number[],
	digits = 10,
): void => {
	expect(found).toHaveLength(expected.length);
	found?.forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? NaN, digits));
};

describe('AHP against published cases', () => {
	for (const one of cases)
		it(one.id, () => {
			const { criteriaMatrix, alternativeMatrices, tolerance } = one;
			const priority = one.params.priority.startsWith('column-mean') ? 'column-mean' : 'eigenvector';
			const { result } = ahp.compute({ criteriaMatrix, alternativeMatrices, parameters: { priority } });
			one.expected.forEach((score, index) =>
				expect(Math.abs((result?.scores?.[index] ?? NaN) - score)).toBeLessThanOrEqual(tolerance),
			);
			close(result?.scores, one.expectedFull);
			close(result?.weights, one.weightsFull);
			expect(result?.lambdaMax).toBeCloseTo(one.lambdaMax, 10);
			expect(result?.consistencyIndex).toBeCloseTo(one.CI, 10);
			if (one.CR !== undefined) expect(result?.consistencyRatio).toBeCloseTo(one.CR, 10);
			one.localPrioritiesFull?.forEach((local, index) =>
				close(result?.globalWeights[index]?.alternatives, local),
			);
			one.lambdaMaxLocal?.forEach((lambda, index) =>
				expect(result?.matrices[index + 1]?.lambdaMax).toBeCloseTo(lambda, 10),
			);
			ran('ahp', one.id);
			if (one.eigenvectorVariant === undefined) return;
			const variant = ahp.compute({ criteriaMatrix, alternativeMatrices }).result;
			close(variant?.weights, one.eigenvectorVariant.weights);
			close(variant?.scores, one.eigenvectorVariant.global_);
			expect(variant?.lambdaMax).toBeCloseTo(one.eigenvectorVariant.lambdaMax, 10);
		});
});

describe('rank reversal of AHP against published cases', () => {
	const scoresOf = (matrix: number[][], synthesis: 'distributive' | 'ideal') =>
		ahp.compute({
			criteriaMatrix: [0, 1, 2].map(() => [1, 1, 1]),
			alternativeMatrices: [0, 1, 2].map((column) =>
				matrix.map((row) => matrix.map((other) => (row[column] ?? NaN) / (other[column] ?? NaN))),
			),
			parameters: { synthesis },
		}).result?.scores;
	for (const one of reversal)
		it(one.id, () => {
			close(scoresOf(one.matrixBefore, 'distributive'), one.distributiveBefore);
			close(scoresOf(one.matrixAfter, 'distributive'), one.distributiveAfter);
			close(scoresOf(one.matrixBefore, 'ideal'), one.idealBefore);
			close(scoresOf(one.matrixAfter, 'ideal'), one.idealAfter);
			ran('rank-reversal', one.id);
		});
});

everyCaseRan('ahp', 'rank-reversal');
