/** Columns that hold the total or the mean of the others: they are no product of their own. */
import { lettersOf } from './table-label.ts';

/** What a column heading among others says: a mean, a sum, or neither. */
export function aggregateOf(heading: string): 'mean' | 'sum' | null {
	const letters = lettersOf(heading.replace(/\(.*?\)/g, ''));
	if (/^(nilai)?(rata|ratarata|rerata|rataan|average|mean|averages)(total|keseluruhan|umum)?$/.test(letters))
		return 'mean';
	if (/^(jumlah|total|grandtotal|sum|jumlahtotal|totaljumlah)$/.test(letters)) return 'sum';
	return null;
}
