/**
 * Words that may stand behind a number: scale words (`jt`, `million`) and units (`kg/proses`, `HOK`).
 * Only known units are taken off, so that a row label such as `3 Kefir` is never read as the number 3.
 */

/** Scale words in lower case with their power of ten. `M` and `t`/`T`, whose case matters, are in the reader. */
const SCALE_WORDS: Readonly<Record<string, number>> = {
	rb: 3,
	ribu: 3,
	k: 3,
	thousand: 3,
	jt: 6,
	juta: 6,
	million: 6,
	miliar: 9,
	milyar: 9,
	mlr: 9,
	bn: 9,
	billion: 9,
	triliun: 12,
	trilyun: 12,
	trillion: 12,
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** What a number may count. */
const UNITS =
	words(`kg kgs kilogram kilo g gr gram mg ons kw kuintal kwintal ton tonnes l ltr liter litre liters litres lt
	ml cc mm cm m2 m3 km ha hektar hectare hectares are kwh wh watt kva pack packs pak bungkus bks botol btl bottle bottles
	karung sak zak lenjer keranjang bagan ikat ember dus kotak lusin kodi rim lembar lbr biji butir buah bh pcs pc piece
	pieces unit units set paket tabung batang btg potong cup cups gelas jerigen drum galon rit trip kali hok hkp hkw hko
	org orang person persons people pekerja mitra anggota members kk kelompok ekor pasang hari day days jam hour hours
	menit minute minutes bulan bln month months tahun thn year years minggu week weeks proses process runs produksi
	person-day person-days man-day man-days rp rupiah idr`);

/** What may follow a unit: what it is counted per, and its condition. */
const BASES =
	words(`per bahan baku raw material materials output produk product input basah kering matang wet dry cooked
	kerja orang hari of the`);

function isUnitWord(word: string, first: boolean): boolean {
	const name = word.toLowerCase();
	const square = name.endsWith('²') ? '2' : name.endsWith('³') ? '3' : '';
	const bare = square ? name.slice(0, -1) + square : name.endsWith('.') ? name.slice(0, -1) : name;
	return UNITS.has(bare) || bare === 'm' || bare === 't' || (!first && BASES.has(bare));
}

/** The power of ten of a scale word, or null. */
export function scaleExponent(word: string): number | null {
	const exponent = Object.hasOwn(SCALE_WORDS, word.toLowerCase())
		? SCALE_WORDS[word.toLowerCase()]
		: undefined;
	return exponent ?? null;
}

/**
 * Whether a text behind a number is a unit: known words joined by `/`, spaces or `per`, perhaps in parentheses.
 * @param text trimmed, not empty, at most 200 characters
 */
export function isUnitText(text: string): boolean {
	const start = text.startsWith('/') ? 1 : 0;
	const parts = text.slice(start).replaceAll('(', ' ').replaceAll(')', ' ').replaceAll('/', ' / ').split(' ');
	const named = parts.filter((part) => part !== '' && part !== '/');
	const opens = text.split('(').length;
	if (named.length === 0 || text.endsWith('/') || opens !== text.split(')').length) return false;
	return named.every((word, i) => isUnitWord(word, i === 0 && word.toLowerCase() !== 'per'));
}

/** Whether a unit counts rupiah: `Rp`, `Rp/HOK`, `rupiah per kg`. */
export function isRupiahUnit(text: string): boolean {
	const name = text.toLowerCase();
	return ['rp', 'rupiah', 'idr'].some((word) => {
		const after = name[word.length];
		return name.startsWith(word) && (after === undefined || ' /.('.includes(after));
	});
}
