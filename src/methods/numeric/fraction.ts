/**
 * Exact fractions of big integers. Shares such as 30 % or 1/3 are taken as the decimals or fractions a person wrote,
 * so that a harvest is divided without one rupiah lost to binary rounding.
 */

/** In lowest terms, the denominator above 0. */
export interface Fraction {
	readonly numerator: bigint;
	readonly denominator: bigint;
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function commonDivisor(left: bigint, right: bigint): bigint {
	let [a, b] = [absolute(left), absolute(right)];
	while (b !== 0n) [a, b] = [b, a % b];
	return a === 0n ? 1n : a;
}

/** `numerator / denominator` in lowest terms; a denominator of 0 is a fault of the caller and counts as 1. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
	if (denominator === 0n) return { numerator, denominator: 1n };
	const divisor = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
	return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };

export function addFractions(left: Fraction, right: Fraction): Fraction {
	return fraction(
		left.numerator * right.denominator + right.numerator * left.denominator,
		left.denominator * right.denominator,
	);
}

export function multiplyFractions(left: Fraction, right: Fraction): Fraction {
	return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Below 0 when left is the smaller, 0 when they are equal, above 0 otherwise. */
export function compareFractions(left: Fraction, right: Fraction): number {
	const difference = left.numerator * right.denominator - right.numerator * left.denominator;
	return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The largest whole number that is not above the fraction. */
export function floorFraction({ numerator, denominator }: Fraction): bigint {
	const quotient = numerator / denominator;
	return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** `7/20`, or `7` when whole: read back by `readFraction`. */
export function writeFraction({ numerator, denominator }: Fraction): string {
	return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

const decimal = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Beyond ten to this power a share or an amount is a slip, not a quantity. */
const MOST_ZEROS = 60;

function readDecimal(text: string): Fraction | null {
	const match = decimal.exec(text);
	if (match === null) return null;
	const [, sign, whole = '', part = '', exponent = '0'] = match;
	const zeros = Number(exponent) - part.length;
	if (Math.abs(zeros) > MOST_ZEROS) return null;
	const digits = BigInt(`${whole}${part}`) * (sign === '-' ? -1n : 1n);
	return zeros >= 0 ? fraction(digits * 10n ** BigInt(zeros)) : fraction(digits, 10n ** BigInt(-zeros));
}

/** A number by its shortest decimals, or text such as `33.3`, `1/3`, `100/3`; null when it is neither. */
export function readFraction(value: unknown): Fraction | null {
	if (typeof value === 'number') return Number.isFinite(value) ? readDecimal(String(value)) : null;
	if (typeof value !== 'string') return null;
	const [over, under, ...more] = value.trim().split('/');
	const numerator = readDecimal((over ?? '').trim());
	if (under === undefined || numerator === null) return numerator;
	const denominator = readDecimal(under.trim());
	if (denominator === null || denominator.numerator === 0n || more.length > 0) return null;
	return multiplyFractions(numerator, fraction(denominator.denominator, denominator.numerator));
}

/** The nearest double, for a trace; beyond the range of doubles it is not finite. */
export function fractionNumber({ numerator, denominator }: Fraction): number {
	if (numerator === 0n) return 0;
	const whole = numerator / denominator;
	const rest = numerator % denominator;
	const scale = 10n ** 18n;
	return Number(whole) + Number((rest * scale) / denominator) / 1e18;
}
