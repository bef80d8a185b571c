/** What a row or column of percentages was made of: the reading that gives most of its figures. */
import type { Finding } from './finding.ts';
import type { Interval } from './interval.ts';
import { judgeSum } from './judge-sum.ts';
import type { LevelRow, PrintedLevelTable } from './printed-economic.ts';
import type { PrintedNumber } from './printed.ts';
import { settled, settleByRange } from './rounded-figures.ts';

/** One way to recompute one figure. */
export interface Recomputed {
	readonly expected: number;
	readonly range: Interval | null;
	readonly formula: string;
	readonly operands: readonly { readonly id: string; readonly value: number }[];
}

/** A way to recompute every figure of a column or row; several values when a whole is printed and can be summed. */
export interface Hypothesis {
	readonly code: string;
	/** Figures that must be there and fit before the reading is believed; of fewer figures, all. */
	readonly certain: boolean;
	of(row: LevelRow, column: number): readonly Recomputed[];
}

export interface RateFigure {
	readonly row: LevelRow;
	readonly column: number;
	readonly columnName: string;
	readonly printed: PrintedNumber;
}

function judgeFigure(figure: RateFigure, ways: readonly Recomputed[], code: string): Finding | null {
	const tried = ways.map((way) => {
		const judged = judgeSum({
			row: figure.row.label,
			column: figure.columnName,
			label: figure.row.label,
			printed: figure.printed,
			expected: way.expected,
			formula: way.formula,
			operands: way.operands,
		});
		return { ...settleByRange(judged, way.range, figure.printed), code };
	});
	return tried.find(settled) ?? tried[0] ?? null;
}

/** The findings of the hypothesis that fits most figures; none when no hypothesis fits enough of them. */
export function judgeByBest(
	figures: readonly RateFigure[],
	hypotheses: readonly Hypothesis[],
): readonly Finding[] {
	let best: {
		readonly findings: readonly Finding[];
		readonly fits: number;
		readonly certain: boolean;
	} | null = null;
	for (const hypothesis of hypotheses) {
		const findings = figures.flatMap((figure) => {
			const found = judgeFigure(figure, hypothesis.of(figure.row, figure.column), hypothesis.code);
			return found ? [found] : [];
		});
		const fits = findings.filter(settled).length;
		if (fits > (best?.fits ?? 0) || (!best && hypothesis.certain && findings.length > 0)) {
			best = { findings, fits, certain: hypothesis.certain };
		}
		if (fits === figures.length) break;
	}
	if (!best) return [];
	const count = best.findings.length;
	const enough = best.certain ? best.fits >= count / 2 || count <= 2 : best.fits >= Math.max(2, count * 0.5);
	return enough || (best.fits === count && count > 0) ? best.findings : [];
}

/** The figures of one column, lines and totals. */
export function figuresOf(table: PrintedLevelTable, position: number): readonly RateFigure[] {
	return table.rows.flatMap((row) => {
		const printed = row.cells[position];
		return printed && (row.kind === 'line' || row.kind === 'total')
			? [{ row, column: position, columnName: table.columns[position]?.name ?? '', printed }]
			: [];
	});
}
