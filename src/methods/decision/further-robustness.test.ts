import { describe, expect, it } from 'vitest';
import cases from './robustness.cases.json' with { type: 'json' };
import { leaveOneOut } from './leave-one-out.ts';
import { methodAgreement } from './method-agreement.ts';
import { rankingMethodIds } from './ranking-methods.ts';

const nine = new Array<'benefit'>(9).fill('benefit');
const weights = cases.groups.flatMap((group, index) => group.criteria.map(() => cases.recovered[index] ?? 0));
const serabi = { matrix: cases.matrix, weights, directions: nine };

describe('leave one out', () => {
	it('plain sums of given values never reverse; pakan leaves the lead to pupuk', () => {
		const { result, warnings } = leaveOneOut.compute(serabi);
		expect(result?.ranks).toEqual([1, 4, 3, 2]);
		expect(result?.alternatives.every(({ reversals }) => reversals.length === 0)).toBe(true);
		expect(result?.alternatives[0]).toMatchObject({
			ranks: [null, 3, 2, 1],
			leadersAfter: [3],
			leaderChanged: false,
		});
		expect(warnings).toEqual([]);
	});

	it('catches the reversal of normalised sums (Belton and Gear 1983)', () => {
		const matrix = [
			[1, 9, 8],
			[9, 1, 9],
			[1, 1, 1],
			[9, 1, 9],
		];
		const answer = leaveOneOut.compute({
			matrix,
			weights: [1, 1, 1],
			directions: ['benefit', 'benefit', 'benefit'],
			parameters: { method: 'saw', methodParameters: { normalization: 'sum' } },
		});
		expect(answer.result?.alternatives[3]?.reversals).toEqual([[0, 1]]);
		expect(answer.warnings.some(({ code }) => code === 'RANK_REVERSAL')).toBe(true);
	});
});

describe('method agreement', () => {
	it('all methods that answer rank a dominated row last and its ruler first', () => {
		const { result } = methodAgreement.compute({
			matrix: [
				[9, 8],
				[3, 2],
				[6, 5],
			],
			weights: [0.5, 0.5],
			directions: ['benefit', 'benefit'],
			parameters: { methods: ['saw', 'topsis', 'vikor', 'moora', 'wpm'] },
		});
		expect(result?.ranks).toEqual([1, 3, 2]);
		expect(result?.w).toBeCloseTo(1, 12);
		expect(result?.spearman[0]?.[1]).toBeCloseTo(1, 12);
		expect(result?.firstPlaces).toEqual([5, 0, 0]);
	});

	it('says which methods have no answer', () => {
		const { result } = methodAgreement.compute({
			matrix: [[-1], [2]],
			weights: [1],
			directions: ['benefit'],
			parameters: { methods: ['saw', 'topsis'] },
		});
		expect(result?.left).toMatchObject([{ id: 'saw' }]);
		expect(result?.methods.map(({ id }) => id)).toEqual(['topsis']);
	});

	it('worked by hand: three methods that differ, their mean ranks, correlations and W', () => {
		const matrix = [
			[10, 1],
			[6, 5],
			[1, 8],
		];
		// Over the column's largest with weights 0.6 and 0.4: 0.65, 0.61, 0.46. Products 10^0.6 1^0.4 = 3.98,
		// 6^0.6 5^0.4 = 5.58, 1^0.6 8^0.4 = 2.30. Powers 10^0.6 + 1 = 4.98, 6^0.6 + 5^0.4 = 4.83, 1 + 8^0.4 = 3.30.
		const { result } = methodAgreement.compute({
			matrix,
			weights: [0.6, 0.4],
			directions: ['benefit', 'benefit'],
			parameters: { methods: ['saw', 'wpm', 'mpe'] },
		});
		expect(result?.methods.map(({ ranks }) => ranks)).toEqual([
			[1, 2, 3],
			[2, 1, 3],
			[1, 2, 3],
		]);
		result?.meanRanks.forEach((rank, row) => expect(rank).toBeCloseTo([4 / 3, 5 / 3, 3][row] ?? NaN, 12));
		expect(result?.ranks).toEqual([1, 2, 3]);
		expect(result?.firstPlaces).toEqual([2, 1, 0]);
		// Spearman 1 - 6 x 2 / 24 = 0.5; Kendall (2 - 1) / 3; S = 4 + 1 + 9 = 14, W = 12 x 14 / (9 x 24).
		expect(result?.spearman[0]?.[1]).toBeCloseTo(0.5, 12);
		expect(result?.spearman[0]?.[2]).toBeCloseTo(1, 12);
		expect(result?.kendall[0]?.[1]).toBeCloseTo(1 / 3, 12);
		expect(result?.w).toBeCloseTo(168 / 216, 12);
	});

	it('asks all ranking methods unless told which, and every one of them answers a plain table', () => {
		const { result } = methodAgreement.compute({
			matrix: [
				[9, 8, 2],
				[3, 2, 5],
				[6, 5, 4],
			],
			weights: [0.5, 0.3, 0.2],
			directions: ['benefit', 'benefit', 'benefit'],
		});
		expect(result?.left).toEqual([]);
		expect(result?.methods.map(({ id }) => id)).toEqual(rankingMethodIds);
	});
});
