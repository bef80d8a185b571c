import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cocoso } from './cocoso.ts';
import cocosoCases from './cocoso.cases.json';
import { codas } from './codas.ts';
import { edas } from './edas.ts';
import { electre1 } from './electre-1.ts';
import { mabac } from './mabac.ts';
import { marcos } from './marcos.ts';
import { outrankingKernel } from './outranking-kernel.ts';
import { preferenceOf, preferenceShapes } from './preference-function.ts';
import { promethee2 } from './promethee-2.ts';
import type { Direction, RankingInput } from './ranking-input.ts';
import type { RankingResult } from './ranking-result.ts';
import type { MethodResult } from '../method.ts';
import { spotis } from './spotis.ts';

type Input = RankingInput;
type Compute = (input: Input) => MethodResult<RankingResult>;
type Law = 'dominance' | 'monotony';

const strip = (compute: unknown) => compute as Compute;
const methods: Readonly<Record<string, readonly [Compute, readonly Law[]]>> = {
	'promethee-2': [strip(promethee2.compute), ['dominance', 'monotony']],
	'electre-1': [strip(electre1.compute), ['dominance', 'monotony']],
	edas: [strip(edas.compute), ['dominance']],
	mabac: [strip(mabac.compute), ['dominance', 'monotony']],
	marcos: [strip(marcos.compute), ['dominance', 'monotony']],
	codas: [strip(codas.compute), []],
	cocoso: [strip(cocoso.compute), ['dominance']],
	spotis: [strip(spotis.compute), ['dominance', 'monotony']],
};

const tables = fc
	.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 4 }))
	.chain(([rows, columns]) =>
		fc.record({
			matrix: fc.array(
				fc.array(fc.integer({ min: 1, max: 20 }), { minLength: columns, maxLength: columns }),
				{ minLength: rows, maxLength: rows },
			),
			points: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: columns, maxLength: columns }),
			directions: fc.array(fc.constantFrom<Direction>('benefit', 'cost'), {
				minLength: columns,
				maxLength: columns,
			}),
		}),
	)
	.map(({ matrix, points, directions }): Input => {
		const sum = points.reduce((all, point) => all + point, 0);
		return { matrix, weights: points.map((point) => point / sum), directions };
	});

const ROOM = 1e-9;
/** How many score clearly better than this row. */
function place(result: RankingResult, row: number): number {
	const sign = result.better === 'higher' ? 1 : -1;
	const own = result.scores[row] as number;
	return result.scores.filter((score) => sign * (score - own) > ROOM * Math.max(1, Math.abs(own))).length;
}

const close = (left: number, right: number) =>
	expect(Math.abs(left - right)).toBeLessThanOrEqual(ROOM * Math.max(1, Math.abs(left)));

function dominates({ directions }: Input, winner: readonly number[], loser: readonly number[]): boolean {
	const gaps = winner.map(
		(value, column) => (directions[column] === 'cost' ? -1 : 1) * (value - (loser[column] as number)),
	);
	return gaps.every((gap) => gap >= 0) && gaps.some((gap) => gap > 0);
}

const changed = (input: Input, row: number, column: number, by: number): Input => ({
	...input,
	matrix: input.matrix.map((values, index) =>
		index === row ? values.map((value, at) => (at === column ? value + by : value)) : values,
	),
});

/** Throws when a dominated alternative scores better than the one that dominates it. */
function holdDominance(compute: Compute): void {
	fc.assert(
		fc.property(tables, (input) => {
			const { result } = compute(input);
			if (result === null) return;
			input.matrix.forEach((winner, row) => {
				input.matrix.forEach((loser, other) => {
					if (dominates(input, winner, loser))
						expect(place(result, row)).toBeLessThanOrEqual(place(result, other));
				});
			});
		}),
		{ numRuns: 300 },
	);
}

