/** Two answers of each respondent, or their differences, as differences that are compared without rounding noise. */
import { anyNumber, firstFault, openListOf } from '../numeric/input-check.ts';
import type { Check, Fault } from '../numeric/input-check.ts';

export interface PairedInput {
	/** One value per respondent; null where it was not answered. */
	readonly before?: readonly (number | null)[];
	/** In the same order. */
	readonly after?: readonly (number | null)[];
	/** after - before, in place of both. */
	readonly differences?: readonly (number | null)[];
}

export const MOST_PAIRS = 10_000;

/** The fault of a paired input and of further fields, or null. */
export function pairedFault(input: PairedInput, fields: Readonly<Record<string, Check>>): Fault | null {
	const list = openListOf(anyNumber, MOST_PAIRS);
	const first = firstFault(input, { before: list, after: list, differences: list, ...fields });
	if (first !== null) return first;
	const { before, after, differences } = input;
	if (differences != null && (before != null || after != null))
		return { reason: 'GIVEN_TWICE', at: 'differences' };
	if (differences != null) return null;
	if (before == null) return { reason: 'MISSING_INPUT', at: after == null ? 'differences' : 'before' };
	if (after == null) return { reason: 'MISSING_INPUT', at: 'after' };
	return before.length === after.length ? null : { reason: 'LENGTHS_DIFFER', at: 'after' };
}

/** 0.3 - 0.1 and 0.4 - 0.2 are one difference: 12 digits, against the size of what was subtracted. */
export function cleanDifference(after: number, before: number): number {
	const size = Math.max(Math.abs(after), Math.abs(before));
	const difference = after - before;
	if (size === 0 || !Number.isFinite(difference)) return difference;
	const unit = 10 ** (Math.floor(Math.log10(size)) - 12);
	if (unit < 1e-290 || unit > 1e290) return difference;
	return Number((Math.round(difference / unit) * unit).toPrecision(12)) + 0;
}

/** The differences of the pairs that were answered twice, and how many were not. */
export function pairedDifferences(input: PairedInput): { differences: number[]; leftOut: number } {
	const { before, after, differences } = input;
	const all =
		differences == null
			? (before ?? []).map((value, index) => {
					const later = after?.[index];
					return value == null || later == null ? null : cleanDifference(later, value);
				})
			: differences.map((value) => (value == null ? null : value + 0));
	const known = all.filter((value): value is number => value !== null);
	return { differences: known, leftOut: all.length - known.length };
}
