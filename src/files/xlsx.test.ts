import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { GridCell, Workbook } from '#inputs/grid.ts';
import { cleanCellText } from './cell-text.ts';
import { readWorkbook } from './read-workbook.ts';
import type { OutCell, Spreadsheet } from './spreadsheet.ts';
import { sheetName, writeXlsx } from './xlsx-writer.ts';

const oneSheet = (rows: (OutCell | null)[][]): Spreadsheet => ({
	title: 'Uji',
	sheets: [{ name: 'Data', rows }],
});

function read(bytes: Uint8Array, name = 'uji.xlsx'): Workbook {
	const outcome = readWorkbook(bytes, { name });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}

function cell(book: Workbook, row: number, column: number, sheet = 0): GridCell | undefined {
	return book.grids[sheet]?.rows[row]?.[column];
}

/** A workbook as other programs write it: raw parts, made by hand. */
function rawXlsx(sheetData: string, parts: Record<string, string> = {}): Uint8Array {
	const files: Record<string, string> = {
		'[Content_Types].xml': '<Types/>',
		'_rels/.rels':
			'<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
		'xl/workbook.xml':
			'<workbook xmlns:r="r"><sheets><sheet name="Lembar" sheetId="1" r:id="rId1"/></sheets></workbook>',
		'xl/_rels/workbook.xml.rels':
			'<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>' +
			'<Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>' +
			'<Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>',
		'xl/worksheets/sheet1.xml': `<worksheet>${sheetData}</worksheet>`,
		...parts,
	};
	const zippable: Zippable = {};
	for (const [path, text] of Object.entries(files)) zippable[path] = strToU8(text);
	return zipSync(zippable);
}

describe('a written workbook read again', () => {
	it('keeps numbers exact and shows them as an Indonesian spreadsheet does', () => {
		const book = read(
			writeXlsx(
				oneSheet([
					[{ value: 1234567.891, format: '#,##0.00' }, { value: 0.5317, format: '0.00%' }, { value: 1700 }],
					[{ value: 0.1 + 0.2 }, { value: -4078.645, format: '"Rp" #,##0.00' }, { value: 1e21 }],
				]),
			),
		);
		expect(cell(book, 0, 0)).toMatchObject({ number: 1234567.891, text: '1.234.567,89' });
		expect(cell(book, 0, 1)).toMatchObject({ number: 0.5317, text: '53,17%' });
		expect(cell(book, 0, 2)).toMatchObject({ number: 1700, text: '1700' });
		expect(cell(book, 1, 0)).toMatchObject({ number: 0.1 + 0.2, text: '0,3' });
		expect(cell(book, 1, 1)).toMatchObject({ number: -4078.645, text: '-Rp 4.078,65' });
		expect(cell(book, 1, 2)?.text).toBe('1000000000000000000000');
	});

	it('carries every formula with its cached result, numbers and texts alike', () => {
		const bytes = writeXlsx(
			oneSheet([
				[
					{ value: 59 },
					{ value: 118, formula: '=A1*2' },
					{ value: 'Layak <1>', formula: 'IF(A1>5,"Layak <1>","")' },
				],
			]),
		);
		const book = read(bytes);
		expect(cell(book, 0, 1)).toMatchObject({ formula: 'A1*2', number: 118 });
		expect(cell(book, 0, 2)).toMatchObject({ formula: 'IF(A1>5,"Layak <1>","")', text: 'Layak <1>' });
		expect(book.notes).toEqual([]);
	});

	it('keeps a typed =cmd() as text', () => {
		const book = read(writeXlsx(oneSheet([[{ value: "=cmd|' /C calc'!A0" }, { value: '@SUM(1)' }]])));
		expect(cell(book, 0, 0)).toEqual({ text: "=cmd|' /C calc'!A0", address: 'A1' });
		expect(cell(book, 0, 1)?.formula).toBeUndefined();
	});

	it('is the same bytes every time', () => {
		const book = oneSheet([[{ value: 'a', style: 'header' }], [{ value: 1, style: 'input' }]]);
		expect(writeXlsx(book)).toEqual(writeXlsx(book));
	});

	it('writes a number that is none as an error value, never as a number', () => {
		const book = read(writeXlsx(oneSheet([[{ value: Number.NaN }]])));
		expect(cell(book, 0, 0)).toEqual({ text: '#NUM!', address: 'A1' });
	});

	it('keeps any text of any cell, but for what nobody sees', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 6 }),
				(texts) => {
					const book = read(writeXlsx(oneSheet([[{ value: 'awal' }, ...texts.map((value) => ({ value }))]])));
					texts.forEach((text, index) => {
						const storable = text
							.replace(/\r\n?/g, '\n')
							// eslint-disable-next-line no-control-regex -- characters XML cannot hold
							.replace(/[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '');
						expect(cell(book, 0, index + 1)?.text ?? '').toBe(cleanCellText(storable));
					});
				},
			),
			{ numRuns: 100 },
		);
	}, 60_000);

	it('keeps text that looks like an escape', () => {
		expect(cell(read(writeXlsx(oneSheet([[{ value: '_x0041_' }]]))), 0, 0)?.text).toBe('_x0041_');
	});
});

describe('sheet names', () => {
	it('follow the rules of spreadsheets', () => {
		expect(sheetName('Nilai/tambah: [2024]?')).toBe('Nilai tambah 2024');
		expect(sheetName("'")).toBe('Sheet1');
		expect(sheetName('x'.repeat(50))).toHaveLength(31);
		expect(sheetName('DATA', ['Data'])).toBe('DATA (2)');
	});
});

