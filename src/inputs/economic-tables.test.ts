/**
 * Economic tables in the layouts in which they are printed: nothing that follows is called wrong, every planted fault
 * is found in its own cell, and correctly printed tables, rounded or cut, never differ.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTables } from '#methods/table-check/check-tables.ts';
import type { TableCheck } from '#methods/table-check/check-tables.ts';
import { economicForms } from './economic-tables.cases.ts';
import { cellAddress } from './grid.ts';
import type { Grid, Workbook } from './grid.ts';
import { readPrintedTables } from './printed-tables.ts';

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

const checkText = (text: string) => checkOf(workbookOf(text));

const differing = (check: TableCheck) =>
	check.findings
		.filter((finding) => finding.verdict === 'differs')
		.map((finding) => `${finding.table}!${finding.cell}`);

const oddities = (check: TableCheck) =>
	check.findings.filter((finding) => finding.verdict === 'odd').map((finding) => finding.code);

/** The same book with one cell written differently. */
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
	const english = /\.\d{1,2}\D*$/.test(text) || /,\d{3}[.,]/.test(text);
	const faulty = (Math.abs(value) * 1.5 + 3 * 10 ** -decimals).toFixed(decimals);
	const [whole = '', fraction] = faulty.split('.');
	const grouped = /\d[.,]\d{3}\b/.test(text) ? whole.replace(/\B(?=(\d{3})+$)/g, english ? ',' : '.') : whole;
	return fraction ? `${grouped}${english ? '.' : ','}${fraction}` : grouped;
}

describe.each(economicForms)('a table $name', ({ text, judged }) => {
	const book = workbookOf(text);
	const clean = checkOf(book);

	it('has nothing called wrong or odd', () => {
		expect(differing(clean)).toEqual([]);
		expect(oddities(clean)).toEqual([]);
		expect(clean.counts.uncheckable).toBe(0);
		expect(clean.judged).toBe(judged);
	});

	it('shows each planted fault, and no other figure with it', () => {
		for (const finding of clean.findings) {
			if (finding.printed === null || !finding.cell || !finding.table) continue;
			const faulty = faultyText(finding.printedText ?? '', finding.printed, finding.decimals ?? 0);
			const after = checkOf(withCell(book, finding.table, finding.cell, faulty));
			const cell = `${finding.table}!${finding.cell}`;
			expect(differing(after), `${cell} ${finding.printedText} as ${faulty}`).toEqual([cell]);
		}
	});
});

/** A faulty cell inside a table, where only the totals beside and below it know better. */
describe('a cell that both its totals contradict', () => {
	const form = economicForms.find((one) => one.name.startsWith('of two groups'))?.text ?? '';

	it('differs itself, and its totals do not', () => {
		const check = checkText(form.replace('| 240 | 205 |', '| 204 | 205 |'));
		const found = check.findings.filter((finding) => finding.verdict === 'differs');
		expect(found.map((one) => [one.cell, one.code, one.printed, one.expected])).toEqual([
			['B3', 'cell-by-totals', 204, 240],
		]);
		expect(found[0]?.wouldMatchIf[0]).toEqual({ kind: 'swapped-digits', at: 'digits', value: 240 });
	});
});

describe('totals of rounded sectors', () => {
	const table = (total: number, unit = 'juta rupiah') => `
PDRB menurut lapangan usaha (${unit})
Lapangan usaha | 2020 | 2021
${Array.from({ length: 17 }, (_, index) => `Sektor ${String.fromCharCode(97 + index).repeat(3)} | ${1000 + index} | ${1100 + index}`).join('\n')}
Jumlah | ${total} | 18836`;

	it('may be off by half a unit a sector, and the difference is told', () => {
		const check = checkText(table(17_144));
		expect(differing(check)).toEqual([]);
		expect(check.findings.find((finding) => finding.cell === 'B20')).toMatchObject({
			verdict: 'rounding',
			expected: 17_136,
			params: { difference: 8, parts: 17 },
		});
	});

	it('differ beyond it', () => {
		expect(differing(checkText(table(17_165)))).toEqual(['T1!B20']);
		expect(differing(checkText(table(17_120)))).toEqual(['T1!B20']);
	});
});

