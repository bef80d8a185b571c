/**
 * A Valibot schema as JSON Schema (draft-07), for programs in other languages. It knows the parts our own schemas are
 * made of and refuses any other, so that a part that would be lost in translation cannot slip in unseen.
 */
import type { GenericSchema } from 'valibot';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** One node of a Valibot schema, or one action of its pipe. */
interface Node {
	readonly type: string;
	readonly kind?: string;
	readonly entries?: Readonly<Record<string, Node>>;
	readonly item?: Node;
	readonly wrapped?: Node;
	readonly options?: readonly unknown[];
	readonly literal?: unknown;
	readonly requirement?: unknown;
	readonly description?: string;
	readonly pipe?: readonly Node[];
}

const actionKeyword: Readonly<Record<string, string>> = {
	min_value: 'minimum',
	max_value: 'maximum',
	gt_value: 'exclusiveMinimum',
	lt_value: 'exclusiveMaximum',
	min_entries: 'minProperties',
};

const lengthKeyword: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	min_length: { array: 'minItems', string: 'minLength' },
	max_length: { array: 'maxItems', string: 'maxLength' },
};

/** Allows null beside what a schema allows. */
function withNull(schema: JsonSchema): JsonSchema {
	const { description, ...rest } = schema;
	const told = description === undefined ? {} : { description };
	if (Array.isArray(rest.enum)) return { ...told, enum: [...(rest.enum as unknown[]), null] };
	if (typeof rest.type === 'string') return { ...rest, ...told, type: [rest.type, 'null'] };
	return { ...told, anyOf: [rest, { type: 'null' }] };
}

const mayBeLeftOut = (node: Node): boolean => node.type === 'optional' || node.type === 'nullish';

function objectSchema({ type, entries = {} }: Node): JsonSchema {
	const names = Object.keys(entries);
	const required = names.filter((name) => !mayBeLeftOut(entries[name] as Node));
	return {
		type: 'object',
		properties: Object.fromEntries(names.map((name) => [name, convert(entries[name] as Node)])),
		...(required.length > 0 ? { required } : {}),
		...(type === 'strict_object' ? { additionalProperties: false } : {}),
	};
}

function plain(node: Node): JsonSchema {
	switch (node.type) {
		case 'string':
		case 'number':
		case 'boolean':
			return { type: node.type };
		case 'picklist':
			return { enum: node.options };
		case 'literal':
			return { const: node.literal };
		case 'array':
			return { type: 'array', items: convert(node.item as Node) };
		case 'object':
		case 'strict_object':
		case 'loose_object':
			return objectSchema(node);
		case 'optional':
			return convert(node.wrapped as Node);
		case 'nullable':
		case 'nullish':
			return withNull(convert(node.wrapped as Node));
		case 'union':
			return { anyOf: (node.options as readonly Node[]).map(convert) };
		default:
			throw new Error(`no JSON Schema for a Valibot "${node.type}"`);
	}
}

function withAction(schema: JsonSchema, action: Node): JsonSchema {
	const keyword =
		actionKeyword[action.type] ?? lengthKeyword[action.type]?.[String((schema as { type?: string }).type)];
	if (keyword !== undefined) return { ...schema, [keyword]: action.requirement };
	if (action.type === 'integer') return { ...schema, type: 'integer' };
	if (action.type === 'description') return { ...schema, description: action.description };
	// JSON has no way to write a number that is not finite.
	if (action.type === 'finite') return schema;
	throw new Error(`no JSON Schema for the Valibot action "${action.type}"`);
}

function convert(node: Node): JsonSchema {
	if (node.pipe === undefined) return plain(node);
	const [first, ...actions] = node.pipe;
	// A pipe's first member is the schema itself, which may be a pipe of its own.
	const inner = (first as Node).pipe === undefined ? plain(first as Node) : convert(first as Node);
	return actions.reduce(withAction, inner);
}

/**
 * The draft-07 JSON Schema of a Valibot schema built from objects, lists, numbers, text, booleans, choices, unions
 * and their optional and nullable forms. Throws for any other part: that is a fault of the schema, not of an input.
 */
export function jsonSchema(schema: GenericSchema): JsonSchema {
	return { $schema: 'http://json-schema.org/draft-07/schema#', ...convert(schema as unknown as Node) };
}
