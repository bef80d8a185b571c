import { describe, expect, it } from 'vitest';
import cases from './cpi.cases.json' with { type: 'json' };
import { cpi } from './cpi.ts';
import type { CpiInput } from './cpi-input.ts';

const resultOf = (input: CpiInput) => {
	const answer = cpi.compute(input);
	if (answer.result === null) throw new Error(`${answer.status} ${answer.reason} ${answer.at}`);
	return answer.result;
};
const codes = (input: CpiInput) => cpi.compute(input).warnings.map(({ code }) => code);

describe('published tables', () => {
	for (const { name, input, scores, ranks, tolerance } of cases)
		it(`gives the totals of ${name}`, () => {
			const result = resultOf(input as CpiInput);
			result.scores.forEach((score, row) =>
				expect(Math.abs(score - (scores[row] as number)), `row ${row}: ${score}`).toBeLessThanOrEqual(
					tolerance,
				),
			);
			expect(result.ranks).toEqual(ranks);
		});

	it('gives a third of the serabi totals when the weights are brought to 1, and the same ranks', () => {
		const serabi = cases.find(({ name }) => name.startsWith('Serabi')) as (typeof cases)[number];
		const input = serabi.input as CpiInput;
		const parameters = { ...input.parameters, renormalizeWeights: true };
		const { scores, ranks } = resultOf({ ...input, parameters });
		expect(scores.map((score) => Number(score.toFixed(2)))).toEqual([95.19, 60.43, 67.09, 92.78]);
		expect(ranks).toEqual(serabi.ranks);
		expect(codes(input)).toContain('WEIGHTS_SUM_NOT_ONE');
		expect(codes({ ...input, parameters })).toContain('WEIGHTS_NORMALISED');
	});
});

const plain: CpiInput = {
	matrix: [
		[2, 4],
		[4, 2],
	],
	weights: [0.5, 0.5],
	directions: ['benefit', 'cost'],
};

describe('references', () => {
	it('compares with the smallest, the largest, the first or a fixed value', () => {
		const transformed = (reference: NonNullable<CpiInput['parameters']>['reference'], scale: 100 | 1 = 1) =>
			resultOf({ ...plain, parameters: { reference, scale } }).transformed;
		expect(resultOf(plain).transformed).toEqual([
			[100, 50],
			[200, 100],
		]);
		expect(transformed('min')).toEqual([
			[1, 0.5],
			[2, 1],
		]);
		expect(transformed('max')).toEqual([
			[0.5, 1],
			[1, 2],
		]);
		expect(transformed('first')).toEqual([
			[1, 1],
			[2, 2],
		]);
		expect(transformed({ fixed: 8 })).toEqual([
			[0.25, 2],
			[0.5, 4],
		]);
		expect(transformed({ fixed: [2, 4] })).toEqual([
			[1, 1],
			[2, 2],
		]);
	});

	it('explains the impossible serabi column "Proses produksi" by a comparison with the first row', () => {
		// 100, 58.33, 58.33 and 116.67 stand below and above 100, so no single trend made them from the smallest.
		const input: CpiInput = {
			matrix: [[12], [7], [7], [14]],
			weights: [1],
			directions: ['benefit'],
			parameters: { reference: 'first' },
		};
		expect(resultOf(input).scores.map((score) => Number(score.toFixed(2)))).toEqual([
			100, 58.33, 58.33, 116.67,
		]);
	});
});

