import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { jsonSchema } from './json-schema.ts';
import { methodSchemas } from './method-schemas.ts';

const bare = (schema: v.GenericSchema) => {
	const { $schema, ...rest } = jsonSchema(schema);
	expect($schema).toBe('http://json-schema.org/draft-07/schema#');
	return rest;
};

describe('JSON Schema of a Valibot schema', () => {
	it('names plain types, choices and lists', () => {
		expect(bare(v.string())).toEqual({ type: 'string' });
		expect(bare(v.boolean())).toEqual({ type: 'boolean' });
		expect(bare(v.picklist(['a', 'b']))).toEqual({ enum: ['a', 'b'] });
		expect(bare(v.literal(1))).toEqual({ const: 1 });
		expect(bare(v.array(v.number()))).toEqual({ type: 'array', items: { type: 'number' } });
		expect(bare(v.union([v.string(), v.number()]))).toEqual({
			anyOf: [{ type: 'string' }, { type: 'number' }],
		});
	});

	it('carries limits and descriptions, also from a pipe inside a pipe', () => {
		const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
		expect(bare(v.pipe(amount, v.description('rupiah')))).toEqual({
			type: 'number',
			minimum: 0,
			description: 'rupiah',
		});
		expect(bare(v.pipe(v.number(), v.integer(), v.gtValue(0), v.ltValue(9)))).toEqual({
			type: 'integer',
			exclusiveMinimum: 0,
			exclusiveMaximum: 9,
		});
		expect(bare(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(3)))).toMatchObject({
			minItems: 1,
			maxItems: 3,
		});
		expect(bare(v.pipe(v.string(), v.maxLength(3)))).toEqual({ type: 'string', maxLength: 3 });
	});

	it('tells what may be left out from what may be null', () => {
		const schema = v.object({
			must: v.number(),
			left: v.optional(v.number()),
			none: v.nullable(v.number()),
			both: v.nullish(v.picklist(['a'])),
			deep: v.nullable(v.union([v.string(), v.number()])),
		});
		expect(bare(schema)).toEqual({
			type: 'object',
			properties: {
				must: { type: 'number' },
				left: { type: 'number' },
				none: { type: ['number', 'null'] },
				both: { enum: ['a', null] },
				deep: { anyOf: [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, { type: 'null' }] },
			},
			required: ['must', 'none', 'deep'],
		});
		expect(bare(v.strictObject({})).additionalProperties).toBe(false);
	});

	it('refuses a part it cannot say, instead of leaving it out', () => {
		expect(() => jsonSchema(v.date())).toThrow('date');
		expect(() => jsonSchema(v.pipe(v.string(), v.email()))).toThrow('email');
	});

	it('can say every method input', () => {
		for (const schema of Object.values(methodSchemas)) {
			const { type, properties, additionalProperties } = jsonSchema(schema);
			expect([type, additionalProperties]).toEqual(['object', false]);
			expect(JSON.parse(JSON.stringify(properties))).toEqual(properties);
		}
		const { properties, required } = jsonSchema(methodSchemas.hayami);
		expect(required).toEqual(['rawMaterial']);
		expect((properties as Record<string, unknown>).wage).toEqual({
			type: ['number', 'null'],
			minimum: 0,
			description: 'row 7, rupiah per unit of labour',
		});
	});
});
