import { describe, expect, it } from 'vitest';
import { smaaInBatches } from './smaa-batches.ts';
import { smaa } from './smaa.ts';
import type { SmaaInput } from './smaa-input.ts';

const matrix = [
	[1, 0, 0.4],
	[0, 1, 0.3],
	[0.6, 0.6, 0.1],
];
const directions = ['benefit', 'benefit', 'benefit'] as const;

function run(input: SmaaInput, size: number) {
	const told: number[] = [];
	const work = smaaInBatches(smaa, input, size);
	for (let part = work.next(); ; part = work.next()) {
		if (part.done) return { told, answer: part.value };
		told.push(part.value);
	}
}

const models = [
	{ kind: 'free' },
	{ kind: 'ordinal', ranks: [1, 2, 2] },
	{ kind: 'bounded', low: [0.2, 0.1, 0], high: [0.6, 0.5, 0.4] },
	{
		kind: 'respondents',
		rows: [
			[1, 2, 3],
			[3, 1, 1],
		],
	},
] as const;

describe('SMAA in parts', () => {
	it.each(models)('draws what one run draws: $kind', (weightModel) => {
		const parameters = { draws: 6000, seed: 7, weightModel };
		const { told, answer } = run({ matrix, directions, parameters }, 2000);
		const whole = smaa.compute({ matrix, directions, parameters });
		expect(told).toEqual([2000, 4000, 6000]);
		answer.result?.rankAcceptability.forEach((row, i) =>
			row.forEach((share, place) =>
				expect(share).toBeCloseTo(whole.result?.rankAcceptability[i]?.[place] ?? -1, 12),
			),
		);
		answer.result?.centralWeights.forEach((row, i) => {
			const expected = whole.result?.centralWeights[i] ?? null;
			expect(row === null).toBe(expected === null);
			row?.forEach((weight, column) => expect(weight).toBeCloseTo(expected?.[column] ?? -1, 9));
		});
		expect(answer.result?.entropy).toBeCloseTo(whole.result?.entropy ?? -1, 12);
	});

	it('gives the same bytes for the same seed, and others for another', () => {
		const of = (seed: number) =>
			run({ matrix, directions, parameters: { draws: 400, seed } }, 150).answer.result;
		expect(of(3)).toEqual(of(3));
		expect(of(3)?.rankAcceptability).not.toEqual(of(4)?.rankAcceptability);
	});

	it('refuses what the whole refuses, before any part', () => {
		const { told, answer } = run({ matrix: [[1], [2, 3]], directions: ['benefit'] }, 100);
		expect(told).toEqual([]);
		expect(answer).toMatchObject({ status: 'invalid-input', reason: 'RAGGED', result: null });
	});
});
