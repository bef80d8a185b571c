import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaiaPlane } from './gaia-plane.ts';
import { promethee2 } from './promethee-2.ts';

const near = (value: number | undefined, expected: number) => expect(value).toBeCloseTo(expected, 10);

describe('the GAIA plane', () => {
	// By hand: flows of two criteria that agree and one that runs across. Sums of squares over three rows:
	// covariance of (1, 1) is 2/3 in each entry, of the third 2/9 (values 1/3, -2/3, 1/3), nothing between them.
	it('finds the axes worked out by hand: two like criteria on one axis, one across it', () => {
		const third = 1 / 3;
		const plane = gaiaPlane(
			[
				[1, 1, third],
				[0, 0, -2 * third],
				[-1, -1, third],
			],
			[0.25, 0.25, 0.5],
		);
		const half = Math.SQRT1_2;
		near(plane?.delta, 1);
		near(plane?.criteria[0]?.[0], half);
		near(plane?.criteria[1]?.[0], half);
		near(plane?.criteria[2]?.[0], 0);
		near(plane?.criteria[2]?.[1], 1);
		near(plane?.alternatives[0]?.[0], Math.SQRT2);
		near(plane?.alternatives[1]?.[1], -2 / 3);
		near(plane?.stick[0], 0.5 * half);
		near(plane?.stick[1], 0.5);
	});

	// Three criteria that are uncorrelated and vary alike: every axis holds a third, so the plane keeps two.
	it('keeps two thirds of what three unrelated criteria say', () => {
		const plane = gaiaPlane(
			[
				[1, 1, 1],
				[1, -1, -1],
				[-1, 1, -1],
				[-1, -1, 1],
			],
			[1 / 3, 1 / 3, 1 / 3],
		);
		near(plane?.delta, 2 / 3);
	});

	it('says nothing where nothing varies, or where there is no plane', () => {
		expect(
			gaiaPlane(
				[
					[0, 0],
					[0, 0],
				],
				[0.5, 0.5],
			),
		).toBeNull();
		expect(gaiaPlane([[1], [-1]], [1])).toBeNull();
		expect(
			gaiaPlane(
				[
					[1, Number.NaN],
					[-1, 0],
				],
				[0.5, 0.5],
			),
		).toBeNull();
		expect(gaiaPlane([[1, 0]], [0.5, 0.5])).toBeNull();
	});

	it('keeps lengths: on the plane nothing is farther from the middle than in full', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }), {
					minLength: 2,
					maxLength: 8,
				}),
				(matrix) => {
					const weights = [0.2, 0.2, 0.2, 0.2, 0.2];
					const directions = weights.map(() => 'benefit' as const);
					const flows = promethee2.compute({ matrix, weights, directions }).result?.criterionFlows ?? [];
					const plane = gaiaPlane(flows, weights);
					if (plane === null) return flows.flat().every((flow) => flow === 0);
					const whole = flows.map((row) => Math.hypot(...row));
					const kept = plane.alternatives.every(
						([x, y], row) => Math.hypot(x, y) <= (whole[row] as number) + 1e-9,
					);
					const squares = (rows: readonly (readonly number[])[]) =>
						rows.flat().reduce((sum, value) => sum + value * value, 0);
					const share = squares(plane.alternatives) / squares(flows);
					return kept && Math.abs(share - plane.delta) < 1e-9;
				},
			),
			{ numRuns: 60 },
		);
	});
});
