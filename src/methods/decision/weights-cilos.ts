/** CILOS: a criterion earns weight by how little it loses where the others are at their best. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { impactLoss, lossCell } from './impact-loss.ts';
import { columnsOf, constantWarnings, objectiveFault, refusedBy } from './weights-input.ts';
import type { ObjectiveWeightsInput } from './weights-input.ts';
import { figureStep, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface CilosResult extends WeightsResult {
	/** Loss of the criterion of the column at the alternative that is best in the criterion of the row. */
	readonly losses: readonly (readonly number[])[];
}

function compute(input: ObjectiveWeightsInput): MethodResult<CilosResult> {
	const fault = objectiveFault(input, { cell: lossCell });
	if (fault !== null) return refusedBy(fault);
	if (input.matrix.length === 1) return refused('undefined', 'ONE_ALTERNATIVE', 'matrix');
	const found = impactLoss(input);
	if ('status' in found) return found;
	const { losses, weights } = found;
	const warnings = [...constantWarnings(columnsOf(input.matrix)), ...found.warnings];
	const steps = losses.slice(0, 20).map((_, j) =>
		figureStep(
			`loss[${j}]`,
			losses.reduce((total, row) => total + (row[j] as number), 0),
			'sum over the other criteria of (best - value where the other is best) / best',
		),
	);
	return weightsAnswer(weights, { losses }, { earnedId: 'balance', steps, warnings, at: 'matrix' });
}

/**
 * CILOS. A cost of 0 or less is `COST_NOT_POSITIVE`, a benefit below 0 `BENEFIT_NEGATIVE`. A constant criterion has no
 * best and earns 0. Where several alternatives are best in one criterion the first is taken (`BEST_TIED`); where the
 * losses leave several sets of weights, as with two criteria that lose nothing, the answer is `SINGULAR_MATRIX`.
 */
export const cilos = method<ObjectiveWeightsInput, CilosResult>({
	id: 'cilos',
	version: 1,
	formula:
		'P q = diag(sum_i P_ij) q, sum q = 1; P_ij = (best_j - x_kj) / best_j with k the alternative best in i, costs as min / x',
	unit: 'weight (share of 1)',
	source:
		'Zavadskas, E. K. and Podvezko, V. (2016), Integrated determination of objective criteria weights in MCDM, International Journal of Information Technology and Decision Making 15(2), 267-283 (after Mirkin, B. G. 1974).',
	example: {
		matrix: [
			[3, 100, 10, 7],
			[2.5, 80, 8, 5],
			[1.8, 50, 20, 11],
			[2.2, 70, 12, 9],
		],
		directions: ['cost', 'benefit', 'cost', 'benefit'],
	},
	compute,
});
