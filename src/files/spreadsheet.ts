/**
 * A spreadsheet to be written: formulas always travel with their cached results, because a phone's or a mail's
 * preview shows 0 or nothing otherwise.
 */
export interface OutCell {
	readonly value: string | number | null;
	/** en-US, without `=`: `Data!C5/Data!C6`. */
	readonly formula?: string;
	readonly style?: 'title' | 'header' | 'section' | 'input' | 'computed' | 'text' | 'note' | 'total';
	/** `#,##0.00`; Excel shows it in the reader's own separators. */
	readonly format?: string;
}

export interface OutSheet {
	readonly name: string;
	readonly widths?: readonly number[];
	readonly rows: readonly (readonly (OutCell | null)[])[];
	readonly frozenRows?: number;
	readonly frozenColumns?: number;
}

export interface Spreadsheet {
	readonly title: string;
	readonly sheets: readonly OutSheet[];
	/** Name to reference, `Harga_output` to `Data!$C$9`. */
	readonly names?: Readonly<Record<string, string>>;
}
