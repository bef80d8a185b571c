import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataThreshold } from './data-threshold.ts';
import { rankingMethods } from './ranking-methods.ts';
import { rankerAmong, winnersOf } from './robust-ranker.ts';

const rankWith = rankerAmong(rankingMethods);

describe('data threshold', () => {
	it('finds the value at which the lead changes: sums of 10 against 9', () => {
		const { result } = dataThreshold.compute(dataThreshold.example);
		const at = (row: number, column: number) =>
			result?.thresholds.find((one) => one.row === row && one.column === column);
		expect(at(0, 0)?.value).toBeCloseTo(5, 8);
		expect(at(0, 1)?.value).toBeCloseTo(3, 8);
		expect(at(1, 0)?.value).toBeCloseTo(6, 8);
		expect(at(1, 1)?.changePct).toBeCloseTo(25, 7);
		expect(result?.thresholds[0]).toMatchObject({ row: 0, column: 0, by: 1 });
		expect(result?.safeCells).toBe(0);
	});

	const table = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([m, n]) =>
		fc.record({
			matrix: fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: n, maxLength: n }), {
				minLength: m,
				maxLength: m,
			}),
			weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
			directions: fc.array(fc.constantFrom('benefit' as const, 'cost' as const), {
				minLength: n,
				maxLength: n,
			}),
			limitPct: fc.constantFrom(20, 100, 250),
		}),
	);

	it('is the closed form of the weighted sum in every cell, and no other cell has one', () => {
		fc.assert(
			fc.property(table, ({ matrix, weights, directions, limitPct }) => {
				const { result } = dataThreshold.compute({ matrix, weights, directions, parameters: { limitPct } });
				const ranking = rankWith(matrix, weights, directions, {});
				if (!ranking.ok || result === null) throw new Error('no ranking');
				fc.pre(winnersOf(ranking.ranks).length === 1);
				const { scores } = ranking;
				const gaps = scores.map((score) => (scores[result.leader] ?? NaN) - score);
				const others = gaps.filter((_, row) => row !== result.leader);
				let expected = 0;
				matrix.forEach((line, row) =>
					line.forEach((value, column) => {
						if (value === 0) return;
						// A sum moves by weight times change: the leader's must lose the smallest gap, another's gain its own.
						const gap = row === result.leader ? Math.min(...others) : (gaps[row] ?? NaN);
						const pct = (100 * gap) / ((weights[column] ?? NaN) * value);
						const found = result.thresholds.find((one) => one.row === row && one.column === column);
						if (Math.abs(pct - limitPct) < 1e-6) return;
						if (pct > limitPct) {
							expect(found).toBeUndefined();
							return;
						}
						expected += 1;
						const up = (directions[column] === 'benefit') === (row !== result.leader);
						expect(found?.changePct).toBeCloseTo(up ? pct : -pct, 5);
					}),
				);
				expect(result.thresholds.length).toBeGreaterThanOrEqual(expected);
				const sizes = result.thresholds.map(({ changePct }) => Math.abs(changePct));
				expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
				const zeros = matrix.flat().filter((value) => value === 0).length;
				expect(result.zeroCells).toBe(zeros);
				expect(result.safeCells + result.zeroCells + result.thresholds.length).toBe(matrix.flat().length);
			}),
		);
	});

	it('holds for any ranking method: on this side of the threshold the leader leads, beyond it no more', () => {
		const input = {
			matrix: [
				[250, 16, 12],
				[200, 16, 8],
				[300, 32, 16],
			],
			weights: [0.5, 0.3, 0.2],
			directions: ['cost', 'benefit', 'benefit'] as const,
		};
		for (const method of ['topsis', 'saw', 'moora'] as const) {
			const { result } = dataThreshold.compute({ ...input, parameters: { method } });
			expect(result?.thresholds.length, method).toBeGreaterThan(0);
			for (const { row, column, value, change, by } of result?.thresholds ?? []) {
				const leaders = (share: number) => {
					const moved = input.matrix.map((line, at) =>
						line.map((cell, place) => (at === row && place === column ? value - change * (1 - share) : cell)),
					);
					const ranking = rankWith(moved, input.weights, input.directions, { method });
					return ranking.ok ? winnersOf(ranking.ranks) : [];
				};
				expect(leaders(1 - 1e-6)).toContain(result?.leader);
				expect(leaders(1 + 1e-6)).not.toContain(result?.leader);
				expect(leaders(1 + 1e-6)).toContain(by);
			}
		}
	});

	it('says when the lead is shared', () => {
		const answer = dataThreshold.compute({ matrix: [[1], [1]], weights: [1], directions: ['benefit'] });
		expect(answer.warnings).toEqual([{ code: 'LEADERS_TIED', at: 'matrix' }]);
	});
});
