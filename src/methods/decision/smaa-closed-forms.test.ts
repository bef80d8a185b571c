/** SMAA against answers that can be written down: probabilities of normals and uniforms, and grids over the weights. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalBelow } from '../numeric/normal-distribution.ts';
import { smaa } from './smaa.ts';
import type { SmaaInput } from './smaa-input.ts';

const DRAWS = 20_000;
/** Four standard errors of a share of the draws. */
const near = (found: number | null | undefined, p: number): void =>
	expect(Math.abs((found ?? NaN) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / DRAWS) + 1e-9);

const ask = (input: Partial<SmaaInput> & Pick<SmaaInput, 'matrix'>) =>
	smaa.compute({
		directions: (input.matrix[0] ?? []).map(() => 'benefit' as const),
		...input,
		parameters: { draws: DRAWS, ...input.parameters },
	}).result;

describe('SMAA with drawn values', () => {
	it.each([
		[1, 0, 1, 0.5],
		[2, 2, 1, 3],
		[5, 3, 0.5, 1.5],
	])(
		'normal %f against normal %f, deviations %f and %f: P(X > Y) = N((a - b) / sqrt(s^2 + t^2))',
		(a, b, s, t) => {
			const spread = [[s], [t]];
			const found = ask({ matrix: [[a], [b]], parameters: { valueModel: { kind: 'normal', spread } } });
			const p = normalBelow((a - b) / Math.hypot(s, t));
			near(found?.firstRankAcceptability[0], p);
			near(found?.pairwiseWinning[0]?.[1], p);
			near(found?.confidenceFactors[0], p);
		},
	);

	it('turns with the direction: for a cost the smaller normal is first', () => {
		const valueModel = { kind: 'normal' as const, spread: [[1]] };
		const found = ask({ matrix: [[1], [0]], directions: ['cost'], parameters: { valueModel } });
		near(found?.firstRankAcceptability[0], normalBelow(-1 / Math.SQRT2));
	});

	it.each([
		// X on 0..1 against Y on 0.5..1: 1/4; against 0.25..0.75: 1/2; against 0..0.5: 3/4; against 0.9..2.9: 1/400.
		[0.75, 0.25, 0.25],
		[0.5, 0.25, 0.5],
		[0.25, 0.25, 0.75],
		[1.9, 1, 0.0025],
	])('uniform on 0..1 against uniform about %f, half-width %f: P(X > Y) = %f', (middle, half, p) => {
		const spread = [[0.5], [half]];
		const found = ask({ matrix: [[0.5], [middle]], parameters: { valueModel: { kind: 'uniform', spread } } });
		near(found?.pairwiseWinning[0]?.[1], p);
	});

	it('three uniforms of one width and place are first, second and third equally often', () => {
		const valueModel = { kind: 'uniform' as const, spread: [[2]] };
		const found = ask({ matrix: [[5], [5], [5]], parameters: { valueModel } });
		for (const row of found?.rankAcceptability ?? []) for (const p of row) near(p, 1 / 3);
	});

	it.each([
		[[2, -1], 0.75],
		[[2, -3], 0.25],
		// Three drawn of three: the sum is below 0 only when -7 is drawn more than once: 7 of 27 ways.
		[[4, 4, -7], 1 - 7 / 27],
	])('bootstrapped respondents with leads %j: first in %f of the draws', (leads, p) => {
		const matrices = leads.map((lead) => [[lead], [0]]);
		const found = ask({ matrix: [[1], [0]], parameters: { valueModel: { kind: 'bootstrap', matrices } } });
		near(found?.firstRankAcceptability[0], p);
	});
});

