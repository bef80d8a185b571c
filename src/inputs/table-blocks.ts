/** Cuts a sheet into tables: the caption above, the headings of every column, and the rows of figures. */
import type { Grid, GridCell } from './grid.ts';

export interface BlockRow {
	readonly index: number;
	readonly label: string;
	readonly cells: readonly GridCell[];
}

export interface SheetBlock {
	readonly caption: string;
	/** The rows of headings, from top to bottom. */
	readonly headRows: readonly (readonly GridCell[])[];
	/** Every heading of a column, from top to bottom, in one line. */
	readonly headings: readonly string[];
	readonly labelColumn: number;
	readonly body: readonly BlockRow[];
	/** The rows it covers, headings included. */
	readonly indexes: readonly number[];
}

/** Larger blocks are data sets, no printed tables. */
const mostRows = 1000;
const mostColumns = 120;

const yearOnly = /^(?:tahun|th\.?|year)?\s*(?:19|20)\d{2}\s*[*xr)]{0,4}$/i;
const numberText = /^[\s(+−–-]*(?:rp\.?)?\s*\d[\d.,\s\u00a0]*(?:%|,-)?\s*\)?[*xr]{0,3}$/i;

/** Whether a cell holds a calendar year and nothing else. */
export function isYearCell(cell: GridCell | undefined): boolean {
	return cell !== undefined && yearOnly.test(cell.text.trim());
}

/** Whether a cell holds a figure: a number that is neither a year nor the number of a column ("(3)"). */
export function isFigureCell(cell: GridCell | undefined): boolean {
	if (cell === undefined) return false;
	const text = cell.text.trim();
	if (isYearCell(cell) || /^\(\d{1,2}\)$/.test(text)) return false;
	return cell.number !== undefined || (text.length < 40 && numberText.test(text));
}

const filled = (row: readonly GridCell[]) => row.filter((cell) => cell.text.trim() !== '');

/** A row that numbers the columns: 1, 2, 3, 4. */
function numbersColumns(row: readonly GridCell[]): boolean {
	const texts = filled(row).map((cell) => cell.text.trim());
	return (
		texts.length >= 3 &&
		Number(texts[0]) <= 2 &&
		texts.every((text, index) => index === 0 || Number(text) === Number(texts[index - 1]) + 1)
	);
}

/** Rows between empty rows, cut again where a caption ("Tabel 2. ...") stands inside. */
function runsOf(grid: Grid, taken: ReadonlySet<number>): readonly (readonly number[])[] {
	const runs: number[][] = [];
	let current: number[] = [];
	const close = () => {
		if (current.length > 0) runs.push(current);
		current = [];
	};
	grid.rows.forEach((row, index) => {
		const cells = filled(row);
		if (taken.has(index) || cells.length === 0) close();
		else {
			if (cells.length === 1 && /^\s*(tabel|table)\b/i.test(cells[0]?.text ?? '')) close();
			current.push(index);
		}
	});
	close();
	return runs;
}

/** The column of labels: the first with words in most rows, or with years or periods in all of them. */
function labelColumnOf(rows: readonly (readonly GridCell[])[]): number {
	for (let column = 0; column < 3; column += 1) {
		const words = rows.filter((row) => /[a-z]{2}/i.test(row[column]?.text ?? '')).length;
		if (words >= rows.length * 0.5) return column;
	}
	const period = /^\s*(?:19|20)\d{2}(?:\s*[-–/]\s*(?:(?:19|20)\d{2}|\d{2}))?\s*[*xr)]{0,4}\s*$/;
	for (let column = 0; column < 2; column += 1) {
		const years = rows.filter((row) => period.test(row[column]?.text ?? '')).length;
		if (years >= rows.length * 0.5) return column;
	}
	return 0;
}

/** The texts of heading rows, one list a row, with what covers several columns repeated in each of them. */
function headTexts(rows: readonly (readonly GridCell[])[], width: number): readonly (readonly string[])[] {
	return rows.map((row, position) => {
		const below = rows[position + 1];
		let last = '';
		return Array.from({ length: width }, (_, column) => {
			const own = row[column]?.text.trim().replace(/\s+/g, ' ') ?? '';
			if (own !== '') last = own;
			return own !== '' || !below || (below[column]?.text.trim() ?? '') === '' ? own : last;
		});
	});
}

function blockOf(grid: Grid, run: readonly number[], before: string): SheetBlock | null {
	const rows = run.map((index) => grid.rows[index] as readonly GridCell[]);
	const firstData = rows.findIndex(
		(row) => row.slice(1).some(isFigureCell) && filled(row).length >= 2 && !numbersColumns(row),
	);
	if (firstData < 1) return null;
	const data = rows.slice(firstData);
	const width = data.reduce((most, row) => Math.max(most, row.length), 0);
	if (data.length < 2 || data.length > mostRows || width > mostColumns) return null;
	const isTitle = (row: readonly GridCell[]) => filled(row).length === 1 && row[0]?.text.trim() !== '';
	const head = rows.slice(0, firstData);
	const firstHead = head.findIndex((row) => !isTitle(row));
	const titles = firstHead < 0 ? head : head.slice(0, firstHead);
	const headRows = firstHead < 0 ? [] : head.slice(firstHead).filter((row) => !numbersColumns(row));
	if (headRows.length === 0 || headRows.length > 4) return null;
	const texts = headTexts(headRows, width);
	const labelColumn = labelColumnOf(data);
	return {
		caption: [before, ...titles.map((row) => filled(row)[0]?.text.trim() ?? '')].filter(Boolean).join(' '),
		headRows,
		headings: Array.from({ length: width }, (_, column) =>
			[...new Set(texts.map((row) => row[column] ?? ''))]
				.filter((text) => text && !/^\(\d+\)$/.test(text))
				.join(' '),
		),
		labelColumn,
		body: data.map((cells, position) => ({
			index: run[firstData + position] as number,
			label: cells[labelColumn]?.text.trim().replace(/\s+/g, ' ') ?? '',
			cells,
		})),
		indexes: run,
	};
}

/** Every table of a sheet, outside the rows other readers took; a caption may stand above an empty row. */
export function sheetBlocks(grid: Grid, taken: ReadonlySet<number>): readonly SheetBlock[] {
	const runs = runsOf(grid, taken);
	return runs.flatMap((run, position): SheetBlock[] => {
		if (run.length < 3 || run.length > mostRows + 10) return [];
		const above = runs[position - 1];
		const alone = above?.length === 1 ? filled(grid.rows[above[0] as number] ?? []) : [];
		const caption = alone.length === 1 ? (alone[0]?.text.trim() ?? '') : '';
		const block = blockOf(grid, run, caption || (runs.length === 1 ? (grid.caption ?? '') : ''));
		return block ? [block] : [];
	});
}
