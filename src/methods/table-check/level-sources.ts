/** Where the levels behind a share or a growth rate stand: in the same table, or in another with the same rows. */
import { columnUnits } from './check-level-sums.ts';
import type { Interval } from './interval.ts';
import type { LevelColumn, LevelRow, PrintedLevelTable } from './printed-economic.ts';
import { reachOf } from './rounded-figures.ts';

/** One column of levels, by the label of its rows. */
export interface LevelSource {
	readonly table: PrintedLevelTable;
	readonly column: LevelColumn;
	readonly position: number;
	/** The level of a row; null when it has none. */
	at(row: LevelRow): Level | null;
	/** The levels a share may be taken of: the printed total, then the sum of the lines. */
	readonly wholes: readonly Level[];
}

export interface Level {
	readonly value: number;
	readonly reach: Interval;
}

/** More tables of levels than this are a data set; their shares are looked up in their own table only. */
const mostTables = 12;

/** A label's words without its mark, its case and its spaces. */
export function labelKey(label: string): string {
	return label
		.toLowerCase()
		.replace(/^\s*\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})(?:\s*,\s*[a-z])*[.)]\s*/, '')
		.replace(/[^a-z0-9]/g, '');
}

const levelKinds = new Set(['amount', 'total', 'budget', 'realised']);

/** A total goes by one name, whatever it is called in each table. */
const keyOf = (row: LevelRow) => (row.kind === 'total' ? '=total' : labelKey(row.label));

function sourcesOf(table: PrintedLevelTable): readonly LevelSource[] {
	if (table.measure !== 'amounts') return [];
	const units = columnUnits(table);
	return table.columns.flatMap((column, position): LevelSource[] => {
		if (!levelKinds.has(column.kind)) return [];
		const unit = units[position] ?? 0;
		const level = (value: number): Level => ({ value, reach: reachOf(value, unit) });
		const byKey = new Map<string, number>();
		let sum = 0;
		for (const row of table.rows) {
			const cell = row.cells[position];
			if (!cell) continue;
			if (row.kind === 'line' && row.level === 1) sum += cell.value;
			// The last total is the whole; of two lines of one name the first.
			if (row.kind === 'total' || !byKey.has(keyOf(row))) byKey.set(keyOf(row), cell.value);
		}
		const total = byKey.get('=total');
		return [
			{
				table,
				column,
				position,
				at: (row) => {
					const value = table.rows.includes(row) ? row.cells[position]?.value : byKey.get(keyOf(row));
					return value === undefined ? null : level(value);
				},
				wholes: [
					...(total === undefined ? [] : [level(total)]),
					...(sum > 0 && sum !== total ? [level(sum)] : []),
				],
			},
		];
	});
}

/** The levels that may stand behind the rates of one table: its own first, then those of tables with the same rows. */
export function levelSources(
	table: PrintedLevelTable,
	tables: readonly PrintedLevelTable[],
): readonly LevelSource[] {
	const own = sourcesOf(table);
	if (tables.length > mostTables) return own;
	const labels = table.rows.filter((row) => row.kind === 'line').map(keyOf);
	const others = tables.filter((other) => {
		if (other === table || other.measure !== 'amounts') return false;
		const theirs = new Set(other.rows.filter((row) => row.kind === 'line').map(keyOf));
		return (
			labels.filter((label) => label !== '' && theirs.has(label)).length >= Math.max(2, labels.length / 2)
		);
	});
	return [...own, ...others.flatMap(sourcesOf)];
}

/** Levels of one table and one area in the order of their years. */
export function seriesOf(sources: readonly LevelSource[]): readonly (readonly LevelSource[])[] {
	const series = new Map<string, LevelSource[]>();
	const tables = [...new Set(sources.map((source) => source.table))];
	for (const source of sources) {
		if (source.column.year === null || source.column.kind !== 'amount') continue;
		const key = `${tables.indexOf(source.table)} ${source.column.area ?? ''}`;
		series.set(key, [...(series.get(key) ?? []), source]);
	}
	return [...series.values()].map((list) =>
		list.sort((a, b) => Number(a.column.year) - Number(b.column.year)),
	);
}
