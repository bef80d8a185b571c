/** A cell that both its totals contradict is the one that differs. */
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import type { PrintedLevelTable } from './printed-economic.ts';
import { settled } from './rounded-figures.ts';

/** A judged total with where it stands, so that totals across and down can be held against each other. */
export interface JudgedTotal {
	readonly finding: Finding;
	readonly row: number;
	readonly column: number;
	/** Positions of the rows or columns it adds up. */
	readonly parts: readonly number[];
	readonly slack: number;
}

/** The total as it stands, when the cell that it disagrees with is named instead. */
const excused = (finding: Finding): Finding => ({
	...finding,
	expected: finding.printed,
	verdict: 'match',
	rounding: 'exact',
	wouldMatchIf: [],
});

/**
 * A row's total and a column's total that miss by the same amount point at the one cell both add up: that cell
 * differs, not the two totals.
 */
export function nameCells(
	table: PrintedLevelTable,
	down: readonly JudgedTotal[],
	across: readonly JudgedTotal[],
): readonly Finding[] {
	const gapOf = ({ finding }: JudgedTotal) => (finding.printed ?? 0) - (finding.expected ?? 0);
	const replaced = new Map<Finding, Finding>();
	const cells: Finding[] = [];
	for (const side of across) {
		if (side.finding.verdict !== 'differs') continue;
		const foot = down.find(
			(one) =>
				one.finding.verdict === 'differs' &&
				!replaced.has(one.finding) &&
				one.parts.includes(side.row) &&
				side.parts.includes(one.column) &&
				Math.abs(gapOf(one) - gapOf(side)) <= one.slack + side.slack + 1e-9 * Math.abs(gapOf(side)),
		);
		const printed = foot ? (table.rows[side.row]?.cells[foot.column] ?? null) : null;
		if (!foot || !printed) continue;
		const row = table.rows[side.row]?.label ?? '';
		const others = side.finding.operands
			.filter((_, index) => side.parts[index] !== foot.column)
			.reduce((sum, one) => sum + (one.value ?? 0), 0);
		const total = side.finding.printed ?? 0;
		const judged = judgeSum({
			row,
			column: table.columns[foot.column]?.name ?? '',
			label: row,
			printed,
			expected: total - others,
			formula: 'rowTotal - otherColumns',
			operands: [
				{ id: 'rowTotal', value: total },
				{ id: 'otherColumns', value: others },
			],
		});
		if (settled(judged)) continue;
		cells.push({ ...judged, code: 'cell-by-totals' });
		replaced.set(side.finding, excused(side.finding));
		replaced.set(foot.finding, excused(foot.finding));
	}
	return [...down, ...across].map(({ finding }) => replaced.get(finding) ?? finding).concat(cells);
}
