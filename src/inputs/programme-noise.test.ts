/** Whatever stands in a grid of these tables' own words: an answer without exception, NaN or Infinity, and soon. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTables } from '#methods/table-check/check-tables.ts';
import { cellAddress } from './grid.ts';
import type { Grid } from './grid.ts';
import { readPrintedTables } from './printed-tables.ts';

const headings = [
	'Indikator',
	'Sebelum',
	'Sesudah',
	'Perubahan',
	'Perubahan (%)',
	'Aset sosial',
	'Rata-rata',
	'n = 50',
];
const ranking = ['Alternatif', 'Kriteria', 'Bobot', 'Nilai', 'Nilai CPI', 'Peringkat', 'Teknis', 'Total'];
const further = [
	'C1',
	'C2',
	'C3',
	'CI',
	'CR',
	'Lambda maks',
	'Pihak',
	'Persen (%)',
	'Jumlah (Rp)',
	'Penerima',
	'SHU',
	'Per mitra',
];
const words = [...headings, ...ranking, ...further];
const numbers = [
	'0',
	'1',
	'1/3',
	'-3',
	'2,5',
	'4.91',
	'100',
	'100,00',
	'1e308',
	'9'.repeat(60),
	'50 %',
	'0,0001',
	'3.000.000',
];
const cell = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom(...words) },
	{ weight: 5, arbitrary: fc.constantFrom(...numbers) },
	{ weight: 1, arbitrary: fc.constant('') },
);
const stored = fc.option(fc.double(), { nil: undefined });

/** A heading of one of the tables, then rows of a label and numbers, with noise among them. */
const grid = fc
	.tuple(
		fc.shuffledSubarray(words, { minLength: 3, maxLength: 7 }),
		fc.array(fc.array(fc.tuple(cell, stored), { maxLength: 8 }), { maxLength: 14 }),
	)
	.map(([first, rows]): Grid => ({
		name: 'T',
		rows: [
			first.map((text, column) => ({ text, address: cellAddress(0, column) })),
			...rows.map((row, index) =>
				row.map(([text, number], column) => ({
					text,
					address: cellAddress(index + 1, column),
					...(number === undefined || column === 0 ? {} : { number }),
				})),
			),
		],
	}));

function numbersIn(value: unknown): readonly number[] {
	if (typeof value === 'number') return [value];
	if (Array.isArray(value)) return value.flatMap(numbersIn);
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const read = (grids: readonly Grid[]) =>
	readPrintedTables({ source: 'noise', format: 'xlsx', grids, notes: [] });

describe('noise in the words of scores, rankings, comparisons and divisions', () => {
	it('is read and checked without an exception, and no answer is NaN or infinite', () => {
		fc.assert(
			fc.property(fc.array(grid, { minLength: 1, maxLength: 2 }), (grids) => {
				const found = read(grids);
				if (!found.ok) return;
				const answer = numbersIn(checkTables(found.value.tables));
				expect(answer.filter((number) => !Number.isFinite(number))).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});

	it.each([
		[
			'headings on every row',
			(row: number, column: number) => words[(row * 7 + column) % words.length] as string,
		],
		[
			'words and numbers mixed',
			(row: number, column: number) =>
				(row * 31 + column * 17) % 5 < 2
					? (words[(row * 7 + column * 3) % words.length] as string)
					: `${(row * column) % 100},5`,
		],
		[
			'one long ranking',
			(row: number, column: number) =>
				row === 0
					? (['Alternatif', 'Bobot'][column] ??
						(column === 39 ? 'Peringkat' : column === 38 ? 'Nilai' : `K${column}`))
					: column === 0
						? `A${row}`
						: `${column},${(row % 90) + 10}`,
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
			const found = read([{ name: 'T', rows }]);
			if (found.ok) checkTables(found.value.tables);
			const { user, system } = process.cpuUsage(start);
			// Of the processor, and with room for tests beside it: alone it is one to four seconds.
			expect((user + system) / 1e6).toBeLessThan(25);
		},
		120_000,
	);
});
