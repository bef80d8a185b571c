/** How far a weight may move before another alternative leads, asked of the rankers at hand. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { groupsCheck, groupsFault } from './criterion-groups.ts';
import type { CriterionGroup } from './criterion-groups.ts';
import { normalisedWeights } from './ranking-input.ts';
import type { RankingInput } from './ranking-input.ts';
import {
	additiveValues,
	checkRobustInput,
	parametersOf,
	rankerAmong,
	robustAnswer,
	winnersOf,
} from './robust-ranker.ts';
import type { Matrix, RankerParameters, Rankers } from './robust-ranker.ts';
import { rankingStep } from './ranking-result.ts';
import { lineThresholds, searchedThreshold } from './weight-threshold-lines.ts';
import type { Threshold } from './weight-threshold-lines.ts';
import { bestMargin, nearestWeights } from './weight-threshold-programs.ts';
import type { NearestWeights } from './weight-threshold-programs.ts';

export interface WeightThresholdParameters extends RankerParameters {
	/** Aspects: a weight that moves is then also that of a whole aspect, the ratios inside it kept. */
	readonly groups?: readonly CriterionGroup[] | null;
}

export type WeightThresholdInput = RankingInput<WeightThresholdParameters | null>;

export interface WeightThresholds {
	/** The column, or the place of the aspect, counted from 0. */
	readonly index: number;
	readonly name: string | null;
	/** Today's weight, of a sum of 1. */
	readonly weight: number;
	/** Below this weight another leads; null when the leader stays down to 0. */
	readonly down: Threshold | null;
	/** Above this weight another leads; null when the leader stays up to 1. */
	readonly up: Threshold | null;
	/** The nearer of the two. */
	readonly smallest: Threshold | null;
}

export interface WeightThresholdResult {
	readonly ranks: readonly number[];
	readonly leader: number;
	readonly criteria: readonly WeightThresholds[];
	readonly groups: readonly WeightThresholds[] | null;
	/** Smallest sum of absolute weight changes that dethrones the leader; null when none does, or no linear score. */
	readonly overall: NearestWeights | null;
	/** Alternatives first under no weights at all; null for a score that is not linear in the weights. */
	readonly neverFirst: readonly number[] | null;
	/** Whether the thresholds are exact, or found by search. */
	readonly exact: boolean;
}

const nearer = (down: Threshold | null, up: Threshold | null): Threshold | null => {
	if (down === null || up === null) return down ?? up;
	return Math.abs(down.change) <= Math.abs(up.change) ? down : up;
};

function programs(values: Matrix, weights: readonly number[], leader: number) {
	const size = values.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
	const scaledValues = values.map((row) => row.map((value) => value / size));
	const found = scaledValues.flatMap((_, by) => {
		const nearest = by === leader ? null : nearestWeights(scaledValues, weights, leader, by);
		return nearest === null ? [] : [nearest];
	});
	const overall = found.reduce<NearestWeights | null>(
		(best, one) => (best === null || one.distance < best.distance - 1e-12 ? one : best),
		null,
	);
	const neverFirst = scaledValues.flatMap((_, index) => {
		const margin = bestMargin(scaledValues, index);
		return margin !== null && margin < -1e-9 ? [index] : [];
	});
	return { overall, neverFirst };
}

const thresholdSteps = (kind: string, list: readonly WeightThresholds[]): Step[] =>
	list.flatMap(({ index, weight, down, up }) =>
		[['down', down] as const, ['up', up] as const].flatMap(([side, threshold]) =>
			threshold === null
				? []
				: [
						rankingStep(
							`${kind}[${index}].${side}`,
							threshold.weight,
							'weight where score[leader] = score[by], others in ratio',
							[
								['weight', weight],
								['by', threshold.by],
							],
						),
					],
		),
	);

