/** The years in which a region and its reference are both printed. */
import { seriesOf } from './level-sources.ts';
import type { LevelSource } from './level-sources.ts';
import type { LevelRow, PrintedLevelTable } from './printed-economic.ts';

/** Levels of the same years, one column a year. */
export interface RegionalSeries {
	readonly region: readonly LevelSource[];
	readonly reference: readonly LevelSource[];
}

/** The sectors of a table, without their parts and totals. */
export const linesOf = (table: PrintedLevelTable): readonly LevelRow[] =>
	table.rows.filter((row) => row.kind === 'line' && row.level === 1);

/** Levels of every line, or null when one is missing. */
export function levelsIn(rows: readonly LevelRow[], source: LevelSource): readonly number[] | null {
	const values = rows.flatMap((row) => source.at(row)?.value ?? []);
	return values.length === rows.length ? values : null;
}

/** Every two series of which one may be the region and the other, larger one its reference. */
export function regionalSeries(
	rows: readonly LevelRow[],
	sources: readonly LevelSource[],
): readonly RegionalSeries[] {
	const all = seriesOf(sources)
		.map((series) => series.filter((source) => levelsIn(rows, source) !== null))
		.filter((series) => series.length >= 2)
		.slice(0, 6);
	return all.flatMap((region) =>
		all.flatMap((reference): RegionalSeries[] => {
			const [own, whole] = [region[0], reference[0]];
			if (region === reference || own?.column.area === 'reference' || whole?.column.area === 'region')
				return [];
			if (!((own?.wholes[0]?.value ?? 0) < (whole?.wholes[0]?.value ?? 0))) return [];
			const inBoth = (one: LevelSource, other: readonly LevelSource[]) =>
				other.some((source) => source.column.year === one.column.year);
			const pair = {
				region: region.filter((one) => inBoth(one, reference)),
				reference: reference.filter((one) => inBoth(one, region)),
			};
			return pair.region.length >= 2 && pair.region.length === pair.reference.length ? [pair] : [];
		}),
	);
}
