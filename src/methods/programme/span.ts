/** A figure that people give as one number or as "20 to 30": low and high, each a number of 0 or more. */
import type { Check } from '../numeric/input-check.ts';

export type Span = number | readonly [low: number, high: number];

const isAmount = (value: unknown): value is number =>
	typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** A span, or nothing. Reason `NOT_A_SPAN`. */
export const span: Check = (value, at) => {
	if (value === null || value === undefined || isAmount(value)) return null;
	const pair = Array.isArray(value) && value.length === 2 && isAmount(value[0]) && isAmount(value[1]);
	return pair && (value[0] as number) <= (value[1] as number) ? null : { reason: 'NOT_A_SPAN', at };
};

export const lowHigh = (value: Span): [number, number] =>
	typeof value === 'number' ? [value, value] : [value[0], value[1]];
