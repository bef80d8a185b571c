/**
 * Merged cells on a grid: the first cell says how far it reaches, the covered ones are empty.
 */
import { cellAddress, type GridCell } from '#inputs/grid.ts';
import type { RepairLog } from './cell-text.ts';

export interface MergeRange {
	readonly from: { readonly row: number; readonly column: number };
	readonly to: { readonly row: number; readonly column: number };
}

/** Visits allowed in one sheet: overlapping merges over a large sheet would cost hours otherwise. */
const mostVisits = 4_000_000;

/**
 * Writes the spans into the rows, clipped to the used part of the sheet. A covered cell that held something is
 * emptied, as the program shows it, and logged as `MERGED_CELL_HIDES_VALUE`. False when the merges are absurd.
 */
export function mergeSpans(rows: GridCell[][], merges: readonly MergeRange[], log: RepairLog): boolean {
	const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
	let visits = 0;
	for (const { from, to } of merges) {
		const lastRow = Math.min(to.row, rows.length - 1);
		const lastColumn = Math.min(to.column, Math.max(width - 1, from.column));
		const first = rows[from.row]?.[from.column];
		if (!first || lastRow < from.row || lastColumn < from.column) continue;
		visits += (lastRow - from.row + 1) * (lastColumn - from.column + 1);
		if (visits > mostVisits) return false;
		for (let row = from.row; row <= lastRow; row += 1) {
			const cells = rows[row] ?? [];
			for (let column = from.column; column <= lastColumn; column += 1) {
				if (row === from.row && column === from.column) continue;
				while (cells.length < column) cells.push({ text: '', address: cellAddress(row, cells.length) });
				const address = cellAddress(row, column);
				if (cells[column]?.text) log.add('MERGED_CELL_HIDES_VALUE', address);
				cells[column] = { text: '', address };
			}
		}
		const span = { columns: lastColumn - from.column + 1, rows: lastRow - from.row + 1 };
		if (span.columns > 1 || span.rows > 1) (rows[from.row] as GridCell[])[from.column] = { ...first, span };
	}
	return true;
}
