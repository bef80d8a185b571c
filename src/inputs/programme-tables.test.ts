/** Tables of a programme's work: read in the forms they are printed in, every planted fault found where it stands. */
import { describe, expect, it } from 'vitest';
import { checkTables } from '#methods/table-check/check-tables.ts';
import type { TableCheck } from '#methods/table-check/check-tables.ts';
import { cellAddress } from './grid.ts';
import type { Grid, Workbook } from './grid.ts';
import { readPrintedTables } from './printed-tables.ts';
import { programmeForms } from './programme-tables.cases.ts';

function workbookOf(text: string): Workbook {
	const grids = text.split(/^---$/m).map((part, index): Grid => ({
		name: `T${index + 1}`,
		rows: part
			.trim()
			.split('\n')
			.map((line, row) =>
				line.split('|').map((cell, column) => ({ text: cell.trim(), address: cellAddress(row, column) })),
			),
	}));
	return { source: 'table', format: 'csv', grids, notes: [] };
}

function checkOf(workbook: Workbook): TableCheck {
	const read = readPrintedTables(workbook);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return checkTables(read.value.tables);
}

const check = (text: string) => checkOf(workbookOf(text));

const differing = (found: TableCheck) =>
	found.findings.filter((one) => one.verdict === 'differs').map((one) => `${one.table}!${one.cell}`);

const odd = (found: TableCheck) => found.findings.filter((one) => one.verdict === 'odd');

function withCell(book: Workbook, table: string, address: string, text: string): Workbook {
	const grids = book.grids.map((grid) => ({
		...grid,
		rows: grid.rows.map((row) =>
			row.map((cell) => (grid.name === table && cell.address === address ? { ...cell, text } : cell)),
		),
	}));
	return { ...book, grids };
}

/** A number half as large again, written in the style and with the decimals of the text it replaces. */
function faultyText(text: string, value: number, decimals: number): string {
	const english = /\.\d{1,3}\D*$/.test(text) || /,\d{3}\b/.test(text);
	const faulty = (Math.abs(value) * 1.5 + 3 * 10 ** -Math.max(decimals, 0)).toFixed(Math.max(decimals, 0));
	const [whole = '', fraction] = faulty.split('.');
	const grouped =
		decimals === 0 && /\d[.,]\d{3}\b/.test(text)
			? whole.replace(/\B(?=(\d{3})+$)/g, english ? ',' : '.')
			: whole;
	return fraction ? `${grouped}${english ? '.' : ','}${fraction}` : grouped;
}

describe.each(programmeForms)('a table $name', ({ text, judged }) => {
	const book = workbookOf(text);
	const clean = checkOf(book);

	it('has nothing called wrong and nothing odd', () => {
		expect(differing(clean)).toEqual([]);
		expect(odd(clean).map((one) => one.code)).toEqual([]);
		expect(clean.counts.uncheckable).toBe(0);
		expect(clean.judged).toBe(judged);
	});

	it('shows each planted fault, and no other figure with it', () => {
		for (const finding of clean.findings) {
			if (finding.printed === null || !finding.cell || !finding.table) continue;
			const decimals = finding.decimals === 12 ? 2 : (finding.decimals ?? 0);
			const faulty = faultyText(finding.printedText ?? '', finding.printed, decimals);
			const after = checkOf(withCell(book, finding.table, finding.cell, faulty));
			const cell = `${finding.table}!${finding.cell}`;
			expect(differing(after), `${cell} ${finding.printedText} as ${faulty}`).toEqual([cell]);
		}
	});
});

/** The form of that name with one piece of its text written otherwise. */
function formWith(name: string, was: string, is: string): string {
	const form = programmeForms.find((one) => one.name.startsWith(name));
	if (!form?.text.includes(was)) throw new Error(`${name}: ${was}`);
	return form.text.replace(was, is);
}

const remarks = (text: string) =>
	odd(check(text)).map((one) => ({ code: one.code, cell: one.cell, ...one.params }));

describe('what is odd about scores', () => {
	const assets = 'of scores by asset';

	it('an indicator printed twice, with the mean that counts it once', () => {
		const text = formWith(
			assets,
			'|Rata-rata|2,93|3,43|0,50',
			'5|Gotong royong|2,85|3,10|0,25\n|Rata-rata|2,93|3,43|0,50',
		);
		expect(differing(check(text))).toEqual([]);
		expect(remarks(text)).toMatchObject([
			{ code: 'duplicate-row', cell: 'C10', otherCell: 'C8', mean: 2.93, meanDecimals: 2 },
		]);
	});

	it('an indicator printed twice with other figures, and two with the same figures', () => {
		const named = formWith(assets, 'Kepercayaan antarwarga', 'Gotong royong');
		expect(remarks(named)).toMatchObject([{ code: 'duplicate-name', cell: 'C9', otherCell: 'C8' }]);
		const equal = formWith(assets, '3,00|3,75|0,75', '2,85|3,10|0,25');
		expect(remarks(equal)[0]).toMatchObject({ code: 'duplicate-figures', other: 'Gotong royong' });
	});

	it('means that the stated number of respondents cannot have, and nothing where they can', () => {
		const caption = (n: string) =>
			formWith(assets, 'Tabel 3. Skor indikator', `Tabel 3. Skor (${n}) indikator`);
		expect(remarks(caption('n = 20'))).toEqual([]);
		expect(remarks(caption('n = 9'))).toMatchObject([
			{ code: 'grim', cell: 'C4', respondents: 9, possible: '20, 40, 60' },
		]);
		expect(remarks(caption('8 responden'))).toMatchObject([{ code: 'grim', respondents: 8 }]);
		expect(remarks(caption('120 responden'))).toEqual([]);
	});
});

