/** Tables of a programme's work: read in the forms they are printed in, every planted fault found where it stands. */
import { describe, expect, it } from 'vitest';
import { checkTables } from '#methods/table-check/check-tables.ts';
import type { TableCheck } from '#methods/table-check/check-tables.ts';
import { cellAddress } from './grid.ts';
import type { Grid, Workbook } from './grid.ts';
import { readPrintedTables } from './printed-tables.ts';
import { programmeForms } from './programme-tables.cases.ts';

function workbookOf(text: string): Workbook {
	const grids = text.split(/^---$/m).map((part, index): Grid => ({
		name: `T${index + 1}`,
		rows: part
			.trim()
			.split('\n')
			.map((line, row) =>
				line.split('|').map((cell, column) => ({ text: cell.trim(), address: cellAddress(row, column) })),
			),
	}));
	return { source: 'table', format: 'csv', grids, notes: [] };
}

function checkOf(workbook: Workbook): TableCheck {
	const read = readPrintedTables(workbook);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return checkTables(read.value.tables);
}

const check = (text: string) => checkOf(workbookOf(text));

const differing = (found: TableCheck) =>
	found.findings.filter((one) => one.verdict === 'differs').map((one) => `${one.table}!${one.cell}`);

const odd = (found: TableCheck) => found.findings.filter((one) => one.verdict === 'odd');

function withCell(book: Workbook, table: string, address: string, text: string): Workbook {
	const grids = book.grids.map((grid) => ({
		...grid,
		rows: grid.rows.map((row) =>
			row.map((cell) => (grid.name === table && cell.address === address ? { ...cell, text } : cell)),
		),
	}));
	return { ...book, grids };
}

/** A number half as large again, written in the style and with the decimals of the text it replaces. */
function faultyText(text: string, value: number, decimals: number): string {
	const english = /\.\d{1,3}\D*$/.test(text) || /,\d{3}\b/.test(text);
	const faulty = (Math.abs(value) * 1.5 + 3 * 10 ** -Math.max(decimals, 0)).toFixed(Math.max(decimals, 0));
	const [whole = '', fraction] = faulty.split('.');
	const grouped =
		decimals === 0 && /\d[.,]\d{3}\b/.test(text)
			? whole.replace(/\B(?=(\d{3})+$)/g, english ? ',' : '.')
			: whole;
	return fraction ? `${grouped}${english ? '.' : ','}${fraction}` : grouped;
}

describe.each(programmeForms)('a table $name', ({ text, judged }) => {
	const book = workbookOf(text);
	const clean = checkOf(book);

	it('has nothing called wrong and nothing odd', () => {
		expect(differing(clean)).toEqual([]);
		expect(odd(clean).map((one) => one.code)).toEqual([]);
		expect(clean.counts.uncheckable).toBe(0);
		expect(clean.judged).toBe(judged);
	});

	it('shows each planted fault, and no other figure with it', () => {
		for (const finding of clean.findings) {
			if (finding.printed === null || !finding.cell || !finding.table) continue;
			const decimals = finding.decimals === 12 ? 2 : (finding.decimals ?? 0);
			const faulty = faultyText(finding.printedText ?? '', finding.printed, decimals);
			const after = checkOf(withCell(book, finding.table, finding.cell, faulty));
			const cell = `${finding.table}!${finding.cell}`;
			expect(differing(after), `${cell} ${finding.printedText} as ${faulty}`).toEqual([cell]);
		}
	});
});
