/**
 * Numbers as decimal text, rounded as spreadsheets round: on the decimal figure with 15 digits, half away from
 * zero, so that 1.005 becomes 1.01 and not 1.00 as binary arithmetic has it.
 */

interface Digits {
	/** Significant digits without a point. */
	digits: string;
	/** Where the point stands, counted from the first digit; may lie outside. */
	point: number;
}

function digitsOf(magnitude: number): Digits {
	const [mantissa = '0', exponent = '0'] = magnitude.toExponential(14).split('e');
	return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

/** A finite number with exactly so many decimals, with a point and no groups; `-0.00` is written `0.00`. */
export function fixedDecimals(value: number, decimals: number): string {
	const { digits, point } = digitsOf(Math.abs(value));
	const kept = point + decimals;
	let units: bigint;
	if (kept >= digits.length) units = BigInt(digits.padEnd(kept, '0'));
	else if (kept < 0) units = 0n;
	else units = BigInt(digits.slice(0, kept) || '0') + (Number(digits[kept]) >= 5 ? 1n : 0n);
	const text = units.toString().padStart(decimals + 1, '0');
	const whole = text.slice(0, text.length - decimals);
	const sign = value < 0 && units !== 0n ? '-' : '';
	return decimals > 0 ? `${sign}${whole}.${text.slice(text.length - decimals)}` : sign + whole;
}

/** A finite number in full, never with an exponent: 1e21 and 1e-7 are written out; shortest that reads back. */
export function plainDecimal(value: number): string {
	const text = String(value);
	const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
	if (!parts) return text;
	const [, sign = '', first = '0', rest = '', exponent = '0'] = parts;
	const digits = first + rest;
	const point = 1 + Number(exponent);
	if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
	return sign + digits.padEnd(point, '0');
}

/** Groups of three before the point: `1234567.5` with `.` and `,` becomes `1.234.567,5`. */
export function withMarks(plain: string, group: string, decimal: string): string {
	const [whole = '', fraction] = plain.split('.');
	const grouped = group === '' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
	return fraction === undefined ? grouped : grouped + decimal + fraction;
}