describe('what is odd about rankings', () => {
	it('weights that sum to neither 1 nor 100 %', () => {
		const text = formWith('of normalised figures', '0,40|0,35|0,25', '0,40|0,35|0,20');
		expect(remarks(text)).toMatchObject([{ code: 'weights-sum', cell: 'B3', sum: 0.95, whole: 1 }]);
	});

	it('levels of importance are no weights that should sum to 1', () => {
		const text = `
Alternatif|Harga|Mutu|Jarak|Nilai total|Peringkat
Bobot|5|4|3||
Presto|4|3|5|47|1
Kerupuk|2|5|4|42|2
Abon|3|2|4|35|3`;
		expect(remarks(text)).toEqual([]);
		expect(differing(check(text))).toEqual([]);
	});

	it('weights that are not printed, with those that give every total', () => {
		const text = `
Alternatif|Harga|Mutu|Jarak|Nilai akhir|Peringkat
Presto|0,80|0,60|1,00|0,78|2
Kerupuk|1,00|0,90|0,40|0,85|1
Abon|0,50|1,00|0,70|0,69|4
Otak-otak|0,90|0,40|0,60|0,69|3`;
		expect(remarks(text)).toMatchObject([
			{ code: 'weights-recovered', weights: '0.50/0.30/0.20', names: 'Harga/Mutu/Jarak', sum: 1 },
		]);
		expect(check(text).counts).toMatchObject({ uncheckable: 4, differs: 0 });
	});

	it('a column of the index whose 100 lies between', () => {
		const text = formWith(
			'of a performance index',
			'Tenaga kerja|0,20|75,00|100,00|60,00',
			'Tenaga kerja|0,20|75,00|100,00|160,00',
		).replace('107,00', '127,00');
		expect(remarks(text)).toMatchObject([
			{ code: 'index-reference', reference: 'Bakso', position: 2, low: 75, lowAt: 'Abon' },
		]);
		const without = formWith('of a performance index', '75,00|100,00|60,00', '75,00|90,00|60,00').replace(
			'106,50',
			'104,50',
		);
		expect(remarks(without)).toMatchObject([{ code: 'index-without-reference' }]);
	});
});

describe('what is odd about divisions', () => {
	it('percentages that do not make 100', () => {
		const text = formWith('of a profit shared', 'Reserve|20|810,000', 'Reserve|25|1,012,500').replace(
			'100|4,050,000',
			'105|4,252,500',
		);
		expect(remarks(text)).toMatchObject([{ code: 'shares-off', sum: 105 }]);
	});

	it('rupiah left between the whole and its parts, with the division that leaves none', () => {
		const text = `
Pembagian SHU
Pihak|Persen (%)|Jumlah (Rp)
Pengelola|30|370.370
Mitra|60|740.740
Tabungan|8|98.765
Koperasi|2|24.691
Jumlah|100|1.234.567`;
		expect(differing(check(text))).toEqual([]);
		expect(remarks(text)).toMatchObject([
			{
				code: 'split-remainder',
				left: 1,
				exact: 'Pengelola\t370370\nMitra\t740740\nTabungan\t98766\nKoperasi\t24691',
			},
		]);
	});

	it('a share per partner that is above its part', () => {
		const text = `
Bagi hasil panen
Pihak|Persen (%)|Jumlah (Rp)|Penerima|Per penerima (Rp)
Mitra|60|3.240.012|36|90.001
Koperasi|40|2.160.008||
Jumlah|100|5.400.020||`;
		expect(differing(check(text))).toEqual([]);
		expect(remarks(text)).toMatchObject([{ code: 'split-remainder', cell: 'E3', left: -24, each: 90_001 }]);
	});
});

describe('tables that other readers take', () => {
	it('are not judged twice, and costs with shares are no division', () => {
		const costs = `
Struktur biaya produksi
Uraian|Nilai (Rp)|Persentase (%)
Biaya tetap|200.000|20
Biaya variabel|800.000|80
Jumlah|1.000.000|100`;
		const read = readPrintedTables(workbookOf(costs));
		expect(read.ok && read.value.tables.splits).toEqual([]);
		for (const { text } of programmeForms) {
			const { findings } = check(text);
			const cells = findings.filter((one) => one.verdict !== 'odd').map((one) => `${one.table}!${one.cell}`);
			expect(new Set(cells).size).toBe(cells.length);
		}
	});

	it('keep their own readers: income before and after with a total is still added up', () => {
		const text = `
Uraian|Sebelum|Sesudah|Selisih
Penjualan ikan|1.000.000|1.500.000|500.000
Penjualan kerupuk|400.000|900.000|500.000
Jumlah|1.400.000|2.400.000|1.000.000`;
		const found = check(text);
		expect(differing(found)).toEqual([]);
		expect(found.judged).toBe(5);
		expect(differing(check(text.replace('400.000|900.000|500.000', '400.000|900.000|600.000')))).toEqual([
			'T1!D3',
		]);
	});
});
