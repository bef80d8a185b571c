/**
 * What stands around the digits of a number: sign, parentheses, `Rp`, `%`, `,-`, footnote marks, exponents,
 * scale words and units. Every loop here walks a text of at most 200 characters once; no regular expression has
 * nested repeats, so hostile input costs no time.
 */
import type { NumberNote, RefusalReason } from './number-reading.ts';
import { isRupiahUnit, isUnitText, scaleExponent } from './number-units.ts';

export interface Peeled {
	readonly ok: true;
	/** Digits, `.`, `,`, `'` and single spaces only. */
	readonly body: string;
	readonly negative: boolean;
	/** The sign stands apart from the number, as a list mark does. */
	readonly signApart: boolean;
	readonly rupiah: boolean;
	readonly percent: boolean;
	/** `5.000,-` ends with this decimal mark before the dash; empty without one. */
	readonly dashMark: '' | ',' | '.';
	readonly exponent: number | null;
	readonly scale: number;
	/** Powers of ten that the scale word may mean besides `scale`. */
	readonly otherScales: readonly number[];
	readonly scaleWord: string;
	readonly notes: readonly NumberNote[];
}

export interface NotPeeled {
	readonly ok: false;
	readonly empty?: true;
	readonly reason: RefusalReason;
	/** A text to read instead, whose readings are proposals. */
	readonly instead?: readonly string[];
	readonly notes?: readonly NumberNote[];
}

const refuse = (reason: RefusalReason, instead: readonly string[] = []): NotPeeled => ({
	ok: false,
	reason,
	instead,
});

const MINUS_SIGNS = '-\u2212\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d';
const SPACES =
	' \t\n\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';
const INVISIBLE = '\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad';
const APOSTROPHES = "'\u2018\u2019\u02bc\u00b4`";
const SUPERSCRIPTS = '\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u1d43\u1d47\u1d9c\u1d48';
const FOOTNOTE_SIGNS = `*\u2020\u2021\u00a7${SUPERSCRIPTS}`;

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';
const isLetter = (char: string | undefined): boolean =>
	char !== undefined && char.toLowerCase() !== char.toUpperCase();

/** Digits that other scripts and wide fonts use, as the ten we read; anything else unchanged. */
function plainDigit(char: string): string {
	const code = char.charCodeAt(0);
	for (const zero of [0xff10, 0x0660, 0x06f0]) {
		if (code >= zero && code <= zero + 9) return String(code - zero);
	}
	if (char === '\uff0c') return ',';
	if (char === '\uff0e') return '.';
	if (char === '\uff05') return '%';
	if (char === '\uff08') return '(';
	if (char === '\uff09') return ')';
	return char;
}

/** One space for every kind and run of spaces, `-` for every dash, `'` for every apostrophe, our ten digits. */
export function plainText(text: string): { readonly plain: string; readonly notes: readonly NumberNote[] } {
	let plain = '';
	let otherDigits = false;
	for (const char of text) {
		if (INVISIBLE.includes(char)) continue;
		if (SPACES.includes(char)) {
			if (!plain.endsWith(' ')) plain += ' ';
		} else if (MINUS_SIGNS.includes(char)) plain += '-';
		else if (APOSTROPHES.includes(char)) plain += "'";
		else {
			const digit = plainDigit(char);
			otherDigits ||= digit !== char && isDigit(digit);
			plain += digit;
		}
	}
	plain = plain.trim();
	// A spreadsheet's mark for "this is text".
	if (plain.startsWith("'")) plain = plain.slice(1);
	return { plain, notes: otherDigits ? [{ code: 'OTHER_DIGITS' }] : [] };
}

/** Takes footnote marks off the end: `*`, `¹`, `a)`, `1)` behind a space, `[2]`. A unit's `m²` is none. */
function withoutFootnotes(text: string): { rest: string; marks: string } {
	let rest = text;
	for (let round = 0; round < 6; round++) {
		const last = rest[rest.length - 1] as string;
		let cut = rest.length;
		if (FOOTNOTE_SIGNS.includes(last) && rest.length > 1) {
			const before = rest[rest.length - 2] as string;
			if (!SUPERSCRIPTS.includes(last) || !isLetter(before)) cut = rest.length - 1;
		} else if (last === ')' && !rest.includes('(')) {
			const mark = rest[rest.length - 2];
			const before = rest[rest.length - 3];
			if (isLetter(mark) && (isDigit(before) || before === ' ')) cut = rest.length - 2;
			else if (isDigit(mark) && before === ' ') cut = rest.length - 2;
		} else if (last === ']' && rest.length <= 200) {
			const open = rest.lastIndexOf('[');
			if (open > 0 && rest.length - open <= 4) cut = open;
		}
		if (cut === rest.length) break;
		rest = rest.slice(0, cut).trimEnd();
	}
	return { rest, marks: text.slice(rest.length).trim() };
}

