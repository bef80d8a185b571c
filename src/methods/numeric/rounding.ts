/**
 * Rounding as it is done on paper: on the decimal digits a person sees, exact for every double.
 * A printed figure is judged by these (half-up first, then half-even, then truncation), and the writer uses them.
 *
 * In all four, `decimals` may be negative (`-3` rounds to thousands) and a fraction of it is dropped.
 * A finite number gives a finite number, never -0; what is not finite comes back as it came.
 */
import { decimalDigits, roundDigits, type Rounding } from './decimal-digits.ts';

/** Beyond these no double has digits left to drop or to keep. */
const MOST_DECIMALS = 400;

function rounded(value: number, decimals: number, rounding: Rounding): number {
	if (!Number.isFinite(value)) return value;
	const places = Number.isNaN(decimals)
		? 0
		: Math.min(MOST_DECIMALS, Math.max(-MOST_DECIMALS, Math.trunc(decimals)));
	if (places >= 0 && Number.isInteger(value)) return value + 0;
	const exact = decimalDigits(value);
	if (exact.scale <= places) return value + 0;
	const { negative, digits, scale } = roundDigits(exact, places, rounding);
	const result = Number(`${negative ? '-' : ''}${digits}e${-scale}`);
	// The largest doubles rounded up to a power of ten have no double: the value itself is the nearest answer.
	return Number.isFinite(result) ? result : value;
}

/**
 * Half away from zero, the rounding of Indonesian schoolbooks and of spreadsheets: 1.005 at 2 is 1.01, -2.5 at 0 is -3.
 */
export function roundHalfUp(value: number, decimals: number): number {
	return rounded(value, decimals, 'half-up');
}

/** Half to the even neighbour, as statistics packages print: 0.125 at 2 is 0.12, 2.5 at 0 is 2. */
export function roundHalfEven(value: number, decimals: number): number {
	return rounded(value, decimals, 'half-even');
}

/** Digits cut off, toward zero: 53.176 at 2 is 53.17, -1.29 at 1 is -1.2. */
export function truncateTo(value: number, decimals: number): number {
	return rounded(value, decimals, 'truncated');
}

/** Away from zero whenever a digit is dropped, as a spreadsheet's ROUNDUP: 48.01 at 0 is 49, -1.21 at 1 is -1.3. */
export function roundUp(value: number, decimals: number): number {
	return rounded(value, decimals, 'rounded-up');
}