function holdMonotony(compute: Compute): void {
	const raise = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 30 }));
	fc.assert(
		fc.property(tables, raise, (input, [r, c, by]) => {
			const [row, column] = [r % input.matrix.length, c % input.directions.length];
			if (input.directions[column] === 'cost') return;
			const [before, after] = [compute(input).result, compute(changed(input, row, column, by)).result];
			if (before !== null && after !== null)
				expect(place(after, row)).toBeLessThanOrEqual(place(before, row));
		}),
		{ numRuns: 500 },
	);
}

for (const [id, [compute, laws]] of Object.entries(methods))
	describe(`laws of ${id}`, () => {
		if (laws.includes('dominance'))
			it('never puts a dominated alternative above its dominator', () => holdDominance(compute));
		if (laws.includes('monotony'))
			it('never lowers the rank of an alternative whose benefit rises', () => holdMonotony(compute));

		it('permutes its scores with the rows and with the columns', () => {
			fc.assert(
				fc.property(tables, fc.nat(), (input, turn) => {
					const turned = <Item>(list: readonly Item[]): Item[] =>
						list.map((_, index) => list[(index + turn) % list.length] as Item).reverse();
					const [plain, rows, columns] = [
						compute(input),
						compute({ ...input, matrix: turned(input.matrix) }),
						compute({
							matrix: input.matrix.map(turned),
							weights: turned(input.weights),
							directions: turned(input.directions),
						}),
					];
					expect(rows.status).toBe(plain.status);
					turned(plain.result?.scores ?? []).forEach((score, row) =>
						close(score, rows.result?.scores[row] ?? NaN),
					);
					(plain.result?.scores ?? []).forEach((score, row) =>
						close(score, columns.result?.scores[row] ?? NaN),
					);
				}),
			);
		});

		it('changes nothing with the unit of a criterion', () => {
			fc.assert(
				fc.property(tables, fc.nat(), fc.constantFrom(0.25, 8, 1024), (input, c, unit) => {
					const column = c % input.directions.length;
					const matrix = input.matrix.map((row) =>
						row.map((value, index) => (index === column ? value * unit : value)),
					);
					const [plain, other] = [compute(input), compute({ ...input, matrix })];
					expect(other.status).toBe(plain.status);
					plain.result?.scores.forEach((score, row) => close(score, other.result?.scores[row] ?? NaN));
				}),
			);
		});
	});

describe('laws that bite', () => {
	it('catch a planted method that adds costs as if they were benefits', () => {
		const planted: Compute = (input) =>
			strip(mabac.compute)({ ...input, directions: input.directions.map(() => 'benefit') });
		expect(() => holdDominance(planted)).toThrow(/Property failed/);
	});

	it('keep the counterexamples of the laws that are not promised', () => {
		const two = { directions: ['benefit', 'benefit'] as const };
		const crossed = codas.compute({
			...two,
			matrix: [
				[8, 8],
				[10, 2],
				[3, 9],
				[4, 9],
			],
			weights: [0.4, 0.6],
		});
		expect(crossed.result?.scores[2]).toBeGreaterThan(crossed.result?.scores[3] ?? NaN);
		const tau = (first: number) =>
			codas.compute({
				...two,
				matrix: [
					[4, 10],
					[first, 4],
					[8, 8],
				],
				weights: [0.5, 0.5],
			}).result?.ranks[1];
		expect([tau(10), tau(11)]).toEqual([1.5, 2]);
		const combination = (second: number) =>
			cocoso.compute({
				...two,
				matrix: [
					[2, 8],
					[5, second],
					[7, 7],
				],
				weights: [9 / 11, 2 / 11],
			}).result?.ranks[1];
		expect([combination(8), combination(13)]).toEqual([1, 2]);
	});
});

