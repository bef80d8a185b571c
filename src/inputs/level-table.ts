/**
 * Finds tables of levels: sectors by years, groups by headings, budgets beside what was realised, with their totals,
 * shares and growth rates. A table with years below one another is turned, so that every check sees years in columns.
 */
import type {
	LevelColumn,
	LevelColumnKind,
	LevelRow,
	PrintedLevelTable,
} from '#methods/table-check/printed-economic.ts';
import type { PrintedNumber } from '#methods/table-check/printed.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { CellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import { areaOf, basisOf, columnKind, markOf, namesProduct, rowKind, yearOf } from './level-headings.ts';
import type { Doubt } from './printed-number.ts';
import { summaryKeyOf } from './summary-labels.ts';
import { isFigureCell, isYearCell } from './table-blocks.ts';
import type { SheetBlock } from './table-blocks.ts';

/** A table with what heads its columns and rows, the way the check wants it. */
interface Oriented {
	readonly headings: readonly string[];
	readonly rows: readonly { readonly label: string; readonly cells: readonly (GridCell | undefined)[] }[];
}

/** Words of a farm's or a firm's accounts: those tables have readers of their own. */
const accountWords = /\b(biaya|cost|penerimaan|keuntungan|laba|profit|penyusutan|depresiasi|upah)/i;
const scaleUnit =
	/\b(ribu|ribuan|juta|jutaan|miliar|milyar|triliun|thousand|million|billion|trillion)s?\b|\b000\b/i;
const rateCaption = /laju\s+pertumbuhan|\bgrowth\s+rate|indeks\s+(harga\s+)?implisit|implicit/i;
const shareCaption =
	/distribusi\s+persentase|persentase\s+distribusi|struktur\s+(ekonomi|pdrb)|percentage\s+distribution|kontribusi.*(persen|%)|(persen|%)\s*\)?\s*$/i;

/** A table of quotients in the years of its headings. */
function quotientKind(caption: string): LevelColumnKind | null {
	if (/\bDLQ\b|dynamic\s+location\s+quotient/i.test(caption)) return 'dynamic-location-quotient';
	return /\bS?LQ\b|location\s+quotient/i.test(caption) ? 'location-quotient' : null;
}

/** Years below one another become years side by side. */
function orient(block: SheetBlock): Oriented {
	const columns = block.headings.map((_, column) => column).filter((column) => column > block.labelColumn);
	const years = block.body.filter((row) => isYearCell(row.cells[block.labelColumn])).length;
	if (years >= 2 && years >= block.body.length * 0.6) {
		return {
			headings: block.body.map((row) => row.label),
			rows: columns.map((column) => ({
				label: block.headings[column] ?? '',
				cells: block.body.map((row) => row.cells[column]),
			})),
		};
	}
	return {
		headings: columns.map((column) => block.headings[column] ?? ''),
		rows: block.body.map((row) => ({ label: row.label, cells: columns.map((column) => row.cells[column]) })),
	};
}

/** In a turned table the rows have the kinds that headings have elsewhere. */
function kindOfRow(label: string): LevelRow['kind'] {
	const kind = rowKind(label);
	if (kind !== 'line') return kind;
	const heading = columnKind(label);
	if (heading === 'growth' || heading === 'share' || heading === 'mean') return heading;
	return heading === 'total' ? 'total' : 'line';
}

/** How many letters all headings begin with, in whole words: what stands above every column names none of them. */
function sharedStart(headings: readonly string[]): number {
	const [first = ''] = headings;
	if (headings.length < 2) return 0;
	let length = 0;
	for (let end = first.indexOf(' '); end > 0; end = first.indexOf(' ', end + 1)) {
		if (!headings.every((heading) => heading.startsWith(first.slice(0, end + 1)))) break;
		length = end + 1;
	}
	return length;
}

/** A heading's kind, unless its column holds nothing to judge. */
function columnsOf({ headings, rows }: Oriented, caption: string): readonly LevelColumn[] {
	const area = areaOf(caption);
	const quotient = quotientKind(caption);
	const shared = sharedStart(headings);
	return headings.map((name, column): LevelColumn => {
		const figures = rows.filter((row) => isFigureCell(row.cells[column])).length;
		const own: LevelColumnKind = figures >= Math.min(2, rows.length) ? columnKind(name) : 'aside';
		const kind = own === 'amount' && quotient && yearOf(name) !== null ? quotient : own;
		return { name: name.slice(shared).trim(), kind, year: yearOf(name), area: areaOf(name) ?? area };
	});
}

function levelsOf(labels: readonly string[]): readonly number[] {
	const first = markOf(labels[0] ?? '');
	const marks = labels.map(markOf);
	// Marks tell parts from wholes only when the first form comes back.
	if (marks.filter((mark) => mark === first).length < 2) return labels.map(() => 1);
	return marks.map((mark) => (mark === first || (mark === '' && first !== '') ? 1 : 2));
}

