/**
 * Writes .xlsx: formulas always with their cached results, texts always as text.
 * Source: ECMA-376 part 1, 18.2 (workbook), 18.3 (worksheets), 18.4 (shared strings).
 */
import { cellAddress } from '#inputs/grid.ts';
import { guardedText } from './csv-writer.ts';
import { contentTypes, packParts, propertyParts, propertyTypes, relationships } from './office-package.ts';
import type { OutCell, OutSheet, Spreadsheet } from './spreadsheet.ts';
import { xmlText } from './xml-text.ts';
import { styleBook, type StyleBook } from './xlsx-styles.ts';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const related = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** A cell holds no more (Excel's limit). */
const longestText = 32_767;

/**
 * The workbook's bytes; the same book gives the same bytes. Sheet names are cleaned to Excel's rules (see
 * `sheetName`): a formula must name the cleaned one. A number that is none (NaN, Infinity) is written as `#NUM!`.
 */
export function writeXlsx(book: Spreadsheet): Uint8Array {
	const styles = styleBook();
	const strings = sharedStrings();
	const sheets = book.sheets.length > 0 ? book.sheets : [{ name: '', rows: [] }];
	const taken: string[] = [];
	for (const sheet of sheets) taken.push(sheetName(sheet.name, taken));
	const parts = sheets.map((sheet) => sheetPart(sheet, styles, strings));
	const paths = sheets.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
	return packParts({
		'[Content_Types].xml': contentTypes({
			'xl/workbook.xml': `${type}.sheet.main+xml`,
			...Object.fromEntries(paths.map((path) => [path, `${type}.worksheet+xml`])),
			'xl/styles.xml': `${type}.styles+xml`,
			'xl/sharedStrings.xml': `${type}.sharedStrings+xml`,
			...propertyTypes,
		}),
		...propertyParts(book.title, 'xl/workbook.xml'),
		'xl/workbook.xml': workbookPart(taken, book.names ?? {}),
		'xl/_rels/workbook.xml.rels': relationships([
			...paths.map((path) => ['worksheet', path.slice(3)] as const),
			['styles', 'styles.xml'],
			['sharedStrings', 'sharedStrings.xml'],
		]),
		...Object.fromEntries(paths.map((path, index) => [path, parts[index] ?? ''])),
		'xl/styles.xml': styles.part(),
		'xl/sharedStrings.xml': strings.part(),
	});
}

/** A name Excel accepts: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end, not empty, not `taken`. */
export function sheetName(name: string, taken: readonly string[] = []): string {
	const clean = xmlText(name)
		? name
				// eslint-disable-next-line no-control-regex -- a sheet's name is one visible line
				.replace(/[[\]:*?/\\\x00-\x1F]/g, ' ')
				.replace(/\s+/g, ' ')
				.replace(/^['\s]+|['\s]+$/g, '')
		: '';
	const base = clean === '' || /^history$/i.test(clean) ? `${clean || 'Sheet'}1` : clean.slice(0, 31).trim();
	const used = new Set(taken.map((other) => other.toLowerCase()));
	let result = base;
	for (let times = 2; used.has(result.toLowerCase()); times += 1) {
		const suffix = ` (${times})`;
		result = base.slice(0, 31 - suffix.length) + suffix;
	}
	return result;
}

/** A name for a range that Excel accepts: letters, digits, `_` and `.`, never like a cell's address. */
function rangeName(name: string): string {
	const clean = name.replace(/[^\p{L}\p{N}_.]/gu, '_').replace(/^(?=[\d.])/, '_');
	return /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*|[Cc]\d*)$/.test(clean) ? `_${clean}` : clean.slice(0, 255);
}

