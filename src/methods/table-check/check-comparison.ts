/**
 * Pairwise judgements: the lower half against the upper, column sums, priorities, and the consistency made of them.
 * Source: Saaty, T. L. (1980), The Analytic Hierarchy Process, McGraw-Hill, chapters 1 to 3.
 */
import { consistencyOf } from '../decision/consistency.ts';
import { prioritiesOf } from '../decision/priorities.ts';
import type { PriorityMethod } from '../decision/priorities.ts';
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import type { SumCase } from './judge-sum.ts';
import { lastPlace } from './precision.ts';
import type { PrintedNumber } from './printed.ts';
import type { PrintedComparison } from './printed-programme.ts';

const methods: readonly PriorityMethod[] = ['column-mean', 'eigenvector', 'geometric-mean'];

const half = (printed: PrintedNumber) =>
	printed.decimals > 0 && printed.decimals < 12 ? lastPlace(printed) / 2 : 0;

/** The judgement that was made is the one of at least 1; its reciprocal is worked out from it. */
function reciprocals(table: PrintedComparison): readonly Finding[] {
	return table.elements.flatMap((name, row) =>
		table.elements.flatMap((other, column): readonly Finding[] => {
			const cell = table.cells[row]?.[column];
			const across = table.cells[column]?.[row];
			if (!cell || row > column || (row < column && !across)) return [];
			if (row === column) return [judge('comparison', `${name} : ${name}`, cell, 1, '', [])];
			const [judgement, inverse] =
				across && across.value > cell.value ? [across, cell] : [cell, across as PrintedNumber];
			const [from, to] = inverse === cell ? [name, other] : [other, name];
			const low = judgement.value - half(judgement);
			return [
				judge(
					'comparison',
					`${from} : ${to}`,
					inverse,
					1 / judgement.value,
					'1 / judgement',
					[{ id: 'judgement', value: judgement.value }],
					low > 0 ? 1 / low - 1 / judgement.value : 0,
				),
			];
		}),
	);
}

function judge(
	row: string,
	column: string,
	printed: PrintedNumber,
	expected: number,
	formula: string,
	operands: SumCase['operands'],
	slack = 0,
): Finding {
	return judgeSum({ row, column, label: column, printed, expected, formula, operands, slack });
}

/** The matrix with exact reciprocals: 0,33 stands for a third. Null when a judgement is missing. */
function exactMatrix(table: PrintedComparison): readonly (readonly number[])[] | null {
	const matrix = table.cells.map((row, i) =>
		row.map((cell, j) => {
			const across = table.cells[j]?.[i];
			if (i === j) return 1;
			if (!cell) return across ? 1 / across.value : NaN;
			return across && across.value > cell.value ? 1 / across.value : cell.value;
		}),
	);
	return matrix.flat().every((value) => Number.isFinite(value) && value > 0) ? matrix : null;
}

function columnSums(table: PrintedComparison): readonly Finding[] {
	return table.columnSums.flatMap((printed, column): readonly Finding[] => {
		const cells = table.cells.flatMap((row) => row[column] ?? []);
		if (!printed || cells.length < table.elements.length) return [];
		const parts = cells.map((cell, row) => ({ id: table.elements[row] ?? '', value: cell.value }));
		return [
			judgeSum({
				row: 'comparisonColumnSum',
				column: table.elements[column] ?? '',
				label: '',
				printed,
				expected: parts.reduce((sum, part) => sum + part.value, 0),
				formula: parts.map((part) => part.id).join(' + '),
				operands: parts,
				parts,
				slack: half(printed) + cells.reduce((sum, cell) => sum + 2 * half(cell), 0),
			}),
		];
	});
}

/** How far rounded intermediate figures move a priority or an index: two units of the last printed place. */
const rounding = (printed: PrintedNumber) => (printed.decimals > 0 ? 2 * lastPlace(printed) : 0);

