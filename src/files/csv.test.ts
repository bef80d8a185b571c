import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#inputs/problem.ts';
import { cleanCellText } from './cell-text.ts';
import { readCsv } from './csv-reader.ts';
import { csvRows } from './csv-stream.ts';
import { writeCsv } from './csv-writer.ts';
import { readWorkbook } from './read-workbook.ts';

function rows(text: string, delimiter?: ',' | ';'): string[][] {
	const outcome = readCsv(text, delimiter ? { delimiter } : {});
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return (outcome.value.grids[0]?.rows ?? []).map((row) => row.map((cell) => cell.text));
}

const notesOf = (text: string) => {
	const outcome = readCsv(text);
	return outcome.ok ? outcome.value.notes.map((note) => note.code) : [];
};

describe('reading CSV', () => {
	it('finds the delimiter by consistency, not by counting', () => {
		expect(rows('Uraian;Nilai\nOutput, kering;1,18\nUpah;30.000,50\n')[1]).toEqual([
			'Output, kering',
			'1,18',
		]);
		expect(rows('a,b\n"1;2;3","4;5;6"\n"7;8",9\n')[1]).toEqual(['1;2;3', '4;5;6']);
		expect(rows('a\tb\n1,5\t2,5\n')[1]).toEqual(['1,5', '2,5']);
		expect(rows('a|b\n1|2\n')[1]).toEqual(['1', '2']);
		expect(rows('Tabel 5, Serabi\nUraian;A;B\nOutput;1,5;2,5\nUpah;3,5;4,5\nHarga;1;2\n')[2]).toEqual([
			'Output',
			'1,5',
			'2,5',
		]);
	});

	it('says so when two delimiters fit', () => {
		expect(notesOf('Harga;6,5\nUpah;30,5\n')).toEqual(['DELIMITER_GUESSED']);
		expect(rows('Harga;6,5\nUpah;30,5\n')[0]).toEqual(['Harga', '6,5']);
	});

	it('obeys a first line sep=; and keeps the addresses of the file', () => {
		const outcome = readCsv('sep=;\r\na;b\r\n1;2\r\n');
		expect(outcome.ok && outcome.value.grids[0]?.rows[1]?.[1]).toEqual({ text: 'b', address: 'B2' });
	});

	it('reads quotes, doubled quotes, line breaks inside quotes and a mark at the start', () => {
		expect(rows('\uFEFF"a ""b""";"dua\nbaris"\r\n;x\r\n', ';')).toEqual([
			['a "b"', 'dua baris'],
			['', 'x'],
		]);
		expect(rows('a,b\rc,d', ',')).toEqual([
			['a', 'b'],
			['c', 'd'],
		]);
	});

	it('names the row whose quote is never closed', () => {
		expect(readCsv('a,b\n1,2\n3,"4\n5,6\n', { source: 'x.csv' })).toEqual({
			ok: false,
			problems: [{ code: 'CSV_QUOTE_UNCLOSED', at: { file: 'x.csv', row: 3 }, content: '3,"4\n5,6\n' }],
		});
	});

	it('decodes UTF-16 and guesses the old Windows code page aloud', () => {
		const wide = new Uint8Array([
			0xff,
			0xfe,
			...[...'a;b\n1;2\n'].flatMap((letter) => [letter.charCodeAt(0), 0]),
		]);
		const first = readWorkbook(wide, { name: 'a.csv' });
		expect(first.ok && first.value.grids[0]?.rows[1]?.map((cell) => cell.text)).toEqual(['1', '2']);
		const unmarked = readWorkbook(wide.subarray(2), { name: 'a.csv' });
		expect(unmarked.ok && unmarked.value.notes[0]).toEqual({
			code: 'ENCODING_GUESSED',
			params: { encoding: 'utf-16le' },
		});
		const old = new Uint8Array(
			[...'a;b\nRp '].map((letter) => letter.charCodeAt(0)).concat(0x96, 0x3b, 0xe9, 0x0a),
		);
		const second = readWorkbook(old, { name: 'a.csv' });
		expect(second.ok && second.value.grids[0]?.rows[1]?.map((cell) => cell.text)).toEqual(['Rp \u2013', 'é']);
		expect(second.ok && second.value.notes).toContainEqual({
			code: 'ENCODING_GUESSED',
			params: { encoding: 'windows-1252' },
		});
	});
});

