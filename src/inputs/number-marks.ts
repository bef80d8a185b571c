/**
 * What the points, commas, spaces and apostrophes between digits mean.
 * One group of exactly three digits behind a single mark fits two styles: both readings are handed back.
 */
import type { NumberNote, NumberStyle, RefusalReason } from './number-reading.ts';

/** Digits before and after the decimal mark; group marks are gone. */
export interface Digits {
	readonly whole: string;
	readonly fraction: string;
}

export type MarksReading =
	| {
			readonly ok: true;
			readonly digits: Digits;
			/** The second reading of an ambiguous pattern. */
			readonly other?: Digits;
			readonly style: NumberStyle | null;
			readonly notes: readonly NumberNote[];
	  }
	| { readonly ok: false; readonly reason: RefusalReason; readonly proposals: readonly Digits[] };

const refuse = (reason: RefusalReason, proposals: readonly Digits[] = []): MarksReading => ({
	ok: false,
	reason,
	proposals,
});

const decimalStyle = (mark: string): NumberStyle => (mark === ',' ? 'id' : 'en');
const groupStyle = (mark: string): NumberStyle => (mark === ',' ? 'en' : 'id');

function isDigit(char: string | undefined): boolean {
	return char !== undefined && char >= '0' && char <= '9';
}

/** `1.700,50` is runs `1`, `700`, `50` and marks `.`, `,`. Two marks in a row leave an empty run between them. */
function split(body: string): { runs: string[]; marks: string[] } {
	const runs: string[] = [];
	const marks: string[] = [];
	let start = 0;
	for (let i = 0; i < body.length; i++) {
		if (isDigit(body[i])) continue;
		runs.push(body.slice(start, i));
		marks.push(body[i] as string);
		start = i + 1;
	}
	runs.push(body.slice(start));
	return { runs, marks };
}

/** Thousands: a first group of one to three digits that is not 0, then groups of exactly three. */
function groupsByThree(runs: readonly string[]): boolean {
	const first = runs[0] ?? '';
	if (first.length < 1 || first.length > 3) return false;
	if (runs.length > 1 && first.startsWith('0')) return false;
	return runs.every((run, i) => i === 0 || run.length === 3);
}

/** Readings offered for a text that is not accepted: at most three, thousands before decimals. */
function proposalsFrom(body: string): Digits[] {
	const reading = readMarks(body);
	if (!reading.ok) return [];
	if (reading.other === undefined) return [reading.digits];
	return [reading.digits, reading.other].sort((a, b) => a.fraction.length - b.fraction.length);
}

function singleMark(mark: string, runs: readonly string[], style: NumberStyle | undefined): MarksReading {
	const [whole, fraction] = runs as [string, string];
	const decimal: Digits = { whole, fraction };
	// `.5` as statistics packages print it.
	if (whole === '' || fraction.length !== 3 || whole.length > 3 || whole === '0') {
		const proven = decimalStyle(mark);
		return {
			ok: true,
			digits: decimal,
			style: proven,
			notes: proven === 'en' ? [{ code: 'DECIMAL_POINT' }] : [],
		};
	}
	const thousands: Digits = { whole: whole + fraction, fraction: '' };
	const asDecimal = decimalStyle(mark) === (style ?? 'id');
	const digits = asDecimal ? decimal : thousands;
	if (style !== undefined) return { ok: true, digits, style: null, notes: [] };
	return { ok: true, digits, other: asDecimal ? thousands : decimal, style: null, notes: [] };
}

function oneKind(
	mark: string,
	runs: readonly string[],
	body: string,
	style: NumberStyle | undefined,
): MarksReading {
	if (runs.length === 2) return singleMark(mark, runs, style);
	if (groupsByThree(runs)) {
		const proven = groupStyle(mark);
		return {
			ok: true,
			digits: { whole: runs.join(''), fraction: '' },
			style: proven,
			notes: proven === 'en' ? [{ code: 'ENGLISH_FORMAT' }] : [],
		};
	}
	const joined: Digits = { whole: runs.join(''), fraction: '' };
	const last = runs[runs.length - 1] as string;
	const front = runs.slice(0, -1);
	// `1.234.5` has a decimal mark of the wrong kind; `1.70.000` lacks a digit; `12.34.56` suggests nothing.
	if (groupsByThree(front)) return refuse('BAD_GROUPS', [{ whole: front.join(''), fraction: last }, joined]);
	return refuse('BAD_GROUPS', last.length === 3 && !body.startsWith('0') ? [joined] : []);
}

