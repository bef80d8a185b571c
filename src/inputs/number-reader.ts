/**
 * The number reader: one implementation for typing, paste, files and the command line.
 * It never guesses silently: a text with two readings is `ambiguous` and carries both, a text that breaks a rule is
 * `refused` and kept, with what was probably meant as a proposal.
 */
import { decimalDigits } from '#methods/numeric/decimal-digits.ts';
import { operatorsBetween, plainOperators, workOut, type Operand } from './number-arithmetic.ts';
import { readMarks, type Digits, type MarksReading } from './number-marks.ts';
import type {
	ColumnReading,
	NoteCode,
	NumberNote,
	NumberReading,
	NumberStyle,
	RefusalReason,
} from './number-reading.ts';
import { peel, plainText, type NotPeeled, type Peeled } from './number-wrapping.ts';
import { writeNumber } from './number-writer.ts';

export { fastNumber } from './fast-number.ts';

interface ReadOptions {
	/** The style the column has learnt: ambiguous patterns follow it. */
	readonly style?: NumberStyle;
	/** Whether `=50*1700` and `85000/50` are worked out: when typing, not in files. */
	readonly arithmetic?: boolean;
}

/** No printed number is longer; a text that is costs nothing more than its length. */
const LONGEST = 200;

const EMPTY_WORDS: ReadonlySet<string> = new Set([
	...[
		'',
		'n/a',
		'na',
		'n.a.',
		'n.a',
		'nan',
		'null',
		'none',
		'nil',
		'tidak ada',
		'tidak ada data',
		'tidak tersedia',
	],
	...['tak ada', 'kosong', 't.a.', 'ttd.', 'no data', 'not available', '\u2026'],
]);

type Candidate = { readonly value: number; readonly text: string };

function refusal(
	text: string,
	reason: RefusalReason,
	alternatives: readonly Candidate[] = [],
	notes: readonly NumberNote[] = [],
): NumberReading {
	return { status: 'refused', value: null, text, decimals: 0, style: null, alternatives, notes, reason };
}

function emptyReading(text: string, notes: readonly NumberNote[] = []): NumberReading {
	return { status: 'empty', value: null, text, decimals: 0, style: null, alternatives: [], notes };
}

function isEmptyText(plain: string): boolean {
	if (EMPTY_WORDS.has(plain.toLowerCase())) return true;
	return /^(?:-[- ]*|\.{2,}|_+)$/.test(plain);
}

/** Each value once, as it would be typed. */
function candidates(values: readonly (number | null)[], style: NumberStyle | undefined): Candidate[] {
	return [...new Set(values)]
		.filter((value): value is number => value !== null && Number.isFinite(value))
		.map((value) => ({ value, text: writeNumber(value, style ?? 'id') }));
}

/** The double of decimal digits, rounded once, never -0; null when it is too large, or so small that it would be 0. */
function toValue({ whole, fraction }: Digits, exponent: number, negative: boolean): number | null {
	const value = Number(`${whole}${fraction}e${exponent - fraction.length}`);
	if (!Number.isFinite(value)) return null;
	if (value === 0) return /[1-9]/.test(whole + fraction) ? null : 0;
	return negative ? -value : value;
}

/** Whether the double's own digits are not the written ones. */
function losesDigits({ whole, fraction }: Digits, value: number): boolean {
	if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return true;
	const written = `${whole}${fraction}`.replace(/^0+/, '');
	if (written.length <= 15) return false;
	const trimmed = (digits: string) => digits.replace(/0+$/, '');
	return trimmed(written) !== trimmed(decimalDigits(value).digits);
}

