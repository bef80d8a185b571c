/**
 * Numbers as a person reads them, in Indonesian or English. Nothing here asks Intl: its answers differ between
 * machines and versions (`Rp 4.079` for 4078.64), and a report must print the same everywhere.
 */
import { decimalDigits, positionalDigits, roundDigits } from '#methods/numeric/decimal-digits.ts';
import { roundHalfUp } from '#methods/numeric/rounding.ts';

export type WriterLocale = 'id' | 'en';

/** Exactly so many decimals, or as many as the number has between two bounds. */
export type Decimals = number | { readonly min: number; readonly max: number };

/** `screen` sets a no-break space; `eyd` is the official spelling of documents, without one. */
export type AmountSpelling = 'screen' | 'eyd';

const MINUS = '\u2212';
const NO_BREAK = '\u00a0';

/** What stands for a number that is not there or not finite. Methods never return one; a slip must not print `NaN`. */
const NO_NUMBER = '\u2013';

/** A double holds 15 decimal digits for certain; later ones are the noise of 0.1 + 0.2. */
const CERTAIN_DIGITS = 15;

const MOST_DECIMALS = 30;

function grouped(whole: string, mark: string): string {
	let text = whole.slice(-3);
	for (let end = whole.length - 3; end > 0; end -= 3) {
		text = whole.slice(Math.max(0, end - 3), end) + mark + text;
	}
	return text;
}

function bounds(value: number, decimals: Decimals | undefined): { min: number; max: number } {
	if (decimals === undefined) {
		const size = Math.abs(value);
		// A small number keeps its leading zeros and 15 digits behind them: never a silent 0.
		const leadingZeros = size > 0 && size < 1 ? Math.max(0, -Math.floor(Math.log10(size)) - 1) : 0;
		const wholeDigits = size < 1 ? 0 : positionalDigits(decimalDigits(Math.trunc(size)), 0).whole.length;
		const room = CERTAIN_DIGITS + leadingZeros - wholeDigits;
		return { min: 0, max: Math.max(0, room) };
	}
	const { min, max } = typeof decimals === 'number' ? { min: decimals, max: decimals } : decimals;
	const count = (n: number) => Math.min(MOST_DECIMALS, Math.max(0, Math.trunc(n) || 0));
	return { min: count(min), max: Math.max(count(min), count(max)) };
}

/**
 * A number with group marks and the locale's decimal mark: `−1.234,50` in Indonesian, `−1,234.50` in English.
 * Halves go away from zero on the decimal text, so 2.675 at two decimals is `2,68`. The minus is U+2212; a number
 * that rounds to zero has none. Without `decimals` all digits a double surely holds are written.
 * @param value a finite number; anything else is written as an en dash
 */
export function writeNumber(value: number, locale: WriterLocale, decimals?: Decimals): string {
	if (!Number.isFinite(value)) return NO_NUMBER;
	const { min, max } = bounds(value, decimals);
	const rounded = roundDigits(decimalDigits(value), max, 'half-up');
	const { whole, fraction } = positionalDigits(rounded, min);
	let length = fraction.length;
	while (length > min && fraction[length - 1] === '0') length--;
	const [group, mark] = locale === 'id' ? ['.', ','] : [',', '.'];
	const sign = rounded.negative ? MINUS : '';
	return `${sign}${grouped(whole, group)}${length > 0 ? mark + fraction.slice(0, length) : ''}`;
}

function unsigned(text: string): { sign: string; digits: string } {
	return text.startsWith(MINUS) ? { sign: MINUS, digits: text.slice(1) } : { sign: '', digits: text };
}

/**
 * An amount of rupiah: `Rp 4.078,64` on screen (U+00A0), `Rp4.078,64` in documents (EYD); a loss is `−Rp 1.200`.
 * @param options.decimals 0 when absent: whole rupiah
 */
export function writeRupiah(
	value: number,
	locale: WriterLocale,
	options: { readonly decimals?: Decimals; readonly spelling?: AmountSpelling } = {},
): string {
	if (!Number.isFinite(value)) return NO_NUMBER;
	const { sign, digits } = unsigned(writeNumber(value, locale, options.decimals ?? 0));
	return `${sign}Rp${options.spelling === 'eyd' ? '' : NO_BREAK}${digits}`;
}

/**
 * A percentage, given in percent (53.17, not 0.5317): `53,17 %` on an Indonesian screen (U+00A0), `53,17%` by EYD
 * and `53.17%` in English.
 * @param options.decimals 2 when absent
 */
export function writePercent(
	value: number,
	locale: WriterLocale,
	options: { readonly decimals?: Decimals; readonly spelling?: AmountSpelling } = {},
): string {
	if (!Number.isFinite(value)) return NO_NUMBER;
	const space = locale === 'id' && options.spelling !== 'eyd' ? NO_BREAK : '';
	return `${writeNumber(value, locale, options.decimals ?? 2)}${space}%`;
}

type Scale = readonly [exponent: number, id: string, en: string];

/** Powers of ten and their words, largest first. */
const SCALES: readonly Scale[] = [
	[12, 'triliun', 'trillion'],
	[9, 'miliar', 'billion'],
	[6, 'jt', 'million'],
	[3, 'rb', 'thousand'],
];

/**
 * A number short enough for a sentence or an axis: `6,1 jt`, `367 miliar`, `6.1 million`. One decimal below 100,
 * none above; below ten thousand the number itself with at most two decimals.
 */
export function writeCompact(value: number, locale: WriterLocale): string {
	if (!Number.isFinite(value)) return NO_NUMBER;
	if (Math.abs(value) < 10_000) return writeNumber(value, locale, { min: 0, max: 2 });
	const index = SCALES.findIndex(([exponent]) => Math.abs(value) >= 10 ** exponent);
	let scale = SCALES[index] as Scale;
	const scaled = value / 10 ** scale[0];
	let shown = roundHalfUp(scaled, Math.abs(scaled) < 100 ? 1 : 0);
	// 999,950 rounds to a thousand thousands: it is written with the next word, 1 million.
	if (Math.abs(shown) >= 1000 && index > 0) {
		shown /= 1000;
		scale = SCALES[index - 1] as Scale;
	}
	return `${writeNumber(shown, locale)}${NO_BREAK}${locale === 'id' ? scale[1] : scale[2]}`;
}
