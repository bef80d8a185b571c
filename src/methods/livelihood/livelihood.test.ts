import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval } from './bootstrap-interval.ts';
import { friedman } from './friedman.ts';
import { grim } from './grim.ts';
import { hodgesLehmann } from './hodges-lehmann.ts';
import { holm } from './holm.ts';
import { mannWhitney } from './mann-whitney.ts';
import { satisfactionIndex } from './satisfaction-index.ts';
import { wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { normalBelow, normalQuantile } from '../numeric/normal-distribution.ts';
import { chiSquareAbove } from '../numeric/chi-square.ts';

const scores = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 10 });

describe('signed-rank test', () => {
	it('agrees with counting every way to give the signs, ties and zeros included', () => {
		fc.assert(
			fc.property(scores, fc.constantFrom('pratt', 'wilcox', 'zsplit'), (differences, zeros) => {
				const kept = zeros === 'wilcox' ? differences.filter((d) => d !== 0) : differences;
				const ranks = averageRanks(kept.map(Math.abs), 'lower');
				const moved = ranks.filter((_, i) => kept[i] !== 0);
				const seen = ranks.reduce((sum, rank, i) => sum + ((kept[i] as number) > 0 ? rank : 0), 0);
				let [below, above] = [0, 0];
				for (let signs = 0; signs < 2 ** moved.length; signs += 1) {
					const w = moved.reduce((sum, rank, i) => sum + ((signs >> i) & 1) * rank, 0);
					below += w <= seen ? 1 : 0;
					above += w >= seen ? 1 : 0;
				}
				const all = 2 ** moved.length;
				const { result } = wilcoxonSignedRank.compute({ differences, zeros });
				expect(result?.p).toBeCloseTo(Math.min(1, (2 * Math.min(below, above)) / all), 12);
				const greater = wilcoxonSignedRank.compute({ differences, zeros, alternative: 'greater' }).result;
				expect(greater?.p).toBeCloseTo(above / all, 12);
				const less = wilcoxonSignedRank.compute({ differences, zeros, alternative: 'less' }).result;
				expect(less?.p).toBeCloseTo(below / all, 12);
			}),
			{ numRuns: 60 },
		);
	});

	it('does not change when before and after change places, but for the sign', () => {
		fc.assert(
			fc.property(scores, (differences) => {
				const there = wilcoxonSignedRank.compute({ differences }).result;
				const back = wilcoxonSignedRank.compute({ differences: differences.map((d) => -d) }).result;
				expect(back?.p).toBeCloseTo(there?.p ?? NaN, 12);
				expect((back?.rankBiserial ?? 0) + (there?.rankBiserial ?? 0)).toBeCloseTo(0, 12);
			}),
		);
	});

	it('says what too few or no moves mean', () => {
		const five = wilcoxonSignedRank.compute({ differences: [1, 2, 3, 4, 5] });
		expect(five.result?.p).toBe(0.0625);
		expect(five.warnings.map(({ code }) => code)).toContain('CANNOT_REACH_SIGNIFICANCE');
		const none = wilcoxonSignedRank.compute({ differences: [0, 0, 0] });
		expect(none.result).toMatchObject({ p: 1, rankBiserial: null, signTestP: 1 });
		expect(none.warnings.map(({ code }) => code)).toContain('NOTHING_MOVED');
		const eleven = new Array<number>(11).fill(1);
		expect(wilcoxonSignedRank.compute({ differences: eleven }).result?.p).toBeCloseTo(0.0009765625, 12);
	});

	it('sees ties through binary noise and leaves open pairs out', () => {
		const { result, warnings } = wilcoxonSignedRank.compute({
			before: [0.1, 0.2, 1, null],
			after: [0.3, 0.4, 0.5, 2],
		});
		expect(result).toMatchObject({ wPlus: 3, wMinus: 3, pairs: 3 });
		expect(warnings[0]).toMatchObject({ code: 'PAIRS_LEFT_OUT', params: { count: 1 } });
	});

	it('keeps the exact p close to the normal one at two hundred', () => {
		const differences = Array.from({ length: 200 }, (_, i) => ((i * 37) % 23) - 9.5);
		const exact = wilcoxonSignedRank.compute({ differences }).result;
		const normal = wilcoxonSignedRank.compute({ differences, distribution: 'normal' }).result;
		expect(exact?.distribution).toBe('exact');
		expect(Math.abs((exact?.p ?? 0) - (normal?.p ?? 1))).toBeLessThan(0.002);
		const more = wilcoxonSignedRank.compute({ differences: [...differences, 1] }).result;
		expect(more?.distribution).toBe('normal');
	});
});

