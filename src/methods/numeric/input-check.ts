/**
 * Checks of what a person or a program hands to a method, before any arithmetic: text where a number belongs, a
 * negative price, a list where an object belongs. A check answers with the first fault and where it is; it never throws.
 */

/** What is wrong, as a code, and where: `otherInputLines[2].cost`. */
export interface Fault {
	readonly reason: string;
	readonly at: string;
}

export type Check = (value: unknown, at: string) => Fault | null;

const absent = (value: unknown): boolean => value === null || value === undefined;

const number =
	(rule: (value: number) => string | null): Check =>
	(value, at) => {
		if (absent(value)) return null;
		if (typeof value !== 'number' || !Number.isFinite(value)) return { reason: 'NOT_A_NUMBER', at };
		const reason = rule(value);
		return reason === null ? null : { reason, at };
	};

/** Any finite number, or nothing. Reason `NOT_A_NUMBER`. */
export const anyNumber: Check = number(() => null);

/** A price, quantity or cost: 0 is a value, below 0 is not. Reasons `NOT_A_NUMBER`, `NEGATIVE`. */
export const amount: Check = number((value) => (value < 0 ? 'NEGATIVE' : null));

/** A divisor such as runs a month: above 0. Reasons `NOT_A_NUMBER`, `NOT_POSITIVE`. */
export const positive: Check = number((value) => (value > 0 ? null : 'NOT_POSITIVE'));

/** A whole count of at least `least`. Reasons `NOT_A_NUMBER`, `NOT_A_COUNT`. */
export const count = (least: number, most = 1_000_000): Check =>
	number((value) => (Number.isInteger(value) && value >= least && value <= most ? null : 'NOT_A_COUNT'));

/** A share between 0 and 1, both allowed. Reasons `NOT_A_NUMBER`, `NOT_A_FRACTION`. */
export const fraction: Check = number((value) => (value >= 0 && value <= 1 ? null : 'NOT_A_FRACTION'));

/** Text, or nothing. Reason `NOT_TEXT`. */
export const text: Check = (value, at) =>
	absent(value) || typeof value === 'string' ? null : { reason: 'NOT_TEXT', at };

/** One of the named choices, or nothing. Reason `UNKNOWN_CHOICE`. */
export const oneOf =
	(choices: readonly string[]): Check =>
	(value, at) =>
		absent(value) || (typeof value === 'string' && choices.includes(value))
			? null
			: { reason: 'UNKNOWN_CHOICE', at };

/** A value that must stand there. Reason `MISSING_INPUT`. */
export const required =
	(check: Check): Check =>
	(value, at) =>
		absent(value) ? { reason: 'MISSING_INPUT', at } : check(value, at);

/** Whether this is an object with named fields (a list is not). */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object whose named fields pass their checks, or nothing. Other fields are left alone. Reason `NOT_AN_OBJECT`. */
export const record =
	(fields: Readonly<Record<string, Check>>): Check =>
	(value, at) => {
		if (absent(value)) return null;
		if (!isRecord(value)) return { reason: 'NOT_AN_OBJECT', at };
		for (const [name, check] of Object.entries(fields)) {
			const fault = check(value[name], at === '' ? name : `${at}.${name}`);
			if (fault !== null) return fault;
		}
		return null;
	};

/** A list whose items stand there and pass the check, or nothing. Reasons `NOT_A_LIST`, `TOO_MANY`. */
export const listOf =
	(item: Check, most = 100_000): Check =>
	(value, at) => {
		if (absent(value)) return null;
		if (!Array.isArray(value)) return { reason: 'NOT_A_LIST', at };
		if (value.length > most) return { reason: 'TOO_MANY', at };
		for (let index = 0; index < value.length; index += 1) {
			const place = `${at}[${index}]`;
			const fault = absent(value[index]) ? { reason: 'MISSING_INPUT', at: place } : item(value[index], place);
			if (fault !== null) return fault;
		}
		return null;
	};

/** A list whose items may be left open (null), or nothing. Reasons `NOT_A_LIST`, `TOO_MANY`. */
export const openListOf =
	(item: Check, most = 100_000): Check =>
	(value, at) => {
		if (absent(value)) return null;
		if (!Array.isArray(value)) return { reason: 'NOT_A_LIST', at };
		if (value.length > most) return { reason: 'TOO_MANY', at };
		for (let index = 0; index < value.length; index += 1) {
			const fault = item(value[index], `${at}[${index}]`);
			if (fault !== null) return fault;
		}
		return null;
	};

/** The first fault of a whole input object. An input that is no object is `NOT_AN_OBJECT` at `input`. */
export function firstFault(input: unknown, fields: Readonly<Record<string, Check>>): Fault | null {
	if (!isRecord(input)) return { reason: 'NOT_AN_OBJECT', at: 'input' };
	return record(fields)(input, '');
}

/** `missing-input` when the fault is that nothing stands there, else `invalid-input`. */
export function faultStatus(fault: Fault): 'missing-input' | 'invalid-input' {
	return fault.reason === 'MISSING_INPUT' ? 'missing-input' : 'invalid-input';
}
