/** Any report's tables as a workbook: one sheet per table, numbers as numbers. */
import type { OutCell, OutSheet, Spreadsheet } from '#files/spreadsheet.ts';
import { writeXlsx } from '#files/xlsx-writer.ts';
import type { Report, TableBlock, TableCell } from './block.ts';

function outCell(cell: TableCell, role: string | undefined): OutCell {
	const style = role === 'section' ? 'section' : role === 'total' || cell.strong ? 'total' : 'text';
	if (typeof cell.value !== 'number') return { value: cell.text, style };
	const decimals = Math.max(0, Math.min(cell.decimals ?? 2, 8));
	return { value: cell.value, style, format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}` };
}

function tableSheet(table: TableBlock, number: number): OutSheet {
	const longest = (column: number) =>
		Math.max(
			...table.rows.filter((row) => row.role !== 'section').map((row) => row.cells[column]?.text.length ?? 0),
			...(table.columns[column]?.label.split(' ').map((word) => word.length) ?? []),
			6,
		);
	return {
		name: `${number} ${table.id}`,
		widths: table.columns.map((_, column) => Math.min(48, longest(column) + 3)),
		frozenRows: 2,
		rows: [
			[{ value: table.caption, style: 'title' }],
			table.columns.map(({ label }): OutCell => ({ value: label, style: 'header' })),
			...table.rows.map((row) => row.cells.map((cell) => outCell(cell, row.role))),
			...(table.source ? [[{ value: table.source, style: 'note' as const }]] : []),
		],
	};
}

/** The report's tables and its charts' tables, each on a sheet of its own. */
export function reportWorkbook(report: Report): Spreadsheet {
	const tables = report.blocks.flatMap((block) =>
		block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : [],
	);
	return { title: report.title, sheets: tables.map((table, index) => tableSheet(table, index + 1)) };
}

/**
 * The same as bytes, after the sheets with live formulas that a tool may have. A value-added study has a whole book of
 * its own: `valueAddedWorkbook`.
 */
export function renderXlsx(report: Report, formulas: readonly OutSheet[] = []): Uint8Array {
	const book = reportWorkbook(report);
	return writeXlsx({ ...book, sheets: [...formulas, ...book.sheets] });
}
