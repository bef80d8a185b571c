import { describe, expect, it } from 'vitest';
import { placeAfterKey, startsTyping } from './grid-navigation.ts';

const size = { rows: 21, columns: 3 };
const plain = { key: '5', ctrlKey: false, metaKey: false, altKey: false };

describe('keys in the grid', () => {
	it('moves with arrows and stays inside', () => {
		expect(placeAfterKey('ArrowDown', { row: 2, column: 1 }, size)).toEqual({ row: 3, column: 1 });
		expect(placeAfterKey('ArrowUp', { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 });
		expect(placeAfterKey('ArrowRight', { row: 0, column: 2 }, size)).toEqual({ row: 0, column: 2 });
	});

	it('goes down with Enter and up with Shift and Enter', () => {
		expect(placeAfterKey('Enter', { row: 2, column: 1 }, size)).toEqual({ row: 3, column: 1 });
		expect(placeAfterKey('Enter', { row: 2, column: 1 }, size, { shift: true })).toEqual({
			row: 1,
			column: 1,
		});
	});

	it('goes right with Tab and leaves at the edges, so that it is no trap', () => {
		expect(placeAfterKey('Tab', { row: 2, column: 1 }, size)).toEqual({ row: 2, column: 2 });
		expect(placeAfterKey('Tab', { row: 2, column: 2 }, size)).toBe('leave');
		expect(placeAfterKey('Tab', { row: 2, column: 0 }, size, { shift: true })).toBe('leave');
	});

	it('reaches the corners', () => {
		expect(placeAfterKey('Home', { row: 5, column: 2 }, size, { control: true })).toEqual({
			row: 0,
			column: 0,
		});
		expect(placeAfterKey('End', { row: 5, column: 0 }, size, { control: true })).toEqual({
			row: 20,
			column: 2,
		});
	});

	it('starts an edit with a typed character only', () => {
		expect(startsTyping(plain)).toBe(true);
		expect(startsTyping({ ...plain, key: '=' })).toBe(true);
		expect(startsTyping({ ...plain, key: 'z', ctrlKey: true })).toBe(false);
		expect(startsTyping({ ...plain, key: 'F2' })).toBe(false);
		expect(startsTyping({ ...plain, key: ' ' })).toBe(false);
	});
});
