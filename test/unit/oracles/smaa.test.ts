import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { smaa } from '#methods/decision/smaa.ts';
import analytic from './smaa.cases.json' with { type: 'json' };

const DRAWS = 10_000;
/** Three standard errors of a share of the draws; the rounding of the comparison for 0 and 1. */
const room = (p: number) => 3 * Math.sqrt((p * (1 - p)) / DRAWS) + 1e-9;
const near = (found: number | null | undefined, p: number, within = room(p)): void =>
	expect(Math.abs((found ?? NaN) - p)).toBeLessThanOrEqual(within);

describe('SMAA in closed form', () => {
	const { values, rai, centralWeights, pairwiseWinning, confidenceFactor } = analytic.additive;
	it('two criteria, three alternatives', () => {
		const { result } = smaa.compute({ matrix: values, directions: ['benefit', 'benefit'] });
		rai.forEach((row, i) => row.forEach((p, r) => near(result?.rankAcceptability[i]?.[r], p)));
		pairwiseWinning.forEach((row, i) => row.forEach((p, k) => near(result?.pairwiseWinning[i]?.[k], p)));
		centralWeights.forEach((row, i) => row.forEach((w, j) => near(result?.centralWeights[i]?.[j], w, 0.01)));
		expect(result?.confidenceFactors).toEqual(confidenceFactor);
	});

	for (const mean of [analytic.ordinal.meanWeights, analytic.ordinal.meanWeights4])
		it(`ordinal weights of ${mean.length} criteria have the rank order centroid as mean`, () => {
			const { result } = smaa.compute({
				matrix: [mean, mean],
				directions: mean.map(() => 'benefit' as const),
				parameters: { weightModel: { kind: 'ordinal', ranks: mean.map((_, index) => index + 1) } },
			});
			mean.forEach((weight, index) => near(result?.meanWeights[index], weight, 0.01));
		});
});

interface SampledCase {
	readonly id: string;
	readonly partialValues?: number[][][];
	readonly weights?: number[][];
	readonly rai: number[][];
	readonly centralWeights: number[][];
	readonly confidenceFactor: number[];
	readonly rankingEntropyBits: number;
}

const folder = new URL('../../../../shared/oracles/smaa.json', import.meta.url);
const stored = existsSync(folder)
	? (JSON.parse(readFileSync(folder, 'utf8')) as { cases: SampledCase[] }).cases
	: [];

describe('SMAA from given samples', () => {
	const sampled = stored.find(({ id }) => id === 'rsmaa-thrombo-first200');
	it('thrombolytics, the first 200 samples', () => {
		if (sampled?.partialValues === undefined || sampled.weights === undefined) {
			console.info('The sampled SMAA case is not here: nothing compared.');
			return;
		}
		const { result } = smaa.compute({
			matrix: sampled.partialValues[0] ?? [],
			directions: ['benefit', 'benefit', 'benefit'],
			parameters: {
				weightModel: { kind: 'samples', rows: sampled.weights },
				valueModel: { kind: 'samples', matrices: sampled.partialValues },
			},
		});
		sampled.rai.forEach((row, i) => row.forEach((p, r) => near(result?.rankAcceptability[i]?.[r], p, 1e-9)));
		sampled.centralWeights.forEach((row, i) =>
			row.forEach((w, j) => near(result?.centralWeights[i]?.[j], w, 1e-7)),
		);
		sampled.confidenceFactor.forEach((p, i) => near(result?.confidenceFactors[i], p, 1e-9));
		near(result?.entropy, sampled.rankingEntropyBits, 1e-9);
	});
});
