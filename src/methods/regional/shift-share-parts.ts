/** The parts of a shift-share decomposition of one sector over one span of years. */
import type { Warning } from '../method.ts';
import { columnOf, finiteOrNull, quotient, sumOf, totalsOf } from './regional-input.ts';
import type { GrowthInput } from './regional-input.ts';

export interface ShiftParts {
	readonly national: number;
	readonly mix: number;
	readonly regional: number;
	/** Of the regional part: what a homothetic region would have had, and what its specialisation adds. */
	readonly homothetic: number;
	readonly allocation: number;
	readonly specialised: number;
	readonly advantage: number;
}

/** From year `from` to year `to`; null for a sector without figures to grow from. */
function partsBetween(input: GrowthInput, i: number, from: number, to: number): ShiftParts | null {
	const totals = totalsOf(input);
	const at = (rows: readonly (readonly number[])[], k: number) => columnOf(rows, k)[i] as number;
	const [before, after] = [at(input.region, from), at(input.region, to)];
	const [refBefore, refAfter] = [at(input.reference, from), at(input.reference, to)];
	const total = quotient(totals.reference[to] as number, totals.reference[from] as number);
	const sector = quotient(refAfter, refBefore);
	const own = quotient(after, before);
	if (total === null || sector === null) return null;
	if (own === null && after > 0) return null;
	const advantage = own === null ? 0 : own - sector;
	const expected = (totals.region[from] as number) * (refBefore / (totals.reference[from] as number));
	const parts = {
		national: before * (total - 1),
		mix: before * (sector - total),
		regional: before * advantage,
		homothetic: own === null ? 0 : expected * advantage,
		allocation: own === null ? 0 : (before - expected) * advantage,
		specialised: before - expected,
		advantage,
	};
	return Object.values(parts).every((part) => finiteOrNull(part) !== null) ? parts : null;
}

/** The whole span at once, or year by year and added up when `dynamic`. */
export function shiftParts(input: GrowthInput, i: number, dynamic: boolean): ShiftParts | null {
	const last = (input.region[0]?.length ?? 1) - 1;
	if (!dynamic) return partsBetween(input, i, 0, last);
	const years = Array.from({ length: last }, (_, k) => partsBetween(input, i, k, k + 1));
	return years.reduce((sum, year, k) => {
		if (sum === null || year === null) return null;
		if (k === 0) return year;
		const add = (key: keyof ShiftParts) => sum[key] + year[key];
		return {
			national: add('national'),
			mix: add('mix'),
			regional: add('regional'),
			homothetic: add('homothetic'),
			allocation: add('allocation'),
			specialised: add('specialised'),
			advantage: add('advantage'),
		};
	});
}

export interface PartSums<Key extends string> {
	/** Sums over the sectors that could be decomposed. */
	readonly total: Readonly<Record<Key | 'change', number>>;
	/** Change of sectors that were not there at the start: no part explains it. */
	readonly newSectors: number;
	/** One `NEW_SECTOR` for each of those. */
	readonly warnings: readonly Warning[];
}

/** The parts of all sectors summed; a reason when no sector has parts or a sum leaves the range of doubles. */
export function partSums<Key extends string>(
	sectors: readonly (Readonly<Record<Key, number | null>> & { readonly change: number })[],
	keys: readonly Key[],
): PartSums<Key> | 'ZERO_DENOMINATOR' | 'OUT_OF_RANGE' {
	const isNew = (sector: Readonly<Record<Key, number | null>>): boolean =>
		keys.some((key) => sector[key] === null);
	const known = sectors.filter((sector) => !isNew(sector));
	if (known.length === 0) return 'ZERO_DENOMINATOR';
	const parts = keys.map((key) => [key, sumOf(known.map((sector) => sector[key] ?? 0))] as const);
	const total = Object.fromEntries([['change', sumOf(known.map(({ change }) => change))], ...parts]);
	const newSectors = sumOf(sectors.filter(isNew).map(({ change }) => change));
	if (![...Object.values(total), newSectors].every(Number.isFinite)) return 'OUT_OF_RANGE';
	return {
		total: total as PartSums<Key>['total'],
		newSectors,
		warnings: sectors.flatMap((sector, i) =>
			isNew(sector) ? [{ code: 'NEW_SECTOR', at: `region[${i}]` }] : [],
		),
	};
}
