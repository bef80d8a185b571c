/** Which village of the programme a list means, by name or code. One that could be two is nobody's guess. */
import { lettersApart } from '#inputs/label-distance.ts';
import type { FaultCode } from '#inputs/intake-finding.ts';
import type { ProgrammeVillage } from '../programme/queries.ts';
import { searchText } from '../area/search-text.ts';

export type PlaceReading =
	| { readonly code: string }
	| { readonly fault: FaultCode; readonly params: Readonly<Record<string, string>> };

export interface Places {
	/** The village that a row names. */
	of(village: string, district: string): PlaceReading;
}

const KINDS = /^(desa|kelurahan|kel|ds|kecamatan|kec)\s+/;

/** `Desa Kalang Anyar` and `KALANGANYAR` are one. */
const plain = (text: string): string => searchText(text).replace(KINDS, '').replaceAll(' ', '');

const named = ({ name, district }: ProgrammeVillage): string => `${name} (${district})`;

/** A name that differs by a letter or two from exactly one village. */
function nearest(villages: readonly ProgrammeVillage[], letters: string): ProgrammeVillage | null {
	const near = villages.filter(({ name }) => lettersApart(plain(name), letters, 2) <= Math.min(2, letters.length / 4));
	return near.length === 1 ? (near[0] ?? null) : null;
}

interface Known {
	/** The villages of the programme that the person sees. */
	readonly villages: readonly ProgrammeVillage[];
	/** The one village of the import. */
	readonly only: string | null;
	/** Plain names of villages anywhere in the country. */
	readonly elsewhere: ReadonlySet<string>;
}

function placeOf({ villages, elsewhere }: Known, village: string, district: string): PlaceReading {
	const text = village.slice(0, 60);
	const figures = village.replace(/[.\s]/g, '');
	if (/^\d{6,}$/.test(figures)) {
		const found = villages.find(({ code }) => code === figures);
		return found ?? { fault: 'VILLAGE_UNKNOWN', params: { text, near: '' } };
	}
	const [name = '', ...above] = village.split(',').map(plain);
	const told = [plain(district), ...above].filter((part) => part !== '');
	const sameName = villages.filter((one) => plain(one.name) === name);
	const fitting = sameName.filter((one) =>
		told.every((part) => [one.district, one.regency, one.province].some((area) => plain(area).includes(part))),
	);
	const [found, ...others] = fitting.length > 0 ? fitting : sameName;
	if (found !== undefined && others.length === 0) return { code: found.code };
	if (found !== undefined)
		return { fault: 'VILLAGE_AMBIGUOUS', params: { text, choices: [found, ...others].map(named).join(', ') } };
	if (elsewhere.has(name)) return { fault: 'VILLAGE_ELSEWHERE', params: { text } };
	const near = nearest(villages, name);
	return { fault: 'VILLAGE_UNKNOWN', params: { text, near: near === null ? '' : named(near) } };
}

/** Reads the villages of a list. The same words are looked up once. */
export function placesIn(known: Known): Places {
	const { villages, only } = known;
	const single = only ?? (villages.length === 1 ? (villages[0]?.code ?? null) : null);
	const read = (village: string, district: string): PlaceReading => {
		if (village === '') return single === null ? { fault: 'VILLAGE_MISSING', params: {} } : { code: single };
		const found = placeOf(known, village, district);
		if (only === null || !('code' in found) || found.code === only) return found;
		const wanted = villages.find(({ code }) => code === only);
		return { fault: 'VILLAGE_OTHER', params: { text: village.slice(0, 60), village: wanted?.name ?? only } };
	};
	const remembered = new Map<string, PlaceReading>();
	return {
		of(village, district) {
			const key = `${village}\n${district}`;
			const before = remembered.get(key);
			if (before !== undefined) return before;
			const reading = read(village, district);
			remembered.set(key, reading);
			return reading;
		},
	};
}

/** How names are compared that stand in the list of all areas. */
export const plainVillage = plain;
