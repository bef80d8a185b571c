/**
 * Statements: every subtotal and total against the amounts above it, every percentage against the total.
 * Studies nest their sums in different ways, so a sum follows when any way of reading the rows above it gives the
 * printed figure; only a sum that no reading gives differs.
 */
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import { lastPlace, roundingThatFits } from './precision.ts';
import type { PrintedNumber, PrintedStatement, PrintedStatementRow } from './printed.ts';

interface Item {
	readonly id: string;
	readonly value: number;
	readonly half: number;
	readonly isSum: boolean;
	readonly under: string;
}

/** A statement of more lines is no printed table; what stands behind them is not added up. */
const mostLines = 2000;

const settled = (finding: Finding) => finding.verdict === 'match' || finding.verdict === 'rounding';

const half = (printed: PrintedNumber) => (printed.decimals > 0 ? lastPlace(printed) / 2 : 0);

function judgeItems(
	row: PrintedStatementRow,
	column: string,
	printed: PrintedNumber,
	items: readonly Item[],
	mean = false,
): Finding {
	const share = mean ? 1 / items.length : 1;
	const finding = judgeSum({
		row: row.label,
		column,
		label: row.label,
		printed,
		expected: items.reduce((sum, item) => sum + item.value, 0) * share,
		formula: items.map((item) => item.id).join(' + '),
		operands: items.map(({ id, value }) => ({ id, value })),
		...(mean ? {} : { parts: items }),
		slack: items.reduce((sum, item) => sum + item.half, 0) * share,
	});
	return mean ? { ...finding, code: 'mean' } : finding;
}

/** What is known while a column is read from top to bottom. */
interface Progress {
	/** What no sum has added up yet, with the sums in the place of their parts. */
	items: Item[];
	/** The single amounts, whatever sums were printed between them. */
	leaves: Item[];
	/** The amounts a mean is taken of. */
	samples: Item[];
	total: PrintedNumber | null;
}

/** Whether amounts add up to a figure, within their own rounding. */
function fits(items: readonly Item[], printed: PrintedNumber): boolean {
	let sum = 0;
	let slack = 0;
	for (const item of items) {
		sum += item.value;
		slack += item.half;
	}
	return roundingThatFits(sum, printed) !== null || Math.abs(sum - printed.value) <= slack * (1 + 1e-9);
}

/** A mean follows from its column, or from the total printed above it, which may itself differ. */
function judgeMean(
	row: PrintedStatementRow,
	column: string,
	printed: PrintedNumber,
	samples: readonly Item[],
	total: PrintedNumber,
): Finding {
	const own = judgeItems(row, column, printed, samples, true);
	if (settled(own)) return own;
	const fromTotal = judgeSum({
		row: row.label,
		column,
		label: row.label,
		printed,
		expected: total.value / samples.length,
		formula: 'total / count',
		operands: [
			{ id: 'total', value: total.value },
			{ id: 'count', value: samples.length },
		],
	});
	return settled(fromTotal) ? fromTotal : own;
}

/** The ways to read what a sum adds up, the likeliest first, none of fewer than two amounts. */
function readings(row: PrintedStatementRow, { items, leaves }: Progress): readonly (readonly Item[])[] {
	const lastSum = items.findLastIndex((item) => item.isSum);
	const sinceSum = items.slice(lastSum + 1);
	const group = items.filter((item) => item.under === row.under && !item.isSum);
	const sums = items.filter((item) => item.isSum);
	if (row.whole) return [items, leaves, sums, sinceSum, group].filter((list) => list.length >= 2);
	// A part may have one line only ("Penyusutan", then "Total biaya tetap").
	return [
		...(sinceSum.length > 0 ? [sinceSum] : []),
		...[group, items, sums].filter((list) => list.length >= 2),
	];
}

/** The amounts that stand below a sum printed above them. */
function partsBelow(statement: PrintedStatement, index: number, position: number): readonly Item[] {
	const count = statement.rows[index]?.below ?? 0;
	return statement.rows.slice(index + 1, index + 1 + count).flatMap((part) => {
		const cell = part.cells[position];
		return cell ? [itemOf(part, cell)] : [];
	});
}

