import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeNumberBytes } from './number-bytes.ts';

const written = (value: number): string => {
	const bytes = new Uint8Array(64);
	return new TextDecoder().decode(bytes.subarray(0, writeNumberBytes(bytes, 0, value)));
};

test.each([
	[0, '0'],
	[-0, '0'],
	[7, '7'],
	[1000, '1000'],
	[1.5, '1.5'],
	[-1.25, '-1.25'],
	[0.000001, '0.000001'],
	[0.0000001, '0'],
	[-0.0000001, '0'],
	[0.9999999, '1'],
	[999.9999999, '1000'],
	[1004.5, '1004.5'],
	[1_234_567.001, '1234567.001'],
	[1_999_999_999.25, '1999999999.25'],
	[123_456_789_012_345, '123456789012345'],
])('%d is written %s', (value, text) => {
	expect(written(value)).toBe(text);
});

test('what is written reads back within half a millionth', () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), (value) => {
			expect(Math.abs(Number(written(value)) - value)).toBeLessThanOrEqual(5.1e-7);
			expect(written(value)).toMatch(/^-?\d+(\.\d*[1-9])?$/);
		}),
	);
});
