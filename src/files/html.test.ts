import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workbook } from '#inputs/grid.ts';
import { readHtml } from './html-reader.ts';
import { readPaste } from './read-paste.ts';

function value(outcome: ReturnType<typeof readHtml>): Workbook {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}
const texts = (book: Workbook, grid = 0) => book.grids[grid]?.rows.map((row) => row.map((cell) => cell.text));

describe('tables of a page', () => {
	it('lays out rows, head and body, and spans both ways', () => {
		const book = value(
			readHtml(
				'<table><thead><tr><th rowspan=2>Uraian<th colspan="2">Produk</tr><tr><th>Nata<th>Briket</thead>' +
					'<tbody><tr><td>Upah<td>30.000<td>1&nbsp;700</table>',
			),
		);
		expect(texts(book)).toEqual([
			['Uraian', 'Produk', ''],
			['', 'Nata', 'Briket'],
			['Upah', '30.000', '1 700'],
		]);
		expect(book.grids[0]?.rows[0]?.[0]?.span).toEqual({ columns: 1, rows: 2 });
	});

	it('keeps the numbers that Excel, Sheets and LibreOffice put beside the text', () => {
		const book = value(
			readHtml(
				'<table><tr><td x:num="1700.5" x:fmla="=A1*B1">1.701</td><td x:num>42</td>' +
					'<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:0.5317}">53,17%</td><td sdval="7">7</td><td x:num="x">y</td></tr></table>',
			),
		);
		expect(book.grids[0]?.rows[0]?.map((cell) => cell.number)).toEqual([1700.5, 42, 0.5317, 7, undefined]);
		expect(book.grids[0]?.rows[0]?.[0]?.formula).toBe('A1*B1');
	});

	it('ignores styles and scripts, takes the caption, and says that a nested table is left out', () => {
		const book = value(
			readHtml(
				'<style>td{}</style><p>Tabel 2. Biaya<br>usaha</p><table><caption>Biaya</caption><tr><td>a<p>b</p><table><tr><td>dalam</table></td></tr></table><p>Sumber: BPS</p>',
			),
		);
		expect(texts(book)).toEqual([['a b']]);
		expect(book.grids[0]).toMatchObject({
			name: 'Tabel 2. Biaya',
			caption: 'Tabel 2. Biaya\nusaha\nBiaya\nSumber: BPS',
		});
		expect(book.notes).toEqual([{ code: 'NESTED_TABLE_IGNORED', params: { count: 1 } }]);
	});

	it('does not drown in depth, spans or noise', () => {
		expect(readHtml('<div>'.repeat(200_000))).toMatchObject({ problems: [{ code: 'XML_TOO_DEEP' }] });
		const wide = '<tr><td colspan=1000 rowspan=65000>x</td></tr>'.repeat(5000);
		expect(readHtml(`<table>${wide}</table>`)).toMatchObject({ problems: [{ code: 'SHEET_TOO_LARGE' }] });
		expect(readHtml('<p>tanpa tabel')).toMatchObject({ problems: [{ code: 'NO_TABLE_INSIDE' }] });
		fc.assert(
			fc.property(
				fc.array(
					fc.constantFrom(
						'<table>',
						'</table>',
						'<tr>',
						'<td rowspan=3>',
						'</td>',
						'<caption>',
						'x',
						'<th colspan=2>',
						'</tr>',
					),
				),
				(tags) => {
					expect(typeof readHtml(tags.join('')).ok).toBe('boolean');
				},
			),
		);
	}, 60_000);
});

describe('a paste', () => {
	const html =
		'<table><tr><td>Harga</td><td x:num="1700.456">1.700</td></tr><tr><td>Upah</td><td x:num="30000">30.000</td></tr></table>';

	it('takes cells from HTML when both halves agree', () => {
		const book = value(readPaste({ html, text: 'Harga\t1.700\r\nUpah\t30.000\r\n' }));
		expect(book.grids[0]?.rows[0]?.[1]).toEqual({ text: '1.700', number: 1700.456, address: 'B1' });
		expect(book.notes).toEqual([]);
	});

	it('prefers what the person saw, and shows both', () => {
		const book = value(readPaste({ html, text: 'Harga\t1.700,46\nUpah\t####\n' }));
		expect(book.grids[0]?.rows[0]?.[1]?.text).toBe('1.700,46');
		expect(book.grids[0]?.rows[1]?.[1]?.text).toBe('30.000');
		expect(book.notes).toEqual([
			{ code: 'PASTE_DISAGREES', address: 'B1', params: { table: '1', html: '1.700', text: '1.700,46' } },
			{ code: 'PASTE_DISAGREES', address: 'B2', params: { table: '1', html: '30.000', text: '####' } },
		]);
	});

	it('says when the rows cannot be laid side by side', () => {
		const book = value(readPaste({ html, text: 'Harga\t1.700\n' }));
		expect(texts(book)?.[1]).toEqual(['Upah', '30.000']);
		expect(book.notes).toEqual([{ code: 'PASTE_SHAPES_DIFFER', params: { html: 2, text: 1 } }]);
	});

	it('reads the text alone when there is no table in the HTML, and refuses nothing at all', () => {
		const book = value(readPaste({ html: '<p>halo</p>', text: 'Harga\t1.700\nUpah\t30.000' }));
		expect(book.format).toBe('text');
		expect(readPaste({ html: ' ', text: '\n' })).toEqual({ ok: false, problems: [{ code: 'PASTE_EMPTY' }] });
	});
});
