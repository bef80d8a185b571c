/**
 * CSV of any length, row by row in batches: memory stays that of one chunk.
 */
import type { Problem } from '#inputs/problem.ts';
import { fileProblem } from './codes.ts';
import { declaredDelimiter, detectDelimiter, parseRows, type Delimiter } from './csv-rows.ts';
import { decodeWindows1252, markedEncoding, type TextEncodingName } from './decode-text.ts';

/** A row longer than this has lost its closing quote: it must not gather the rest of the file. */
const longestRow = 1024 * 1024;

interface CsvStreamOptions {
	/** Found from the first chunk when absent. */
	readonly delimiter?: Delimiter;
	/**
	 * Told of `CSV_QUOTE_UNCLOSED`, or `FILE_NOT_A_TABLE` for a row without end, at its row; the rows before it
	 * have come by then and no more follow.
	 */
	readonly onProblem?: (problem: Problem) => void;
}

/**
 * Yields batches of rows in order; row 1 of the file is the first row of the first batch (a line `sep=;` is left
 * out). Empty lines come as one empty field. UTF-8 (with or without mark), UTF-16 with a mark; bytes that are not
 * UTF-8 are read as Windows-1252 from there on.
 * A problem goes to `onProblem`; without that it is thrown, because losing the rest silently would be worse.
 */
export async function* csvRows(
	chunks: AsyncIterable<Uint8Array>,
	options: CsvStreamOptions = {},
): AsyncGenerator<string[][]> {
	const decode = chunkDecoder();
	let delimiter = options.delimiter ?? null;
	let started = false;
	let text = '';
	let rowsBefore = 0;
	const begin = () => {
		const declared = declaredDelimiter(text);
		if (declared) {
			text = text.slice(declared.length);
			rowsBefore = 1;
		}
		delimiter ??= declared?.delimiter ?? detectDelimiter(text).delimiter;
		started = true;
	};
	for await (const chunk of chunks) {
		text += decode(chunk, false);
		// The delimiter is judged on some text, not on the first few bytes of a slow source.
		if (!started && text.length < 4096) continue;
		if (!started) begin();
		const piece = parseRows(text, delimiter ?? ',', false);
		text = text.slice(piece.rest);
		rowsBefore += piece.rows.length;
		if (piece.rows.length > 0) yield piece.rows;
		if (text.length > longestRow) break;
	}
	const overlong = text.length > longestRow;
	if (!overlong) text += decode(new Uint8Array(0), true);
	if (!started) begin();
	if (text === '') return;
	const piece = parseRows(text, delimiter ?? ',', !overlong);
	if (piece.rows.length > 0) yield piece.rows;
	if (piece.openQuoteRow === null && !overlong) return;
	const at = { row: rowsBefore + piece.rows.length + 1 };
	const problem: Problem = {
		...(piece.openQuoteRow === null
			? fileProblem('FILE_NOT_A_TABLE', at, { kind: 'text' })
			: fileProblem('CSV_QUOTE_UNCLOSED', at)),
		content: text.slice(piece.rest, piece.rest + 200),
	};
	if (!options.onProblem) throw new Error(`${problem.code} row ${at.row}`);
	options.onProblem(problem);
}

/** Decodes chunk by chunk; a character cut by a chunk's end waits for the next. */
function chunkDecoder(): (chunk: Uint8Array, final: boolean) => string {
	let encoding: TextEncodingName | null = null;
	let held = new Uint8Array(0);
	let wide: TextDecoder | null = null;
	return (chunk, final) => {
		let bytes = chunk;
		if (held.length > 0) {
			bytes = new Uint8Array(held.length + chunk.length);
			bytes.set(held);
			bytes.set(chunk, held.length);
			held = new Uint8Array(0);
		}
		if (encoding === null) {
			if (bytes.length < 3 && !final) {
				held = bytes.slice();
				return '';
			}
			const marked = markedEncoding(bytes);
			encoding = marked?.encoding ?? 'utf-8';
			if (encoding !== 'utf-8') wide = new TextDecoder(encoding);
			bytes = bytes.subarray(marked?.skip ?? 0);
		}
		if (wide) return wide.decode(bytes, { stream: !final });
		if (encoding === 'windows-1252') return decodeWindows1252(bytes);
		const cut = final ? 0 : unfinishedTail(bytes);
		const whole = bytes.subarray(0, bytes.length - cut);
		held = bytes.slice(bytes.length - cut);
		try {
			return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole);
		} catch {
			encoding = 'windows-1252';
			held = new Uint8Array(0);
			return decodeWindows1252(bytes);
		}
	};
}

/** How many bytes at the end begin a UTF-8 character that is not complete. */
function unfinishedTail(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
		const byte = bytes[bytes.length - back] as number;
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) {
			const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
			return needed > back ? back : 0;
		}
	}
	return 0;
}
