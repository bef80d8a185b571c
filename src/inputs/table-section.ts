/** The rows below a heading that belong to its table. */
import type { Grid, GridCell } from './grid.ts';

/** Whether a cell may hold a number: digits, or a stored one. */
export function holdsNumber(cell: GridCell | undefined): boolean {
	return cell !== undefined && (cell.number !== undefined || /^[^a-z]*(rp\.?\s*)?[^a-z]*\d/i.test(cell.text));
}

/** Whether a cell holds words. */
export function holdsWords(cell: GridCell | undefined): boolean {
	return cell !== undefined && /[a-z]{2}/i.test(cell.text);
}

/** A cell's text in one line. */
export function textOf(cell: GridCell | undefined): string {
	return cell?.text.trim().replace(/\s+/g, ' ') ?? '';
}

const nextTable = /^\s*(tabel|table|gambar|figure|sumber|source)\b/i;

/**
 * Where the table that starts at `start` ends: at two empty rows, at the next caption or source line, where `stop`
 * says so, or at the grid's end.
 */
export function endOfSection(
	rows: Grid['rows'],
	start: number,
	stop: (row: readonly GridCell[], index: number) => boolean,
): number {
	let empty = 0;
	for (let index = start; index < rows.length; index += 1) {
		const row = rows[index] as readonly GridCell[];
		const filled = row.filter((cell) => cell.text.trim() !== '');
		empty = filled.length === 0 ? empty + 1 : 0;
		if (empty >= 2 || stop(row, index)) return index - (empty >= 2 ? 1 : 0);
		if (filled.length === 1 && nextTable.test(filled[0]?.text ?? '')) return index;
	}
	return rows.length;
}

/** Rows and columns exchanged; addresses stay those of the source. */
export function turnedRows(rows: Grid['rows']): Grid['rows'] {
	const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
	return Array.from({ length: width }, (_, column) =>
		rows.map((row): GridCell => row[column] ?? { text: '', address: '' }),
	);
}
