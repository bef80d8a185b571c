import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bwm } from './weights-bwm.ts';
import { critic } from './weights-critic.ts';
import { directPoints } from './weights-direct-points.ts';
import { entropy } from './weights-entropy.ts';
import { merec } from './weights-merec.ts';
import { rankOrderCentroid } from './weights-rank-order-centroid.ts';
import { rankReciprocal } from './weights-rank-reciprocal.ts';
import { rankSum } from './weights-rank-sum.ts';
import { standardDeviation } from './weights-standard-deviation.ts';
import { swara } from './weights-swara.ts';

const close = (left: readonly number[] = [], right: readonly number[] = [], digits = 8) => {
	expect(left).toHaveLength(right.length);
	left.forEach((value, index) => expect(value).toBeCloseTo(right[index] ?? NaN, digits));
};

function soundWeights(weights: readonly number[] = []): void {
	expect(weights.length).toBeGreaterThan(0);
	for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0);
	expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
}

/** A matrix of positive values with directions and an order to take the criteria in. */
const study = fc
	.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }))
	.chain(([rows, columns]) =>
		fc.record({
			matrix: fc.array(
				fc.array(fc.integer({ min: 1, max: 50 }), { minLength: columns, maxLength: columns }),
				{ minLength: rows, maxLength: rows },
			),
			directions: fc.array(fc.constantFrom('benefit' as const, 'cost' as const), {
				minLength: columns,
				maxLength: columns,
			}),
			order: fc.shuffledSubarray(
				Array.from({ length: columns }, (_, index) => index),
				{ minLength: columns },
			),
		}),
	);

describe('objective weights', () => {
	for (const method of [entropy, critic, merec, standardDeviation])
		it(`${method.id}: sum to 1, never below 0, and follow the criteria when these change places`, () => {
			fc.assert(
				fc.property(study, ({ matrix, directions, order }) => {
					const plain = method.compute({ matrix, directions }).result?.weights;
					soundWeights(plain);
					const moved = method.compute({
						matrix: matrix.map((row) => order.map((from) => row[from] ?? NaN)),
						directions: order.map((from) => directions[from] ?? 'benefit'),
					}).result?.weights;
					close(
						moved,
						order.map((from) => plain?.[from] ?? NaN),
					);
				}),
			);
		});

	it('give a constant criterion nothing, and say so', () => {
		const input = {
			matrix: [
				[1, 5, 3],
				[2, 5, 1],
				[3, 5, 3],
			],
			directions: ['benefit', 'benefit', 'benefit'] as const,
		};
		for (const method of [entropy, critic, merec, standardDeviation]) {
			const { result, warnings } = method.compute(input);
			expect(result?.weights[1]).toBe(0);
			expect(warnings).toContainEqual({ code: 'CONSTANT_CRITERION', at: 'matrix[0][1]' });
		}
	});

	it('are equal, with a warning, when nothing varies', () => {
		const input = {
			matrix: [
				[0.1, 7],
				[0.1, 7],
				[0.1, 7],
			],
			directions: ['benefit', 'cost'] as const,
		};
		for (const method of [entropy, critic, merec, standardDeviation]) {
			const { result, warnings } = method.compute(input);
			expect(result?.weights).toEqual([0.5, 0.5]);
			expect(warnings.map(({ code }) => code)).toContain('EQUAL_WEIGHTS');
		}
	});

	it('are undefined for one alternative, where MEREC too only knows equal ones', () => {
		for (const method of [entropy, critic, standardDeviation])
			expect(method.compute({ matrix: [[1, 2]] })).toMatchObject({
				status: 'undefined',
				reason: 'ONE_ALTERNATIVE',
			});
	});

	it('refuse values their formula has no meaning for, and say where', () => {
		expect(entropy.compute({ matrix: [[1], [-1]] })).toMatchObject({
			reason: 'NEGATIVE',
			at: 'matrix[1][0]',
		});
		expect(merec.compute({ matrix: [[1], [0]], directions: ['cost'] })).toMatchObject({
			reason: 'NOT_A_RATIO_SCALE',
			at: 'matrix[1][0]',
		});
		expect(merec.compute({ matrix: [[1], [2]] })).toMatchObject({
			status: 'missing-input',
			at: 'directions',
		});
		expect(critic.compute({ matrix: [[1, 2], [3]] })).toMatchObject({ reason: 'RAGGED', at: 'matrix[1]' });
		expect(
			entropy.compute({ matrix: [[1], [0]], directions: ['cost'], parameters: { cost: 'reciprocal' } }),
		).toMatchObject({ reason: 'RECIPROCAL_OF_ZERO', at: 'matrix[1][0]' });
	});

	it('take cost columns as min / x on request', () => {
		const columns = {
			matrix: [
				[2, 1],
				[4, 3],
			],
			directions: ['cost', 'benefit'] as const,
		};
		const turned = entropy.compute({ ...columns, parameters: { cost: 'reciprocal' } });
		close(
			turned.result?.weights,
			entropy.compute({
				matrix: [
					[1, 1],
					[0.5, 3],
				],
			}).result?.weights,
		);
	});
});