/** The part that lists the sheets, with names for ranges. */
export function workbookPart(sheets: readonly string[], names: Readonly<Record<string, string>>): string {
	const list = sheets.map(
		(name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
	);
	const defined = Object.entries(names)
		.map(([name, reference]) => [rangeName(name), reference] as const)
		.filter(([name]) => name !== '')
		.sort(([left], [right]) => (left.toLowerCase() < right.toLowerCase() ? -1 : 1))
		.map(([name, reference]) => `<definedName name="${xmlText(name)}">${xmlText(reference)}</definedName>`);
	return (
		`<workbook ${main} ${related}><bookViews><workbookView activeTab="0"/></bookViews>` +
		`<sheets>${list.join('')}</sheets>` +
		(defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : '') +
		// The cached results are for previews; a program that can calculate does so on opening.
		'<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
	);
}

interface SharedStrings {
	index(text: string): number;
	part(): string;
}

function sharedStrings(): SharedStrings {
	const indices = new Map<string, number>();
	let uses = 0;
	return {
		index(text) {
			uses += 1;
			const known = indices.get(text) ?? indices.size;
			indices.set(text, known);
			return known;
		},
		part: () => {
			const items = [...indices.keys()].map((text) => `<si><t xml:space="preserve">${text}</t></si>`);
			return `<sst ${main} count="${uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
		},
	};
}

/** Text as a cell stores it: what looks like the escape `_x000D_` is itself escaped. */
export function storedText(text: string): string {
	return xmlText(text.slice(0, longestText).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

function sheetPart(sheet: OutSheet, styles: StyleBook, strings: SharedStrings): string {
	const rows = sheet.rows.map((row, rowIndex) => {
		const cells = row.map((cell, column) =>
			cell ? cellPart(cell, cellAddress(rowIndex, column), styles, strings) : '',
		);
		const content = cells.join('');
		return content === '' ? '' : `<row r="${rowIndex + 1}">${content}</row>`;
	});
	const columns = (sheet.widths ?? []).map(
		(width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
	);
	return (
		`<worksheet ${main}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
		`<sheetViews><sheetView workbookViewId="0">${panePart(sheet)}</sheetView></sheetViews>` +
		'<sheetFormatPr defaultRowHeight="15"/>' +
		(columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
		`<sheetData>${rows.join('')}</sheetData>` +
		'<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
		'<pageSetup paperSize="9" fitToHeight="0"/></worksheet>'
	);
}

/** Rows and columns that stay while the reader scrolls. */
export function panePart({
	frozenRows = 0,
	frozenColumns = 0,
}: Pick<OutSheet, 'frozenRows' | 'frozenColumns'>): string {
	if (frozenRows === 0 && frozenColumns === 0) return '';
	const split =
		(frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '') +
		(frozenRows > 0 ? ` ySplit="${frozenRows}"` : '');
	const pane =
		frozenRows > 0 && frozenColumns > 0 ? 'bottomRight' : frozenRows > 0 ? 'bottomLeft' : 'topRight';
	const corner = cellAddress(frozenRows, frozenColumns);
	return `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`;
}

function cellPart(cell: OutCell, address: string, styles: StyleBook, strings: SharedStrings): string {
	const { value } = cell;
	const formula = cell.formula?.replace(/^=/, '') ?? '';
	// Marks the cell as text for ever, so that editing `=cmd()` does not turn it into a formula.
	const guarded = formula === '' && typeof value === 'string' && guardedText(value) !== value;
	const style = styles.of(cell.style ?? 'text', cell.format ?? '', guarded);
	const open = `<c r="${address}"${style > 0 ? ` s="${style}"` : ''}`;
	const source = formula === '' ? '' : `<f>${xmlText(formula)}</f>`;
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) return `${open} t="e">${source}<v>#NUM!</v></c>`;
		return `${open}>${source}<v>${Object.is(value, -0) ? 0 : value}</v></c>`;
	}
	if (source !== '') return `${open} t="str">${source}<v>${storedText(value ?? '')}</v></c>`;
	if (value === null || value === '') return style > 0 ? `${open}/>` : '';
	return `${open} t="s"><v>${strings.index(storedText(value))}</v></c>`;
}
