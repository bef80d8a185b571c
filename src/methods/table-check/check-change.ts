/**
 * Scores before and after: the change of every row, and the mean of every group. Where an indicator is printed twice,
 * a mean may be made with both rows or with one of them; which of the two it is, is said.
 */
import { duplicatePairs } from './duplicate-rows.ts';
import type { ComparedRow } from './duplicate-rows.ts';
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import { lastPlace, roundingThatFits } from './precision.ts';
import type { PrintedNumber, PrintedTables } from './printed.ts';
import type { PrintedChangeRow, PrintedChangeTable } from './printed-programme.ts';

type Side = 'before' | 'after';

interface ChangeFormula {
	readonly variant: string;
	readonly formula: string;
	readonly compute: (before: number, after: number) => number | null;
}

const difference: ChangeFormula = {
	variant: '',
	formula: 'after - before',
	compute: (before, after) => after - before,
};

/** What a column of changes may hold, the usual first. */
const formulas: readonly ChangeFormula[] = [
	difference,
	{ variant: 'before-less-after', formula: 'before - after', compute: (before, after) => before - after },
	{
		variant: 'change-in-percent',
		formula: '(after - before) / before * 100',
		compute: (before, after) => (before === 0 ? null : ((after - before) / before) * 100),
	},
];

const half = (printed: PrintedNumber) => (printed.decimals > 0 ? lastPlace(printed) / 2 : 0);

/** The formula that most rows follow; the difference when none leads. */
function formulaOf(table: PrintedChangeTable): ChangeFormula {
	const fits = (formula: ChangeFormula) =>
		table.rows.filter(({ before, after, change }) => {
			const value = before && after ? formula.compute(before.value, after.value) : null;
			return change && value !== null && roundingThatFits(value, change) !== null;
		}).length;
	const best = formulas
		.map((formula) => ({ formula, count: fits(formula) }))
		.sort((a, b) => b.count - a.count)[0];
	return best && best.count > 0 ? best.formula : difference;
}

function judgeChange(
	table: PrintedChangeTable,
	row: PrintedChangeRow,
	formula: ChangeFormula,
): readonly Finding[] {
	const { before, after, change } = row;
	if (!before || !after || !change) return [];
	const middle = formula.compute(before.value, after.value);
	if (middle === null) return [];
	const reach = [before.value - half(before), before.value + half(before)].flatMap((low) =>
		[after.value - half(after), after.value + half(after)].flatMap(
			(high) => formula.compute(low, high) ?? [],
		),
	);
	const finding = judgeSum({
		row: 'change',
		column: nameOfRow(row),
		label: row.label,
		printed: change,
		expected: middle,
		formula: formula.formula,
		operands: [
			{ id: 'after', value: after.value },
			{ id: 'before', value: before.value },
		],
		slack: Math.max(0, ...reach.map((value) => Math.abs(value - middle))),
	});
	return [formula.variant === '' ? finding : { ...finding, params: { variant: formula.variant } }];
}

const nameOfRow = (row: PrintedChangeRow) =>
	row.kind === 'mean' && row.group !== '' && !row.whole ? row.group : row.label;

/** Names of the five assets, however a table calls them; other groups by their letters. */
const assets: readonly (readonly [string, RegExp])[] = [
	['natural', /alam|natur/],
	['physical', /fisik|physic/],
	['human', /sdm|manusia|human/],
	['financial', /finan|keuangan|ekonomi/],
	['social', /sosial|social/],
];

/** What a group is called by, so that "Modal sosial" in one table is "Sosial" in another. */
function groupKey(name: string): string {
	const letters = name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z]/g, '')
		.replace(/^(aset|asset|modal|kapital|sumberdaya)+|(capital|assets?)$/g, '');
	return assets.find(([, words]) => words.test(letters) && letters.length <= 12)?.[0] ?? letters;
}

const rowOf = (row: PrintedChangeRow): ComparedRow & { source: PrintedChangeRow } => ({
	label: row.label,
	group: row.group,
	figures: [row.before, row.after],
	source: row,
});

interface Part {
	readonly id: string;
	readonly printed: PrintedNumber;
}