describe('weights from an order', () => {
	it('agree with the tables of Barron and Barrett (1996) and Stillwell and others (1981) for four criteria', () => {
		const ranks = [1, 2, 3, 4];
		close(rankOrderCentroid.compute({ ranks }).result?.weights, [0.5208, 0.2708, 0.1458, 0.0625], 4);
		close(rankSum.compute({ ranks }).result?.weights, [0.4, 0.3, 0.2, 0.1]);
		close(rankReciprocal.compute({ ranks }).result?.weights, [0.48, 0.24, 0.16, 0.12]);
	});

	for (const method of [rankOrderCentroid, rankSum, rankReciprocal])
		it(`${method.id}: sums to 1, keeps the order, and gives ties one weight`, () => {
			fc.assert(
				fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 9 }), (ranks) => {
					const weights = method.compute({ ranks }).result?.weights ?? [];
					soundWeights(weights);
					ranks.forEach((rank, i) =>
						ranks.forEach((other, j) => {
							if (rank === other) expect(weights[i]).toBe(weights[j]);
							if (rank < other) expect(weights[i]).toBeGreaterThan(weights[j] ?? NaN);
						}),
					);
				}),
			);
		});

	it('swara answers in the numbering of the criteria', () => {
		const s = [0.35, 0.2];
		const plain = swara.compute({ comparativeImportance: s }).result?.weights ?? [];
		const moved = swara.compute({ comparativeImportance: s, order: [2, 0, 1] }).result?.weights;
		soundWeights(plain);
		close(moved, [plain[1] ?? NaN, plain[2] ?? NaN, plain[0] ?? NaN]);
		expect(swara.compute({ comparativeImportance: s, order: [0, 0, 1] })).toMatchObject({
			reason: 'GIVEN_TWICE',
			at: 'order[1]',
		});
	});

	it('points weigh by their share, and none at all by nothing', () => {
		expect(directPoints.compute({ points: [3, 1] }).result?.weights).toEqual([0.75, 0.25]);
		expect(directPoints.compute({ points: [0, 0] })).toMatchObject({ status: 'undefined', at: 'points' });
		expect(directPoints.compute({ points: [50, 30], parameters: { total: 100 } }).warnings).toEqual([
			{ code: 'POINTS_TOTAL_DIFFERS', at: 'points', params: { total: 80, due: 100 } },
		]);
	});
});

/** Judgements with the best first and the worst last. */
const bestWorst = fc
	.tuple(
		fc.integer({ min: 2, max: 9 }),
		fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 5 }),
	)
	.map(([direct, others]) => ({
		bestToOthers: [1, ...others.map(([first]) => Math.min(first, direct)), direct],
		othersToWorst: [direct, ...others.map(([, second]) => Math.min(second, direct)), 1],
		bestIndex: 0,
		worstIndex: others.length + 1,
	}));

