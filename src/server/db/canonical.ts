/** One text for one value: keys in order, dates as ISO text. Hashes and receipts are made of it. */
import { createHash } from 'node:crypto';

/** What can be kept in a log and comes back the same. */
export type Plain =
	string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined };

function ordered(value: unknown): Plain {
	if (value === undefined || value === null) return null;
	if (value instanceof Date) return value.toISOString();
	if (typeof value === 'bigint') return value.toString();
	if (Array.isArray(value)) return value.map(ordered);
	if (typeof value === 'object') {
		const entries = Object.entries(value).filter(([, one]) => one !== undefined);
		entries.sort(([a], [b]) => (a < b ? -1 : 1));
		return Object.fromEntries(entries.map(([key, one]) => [key, ordered(one)]));
	}
	return value as string | number | boolean;
}

/** A record or an input as it is kept. */
export const plain = (value: unknown): Plain => ordered(value);

export const canonicalText = (value: unknown): string => JSON.stringify(ordered(value));

export const sha256 = (text: string | Uint8Array): Buffer => createHash('sha256').update(text).digest();
