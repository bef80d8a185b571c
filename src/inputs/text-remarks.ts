/** Amounts and counts in running text: a full amount with a scale word behind it, a count of enterprises. */
import type { PrintedCount, PrintedScaleClash } from '#methods/table-check/printed-economic.ts';
import type { Grid } from './grid.ts';

const scales: Readonly<Record<string, number>> = {
	ribu: 1e3,
	juta: 1e6,
	miliar: 1e9,
	milyar: 1e9,
	triliun: 1e12,
	trilyun: 1e12,
	thousand: 1e3,
	million: 1e6,
	billion: 1e9,
	trillion: 1e12,
};

const scaled =
	/(?:Rp\.?|IDR)\s*(\d{1,3}(?:[.,]\d{3}){2,})(?:[.,]\d{1,2})?\s*,?-?\s*(ribu|juta|miliar|milyar|triliun|trilyun|thousand|million|billion|trillion)\b/gi;

/** No amount of a village, a regency or the whole country comes near it: a hundred thousand trillion rupiah. */
const beyondAnyAmount = 1e17;

/** Full amounts that a scale word makes absurd; `Rp 20.743.698 juta` is none. */
export function readScaleClashes(grid: Grid): readonly PrintedScaleClash[] {
	const texts = [
		...(grid.caption ? [{ text: grid.caption, address: '' }] : []),
		...grid.rows.flatMap((row) => row.filter((cell) => cell.text.length > 12)),
	];
	return texts.flatMap(({ text, address }): PrintedScaleClash[] => {
		if (!/\d[.,]\d{3}[.,]\d{3}/.test(text)) return [];
		return [...text.matchAll(scaled)].flatMap((match): PrintedScaleClash[] => {
			const value = Number((match[1] ?? '').replace(/[.,]/g, ''));
			const word = match[2] ?? '';
			const literal = value * (scales[word.toLowerCase()] ?? 1);
			return literal >= beyondAnyAmount && Number.isFinite(literal)
				? [{ text: match[0].trim(), cell: address, table: grid.name, value, word, literal }]
				: [];
		});
	});
}

/** More counts than this are no sentences but a data set. */
const mostCounts = 200;

const counted =
	/(?<![\d.,/-])(\d{1,3}(?:\.\d{3})?|\d{1,5})\s+(?:(?:unit|orang|buah|small|registered)\s+)?(pelaku\s+usaha|pelaku\s+ikm|unit\s+usaha|usaha|ikm|umkm|ukm|perajin|pengrajin|pengusaha|enterprises|businesses|producers|firms)\b/gi;

/** A sentence with a year, a share or a part counts something else than the table. */
const otherCount = /(?<!\d)(?:19|20)\d{2}(?!\d)|%|persen|percent|sebagian|di antaranya|of which/i;

/** Counts of enterprises in sentences that name no year and no share. */
export function readCounts(grid: Grid): readonly PrintedCount[] {
	const texts = [
		...(grid.caption ? [{ text: grid.caption, address: '' }] : []),
		...grid.rows.flatMap((row) => row.filter((cell) => cell.text.length > 20)),
	];
	const found: PrintedCount[] = [];
	for (const { text, address } of texts) {
		for (const sentence of text.split(/(?<=[.;!?])\s+/)) {
			if (otherCount.test(sentence)) continue;
			for (const match of sentence.matchAll(counted)) {
				found.push({
					value: Number((match[1] ?? '').replace('.', '')),
					text: match[0],
					noun: (match[2] ?? '').toLowerCase().replace(/\s+/g, ' '),
					cell: address,
					table: grid.name,
				});
			}
		}
		if (found.length >= mostCounts) break;
	}
	return found;
}