describe('Hodges-Lehmann', () => {
	it('finds the same middle by counting as by writing out', () => {
		const values = Array.from({ length: 1200 }, (_, i) => ((i * 7919) % 1013) / 7);
		const averages = values.flatMap((a, i) => values.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
		const half = averages.length / 2;
		const middle = ((averages[Math.ceil(half) - 1] ?? 0) + (averages[Math.floor(half)] ?? 0)) / 2;
		expect(hodgesLehmann(values)).toBeCloseTo(middle, 9);
		expect(hodgesLehmann([1, 2, 4])).toBe(2.25);
	});
});

describe('Holm', () => {
	const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
	it('never lowers a p, keeps their order and stays within Bonferroni', () => {
		fc.assert(
			fc.property(family, (pValues) => {
				const adjusted = holm.compute({ pValues }).result?.adjusted ?? [];
				pValues.forEach((p, i) => {
					expect(adjusted[i]).toBeGreaterThanOrEqual(p);
					expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * pValues.length));
					pValues.forEach((q, j) => {
						if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? NaN);
					});
				});
			}),
		);
		expect(holm.compute({ pValues: [0.01, 0.04, 0.03, 0.005] }).result?.adjusted).toEqual([
			0.03, 0.06, 0.06, 0.02,
		]);
		expect(holm.compute({ pValues: [0.5, 1.5] })).toMatchObject({
			reason: 'NOT_A_FRACTION',
			at: 'pValues[1]',
		});
	});
});

