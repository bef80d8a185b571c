/** Whatever stands in a grid: reading and checking answer with tables, doubts or a problem, and soon. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTables } from '#methods/table-check/check-tables.ts';
import { cellAddress } from './grid.ts';
import type { Grid, Workbook } from './grid.ts';
import { readPrintedTables } from './printed-tables.ts';

const words = [
	...[
		'Output (kg)',
		'Bahan baku (kg)',
		'Tenaga kerja (HOK)',
		'Faktor konversi',
		'Koefisien tenaga kerja',
		'Harga output',
	],
	...[
		'Upah',
		'Harga bahan baku',
		'Sumbangan input lain',
		'Nilai output',
		'Nilai tambah',
		'Rasio nilai tambah (%)',
	],
	...[
		'Keuntungan',
		'Tingkat keuntungan',
		'Margin',
		'Total',
		'Jumlah',
		'Rata-rata',
		'Penerimaan',
		'Total biaya',
	],
	...[
		'Biaya tetap',
		'Biaya variabel',
		'R/C',
		'B/C',
		'BEP (unit)',
		'Uraian',
		'Harga satuan (Rp)',
		'Nilai (Rp)',
		'%',
	],
	...[
		'Penyusutan (Rp)',
		'Umur ekonomis',
		'Nilai sisa',
		'a. Pajak',
		'- Listrik',
		'Produk',
		'Satuan',
		'=A/B',
		'(1)',
	],
];
const numbers = [
	'0',
	'-',
	'1.000',
	'1,5',
	'-3',
	'1e308',
	'9'.repeat(60),
	'1.000.000,00',
	'12 %',
	'Rp 500,-',
	'0,0001',
];
const cell = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...words) },
	{ weight: 4, arbitrary: fc.constantFrom(...numbers) },
	{ weight: 2, arbitrary: fc.constant('') },
	{ weight: 1, arbitrary: fc.string({ maxLength: 30, unit: 'grapheme' }) },
	{ weight: 1, arbitrary: fc.integer().map(String) },
);
const stored = fc.option(fc.double(), { nil: undefined });

/** Ragged rows of headings, numbers and noise, with stored numbers in some cells. */
const grid = fc
	.array(fc.array(fc.tuple(cell, stored), { maxLength: 9 }), { maxLength: 26 })
	.map((rows): Grid => ({
		name: 'T',
		rows: rows.map((row, index) =>
			row.map(([text, number], column) => ({
				text,
				address: cellAddress(index, column),
				...(number === undefined || column === 0 ? {} : { number }),
			})),
		),
	}));

const bookOf = (grids: readonly Grid[]): Workbook => ({ source: 'noise', format: 'xlsx', grids, notes: [] });

/** Every number in a value, however deep. */
function numbersIn(value: unknown): readonly number[] {
	if (typeof value === 'number') return [value];
	if (Array.isArray(value)) return value.flatMap(numbersIn);
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('noise in a grid', () => {
	it('is read and checked without an exception, and no answer is NaN or infinite', () => {
		fc.assert(
			fc.property(fc.array(grid, { maxLength: 2 }), (grids) => {
				const read = readPrintedTables(bookOf(grids));
				if (!read.ok) return;
				const found = numbersIn(checkTables(read.value.tables));
				expect(found.filter((number) => !Number.isFinite(number))).toEqual([]);
			}),
			{ numRuns: 400 },
		);
	});

	it.each([
		[
			'numbers under headings',
			(row: number, column: number) =>
				column === 0 ? (words[row % words.length] as string) : `${row * column}.500`,
		],
		['words', (row: number, column: number) => words[(row * 7 + column) % words.length] as string],
		[
			'one long statement',
			(row: number, column: number) =>
				column === 0 ? (row % 9 === 8 ? 'Total' : `Biaya ${row}`) : `${row + column}.000`,
		],
		[
			'costs',
			(row: number, column: number) =>
				row === 0
					? (['Uraian', 'Jumlah', 'Satuan', 'Harga satuan (Rp)', 'Nilai (Rp)'][column] ?? '')
					: column === 0
						? `Bahan ${row}`
						: `${row}.000`,
		],
	])(
		'of 5,000 rows and 40 columns takes a few seconds at most: %s',
		(_, textAt) => {
			const rows = Array.from({ length: 5000 }, (_row, row) =>
				Array.from({ length: 40 }, (_column, column) => ({
					text: textAt(row, column),
					address: cellAddress(row, column),
				})),
			);
			const start = process.cpuUsage();
			const read = readPrintedTables(bookOf([{ name: 'T', rows }]));
			if (read.ok) checkTables(read.value.tables);
			const { user, system } = process.cpuUsage(start);
			// Of the processor, and with room for tests beside it: alone it is two to four seconds, quadratic it was sixty.
			expect((user + system) / 1e6).toBeLessThan(25);
		},
		60_000,
	);
});

describe('a useful life close to nothing', () => {
	it('gives no infinite depreciation', () => {
		const text = (row: number, column: number, value: string, number?: number) => ({
			text: value,
			address: cellAddress(row, column),
			...(number === undefined ? {} : { number }),
		});
		const rows = [
			['Alat', 'Harga beli', 'Nilai sisa', 'Umur ekonomis', 'Penyusutan (Rp)'].map((word, column) =>
				text(0, column, word),
			),
			[
				text(1, 0, 'Wajan'),
				text(1, 1, '1', 1e300),
				text(1, 2, '0'),
				text(1, 3, '0', 5e-324),
				text(1, 4, '0'),
			],
		];
		const read = readPrintedTables(bookOf([{ name: 'T', rows }]));
		const found = read.ok ? numbersIn(checkTables(read.value.tables)) : [];
		expect(found.filter((number) => !Number.isFinite(number))).toEqual([]);
	});
});
