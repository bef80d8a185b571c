/**
 * The tables of an HTML page or a pasted piece of one.
 */
import { Parser } from 'htmlparser2';
import { cellAddress, type GridCell, type Workbook } from '#inputs/grid.ts';
import { done, failed, type Outcome } from '#inputs/problem.ts';
import { cleanCellText, repairLog, type RepairLog } from './cell-text.ts';
import { fileProblem, type FileNote } from './codes.ts';
import { textGrid } from './docx-reader.ts';
import { mostCells } from './grid-limits.ts';
import { mergeSpans, type MergeRange } from './merged-cells.ts';
import { captionedGrids, type Passage } from './table-captions.ts';
import type { Attributes } from './xml.ts';

const blocks = new Set(
	'p div br li tr h1 h2 h3 h4 h5 h6 ul ol section article header footer table blockquote pre caption dt dd hr'.split(
		' ',
	),
);
const silent = new Set(['script', 'style', 'head', 'template', 'noscript', 'title', 'svg', 'math']);
const deepest = 1000;
const piece = 16 * 1024;

interface OpenTable {
	readonly rows: GridCell[][];
	readonly merges: MergeRange[];
	/** For each column, the last row a span from above still covers. */
	readonly covered: Map<number, number>;
	cell: { text: string; attributes: Attributes } | null;
	caption: string | null;
}

interface Reading {
	readonly passages: Passage[];
	readonly log: RepairLog;
	table: OpenTable | null;
	nested: number;
	nestedSeen: number;
	silent: number;
	text: string;
	cells: number;
}

/**
 * Reads every table that stands in no other table. `number` is kept where the page carries it: Excel's `x:num`,
 * Google's `data-sheets-value`, LibreOffice's `sdval`; `formula` from `x:fmla`. Text outside tables becomes captions
 * and the grid `text`. Notes: `NESTED_TABLE_IGNORED` {count}, the repairs of cell text.
 * Errors: `NO_TABLE_INSIDE` {format}, `XML_TOO_DEEP`, `SHEET_TOO_LARGE` {limit}.
 */
export function readHtml(html: string, source = 'html'): Outcome<Workbook> {
	const reading: Reading = {
		passages: [],
		log: repairLog(),
		table: null,
		nested: 0,
		nestedSeen: 0,
		silent: 0,
		text: '',
		cells: 0,
	};
	let depth = 0;
	let tooDeep = false;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				depth += 1;
				if (depth > deepest) tooDeep = true;
				else if (!tooDeep) openTag(reading, name, attributes);
			},
			onclosetag(name) {
				depth -= 1;
				if (!tooDeep) closeTag(reading, name);
			},
			ontext(data) {
				if (!tooDeep && reading.silent === 0) addText(reading, data);
			},
		},
		{ decodeEntities: true },
	);
	for (let from = 0; from < html.length && !tooDeep && reading.cells <= mostCells; from += piece) {
		parser.write(html.slice(from, from + piece));
	}
	if (tooDeep) return failed(fileProblem('XML_TOO_DEEP', { file: source }));
	if (reading.cells <= mostCells) {
		parser.end();
		closeTable(reading);
		endBlock(reading);
	}
	if (reading.cells > mostCells) {
		return failed(fileProblem('SHEET_TOO_LARGE', { file: source }, { limit: mostCells }));
	}
	return asWorkbook(reading, source);
}

function asWorkbook(reading: Reading, source: string): Outcome<Workbook> {
	const tables = captionedGrids(reading.passages);
	if (tables.length === 0)
		return failed(fileProblem('NO_TABLE_INSIDE', { file: source }, { format: 'html' }));
	const notes: FileNote[] = reading.log.notes(source);
	if (reading.nestedSeen > 0) {
		notes.push({ code: 'NESTED_TABLE_IGNORED', params: { count: reading.nestedSeen } });
	}
	const lines = reading.passages.flatMap((passage) => (passage.kind === 'paragraph' ? [passage.text] : []));
	const grids = lines.length > 0 ? [...tables, textGrid(lines)] : tables;
	return done({ source, format: 'html', grids, notes });
}

function addText(reading: Reading, data: string): void {
	const table = reading.table;
	if (!table) reading.text += data;
	else if (reading.nested > 0) return;
	else if (table.cell) table.cell.text += data;
	else if (table.caption !== null) table.caption += data;
}

