/** MARCOS: utility of each alternative against an ideal and an anti-ideal made of the best and the worst values. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import {
	columnRanges,
	constantWarnings,
	linearMatrix,
	ratioCell,
	ratioFault,
	total,
	weightedSum,
} from './criterion-columns.ts';
import { checkRankingInput, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface MarcosResult extends RankingResult {
	/** Utility degree against the ideal (K+) and against the anti-ideal (K-), one an alternative. */
	readonly idealUtility: readonly number[];
	readonly antiIdealUtility: readonly number[];
	/** The weighted sums of the ideal and of the anti-ideal row. */
	readonly ideal: number;
	readonly antiIdeal: number;
}

function compute(input: RankingInput<WeightParameters>): MethodResult<MarcosResult> {
	const fault = checkRankingInput(input, { cell: ratioCell, parameters: renormalizeCheck });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, directions } = input;
	const used = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const ranges = columnRanges(matrix, directions.length);
	const warnings = [...used.warnings, ...constantWarnings(ranges)];
	const flat = ratioFault(directions, ranges);
	if (flat !== null) return refused(flat.status, flat.reason, flat.at, warnings);
	const worst = ranges.map(({ low, high }, column) => (directions[column] === 'cost' ? high : low));
	const [antiIdealRow = []] = linearMatrix([worst], directions, ranges);
	const antiIdeal = weightedSum(antiIdealRow, used.weights);
	const ideal = total(used.weights);
	if (antiIdeal === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'matrix', warnings);
	const sums = linearMatrix(matrix, directions, ranges).map((row) => weightedSum(row, used.weights));
	const idealUtility = sums.map((sum) => sum / ideal);
	const antiIdealUtility = sums.map((sum) => sum / antiIdeal);
	// f(K+) = K- / (K+ + K-) and f(K-) = K+ / (K+ + K-) are the same for every alternative: the sum cancels out.
	const ofIdeal = ideal / (ideal + antiIdeal);
	const ofAntiIdeal = antiIdeal / (ideal + antiIdeal);
	const divisor = 1 + (1 - ofIdeal) / ofIdeal + (1 - ofAntiIdeal) / ofAntiIdeal;
	const scores = idealUtility.map((utility, row) => (utility + (antiIdealUtility[row] as number)) / divisor);
	const steps = [
		rankingStep('ideal', ideal, 'weighted sum of the best normalised values', []),
		rankingStep('antiIdeal', antiIdeal, 'weighted sum of the worst normalised values', []),
		rankingStep('idealFunction', ofIdeal, 'K- / (K+ + K-) = ideal / (ideal + antiIdeal)', [
			['ideal', ideal],
			['antiIdeal', antiIdeal],
		]),
		rankingStep('antiIdealFunction', ofAntiIdeal, 'K+ / (K+ + K-) = antiIdeal / (ideal + antiIdeal)', [
			['ideal', ideal],
			['antiIdeal', antiIdeal],
		]),
		...tracedSteps(scores.length, (row) =>
			rankingStep(
				`scores[${row}]`,
				scores[row] as number,
				'(idealUtility + antiIdealUtility) / (1 + (1 - idealFunction) / idealFunction + (1 - antiIdealFunction) / antiIdealFunction)',
				[
					[`idealUtility[${row}]`, idealUtility[row] as number],
					[`antiIdealUtility[${row}]`, antiIdealUtility[row] as number],
				],
			),
		),
	];
	const extras = { idealUtility, antiIdealUtility, ideal, antiIdeal };
	return rankingAnswer(scores, 'higher', extras, { steps, warnings });
}

/**
 * MARCOS. Needs a ratio scale: a value below 0 is `NEGATIVE`, a cost of 0 `ZERO_COST`; an anti-ideal of 0
 * (every weighted criterion a benefit with a 0) is undefined.
 * Promises: dominance, permutation, units, monotony. It ranks as the weighted sum of x / max and min / x does.
 */
export const marcos = method<RankingInput<WeightParameters>, MarcosResult>({
	id: 'marcos',
	version: 1,
	formula:
		'f(K) = (K+ + K-) / (1 + (1 - f(K+)) / f(K+) + (1 - f(K-)) / f(K-)), K+ = S / S_ideal, K- = S / S_anti-ideal',
	unit: 'score',
	source:
		'Stevic, Z., Pamucar, D., Puska, A. and Chatterjee, P. (2020). Sustainable supplier selection in healthcare industries using a new MCDM method: MARCOS. Computers & Industrial Engineering 140, 106231, eqs. 2 to 14.',
	variants: { renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated' },
	example: {
		matrix: [
			[660, 1000, 1600],
			[800, 1000, 1600],
			[980, 1000, 2500],
		],
		weights: [0.4, 0.3, 0.3],
		directions: ['benefit', 'benefit', 'cost'],
	},
	compute,
});