describe('SMAA central weights and confidence factors', () => {
	it('confidence is the normal probability under the central weights themselves', () => {
		const valueModel = { kind: 'normal' as const, spread: [[0.3, 0.3]] };
		const found = ask({
			matrix: [
				[1, 0],
				[0, 1],
			],
			parameters: { valueModel },
		});
		found?.centralWeights.forEach((weights, row) => {
			const [own = NaN, other = NaN] = row === 0 ? (weights ?? []) : [...(weights ?? [])].reverse();
			near(
				found.confidenceFactors[row],
				normalBelow((own - other) / (0.3 * Math.SQRT2 * Math.hypot(own, other))),
			);
		});
	});

	/** Middles of the small triangles of a grid over three weights: each stands for the same share of them. */
	function weightGrid(steps: number): number[][] {
		const grid: number[][] = [];
		for (let i = 0; i < steps; i += 1)
			for (let j = 0; j + i < steps; j += 1) {
				const third = 1 / (3 * steps);
				const up = [i / steps + third, j / steps + third];
				grid.push([...up, 1 - (up[0] ?? 0) - (up[1] ?? 0)]);
				if (i + j + 1 >= steps) continue;
				const down = [(i + 1) / steps - third, (j + 1) / steps - third];
				grid.push([...down, 1 - (down[0] ?? 0) - (down[1] ?? 0)]);
			}
		return grid;
	}

	it('are those of a fine grid over all weights of three criteria', () => {
		const grid = weightGrid(120);
		const cell = fc.integer({ min: 0, max: 20 });
		const row = fc.tuple(cell, cell, cell);
		fc.assert(
			fc.property(fc.uniqueArray(row, { minLength: 2, maxLength: 4, selector: String }), (matrix) => {
				const found = smaa.compute({
					matrix,
					directions: ['benefit', 'benefit', 'cost'],
					parameters: { draws: 4_000 },
				}).result;
				const first = matrix.map(() => [0, 0, 0, 0]);
				for (const weights of grid) {
					const scores = matrix.map(([a, b, c]) => {
						const [u = 0, v = 0, w = 0] = weights;
						return a * u + b * v - c * w;
					});
					const winner = first[scores.indexOf(Math.max(...scores))] ?? [];
					winner[3] = (winner[3] ?? 0) + 1;
					weights.forEach((weight, at) => (winner[at] = (winner[at] ?? 0) + weight));
				}
				first.forEach(([a = 0, b = 0, c = 0, count = 0], at) => {
					expect(Math.abs((found?.firstRankAcceptability[at] ?? NaN) - count / grid.length)).toBeLessThan(
						0.045,
					);
					if (count < grid.length / 10) return;
					[a, b, c].forEach((sum, column) =>
						expect(Math.abs((found?.centralWeights[at]?.[column] ?? NaN) - sum / count)).toBeLessThan(0.06),
					);
					// Where values are not drawn the weights that put it first are convex, their mean among them.
					expect(found?.confidenceFactors[at]).toBe(1);
				});
			}),
			{ numRuns: 25 },
		);
	}, 60_000);
});

describe('SMAA with value functions', () => {
	const matrix = [
		[0, 40],
		[100, 60],
	];
	const full = { cutoffs: [0, 100], values: [0, 1] };
	const steep = { cutoffs: [40, 50, 60], values: [0, 0.9, 1] };

	it('weighs worths, so that the unit of a measurement no longer counts', () => {
		const once = ask({ matrix, parameters: { valueFunctions: [full, steep] } });
		const thousand = matrix.map(([a = 0, b = 0]) => [a * 1000, b]);
		const scaled = { ...full, cutoffs: [0, 100_000] };
		const again = ask({ matrix: thousand, parameters: { valueFunctions: [scaled, steep] } });
		expect(again?.rankAcceptability).toEqual(once?.rankAcceptability);
		expect(once?.partialValues).toEqual([
			[0, 0],
			[1, 1],
		]);
	});

	it('holds or refuses drawn values beyond a function, and says how many draws it cost', () => {
		const valueModel = { kind: 'uniform' as const, spread: [[10, 0]] };
		const held = ask({
			matrix,
			parameters: { valueModel, valueFunctions: [{ ...full, beyond: 'hold' }, steep] },
		});
		expect(held?.failedDraws).toBe(0);
		const cut = ask({ matrix, parameters: { valueModel, valueFunctions: [full, steep] } });
		// Either of two cells leaves its function in half of the draws.
		near((cut?.failedDraws ?? NaN) / DRAWS, 0.75);
	});

	it.each([
		['WRONG_LENGTH', 'parameters.valueFunctions', [full], {}],
		['TOO_FEW', 'parameters.valueFunctions[0].cutoffs', [{ cutoffs: [0], values: [0] }, null], {}],
		['LENGTHS_DIFFER', 'parameters.valueFunctions[0].values', [{ ...full, values: [0] }, null], {}],
		['NOT_ASCENDING', 'parameters.valueFunctions[1].cutoffs', [null, { ...full, cutoffs: [100, 0] }], {}],
		['AGAINST_DIRECTION', 'parameters.valueFunctions[0].values', [{ ...full, values: [1, 0] }, null], {}],
		['OUTSIDE_LIMITS', 'matrix[0][1]', [full, { cutoffs: [50, 60], values: [0, 1] }], {}],
		['ONLY_ADDITIVE', 'parameters.valueFunctions', [full, full], { method: 'topsis' as const }],
		['GIVEN_TWICE', 'parameters.scale', [full, full], { scale: 'minmax' as const }],
	])('refuses a function that is wrong: %s at %s', (reason, at, valueFunctions, more) => {
		const answer = smaa.compute({
			matrix,
			directions: ['benefit', 'benefit'],
			parameters: { draws: 10, valueFunctions, ...more },
		});
		expect(answer).toMatchObject({ status: 'invalid-input', reason, at });
	});
});
