/**
 * Finds matrices of pairwise judgements (AHP): the same names in the rows as in the columns, with the column sums, the
 * priorities and the consistency that are printed with them.
 */
import type { PrintedNumber } from '#methods/table-check/printed.ts';
import type { PrintedComparison } from '#methods/table-check/printed-programme.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Doubt } from './printed-number.ts';
import { holdsNumber, holdsWords, textOf } from './table-section.ts';

export interface ComparisonReading {
	readonly comparisons: readonly PrintedComparison[];
	readonly doubts: readonly Doubt[];
	readonly used: ReadonlySet<number>;
}

const mostElements = 15;
const priorityWords = /^(bobot|prioritas|priority|priorities|weight|eigen|vektor|vector|tpv|pv\b|rata)/i;
const sumWords = /^(total|jumlah|sum|∑|σ)/i;
const measures = {
	lambdaMax: /^(λ|lambda|lamda|eigen\s*(value)?\s*max)/i,
	consistencyIndex: /^(ci|consistency index|indeks konsistensi)\b/i,
	consistencyRatio: /^(cr|consistency ratio|rasio konsistensi)\b/i,
} as const;

/** `C1`, `Harga`: the same mark in row and column; a digit counts, since elements are often only numbered. */
const nameKey = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

interface Square {
	readonly index: number;
	readonly label: number;
	readonly columns: readonly number[];
	readonly names: readonly string[];
}

/** A heading row whose names come again, in the same order, as the labels of the rows below. */
function squareAt(rows: Grid['rows'], index: number): Square | null {
	const heading = rows[index] as readonly GridCell[];
	for (let label = 0; label < 3; label += 1) {
		const first = nameKey(textOf(rows[index + 1]?.[label]));
		if (first === '' || first.length > 60) continue;
		const start = heading.findIndex((cell, column) => column > label && nameKey(cell.text) === first);
		if (start < 0 || /^\d+$/.test(first)) continue;
		let size = 0;
		while (size < mostElements) {
			const name = nameKey(textOf(heading[start + size]));
			if (name === '' || name !== nameKey(textOf(rows[index + 1 + size]?.[label]))) break;
			size += 1;
		}
		if (size < 3) continue;
		const columns = Array.from({ length: size }, (_, offset) => start + offset);
		return { index, label, columns, names: columns.map((column) => textOf(heading[column])) };
	}
	return null;
}

/** Judgements are often printed as fractions: `1/3`. */
function judgementCell(cell: GridCell): GridCell {
	const fraction = /^\s*1\s*\/\s*([1-9])\s*$/.exec(cell.text);
	return fraction?.[1] && cell.number === undefined ? { ...cell, number: 1 / Number(fraction[1]) } : cell;
}

function fractionNumber(cell: GridCell, table: string): PrintedNumber | null {
	const number = judgementCell(cell).number;
	return cell.number === undefined && number !== undefined
		? { value: number, text: cell.text.trim(), decimals: 12, cell: cell.address, table }
		: null;
}

/** `CI = 0,05` in one cell, or the name with its number to the right. */
function measureIn(
	rows: Grid['rows'],
	words: RegExp,
	table: string,
): { number: PrintedNumber; row: number } | null {
	for (const [row, cells] of rows.entries()) {
		for (const [column, cell] of cells.entries()) {
			if (cell.text.length > 60 || !words.test(cell.text.trim())) continue;
			const inside = /[=:]\s*(-?\d[\d.,]*)\s*%?\s*$/.exec(cell.text);
			const beside = cells.slice(column + 1).find(holdsNumber);
			const source = inside?.[1] ? { ...cell, text: inside[1] } : beside;
			if (!source) continue;
			const read = readCellNumbers(table, [source]).of(source);
			if (read) return { number: read, row };
		}
	}
	return null;
}

function readSquare(grid: Grid, square: Square, corrections: Readonly<Record<string, string>>) {
	const size = square.names.length;
	const heading = grid.rows[square.index] as readonly GridCell[];
	const body = grid.rows.slice(square.index + 1, square.index + 1 + size);
	const afterBody = grid.rows.slice(square.index + 1 + size, square.index + 1 + size + 8);
	const priorityColumn = heading.findIndex(
		(cell, column) => column > (square.columns.at(-1) ?? 0) && priorityWords.test(cell.text.trim()),
	);
	const sumRow = afterBody.slice(0, 2).find((row) => sumWords.test(textOf(row[square.label])));
	const wanted = priorityColumn < 0 ? square.columns : [...square.columns, priorityColumn];
	const numbers = readCellNumbers(
		grid.name,
		[...body, ...(sumRow ? [sumRow] : [])].flatMap((row) =>
			wanted.flatMap((column) =>
				holdsNumber(row[column]) && !row[column]?.text.includes('/') ? [row[column] as GridCell] : [],
			),
		),
		corrections,
	);
	const at = (row: readonly GridCell[] | undefined, column: number) => {
		const cell = column < 0 ? undefined : row?.[column];
		return cell ? (fractionNumber(cell, grid.name) ?? numbers.of(cell)) : null;
	};
	const cells = body.map((row) => square.columns.map((column) => at(row, column)));
	const diagonal = cells.filter((row, index) => row[index]?.value === 1).length;
	const reciprocal = cells.some((row, i) =>
		row.some(
			(cell, j) =>
				i < j && cell && cells[j]?.[i] && Math.abs(cell.value * (cells[j]?.[i]?.value ?? 0) - 1) < 0.1,
		),
	);
	// A matrix of correlations or of flows has names in both directions too.
	if (diagonal < size - 1 || !reciprocal || cells.flat().some((cell) => cell && cell.value <= 0)) return null;
	const found = Object.fromEntries(
		Object.entries(measures).map(([key, words]) => [key, measureIn(afterBody, words, grid.name)]),
	) as Record<keyof typeof measures, ReturnType<typeof measureIn>>;
	const lastRow = Math.max(
		sumRow ? afterBody.indexOf(sumRow) : -1,
		...Object.values(found).map((one) => one?.row ?? -1),
	);
	const comparison: PrintedComparison = {
		name: grid.name,
		elements: square.names,
		cells,
		columnSums: square.columns.map((column) => at(sumRow, column)),
		priorities: body.map((row) => at(row, priorityColumn)),
		lambdaMax: found.lambdaMax?.number ?? null,
		consistencyIndex: found.consistencyIndex?.number ?? null,
		consistencyRatio: found.consistencyRatio?.number ?? null,
	};
	return { comparison, doubts: numbers.doubts, end: square.index + 1 + size + lastRow + 1 };
}

/** Every matrix of pairwise judgements in a grid, outside the rows other readers took. */
export function readComparisons(
	grid: Grid,
	taken: ReadonlySet<number>,
	corrections: Readonly<Record<string, string>> = {},
): ComparisonReading {
	const comparisons: PrintedComparison[] = [];
	const doubts: Doubt[] = [];
	const used = new Set<number>();
	for (let index = 0; index + 3 < grid.rows.length; index += 1) {
		if (taken.has(index) || !grid.rows[index]?.some(holdsWords)) continue;
		const square = squareAt(grid.rows, index);
		const read = square ? readSquare(grid, square, corrections) : null;
		if (!read) continue;
		comparisons.push(read.comparison);
		doubts.push(...read.doubts);
		for (let row = index; row < read.end; row += 1) used.add(row);
		index = read.end - 1;
	}
	return { comparisons, doubts, used };
}
