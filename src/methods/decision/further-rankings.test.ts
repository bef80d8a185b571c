/**
 * Laws of MAIRCA, RAM, AROMAN, LMAW, CRADIS, PROBID, RIM and PVM, each held to what it promises: the order of the rows
 * and the unit of a column do not count, and what is nowhere better than another does not stand above it. AROMAN adds
 * its costs, PROBID rewards distance from the average and PVM the distance between its quartiles: they promise no such
 * dominance.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroman } from './aroman.ts';
import { cradis } from './cradis.ts';
import { lmaw } from './lmaw.ts';
import { mairca } from './mairca.ts';
import { probid } from './probid.ts';
import { pvm } from './pvm.ts';
import { ram } from './ram.ts';
import type { RankingInput } from './ranking-input.ts';
import { rim } from './rim.ts';

type Table = Required<Pick<RankingInput, 'matrix' | 'weights' | 'directions'>>;

const rankings = { mairca, ram, aroman, lmaw, cradis, probid, rim, pvm };
type Id = keyof typeof rankings;
const ids = Object.keys(rankings) as Id[];
const dominant: readonly Id[] = ['mairca', 'ram', 'lmaw', 'cradis', 'rim'];

const scoresOf = (id: Id, table: Table): readonly number[] | null => {
	const { result } = rankings[id].compute(table);
	if (result === null) return null;
	return result.better === 'higher' ? result.scores : result.scores.map((score) => 0 - score);
};

const tables: fc.Arbitrary<Table> = fc
	.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }))
	.chain(([rows, columns]) => {
		const list = <Item>(item: fc.Arbitrary<Item>, length: number) =>
			fc.array(item, { minLength: length, maxLength: length });
		return fc.record({
			matrix: list(list(fc.integer({ min: 1, max: 20 }), columns), rows),
			weights: list(fc.integer({ min: 1, max: 9 }), columns).map((parts) => {
				const total = parts.reduce((sum, part) => sum + part, 0);
				return parts.map((part) => part / total);
			}),
			directions: list(fc.constantFrom('benefit' as const, 'cost' as const), columns),
		});
	});

const close = (found: readonly number[] | null, expected: readonly number[] | null): void => {
	expect(found === null).toBe(expected === null);
	found?.forEach((score, row) => expect(score).toBeCloseTo(expected?.[row] ?? NaN, 9));
};

describe.each(ids)('%s', (id) => {
	it('does not heed the order of the rows', () => {
		fc.assert(
			fc.property(tables, (table) => {
				const turned = { ...table, matrix: [...table.matrix].reverse() };
				const there = scoresOf(id, turned);
				close(scoresOf(id, table), there && [...there].reverse());
			}),
		);
	});

	it('does not heed the unit of a column', () => {
		fc.assert(
			fc.property(tables, fc.nat(4), fc.constantFrom(0.001, 7, 1000), (table, at, unit) => {
				const column = at % table.directions.length;
				const matrix = table.matrix.map((row) =>
					row.map((value, k) => (k === column ? value * unit : value)),
				);
				close(scoresOf(id, { ...table, matrix }), scoresOf(id, table));
			}),
		);
	});

	it('brings weights to a sum of 1 when asked, and says what it did', () => {
		const { matrix, directions, weights } = rankings[id].example;
		const { parameters } = rankings[id].example as { parameters?: object };
		const triple = weights.map((weight) => weight * 3);
		const own = rankings[id].compute({ matrix, directions, weights, parameters });
		const sum = weights.reduce((total, weight) => total + weight, 0);
		const back = rankings[id].compute({
			matrix,
			directions,
			weights: triple,
			parameters: { ...parameters, renormalizeWeights: true },
		});
		expect(back.warnings.map(({ code }) => code)).toContain('WEIGHTS_NORMALISED');
		if (Math.abs(sum - 1) < 1e-9)
			back.result?.scores.forEach((score, row) =>
				expect(score).toBeCloseTo(own.result?.scores[row] ?? NaN, 9),
			);
	});
});

describe.each(dominant)('%s promises dominance and', (id) => {
	it('puts nothing above what is at least as good everywhere', () => {
		fc.assert(
			fc.property(
				tables,
				fc.nat(5),
				fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }),
				(table, at, steps) => {
					const better = table.matrix[at % table.matrix.length] ?? [];
					const worse = better.map((value, k) =>
						table.directions[k] === 'cost' ? value + (steps[k] ?? 0) : Math.max(1, value - (steps[k] ?? 0)),
					);
					const scores = scoresOf(id, { ...table, matrix: [...table.matrix, worse] });
					if (scores === null) return;
					expect(scores.at(-1)).toBeLessThanOrEqual((scores[at % table.matrix.length] ?? NaN) + 1e-9);
				},
			),
		);
	});
});

const base = { weights: [0.5, 0.5], directions: ['benefit', 'cost'] as const };

describe('their refusals', () => {
	it.each([
		['mairca', [[1, 1]], {}, 'ok', undefined],
		['ram', [[1, -1]], {}, 'invalid-input', 'NEGATIVE'],
		['ram', [[0, 0]], {}, 'ok', undefined],
		['aroman', [[-1, 1]], {}, 'invalid-input', 'NEGATIVE'],
		['aroman', [[1, 1]], { beta: 2 }, 'invalid-input', 'OUTSIDE_LIMITS'],
		['aroman', [[1, 1]], { lambda: -1 }, 'invalid-input', 'OUTSIDE_LIMITS'],
		['lmaw', [[1, 0]], {}, 'invalid-input', 'COST_NOT_POSITIVE'],
		['lmaw', [[-1, 1]], {}, 'invalid-input', 'BENEFIT_NEGATIVE'],
		['lmaw', [[0, 1]], {}, 'ok', undefined],
		['cradis', [[1, 0]], {}, 'invalid-input', 'COST_NOT_POSITIVE'],
		['cradis', [[1, 1]], {}, 'undefined', 'ZERO_DENOMINATOR'],
		['probid', [[1, 1]], {}, 'undefined', 'ZERO_DENOMINATOR'],
		['rim', [[1, 1]], { bounds: [[0, 1]] }, 'invalid-input', 'WRONG_LENGTH'],
		[
			'rim',
			[[1, 2]],
			{
				bounds: [
					[0, 1],
					[0, 1],
				],
			},
			'invalid-input',
			'OUTSIDE_LIMITS',
		],
		[
			'rim',
			[[1, 1]],
			{
				bounds: [
					[1, 0],
					[0, 1],
				],
			},
			'invalid-input',
			'NOT_A_RANGE',
		],
		[
			'rim',
			[[1, 1]],
			{
				bounds: [
					[0, 1],
					[0, 1],
				],
				idealRanges: [
					[0, 2],
					[0, 1],
				],
			},
			'invalid-input',
			'OUTSIDE_LIMITS',
		],
		[
			'rim',
			[[1, 1]],
			{
				idealRanges: [
					[0, null],
					[0, 1],
				],
			},
			'missing-input',
			'MISSING_INPUT',
		],
		['pvm', [[1, 1]], {}, 'undefined', 'ZERO_DENOMINATOR'],
		['pvm', [[1, 1]], { kinds: ['motivating'] }, 'invalid-input', 'WRONG_LENGTH'],
		['pvm', [[1, 1]], { kinds: ['motivating', 'm'] }, 'invalid-input', 'UNKNOWN_CHOICE'],
		['pvm', [[1, 1]], { preferred: [1, NaN] }, 'invalid-input', 'NOT_A_NUMBER'],
	] as const)('%s of %j with %j: %s %s', (id, matrix, parameters, status, reason) => {
		const answer = rankings[id].compute({ ...base, matrix, parameters } as never);
		expect([answer.status, answer.reason]).toEqual([status, reason]);
	});

	it('AROMAN says that its costs add to the score', () => {
		const answer = aroman.compute({
			...base,
			matrix: [
				[1, 2],
				[2, 1],
			],
		});
		expect(answer.warnings).toEqual([{ code: 'COSTS_ADD_TO_SCORE', at: 'directions' }]);
	});

	it('CRADIS scores an alternative that is best everywhere as the optimal row', () => {
		const { result } = cradis.compute({
			...base,
			matrix: [
				[4, 2],
				[2, 4],
			],
		});
		expect(result?.scores[0]).toBe(1);
	});

	it('RIM says when its bounds are only those of the alternatives', () => {
		const answer = rim.compute({
			...base,
			matrix: [
				[4, 2],
				[2, 4],
			],
		});
		expect(answer.warnings).toEqual([{ code: 'BOUNDS_FROM_DATA', at: 'parameters.bounds' }]);
		expect(answer.result?.scores).toEqual([1, 0]);
	});
});
