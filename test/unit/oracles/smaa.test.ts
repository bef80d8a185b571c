import { describe, expect, it } from 'vitest';
import { weightDraw } from '#methods/decision/smaa-draws.ts';
import { smaa } from '#methods/decision/smaa.ts';
import { besideTheProject, everyCaseRan, ran } from './reference-run.ts';
import analytic from './smaa.cases.json' with { type: 'json' };

const DRAWS = 10_000;
/** Three standard errors of a share of the draws; the rounding of the comparison for 0 and 1. */
const room = (p: number) => 3 * Math.sqrt((p * (1 - p)) / DRAWS) + 1e-9;
const near = (found: number | null | undefined, p: number, within = room(p)): void =>
	expect(Math.abs((found ?? NaN) - p)).toBeLessThanOrEqual(within);

/** Weights of one criterion out of three in many draws under the order 1, 2, 3. */
function smaaDraws(column: number): number[] {
	const draw = weightDraw(1, { kind: 'ordinal', ranks: [1, 2, 3] }, 3, []);
	const weights = new Float64Array(3);
	return Array.from({ length: 20_000 }, (_, round) => {
		draw(weights, round);
		return weights[column] as number;
	});
}

describe('SMAA in closed form', () => {
	const { values, rai, centralWeights, pairwiseWinning, confidenceFactor } = analytic.additive;
	it('two criteria, three alternatives', () => {
		const { result } = smaa.compute({ matrix: values, directions: ['benefit', 'benefit'] });
		rai.forEach((row, i) => row.forEach((p, r) => near(result?.rankAcceptability[i]?.[r], p)));
		pairwiseWinning.forEach((row, i) => row.forEach((p, k) => near(result?.pairwiseWinning[i]?.[k], p)));
		centralWeights.forEach((row, i) => row.forEach((w, j) => near(result?.centralWeights[i]?.[j], w, 0.01)));
		expect(result?.confidenceFactors).toEqual(confidenceFactor);
		ran('smaa', analytic.additive.id);
	});

	for (const mean of [analytic.ordinal.meanWeights, analytic.ordinal.meanWeights4])
		it(`ordinal weights of ${mean.length} criteria have the rank order centroid as mean`, () => {
			const { result } = smaa.compute({
				matrix: [mean, mean],
				directions: mean.map(() => 'benefit' as const),
				parameters: { weightModel: { kind: 'ordinal', ranks: mean.map((_, index) => index + 1) } },
			});
			mean.forEach((weight, index) => near(result?.meanWeights[index], weight, 0.01));
			ran('smaa', analytic.ordinal.id);
		});

	it('ordinal weights reach from a third to the whole, and no further', () => {
		const { marginalMax3, marginalMin3 } = analytic.ordinal;
		const mean = [0, 1, 2].map((column) => {
			const weights = smaaDraws(column);
			return [Math.min(...weights), Math.max(...weights)];
		});
		marginalMin3.forEach((least, column) => {
			expect(mean[column]?.[0]).toBeGreaterThanOrEqual(least - 1e-12);
			expect(mean[column]?.[0]).toBeLessThan(least + 0.02);
		});
		marginalMax3.forEach((most, column) => {
			expect(mean[column]?.[1]).toBeLessThanOrEqual(most + 1e-12);
			expect(mean[column]?.[1]).toBeGreaterThan(most - 0.02);
		});
	});
});

describe('piecewise linear value functions', () => {
	for (const one of analytic.partialValueFunctions) {
		const direction = (one.values[0] ?? 0) < (one.values.at(-1) ?? 0) ? 'benefit' : 'cost';
		const compute = (measured: readonly number[], beyond: 'refuse' | 'extend') =>
			smaa.compute({
				matrix: measured.map((value) => [value]),
				directions: [direction],
				parameters: { draws: 1, valueFunctions: [{ cutoffs: one.cutoffs, values: one.values, beyond }] },
			});
		const beyond = one.outOfBounds === 'interpolate' ? 'extend' : 'refuse';

		it(`give the worths of ${one.id}`, () => {
			const { result } = compute(one.x, beyond);
			expect(result?.partialValues).toHaveLength(one.x.length);
			one.expected.forEach((worth, row) => near(result?.partialValues?.[row]?.[0], worth, one.tolerance));
			// The best worth of one criterion is first in every draw.
			const best = one.expected.indexOf(Math.max(...one.expected));
			expect(result?.firstRankAcceptability[best]).toBe(1);
			ran('smaa', one.id);
		});

		it(`refuse what ${one.id} does not say, unless its ends are drawn on`, () => {
			const outside = [...one.x.slice(0, 1), (one.cutoffs.at(-1) ?? 0) + 1];
			expect(compute(outside, 'refuse')).toMatchObject({
				status: 'invalid-input',
				reason: 'OUTSIDE_LIMITS',
				at: 'matrix[1][0]',
			});
			expect(compute(outside, 'extend').status).toBe('ok');
		});
	}
});

interface SampledCase {
	readonly id: string;
	readonly dataset?: boolean;
	/** Where the samples of a large case are. */
	readonly dataFile?: string;
	readonly partialValues?: number[][][];
	readonly weights?: number[][];
	readonly rai: number[][];
	readonly centralWeights: number[][];
	readonly confidenceFactor: number[];
	readonly rankingEntropyBits: number;
	readonly fixedWeights?: { readonly w: number[]; readonly rai: number[][] };
	readonly tolerance: number;
}

type Samples = Pick<SampledCase, 'partialValues' | 'weights'>;

const stored = besideTheProject('smaa.json') as { cases: SampledCase[] } | null;

/** Data sets of a GPL package: their samples decide every draw, so the answer is the same to the last digit. */
const sampled = (stored?.cases ?? [])
	.filter(({ dataset }) => dataset === true)
	.map((one) => ({
		one,
		samples: one.dataFile === undefined ? one : (besideTheProject(one.dataFile) as Samples | null),
	}));

describe('SMAA from given samples', () => {
	it.each(sampled)('$one.id, where its samples are at hand', ({ one, samples }) => {
		const { partialValues: matrices, weights: rows } = samples ?? {};
		if (matrices === undefined || rows === undefined) {
			expect(one.dataFile, 'only samples kept apart may be away').toBeDefined();
			return;
		}
		const ask = (weights: number[] | null) =>
			smaa.compute({
				matrix: matrices[0] ?? [],
				directions: ['benefit', 'benefit', 'benefit'],
				weights,
				parameters: {
					weightModel: weights ? { kind: 'fixed' } : { kind: 'samples', rows },
					valueModel: { kind: 'samples', matrices },
				},
			}).result;
		const result = ask(null);
		const tables = (found: ReturnType<typeof ask>, rai: number[][]) =>
			rai.forEach((row, i) => row.forEach((p, r) => near(found?.rankAcceptability[i]?.[r], p, 1e-9)));
		tables(result, one.rai);
		one.centralWeights.forEach((row, i) =>
			row.forEach((w, j) => near(result?.centralWeights[i]?.[j], w, Math.max(one.tolerance, 1e-7))),
		);
		one.confidenceFactor.forEach((p, i) => near(result?.confidenceFactors[i], p, 1e-9));
		near(result?.entropy, one.rankingEntropyBits, one.tolerance);
		if (one.fixedWeights) tables(ask(one.fixedWeights.w), one.fixedWeights.rai);
		ran('smaa', one.id);
	});

	it('reads an empty list of them where the project stands alone', () => {
		expect(sampled.length).toBe(stored === null ? 0 : 2);
	});
});

everyCaseRan('smaa');