function priorities(table: PrintedComparison, vectors: readonly (readonly number[])[]): readonly Finding[] {
	const printed = table.priorities;
	if (printed.some((one) => one === null) || vectors.length === 0) return [];
	const percent = printed.reduce((sum, one) => sum + (one?.value ?? 0), 0) > 10 ? 100 : 1;
	const tried = vectors.map((vector) =>
		printed.flatMap((one, index) => {
			const value = (vector[index] as number) * percent;
			const name = table.elements[index] ?? '';
			return one ? [judge('priority', name, one, value, '', [], rounding(one))] : [];
		}),
	);
	const differing = (findings: readonly Finding[]) =>
		findings.filter((one) => one.verdict === 'differs').length;
	return tried.toSorted((a, b) => differing(a) - differing(b))[0] ?? [];
}

/** The largest eigenvalue and the index and ratio made of it, by any of the usual ways. */
function consistency(
	table: PrintedComparison,
	matrix: readonly (readonly number[])[],
	vectors: readonly (readonly number[])[],
): readonly Finding[] {
	const n = matrix.length;
	const results = vectors.map((vector) => consistencyOf(matrix, vector, 'saaty'));
	const [main] = results;
	if (!main || n < 3) return [];
	const best = (findings: readonly Finding[]): readonly Finding[] => {
		const found =
			findings.find((one) => one.verdict === 'match') ?? findings.find((one) => one.verdict === 'rounding');
		return found ? [found] : findings.slice(0, 1);
	};
	const { lambdaMax, consistencyIndex, consistencyRatio } = table;
	const lambda = lambdaMax
		? best(
				results.map((one) =>
					judge('lambdaMax', '', lambdaMax, one.lambdaMax, '', [], 2 * rounding(lambdaMax)),
				),
			)
		: [];
	const index = consistencyIndex
		? best([
				...(lambdaMax
					? [
							judge(
								'consistencyIndex',
								'',
								consistencyIndex,
								(lambdaMax.value - n) / (n - 1),
								'(lambdaMax - size) / (size - 1)',
								[
									{ id: 'lambdaMax', value: lambdaMax.value },
									{ id: 'size', value: n },
								],
								half(lambdaMax) / (n - 1),
							),
						]
					: []),
				...results.map((one) =>
					judge(
						'consistencyIndex',
						'',
						consistencyIndex,
						one.consistencyIndex,
						'',
						[],
						rounding(consistencyIndex),
					),
				),
			])
		: [];
	// A ratio printed in percent is a hundred times the other.
	const scale = consistencyRatio && consistencyRatio.value > 1 && /%/.test(consistencyRatio.text) ? 100 : 1;
	const random = main.randomIndex;
	const ratio = consistencyRatio
		? best([
				...(consistencyIndex && random
					? [
							judge(
								'consistencyRatio',
								'',
								consistencyRatio,
								(consistencyIndex.value / random) * scale,
								'consistencyIndex / randomIndex',
								[
									{ id: 'consistencyIndex', value: consistencyIndex.value },
									{ id: 'randomIndex', value: random },
								],
								(half(consistencyIndex) / random) * scale,
							),
						]
					: []),
				...results.flatMap((one) =>
					one.consistencyRatio === null
						? []
						: [
								judge(
									'consistencyRatio',
									'',
									consistencyRatio,
									one.consistencyRatio * scale,
									'',
									[],
									rounding(consistencyRatio),
								),
							],
				),
			])
		: [];
	return [...lambda, ...index, ...ratio];
}

/** Priorities by every usual way, from the judgements and from the reciprocals as they are printed. */
function vectorsOf(
	table: PrintedComparison,
	matrix: readonly (readonly number[])[],
): readonly (readonly number[])[] {
	const printed = table.cells.map((row, i) => row.map((cell, j) => cell?.value ?? matrix[i]?.[j] ?? 1));
	return [matrix, printed].flatMap((one) =>
		methods.flatMap((by) => {
			const vector = prioritiesOf(one, by);
			return vector?.every((value) => Number.isFinite(value) && value > 0) ? [vector] : [];
		}),
	);
}

/** Every figure of one matrix of pairwise judgements. */
export function checkComparison(table: PrintedComparison): readonly Finding[] {
	const matrix = exactMatrix(table);
	const vectors = matrix ? vectorsOf(table, matrix) : [];
	return [
		...reciprocals(table),
		...columnSums(table),
		...priorities(table, vectors),
		...(matrix ? consistency(table, matrix, vectors) : []),
	];
}
