import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv-reader.ts';
import { csvLine, harmlessText } from './csv-lines.ts';
import { readWorkbook } from './read-workbook.ts';
import { spreadsheetDay, xlsxStream } from './xlsx-stream.ts';
import type { StreamCell } from './xlsx-stream.ts';
import { zipStream } from './zip-stream.ts';

/** Everything that a stream gave away, in one. */
function gathered(write: (give: (bytes: Uint8Array) => void) => void): Uint8Array {
	const pieces: Uint8Array[] = [];
	write((bytes) => pieces.push(bytes));
	return new Uint8Array(Buffer.concat(pieces));
}

describe('a text that leaves in a CSV', () => {
	it.each([
		'=1+1',
		'+1',
		'-1',
		'@x',
		'\tx',
		'\rx',
		'\nx',
		' =1',
		'\t=1',
		"'=1",
		"''@x",
		'＝1',
		'＋1',
		'－1',
		'＠x',
	])('begins with an apostrophe when a program might run it: %j', (text) =>
		expect(harmlessText(text)).toBe(`'${text}`),
	);

	it.each(['Siti', '0812-3456', '12 = selusin', 'a@b.id', '', "'kutip"])(
		'is left as it is otherwise: %j',
		(text) => expect(harmlessText(text)).toBe(text),
	);

	it('never begins as a formula, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(harmlessText(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
			}),
		);
	});

	it('is read back as it was, in either style', () => {
		const plain = fc.string().filter((text) => harmlessText(text) === text && text === text.trim());
		const word = plain.filter((text) => !/["']/.test(text[0] ?? '') || text.length > 1);
		fc.assert(
			fc.property(
				fc.array(word, { minLength: 2, maxLength: 5 }),
				fc.constantFrom(',', ';'),
				(row, delimiter) => {
					const outcome = readCsv(`judul,x;y\r\n${csvLine(row, delimiter as ',' | ';')}`, {
						delimiter: delimiter as ',' | ';',
					});
					const back = outcome.ok ? (outcome.value.grids[0]?.rows[1] ?? []).map(({ text }) => text) : [];
					expect(back.join('\u0000')).toBe(row.map((text) => text.replaceAll('\u0000', '')).join('\u0000'));
				},
			),
		);
	});

	it('is quoted where either kind of spreadsheet would part it; figures stand as they are', () => {
		expect(csvLine(['a,b', 'c;d', { plain: '-7.5' }, null, 'e "f"'], ',')).toBe(
			'"a,b","c;d",-7.5,,"e ""f"""\r\n',
		);
		expect(csvLine([null], ',')).toBe('""\r\n');
	});
});

describe('a zip as a stream', () => {
	it('holds what was put in, piece by piece, and the same every time', () => {
		const make = () =>
			gathered((give) => {
				const zip = zipStream(give);
				for (const name of ['a.txt', 'folder/b.txt']) {
					zip.open(name);
					for (let piece = 0; piece < 50; piece += 1) zip.add(Buffer.from(`${name} ${piece}\n`.repeat(100)));
					zip.close();
				}
				zip.end();
			});
		const parts = unzipSync(make());
		expect(Object.keys(parts)).toEqual(['a.txt', 'folder/b.txt']);
		expect(Buffer.from(parts['a.txt'] ?? []).toString()).toContain('a.txt 49\n');
		expect(make()).toEqual(make());
	});

	it('says when a part is open that should not be', () => {
		const zip = zipStream(() => undefined);
		expect(() => zip.add(new Uint8Array(1))).toThrow('no entry');
		zip.open('a');
		expect(() => zip.open('b')).toThrow('still open');
	});
});

describe('a workbook as a stream', () => {
	const book = (rows: readonly (readonly StreamCell[])[]) =>
		gathered((give) => {
			const zip = zipStream(give);
			const xlsx = xlsxStream(zip, 'Judul <&>', ['Orang', 'Orang', 'a/b']);
			for (let sheet = 0; sheet < 3; sheet += 1) {
				xlsx.openSheet([10, 20]);
				for (const row of rows) xlsx.row(row);
				xlsx.closeSheet();
			}
			xlsx.end();
			zip.end();
		});

	it('is read as it was written: texts, exact figures, days, empty cells, three sheets', () => {
		const rows: StreamCell[][] = [
			[{ text: 'Kepala', look: 'header' }, { text: '=1+1' }],
			[{ figure: '1700.5' }, { day: spreadsheetDay('2026-11-22') }],
			[null, { text: 'x'.repeat(70_000) }],
			[{ text: '_x000D_ <&> "é"' }, { text: '' }],
		];
		const outcome = readWorkbook(book(rows), { name: 'x.xlsx' });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		expect(outcome.value.grids.map(({ name }) => name)).toEqual(['Orang', 'Orang (2)', 'a b']);
		const cells = outcome.value.grids[0]?.rows ?? [];
		expect(cells[0]?.map(({ text }) => text)).toEqual(['Kepala', '=1+1']);
		expect(cells[1]?.[0]).toMatchObject({ number: 1700.5 });
		expect(cells[2]?.[1]?.text).toHaveLength(32_767);
		expect(cells[3]?.[0]?.text).toBe('_x000D_ <&> "é"');
		expect(spreadsheetDay('1900-03-01')).toBe(61);
		expect(spreadsheetDay('2026-11-22')).toBe(46_348);
	});
});
