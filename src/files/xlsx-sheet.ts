/**
 * One worksheet part as a grid. Source: ECMA-376 part 1, 18.3.1 (c, f, is, mergeCell, row, v).
 */
import { cellAddress, type Grid, type GridCell } from '#inputs/grid.ts';
import { done, failed, type Outcome } from '#inputs/problem.ts';
import { cleanCellText, repairLog, type RepairLog } from './cell-text.ts';
import { fileProblem, type FileNote } from './codes.ts';
import { mergeSpans, type MergeRange } from './merged-cells.ts';
import { showNumber } from './number-format.ts';
import { moveFormula, parseAddress } from './shared-formula.ts';
import { readXml, type Attributes } from './xml.ts';
import { unescapeStored } from './xlsx-parts.ts';

/** Characters of one sheet: one long shared string named by every cell must not fill the memory. */
const mostCharacters = 100_000_000;

/** Rows of all sheets together: two may have a cell at the very bottom. */
const mostRows = 2 * 1_048_576;

interface SheetContext {
	readonly strings: readonly string[];
	readonly formats: readonly string[];
	readonly date1904: boolean;
	/** Cells of one sheet at most. */
	readonly mostCells: number;
	/** Rows of the sheets so far: a cell at the very bottom makes a million, and a small file may name many sheets. */
	readonly held: { rows: number };
}

interface OpenCell {
	row: number;
	column: number;
	type: string;
	format: string;
	value: string;
	inline: string;
	formula: string | null;
	formulaTag: Attributes | null;
}

interface Sheet {
	readonly name: string;
	readonly context: SheetContext;
	readonly rows: GridCell[][];
	readonly merges: MergeRange[];
	readonly shared: Map<string, { formula: string; row: number; column: number }>;
	readonly log: RepairLog;
	cells: number;
	characters: number;
	tooLarge: boolean;
}

/**
 * Reads one sheet. Row index is sheet row - 1; rows are as long as their last used cell.
 * Errors: `SHEET_TOO_LARGE` {limit}, and those of the XML.
 */
export function readSheet(
	bytes: Uint8Array,
	part: string,
	name: string,
	context: SheetContext,
): Outcome<{ grid: Grid; notes: FileNote[] }> {
	const sheet: Sheet = {
		name,
		context,
		rows: [],
		merges: [],
		shared: new Map(),
		log: repairLog(),
		cells: 0,
		characters: 0,
		tooLarge: false,
	};
	const outcome = readXml(bytes, part, sheetEvents(sheet));
	if (!outcome.ok) return outcome;
	if (!sheet.tooLarge && !mergeSpans(sheet.rows, sheet.merges, sheet.log)) sheet.tooLarge = true;
	if (sheet.tooLarge)
		return failed(fileProblem('SHEET_TOO_LARGE', { sheet: name }, { limit: context.mostCells }));
	return done({ grid: { name, rows: sheet.rows }, notes: sheet.log.notes(name) });
}

function sheetEvents(sheet: Sheet) {
	let row = -1;
	let column = -1;
	let cell: OpenCell | null = null;
	let sink: 'value' | 'inline' | 'formula' | null = null;
	let phonetic = 0;
	return {
		enough: () => sheet.tooLarge,
		open(name: string, attributes: Attributes) {
			if (name === 'row') {
				const given = Number(attributes['r']);
				row = Number.isInteger(given) && given >= 1 && given <= 1_048_576 ? given - 1 : row + 1;
				column = -1;
			} else if (name === 'c') {
				const place = attributes['r'] === undefined ? null : parseAddress(attributes['r']);
				if (place) row = place.row;
				column = place ? place.column : column + 1;
				cell = openCell(sheet, row, column, attributes);
			} else if (name === 'mergeCell') {
				const [from, to] = (attributes['ref'] ?? '').split(':').map(parseAddress);
				if (from && to) sheet.merges.push({ from, to });
			} else if (name === 'rPh') phonetic += 1;
			else if (cell && name === 'v') sink = 'value';
			else if (cell && name === 't' && phonetic === 0) sink = 'inline';
			else if (cell && name === 'f') {
				sink = 'formula';
				cell.formula = '';
				cell.formulaTag = attributes;
			}
		},
		close(name: string) {
			if (name === 'rPh') phonetic -= 1;
			if (name === 'v' || name === 't' || name === 'f') sink = null;
			if (name === 'c' && cell) {
				storeCell(sheet, cell);
				cell = null;
			}
		},
		text(data: string) {
			if (!cell || !sink) return;
			if (sink === 'formula') cell.formula = (cell.formula ?? '') + data;
			else cell[sink] += data;
		},
	};
}

