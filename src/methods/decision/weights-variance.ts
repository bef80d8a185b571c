/** Variance weights: a criterion earns weight by the variance of its column brought to 0 to 1. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import {
	columnsOf,
	constantWarnings,
	minMaxColumns,
	objectiveFault,
	refusedBy,
	standardDeviationOf,
} from './weights-input.ts';
import type { ObjectiveWeightsInput } from './weights-input.ts';
import { listSteps, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface VarianceResult extends WeightsResult {
	readonly variances: readonly number[];
}

function compute(input: ObjectiveWeightsInput): MethodResult<VarianceResult> {
	const fault = objectiveFault(input);
	if (fault !== null) return refusedBy(fault);
	if (input.matrix.length === 1) return refused('undefined', 'ONE_ALTERNATIVE', 'matrix');
	const raw = columnsOf(input.matrix);
	const variances = minMaxColumns(raw, input.directions).map((column) => standardDeviationOf(column) ** 2);
	const steps = listSteps('variances', variances, 'sum (x - mean)^2 / (m - 1) of the column brought to 0..1');
	const warnings = constantWarnings(raw);
	return weightsAnswer(variances, { variances }, { earnedId: 'variances', steps, warnings, at: 'matrix' });
}

/** Variance weights. The unit of a criterion does not count; a constant one earns 0. */
export const variance = method<ObjectiveWeightsInput, VarianceResult>({
	id: 'variance',
	version: 1,
	formula: 'w_j = var_j / sum var, var of (x - min) / (max - min)',
	unit: 'weight (share of 1)',
	source:
		'Rao, R. V. and Patel, B. K. (2010), A subjective and objective integrated multiple attribute decision making method for material selection, Materials and Design 31(10), 4738-4747, section 2 (statistical variance).',
	example: {
		matrix: [
			[100, 4, 500],
			[110, 5, 550],
			[120, 6, 600],
			[121, 8, 400],
		],
	},
	compute,
});
