/** Complex proportional assessment: benefits add, costs add in inverse proportion. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { largest, scaled, share, smallest, sum } from './column-scales.ts';
import { checkRankingInput, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { Direction, RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export type CoprasInput = RankingInput<WeightParameters>;

export interface CoprasResult extends RankingResult {
	/** S+_i: weighted shares of the benefits. */
	readonly benefits: readonly number[];
	/** S-_i: weighted shares of the costs. */
	readonly costs: readonly number[];
	/** Q_i; the score is Q_i over the largest of them. */
	readonly significances: readonly number[];
}

function compute(input: CoprasInput): MethodResult<CoprasResult> {
	const fault = checkRankingInput(input, {
		cell: (value) => (value >= 0 ? null : 'NEGATIVE'),
		parameters: renormalizeCheck,
	});
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { matrix, warnings: columns } = scaled(input.matrix, input.directions, share);
	const side = (direction: Direction) =>
		matrix.map((row) =>
			sum(
				row.map((value, index) =>
					input.directions[index] === direction ? (weights[index] as number) * value : 0,
				),
			),
		);
	const [benefits, costs] = [side('benefit'), side('cost')];
	const allWarnings = [...warnings, ...columns];
	const allCosts = sum(costs);
	const free = costs.indexOf(0);
	// An alternative that costs nothing while others do is infinitely better in this method's proportion.
	if (allCosts > 0 && free >= 0)
		return refused('undefined', 'ZERO_DENOMINATOR', `matrix[${free}]`, allWarnings);
	const least = smallest(costs);
	// min S- / S-_i keeps the quotient within 1; the two smallest values cancel against the published form.
	const inverse = costs.map((cost) => (allCosts > 0 ? least / cost : 0));
	const together = sum(inverse);
	const significances = benefits.map(
		(benefit, row) => benefit + (allCosts > 0 ? (allCosts * (inverse[row] as number)) / together : 0),
	);
	const most = largest(significances);
	if (most === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'matrix', allWarnings);
	const scores = significances.map((value) => value / most);
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(`score[${row}]`, scores[row] as number, 'significance / largest significance', [
			[`benefits[${row}]`, benefits[row] as number],
			[`costs[${row}]`, costs[row] as number],
			[`significance[${row}]`, significances[row] as number],
		]),
	);
	return rankingAnswer(
		scores,
		'higher',
		{ benefits, costs, significances },
		{ steps, warnings: allWarnings },
	);
}

/**
 * COPRAS by the published formula. A widely used library simplifies the second term to + S-_i, which rewards costs;
 * its figures for the road design study differ for that reason. Values are at least 0; an alternative whose every
 * cost is 0 beside others that cost is `undefined` with `ZERO_DENOMINATOR`.
 */
export const copras = method<CoprasInput, CoprasResult>({
	id: 'copras',
	version: 1,
	formula:
		'N_i = Q_i / max Q; Q_i = S+_i + (min S- sum S-) / (S-_i sum(min S- / S-)); shares d_ij = w_j x_ij / sum_i x_ij',
	unit: 'utility 0 to 1, higher is better',
	source:
		'Zavadskas, E. K., Kaklauskas, A., Peldschus, F. and Turskis, Z. (2007), Multi-attribute assessment of road design solutions by using the COPRAS method, The Baltic Journal of Road and Bridge Engineering 2(4), 195-203.',
	variants: {
		renormalizeWeights: 'true brings the weights to a sum of 1; the utility is the same either way',
	},
	example: {
		matrix: [
			[30, 12.487, 6.261],
			[20, 12.372, 5.961],
			[27, 11.096, 6.262],
		],
		weights: [0.6, 0.2, 0.2],
		directions: ['benefit', 'cost', 'cost'],
	},
	compute,
});
