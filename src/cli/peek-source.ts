/** Looks at the beginning of a source: a row-wise cost table streams, everything else is read whole. */
import { declaredDelimiter, detectDelimiter, parseRows } from '#files/csv-rows.ts';
import type { Delimiter } from '#files/csv-rows.ts';
import { Failure } from './call.ts';
import { readCostHeader } from './cost-rows.ts';
import type { CostHeader } from './cost-rows.ts';
import { mostBytes, openSource, readSource } from './read-source.ts';
import type { SourceBytes } from './read-source.ts';

export interface PeekedRows {
	/** What was read so far: the heading and at least some rows, or everything. */
	readonly beginning: Uint8Array;
	/** What comes after it. */
	readonly rest: AsyncIterator<Uint8Array>;
	readonly delimiter: Delimiter;
	readonly header: CostHeader;
	readonly name: string;
}

const ENOUGH = 64 * 1024;
/** A title or a note may stand above the heading. */
const MOST_LINES_ABOVE = 10;

/** Whether the source streams row by row. */
export function isPeekedRows(peeked: PeekedRows | SourceBytes): peeked is PeekedRows {
	return 'header' in peeked;
}

/** The heading of a row-wise table in the first lines of a text, if it has one. */
export function headerIn(text: string): { delimiter: Delimiter; header: CostHeader } | null {
	const declared = declaredDelimiter(text);
	const body = declared ? text.slice(declared.length) : text;
	const lines = body.split(/\r\n|\n|\r/, MOST_LINES_ABOVE);
	for (const delimiter of declared ? [declared.delimiter] : delimitersFor(body)) {
		for (const line of lines) {
			const [cells] = parseRows(line, delimiter, true).rows;
			const header = cells ? readCostHeader(cells) : null;
			if (header) return { delimiter, header };
		}
	}
	return null;
}

/** The delimiter that fits the whole text, then the others: a title line above the heading may mislead the guess. */
function delimitersFor(text: string): readonly Delimiter[] {
	const best = detectDelimiter(text).delimiter;
	return [best, ...([';', '\t', ',', '|'] as const).filter((other) => other !== best)];
}

/** Reads the beginning; fails when the source is missing, cannot be read, or is too large to be read whole. */
export async function peekSource(typed: string): Promise<PeekedRows | SourceBytes> {
	const streams = typed === '-' || /\.(csv|tsv|tab|txt)$/i.test(typed);
	if (!streams) return readSource(typed);
	const source = await openSource(typed);
	const iterator = source[Symbol.asyncIterator]();
	const first: Uint8Array[] = [];
	let length = 0;
	try {
		while (length < ENOUGH) {
			const next = await iterator.next();
			if (next.done) break;
			first.push(next.value);
			length += next.value.length;
		}
	} catch (error) {
		const reason = String((error as NodeJS.ErrnoException).code ?? error);
		throw new Failure([{ code: 'FILE_NOT_READABLE', at: { file: typed }, params: { reason } }]);
	}
	const name = typed === '-' ? 'stdin' : typed;
	const beginning = Buffer.concat(first);
	const text = new TextDecoder('utf-8').decode(beginning.subarray(0, ENOUGH));
	// Text without a zero byte: an .xlsx named .csv is read by its content.
	// Lines that end with a carriage return alone come from old programs: those tables are short.
	const streamable = !beginning.subarray(0, 4096).includes(0) && beginning.includes(10);
	const found = streamable ? headerIn(text) : null;
	if (found) return { ...found, beginning, rest: iterator, name };
	for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
		first.push(next.value);
		length += next.value.length;
		if (length > mostBytes) {
			throw new Failure([{ code: 'FILE_TOO_LARGE', at: { file: name }, params: { limit: mostBytes } }]);
		}
	}
	return { bytes: Buffer.concat(first), name, kind: typed === '-' ? 'stdin' : 'file' };
}
