/**
 * The events of word/document.xml as passages: paragraphs and tables in their order, nested ones after the
 * table that holds them. Source: ECMA-376 part 1, 17.3 (paragraphs, runs), 17.4 (tables), 17.13.5 (revisions).
 */
import { cellAddress, type GridCell } from '#inputs/grid.ts';
import type { Outcome } from '#inputs/problem.ts';
import { cleanCellText, type RepairLog } from './cell-text.ts';
import { mostCells } from './grid-limits.ts';
import { mergeSpans, type MergeRange } from './merged-cells.ts';
import type { Passage } from './table-captions.ts';
import { attribute, readXml, type Attributes } from './xml.ts';

/** Content that is deleted, moved away, a field's code, or the second copy of a drawing. */
const skipped = new Set([
	...['del', 'moveFrom', 'delText', 'delInstrText', 'instrText', 'Fallback'],
	// The properties as they were before a tracked change.
	...['rPrChange', 'pPrChange', 'tcPrChange', 'trPrChange', 'tblPrChange', 'tblGridChange'],
]);
/** What a run writes beside its text. */
const written: Readonly<Record<string, string>> = {
	tab: '\t',
	br: '\n',
	cr: '\n',
	noBreakHyphen: '-',
	softHyphen: '\u00AD',
};

interface OpenTable {
	readonly rows: GridCell[][];
	readonly merges: MergeRange[];
	/** For each column, the merge that a `vMerge` continues. */
	readonly running: Map<number, number>;
	row: GridCell[] | null;
	rowDeleted: boolean;
	column: number;
	/** Passages of nested tables, waiting for this one to end. */
	readonly nested: Passage[];
}

interface OpenCell {
	columns: number;
	vertical: 'none' | 'start' | 'continue';
	paragraphs: string[];
}

interface Reading {
	readonly passages: Passage[];
	readonly tables: OpenTable[];
	readonly cells: OpenCell[];
	readonly paragraphs: string[];
	readonly path: string[];
	skipping: number;
	inText: boolean;
	deletions: number;
	cellCount: number;
}

interface DocumentReading {
	readonly outcome: Outcome<null>;
	readonly passages: readonly Passage[];
	/** How many tracked deletions were left out. */
	readonly deletions: number;
	/** True when a table is too large to hold. */
	readonly tooLarge: boolean;
}

/** Reads the body. Repairs of cell text go to `log`. */
export function readDocumentBody(bytes: Uint8Array, part: string, log: RepairLog): DocumentReading {
	const reading: Reading = {
		passages: [],
		tables: [],
		cells: [],
		paragraphs: [],
		path: [],
		skipping: 0,
		inText: false,
		deletions: 0,
		cellCount: 0,
	};
	const outcome = readXml(bytes, part, {
		enough: () => reading.cellCount > mostCells,
		open: (name, attributes) => openElement(reading, name, attributes),
		close: (name) => closeElement(reading, name, log),
		text: (data) => {
			if (reading.inText && reading.skipping === 0) write(reading, data);
		},
	});
	const { passages, deletions } = reading;
	return { outcome, passages, deletions, tooLarge: reading.cellCount > mostCells };
}

function write(reading: Reading, text: string): void {
	const last = reading.paragraphs.length - 1;
	if (last >= 0) reading.paragraphs[last] += text;
}

function openElement(reading: Reading, name: string, attributes: Attributes): void {
	const parent = reading.path.at(-1);
	reading.path.push(name);
	if (skipped.has(name)) {
		// Inside row or paragraph properties `del` is a mark, not a container.
		if (name === 'del' && parent === 'trPr') markRowDeleted(reading);
		else if (name === 'del' && parent !== 'rPr') reading.deletions += 1;
		reading.skipping += 1;
		return;
	}
	if (reading.skipping > 0) return;
	const table = reading.tables.at(-1);
	const cell = reading.cells.at(-1);
	if (name === 't') reading.inText = true;
	else if (name === 'p') reading.paragraphs.push('');
	else if (name in written && parent === 'r') write(reading, written[name] ?? '');
	else if (name === 'num' || name === 'den') write(reading, '(');
	else if (name === 'tbl') {
		reading.tables.push({
			rows: [],
			merges: [],
			running: new Map(),
			row: null,
			rowDeleted: false,
			column: 0,
			nested: [],
		});
	} else if (name === 'tr' && table) {
		table.row = [];
		table.rowDeleted = false;
		table.column = 0;
	} else if (name === 'gridBefore' && table) skipColumns(reading, table, count(attributes));
	else if (name === 'tc' && table) reading.cells.push({ columns: 1, vertical: 'none', paragraphs: [] });
	else if (name === 'gridSpan' && cell) cell.columns = count(attributes);
	else if (name === 'vMerge' && cell) {
		cell.vertical = attribute(attributes, 'val') === 'restart' ? 'start' : 'continue';
	}
}

