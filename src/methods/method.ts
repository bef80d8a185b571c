/**
 * What every method is: data that says how the number is made (formula, unit, source) and one pure function.
 * "Dari mana angka ini?", the method pages and the report footnotes print from this data.
 */
import type { Basis, Status } from './quantity.ts';

/** A code with what it speaks of. Words are found later, in the reader's language. */
export interface Warning {
	readonly code: string;
	/** The input or result the warning is about, for example `otherInputs`. */
	readonly at?: string;
	readonly params?: Readonly<Record<string, string | number>>;
}

/** One named line of the trace: a value, how it was made, and from what. */
export interface Step {
	readonly id: string;
	readonly value: number | null;
	readonly unit: string;
	readonly basis: Basis;
	/** In ids, for example `outputValue - rawMaterialPrice - otherInputs`. */
	readonly formula: string;
	readonly inputs: readonly { readonly id: string; readonly value: number | null }[];
	readonly status: Status;
	readonly reason?: string;
}

/** What a method answers. `result` is null unless at least one figure could be computed. */
export interface MethodResult<Result> {
	readonly status: Status;
	readonly reason?: string;
	/** Where an invalid or missing input is, for example `rawMaterial` or `products[2].wage`. */
	readonly at?: string;
	readonly result: Result | null;
	readonly steps: readonly Step[];
	readonly warnings: readonly Warning[];
}

export interface Method<Input, Result> {
	readonly id: string;
	/** Goes up when the same input may give another result. */
	readonly version: number;
	readonly formula: string;
	readonly unit: string;
	readonly source: string;
	/** Options that change the result, by name, with where each comes from. */
	readonly variants?: Readonly<Record<string, string>>;
	/** A worked input for the method's page and for `sentra metode jelaskan`. */
	readonly example: Input;
	compute(input: Input): MethodResult<Result>;
}

/** Declares a method. It exists for its type: every method is checked against one shape. */
export function method<Input, Result>(definition: Method<Input, Result>): Method<Input, Result> {
	return definition;
}

/** The answer when an input is missing or breaks a rule. */
export function refused<Result>(
	status: Exclude<Status, 'ok'>,
	reason: string,
	at?: string,
	warnings: readonly Warning[] = [],
): MethodResult<Result> {
	return { status, reason, ...(at ? { at } : {}), result: null, steps: [], warnings };
}
