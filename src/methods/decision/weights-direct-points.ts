/** Direct points: a person hands out points over the criteria, and each weighs its share of them. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { amount, faultStatus, firstFault, listOf, positive, required } from '../numeric/input-check.ts';
import { options } from './options-check.ts';
import { sum, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface DirectPointsInput {
	/** One a criterion, 0 or more. */
	readonly points: readonly number[];
	readonly parameters?: {
		/** What the points ought to add up to, for example 100; a different sum is told. */
		readonly total?: number | null;
	} | null;
}

export interface DirectPointsResult extends WeightsResult {
	readonly total: number;
}

function compute(input: DirectPointsInput): MethodResult<DirectPointsResult> {
	const fault = firstFault(input, {
		points: required(listOf(amount, 1000)),
		parameters: options({ total: positive }),
	});
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	if (input.points.length === 0) return refused('invalid-input', 'EMPTY', 'points');
	const total = sum(input.points);
	if (total === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'points');
	if (!Number.isFinite(total)) return refused('undefined', 'OUT_OF_RANGE', 'points');
	const due = input.parameters?.total ?? null;
	const differs = due !== null && Math.abs(total - due) > 1e-9 * due;
	const warnings = differs ? [{ code: 'POINTS_TOTAL_DIFFERS', at: 'points', params: { total, due } }] : [];
	return weightsAnswer(input.points, { total }, { earnedId: 'points', warnings, at: 'points' });
}

/** Weights from direct points. No points at all is `undefined`, `ZERO_DENOMINATOR`. */
export const directPoints = method<DirectPointsInput, DirectPointsResult>({
	id: 'direct-points',
	version: 1,
	formula: 'w_j = points_j / sum points',
	unit: 'weight (share of 1)',
	source:
		'Bottomley, P. A., Doyle, J. R. and Green, R. H. (2000), Testing the reliability of weight elicitation methods: direct rating versus point allocation, Journal of Marketing Research 37(4), 508-513.',
	example: { points: [50, 30, 20], parameters: { total: 100 } },
	compute,
});
