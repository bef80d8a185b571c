/** What the objective weighting methods take: a matrix of alternatives by criteria, and which way each criterion runs. */
import type { MethodResult, Warning } from '../method.ts';
import { refused } from '../method.ts';
import { matrixFault, parametersFault } from './ranking-input.ts';
import type { Direction, Fault, ParameterCheck } from './ranking-input.ts';

export interface ObjectiveWeightsInput<Parameters = Readonly<Record<string, unknown>>> {
	/** Rows are alternatives, columns are criteria. */
	readonly matrix: readonly (readonly number[])[];
	/** Whether more of a criterion is better (`benefit`) or worse (`cost`); all benefit unless stated. */
	readonly directions?: readonly Direction[] | null;
	readonly parameters?: Parameters | null;
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isDirection = (value: unknown): value is Direction => value === 'benefit' || value === 'cost';

function directionsFault(directions: readonly unknown[], width: number): Fault | null {
	for (let column = 0; column < directions.length; column += 1) {
		const at = `directions[${column}]`;
		const direction = directions[column];
		if (direction === null || direction === undefined)
			return { status: 'missing-input', reason: 'MISSING_INPUT', at };
		if (!isDirection(direction)) return { status: 'invalid-input', reason: 'UNKNOWN_CHOICE', at };
	}
	if (directions.length === width) return null;
	return { status: 'invalid-input', reason: 'WRONG_LENGTH', at: 'directions' };
}

/** The first fault of an objective weighting input; null when it may be computed. `EMPTY`, `RAGGED`, `WRONG_LENGTH`. */
export function objectiveFault(
	input: unknown,
	{
		cell,
		parameters = {},
		directed = false,
	}: {
		readonly cell?: (value: number, direction: Direction) => string | null;
		readonly parameters?: Readonly<Record<string, ParameterCheck>>;
		/** Whether the directions must be stated. */
		readonly directed?: boolean;
	} = {},
): Fault | null {
	if (typeof input !== 'object' || input === null || isList(input))
		return { status: 'invalid-input', reason: 'NOT_AN_OBJECT', at: 'input' };
	const given = input as Partial<Record<'matrix' | 'directions' | 'parameters', unknown>>;
	const first = isList(given.matrix) ? given.matrix[0] : undefined;
	const width = isList(first) ? first.length : 0;
	if (isList(first) && width === 0) return { status: 'invalid-input', reason: 'EMPTY', at: 'matrix[0]' };
	if (width > 1000) return { status: 'invalid-input', reason: 'TOO_MANY', at: 'matrix[0]' };
	const { directions = null } = given;
	if (directed && directions === null)
		return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'directions' };
	if (directions !== null && !isList(directions))
		return { status: 'invalid-input', reason: 'NOT_A_LIST', at: 'directions' };
	const wrong = directions === null ? null : directionsFault(directions, width);
	const assumed = Array.from({ length: width }, () => 'benefit' as const);
	return (
		parametersFault(given.parameters, parameters) ??
		matrixFault(given.matrix, wrong === null && directions ? (directions as Direction[]) : assumed, {
			cell,
		}) ??
		wrong
	);
}

export const refusedBy = <Result>(fault: Fault): MethodResult<Result> =>
	refused(fault.status, fault.reason, fault.at);

/** The columns of a matrix. */
export function columnsOf(matrix: readonly (readonly number[])[]): number[][] {
	return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] as number));
}

export const isConstant = (column: readonly number[]): boolean =>
	column.every((value) => value === column[0]);

/** One warning a column in which every alternative is alike: it cannot tell them apart and earns no weight. */
export function constantWarnings(columns: readonly (readonly number[])[]): Warning[] {
	return columns.flatMap((column, index) =>
		isConstant(column) ? [{ code: 'CONSTANT_CRITERION', at: `matrix[0][${index}]` }] : [],
	);
}

/** Columns brought to 0 (worst) to 1 (best) by their direction; a constant column becomes 0. */
export function minMaxColumns(
	columns: readonly (readonly number[])[],
	directions: readonly Direction[] | null | undefined,
): number[][] {
	return columns.map((column, index) => {
		const low = column.reduce((least, value) => Math.min(least, value), Infinity);
		const high = column.reduce((most, value) => Math.max(most, value), -Infinity);
		if (low === high) return column.map(() => 0);
		return column.map((value) =>
			directions?.[index] === 'cost' ? (high - value) / (high - low) : (value - low) / (high - low),
		);
	});
}

const mean = (values: readonly number[]): number =>
	values.reduce((total, value) => total + value / values.length, 0);

/** Sample standard deviation (n - 1); 0 for a constant column. */
export function standardDeviationOf(values: readonly number[]): number {
	if (values.length < 2 || isConstant(values)) return 0;
	const middle = mean(values);
	const squares = values.reduce((total, value) => total + (value - middle) ** 2, 0);
	return Math.sqrt(squares / (values.length - 1));
}

/** Pearson's correlation; 0 where either side does not vary. */
export function correlationOf(left: readonly number[], right: readonly number[]): number {
	if (isConstant(left) || isConstant(right)) return 0;
	const [a, b] = [mean(left), mean(right)];
	let [both, first, second] = [0, 0, 0];
	left.forEach((value, index) => {
		const [x, y] = [value - a, (right[index] as number) - b];
		both += x * y;
		first += x * x;
		second += y * y;
	});
	const size = Math.sqrt(first) * Math.sqrt(second);
	return size === 0 ? 0 : Math.max(-1, Math.min(1, both / size));
}