function meanFinding(
	row: PrintedChangeRow,
	side: Side,
	printed: PrintedNumber,
	parts: readonly Part[],
): Finding {
	const expected = parts.reduce((sum, part) => sum + part.printed.value, 0) / parts.length;
	return {
		...judgeSum({
			row: side === 'before' ? 'meanBefore' : 'meanAfter',
			column: nameOfRow(row),
			label: row.label,
			printed,
			expected,
			formula: parts.map((part) => part.id).join(' + '),
			operands: parts.map((part) => ({ id: part.id, value: part.printed.value })),
			slack: parts.reduce((sum, part) => sum + half(part.printed), 0) / parts.length,
		}),
		code: 'mean',
	};
}

function judgeMean(row: PrintedChangeRow, side: Side, rows: readonly PrintedChangeRow[]): readonly Finding[] {
	const printed = row[side];
	const partsOf = (from: readonly PrintedChangeRow[]): readonly Part[] =>
		from.flatMap((one) => (one[side] ? [{ id: one.label, printed: one[side] }] : []));
	const all = partsOf(rows);
	if (!printed || all.length < 2) return [];
	const plain = meanFinding(row, side, printed, all);
	const twins = new Set(
		duplicatePairs(rows.map(rowOf))
			.filter((pair) => pair.same === 'row')
			.map((pair) => pair.row.source),
	);
	if (twins.size === 0 || plain.verdict !== 'differs') return [plain];
	const once = meanFinding(row, side, printed, partsOf(rows.filter((one) => !twins.has(one))));
	if (once.verdict === 'differs') return [plain];
	return [{ ...once, params: { variant: 'counted-once', withBoth: plain.expected ?? 0 } }];
}

/** The indicators of every group in all tables, by the group's key. */
function indicatorGroups(
	tables: readonly PrintedChangeTable[],
): ReadonlyMap<string, readonly PrintedChangeRow[]> {
	const groups = new Map<string, PrintedChangeRow[]>();
	for (const table of tables) {
		const own = new Map<string, PrintedChangeRow[]>();
		for (const row of table.rows) {
			if (row.kind !== 'indicator' || row.group === '') continue;
			const key = groupKey(row.group);
			own.set(key, [...(own.get(key) ?? []), row]);
		}
		for (const [key, rows] of own) if (!groups.has(key)) groups.set(key, rows);
	}
	return groups;
}

/** Rows of a table that name the groups of another table: they are its means. */
function namesGroups(table: PrintedChangeTable, groups: ReadonlyMap<string, unknown>): boolean {
	const named = table.rows.filter((row) => row.group === '' && groups.has(groupKey(row.label)));
	return named.length >= 2 && named.length >= table.rows.length / 2;
}

function partsOfMean(
	table: PrintedChangeTable,
	row: PrintedChangeRow,
	groups: ReadonlyMap<string, readonly PrintedChangeRow[]>,
): readonly PrintedChangeRow[] {
	const indicators = table.rows.filter((one) => one.kind === 'indicator');
	const inGroups = indicators.some((one) => one.group !== '');
	if (row.whole || !inGroups)
		return row.kind === 'mean' && indicators.length > 0
			? indicators
			: (groups.get(groupKey(row.group)) ?? []);
	const position = table.rows.indexOf(row);
	const own = indicators.filter((one) => groupKey(one.group) === groupKey(row.group));
	return own.length > 0 && position >= 0 ? own : (groups.get(groupKey(row.group)) ?? []);
}

/** Every change and every mean of all tables of scores before and after. */
export function checkChanges(tables: PrintedTables): readonly Finding[] {
	const all = tables.changes ?? [];
	const groups = indicatorGroups(all);
	return all.flatMap((table) => {
		const formula = formulaOf(table);
		const means = namesGroups(table, groups);
		return table.rows.flatMap((row) => {
			const isMean = row.kind === 'mean' || (means && groups.has(groupKey(row.label)));
			const parts = isMean
				? means && row.group === ''
					? (groups.get(groupKey(row.label)) ?? [])
					: partsOfMean(table, row, groups)
				: [];
			return [
				...(['before', 'after'] as const).flatMap((side) => judgeMean(row, side, parts)),
				...judgeChange(table, row, formula),
			];
		});
	});
}
