/** Official areas: their levels, and how their codes are read and written. */
import * as v from 'valibot';

/** Levels with the length of their codes. */
export const areaLevels = { province: 2, regency: 4, district: 6, village: 10 } as const;
export type AreaLevel = keyof typeof areaLevels;

const byLength = new Map(
	Object.entries(areaLevels).map(([level, length]) => [length as number, level as AreaLevel]),
);

/** What kind of area a code names; null when it is none. */
export const areaLevel = (code: string): AreaLevel | null => byLength.get(code.length) ?? null;

/** A code as offices print it: 35.15.17.2004. */
export const areaCodeText = (code: string): string =>
	[code.slice(0, 2), code.slice(2, 4), code.slice(4, 6), code.slice(6)].filter(Boolean).join('.');

/** A village's code, with or without points. That it exists is for the database to say. */
export const villageCode = v.pipe(
	v.string(),
	v.transform((text) => text.replace(/[.\s]/g, '')),
	v.regex(/^\d{10}$/, 'area_unknown'),
);
