/**
 * How a printed figure may come from an exact one. 53,17 stands for 53,165 to 53,175 when rounded, and for
 * 53,17 to 53,18 when cut off: a check that knows only one of them calls honest tables wrong.
 */
import type { RoundingMode } from './finding.ts';
import type { Interval } from './interval.ts';
import type { PrintedNumber } from './printed.ts';

/** One unit in the last printed place. */
export function lastPlace(printed: PrintedNumber): number {
	return 10 ** -Math.min(printed.decimals, 12);
}

/**
 * The rounding that turns `exact` into the printed figure, or null when none does.
 * Order: exact, half-up, half-even, truncated, rounded up: the first that fits is reported.
 */
export function roundingThatFits(exact: number, printed: PrintedNumber): RoundingMode | null {
	if (!Number.isFinite(exact)) return null;
	const unit = lastPlace(printed);
	const slack = 1e-9 * Math.max(unit, Math.abs(exact), Math.abs(printed.value));
	const gap = exact - printed.value;
	if (Math.abs(gap) <= slack) return 'exact';
	// A spreadsheet keeps 15 digits: what differs behind them is not a difference.
	if (Math.abs(gap) <= 1e-9 * Math.abs(exact)) return 'exact';
	const half = unit / 2;
	const outward = exact >= 0 ? gap : -gap;
	if (Math.abs(gap) < half - slack) return 'half-up';
	if (Math.abs(Math.abs(gap) - half) <= slack) return outward < 0 ? 'half-up' : 'half-even';
	if (outward > 0 && outward < unit - slack) return 'truncated';
	if (outward < 0 && -outward < unit - slack) return 'rounded-up';
	return null;
}

/** The range a printed, computed figure may stand for: rounded, or cut off. */
export function rangeOfComputed(printed: PrintedNumber): Interval {
	const unit = lastPlace(printed);
	return printed.value >= 0
		? { low: printed.value - unit / 2, high: printed.value + unit }
		: { low: printed.value - unit, high: printed.value + unit / 2 };
}

/**
 * The range a printed input may stand for. A count (2 workers, 1 litre) and a whole price are exact; a decimal
 * figure, or a whole one whose half unit is at most a thousandth of it, may be a rounded average.
 */
export function rangeOfInput(printed: PrintedNumber): Interval {
	const half = lastPlace(printed) / 2;
	const mayBeRounded = printed.decimals > 0 || half <= Math.abs(printed.value) / 1000;
	const width = mayBeRounded && half <= Math.abs(printed.value) / 100 ? half : 0;
	return { low: printed.value - width, high: printed.value + width };
}

/**
 * The unit an amount was rounded to when it ends in zeros (26.667 printed as 27.000), or null when it was not.
 * Only to hundreds or thousands, and only when the difference is small beside the amount itself.
 */
export function coarseFit(exact: number, printed: PrintedNumber): number | null {
	if (printed.decimals > 0 || !Number.isInteger(printed.value) || !Number.isFinite(exact)) return null;
	for (const unit of [100, 1000]) {
		if (printed.value === 0 || printed.value % unit !== 0) return null;
		const gap = Math.abs(exact - printed.value);
		if (gap <= unit / 2 && gap <= Math.abs(printed.value) * 0.025) return unit;
	}
	return null;
}
