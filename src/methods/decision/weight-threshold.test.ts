import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from './robustness.cases.json' with { type: 'json' };
import { rankAdditively } from './robust-ranker.ts';
import { movedWeights } from './weight-threshold-lines.ts';
import { weightThreshold } from './weight-threshold.ts';

const nine = new Array<'benefit'>(9).fill('benefit');
const weights = cases.groups.flatMap((group, index) => group.criteria.map(() => cases.recovered[index] ?? 0));

describe('weight thresholds', () => {
	it('serabi: pupuk organik overtakes at Ekonomi 52.4 % and at Teknis 16.4 %', () => {
		const { result } = weightThreshold.compute({
			matrix: cases.matrix,
			weights,
			directions: nine,
			parameters: { groups: cases.groups },
		});
		expect(result?.leader).toBe(0);
		expect(result?.groups?.[1]?.up?.weight).toBeCloseTo(0.524, 3);
		expect(result?.groups?.[1]?.up?.by).toBe(3);
		expect(result?.groups?.[0]?.down?.weight).toBeCloseTo(0.164, 3);
		expect(result?.groups?.[2]?.smallest).not.toBeUndefined();
		// Nata leads where Keuntungan and balik modal share the weight: 97.2 and above, against 95.8 for pakan.
		expect(result?.neverFirst).toEqual([]);
		expect(result?.overall?.by).toBe(3);
	});

	it('closed form: two criteria, three alternatives', () => {
		const { result } = weightThreshold.compute({
			matrix: [
				[1, 0],
				[0, 1],
				[0.6, 0.6],
			],
			weights: [0.5, 0.5],
			directions: ['benefit', 'benefit'],
		});
		expect(result?.leader).toBe(2);
		expect(result?.criteria[0]?.up).toMatchObject({ by: 0 });
		expect(result?.criteria[0]?.up?.weight).toBeCloseTo(0.6, 12);
		expect(result?.criteria[0]?.down?.weight).toBeCloseTo(0.4, 12);
		expect(result?.overall?.distance).toBeCloseTo(0.2, 9);
		expect(result?.neverFirst).toEqual([]);
	});

	const table = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 4 })).chain(([m, n]) =>
		fc.record({
			matrix: fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: n, maxLength: n }), {
				minLength: m,
				maxLength: m,
			}),
			weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
			directions: fc.array(fc.constantFrom('benefit' as const, 'cost' as const), {
				minLength: n,
				maxLength: n,
			}),
		}),
	);

	it('at a threshold two are level, and no single weight is nearer than the linear program says', () => {
		fc.assert(
			fc.property(table, (input) => {
				const { result } = weightThreshold.compute(input);
				if (result === null) throw new Error('no result');
				const total = input.weights.reduce((sum, weight) => sum + weight, 0);
				const shares = input.weights.map((weight) => weight / total);
				for (const { index, smallest } of result.criteria) {
					if (smallest === null) continue;
					const moved = movedWeights(shares, [index], smallest.weight);
					const at = rankAdditively(input.matrix, moved, input.directions);
					if (!at.ok) throw new Error('no ranking');
					expect(at.scores[smallest.by]).toBeCloseTo(at.scores[result.leader] ?? NaN, 8);
					expect(result.overall?.distance).toBeLessThanOrEqual(2 * Math.abs(smallest.change) + 1e-9);
				}
				expect(result.neverFirst).not.toContain(result.leader);
			}),
		);
	});

	it('search finds what the lines find, for a method that is additive in disguise', () => {
		const input = {
			matrix: [
				[1, 0.1],
				[0.1, 1],
				[0.6, 0.6],
			],
			weights: [0.5, 0.5],
			directions: ['benefit', 'benefit'] as const,
		};
		const lines = weightThreshold.compute(input).result;
		const search = weightThreshold.compute({ ...input, parameters: { method: 'saw' } }).result;
		expect(search?.exact).toBe(false);
		expect(search?.criteria[0]?.up?.weight).toBeCloseTo(lines?.criteria[0]?.up?.weight ?? NaN, 9);
		expect(search?.criteria[1]?.down?.weight).toBeCloseTo(lines?.criteria[1]?.down?.weight ?? NaN, 9);
	});

	it('names an alternative that no weights put first, though none dominates it', () => {
		const matrix = [
			[1, 0],
			[0, 1],
			[0.4, 0.4],
		];
		const answer = weightThreshold.compute({ matrix, weights: [3, 1], directions: ['benefit', 'benefit'] });
		expect(answer.result?.neverFirst).toEqual([2]);
	});

	it('says where an aspect is wrong', () => {
		const { example } = weightThreshold;
		const answer = weightThreshold.compute({ ...example, parameters: { groups: [{ criteria: [0, 0] }] } });
		expect(answer).toMatchObject({ status: 'invalid-input', reason: 'IN_TWO_ASPECTS' });
	});

	const small = fc.integer({ min: 3, max: 4 }).chain((n) => {
		const list = <Item>(item: fc.Arbitrary<Item>, length: number) =>
			fc.array(item, { minLength: length, maxLength: length });
		return fc.record({
			matrix: fc.array(list(fc.integer({ min: 0, max: 20 }), n), { minLength: 2, maxLength: 4 }),
			weights: list(fc.integer({ min: 1, max: 9 }), n),
			directions: list(fc.constantFrom('benefit' as const, 'cost' as const), n),
		});
	});

	/** All weights of so many criteria in steps of one part of `steps`. */
	function weightGrid(n: number, steps: number): number[][] {
		if (n === 1) return [[steps]];
		return Array.from({ length: steps + 1 }, (_, first) => first).flatMap((first) =>
			weightGrid(n - 1, steps - first).map((rest) => [first, ...rest]),
		);
	}

	it('is where a walk over each weight in small steps meets another leader first', () => {
		fc.assert(
			fc.property(small, (input) => {
				const { result } = weightThreshold.compute(input);
				if (result === null) throw new Error('no result');
				const total = input.weights.reduce((sum, weight) => sum + weight, 0);
				const shares = input.weights.map((weight) => weight / total);
				const leads = (weights: readonly number[]): boolean => {
					const at = rankAdditively(input.matrix, weights, input.directions);
					if (!at.ok) throw new Error('no ranking');
					const lead = at.scores[result.leader] ?? NaN;
					return at.scores.every((score) => score <= lead + 1e-9);
				};
				for (const { index, weight, up, down } of result.criteria)
					for (const [end, found] of [
						[1, up],
						[0, down],
					] as const) {
						const STEPS = 200;
						const step = Array.from({ length: STEPS + 1 }, (_, at) => at).find(
							(at) => !leads(movedWeights(shares, [index], weight + ((end - weight) * at) / STEPS)),
						);
						if (step === undefined) {
							// Nobody strictly leads on the whole way: at most a tie at its very end.
							if (found !== null) expect(found.weight).toBeCloseTo(end, 6);
							continue;
						}
						const reached = weight + ((end - weight) * step) / STEPS;
						const room = Math.abs(end - weight) / STEPS + 1e-6;
						expect(Math.abs((found?.weight ?? NaN) - reached)).toBeLessThanOrEqual(room);
					}
			}),
			{ numRuns: 60 },
		);
	}, 60_000);

	it('no weights of a fine grid dethrone the leader nearer than the linear program says, nor lead a never-first', () => {
		fc.assert(
			fc.property(small, (input) => {
				const { result } = weightThreshold.compute(input);
				if (result === null) throw new Error('no result');
				const n = input.weights.length;
				const total = input.weights.reduce((sum, weight) => sum + weight, 0);
				const shares = input.weights.map((weight) => weight / total);
				const STEPS = n === 3 ? 60 : 24;
				let nearest = Infinity;
				for (const parts of weightGrid(n, STEPS)) {
					const weights = parts.map((part) => part / STEPS);
					const at = rankAdditively(input.matrix, weights, input.directions);
					if (!at.ok) throw new Error('no ranking');
					const best = Math.max(...at.scores);
					for (const row of result.neverFirst ?? []) expect(at.scores[row]).toBeLessThan(best);
					if ((at.scores[result.leader] ?? NaN) >= best - 1e-9) continue;
					const distance = weights.reduce((sum, weight, k) => sum + Math.abs(weight - (shares[k] ?? NaN)), 0);
					nearest = Math.min(nearest, distance);
				}
				if (nearest === Infinity) return;
				expect(result.overall).not.toBeNull();
				expect(result.overall?.distance).toBeLessThanOrEqual(nearest + 1e-9);
			}),
			{ numRuns: 40 },
		);
	}, 60_000);
});
