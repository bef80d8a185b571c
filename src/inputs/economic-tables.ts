/** Level tables, period tables and remarks of one sheet: what economic papers print beside their cost tables. */
import type {
	PrintedCount,
	PrintedLevelTable,
	PrintedPeriodTable,
	PrintedScaleClash,
} from '#methods/table-check/printed-economic.ts';
import type { Grid } from './grid.ts';
import { levelTableOf } from './level-table.ts';
import { periodTableOf } from './period-table.ts';
import { sheetBlocks } from './table-blocks.ts';
import { readCounts, readScaleClashes } from './text-remarks.ts';

export interface EconomicReading {
	readonly levels: readonly PrintedLevelTable[];
	readonly periods: readonly PrintedPeriodTable[];
	readonly scaleClashes: readonly PrintedScaleClash[];
	readonly counts: readonly PrintedCount[];
	/** Rows that belong to a table found here. */
	readonly used: ReadonlySet<number>;
}

/** Every economic table of a sheet, outside the rows other readers took. */
export function readEconomicTables(grid: Grid, taken: ReadonlySet<number>): EconomicReading {
	const levels: PrintedLevelTable[] = [];
	const periods: PrintedPeriodTable[] = [];
	const used = new Set<number>();
	for (const block of sheetBlocks(grid, taken)) {
		const period = periodTableOf(grid, block);
		const level = period ? null : levelTableOf(grid, block);
		if (period) periods.push(period);
		if (level) levels.push(level);
		if (period || level) for (const index of block.indexes) used.add(index);
	}
	return { levels, periods, scaleClashes: readScaleClashes(grid), counts: readCounts(grid), used };
}