describe('promethee-2', () => {
	const pair = (parameters: object, advantage: number) =>
		promethee2.compute({ matrix: [[advantage], [0]], weights: [1], directions: ['benefit'], parameters })
			.result?.phiPlus[0];

	it('has the six preference functions of Brans', () => {
		const at = (preferenceFunctions: (typeof preferenceShapes)[number], advantages: number[]) =>
			advantages.map((advantage) => pair({ preferenceFunctions, q: 1, p: 3, s: 2 }, advantage));
		expect(at('usual', [0, 0.1, 9])).toEqual([0, 1, 1]);
		expect(at('u-shape', [1, 1.1])).toEqual([0, 1]);
		expect(at('v-shape', [1.5, 3, 4])).toEqual([0.5, 1, 1]);
		expect(at('level', [1, 2, 3, 3.1])).toEqual([0, 0.5, 0.5, 1]);
		expect(at('linear', [1, 2, 3])).toEqual([0, 0.5, 1]);
		expect(at('gaussian', [2])[0]).toBeCloseTo(1 - Math.exp(-0.5), 12);
	});

	it('sums every pair, as a plain look at all pairs does', () => {
		fc.assert(
			fc.property(tables, fc.constantFrom(...preferenceShapes), (input, preferenceFunctions) => {
				const parameters = { preferenceFunctions, p: 5, q: 2, s: 3 };
				const [matrix, others] = [input.matrix, input.matrix.length - 1];
				const sign = (column: number) => (input.directions[column] === 'cost' ? -1 : 1);
				const preferred = (row: readonly number[], other: readonly number[]) =>
					input.weights.reduce((sum, weight, column) => {
						const d = sign(column) * ((row[column] as number) - (other[column] as number));
						return d > 0 ? sum + weight * preferenceOf(parameters, column).degree(d) : sum;
					}, 0);
				const { result } = promethee2.compute({ ...input, parameters });
				matrix.forEach((row, index) => {
					const plus = matrix.reduce((sum, other) => sum + preferred(row, other), 0) / others;
					const minus = matrix.reduce((sum, other) => sum + preferred(other, row), 0) / others;
					close(plus, result?.phiPlus[index] ?? NaN);
					close(minus, result?.phiMinus[index] ?? NaN);
				});
			}),
		);
	});

	it('has net flows that sum to nothing', () => {
		fc.assert(
			fc.property(tables, fc.constantFrom(...preferenceShapes), (input, preferenceFunctions) => {
				const parameters = { preferenceFunctions, p: 5, q: 2, s: 3 };
				const { result } = promethee2.compute({ ...input, parameters });
				close(0, result?.netFlow.reduce((sum, flow) => sum + flow, 0) ?? NaN);
			}),
		);
	});

	it('keeps dominance and monotony under every shape', () => {
		for (const preferenceFunctions of preferenceShapes) {
			const shaped: Compute = (input) =>
				promethee2.compute({ ...input, parameters: { preferenceFunctions, p: 5, q: 2, s: 3 } });
			holdDominance(shaped);
			holdMonotony(shaped);
		}
	});

	it('asks for the thresholds its shapes need', () => {
		const input = {
			matrix: [
				[1, 2],
				[2, 1],
			],
			weights: [0.5, 0.5],
			directions: ['benefit', 'cost'],
		} as const;
		const fault = (parameters: object) => {
			const { status, reason, at } = promethee2.compute({ ...input, parameters });
			return [status, reason, at];
		};
		expect(fault({ preferenceFunctions: ['usual', 'linear'], p: [null, 2] })).toEqual([
			'missing-input',
			'MISSING_INPUT',
			'parameters.q',
		]);
		expect(fault({ preferenceFunctions: 'level', p: 1, q: [0, 2] })).toEqual([
			'invalid-input',
			'THRESHOLDS_CROSSED',
			'parameters.q[1]',
		]);
		expect(fault({ preferenceFunctions: 'gaussian', s: 0 })).toEqual([
			'invalid-input',
			'NOT_POSITIVE',
			'parameters.s',
		]);
		expect(fault({ p: [1] })).toEqual(['invalid-input', 'WRONG_LENGTH', 'parameters.p']);
	});
});

