/** Small uploads that would keep a server busy: what is counted is the work done, not the time. */
import { Parser } from 'htmlparser2';
import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mostCellsOfAnswer } from './grid-limits.ts';
import { readWorkbook } from './read-workbook.ts';
import { readXml } from './xml.ts';
import { limitsOfAnswer, openZip } from './zip.ts';

const MiB = 1024 * 1024;
const relationship = (id: string, type: string, target: string) =>
	`<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`;

/** A workbook whose sheets are all the same part. */
const workbook = (sheets: number, part: string, more: Record<string, Uint8Array> = {}) =>
	zipSync({
		'_rels/.rels': strToU8(
			`<Relationships>${relationship('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
		),
		'xl/workbook.xml': strToU8(
			`<workbook><sheets>${Array.from({ length: sheets }, (_, at) => `<sheet name="s${at}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			`<Relationships>${Array.from({ length: sheets }, (_, at) => relationship(`r${at}`, 'worksheet', 'worksheets/s.xml')).join('')}</Relationships>`,
		),
		'xl/worksheets/s.xml': strToU8(`<worksheet><sheetData>${part}</sheetData></worksheet>`),
		...more,
	});
/** Cells whose values no packer makes tiny, so that the ratio alone does not refuse them. */
const cells = (rows: number, columns: number) =>
	Array.from(
		{ length: rows },
		(_, row) =>
			`<row>${Array.from({ length: columns }, (_, column) => `<c><v>${(row * 7919 + column * 104729) % 9973}</v></c>`).join('')}</row>`,
	).join('');

/** What the parser was given while `work` ran, in characters. */
function parsed(work: () => void): number {
	const write = vi.spyOn(Parser.prototype, 'write');
	work();
	return write.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
}

const here = { mostCells: mostCellsOfAnswer, unpacked: limitsOfAnswer };
const codeOf = (bytes: Uint8Array, options = here) => {
	const outcome = readWorkbook(bytes, { name: 'bom.xlsx', ...options });
	return outcome.ok ? 'read' : outcome.problems[0]?.code;
};

afterEach(() => vi.restoreAllMocks());

describe('a small upload with much in it', () => {
	it('is left at the first cell too many', () => {
		const part = cells(4200, 100);
		const bytes = workbook(1, part);
		let code: string | undefined;
		const seen = parsed(() => {
			code = codeOf(bytes);
		});
		expect(code).toBe('SHEET_TOO_LARGE');
		expect(part.length).toBeGreaterThan(6_000_000);
		expect(seen).toBeLessThan(part.length / 3);
	});

	it('is not read when it unpacks to more than a server reads', () => {
		const bytes = workbook(1, cells(6500, 100));
		const seen = parsed(() => expect(codeOf(bytes)).toBe('ZIP_BOMB'));
		expect(seen).toBe(0);
		expect(openZip(bytes).ok).toBe(true);
	});

	it('does not read one part again and again under many names', () => {
		const part = cells(500, 100);
		const bytes = workbook(900, part);
		const seen = parsed(() => expect(codeOf(bytes)).toBe('ZIP_BOMB'));
		expect(seen).toBeLessThan(limitsOfAnswer.totalBytes);
	});

	it('has no cell at the very bottom of many sheets', () => {
		const bytes = workbook(500, '<row r="1048576"><c r="A1048576"><v>1</v></c></row>');
		expect(codeOf(bytes)).toBe('SHEET_TOO_LARGE');
		expect(codeOf(workbook(2, '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toBe('read');
	});

	it('has no list of parts longer than any program writes', () => {
		const rels = Array.from({ length: 30_000 }, (_, at) => relationship(`x${at * 7919}`, 'y', `z${at}`));
		const bytes = workbook(1, cells(2, 2), {
			'_rels/.rels': strToU8(`<Relationships>${rels.join('')}</Relationships>`),
		});
		expect(codeOf(bytes)).toBe('ZIP_BOMB');
	});
});

describe('a part', () => {
	it('is left when enough was seen, and when it has more elements than allowed', () => {
		const bytes = strToU8(`<a>${'<b/>'.repeat(100_000)}</a>`);
		let opened = 0;
		const events = { open: () => void (opened += 1), enough: () => opened > 100 };
		expect(readXml(bytes, 'p', events)).toEqual({ ok: true, value: null });
		expect(opened).toBeLessThan(20_000);
		opened = 0;
		expect(readXml(bytes, 'p', { open: events.open }, 5000)).toMatchObject({
			ok: false,
			problems: [{ code: 'ZIP_BOMB', params: { part: 'p' } }],
		});
		expect(opened).toBe(5000);
		expect(readXml(bytes, 'p', {})).toEqual({ ok: true, value: null });
	});

	it('that is stored is never larger than what may be unpacked', () => {
		const bytes = zipSync({ 'xl/workbook.xml': [new Uint8Array(9 * MiB), { level: 0 }] });
		expect(openZip(bytes, limitsOfAnswer)).toMatchObject({ problems: [{ params: { reason: 'entry' } }] });
	});
});
