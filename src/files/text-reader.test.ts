import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '#inputs/grid.ts';
import { readText } from './text-reader.ts';

function read(text: string): Workbook {
	const outcome = readText(text);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}
const texts = (text: string, grid = 0) =>
	read(text).grids[grid]?.rows.map((row) => row.map((cell) => cell.text));
const codes = (text: string) => read(text).notes.map((note) => note.code);

describe('a pasted table', () => {
	it('splits at tabs, also with a line break inside a quoted cell', () => {
		expect(texts('Uraian\tNilai\n\t\nUpah\t30.000')).toEqual([
			['Uraian', 'Nilai'],
			['', ''],
			['Upah', '30.000'],
		]);
		expect(texts('"Bahan\nbaku"\t50\nUpah\t2')).toEqual([
			['Bahan baku', '50'],
			['Upah', '2'],
		]);
	});

	it('splits Markdown and drawn tables at pipes', () => {
		expect(texts('| Uraian | Nilai |\n|:---|---:|\n| Output \\| kg | 59 |\n')).toEqual([
			['Uraian', 'Nilai'],
			['Output | kg', '59'],
		]);
	});

	it('splits at wide gaps and puts a gap where the line has none', () => {
		const table = [
			'Uraian             Nata     Briket   Pupuk',
			'Output (kg)        59       40       12,5',
			'Harga bahan        1.700             900',
			'Masukan',
		].join('\n');
		expect(texts(table)).toEqual([
			['Uraian', 'Nata', 'Briket', 'Pupuk'],
			['Output (kg)', '59', '40', '12,5'],
			['Harga bahan', '1.700', '', '900'],
			['Masukan'],
		]);
		expect(codes(table)).toEqual([]);
	});

	it('splits a label from the numbers at the end', () => {
		const table =
			'Uraian Nata Briket\nOutput (kg/proses) 59 40\nRasio nilai tambah (%) 68,82 - \nNilai tambah Rp 5.278,65 Rp 100';
		expect(texts(table)).toEqual([
			['Uraian', 'Nata', 'Briket'],
			['Output (kg/proses)', '59', '40'],
			['Rasio nilai tambah (%)', '68,82', '-'],
			['Nilai tambah', 'Rp 5.278,65', 'Rp 100'],
		]);
		expect(codes(table)).toEqual([]);
	});

	it('keeps groups of thousands together when that gives one count of columns', () => {
		// The layout of a regional account's table as copied from a PDF.
		const table =
			'Sektor 2020 2021\nPertanian 1 430 744,00 1 520 100,25\nListrik 12 500,00 13 100,00\nAir 900,00 1 000,50';
		expect(texts(table)).toEqual([
			['Sektor', '2020', '2021'],
			['Pertanian', '1 430 744,00', '1 520 100,25'],
			['Listrik', '12 500,00', '13 100,00'],
			['Air', '900,00', '1 000,50'],
		]);
		expect(texts('Harga Rp 1 700 Rp 2 300\nUpah Rp 30 000 Rp 900')).toEqual([
			['Harga', 'Rp 1 700', 'Rp 2 300'],
			['Upah', 'Rp 30 000', 'Rp 900'],
		]);
	});

	it('says when columns could also be others', () => {
		expect(codes('Harga 1 700\nUpah 30 000')).toEqual(['COLUMNS_UNSURE']);
		expect(codes('Harga 5,5 6,5\nUpah 7,5\nOutput 1,5 2,5')).toEqual(['COLUMNS_UNSURE']);
	});

	it('reads pairs as people send them in messages, also with a blank line after each', () => {
		const pairs = [
			['Output', '59', 'kg'],
			['Harga output', 'Rp 6.500'],
			['Upah', '30.000'],
		];
		expect(texts('Output: 59 kg\nHarga output : Rp 6.500\nUpah = 30.000')).toEqual(pairs);
		expect(texts('Output: 59 kg\n\nHarga output : Rp 6.500\n\nUpah = 30.000\n\nTenaga kerja: 2\n')).toEqual([
			...pairs,
			['Tenaga kerja', '2'],
		]);
	});

	it('reads the unit behind a number, and takes a reference to a row for no number', () => {
		expect(texts('Bahan baku\nOutput 59 kg\nBahan baku 50 kg\nUpah Rp 30.000')).toEqual([
			['Bahan baku'],
			['Output', '59', 'kg'],
			['Bahan baku', '50', 'kg'],
			['Upah', 'Rp 30.000'],
		]);
		expect(texts('Nilai output (Rp/kg) (4) x (6) 7.670\nNilai tambah (Rp/kg) (10) 5.278,65')).toEqual([
			['Nilai output (Rp/kg) (4) x (6)', '7.670'],
			['Nilai tambah (Rp/kg) (10)', '5.278,65'],
		]);
	});

	it('parts tables at blank lines and captions, and keeps captions and sources', () => {
		const text =
			'Kalimat pembuka.\n\nTabel 5. Nilai tambah\nOutput 59 1\nUpah 2 3\nSumber: data primer\nTabel 6. Biaya\nKarung 4 5\nTali 6 7\n\nKulit 8 9\nUrea 1 2';
		const { grids } = read(text);
		expect(grids.map((grid) => [grid.name, grid.caption])).toEqual([
			['Tabel 5. Nilai tambah', 'Kalimat pembuka.\nTabel 5. Nilai tambah\nSumber: data primer'],
			['Tabel 6. Biaya', 'Tabel 6. Biaya'],
			['3', undefined],
			['text', undefined],
		]);
	});

	it('refuses prose and nothing', () => {
		expect(readText('Sentra menghitung nilai tambah.\nTidak ada tabel di sini.')).toMatchObject({
			problems: [{ code: 'NO_TABLE_INSIDE' }],
		});
		expect(readText(' \n ')).toMatchObject({ problems: [{ code: 'FILE_EMPTY' }] });
	});

	it('never throws and never loses a word of a line of numbers', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(typeof readText(text).ok).toBe('boolean');
			}),
		);
		const word = fc.constantFrom('Upah', 'kg', '1', '700', '1.700', 'Rp', '68,82', '%', '-', '000', '12');
		fc.assert(
			fc.property(
				fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 6 }),
				(lines) => {
					const outcome = readText(lines.map((line) => line.join(' ')).join('\n'));
					if (!outcome.ok) return;
					const back = outcome.value.grids[0]?.rows.map((row) =>
						row
							.map((cell) => cell.text)
							.join(' ')
							.trim(),
					);
					expect(back?.map((line) => line.replace(/\s+/g, ' '))).toEqual(lines.map((line) => line.join(' ')));
				},
			),
		);
	}, 60_000);
});
