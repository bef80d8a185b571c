/**
 * Identity numbers in a text that others will keep: sixteen digits that read as a NIK (or as the number of a family card,
 * which is made the same way) are masked in place, so that nothing after them moves. An amount of sixteen digits is none.
 */
import { readNik } from '#methods/programme/nik.ts';

/** What a heading, or a label beside a figure, says of the numbers that belong to it. */
export type Sense = 'identity' | 'amount' | null;

const mark = '[ \\u00a0.\\u2010-\\u2015-]';
const pair = `\\d{2}${mark}?`;
/** Sixteen digits: together, in fours, or as the card means them (2-2-2-2-2-2-4, so 6-6-4 too). Thousands never fit. */
const sixteen = `(?:\\d{4}(?:${mark}\\d{4}){3}|(?:${pair}){6}\\d{4})`;
const numbers = new RegExp(`(?<![\\p{L}\\d])(?<!\\d[.])(?<!(?:^|\\D)0,)${sixteen}(?!\\d)(?!\\.\\d)`, 'gu');
/** As `maskInPlace` leaves them, and numbers under a heading of identity numbers that had too few or too many digits. */
const maskedNumbers = new RegExp(`\\d{4}${mark}?(?:\\*${mark}?){10}\\d{2}|\\*{14,}`, 'gu');

const identityWords =
	/(?<![\p{L}\d])(?:n\.?\s?i\.?\s?k|e-?ktp|ktp|kk|kartu\s+(?:tanda\s+penduduk|keluarga)|kependudukan|identitas|(?:no(?:mor)?\.?\s*)?induk|identity|id\s+card|national\s+id|family\s+card)(?![\p{L}\d])/iu;
const amountWords =
	/(?<![\p{L}\d])(?:rp|rupiah|idr|usd|juta|miliar|milyar|triliun|nilai|harga|jumlah|total|biaya|pendapatan|penerimaan|pengeluaran|pdrb|pdb|ad(?:hb|hk)|omzet|omset|modal|gaji|upah|saldo|anggaran|laba|amount|prices?|costs?|value|income|revenue|sum|gr?dp|balance|budget|wages?|million|billion|trillion)(?![\p{L}\d])/iu;
const moneyBefore = /(?:rp|idr|usd|\$)[.\s]*$/iu;

/** What the words of a heading say. One that speaks of money speaks of money, whatever else it names. */
export function senseOf(words: string): Sense {
	if (amountWords.test(words)) return 'amount';
	return identityWords.test(words) ? 'identity' : null;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/gu, '');
/** One point alone is a decimal mark: `12.34567890123456`. */
const isDecimal = (text: string): boolean => /^\d+\.\d+$/u.test(text);

export const looksLikeNik = (text: string): boolean =>
	!isDecimal(text) && readNik(digitsOf(text)).problems.length === 0;

/** The regency and the last two digits stay, and every mark between: the text keeps its length. */
export function maskInPlace(number: string): string {
	let place = 0;
	return number.replaceAll(/\d/gu, (digit) => {
		place += 1;
		return place > 4 && place < 15 ? '*' : digit;
	});
}

/** The text with the identity numbers in it masked. */
export function keptText(text: string): string {
	const found = text.match(numbers);
	if (found === null) return text;
	// Many figures of sixteen digits, most of which are no NIK: a table of amounts, in which a few look like one by chance.
	const amounts = found.filter(looksLikeNik).length * 2 < found.length;
	const says = identityWords.test(text);
	return text.replaceAll(numbers, (number, at: number) => {
		const before = text.slice(Math.max(0, at - 40), at);
		if (isDecimal(number) || moneyBefore.test(before)) return number;
		const named = senseOf(/[^\d\n]*$/u.exec(before)?.[0] ?? '') === 'identity';
		return named || (!amounts && (says || looksLikeNik(number))) ? maskInPlace(number) : number;
	});
}

/** How many masked identity numbers a sheet holds. */
export function maskedNumbersIn(content: unknown): number {
	if (typeof content === 'string') return content.match(maskedNumbers)?.length ?? 0;
	if (typeof content !== 'object' || content === null) return 0;
	return Object.values(content).reduce((sum: number, one) => sum + maskedNumbersIn(one), 0);
}
