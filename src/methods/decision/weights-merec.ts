/** MEREC: a criterion earns weight by how much the performance of the alternatives changes when it is taken out. */
import { method } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { columnsOf, constantWarnings, objectiveFault, refusedBy } from './weights-input.ts';
import type { ObjectiveWeightsInput } from './weights-input.ts';
import { listSteps, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface MerecResult extends WeightsResult {
	/** Overall performance of each alternative with all criteria. */
	readonly performances: readonly number[];
	/** What taking out each criterion changes, summed over the alternatives. */
	readonly effects: readonly number[];
}

function compute(input: ObjectiveWeightsInput): MethodResult<MerecResult> {
	const fault = objectiveFault(input, {
		cell: (value) => (value > 0 ? null : 'NOT_A_RATIO_SCALE'),
		directed: true,
	});
	if (fault !== null) return refusedBy(fault);
	const columns = columnsOf(input.matrix);
	const n = columns.length;
	const logs = columns.map((column, index) => {
		const low = column.reduce((least, value) => Math.min(least, value), Infinity);
		const high = column.reduce((most, value) => Math.max(most, value), 0);
		// As a difference of logarithms: a quotient of far values would underflow to 0.
		return column.map((value) =>
			input.directions?.[index] === 'cost'
				? Math.abs(Math.log(value) - Math.log(high))
				: Math.abs(Math.log(low) - Math.log(value)),
		);
	});
	const totals = input.matrix.map((_, row) =>
		logs.reduce((total, column) => total + (column[row] as number), 0),
	);
	const performances = totals.map((total) => Math.log1p(total / n));
	const effects = logs.map((column) =>
		column.reduce(
			(total, log, row) =>
				total +
				Math.abs(Math.log1p(Math.max(0, (totals[row] as number) - log) / n) - (performances[row] as number)),
			0,
		),
	);
	const steps = [
		...listSteps(
			'performances',
			performances,
			'ln(1 + mean_j |ln N_ij|), N = min / x (benefit) or x / max (cost)',
		),
		...listSteps('effects', effects, 'sum_i |S_i without j - S_i|'),
	];
	return weightsAnswer(
		effects,
		{ performances, effects },
		{ earnedId: 'effects', steps, warnings: constantWarnings(columns), at: 'matrix' },
	);
}

/** MEREC weights. Values of 0 or less are refused (`NOT_A_RATIO_SCALE`): the method takes logarithms of ratios. */
export const merec = method<ObjectiveWeightsInput, MerecResult>({
	id: 'merec',
	version: 1,
	formula: 'S_i = ln(1 + mean_j |ln N_ij|); E_j = sum_i |S_i without j - S_i|; w_j = E_j / sum E',
	unit: 'weight (share of 1)',
	source:
		'Keshavarz-Ghorabaee, M., Amiri, M., Zavadskas, E. K., Turskis, Z. and Antucheviciene, J. (2021), Determination of Objective Weights Using a New Method Based on the Removal Effects of Criteria (MEREC), Symmetry 13(4), 525.',
	example: {
		matrix: [
			[450, 8000, 54, 145],
			[10, 9100, 2, 160],
			[100, 8200, 31, 153],
			[220, 9300, 1, 162],
			[5, 8400, 23, 158],
		],
		directions: ['benefit', 'benefit', 'cost', 'cost'],
	},
	compute,
});
