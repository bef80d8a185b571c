/**
 * From typed texts to every figure of the sheet, in one pure pass: what the page, the form action and the tests share.
 */
import { sheetToStudy, type SheetReading, type ValueAddedSheet } from '#inputs/value-added-sheet.ts';
import type { MethodResult } from '#methods/method.ts';
import { hayami, type HayamiResult } from '#methods/value-added/hayami.ts';

export interface ComputedSheet {
	readonly sheet: ValueAddedSheet;
	readonly reading: SheetReading;
	/** One answer per product, in the sheet's order. */
	readonly results: readonly MethodResult<HayamiResult>[];
}

/** Reads and computes the whole sheet. It never throws for what a person typed. */
export function computeSheet(sheet: ValueAddedSheet): ComputedSheet {
	const reading = sheetToStudy(sheet);
	return { sheet, reading, results: reading.study.products.map((product) => hayami.compute(product.input)) };
}

/** The figures of one product; null when its input is refused or too little is known. */
export function resultOf(computed: ComputedSheet, product: number): HayamiResult | null {
	return computed.results[product]?.result ?? null;
}
