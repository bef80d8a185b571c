import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedDecimals, plainDecimal } from './decimal-text.ts';
import { showNumber } from './number-format.ts';

// What Excel with Indonesian regional settings shows.
const cases: readonly (readonly [number, string, string])[] = [
	[1700, 'General', '1700'],
	[1234.5, 'General', '1234,5'],
	[475.9623456789, 'General', '475,9623457'],
	[0.1 + 0.2, 'General', '0,3'],
	[367_000_000_000, 'General', '367000000000'],
	[1e-7, 'General', '0,0000001'],
	[1700, '0', '1700'],
	[1.005, '0.00', '1,01'],
	[2.5, '0', '3'],
	[-2.5, '0', '-3'],
	[-0.001, '0.00', '0,00'],
	[1700.5, '#,##0', '1.701'],
	[1234567.891, '#,##0.00', '1.234.567,89'],
	// Excel leaves the zero out (`,5`); here it stays, so that the text reads as a number.
	[0.5, '#.##', '0,5'],
	[12, '0.##', '12'],
	[12.34, '0.0#', '12,34'],
	[12.3, '0.0#', '12,3'],
	[0.5317, '0%', '53%'],
	[0.5317, '0.00%', '53,17%'],
	[10.0455, '#,##0.00%', '1.004,55%'],
	[1700, '"Rp" #,##0', 'Rp 1.700'],
	[1700, '"Rp"\\ #,##0.00', 'Rp 1.700,00'],
	[-1700, '"Rp"#,##0;[Red]("Rp"#,##0)', '(Rp1.700)'],
	[1700, '_-[$Rp-421]* #,##0_-;-[$Rp-421]* #,##0_-;_-[$Rp-421]* "-"_-', 'Rp1.700'],
	[0, '#,##0;-#,##0;"-"', '-'],
	[50, '0" kg"', '50 kg'],
	[50, 'General" kg"', '50 kg'],
	[1_500_000, '0.0,,"jt"', '1,5jt'],
	[7, '000', '007'],
	[120, '[>=100]#,##0" ekor";0.0', '120 ekor'],
	[12, '[>=100]#,##0" ekor";0.0', '12,0'],
	[1234.5, '0.00E+00', '1234,5'],
	[0.5, '# ?/?', '0,5'],
	[5, '@', '5'],
];

describe('a stored number under a format', () => {
	it.each(cases)('%d as %s is shown as %s', (value, code, text) => {
		expect(showNumber(value, code)).toEqual({ text, isDate: false });
	});

	it('becomes ISO text when the format is a date or a time', () => {
		expect(showNumber(45443, 'dd/mm/yyyy').text).toBe('2024-05-31');
		expect(showNumber(59, 'yyyy-mm-dd').text).toBe('1900-02-28');
		expect(showNumber(0, 'yyyy-mm-dd', true).text).toBe('1904-01-01');
		expect(showNumber(0.5875, 'h:mm').text).toBe('14:06');
		expect(showNumber(1.5, '[h]:mm').text).toBe('36:00');
		expect(showNumber(45443, '0" mdy"').isDate).toBe(false);
	});

	it('stays a number when no calendar holds it', () => {
		expect(showNumber(-5, 'yyyy')).toEqual({ text: '-5', isDate: false });
		expect(showNumber(1e300, 'yyyy').isDate).toBe(false);
	});

	it('never throws, whatever the format code', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), (value, code) => {
				expect(typeof showNumber(value, code).text).toBe('string');
			}),
		);
	});
});

describe('decimal text', () => {
	it('rounds the decimal figure, half away from zero', () => {
		expect(fixedDecimals(1.005, 2)).toBe('1.01');
		expect(fixedDecimals(0.004, 2)).toBe('0.00');
		expect(fixedDecimals(0.05, 1)).toBe('0.1');
		expect(fixedDecimals(999.995, 2)).toBe('1000.00');
		expect(fixedDecimals(1e20, 1)).toBe('100000000000000000000.0');
	});

	it('stays within half a unit of the last decimal', () => {
		const values = fc.double({ min: -1e9, max: 1e9, noNaN: true });
		fc.assert(
			fc.property(values, fc.integer({ min: 0, max: 5 }), (value, decimals) => {
				const distance = Math.abs(Number(fixedDecimals(value, decimals)) - value);
				expect(distance).toBeLessThanOrEqual(0.5 * 10 ** -decimals * 1.0001 + 1e-6);
			}),
		);
	});

	it('written in full reads back as the same number', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
				const text = plainDecimal(value);
				expect(text).not.toMatch(/e/i);
				expect(Number(text)).toBe(value === 0 ? Number(text) : value);
			}),
		);
	});
});
