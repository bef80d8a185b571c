import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDay, writeDay } from './calendar-day.ts';

it('counts days as the calendar of the platform does, and back', () => {
	fc.assert(
		fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
			const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
			expect(writeDay(day)).toBe(text);
			expect(readDay(text)).toBe(day);
		}),
	);
	for (const wrong of ['2023-02-29', '2024-13-01', '2024-1-1', '', null, 5])
		expect(readDay(wrong)).toBeNull();
});
