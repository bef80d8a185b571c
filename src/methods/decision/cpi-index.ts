/** Values to index figures, column by column, for one matrix or for the ratings of many respondents. */
import type { Warning } from '../method.ts';
import { columnOf, largest, smallest, sum } from './column-scales.ts';
import { shiftOf } from './cpi-input.ts';
import type { CpiInput } from './cpi-input.ts';
import type { Fault } from './ranking-input.ts';

export interface CpiIndex {
	/** A_ij: index of alternative i on criterion j. */
	readonly transformed: readonly (readonly number[])[];
	/** What each column was compared with; null where every respondent had a reference of their own. */
	readonly references: readonly (number | null)[];
	/** Respondents counted for each criterion; null when one matrix was given. */
	readonly respondentsUsed: readonly number[] | null;
	readonly warnings: readonly Warning[];
}

interface Column {
	readonly index: number;
	readonly cost: boolean;
	readonly input: CpiInput;
}

function referenceOf(values: readonly number[], { input, index }: Column): number {
	const reference = input.parameters?.reference ?? 'min';
	if (reference === 'min') return smallest(values);
	if (reference === 'max') return largest(values);
	if (reference === 'first') return values[0] as number;
	return typeof reference.fixed === 'number' ? reference.fixed : (reference.fixed[index] as number);
}

function indexOf(values: readonly number[], reference: number, { input, cost }: Column): number[] {
	const scale = input.parameters?.scale ?? 100;
	return values.map((value) => (cost ? reference / value : value / reference) * scale);
}

function meanOf(values: readonly number[], kind: 'arithmetic' | 'geometric' | undefined): number {
	const count = values.length;
	if (kind === 'geometric') return Math.exp(sum(values.map((value) => Math.log(value))) / count);
	return sum(values) / count;
}

/** The ratings of one criterion: a list a respondent, shifted, null where there is no answer. */
const ratingsOf = (column: Column): (number | null)[][] => {
	const shift = shiftOf(column.input.parameters, column.index);
	return (column.input.respondents ?? []).map((ratings) =>
		ratings.map((row) => {
			const rating = row[column.index] ?? null;
			return rating === null ? null : rating + shift;
		}),
	);
};

interface ColumnIndex {
	readonly values: readonly number[];
	readonly reference: number | null;
	readonly used: number | null;
}

const missing = (column: Column, row = 0): Fault => ({
	status: 'missing-input',
	reason: 'MISSING_INPUT',
	at: `respondents[0][${row}][${column.index}]`,
});

/** Mean over those who answered, then the index. A cell that nobody rated blocks the criterion. */
function ratingsFirst(column: Column): ColumnIndex | Fault {
	const ratings = ratingsOf(column);
	const means: number[] = [];
	for (let row = 0; row < (ratings[0] ?? []).length; row += 1) {
		const given = ratings.flatMap((respondent) => respondent[row] ?? []);
		if (given.length === 0) return missing(column, row);
		means.push(meanOf(given, column.input.parameters?.mean));
	}
	const reference = referenceOf(means, column);
	const used = ratings.filter((respondent) => respondent.some((rating) => rating !== null)).length;
	return { values: indexOf(means, reference, column), reference, used };
}

/** The index of each respondent who rated every alternative on the criterion, then the mean. */
function transformFirst(column: Column): ColumnIndex | Fault {
	const ratings = ratingsOf(column);
	const complete = ratings.filter((respondent): respondent is number[] => !respondent.includes(null));
	if (complete.length === 0) {
		const row = Math.max(0, (ratings[0] ?? []).indexOf(null));
		return missing(column, row);
	}
	const indices = complete.map((respondent) => indexOf(respondent, referenceOf(respondent, column), column));
	const values = (indices[0] as number[]).map((_, row) =>
		meanOf(columnOf(indices, row), column.input.parameters?.mean),
	);
	return { values, reference: null, used: complete.length };
}

function plainColumn(column: Column): ColumnIndex {
	const shift = shiftOf(column.input.parameters, column.index);
	const values = columnOf(column.input.matrix ?? [], column.index).map((value) => value + shift);
	const reference = referenceOf(values, column);
	return { values: indexOf(values, reference, column), reference, used: null };
}

function columnWarnings(column: Column, { values, used }: ColumnIndex): Warning[] {
	const at = `criteria[${column.index}]`;
	const { parameters, respondents } = column.input;
	const scale = parameters?.scale ?? 100;
	const warnings: Warning[] = [];
	const shift = shiftOf(parameters, column.index);
	if (shift !== 0) warnings.push({ code: 'VALUES_SHIFTED', at, params: { shift } });
	if (values.length > 1 && values.every((value) => value === values[0]))
		warnings.push({ code: 'CONSTANT_COLUMN', at });
	const averaged = used !== null && parameters?.aggregate === 'transform-first';
	// Each respondent has someone at 100, their average need not: legitimate, but a reader looks for the 100.
	if (averaged && !values.some((value) => Math.abs(value - scale) <= 1e-9 * scale))
		warnings.push({ code: 'NO_CELL_AT_REFERENCE', at });
	const asked = respondents?.length ?? 0;
	if (used !== null && used < asked)
		warnings.push({ code: 'RESPONDENTS_LEFT_OUT', at, params: { used, asked } });
	return warnings;
}

/** The index figures of a checked input, or what is missing for them. */
export function cpiIndex(input: CpiInput): CpiIndex | Fault {
	const many = input.respondents !== undefined && input.respondents !== null;
	const indexed = many
		? input.parameters?.aggregate === 'transform-first'
			? transformFirst
			: ratingsFirst
		: plainColumn;
	const columns: ColumnIndex[] = [];
	const warnings: Warning[] = [];
	for (const [index, direction] of input.directions.entries()) {
		const column = { index, cost: direction === 'cost', input };
		const answer = indexed(column);
		if ('reason' in answer) return answer;
		columns.push(answer);
		warnings.push(...columnWarnings(column, answer));
	}
	const rows = columns[0]?.values.length ?? 0;
	return {
		transformed: Array.from({ length: rows }, (_, row) => columns.map(({ values }) => values[row] as number)),
		references: columns.map(({ reference }) => reference),
		respondentsUsed: many ? columns.map(({ used }) => used ?? 0) : null,
		warnings,
	};
}
