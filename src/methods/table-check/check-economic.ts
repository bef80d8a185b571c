/** Every figure of the economic tables of one source: totals, shares, growth, quotients, and revenue by price. */
import { checkLevelMeans } from './check-level-means.ts';
import { checkLevelRates } from './check-level-rates.ts';
import { checkLevelSums } from './check-level-sums.ts';
import { checkPeriodTable } from './check-periods.ts';
import { checkRegional } from './check-regional.ts';
import type { Finding } from './finding.ts';
import type { PrintedTables } from './printed.ts';

/** The judged figures of level and period tables. */
export function checkEconomicFigures(tables: PrintedTables): readonly Finding[] {
	const levels = tables.levels ?? [];
	return [
		...levels.flatMap((table) => [
			...checkLevelSums(table),
			...checkLevelRates(table, levels),
			...checkLevelMeans(table),
			...checkRegional(table, levels),
		]),
		...(tables.periods ?? []).flatMap(checkPeriodTable).filter((finding) => finding.verdict !== 'odd'),
	];
}
