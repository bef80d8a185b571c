import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateJudgements } from './group-aggregate-judgements.ts';
import { aggregatePriorities } from './group-aggregate-priorities.ts';
import { borda } from './group-borda.ts';
import { copeland } from './group-copeland.ts';
import { kendallW } from './group-kendall-w.ts';
import { rankSimilarity } from './group-rank-similarity.ts';
import { ahp } from './weights-ahp.ts';

const close = (left: readonly number[] = [], right: readonly number[] = [], digits = 8): void => {
	expect(left).toHaveLength(right.length);
	left.forEach((value, index) => expect(value).toBeCloseTo(right[index] ?? NaN, digits));
};

const weightsOf = (n: number) => fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n });
const consistent = (points: readonly number[]): number[][] => points.map((a) => points.map((b) => a / b));

/** A reciprocal matrix of n elements from judgements above the diagonal. */
const judged = (n: number) =>
	fc
		.array(fc.constantFrom(1 / 9, 1 / 5, 1 / 3, 1, 2, 3, 5, 9), { minLength: n * n, maxLength: n * n })
		.map((cells) =>
			Array.from({ length: n }, (_, i) =>
				Array.from({ length: n }, (_unused, j) => {
					if (i === j) return 1;
					return i < j ? (cells[i * n + j] ?? 1) : 1 / (cells[j * n + i] ?? 1);
				}),
			),
		);

describe('AHP', () => {
	for (const priority of ['eigenvector', 'geometric-mean', 'column-mean'] as const)
		it(`${priority}: consistent judgements have ratio 0 and give their weights back, also with gaps`, () => {
			fc.assert(
				fc.property(weightsOf(5), fc.integer({ min: 2, max: 4 }), (points, gap) => {
					const total = points.reduce((sum, value) => sum + value, 0);
					const matrix: (number | null)[][] = consistent(points);
					const ask = () => ahp.compute({ criteriaMatrix: matrix, parameters: { priority } }).result;
					const shares = points.map((value) => value / total);
					close(ask()?.weights, shares);
					expect(ask()?.consistencyRatio).toBeCloseTo(0, 9);
					(matrix[0] as (number | null)[])[gap] = null;
					(matrix[gap] as (number | null)[])[0] = null;
					close(ask()?.weights, shares);
				}),
			);
		});

	it('heals its worst triad: every repair lowers the ratio of three elements to 0', () => {
		fc.assert(
			fc.property(judged(3), (criteriaMatrix) => {
				const triad = ahp.compute({ criteriaMatrix }).result?.matrices[0]?.worstTriad;
				for (const repair of triad?.repairs ?? []) expect(repair.consistencyRatio).toBeCloseTo(0, 6);
			}),
		);
	});

	it('asks for judgements that join all elements, and for pairs that mirror each other', () => {
		const apart = [
			[1, null, null],
			[null, 1, 2],
			[null, 0.5, 1],
		];
		expect(ahp.compute({ criteriaMatrix: apart })).toMatchObject({
			status: 'undefined',
			reason: 'NOT_CONNECTED',
		});
		expect(
			ahp.compute({
				criteriaMatrix: [
					[1, 3],
					[0.5, 1],
				],
			}),
		).toMatchObject({
			status: 'invalid-input',
			reason: 'NOT_RECIPROCAL',
			at: 'criteriaMatrix[1][0]',
		});
		const printed = ahp.compute({
			criteriaMatrix: [
				[1, 3],
				[0.33, 1],
			],
		});
		close(printed.result?.weights, [0.75, 0.25]);
		expect(printed.warnings[0]?.code).toBe('RECIPROCAL_ROUNDED');
	});

	it('carries weights down the levels', () => {
		const two = consistent([3, 1]);
		const { result } = ahp.compute({
			criteriaMatrix: two,
			subcriteria: [{ criteriaMatrix: two, alternativeMatrices: [two, consistent([1, 3])] }, null],
			alternativeMatrices: [null, two],
		});
		close(
			result?.globalWeights.map(({ weight }) => weight),
			[0.5625, 0.1875, 0.25],
		);
		close(result?.scores ?? [], [0.5625 * 0.75 + 0.1875 * 0.25 + 0.25 * 0.75, 1 - 0.65625]);
	});
});

describe('groups', () => {
	it('joint judgements and joint priorities agree under geometric means, whatever the members weigh', () => {
		fc.assert(
			fc.property(
				fc.array(judged(4), { minLength: 1, maxLength: 4 }),
				weightsOf(4),
				(judgements, weights) => {
					const input = {
						judgements,
						memberWeights: judgements.map((_, index) => weights[index] ?? 1),
						parameters: { priority: 'geometric-mean' as const },
					};
					close(
						aggregateJudgements.compute(input).result?.weights,
						aggregatePriorities.compute(input).result?.weights,
					);
				},
			),
		);
	});

	it('leaves out members who contradict themselves, on request, and says when none is left', () => {
		const wild = [
			[1, 9, 1 / 9],
			[1 / 9, 1, 9],
			[9, 1 / 9, 1],
		];
		const calm = consistent([4, 2, 1]);
		const parameters = { inconsistent: 'exclude' as const };
		close(aggregateJudgements.compute({ judgements: [calm, wild], parameters }).result?.weights, [
			4 / 7,
			2 / 7,
			1 / 7,
		]);
		expect(aggregateJudgements.compute({ judgements: [wild], parameters })).toMatchObject({
			status: 'undefined',
			reason: 'NONE_INCLUDED',
		});
	});

	it('Borda and Copeland put the unanimous favourite first; Copeland knows when nobody beats all', () => {
		const ranks = [
			[1, 2, 3],
			[1, 3, 2],
		];
		expect(borda.compute({ ranks }).result).toMatchObject({ scores: [4, 1, 1], ranks: [1, 2.5, 2.5] });
		expect(copeland.compute({ ranks }).result).toMatchObject({ scores: [2, -1, -1], condorcetWinner: 0 });
		const circle = [
			[1, 2, 3],
			[3, 1, 2],
			[2, 3, 1],
		];
		expect(copeland.compute({ ranks: circle }).result).toMatchObject({
			scores: [0, 0, 0],
			condorcetWinner: null,
		});
	});

	it('W is 1 for voters who agree, 0 where rank sums are equal, and undefined when all is tied', () => {
		const order = [1, 2, 3, 4, 5, 6, 7, 8];
		expect(kendallW.compute({ ranks: [order, order, order] }).result).toMatchObject({
			w: 1,
			test: 'chi-square',
		});
		expect(kendallW.compute({ ranks: [order, [...order].reverse()] }).result?.w).toBeCloseTo(0, 12);
		expect(
			kendallW.compute({
				ranks: [
					[1, 1],
					[2, 2],
				],
			}),
		).toMatchObject({ status: 'undefined', reason: 'ALL_TIED' });
	});

	it('two voters without ties have W = (1 + Spearman) / 2; like rankings are alike by every coefficient', () => {
		const orders = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 });
		fc.assert(
			fc.property(orders, orders, (x, y) => {
				const { result } = kendallW.compute({ ranks: [x, y], parameters: { permutations: 100 } });
				const alike = rankSimilarity.compute({ x, y }).result;
				expect(result?.w).toBeCloseTo((1 + (alike?.spearman ?? NaN)) / 2, 9);
				const same = rankSimilarity.compute({ x, y: x }).result;
				for (const value of Object.values(same ?? {})) expect(value).toBeCloseTo(1, 12);
			}),
		);
	});
});
