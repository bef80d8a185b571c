/**
 * Rows as CSV, in the reader's own style.
 */
import { plainDecimal } from './decimal-text.ts';

/** What a spreadsheet would take for a formula or a command, also behind apostrophes that guard already. */
const risky = /^'*[=+\-@\t\r]/;
/** A number as a person types it may begin with a sign and is no formula. */
const plainNumber = /^[+-]?\d[\d.,]*%?$/;

/** A text that a spreadsheet must not run: with a leading apostrophe where one is needed. */
export function guardedText(text: string): string {
	if (!risky.test(text) || text === '-' || plainNumber.test(text)) return text;
	return `'${text}`;
}

/**
 * Writes RFC 4180 lines with CRLF. `id`: `;` and decimal comma; `en`: `,` and decimal point. Numbers are written in
 * full, without groups; null is an empty field; a number that is none (NaN) is empty too, never the word.
 * Texts that would run as formulas get an apostrophe. The caller adds a byte order mark where Excel needs one.
 */
export function writeCsv(
	rows: readonly (readonly (string | number | null)[])[],
	options: { readonly style: 'id' | 'en' },
): string {
	const delimiter = options.style === 'id' ? ';' : ',';
	const field = (value: string | number | null): string => {
		if (value === null) return '';
		if (typeof value === 'string') return quoted(guardedText(value), delimiter);
		if (!Number.isFinite(value)) return '';
		const plain = plainDecimal(value);
		return options.style === 'id' ? plain.replace('.', ',') : plain;
	};
	return rows.map((row) => `${row.map(field).join(delimiter)}\r\n`).join('');
}

function quoted(text: string, delimiter: string): string {
	const needed = /["\r\n]|^\s|\s$/.test(text) || text.includes(delimiter);
	return needed ? `"${text.replaceAll('"', '""')}"` : text;
}
