/** Edits of a region sheet that touch more than one field. */
import { emptySector, emptyYear, mostYears, type RegionContent, type RegionYear } from './region-content.ts';

const without = (texts: readonly string[], index: number) => texts.filter((_, place) => place !== index);

/** The sheet without a year and its figures. */
export function withoutYear(content: RegionContent, index: number): RegionContent {
	return {
		...content,
		years: content.years.filter((_, place) => place !== index),
		sectors: content.sectors.map((sector) => ({
			...sector,
			region: without(sector.region, index),
			reference: without(sector.reference, index),
		})),
	};
}

/** One year more: the next one when the last is a number. */
export function withNextYear(content: RegionContent): RegionContent {
	if (content.years.length >= mostYears) return content;
	const last = content.years.at(-1)?.label.trim() ?? '';
	const label = /^(?:19|20)\d\d$/.test(last) ? String(Number(last) + 1) : '';
	return { ...content, years: [...content.years, { ...emptyYear, label }] };
}

/** The sheet with these years; a chosen year that was renamed stays chosen. */
export function withYears(content: RegionContent, years: readonly RegionYear[]): RegionContent {
	const renamed = (chosen: string) => {
		const place = content.years.findIndex(({ label }) => label === chosen);
		return chosen === '' ? '' : (years[place]?.label ?? '');
	};
	return {
		...content,
		years: years.slice(0, mostYears),
		from: renamed(content.from),
		to: renamed(content.to),
	};
}

/** Sectors of these names in the place of rows without a name; rows that are named stay. */
export function withSectorNames(content: RegionContent, names: readonly string[]): RegionContent {
	const named = content.sectors.filter(({ name }) => name.trim() !== '');
	const have = new Set(named.map(({ name }) => name.trim().toLowerCase()));
	const rest = content.sectors.filter(
		({ name, region, reference }) =>
			name.trim() === '' && [...region, ...reference].some((text) => text.trim() !== ''),
	);
	const fresh = names.filter((name) => !have.has(name.toLowerCase()));
	return {
		...content,
		sectors: [...named, ...rest, ...fresh.map((name) => ({ ...emptySector, name }))],
	};
}
