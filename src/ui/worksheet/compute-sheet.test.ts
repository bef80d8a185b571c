import { describe, expect, it } from 'vitest';
import { sampleSheet } from '#inputs/value-added-samples.ts';
import { withCell } from '#inputs/value-added-sheet-edits.ts';
import { computeSheet } from './compute-sheet.ts';

describe('a sheet computed after an edit', () => {
	const before = computeSheet(sampleSheet('susu', 'id'));
	const edited = withCell(sampleSheet('susu', 'id'), 3, 'rawMaterialPrice', '6000');

	it('answers as if it were computed from nothing', () => {
		expect(computeSheet(edited, before)).toEqual(computeSheet(edited));
	});

	it('keeps the answers of the products that were not touched', () => {
		const after = computeSheet(edited, before);
		expect(after.results[0]).toBe(before.results[0]);
		expect(after.results[3]).not.toBe(before.results[3]);
		// Kefir at Rp 6,000 for the milk: 180,000 - 6,000 - 100,000.
		expect(after.results[3]?.result?.valueAdded).toBe(74000);
	});
});