describe('electre-1', () => {
	it('takes a circuit as one and keeps what none outside outranks', () => {
		const edges = new Set(['0>1', '1>2', '2>0', '2>3', '3>4']);
		const relation = (from: number, to: number) => edges.has(`${from}>${to}`);
		expect(outrankingKernel(5, relation)).toEqual({
			kernel: [0, 1, 2, 4],
			nonOutranked: [],
			circuits: [[0, 1, 2]],
		});
	});

	it('has a kernel that outranks all others and holds no outranking inside, when there is no circuit', () => {
		fc.assert(
			fc.property(tables, (input) => {
				const { result } = electre1.compute(input);
				if (!result || result.circuits.length > 0) return;
				const inside = new Set(result.kernel);
				const outranked = new Set(result.kernel.flatMap((member) => result.outranks[member] ?? []));
				input.matrix.forEach((_, row) => expect(outranked.has(row)).toBe(!inside.has(row)));
			}),
		);
	});

	it('depends on the units when nothing is normalised', () => {
		const kernel = (second: number) =>
			electre1.compute({
				matrix: [
					[10, 0],
					[0, second],
				],
				weights: [0.7, 0.3],
				directions: ['benefit', 'benefit'],
				parameters: { normalization: 'none' },
			}).result?.kernel;
		expect([kernel(8), kernel(0.008)]).toEqual([[0, 1], [0]]);
	});

	it('measures a loss against the pair as Hwang and Yoon do', () => {
		const { result } = electre1.compute({
			matrix: [
				[2, 1],
				[1, 3],
			],
			weights: [0.5, 0.5],
			directions: ['benefit', 'benefit'],
			parameters: { normalization: 'none', discordanceScale: 'pair', weightedDiscordance: true },
		});
		expect(result?.discordance).toEqual([
			[null, 1],
			[0.5, null],
		]);
	});
});

describe('cocoso', () => {
	for (const one of cocosoCases)
		it(`follows ${one.id}`, () => {
			const { result } = cocoso.compute({
				matrix: one.matrix,
				weights: one.weights,
				directions: one.types.map((type) => (type < 0 ? 'cost' : 'benefit')),
				parameters: { lambda: one.params.lambda_param },
			});
			one.expectedFull.forEach((score, row) => close(score, result?.scores[row] ?? NaN));
		});

	it('has no combination when one is the worst in everything, but strategies a and c', () => {
		const input = {
			matrix: [
				[1, 1],
				[2, 3],
				[3, 2],
			],
			weights: [0.5, 0.5],
			directions: ['benefit', 'benefit'],
		} as const;
		expect(cocoso.compute(input)).toMatchObject({
			status: 'undefined',
			reason: 'ZERO_DENOMINATOR',
			at: 'matrix[0]',
		});
		expect(cocoso.compute({ ...input, parameters: { strategy: 'a' } }).result?.scores[0]).toBe(0);
	});
});

describe('spotis', () => {
	const input = {
		matrix: [
			[1, 5],
			[3, 2],
		],
		weights: [0.5, 0.5],
		directions: ['benefit', 'cost'],
	} as const;

	it('says when its bounds come from the data', () => {
		const { result, warnings } = spotis.compute(input);
		expect(result?.boundsFromData).toBe(true);
		expect(warnings).toContainEqual({ code: 'BOUNDS_FROM_DATA', at: 'parameters.bounds' });
	});

	it('changes no score when an alternative is added between stated bounds', () => {
		const bounds = [
			[0, 30],
			[0, 30],
		];
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 2, maxLength: 6 }), (matrix) => {
				const scores = (rows: typeof matrix) =>
					spotis.compute({ ...input, matrix: rows, parameters: { bounds } }).result?.scores;
				expect(scores(matrix)?.slice(0, -1)).toEqual(scores(matrix.slice(0, -1)));
			}),
		);
	});

	it('refuses what lies outside its bounds', () => {
		const fault = (parameters: object) => spotis.compute({ ...input, parameters }).at;
		expect(
			fault({
				bounds: [
					[0, 2],
					[0, 9],
				],
			}),
		).toBe('matrix[1][0]');
		expect(
			fault({
				bounds: [
					[2, 2],
					[0, 9],
				],
			}),
		).toBe('parameters.bounds[0]');
		expect(fault({ bounds: [[0, 9]] })).toBe('parameters.bounds');
		expect(
			fault({
				bounds: [
					[0, 9],
					[0, 9],
				],
				idealPoint: [10, 1],
			}),
		).toBe('parameters.idealPoint[0]');
	});
});