function rowsOf(oriented: Oriented, numbers: CellNumbers): readonly LevelRow[] {
	const levels = levelsOf(
		oriented.rows.filter((row) => kindOfRow(row.label) === 'line').map((row) => row.label),
	);
	let line = 0;
	return oriented.rows.flatMap((row): LevelRow[] => {
		const kind = kindOfRow(row.label);
		const level = kind === 'line' ? (levels[line] ?? 1) : 1;
		if (kind === 'line') line += 1;
		const cells = row.cells.map((cell): PrintedNumber | null =>
			isFigureCell(cell) && cell ? numbers.of(cell) : null,
		);
		return cells.every((cell) => cell === null) ? [] : [{ label: row.label, kind, level, cells }];
	});
}

/** Whether a column's figures add up to about a hundred. */
function nearHundred(lines: readonly LevelRow[], position: number): boolean {
	const sum = lines.reduce((all, row) => all + (row.cells[position]?.value ?? 0), 0);
	return Math.abs(sum - 100) <= 2.5;
}

/**
 * Whether the columns and rows are those of a table this check can judge, and no other reader would. Percentages
 * without a total count only when they add up to about a hundred.
 */
function shapeOf(
	columns: readonly LevelColumn[],
	rows: readonly LevelRow['kind'][],
	measure: PrintedLevelTable['measure'],
): 'judged' | 'when-hundred' | null {
	const count = (kind: LevelColumnKind) => columns.filter((column) => column.kind === kind).length;
	const lines = rows.filter((kind) => kind === 'line').length;
	const has = (kind: LevelRow['kind']) => rows.includes(kind);
	const when = (condition: boolean) => (condition ? 'judged' : null);
	if (count('budget') > 0 && count('realised') > 0) return when(lines >= 1);
	if (lines < 2) return null;
	const years = new Set(
		columns.filter((column) => column.kind === 'amount' && column.year !== null).map((column) => column.year),
	);
	const judged = has('total') || has('growth') || has('share') || count('growth') > 0 || count('share') > 0;
	if (years.size >= 2) return when(judged || count('total') > 0 || measure !== 'amounts');
	const quotients = count('location-quotient') + count('dynamic-location-quotient');
	if (quotients > 0 && (count('amount') >= 2 || measure === 'rates')) return 'judged';
	if (count('amount') >= 2 && (count('total') > 0 || has('share'))) return 'judged';
	if (count('share') === 0 || count('amount') + count('total') > 0 || lines < 3) return null;
	return has('total') ? 'judged' : 'when-hundred';
}

/** A level table with the cells that were read in one of several ways. */
interface LevelReading {
	readonly table: PrintedLevelTable;
	readonly doubts: readonly Doubt[];
}

/** The level table of a block, or null when it is none that can be judged. */
export function levelTableOf(grid: Grid, block: SheetBlock): PrintedLevelTable | null {
	return readLevels(grid, block, false)?.table ?? null;
}

/** The level table of a block that a person pasted as one: also without a total, and with a single year. */
export function anyLevelTableOf(grid: Grid, block: SheetBlock): LevelReading | null {
	return readLevels(grid, block, true);
}

function readLevels(grid: Grid, block: SheetBlock, any: boolean): LevelReading | null {
	if (block.body.some((row) => summaryKeyOf(row.label) !== null || accountWords.test(row.label))) return null;
	const headingText = block.headings.join(' ');
	if (/\b[rb]\s*\/\s*c\b|harga\s+satuan|unit\s+price|umur\s+ekonomis/i.test(headingText)) return null;
	const oriented = orient(block);
	const columns = columnsOf(oriented, block.caption);
	if (columns.every((column) => column.kind === 'aside')) return null;
	const measure =
		rateCaption.test(block.caption) || quotientKind(block.caption)
			? 'rates'
			: shareCaption.test(block.caption)
				? 'shares'
				: 'amounts';
	// Told before a number is read: most tables of a large workbook are none of these.
	const figured = oriented.rows.filter((row) => row.cells.some(isFigureCell));
	const shape = shapeOf(
		columns,
		figured.map((row) => kindOfRow(row.label)),
		measure,
	);
	if (!shape && !any) return null;
	const numbers = readCellNumbers(
		grid.name,
		oriented.rows.flatMap((row) => row.cells.flatMap((cell) => (cell && isFigureCell(cell) ? [cell] : []))),
	);
	const rows = rowsOf(oriented, numbers);
	const lines = rows.filter((row) => row.kind === 'line');
	const hundred = columns.some((column, position) => column.kind === 'share' && nearHundred(lines, position));
	if (shape === 'when-hundred' && !hundred) return null;
	const basisCell = block.headRows.flat().find((cell) => basisOf(cell.text) !== null);
	const table: PrintedLevelTable = {
		name: grid.name,
		caption: block.caption,
		measure,
		rounded:
			namesProduct(block.caption) ||
			namesProduct(headingText) ||
			rows.some((row) => namesProduct(row.label)) ||
			scaleUnit.test(`${block.caption} ${headingText}`),
		basis: { caption: basisOf(block.caption), headings: basisOf(headingText) },
		headingCell: basisCell?.address ?? rows[0]?.cells.find((cell) => cell !== null)?.cell ?? '',
		columns,
		rows,
	};
	return { table, doubts: numbers.doubts };
}
