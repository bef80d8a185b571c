import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '#files/text-reader.ts';
import { checkData, unpackedCheck } from '#inputs/table-check-content.ts';
import { packCheck, unpackCheck } from './shared-check.ts';

const milk = readText(readFileSync(new URL('./boyolali.txt', import.meta.url), 'utf8'), 'boyolali');
const workbook = milk.ok ? milk.value : { source: '', format: 'text' as const, grids: [], notes: [] };
const choices = {
	meanings: { 'Tabel 1!B12': null, 'Tabel 1!B3': 'rawMaterial' },
	corrections: { 'Tabel 1!D4': '1000' },
};

describe('a check in an address', () => {
	test('comes out with the same cells at the same addresses, and the same choices', () => {
		const opened = unpackCheck(packCheck(workbook, choices));
		expect(opened?.choices).toEqual(choices);
		expect(opened?.workbook.grids.map((grid) => grid.rows)).toEqual(workbook.grids.map((grid) => grid.rows));
		expect(opened?.workbook.grids.map((grid) => grid.name)).toEqual(workbook.grids.map((grid) => grid.name));
	});

	test('keeps stored numbers and addresses that are not where they seem', () => {
		const grids = [{ name: 'Lembar', rows: [[{ text: '4,2', number: 4.2, address: 'C7' }]] }];
		const opened = unpackedCheck(checkData({ ...workbook, grids }, choices));
		expect(opened?.workbook.grids[0]?.rows).toEqual(grids[0]?.rows);
	});

	test('is short enough for a message and safe in an address', () => {
		const packed = packCheck(workbook, choices);
		expect(packed.length).toBeLessThan(2000);
		expect(packed).toMatch(/^[\w-]+$/);
	});

	test('is refused, never thrown, whatever somebody typed', () => {
		fc.assert(fc.property(fc.string(), (text) => unpackCheck(text) === null));
		fc.assert(fc.property(fc.anything(), (value) => unpackedCheck(value) === null));
		expect(unpackCheck(packCheck(workbook, choices).slice(0, -20))).toBeNull();
	});

	test('takes nothing that is not a text or a number', () => {
		const data = JSON.parse(JSON.stringify(checkData(workbook, choices)));
		data.grids[0].rows[0] = [{ evil: true }, ['1', 'x', 'javascript:'], null, 7];
		data.choices.meanings = { a: 5, b: null };
		const opened = unpackedCheck(data);
		expect(opened?.workbook.grids[0]?.rows[0]?.map((cell) => cell.text)).toEqual(['', '1', '', '']);
		expect(opened?.workbook.grids[0]?.rows[0]?.[1]).toEqual({ text: '1', address: 'B1' });
		expect(opened?.choices.meanings).toEqual({ b: null });
	});
});
