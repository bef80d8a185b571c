/**
 * Terbilang: an amount spelled out, for receipts, the echo of an ambiguous number and the keypad's spoken value.
 */
import { decimalDigits, positionalDigits, roundDigits } from '#methods/numeric/decimal-digits.ts';
import { writeNumber, type WriterLocale } from './number-writer.ts';

const ID_ONES = 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');
const EN_ONES =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' ',
	);
const EN_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const ID_SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun'];
const EN_SCALES = ['', 'thousand', 'million', 'billion', 'trillion'];

/** The first amount without a word of its own in everyday use: a thousand triliun. */
const BEYOND_WORDS = 1e15;

/** A double holds 15 decimal digits for certain; more would spell out binary noise. */
const CERTAIN_DIGITS = 15;

function belowThousandId(n: number): string {
	if (n < 12) return ID_ONES[n] as string;
	if (n < 20) return `${ID_ONES[n - 10]} belas`;
	const [unit, name] = n < 100 ? [10, 'puluh'] : [100, 'ratus'];
	const count = Math.floor(n / unit);
	const head = n >= 100 && count === 1 ? 'seratus' : `${ID_ONES[count]} ${name}`;
	return n % unit === 0 ? head : `${head} ${belowThousandId(n % unit)}`;
}

function belowThousandEn(n: number): string {
	if (n < 20) return EN_ONES[n] as string;
	if (n < 100) {
		const tens = EN_TENS[Math.floor(n / 10)] as string;
		return n % 10 === 0 ? tens : `${tens}-${EN_ONES[n % 10]}`;
	}
	const head = `${EN_ONES[Math.floor(n / 100)]} hundred`;
	return n % 100 === 0 ? head : `${head} ${belowThousandEn(n % 100)}`;
}

function wholeInWords(digits: string, locale: WriterLocale): string {
	const parts: string[] = [];
	for (let scale = Math.ceil(digits.length / 3) - 1; scale >= 0; scale--) {
		const end = digits.length - 3 * scale;
		const group = Number(digits.slice(Math.max(0, end - 3), end));
		if (group === 0) continue;
		// Only "seribu" contracts: a million is "satu juta".
		if (locale === 'id' && scale === 1 && group === 1) parts.push('seribu');
		else if (locale === 'id') parts.push(belowThousandId(group), ID_SCALES[scale] as string);
		else parts.push(belowThousandEn(group), EN_SCALES[scale] as string);
	}
	const words = parts.filter((part) => part !== '').join(' ');
	return words === '' ? (locale === 'id' ? 'nol' : 'zero') : words;
}

/**
 * A number in words: `seribu tujuh ratus`, `satu koma tujuh`, `minus lima`; decimals are read digit by digit.
 * @param value any number; from a thousand triliun on, and for what is not finite, the written digits come back
 *              because no reader has a word for them
 */
export function amountInWords(value: number, locale: WriterLocale): string {
	if (!Number.isFinite(value) || Math.abs(value) >= BEYOND_WORDS) return writeNumber(value, locale);
	const exact = decimalDigits(value);
	const excess = Math.max(0, exact.digits.length - CERTAIN_DIGITS);
	const { negative, digits, scale } = roundDigits(exact, exact.scale - excess, 'half-up');
	const { whole, fraction } = positionalDigits({ negative, digits, scale }, 0);
	let length = fraction.length;
	while (length > 0 && fraction[length - 1] === '0') length--;
	const ones = locale === 'id' ? ID_ONES : EN_ONES;
	const decimals = Array.from(fraction.slice(0, length), (digit) => ones[Number(digit)]);
	const point = locale === 'id' ? 'koma' : 'point';
	return [
		...(negative ? ['minus'] : []),
		wholeInWords(whole, locale),
		...(decimals.length > 0 ? [point, ...decimals] : []),
	].join(' ');
}
