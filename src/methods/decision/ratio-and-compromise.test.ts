import { describe, expect, it } from 'vitest';
import { aras } from './aras.ts';
import { copras } from './copras.ts';
import { moora } from './moora.ts';
import type { RankingInput } from './ranking-input.ts';
import { saw } from './saw.ts';
import { topsis } from './topsis.ts';
import { vikor } from './vikor.ts';
import { waspas } from './waspas.ts';
import { wpm } from './wpm.ts';

const table = (matrix: number[][], directions?: RankingInput['directions'], weights?: number[]) => ({
	matrix,
	weights: weights ?? (matrix[0] ?? []).map(() => 1 / (matrix[0] ?? []).length),
	directions: directions ?? (matrix[0] ?? []).map(() => 'benefit' as const),
});

const alike = table([
	[3, 4],
	[3, 4],
]);

describe('edge cases of each method', () => {
	it('TOPSIS has no closeness when every alternative is alike, and drops a column of zeros', () => {
		expect(topsis.compute(alike)).toMatchObject({
			status: 'undefined',
			reason: 'ZERO_DENOMINATOR',
			at: 'matrix',
		});
		const answer = topsis.compute(
			table([
				[0, 1],
				[0, 3],
			]),
		);
		expect(answer.warnings).toEqual([{ code: 'ZERO_COLUMN', at: 'criteria[0]' }]);
		expect(answer.result?.scores).toEqual([0, 1]);
	});

	it('VIKOR leaves out the terms that have no range and ranks all alike first', () => {
		const { result, warnings } = vikor.compute(alike);
		expect(result).toMatchObject({ scores: [0, 0], ranks: [1.5, 1.5], compromiseSet: [0, 1] });
		expect(warnings.map(({ code }) => code)).toEqual([
			'CONSTANT_COLUMN',
			'CONSTANT_COLUMN',
			'TERM_WITHOUT_RANGE',
			'TERM_WITHOUT_RANGE',
		]);
		expect(vikor.compute(table([[1, 2]])).result).toMatchObject({
			requiredAdvantage: null,
			compromiseSet: [0],
		});
	});

	it('VIKOR proposes the first two when only the stability fails', () => {
		// The third row has nearly the least loss and nearly the least regret: first by Q, by neither of the two alone.
		const bad = Array.from({ length: 7 }, () => [100, 0, 0]);
		const { result } = vikor.compute(table([[0, 100, 100], [56, 56, 56], [55, 55, 88], ...bad]));
		expect(result).toMatchObject({
			acceptableAdvantage: true,
			acceptableStability: false,
			compromiseSet: [2, 1],
		});
	});

	it('COPRAS has no proportion to an alternative that costs nothing', () => {
		const answer = copras.compute(
			table(
				[
					[1, 0],
					[1, 2],
				],
				['benefit', 'cost'],
			),
		);
		expect(answer).toMatchObject({ status: 'undefined', reason: 'ZERO_DENOMINATOR', at: 'matrix[0]' });
		expect(copras.compute(table([[1], [2]])).result?.scores).toEqual([0.5, 1]);
		expect(copras.compute(table([[0], [0]]))).toMatchObject({ status: 'undefined', at: 'matrix' });
	});

	it('ARAS takes stated optimal values and refuses a cost of 0', () => {
		const input = table([[2], [4]]);
		expect(aras.compute(input).result?.scores).toEqual([0.5, 1]);
		const stated = aras.compute({ ...input, parameters: { optimal: [8] } }).result;
		expect(stated?.scores).toEqual([0.25, 0.5]);
		expect(aras.compute({ ...input, parameters: { optimal: [1, 2] } })).toMatchObject({
			at: 'parameters.optimal',
		});
		expect(aras.compute(table([[0]], ['cost']))).toMatchObject({
			reason: 'COST_NOT_POSITIVE',
			at: 'matrix[0][0]',
		});
	});

	it('SAW, WPM and WASPAS refuse what has no ratio, each at its cell', () => {
		const cost = table(
			[
				[1, 2],
				[1, 0],
			],
			['benefit', 'cost'],
		);
		for (const method of [saw, waspas])
			expect(method.compute(cost)).toMatchObject({ reason: 'COST_NOT_POSITIVE', at: 'matrix[1][1]' });
		expect(wpm.compute(cost)).toMatchObject({ reason: 'NOT_POSITIVE', at: 'matrix[1][1]' });
		expect(saw.compute({ ...cost, parameters: { normalization: 'minmax' } }).result?.scores).toEqual([
			0.5, 1,
		]);
		const zero = waspas.compute(
			table([
				[0, 1],
				[1, 1],
			]),
		);
		expect(zero.warnings).toEqual([{ code: 'ZERO_IN_PRODUCT', at: 'matrix[0]' }]);
		expect(zero.result?.weightedProducts).toEqual([0, 1]);
	});

	it('use weights as given and say so, or bring them to 1 on request', () => {
		const input = table([[1], [2]], ['benefit'], [4]);
		for (const method of [saw, moora, topsis, vikor, copras, aras])
			expect(method.compute(input).warnings).toContainEqual({
				code: 'WEIGHTS_SUM_NOT_ONE',
				at: 'weights',
				params: { sum: 4 },
			});
		expect(saw.compute(input).result?.scores).toEqual([2, 4]);
		const asked = saw.compute({ ...input, parameters: { renormalizeWeights: true } });
		expect(asked.result?.scores).toEqual([0.5, 1]);
		expect(asked.warnings).toEqual([{ code: 'WEIGHTS_NORMALISED', at: 'weights', params: { sum: 4 } }]);
	});
});

describe('checks of a ranking input', () => {
	const good = table([
		[1, 2],
		[3, 4],
	]);
	const cases: readonly (readonly [input: unknown, reason: string, at: string])[] = [
		[null, 'NOT_AN_OBJECT', 'input'],
		[{ ...good, matrix: undefined }, 'MISSING_INPUT', 'matrix'],
		[{ ...good, matrix: [] }, 'EMPTY', 'matrix'],
		[{ ...good, matrix: [[1, 2], [3]] }, 'RAGGED', 'matrix[1]'],
		[
			{
				...good,
				matrix: [
					[1, 2],
					[3, NaN],
				],
			},
			'NOT_A_NUMBER',
			'matrix[1][1]',
		],
		[
			{
				...good,
				matrix: [
					[1, null],
					[3, 4],
				],
			},
			'MISSING_INPUT',
			'matrix[0][1]',
		],
		[{ ...good, weights: [1] }, 'WRONG_LENGTH', 'weights'],
		[{ ...good, weights: [1, -1] }, 'NEGATIVE', 'weights[1]'],
		[{ ...good, weights: [0, 0] }, 'ZERO_WEIGHTS', 'weights'],
		[{ ...good, directions: ['benefit', 'max'] }, 'UNKNOWN_CHOICE', 'directions[1]'],
		[{ ...good, parameters: [] }, 'LIST_FOR_OBJECT', 'parameters'],
		[{ ...good, parameters: { renormalizeWeights: 1 } }, 'UNKNOWN_CHOICE', 'parameters.renormalizeWeights'],
	];
	for (const [input, reason, at] of cases)
		it(`answers ${reason} at ${at}`, () => {
			expect(saw.compute(input as never)).toMatchObject({ reason, at, result: null });
		});
});
