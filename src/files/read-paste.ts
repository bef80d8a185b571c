/**
 * What was pasted: cells from the HTML, what the person saw from the text.
 */
import type { Grid, GridCell, Workbook } from '#inputs/grid.ts';
import { done, failed, type Outcome } from '#inputs/problem.ts';
import { cleanCellText } from './cell-text.ts';
import { fileProblem, type FileNote } from './codes.ts';
import { parseRows } from './csv-rows.ts';
import { readHtml } from './html-reader.ts';
import { readText } from './text-reader.ts';

/**
 * Reads both halves of a clipboard. The HTML gives cells, spans and stored numbers; where the visible text differs,
 * the visible text is taken and `PASTE_DISAGREES` {table, html, text} says so with the address. Only `####` (a column too
 * narrow to show its number) and an empty visible cell leave the HTML's. When rows cannot be laid side by side,
 * the HTML stands and `PASTE_SHAPES_DIFFER` {html, text} tells the row counts.
 * Errors: `PASTE_EMPTY`, else those of the text or HTML reader.
 */
export function readPaste(paste: { readonly html?: string; readonly text?: string }): Outcome<Workbook> {
	const text = paste.text?.trim() ? paste.text : undefined;
	const html = paste.html?.trim() ? readHtml(paste.html, 'paste') : undefined;
	if (!text && !html) return failed(fileProblem('PASTE_EMPTY'));
	if (!html?.ok) return text ? readText(text, 'paste') : (html ?? failed(fileProblem('PASTE_EMPTY')));
	if (!text) return html;
	const tables = html.value.grids.filter((grid) => grid.name !== 'text');
	const total = tables.reduce((sum, grid) => sum + grid.rows.length, 0);
	const seen = visibleRows(text, tables, total);
	if (seen === null) return html;
	const notes: FileNote[] = [];
	const compared = new Map<Grid, Grid>();
	if (seen.length !== total) {
		notes.push({ code: 'PASTE_SHAPES_DIFFER', params: { html: total, text: seen.length } });
	} else {
		let at = 0;
		for (const grid of tables) {
			const rows = grid.rows.map((row) => compareRow(grid.name, row, seen[at++] ?? [], notes));
			compared.set(grid, { ...grid, rows });
		}
	}
	const grids = html.value.grids.map((grid) => compared.get(grid) ?? grid);
	return done({ ...html.value, grids, notes: [...html.value.notes, ...notes] });
}

/**
 * The rows of the visible text: all lines, or those with tabs when captions stand between them. Null when it shows
 * no columns, as some programs copy cells line by line: then there is nothing to compare.
 */
function visibleRows(text: string, tables: readonly Grid[], total: number): string[][] | null {
	const lines = text.replace(/\r\n?/g, '\n');
	const single = tables.every((grid) => grid.rows.every((row) => row.length <= 1));
	if (!lines.includes('\t') && !single) return null;
	const parsed = parseRows(lines, '\t', true);
	const rows =
		parsed.openQuoteRow === null
			? parsed.rows
			: lines
					.replace(/\n$/, '')
					.split('\n')
					.map((line) => line.split('\t'));
	if (rows.length === total) return rows;
	const tabbed = rows.filter((row) => row.length > 1);
	return tabbed.length === total ? tabbed : rows;
}

function compareRow(
	table: string,
	row: readonly GridCell[],
	seen: readonly string[],
	notes: FileNote[],
): GridCell[] {
	return row.map((cell, column) => {
		const visible = squeezed(cleanCellText(seen[column] ?? ''));
		if (visible === squeezed(cell.text)) return cell;
		const params = { table, html: cell.text.slice(0, 200), text: visible.slice(0, 200) };
		notes.push({ code: 'PASTE_DISAGREES', address: cell.address, params });
		return visible === '' || /^#+$/.test(visible) ? cell : { ...cell, text: visible };
	});
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
