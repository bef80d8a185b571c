/** How far rounded figures reach: the unit a column is rounded to, and sums and quotients of such figures. */
import type { Finding } from './finding.ts';
import { divideIntervals, overlap } from './interval.ts';
import type { Interval } from './interval.ts';
import { rangeOfComputed, roundingThatFits } from './precision.ts';
import type { PrintedNumber } from './printed.ts';

/**
 * The unit a column's figures are rounded to; 0 when they are exact counts or amounts. Zeros behind a comma in every
 * figure ("1.430.744,00") show no precision, so such a column is whole.
 */
export function unitOfColumn(cells: readonly (PrintedNumber | null)[], rounded: boolean): number {
	let decimals = 0;
	for (const cell of cells) {
		if (cell) decimals = Math.max(decimals, Number.isInteger(cell.value) ? 0 : cell.decimals);
	}
	if (decimals > 0) return 10 ** -Math.min(decimals, 12);
	return rounded ? 1 : 0;
}

/** What a figure may stand for, rounded or cut off to a unit. */
export const reachOf = (value: number, unit: number): Interval =>
	value >= 0 ? { low: value - unit / 2, high: value + unit } : { low: value - unit, high: value + unit / 2 };

/**
 * How far a sum of rounded parts may lie from its printed total: half a unit a part when rounded, a whole one when cut
 * off, which makes the total the larger.
 */
export function slackOfSum(count: number, unit: number, gap: number): number {
	return gap > 0 ? count * unit : ((count + 1) * unit) / 2;
}

/** Whether a total follows from its parts. */
export function sumFits(sum: number, count: number, unit: number, printed: PrintedNumber): boolean {
	if (roundingThatFits(sum, printed) !== null) return true;
	const gap = printed.value - sum;
	return Math.abs(gap) <= slackOfSum(count, unit, gap) * (1 + 1e-9);
}

/** The range of `first / second * scale`; null when the divisor may be zero. */
export function quotientRange(first: Interval, second: Interval, scale: number): Interval | null {
	const found = divideIntervals(first, second);
	return found ? { low: found.low * scale, high: found.high * scale } : null;
}

/** A figure that its operands' rounding explains is no difference. */
export function settleByRange(finding: Finding, range: Interval | null, printed: PrintedNumber): Finding {
	if (finding.verdict !== 'differs' || !range || !overlap(range, rangeOfComputed(printed))) return finding;
	return { ...finding, verdict: 'rounding', rounding: 'rounded-operands', wouldMatchIf: [] };
}

export const settled = (finding: Finding): boolean =>
	finding.verdict === 'match' || finding.verdict === 'rounding';
