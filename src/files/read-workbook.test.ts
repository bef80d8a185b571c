import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from './read-workbook.ts';

const bytesOf = (...parts: (string | number[])[]) =>
	new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...strToU8(part, true)] : part)));
const wide = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function code(bytes: Uint8Array, name: string) {
	const outcome = readWorkbook(bytes, { name });
	return outcome.ok
		? `read as ${outcome.value.format}`
		: outcome.problems.map((problem) => problem.code).join();
}

describe('a file', () => {
	const refused: readonly (readonly [string, Uint8Array, string])[] = [
		['nothing at all', new Uint8Array(0), 'FILE_EMPTY'],
		['only spaces', bytesOf('  \r\n '), 'FILE_EMPTY'],
		['an old workbook', bytesOf(ole, wide('Root Entry'), wide('Workbook')), 'FILE_IS_OLD_XLS'],
		['an old document', bytesOf(ole, wide('WordDocument')), 'FILE_IS_OLD_DOC'],
		['a workbook with a password', bytesOf(ole, wide('EncryptedPackage')), 'FILE_IS_ENCRYPTED'],
		['a PDF', bytesOf('%PDF-1.7\n'), 'FILE_IS_PDF'],
		['a PNG', bytesOf([0x89], 'PNG\r\n'), 'FILE_IS_IMAGE'],
		['a JPEG', bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'FILE_IS_IMAGE'],
		['gzip', bytesOf([0x1f, 0x8b, 8, 0, 0]), 'FILE_IS_ARCHIVE'],
		['a zip of anything', zipSync({ 'a.txt': strToU8('x') }), 'FILE_IS_ARCHIVE'],
		[
			'an ods',
			zipSync({ 'content.xml': strToU8('x'), 'META-INF/manifest.xml': strToU8('x') }),
			'FILE_IS_OPENDOCUMENT',
		],
		['an xlsb', zipSync({ 'xl/workbook.bin': strToU8('x') }), 'FILE_IS_XLSB'],
		['a presentation', zipSync({ 'ppt/presentation.xml': strToU8('x') }), 'FILE_NOT_A_TABLE'],
		['JSON', bytesOf('{"a": 1}'), 'FILE_IS_JSON'],
		['XML', bytesOf('<?xml version="1.0"?><a/>'), 'FILE_NOT_A_TABLE'],
		['RTF', bytesOf('{\\rtf1 x}'), 'FILE_NOT_A_TABLE'],
		['zero bytes', new Uint8Array(100), 'FILE_NOT_A_TABLE'],
		['prose', bytesOf('Halo dunia. Apa kabar'), 'NO_TABLE_INSIDE'],
	];
	it.each(refused)('that is %s is refused with its own code', (_, bytes, expected) => {
		expect(code(bytes, 'tabel5.xlsx')).toBe(expected);
	});

	it('too large for a table is refused with its size', () => {
		expect(readWorkbook(new Uint8Array(65 * 1024 * 1024), { name: 'a.csv' })).toMatchObject({
			problems: [
				{ code: 'FILE_TOO_LARGE', at: { file: 'a.csv' }, params: { bytes: 68157440, limit: 67108864 } },
			],
		});
	});

	it('is what it holds, not what it is called', () => {
		expect(code(bytesOf('Uraian;Nilai\nUpah;2\nHarga;3\n'), 'a.txt')).toBe('read as csv');
		expect(code(bytesOf('Output 59 40\nUpah 2 3\n'), 'a.txt')).toBe('read as text');
		expect(code(bytesOf('| a | b |\n|---|---|\n| 1 | 2 |\n'), 'a.md')).toBe('read as text');
		const page = readWorkbook(bytesOf('<html><table><tr><td>1</table>'), { name: 'unduhan.xls' });
		expect(page).toMatchObject({ ok: true, value: { format: 'html', notes: [] } });
		expect(readWorkbook(bytesOf('a;b\n1;2\n3;4\n'), { name: 'a.xlsx' })).toMatchObject({
			value: { notes: [{ code: 'FORMAT_DIFFERS_FROM_NAME', params: { ending: '.xlsx', format: 'csv' } }] },
		});
	});

	it('of any bytes is read or refused, never thrown at', () => {
		const head = fc.constantFrom('', 'PK\x03\x04', 'PK\x05\x06', '%PDF', '<table>', 'a;b\n', '\xFF\xFE', '{');
		fc.assert(
			fc.property(
				head,
				fc.uint8Array({ maxLength: 400 }),
				fc.constantFrom('a.xlsx', 'a.csv', 'a'),
				(start, rest, name) => {
					expect(typeof readWorkbook(bytesOf(start, [...rest]), { name }).ok).toBe('boolean');
				},
			),
			{ numRuns: 300 },
		);
	}, 60_000);

	it('of ten megabytes of noise is answered soon', () => {
		const size = 10 * 1024 * 1024;
		let seed = 7;
		const next = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 16;
		const noise = new Uint8Array(size).map(next);
		const printable = new Uint8Array(size).map(() => 32 + (next() % 95));
		const lines = new Uint8Array(size).map(() => [32, 10, 49, 44, 34, 97, 59, 124][next() % 8] as number);
		for (const bytes of [noise, printable, lines.map((byte) => (byte === 34 ? 46 : byte)), lines]) {
			const before = performance.now();
			for (const name of ['noise.xlsx', 'noise.csv']) code(bytes, name);
			// A guard against quadratic reading, not a benchmark: that would take minutes.
			expect(performance.now() - before).toBeLessThan(30_000);
		}
	}, 120_000);
});