/** The reading of the marks, with what `Rp`, `,-` and an exponent say about them. */
function marksOf(peeled: Peeled, style: NumberStyle | undefined): MarksReading {
	const { body, dashMark } = peeled;
	const free = readMarks(body);
	if (!free.ok) return free;
	const thousands = free.other?.fraction === '' ? free.other : free.digits;
	const decimal = free.other && free.digits.fraction === '' ? free.other : free.digits;
	if (peeled.exponent !== null) {
		// Excel prints one digit before the mark and never groups: `1.234E+05` is 123400.
		if (decimal.fraction === '' && /\D/.test(body)) return { ok: false, reason: 'BAD_GROUPS', proposals: [] };
		const proven = body.includes(',') ? 'id' : body.includes('.') ? 'en' : null;
		return { ...free, digits: decimal, other: undefined, style: proven };
	}
	if (dashMark !== '') {
		if (thousands.fraction !== '') return { ok: false, reason: 'TWO_DECIMAL_MARKS', proposals: [thousands] };
		const proven = body.includes(dashMark) ? null : dashMark === ',' ? 'id' : 'en';
		const note: NumberNote[] = free.other ? [{ code: 'RUPIAH_THOUSANDS' }] : [];
		return { ...free, digits: thousands, other: undefined, style: proven, notes: [...free.notes, ...note] };
	}
	if (!free.other) return free;
	if (!peeled.rupiah || peeled.scaleWord !== '') return readMarks(body, style);
	if (style !== undefined) {
		// `Rp 1.500` in an English column: the column says 1.5, the rupiah says 1500. A person decides.
		const { digits } = readMarks(body, style) as { digits: Digits };
		return { ...free, digits, other: digits.fraction === '' ? undefined : thousands };
	}
	const certain = free.digits.fraction === '';
	const notes: NumberNote[] = [...free.notes, { code: 'RUPIAH_THOUSANDS' }];
	return { ...free, digits: thousands, other: certain ? undefined : decimal, notes };
}

/** The powers of ten to read with: the chosen one first. */
function scalesOf(peeled: Peeled, mantissa: number, style: NumberStyle | undefined) {
	const { scaleWord: word, scale, otherScales } = peeled;
	const notes: NumberNote[] = [];
	if (word === '') return { chosen: peeled.exponent ?? 0, others: [] as number[], notes };
	if (mantissa >= 1e6 && scale > 0 && mantissa >= 10 ** scale) {
		notes.push({ code: 'SCALE_WORD_DUPLICATED', params: { word } });
		return { chosen: 0, others: [scale], notes };
	}
	if (scale > 0) notes.push({ code: 'SCALE_WORD', params: { word } });
	// In a column that writes as Indonesians do, `M` is miliar.
	const others = word === 'M' && style === 'id' ? [] : [...otherScales];
	if (others.length > 0) notes.push({ code: 'SCALE_WORD_AMBIGUOUS', params: { word } });
	return { chosen: scale, others, notes };
}

function readPeeled(text: string, peeled: Peeled, style: NumberStyle | undefined): NumberReading {
	const marks = marksOf(peeled, style);
	const { negative } = peeled;
	if (!marks.ok) {
		const exponent = peeled.exponent ?? peeled.scale;
		const values = marks.proposals.map((digits) => toValue(digits, exponent, negative));
		return refusal(text, marks.reason, candidates(values, style), peeled.notes);
	}
	const { digits, other } = marks;
	const mantissa = toValue(digits, 0, false) ?? Infinity;
	const { chosen, others, notes: scaleNotes } = scalesOf(peeled, mantissa, style);
	const value = toValue(digits, chosen, negative);
	if (value === null) {
		const small = Number(`${digits.whole}.${digits.fraction}e${chosen}`) === 0;
		return refusal(text, small ? 'TOO_SMALL' : 'TOO_LARGE', [], peeled.notes);
	}
	const alternatives = candidates(
		[
			other ? toValue(other, chosen, negative) : null,
			...others.map((exponent) => toValue(digits, exponent, negative)),
			peeled.signApart && value !== 0 ? -value : null,
		],
		style,
	).filter((each) => each.value !== value);
	const dissents = style !== undefined && marks.style !== null && marks.style !== style;
	const expected: readonly NoteCode[] = style === 'en' ? ['DECIMAL_POINT', 'ENGLISH_FORMAT'] : [];
	const notes: NumberNote[] = [
		...marks.notes.filter(({ code }) => !expected.includes(code)),
		...scaleNotes,
		...peeled.notes,
	];
	if (peeled.signApart) notes.push({ code: 'SIGN_APART' });
	if (losesDigits(digits, value)) notes.push({ code: 'PRECISION' });
	if (dissents) notes.push({ code: 'STYLE_DISSENT' });
	return {
		status: alternatives.length > 0 ? 'ambiguous' : 'ok',
		value,
		text,
		decimals: Math.max(0, digits.fraction.length - chosen),
		...(peeled.percent ? { unit: '%' as const } : peeled.rupiah ? { unit: 'Rp' as const } : {}),
		style: marks.style,
		alternatives,
		notes,
	};
}

