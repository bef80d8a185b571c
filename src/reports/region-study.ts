/**
 * A region sheet worked out: every method of the regional room run on the span that was chosen. Words come later. What
 * is not possible stays null and has its reason in `troubles`.
 */
import { rowKind, yearOf } from '#inputs/level-headings.ts';
import type { RegionContent, RegionSector } from '#inputs/region-content.ts';
import { growthContribution } from '#methods/regional/growth-contribution.ts';
import type { GrowthContributionResult } from '#methods/regional/growth-contribution.ts';
import type { PriceBasis, PriceStated } from '#methods/regional/regional-input.ts';
import { sectorShare } from '#methods/regional/sector-share.ts';
import type { SectorShareResult } from '#methods/regional/sector-share.ts';
import {
	cellsOf,
	figuresOf,
	isWhole,
	rowTroubles,
	spanOf,
	valuesOf,
	type Part,
	type StudyYear,
	type Trouble,
} from './region-figures.ts';
import { referenceStudy, type ReferenceStudy } from './region-reference.ts';

export interface TotalCheck {
	readonly part: Part;
	readonly year: string;
	readonly sum: number;
	readonly printed: number;
	readonly difference: number;
	readonly agrees: boolean;
	readonly tolerance: number;
}

export interface RegionStudy {
	readonly content: RegionContent;
	readonly basis: PriceBasis | null;
	readonly baseYear: number | null;
	readonly years: readonly StudyYear[];
	readonly names: readonly string[];
	readonly shares: SectorShareResult;
	/** Null without a price basis, and with one year. */
	readonly growth: GrowthContributionResult | null;
	readonly totals: readonly TotalCheck[];
	/** Null while the reference is not whole. */
	readonly reference: ReferenceStudy | null;
	/** Some figure of the reference was typed. */
	readonly referenceBegun: boolean;
	readonly troubles: readonly Trouble[];
}

/** Sums of sectors against the totals that are printed, year by year. */
function totalChecks(
	content: RegionContent,
	part: Part,
	values: readonly (readonly number[])[],
	years: readonly StudyYear[],
	rowTotals: readonly (number | null)[] | null,
): TotalCheck[] {
	const printed = figuresOf(
		content.years.map(({ total, referenceTotal }) => (part === 'region' ? total : referenceTotal)),
	);
	const tolerance = 0.5 * values.length;
	return years.flatMap(({ label, place }, index): TotalCheck[] => {
		const total = printed[place] ?? rowTotals?.[index] ?? null;
		if (total === null || total < 0) return [];
		const column = values.map((row) => [row[index] ?? 0]);
		// Sums are the same in any prices; the stamp of this result is not used.
		const { result } = sectorShare.compute({
			priceBasis: 'quantity',
			values: column,
			printedTotals: [total],
			tolerance,
		});
		const [check] = result?.printed ?? [];
		if (!result || !check) return [];
		return [
			{
				part,
				year: label,
				sum: result.totals[0] ?? 0,
				printed: total,
				difference: check.difference,
				agrees: check.agrees,
				tolerance,
			},
		];
	});
}

/** The sheet worked out; null while no sector has a figure in every year of the span. */
export function regionStudy(content: RegionContent): RegionStudy | null {
	const { years, troubles } = spanOf(content);
	const typed = content.sectors.filter((sector) =>
		[sector.name, ...sector.region].some((text) => text.trim() !== ''),
	);
	const isTotal = (sector: RegionSector) => rowKind(sector.name) === 'total';
	const regionCells = cellsOf(typed, 'region', years);
	const rows = typed.flatMap((sector, index) => {
		const cells = regionCells[index] ?? [];
		return isTotal(sector) ? [] : [{ sector, cells, index }];
	});
	const used = rows.filter(({ cells }) => cells.length > 0 && isWhole(cells));
	if (used.length === 0) return null;
	const basis = content.basis === '' ? null : content.basis;
	const baseYear = yearOf(content.baseYear);
	const names = used.map(({ sector, index }) => sector.name.trim() || String(index + 1));
	const region = valuesOf(used.map(({ cells }) => cells));
	const stated: PriceStated = {
		priceBasis: basis ?? 'quantity',
		baseYear,
		sectors: names,
		unit: content.unit,
	};
	const shares = sectorShare.compute({ ...stated, values: region }).result;
	if (!shares) return null;
	const growth =
		basis !== null && years.length > 1
			? growthContribution.compute({ ...stated, values: region }).result
			: null;

	const totalIndex = typed.findIndex(isTotal);
	const rowTotals = totalIndex < 0 ? null : (regionCells[totalIndex] ?? []).map(({ value }) => value);
	const referenceCells = cellsOf(typed, 'reference', years);
	const others = used.map(({ index }) => referenceCells[index] ?? []);
	const referenceBegun = others.some((cells) => cells.some(({ text }) => text !== ''));
	const whole = referenceBegun && others.every(isWhole);
	const reference = whole ? valuesOf(others) : null;
	const worked = reference
		? referenceStudy({ stated, basis, years, region, reference, shares, growth })
		: null;
	const above = reference
		? region.flatMap((row, index): Trouble[] =>
				row.some((value, k) => value > (reference[index]?.[k] ?? 0))
					? [{ kind: 'above', name: names[index] ?? '' }]
					: [],
			)
		: [];
	return {
		content,
		basis,
		baseYear,
		years,
		names,
		shares,
		growth,
		totals: [
			...totalChecks(content, 'region', region, years, rowTotals),
			...(reference ? totalChecks(content, 'reference', reference, years, null) : []),
		],
		reference: worked && !('at' in worked) ? worked : null,
		referenceBegun,
		troubles: [
			...troubles,
			...typed.filter(isTotal).map((sector): Trouble => ({ kind: 'total-row', name: sector.name.trim() })),
			...rows.flatMap(({ sector, cells }) =>
				isWhole(cells) ? [] : rowTroubles(sector.name.trim(), cells, years, 'region'),
			),
			...(referenceBegun && !whole
				? used.flatMap((_, index) => rowTroubles(names[index] ?? '', others[index] ?? [], years, 'reference'))
				: []),
			...(worked && 'at' in worked ? [{ kind: 'outside' as const, name: names[worked.at] ?? '' }] : above),
		],
	};
}