/** A sum above its parts: the rows below it, which no later sum may count again. */
function judgeAbove(
	statement: PrintedStatement,
	index: number,
	position: number,
	column: string,
): readonly Finding[] {
	const row = statement.rows[index] as PrintedStatementRow;
	const printed = row.cells[position];
	const parts = partsBelow(statement, index, position);
	return printed && parts.length === row.below ? [judgeItems(row, column, printed, parts)] : [];
}

const itemOf = (row: PrintedStatementRow, printed: PrintedNumber, isSum = false): Item => ({
	id: row.label,
	value: printed.value,
	half: half(printed),
	isSum,
	under: row.under,
});

/** A sum below its parts; it takes their place. */
function judgeBelow(
	row: PrintedStatementRow,
	column: string,
	printed: PrintedNumber,
	progress: Progress,
): readonly Finding[] {
	const ways = readings(row, progress);
	const found = ways.find((list) => fits(list, printed)) ?? ways[0];
	const added = new Set(found);
	const rest = progress.items.filter((item) => !added.has(item));
	progress.items = row.kind === 'closing-sum' ? [] : [...rest, itemOf(row, printed, true)];
	if (row.kind === 'closing-sum') progress.leaves = [];
	if (found) {
		if (progress.total) progress.samples = [];
		progress.total ??= printed;
	}
	return found ? [judgeItems(row, column, printed, found)] : [];
}

/** The sums of one column, from top to bottom. */
function checkColumn(statement: PrintedStatement, position: number): readonly Finding[] {
	const column = statement.columns[position]?.name ?? statement.name;
	const progress: Progress = { items: [], leaves: [], samples: [], total: null };
	let counted = -1;
	return statement.rows.flatMap((row, index): readonly Finding[] => {
		const printed = row.cells[position] ?? null;
		if (row.kind === 'boundary') {
			progress.items = [];
			progress.leaves = [];
		}
		if (!printed || row.kind === 'aside' || row.kind === 'boundary' || index <= counted) return [];
		if (row.below) {
			counted = index + row.below;
			progress.items.push(itemOf(row, printed, true));
			progress.leaves.push(...partsBelow(statement, index, position));
			return judgeAbove(statement, index, position, column);
		}
		if (row.kind === 'line') {
			const item = itemOf(row, printed);
			for (const list of [progress.items, progress.leaves, progress.samples]) {
				if (list.length < mostLines) list.push(item);
			}
			return [];
		}
		if (row.kind === 'mean') {
			const { samples, total } = progress;
			return samples.length >= 2 && total ? [judgeMean(row, column, printed, samples, total)] : [];
		}
		return judgeBelow(row, column, printed, progress);
	});
}

/** A percentage is its amount over the total printed as 100. */
function checkPercentages(statement: PrintedStatement, position: number): readonly Finding[] {
	const amounts = statement.columns.findLastIndex(
		(column, index) => index < position && column.kind === 'amount',
	);
	if (amounts < 0) return [];
	const pairs = statement.rows.flatMap((row) => {
		const [amount, percent] = [row.cells[amounts], row.cells[position]];
		return amount && percent ? [{ row, amount, percent }] : [];
	});
	const wholes = pairs.filter((pair) => Math.abs(pair.percent.value - 100) < 0.05 && pair.amount.value > 0);
	if (pairs.length < 3 || wholes.length === 0) return [];
	return pairs
		.filter((pair) => !wholes.includes(pair))
		.flatMap(({ row, amount, percent }): Finding[] => {
			const tried = wholes.map((whole) =>
				judgeSum({
					row: row.label,
					column: statement.columns[position]?.name ?? statement.name,
					label: row.label,
					printed: percent,
					expected: (amount.value / whole.amount.value) * 100,
					formula: 'amount / whole * 100',
					operands: [
						{ id: 'amount', value: amount.value },
						{ id: 'whole', value: whole.amount.value },
					],
				}),
			);
			const found = tried.find(settled) ?? tried.at(-1);
			return found ? [{ ...found, code: 'share-of-total' }] : [];
		});
}

/** One finding for every sum, mean and percentage of a statement. */
export function checkStatement(statement: PrintedStatement): readonly Finding[] {
	return statement.columns.flatMap((column, position) =>
		column.kind === 'percent' ? checkPercentages(statement, position) : checkColumn(statement, position),
	);
}
