/** How far one value of the table may move before another alternative leads, asked of the rankers at hand. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { positive } from '../numeric/input-check.ts';
import type { RankingInput } from './ranking-input.ts';
import { rankingStep, tracedSteps } from './ranking-result.ts';
import { checkRobustInput, parametersOf, rankerAmong, robustAnswer, winnersOf } from './robust-ranker.ts';
import type { Ranker, RankerParameters, Rankers } from './robust-ranker.ts';

export interface DataThresholdParameters extends RankerParameters {
	/** How far a value is moved at most, in percent of itself; 100 unless stated. */
	readonly limitPct?: number | null;
}

export type DataThresholdInput = RankingInput<DataThresholdParameters | null>;

export interface DataThreshold {
	readonly row: number;
	readonly column: number;
	/** The value at which the leader falls. */
	readonly value: number;
	readonly change: number;
	/** Of the value as it stands. */
	readonly changePct: number;
	/** Who takes the lead. */
	readonly by: number;
}

export interface DataThresholdResult {
	readonly leader: number;
	/** Cells whose change within the limit dethrones the leader, the smallest percentage first. */
	readonly thresholds: readonly DataThreshold[];
	/** Cells that may move to the limit either way. */
	readonly safeCells: number;
	/** Cells of 0, of which no percentage can be taken; not counted as safe. */
	readonly zeroCells: number;
}

const MOST = 20;
const STEPS = 20;
const HALVINGS = 40;

function search(
	rankWith: Ranker,
	input: DataThresholdInput,
	leader: number,
	{ row, column }: { readonly row: number; readonly column: number },
): DataThreshold | null {
	const parameters = parametersOf(input.parameters);
	const limit = (parameters.limitPct ?? 100) / 100;
	const value = (input.matrix[row] as readonly number[])[column] as number;
	const challenger = (part: number): number | null => {
		const matrix = input.matrix.map((line, at) =>
			at === row ? line.map((cell, place) => (place === column ? value * (1 + part) : cell)) : line,
		);
		const ranking = rankWith(matrix, input.weights, input.directions, parameters);
		if (!ranking.ok) return null;
		const winners = winnersOf(ranking.ranks);
		return winners.includes(leader) ? null : (winners[0] as number);
	};
	for (let step = 1; step <= STEPS; step += 1)
		for (const sign of [-1, 1]) {
			let [held, fallen] = [(sign * limit * (step - 1)) / STEPS, (sign * limit * step) / STEPS];
			let by = challenger(fallen);
			if (by === null) continue;
			for (let halving = 0; halving < HALVINGS; halving += 1) {
				const middle = (held + fallen) / 2;
				const found = challenger(middle);
				if (found === null) held = middle;
				else [fallen, by] = [middle, found];
			}
			return {
				row,
				column,
				value: value * (1 + fallen),
				change: value * fallen,
				changePct: fallen * 100,
				by,
			};
		}
	return null;
}

function compute(rankers: Rankers, input: DataThresholdInput): MethodResult<DataThresholdResult> {
	const fault = checkRobustInput(rankers, input, { limitPct: positive }, { most: MOST });
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, weights, directions } = input;
	const rankWith = rankerAmong(rankers);
	const ranking = rankWith(matrix, weights, directions, parametersOf(input.parameters));
	if (!ranking.ok) return refused(ranking.status, ranking.reason, ranking.at);
	const leaders = winnersOf(ranking.ranks);
	const leader = leaders[0] as number;
	const cells = matrix.flatMap((line, row) => line.map((value, column) => ({ row, column, value })));
	const moving = cells.filter(({ value }) => value !== 0);
	const thresholds = moving
		.flatMap((cell) => search(rankWith, input, leader, cell) ?? [])
		.sort((a, b) => Math.abs(a.changePct) - Math.abs(b.changePct));
	const result: DataThresholdResult = {
		leader,
		thresholds,
		safeCells: moving.length - thresholds.length,
		zeroCells: cells.length - moving.length,
	};
	const warnings: Warning[] = leaders.length > 1 ? [{ code: 'LEADERS_TIED', at: 'matrix' }] : [];
	const steps = [
		rankingStep('leader', leader, 'alternative with rank 1', []),
		...tracedSteps(thresholds.length, (index) => {
			const { row, column, value, changePct } = thresholds[index] as DataThreshold;
			return rankingStep(`matrix[${row}][${column}]`, value, 'value where the leader falls', [
				['changePct', changePct],
			]);
		}),
	];
	return robustAnswer(result, steps, warnings);
}

/** Data thresholds, one value at a time: the first of 20 equal steps either way where the leader falls, then halved. */
export const dataThresholdAmong = (rankers: Rankers) =>
	method<DataThresholdInput, DataThresholdResult>({
		id: 'data-threshold',
		version: 1,
		formula: 'smallest |d| with rank 1 of another alternative when x_ij becomes x_ij (1 + d)',
		unit: '% of the value',
		source:
			'Triantaphyllou, E. and Sanchez, A. (1997), A Sensitivity Analysis Approach for Some Deterministic Multi-Criteria Decision-Making Methods, Decision Sciences 28(1), 151-194.',
		variants: {
			method: 'additive (unless stated) or any ranking method by id',
			scale: 'additive model: none (unless stated) or minmax',
			limitPct: 'how far a value is moved at most; 100 unless stated',
		},
		example: {
			matrix: [
				[6, 4],
				[5, 4],
			],
			weights: [0.5, 0.5],
			directions: ['benefit', 'benefit'],
		},
		compute: (input) => compute(rankers, input),
	});
