import { describe, expect, it } from 'vitest';
import cases from './robustness.cases.json' with { type: 'json' };
import { smaa } from './smaa.ts';

const nine = new Array<'benefit'>(9).fill('benefit');
const ask = (parameters: Parameters<typeof smaa.compute>[0]['parameters'] = {}) =>
	smaa.compute({ matrix: cases.matrix, directions: nine, parameters }).result;
const near = (found: number | undefined, expected: number, room = 0.015) =>
	expect(Math.abs((found ?? NaN) - expected)).toBeLessThan(room);

describe('SMAA', () => {
	it('serabi: first in 71 / 29 % over nine free weights, 76 / 24 % over three aspects, 75 / 25 % inside equal ones', () => {
		near(ask()?.firstRankAcceptability[0], 0.714);
		near(ask()?.firstRankAcceptability[3], 0.286);
		near(ask()?.rankAcceptability[1]?.[3], 0.986);
		const aspects = ask({ weightModel: { kind: 'two-level', groups: cases.groups, inside: 'equal' } });
		near(aspects?.firstRankAcceptability[0], 0.76);
		near(aspects?.firstRankAcceptability[3], 0.24);
		const inside = ask({ weightModel: { kind: 'two-level', groups: cases.groups, between: 'equal' } });
		near(inside?.firstRankAcceptability[0], 0.75);
	});

	it('gives the same bytes for a seed, others for another', () => {
		const parameters = { draws: 500, valueModel: { kind: 'normal' as const, spread: [nine.map(() => 5)] } };
		const bytes = (seed: number) => JSON.stringify(ask({ ...parameters, seed })?.rankAcceptability);
		expect(bytes(7)).toBe(bytes(7));
		expect(bytes(7)).not.toBe(bytes(8));
	});

	it('bounded weights stay inside their bounds and are uniform there', () => {
		const model = { kind: 'bounded' as const, low: [0.2, 0, 0], high: [0.4, 1, 1] };
		const { result } = smaa.compute({
			matrix: [
				[1, 0, 0],
				[0, 1, 0],
			],
			directions: ['benefit', 'benefit', 'benefit'],
			parameters: { weightModel: model },
		});
		// Density of w1 is proportional to 1 - w1 on [0.2, 0.4].
		near(result?.meanWeights[0], 0.0413333333 / 0.14, 0.005);
		near(result?.meanWeights[1], (1 - 0.0413333333 / 0.14) / 2);
	});

	it('is the same around SAW as over its normalised matrix, and counts draws without an answer', () => {
		const around = ask({ method: 'saw', draws: 1000 });
		const matrix = cases.matrix.map((row) =>
			row.map((value, column) => value / Math.max(...cases.matrix.map((one) => one[column] ?? 0))),
		);
		const direct = smaa.compute({ matrix, directions: nine, parameters: { draws: 1000 } }).result;
		expect(around?.rankAcceptability).toEqual(direct?.rankAcceptability);
		expect(around?.failedDraws).toBe(0);
	});

	it('bootstraps respondents, draws their weights, and leaves central weights open for who is never first', () => {
		const answer = smaa.compute({
			matrix: [
				[3, 3],
				[2, 2],
			],
			directions: ['benefit', 'benefit'],
			parameters: {
				draws: 200,
				weightModel: {
					kind: 'respondents',
					rows: [
						[3, 1],
						[1, 3],
					],
				},
				valueModel: {
					kind: 'bootstrap',
					matrices: [
						[
							[4, 3],
							[2, 2],
						],
						[
							[3, 3],
							[1, 2],
						],
					],
				},
			},
		});
		expect(answer.result?.firstRankAcceptability).toEqual([1, 0]);
		expect(answer.result?.centralWeights[1]).toBeNull();
		expect(answer.result?.confidenceFactors).toEqual([1, null]);
		expect(answer.warnings).toEqual([{ code: 'NO_FIRST_RANK', at: 'matrix[1]' }]);
		near(answer.result?.meanWeights[0], 0.5, 0.06);
	});

	it('shares the places of a tie', () => {
		const tie = smaa.compute({ matrix: [[1], [1]], directions: ['benefit'], parameters: { draws: 10 } });
		expect(tie.result?.rankAcceptability).toEqual([
			[0.5, 0.5],
			[0.5, 0.5],
		]);
	});

	it('refuses bounds that no weights of sum 1 meet', () => {
		const weightModel = { kind: 'bounded' as const, low: [0.6, 0.6] };
		expect(smaa.compute({ ...smaa.example, parameters: { weightModel } })).toMatchObject({
			status: 'invalid-input',
			reason: 'NO_SUCH_WEIGHTS',
		});
	});
});