describe('edges', () => {
	const one = (compute: unknown, matrix: number[][], directions: Direction[]) => {
		const weights = directions.map(() => 1 / directions.length);
		const { status, reason, at } = strip(compute)({ matrix, weights, directions });
		return [status, reason, at];
	};

	it('are a status with its place', () => {
		expect(
			one(
				edas.compute,
				[
					[1, -1],
					[2, 1],
				],
				['benefit', 'cost'],
			),
		).toEqual(['undefined', 'ZERO_DENOMINATOR', 'criteria[1]']);
		expect(one(edas.compute, [[-1], [-3]], ['benefit'])).toEqual([
			'undefined',
			'NEGATIVE_BASE',
			'criteria[0]',
		]);
		expect(one(edas.compute, [[0.1], [0.1], [0.1]], ['benefit'])).toEqual([
			'undefined',
			'ZERO_DENOMINATOR',
			'matrix',
		]);
		expect(one(marcos.compute, [[1], [0]], ['cost'])).toEqual(['invalid-input', 'ZERO_COST', 'matrix[1][0]']);
		expect(one(marcos.compute, [[1], [0]], ['benefit'])).toEqual(['undefined', 'ZERO_DENOMINATOR', 'matrix']);
		expect(one(codas.compute, [[0], [0]], ['benefit'])).toEqual([
			'undefined',
			'ZERO_DENOMINATOR',
			'criteria[0]',
		]);
		expect(one(promethee2.compute, [[1]], ['benefit'])).toEqual(['invalid-input', 'TOO_FEW', 'matrix']);
		expect(one(mabac.compute, [[2], [2]], ['benefit'])).toEqual(['ok', undefined, undefined]);
	});
});

describe('any input', () => {
	const finite = (value: unknown): boolean =>
		typeof value === 'number'
			? Number.isFinite(value)
			: typeof value !== 'object' || value === null || Object.values(value).every(finite);
	const cell = fc.oneof(
		fc.integer({ min: -3, max: 9 }),
		fc.double(),
		fc.constantFrom(null, '1', NaN, 1e308, 5e-324),
	);
	const shaped = fc.record(
		{
			matrix: fc.oneof(
				fc.anything(),
				fc.array(
					fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), cell), {
						minLength: 2,
						maxLength: 2,
					}),
					{ maxLength: 4 },
				),
			),
			weights: fc.oneof(
				fc.anything(),
				fc.tuple(fc.double({ min: 0, noNaN: true }), fc.constantFrom(0, 0.5, 1e300)),
			),
			directions: fc.oneof(fc.anything(), fc.constantFrom(['benefit', 'cost'], ['cost', 'cost'])),
			parameters: fc.oneof(
				fc.anything(),
				fc.record(
					Object.fromEntries(
						[
							'preferenceFunctions',
							'p',
							'q',
							's',
							'bounds',
							'idealPoint',
							'tau',
							'lambda',
							'normalization',
							'sustainability',
							'strategy',
						].map((name) => [
							name,
							fc.oneof(
								fc.anything(),
								fc.constantFrom(
									'linear',
									'gaussian',
									'vector',
									'a',
									1,
									[1, 2],
									[0, 1e308],
									[
										[0, 1],
										[-1e308, 1e308],
									],
								),
							),
						]),
					),
					{ requiredKeys: [] },
				),
			),
		},
		{ requiredKeys: [] },
	);

	for (const [id, [compute]] of Object.entries(methods))
		it(`gets an answer without NaN, infinity or a throw from ${id}`, () => {
			fc.assert(
				fc.property(fc.oneof(fc.anything(), shaped), (input) => {
					const answer = compute(input as Input);
					expect(finite(answer)).toBe(true);
					expect(answer.status === 'ok').toBe(answer.result !== null);
				}),
				{ numRuns: 1000 },
			);
		});
});
