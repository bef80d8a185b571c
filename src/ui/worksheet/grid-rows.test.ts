import { describe, expect, it } from 'vitest';
import { sampleSheet } from '#inputs/value-added-samples.ts';
import { withCell } from '#inputs/value-added-sheet-edits.ts';
import { emptySheet, type ValueAddedSheet } from '#inputs/value-added-sheet.ts';
import { computeSheet } from './compute-sheet.ts';
import { keptRows, sheetRows, splitAtDecimal } from './grid-rows.ts';
import { otherInputsOf } from './other-inputs-view.ts';
import { postedBlocks, postedProblems } from './posted-result.ts';

const serabi = computeSheet(sampleSheet('serabi', 'id'));
const row = (id: string) => sheetRows(serabi, 'id').find((one) => one.id === id);

describe('the rows of the sheet', () => {
	it('stand in the published order with the cost groups below row 9', () => {
		const numbers = sheetRows(serabi, 'id').map(({ number, id }) => number || id);
		expect(numbers.slice(8, 17)).toEqual([
			'9',
			'detail-auxiliary',
			'detail-packaging',
			'detail-energy',
			'detail-transport',
			'detail-depreciation',
			'detail-total',
			'detail-divisor',
			'10',
		]);
	});

	it('print the sum and the divisor of row 9 (serabi, Table 3: 109,361 by 50 kg)', () => {
		expect(row('detail-total')?.cells[0]?.text).toBe('109.361');
		expect(row('detail-divisor')?.cells[0]?.text).toBe('50');
		expect(row('otherInputs')?.cells[0]).toMatchObject({ text: '2.187,22', kind: 'computed' });
		expect(row('detail-depreciation')?.cells[0]?.text).toBe('tidak dihitung');
	});

	it('show a refused text as typed, with its mark, and no figure that depends on it', () => {
		const computed = computeSheet(withCell(sampleSheet('susu', 'id'), 0, 'wage', '4.078,64,00'));
		const rows = sheetRows(computed, 'id');
		expect(rows.find(({ id }) => id === 'wage')?.cells[0]).toMatchObject({
			text: '4.078,64,00',
			mark: 'refused',
		});
		expect(rows.find(({ id }) => id === 'profit')?.cells[0]?.text).toBe('');
	});

	it('stand on the decimal mark of the language', () => {
		expect(splitAtDecimal('2.187,22', 'id')).toEqual({ whole: '2.187', rest: ',22' });
		expect(splitAtDecimal('2,187.22', 'en')).toEqual({ whole: '2,187', rest: '.22' });
		expect(splitAtDecimal('tidak dihitung', 'id')).toEqual({ whole: 'tidak dihitung', rest: '' });
	});
});

describe('the drawer of row 9', () => {
	it('says when monthly costs wait for the processes per month', () => {
		const product = { ...sampleSheet('serabi', 'id').products[0], processesPerMonth: '' };
		const computed = computeSheet({
			...sampleSheet('serabi', 'id'),
			products: [product],
		} as ValueAddedSheet);
		expect(otherInputsOf(computed, 0).monthlyWithoutProcesses).toBe(true);
		expect(otherInputsOf(serabi, 0).monthlyWithoutProcesses).toBe(false);
	});
});

describe('a posted form', () => {
	it('lists what was not read with a link to its question', () => {
		const problems = postedProblems(computeSheet(withCell(emptySheet(), 0, 'outputPrice', '10, 956')), 'id');
		expect(problems).toEqual([
			{ text: 'Harga output, Produk 1: Ada spasi di tengah. Angka ini belum dipakai.', href: '#soal-7' },
		]);
	});

	it('names an input that the method refuses', () => {
		const [problem] = postedProblems(
			computeSheet(withCell(sampleSheet('susu', 'id'), 2, 'rawMaterial', '0')),
			'en',
		);
		expect(problem?.href).toBe('#p3-soal-2');
		expect(problem?.text).toContain('more than 0');
	});

	it('is only incomplete, not wrong, while cells are empty', () => {
		expect(postedProblems(computeSheet(emptySheet()), 'id')).toEqual([]);
		expect(postedBlocks(computeSheet(emptySheet()), 'id')).toEqual([]);
	});

	it('comes back with charts of every product and their comparison', () => {
		const charts = postedBlocks(computeSheet(sampleSheet('susu', 'id')), 'id').filter(
			({ kind }) => kind === 'chart',
		);
		expect(charts.length).toBeGreaterThanOrEqual(12);
	});
});

describe('rows after an edit', () => {
	const milk = sampleSheet('susu', 'id');
	const before = sheetRows(computeSheet(milk), 'id');

	it('are the same objects where nothing changed, and new ones in the edited column', () => {
		const after = sheetRows(computeSheet(withCell(milk, 1, 'outputPrice', '60000')), 'id');
		const kept = keptRows(before, after);
		expect(kept).toEqual(after);
		const value = (rows: typeof before) => rows.find((one) => one.id === 'outputValue');
		expect(value(kept as typeof before)?.cells[0]).toBe(value(before)?.cells[0]);
		expect(value(kept as typeof before)?.cells[1]).not.toBe(value(before)?.cells[1]);
		const wage = (rows: typeof before) => rows.find((one) => one.id === 'wage');
		expect(wage(kept as typeof before)).toBe(wage(before));
	});
});
