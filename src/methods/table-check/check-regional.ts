/** Location quotients and shift-share parts against the levels of region and reference, when both are printed. */
import { judgeByBest } from './check-level-rates.ts';
import type { Hypothesis, RateFigure, Recomputed } from './check-level-rates.ts';
import type { Finding } from './finding.ts';
import { levelSources } from './level-sources.ts';
import type { LevelSource } from './level-sources.ts';
import type { LevelColumnKind, LevelRow, PrintedLevelTable } from './printed-economic.ts';
import { locationQuotient } from '../regional/location-quotient.ts';
import { shiftShare } from '../regional/shift-share.ts';

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

const linesOf = (table: PrintedLevelTable) =>
	table.rows.filter((row) => row.kind === 'line' && row.level === 1);

/** Levels of every line, or null when one is missing. */
function levelsIn(rows: readonly LevelRow[], source: LevelSource): readonly number[] | null {
	const values = rows.flatMap((row) => source.at(row)?.value ?? []);
	return values.length === rows.length ? values : null;
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

const parts: Readonly<Partial<Record<LevelColumnKind, 'national' | 'mix' | 'regional'>>> = {
	'national-growth': 'national',
	'industry-mix': 'mix',
	'regional-share': 'regional',
};

/** Shift-share from the first to the last year that region and reference both have. */
function shiftHypothesis(
	rows: readonly LevelRow[],
	sources: readonly LevelSource[],
	part: 'national' | 'mix' | 'regional',
): Hypothesis | null {
	const dated = (area: 'region' | 'reference') =>
		sources
			.filter((source) => source.column.area === area && source.column.year !== null)
			.sort((a, b) => Number(a.column.year) - Number(b.column.year));
	const [region, reference] = [dated('region'), dated('reference')];
	const ends = [region[0], region.at(-1), reference[0], reference.at(-1)];
	const [a, b, c, d] = ends;
	if (
		!a ||
		!b ||
		!c ||
		!d ||
		a === b ||
		c === d ||
		a.column.year !== c.column.year ||
		b.column.year !== d.column.year
	)
		return null;
	const [before, after, refBefore, refAfter] = [a, b, c, d].map((source) => levelsIn(rows, source));
	if (!before || !after || !refBefore || !refAfter) return null;
	const pairs = (first: readonly number[], second: readonly number[]) =>
		first.map((value, index) => [value, second[index] as number]);
	const { result } = shiftShare.compute({
		priceBasis: 'quantity',
		region: pairs(before, after),
		reference: pairs(refBefore, refAfter),
	});
	if (!result) return null;
	const wholes = [c, d].map((source) => source.wholes[0]?.value ?? 0) as [number, number];
	return {
		code: 'shift-share',
		certain: false,
		of(row): readonly Recomputed[] {
			const expected = result.sectors[rows.indexOf(row)]?.[part] ?? null;
			const [start, end, refStart, refEnd] = [a.at(row), b.at(row), c.at(row), d.at(row)];
			if (expected === null || !start || !end || !refStart || !refEnd) return [];
			// Printed parts are often made of growth rates cut to a few decimals: a thousandth of the level.
			const loose = Math.abs(start.value) * 1e-4;
			const operands = [
				{ id: 'regionBefore', value: start.value },
				{ id: 'regionAfter', value: end.value },
				{ id: 'referenceBefore', value: refStart.value },
				{ id: 'referenceAfter', value: refEnd.value },
				{ id: 'totalBefore', value: wholes[0] },
				{ id: 'totalAfter', value: wholes[1] },
			];
			const formula = {
				national: 'regionBefore * (totalAfter / totalBefore - 1)',
				mix: 'regionBefore * (referenceAfter / referenceBefore - totalAfter / totalBefore)',
				regional: 'regionBefore * (regionAfter / regionBefore - referenceAfter / referenceBefore)',
			}[part];
			return [{ expected, range: { low: expected - loose, high: expected + loose }, formula, operands }];
		},
	};
}

/** Every location quotient and shift-share part of a table whose levels are printed. */
export function checkRegional(
	table: PrintedLevelTable,
	tables: readonly PrintedLevelTable[],
): readonly Finding[] {
	const wanted = table.columns.some((column) => column.kind === 'location-quotient' || column.kind in parts);
	if (!wanted) return [];
	const sources = levelSources(table, tables);
	const rows = linesOf(table);
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
		const part = parts[column.kind];
		const hypothesis = part ? shiftHypothesis(rows, sources, part) : null;
		return hypothesis ? judgeByBest(figures, [hypothesis]) : [];
	});
}
