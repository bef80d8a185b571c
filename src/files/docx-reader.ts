/**
 * A .docx as grids: its tables, and its paragraphs as one more grid, so that formulas in the text can be found.
 */
import { cellAddress, type Grid, type Workbook } from '#inputs/grid.ts';
import { done, failed, type Outcome } from '#inputs/problem.ts';
import { repairLog } from './cell-text.ts';
import { fileProblem, type FileNote } from './codes.ts';
import { readDocumentBody } from './docx-text.ts';
import { mostCells } from './grid-limits.ts';
import { captionedGrids } from './table-captions.ts';
import type { ZipArchive } from './zip.ts';

/**
 * Reads the document whose main part is `part` (`word/document.xml`). The last grid is named `text` and holds the
 * paragraphs outside tables, one a row. Notes: `DELETED_TEXT_SKIPPED` {count} for tracked deletions, repairs of text.
 * Errors: `NO_TABLE_INSIDE` {format}, `SHEET_TOO_LARGE`, and those of zip and XML.
 */
export function readDocx(zip: ZipArchive, part: string, source: string): Outcome<Workbook> {
	const bytes = zip.read(part);
	if (!bytes.ok) return bytes;
	const log = repairLog();
	const { outcome, passages, deletions, tooLarge } = readDocumentBody(bytes.value, part, log);
	if (!outcome.ok) return outcome;
	if (tooLarge) return failed(fileProblem('SHEET_TOO_LARGE', { file: source }, { limit: mostCells }));
	const tables = captionedGrids(passages);
	if (tables.length === 0) {
		return failed(fileProblem('NO_TABLE_INSIDE', { file: source }, { format: 'docx' }));
	}
	const notes: FileNote[] = log.notes(source);
	if (deletions > 0) notes.push({ code: 'DELETED_TEXT_SKIPPED', params: { count: deletions } });
	const paragraphs = passages.flatMap((passage) =>
		passage.kind === 'paragraph' && passage.text !== '' ? [passage.text] : [],
	);
	const grids = paragraphs.length > 0 ? [...tables, textGrid(paragraphs)] : tables;
	return done({ source, format: 'docx', grids, notes });
}

/** Lines outside tables, one a row in column A, as the grid `text`. */
export function textGrid(lines: readonly string[]): Grid {
	return { name: 'text', rows: lines.map((text, row) => [{ text, address: cellAddress(row, 0) }]) };
}
