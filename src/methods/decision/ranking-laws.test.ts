/**
 * Laws of the additive, product, ratio and compromise rankings. Each method is held to what it promises. VIKOR
 * lets a rising benefit lower a rank (its ranges of S and R move with it), for TOPSIS nobody has shown that it cannot
 * (the ideal moves; a search of 300,000 small tables found no case), and MPE does not promise that units scale out (its scores are ordinal).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MethodResult } from '../method.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { aras } from './aras.ts';
import { copras } from './copras.ts';
import { cpi } from './cpi.ts';
import { moora } from './moora.ts';
import { mpe } from './mpe.ts';
import type { RankingInput } from './ranking-input.ts';
import type { RankingResult } from './ranking-result.ts';
import { saw } from './saw.ts';
import { topsis } from './topsis.ts';
import { vikor } from './vikor.ts';
import { waspas } from './waspas.ts';
import { wpm } from './wpm.ts';

type Table = Required<Pick<RankingInput, 'matrix' | 'weights' | 'directions'>>;
type Ranking = (table: Table) => readonly number[] | null;

interface Promised {
	readonly monotone: boolean;
	readonly unitFree: boolean;
}

const by =
	<Parameters>(
		method: { compute(input: RankingInput<Parameters>): MethodResult<RankingResult> },
		parameters: Parameters,
	): Ranking =>
	(table) =>
		method.compute({ ...table, parameters }).result?.ranks ?? null;

const all: Readonly<Record<string, readonly [Ranking, Promised]>> = {
	cpi: [by(cpi, {}), { monotone: true, unitFree: true }],
	'cpi against the largest': [by(cpi, { reference: 'max' }), { monotone: true, unitFree: true }],
	'cpi against the first': [by(cpi, { reference: 'first' }), { monotone: true, unitFree: true }],
	saw: [by(saw, {}), { monotone: true, unitFree: true }],
	'saw over the range': [by(saw, { normalization: 'minmax' }), { monotone: true, unitFree: true }],
	'saw over the sum': [by(saw, { normalization: 'sum' }), { monotone: true, unitFree: true }],
	wpm: [by(wpm, {}), { monotone: true, unitFree: true }],
	waspas: [by(waspas, {}), { monotone: true, unitFree: true }],
	mpe: [by(mpe, { highestScore: 20 }), { monotone: true, unitFree: false }],
	topsis: [by(topsis, {}), { monotone: false, unitFree: true }],
	'topsis over the range': [by(topsis, { normalization: 'minmax' }), { monotone: false, unitFree: true }],
	vikor: [by(vikor, {}), { monotone: false, unitFree: true }],
	moora: [by(moora, {}), { monotone: true, unitFree: true }],
	copras: [by(copras, {}), { monotone: true, unitFree: true }],
	aras: [by(aras, {}), { monotone: true, unitFree: true }],
};

const sides = ['benefit', 'cost'] as const;
const tables: fc.Arbitrary<Table> = fc
	.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }))
	.chain(([rows, columns]) => {
		const list = <Item>(item: fc.Arbitrary<Item>, length: number) =>
			fc.array(item, { minLength: length, maxLength: length });
		return fc.record({
			matrix: list(list(fc.integer({ min: 1, max: 20 }), columns), rows),
			weights: list(fc.integer({ min: 1, max: 9 }), columns),
			directions: list(fc.constantFrom(...sides), columns),
		});
	});

const anyIndex = fc.nat(1000);
const pick = (index: number, length: number) => index % length;

/** One alternative joins that is nowhere better than another: it may tie with it, never stand above it. */
function dominated(ranks: Ranking) {
	return fc.property(
		tables,
		anyIndex,
		fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 5 }),
		(table, which, steps) => {
			const better = table.matrix[pick(which, table.matrix.length)] as readonly number[];
			const worse = better.map((value, column) => {
				const step = steps[column] as number;
				return table.directions[column] === 'cost' ? Math.min(20, value + step) : Math.max(1, value - step);
			});
			const answer = ranks({ ...table, matrix: [...table.matrix, worse] });
			if (answer === null) return true;
			const place = answer[pick(which, table.matrix.length)] as number;
			return (answer.at(-1) as number) >= place;
		},
	);
}

function monotone(ranks: Ranking) {
	return fc.property(
		tables,
		anyIndex,
		anyIndex,
		fc.integer({ min: 1, max: 10 }),
		(table, row, column, step) => {
			const [at, criterion] = [pick(row, table.matrix.length), pick(column, table.weights.length)];
			if (table.directions[criterion] === 'cost') return true;
			const raised = table.matrix.map((values, index) =>
				index === at
					? values.map((value, place) => (place === criterion ? Math.min(20, value + step) : value))
					: values,
			);
			const [before, after] = [ranks(table), ranks({ ...table, matrix: raised })];
			return before === null || after === null || (after[at] as number) <= (before[at] as number);
		},
	);
}

function unitFree(ranks: Ranking) {
	const factor = fc.constantFrom(0.001, 0.5, 3, 1000, 1_430_744);
	return fc.property(tables, anyIndex, factor, (table, column, unit) => {
		const criterion = pick(column, table.weights.length);
		const matrix = table.matrix.map((values) =>
			values.map((value, place) => (place === criterion ? value * unit : value)),
		);
		expect(ranks({ ...table, matrix })).toEqual(ranks(table));
	});
}

