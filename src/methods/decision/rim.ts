/** RIM: the ideal is a stretch of each scale that may lie anywhere on it, not only at an end. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { columnRanges } from './criterion-columns.ts';
import { sum } from './column-scales.ts';
import { checkRankingInput, numberFault, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { Fault, ParameterCheck, RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

type Stretch = readonly [number, number];

export interface RimParameters extends WeightParameters {
	/** The least and the most of each scale; from the columns unless stated, with a warning. */
	readonly bounds?: readonly Stretch[];
	/** What is ideal on each scale, from and to; the better bound unless stated. */
	readonly idealRanges?: readonly Stretch[];
}

export interface RimResult extends RankingResult {
	readonly bounds: readonly Stretch[];
	readonly idealRanges: readonly Stretch[];
	/** 1 inside the ideal stretch, falling to 0 at the bounds. */
	readonly nearness: readonly (readonly number[])[];
	readonly fromIdeal: readonly number[];
	readonly fromAntiIdeal: readonly number[];
}

const invalid = (reason: string, at: string): Fault => ({ status: 'invalid-input', reason, at });

const stretches: ParameterCheck = (value, at) => {
	if (!Array.isArray(value)) return invalid('NOT_A_LIST', at);
	for (let index = 0; index < value.length; index += 1) {
		const pair: unknown = value[index];
		const place = `${at}[${index}]`;
		if (!Array.isArray(pair)) return invalid('NOT_A_LIST', place);
		if (pair.length !== 2) return invalid('WRONG_LENGTH', place);
		const fault = numberFault(pair[0], `${place}[0]`) ?? numberFault(pair[1], `${place}[1]`);
		if (fault !== null) return fault;
		if ((pair[0] as number) > (pair[1] as number)) return invalid('NOT_A_RANGE', place);
	}
	return null;
};

/** Lengths, the ideal inside the bounds, and every value inside them. */
function stretchFault({ matrix, directions, parameters }: RankingInput<RimParameters>): Fault | null {
	const { bounds, idealRanges } = parameters ?? {};
	for (const [name, list] of Object.entries({ bounds, idealRanges }))
		if (list && list.length !== directions.length) return invalid('WRONG_LENGTH', `parameters.${name}`);
	const ranges =
		bounds ?? columnRanges(matrix, directions.length).map(({ low, high }) => [low, high] as const);
	for (const [column, [from, to]] of (idealRanges ?? []).entries()) {
		const [low, high] = ranges[column] as Stretch;
		if (from < low || to > high) return invalid('OUTSIDE_LIMITS', `parameters.idealRanges[${column}]`);
	}
	for (const [row, values] of matrix.entries())
		for (const [column, value] of values.entries()) {
			const [low, high] = ranges[column] as Stretch;
			if (value < low || value > high) return invalid('OUTSIDE_LIMITS', `matrix[${row}][${column}]`);
		}
	return null;
}

/** Halves, so that the span of two large numbers of opposite sign does not leave the doubles. */
const part = (far: number, edge: number, value: number): number =>
	(value / 2 - far / 2) / (edge / 2 - far / 2);

function nearnessOf(value: number, [low, high]: Stretch, [from, to]: Stretch): number {
	if (value >= from && value <= to) return 1;
	return value < from ? part(low, from, value) : part(high, to, value);
}

function compute(input: RankingInput<RimParameters>): MethodResult<RimResult> {
	const fault =
		checkRankingInput(input, {
			parameters: { ...renormalizeCheck, bounds: stretches, idealRanges: stretches },
		}) ?? stretchFault(input);
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, directions, parameters } = input;
	const { weights, warnings } = usedWeights(input.weights, parameters?.renormalizeWeights);
	const bounds =
		parameters?.bounds ??
		columnRanges(matrix, directions.length).map(({ low, high }): Stretch => [low, high]);
	const idealRanges =
		parameters?.idealRanges ??
		bounds.map(([low, high], column): Stretch => (directions[column] === 'cost' ? [low, low] : [high, high]));
	const nearness = matrix.map((row) =>
		row.map((value, column) => nearnessOf(value, bounds[column] as Stretch, idealRanges[column] as Stretch)),
	);
	const distance = (row: readonly number[], ideal: number) =>
		Math.hypot(...row.map((value, column) => (weights[column] as number) * (value - ideal)));
	const fromIdeal = nearness.map((row) => distance(row, 1));
	const fromAntiIdeal = nearness.map((row) => distance(row, 0));
	const scores = fromAntiIdeal.map((far, row) => far / (far + (fromIdeal[row] as number)));
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(`scores[${row}]`, scores[row] as number, 'fromAntiIdeal / (fromIdeal + fromAntiIdeal)', [
			[`fromIdeal[${row}]`, fromIdeal[row] as number],
			[`fromAntiIdeal[${row}]`, fromAntiIdeal[row] as number],
			[`sum of nearness[${row}]`, sum(nearness[row] as readonly number[])],
		]),
	);
	const notes: Warning[] = parameters?.bounds
		? [...warnings]
		: [...warnings, { code: 'BOUNDS_FROM_DATA', at: 'parameters.bounds' }];
	const extras = { bounds, idealRanges, nearness, fromIdeal, fromAntiIdeal };
	return rankingAnswer(scores, 'higher', extras, { steps, warnings: notes });
}

/**
 * RIM. A value outside its bounds is `OUTSIDE_LIMITS`, as is an ideal stretch outside them; a stretch that runs
 * backward is `NOT_A_RANGE`. With stated bounds and ideals no alternative that joins turns the others round.
 */
export const rim = method<RankingInput<RimParameters>, RimResult>({
	id: 'rim',
	version: 1,
	formula:
		'R_i = I-_i / (I+_i + I-_i); I+ = |w (y - 1)|, I- = |w y|, y = 1 in the ideal stretch, falling in proportion to 0 at the bounds',
	unit: 'nearness, 0 to 1, higher is better',
	source:
		'Cables, E., Lamata, M. T. and Verdegay, J. L. (2016), RIM-reference ideal method in multicriteria decision making, Information Sciences 337, 1-10 (its printed final results are wrong; the authors confirm those of the formula).',
	variants: {
		bounds: 'the least and the most of each scale; from the columns unless stated, with a warning',
		idealRanges: 'from and to of what is ideal; the better bound unless stated',
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
	},
	example: {
		matrix: [
			[30, 0, 2, 3, 3, 2],
			[40, 9, 1, 3, 2, 2],
			[25, 0, 3, 1, 3, 2],
			[27, 0, 5, 3, 3, 1],
			[45, 15, 2, 2, 3, 4],
		],
		weights: [0.2262, 0.2143, 0.1786, 0.1429, 0.119, 0.119],
		directions: ['cost', 'benefit', 'cost', 'benefit', 'benefit', 'benefit'],
		parameters: {
			bounds: [
				[23, 60],
				[0, 15],
				[0, 10],
				[1, 3],
				[1, 3],
				[1, 5],
			],
			idealRanges: [
				[30, 35],
				[10, 15],
				[0, 0],
				[3, 3],
				[3, 3],
				[4, 5],
			],
		},
	},
	compute,
});