describe('counts of people', () => {
	it('add up exactly: nothing rounds a person', () => {
		const text =
			'Desa | 2021 | 2022\nSukamaju | 210 | 214\nMekar | 198 | 201\nJaya | 175 | 170\nJumlah | 584 | 585';
		expect(differing(checkText(text))).toEqual(['T1!B5']);
	});
});

/** Columns whose last row is no sum. */
describe('a row called total', () => {
	it('is not added up below yields, densities and rates', () => {
		const check = checkText(`
Kecamatan | Luas panen (ha) | Produksi (ton) | Produktivitas (ton/ha) | Jumlah
A | 10 | 55 | 5,5 | 65
B | 20 | 90 | 4,5 | 110
Jumlah | 30 | 145 | 4,83 | 175`);
		expect(differing(check)).toEqual([]);
	});

	it('says nothing in a table of growth rates without levels', () => {
		const read = readPrintedTables(
			workbookOf(`
Tabel 2. Laju pertumbuhan PDRB (persen)
Sektor | 2021 | 2022
Pertanian | 3,97 | 2,51
Industri | 5,08 | 4,34
Total | 4,06 | 4,32`),
		);
		expect(read.ok ? differing(checkTables(read.value.tables)) : []).toEqual([]);
	});
});

describe('what is odd', () => {
	const periods = (rows: string) =>
		`Periode | Jumlah IKM (unit usaha) | Produksi (kg) | Pendapatan (Rp)\n${rows}`;

	it('three zeros too many in one year of three', () => {
		const check = checkText(
			periods(
				'2019 | 53 | 7.335 | 366.750.000\n2020 | 55 | 8.100 | 405.000.000.000\n2021 | 60 | 9.020 | 451.000.000',
			),
		);
		expect(oddities(check)).toEqual(['implied-price']);
		expect(check.findings[0]).toMatchObject({
			cell: 'D3',
			params: { zeros: 3, proposal: 405_000_000, way: 'many' },
		});
	});

	it('swapped digits of a quantity, in a table with periods side by side', () => {
		const check = checkText(
			'Uraian | 2019-2020 | 2021-2022 | 2023\nProduksi (kg) | 7.335 | 10.956 | 8.000\nNilai penjualan (Rp) | 366.750.000 | 548.250.000 | 400.000.000',
		);
		expect(oddities(check)).toEqual(['quantity-by-price']);
		expect(check.findings[0]).toMatchObject({ cell: 'C2', printed: 10_956, expected: 10_965 });
	});

	it('is not a price that simply rises', () => {
		const check = checkText(
			periods(
				'2019 | 53 | 7.335 | 366.750.000\n2020 | 55 | 8.100 | 429.300.000\n2021 | 60 | 9.020 | 505.120.000',
			),
		);
		expect(oddities(check)).toEqual([]);
	});

	it('periods that share a year; periods that follow one another are fine', () => {
		const rows = (second: string) =>
			periods(`2019-2021 | 53 | 7.335 | 366.750.000\n${second} | 63 | 8.100 | 429.300.000`);
		expect(oddities(checkText(rows('2021-2023')))).toEqual(['period-overlap']);
		expect(oddities(checkText(rows('2022-2023')))).toEqual([]);
	});

	it('a count in the text that no period has, unless the sentence names its year or counts something else', () => {
		const table = periods('2019 | 53 | 7.335 | 366.750.000\n2021 | 63 | 8.100 | 429.300.000');
		expect(oddities(checkText(`${table}\n---\nDi sentra ini ada 47 unit usaha menurut narasumber.`))).toEqual(
			['conflicting-counts'],
		);
		for (const said of [
			'Di sentra ini ada 63 unit usaha menurut narasumber.',
			'Pada 2017 di sentra ini ada 47 unit usaha.',
			'Secara nasional ada 4.410.000 unit usaha.',
			'Setiap kelompok terdiri atas 2 pelaku usaha.',
		]) {
			expect(oddities(checkText(`${table}\n---\n${said}`)), said).toEqual([]);
		}
	});

	it('a full amount with a scale word, anywhere in the text, and no amount in millions', () => {
		const form = economicForms[1]?.text ?? '';
		const said = (text: string) => oddities(checkText(`${form}\n---\n${text}`));
		expect(said('Anggarannya sebesar Rp 4.143.833.000 Miliar untuk mesin.')).toEqual(['scale-word']);
		expect(said('The budget is Rp. 6,717,980,325 billion in all.')).toEqual(['scale-word']);
		expect(said('PDRB Kabupaten Bintan sebesar Rp 20.743.698 juta pada 2020.')).toEqual([]);
		expect(said('Omzetnya Rp 4.143.833.000 setahun, atau 4,1 miliar.')).toEqual([]);
	});

	it('percentages that add up to almost 100', () => {
		const table = (last: string) =>
			`Sumber | 2021 (%) | 2022 (%)\nIkan | 61,4 | 60,0\nUdang | 22,9 | 25,0\nRumput laut | 10,2 | 9,0\nLainnya | ${last} | 6,0`;
		expect(oddities(checkText(`${table('5,5')}`))).toEqual([]);
		expect(oddities(checkText(`${table('7,5')}`))).toEqual(['percentages-not-100']);
	});

	it('a caption of constant prices above a heading of current ones', () => {
		const table = (heading: string) => `
Tabel 1. PDRB atas dasar harga konstan (juta rupiah)
Sektor | ${heading} 2021 | ${heading} 2022
Pertanian | 4.215 | 4.602
Industri | 2.765 | 3.010
Jasa | 1.544 | 1.690
Jumlah | 8.524 | 9.302`;
		const [found] = checkText(table('Harga berlaku')).findings.filter((finding) => finding.verdict === 'odd');
		expect(found).toMatchObject({
			code: 'price-basis',
			cell: 'B2',
			params: { evidence: 'current', year: 2022 },
		});
		expect(oddities(checkText(table('ADHK')))).toEqual([]);
	});
});