describe('a workbook of another program', () => {
	it('joins rich text, skips phonetic guides, reads inline strings, booleans and errors', () => {
		const book = read(
			rawXlsx(
				'<sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>in</t></is></c>' +
					'<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A2&amp;"x"</f><v>bx</v></c></row></sheetData>',
				{
					'xl/sharedStrings.xml':
						'<sst><si><r><t>Bahan </t></r><r><t>baku</t></r><rPh sb="0" eb="1"><t>XX</t></rPh></si></sst>',
				},
			),
		);
		const [empty, row] = book.grids[0]?.rows ?? [];
		expect(empty).toEqual([]);
		expect(row?.map((each) => each.text)).toEqual(['Bahan baku', '', 'in', 'TRUE', '#REF!', 'bx']);
		expect(row?.[5]).toMatchObject({ address: 'F2', formula: 'A2&"x"' });
		expect(row?.[4]?.number).toBeUndefined();
	});

	it('notes a formula that has no result', () => {
		const book = read(
			rawXlsx('<sheetData><row r="1"><c r="B1"><f>A1*2</f></c><c r="C1"><f>A1*3</f></c></row></sheetData>'),
		);
		expect(book.notes).toEqual([
			{ code: 'FORMULA_WITHOUT_RESULT', address: 'B1', params: { table: 'Lembar', count: 2 } },
		]);
		expect(cell(book, 0, 1)).toMatchObject({ formula: 'A1*2', text: '' });
	});

	it('writes shared formulas out for each cell', () => {
		const book = read(
			rawXlsx(
				'<sheetData><row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*$C$1+SUM(A1:A$9)+LOG10(2)</f><v>1</v></c></row>' +
					'<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row></sheetData>',
			),
		);
		expect(cell(book, 1, 1)?.formula).toBe('A2*$C$1+SUM(A2:A$9)+LOG10(2)');
	});

	it('puts the span of merged cells on the first and empties the others', () => {
		const book = read(
			rawXlsx(
				'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Judul</t></is></c><c r="C1"><v>5</v></c></row>' +
					'<row r="2"><c r="C2"><v>7</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:C2"/></mergeCells>',
			),
		);
		expect(cell(book, 0, 0)).toMatchObject({ text: 'Judul', span: { columns: 2, rows: 2 } });
		expect(cell(book, 1, 2)).toEqual({ text: '', address: 'C2' });
		expect(book.notes).toContainEqual({
			code: 'MERGED_CELL_HIDES_VALUE',
			address: 'C2',
			params: { table: 'Lembar', count: 1 },
		});
	});

	it('reads dates as ISO text without a number, because they are no quantities', () => {
		const styles =
			'<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-421]d mmmm yyyy"/></numFmts>' +
			'<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs></styleSheet>';
		const sheet =
			'<sheetData><row r="1"><c r="A1" s="1"><v>45443</v></c><c r="B1" s="2"><v>1</v></c><c r="C1" s="3"><v>45443.75</v></c></row></sheetData>';
		const row = read(rawXlsx(sheet, { 'xl/styles.xml': styles })).grids[0]?.rows[0];
		expect(row?.map((each) => each.text)).toEqual(['2024-05-31', '1900-01-01', '2024-05-31 18:00']);
		expect(row?.some((each) => each.number !== undefined)).toBe(false);
	});

	it('notes hidden sheets and the repairs it made, with the first address', () => {
		const book = read(
			rawXlsx(
				'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Jum&#xAD; lah\nBahan\u00A0Baku\u200B</t></is></c></row></sheetData>',
				{
					'xl/workbook.xml':
						'<workbook xmlns:r="r"><sheets><sheet name="Sembunyi" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>',
				},
			),
		);
		expect(cell(book, 0, 0)?.text).toBe('Jumlah Bahan Baku');
		expect(book.notes.map((note) => note.code)).toEqual([
			'SHEET_HIDDEN',
			'ZERO_WIDTH_REMOVED',
			'SOFT_HYPHENS_JOINED',
			'LINE_BREAKS_JOINED',
			'SPACES_REPLACED',
		]);
	});

	it('does not fill the memory for one cell far away', () => {
		const book = read(rawXlsx('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'));
		expect(book.grids[0]?.rows).toHaveLength(1_048_576);
		const wide = Array.from(
			{ length: 200 },
			(_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`,
		);
		const outcome = readWorkbook(rawXlsx(`<sheetData>${wide.join('')}</sheetData>`), { name: 'lebar.xlsx' });
		expect(outcome).toMatchObject({
			ok: false,
			problems: [{ code: 'SHEET_TOO_LARGE', at: { file: 'lebar.xlsx', sheet: 'Lembar' } }],
		});
	});

	it('refuses a document type, so that no entity is ever expanded', () => {
		const bytes = rawXlsx('', {
			'xl/worksheets/sheet1.xml':
				'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>',
		});
		expect(readWorkbook(bytes, { name: 'xxe.xlsx' })).toEqual({
			ok: false,
			problems: [
				{
					code: 'XML_DOCTYPE_REFUSED',
					at: { file: 'xxe.xlsx' },
					params: { part: 'xl/worksheets/sheet1.xml' },
				},
			],
		});
	});

	it('says which part is cut short or nested beyond reason', () => {
		const cut = rawXlsx('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</v>' });
		expect(readWorkbook(cut, { name: 'a.xlsx' })).toMatchObject({ problems: [{ code: 'FILE_DAMAGED' }] });
		const deep = rawXlsx('', { 'xl/worksheets/sheet1.xml': '<a>'.repeat(100_000) });
		expect(readWorkbook(deep, { name: 'a.xlsx' })).toMatchObject({ problems: [{ code: 'XML_TOO_DEEP' }] });
	});
});
