import { describe, expect, it } from 'vitest';
import cases from './robustness.cases.json' with { type: 'json' };
import { leaveOneOut } from './leave-one-out.ts';
import { methodAgreement } from './method-agreement.ts';

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
});
