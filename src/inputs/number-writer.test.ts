import { describe, expect, test } from 'vitest';
import { writeCompact, writeNumber, writePercent, writeRupiah, type Decimals } from './number-writer.ts';

const numbers: [value: number, decimals: Decimals | undefined, id: string, en: string][] = [
	[2.675, 2, '2,68', '2.68'],
	[1.005, 2, '1,01', '1.01'],
	[-1.005, 2, '−1,01', '−1.01'],
	[1430744, 2, '1.430.744,00', '1,430,744.00'],
	[4078.64, undefined, '4.078,64', '4,078.64'],
	[999, undefined, '999', '999'],
	[1000, undefined, '1.000', '1,000'],
	[-1200, 0, '−1.200', '−1,200'],
	[-0.004, 2, '0,00', '0.00'],
	[-0, undefined, '0', '0'],
	[0.1 + 0.2, undefined, '0,3', '0.3'],
	[0.000012345, undefined, '0,000012345', '0.000012345'],
	[1 / 3, undefined, '0,333333333333333', '0.333333333333333'],
	[28333.333333333332, { min: 0, max: 2 }, '28.333,33', '28,333.33'],
	[7.5, { min: 2, max: 4 }, '7,50', '7.50'],
	[366750000000, 0, '366.750.000.000', '366,750,000,000'],
	[1e21, 0, '1.000.000.000.000.000.000.000', '1,000,000,000,000,000,000,000'],
	[2 ** 53, undefined, '9.007.199.254.740.992', '9,007,199,254,740,992'],
	[999.999, 2, '1.000,00', '1,000.00'],
	[NaN, 2, '–', '–'],
	[-Infinity, undefined, '–', '–'],
];

describe('writing numbers', () => {
	test.each(numbers)('%s with %s decimals', (value, decimals, id, en) => {
		expect(writeNumber(value, 'id', decimals)).toBe(id);
		expect(writeNumber(value, 'en', decimals)).toBe(en);
	});

	test('rupiah has a no-break space on screen and none in documents', () => {
		expect(writeRupiah(4078.64, 'id', { decimals: 2 })).toBe('Rp\u00a04.078,64');
		expect(writeRupiah(4078.64, 'id', { decimals: 2, spelling: 'eyd' })).toBe('Rp4.078,64');
		expect(writeRupiah(4078.64, 'id')).toBe('Rp\u00a04.079');
		expect(writeRupiah(-1200, 'id')).toBe('\u2212Rp\u00a01.200');
		expect(writeRupiah(-1200, 'id', { spelling: 'eyd' })).toBe('\u2212Rp1.200');
		expect(writeRupiah(2187.22, 'en', { decimals: 2 })).toBe('Rp\u00a02,187.22');
		expect(writeRupiah(-0.4, 'id')).toBe('Rp\u00a00');
		expect(writeRupiah(NaN, 'id')).toBe('–');
	});

	test('percent follows the language and the spelling', () => {
		expect(writePercent(53.17, 'id')).toBe('53,17\u00a0%');
		expect(writePercent(53.17, 'id', { spelling: 'eyd' })).toBe('53,17%');
		expect(writePercent(53.17, 'en')).toBe('53.17%');
		expect(writePercent(1004.55, 'id')).toBe('1.004,55\u00a0%');
		expect(writePercent(12.5, 'id', { decimals: 1 })).toBe('12,5\u00a0%');
		expect(writePercent(Infinity, 'en')).toBe('–');
	});

	const compact: [number, string, string][] = [
		[6_136_000, '6,1 jt', '6.1 million'],
		[367e9, '367 miliar', '367 billion'],
		[366_750_000_000, '367 miliar', '367 billion'],
		[-2_450_000, '−2,5 jt', '−2.5 million'],
		[12_500, '12,5 rb', '12.5 thousand'],
		[999_950, '1 jt', '1 million'],
		[999_400, '999 rb', '999 thousand'],
		[99_960_000, '100 jt', '100 million'],
		[1e12, '1 triliun', '1 trillion'],
		[2.5e15, '2.500 triliun', '2,500 trillion'],
		[4311.2, '4.311,2', '4,311.2'],
		[0, '0', '0'],
	];
	test.each(compact)('%s is short enough for a sentence', (value, id, en) => {
		const spaced = (text: string) => text.replaceAll(' ', '\u00a0');
		expect(writeCompact(value, 'id')).toBe(spaced(id));
		expect(writeCompact(value, 'en')).toBe(spaced(en));
	});
});