/** The largest deviation of a set of weights from the judgements, as each model counts it. */
function deviation(
	{ bestToOthers, othersToWorst }: { bestToOthers: number[]; othersToWorst: number[] },
	weights: readonly number[],
	model: 'linear' | 'nonlinear',
): number {
	const [best, worst] = [weights[0] ?? NaN, weights.at(-1) ?? NaN];
	const gap = (plus: number, minus: number, a: number): number =>
		model === 'linear' ? Math.abs(plus - a * minus) : Math.abs(plus / minus - a);
	return Math.max(
		...weights.map((weight, j) => (j === 0 ? 0 : gap(best, weight, bestToOthers[j] ?? NaN))),
		...weights.map((weight, j) =>
			j === weights.length - 1 ? 0 : gap(weight, worst, othersToWorst[j] ?? NaN),
		),
	);
}

describe('best-worst method', () => {
	it('prints the consistency indices of Rezaei (2015), Table 1', () => {
		const printed = [0, 0.44, 1, 1.63, 2.3, 3, 3.73, 4.47, 5.23];
		printed.slice(1).forEach((index, place) => {
			const a = place + 2;
			const { result } = bwm.compute({
				bestToOthers: [1, a],
				othersToWorst: [a, 1],
				parameters: { model: 'nonlinear' },
			});
			expect(Math.abs((result?.consistencyIndex ?? NaN) - index)).toBeLessThanOrEqual(0.0051);
		});
	});

	for (const model of ['linear', 'nonlinear'] as const)
		it(`${model}: weights reach xi, lie in their intervals, and none nearby does better`, () => {
			fc.assert(
				fc.property(
					bestWorst,
					fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 }),
					(input, push) => {
						const { result } = bwm.compute({ ...input, parameters: { model } });
						if (result === null) throw new Error('no result');
						soundWeights(result.weights);
						expect(deviation(input, result.weights, model)).toBeCloseTo(result.xi, 6);
						result.weights.forEach((weight, j) => {
							expect(weight).toBeGreaterThanOrEqual((result.intervals[j]?.low ?? NaN) - 1e-7);
							expect(weight).toBeLessThanOrEqual((result.intervals[j]?.high ?? NaN) + 1e-7);
						});
						const moved = result.weights.map((weight, j) => weight * (1 + 0.2 * (push[j] ?? 0)));
						const total = moved.reduce((sum, weight) => sum + weight, 0);
						const nearby = moved.map((weight) => weight / total);
						expect(deviation(input, nearby, model)).toBeGreaterThanOrEqual(result.xi - 1e-6);
					},
				),
			);
		});

	it('gives consistent judgements their weights back with xi 0, in both models', () => {
		const input = { bestToOthers: [1, 2, 4, 8], othersToWorst: [8, 4, 2, 1] };
		for (const model of ['linear', 'nonlinear'] as const) {
			const { result } = bwm.compute({ ...input, parameters: { model } });
			expect(result?.xi).toBeCloseTo(0, 9);
			close(result?.weights, [8 / 15, 4 / 15, 2 / 15, 1 / 15]);
		}
	});

	it('refuses judgements that contradict what they are', () => {
		const good = { bestToOthers: [1, 2, 8], othersToWorst: [8, 5, 1] };
		const bad = [
			[{ othersToWorst: [7, 5, 1] }, 'NOT_EQUAL', 'othersToWorst[0]'],
			[{ bestToOthers: [1, 10, 8] }, 'OUTSIDE_SCALE', 'bestToOthers[1]'],
			[{ bestIndex: 1 }, 'NOT_ONE', 'bestIndex'],
			[{ bestToOthers: [1, 1, 8] }, 'MISSING_INPUT', 'bestIndex'],
			[{ bestToOthers: [1, 8] }, 'WRONG_LENGTH', 'othersToWorst'],
		] as const;
		for (const [change, reason, at] of bad)
			expect(bwm.compute({ ...good, ...change })).toMatchObject({ reason, at, result: null });
	});
});
