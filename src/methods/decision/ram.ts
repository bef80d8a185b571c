/** Root assessment: the benefits of an alternative under a root that its costs deepen. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { scaled, share } from './column-scales.ts';
import { checkRankingInput, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface RamResult extends RankingResult {
	/** Weighted shares of the benefits and of the costs, one an alternative. */
	readonly benefits: readonly number[];
	readonly costs: readonly number[];
}

function compute(input: RankingInput<WeightParameters>): MethodResult<RamResult> {
	const fault = checkRankingInput(input, {
		cell: (value) => (value < 0 ? 'NEGATIVE' : null),
		parameters: renormalizeCheck,
	});
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { matrix, warnings: columns } = scaled(input.matrix, input.directions, share);
	const side = (direction: 'benefit' | 'cost') =>
		matrix.map((row) =>
			row.reduce(
				(total, value, column) =>
					input.directions[column] === direction ? total + (weights[column] as number) * value : total,
				0,
			),
		);
	const [benefits, costs] = [side('benefit'), side('cost')];
	const scores = benefits.map((benefit, row) => (2 + benefit) ** (1 / (2 + (costs[row] as number))));
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(`scores[${row}]`, scores[row] as number, '(2 + benefits) to the power 1 / (2 + costs)', [
			[`benefits[${row}]`, benefits[row] as number],
			[`costs[${row}]`, costs[row] as number],
		]),
	);
	return rankingAnswer(scores, 'higher', { benefits, costs }, { steps, warnings: [...warnings, ...columns] });
}

/** RAM. Values of 0 or more (`NEGATIVE`); a column of zeros adds nothing (`ZERO_COLUMN`). */
export const ram = method<RankingInput<WeightParameters>, RamResult>({
	id: 'ram',
	version: 1,
	formula:
		'RI_i = (2 + S+_i)^(1 / (2 + S-_i)); S the weighted shares x / sum x of the benefits and of the costs',
	unit: 'score, higher is better',
	source:
		'Sotoudeh-Anvari, A. (2023), Root Assessment Method (RAM): A novel multi-criteria decision making method and its applications in sustainability challenges, Journal of Cleaner Production 423, 138695.',
	variants: { renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated' },
	example: {
		matrix: [
			[0.068, 0.066, 0.15],
			[0.078, 0.076, 0.108],
			[0.157, 0.114, 0.128],
		],
		weights: [0.4, 0.35, 0.25],
		directions: ['benefit', 'cost', 'cost'],
	},
	compute,
});
