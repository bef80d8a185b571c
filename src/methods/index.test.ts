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
	}
});
