import { describe, expect, it } from 'vitest';
import { readDecimalField, readDegrees } from './decimal-field.ts';

describe('a number of a form', () => {
	it.each([
		['20', 'id', '20'],
		['1.700,50', 'id', '1700.5'],
		['1.500', 'id', '1500'],
		['1.500', 'en', '1.5'],
		['1,500', 'en', '1500'],
		['Rp 5.000,-', 'id', '5000'],
		['1,5 jt', 'id', '1500000'],
		['0,125', 'id', '0.125'],
		['0', 'id', '0'],
	] as const)('%s on a page in %s is %s', (text, style, decimal) => {
		expect(readDecimalField(text, style)).toBe(decimal);
	});

	it('refuses what has two readings', () => {
		expect(readDecimalField('Rp 1.500', 'en')).toBeNull();
	});

	it.each(['-5', 'banyak', '20-30', '1.70.000', '0,0000001', '1000000000000', ''])('refuses %s', (text) => {
		expect(readDecimalField(text, 'id')).toBeNull();
	});
});

describe('degrees', () => {
	it.each([
		['-7,398', '-7.398'],
		['-7.398', '-7.398'],
		['−7.398°', '-7.398'],
		['112.79', '112.79'],
	])('%s are %s', (text, degrees) => {
		expect(readDegrees(text)).toBe(degrees);
	});

	it.each(['7° 23′ S', '1.127,9', 'x', ''])('refuse %s', (text) => {
		expect(readDegrees(text)).toBeNull();
	});
});
