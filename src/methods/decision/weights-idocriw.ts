/** IDOCRIW: entropy weights and impact-loss weights multiplied, so that contrast counts and repetition does not. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { impactLoss, lossCell } from './impact-loss.ts';
import { entropy } from './weights-entropy.ts';
import { columnsOf, constantWarnings, objectiveFault, refusedBy } from './weights-input.ts';
import type { ObjectiveWeightsInput } from './weights-input.ts';
import { derivedSteps, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface IdocriwResult extends WeightsResult {
	readonly entropyWeights: readonly number[];
	readonly impactLossWeights: readonly number[];
}

function compute(input: ObjectiveWeightsInput): MethodResult<IdocriwResult> {
	const fault = objectiveFault(input, { cell: lossCell });
	if (fault !== null) return refusedBy(fault);
	if (input.matrix.length === 1) return refused('undefined', 'ONE_ALTERNATIVE', 'matrix');
	const contrast = entropy.compute({ matrix: input.matrix });
	if (contrast.result === null)
		return refused('undefined', contrast.reason ?? 'OUT_OF_RANGE', contrast.at ?? 'matrix');
	const found = impactLoss(input);
	if ('status' in found) return found;
	const [entropyWeights, impactLossWeights] = [contrast.result.weights, found.weights];
	const products = entropyWeights.map((weight, index) => weight * (impactLossWeights[index] as number));
	const steps = derivedSteps('products', products, 'entropyWeights * impactLossWeights', [
		'entropyWeights',
		entropyWeights,
	]);
	const warnings = [...constantWarnings(columnsOf(input.matrix)), ...found.warnings];
	const extras = { entropyWeights, impactLossWeights };
	return weightsAnswer(products, extras, { earnedId: 'products', steps, warnings, at: 'matrix' });
}

/** IDOCRIW, with the entropy of the columns as they are. Its refusals are those of CILOS. */
export const idocriw = method<ObjectiveWeightsInput, IdocriwResult>({
	id: 'idocriw',
	version: 1,
	formula: 'w_j = q_j e_j / sum q e; q the CILOS weights, e the entropy weights of the columns as they are',
	unit: 'weight (share of 1)',
	source:
		'Zavadskas, E. K. and Podvezko, V. (2016), Integrated determination of objective criteria weights in MCDM, International Journal of Information Technology and Decision Making 15(2), 267-283.',
	example: {
		matrix: [
			[3, 100, 10, 7],
			[2.5, 80, 8, 5],
			[1.8, 50, 20, 11],
			[2.2, 70, 12, 9],
		],
		directions: ['cost', 'benefit', 'cost', 'benefit'],
	},
	compute,
});
