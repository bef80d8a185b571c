/**
 * From typed texts to every figure of the sheet, in one pure pass: what the page, the form action and the tests share.
 */
import { sheetToStudy, type ValueAddedSheet } from '#inputs/value-added-sheet.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import type { ComputedSheet } from './computed-sheet.ts';

/** Reads and computes the whole sheet. It never throws for what a person typed. */
export function computeSheet(sheet: ValueAddedSheet): ComputedSheet {
	const reading = sheetToStudy(sheet);
	return { sheet, reading, results: reading.study.products.map((product) => hayami.compute(product.input)) };
}
