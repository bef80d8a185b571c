/**
 * The decimal digits of a double, as a person would write them: the shortest text that names the double.
 * Rounding and writing work on these digits, not on the binary value, because a table's author saw `1.005`
 * and not 1.00499999999999989.
 */

/** `digits / 10^scale`, with the sign apart. `digits` has no leading zeros; zero is `'0'`. */
interface DecimalDigits {
	readonly negative: boolean;
	readonly digits: string;
	/** Decimals that the digits hold; negative when zeros follow them (`1e21` is `'1'` with scale -21). */
	readonly scale: number;
}

/** How digits are dropped. `half-up` and `rounded-up` go away from zero, so that -x rounds as x does. */
export type Rounding = 'half-up' | 'half-even' | 'truncated' | 'rounded-up';

/**
 * The shortest decimal digits of a finite number.
 * @param value any finite number; for others the digits are those of 0
 */
export function decimalDigits(value: number): DecimalDigits {
	if (!Number.isFinite(value)) return { negative: false, digits: '0', scale: 0 };
	const text = String(Math.abs(value));
	const e = text.indexOf('e');
	const mantissa = e < 0 ? text : text.slice(0, e);
	const exponent = e < 0 ? 0 : Number(text.slice(e + 1));
	const point = mantissa.indexOf('.');
	const joined = point < 0 ? mantissa : mantissa.slice(0, point) + mantissa.slice(point + 1);
	let start = 0;
	while (start < joined.length - 1 && joined[start] === '0') start++;
	return {
		negative: value < 0,
		digits: joined.slice(start),
		scale: (point < 0 ? 0 : mantissa.length - point - 1) - exponent,
	};
}

function goesUp(kept: string, dropped: string, rounding: Rounding): boolean {
	const first = dropped.charCodeAt(0) - 48;
	let restIsZero = true;
	for (let i = 1; i < dropped.length && restIsZero; i++) restIsZero = dropped[i] === '0';
	if (rounding === 'truncated') return false;
	if (rounding === 'rounded-up') return first > 0 || !restIsZero;
	if (first !== 5 || !restIsZero) return first >= 5;
	return rounding === 'half-up' || (kept.charCodeAt(kept.length - 1) - 48) % 2 === 1;
}

/**
 * Digits with at most `decimals` decimals (negative: tens, hundreds).
 * Digits that are already short enough come back as they are.
 */
export function roundDigits(exact: DecimalDigits, decimals: number, rounding: Rounding): DecimalDigits {
	const drop = exact.scale - decimals;
	if (drop <= 0) return exact;
	const padded = exact.digits.padStart(drop + 1, '0');
	const kept = padded.slice(0, padded.length - drop);
	const up = goesUp(kept, padded.slice(padded.length - drop), rounding);
	const digits = (BigInt(kept) + (up ? 1n : 0n)).toString();
	return { negative: exact.negative && digits !== '0', digits, scale: decimals };
}

/** The digits before and after the decimal mark, the latter padded with zeros to `decimals`; no sign, no grouping. */
export function positionalDigits(
	{ digits, scale }: DecimalDigits,
	decimals: number,
): { readonly whole: string; readonly fraction: string } {
	if (scale <= 0) {
		const whole = digits === '0' ? '0' : digits + '0'.repeat(-scale);
		return { whole, fraction: '0'.repeat(Math.max(0, decimals)) };
	}
	const padded = digits.padStart(scale + 1, '0');
	return {
		whole: padded.slice(0, padded.length - scale),
		fraction: padded.slice(padded.length - scale).padEnd(decimals, '0'),
	};
}
