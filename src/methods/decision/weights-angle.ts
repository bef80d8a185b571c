/** Angle weights: a criterion earns weight by the angle between its column and one in which all are alike. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { columnsOf, constantWarnings, isConstant, objectiveFault, refusedBy } from './weights-input.ts';
import type { ObjectiveWeightsInput } from './weights-input.ts';
import { listSteps, sum, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface AngleResult extends WeightsResult {
	/** In radians, between 0 and half of pi. */
	readonly angles: readonly number[];
}

/** The tangent is the deviation over the mean, which keeps the digits that an arc cosine near 1 would lose. */
function angleOf(column: readonly number[]): number {
	if (isConstant(column)) return 0;
	const most = column.reduce((largest, value) => Math.max(largest, value), 0);
	const parts = column.map((value) => value / most);
	const mean = sum(parts) / parts.length;
	return Math.atan2(Math.sqrt(sum(parts.map((part) => (part - mean) ** 2)) / parts.length), mean);
}

function compute(input: ObjectiveWeightsInput): MethodResult<AngleResult> {
	const fault = objectiveFault(input, { cell: (value) => (value < 0 ? 'NEGATIVE' : null) });
	if (fault !== null) return refusedBy(fault);
	if (input.matrix.length === 1) return refused('undefined', 'ONE_ALTERNATIVE', 'matrix');
	const columns = columnsOf(input.matrix);
	const angles = columns.map(angleOf);
	const steps = listSteps('angles', angles, 'arc tangent of standard deviation / mean of the column');
	const warnings = constantWarnings(columns);
	return weightsAnswer(angles, { angles }, { earnedId: 'angles', steps, warnings, at: 'matrix' });
}

/** Angle weights. Values below 0 are refused (`NEGATIVE`); a constant criterion earns 0. */
export const angle = method<ObjectiveWeightsInput, AngleResult>({
	id: 'angle',
	version: 1,
	formula: 'w_j = u_j / sum u; cos u_j = sum_i x_ij / (sqrt(m) sqrt(sum_i x_ij^2))',
	unit: 'weight (share of 1)',
	source:
		'Shuai, D., Zongzhun, Z., Yongji, W. and Lei, L. (2012), A new angular method to determine the objective weights, 24th Chinese Control and Decision Conference (CCDC), 3889-3892.',
	example: {
		matrix: [
			[30, 30, 38, 29],
			[19, 54, 86, 29],
			[19, 15, 85, 29.1],
			[68, 70, 60, 29],
		],
	},
	compute,
});
