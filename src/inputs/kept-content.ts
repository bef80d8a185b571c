/**
 * The content of a sheet as an organisation keeps it: identity numbers of people masked in every tool, because a version is
 * read by everybody on the staff and never changes. Source: UU 27/2022 on the protection of personal data.
 */
import { keptText, looksLikeNik, maskInPlace, senseOf, type Sense } from './kept-text.ts';
import { leavingContent } from './personal-numbers.ts';
import type { Packed } from './table-check-content.ts';
import type { ToolId } from './tool-content.ts';

type Cell = Packed['grids'][number]['rows'][number][number];

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell[0]);
const numberOf = (cell: Cell): number | null => (typeof cell === 'string' ? null : cell[1]);
const withText = (cell: Cell, text: string): Cell =>
	typeof cell === 'string' ? text : ([text, null, ...(cell.slice(2) as [string?])] as Cell);

const isFigure = (text: string): boolean => /\d/u.test(text) && !/[\p{L}]/u.test(text);
/** `1.234.567`, `1 234 567`, `1.234,50`: nobody writes an identity number so. */
const isGrouped = (text: string): boolean => /^\s*-?\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d+)?\s*$/u.test(text);

/** The digits of a cell that holds nothing but one long whole number; empty for any other. Excel may show it as 2,1E+15. */
function longNumber(cell: Cell): string {
	const number = numberOf(cell);
	if (number !== null) return Number.isSafeInteger(number) && number >= 1e12 ? String(number) : '';
	const text = textOf(cell).trim().replace(/^'/u, '');
	const digits = text.replaceAll(/[\s.\u2010-\u2015-]/gu, '');
	return /^\d{13,20}$/u.test(digits) && !/^\d+\.\d+$/u.test(text) ? digits : '';
}

/** Columns whose long numbers are mostly no NIK: amounts, of which some may look like one by chance. */
function amountColumns(rows: readonly (readonly Cell[])[]): ReadonlySet<number> {
	const counts = new Map<number, { all: number; alike: number }>();
	for (const row of rows)
		for (const [column, cell] of row.entries()) {
			const digits = longNumber(cell);
			if (digits === '') continue;
			const count = counts.get(column) ?? { all: 0, alike: 0 };
			count.all += 1;
			if (looksLikeNik(digits)) count.alike += 1;
			counts.set(column, count);
		}
	return new Set([...counts].flatMap(([column, { all, alike }]) => (alike * 2 < all ? [column] : [])));
}

/** A cell under a heading of identity numbers: right or wrong, grouped or not, its number is masked. */
function keptIdentity(cell: Cell): Cell {
	const digits = longNumber(cell);
	if (digits === '') return withKeptText(cell);
	if (digits.length !== 16) return withText(cell, '*'.repeat(16));
	return withText(cell, maskInPlace(numberOf(cell) === null ? textOf(cell) : digits));
}

function withKeptText(cell: Cell): Cell {
	const text = textOf(cell);
	const kept = keptText(text);
	return kept === text ? cell : withText(cell, kept);
}

function keptCell(cell: Cell, sense: Sense, amongAmounts: boolean): Cell {
	if (sense === 'identity') return keptIdentity(cell);
	const digits = longNumber(cell);
	const text = textOf(cell);
	// What stands in words is judged by its words, whatever the column.
	if (digits === '') return isFigure(text) ? cell : withKeptText(cell);
	const amount = sense === 'amount' || amongAmounts || isGrouped(text);
	return amount || !looksLikeNik(digits) ? cell : keptIdentity(cell);
}

/** Headings stand above or to the left. An empty row ends a table, and what was said above it no longer holds. */
function keptRows(rows: readonly (readonly Cell[])[]): Cell[][] {
	const amounts = amountColumns(rows);
	let above: Sense[] = [];
	return rows.map((row) => {
		if (row.every((cell) => textOf(cell).trim() === '')) above = [];
		let beside: Sense = null;
		return row.map((cell, column) => {
			const text = textOf(cell);
			if (/\p{L}/u.test(text) && longNumber(cell) === '' && text.length <= 80) {
				const said = senseOf(text);
				above[column] = said ?? above[column] ?? null;
				beside = said ?? beside;
				return withKeptText(cell);
			}
			const identity = beside === 'identity' || above[column] === 'identity';
			const sense: Sense = identity ? 'identity' : (beside ?? above[column] ?? null);
			return keptCell(cell, sense, amounts.has(column));
		});
	});
}

/** Keys of what is typed in words; a number alone under any other key is a figure. */
const worded =
	/^(?:title|name|note|source|text|who|people|group|definition|include|exclude|example|product|label|from|material|person|place|decidedBy|bringTo|bring|item|unit)$/;

function keptValue(value: unknown, key: string): unknown {
	if (typeof value === 'string') return isFigure(value) && !worded.test(key) ? value : keptText(value);
	if (Array.isArray(value)) return value.map((one) => keptValue(one, key));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [keptText(name), keptValue(one, name)]),
	);
}

/** A table check after it was read: `{ text, check }`. */
function keptCheck({ text, check }: { readonly text: string; readonly check: Packed | null }): unknown {
	if (check === null) return { text: keptText(text), check };
	const grids = check.grids.map((grid) => ({
		...grid,
		name: keptText(grid.name),
		...(grid.caption === undefined ? {} : { caption: keptText(grid.caption) }),
		rows: keptRows(grid.rows),
	}));
	// What somebody corrected by hand is judged as words are.
	const choices = keptValue(check.choices, 'text');
	const source = keptText(check.source);
	return { text: keptText(text), check: { ...check, source, grids, choices } };
}

/**
 * What is kept of a sheet. `read` is the tool's own reader; null when it finds none. Masked twice is masked once.
 */
export function keptContent(tool: ToolId, value: unknown, read: (value: unknown) => unknown): unknown {
	const content = read(leavingContent(tool, value));
	if (content === null) return null;
	return tool === 'table-check'
		? keptCheck(content as Parameters<typeof keptCheck>[0])
		: keptValue(content, '');
}
