/** CSV line by line, for tables of any length: nothing is held but the line. */

/** A text; a figure, day or code, which is written as it stands and never guarded; or nothing. */
export type CsvField = string | { readonly plain: string } | null;

/**
 * What a spreadsheet or an office program may run: a sign at the beginning, also behind white space, apostrophes that
 * guard already, or in the wide form that East Asian keyboards type.
 */
const risky = /^['\s]*[=+\-@\t\r\n＝＋－＠]|^[\t\r\n]/;

/** A text that no program runs: with an apostrophe before it where it might. Stricter than `guardedText`, which lets numbers be. */
export const harmlessText = (text: string): string => (risky.test(text) ? `'${text}` : text);

/** One line of RFC 4180 with its CRLF. Texts are made harmless. */
export function csvLine(fields: readonly CsvField[], delimiter: ',' | ';'): string {
	const written = fields.map((field) => {
		if (field === null) return '';
		const text = typeof field === 'string' ? harmlessText(field) : field.plain;
		const quotes = /["\r\n]|^\s|\s$/.test(text) || text.includes(',') || text.includes(';');
		return quotes ? `"${text.replaceAll('"', '""')}"` : text;
	});
	// A line of one empty field would be an empty line, which readers leave out.
	return `${written.length === 1 && written[0] === '' ? '""' : written.join(delimiter)}\r\n`;
}