/** One number with what stands around it; no arithmetic, no ranges. */
function readSingle(text: string, plain: string, style: NumberStyle | undefined): NumberReading {
	const peeled = peel(plain);
	if (peeled.ok) return readPeeled(text, peeled, style);
	if (peeled.empty) return emptyReading(text, peeled.notes);
	return refusal(text, peeled.reason, insteadOf(peeled, style));
}

function insteadOf({ instead = [] }: NotPeeled, style: NumberStyle | undefined): Candidate[] {
	const values = instead.flatMap((each) => {
		const peeled = peel(each);
		if (!peeled.ok) return [];
		const reading = readPeeled(each, peeled, style);
		return [reading.value, ...reading.alternatives.map(({ value }) => value)];
	});
	return candidates(values, style);
}

function operandReader(style: NumberStyle | undefined): (operand: string) => Operand {
	return (operand) => {
		const reading = readSingle(operand, operand, style);
		if (reading.value === null) return { ok: false, reason: reading.reason ?? 'ARITHMETIC_SYNTAX' };
		if (reading.unit === '%') return { ok: false, reason: 'PERCENT_IN_ARITHMETIC' };
		if (reading.notes.some(({ code }) => code === 'UNIT_TEXT'))
			return { ok: false, reason: 'UNIT_IN_ARITHMETIC' };
		return { ok: true, value: reading.value, other: reading.alternatives[0]?.value ?? reading.value };
	};
}

/** 15 digits are certain in a double; `0.1+0.2` must show 0.3. */
function settled(value: number): number {
	return Number(value.toPrecision(15)) + 0;
}

function readArithmetic(text: string, plain: string, options: ReadOptions): NumberReading {
	const expression = plain.startsWith('=') ? plain.slice(1).trim() : plain;
	const result = workOut(expression, operandReader(options.style));
	if (!result.ok) return refusal(text, result.reason);
	const value = settled(result.value);
	const other = settled(result.other);
	if (!options.arithmetic) return refusal(text, 'ARITHMETIC', candidates([value, other], options.style));
	return {
		status: value === other ? 'ok' : 'ambiguous',
		value,
		text,
		decimals: Math.max(0, decimalDigits(value).scale),
		style: null,
		alternatives: value === other ? [] : candidates([other], options.style),
		notes: [{ code: 'ARITHMETIC', params: { expression } }],
	};
}

const DATES = [
	/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/,
	/^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:$|[ T])/,
	/^\d{1,2}:\d{2}(?::\d{2})?$/,
];

