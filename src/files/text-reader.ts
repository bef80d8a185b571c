/**
 * A table as it is pasted from a PDF, a document or a message.
 */
import { cellAddress, type GridCell, type Workbook } from '#inputs/grid.ts';
import { done, failed, type Outcome } from '#inputs/problem.ts';
import { cleanCellText, repairLog, type RepairLog } from './cell-text.ts';
import { fileProblem, type FileNote } from './codes.ts';
import { parseRows } from './csv-rows.ts';
import { textGrid } from './docx-reader.ts';
import { captionedGrids, isCaptionLine, isSourceLine, type Passage } from './table-captions.ts';
import { splitColumns } from './text-columns.ts';

const mostLines = 200_000;

/**
 * Reads every table in a text. Blank lines and lines `Tabel 5. ...` part tables; prose becomes captions and the
 * grid `text`. Notes: `COLUMNS_UNSURE` {table, count} with the first address where columns could also be others; the
 * repairs of cell text. Errors: `FILE_EMPTY`, `NO_TABLE_INSIDE` {format}, `SHEET_TOO_LARGE` {limit}.
 */
export function readText(text: string, source = 'text'): Outcome<Workbook> {
	const lines = textLines(text.startsWith('\uFEFF') ? text.slice(1) : text);
	if (lines.every((line) => line.trim() === '')) return failed(fileProblem('FILE_EMPTY', { file: source }));
	if (lines.length > mostLines) {
		return failed(fileProblem('SHEET_TOO_LARGE', { file: source }, { limit: mostLines }));
	}
	const log = repairLog();
	const passages: Passage[] = [];
	const unsure = new Map<Passage, number[]>();
	for (const block of blocksOf(lines)) readBlock(block, passages, unsure, log);

	const tables = captionedGrids(passages);
	if (tables.length === 0)
		return failed(fileProblem('NO_TABLE_INSIDE', { file: source }, { format: 'text' }));
	const notes: FileNote[] = log.notes(source);
	passages
		.filter((passage) => passage.kind === 'table')
		.forEach((passage, index) => {
			const rows = unsure.get(passage);
			const first = rows?.[0];
			if (!rows || first === undefined) return;
			const params = { table: tables[index]?.name ?? '', count: rows.length };
			notes.push({ code: 'COLUMNS_UNSURE', address: cellAddress(first, 0), params });
		});
	const prose = passages.flatMap((passage) => (passage.kind === 'paragraph' ? [passage.text] : []));
	const grids = prose.length > 0 ? [...tables, textGrid(prose)] : tables;
	return done({ source, format: 'text', grids, notes });
}

/** Lines; a line break inside a quoted field, as spreadsheets copy it, does not end one. */
function textLines(text: string): string[] {
	const usual = text.replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n');
	if (/(?:^|\t)"[^"\t\n]*\n/m.test(usual) && usual.includes('\t')) {
		const piece = parseRows(usual, '\t', true);
		if (piece.openQuoteRow === null) {
			return piece.rows.map((row) => row.map((field) => field.replaceAll(/[\t\n]+/g, ' ')).join('\t'));
		}
	}
	return usual.split('\n');
}

/** A line of tabs only is an empty row of a sheet, not the space between two tables. */
const isBlank = (line: string) => line.trim() === '' && !line.includes('\t');

function blocksOf(lines: readonly string[]): string[][] {
	const groups: string[][] = [];
	let group: string[] = [];
	for (const line of lines) {
		if (isBlank(line)) {
			if (group.length > 0) groups.push(group);
			group = [];
		} else group.push(line);
	}
	if (group.length > 0) groups.push(group);
	// Messages often have a blank line after every line: then blank lines part nothing.
	const single = groups.filter((lines) => lines.length === 1).length;
	const spaced = groups.length >= 4 && single >= groups.length * 0.8;
	const joined = spaced ? [groups.flat()] : groups;
	return joined.flatMap(splitAtCaptions);
}

function splitAtCaptions(group: readonly string[]): string[][] {
	const parts: string[][] = [[]];
	for (const line of group) {
		const current = parts.at(-1) ?? [];
		if (isCaptionLine(line) && !line.includes('\t') && current.length > 0) parts.push([line]);
		else current.push(line);
	}
	return parts;
}

function readBlock(
	block: readonly string[],
	passages: Passage[],
	unsure: Map<Passage, number[]>,
	log: RepairLog,
): void {
	const prose = (line: string) => {
		const text = cleanCellText(line).trim();
		if (text !== '') passages.push({ kind: 'paragraph', text });
	};
	let from = 0;
	let to = block.length;
	while (from < to && isOutside(block[from] ?? '', isCaptionLine)) from += 1;
	while (to > from && isOutside(block[to - 1] ?? '', isSourceLine)) to -= 1;
	block.slice(0, from).forEach(prose);
	const inside = block.slice(from, to).map((line) => line.replace(/[\u00A0\u202F]/g, ' '));
	const split = inside.length > 0 ? splitColumns(inside) : null;
	if (!split) inside.forEach(prose);
	else {
		const passage: Passage = { kind: 'table', rows: asCells(split.rows, log) };
		passages.push(passage);
		if (split.unsure.length > 0) unsure.set(passage, split.unsure);
	}
	block.slice(to).forEach(prose);
}

function isOutside(line: string, test: (line: string) => boolean): boolean {
	return test(line) && !line.includes('\t') && !line.includes('|');
}

function asCells(rows: readonly string[][], log: RepairLog): GridCell[][] {
	return rows.map((row, rowIndex) =>
		row.map((field, column) => {
			const address = cellAddress(rowIndex, column);
			return { text: cleanCellText(field, log, address).trim(), address };
		}),
	);
}
