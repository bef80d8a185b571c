/** A closed range of values: what a rounded figure may have been. */
export interface Interval {
	readonly low: number;
	readonly high: number;
}

/** The range of one known value. */
export const point = (value: number): Interval => ({ low: value, high: value });

export const addIntervals = (a: Interval, b: Interval): Interval => ({
	low: a.low + b.low,
	high: a.high + b.high,
});

export const subtractIntervals = (a: Interval, b: Interval): Interval => ({
	low: a.low - b.high,
	high: a.high - b.low,
});

export function multiplyIntervals(a: Interval, b: Interval): Interval {
	const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
	return { low: Math.min(...products), high: Math.max(...products) };
}

/** Null when the divisor's range holds zero: then every value is possible and nothing is shown. */
export function divideIntervals(a: Interval, b: Interval): Interval | null {
	if (b.low <= 0 && b.high >= 0) return null;
	const quotients = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
	return { low: Math.min(...quotients), high: Math.max(...quotients) };
}

/** Whether two ranges share a value, with a slack for binary arithmetic. */
export function overlap(a: Interval, b: Interval): boolean {
	const slack = 1e-9 * Math.max(1, Math.abs(a.low), Math.abs(b.low));
	return a.low <= b.high + slack && b.low <= a.high + slack;
}
