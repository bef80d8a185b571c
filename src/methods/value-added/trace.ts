/**
 * Builds the named steps of a method: each figure with its formula, its inputs, and why it is missing when it is.
 * A figure whose input is missing or undefined is not computed; it takes over the reason of that input.
 */
import type { Step } from '../method.ts';
import type { Basis } from '../quantity.ts';

/** Unit and basis of a figure: `['Rp', 'raw-material']`. */
export type Kind = readonly [unit: string, basis: Basis];

/** Why a figure has no value, as a code such as `ZERO_DENOMINATOR`. */
export type Reason = string;

export interface Trace {
	readonly steps: readonly Step[];
	/** Notes a figure that was entered; null is `missing-input`. */
	given(id: string, value: number | null | undefined, kind: Kind): number | null;
	/**
	 * Computes a figure from figures noted before. `compute` gets their values in order and answers with a number or
	 * with the reason why there is none; a number that is not finite becomes `OUT_OF_RANGE`.
	 */
	derive(
		id: string,
		kind: Kind,
		formula: string,
		operands: readonly string[],
		compute: (...values: number[]) => number | Reason,
	): number | null;
	/** Notes a step as it stands. */
	note(step: Step): number | null;
}

/** A known limit, not a value: nothing further may be computed from it. */
const bound = (step: Step): boolean => step.reason === 'UPPER_BOUND';

function blocked(operands: readonly Step[]): Pick<Step, 'status' | 'reason'> | null {
	const missing = operands.find((step) => step.status === 'missing-input' || bound(step));
	if (missing !== undefined) return { status: 'missing-input', reason: 'MISSING_INPUT' };
	const other = operands.find((step) => step.status !== 'ok');
	return other === undefined ? null : { status: other.status, reason: other.reason };
}

/** An empty trace. Asking for a figure that was never noted is a bug in the method and counts as missing. */
export function startTrace(): Trace {
	const byId = new Map<string, Step>();
	const steps: Step[] = [];
	const note = (step: Step): number | null => {
		byId.set(step.id, step);
		steps.push(step);
		return step.value;
	};
	const operand = (id: string): Step =>
		byId.get(id) ?? {
			id,
			value: null,
			unit: '',
			basis: 'none',
			formula: '',
			inputs: [],
			status: 'missing-input',
		};
	return {
		steps,
		note,
		given: (id, value, [unit, basis]) => {
			const known = typeof value === 'number' && Number.isFinite(value);
			const state = known
				? ({ status: 'ok' } as const)
				: ({ status: 'missing-input', reason: 'MISSING_INPUT' } as const);
			return note({ id, value: known ? value : null, unit, basis, formula: '', inputs: [], ...state });
		},
		// Objects are written out in one piece: a sheet recalculates hundreds of steps on every key press.
		derive: (id, [unit, basis], formula, operands, compute) => {
			const from = operands.map(operand);
			const inputs = from.map((step) => ({ id: step.id, value: step.value }));
			const block = blocked(from);
			if (block !== null) {
				const { status, reason } = block;
				return note({ id, value: null, unit, basis, formula, inputs, status, reason });
			}
			const answer = compute(...from.map((step) => step.value as number));
			if (typeof answer === 'number' && Number.isFinite(answer))
				return note({ id, value: answer, unit, basis, formula, inputs, status: 'ok' });
			const reason = typeof answer === 'string' ? answer : 'OUT_OF_RANGE';
			return note({ id, value: null, unit, basis, formula, inputs, status: 'undefined', reason });
		},
	};
}

/** `part / whole`; over 0 it is `ZERO_DENOMINATOR`, over less than 0 `NEGATIVE_BASE`. */
export function ratio(part: number, whole: number): number | Reason {
	if (whole === 0) return 'ZERO_DENOMINATOR';
	return whole < 0 ? 'NEGATIVE_BASE' : part / whole;
}

/** `part / whole` in percent, with the same reasons as `ratio`. */
export function percentage(part: number, whole: number): number | Reason {
	const share = ratio(part, whole);
	return typeof share === 'number' ? share * 100 : share;
}
