/** Weights from nothing but the order of the criteria: the weight of each place, and what ties make of it. */
import { refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { firstFault, faultStatus, listOf, positive, required } from '../numeric/input-check.ts';
import { rankGroups } from '../numeric/ranks.ts';
import { sum, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface RankedCriteriaInput {
	/** One a criterion: 1 is the most important. Only their order counts; equal ranks are ties. */
	readonly ranks: readonly number[];
}

export interface RankedWeightsResult extends WeightsResult {
	/** The weight of place 1, 2, 3 ... before ties are shared out. */
	readonly placeWeights: readonly number[];
}

const MOST_CRITERIA = 1000;

/** Weights by place; tied criteria share the mean weight of the places they take, so the sum stays 1. */
export function weightsByPlace(
	input: RankedCriteriaInput,
	placeWeight: (place: number, n: number) => number,
): MethodResult<RankedWeightsResult> {
	const fault = firstFault(input, { ranks: required(listOf(positive, MOST_CRITERIA)) });
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const n = input.ranks.length;
	if (n === 0) return refused('invalid-input', 'EMPTY', 'ranks');
	const placeWeights = input.ranks.map((_, index) => placeWeight(index + 1, n));
	const earned = new Array<number>(n).fill(0);
	const groups = rankGroups(input.ranks, 'lower');
	let before = 0;
	for (const group of groups) {
		const shared = sum(placeWeights.slice(before, before + group.length)) / group.length;
		for (const index of group) earned[index] = shared;
		before += group.length;
	}
	const warnings = groups.length < n ? [{ code: 'TIES_SHARED', at: 'ranks' }] : [];
	return weightsAnswer(earned, { placeWeights }, { earnedId: 'placeWeights', warnings, at: 'ranks' });
}