function permuted(ranks: Ranking) {
	return fc.property(tables, anyIndex, (table, shift) => {
		const turn = <Item>(list: readonly Item[], by: number) => [...list.slice(by), ...list.slice(0, by)];
		const rows = pick(shift, table.matrix.length);
		const columns = pick(shift, table.weights.length);
		const turned = {
			matrix: turn(table.matrix, rows).map((values) => turn(values, columns)),
			weights: turn(table.weights, columns),
			directions: turn(table.directions, columns),
		};
		const ranksBefore = ranks(table);
		expect(ranks(turned)).toEqual(ranksBefore === null ? null : turn(ranksBefore, rows));
	});
}

describe('laws of the ranking methods', () => {
	for (const [name, [ranks, promised]] of Object.entries(all)) {
		it(`${name} never ranks a dominated alternative above its dominator`, () => {
			fc.assert(dominated(ranks), { numRuns: 500 });
		});
		if (promised.monotone)
			it(`${name} never lowers a rank when a benefit rises`, () => {
				fc.assert(monotone(ranks), { numRuns: 500 });
			});
		if (promised.unitFree)
			it(`${name} ranks alike in any unit`, () => {
				fc.assert(unitFree(ranks), { numRuns: 300 });
			});
		// The first row is the reference there, so rows may not change places.
		if (!name.endsWith('first'))
			it(`${name} follows rows and columns that change places`, () => {
				fc.assert(permuted(ranks), { numRuns: 300 });
			});
	}
});

/** Weighted shares of benefits and costs, as COPRAS has them. */
function sideShares({ matrix, weights, directions }: Table): [benefits: number[], costs: number[]] {
	const totals = weights.map((_, column) => matrix.reduce((sum, row) => sum + (row[column] as number), 0));
	const side = (direction: string) =>
		matrix.map((row) =>
			row.reduce((sum, value, column) => {
				const share = ((weights[column] as number) * value) / (totals[column] as number);
				return directions[column] === direction ? sum + share : sum;
			}, 0),
		);
	return [side('benefit'), side('cost')];
}

describe('what is not promised', () => {
	it('VIKOR may lower the rank of an alternative whose benefit rises', () => {
		expect(fc.check(monotone(by(vikor, {})), { numRuns: 20_000, seed: 1 }).failed).toBe(true);
	});
});

describe('planted wrong methods', () => {
	const settings = { numRuns: 500, seed: 1 };

	it('COPRAS that adds costs as benefits, as a known library does, breaks the law of dominance', () => {
		const wrong: Ranking = (table) => {
			const [benefits, costs] = sideShares(table);
			return averageRanks(
				benefits.map((benefit, row) => benefit + (costs[row] as number)),
				'higher',
			);
		};
		expect(fc.check(dominated(wrong), settings).failed).toBe(true);
	});

	it('a method that forgets the unit breaks the law of units', () => {
		const wrong: Ranking = ({ matrix, weights, directions }) =>
			averageRanks(
				matrix.map((row) =>
					row.reduce((sum, value, column) => {
						const sign = directions[column] === 'cost' ? -1 : 1;
						return sum + sign * (weights[column] as number) * value;
					}, 0),
				),
				'higher',
			);
		expect(fc.check(unitFree(wrong), settings).failed).toBe(true);
		expect(fc.check(dominated(wrong), settings).failed).toBe(false);
	});

	it('a method that ranks the worst first breaks monotony', () => {
		const wrong: Ranking = (table) => {
			const ranks = by(saw, {})(table);
			return ranks === null ? null : averageRanks(ranks, 'higher');
		};
		expect(fc.check(monotone(wrong), settings).failed).toBe(true);
	});

	it('a method that favours the first row breaks permutation', () => {
		const wrong: Ranking = (table) =>
			averageRanks(
				table.matrix.map((row, index) => (row[0] as number) - 9 * index),
				'higher',
			);
		expect(fc.check(permuted(wrong), settings).failed).toBe(true);
	});
});

describe('any shape of input', () => {
	const methods = { cpi, saw, wpm, waspas, mpe, topsis, vikor, moora, copras, aras };
	const number = fc.oneof(
		fc.integer({ min: -3, max: 9 }),
		fc.double(),
		fc.constantFrom(1e308, -1e308, 5e-324, 0, -0),
	);
	const cell = fc.oneof({ weight: 20, arbitrary: number }, fc.constantFrom(null, '1', undefined, []));
	const input = fc.record({
		matrix: fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 4 }),
		weights: fc.array(number, { minLength: 2, maxLength: 2 }),
		directions: fc.array(fc.constantFrom(...sides), { minLength: 2, maxLength: 2 }),
		parameters: fc.oneof(fc.anything(), fc.constant({ highestScore: 9 })),
	});
	const finite = (value: unknown): boolean => {
		if (typeof value === 'number') return Number.isFinite(value);
		return typeof value !== 'object' || value === null || Object.values(value).every(finite);
	};

	for (const [id, method] of Object.entries(methods))
		it(`${id} answers with figures a reader can print, or with a reason and a place`, () => {
			fc.assert(
				fc.property(input, (shape) => {
					const answer = method.compute(shape as never);
					expect(finite(answer)).toBe(true);
					if (answer.status !== 'ok') expect([answer.reason, answer.at].includes(undefined)).toBe(false);
				}),
				{ numRuns: 500 },
			);
		});
});
