/** SWARA: criteria in order of importance, each judged by how much less it counts than the one before it. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { amount, count, faultStatus, firstFault, listOf, required } from '../numeric/input-check.ts';
import { derivedSteps, listSteps, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface SwaraInput {
	/** How much less each criterion counts than the one before it, from the second in order on: 0.35 is 35 % less. */
	readonly comparativeImportance: readonly number[];
	/** The criteria from most to least important, by their number from 0; as given unless stated. */
	readonly order?: readonly number[] | null;
}

export interface SwaraResult extends WeightsResult {
	/** s + 1, in order of importance. */
	readonly coefficients: readonly number[];
	/** q(1) = 1, q(j) = q(j - 1) / k(j), in order of importance. */
	readonly recalculated: readonly number[];
}

const MOST_CRITERIA = 1000;

function orderFault(order: readonly number[], n: number) {
	if (order.length !== n) return { reason: 'WRONG_LENGTH', at: 'order' };
	const seen = new Set<number>();
	for (const [place, criterion] of order.entries()) {
		if (criterion >= n) return { reason: 'OUTSIDE_LIMITS', at: `order[${place}]` };
		if (seen.has(criterion)) return { reason: 'GIVEN_TWICE', at: `order[${place}]` };
		seen.add(criterion);
	}
	return null;
}

function compute(input: SwaraInput): MethodResult<SwaraResult> {
	const fault = firstFault(input, {
		comparativeImportance: required(listOf(amount, MOST_CRITERIA)),
		order: listOf(count(0), MOST_CRITERIA + 1),
	});
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const s = input.comparativeImportance;
	const order = input.order ?? [0, ...s.map((_, index) => index + 1)];
	const wrong = orderFault(order, s.length + 1);
	if (wrong !== null) return refused('invalid-input', wrong.reason, wrong.at);
	const coefficients = [1, ...s.map((value) => value + 1)];
	const recalculated: number[] = [];
	for (const k of coefficients) recalculated.push((recalculated.at(-1) ?? 1) / k);
	const earned = new Array<number>(order.length).fill(0);
	order.forEach((criterion, place) => (earned[criterion] = recalculated[place] as number));
	const steps = [
		...listSteps('coefficients', coefficients, 's + 1; 1 for the first in order'),
		...derivedSteps('recalculated', recalculated, 'q[j - 1] / k[j]; 1 for the first', [
			'coefficients',
			coefficients,
		]),
	];
	return weightsAnswer(
		earned,
		{ coefficients, recalculated },
		{ earnedId: 'recalculated', steps, at: 'comparativeImportance' },
	);
}

/** SWARA weights, answered in the numbering of the criteria, not in their order of importance. */
export const swara = method<SwaraInput, SwaraResult>({
	id: 'swara',
	version: 1,
	formula: 'k_1 = 1, k_j = s_j + 1; q_1 = 1, q_j = q_(j-1) / k_j; w_j = q_j / sum q',
	unit: 'weight (share of 1)',
	source:
		'Kersuliene, V., Zavadskas, E. K. and Turskis, Z. (2010), Selection of rational dispute resolution method by applying new step-wise weight assessment ratio analysis (SWARA), Journal of Business Economics and Management 11(2), 243-258.',
	example: { comparativeImportance: [0, 0.35, 0.2, 0.3, 0, 0.4] },
	compute,
});
