/** Finds the same sector under the names that two tables print for it. */
import { nearestMeaning } from './label-distance.ts';
import { lettersOf } from './table-label.ts';

/** Letters of KBLI ("A.", "M,N", "R,S,T,U.") and numbers in front of a sector's name. */
const code =
	/^\s*(?:[A-U](?:\s*[,/–-]\s*[A-U])*[.)]?\s+|[A-U](?:\s*,\s*[A-U])*[.)]\s*|\d{1,2}\s*[.)]?\s+)(?=\p{L})/u;

/** The name without its code, and without the English half of a bilingual label. */
export function sectorName(label: string): string {
	const [first = '', second = ''] = label.split('/');
	const half = second.trim().length > 3 && first.trim().length > 3 ? first : label;
	const bare = half.replace(code, '').trim().replace(/\s+/g, ' ');
	return bare === '' ? label.trim() : bare;
}

const lettersOfSector = (label: string) =>
	lettersOf(sectorName(label).replace(/\bdan\b|\band\b|\bserta\b/gi, ''));

/**
 * For every label the place of its sector among `names`, or null. No place is given twice; a label with a typing
 * mistake goes to the nearest name when no other is as near.
 */
export function matchSectors(
	names: readonly string[],
	labels: readonly string[],
): readonly (number | null)[] {
	const known = names.map(lettersOfSector);
	const wanted = labels.map(lettersOfSector);
	const taken = new Set<number>();
	const take = (place: number): number | null => {
		if (place < 0 || taken.has(place)) return null;
		taken.add(place);
		return place;
	};
	const exact = wanted.map((letters) => (letters === '' ? null : take(known.indexOf(letters))));
	return exact.map((place, index) => {
		if (place !== null) return place;
		const open = known.flatMap((letters, at) =>
			taken.has(at) || letters === '' ? [] : [[String(at), [letters]] as const],
		);
		const near = nearestMeaning(wanted[index] ?? '', open);
		return near === null ? null : take(Number(near));
	});
}
