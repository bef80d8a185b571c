/** How far pairwise judgements contradict each other, and where most. */
import type { Judgements } from './judgement-matrix.ts';
import { lambdaMaxOf, prioritiesOf } from './priorities.ts';
import type { PriorityMethod } from './priorities.ts';

/** Random indices by name, from n = 1: mean consistency index of random matrices. Null where a table has none. */
const randomIndices = {
	saaty: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
	'donegan-dodd': [0, 0, 0.4887, 0.8045, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055],
	'alonso-lamata': [0, 0, 0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854],
} as const;

export type RandomIndexTable = keyof typeof randomIndices;
export const randomIndexTables = Object.keys(randomIndices) as readonly RandomIndexTable[];

/** Judgements are called consistent up to this ratio (Saaty). */
export const ACCEPTED_RATIO = 0.1;

/** One way to make the worst triad agree: the judgement of `row` over `column` from `now` to `repaired`. */
export interface Repair {
	readonly row: number;
	readonly column: number;
	readonly now: number;
	/** What the two other judgements of the triad imply. */
	readonly repaired: number;
	/** What the priorities say, w_row / w_column. */
	readonly weightRatio: number;
	/** The consistency ratio of the whole matrix with `repaired`; null without a random index. */
	readonly consistencyRatio: number | null;
}

export interface Triad {
	readonly elements: readonly [number, number, number];
	/** |ln(m_ij m_jk / m_ik)|; 0 is in full agreement. */
	readonly error: number;
	readonly repairs: readonly Repair[];
}

export interface Consistency {
	readonly lambdaMax: number;
	/** (lambdaMax - n) / (n - 1). */
	readonly consistencyIndex: number;
	readonly randomIndex: number | null;
	readonly randomIndexTable: RandomIndexTable;
	/** Null when the table has no random index for this many elements. */
	readonly consistencyRatio: number | null;
	/** Ratio of at most 0.10; null when there is no ratio. */
	readonly consistent: boolean | null;
}

/** The consistency of judgements with their priorities. Up to two elements cannot contradict each other: ratio 0. */
export function consistencyOf(
	matrix: Judgements,
	weights: readonly number[],
	table: RandomIndexTable,
): Consistency {
	const n = matrix.length;
	const lambdaMax = n <= 2 ? n : lambdaMaxOf(matrix, weights);
	const index = n <= 2 ? 0 : (lambdaMax - n) / (n - 1);
	// An index this small is rounding of a consistent matrix.
	const consistencyIndex = Math.abs(index) < 1e-12 ? 0 : index;
	const randomIndex = randomIndices[table][n - 1] ?? null;
	const consistencyRatio = n <= 2 ? 0 : randomIndex === null ? null : consistencyIndex / randomIndex;
	return {
		lambdaMax,
		consistencyIndex,
		randomIndex,
		randomIndexTable: table,
		consistencyRatio,
		consistent: consistencyRatio === null ? null : consistencyRatio <= ACCEPTED_RATIO,
	};
}

function withJudgement(matrix: Judgements, row: number, column: number, value: number): Judgements {
	return matrix.map((line, i) =>
		line.map((old, j) => (i === row && j === column ? value : i === column && j === row ? 1 / value : old)),
	);
}

/** The triad that contradicts itself most, with the three single changes that heal it; null when all agree. */
export function worstTriad(
	matrix: Judgements,
	weights: readonly number[],
	by: PriorityMethod,
	table: RandomIndexTable,
): Triad | null {
	const logs = matrix.map((row) => row.map((value) => (value === null ? NaN : Math.log(value))));
	const log = (row: number, column: number): number => logs[row]?.[column] ?? NaN;
	let worst: readonly [number, number, number] = [0, 0, 0];
	let error = 1e-9;
	const n = matrix.length;
	for (let i = 0; i < n; i += 1)
		for (let j = i + 1; j < n; j += 1)
			for (let k = j + 1; k < n; k += 1) {
				const gap = Math.abs(log(i, j) + log(j, k) - log(i, k));
				// Against rounding, the first of equally bad triads is named.
				if (gap > error * (1 + 1e-12)) [worst, error] = [[i, j, k], gap];
			}
	const [i, j, k] = worst;
	if (i === j) return null;
	const m = (row: number, column: number): number => matrix[row]?.[column] ?? NaN;
	const repair = (row: number, column: number, repaired: number): Repair => {
		const changed = withJudgement(matrix, row, column, repaired);
		const after = prioritiesOf(changed, by);
		return {
			row,
			column,
			now: m(row, column),
			repaired,
			weightRatio: (weights[row] as number) / (weights[column] as number),
			consistencyRatio: after === null ? null : consistencyOf(changed, after, table).consistencyRatio,
		};
	};
	const repairs = [
		repair(i, j, m(i, k) / m(j, k)),
		repair(j, k, m(i, k) / m(i, j)),
		repair(i, k, m(i, j) * m(j, k)),
	];
	return { elements: worst, error, repairs };
}
