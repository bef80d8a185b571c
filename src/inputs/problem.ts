/**
 * An expected failure: a code, the place, what stands there, and what the sentence speaks of.
 * The words are found later (reports/problem-text.ts), in the reader's language. A bug is not a Problem: it throws.
 */
export interface Place {
	readonly file?: string;
	readonly sheet?: string;
	/** Counted from 1, as a spreadsheet shows it. */
	readonly row?: number;
	/** The heading or letter of the column. */
	readonly column?: string;
	/** `B12` */
	readonly cell?: string;
	/** For one JSON object: `products[2].wage`. */
	readonly path?: string;
}

export interface Problem {
	readonly code: string;
	readonly at?: Place;
	/** What stands there, as typed; cut to 200 characters. */
	readonly content?: string;
	readonly params?: Readonly<Record<string, string | number>>;
}

/** Either the value or every problem that stood in its way. */
export type Outcome<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly problems: readonly Problem[] };

/** The outcome that carries a value. */
export function done<Value>(value: Value): Outcome<Value> {
	return { ok: true, value };
}

/** The outcome that carries problems. */
export function failed<Value = never>(...problems: Problem[]): Outcome<Value> {
	return { ok: false, problems };
}
