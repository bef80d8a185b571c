import { describe, expect, it } from 'vitest';
import { checkTables } from '#methods/table-check/check-tables.ts';
import { cellAddress } from './grid.ts';
import type { Grid, Workbook } from './grid.ts';
import { readPrintedTables } from './printed-tables.ts';

/** A workbook from lines with `|` between cells. */
function workbookOf(...tables: { name: string; lines: string }[]): Workbook {
	const grids = tables.map(({ name, lines }): Grid => ({
		name,
		rows: lines
			.trim()
			.split('\n')
			.map((line, row) =>
				line.split('|').map((text, column) => ({ text: text.trim(), address: cellAddress(row, column) })),
			),
	}));
	return { source: 'table', format: 'csv', grids, notes: [] };
}

const milk = {
	name: 'Tabel 1',
	lines: `
No | Variabel | Satuan | Keju | Ice cream | Yogurt | Kefir | Stik susu | Susu pasteurisasi
I | Output, input dan harga | | | | | | |
1 | Output | liter/proses | 100 | 1 | 1 | 1 | 3,75 | 1
2 | Bahan baku | liter/proses | 1.000 | 1 | 1 | 1 | 1 | 1
3 | Tenaga kerja | orang/proses | 8 | 1 | 1 | 1 | 1 | 1
4 | Faktor konversi | | 0,1 | 1 | 1 | 1 | 3,75 | 1
5 | Koefisien tenaga kerja | | 0,008 | 1 | 1 | 1 | 1 | 1
6 | Harga output | Rp/liter | 90.000 | 52.000 | 25.000 | 180.000 | 15.000 | 20.000
7 | Upah rata-rata | Rp/orang | 50.000 | 6.250 | 6.250 | 6.250 | 6.250 | 6.250
8 | Harga bahan baku | Rp/liter | 4.200 | 4.200 | 4.200 | 4.200 | 4.200 | 4.200
9 | Sumbangan input lain | Rp/liter | 2.428 | 33.202 | 5.000 | 100.000 | 43.192 | 3.426
10 | Nilai output | Rp/liter | 9.000 | 52.000 | 25.000 | 180.000 | 56.250 | 20.000
11 | a. Nilai tambah | Rp/liter | 2.372 | 14.598 | 15.800 | 74.800 | 8.858 | 12.374
 | b. Rasio nilai tambah | % | 26,36 | 28,07 | 63,20 | 41,56 | 15,75 | 61,87
12 | a. Pendapatan tenaga kerja | Rp/liter | 400 | 6.250 | 6.250 | 6.250 | 6.250 | 6.250
 | b. Bagian tenaga kerja | % | 37,31 | 48,83 | 41,67 | 8,56 | 88,55 | 59,11
13 | a. Keuntungan | Rp/liter | 1.972 | 8.348 | 9.550 | 68.550 | 2.608 | 6.124
 | b. Tingkat keuntungan | % | 21,91 | 16,05 | 38,20 | 38,08 | 4,64 | 30,62`,
};

describe('the milk table', () => {
	const read = readPrintedTables(
		workbookOf(milk, {
			name: 'Rumus',
			lines: '(9) Tingkat keuntungan (%) = Keuntungan / Nilai tambah x 100 %',
		}),
	);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	const check = checkTables(read.value.tables);

	it('finds kefir and the six labour shares, and calls nothing else wrong', () => {
		const differs = check.findings.filter((finding) => finding.verdict === 'differs');
		expect(
			differs.map((finding) => [finding.column, finding.row, Number(finding.expected?.toFixed(2))]),
		).toEqual([
			['Kefir', 'valueAdded', 75800],
			['Keju', 'labourSharePct', 16.86],
			['Ice cream', 'labourSharePct', 42.81],
			['Yogurt', 'labourSharePct', 39.56],
			['Kefir', 'labourSharePct', 8.25],
			['Stik susu', 'labourSharePct', 70.56],
			['Susu pasteurisasi', 'labourSharePct', 50.51],
		]);
	});
});

