import type { NumberStyle } from './number-reading.ts';

/** Powers of ten that a double holds exactly: dividing by one rounds once, as reading the decimal text does. */
const POWERS = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));

/** With at most 15 digits the integer is exact, so the one division gives the same double as the slow reader. */
const MOST_DIGITS = 15;

const ZERO = 48;
const POINT = 46;
const COMMA = 44;
const MINUS = 45;

/**
 * The number in a text of a known style, for streaming millions of rows: plain digits, an optional `-`, one decimal
 * mark and group marks of that style. No regular expression, no allocation.
 * @returns NaN when anything else stands there (spaces, `Rp`, the other style, many digits, leading zeros): then
 *          `readNumber(text, { style })` decides. When it is not NaN, `readNumber` answers `ok` with the same value.
 */
export function fastNumber(text: string, style: NumberStyle): number {
	const length = text.length;
	if (length === 0 || length > 24) return NaN;
	const decimalMark = style === 'id' ? COMMA : POINT;
	const groupMark = style === 'id' ? POINT : COMMA;
	const start = text.charCodeAt(0) === MINUS ? 1 : 0;
	const first = text.charCodeAt(start);
	const second = text.charCodeAt(start + 1);
	if (first === ZERO && start + 1 < length && second !== decimalMark) return NaN;
	let mantissa = 0;
	let digits = 0;
	let sinceMark = 0;
	let groups = 0;
	let decimals = -1;
	for (let i = start; i < length; i++) {
		const code = text.charCodeAt(i);
		if (code >= ZERO && code <= ZERO + 9) {
			mantissa = mantissa * 10 + (code - ZERO);
			digits++;
			sinceMark++;
			if (decimals >= 0) decimals++;
		} else if (code === groupMark) {
			if (decimals >= 0 || (groups === 0 ? sinceMark === 0 || sinceMark > 3 : sinceMark !== 3)) return NaN;
			groups++;
			sinceMark = 0;
		} else if (code === decimalMark) {
			if (decimals >= 0 || sinceMark === 0 || (groups > 0 && sinceMark !== 3)) return NaN;
			decimals = 0;
			sinceMark = 0;
		} else return NaN;
	}
	if (digits === 0 || digits > MOST_DIGITS || sinceMark === 0) return NaN;
	if (decimals < 0 && groups > 0 && sinceMark !== 3) return NaN;
	const value = decimals > 0 ? mantissa / (POWERS[decimals] as number) : mantissa;
	return start === 1 && value !== 0 ? -value : value;
}
