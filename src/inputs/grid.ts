/**
 * Rows and columns with addresses: what every file, paste and typed table becomes before anything is read from it.
 */
export interface GridCell {
	/** What a person sees in the cell, as exactly as the file tells. */
	readonly text: string;
	/** The stored number when the file holds a number (xlsx); absent for text. */
	readonly number?: number;
	/** `B12`: the address in the source; for text and CSV counted in the same way. */
	readonly address: string;
	/** The spreadsheet formula, without `=`, when the cell has one. */
	readonly formula?: string;
	/** How many columns and rows the cell covers; absent means one. The covered cells are empty. */
	readonly span?: { readonly columns: number; readonly rows: number };
}

export interface Grid {
	/** The sheet's name, or the table's caption or number in a document. */
	readonly name: string;
	readonly rows: readonly (readonly GridCell[])[];
	/** Text just before the table in a document: its caption and the lines around it. */
	readonly caption?: string;
}

/** What a file held. `notes` are repairs made while reading: nothing is repaired silently. */
export interface Workbook {
	readonly source: string;
	readonly format: 'xlsx' | 'csv' | 'docx' | 'html' | 'text';
	readonly grids: readonly Grid[];
	readonly notes: readonly {
		readonly code: string;
		readonly address?: string;
		readonly params?: Readonly<Record<string, string | number>>;
	}[];
}

/** `0, 0` is `A1`. */
export function cellAddress(rowIndex: number, columnIndex: number): string {
	let letters = '';
	for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	}
	return `${letters}${rowIndex + 1}`;
}
