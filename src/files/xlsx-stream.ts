/**
 * Writes .xlsx row by row, for tables that no memory should hold: texts stand in their cells instead of a shared list.
 * Source: ECMA-376 part 1, 18.3 (worksheets; inline strings 18.3.1.53).
 */
import { strToU8 } from 'fflate';
import { cellAddress } from '#inputs/grid.ts';
import { harmlessText } from './csv-lines.ts';
import { contentTypes, propertyParts, propertyTypes, relationships } from './office-package.ts';
import { panePart, sheetName, storedText, workbookPart } from './xlsx-writer.ts';
import { styleBook } from './xlsx-styles.ts';
import { xmlHead } from './xml-text.ts';
import type { ZipStream } from './zip-stream.ts';

/** A cell: a text, a figure in exact decimals, a truth, a day as spreadsheets count it; null is empty. */
export type StreamCell =
	| { readonly text: string; readonly look?: 'text' | 'header' | 'title' | 'note' }
	| { readonly figure: string }
	| { readonly day: number }
	| null;

/** The last row of a sheet (Excel's limit). */
export const mostRows = 1_048_576;

export interface XlsxStream {
	/** Begins a sheet; the one before must have ended. The first row stays in sight. */
	openSheet(widths: readonly number[]): void;
	row(cells: readonly StreamCell[]): void;
	closeSheet(): void;
	/** Writes what belongs to the whole book. */
	end(): void;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Characters that are gathered before they are packed. */
const PIECE = 64 * 1024;

/** Days since 1899-12-30, as a spreadsheet counts a day `2026-11-22`. */
export const spreadsheetDay = (day: string): number =>
	Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** A book whose sheets come in the order of their names. Names are cleaned to Excel's rules. */
export function xlsxStream(zip: ZipStream, title: string, names: readonly string[]): XlsxStream {
	const styles = styleBook();
	const taken: string[] = [];
	for (const name of names) taken.push(sheetName(name, taken));
	let sheets = 0;
	let rows = 0;
	let text = '';
	const say = (more: string): void => {
		text += more;
		if (text.length < PIECE) return;
		zip.add(strToU8(text));
		text = '';
	};
	const part = (path: string, content: string): void => {
		zip.open(path);
		zip.add(strToU8(xmlHead + content));
		zip.close();
	};
	const cell = (one: StreamCell, column: number): string => {
		if (one === null) return '';
		const address = cellAddress(rows - 1, column);
		if ('figure' in one) return `<c r="${address}"><v>${one.figure}</v></c>`;
		if ('day' in one)
			return `<c r="${address}" s="${styles.of('text', 'yyyy-mm-dd', false)}"><v>${one.day}</v></c>`;
		if (one.text === '') return '';
		// Marks the cell as text for ever, so that editing `=cmd()` does not turn it into a formula.
		const style = styles.of(one.look ?? 'text', '', harmlessText(one.text) !== one.text);
		const look = style > 0 ? ` s="${style}"` : '';
		return `<c r="${address}"${look} t="inlineStr"><is><t xml:space="preserve">${storedText(one.text)}</t></is></c>`;
	};
	return {
		openSheet(widths) {
			sheets += 1;
			rows = 0;
			zip.open(`xl/worksheets/sheet${sheets}.xml`);
			const columns = widths.map(
				(width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
			);
			say(
				`${xmlHead}<worksheet ${main}><sheetViews><sheetView workbookViewId="0">${panePart({ frozenRows: 1 })}</sheetView>` +
					`</sheetViews><sheetFormatPr defaultRowHeight="15"/>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`,
			);
		},
		row(cells) {
			rows += 1;
			say(`<row r="${rows}">${cells.map(cell).join('')}</row>`);
		},
		closeSheet() {
			zip.add(strToU8(`${text}</sheetData></worksheet>`));
			text = '';
			zip.close();
		},
		end() {
			const paths = taken.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
			part('xl/workbook.xml', workbookPart(taken, {}));
			part(
				'xl/_rels/workbook.xml.rels',
				relationships([
					...paths.map((path) => ['worksheet', path.slice(3)] as const),
					['styles', 'styles.xml'],
				]),
			);
			part('xl/styles.xml', styles.part());
			for (const [path, content] of Object.entries(propertyParts(title, 'xl/workbook.xml')))
				part(path, content);
			part(
				'[Content_Types].xml',
				contentTypes({
					'xl/workbook.xml': `${type}.sheet.main+xml`,
					...Object.fromEntries(paths.map((path) => [path, `${type}.worksheet+xml`])),
					'xl/styles.xml': `${type}.styles+xml`,
					...propertyTypes,
				}),
			);
		},
	};
}
