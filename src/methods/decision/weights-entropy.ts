/** Entropy weights: a criterion earns weight by how unevenly the alternatives share it. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { choiceOf } from './ranking-input.ts';
import { columnsOf, constantWarnings, isConstant, objectiveFault, refusedBy } from './weights-input.ts';
import type { ObjectiveWeightsInput } from './weights-input.ts';
import { derivedSteps, listSteps, shares, weightsAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export type EntropyInput = ObjectiveWeightsInput<{
	/** What becomes of cost columns: `as-is` (default) or `reciprocal` (min / x). */
	readonly cost?: 'as-is' | 'reciprocal' | null;
}>;

export interface EntropyResult extends WeightsResult {
	/** Between 0 and 1; 1 when the alternatives share the criterion evenly. */
	readonly entropies: readonly number[];
	readonly divergences: readonly number[];
}

/** Shannon entropy of a column over ln m; 0 ln 0 is 0. A constant column, also one of zeros, is even: 1. */
function entropyOf(column: readonly number[]): number {
	if (isConstant(column)) return 1;
	const most = column.reduce((largest, value) => Math.max(largest, value), 0);
	const parts = shares(column.map((value) => value / most));
	const total = parts.reduce((bits, part) => bits - (part > 0 ? part * Math.log(part) : 0), 0);
	return Math.max(0, Math.min(1, total / Math.log(column.length)));
}

function compute(input: EntropyInput): MethodResult<EntropyResult> {
	const fault = objectiveFault(input, {
		cell: (value) => (value < 0 ? 'NEGATIVE' : null),
		parameters: { cost: choiceOf('as-is', 'reciprocal') },
	});
	if (fault !== null) return refusedBy(fault);
	if (input.matrix.length === 1) return refused('undefined', 'ONE_ALTERNATIVE', 'matrix');
	const reciprocal = input.parameters?.cost === 'reciprocal';
	const costs = columnsOf(input.matrix).map((_, index) => input.directions?.[index] === 'cost');
	const columns = columnsOf(input.matrix);
	if (reciprocal)
		for (const [index, column] of columns.entries()) {
			const zero = costs[index] ? column.indexOf(0) : -1;
			if (zero !== -1) return refused('invalid-input', 'RECIPROCAL_OF_ZERO', `matrix[${zero}][${index}]`);
		}
	const used = columns.map((column, index) => {
		const least = column.reduce((low, value) => Math.min(low, value), Infinity);
		return reciprocal && costs[index] ? column.map((value) => least / value) : column;
	});
	const warnings: Warning[] = constantWarnings(columns);
	if (!reciprocal && costs.some(Boolean)) warnings.push({ code: 'COST_AS_IS', at: 'directions' });
	const entropies = used.map(entropyOf);
	const divergences = entropies.map((entropy) => 1 - entropy);
	const steps = [
		...listSteps('entropies', entropies, '-sum(p ln p) / ln m, p = x / sum x'),
		...derivedSteps('divergences', divergences, '1 - entropy', ['entropies', entropies]),
	];
	const extras = { entropies, divergences };
	return weightsAnswer(divergences, extras, { earnedId: 'divergences', steps, warnings, at: 'matrix' });
}

/** Entropy weights. Values below 0 are refused (`NEGATIVE`); one alternative is `undefined`, `ONE_ALTERNATIVE`. */
export const entropy = method<EntropyInput, EntropyResult>({
	id: 'entropy',
	version: 1,
	formula: 'p = x / sum x; e_j = -sum(p ln p) / ln m; w_j = (1 - e_j) / sum(1 - e)',
	unit: 'weight (share of 1)',
	source:
		'Shannon, C. E. (1948), A Mathematical Theory of Communication, Bell System Technical Journal 27; Hwang, C. L. and Yoon, K. (1981), Multiple Attribute Decision Making, Springer, section 2.3.',
	variants: {
		'cost as-is': 'cost columns are shared out like benefits (default; Hwang and Yoon)',
		'cost reciprocal': 'cost columns become min / x first',
	},
	example: {
		matrix: [
			[30, 30, 38, 29],
			[19, 54, 86, 29],
			[19, 15, 85, 28.9],
			[68, 70, 60, 29],
		],
	},
	compute,
});
