/** MAIRCA: how far each alternative stays behind what every criterion would grant to the best of its range. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { byRange, scaled, sum } from './column-scales.ts';
import { checkRankingInput, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface MaircaResult extends RankingResult {
	/** weight / alternatives: what a criterion grants to each before anything is measured. */
	readonly granted: readonly number[];
	/** What is granted less what is earned, one row an alternative. */
	readonly gaps: readonly (readonly number[])[];
}

function compute(input: RankingInput<WeightParameters>): MethodResult<MaircaResult> {
	const fault = checkRankingInput(input, { parameters: renormalizeCheck });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { matrix, warnings: columns } = scaled(input.matrix, input.directions, byRange);
	const granted = weights.map((weight) => weight / matrix.length);
	const gaps = matrix.map((row) => row.map((value, column) => (granted[column] as number) * (1 - value)));
	const scores = gaps.map(sum);
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`scores[${row}]`,
			scores[row] as number,
			'sum of granted - granted x share of the range',
			(gaps[row] as readonly number[])
				.slice(0, 20)
				.map((gap, column) => [`gaps[${row}][${column}]`, gap] as const),
		),
	);
	return rankingAnswer(scores, 'lower', { granted, gaps }, { steps, warnings: [...warnings, ...columns] });
}

/** MAIRCA. Any real values; a criterion without a range leaves no gap (`CONSTANT_COLUMN`). A low score is good. */
export const mairca = method<RankingInput<WeightParameters>, MaircaResult>({
	id: 'mairca',
	version: 1,
	formula: 'Q_i = sum_j w_j / m x (1 - r_ij), r the share of the range of the criterion, from its worse end',
	unit: 'gap to the ideal, lower is better',
	source:
		'Gigovic, L., Pamucar, D., Bajic, Z. and Milicevic, M. (2016), The combination of expert judgment and GIS-MAIRCA analysis for the selection of sites for ammunition depots, Sustainability 8(4), 372, eqs. 9-15.',
	variants: { renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated' },
	example: {
		matrix: [
			[24, 82.98, 53.27],
			[90.65, 17.59, 73.84],
			[90.62, 36.21, 81.66],
		],
		weights: [0.7545, 0.1943, 0.0512],
		directions: ['benefit', 'cost', 'cost'],
	},
	compute,
});
