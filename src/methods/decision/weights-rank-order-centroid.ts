/** Rank-order centroid weights: the middle of all weights that keep the order. */
import { method } from '../method.ts';
import { weightsByPlace } from './ranked-criteria.ts';
import type { RankedCriteriaInput, RankedWeightsResult } from './ranked-criteria.ts';

const harmonic = (from: number, to: number): number => {
	let total = 0;
	for (let place = to; place >= from; place -= 1) total += 1 / place;
	return total;
};

const centroidWeight = (place: number, n: number): number => harmonic(place, n) / n;

/** Rank-order centroid weights. Ties share the mean weight of their places. */
export const rankOrderCentroid = method<RankedCriteriaInput, RankedWeightsResult>({
	id: 'rank-order-centroid',
	version: 1,
	formula: 'w_r = (1 / n) sum_{k = r..n} 1 / k',
	unit: 'weight (share of 1)',
	source:
		'Barron, F. H. and Barrett, B. E. (1996), Decision quality using ranked attribute weights, Management Science 42(11), 1515-1523.',
	example: { ranks: [1, 2, 3, 4] },
	compute: (input) => weightsByPlace(input, centroidWeight),
});
