/** What a measurement is worth to the one who decides: a value function made of straight pieces. */
import { anyNumber, listOf, oneOf, record, required } from '../numeric/input-check.ts';
import type { Check, Fault } from '../numeric/input-check.ts';
import type { Direction } from './ranking-input.ts';

export const beyondKinds = ['refuse', 'hold', 'extend'] as const;

export interface PartialValue {
	/** Measurements in rising order at which the worth is stated, two or more. */
	readonly cutoffs: readonly number[];
	/** The worth at each; straight lines between. Rising for a benefit, falling for a cost. */
	readonly values: readonly number[];
	/** Outside the cut-offs: `refuse` unless stated, `hold` the worth of the end, `extend` its line. */
	readonly beyond?: (typeof beyondKinds)[number] | null;
}

const shape = record({
	cutoffs: required(listOf(anyNumber, 100)),
	values: required(listOf(anyNumber, 100)),
	beyond: oneOf(beyondKinds),
});

/** A list with a function or null for each criterion. */
export const partialValuesCheck: Check = (value, at) => {
	if (value === null || value === undefined) return null;
	if (!Array.isArray(value)) return { reason: 'NOT_A_LIST', at };
	if (value.length > 100) return { reason: 'TOO_MANY', at };
	for (let column = 0; column < value.length; column += 1) {
		const fault = shape(value[column], `${at}[${column}]`);
		if (fault !== null) return fault;
	}
	return null;
};

/** Whether the worth never goes against the direction of its criterion. */
function follows(values: readonly number[], direction: Direction): boolean {
	return values.every((value, place) => {
		const before = values[place - 1];
		return before === undefined || (direction === 'benefit' ? value >= before : value <= before);
	});
}

/**
 * The first fault of functions that passed `partialValuesCheck`: `WRONG_LENGTH`, `TOO_FEW`, `NOT_ASCENDING`, or
 * `AGAINST_DIRECTION` for a worth that falls with a benefit or rises with a cost.
 */
export function partialValuesFault(
	functions: readonly (PartialValue | null)[],
	directions: readonly Direction[],
	at: string,
): Fault | null {
	if (functions.length !== directions.length) return { reason: 'WRONG_LENGTH', at };
	for (const [column, one] of functions.entries()) {
		if (one == null) continue;
		const place = `${at}[${column}]`;
		const { cutoffs, values } = one;
		if (cutoffs.length < 2) return { reason: 'TOO_FEW', at: `${place}.cutoffs` };
		if (values.length !== cutoffs.length) return { reason: 'LENGTHS_DIFFER', at: `${place}.values` };
		if (!cutoffs.every((cut, index) => index === 0 || cut > (cutoffs[index - 1] as number)))
			return { reason: 'NOT_ASCENDING', at: `${place}.cutoffs` };
		if (!follows(values, directions[column] as Direction))
			return { reason: 'AGAINST_DIRECTION', at: `${place}.values` };
	}
	return null;
}

/** The worth of a measurement; null outside the cut-offs of a function that refuses it. */
export function partialValue({ cutoffs, values, beyond }: PartialValue, measured: number): number | null {
	const last = cutoffs.length - 1;
	const [low, high] = [cutoffs[0] as number, cutoffs[last] as number];
	if (measured < low || measured > high) {
		if (beyond === 'hold') return values[measured < low ? 0 : last] as number;
		if (beyond !== 'extend') return null;
	}
	let to = 1;
	while (to < last && measured > (cutoffs[to] as number)) to += 1;
	const [c0, c1] = [cutoffs[to - 1] as number, cutoffs[to] as number];
	const [v0, v1] = [values[to - 1] as number, values[to] as number];
	if (measured === c1) return v1;
	return v0 + (v1 - v0) * ((measured - c0) / (c1 - c0));
}
