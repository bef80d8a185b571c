/** A block from a spreadsheet laid into the rows of a grid. */
import type { GridColumn, GridRow } from './DataGrid.svelte';

/**
 * The rows with the block written from a cell on; rows are added up to `most`. A choice takes the value whose word or
 * value was pasted and keeps its own otherwise. What does not fit is left out and counted in `left`.
 */
export function withBlock(
	rows: readonly GridRow[],
	columns: readonly GridColumn[],
	at: { readonly row: number; readonly column: number },
	block: readonly (readonly string[])[],
	emptyRow: () => GridRow,
	most: number,
): { readonly rows: GridRow[]; readonly left: number } {
	const filled = [...rows];
	let left = 0;
	block.forEach((texts, down) => {
		const index = at.row + down;
		if (index >= most) {
			left += texts.length;
			return;
		}
		while (filled.length <= index) filled.push(emptyRow());
		const row: Record<string, string> = { ...filled[index] };
		texts.forEach((text, across) => {
			const column = columns[at.column + across];
			if (!column) left += text.trim() === '' ? 0 : 1;
			else if (column.kind === 'fixed') return;
			else if (column.kind !== 'choice') row[column.key] = text.trim();
			else {
				const wanted = text.trim().toLowerCase();
				const choice = column.choices?.find(
					({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted,
				);
				if (choice) row[column.key] = choice.value;
			}
		});
		filled[index] = row;
	});
	return { rows: filled, left };
}