interface Front {
	rest: string;
	negative: boolean;
	signs: number;
	signApart: boolean;
	parentheses: boolean;
	rupiah: boolean;
}

/** Sign, `Rp` and parentheses in any order: `-Rp 1.200`, `Rp -1.200`, `(Rp 1.200)`, `Rp (1.200)`. */
function peelFront(text: string): Front {
	const front: Front = {
		rest: text,
		negative: false,
		signs: 0,
		signApart: false,
		parentheses: false,
		rupiah: false,
	};
	for (let round = 0; round < 6; round++) {
		const { rest } = front;
		const first = rest[0];
		const currency = front.rupiah ? '' : (/^(?:rp\.?|idr)(?![a-z])/i.exec(rest)?.[0] ?? '');
		if (first === '-' || first === '+') {
			front.signs++;
			front.negative ||= first === '-';
			front.signApart ||= rest[1] === ' ';
			front.rest = rest.slice(1).trimStart();
		} else if (first === '(' && rest.endsWith(')') && rest.indexOf('(', 1) < 0) {
			front.parentheses = true;
			front.rest = rest.slice(1, -1).trim();
		} else if (currency !== '') {
			front.rupiah = true;
			front.rest = rest.slice(currency.length).trimStart();
		} else break;
	}
	return front;
}

/** `1.700,50 jt/bulan`: the digits with their marks, and what stands behind them. */
function splitHead(text: string): { body: string; tail: string; glued: boolean } {
	let end = 0;
	while (end < text.length && (isDigit(text[end]) || ".,' ".includes(text[end] as string))) end++;
	return { body: text.slice(0, end).trimEnd(), tail: text.slice(end), glued: isDigit(text[end - 1]) };
}

/** `E+05` at the start of a tail; null when there is none. */
function exponentOf(tail: string): { exponent: number; length: number } | null {
	const match = /^e([+-]?\d{1,4})(?![\da-z.,])/i.exec(tail);
	return match ? { exponent: Number(match[1]), length: match[0].length } : null;
}

interface Scale {
	word: string;
	exponent: number;
	others: readonly number[];
}

/** The scale word that opens a tail. `M`, `m` and `t` have several meanings; all are kept. */
function scaleOf(tail: string): Scale | null {
	let end = 0;
	while (isLetter(tail[end])) end++;
	const word = tail.slice(0, end);
	// `12 M2` is an area.
	if (isDigit(tail[end]) || SUPERSCRIPTS.includes(tail[end] ?? ' ')) return null;
	// `5 m/s`, `2 t/ha`: a letter before a slash is a unit.
	const alone = tail.slice(end).trim() === '';
	if (word === 'M') return { word, exponent: 9, others: [6] };
	if (word === 'm' && alone) return { word, exponent: 0, others: [9, 6] };
	if (word === 't' && alone) return { word, exponent: 0, others: [12] };
	if (word === 'T') return { word, exponent: 12, others: [] };
	const exponent = scaleExponent(word);
	return exponent === null ? null : { word, exponent, others: [] };
}

interface Tail {
	percent: boolean;
	rupiah: boolean;
	notes: NumberNote[];
	refusal: RefusalReason | null;
}

/** What is left behind the digits and the scale word: `%`, a unit, or something that is no number. */
function readTail(text: string): Tail {
	const tail = text.trim();
	const result: Tail = { percent: false, rupiah: false, notes: [], refusal: null };
	const name = tail.toLowerCase();
	if (tail === '' || tail === '.') result.refusal = tail === '' ? null : 'TRAILING_MARK';
	else if (name === '%' || name === 'persen' || name === 'percent') result.percent = true;
	else if (name.startsWith('%/') && isUnitText(tail.slice(1))) {
		// `1,5%/bulan`, a rate of interest.
		result.percent = true;
		result.notes.push({ code: 'UNIT_TEXT', params: { unit: tail } });
	} else if (tail === '-') result.refusal = 'TRAILING_MINUS';
	else if (isUnitText(tail)) {
		result.rupiah = isRupiahUnit(tail);
		if (!['rp', 'rp.', 'rupiah', 'idr'].includes(name)) {
			result.notes.push({ code: 'UNIT_TEXT', params: { unit: tail } });
		}
	} else result.refusal = Array.from(tail).some(isLetter) ? 'UNKNOWN_UNIT' : 'NOT_A_NUMBER';
	return result;
}

