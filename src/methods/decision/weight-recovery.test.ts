import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from './robustness.cases.json' with { type: 'json' };
import { weightRecovery } from './weight-recovery.ts';

const { matrix, groups, printedTotals: totals } = cases;

describe('weights behind totals', () => {
	it('serabi: 0.30 / 0.40 / 0.30 on every sub-criterion, and not the only weights', () => {
		const { result } = weightRecovery.compute({ matrix, totals, parameters: { groups } });
		expect(result?.feasible).toBe(true);
		expect(result?.structured?.groupWeights).toEqual(cases.recovered);
		expect(result?.structured?.residual).toBeLessThanOrEqual(0.01);
		expect(result?.structured?.unique).toBe(true);
		expect(result?.unique).toBe(false);
		result?.intervals?.forEach(({ low, high }, index) => {
			const weight = result.structured?.weights[index] ?? NaN;
			expect(low).toBeLessThanOrEqual(weight);
			expect(high ?? Infinity).toBeGreaterThanOrEqual(weight);
		});
	});

	it('serabi: no weights that sum to 1 in each aspect come nearer than 0.546', () => {
		const answer = weightRecovery.compute({ matrix, totals, parameters: { groups, groupSum: 1 } });
		expect(answer.result?.feasible).toBe(false);
		expect(answer.result?.smallestDeviation).toBeCloseTo(0.546, 3);
		expect(answer.warnings).toMatchObject([{ code: 'NO_WEIGHTS_FIT' }]);
	});

	it('finds planted weights of two decimals, and their intervals hold them', () => {
		const whole = fc.integer({ min: 0, max: 100 });
		fc.assert(
			fc.property(
				fc.array(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 3, maxLength: 3 }), {
					minLength: 3,
					maxLength: 6,
				}),
				fc.array(whole, { minLength: 3, maxLength: 3 }),
				(rows, points) => {
					const planted = points.map((point) => point / 100);
					const sums = rows.map((row) => row.reduce((sum, x, j) => sum + x * (planted[j] ?? 0), 0));
					const { result } = weightRecovery.compute({ matrix: rows, totals: sums });
					expect(result?.feasible).toBe(true);
					result?.intervals?.forEach(({ low, high }, index) => {
						expect(low).toBeLessThanOrEqual((planted[index] ?? 0) + 1e-6);
						expect(high ?? Infinity).toBeGreaterThanOrEqual((planted[index] ?? 0) - 1e-6);
					});
				},
			),
		);
	});

	it('a weight that may be anything beside one that is settled is an interval, not a list of all it could be', () => {
		const matrix = [
			[1, 0],
			[0, 1e-12],
		];
		const { status, result } = weightRecovery.compute({ matrix, totals: [0.5, 0] });
		expect(status).toBe('ok');
		expect(result?.intervals?.[0]?.low).toBeCloseTo(0.49, 9);
		expect(result?.intervals?.[1]?.high).toBeGreaterThan(1e9);
	});

	it('a total no weights can give is infeasible, a sum out of reach has no answer', () => {
		expect(weightRecovery.compute({ matrix: [[1], [1]], totals: [1, 2] }).result).toMatchObject({
			feasible: false,
			smallestDeviation: 0.5,
			intervals: null,
		});
		expect(weightRecovery.compute({ matrix: [[1], [1]], totals: [1] })).toMatchObject({
			reason: 'WRONG_LENGTH',
		});
	});
});
