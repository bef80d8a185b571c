/**
 * What is odd about a ranking: weights that sum to neither 1 nor 100 %, weights that are not printed (and which would
 * give the printed totals), and columns of a performance index whose 100 is neither the least nor the greatest.
 */
import { structuredOf } from '../decision/weight-recovery-structure.ts';
import type { CriterionGroup } from '../decision/criterion-groups.ts';
import { lacksWeights, weightsOf } from './check-ranking.ts';
import { duplicateRows } from './duplicate-rows.ts';
import type { Finding } from './finding.ts';
import { lastPlace } from './precision.ts';
import type { PrintedNumber } from './printed.ts';
import type { PrintedRanking } from './printed-programme.ts';

function odd(at: PrintedNumber, code: string, row: string, rest: Partial<Finding>): Finding {
	return {
		code,
		row,
		column: '',
		label: '',
		table: at.table,
		cell: at.cell,
		printed: null,
		expected: null,
		verdict: 'odd',
		formula: '',
		operands: [],
		wouldMatchIf: [],
		...rest,
	};
}

const half = (printed: PrintedNumber) => (printed.decimals > 0 ? lastPlace(printed) / 2 : 0);
const sumOf = (weights: readonly PrintedNumber[]) => weights.reduce((sum, one) => sum + one.value, 0);

function isWhole(weights: readonly PrintedNumber[]): boolean {
	const slack = weights.reduce((sum, one) => sum + half(one), 0) + 1e-9;
	return [1, 100].some((whole) => Math.abs(sumOf(weights) - whole) <= slack);
}

/** Weights that sum to neither 1 nor 100; levels of importance (1 to 10) and weights within aspects may. */
function weightsSum(ranking: PrintedRanking): readonly Finding[] {
	const weights = weightsOf(ranking);
	const [first] = weights ?? [];
	if (!weights || !first || weights.length < 2 || isWhole(weights)) return [];
	if (weights.every((one) => Number.isInteger(one.value) && one.value <= 10)) return [];
	const groups = aspectsOf(ranking);
	const inside = groups.map(({ criteria }) => criteria.flatMap((index) => weights[index] ?? []));
	if (inside.length > 1 && inside.every(isWhole)) return [];
	const sum = sumOf(weights);
	const whole = sum > 10 ? 100 : 1;
	return [
		odd(first, 'weights-sum', 'criterionWeights', { params: { sum: Number(sum.toPrecision(12)), whole } }),
	];
}

function aspectsOf(ranking: PrintedRanking): readonly CriterionGroup[] {
	const names = [...new Set(ranking.criteria.map((one) => one.group))];
	if (names.length < 2 || names.includes('')) return [];
	return names.map((name) => ({
		name,
		criteria: ranking.criteria.flatMap((one, index) => (one.group === name ? [index] : [])),
	}));
}

/** One weight an aspect, or one a criterion where that is settled by enough totals. */
function structuresOf(ranking: PrintedRanking, totals: number): readonly (readonly CriterionGroup[])[] {
	const aspects = aspectsOf(ranking);
	const single = ranking.criteria.map((one, index) => ({ name: one.name, criteria: [index] }));
	return [...(aspects.length > 0 ? [aspects] : []), single].filter(
		(groups) => groups.length < totals && groups.length <= 12,
	);
}

/** Weights with few decimals that give every printed total; a reconstruction, and said to be one. */
function recoveredWeights(ranking: PrintedRanking): readonly Finding[] {
	if (ranking.criteria.length < 2 || !lacksWeights(ranking)) return [];
	const complete = ranking.alternatives.filter(
		(one) => one.total && one.cells.every((cell) => cell !== null),
	);
	const totals = complete.flatMap((one) => one.total ?? []);
	const [first] = totals;
	if (!first || complete.length < 3) return [];
	const matrix = complete.map((one) => one.cells.map((cell) => cell?.value ?? 0));
	const coarsest = Math.max(
		...totals.map(lastPlace),
		...complete.flatMap((one) => one.cells.map((cell) => (cell ? half(cell) : 0))),
	);
	for (const groups of structuresOf(ranking, totals.length)) {
		const problem = {
			columns: ranking.criteria.map((_, column) => matrix.map((row) => row[column] ?? 0)),
			totals: totals.map((one) => one.value),
			sums: [],
		};
		const { structured } = structuredOf(problem, groups, coarsest * 1.000001);
		if (!structured || structured.decimals === null || structured.decimals > 3) continue;
		const decimals = Math.max(2, structured.decimals);
		const whole = structured.weights.reduce((sum, weight) => sum + weight, 0);
		return [
			odd(first, 'weights-recovered', 'criterionWeights', {
				params: {
					weights: structured.groupWeights.map((weight) => weight.toFixed(decimals)).join('/'),
					names: groups.map((group) => group.name ?? '').join('/'),
					aspects: groups.length < ranking.criteria.length ? 1 : 0,
					count: totals.length,
					residual: Number(structured.residual.toPrecision(6)),
					decimals: Math.max(2, ...totals.map((one) => one.decimals)),
					sum: Number(whole.toPrecision(10)),
					unique: structured.unique ? 1 : 0,
				},
			}),
		];
	}
	return [];
}

/** Columns of a performance index: the least figure is 100 (more is better) or the greatest is (less is better). */
function indexColumns(ranking: PrintedRanking): readonly Finding[] {
	if (!ranking.isIndex) return [];
	const columns = ranking.criteria.map((criterion, column) => ({
		criterion,
		cells: ranking.alternatives.flatMap((one) => {
			const cell = one.cells[column];
			return cell ? [{ name: one.name, cell }] : [];
		}),
	}));
	const hundreds = columns.filter(({ cells }) => cells.some(({ cell }) => cell.value === 100));
	if (hundreds.length * 2 < columns.length) return [];
	return columns.flatMap(({ criterion, cells }): readonly Finding[] => {
		const [first] = cells;
		const values = cells.map(({ cell }) => cell.value);
		const [low, high] = [Math.min(...values), Math.max(...values)];
		const reference = cells.find(({ cell }) => cell.value === 100);
		if (!first || cells.length < 3 || (reference && (low === 100 || high === 100))) return [];
		const place = cells.find(({ cell }) => cell.value === low);
		const code = reference ? 'index-reference' : 'index-without-reference';
		return [
			odd(reference?.cell ?? first.cell, code, criterion.name, {
				column: criterion.name,
				label: criterion.name,
				params: {
					reference: reference?.name ?? '',
					position: reference ? cells.indexOf(reference) + 1 : 0,
					low,
					lowAt: place?.name ?? '',
				},
			}),
		];
	});
}

/** Everything odd about every ranking. */
export function rankingOddities(rankings: readonly PrintedRanking[]): readonly Finding[] {
	return rankings.flatMap((ranking) => [
		...weightsSum(ranking),
		...recoveredWeights(ranking),
		...indexColumns(ranking),
		...duplicateRows(ranking.alternatives.map((one) => ({ label: one.name, group: '', figures: one.cells }))),
	]);
}
