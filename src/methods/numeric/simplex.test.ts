import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveLinearProgram } from './simplex.ts';
import type { LinearConstraint } from './simplex.ts';

const dot = (row: readonly number[], x: readonly number[]): number =>
	row.reduce((sum, value, index) => sum + value * (x[index] ?? 0), 0);

/** The corner where two lines of a plane meet; null for parallel ones. */
function corner(first: LinearConstraint, second: LinearConstraint): number[] | null {
	const [a = 0, b = 0] = first.row;
	const [c = 0, d = 0] = second.row;
	const determinant = a * d - b * c;
	if (determinant === 0) return null;
	return [
		(first.value * d - b * second.value) / determinant,
		(a * second.value - first.value * c) / determinant,
	];
}

/** The lowest objective over all feasible corners of a program in two variables. */
function bestCorner(objective: readonly number[], atMost: readonly LinearConstraint[]): number | null {
	const walls = [...atMost, { row: [-1, 0], value: 0 }, { row: [0, -1], value: 0 }];
	const values = walls.flatMap((first) =>
		walls.flatMap((second) => {
			const x = corner(first, second);
			const inside = x !== null && walls.every(({ row, value }) => dot(row, x) <= value + 1e-9);
			return inside ? [dot(objective, x)] : [];
		}),
	);
	return values.length === 0 ? null : Math.min(...values);
}

/** Every choice of `count` of a list. */
function choices<Item>(list: readonly Item[], count: number): Item[][] {
	if (count === 0) return [[]];
	return list.flatMap((item, at) => choices(list.slice(at + 1), count - 1).map((rest) => [item, ...rest]));
}

/** The point where as many walls meet as there are variables, by Gauss; null where they do not meet in one point. */
function meeting(walls: readonly LinearConstraint[]): number[] | null {
	const n = walls.length;
	const rows = walls.map(({ row, value }) => [...row, value]);
	for (let column = 0; column < n; column += 1) {
		const rest = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
		const top = column + rest.indexOf(Math.max(...rest));
		const head = rows[top]?.[column] ?? 0;
		if (Math.abs(head) < 1e-9) return null;
		[rows[column], rows[top]] = [rows[top] ?? [], rows[column] ?? []];
		rows.forEach((row, at) => {
			if (at === column) return;
			const factor = (row[column] ?? 0) / head;
			rows[at] = row.map((value, place) => value - factor * (rows[column]?.[place] ?? 0));
		});
	}
	return rows.map((row, at) => (row[n] ?? 0) / (row[at] ?? NaN));
}

/** The lowest objective over all corners of a closed region; null where it is empty. */
function bestVertex(
	objective: readonly number[],
	atMost: readonly LinearConstraint[],
	equal: readonly LinearConstraint[],
): number | null {
	const n = objective.length;
	const floor = objective.map((_, at) => ({
		row: objective.map((__, place) => (at === place ? -1 : 0)),
		value: 0,
	}));
	const walls = [...atMost, ...floor, ...equal];
	const values = choices(walls, n).flatMap((some) => {
		const x = meeting(some);
		const inside =
			x !== null &&
			[...atMost, ...floor].every(({ row, value }) => dot(row, x) <= value + 1e-7) &&
			equal.every(({ row, value }) => Math.abs(dot(row, x) - value) < 1e-7);
		return inside ? [dot(objective, x)] : [];
	});
	return values.length === 0 ? null : Math.min(...values);
}

const whole = fc.integer({ min: -6, max: 6 });
const pair = fc.tuple(whole, whole);
const walls = fc.array(fc.record({ row: pair, value: fc.integer({ min: -8, max: 12 }) }), { maxLength: 6 });

