/** One number of a form as the exact decimal text that a record keeps: `1.700,5` on an Indonesian page is `1700.5`. */
import { readNumber } from './number-reader.ts';
import type { NumberStyle } from './number-reading.ts';
import { writeNumber } from './number-writer.ts';

/** Null: it is no number of 0 or more, has two readings, or has more digits than a record keeps. */
export function readDecimalField(text: string, style: NumberStyle): string | null {
	const { status, value } = readNumber(text, { style });
	if (value === null || status !== 'ok') return null;
	if (value < 0 || value >= 1e12) return null;
	const plain = writeNumber(value, 'en', { min: 0, max: 6 }).replaceAll(',', '');
	return Number(plain) === value ? plain : null;
}

/**
 * Degrees of latitude or longitude. They have no groups of thousands, so a point and a comma are both the decimal mark:
 * `-7.398` and `-7,398` are one place, where another number of an Indonesian page would be 7398.
 */
export function readDegrees(text: string): string | null {
	const plain = text
		.trim()
		.replace(/^[\u2212\u2013]/, '-')
		.replace(/°$/, '')
		.replace(',', '.');
	return /^-?[0-9]{1,3}(\.[0-9]{1,12})?$/.test(plain) ? plain : null;
}
