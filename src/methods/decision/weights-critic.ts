/** CRITIC: a criterion earns weight by its contrast and by how little it repeats what the others say. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import {
	columnsOf,
	constantWarnings,
	correlationOf,
	minMaxColumns,
	objectiveFault,
	refusedBy,
	standardDeviationOf,
} from './weights-input.ts';
import type { ObjectiveWeightsInput } from './weights-input.ts';
import { derivedSteps, listSteps, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface CriticResult extends WeightsResult {
	/** Standard deviation (n - 1) of each criterion brought to 0 to 1. */
	readonly deviations: readonly number[];
	readonly correlations: readonly (readonly number[])[];
	/** Deviation times the sum of 1 - r with the other criteria. */
	readonly information: readonly number[];
}

function compute(input: ObjectiveWeightsInput): MethodResult<CriticResult> {
	const fault = objectiveFault(input);
	if (fault !== null) return refusedBy(fault);
	if (input.matrix.length === 1) return refused('undefined', 'ONE_ALTERNATIVE', 'matrix');
	const raw = columnsOf(input.matrix);
	const columns = minMaxColumns(raw, input.directions);
	const deviations = columns.map(standardDeviationOf);
	const correlations = columns.map((left, row) =>
		columns.map((right, column) => (row === column ? 1 : correlationOf(left, right))),
	);
	const conflicts = correlations.map((row, self) =>
		row.reduce((total, r, other) => total + (other === self ? 0 : 1 - r), 0),
	);
	// With one criterion there is nothing to conflict with; it carries the whole weight.
	const information = deviations.map((deviation, index) =>
		columns.length === 1 ? deviation : deviation * (conflicts[index] as number),
	);
	const steps = [
		...listSteps('deviations', deviations, 'standard deviation (n - 1) of the column brought to 0..1'),
		...listSteps('conflicts', conflicts, 'sum over the other criteria of 1 - r'),
		...derivedSteps('information', information, 'deviation * conflict', ['deviations', deviations]),
	];
	return weightsAnswer(
		information,
		{ deviations, correlations, information },
		{ earnedId: 'information', steps, warnings: constantWarnings(raw), at: 'matrix' },
	);
}

/** CRITIC weights. A constant criterion earns 0; when all are constant, or say exactly the same, weights are equal. */
export const critic = method<ObjectiveWeightsInput, CriticResult>({
	id: 'critic',
	version: 1,
	formula: 'C_j = sd_j * sum_k(1 - r_jk) over min-max columns; w_j = C_j / sum C',
	unit: 'weight (share of 1)',
	source:
		'Diakoulaki, D., Mavrotas, G. and Papayannakis, L. (1995), Determining objective weights in multiple criteria problems: the CRITIC method, Computers and Operations Research 22(7), 763-770.',
	example: {
		matrix: [
			[5000, 3, 3, 4, 3, 2],
			[680, 5, 3, 2, 2, 1],
			[2000, 3, 2, 3, 4, 3],
			[600, 4, 3, 1, 2, 2],
			[800, 2, 4, 3, 3, 4],
		],
	},
	compute,
});
