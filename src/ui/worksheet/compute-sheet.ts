/**
 * From typed texts to every figure of the sheet, in one pure pass: what the page, the form action and the tests share.
 */
import { sheetToStudy, type ValueAddedSheet } from '#inputs/value-added-sheet.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import type { ComputedSheet } from './computed-sheet.ts';

/** Whether two products ask the same question: their inputs are plain data, so their texts tell. */
const sameInput = (a: object | undefined, b: object) =>
	a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/**
 * Reads and computes the whole sheet. It never throws for what a person typed. Answers of `before` are kept for
 * products whose inputs did not change: an edit computes one column, not twelve.
 */
export function computeSheet(sheet: ValueAddedSheet, before?: ComputedSheet): ComputedSheet {
	const reading = sheetToStudy(sheet);
	const results = reading.study.products.map((product, index) => {
		const kept = before?.results[index];
		const unchanged = kept && sameInput(before.reading.study.products[index]?.input, product.input);
		return unchanged ? kept : hayami.compute(product.input);
	});
	return { sheet, reading, results };
}
