/** Equal weights: what is left when nobody says that one criterion matters more. */
import { method } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { refused } from '../method.ts';
import { count, faultStatus, firstFault, required } from '../numeric/input-check.ts';
import { weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface EqualWeightsInput {
	/** How many criteria there are. */
	readonly criteria: number;
}

function compute(input: EqualWeightsInput): MethodResult<WeightsResult> {
	const fault = firstFault(input, { criteria: required(count(1, 1_000)) });
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const points = new Array<number>(input.criteria).fill(1);
	return weightsAnswer(points, {}, { earnedId: 'points', at: 'criteria' });
}

/** Equal weights for up to 1,000 criteria; another count is `NOT_A_COUNT`. */
export const equalWeights = method<EqualWeightsInput, WeightsResult>({
	id: 'equal-weights',
	version: 1,
	formula: 'w_j = 1 / n',
	unit: 'weight (share of 1)',
	source:
		'Dawes, R. M. and Corrigan, B. (1974), Linear models in decision making, Psychological Bulletin 81(2), 95-106 (unit weights).',
	example: { criteria: 4 },
	compute,
});
