/**
 * From a printed heading to the row of a Hayami table. Rows are recognised by meaning, since studies number and
 * order them differently; the unit and what stands above decide between headings that are spelled alike
 * ("Keuntungan" in rupiah is row 13a, in per cent 13b, below the margin 14c).
 */
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { nearestMeaning } from './label-distance.ts';
import type { TableLabel } from './table-label.ts';

type Concept =
	| 'labourCoefficient'
	| 'conversionFactor'
	| 'valueAddedRatio'
	| 'labourShare'
	| 'profitRate'
	| 'profitOverValueAdded'
	| 'otherInputs'
	| 'rawMaterialPrice'
	| 'outputPrice'
	| 'labourIncome'
	| 'wage'
	| 'outputValue'
	| 'margin'
	| 'valueAdded'
	| 'profit'
	| 'labour'
	| 'rawMaterial'
	| 'output';

const share = '(bagian|pangsa|share|rasio|persentase|prosentase|porsi|proporsi|persen)';
const worker = '(tenagakerja|tk|pekerja|buruh|karyawan|labou?r|workers?)';

/** In this order: the first that fits wins, so the longer names stand before the shorter. */
const rules: readonly (readonly [Concept, RegExp])[] = [
	[
		'labourCoefficient',
		new RegExp(`^koef[a-z]*${worker}|^koef[a-z]*(hok|kerja)|labou?rcoef|coefficientof(direct)?labou?r`),
	],
	['conversionFactor', /^(faktor|nilai|angka|rasio)?konversi|^rendemen|conversion(factor|rate)|^yield/],
	[
		'valueAddedRatio',
		/(rasio|ratio|persentase|prosentase|tingkat|share|persen)(dari)?nilaitambah|(valueadded|addedvalue)(ratio|rate|percentage)|(ratio|rate|percentage)of(valueadded|addedvalue)|nilaitambah(persen|rasio)$|^(rasio|ratio|persentase)nt$/,
	],
	[
		'labourShare',
		new RegExp(
			`${share}(pendapatan|imbalan|upah|balasjasa)?(dari|untuk|bagi)?${worker}|${worker}(share|portion)|(share|portion)of${worker}`,
		),
	],
	[
		'profitOverValueAdded',
		/(keuntungan|laba|profit).*(terhadap|dari|per|atas|over|to|of)(nilaitambah|valueadded|addedvalue)/,
	],
	[
		'profitRate',
		/(tingkat|rasio|bagian|persentase|prosentase|laju|share|porsi|pangsa)(dari|bagi)?(keuntungan|laba|profit)|profit(rate|ratio|share|margin|level)|(rate|level)ofprofit/,
	],
	[
		'otherInputs',
		/^(sumbangan|kontribusi|nilai|biaya|harga|total|jumlah)*(input|masukan|bahan)(lain|penolong|tambahan|pendukung|pembantu)|^(sumbangan|kontribusi)(input|masukan|bahan)|otherinput|othercost|contributionof/,
	],
	[
		'rawMaterialPrice',
		/harga(beli|rata|ratarata|satuan|input|per(kg|liter|satuan))*(bahanbaku|bahanmentah|input|bahan|rawmaterial|susu|ikan)|(rawmaterials?|input|material)(price|cost)|priceof(raw)?(materials?|input)/,
	],
	[
		'outputPrice',
		/harga(jual|rata|ratarata|satuan)*(output|produk|produksi|hasil|keluaran)|^hargajual|(output|products?|selling|sales?)price|priceof(output|product)/,
	],
	[
		'labourIncome',
		new RegExp(
			`(pendapatan|imbalan|balasjasa|penghasilan|kompensasi)(langsung)?(bagi|untuk|dari)?${worker}|labou?r(income|compensation|returns?|rewards?|remuneration)|(income|returns?|rewards?|compensation)(of|to|for)${worker}`,
		),
	],
	['wage', /^(tingkat|rata|ratarata)*upah|wage/],
	[
		'outputValue',
		/^(nilai)(output|produk|produksi|hasil|keluaran)|(output|product|production)value|valueof(output|product)/,
	],
	['margin', /^(nilai|total)?mar[gj]in/],
	[
		'valueAdded',
		/^(besar|besarnya|jumlah|total|gross|net)?nilaitambah|^(gross|total|net)?(valueadded|addedvalue)|^nt$/,
	],
	[
		'profit',
		/^(besar|besarnya|nilai|total|net|company|companys|enterprise|business|processor|owner|owners)?(keuntungan|laba|profit)|^(imbalan|balasjasa)(bagi)?(pengusaha|modal|manajemen|pengelola)|entrepreneur/,
	],
	[
		'labour',
		new RegExp(
			`^(jumlah|total|input|curahan|penggunaan|pemakaian|kebutuhan|direct)*(${worker}|hok|hko|hkp|jamkerja)`,
		),
	],
	[
		'rawMaterial',
		/^(jumlah|total|input|volume|kebutuhan|pemakaian|penggunaan|kuantitas|quantityof|berat)*(bahanbaku|bahanmentah|rawmaterials?|input)/,
	],
	[
		'output',
		/^(jumlah|total|hasil|volume|kuantitas|quantityof|berat)*(output|produksi|keluaran|produk|hasil|product)/,
	],
];

/** Meanings already found: a sheet asks for the same headings again and again. */
const known = new Map<string, Concept | null>();

function conceptOf(letters: string): Concept | null {
	const before = known.get(letters);
	if (before !== undefined) return before;
	const found =
		letters.length > 120
			? null
			: (rules.find(([, pattern]) => pattern.test(letters))?.[0] ?? nearestMeaning(letters, usualHeadings));
	if (known.size > 2000) known.clear();
	known.set(letters, found);
	return found;
}

