import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { methods } from '#methods/index.ts';
import type { Method } from '#methods/method.ts';
import { methodSchemas } from './method-schemas.ts';

const all = Object.entries(methods) as unknown as [keyof typeof methodSchemas, Method<unknown, unknown>][];

/** What a method says of an input that is wrong in itself, whatever stands beside it. */
const ofItself = [
	'NOT_A_NUMBER',
	'NEGATIVE',
	'NOT_POSITIVE',
	'NOT_A_COUNT',
	'NOT_TEXT',
	'NOT_AN_OBJECT',
	'NOT_A_LIST',
	'UNKNOWN_CHOICE',
	'TOO_MANY',
];

function planted(example: unknown, path: readonly string[], value: unknown): unknown {
	const [first, ...rest] = path;
	if (first === undefined) return value;
	const changed = planted((example as Record<string, unknown>)[first], rest, value);
	if (Array.isArray(example)) return example.map((item, index) => (String(index) === first ? changed : item));
	return { ...(example as object), [first]: changed };
}

function paths(value: unknown, before: readonly string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [[...before]];
	return [[...before], ...Object.entries(value).flatMap(([key, item]) => paths(item, [...before, key]))];
}

const accepts = (id: keyof typeof methodSchemas, input: unknown): boolean =>
	v.safeParse(methodSchemas[id] as v.GenericSchema, input).success;

const awkward = fc.oneof(
	fc.constantFrom(null, undefined, 0, -1, NaN, Infinity, -Infinity, '1', '', [], {}, [null], true, 2.5),
	fc.anything(),
	fc.double(),
);

describe('schemas of method inputs', () => {
	for (const [id, method] of all) {
		it(`${id} accepts the example of its method`, () => {
			expect(v.safeParse(methodSchemas[id] as v.GenericSchema, method.example).issues).toBeUndefined();
		});

		it(`${id} lets nothing through that its method refuses for what it is`, () => {
			const places = paths(method.example);
			fc.assert(
				fc.property(fc.constantFrom(...places), awkward, (path, value) => {
					const input = planted(method.example, path, value);
					const { reason = '' } = method.compute(input);
					if (ofItself.includes(reason)) expect(accepts(id, input)).toBe(false);
				}),
				{ numRuns: 300 },
			);
			// Hundreds of random inputs on a busy machine take longer than a test usually may.
		}, 60_000);
	}

	it('point at the place that is wrong', () => {
		const { example } = methods['value-added-comparison'];
		const wrong = planted(example, ['products', '1', 'input', 'wage'], -1);
		const [issue] = v.safeParse(methodSchemas['value-added-comparison'], wrong).issues ?? [];
		expect(issue && v.getDotPath(issue)).toBe('products.1.input.wage');
	});

	it('refuse a misspelt option', () => {
		expect(accepts('hayami', { ...methods.hayami.example, otherInputScope: 'all-operating' })).toBe(false);
	});
});
