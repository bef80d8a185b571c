/** A named step written in one line, for methods whose figures do not block one another. */

/** What a step's value is counted per; the names of `quantity.ts`. */
type Per = 'none' | 'raw-material' | 'output' | 'process' | 'day' | 'month' | 'year' | 'person-day' | 'total';

/** The shape of a step of the trace. */
export interface NamedStep {
	readonly id: string;
	readonly value: number | null;
	readonly unit: string;
	readonly basis: Per;
	readonly formula: string;
	readonly inputs: readonly { readonly id: string; readonly value: number | null }[];
	readonly status: 'ok' | 'undefined';
	readonly reason?: string;
}

/** Above this many rows a trace lists totals only: nobody follows a thousand lines. */
export const MOST_ROWS_TRACED = 60;

const finite = (value: number | null | undefined): number | null =>
	typeof value === 'number' && Number.isFinite(value) ? value : null;

/** A step from its value and what it was made of; a value that is not finite is `undefined` for `reason`. */
export function namedStep(
	id: string,
	value: number | null,
	[unit, basis]: readonly [unit: string, basis: Per],
	formula: string,
	from: Readonly<Record<string, number | null>> = {},
	reason = 'OUT_OF_RANGE',
): NamedStep {
	const known = finite(value);
	const inputs = Object.entries(from).map(([name, given]) => ({ id: name, value: finite(given) }));
	return {
		id,
		value: known,
		unit,
		basis,
		formula,
		inputs,
		...(known === null ? { status: 'undefined', reason } : { status: 'ok' }),
	};
}

/** The number, or null when it is not one that can be printed. */
export const printable = finite;
