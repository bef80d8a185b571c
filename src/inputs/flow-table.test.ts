import { describe, expect, it } from 'vitest';
import { flowContent } from './flow-content.ts';
import { readFlowTable } from './flow-table.ts';
import { cellAddress, type Workbook } from './grid.ts';

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

describe('a pasted table of flows', () => {
	it('cuts ranges into two amounts and reads what was weighed wet', () => {
		const read = readFlowTable(
			workbook([
				['Tabel 1. Hasil samping Kalanganyar'],
				['Bahan', 'Dari', 'Jumlah', 'Satuan', 'Keadaan'],
				['Sisik ikan', 'Usaha cabut duri', '20–30', 'kg/hari', 'basah'],
				['Kerang', 'Nelayan', '', 'kg per bulan', ''],
				['Jumlah', '', '50', 'kg', ''],
			]),
			flowContent.empty(),
		);
		expect(read).toMatchObject({ rows: 2, ranges: 1, left: 0 });
		expect(read?.content.streams).toEqual([
			{
				name: 'Sisik ikan',
				from: 'Usaha cabut duri',
				low: '20',
				high: '30',
				unit: 'kg',
				basis: 'wet',
				per: 'day',
			},
			{ name: 'Kerang', from: 'Nelayan', low: '', high: '', unit: 'kg', basis: '', per: 'month' },
		]);
	});

	it('takes the least and the most from columns of their own, in English as well', () => {
		const read = readFlowTable(
			workbook([
				['Material', 'Source', 'Least', 'Most', 'Unit'],
				['Whey', 'Cheese maker', '5', '8', 'litre'],
			]),
			flowContent.empty(),
		);
		expect(read?.content.streams[0]).toMatchObject({ name: 'Whey', low: '5', high: '8', unit: 'litre' });
	});

	it('reads nothing where no column names a material and an amount', () => {
		expect(
			readFlowTable(
				workbook([
					['Tahun', '2021'],
					['Produksi', '12'],
				]),
				flowContent.empty(),
			),
		).toBeNull();
	});

	it('tells how many rows did not fit', () => {
		const many = Array.from({ length: 43 }, (_, k) => [`Bahan ${k}`, '1']);
		const read = readFlowTable(workbook([['Bahan', 'Jumlah'], ...many]), flowContent.empty());
		expect(read).toMatchObject({ rows: 40, left: 3 });
	});
});
