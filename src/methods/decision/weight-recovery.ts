/** Which weights could have produced printed totals. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { amount, anyNumber, listOf, required } from '../numeric/input-check.ts';
import type { LinearConstraint } from '../numeric/simplex.ts';
import { columnOf } from './column-scales.ts';
import { groupsCheck, groupsFault } from './criterion-groups.ts';
import type { CriterionGroup } from './criterion-groups.ts';
import { options } from './options-check.ts';
import { matrixFault } from './ranking-input.ts';
import type { Direction } from './ranking-input.ts';
import { rankingStep } from './ranking-result.ts';
import { additiveValues, parametersOf, robustAnswer } from './robust-ranker.ts';
import type { Matrix } from './robust-ranker.ts';
import { bestFit, weightRanges } from './weight-recovery-programs.ts';
import type { TotalsProblem, WeightRange } from './weight-recovery-programs.ts';
import { settled, structuredOf } from './weight-recovery-structure.ts';
import type { RecoveredStructure } from './weight-recovery-structure.ts';

export interface WeightRecoveryParameters {
	/** How far a recomputed total may stand from the printed one; 0.01 unless stated. */
	readonly tolerance?: number | null;
	/** Aspects, for the structured solution: one weight an aspect, used by each of its criteria. */
	readonly groups?: readonly CriterionGroup[] | null;
	/** What all weights must sum to; free unless stated. */
	readonly sum?: number | null;
	/** What the weights inside each aspect must sum to; free unless stated. */
	readonly groupSum?: number | null;
}

export interface WeightRecoveryInput {
	/** Rows are alternatives, columns the figures that were weighted. */
	readonly matrix: Matrix;
	/** The printed total of each alternative. */
	readonly totals: readonly number[];
	/** A cost counts against the total; all benefits unless stated. */
	readonly directions?: readonly Direction[] | null;
	readonly parameters?: WeightRecoveryParameters | null;
}

export interface WeightRecoveryResult {
	readonly feasible: boolean;
	/** The smallest largest deviation any weights of at least 0 can reach. */
	readonly smallestDeviation: number;
	/** Weights that reach it: one of possibly many. */
	readonly bestFit: readonly number[];
	/** Null when no weights are feasible. */
	readonly intervals: readonly WeightRange[] | null;
	/** Whether every weight is settled to within 0.01; null when none are feasible. */
	readonly unique: boolean | null;
	/** The simplest solution, equal inside an aspect; null when no such weights are feasible. */
	readonly structured: RecoveredStructure | null;
	readonly structuredDeviation: number | null;
}

const MOST = 60;
function wrong(input: WeightRecoveryInput) {
	const parameters = options({
		tolerance: amount,
		groups: groupsCheck,
		sum: amount,
		groupSum: amount,
	})((input as Partial<WeightRecoveryInput> | null)?.parameters, 'parameters');
	return parameters;
}

function checked(input: WeightRecoveryInput): MethodResult<never> | readonly Direction[] {
	if (typeof input !== 'object' || input === null || Array.isArray(input))
		return refused('invalid-input', 'NOT_AN_OBJECT', 'input');
	if (input.matrix == null) return refused('missing-input', 'MISSING_INPUT', 'matrix');
	const first: unknown = Array.isArray(input.matrix) ? input.matrix[0] : null;
	if (!Array.isArray(input.matrix) || !Array.isArray(first))
		return refused('invalid-input', 'NOT_A_LIST', Array.isArray(input.matrix) ? 'matrix[0]' : 'matrix');
	if (first.length === 0) return refused('invalid-input', 'EMPTY', 'matrix[0]');
	if (first.length > MOST) return refused('invalid-input', 'TOO_MANY', 'matrix[0]');
	if (input.matrix.length > MOST) return refused('invalid-input', 'TOO_MANY', 'matrix');
	const benefits = first.map((): Direction => 'benefit');
	const directions: unknown = input.directions ?? benefits;
	if (!Array.isArray(directions)) return refused('invalid-input', 'NOT_A_LIST', 'directions');
	if (directions.length !== first.length) return refused('invalid-input', 'WRONG_LENGTH', 'directions');
	const strange = directions.findIndex((one) => one !== 'benefit' && one !== 'cost');
	if (strange >= 0) return refused('invalid-input', 'UNKNOWN_CHOICE', `directions[${strange}]`);
	const fault =
		matrixFault(input.matrix, benefits) ??
		required(listOf(anyNumber, MOST))(input.totals, 'totals') ??
		wrong(input);
	if (fault !== null)
		return refused(
			fault.reason === 'MISSING_INPUT' ? 'missing-input' : 'invalid-input',
			fault.reason,
			fault.at,
		);
	if (input.totals.length !== input.matrix.length) return refused('invalid-input', 'WRONG_LENGTH', 'totals');
	return directions as Direction[];
}