describe('simplex', () => {
	it('solves the textbook example (Wyndor Glass: Hillier and Lieberman, chapter 3)', () => {
		const solution = solveLinearProgram({
			objective: [-3, -5],
			atMost: [
				{ row: [1, 0], value: 4 },
				{ row: [0, 2], value: 12 },
				{ row: [3, 2], value: 18 },
			],
		});
		expect(solution).toMatchObject({ status: 'optimal', x: [2, 6], value: -36 });
	});

	it('ends on the program by which Beale showed that other rules cycle', () => {
		const solution = solveLinearProgram({
			objective: [-0.75, 150, -0.02, 6],
			atMost: [
				{ row: [0.25, -60, -0.04, 9], value: 0 },
				{ row: [0.5, -90, -0.02, 3], value: 0 },
				{ row: [0, 0, 1, 0], value: 1 },
			],
		});
		expect(solution.status).toBe('optimal');
		expect(solution.status === 'optimal' && solution.value).toBeCloseTo(-0.05, 9);
	});

	it('tells an empty program from one without end', () => {
		const above = { row: [-1], value: -2 };
		expect(solveLinearProgram({ objective: [1], atMost: [above, { row: [1], value: 1 }] }).status).toBe(
			'infeasible',
		);
		expect(solveLinearProgram({ objective: [-1], atMost: [above] }).status).toBe('unbounded');
		expect(solveLinearProgram({ objective: [1] })).toEqual({ status: 'optimal', x: [0], value: 0 });
	});

	it('bears rows that say the same twice', () => {
		const row = { row: [1, 1], value: 1 };
		expect(solveLinearProgram({ objective: [1, 2], equal: [row, row] })).toMatchObject({
			status: 'optimal',
			x: [1, 0],
		});
	});

	it('finds the best corner of every closed region of the plane, and stays inside it', () => {
		fc.assert(
			fc.property(pair, walls, (objective, some) => {
				const atMost = [...some, { row: [1, 1], value: 20 }];
				const best = bestCorner(objective, atMost);
				const solution = solveLinearProgram({ objective, atMost });
				if (best === null) {
					expect(solution.status).toBe('infeasible');
					return;
				}
				if (solution.status !== 'optimal') throw new Error(solution.status);
				expect(solution.value).toBeCloseTo(best, 6);
				for (const { row, value } of atMost) expect(dot(row, solution.x)).toBeLessThanOrEqual(value + 1e-7);
				for (const x of solution.x) expect(x).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 500 },
		);
	});

	it('puts the whole weight on the cheapest variable of a simplex', () => {
		fc.assert(
			fc.property(fc.array(whole, { minLength: 1, maxLength: 8 }), (objective) => {
				const solution = solveLinearProgram({
					objective,
					equal: [{ row: objective.map(() => 1), value: 1 }],
				});
				expect(solution.status === 'optimal' && solution.value).toBeCloseTo(Math.min(...objective), 9);
			}),
		);
	});

	const inMore = fc.integer({ min: 2, max: 4 }).chain((n) => {
		const row = fc.array(whole, { minLength: n, maxLength: n });
		const value = fc.integer({ min: -8, max: 12 });
		return fc.record({
			objective: row,
			atMost: fc.array(fc.record({ row, value }), { maxLength: 4 }),
			equal: fc.array(fc.record({ row, value }), { maxLength: 1 }),
		});
	});

	it('finds the best of all corners in two to four variables, with and without an equation', () => {
		fc.assert(
			fc.property(inMore, ({ objective, atMost, equal }) => {
				const closed = [...atMost, { row: objective.map(() => 1), value: 20 }];
				const best = bestVertex(objective, closed, equal);
				const solution = solveLinearProgram({ objective, atMost: closed, equal });
				if (best === null) {
					expect(solution.status).toBe('infeasible');
					return;
				}
				if (solution.status !== 'optimal') throw new Error(solution.status);
				expect(solution.value).toBeCloseTo(best, 6);
				expect(dot(objective, solution.x)).toBeCloseTo(solution.value, 6);
				for (const { row, value } of closed) expect(dot(row, solution.x)).toBeLessThanOrEqual(value + 1e-7);
				for (const { row, value } of equal) expect(dot(row, solution.x)).toBeCloseTo(value, 6);
				for (const x of solution.x) expect(x).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 500 },
		);
	}, 60_000);
});
