import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { methods } from './index.ts';
import type { Method, MethodResult } from './method.ts';

/** Hundreds of random inputs on a busy machine take longer than a test usually may. */
const PATIENCE = 60_000;

const all = Object.entries(methods) as unknown as [string, Method<unknown, unknown>][];

/** Every number in an answer, with where it stands, that a reader could not print. */
function unprintable(value: unknown, at = 'answer'): string[] {
	if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${at} = ${value}`];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => unprintable(inner, `${at}.${key}`));
}

function sound(answer: MethodResult<unknown>): void {
	expect(['ok', 'undefined', 'invalid-input', 'missing-input']).toContain(answer.status);
	expect(unprintable(answer)).toEqual([]);
	if (answer.status === 'ok') expect(answer.result).not.toBeNull();
	else {
		expect(answer.result).toBeNull();
		expect(answer.reason).toBeTypeOf('string');
		expect(answer.at).toBeTypeOf('string');
	}
	for (const step of answer.steps) {
		if (step.status === 'ok') expect(step.value, step.id).not.toBeNull();
		else expect([step.value, typeof step.reason], step.id).toEqual([null, 'string']);
	}
}

/** The example with one of its values, at any depth, replaced by another. */
function planted(example: unknown, path: readonly string[], value: unknown): unknown {
	const [first, ...rest] = path;
	if (first === undefined) return value;
	if (typeof example !== 'object' || example === null) return example;
	const inner = (example as Record<string, unknown>)[first];
	const changed = planted(inner, rest, value);
	if (Array.isArray(example)) return example.map((item, index) => (String(index) === first ? changed : item));
	return { ...(example as object), [first]: changed };
}

function paths(value: unknown, before: readonly string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [[...before]];
	const inner = Object.entries(value).flatMap(([key, item]) => paths(item, [...before, key]));
	return before.length === 0 ? inner : [[...before], ...inner];
}

const awkward = fc.oneof(
	fc.anything(),
	fc.constantFrom(
		null,
		undefined,
		0,
		-0,
		-1,
		NaN,
		Infinity,
		'1',
		'',
		[],
		{},
		[null],
		[{}],
		true,
		1e308,
		5e-324,
	),
	fc.double({ min: 0, noNaN: true }),
);

/** The example with every number in it, in the order they stand, handed to `change`; the shape stays as it is. */
function withNumbers(example: unknown, change: (value: number, place: number) => number): unknown {
	let place = 0;
	const walk = (value: unknown): unknown => {
		if (typeof value === 'number') return change(value, place++);
		if (Array.isArray(value)) return value.map(walk);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
	};
	return walk(example);
}

/** What one number of a valid input may become at the ends of what a number can be. */
const extreme: fc.Arbitrary<(value: number) => number> = fc.oneof(
	fc.constant((value: number) => value),
	fc
		.constantFrom(0, 1, 1e-300, 5e-324, 1e-16, 1e16, 1e154, 1e300, Number.MAX_VALUE, 2 ** 53)
		.map((value) => () => value),
	fc.constantFrom(1e-300, 1e-150, 1e-9, 1e9, 1e150, 1e300).map((factor) => (value: number) => {
		const product = value * factor;
		return Number.isFinite(product) ? product : Number.MAX_VALUE;
	}),
	fc.constant((value: number) => 0 - value),
);

describe('every method', () => {
	for (const [id, method] of all) {
		it(`${id} is filed under its id and says how, in what unit and from where`, () => {
			expect(method.id).toBe(id);
			expect(method.version).toBeGreaterThan(0);
			for (const field of [method.formula, method.unit, method.source])
				expect(field.length).toBeGreaterThan(3);
		});

		it(`${id} works its example out, without touching it`, () => {
			const before = JSON.stringify(method.example);
			const answer = method.compute(method.example);
			sound(answer);
			expect(answer.status).toBe('ok');
			expect(answer.steps.length).toBeGreaterThan(0);
			expect(JSON.stringify(method.example)).toBe(before);
			expect(JSON.stringify(method.compute(method.example))).toBe(JSON.stringify(answer));
		});

		it(
			`${id} answers anything with one of four statuses, never with a throw, NaN or infinity`,
			() => {
				fc.assert(
					fc.property(fc.anything(), (input) => sound(method.compute(input))),
					{ numRuns: 300 },
				);
			},
			PATIENCE,
		);

		it(
			`${id} bears any two values of its example being replaced`,
			() => {
				const places = fc.constantFrom(...paths(method.example));
				fc.assert(
					fc.property(places, awkward, places, awkward, (first, value, second, other) => {
						sound(method.compute(planted(method.example, first, value)));
						sound(method.compute(planted(planted(method.example, second, other), first, value)));
					}),
					{ numRuns: 400 },
				);
			},
			PATIENCE,
		);

		it(
			`${id} bears its example with numbers at the ends of what a number can be, one, some or all of them`,
			() => {
				const some = fc.array(extreme, { minLength: 1, maxLength: 12 });
				fc.assert(
					fc.property(some, extreme, fc.nat(40), (each, all, single) => {
						sound(
							method.compute(
								withNumbers(method.example, (value, at) => each[at % each.length]?.(value) ?? value),
							),
						);
						sound(method.compute(withNumbers(method.example, all)));
						sound(
							method.compute(
								withNumbers(method.example, (value, at) => (at === single ? all(value) : value)),
							),
						);
					}),
					{ numRuns: 150 },
				);
			},
			PATIENCE,
		);
	}

	it('is asked for numbers it can have: the walk changes each number once and nothing else', () => {
		const example = { a: 1, b: [2, { c: 3, d: 'x' }, null], e: true };
		const places: number[] = [];
		const doubled = withNumbers(example, (value, place) => {
			places.push(place);
			return value * 2;
		});
		expect(doubled).toEqual({ a: 2, b: [4, { c: 6, d: 'x' }, null], e: true });
		expect(places).toEqual([0, 1, 2]);
	});
});
