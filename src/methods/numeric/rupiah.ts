/**
 * Money in whole rupiah. In JSON it is a whole number, or text of digits when it is larger than a double can hold
 * exactly; it is never a number with decimals.
 */
import type { Check } from './input-check.ts';
import { readFraction } from './fraction.ts';

/** A whole number of rupiah as it stands in JSON. */
export type Rupiah = number | string;

/** No village, province or state counts more digits of rupiah than this. */
const MOST_DIGITS = 30;
const digits = new RegExp(`^-?\\d{1,${MOST_DIGITS}}$`);

/** The amount, or null when it is not a whole number written exactly. */
export function readRupiah(value: unknown): bigint | null {
	if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
	return typeof value === 'string' && digits.test(value.trim()) ? BigInt(value.trim()) : null;
}

/** A number when a double holds it exactly, else text. */
export function writeRupiah(value: bigint): Rupiah {
	const number = Number(value);
	return Number.isSafeInteger(number) ? number + 0 : String(value);
}

/** Whole rupiah, below 0 allowed, or nothing. Reason `NOT_WHOLE_RUPIAH`. */
export const rupiah: Check = (value, at) =>
	value === null || value === undefined || readRupiah(value) !== null
		? null
		: { reason: 'NOT_WHOLE_RUPIAH', at };

/** Whole rupiah of 0 or more, or nothing. Reasons `NOT_WHOLE_RUPIAH`, `BELOW_ZERO`. */
export const rupiahAmount: Check = (value, at) => {
	const fault = rupiah(value, at);
	if (fault !== null || value === null || value === undefined) return fault;
	return (readRupiah(value) as bigint) < 0n ? { reason: 'BELOW_ZERO', at } : null;
};

/** A share or weight of 0 or more as number, decimals or fraction text, or nothing. Reasons `NOT_A_SHARE`, `BELOW_ZERO`. */
export const exactShare: Check = (value, at) => {
	if (value === null || value === undefined) return null;
	const share = readFraction(value);
	if (share === null) return { reason: 'NOT_A_SHARE', at };
	return share.numerator < 0n ? { reason: 'BELOW_ZERO', at } : null;
};
