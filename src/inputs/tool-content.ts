/**
 * What every quick tool says about the thing it holds: how it begins, how stored or received data is read, and what it
 * is called in a list. Texts are kept as typed; a number is read when it is used.
 */
export const toolIds = [
	'value-added',
	'table-check',
	'decision',
	'livelihood',
	'region',
	'sharing',
	'flow',
	'tree',
	'eligibility',
	'codebook',
] as const;

export type ToolId = (typeof toolIds)[number];

export interface ToolContent<Content> {
	readonly tool: ToolId;
	/** Raised when an older shape can no longer be read by `read` alone. */
	readonly version: number;
	/** A new sheet with nothing typed. */
	empty(): Content;
	/** Stored, received or pasted data as content; null when it is none. Never throws: an address can hold anything. */
	read(value: unknown): Content | null;
	/** The name in a list; empty when nothing names it yet. */
	title(content: Content): string;
	/** True when nothing was typed, so that there is nothing to keep. */
	blank(content: Content): boolean;
}

const longestText = 200;

/** A text of a received record, cut at `longest` characters; empty for anything else. */
export function textFrom(value: unknown, longest = longestText): string {
	return typeof value === 'string' ? value.slice(0, longest) : '';
}

/** A received value as a record; empty for anything else. */
export function recordFrom(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}

/** The first `most` entries of a received list, each read by `read`; empty for anything else. */
export function listFrom<Value>(value: unknown, most: number, read: (entry: unknown) => Value): Value[] {
	return Array.isArray(value) ? value.slice(0, most).map(read) : [];
}

/** A received value when it is one of those allowed, else `otherwise`. */
export function choiceFrom<Value extends string>(
	value: unknown,
	allowed: readonly Value[],
	otherwise: Value,
): Value {
	return allowed.includes(value as Value) ? (value as Value) : otherwise;
}