const serabi = [
	{
		name: 'Tabel 2',
		lines: `
Komponen | Jumlah | Harga beli (Rp) | Nilai sisa (Rp) | Umur ekonomis (bulan) | Penyusutan per bulan (Rp)
Karung | 4 | 5.200 | 0 | 1 | 5.200
Tali rafia | 4 | 1.000 | 0 | 1 | 1.000
Mesin pengaduk | 1 | 7.000.000 | 1.000.000 | 60 | 100.000
Total | | | | | 106.200`,
	},
	{
		name: 'Tabel 3',
		lines: `
Kelompok | Uraian | Jumlah | Satuan | Harga satuan (Rp) | Total (Rp)
Bahan baku | Ampas kelapa | 50 | kg | 1.700 | 85.000
Bahan penolong | Kulit kacang tanah | 50 | kg | 500 | 25.000
 | Tetes tebu | 0,5 | kg | 500 | 250
 | Urea | 0,3 | kg | 1.800 | 540
 | Probiotik | 0,2 | kg | 75.000 | 15.000
 | Subtotal bahan penolong | | | | 40.790
Kemasan | Sablon | 59 | unit | 500 | 29.500
 | Plastik PP 15x30 cm | 59 | unit | 314 | 18.526
 | Subtotal kemasan | | | | 48.026
Energi | Listrik | 7 | kWh | 535 | 3.745
Tenaga kerja | Tenaga kerja | 2 | orang | 30.000 | 60.000
Transportasi | Bensin | 2 | liter | 8.400 | 16.800
Total biaya variabel per proses | | | | | 254.361`,
	},
	{
		name: 'Tabel 4',
		lines: `
Uraian | Nilai
Produksi per bulan (kg) | 944
Harga jual (Rp/kg) | 6.500
Penerimaan (Rp) | 6.136.000
Biaya tetap (Rp) | 106.200
Biaya variabel per proses (Rp) | 254.361
Jumlah proses per bulan | 16
Biaya variabel (Rp) | 4.069.776
Biaya total (Rp) | 4.175.976`,
	},
	{
		name: 'Tabel 5',
		lines: `
No | Variabel | Satuan | Nilai
1 | Output | kg/proses | 59
2 | Bahan baku | kg/proses | 50
3 | Tenaga kerja | HOK/proses | 2
4 | Faktor konversi | kg/kg | 1,18
5 | Koefisien tenaga kerja | HOK/kg | 0,04
6 | Harga output | Rp/kg | 6.500
7 | Upah rata-rata | Rp/HOK | 30.000
8 | Harga bahan baku | Rp/kg | 1.700
9 | Sumbangan input lain | Rp/kg output | 691,36
10 | Nilai output | Rp/kg | 7.670
11a | Nilai tambah | Rp/kg | 5.278,65
11b | Rasio nilai tambah | % | 68,82
12a | Imbalan tenaga kerja | Rp/kg | 1.200
12b | Bagian tenaga kerja | % | 22,73
13a | Keuntungan | Rp/kg | 4.078,64
13b | Tingkat keuntungan | % | 53,17
14 | Marjin | Rp/kg | 5.970
14a | Imbalan tenaga kerja | % | 20,10
14b | Sumbangan input lain | % | 1.004,55
14c | Keuntungan | % | 68,32`,
	},
	{ name: 'Kutipan', lines: 'Keuntungan yang diperoleh sebesar Rp. 4.078,64,00 per kg bahan baku.' },
];

describe('the serabi tables', () => {
	const read = readPrintedTables(workbookOf(...serabi));
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	const check = checkTables(read.value.tables);

	it('finds the divisor, the three cost groups and the share above 100 %, and calls nothing else wrong', () => {
		const found = check.findings.filter(
			(finding) => finding.verdict === 'differs' || finding.verdict === 'odd',
		);
		expect(found.map((finding) => [finding.verdict, finding.code, finding.row])).toEqual([
			['differs', 'other-inputs', 'otherInputs'],
			['differs', 'formula', 'marginOtherInputsPct'],
			['odd', 'percentage-over-100', 'marginOtherInputsPct'],
			['odd', 'malformed-number', 'text'],
		]);
		const [row9, row14b] = found;
		expect(row9?.expected).toBeCloseTo(2187.22, 6);
		expect(row9?.wouldMatchIf.map((one) => [one.kind, one.at, one.value])).toEqual([
			['divisor', 'output', 59],
			['missing-cost-group', 'Kemasan', 48026],
			['missing-cost-group', 'Energi', 3745],
			['missing-cost-group', 'Transportasi', 16800],
		]);
		const corrected = Object.fromEntries((row9?.follows ?? []).map((one) => [one.row, one.corrected]));
		expect(corrected.valueAdded).toBeCloseTo(3782.78, 6);
		expect(corrected.profit).toBeCloseTo(2582.78, 6);
		expect(corrected.profitRatePct).toBeCloseTo(33.67, 2);
		expect(row14b?.expected).toBeCloseTo(11.58, 2);
		expect(check.findings.find((finding) => finding.row === 'profitRatePct')?.rounding).toBe('truncated');
	});
});

describe('words where a number belongs', () => {
	it('are refused with their cell, also in the first row of the table', () => {
		const read = readPrintedTables(
			workbookOf({
				name: 'T',
				lines: `
No | Variabel | Nilai
1 | Output | abc
2 | Bahan baku | 50
3 | Tenaga kerja | dua orang
4 | Harga output | 6.500
5 | Upah | 30.000
6 | Harga bahan baku | 1.700
7 | Sumbangan input lain | 4.078,64,00`,
			}),
		);
		if (!read.ok) throw new Error(JSON.stringify(read.problems));
		const refused = read.value.doubts.filter((doubt) => doubt.value === null);
		expect(refused.map((doubt) => [doubt.cell, doubt.text]).sort()).toEqual([
			['C2', 'abc'],
			['C4', 'dua orang'],
			['C8', '4.078,64,00'],
		]);
		expect(read.value.tables.hayami[0]?.products[0]?.name).toBe('Nilai');
	});
});
