/**
 * Tables of levels: every total against what stands above, beside or below it. Which rows a total adds up is decided
 * for all columns together: the reading that gives most of them is the table's own, and only what departs from it
 * differs. A table in which no reading gives any total is not understood, and nothing is said of it.
 */
import { nameCells } from './cells-by-totals.ts';
import type { JudgedTotal } from './cells-by-totals.ts';
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import type { LevelColumn, LevelRow, PrintedLevelTable } from './printed-economic.ts';
import type { PrintedNumber } from './printed.ts';
import { settled, slackOfSum, sumFits, unitOfColumn } from './rounded-figures.ts';
import { digitSlip, powerOfTen } from './would-match.ts';

interface Part {
	readonly id: string;
	readonly value: number;
	readonly position: number;
}

/** Densities, yields and prices have no total; a total row shows their mean. */
const unsummable =
	/kepadatan|produktivitas|productivity|density|yield|rata-?\s?rata|average|\bmean\b|rasio|ratio|indeks|index|(?<!dasar\s)harga|(?<!(?:constant|current|market)\s)price|umur|usia|per\s?kapita|per\s?capita|\/\s?(ha|km|kg|kapita|capita|orang|jiwa|tahun|bulan|unit)\b/i;
const summed = new Set(['amount', 'total', 'budget', 'realised', 'remainder', 'share']);
const numberAt = (row: LevelRow | undefined, column: number): PrintedNumber | null =>
	row?.cells[column] ?? null;

/** The units each column is rounded to. */
export function columnUnits(table: PrintedLevelTable): readonly number[] {
	return table.columns.map((column, index) =>
		unitOfColumn(
			table.rows.flatMap((row) =>
				row.kind === 'line' || row.kind === 'total' ? [numberAt(row, index)] : [],
			),
			table.rounded || column.kind === 'share' || table.measure === 'shares',
		),
	);
}

/** The ways to read what the total of a row adds up, the likeliest first. */
function readingsOf(rows: readonly LevelRow[], index: number): readonly (readonly number[])[] {
	const positions = rows.map((_, position) => position);
	const before = positions.slice(0, index);
	const line = (position: number) => rows[position]?.kind === 'line';
	const first = (position: number) => line(position) && rows[position]?.level === 1;
	const lastTotal = before.findLast((position) => rows[position]?.kind === 'total') ?? -1;
	const since = before.filter((position) => position > lastTotal);
	const totals = before.filter((position) => rows[position]?.kind === 'total');
	const sinceFirst = since.filter(first);
	const below = index === 0 ? positions.slice(1) : [];
	return [
		sinceFirst,
		before.filter(first),
		totals,
		since.filter(line),
		before.filter(line),
		[...sinceFirst, ...totals],
		before.filter((position) => line(position) && !first(position)),
		below.filter(first),
		below.filter(line),
	].filter((list) => list.length >= 2);
}

function partsAt(table: PrintedLevelTable, positions: readonly number[], column: number): readonly Part[] {
	return positions.flatMap((position) => {
		const number = numberAt(table.rows[position], column);
		return number ? [{ id: table.rows[position]?.label ?? '', value: number.value, position }] : [];
	});
}

const sumOf = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + part.value, 0);

/** A total no larger than one of its parts is a mean or a rate, unless a slip explains it. */
function isNoTotal(parts: readonly Part[], printed: PrintedNumber): boolean {
	if (parts.some((part) => part.value < 0)) return false;
	const largest = Math.max(...parts.map((part) => part.value));
	const sum = sumOf(parts);
	return printed.value <= largest && !powerOfTen(printed, sum) && !digitSlip(printed, sum);
}

function judgeTotal(
	label: string,
	column: string,
	printed: PrintedNumber,
	parts: readonly Part[],
	unit: number,
): Finding {
	const expected = sumOf(parts);
	const gap = printed.value - expected;
	const finding = judgeSum({
		row: label,
		column,
		label,
		printed,
		expected,
		formula: parts.map((part) => part.id).join(' + '),
		operands: parts.map(({ id, value }) => ({ id, value })),
		parts,
		slack: slackOfSum(parts.length, unit, gap),
	});
	if (finding.verdict !== 'rounding') return finding;
	return {
		...finding,
		params: { ...finding.params, difference: Number(gap.toPrecision(12)), parts: parts.length },
	};
}

/** Whether a column's total is a sum: percentages only when the total, or what it adds up, is 100. */
function isSummed(table: PrintedLevelTable, position: number, printed: PrintedNumber): boolean {
	const column = table.columns[position] as LevelColumn;
	if (!summed.has(column.kind) || unsummable.test(column.name)) return false;
	if (column.kind !== 'share' && table.measure !== 'shares') return true;
	if (Math.abs(printed.value - 100) <= 1 || Math.abs(printed.value - 1) < 1e-9) return true;
	const lines = table.rows.filter((row) => row.kind === 'line' && row.level === 1);
	const sum = lines.reduce((all, row) => all + (numberAt(row, position)?.value ?? 0), 0);
	return Math.abs(sum - 100) <= 0.5;
}

