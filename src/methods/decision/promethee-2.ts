/** PROMETHEE II: pairwise preferences of six shapes, summed to flows; the net flow ranks every alternative. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { total, weightedSum } from './criterion-columns.ts';
import { criterionFlow } from './criterion-flow.ts';
import { preferenceChecks, preferenceOf, preferencesFault } from './preference-function.ts';
import type { PreferenceParameters } from './preference-function.ts';
import { checkRankingInput, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { Fault, ParameterCheck, RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface Promethee2Parameters extends PreferenceParameters, WeightParameters {
	/**
	 * PROSA-C: the sustainability coefficient of each criterion, 0 to 1; the net flow loses what it owes to criteria
	 * that are far better or worse than the whole. Left out, this is PROMETHEE II.
	 */
	readonly sustainability?: readonly number[];
}

export interface Promethee2Result extends RankingResult {
	/** How much an alternative is preferred to the others (phi+), and the others to it (phi-); each 0 to 1. */
	readonly phiPlus: readonly number[];
	readonly phiMinus: readonly number[];
	/** phi+ - phi-. */
	readonly netFlow: readonly number[];
	/** Net flow of each alternative (rows) on each criterion (columns) alone. */
	readonly criterionFlows: readonly (readonly number[])[];
}

const invalid = (reason: string, at: string): Fault => ({ status: 'invalid-input', reason, at });

const shares: ParameterCheck = (value, at) => {
	if (!Array.isArray(value)) return invalid('NOT_A_LIST', at);
	const index = value.findIndex((share) => !(typeof share === 'number' && share >= 0 && share <= 1));
	return index < 0 ? null : invalid('OUTSIDE_LIMITS', `${at}[${index}]`);
};

function inputFault(input: RankingInput<Promethee2Parameters>): Fault | null {
	const fault = checkRankingInput(input, {
		alternatives: 2,
		parameters: { ...renormalizeCheck, ...preferenceChecks, sustainability: shares },
	});
	if (fault !== null) return fault;
	const columns = input.directions.length;
	const { sustainability } = input.parameters ?? {};
	if (sustainability && sustainability.length !== columns)
		return invalid('WRONG_LENGTH', 'parameters.sustainability');
	return preferencesFault(input.parameters ?? {}, columns);
}

function flowsOf(
	{ matrix, directions, parameters }: RankingInput<Promethee2Parameters>,
	weights: readonly number[],
) {
	const others = matrix.length - 1;
	const phiPlus = new Array<number>(matrix.length).fill(0);
	const phiMinus = new Array<number>(matrix.length).fill(0);
	const criterionFlows = matrix.map(() => new Array<number>(directions.length).fill(0));
	for (let column = 0; column < directions.length; column += 1) {
		const sign = directions[column] === 'cost' ? -1 : 1;
		const values = Float64Array.from(matrix, (row) => sign * (row[column] as number));
		const [leaving, entering] = criterionFlow(values, preferenceOf(parameters ?? {}, column));
		const weight = weights[column] as number;
		for (let row = 0; row < matrix.length; row += 1) {
			const [plus, minus] = [(leaving[row] as number) / others, (entering[row] as number) / others];
			phiPlus[row] = (phiPlus[row] as number) + weight * plus;
			phiMinus[row] = (phiMinus[row] as number) + weight * minus;
			(criterionFlows[row] as number[])[column] = plus - minus;
		}
	}
	return { phiPlus, phiMinus, criterionFlows };
}

function compute(input: RankingInput<Promethee2Parameters>): MethodResult<Promethee2Result> {
	const fault = inputFault(input);
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { weights, warnings } = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const { phiPlus, phiMinus, criterionFlows } = flowsOf(input, weights);
	const netFlow = phiPlus.map((plus, row) => plus - (phiMinus[row] as number));
	const sustainability = input.parameters?.sustainability ?? null;
	const scores =
		sustainability === null
			? netFlow
			: netFlow.map((net, row) => {
					const far = (criterionFlows[row] as number[]).map(
						(flow, column) => (sustainability[column] as number) * Math.abs(flow - net),
					);
					return net - weightedSum(far, weights);
				});
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`scores[${row}]`,
			scores[row] as number,
			sustainability === null
				? 'phiPlus - phiMinus'
				: 'phiPlus - phiMinus - sum over criteria of weight x sustainability x |criterionFlow - netFlow|',
			[
				[`phiPlus[${row}]`, phiPlus[row] as number],
				[`phiMinus[${row}]`, phiMinus[row] as number],
			],
		),
	);
	steps.unshift(rankingStep('weightSum', total(weights), 'sum of the weights', []));
	return rankingAnswer(scores, 'higher', { phiPlus, phiMinus, netFlow, criterionFlows }, { steps, warnings });
}

/**
 * PROMETHEE II. Needs two alternatives (`TOO_FEW`); a threshold that a shape needs is asked for (`MISSING_INPUT` with
 * its place), q above p is `THRESHOLDS_CROSSED`. Time grows with n log n of the
 * alternatives; with the Gaussian shape, which is curved everywhere, with their square.
 * Promises: dominance, permutation, monotony, flows that sum to 0, and units when the thresholds are in the unit of
 * their criterion. With `sustainability` (PROSA-C) dominance and monotony are not promised: to be good everywhere but
 * outstanding in one place costs points. It does not promise freedom from rank reversal.
 */
export const promethee2 = method<RankingInput<Promethee2Parameters>, Promethee2Result>({
	id: 'promethee-2',
	version: 1,
	formula:
		'phi(a) = phi+(a) - phi-(a), phi+(a) = sum_b pi(a, b) / (n - 1), phi-(a) = sum_b pi(b, a) / (n - 1), pi(a, b) = sum_j w_j P_j(g_j(a) - g_j(b))',
	unit: 'flow',
	source:
		'Brans, J.-P. and Vincke, P. (1985). A preference ranking organisation method (the PROMETHEE method for multiple criteria decision-making). Management Science 31(6), 647-656; Brans, J.-P., Vincke, P. and Mareschal, B. (1986). How to select and how to rank projects: the PROMETHEE method. European Journal of Operational Research 24(2), 228-238.',
	variants: {
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
		'preferenceFunctions: usual': 'I: any advantage counts in full (unless stated)',
		'preferenceFunctions: u-shape': 'II: in full above q',
		'preferenceFunctions: v-shape': 'III: in proportion up to p',
		'preferenceFunctions: level': 'IV: half between q and p, in full above p',
		'preferenceFunctions: linear': 'V: nothing up to q, then in proportion up to p',
		'preferenceFunctions: gaussian': 'VI: 1 - exp(-d^2 / (2 s^2))',
		sustainability:
			'PROSA-C: Ziemba, P. (2019). Towards strong sustainability management: a generalized PROSA method. Sustainability 11(6), 1555',
	},
	example: {
		matrix: [
			[4, 3, 2],
			[3, 2, 4],
			[5, 1, 3],
		],
		weights: [0.5, 0.3, 0.2],
		directions: ['benefit', 'benefit', 'benefit'],
		parameters: {
			preferenceFunctions: ['usual', 'linear', 'gaussian'],
			q: [null, 0.5, null],
			p: [null, 2, null],
			s: [null, null, 1.5],
		},
	},
	compute,
});