describe('Mann-Whitney', () => {
	it('agrees with counting every way to divide the two groups', () => {
		const group = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(group, group, (x, y) => {
				const ranks = averageRanks([...x, ...y], 'lower');
				const seen = ranks.slice(0, x.length).reduce((a, b) => a + b, 0);
				let [below, above, all] = [0, 0, 0];
				for (let set = 0; set < 2 ** ranks.length; set += 1) {
					const taken = ranks.filter((_, i) => ((set >> i) & 1) === 1);
					if (taken.length !== x.length) continue;
					const sum = taken.reduce((a, b) => a + b, 0);
					all += 1;
					below += sum <= seen ? 1 : 0;
					above += sum >= seen ? 1 : 0;
				}
				const { result } = mannWhitney.compute({ x, y });
				expect(result?.p).toBeCloseTo(Math.min(1, (2 * Math.min(below, above)) / all), 12);
				expect((result?.u1 ?? 0) + (result?.u2 ?? 0)).toBe(x.length * y.length);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('Friedman', () => {
	it('gives the statistic of a worked table and says when nothing differs', () => {
		// Hollander & Wolfe (1973), p. 140, rounding first base; R ?friedman.test prints 11.143, df 2, p 0.003805.
		const matrix = [
			[5.4, 5.5, 5.55],
			[5.85, 5.7, 5.75],
			[5.2, 5.6, 5.5],
			[5.55, 5.5, 5.4],
			[5.9, 5.85, 5.7],
			[5.45, 5.55, 5.6],
			[5.4, 5.4, 5.35],
			[5.45, 5.5, 5.35],
			[5.25, 5.15, 5.0],
			[5.85, 5.8, 5.7],
			[5.25, 5.2, 5.1],
			[5.65, 5.55, 5.45],
			[5.6, 5.35, 5.45],
			[5.05, 5.0, 4.95],
			[5.5, 5.5, 5.4],
			[5.45, 5.55, 5.5],
			[5.55, 5.55, 5.35],
			[5.45, 5.5, 5.55],
			[5.5, 5.45, 5.25],
			[5.65, 5.6, 5.4],
			[5.7, 5.65, 5.55],
			[6.3, 6.3, 6.25],
		];
		const { result } = friedman.compute({ matrix });
		expect(result?.statistic).toBeCloseTo(11.143, 3);
		expect(result?.p).toBeCloseTo(0.003805, 6);
		expect(
			friedman.compute({
				matrix: [
					[1, 1],
					[2, 2],
				],
			}).reason,
		).toBe('NO_VARIATION');
		expect(friedman.compute({ matrix: [[1, 2], [2]] })).toMatchObject({ at: 'matrix[1]' });
	});
});

describe('distributions', () => {
	it('give the figures of the tables', () => {
		expect(normalBelow(1.959963984540054)).toBeCloseTo(0.975, 12);
		expect(normalQuantile(0.025)).toBeCloseTo(-1.959963984540054, 10);
		expect(chiSquareAbove(5.991464547107979, 2)).toBeCloseTo(0.05, 12);
		expect(chiSquareAbove(7.814727903251179, 3)).toBeCloseTo(0.05, 12);
		expect(chiSquareAbove(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
	});
});

describe('bootstrap', () => {
	it('is the same to the last digit for one seed, and lies around the estimate', () => {
		const input = { differences: [2, 2, 0, 2, 1, 3, 3, 0, 2, 1, -1], resamples: 4000, seed: 7 };
		const first = bootstrapInterval.compute(input);
		expect(JSON.stringify(bootstrapInterval.compute(input))).toBe(JSON.stringify(first));
		expect(JSON.stringify(bootstrapInterval.compute({ ...input, seed: 8 }))).not.toBe(JSON.stringify(first));
		const { estimate = NaN, percentile, bca, standardError } = first.result ?? {};
		for (const interval of [percentile, bca]) {
			expect(interval?.low).toBeLessThan(estimate);
			expect(interval?.high).toBeGreaterThan(estimate);
		}
		// The spread of a mean is known without drawing: sqrt(population variance / n).
		expect(standardError).toBeCloseTo(Math.sqrt(1.5206611570247934 / 11), 1);
	});

	it('is one point when all are alike', () => {
		const { result, warnings } = bootstrapInterval.compute({ values: [3, 3, 3], resamples: 100 });
		expect(result).toMatchObject({ percentile: { low: 3, high: 3 }, bca: null });
		expect(warnings[0]?.code).toBe('NO_VARIATION');
	});
});

describe('satisfaction index', () => {
	it('weighs exactly or as the regulation prints, and reads classes after rounding', () => {
		const elementMeans = new Array<number>(9).fill(3.08);
		expect(satisfactionIndex.compute({ elementMeans }).result).toMatchObject({
			rounded: 77,
			serviceClass: 'B',
		});
		const official = satisfactionIndex.compute({ elementMeans, weighting: 'official011' });
		expect(official.result?.index).toBeCloseTo(9 * 3.08 * 0.11 * 25, 9);
		expect(official.warnings.map(({ code }) => code)).toContain('CLASS_DEPENDS_ON_WEIGHT');
		const gap = satisfactionIndex.compute({ elementMeans: [2.5998] }).result;
		expect(gap).toMatchObject({ rounded: 65, serviceClass: 'C' });
		expect(satisfactionIndex.compute({ elementMeans: [2.5997] }).result?.serviceClass).toBe('D');
	});

	it('averages over those who answered', () => {
		const { result } = satisfactionIndex.compute({
			scores: [
				[4, null],
				[2, 3],
			],
		});
		expect(result?.elements).toMatchObject([
			{ mean: 3, n: 2 },
			{ mean: 3, n: 1 },
		]);
		expect(satisfactionIndex.compute({ scores: [[4, null]] })).toMatchObject({ reason: 'NO_ANSWERS' });
		expect(satisfactionIndex.compute({ scores: [[4, 5]] })).toMatchObject({
			reason: 'OUT_OF_SCALE',
			at: 'scores[0][1]',
		});
	});
});

describe('GRIM', () => {
	it('accepts every true mean for its own number of respondents', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 60 }), (answers) => {
				const mean = Number((answers.reduce((a, b) => a + b, 0) / answers.length).toFixed(2));
				expect(
					grim.compute({ means: [mean], n: answers.length, rounding: 'any' }).result?.possibleN,
				).toContain(answers.length);
			}),
		);
	});

	it('says when it cannot tell', () => {
		const { warnings, result } = grim.compute({ means: [1.23], n: 100 });
		expect(result?.possible).toBe(true);
		expect(warnings[0]?.code).toBe('GRIM_NO_POWER');
		expect(grim.compute({ means: [1.234] })).toMatchObject({ reason: 'MORE_DECIMALS', at: 'means[0]' });
	});
});
