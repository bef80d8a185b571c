/** What the method refused, as a sentence that names the row and the product. */
import type { SheetProduct } from '#inputs/value-added-sheet.ts';
import type { MethodResult } from '#methods/method.ts';
import { isHayamiKey, rowLabel, type Locale } from '#reports/row-label.ts';
import { m } from '#words/messages.js';
import { productName } from './product-words.ts';

/** Null while the product is only incomplete: an empty cell is no mistake. */
export function engineProblem(
	answer: MethodResult<unknown>,
	index: number,
	products: readonly SheetProduct[],
	locale: Locale,
): string | null {
	if (answer.status === 'ok' || answer.status === 'missing-input') return null;
	const at = answer.at ?? '';
	const row = isHayamiKey(at) ? rowLabel(at, locale) : m.worksheet_other_inputs({}, { locale });
	const place = m.worksheet_doubt_at({ row, product: productName(products[index], index) }, { locale });
	const what =
		answer.reason === 'NEGATIVE'
			? m.worksheet_engine_negative({}, { locale })
			: answer.reason === 'ZERO_DENOMINATOR' || answer.reason === 'NOT_POSITIVE'
				? m.worksheet_engine_zero({}, { locale })
				: m.worksheet_engine_other({}, { locale });
	return `${place}: ${what}`;
}