function openTag(reading: Reading, name: string, attributes: Attributes): void {
	const table = reading.table;
	if (silent.has(name)) reading.silent += 1;
	if (name === 'table') {
		if (table) {
			reading.nested += 1;
			reading.nestedSeen += 1;
			return;
		}
		endBlock(reading);
		reading.table = { rows: [], merges: [], covered: new Map(), cell: null, caption: null };
	} else if (!table) {
		if (blocks.has(name)) endBlock(reading);
	} else if (reading.nested > 0) return;
	else if (name === 'tr') {
		closeCell(reading, table);
		table.rows.push([]);
	} else if (name === 'td' || name === 'th') {
		closeCell(reading, table);
		if (table.rows.length === 0) table.rows.push([]);
		table.cell = { text: '', attributes };
	} else if (name === 'caption') table.caption = '';
	else if (blocks.has(name) && table.cell) table.cell.text += ' ';
}

function closeTag(reading: Reading, name: string): void {
	const table = reading.table;
	if (silent.has(name)) reading.silent -= 1;
	if (name === 'table' && table) {
		if (reading.nested > 0) reading.nested -= 1;
		else closeTable(reading);
	} else if (!table) {
		if (blocks.has(name)) endBlock(reading);
	} else if (reading.nested > 0) return;
	else if (name === 'td' || name === 'th' || name === 'tr') closeCell(reading, table);
	else if (name === 'caption' && table.caption !== null) {
		const text = squeeze(table.caption);
		if (text !== '') reading.passages.push({ kind: 'paragraph', text });
		table.caption = null;
	} else if (blocks.has(name) && table.cell) table.cell.text += ' ';
}

/** White space in HTML source is one space; what remains odd (`&nbsp;`, zero width) is repaired with a note. */
function squeeze(text: string, log?: RepairLog, address?: string): string {
	const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
	return cleanCellText(collapsed, log, address).replace(/ {2,}/g, ' ').trim();
}

function endBlock(reading: Reading): void {
	const text = squeeze(reading.text);
	reading.text = '';
	if (text !== '') reading.passages.push({ kind: 'paragraph', text });
}

function spanOf(attributes: Attributes, name: string, most: number): number {
	const value = Number.parseInt(attributes[name] ?? '1', 10);
	return value >= 1 ? Math.min(value, most) : 1;
}

function closeCell(reading: Reading, table: OpenTable): void {
	const cell = table.cell;
	table.cell = null;
	const row = table.rows.at(-1);
	// One piece of markup may ask for millions of cells: stop at once, not when the piece is done.
	if (!cell || !row || reading.cells > mostCells) return;
	const rowIndex = table.rows.length - 1;
	const fill = () => {
		row.push({ text: '', address: cellAddress(rowIndex, row.length) });
		reading.cells += 1;
	};
	while ((table.covered.get(row.length) ?? -1) >= rowIndex && reading.cells <= mostCells) fill();
	const column = row.length;
	const address = cellAddress(rowIndex, column);
	const text = squeeze(cell.text, reading.log, address);
	const number = storedNumber(cell.attributes, text);
	const formula = cell.attributes['x:fmla']?.replace(/^=/, '');
	row.push({
		text,
		...(number === null ? {} : { number }),
		address,
		...(formula ? { formula } : {}),
	});
	const columns = spanOf(cell.attributes, 'colspan', 1000);
	const rows = spanOf(cell.attributes, 'rowspan', 65_534);
	for (let step = 1; step < columns; step += 1) fill();
	if (rows > 1) {
		for (let step = 0; step < columns; step += 1) table.covered.set(column + step, rowIndex + rows - 1);
	}
	if (rows > 1 || columns > 1) {
		const to = { row: rowIndex + rows - 1, column: column + columns - 1 };
		table.merges.push({ from: { row: rowIndex, column }, to });
	}
	reading.cells += 1;
}

function storedNumber(attributes: Attributes, text: string): number | null {
	const given = attributes['x:num'] ?? attributes['sdval'];
	// An empty `x:num` says that the text itself is the number, in plain digits.
	const digits = given === '' ? text : given;
	if (digits !== undefined) {
		return /^[+-]?\d+(\.\d+)?([Ee][+-]?\d+)?$/.test(digits.trim()) ? Number(digits) : null;
	}
	const sheets = /"3"\s*:\s*(-?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?)/.exec(attributes['data-sheets-value'] ?? '');
	const isNumber = /"1"\s*:\s*3\b/.test(attributes['data-sheets-value'] ?? '');
	return sheets && isNumber ? Number(sheets[1]) : null;
}

function closeTable(reading: Reading): void {
	const table = reading.table;
	if (!table) return;
	closeCell(reading, table);
	reading.table = null;
	const filled = table.rows.some((row) => row.some((cell) => cell.text !== ''));
	if (!mergeSpans(table.rows, table.merges, reading.log)) reading.cells = mostCells + 1;
	if (filled) reading.passages.push({ kind: 'table', rows: table.rows });
}
