/** A matrix of pairwise judgements: m_ij says how many times i counts as much as j. Checked, mirrored, gaps kept. */
import type { Warning } from '../method.ts';
import type { Fault } from '../numeric/input-check.ts';

/** Null on both sides of the diagonal is a judgement nobody gave. */
export type JudgementInput = readonly (readonly (number | null)[])[];

export type Judgements = readonly (readonly (number | null)[])[];

export interface ReadJudgements {
	readonly matrix: Judgements;
	readonly missing: number;
	readonly warnings: readonly Warning[];
}

const MOST_ELEMENTS = 100;
/** Judgements beyond this ratio carry no meaning and would only leave the range of doubles. */
const LARGEST = 1e9;
/** Printed reciprocals such as 0.33 or 0.14 miss 1 by up to this much. */
const ROUNDED = 0.05;
const EXACT = 1e-9;

const absent = (value: unknown): value is null | undefined => value === null || value === undefined;

function cellFault(value: unknown, at: string): Fault | null {
	if (absent(value)) return null;
	if (typeof value !== 'number' || !Number.isFinite(value)) return { reason: 'NOT_A_NUMBER', at };
	if (value <= 0) return { reason: 'NOT_POSITIVE', at };
	return value > LARGEST || value < 1 / LARGEST ? { reason: 'OUT_OF_RANGE', at } : null;
}

function shapeFault(value: unknown, at: string): Fault | null {
	if (absent(value)) return { reason: 'MISSING_INPUT', at };
	if (!Array.isArray(value)) return { reason: 'NOT_A_LIST', at };
	if (value.length === 0) return { reason: 'EMPTY', at };
	if (value.length > MOST_ELEMENTS) return { reason: 'TOO_MANY', at };
	for (let row = 0; row < value.length; row += 1) {
		const line: unknown = value[row];
		if (absent(line)) return { reason: 'MISSING_INPUT', at: `${at}[${row}]` };
		if (!Array.isArray(line)) return { reason: 'NOT_A_LIST', at: `${at}[${row}]` };
		if (line.length !== value.length) return { reason: 'NOT_SQUARE', at: `${at}[${row}]` };
		for (let column = 0; column < line.length; column += 1) {
			const fault = cellFault(line[column], `${at}[${row}][${column}]`);
			if (fault !== null) return fault;
		}
		const own: unknown = line[row];
		if (!absent(own) && Math.abs((own as number) - 1) > EXACT)
			return { reason: 'DIAGONAL_NOT_ONE', at: `${at}[${row}][${row}]` };
	}
	return null;
}

/**
 * Reads judgements of any shape. One side of a pair may be left out. A printed pair such as 3 and 0.33 keeps its
 * larger side (warning `RECIPROCAL_ROUNDED`); a pair further than 5 % from reciprocal is `NOT_RECIPROCAL`.
 */
export function readJudgements(value: unknown, at: string): Fault | ReadJudgements {
	const fault = shapeFault(value, at);
	if (fault !== null) return fault;
	const given = value as JudgementInput;
	const matrix: (number | null)[][] = given.map((row) => row.map(() => 1));
	const warnings: Warning[] = [];
	let [missing, rounded, outside] = [0, 0, 0];
	for (let row = 0; row < given.length; row += 1)
		for (let column = row + 1; column < given.length; column += 1) {
			const upper = given[row]?.[column] ?? null;
			const lower = given[column]?.[row] ?? null;
			const product = upper === null || lower === null ? 1 : upper * lower;
			if (Math.abs(product - 1) > ROUNDED + EXACT)
				return { reason: 'NOT_RECIPROCAL', at: `${at}[${column}][${row}]` };
			if (Math.abs(product - 1) > EXACT) rounded += 1;
			const exact = lower !== null && (upper === null || lower > upper) ? 1 / lower : upper;
			if (exact === null) missing += 1;
			else if (exact > 9 + EXACT || exact < 1 / (9 + EXACT)) outside += 1;
			(matrix[row] as (number | null)[])[column] = exact;
			(matrix[column] as (number | null)[])[row] =
				exact === null ? null : exact === upper ? 1 / upper : lower;
		}
	if (rounded > 0) warnings.push({ code: 'RECIPROCAL_ROUNDED', at, params: { pairs: rounded } });
	if (outside > 0) warnings.push({ code: 'OUTSIDE_SAATY_SCALE', at, params: { pairs: outside } });
	if (missing > 0) warnings.push({ code: 'JUDGEMENTS_MISSING', at, params: { pairs: missing } });
	return { matrix, missing, warnings };
}

/** Whether every element hangs together with every other by some chain of judgements. */
export function isConnected(matrix: Judgements): boolean {
	const reached = new Set([0]);
	for (const row of reached)
		matrix[row]?.forEach((value, column) => {
			if (value !== null) reached.add(column);
		});
	return reached.size === matrix.length;
}
