/**
 * Finds statements: amounts below one another with subtotals and totals ("Total biaya tetap", "Jumlah"), in one
 * column or several, perhaps with a column of percentages. Tables of quantity x price are read elsewhere.
 */
import type { PrintedNumber, PrintedStatement, PrintedStatementRow } from '#methods/table-check/printed.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { CellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import { isAside, summaryKeyOf } from './summary-labels.ts';
import { lettersOf, readLabel } from './table-label.ts';

export interface StatementReading {
	readonly statements: readonly PrintedStatement[];
	/** Rows that belong to a statement. */
	readonly used: ReadonlySet<number>;
}

const sumWords = /^(sub|grand)?(total|jumlah)/;
const meanWords = /^(rata|ratarata|rerata|rataan|average|mean)(rata)?$/;
/** A total of these words alone is a total of everything above it. */
const wholeWords =
	/^(sub|grand)*(total|jumlah)+(keseluruhan|semua|seluruh)?(biaya|cost|costs|pengeluaran)?(produksi|usaha|usahatani|operasional|keseluruhan|total|tc|per[a-z]*|rp)*$/;
const partNames = /(tetap|variabel|variable|tidaktetap|fixed|operasional|tunai|diperhitungkan|investasi)/;
/** Columns whose total is no sum of amounts: prices, ages, ratios. */
const unsummable = /harga|price|umur|tahun|usia|rasio|ratio|rata|kode|^no$|satuan|keterangan|sumber/i;

interface Line {
	readonly index: number;
	readonly label: string;
	readonly cells: readonly GridCell[];
}

/** The runs of rows, outside what is taken, between two empty rows. */
function runsOf(grid: Grid, taken: ReadonlySet<number>): readonly (readonly number[])[] {
	const runs: number[][] = [];
	let current: number[] = [];
	grid.rows.forEach((row, index) => {
		const empty = row.every((cell) => cell.text.trim() === '');
		if (taken.has(index) || empty) {
			if (current.length > 0) runs.push(current);
			current = [];
		} else current.push(index);
	});
	if (current.length > 0) runs.push(current);
	return runs;
}

const hasNumber = (cell: GridCell | undefined) =>
	cell !== undefined && (/\d/.test(cell.text) || cell.number !== undefined);

/** Where the labels stand: the first column with words in most rows, or the first of all in a table of samples. */
function labelColumnOf(rows: readonly (readonly GridCell[])[]): number {
	for (let column = 0; column < 3; column += 1) {
		const words = rows.filter((row) => /[a-z]{2}/i.test(row[column]?.text ?? '')).length;
		if (words >= rows.length * 0.5) return column;
	}
	return 0;
}

function kindOf(label: string, whole: boolean): PrintedStatementRow['kind'] {
	const { letters } = readLabel(label);
	const key = summaryKeyOf(label);
	if (key === 'revenue' && sumWords.test(letters)) return 'closing-sum';
	if (meanWords.test(letters)) return 'mean';
	if (isAside(key)) return 'aside';
	if (key === 'profit' || key === 'income' || key === 'cashProfit') return 'boundary';
	if (sumWords.test(letters) || whole || key === 'totalCost') return 'sum';
	return key === 'revenue' ? 'boundary' : 'line';
}

function rowsOf(
	lines: readonly Line[],
	columns: readonly number[],
	numbers: CellNumbers,
): readonly PrintedStatementRow[] {
	let under = '';
	return lines.flatMap((line, position): PrintedStatementRow[] => {
		const cells = columns.map((column): PrintedNumber | null => {
			const cell = line.cells[column];
			return cell ? numbers.of(cell) : null;
		});
		if (cells.every((cell) => cell === null)) {
			if (line.label) under = line.label;
			return [];
		}
		const { letters } = readLabel(line.label);
		const whole = wholeWords.test(letters) || summaryKeyOf(line.label) === 'totalCost';
		const kind = kindOf(line.label, whole);
		const row = { label: line.label, kind, under, whole, cells };
		if (kind === 'sum' && !whole && !partNames.test(letters) && !namesGroup(letters, under)) {
			// "Total biaya bahan" with no such group above is an amount like any other.
			return [{ ...row, kind: 'line' }];
		}
		const below = kind === 'line' || kind === 'sum' ? itemsBelow(lines, position) : 0;
		return [below > 0 ? { ...row, kind: 'sum', below } : row];
	});
}

