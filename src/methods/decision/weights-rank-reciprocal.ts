/** Rank-reciprocal weights: each place earns one over itself. */
import { method } from '../method.ts';
import { weightsByPlace } from './ranked-criteria.ts';
import type { RankedCriteriaInput, RankedWeightsResult } from './ranked-criteria.ts';

const harmonic = (n: number): number => {
	let total = 0;
	for (let place = n; place >= 1; place -= 1) total += 1 / place;
	return total;
};

const reciprocalWeight = (place: number, n: number): number => 1 / place / harmonic(n);

/** Rank-reciprocal weights. Ties share the mean weight of their places. */
export const rankReciprocal = method<RankedCriteriaInput, RankedWeightsResult>({
	id: 'rank-reciprocal',
	version: 1,
	formula: 'w_r = (1 / r) / sum_k(1 / k)',
	unit: 'weight (share of 1)',
	source:
		'Stillwell, W. G., Seaver, D. A. and Edwards, W. (1981), A comparison of weight approximation techniques in multiattribute utility decision making, Organizational Behavior and Human Performance 28(1), 62-77.',
	example: { ranks: [1, 2, 3, 4] },
	compute: (input) => weightsByPlace(input, reciprocalWeight),
});
