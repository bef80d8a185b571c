/** Means printed below the lines or beside the columns of a table of levels. */
import { figuresOf, judgeByBest } from './best-reading.ts';
import type { Hypothesis, RateFigure, Recomputed } from './best-reading.ts';
import { columnUnits } from './check-level-sums.ts';
import type { Finding } from './finding.ts';
import type { PrintedLevelTable } from './printed-economic.ts';
import type { PrintedNumber } from './printed.ts';

/** Columns of which a mean makes sense. */
const averaged = new Set(['amount', 'share', 'growth', 'location-quotient', 'dynamic-location-quotient']);

function meanOf(cells: readonly (PrintedNumber | null | undefined)[], unit: number): readonly Recomputed[] {
	const values = cells.flatMap((cell) => (cell ? [cell.value] : []));
	if (values.length < 2) return [];
	const sum = values.reduce((all, value) => all + value, 0);
	const expected = sum / values.length;
	return [
		{
			expected,
			range: { low: expected - unit / 2, high: expected + unit },
			formula: 'sum / count',
			operands: [
				{ id: 'sum', value: sum },
				{ id: 'count', value: values.length },
			],
		},
	];
}

/** One finding for every mean whose row or column is mostly made of means of the levels. */
export function checkLevelMeans(table: PrintedLevelTable): readonly Finding[] {
	const units = columnUnits(table);
	const lines = table.rows.filter((row) => row.kind === 'line' && row.level === 1);
	const amounts = table.columns.flatMap((column, index) => (averaged.has(column.kind) ? [index] : []));
	const down = table.rows.flatMap((row) => {
		if (row.kind !== 'mean') return [];
		const figures = table.columns.flatMap((column, position): RateFigure[] => {
			const printed = row.cells[position];
			return printed && column.kind !== 'aside'
				? [{ row, column: position, columnName: column.name, printed }]
				: [];
		});
		const ofLines: Hypothesis = {
			code: 'mean-of-lines',
			certain: false,
			of: (_row, column) =>
				meanOf(
					lines.map((line) => line.cells[column]),
					units[column] ?? 0,
				),
		};
		return judgeByBest(figures, [ofLines]);
	});
	const across = table.columns.flatMap((column, position) => {
		if (column.kind !== 'mean') return [];
		const unit = Math.max(0, ...amounts.map((index) => units[index] ?? 0));
		const ofRow = (positions: readonly number[]): Hypothesis => ({
			code: 'mean-of-columns',
			certain: false,
			of: (row) =>
				meanOf(
					positions.map((index) => row.cells[index]),
					unit,
				),
		});
		return judgeByBest(figuresOf(table, position), [
			ofRow(amounts.filter((index) => index < position)),
			ofRow(amounts),
		]);
	});
	return [...down, ...across];
}
