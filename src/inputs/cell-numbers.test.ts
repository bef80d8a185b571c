import { describe, expect, it } from 'vitest';
import { readCellNumbers } from './cell-numbers.ts';

describe('numbers of a table', () => {
	it('take a stored share as a percentage, with the decimals a person sees', () => {
		const cell = { text: '53,17%', number: 0.5317, address: 'B2' };
		expect(readCellNumbers('T', [cell]).of(cell)).toMatchObject({ value: 53.17, decimals: 2 });
	});

	it('keep what a stored number knows beyond its format', () => {
		const cell = { text: '22,73', number: 22.7272727273, address: 'B2' };
		expect(readCellNumbers('T', [cell]).of(cell)).toMatchObject({ value: 22.7272727273, decimals: 10 });
	});

	it('show the zeros of a printed share', () => {
		const cell = { text: '63,20', number: 63.2, address: 'B2' };
		expect(readCellNumbers('T', [cell]).of(cell)).toMatchObject({ value: 63.2, decimals: 2 });
	});

	it('let a correction replace what stands in the cell', () => {
		const cell = { text: '4.078,64,00', address: 'B2' };
		const numbers = readCellNumbers('T', [cell], { 'T!B2': '4.078,64' });
		expect(numbers.of(cell)?.value).toBe(4078.64);
		expect(readCellNumbers('T', [cell]).of(cell)).toBeNull();
		expect(readCellNumbers('T', [cell]).doubts[0]).toMatchObject({ cell: 'B2', value: null });
	});

	it('ask nothing about thousands in a column of rupiah, and ask about decimals there', () => {
		const cells = [
			{ text: '85.000', address: 'B2' },
			{ text: '1,700', address: 'B3' },
		];
		const numbers = readCellNumbers('T', cells, {}, () => true);
		expect(numbers.doubts.map((doubt) => doubt.cell)).toEqual(['B3']);
	});
});
