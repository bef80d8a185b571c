/** The texts of a region sheet as figures: years in order, rows that are whole, what stands in the way of the others. */
import { yearOf } from '#inputs/level-headings.ts';
import { readColumn } from '#inputs/number-reader.ts';
import type { RegionContent, RegionSector } from '#inputs/region-content.ts';

export type Part = 'region' | 'reference';

export type Trouble =
	/** A text that is no number, or a figure below zero. */
	| {
			readonly kind: 'unread' | 'negative';
			readonly name: string;
			readonly year: string;
			readonly text: string;
			readonly part: Part;
	  }
	/** A row without a figure in some year of the span. */
	| { readonly kind: 'missing'; readonly name: string; readonly part: Part }
	/** A row named like a total among the sectors. */
	| { readonly kind: 'total-row'; readonly name: string }
	| { readonly kind: 'same-year'; readonly year: string }
	| { readonly kind: 'gaps' }
	/** The reference is zero where the region has figures. */
	| { readonly kind: 'outside'; readonly name: string }
	/** The region's figure is above the reference's, which holds it. */
	| { readonly kind: 'above'; readonly name: string };

export interface StudyYear {
	readonly label: string;
	readonly year: number | null;
	/** In the sheet. */
	readonly place: number;
}

export interface Cell {
	readonly value: number | null;
	readonly unread: boolean;
	readonly text: string;
}

/** Figures of one part, each column read in its own style. */
export function cellsOf(sectors: readonly RegionSector[], part: Part, years: readonly StudyYear[]): Cell[][] {
	const columns = years.map(({ place }) => {
		const texts = sectors.map((sector) => sector[part][place] ?? '');
		return readColumn(texts, { arithmetic: true }).readings;
	});
	return sectors.map((_, row) =>
		columns.map((readings) => {
			const reading = readings[row];
			return {
				value: reading?.value ?? null,
				unread: reading?.status === 'refused',
				text: reading?.text.trim() ?? '',
			};
		}),
	);
}

export function figuresOf(texts: readonly string[]): (number | null)[] {
	return readColumn(texts, { arithmetic: true }).readings.map(({ value }) => value);
}

/** The years of the sheet in ascending order, from the one chosen to the other. */
export function spanOf(content: RegionContent): { years: StudyYear[]; troubles: Trouble[] } {
	const all = content.years.map(({ label }, place): StudyYear => ({
		label: label.trim(),
		year: yearOf(label),
		place,
	}));
	const used = all.filter(({ place }) =>
		content.sectors.some(({ region }) => (region[place] ?? '').trim() !== ''),
	);
	const twice = used.find(
		({ year }, index) => year !== null && used.findIndex((one) => one.year === year) < index,
	);
	if (twice)
		return {
			years: used.filter(({ place }) => place === twice.place),
			troubles: [{ kind: 'same-year', year: twice.label }],
		};
	const dated = used.every(({ year }) => year !== null);
	const sorted = dated ? used.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)) : used;
	const chosen = (label: string, otherwise: number) => {
		const place = label === '' ? -1 : sorted.findIndex((one) => one.label === label.trim());
		return place < 0 ? otherwise : place;
	};
	const ends = [chosen(content.from, 0), chosen(content.to, sorted.length - 1)].toSorted((a, b) => a - b);
	const years = sorted.slice(ends[0], (ends[1] ?? 0) + 1);
	const gaps =
		dated && years.some(({ year }, index) => index > 0 && (year ?? 0) - (years[index - 1]?.year ?? 0) !== 1);
	return { years, troubles: gaps ? [{ kind: 'gaps' }] : [] };
}

export const isWhole = (cells: readonly Cell[]) => cells.every(({ value }) => value !== null && value >= 0);

/** What keeps a row from being used. */
export function rowTroubles(
	name: string,
	cells: readonly Cell[],
	years: readonly StudyYear[],
	part: Part,
): Trouble[] {
	const wrong = cells.flatMap(({ value, unread, text }, index): Trouble[] => {
		const year = years[index]?.label ?? '';
		if (unread) return [{ kind: 'unread', name, year, text, part }];
		return value !== null && value < 0 ? [{ kind: 'negative', name, year, text, part }] : [];
	});
	if (wrong.length > 0) return wrong;
	return cells.some(({ value }) => value === null) ? [{ kind: 'missing', name, part }] : [];
}

export const valuesOf = (rows: readonly (readonly Cell[])[]) =>
	rows.map((row) => row.map(({ value }) => value ?? 0));
