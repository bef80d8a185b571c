/** Small files that would keep a reader busy: it stops early, which is counted in elements and never in seconds. */
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { readXml } from './xml.ts';

const sheetOf = (cells: string): Uint8Array =>
	strToU8(`<worksheet><sheetData>${cells}</sheetData></worksheet>`);
const rels = (target: string, type: string) =>
	strToU8(
		`<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}"/></Relationships>`,
	);
/** A workbook with one sheet; noise beside it keeps the file from being refused for how well it packs. */
const workbookOf = (sheet: Uint8Array): Uint8Array =>
	zipSync({
		'_rels/.rels': rels('xl/workbook.xml', 'officeDocument'),
		'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'),
		'xl/_rels/workbook.xml.rels': rels('worksheets/sheet1.xml', 'worksheet'),
		'xl/worksheets/sheet1.xml': [sheet, { level: 0 }],
	});
const codesOf = (bytes: Uint8Array, more: object = {}) => {
	const outcome = readWorkbook(bytes, { name: 'a.xlsx', ...more });
	return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
};

it('of eight million elements and more are refused before their end', () => {
	let seen = 0;
	const part = strToU8(`<a>${'<b/>'.repeat(9_000_000)}</a>`);
	expect(readXml(part, 'x.xml', { open: () => void (seen += 1) })).toMatchObject({
		problems: [{ code: 'ZIP_BOMB', params: { reason: 'elements', part: 'x.xml' } }],
	});
	expect(seen).toBe(8_000_000);
});

it('that gave enough are not read to their end', () => {
	let seen = 0;
	const part = strToU8(`<a>${'<b/>'.repeat(1_000_000)}</a>`);
	const enough = () => seen > 1000;
	expect(readXml(part, 'x.xml', { open: () => void (seen += 1), enough })).toEqual({ ok: true, value: null });
	expect(seen).toBeLessThan(20_000);
});

it('of a sheet with more cells than there is room for stop at the room, and say so', () => {
	const row = (number: number, end = '') => `<row r="${number}"><c r="A${number}"><v>1</v></c></row>${end}`;
	const rows = Array.from({ length: 400 }, (_, index) => row(index + 1)).join('');
	expect(codesOf(workbookOf(sheetOf(rows)), { mostCells: 1000 })).toEqual([]);
	expect(codesOf(workbookOf(sheetOf(rows)), { mostCells: 100 })).toEqual(['SHEET_TOO_LARGE']);
	// Broken far behind the room: nobody gets there.
	const long = rows + ' '.repeat(200_000) + '<!DOCTYPE x>'.repeat(2);
	expect(codesOf(workbookOf(sheetOf(long)), { mostCells: 100 })).toEqual(['SHEET_TOO_LARGE']);
	expect(codesOf(workbookOf(sheetOf(long)), { mostCells: 1000 })).toEqual(['XML_DOCTYPE_REFUSED']);
});

it('that a caller has little room for are refused by their size, packed and unpacked', () => {
	const bytes = workbookOf(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>'));
	expect(codesOf(bytes, { mostBytes: bytes.length, mostUnpacked: 10_000 })).toEqual([]);
	expect(codesOf(bytes, { mostBytes: bytes.length - 1 })).toEqual(['FILE_TOO_LARGE']);
	expect(codesOf(bytes, { mostUnpacked: 200 })).toEqual(['ZIP_BOMB']);
});
