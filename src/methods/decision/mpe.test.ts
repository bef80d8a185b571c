import { describe, expect, it } from 'vitest';
import { mpe } from './mpe.ts';
import type { MpeInput } from './mpe.ts';

const input = (matrix: number[][], weights: number[], directions?: MpeInput['directions']): MpeInput => ({
	matrix,
	weights,
	directions: directions ?? weights.map(() => 'benefit' as const),
});

describe('exponential comparison', () => {
	it('adds each score raised to its importance, by hand', () => {
		const { result } = mpe.compute(
			input(
				[
					[4, 3],
					[3, 5],
				],
				[4, 3],
			),
		);
		expect(result).toMatchObject({
			scores: [283, 206],
			exact: ['283', '206'],
			ranks: [1, 2],
			scale: 'total',
		});
		expect(result?.relative[1]).toBeCloseTo(206 / 283, 12);
	});

	it('tells totals apart that no double can', () => {
		const { result } = mpe.compute(
			input(
				[
					[9, 1],
					[9, 2],
				],
				[30, 1],
			),
		);
		expect(result?.scores[0]).toBe(result?.scores[1]);
		expect(result?.exact).toEqual(['42391158275216203514294433202', '42391158275216203514294433203']);
		expect(result?.ranks).toEqual([2, 1]);
	});

	it('gives logarithms when a total leaves the range of doubles, and says so', () => {
		const answer = mpe.compute(
			input(
				[
					[9, 5],
					[8, 8],
				],
				[5000, 5000],
			),
		);
		expect(answer.result).toMatchObject({
			scale: 'log10',
			ranks: [1, 2],
			exact: null,
		});
		expect(answer.result?.scores[0]).toBeCloseTo(5000 * Math.log10(9), 6);
		expect(answer.warnings).toContainEqual({ code: 'SCORES_IN_LOG10', at: 'scores' });
	});

	it('turns a cost round on the stated scale, and refuses it without one', () => {
		const cost = input([[1], [5]], [2], ['cost']);
		expect(mpe.compute(cost)).toMatchObject({ reason: 'REVERSE_COST_FIRST', at: 'directions[0]' });
		expect(mpe.compute({ ...cost, parameters: { highestScore: 5 } }).result?.scores).toEqual([25, 1]);
		expect(mpe.compute({ ...cost, parameters: { highestScore: 4 } })).toMatchObject({ at: 'matrix[1][0]' });
	});

	it('warns of importances that press scores together, and refuses scores and importances of nothing', () => {
		expect(mpe.compute(input([[4], [2]], [0.2])).warnings).toEqual([
			{ code: 'IMPORTANCE_NOT_WHOLE', at: 'weights[0]' },
		]);
		expect(mpe.compute(input([[0]], [2]))).toMatchObject({ reason: 'NOT_POSITIVE', at: 'matrix[0][0]' });
		expect(mpe.compute(input([[3, 1]], [2, 0]))).toMatchObject({ reason: 'NOT_POSITIVE', at: 'weights[1]' });
	});
});
