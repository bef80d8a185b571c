/** Rank-sum weights: they fall in equal steps from the first place to the last. */
import { method } from '../method.ts';
import { weightsByPlace } from './ranked-criteria.ts';
import type { RankedCriteriaInput, RankedWeightsResult } from './ranked-criteria.ts';

/** Rank-sum weights. Ties share the mean weight of their places. */
export const rankSum = method<RankedCriteriaInput, RankedWeightsResult>({
	id: 'rank-sum',
	version: 1,
	formula: 'w_r = 2 (n + 1 - r) / (n (n + 1))',
	unit: 'weight (share of 1)',
	source:
		'Stillwell, W. G., Seaver, D. A. and Edwards, W. (1981), A comparison of weight approximation techniques in multiattribute utility decision making, Organizational Behavior and Human Performance 28(1), 62-77.',
	example: { ranks: [1, 2, 3, 4] },
	compute: (input) => weightsByPlace(input, (place, n) => (2 * (n + 1 - place)) / (n * (n + 1))),
});
