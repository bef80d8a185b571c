/** The tables of a report as CSV: numbers unrounded, everything else as printed. */
import { writeCsv } from '#files/csv-writer.ts';
import type { Report, TableBlock } from './block.ts';
import { dash } from './figure-text.ts';

function tableRows(table: TableBlock): (string | number | null)[][] {
	return [
		[table.caption],
		table.columns.map((column) => column.label),
		...table.rows.map((row) =>
			row.cells.map((cell) =>
				cell.value === undefined ? (cell.text === dash ? null : cell.text) : cell.value,
			),
		),
		...(table.source ? [[table.source]] : []),
	];
}

/** Every table, charts' tables included, one under the other with an empty line between. `style` sets marks and commas. */
export function renderCsv(report: Report, options: { readonly style: 'id' | 'en' }): string {
	const tables = report.blocks.flatMap((block) =>
		block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : [],
	);
	const rows = tables.flatMap((table, index) => (index === 0 ? tableRows(table) : [[], ...tableRows(table)]));
	return writeCsv(rows, options);
}

/** One table as CSV. */
export function renderTableCsv(table: TableBlock, options: { readonly style: 'id' | 'en' }): string {
	return writeCsv(tableRows(table).slice(1, table.source ? -1 : undefined), options);
}