describe('respondents', () => {
	const respondents = [
		[[1], [2]],
		[[4], [2]],
	];
	const asked: CpiInput = { respondents, weights: [1], directions: ['benefit'] };

	it('averages ratings first, by either mean, or transforms first', () => {
		expect(resultOf(asked).scores).toEqual([125, 100]);
		expect(resultOf({ ...asked, parameters: { mean: 'geometric' } }).scores).toEqual([100, 100]);
		const parameters = { aggregate: 'transform-first' } as const;
		expect(resultOf({ ...asked, parameters }).scores).toEqual([150, 150]);
		expect(codes({ ...asked, parameters })).toContain('NO_CELL_AT_REFERENCE');
		expect(codes(asked)).not.toContain('NO_CELL_AT_REFERENCE');
	});

	it('leaves a respondent out of a criterion one did not finish, or asks for the rating nobody gave', () => {
		const gap = [
			[[1], [null]],
			[[4], [2]],
		];
		const first = { ...asked, respondents: gap, parameters: { aggregate: 'transform-first' } as const };
		expect(resultOf(first)).toMatchObject({ scores: [200, 100], respondentsUsed: [1] });
		expect(codes(first)).toContain('RESPONDENTS_LEFT_OUT');
		expect(resultOf({ ...asked, respondents: gap }).scores).toEqual([125, 100]);
		const empty = { ...asked, respondents: [[[1], [null]]] };
		for (const aggregate of ['ratings-first', 'transform-first'] as const)
			expect(cpi.compute({ ...empty, parameters: { aggregate } })).toMatchObject({
				status: 'missing-input',
				at: 'respondents[0][1][0]',
			});
	});
});

describe('weights', () => {
	it('multiplies the two levels and says when a level does not sum to 1', () => {
		const aspects = [
			{ weight: 0.25, criteria: [0] },
			{ weight: 0.75, criteria: [1] },
		];
		const input = { ...plain, weights: [1, 1], parameters: { aspects } };
		expect(resultOf(input).weights).toEqual([0.25, 0.75]);
		expect(codes(input)).not.toContain('WEIGHTS_SUM_NOT_ONE');
		const one = {
			...plain,
			weights: [0.5, 0.25],
			parameters: { aspects: [{ weight: 1, criteria: [0, 1] }] },
		};
		expect(cpi.compute(one).warnings).toContainEqual({
			code: 'WEIGHTS_SUM_NOT_ONE',
			at: 'parameters.aspects[0].criteria',
			params: { sum: 0.75 },
		});
	});

	it('refuses a criterion in two aspects, in none, or unknown', () => {
		const at = (criteria: number[][]) =>
			cpi.compute({
				...plain,
				parameters: { aspects: criteria.map((list) => ({ weight: 1, criteria: list })) },
			});
		expect(at([[0, 1], [1]])).toMatchObject({
			reason: 'IN_TWO_ASPECTS',
			at: 'parameters.aspects[1].criteria[0]',
		});
		expect(at([[0]])).toMatchObject({ reason: 'NOT_IN_AN_ASPECT', at: 'weights[1]' });
		expect(at([[0, 2]])).toMatchObject({ reason: 'NO_SUCH_CRITERION' });
	});

	it('names the criterion that makes more than 60 % of a total', () => {
		const matrix = [
			[1, 5],
			[50, 5],
		];
		const warned = cpi
			.compute({ ...plain, matrix })
			.warnings.find(({ code }) => code === 'DOMINANT_CRITERION');
		expect(warned).toMatchObject({ at: 'criteria[0]', params: { alternative: 1 } });
		const shares = resultOf({ ...plain, matrix }).contributionSharesPct[1] ?? [];
		expect(shares[0]).toBeCloseTo((5000 / 5100) * 100, 10);
	});
});

describe('values without a ratio scale', () => {
	it('are refused where they stand, unless a shift is stated, which is then reported', () => {
		const matrix = [
			[0, 1],
			[2, 3],
		];
		expect(cpi.compute({ ...plain, matrix })).toMatchObject({ reason: 'NO_RATIO_SCALE', at: 'matrix[0][0]' });
		const shifted = { ...plain, matrix, parameters: { shift: [1, 0] } };
		expect(resultOf(shifted).transformed[1]?.[0]).toBeCloseTo(300, 10);
		expect(cpi.compute(shifted).warnings).toContainEqual({
			code: 'VALUES_SHIFTED',
			at: 'criteria[0]',
			params: { shift: 1 },
		});
		expect(cpi.compute({ ...plain, respondents: [matrix] })).toMatchObject({
			reason: 'MATRIX_AND_RESPONDENTS',
		});
		const { weights, directions } = plain;
		expect(cpi.compute({ weights, directions, respondents: [matrix] })).toMatchObject({
			reason: 'NO_RATIO_SCALE',
			at: 'respondents[0][0][0]',
		});
	});
});
