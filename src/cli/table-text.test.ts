import { expect, test } from 'vitest';
import type { Screen } from './call.ts';
import { figureText, markText, tableText } from './table-text.ts';

const terminal: Screen = {
	locale: 'id',
	numbers: 'id',
	colour: false,
	unicode: true,
	table: true,
	width: 80,
	origins: [],
};
const columns = [
	{ label: 'Nama', align: 'left' as const },
	{ label: 'Nilai tambah', align: 'right' as const },
];
const rows = [
	{ cells: ['Keju', { value: 2372, decimals: 2 }] },
	{ cells: ['Kefir\tmanis', { value: null, decimals: 2 }] },
];

test('a person gets aligned columns, a pipe gets tabs and plain digits', () => {
	expect(tableText(columns, rows, terminal).split('\n').slice(2, 4)).toEqual([
		'Keju             2.372,00',
		'Kefir\tmanis             –',
	]);
	expect(tableText(columns, rows, { ...terminal, table: false, numbers: 'raw' })).toBe(
		'Nama\tNilai tambah\nKeju\t2372\nKefir manis\t\n',
	);
});

test('a table wider than the terminal is turned when its rows are few', () => {
	const wide = ['Nama', ...Array.from({ length: 6 }, (_, index) => `Ukuran nomor ${index}`)].map((label) => ({
		label,
		align: 'right' as const,
	}));
	const line = {
		cells: ['Keju', ...Array.from({ length: 6 }, (_, index) => ({ value: index, decimals: 0 }))],
	};
	const text = tableText(wide, [line], terminal).split('\n');
	expect(text[0]).toBe('Nama            Keju');
	expect(text[7]).toBe('Ukuran nomor 5     5');
});

test('figures follow the style asked for, and a terminal without Unicode gets a plain minus', () => {
	expect(figureText({ value: -1234.5, decimals: 2 }, { numbers: 'id', unicode: true })).toBe('−1.234,50');
	expect(figureText({ value: -1234.5, decimals: 2 }, { numbers: 'en', unicode: false })).toBe('-1,234.50');
	expect(figureText({ value: 0.1 + 0.2, decimals: 2 }, { numbers: 'raw', unicode: true })).toBe('0.3');
});

test('every verdict has a sign and an ASCII word in both languages', () => {
	for (const verdict of ['match', 'rounding', 'differs', 'uncheckable', 'odd']) {
		expect(markText(verdict, terminal)).toHaveLength(1);
		for (const locale of ['id', 'en'] as const) {
			expect(markText(verdict, { ...terminal, unicode: false, locale })).toMatch(/^[A-Z]+$/);
		}
	}
	expect(markText('differs', { ...terminal, colour: true })).toBe('\u001b[31m≠\u001b[0m');
});
