import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '#inputs/grid.ts';
import type { WordDocument } from './document.ts';
import { writeDocx } from './docx-writer.ts';
import { readWorkbook } from './read-workbook.ts';
import { openZip } from './zip.ts';

const rawDocx = (body: string) =>
	zipSync({
		'[Content_Types].xml': strToU8('<Types/>'),
		'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
	});

function read(bytes: Uint8Array, name = 'naskah.docx'): Workbook {
	const outcome = readWorkbook(bytes, { name });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}

const texts = (book: Workbook, grid = 0) => book.grids[grid]?.rows.map((row) => row.map((cell) => cell.text));
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

const report: WordDocument = {
	title: 'Nilai tambah serabi',
	language: 'id',
	parts: [
		{ kind: 'heading', level: 2, text: 'Hasil' },
		{ kind: 'paragraph', text: 'Nilai tambah = nilai output - harga bahan & input lain' },
		{
			kind: 'table',
			caption: 'Tabel 5. Nilai tambah',
			columns: [
				{ label: 'Uraian', align: 'left' },
				{ label: 'Pakan <ternak>', align: 'right' },
			],
			rows: [{ cells: ['Output (kg)', '59'] }, { cells: ['Nilai tambah', '5.278,65'], role: 'total' }],
			source: 'Sumber: data primer',
		},
		{ kind: 'list', ordered: true, items: ['Satu', 'Dua'] },
		{ kind: 'picture', png: new Uint8Array([1, 2, 3]), widthPx: 400, heightPx: 100, alt: 'Air "terjun"' },
	],
};

describe('a written document', () => {
	it('is read again with its table, caption and text', () => {
		const book = read(writeDocx(report));
		expect(book.grids.map((grid) => grid.name)).toEqual(['Tabel 5. Nilai tambah', 'text']);
		expect(texts(book)).toEqual([
			['Uraian', 'Pakan <ternak>'],
			['Output (kg)', '59'],
			['Nilai tambah', '5.278,65'],
		]);
		expect(book.grids[0]?.caption).toBe(
			'Hasil\nNilai tambah = nilai output - harga bahan & input lain\nTabel 5. Nilai tambah\nSumber: data primer',
		);
		expect(book.grids[1]?.rows[0]?.[0]).toEqual({ text: 'Nilai tambah serabi', address: 'A1' });
		expect(book.notes).toEqual([]);
	});

	it('is the same bytes every time and carries language, header row, lines and alternative text', () => {
		const bytes = writeDocx(report);
		expect(writeDocx(report)).toEqual(bytes);
		const zip = openZip(bytes);
		if (!zip.ok) throw new Error('not opened');
		const part = (name: string) => {
			const content = zip.value.read(name);
			return content.ok ? new TextDecoder().decode(content.value) : '';
		};
		expect(part('word/styles.xml')).toContain('<w:lang w:val="id-ID"');
		expect(part('word/document.xml')).toContain('<w:tblHeader/>');
		expect(part('word/document.xml')).toContain('descr="Air &quot;terjun&quot;"');
		expect(part('word/document.xml')).toContain('<wp:extent cx="3810000" cy="952500"/>');
		expect(part('word/document.xml')).toContain('<w:top w:val="single" w:sz="12"');
	});
});

describe('a document of another program', () => {
	it('lays out horizontal and vertical merges', () => {
		const book = read(
			rawDocx(
				tbl(
					tr(tc(p('Uraian'), '<w:vMerge w:val="restart"/>'), tc(p('Produk'), '<w:gridSpan w:val="2"/>')),
					tr(tc('<w:p/>', '<w:vMerge/>'), tc(p('Nata')), tc(p('Briket'))),
				),
			),
		);
		expect(texts(book)).toEqual([
			['Uraian', 'Produk', ''],
			['', 'Nata', 'Briket'],
		]);
		expect(book.grids[0]?.rows[0]?.[0]?.span).toEqual({ columns: 1, rows: 2 });
		expect(book.grids[0]?.rows[0]?.[1]?.span).toEqual({ columns: 2, rows: 1 });
	});

	it('joins paragraphs of a cell, skips deletions and keeps insertions', () => {
		const cell =
			'<w:p><w:r><w:t>Bahan</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>lama</w:delText></w:r></w:del>' +
			'<w:ins><w:r><w:t>baku</w:t></w:r></w:ins></w:p>';
		const book = read(rawDocx(tbl(tr(tc(cell), tc(p('1'))))));
		expect(texts(book)).toEqual([['Bahan baku', '1']]);
		expect(book.notes).toEqual([{ code: 'DELETED_TEXT_SKIPPED', params: { count: 1 } }]);
	});

	it('takes the nearest three paragraphs and the source line as caption, and nested tables as their own', () => {
		const nested = tbl(tr(tc(p('dalam'))));
		const book = read(
			rawDocx(
				`${p('a')}${p('b')}${p('Tabel 7. Biaya')}${p('d')}${tbl(tr(tc(p('luar') + nested)))}${p('Sumber: BPS')}${p('Lain')}${tbl(tr(tc(p('x'))))}`,
			),
		);
		expect(book.grids.map((grid) => [grid.name, grid.caption])).toEqual([
			['Tabel 7. Biaya', 'b\nTabel 7. Biaya\nd'],
			['2', 'Sumber: BPS'],
			['3', 'Lain'],
			['text', undefined],
		]);
		expect(texts(book)).toEqual([['luar']]);
	});

	it('writes a fraction of an equation on one line', () => {
		const equation =
			'<w:p><m:oMath><m:r><m:t>r=</m:t></m:r><m:f><m:num><m:r><m:t>k</m:t></m:r></m:num><m:den><m:r><m:t>n</m:t></m:r></m:den></m:f></m:oMath></w:p>';
		expect(texts(read(rawDocx(equation + tbl(tr(tc(p('x')))))), 1)).toEqual([['r=(k)/(n)']]);
	});

	it('named .xlsx is read all the same and said; without a table it is refused', () => {
		expect(read(writeDocx(report), 'tabel5.xlsx').notes).toEqual([
			{ code: 'FORMAT_DIFFERS_FROM_NAME', params: { ending: '.xlsx', format: 'docx' } },
		]);
		expect(readWorkbook(rawDocx(p('hanya teks')), { name: 'tabel5.xlsx' })).toEqual({
			ok: false,
			problems: [{ code: 'NO_TABLE_INSIDE', at: { file: 'tabel5.xlsx' }, params: { format: 'docx' } }],
		});
	});
});