const marked = (label: string) => /^\s*(\(?[a-z]\s*[.)]|[-–—•*])\s*\S/.test(label);

/**
 * How many lettered or dashed lines stand directly below an amount that has no such mark: it is their sum, printed
 * above them ("Biaya tetap 150.000", then "a. Penyusutan 125.000", "b. Pajak 25.000").
 */
function itemsBelow(lines: readonly Line[], position: number): number {
	if (marked(lines[position]?.label ?? '')) return 0;
	let count = 0;
	while (
		marked(lines[position + 1 + count]?.label ?? '') &&
		lines[position + 1 + count]?.cells.some(hasNumber)
	) {
		count += 1;
	}
	return count >= 2 ? count : 0;
}

/** Whether a subtotal names the heading it stands under: "Jumlah bahan penolong" under "Bahan penolong". */
function namesGroup(letters: string, under: string): boolean {
	const rest = letters.replace(sumWords, '').replace(/^(biaya|harga|nilai)/, '');
	return rest !== '' && readLabel(under).letters.includes(rest);
}

function statementOf(grid: Grid, run: readonly number[]): PrintedStatement | null {
	const rows = run.map((index) => grid.rows[index] as readonly GridCell[]);
	const labelColumn = labelColumnOf(rows);
	const lines = run.map((index, position): Line => {
		const cells = rows[position] as readonly GridCell[];
		const own = cells[labelColumn]?.text.trim().replace(/\s+/g, ' ') ?? '';
		const before = cells
			.slice(0, labelColumn)
			.find((cell) => /[a-z]{2}/i.test(cell.text))
			?.text.trim();
		return { index, label: own || before || '', cells };
	});
	const firstData = lines.findIndex(
		(line) =>
			line.cells
				.slice(labelColumn + 1)
				.some((cell) => /^\W*(rp)?\W*\d[\d.,\s]*/i.test(cell.text) && hasNumber(cell)) && line.label !== '',
	);
	if (firstData < 0) return null;
	const body = lines.slice(firstData);
	if (!body.some((line) => sumWords.test(readLabel(line.label).letters))) return null;
	const width = Math.max(...body.map((line) => line.cells.length));
	const heading = (column: number) =>
		lines
			.slice(0, firstData)
			.map((line) => line.cells[column]?.text ?? '')
			.join(' ')
			.trim();
	const columns = Array.from({ length: width }, (_, column) => column).filter(
		(column) =>
			column > labelColumn &&
			!unsummable.test(lettersOf(heading(column)) === 'no' ? 'no' : heading(column)) &&
			body.filter((line) => hasNumber(line.cells[column])).length >= 3,
	);
	if (columns.length === 0) return null;
	const cells = body.flatMap((line) =>
		columns.flatMap((column) => (hasNumber(line.cells[column]) ? [line.cells[column] as GridCell] : [])),
	);
	const numbers = readCellNumbers(grid.name, cells);
	const kinds = columns.map((column): 'amount' | 'percent' =>
		/%|persen|percent|proporsi|kontribusi|pangsa|share/i.test(heading(column)) ? 'percent' : 'amount',
	);
	return {
		name: grid.name,
		columns: columns.map((column, position) => ({
			name: heading(column).replace(/\s+/g, ' ') || grid.name,
			kind: kinds[position] as 'amount' | 'percent',
		})),
		rows: rowsOf(body, columns, numbers),
	};
}

/** Every statement of a grid, outside the rows other tables took. */
export function readStatements(grid: Grid, taken: ReadonlySet<number>): StatementReading {
	const statements: PrintedStatement[] = [];
	const used = new Set<number>();
	for (const run of runsOf(grid, taken)) {
		const statement = run.length >= 3 ? statementOf(grid, run) : null;
		if (!statement || statement.rows.filter((row) => row.kind === 'line').length < 2) continue;
		statements.push(statement);
		for (const index of run) used.add(index);
	}
	return { statements, used };
}