function count(attributes: Attributes): number {
	const value = Number(attribute(attributes, 'val') ?? 1);
	return Number.isInteger(value) ? Math.min(Math.max(value, 1), 1000) : 1;
}

function markRowDeleted(reading: Reading): void {
	const table = reading.tables.at(-1);
	if (table) table.rowDeleted = true;
	reading.deletions += 1;
}

function skipColumns(reading: Reading, table: OpenTable, columns: number): void {
	if (reading.cellCount > mostCells) return;
	for (let step = 0; step < columns; step += 1) {
		table.row?.push({ text: '', address: cellAddress(table.rows.length, table.column) });
		table.column += 1;
	}
	reading.cellCount += columns;
}

function closeElement(reading: Reading, name: string, log: RepairLog): void {
	reading.path.pop();
	if (skipped.has(name)) {
		reading.skipping -= 1;
		return;
	}
	if (reading.skipping > 0) return;
	const table = reading.tables.at(-1);
	if (name === 't') reading.inText = false;
	else if (name === 'num') write(reading, ')/');
	else if (name === 'den') write(reading, ')');
	else if (name === 'p') closeParagraph(reading);
	else if (name === 'tc' && table) closeCell(reading, table, log);
	else if (name === 'tr' && table?.row) {
		if (!table.rowDeleted) table.rows.push(table.row);
		table.row = null;
	} else if (name === 'tbl' && table) closeTable(reading, table, log);
}

function closeParagraph(reading: Reading): void {
	const text = reading.paragraphs.pop() ?? '';
	const cell = reading.cells.at(-1);
	if (cell) cell.paragraphs.push(text);
	else reading.passages.push({ kind: 'paragraph', text: cleanCellText(text).trim() });
}

function closeCell(reading: Reading, table: OpenTable, log: RepairLog): void {
	const cell = reading.cells.pop();
	if (!cell || !table.row || table.rowDeleted || reading.cellCount > mostCells) return;
	const row = table.rows.length;
	const column = table.column;
	const address = cellAddress(row, column);
	const joined = cell.paragraphs.map((text) => text.trim()).filter((text) => text !== '');
	const text = cell.vertical === 'continue' ? '' : cleanCellText(joined.join(' '), log, address);
	table.row.push({ text: text.replaceAll('\t', ' '), address });
	for (let step = 1; step < cell.columns; step += 1) {
		table.row.push({ text: '', address: cellAddress(row, column + step) });
	}
	table.column += cell.columns;
	reading.cellCount += cell.columns;
	noteMerge(table, cell, row, column);
}

function noteMerge(table: OpenTable, cell: OpenCell, row: number, column: number): void {
	const running = table.running.get(column);
	if (cell.vertical === 'continue' && running !== undefined) {
		const merge = table.merges[running];
		if (merge) table.merges[running] = { from: merge.from, to: { row, column: merge.to.column } };
		return;
	}
	table.running.delete(column);
	if (cell.columns === 1 && cell.vertical === 'none') return;
	if (cell.vertical === 'start') table.running.set(column, table.merges.length);
	table.merges.push({ from: { row, column }, to: { row, column: column + cell.columns - 1 } });
}

function closeTable(reading: Reading, table: OpenTable, log: RepairLog): void {
	reading.tables.pop();
	if (!mergeSpans(table.rows, table.merges, log)) reading.cellCount = mostCells + 1;
	const own: Passage[] = table.rows.length > 0 ? [{ kind: 'table', rows: table.rows }] : [];
	const outer = reading.tables.at(-1);
	(outer ? outer.nested : reading.passages).push(...own, ...table.nested);
}