function bothMarks(runs: readonly string[], marks: readonly string[], body: string): MarksReading {
	const decimalMark = marks[marks.length - 1] as string;
	if (marks.indexOf(decimalMark) !== marks.length - 1) {
		return refuse('TWO_DECIMAL_MARKS', proposalsFrom(body.slice(0, body.lastIndexOf(decimalMark))));
	}
	const front = runs.slice(0, -1);
	const digits: Digits = { whole: front.join(''), fraction: runs[runs.length - 1] as string };
	if (!groupsByThree(front)) return refuse('BAD_GROUPS', [digits]);
	const style = decimalStyle(decimalMark);
	return { ok: true, digits, style, notes: style === 'en' ? [{ code: 'ENGLISH_FORMAT' }] : [] };
}

/** Spaces and apostrophes only ever group; one point or comma may follow them as the decimal mark. */
function quietGroups(
	mark: string,
	runs: readonly string[],
	marks: readonly string[],
	body: string,
): MarksReading {
	const broken = (reason: RefusalReason) => refuse(reason, proposalsFrom(body.replaceAll(mark, '')));
	const last = marks[marks.length - 1] as string;
	const hasDecimals = last !== mark;
	const groupMarks = hasDecimals ? marks.slice(0, -1) : marks;
	const wrong: RefusalReason = mark === ' ' ? 'SPACE_INSIDE' : 'BAD_GROUPS';
	if (groupMarks.some((each) => each !== mark)) return broken(mark === ' ' ? wrong : 'MIXED_GROUP_MARKS');
	const front = hasDecimals ? runs.slice(0, -1) : runs;
	if (!groupsByThree(front)) return broken(wrong);
	return {
		ok: true,
		digits: { whole: front.join(''), fraction: hasDecimals ? (runs[runs.length - 1] as string) : '' },
		style: hasDecimals ? decimalStyle(last) : null,
		notes: [{ code: mark === ' ' ? 'SPACES_GROUP' : 'APOSTROPHES_GROUP' }],
	};
}

function emptyRuns(runs: readonly string[], marks: readonly string[], body: string): MarksReading | null {
	// Only a decimal mark may open a number, and only alone: `.5`.
	const opens =
		runs[0] === '' && marks.length === 1 && (marks[0] === '.' || marks[0] === ',') && runs[1] !== '';
	if (opens || !runs.includes('')) return null;
	if (marks.includes(' ')) return refuse('SPACE_INSIDE', proposalsFrom(body.replaceAll(' ', '')));
	const trailing = runs.indexOf('') === runs.length - 1;
	if (trailing) return refuse('TRAILING_MARK', proposalsFrom(body.slice(0, -1)));
	return refuse('MARKS_TOGETHER');
}

/**
 * Reads digits with their marks.
 * @param body only digits, `.`, `,`, `'` and single spaces; sign, currency and units are already off
 * @param style decides the ambiguous patterns, so that nothing comes back ambiguous; a text that proves its own
 *              style is read by its own proof all the same
 */
export function readMarks(body: string, style?: NumberStyle): MarksReading {
	const { runs, marks } = split(body);
	const plain = runs[0] as string;
	if (marks.length === 0) {
		const padded = plain.length > 1 && plain.startsWith('0');
		return {
			ok: true,
			digits: { whole: plain, fraction: '' },
			style: null,
			notes: padded ? [{ code: 'LEADING_ZEROS' }] : [],
		};
	}
	const empty = emptyRuns(runs, marks, body);
	if (empty) return empty;
	const spaces = marks.includes(' ');
	const apostrophes = marks.includes("'");
	if (spaces && apostrophes) return refuse('MIXED_GROUP_MARKS');
	if (spaces || apostrophes) return quietGroups(spaces ? ' ' : "'", runs, marks, body);
	if (plain.length > 1 && plain.startsWith('0')) {
		let zeros = 0;
		while (zeros < plain.length - 1 && plain[zeros] === '0') zeros++;
		return refuse('LEADING_ZEROS', proposalsFrom(body.slice(zeros)));
	}
	if (marks.includes('.') && marks.includes(',')) return bothMarks(runs, marks, body);
	return oneKind(marks[0] as string, runs, body, style);
}