function openCell(sheet: Sheet, row: number, column: number, attributes: Attributes): OpenCell {
	return {
		row,
		column,
		type: attributes['t'] ?? 'n',
		format: sheet.context.formats[Number(attributes['s'] ?? 0)] ?? 'General',
		value: '',
		inline: '',
		formula: null,
		formulaTag: null,
	};
}

/** Puts a cell with content in its place; cells that only carry a style are nothing to read. */
function storeCell(sheet: Sheet, cell: OpenCell): void {
	const address = cellAddress(cell.row, cell.column);
	const formula = ownFormula(sheet, cell);
	const { text, number } = cellContent(cell, sheet.context);
	if (formula !== undefined && cell.value === '' && cell.inline === '' && cell.type !== 'str') {
		sheet.log.add('FORMULA_WITHOUT_RESULT', address);
	}
	if (text === '' && number === undefined && formula === undefined) return;
	const row = rowAt(sheet, cell.row);
	if (!row) return;
	sheet.cells += Math.max(0, cell.column + 1 - row.length);
	sheet.characters += text.length + (formula?.length ?? 0);
	if (cell.column > 16_383 || sheet.cells > sheet.context.mostCells || sheet.characters > mostCharacters) {
		sheet.tooLarge = true;
		return;
	}
	while (row.length <= cell.column) row.push({ text: '', address: cellAddress(cell.row, row.length) });
	row[cell.column] = {
		text: cleanCellText(text, sheet.log, address),
		...(number === undefined ? {} : { number }),
		address,
		...(formula === undefined ? {} : { formula }),
	};
}

function rowAt(sheet: Sheet, index: number): GridCell[] | null {
	if (sheet.tooLarge || index < 0) return null;
	const { held, mostCells } = sheet.context;
	held.rows += Math.max(0, index + 1 - sheet.rows.length);
	if (held.rows > mostRows + mostCells) {
		sheet.tooLarge = true;
		return null;
	}
	while (sheet.rows.length <= index) sheet.rows.push([]);
	return sheet.rows[index] ?? null;
}

function ownFormula(sheet: Sheet, cell: OpenCell): string | undefined {
	if (cell.formula === null) return undefined;
	const tag = cell.formulaTag ?? {};
	const key = tag['si'] ?? '';
	if (tag['t'] !== 'shared') return cell.formula || undefined;
	if (cell.formula !== '') {
		sheet.shared.set(key, { formula: cell.formula, row: cell.row, column: cell.column });
		return cell.formula;
	}
	const origin = sheet.shared.get(key);
	return origin && moveFormula(origin.formula, cell.row - origin.row, cell.column - origin.column);
}

function cellContent(cell: OpenCell, context: SheetContext): { text: string; number?: number } {
	switch (cell.type) {
		case 's':
			return { text: cell.value === '' ? '' : (context.strings[Number(cell.value)] ?? '') };
		case 'inlineStr':
			return { text: unescapeStored(cell.inline) };
		case 'str':
			return { text: unescapeStored(cell.value) };
		case 'b':
			return { text: cell.value === '1' ? 'TRUE' : cell.value === '0' ? 'FALSE' : cell.value };
		case 'e':
		case 'd':
			return { text: cell.value };
		default: {
			if (cell.value.trim() === '') return { text: unescapeStored(cell.inline) };
			const number = Number(cell.value);
			if (!Number.isFinite(number)) return { text: cell.value };
			const shown = showNumber(number, cell.format, context.date1904);
			// A date is not a quantity: its day number must not be taken for a price.
			return shown.isDate ? { text: shown.text } : { text: shown.text, number };
		}
	}
}
