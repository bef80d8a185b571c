/**
 * Single cells of a list of people or enterprises, read as a person meant them. Nothing is guessed in silence: what has
 * no certain reading is a fault, and Excel's own losses (the last figures of a NIK, the nought before a phone number) are
 * told or mended.
 */
import { readDay, writeDay } from '#methods/numeric/calendar-day.ts';
import type { GridCell } from './grid.ts';
import type { FaultCode } from './intake-finding.ts';

export type CellReading<Value> =
	| { readonly value: Value; readonly fault?: undefined }
	| { readonly fault: FaultCode; readonly params?: Readonly<Record<string, string | number>> };

const EMPTY_WORDS: ReadonlySet<string> = new Set([
	...['-', '--', '---', '.', '..', 'n/a', 'na', 'n.a.', 'nihil', 'null', 'none', 'nil', 'kosong', '?'],
	...[
		'tidak ada',
		'tdk ada',
		'tidak tahu',
		'tdk tahu',
		'belum ada',
		'blm ada',
		'no data',
		'\u2013',
		'\u2014',
	],
]);

/** A spreadsheet's own error in a cell. */
export const isCellError = (text: string): boolean =>
	/^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|#+)$/i.test(text.trim());

/**
 * The apostrophe that keeps a spreadsheet from taking figures for a number, or a text behind white space or in wide signs for
 * a formula: our own files have it, and people type it. (Before a plain formula the reader of CSV takes it away.)
 */
