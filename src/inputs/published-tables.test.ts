/**
 * Tables as they were printed, with every figure that does not follow from the others, worked out by hand.
 * Beside them the forms in which such tables are printed, each with figures that all follow.
 */
import { describe, expect, it } from 'vitest';
import { checkTables } from '#methods/table-check/check-tables.ts';
import type { TableCheck } from '#methods/table-check/check-tables.ts';
import { cellAddress } from './grid.ts';
import type { Grid, Workbook } from './grid.ts';
import { readPrintedTables } from './printed-tables.ts';
import { forms, published } from './published-tables.cases.ts';

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

const differing = (check: TableCheck) =>
	check.findings
		.filter((finding) => finding.verdict === 'differs')
		.map((finding) => `${finding.table}!${finding.cell}`);

/** The same book with one cell written differently. */
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
	const english = /\.\d{1,2}\D*$/.test(text) || /,\d{3}[.,]/.test(text);
	const faulty = (Math.abs(value) * 1.5 + 3 * 10 ** -Math.max(decimals, 0)).toFixed(Math.max(decimals, 0));
	const [whole = '', fraction] = faulty.split('.');
	const grouped = /\d[.,]\d{3}\b/.test(text) ? whole.replace(/\B(?=(\d{3})+$)/g, english ? ',' : '.') : whole;
	return fraction ? `${grouped}${english ? '.' : ','}${fraction}` : grouped;
}

describe.each(published)('$source', ({ text, differs, judged }) => {
	const book = workbookOf(text);
	const check = checkOf(book);

	it('is judged figure by figure, and every figure that does not follow is found', () => {
		const found = check.findings
			.filter((finding) => finding.verdict === 'differs')
			.map((finding) => [finding.table, finding.cell, Number((finding.expected as number).toFixed(2))]);
		expect(found).toEqual(differs);
		expect(check.judged).toBe(judged);
		expect(check.counts.uncheckable).toBe(0);
	});
});

describe.each(forms)('a table $name', ({ text, judged }) => {
	const book = workbookOf(text);
	const clean = checkOf(book);

	it('has nothing called wrong', () => {
		expect(differing(clean)).toEqual([]);
		expect(clean.counts.uncheckable).toBe(0);
		expect(clean.judged).toBe(judged);
	});

	it('shows each planted fault, and no other figure with it', () => {
		for (const finding of clean.findings) {
			if (finding.printed === null || !finding.cell || !finding.table) continue;
			const faulty = faultyText(finding.printedText ?? '', finding.printed, finding.decimals ?? 0);
			const after = checkOf(withCell(book, finding.table, finding.cell, faulty));
			const cell = `${finding.table}!${finding.cell}`;
			expect(differing(after), `${cell} ${finding.printedText} as ${faulty}`).toEqual([cell]);
		}
	});
});

describe('an input of a Hayami table with another digit', () => {
	const [tofu] = published;
	const book = workbookOf(tofu?.text ?? '');
	/** Cell, as printed, with another digit, and the rows that are made of it. */
	const slips: readonly (readonly [string, string, string, readonly string[]])[] = [
		['B3', 'output', '198.4', ['conversionFactor', 'outputValue']],
		['B4', 'rawMaterial', '86', ['conversionFactor', 'labourCoefficient', 'outputValue', 'labourIncome']],
		['B5', 'labour', '7.95', ['labourCoefficient', 'labourIncome']],
		['B8', 'outputPrice', '8000', ['outputValue']],
		['B9', 'wage', '23 257', ['labourIncome']],
		['B11', 'rawMaterialPrice', '7834', ['valueAdded', 'margin']],
		['B12', 'otherInputs', '1348', ['valueAdded', 'marginOtherInputsPct']],
	];

	it.each(slips)(
		'%s: only the rows made of it differ, and it is among the hypotheses',
		(cell, key, text, rows) => {
			const check = checkOf(withCell(book, 'T1', cell, text));
			const found = check.findings.filter((finding) => finding.verdict === 'differs');
			expect(found.length).toBeGreaterThan(0);
			for (const finding of found) expect(rows, finding.row).toContain(finding.row);
			expect(found.flatMap((finding) => finding.wouldMatchIf.map((one) => one.at))).toContain(key);
		},
	);
});