describe('writing CSV', () => {
	it('uses the style asked for, CRLF and quotes where needed', () => {
		const table = [
			['Uraian', 'Nilai'],
			['Serabi; manis', 1234.5],
			['"Apen"', null],
			['kecil', 1e-7],
		];
		expect(writeCsv(table, { style: 'id' })).toBe(
			'Uraian;Nilai\r\n"Serabi; manis";1234,5\r\n"""Apen""";\r\nkecil;0,0000001\r\n',
		);
		expect(writeCsv([['a,b', -1.5]], { style: 'en' })).toBe('"a,b",-1.5\r\n');
	});

	it('keeps a text from running as a formula, and leaves numbers alone', () => {
		const guarded = ['=cmd()', '+1+2', '-x', '@SUM(A1)', '\t=1', '-', '-5', '+1.700,50', '-12%', "'=1"];
		expect(writeCsv([guarded, [-5]], { style: 'id' })).toBe(
			"'=cmd();'+1+2;'-x;'@SUM(A1);'\t=1;-;-5;+1.700,50;-12%;''=1\r\n-5\r\n",
		);
		expect(writeCsv([[Number.NaN]], { style: 'en' })).toBe('\r\n');
	});

	it('survives being read again, whatever the texts', () => {
		const table = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), {
			minLength: 1,
		});
		fc.assert(
			fc.property(table, fc.constantFrom('id' as const, 'en' as const), (cells, style) => {
				fc.pre(cells.some((row) => row.some((text) => text.trim() !== '' && !text.includes('\uFEFF'))));
				const text = writeCsv([['awal', 'baris'], ...cells], { style });
				const [, ...back] = rows(text, style === 'id' ? ';' : ',');
				expect(back).toEqual(cells.map((row) => row.map((each) => cleanCellText(each))));
			}),
		);
	}, 60_000);
});

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function streamed(text: string, size: number): Promise<string[][]> {
	const all: string[][] = [];
	for await (const batch of csvRows(inChunks(new TextEncoder().encode(text), size))) all.push(...batch);
	return all;
}

describe('streaming CSV', () => {
	it('gives the same rows however the bytes are cut', async () => {
		const text = '\uFEFFnama;nilai\r\n"Serabi ""Apen""\r\nmanis";1,5\r\n\r\nÉmping – mlinjo;2\r\n"akhir";3';
		const expected = [
			['nama', 'nilai'],
			['Serabi "Apen"\r\nmanis', '1,5'],
			[''],
			['Émping – mlinjo', '2'],
			['akhir', '3'],
		];
		for (const size of [1, 2, 3, 7, 64, 4096]) expect(await streamed(text, size)).toEqual(expected);
		const long = `${text}\r\n`.repeat(200);
		const whole = await streamed(long, 1e6);
		for (const size of [1000, 4096, 4097]) expect(await streamed(long, size)).toEqual(whole);
	});

	it('tells of an unclosed quote with its row, and does not gather the rest of the file', async () => {
		const problems: Problem[] = [];
		const text = `a,b\n1,2\n"3,${'4\n'.repeat(2_000_000)}`;
		let rowsSeen = 0;
		const bytes = new TextEncoder().encode(text);
		for await (const batch of csvRows(inChunks(bytes, 65_536), {
			onProblem: (each) => problems.push(each),
		})) {
			rowsSeen += batch.length;
		}
		expect(rowsSeen).toBe(2);
		expect(problems).toMatchObject([{ code: 'CSV_QUOTE_UNCLOSED', at: { row: 3 } }]);
		await expect(streamed('a,b\n"1', 10)).rejects.toThrow('CSV_QUOTE_UNCLOSED');
	});

	it('refuses a row without end', async () => {
		const problems: Problem[] = [];
		const bytes = new TextEncoder().encode(`a,b\n${'x'.repeat(3_000_000)}`);
		const batches: string[][][] = [];
		for await (const batch of csvRows(inChunks(bytes, 65_536), {
			onProblem: (each) => problems.push(each),
		})) {
			batches.push(batch);
		}
		expect(batches).toEqual([[['a', 'b']]]);
		expect(problems).toMatchObject([{ code: 'FILE_NOT_A_TABLE', at: { row: 2 } }]);
	});
});