/** Totals down the columns. */
function downTotals(table: PrintedLevelTable, units: readonly number[]): readonly JudgedTotal[] {
	return table.rows.flatMap((row, index): JudgedTotal[] => {
		if (row.kind !== 'total') return [];
		const columns = table.columns.flatMap((column, position) => {
			const printed = numberAt(row, position);
			return printed && isSummed(table, position, printed) ? [{ column, position, printed }] : [];
		});
		const tried = readingsOf(table.rows, index).map((positions) => ({
			positions,
			fits: columns.filter(({ position, printed }) => {
				const parts = partsAt(table, positions, position);
				return parts.length >= 2 && sumFits(sumOf(parts), parts.length, units[position] ?? 0, printed);
			}).length,
		}));
		const best = tried.reduce<(typeof tried)[number] | null>(
			(found, one) => (!found || one.fits > found.fits ? one : found),
			null,
		);
		if (!best) return [];
		const alone = table.rows.filter((one) => one.kind === 'total').length === 1;
		if (best.fits === 0 && (columns.length >= 3 || !alone)) return [];
		return columns.flatMap(({ column, position, printed }): JudgedTotal[] => {
			const parts = partsAt(table, best.positions, position);
			const unit = units[position] ?? 0;
			if (
				parts.length < 2 ||
				(isNoTotal(parts, printed) && !sumFits(sumOf(parts), parts.length, unit, printed))
			)
				return [];
			return [
				{
					finding: judgeTotal(row.label, column.name, printed, parts, unit),
					row: index,
					column: position,
					parts: parts.map((part) => part.position),
					slack: parts.length * unit,
				},
			];
		});
	});
}

/** A line whose parts stand below it ("1. Pertanian", then "a. Tanaman pangan", "b. Perikanan"). */
function lineTotals(table: PrintedLevelTable, units: readonly number[]): readonly JudgedTotal[] {
	return table.rows.flatMap((row, index): JudgedTotal[] => {
		if (row.kind !== 'line' || row.level !== 1 || table.rows[index + 1]?.level !== 2) return [];
		let end = index + 1;
		while (table.rows[end]?.kind === 'line' && table.rows[end]?.level === 2) end += 1;
		const positions = table.rows.map((_, position) => position).slice(index + 1, end);
		const judged = table.columns.flatMap((column, position): JudgedTotal[] => {
			const printed = numberAt(row, position);
			if (!printed || !summed.has(column.kind) || unsummable.test(column.name)) return [];
			const parts = partsAt(table, positions, position);
			if (parts.length < 2) return [];
			const unit = units[position] ?? 0;
			const finding = judgeTotal(row.label, column.name, printed, parts, unit);
			return [{ finding, row: index, column: position, parts: positions, slack: parts.length * unit }];
		});
		// Parts "of which" need not add up: only when they do in some column.
		return judged.filter(({ finding }) => settled(finding)).length >= judged.length / 2 ? judged : [];
	});
}

/** Totals across the rows, when most rows of the table have one that fits. */
function acrossTotals(table: PrintedLevelTable, units: readonly number[]): readonly JudgedTotal[] {
	const amounts = table.columns.flatMap((column, index) =>
		column.kind === 'amount' && !unsummable.test(column.name) ? [index] : [],
	);
	let previous = -1;
	return table.columns.flatMap((column, total): JudgedTotal[] => {
		if (column.kind !== 'total') return [];
		const start = previous;
		previous = total;
		const sets = [
			amounts.filter((index) => index > start && index < total),
			amounts.filter((index) => index < total),
			amounts.filter((index) => index > total),
			amounts,
		].filter((list) => list.length >= 2);
		const rows = table.rows.flatMap((row, index) => {
			const printed = numberAt(row, total);
			return printed && (row.kind === 'line' || row.kind === 'total') ? [{ row, index, printed }] : [];
		});
		const partsIn = (row: LevelRow, set: readonly number[]): readonly Part[] =>
			set.flatMap((position) => {
				const number = numberAt(row, position);
				return number ? [{ id: table.columns[position]?.name ?? '', value: number.value, position }] : [];
			});
		const unitFor = (set: readonly number[]) => Math.max(0, ...set.map((position) => units[position] ?? 0));
		const tried = sets.map((set) => ({
			set,
			fits: rows.filter(({ row, printed }) => {
				const parts = partsIn(row, set);
				return sumFits(sumOf(parts), parts.length, unitFor(set), printed);
			}).length,
		}));
		const best = tried.reduce<(typeof tried)[number] | null>(
			(found, one) => (!found || one.fits > found.fits ? one : found),
			null,
		);
		if (!best || best.fits < Math.max(2, rows.length / 2)) return [];
		return rows.map(({ row, index, printed }) => {
			const parts = partsIn(row, best.set);
			const unit = unitFor(best.set);
			return {
				finding: judgeTotal(row.label, column.name, printed, parts, unit),
				row: index,
				column: total,
				parts: parts.map((part) => part.position),
				slack: parts.length * unit,
			};
		});
	});
}

/** One finding for every total of a table of levels, down and across. */
export function checkLevelSums(table: PrintedLevelTable): readonly Finding[] {
	if (table.measure === 'rates') return [];
	const units = columnUnits(table);
	const down = [...downTotals(table, units), ...lineTotals(table, units)];
	return nameCells(table, down, acrossTotals(table, units));
}
