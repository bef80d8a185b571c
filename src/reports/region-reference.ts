/** What needs a reference: quotients, their change, shift-share, Klassen's classes and specialisation. */
import { dynamicLocationQuotient } from '#methods/regional/dynamic-location-quotient.ts';
import type { DynamicLocationQuotientResult } from '#methods/regional/dynamic-location-quotient.ts';
import { growthContribution } from '#methods/regional/growth-contribution.ts';
import type { GrowthContributionResult } from '#methods/regional/growth-contribution.ts';
import { klassen } from '#methods/regional/klassen.ts';
import type { KlassenClass } from '#methods/regional/klassen.ts';
import { locationQuotient } from '#methods/regional/location-quotient.ts';
import type { LocationQuotientResult } from '#methods/regional/location-quotient.ts';
import type { PriceBasis, PriceStated } from '#methods/regional/regional-input.ts';
import { sectorShare } from '#methods/regional/sector-share.ts';
import type { SectorShareResult } from '#methods/regional/sector-share.ts';
import { shiftShareEstebanMarquillas } from '#methods/regional/shift-share-esteban-marquillas.ts';
import type { EstebanMarquillasResult } from '#methods/regional/shift-share-esteban-marquillas.ts';
import { shiftShare } from '#methods/regional/shift-share.ts';
import type { ShiftShareResult } from '#methods/regional/shift-share.ts';
import { specialisation } from '#methods/regional/specialisation.ts';
import type { SpecialisationResult } from '#methods/regional/specialisation.ts';
import type { StudyYear } from './region-figures.ts';

export interface ReferenceStudy {
	readonly quotients: LocationQuotientResult;
	/** Of the first year; null when there is one year, or nothing to divide by. */
	readonly firstQuotients: LocationQuotientResult | null;
	readonly specialisation: SpecialisationResult | null;
	readonly shares: SectorShareResult | null;
	readonly growth: GrowthContributionResult | null;
	readonly dynamic: DynamicLocationQuotientResult | null;
	readonly shift: ShiftShareResult | null;
	readonly marquillas: EstebanMarquillasResult | null;
	/** By sector; null where a growth rate is not defined. */
	readonly klassen: readonly (KlassenClass | null)[] | null;
	/** Average growth above that of the same sector in the reference, in percentage points. */
	readonly leads: readonly (number | null)[] | null;
}

/** Growth and share against those of the same sector in the reference. */
function klassenOf(
	stated: PriceStated,
	own: { growth: GrowthContributionResult; shares: SectorShareResult },
	other: { growth: GrowthContributionResult; shares: SectorShareResult },
): (KlassenClass | null)[] | null {
	const items = own.growth.sectors.map((sector, index) => {
		const figures = {
			growthPct: sector.averageGrowthPct,
			level: own.shares.sectors[index]?.sharePct.at(-1) ?? null,
			referenceGrowthPct: other.growth.sectors[index]?.averageGrowthPct ?? null,
			referenceLevel: other.shares.sectors[index]?.sharePct.at(-1) ?? null,
		};
		return Object.values(figures).includes(null) ? null : (figures as Record<keyof typeof figures, number>);
	});
	const known = items.flatMap((item) => (item === null ? [] : [item]));
	const classes = klassen.compute({ ...stated, items: known }).result?.items;
	if (!classes) return null;
	let next = 0;
	return items.map((item) => (item === null ? null : (classes[next++]?.class ?? null)));
}

interface Figures {
	readonly stated: PriceStated;
	readonly basis: PriceBasis | null;
	readonly years: readonly StudyYear[];
	readonly region: readonly (readonly number[])[];
	readonly reference: readonly (readonly number[])[];
	readonly shares: SectorShareResult;
	readonly growth: GrowthContributionResult | null;
}

export function referenceStudy({
	stated,
	basis,
	years,
	region,
	reference,
	shares,
	growth,
}: Figures): ReferenceStudy | { at: number } | null {
	const column = (rows: Figures['region'], k: number) => rows.map((row) => row[k] ?? 0);
	const last = years.length - 1;
	const at = (k: number) => ({ ...stated, region: column(region, k), reference: column(reference, k) });
	const latest = locationQuotient.compute(at(last));
	if (!latest.result) {
		const place = latest.status === 'invalid-input' ? /^reference\[(\d+)\]$/.exec(latest.at ?? '') : null;
		return place ? { at: Number(place[1]) } : null;
	}
	const told = basis !== null && last > 0;
	const otherShares = sectorShare.compute({ ...stated, values: reference }).result;
	const otherGrowth = told ? growthContribution.compute({ ...stated, values: reference }).result : null;
	const input = { ...stated, region, reference };
	return {
		quotients: latest.result,
		firstQuotients: last > 0 ? locationQuotient.compute(at(0)).result : null,
		specialisation: specialisation.compute(at(last)).result,
		shares: otherShares,
		growth: otherGrowth,
		dynamic: told ? dynamicLocationQuotient.compute(input).result : null,
		shift: told ? shiftShare.compute(input).result : null,
		marquillas: told ? shiftShareEstebanMarquillas.compute(input).result : null,
		leads:
			growth && otherGrowth
				? growth.sectors.map(({ averageGrowthPct }, index) => {
						const other = otherGrowth.sectors[index]?.averageGrowthPct ?? null;
						return averageGrowthPct === null || other === null ? null : averageGrowthPct - other;
					})
				: null,
		klassen:
			growth && otherGrowth && otherShares
				? klassenOf(stated, { growth, shares }, { growth: otherGrowth, shares: otherShares })
				: null,
	};
}
