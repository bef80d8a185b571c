import { describe, expect, it } from 'vitest';
import { cellAddress, type Workbook } from './grid.ts';
import { treeContent, type TreeContent } from './tree-content.ts';
import { withCriterionName, withoutCriterion, withScore, withTreeRows } from './tree-edits.ts';
import { readTreeTable } from './tree-table.ts';

const workbook = (rows: readonly (readonly string[])[]): Workbook => ({
	source: 'tempel',
	format: 'text',
	grids: [
		{
			name: 'Tabel 1',
			rows: rows.map((row, r) => row.map((text, c) => ({ text, address: cellAddress(r, c) }))),
		},
	],
	notes: [],
});
const milk = [
	['No', 'Produk', 'Dibuat dari', 'Hasil', 'Satuan', 'Nilai tambah', 'Jenis', 'Permintaan pasar'],
	['1', 'Keju', 'Susu segar', '0,1', 'liter', '2.372', 'produk', '4'],
	['2', 'Whey', 'Keju', '', 'liter', '', 'hasil samping', ''],
	['3', 'Kefir', 'Susu segar', '1', 'liter', '75.800', 'produk', '5'],
];

describe('a pasted table of products', () => {
	it('finds the raw material, what is made from what, and a column of scores', () => {
		const read = readTreeTable(workbook(milk), treeContent.empty());
		expect(read).toMatchObject({ rows: 3, criteria: 1, left: 0 });
		expect(read?.content).toMatchObject({ root: 'Susu segar', criteria: [{ name: 'Permintaan pasar' }] });
		expect(read?.content.rows).toMatchObject([
			{ name: 'Keju', from: '', yield: '0,1', valueAdded: '2.372', scores: ['4'] },
			{ name: 'Whey', from: 'keju', kind: 'by-product', scores: [''] },
			{ name: 'Kefir', from: '', unit: 'liter' },
		]);
	});

	it('reads nothing where no column names products', () => {
		expect(
			readTreeTable(
				workbook([
					['Tahun', '2021'],
					['Susu', '12'],
				]),
				treeContent.empty(),
			),
		).toBeNull();
	});
});

describe('edits of a tree', () => {
	const content = readTreeTable(workbook(milk), treeContent.empty())?.content as TreeContent;

	it('lets what is made from a product follow its new name', () => {
		const rows = content.rows.map((row) => (row.name === 'Keju' ? { ...row, name: 'Keju segar' } : row));
		expect(withTreeRows(content, rows).rows[1]?.from).toBe('keju segar');
	});

	it('takes the scores of a criterion away with it and of no other', () => {
		const names = ['Pasar', 'Proses'];
		const two = {
			...withCriterionName(content, names, 1, 'Proses mudah'),
			rows: content.rows.map((row) => withScore(withScore(row, 0, '4'), 1, '2')),
		};
		const one = withoutCriterion(two, ['Pasar', 'Proses mudah'], 0);
		expect(one.criteria).toEqual([{ name: 'Proses mudah' }]);
		expect(one.rows.map(({ scores }) => scores)).toEqual([['2'], ['2'], ['2']]);
	});
});
