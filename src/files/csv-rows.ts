/**
 * The grammar of delimited text, for whole files and for streams. Source: RFC 4180, read leniently: a quote opens
 * a quoted field only at the field's start, and what follows a closing quote is kept.
 */

export type Delimiter = ',' | ';' | '\t' | '|';

interface CsvPiece {
	readonly rows: string[][];
	/** Where the first row that is not finished begins; the text's length when all are. */
	readonly rest: number;
	/** The row (counted from 0 in this piece) whose quote is never closed. */
	readonly openQuoteRow: number | null;
}

/**
 * Splits text into rows. With `final` false a last row without its line break is left as `rest`, because more may
 * come. An empty line is a row of one empty field, so that row numbers stay those of the file.
 */
export function parseRows(text: string, delimiter: Delimiter, final: boolean): CsvPiece {
	if (!text.includes('"')) return parsePlain(text, delimiter, final);
	const rows: string[][] = [];
	let row: string[] = [];
	let rowStart = 0;
	let at = 0;
	while (at < text.length) {
		let field: string;
		if (text[at] === '"') {
			const quoted = readQuoted(text, at);
			if (!quoted) return { rows, rest: rowStart, openQuoteRow: rows.length };
			const end = fieldEnd(text, quoted.end, delimiter);
			field = quoted.value + text.slice(quoted.end, end);
			at = end;
		} else {
			const end = fieldEnd(text, at, delimiter);
			field = text.slice(at, end);
			at = end;
		}
		row.push(field);
		if (at >= text.length) break;
		if (text[at] === delimiter) {
			at += 1;
			// A delimiter at the very end of the text opens one more, empty, field.
			if (at >= text.length) row.push('');
			continue;
		}
		// A carriage return that ends the text may be half of a line break.
		if (text[at] === '\r' && at + 1 >= text.length && !final) break;
		at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
		rows.push(row);
		row = [];
		rowStart = at;
	}
	if (row.length > 0 && final) {
		rows.push(row);
		rowStart = text.length;
	}
	return { rows, rest: rowStart, openQuoteRow: null };
}

/** Without a quote every line break ends a row: native splitting is several times faster. */
function parsePlain(text: string, delimiter: Delimiter, final: boolean): CsvPiece {
	// A lone carriage return ends a row only in files that know no other line break.
	const oldMac = !text.includes('\n') && text.includes('\r') && final;
	const mark = oldMac ? '\r' : '\n';
	const last = text.lastIndexOf(mark) + 1;
	const end = final ? text.length : last;
	if (end === 0) return { rows: [], rest: 0, openQuoteRow: null };
	const lines = text.slice(0, text[end - 1] === mark ? end - 1 : end).split(mark);
	const rows = lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line).split(delimiter));
	return { rows, rest: end, openQuoteRow: null };
}

function readQuoted(text: string, start: number): { value: string; end: number } | null {
	let from = start + 1;
	let close = text.indexOf('"', from);
	if (close < 0) return null;
	if (text[close + 1] !== '"') return { value: text.slice(from, close), end: close + 1 };
	const pieces: string[] = [];
	while (text[close + 1] === '"') {
		pieces.push(text.slice(from, close + 1));
		from = close + 2;
		close = text.indexOf('"', from);
		if (close < 0) return null;
	}
	pieces.push(text.slice(from, close));
	return { value: pieces.join(''), end: close + 1 };
}

/** Where an unquoted stretch ends. Sticky search, because three indexOf calls would each run to the file's end. */
function fieldEnd(text: string, start: number, delimiter: Delimiter): number {
	const pattern = fieldEnds[delimiter];
	pattern.lastIndex = start;
	const match = pattern.exec(text);
	return match ? match.index : text.length;
}

const fieldEnds: Readonly<Record<Delimiter, RegExp>> = {
	',': /[,\r\n]/g,
	';': /[;\r\n]/g,
	'\t': /[\t\r\n]/g,
	'|': /[|\r\n]/g,
};

/** Likeliest first where several fit: commas also stand inside numbers and sentences. */
const candidates: readonly Delimiter[] = ['\t', ';', '|', ','];

interface DelimiterGuess {
	readonly delimiter: Delimiter;
	/** Share of filled rows that have the usual number of columns, when that is more than one; else 0. */
	readonly share: number;
	/** Another delimiter that fits as well; the guess should then be shown. */
	readonly other: Delimiter | null;
}

/** Finds the delimiter that gives the most rows one and the same number of columns. */
export function detectDelimiter(text: string): DelimiterGuess {
	const sample = text.slice(0, 64 * 1024);
	const guesses = candidates.map((delimiter) => ({ delimiter, share: consistency(sample, delimiter) }));
	const fitting = guesses.filter((guess) => guess.share >= 0.75);
	const best = fitting[0] ?? guesses.reduce((left, right) => (right.share > left.share ? right : left));
	if (best.share === 0) return { delimiter: ',', share: 0, other: null };
	const other = fitting.find((guess) => guess !== best)?.delimiter ?? null;
	return { ...best, other };
}

function consistency(sample: string, delimiter: Delimiter): number {
	if (!sample.includes(delimiter)) return 0;
	const piece = parseRows(sample, delimiter, sample.length < 64 * 1024);
	const rows = piece.rows.slice(0, 200).filter((row) => row.some((field) => field.trim() !== ''));
	if (rows.length === 0) return 0;
	const counts = new Map<number, number>();
	for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
	const [columns, times] = [...counts].reduce((left, right) => (right[1] > left[1] ? right : left));
	return columns > 1 ? times / rows.length : 0;
}

/** The delimiter a first line `sep=;` names, as Excel writes it, and how long that line is. */
export function declaredDelimiter(text: string): { delimiter: Delimiter; length: number } | null {
	const match = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r|$)/i.exec(text.slice(0, 16));
	return match ? { delimiter: match[1] as Delimiter, length: match[0].length } : null;
}
