/**
 * Which paragraphs around a table belong to it: the caption and lines before, the source line after.
 */
import type { Grid } from '#inputs/grid.ts';

/** What a document holds, in order. */
export type Passage =
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'table'; readonly rows: Grid['rows'] };

const captionLine = /^\s*(tabel|table|lampiran|appendix)\s*[\dIVXivx]/i;
const sourceLine = /^\s*(sumber|source|keterangan|note|notes|catatan)\b/i;
const linesBefore = 3;
const longestName = 100;

/** Whether a line is a table's caption: `Tabel 5. Nilai tambah`. */
export function isCaptionLine(text: string): boolean {
	return captionLine.test(text) && text.length < 400;
}

/** Whether a line stands under a table: `Sumber: data primer`. */
export function isSourceLine(text: string): boolean {
	return sourceLine.test(text);
}

/**
 * The tables among the passages as grids. The caption is up to three filled paragraphs since the table before,
 * and lines right after it that begin with Sumber, Source or Keterangan. The name is the line `Tabel 5. ...`, else the table's
 * number among all tables (`first` is the number of the first); two of one name are told apart by ` (2)`.
 */
export function captionedGrids(passages: readonly Passage[], first = 1): Grid[] {
	const grids: Grid[] = [];
	const taken = new Map<string, number>();
	let before: string[] = [];
	passages.forEach((passage, index) => {
		if (passage.kind === 'paragraph') {
			const text = passage.text.trim();
			if (text !== '') before.push(text);
			return;
		}
		const after = linesAfter(passages, index);
		const lead = before.filter((line) => !isSourceLine(line)).slice(-linesBefore);
		const caption = [...lead, ...after].join('\n');
		const titled = lead.findLast(isCaptionLine);
		const name = titled ? titled.slice(0, longestName) : String(first + grids.length);
		const times = (taken.get(name) ?? 0) + 1;
		taken.set(name, times);
		grids.push({
			name: times > 1 ? `${name} (${times})` : name,
			rows: passage.rows,
			...(caption === '' ? {} : { caption }),
		});
		before = [];
	});
	return grids;
}

function linesAfter(passages: readonly Passage[], table: number): string[] {
	const lines: string[] = [];
	for (let index = table + 1; index < passages.length && lines.length < 2; index += 1) {
		const passage = passages[index];
		if (!passage || passage.kind === 'table') break;
		const text = passage.text.trim();
		if (text === '') continue;
		if (!isSourceLine(text)) break;
		lines.push(text);
	}
	return lines;
}
