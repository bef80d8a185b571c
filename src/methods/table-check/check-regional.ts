/** Location quotients and dynamic ones against the levels of region and reference, when both are printed. */
import { judgeByBest } from './best-reading.ts';
import type { Hypothesis, RateFigure, Recomputed } from './best-reading.ts';
import type { Finding } from './finding.ts';
import { levelSources } from './level-sources.ts';
import type { LevelSource } from './level-sources.ts';
import type { LevelRow, PrintedLevelTable } from './printed-economic.ts';
import { levelsIn, linesOf, regionalSeries } from './regional-series.ts';
import type { RegionalSeries } from './regional-series.ts';
import { shiftHypothesis, shiftParts } from './check-shift-share.ts';
import { dynamicLocationQuotient } from '../regional/dynamic-location-quotient.ts';
import { locationQuotient } from '../regional/location-quotient.ts';

/** Columns of levels beyond this give too many pairs to be told apart by the figures alone. */
const mostSources = 12;

interface Pair {
	readonly region: LevelSource;
	readonly reference: LevelSource;
}

/** Every two columns that may be region and reference: by their headings, or the smaller of two of one year. */
function pairsOf(sources: readonly LevelSource[], year: number | null): readonly Pair[] {
	const amounts = sources
		.filter((source) => source.column.kind === 'amount' || source.column.kind === 'total')
		.filter((source) => year === null || source.column.year === null || source.column.year === year)
		.slice(0, mostSources);
	return amounts.flatMap((region) =>
		amounts.flatMap((reference): Pair[] => {
			if (region === reference || region.column.year !== reference.column.year) return [];
			if (region.column.area === 'reference' || reference.column.area === 'region') return [];
			const [own, whole] = [region.wholes[0]?.value ?? 0, reference.wholes[0]?.value ?? 0];
			return own > 0 && whole > own ? [{ region, reference }] : [];
		}),
	);
}

function quotientHypothesis(rows: readonly LevelRow[], { region, reference }: Pair): Hypothesis | null {
	const [own, all] = [levelsIn(rows, region), levelsIn(rows, reference)];
	const [ownWhole, allWhole] = [region.wholes[0], reference.wholes[0]];
	if (!own || !all || !ownWhole || !allWhole) return null;
	const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
	const { result } = locationQuotient.compute({
		priceBasis: 'quantity',
		region: own,
		reference: all,
		regionTotal: Math.max(ownWhole.value, sum(own)),
		referenceTotal: Math.max(allWhole.value, sum(all)),
	});
	if (!result) return null;
	const byRow = new Map(rows.map((row, index) => [row, result.locationQuotients[index] ?? null]));
	return {
		code: 'location-quotient',
		certain: false,
		of(row): readonly Recomputed[] {
			const [expected, part, whole] = [byRow.get(row) ?? null, region.at(row), reference.at(row)];
			if (expected === null || !part || !whole) return [];
			// Rounded levels move the quotient by the sum of their relative roundings.
			const loose = [part, whole, ownWhole, allWhole].reduce(
				(total, one) =>
					total + (one.value === 0 ? 0 : (one.reach.high - one.reach.low) / Math.abs(one.value)),
				0,
			);
			return [
				{
					expected,
					range: { low: expected * (1 - loose), high: expected * (1 + loose) },
					formula: '(part / regionTotal) / (whole / referenceTotal)',
					operands: [
						{ id: 'part', value: part.value },
						{ id: 'regionTotal', value: ownWhole.value },
						{ id: 'whole', value: whole.value },
						{ id: 'referenceTotal', value: allWhole.value },
					],
				},
			];
		},
	};
}

/**
 * Dynamic quotients by both kinds of average growth, with and without the power of the years: papers print all four.
 * Rounded levels hardly move a ratio of growth rates, so a thousandth is left for growth rates cut on the way.
 */
function dynamicHypotheses(rows: readonly LevelRow[], series: RegionalSeries): readonly Hypothesis[] {
	const matrix = (sources: readonly LevelSource[]) => {
		const columns = sources.map((source) => levelsIn(rows, source));
		return rows.map((_, row) => columns.map((column) => column?.[row] ?? Number.NaN));
	};
	const span = series.region.length - 1;
	return (['arithmetic', 'compound'] as const).flatMap((growth) => {
		const { result } = dynamicLocationQuotient.compute({
			priceBasis: 'quantity',
			region: matrix(series.region),
			reference: matrix(series.reference),
			growth,
		});
		if (!result) return [];
		return [1, 1 / span].map((power): Hypothesis => ({
			code: 'dynamic-location-quotient',
			certain: false,
			of(row): readonly Recomputed[] {
				const found = result.sectors[rows.indexOf(row)]?.dynamicLocationQuotient ?? null;
				if (found === null || found <= 0) return [];
				const expected = found ** power;
				const yearly = found ** (1 / span);
				return [
					{
						expected,
						range: { low: expected * 0.999, high: expected * 1.001 },
						formula: power === 1 ? 'yearlyQuotient ^ years' : 'yearlyQuotient',
						operands: [
							{ id: 'yearlyQuotient', value: yearly },
							...(power === 1 ? [{ id: 'years', value: span }] : []),
						],
					},
				];
			},
		}));
	});
}

/** Every location quotient and shift-share part of a table whose levels are printed. */
export function checkRegional(
	table: PrintedLevelTable,
	tables: readonly PrintedLevelTable[],
): readonly Finding[] {
	const wanted = table.columns.some(
		({ kind }) => kind.endsWith('location-quotient') || shiftParts[kind] !== undefined,
	);
	if (!wanted) return [];
	const sources = levelSources(table, tables);
	const rows = linesOf(table);
	const series = regionalSeries(rows, sources);
	return table.columns.flatMap((column, position) => {
		const figures = rows.flatMap((row): RateFigure[] => {
			const printed = row.cells[position];
			return printed ? [{ row, column: position, columnName: column.name, printed }] : [];
		});
		if (column.kind === 'location-quotient') {
			return judgeByBest(
				figures,
				pairsOf(sources, column.year).flatMap((pair) => quotientHypothesis(rows, pair) ?? []),
			);
		}
		if (column.kind === 'dynamic-location-quotient') {
			return judgeByBest(
				figures,
				series.flatMap((one) => dynamicHypotheses(rows, one)),
			);
		}
		const part = shiftParts[column.kind];
		return part
			? judgeByBest(
					figures,
					series.flatMap((one) => shiftHypothesis(rows, one, part) ?? []),
				)
			: [];
	});
}