function sumsOf(
	columns: number,
	groups: readonly CriterionGroup[],
	{ sum, groupSum }: WeightRecoveryParameters,
): LinearConstraint[] {
	const all = Array.from({ length: columns }, (_, column) => column);
	const one = (criteria: readonly number[], value: number) => ({
		row: all.map((column) => (criteria.includes(column) ? 1 : 0)),
		value,
	});
	return [
		...(sum == null ? [] : [one(all, sum)]),
		...(groupSum == null ? [] : groups.map(({ criteria }) => one(criteria, groupSum))),
	];
}

function recoverySteps(result: WeightRecoveryResult): Step[] {
	const { structured, intervals } = result;
	return [
		rankingStep('smallestDeviation', result.smallestDeviation, 'min max |sum(weight x value) - total|', []),
		...(structured?.groupWeights ?? []).map((weight, index) =>
			rankingStep(`groupWeights[${index}]`, weight, 'fewest decimals within the tolerance', []),
		),
		...(structured === null
			? []
			: [rankingStep('residual', structured.residual, 'max |sum(groupWeight x value) - total|', [])]),
		...(intervals ?? []).map(({ low, high }, index) =>
			rankingStep(
				`intervals[${index}].low`,
				low,
				'min weight within the tolerance',
				high === null ? [] : [['high', high]],
			),
		),
	];
}

function compute(input: WeightRecoveryInput): MethodResult<WeightRecoveryResult> {
	const directions = checked(input);
	if ('status' in directions) return directions;
	const parameters = parametersOf(input.parameters);
	const tolerance = parameters.tolerance ?? 0.01;
	const groups = parameters.groups ?? [{ criteria: directions.map((_, column) => column) }];
	const shares = groupsFault(groups, directions.length, 'parameters.groups');
	if (shares !== null) return refused('invalid-input', shares.reason, shares.at);
	const values = additiveValues(input.matrix, directions, 'none');
	const problem: TotalsProblem = {
		columns: directions.map((_, column) => columnOf(values, column)),
		totals: input.totals,
		sums: sumsOf(directions.length, groups, parameters),
	};
	const fit = bestFit(problem);
	if (fit === null) return refused('undefined', 'NO_SUCH_WEIGHTS', 'parameters');
	const feasible = fit.deviation <= tolerance;
	const intervals = feasible ? weightRanges(problem, tolerance) : null;
	const { structured, deviation } = structuredOf(problem, groups, tolerance);
	const result: WeightRecoveryResult = {
		feasible,
		smallestDeviation: fit.deviation,
		bestFit: fit.weights,
		intervals,
		unique: intervals === null ? null : settled(intervals),
		structured,
		structuredDeviation: deviation,
	};
	const warnings: Warning[] = [];
	if (!feasible)
		warnings.push({ code: 'NO_WEIGHTS_FIT', at: 'totals', params: { deviation: fit.deviation } });
	else if (result.unique === false) warnings.push({ code: 'MANY_WEIGHTS_FIT', at: 'totals' });
	return robustAnswer(result, recoverySteps(result), warnings);
}

/**
 * Weight recovery. A reconstruction, not a proof of what an author did: `MANY_WEIGHTS_FIT` when other weights give
 * the same totals, `NO_WEIGHTS_FIT` when none of at least 0 do.
 */
export const weightRecovery = method<WeightRecoveryInput, WeightRecoveryResult>({
	id: 'weight-recovery',
	version: 1,
	formula:
		'|sum_j w_j x_ij - total_i| <= tolerance, w_j >= 0; min and max w_j; fewest decimals with w equal inside an aspect',
	unit: 'weight',
	source:
		'Srinivasan, V. and Shocker, A. D. (1973), Linear programming techniques for multidimensional analysis of preferences, Psychometrika 38(3), 337-369; Chebyshev fit: Wagner, H. M. (1959), Linear Programming Techniques for Regression Analysis, Journal of the American Statistical Association 54(285), 206-212.',
	variants: {
		tolerance: 'what rounding of the printed totals may explain; 0.01 unless stated',
		groups: 'aspects of equal weight inside; all criteria equal unless stated',
		sum: 'what all weights must sum to; free unless stated',
		groupSum: 'what the weights of each aspect must sum to; free unless stated',
	},
	example: {
		matrix: [
			[80, 70, 60],
			[60, 90, 75],
			[70, 65, 95],
		],
		totals: [72, 73.5, 73.5],
		parameters: { tolerance: 0.01, groups: [{ criteria: [0] }, { criteria: [1] }, { criteria: [2] }] },
	},
	compute,
});