function refuseFront(front: Front, text: string): NotPeeled | null {
	if (front.signs + (front.parentheses ? 1 : 0) > 1) return refuse('TWO_SIGNS', [`-${front.rest}`]);
	if (front.rest === '') {
		if (text.includes('-')) {
			return {
				ok: false,
				empty: true,
				reason: 'NOT_A_NUMBER',
				notes: front.rupiah ? [{ code: 'DASH_AMOUNT' }] : [],
			};
		}
		return refuse('NOT_A_NUMBER');
	}
	const opening = front.rest[0] as string;
	if ('<>\u2264\u2265~\u2248\u00b1'.includes(opening)) {
		const amount = front.rest.slice(1).replace(/^=/, '').trim();
		return refuse('NOT_EXACT', isDigit(amount[0]) ? [amount] : []);
	}
	const foreign = /^(?:us\$|usd|rm|s\$|[$\u20ac\u00a3\u00a5])/i.exec(front.rest)?.[0];
	if (foreign) {
		const amount = front.rest.slice(foreign.length).trim();
		if (isDigit(amount[0])) return refuse('FOREIGN_CURRENCY', [amount]);
	}
	return null;
}

/**
 * Takes everything off a number but its digits and marks.
 * @param text from `plainText`, trimmed and not empty
 */
export function peel(text: string): Peeled | NotPeeled {
	const { rest, marks } = withoutFootnotes(text);
	const front = peelFront(rest);
	const refused = refuseFront(front, text);
	if (refused) return refused;
	const { body: head, tail: behind, glued } = splitHead(front.rest);
	if (!isDigit(head[0]) && !(isDigit(head[1]) && '.,'.includes(head[0] as string)))
		return refuse('NOT_A_NUMBER');

	// `5.000,-`: the mark belongs to the dash that stands for no sen.
	const ending = head[head.length - 1];
	const dashes = /^-{1,2}/.exec(behind)?.[0] ?? '';
	const dashMark = dashes !== '' && (ending === ',' || ending === '.') ? ending : '';
	const body = dashMark === '' ? head : head.slice(0, -1).trimEnd();
	let tail = dashMark === '' ? behind : behind.slice(dashes.length).trimStart();

	const power = dashMark === '' && glued ? exponentOf(tail) : null;
	if (power) tail = tail.slice(power.length);
	tail = tail.trimStart();
	const scale = power || dashMark !== '' ? null : scaleOf(tail);
	const last = readTail(scale ? tail.slice(scale.word.length) : tail);
	// `10⁵` may be a power or a ten with a footnote.
	if (body === '10' && SUPERSCRIPTS.includes(marks[0] ?? ' ')) return refuse('NOT_A_NUMBER', ['10']);
	if (last.refusal === 'TRAILING_MINUS') return refuse('TRAILING_MINUS', [`-${body}`, body]);
	if (last.refusal === 'NOT_A_NUMBER') return refuse('NOT_A_NUMBER');
	if (last.refusal) return refuse(last.refusal, [front.negative || front.parentheses ? `-${body}` : body]);
	const notes: NumberNote[] = [...last.notes];
	if (marks !== '') notes.push({ code: 'FOOTNOTE', params: { mark: marks } });
	if (front.parentheses) notes.push({ code: 'PARENTHESES_NEGATIVE' });
	if (power) notes.push({ code: 'SCIENTIFIC' });
	return {
		ok: true,
		body,
		negative: front.negative || front.parentheses,
		signApart: front.signApart && front.negative && !front.rupiah,
		rupiah: front.rupiah || last.rupiah,
		percent: last.percent,
		dashMark,
		exponent: power?.exponent ?? null,
		scale: scale?.exponent ?? 0,
		otherScales: scale?.others ?? [],
		scaleWord: scale?.word ?? '',
		notes,
	};
}
