/**
 * A row or column heading, taken apart: the words without numbering and unit, the unit, the printed row number.
 * Printed headings are broken by narrow columns ("Ba-han Ba-ku", "Jum lah"), so they are compared by their letters.
 */
export interface TableLabel {
	/** Lower-case letters only: `bahanbaku`. */
	readonly letters: string;
	/** `Rp/kg`, `%`, `HOK/proses`; empty when the heading names none. */
	readonly unit: string;
	/** `11a`, `9`; null when the heading has none. */
	readonly rowNumber: string | null;
}

const unitWords =
	/%|persen|percent|\brp\b|rupiah|idr|\bkg\b|kilogram|gram|\bton\b|\bg\b|hok\b|hko\b|hkp\b|\bjam\b|hour|orang|person|worker|liter|litre|\bltr\b|\bl\b|ℓ|\bml\b|proses|process|produksi|batch|bulan|month|tahun|year|hari\b|\bday|unit|buah|pcs|pack|bungkus|botol|ikat|ekor|butir|lembar|karung|lenjer|cup|porsi/i;

/** Whether a text is a unit rather than a name. */
export function looksLikeUnit(text: string): boolean {
	return text.trim().length > 0 && text.trim().length <= 40 && unitWords.test(text);
}

/** The letters a to z of a text, in lower case, without accents. */
export function lettersOf(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z]/g, '');
}

/** Takes a heading apart. */
export function readLabel(text: string): TableLabel {
	let rest = text.normalize('NFKC').replace(/[\u00ad\u200b\ufeff]/g, '');
	let rowNumber: string | null = null;
	// "11. a. Nilai", "11.a.Nilai", "11a Nilai", "11. Nilai": a letter counts only when a mark or space closes it.
	const numbered =
		/^\s*\(?\s*(\d{1,2})\s*[.)]?\s*([a-e])\s*[.)]+\s*(?=\S)/i.exec(rest) ??
		/^\s*\(?\s*(\d{1,2})\s*[.)]?\s*([a-e])?\s*[.)]*\s+(?=\S)/i.exec(rest) ??
		/^\s*\(?\s*(\d{1,2})\s*[.)]\s*(?=[a-z])/i.exec(rest);
	const lettered = /^\s*(?:\(?([a-e])\s*[.)]+|[-–—•*]+)\s*(?=\S)/i.exec(rest);
	if (numbered?.[1]) {
		rowNumber = `${numbered[1]}${(numbered[2] ?? '').toLowerCase()}`;
		rest = rest.slice(numbered[0].length);
	} else if (lettered) {
		rowNumber = lettered[1]?.toLowerCase() ?? null;
		rest = rest.slice(lettered[0].length);
	}
	let unit = '';
	rest = rest.replace(/[([]([^()[\]]{0,40})[)\]]/g, (whole, inside: string) => {
		if (!unit && looksLikeUnit(inside)) unit = inside.trim();
		return looksLikeUnit(inside) || inside.trim().length <= 12 ? ' ' : whole;
	});
	// Some tables write the unit behind a comma: "Harga output, Rp/kg".
	const comma = /,\s*([^,]{1,30})$/.exec(rest);
	if (!unit && comma?.[1] && looksLikeUnit(comma[1])) {
		unit = comma[1].trim();
		rest = rest.slice(0, comma.index);
	}
	if (!unit && /%\s*$/.test(rest)) unit = '%';
	// "Nilai tambah = 10 - 8 - 9": what stands behind the sign is a formula.
	const [name = rest] = rest.split('=');
	return { letters: lettersOf(name), unit, rowNumber };
}
