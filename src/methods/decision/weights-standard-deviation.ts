/** Standard-deviation weights: a criterion earns weight by how far the alternatives stand apart in it. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { choiceOf } from './ranking-input.ts';
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

export type StandardDeviationInput = ObjectiveWeightsInput<{
	/** `none` (default): the matrix as given; `min-max`: each column brought to 0 to 1 by its direction first. */
	readonly normalisation?: 'none' | 'min-max' | null;
}>;

export interface StandardDeviationResult extends WeightsResult {
	readonly deviations: readonly number[];
}

/** A column this many times wider than another is a matter of units, not of contrast. */
const UNLIKE_UNITS = 100;

function compute(input: StandardDeviationInput): MethodResult<StandardDeviationResult> {
	const fault = objectiveFault(input, { parameters: { normalisation: choiceOf('none', 'min-max') } });
	if (fault !== null) return refusedBy(fault);
	if (input.matrix.length === 1) return refused('undefined', 'ONE_ALTERNATIVE', 'matrix');
	const raw = columnsOf(input.matrix);
	const scaled = input.parameters?.normalisation === 'min-max';
	const deviations = (scaled ? minMaxColumns(raw, input.directions) : raw).map(standardDeviationOf);
	const varying = deviations.filter((deviation) => deviation > 0);
	const warnings = constantWarnings(raw);
	if (!scaled && varying.length > 1 && Math.max(...varying) > UNLIKE_UNITS * Math.min(...varying))
		warnings.push({ code: 'WEIGHTS_FOLLOW_UNITS', at: 'matrix' });
	const steps = listSteps('deviations', deviations, 'sqrt(sum (x - mean)^2 / (m - 1))');
	return weightsAnswer(deviations, { deviations }, { earnedId: 'deviations', steps, warnings, at: 'matrix' });
}

/** Standard-deviation weights. A constant criterion earns 0; when all are constant, weights are equal with a warning. */
export const standardDeviation = method<StandardDeviationInput, StandardDeviationResult>({
	id: 'standard-deviation',
	version: 1,
	formula: 'w_j = sd_j / sum sd',
	unit: 'weight (share of 1)',
	source:
		'Diakoulaki, D., Mavrotas, G. and Papayannakis, L. (1995), Determining objective weights in multiple criteria problems: the CRITIC method, Computers and Operations Research 22(7), 763-770, section 3.',
	variants: {
		none: 'of the matrix as given, which must be on one scale (default)',
		'min-max': 'of columns brought to 0 to 1 first (Diakoulaki and others)',
	},
	example: {
		matrix: [
			[0.619, 0.449, 0.447],
			[0.862, 0.466, 0.006],
			[0.458, 0.698, 0.771],
			[0.777, 0.631, 0.491],
			[0.567, 0.992, 0.968],
		],
	},
	compute,
});
