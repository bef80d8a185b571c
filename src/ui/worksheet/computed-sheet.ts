/** Every figure of the open sheet, and how to find one. The engine that fills it is in compute-sheet.ts. */
import { sheetToStudy, type SheetReading, type ValueAddedSheet } from '#inputs/value-added-sheet.ts';
import type { MethodResult } from '#methods/method.ts';
import type { HayamiResult } from '#methods/value-added/hayami.ts';

export interface ComputedSheet {
	readonly sheet: ValueAddedSheet;
	readonly reading: SheetReading;
	/** One answer per product, in the sheet's order; none before the engine is there. */
	readonly results: readonly MethodResult<HayamiResult>[];
}

/** What works a sheet out. */
export type Engine = (sheet: ValueAddedSheet, before?: ComputedSheet) => ComputedSheet;

/** The texts read and nothing computed: what a phone has while the first question is typed. */
export function readOnlySheet(sheet: ValueAddedSheet): ComputedSheet {
	return { sheet, reading: sheetToStudy(sheet), results: [] };
}

/** The figures of one product; null when its input is refused or too little is known. */
export function resultOf(computed: ComputedSheet, product: number): HayamiResult | null {
	return computed.results[product]?.result ?? null;
}
