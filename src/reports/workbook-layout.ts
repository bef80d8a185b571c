/** Where everything of a value-added workbook stands, so that formulas on one sheet can name cells on another. */
import { cellAddress } from '#inputs/grid.ts';
import { hayamiRows } from '#methods/value-added/hayami-rows.ts';
import type { HayamiInputKey, HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { m } from '#words/messages.js';
import type { Locale } from './row-label.ts';

/** Rows a person fills in, in the order of the printed table. */
export const inputKeys: readonly HayamiInputKey[] = hayamiRows
	.filter((row) => row.kind === 'input')
	.map((row) => row.key as HayamiInputKey);

export interface SheetNames {
	readonly summary: string;
	readonly data: string;
	readonly hayami: string;
	readonly otherInputs: string;
	readonly sensitivity: string;
	readonly notes: string;
}

/** The names of the six sheets. */
export function sheetNames(locale: Locale): SheetNames {
	return {
		summary: m.reports_sheet_summary({}, { locale }),
		data: m.reports_sheet_data({}, { locale }),
		hayami: m.reports_sheet_hayami({}, { locale }),
		otherInputs: m.reports_sheet_other_inputs({}, { locale }),
		sensitivity: m.reports_sheet_sensitivity({}, { locale }),
		notes: m.reports_sheet_notes({}, { locale }),
	};
}

/** `'Rincian input lain'!H15`: quoted, because the name has spaces. */
export function onSheet(sheet: string, address: string): string {
	return `${/^[A-Za-z]\w*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${address}`;
}

/** `$D$9` */
export function absolute(rowIndex: number, columnIndex: number): string {
	return cellAddress(rowIndex, columnIndex).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

/** First product column and first row (counted from 0) on the data sheet. */
export const dataStart = { row: 4, column: 3 } as const;
/** First product column and first row on the Hayami sheet; section headings stand between. */
export const hayamiStart = { row: 3, column: 4 } as const;

/** Row of an input on the data sheet, counted from 0. */
export function dataRow(key: HayamiInputKey): number {
	return dataStart.row + inputKeys.indexOf(key);
}

/** Row of the number of processes a month on the data sheet. */
export const processesRow = dataStart.row + inputKeys.length;

/** Row of a figure on the Hayami sheet, counted from 0, section headings included. */
export function hayamiSheetRow(key: HayamiKey): number {
	let row = hayamiStart.row;
	let section = '';
	for (const candidate of hayamiRows) {
		if (candidate.section !== section) {
			section = candidate.section;
			row += 1;
		}
		if (candidate.key === key) return row;
		row += 1;
	}
	return row;
}

/** The cell of an input of a product, as other sheets name it. */
export function dataCell(names: SheetNames, key: HayamiInputKey, product: number): string {
	return onSheet(names.data, cellAddress(dataRow(key), dataStart.column + product));
}

/** The cell of a figure of a product, as other sheets name it. */
export function hayamiCell(names: SheetNames, key: HayamiKey, product: number): string {
	return onSheet(names.hayami, cellAddress(hayamiSheetRow(key), hayamiStart.column + product));
}
