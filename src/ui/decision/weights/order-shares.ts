/** The weights an order would give, as percents to be read before they are used. */
import { writeNumber } from '#inputs/number-writer.ts';
import { rankOrderCentroid } from '#methods/decision/weights-rank-order-centroid.ts';

/** One text a place, the first place first. */
export function orderShares(count: number, locale: 'id' | 'en'): readonly string[] {
	const ranks = Array.from({ length: count }, (_, index) => index + 1);
	const weights = rankOrderCentroid.compute({ ranks }).result?.weights ?? [];
	return weights.map((weight) => writeNumber(weight * 100, locale, 1));
}
