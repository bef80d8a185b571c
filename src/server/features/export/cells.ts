/** A value as a form writes it. */
import type { CsvField } from '#files/csv-lines.ts';
import { spreadsheetDay } from '#files/xlsx-stream.ts';
import type { StreamCell } from '#files/xlsx-stream.ts';
import type { Column } from './column.ts';
import { said, valueWords } from './export-words.ts';
import type { Language } from './export-words.ts';

/** Between the parts of a list; one within a part becomes a comma. */
export const LIST_MARK = ';';
const listText = (value: unknown): string =>
	(value as readonly string[]).map((one) => one.replaceAll(LIST_MARK, ',')).join(LIST_MARK);

const momentText = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** By the standard: codes, a decimal point, true and false. */
export function plainField({ type }: Column, value: unknown): CsvField {
	if (value === null) return null;
	switch (type) {
		case 'whole':
		case 'decimal':
		case 'day':
		case 'yes-no':
			return { plain: String(value) };
		case 'moment':
			return { plain: momentText(value) };
		case 'list':
			return listText(value);
		default:
			return String(value);
	}
}

/** Figures that Excel would take for a number: a first nought or plus is lost, and all from the sixteenth on. */
const LOSES_FIGURES = /^(0\d+|\+\d+|\d{12,})$/;

/** As Excel in Indonesia shows it: words, a decimal comma, and digits that keep their first nought. */
export function readableField(column: Column, value: unknown, language: Language): CsvField {
	if (value === null) return null;
	switch (column.type) {
		case 'decimal':
			return { plain: String(value).replace('.', ',') };
		case 'yes-no':
			return said(value === true ? 'export_yes' : 'export_no', language);
		case 'choice':
			return valueWords(column, String(value), language);
		case 'digits':
			return { plain: `'${String(value)}` };
		case 'text':
			// A contact is a text, and a phone number more often than not.
			return LOSES_FIGURES.test(String(value)) ? { plain: `'${String(value)}` } : plainField(column, value);
		default:
			return plainField(column, value);
	}
}

/** A cell of a workbook: figures stay figures, days become days, codes words. */
export function sheetCell(column: Column, value: unknown, language: Language): StreamCell {
	if (value === null) return null;
	switch (column.type) {
		case 'whole':
		case 'decimal':
			return { figure: String(value) };
		case 'day':
			return { day: spreadsheetDay(String(value)) };
		case 'moment':
			return { text: momentText(value) };
		case 'list':
			return { text: listText(value) };
		case 'yes-no':
			return { text: said(value === true ? 'export_yes' : 'export_no', language) };
		case 'choice':
			return { text: valueWords(column, String(value), language) };
		default:
			return { text: String(value) };
	}
}

/** A value of JSON. Decimals of the house fit a double in all digits that somebody typed. */
export function jsonValue({ type }: Column, value: unknown): unknown {
	if (value === null) return null;
	if (type === 'whole' || type === 'decimal') return Number(value);
	return type === 'moment' ? momentText(value) : value;
}
