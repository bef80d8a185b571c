/**
 * PostgreSQL's arrays of one dimension, told to the driver beforehand. Of its own accord it asks a new connection which
 * types are arrays, and a connection lost just then is an error that nobody can catch: it would end the process.
 */
import type { PostgresType } from 'postgres';

type Element = string | number | boolean | null;

/** Of a type: the number of its array, and what an element's text means. The numbers are fixed (PostgreSQL, pg_type.dat). */
const ELEMENTS: Readonly<Record<string, readonly [array: number, of: (text: string) => Element]>> = {
	bool: [1000, (text) => text === 't'],
	char: [1002, String],
	name: [1003, String],
	smallint: [1005, Number],
	integer: [1007, Number],
	text: [1009, String],
	varchar: [1015, String],
	bigint: [1016, String],
	oid: [1028, Number],
	date: [1182, String],
	numeric: [1231, String],
	uuid: [2951, String],
};

/** A quoted element with its escapes, or a bare one; NULL is nothing only when bare (PostgreSQL 18, section 8.15.6). */
const PIECE = /"((?:[^"\\]|\\.)*)"|([^{},]+)/gs;

/** Reads `{a,"b, c",NULL}`. Throws on an array of arrays, which none of our tables has. */
export function readArray(text: string, of: (element: string) => Element): Element[] {
	if (text.startsWith('{{') || text.startsWith('['))
		throw new RangeError('an array of more than one dimension');
	return [...text.matchAll(PIECE)].map(([, quoted, bare]) => {
		if (quoted !== undefined) return of(quoted.replace(/\\(.)/gs, '$1'));
		return bare === 'NULL' ? null : of(bare as string);
	});
}

/** Writes an array's text with every element in quotes, so that none of their signs means anything. */
const writeArray = (elements: readonly unknown[]): string =>
	`{${elements
		.map((element) => (element === null ? 'NULL' : `"${String(element).replace(/["\\]/g, '\\$&')}"`))
		.join(',')}}`;

/** For the driver's option `types`. A list that is written as text already is sent as it is. */
export const arrayTypes: Readonly<Record<string, PostgresType<Element[]>>> = Object.fromEntries(
	Object.entries(ELEMENTS).map(([name, [array, of]]) => [
		`${name}s`,
		{
			to: array,
			from: [array],
			serialize: (elements: unknown) => (Array.isArray(elements) ? writeArray(elements) : elements),
			parse: (text: string) => readArray(text, of),
		},
	]),
);
