/**
 * Formulas a workbook stores once for many cells, written out for each of them.
 * Source: ECMA-376 part 1, 18.3.1.40 (shared formulas move their relative references).
 */

/** Strings, quoted sheet names, names and functions are passed over; what remains are cell references. */
const tokens =
	/"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_\\][A-Za-z0-9_.\\]*\(|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![A-Za-z0-9_.(])|[A-Za-z_\\][A-Za-z0-9_.\\]*|\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?/g;

function columnNumber(letters: string): number {
	let number = 0;
	for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
	return number;
}

function columnLetters(number: number): string {
	let letters = '';
	for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	}
	return letters;
}

/** The formula as it stands `rows` below and `columns` right of where it was written. `$` parts stay. */
export function moveFormula(formula: string, rows: number, columns: number): string {
	if (rows === 0 && columns === 0) return formula;
	return formula.replace(
		tokens,
		(whole: string, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
			if (letters === undefined || digits === undefined) return whole;
			const column = columnNumber(letters) + (fixedColumn ? 0 : columns);
			const row = Number(digits) + (fixedRow ? 0 : rows);
			if (column < 1 || column > 16_384 || row < 1 || row > 1_048_576) return '#REF!';
			return `${fixedColumn ?? ''}${columnLetters(column)}${fixedRow ?? ''}${row}`;
		},
	);
}

/** `B12` as zero-based row and column; null when it is no address of a sheet. */
export function parseAddress(address: string): { row: number; column: number } | null {
	const parts = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address);
	if (!parts) return null;
	const column = columnNumber(parts[1] ?? '') - 1;
	const row = Number(parts[2]) - 1;
	return column < 16_384 && row >= 0 && row < 1_048_576 ? { row, column } : null;
}
