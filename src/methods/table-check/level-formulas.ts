/** Shares and growth rates of levels, with the range their rounding leaves open. */
import type { Recomputed } from './best-reading.ts';
import type { Level } from './level-sources.ts';
import { quotientRange } from './rounded-figures.ts';

const scaleFormula = (formula: string, scale: number) => (scale === 100 ? `${formula} * 100` : formula);

/** A part of a whole. */
export function ratio(part: Level, whole: Level, scale: number): Recomputed {
	return {
		expected: (part.value / whole.value) * scale,
		range: quotientRange(part.reach, whole.reach, scale),
		formula: scaleFormula('part / whole', scale),
		operands: [
			{ id: 'part', value: part.value },
			{ id: 'whole', value: whole.value },
		],
	};
}

/** Growth from one level to the next. */
export function change(now: Level, before: Level, scale: number): Recomputed {
	const found = quotientRange(now.reach, before.reach, scale);
	return {
		expected: (now.value / before.value - 1) * scale,
		range: found ? { low: found.low - scale, high: found.high - scale } : null,
		formula: scaleFormula('(now - before) / before', scale),
		operands: [
			{ id: 'before', value: before.value },
			{ id: 'now', value: now.value },
		],
	};
}

/** Growth over several years, a year on average. */
export function yearly(now: Level, before: Level, years: number): Recomputed | null {
	if (now.value <= 0 || before.value <= 0) return null;
	const rate = (a: number, b: number) => ((a / b) ** (1 / years) - 1) * 100;
	const range =
		before.reach.low > 0 && now.reach.low > 0
			? { low: rate(now.reach.low, before.reach.high), high: rate(now.reach.high, before.reach.low) }
			: null;
	return {
		expected: rate(now.value, before.value),
		range,
		formula: '((now / before) ^ (1 / years) - 1) * 100',
		operands: [
			{ id: 'before', value: before.value },
			{ id: 'years', value: years },
			{ id: 'now', value: now.value },
		],
	};
}