function compute(rankers: Rankers, input: WeightThresholdInput): MethodResult<WeightThresholdResult> {
	const fault = checkRobustInput(rankers, input, { groups: groupsCheck });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const parameters = parametersOf(input.parameters);
	const groups = parameters.groups ?? null;
	const wrong = groups && groupsFault(groups, input.directions.length, 'parameters.groups');
	if (wrong) return refused('invalid-input', wrong.reason, wrong.at);
	const { matrix, directions } = input;
	const { weights } = normalisedWeights(input.weights);
	const rankWith = rankerAmong(rankers);
	const ranking = rankWith(matrix, weights, directions, parameters);
	if (!ranking.ok) return refused(ranking.status, ranking.reason, ranking.at);
	const leaders = winnersOf(ranking.ranks);
	const leader = leaders[0] as number;
	const exact = parameters.method == null || parameters.method === 'additive';
	const values = exact ? additiveValues(matrix, directions, parameters.scale) : matrix;
	const thresholds = (part: readonly number[], index: number, name: string | null): WeightThresholds => {
		const weight = part.reduce((sum, column) => sum + (weights[column] as number), 0);
		if (part.length === directions.length)
			return { index, name, weight, down: null, up: null, smallest: null };
		const search = { rankWith, matrix, directions, parameters };
		const { down, up } = exact
			? lineThresholds(values, weights, part, leader)
			: {
					down: searchedThreshold(search, weights, part, { leader, end: 0 }),
					up: searchedThreshold(search, weights, part, { leader, end: 1 }),
				};
		return { index, name, weight, down, up, smallest: nearer(down, up) };
	};
	const criteria = directions.map((_, column) => thresholds([column], column, null));
	const byGroup =
		groups?.map((group, index) => thresholds(group.criteria, index, group.name ?? null)) ?? null;
	const { overall, neverFirst } = exact
		? programs(values, weights, leader)
		: { overall: null, neverFirst: null };
	const warnings: Warning[] = leaders.length > 1 ? [{ code: 'LEADERS_TIED', at: 'matrix' }] : [];
	const steps = [
		rankingStep('leader', leader, 'alternative with rank 1', [['score', ranking.scores[leader] as number]]),
		...thresholdSteps('criteria', criteria),
		...thresholdSteps('groups', byGroup ?? []),
		...(overall === null
			? []
			: [
					rankingStep('overall', overall.distance, 'min sum |w* - w|; score*[by] >= score*[leader]', [
						['by', overall.by],
					]),
				]),
	];
	return robustAnswer(
		{ ranks: ranking.ranks, leader, criteria, groups: byGroup, overall, neverFirst, exact },
		steps,
		warnings,
	);
}

/**
 * Weight thresholds. Weights are brought to a sum of 1; at a threshold the two alternatives are level and beyond it
 * the challenger leads. Leaders that tie (`LEADERS_TIED`): the first is taken, its threshold may be a change of 0.
 */
export const weightThresholdAmong = (rankers: Rankers) =>
	method<WeightThresholdInput, WeightThresholdResult>({
		id: 'weight-threshold',
		version: 1,
		formula:
			't*: S_leader(t) = S_k(t), w_j = t, other w scaled by (1 - t) / (1 - w_j); overall: min sum |w* - w| with S*_k >= S*_leader',
		unit: 'weight, of a sum of 1',
		source:
			'Triantaphyllou, E. and Sanchez, A. (1997), A Sensitivity Analysis Approach for Some Deterministic Multi-Criteria Decision-Making Methods, Decision Sciences 28(1), 151-194; Rios Insua, D. and French, S. (1991), A framework for sensitivity analysis in discrete multi-objective decision-making, European Journal of Operational Research 54(2), 176-190.',
		variants: {
			method:
				'additive (unless stated): exact lines and linear programs; any ranking method by id: found by 100 steps and halving, no linear programs',
			scale: 'additive model: none (unless stated, costs count against) or minmax',
			groups: 'aspects whose whole weight moves as well',
		},
		example: {
			matrix: [
				[1, 0.2],
				[0.2, 1],
				[0.5, 0.5],
			],
			weights: [0.6, 0.4],
			directions: ['benefit', 'benefit'],
		},
		compute: (input) => compute(rankers, input),
	});
