/** The ranges a person typed for the sensitivity chart. */
import { readNumber } from './number-reader.ts';
import type { NumberReading } from './number-reading.ts';
import type { RangeKey, SheetProduct } from './value-added-sheet.ts';
import { rangeKeys } from './value-added-sheet-fields.ts';
import type { SensitivityRange } from '#methods/value-added/sensitivity.ts';

/** How the two ends of a range are read. */
export function rangeReadings(
	product: SheetProduct,
	key: RangeKey,
): { low: NumberReading; high: NumberReading } {
	const typed = product.ranges[key] ?? { low: '', high: '' };
	const read = (text: string) => readNumber(text, { arithmetic: true });
	return { low: read(typed.low), high: read(typed.high) };
}

/** The ranges with both ends known, the lower first whichever way they were typed. */
export function typedRanges(product: SheetProduct): SensitivityRange[] {
	return rangeKeys.flatMap((key): SensitivityRange[] => {
		const { low, high } = rangeReadings(product, key);
		if (low.value === null || high.value === null || low.value < 0 || high.value < 0) return [];
		return [{ input: key, low: Math.min(low.value, high.value), high: Math.max(low.value, high.value) }];
	});
}

/** The product with one end of a range replaced. */
export function withRange(
	product: SheetProduct,
	key: RangeKey,
	end: 'low' | 'high',
	text: string,
): SheetProduct {
	const old = product.ranges[key] ?? { low: '', high: '' };
	return { ...product, ranges: { ...product.ranges, [key]: { ...old, [end]: text } } };
}
