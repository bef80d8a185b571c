/** What the headings and labels of an economic table mean: years, totals, shares, growth, areas, price bases. */
import type { LevelColumnKind, LevelRow, PriceBasisName } from '#methods/table-check/printed-economic.ts';
import { lettersOf, readLabel } from './table-label.ts';

const totalHeading =
	/^(sub|grand)?(jumlah|total)(jumlah|total|keseluruhan|seluruh|seluruhnya|semua|pdrb|jiwa|orang|unit|rp|rupiah|jutarp|jutarupiah|miliarrupiah|kg|ton)*$/;
const shareWords = /%|persen|percent|proporsi|kontribusi|distribusi|pangsa|\bshare\b|peranan|contribution/i;
const growthWords = /pertumbuhan|\blaju\b|growth|perubahan|kenaikan|peningkatan|\bchange\b/i;
const asideWords =
	/^(no|nomor|kode|code|satuan|unit|keterangan|sumber|source|ranking|peringkat|rank|kategori|klasifikasi|class|harga|price|indeks|index)/;

const meanWords = /^(rata)?(ratarata|rerata|rataan|average|mean)/;

const kinds: readonly (readonly [LevelColumnKind, RegExp])[] = [
	['dynamic-location-quotient', /^(nilai)?(dlq|dynamiclocationquotient)(\d|tahun)*$/],
	['location-quotient', /^(nilai)?(lq|slq|locationquotient|indekslq)(\d|tahun)*$/],
	[
		'national-growth',
		/^(nij|ni|komponenpertumbuhan(nasional|provinsi)|pertumbuhan(nasional|provinsi)|nationalgrowth|kpn)/,
	],
	[
		'industry-mix',
		/^(mij|mi|bauranindustri|komponenpertumbuhanproporsional|industrymix|proportionalshift|kpp)/,
	],
	[
		'regional-share',
		/^(cij|ci|keunggulankompetitif|daya(saing)|regionalshare|differentialshift|competitiveeffect|kppw)/,
	],
	['remainder', /^(sisa|selisih|remain|variance|belumterserap)/],
	['realised', /^(jumlah|total|nilai)?(realisasi|realized|realised|actual|terealisasi|penggunaan)/],
	['budget', /^(jumlah|total|nilai)?(anggaran|pagu|budget|alokasi|rencanaanggaran)/],
];

/** The meaning of a column's heading. */
export function columnKind(heading: string): LevelColumnKind {
	const letters = lettersOf(heading.replace(/\(.*?\)/g, ' '));
	const year = yearOf(heading);
	if (letters === '' && year === null && !shareWords.test(heading)) return 'aside';
	const parts = kinds.find(([, pattern]) => pattern.test(letters))?.[0];
	if (parts?.endsWith('location-quotient') === true || parts === 'industry-mix' || parts === 'regional-share')
		return parts;
	if (parts === 'national-growth' && !shareWords.test(heading)) return parts;
	if (growthWords.test(heading)) return 'growth';
	if (shareWords.test(heading)) return 'share';
	if (parts && parts !== 'national-growth') return parts;
	if (meanWords.test(letters)) return 'mean';
	if (totalHeading.test(letters)) return 'total';
	return asideWords.test(letters) && year === null ? 'aside' : 'amount';
}

/** The calendar year of a heading, the later one of two; null when there is none. */
export function yearOf(heading: string): number | null {
	const years = [...heading.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map((match) => Number(match[0]));
	return years.length > 0 ? Math.max(...years) : null;
}

const referenceWords = /provinsi|prov\.|province|nasional|national|indonesia|acuan|reference|benchmark/i;
const regionWords = /kabupaten|\bkab\.?\b|\bkota\b|regency|\bcity\b|kecamatan|wilayah|region\b/i;

/** Whether a heading speaks of the region or of the reference it lies in. */
export function areaOf(heading: string): 'region' | 'reference' | null {
	const [reference, region] = [referenceWords.test(heading), regionWords.test(heading)];
	if (reference === region) return null;
	return reference ? 'reference' : 'region';
}

/** The price basis a text names; null when it names none, or both. */
export function basisOf(text: string): PriceBasisName | null {
	const constant = /harga\s+konstan|\badhk\b|constant\s+(market\s+)?price|dasar\s+konstan/i.test(text);
	const current = /harga\s+berlaku|\badhb\b|current\s+(market\s+)?price|dasar\s+berlaku/i.test(text);
	if (constant === current) return null;
	return constant ? 'constant' : 'current';
}

const productLabel =
	/^(pdrb|grdp|gdp|pdb|produkdomestik(regional)?bruto|grossregionaldomesticproduct|grossdomesticproduct)(total|adhb|adhk|atasdasarharga[a-z]*|denganmigas)?$/;
const totalLabel = /^(sub|grand)?(jumlah|total)/;

/** Whether a text is about a regional or domestic product. */
export function namesProduct(text: string): boolean {
	return /\bpdrb\b|\bgrdp\b|\bpdb\b|produk\s+domestik|domestic\s+product/i.test(text);
}

/** What a row is by its label. */
export function rowKind(label: string): LevelRow['kind'] {
	const letters = lettersOf(label);
	if (/^(pertumbuhan|laju|growth)/.test(letters)) return 'growth';
	if (/^(persen|percent|proporsi|distribusi|share|kontribusi)/.test(letters) || /^\s*%\s*$/.test(label))
		return 'share';
	if (meanWords.test(letters)) return 'mean';
	if (/tanpa(migas|minyak)|withoutoil/.test(letters)) return 'aside';
	if (totalLabel.test(letters) || productLabel.test(readLabel(label.split('/')[0] ?? '').letters))
		return 'total';
	// "15-24" and "< 1.000.000" are groups like any other.
	return letters === '' && !/\d/.test(label) ? 'aside' : 'line';
}

/** The form of a label's mark: `1.` is not `a.`, so that parts are told from what they are parts of. */
export function markOf(label: string): string {
	if (/^\s*[-–—•*]/.test(label)) return '-';
	const mark = /^\s*(\(?)([A-Z](?:\s*,\s*[A-Z])*|[a-z]|\d{1,2}(?:\.\d{1,2})*|[ivxIVX]{2,4})([.)])/.exec(
		label,
	);
	if (!mark) return '';
	const body = mark[2] ?? '';
	const dots = body.split('.').length;
	const form = /\d/.test(body) ? `9${dots}` : /^[A-Z]/.test(body) ? 'A' : 'a';
	return `${mark[1]}${form}${mark[3]}`;
}
