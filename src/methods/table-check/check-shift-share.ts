/** Printed shift-share parts against the levels of the first and the last year. */
import type { Hypothesis, Recomputed } from './best-reading.ts';
import type { LevelSource } from './level-sources.ts';
import type { LevelColumnKind, LevelRow } from './printed-economic.ts';
import { levelsIn } from './regional-series.ts';
import type { RegionalSeries } from './regional-series.ts';
import { shiftShare } from '../regional/shift-share.ts';

type ShiftPart = 'national' | 'mix' | 'regional';

/** Which part of the change a column holds. */
export const shiftParts: Readonly<Partial<Record<LevelColumnKind, ShiftPart>>> = {
	'national-growth': 'national',
	'industry-mix': 'mix',
	'regional-share': 'regional',
};

const formulas: Readonly<Record<ShiftPart, string>> = {
	national: 'regionBefore * (totalAfter / totalBefore - 1)',
	mix: 'regionBefore * (referenceAfter / referenceBefore - totalAfter / totalBefore)',
	regional: 'regionBefore * (regionAfter / regionBefore - referenceAfter / referenceBefore)',
};

/** The recomputed part of every sector; null when a level is missing. */
export function shiftHypothesis(
	rows: readonly LevelRow[],
	series: RegionalSeries,
	part: ShiftPart,
): Hypothesis | null {
	const [a, b] = [series.region[0], series.region.at(-1)];
	const [c, d] = [series.reference[0], series.reference.at(-1)];
	if (!a || !b || !c || !d) return null;
	const levels = (first: LevelSource, second: LevelSource) => {
		const [before, after] = [levelsIn(rows, first), levelsIn(rows, second)];
		return before && after ? before.map((value, index) => [value, after[index] as number]) : null;
	};
	const [region, reference] = [levels(a, b), levels(c, d)];
	if (!region || !reference) return null;
	const { result } = shiftShare.compute({ priceBasis: 'quantity', region, reference });
	if (!result) return null;
	return {
		code: 'shift-share',
		certain: false,
		of(row): readonly Recomputed[] {
			const expected = result.sectors[rows.indexOf(row)]?.[part] ?? null;
			const [start, end, before, after] = [a.at(row), b.at(row), c.at(row), d.at(row)];
			if (expected === null || !start || !end || !before || !after) return [];
			// Printed parts are often made of growth rates cut to a few decimals: a ten-thousandth of the level.
			const loose = Math.abs(start.value) * 1e-4;
			return [
				{
					expected,
					range: { low: expected - loose, high: expected + loose },
					formula: formulas[part],
					operands: [
						{ id: 'regionBefore', value: start.value },
						{ id: 'regionAfter', value: end.value },
						{ id: 'referenceBefore', value: before.value },
						{ id: 'referenceAfter', value: after.value },
						{ id: 'totalBefore', value: c.wholes[0]?.value ?? 0 },
						{ id: 'totalAfter', value: d.wholes[0]?.value ?? 0 },
					],
				},
			];
		},
	};
}
