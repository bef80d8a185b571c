/** Which column of a table names its rows. */
import type { TableBlock } from './block.ts';

/** 1 when the first column holds row numbers (`1`, `11a`) and the second the names, else 0. */
export function headColumn(table: TableBlock): 0 | 1 {
	const [first, second] = table.columns;
	const numbered = table.rows.some((row) => /^\d+[a-z]?$/.test(row.cells[0]?.text ?? ''));
	return numbered && table.columns.length > 2 && first?.align === 'left' && second?.align === 'left' ? 1 : 0;
}