/** Dates, periods and ranges hold digits and signs but are not one number. */
function readSpan(
	text: string,
	plain: string,
	operators: string,
	style: NumberStyle | undefined,
): NumberReading | null {
	if (DATES.some((date) => date.test(plain))) return refusal(text, 'DATE');
	if (/^(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d$/.test(plain)) return refusal(text, 'PERIOD');
	if (operators !== '-') return null;
	const dash = plain.indexOf('-', 1);
	const ends = [plain.slice(0, dash), plain.slice(dash + 1)].map(
		(end) => readSingle(end, end.trim(), style).value,
	);
	return refusal(text, 'RANGE', candidates(ends, style));
}

/** Most cells of a file: digits and marks with nothing around them. They skip what the others need. */
const BARE = /^-?\d[\d.,]*$/;
const BARE_DATE = /^\d{1,2}\.\d{1,2}\.\d{4}$/;

function barePeeled(text: string): Peeled {
	const negative = text.startsWith('-');
	return {
		...{ ok: true, body: negative ? text.slice(1) : text, negative, signApart: false },
		...{ rupiah: false, percent: false, dashMark: '', exponent: null },
		...{ scale: 0, otherScales: [], scaleWord: '', notes: [] },
	};
}

/**
 * Reads one number as a person in Indonesia writes it: `1.430.744,00`, `1 430 744,00`, `Rp5.000,-`, `12,5%`, `1,5 jt`,
 * `(1.200)`, `59 kg`, and English `1,700.50`. The rules are those of the worksheet: of both marks the last is the
 * decimal mark; one group of exactly three digits behind a single mark is ambiguous and read the Indonesian way.
 *
 * @param text what was typed or stood in the cell; any string at all
 * @param options.style the column's style: ambiguous patterns follow it and are `ok`; a text that proves the other
 *                      style is read by its own proof with note `STYLE_DISSENT`
 * @param options.arithmetic works `=50*1700`, `2*30000` out; otherwise such text is refused with the result proposed
 * @returns never throws; `value` is finite or null; -0 is 0
 */
export function readNumber(text: string, options: ReadOptions = {}): NumberReading {
	if (text.length <= LONGEST && BARE.test(text) && !BARE_DATE.test(text)) {
		return readPeeled(text, barePeeled(text), options.style);
	}
	const trimmed = text.trim();
	if (trimmed.length > LONGEST) return refusal(text, 'TOO_LONG');
	const { plain, notes } = plainText(trimmed);
	if (isEmptyText(plain)) return emptyReading(text);
	if (plain.startsWith('#')) {
		return refusal(text, /^#+$/.test(plain) ? 'COLUMN_TOO_NARROW' : 'SPREADSHEET_ERROR');
	}
	const expression = plainOperators(plain);
	const typedFormula = expression.startsWith('=');
	const operators = typedFormula ? '' : operatorsBetween(expression);
	if (!typedFormula) {
		// An en dash between two numbers is a range even where arithmetic is allowed: no keyboard's minus is one.
		const subtracts = options.arithmetic && !/[\u2013\u2014]/.test(trimmed);
		const span = readSpan(text, plain, subtracts ? '' : operators, options.style);
		if (span) return span;
	}
	const reading =
		typedFormula || operators !== ''
			? readArithmetic(text, expression, options)
			: readSingle(text, plain, options.style);
	return notes.length > 0 ? { ...reading, notes: [...notes, ...reading.notes] } : reading;
}

/** Two cells that prove a style teach it to their column. */
const PROOFS_TO_LEARN = 2;

function learntStyle(id: number, en: number): NumberStyle | null {
	if (Math.max(id, en) < PROOFS_TO_LEARN || id === en) return null;
	return id > en ? 'id' : 'en';
}

/** `Rp 1.500` is no proof, but where nothing proves a style, two of them are enough to read `1.700` alike. */
function leaning(readings: readonly NumberReading[]): NumberStyle | null {
	const amounts = readings.filter(
		({ status, notes }) => status === 'ok' && notes.some(({ code }) => code === 'RUPIAH_THOUSANDS'),
	);
	return amounts.length >= PROOFS_TO_LEARN ? 'id' : null;
}

/**
 * Reads the numbers of one column (or row) together: once two cells prove a style the ambiguous ones follow it and
 * are `ok`. When cells prove both styles the majority wins and the others are `dissenters`.
 * @param options.style what the sheet has learnt elsewhere; it holds where the column itself proves nothing
 */
export function readColumn(texts: readonly string[], options: ReadOptions = {}): ColumnReading {
	const { style: known, ...rest } = options;
	const free = texts.map((text) => readNumber(text, rest));
	const id = free.filter(({ style }) => style === 'id').length;
	const en = free.filter(({ style }) => style === 'en').length;
	const style = learntStyle(id, en) ?? (id === en && id > 0 ? null : (known ?? null));
	const followed = style ?? (id + en === 0 ? leaning(free) : null);
	const readings =
		followed === null ? free : texts.map((text) => readNumber(text, { ...rest, style: followed }));
	const contrary = style === null ? (id > 0 && en > 0 ? 'en' : null) : style === 'id' ? 'en' : 'id';
	const dissenters = free.flatMap((reading, i) =>
		contrary !== null && reading.style === contrary ? [i] : [],
	);
	return { style: followed, evidence: { id, en }, readings, dissenters };
}

/** Further apart than this, a person is asked whether the number is meant. */
const FAR = 20;

/**
 * Plausibility beats style: how many times a value lies outside its neighbours' range, or null when it is within
 * 20 times. A price of 15 among 15.000 to 180.000 gives 1000; the ratio is above 20 whichever way it is off.
 * @param neighbours the same row's other products, or past values; zeros say nothing and are left out
 */
export function scaleDoubt(value: number, neighbours: readonly number[]): number | null {
	const sizes = neighbours.map(Math.abs).filter((size) => Number.isFinite(size) && size > 0);
	const size = Math.abs(value);
	if (sizes.length === 0 || !Number.isFinite(size) || size === 0) return null;
	const above = size / sizes.reduce((a, b) => Math.max(a, b));
	const below = sizes.reduce((a, b) => Math.min(a, b)) / size;
	const ratio = Math.max(above, below);
	return ratio > FAR && Number.isFinite(ratio) ? ratio : null;
}