/** The row a heading means, given the rows found above it in the same table; null when it is none of them. */
export function hayamiKeyOf(label: TableLabel, seen: ReadonlySet<HayamiKey>): HayamiKey | null {
	if (label.letters.length < 2) return null;
	const concept = conceptOf(label.letters);
	return concept ? resolve(concept, label, seen) : null;
}

/** The usual headings, for those that come with typing mistakes. */
const usualHeadings: readonly (readonly [Concept, readonly string[]])[] = [
	['labourCoefficient', ['koefisientenagakerja', 'koefisientenagakerjalangsung', 'laborcoefficient']],
	['conversionFactor', ['faktorkonversi', 'conversionfactor', 'factorkonversi']],
	['valueAddedRatio', ['rasionilaitambah', 'rationilaitambah', 'valueaddedratio']],
	['labourShare', ['bagiantenagakerja', 'pangsatenagakerja', 'laborshare', 'rasiotenagakerja']],
	['profitRate', ['tingkatkeuntungan', 'rasiokeuntungan', 'bagiankeuntungan', 'profitrate']],
	['otherInputs', ['sumbanganinputlain', 'inputlain', 'hargainputlain', 'biayainputlain', 'otherinput']],
	['rawMaterialPrice', ['hargabahanbaku', 'hargainput', 'rawmaterialprice']],
	['outputPrice', ['hargaoutput', 'hargaproduk', 'hargajual', 'outputprice']],
	[
		'labourIncome',
		['pendapatantenagakerja', 'imbalantenagakerja', 'pendapatantenagakerjalangsung', 'laborincome'],
	],
	['wage', ['upahtenagakerja', 'upahratarata', 'upahratarataperhok', 'averagewage']],
	['outputValue', ['nilaioutput', 'nilaiproduk', 'nilaiproduksi', 'outputvalue']],
	['margin', ['margin', 'marjin', 'marginkeuntungan']],
	['valueAdded', ['nilaitambah', 'valueadded', 'addedvalue']],
	['profit', ['keuntungan', 'keuntunganperusahaan', 'keuntunganpengusaha']],
	['labour', ['tenagakerja', 'jumlahtenagakerja', 'inputtenagakerja']],
	['rawMaterial', ['bahanbaku', 'rawmaterial', 'inputbahanbaku', 'jumlahbahanbaku']],
	['output', ['output', 'outputproduk', 'hasilproduksi', 'jumlahproduksi']],
];

function resolve(concept: Concept, label: TableLabel, seen: ReadonlySet<HayamiKey>): HayamiKey {
	const percent = /%|persen|percent/i.test(label.unit);
	const money = /rp|rupiah|idr/i.test(label.unit);
	const belowMargin = seen.has('margin') && !money;
	const perWorker = /hok|hko|hkp|orang|person|worker|hari|day|jam|hour/i.test(label.unit);
	switch (concept) {
		case 'labourShare':
			return belowMargin ? 'marginLabourPct' : 'labourSharePct';
		case 'labourIncome':
			return belowMargin ? 'marginLabourPct' : percent ? 'labourSharePct' : 'labourIncome';
		case 'wage':
			// "Upah tenaga kerja" per kg of raw material, below the wage itself, is the labour income.
			return seen.has('wage') && !perWorker
				? belowMargin
					? 'marginLabourPct'
					: percent
						? 'labourSharePct'
						: 'labourIncome'
				: 'wage';
		case 'labour':
			if (belowMargin) return 'marginLabourPct';
			if (percent) return 'labourSharePct';
			return money ? (perWorker ? 'wage' : 'labourIncome') : 'labour';
		case 'profitOverValueAdded':
			return 'profitOverValueAddedPct';
		case 'profitRate':
			// "Profit margin" in rupiah is the margin.
			if (money) return /mar[gj]in/.test(label.letters) ? 'margin' : 'profit';
			return belowMargin ? 'marginProfitPct' : 'profitRatePct';
		case 'profit':
			if (belowMargin) return 'marginProfitPct';
			return percent || (seen.has('profit') && !money) ? 'profitRatePct' : 'profit';
		case 'otherInputs':
			return belowMargin ? 'marginOtherInputsPct' : 'otherInputs';
		case 'valueAddedRatio':
			return 'valueAddedRatioPct';
		case 'valueAdded':
			return percent || (seen.has('valueAdded') && !money) ? 'valueAddedRatioPct' : 'valueAdded';
		case 'rawMaterial':
			return money ? 'rawMaterialPrice' : 'rawMaterial';
		case 'output':
			return money ? 'outputPrice' : 'output';
		default:
			return concept;
	}
}

/** Whether the rows found make a Hayami table: a few of its own rows, or most of its inputs. */
export function isHayamiTable(keys: ReadonlySet<HayamiKey>): boolean {
	// "Bahan penolong" and "Keuntungan" stand in every list of costs: they prove no Hayami table.
	const own: readonly HayamiKey[] = [
		'valueAdded',
		'valueAddedRatioPct',
		'conversionFactor',
		'labourCoefficient',
	];
	const inputs: readonly HayamiKey[] = [
		'output',
		'rawMaterial',
		'labour',
		'outputPrice',
		'wage',
		'rawMaterialPrice',
	];
	const count = (list: readonly HayamiKey[]) => list.filter((key) => keys.has(key)).length;
	const mostInputs = count(inputs) >= 5 || (count(inputs) >= 4 && keys.has('otherInputs'));
	return (count(own) >= 1 && keys.size >= 4) || mostInputs;
}
