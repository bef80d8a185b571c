/**
 * What invisible characters do to a cell: repaired here once for every reader, and counted so that the repair is told.
 */
import type { FileNote, FileNoteCode } from './codes.ts';

const zeroWidth = /[\u200B-\u200F\u2060\u2061\u2062\u2063\uFEFF\u202A-\u202E\u2066-\u2069]/g;
/** A soft hyphen shows only at a line's end, so white space after one is the line break it made. */
const softHyphen = /\u00AD\s*/g;
const lineBreak = /[ \t]*[\r\n\v\f\u0085\u2028\u2029]+[ \t]*/g;
const oddSpace = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const anyOdd = /[\u00A0\u00AD\u1680\u2000-\u200F\u2028-\u202F\u205F-\u2069\u3000\uFEFF\u0085\r\n\v\f]/;

/** Collects the repairs of one grid: one note per kind, with the first address and how many cells. */
export interface RepairLog {
	/** Counts one repair of this kind at this cell. */
	add(code: FileNoteCode, address: string): void;
	/** The notes so far, with `table` and `count` among their params. */
	notes(table: string): FileNote[];
}

/** An empty log. */
export function repairLog(): RepairLog {
	const seen = new Map<FileNoteCode, { first: string; count: number }>();
	return {
		add(code, address) {
			const entry = seen.get(code);
			if (entry) entry.count += 1;
			else seen.set(code, { first: address, count: 1 });
		},
		notes: (table) =>
			[...seen].map(([code, { first, count }]) => ({ code, address: first, params: { table, count } })),
	};
}

/**
 * The text of a cell without what nobody sees: zero-width characters and soft hyphens go, odd spaces become
 * plain ones, line breaks become one space. Ends are trimmed only around line breaks; labels are not touched
 * otherwise: matching them is the reader's task further on.
 */
export function cleanCellText(text: string, log?: RepairLog, address = ''): string {
	if (!anyOdd.test(text)) return text;
	let clean = text;
	const step = (pattern: RegExp, by: string, code: FileNoteCode) => {
		const next = clean.replace(pattern, by);
		if (next !== clean) log?.add(code, address);
		clean = next;
	};
	step(zeroWidth, '', 'ZERO_WIDTH_REMOVED');
	step(softHyphen, '', 'SOFT_HYPHENS_JOINED');
	clean = clean.replace(/^[\r\n]+|[\r\n]+$/g, '');
	step(lineBreak, ' ', 'LINE_BREAKS_JOINED');
	step(oddSpace, ' ', 'SPACES_REPLACED');
	return clean;
}