/** Shift-share of two years, the parts worked out by hand for three sectors. */
describe('shift-share', () => {
	const table = (mix: string) => `
Sektor | Kabupaten 2018 | Kabupaten 2022 | Provinsi 2018 | Provinsi 2022 | Nij | Mij | Cij
Pertanian | 1.000 | 1.100 | 5.000 | 5.200 | 100,00 | ${mix} | 60,00
Industri | 2.000 | 2.300 | 8.000 | 9.200 | 200,00 | 100,00 | 0,00
Jasa | 500 | 540 | 7.000 | 7.600 | 50,00 | -7,14 | -2,86
Jumlah | 3.500 | 3.940 | 20.000 | 22.000 | | |`;

	it('follows from the levels of region and province', () => {
		const check = checkText(table('-60,00'));
		expect(differing(check)).toEqual([]);
		expect(check.findings.filter((finding) => finding.code === 'shift-share')).toHaveLength(9);
	});

	it('differs where a part does not', () => {
		expect(differing(checkText(table('-16,00')))).toEqual(['T1!G2']);
	});
});

const decimalText = (value: number, decimals: number) => {
	const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
	return `${value < 0 ? '-' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
};

describe('a correctly printed table of sectors and years', () => {
	it('never differs, rounded or cut, with shares and growth', () => {
		const level = fc.double({ min: 50, max: 90_000, noNaN: true });
		fc.assert(
			fc.property(
				fc.array(fc.tuple(level, level, level), { minLength: 3, maxLength: 17 }),
				fc.integer({ min: 0, max: 2 }),
				fc.boolean(),
				(sectors, decimals, cut) => {
					const print = (value: number, places: number) => {
						const scale = 10 ** places;
						return decimalText(
							cut ? Math.trunc(value * scale) / scale : Math.round(value * scale) / scale,
							places,
						);
					};
					const total = [0, 1, 2].map((year) => sectors.reduce((sum, one) => sum + (one[year] as number), 0));
					const rows = [...sectors, total as [number, number, number]].map((levels, index) => {
						const share = (levels[2] / (total[2] as number)) * 100;
						const growth = (levels[2] / levels[1] - 1) * 100;
						const name =
							index === sectors.length ? 'Jumlah' : `Sektor ${String.fromCharCode(97 + index).repeat(3)}`;
						return [
							name,
							...levels.map((one) => print(one, decimals)),
							print(share, 2),
							print(growth, 2),
						].join(' | ');
					});
					const text = `PDRB (juta rupiah)\nLapangan usaha | 2020 | 2021 | 2022 | Kontribusi 2022 (%) | Pertumbuhan 2022 (%)\n${rows.join('\n')}`;
					const check = checkText(text);
					expect(differing(check), text).toEqual([]);
					expect(check.judged).toBeGreaterThanOrEqual(3);
				},
			),
			{ numRuns: 150 },
		);
	});
});