const GUARD = /^['\u2019](?=[+(]?[\d\u2022][\d\u2022\s().+/-]*$|\s+[=+\-@]|\s*[\uff1d\uff0b\uff0d\uff20])/;

/** What stands in a cell, on one line and without signs that no database keeps. */
export function cellText(cell: GridCell | undefined): string {
	if (cell === undefined) return '';
	if (cell.number !== undefined && Number.isSafeInteger(cell.number)) return String(cell.number);
	return (
		cell.text
			.replace(GUARD, '')
			// eslint-disable-next-line no-control-regex -- these are what is taken out
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
			.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
			.replace(/\s+/g, ' ')
			.trim()
	);
}

/** A text, or null where somebody wrote a dash or "tidak ada". */
export function textOrNothing(text: string): string | null {
	return text === '' || EMPTY_WORDS.has(text.toLowerCase()) ? null : text;
}

const figuresOnly = (text: string): string => text.replace(/[\s.\-\u2010-\u2015'\u2019`]/g, '');

/** A NIK as our own exports show it: most of its figures are dots, so there is nothing to take in. */
export const isMaskedNik = (text: string): boolean =>
	/^[\d\u2022]{16}$/.test(text) && text.includes('\u2022');

/** `3,51517E+15`: what Excel shows of sixteen figures that it took for a number. */
const SCIENTIFIC = /^\d([.,]\d+)?E\+?\d+$/i;

/**
 * A NIK as its figures; whether they can be a NIK is asked by the caller. A stored number keeps fifteen figures: a
 * sixteenth that is 0 may have been anything, so it is a fault, and another one shows that nothing was lost.
 */
export function readNikCell(cell: GridCell | undefined): CellReading<string | null> {
	const text = cellText(cell);
	if (textOrNothing(text) === null) return { value: null };
	if (SCIENTIFIC.test(text)) return { fault: 'NIK_MANGLED' };
	const figures = figuresOnly(text);
	const { number } = cell ?? {};
	if (number !== undefined && (!Number.isSafeInteger(number) || (figures.length === 16 && number % 10 === 0)))
		return { fault: 'NIK_MANGLED' };
	if (isMaskedNik(text)) return { value: null };
	if (/[^0-9]/.test(figures)) return { fault: 'NIK_NOT_DIGITS' };
	if (figures.length !== 16) return { fault: 'NIK_LENGTH', params: { count: figures.length } };
	return { value: figures };
}

/** A phone number as text. The nought or the 62 that Excel took away comes back where a mobile number says which. */
export function readPhoneCell(cell: GridCell | undefined): CellReading<string | null> & { restored?: true } {
	const text = cellText(cell).replace(/^['\u2019`]/, '');
	if (textOrNothing(text) === null || text === '0') return { value: null };
	if (SCIENTIFIC.test(text)) return { fault: 'PHONE_FORM' };
	if (/\p{L}/u.test(text.replace(/^(hp|wa|tel[pf]?|no)\b[.:\s]*/i, ''))) return { fault: 'PHONE_LETTERS' };
	const plain = text.replace(/^(hp|wa|tel[pf]?|no)\b[.:\s]*/i, '').replace(/[\u2010-\u2015]/g, '-');
	if (/[/;,&]/.test(plain)) return { fault: 'PHONE_TWO' };
	const figures = plain.replace(/\D/g, '');
	if (/[^0-9+() .-]/.test(plain) || figures.length < 6 || plain.length > 25) return { fault: 'PHONE_FORM' };
	if (/^8\d{7,11}$/.test(figures) && /^8/.test(plain)) return { value: `0${plain}`, restored: true };
	if (/^628\d{7,11}$/.test(figures) && /^6/.test(plain)) return { value: `+${plain}`, restored: true };
	return { value: plain };
}

const SEXES: Readonly<Record<string, 'female' | 'male'>> = Object.fromEntries([
	...['l', 'lk', 'lki', 'laki', 'lakilaki', 'pria', 'm', 'male', 'man', 'cowok', 'bapak'].map((word) => [
		word,
		'male',
	]),
	...['p', 'pr', 'prp', 'pmp', 'perempuan', 'wanita', 'w', 'f', 'female', 'woman', 'cewek', 'ibu'].map(
		(word) => [word, 'female'],
	),
]) as Record<string, 'female' | 'male'>;

/** L/P, Lk/Pr, laki-laki/perempuan, M/F. */
export function readSexCell(cell: GridCell | undefined): CellReading<'female' | 'male' | null> {
	const text = cellText(cell);
	if (textOrNothing(text) === null) return { value: null };
	const found = SEXES[text.toLowerCase().replace(/[^a-z]/g, '')];
	return found !== undefined && /^[a-z\s.-]+$/i.test(text) ? { value: found } : { fault: 'SEX_UNREADABLE' };
}

const MONTHS = [
	['januari', 'jan', 'january'],
	['februari', 'feb', 'pebruari', 'peb', 'february'],
	['maret', 'mar', 'mrt', 'march'],
	['april', 'apr'],
	['mei', 'may'],
	['juni', 'jun', 'june'],
	['juli', 'jul', 'july'],
	['agustus', 'agu', 'agt', 'ags', 'agst', 'aug', 'august'],
	['september', 'sep', 'sept'],
	['oktober', 'okt', 'oct', 'october'],
	['november', 'nov', 'nop', 'nopember'],
	['desember', 'des', 'dec', 'december'],
] as const;

const monthOf = (word: string): number =>
	MONTHS.findIndex((names) => (names as readonly string[]).includes(word.toLowerCase())) + 1;

/** 85 is 1985 and 05 is 2005: nobody in a list is born in a year to come. */
function fullYear(text: string, today: string): number {
	const year = Number(text);
	if (text.length !== 2) return year;
	return year <= Number(today.slice(2, 4)) ? 2000 + year : 1900 + year;
}

interface DateParts {
	readonly year: number;
	/** 0 when only the year is told. */
	readonly month: number;
	readonly day: number;
}

function dateParts(text: string, today: string): DateParts | null {
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
	if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
	const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
	if (figures)
		return { year: fullYear(figures[3] ?? '', today), month: Number(figures[2]), day: Number(figures[1]) };
	const named = /^(?:(\d{1,2})[-/. ]+)?([a-z]+)\.?[-/., ]+(\d{4}|\d{2})$/i.exec(text);
	const month = named === null ? 0 : monthOf(named[2] ?? '');
	if (named && month > 0) return { year: fullYear(named[3] ?? '', today), month, day: Number(named[1] ?? 1) };
	return /^(1[89]|2[01])\d\d$/.test(text) ? { year: Number(text), month: 0, day: 0 } : null;
}

/** Days of a spreadsheet: 1 is the first of January 1900, and it believes that 1900 was a leap year. */
const SERIAL_START = readDay('1899-12-30') as number;

/**
 * The year of a birth: a date in figures or words, with or without the place before it (`Sidoarjo, 17 Agustus 1985`), a
 * year alone, or the day number of a spreadsheet. A date that the calendar does not have is a fault, and so is one to come.
 */
export function readBirthCell(cell: GridCell | undefined, today: string): CellReading<number | null> {
	const text = cellText(cell);
	if (textOrNothing(text) === null) return { value: null };
	const { number } = cell ?? {};
	const serial = number !== undefined && Number.isInteger(number) && number > 2200 && number < 80_000;
	const written = serial ? (writeDay(SERIAL_START + number) ?? text) : text;
	const parts = dateParts(written.replace(/^[^0-9]*?,\s*(?=\d)/, ''), today);
	if (parts === null) return { fault: 'DATE_UNREADABLE' };
	const { year, month, day } = parts;
	const two = (value: number) => String(value).padStart(2, '0');
	const iso = month === 0 ? `${year}-01-01` : `${year}-${two(month)}-${two(day)}`;
	if (readDay(iso) === null) return { fault: 'DATE_IMPOSSIBLE', params: { text: written.slice(0, 40) } };
	if (iso > today) return { fault: 'DATE_IN_FUTURE', params: { text: written.slice(0, 40) } };
	return year < 1900 ? { fault: 'DATE_TOO_EARLY', params: { year } } : { value: year };
}
