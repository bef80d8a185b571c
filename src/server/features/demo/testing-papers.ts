/**
 * Figures as the five papers print them, for the test that reads them back from the demo's records. Faults of print are
 * kept: 10,956 stands here because it stands there.
 */

/** Kalanganyar Sentris Berseri, Sidoarjo: text. */
export const kalanganyarPaper = {
	groups: { OLIKAN: 10, KeCe: 10 },
	products: {
		OLIKAN: ['kerupuk dengan sisik', 'kerupuk sari sisik', 'kecap'],
		KeCe: ['gantungan kunci', 'bando', 'pigura', 'bros', 'jepit rambut'],
	},
	/** Wet scales of all bone-removal groups together, kg a day; and of one cleaning business. */
	scalesPerDay: [20, 30],
	scalesOfOneBusiness: 5,
	/** 100 milkfish give 1 kg of wet scales; 5 kg of dry scales and tapioca give 140 sticks. */
	yields: ['100 bandeng memberi 1 kg sisik basah', '5 kg sisik kering dan tapioka menjadi 140 lenjer'],
	boneRemoval: 'Mencabut duri, 4–5 orang sekelompok, 100–150 ikan seorang sehari',
	bumdesSince: 2021,
	agreements: [
		['Kelompok jasa cabut duri', 'OLIKAN'],
		['Nelayan kerang Banjarkemuning', 'KeCe'],
		['BUMDes Kalanganyar Makmur', 'OLIKAN'],
		['OLIKAN', 'Kantin perusahaan pembina'],
		['KeCe', 'Perusahaan pembina'],
	],
	obstacles: 4,
} as const;

/** Green mussel women's empowerment, Serang coast, Banten: tables 1 and 2 and text. */
export const musselPaper = {
	beneficiaries: 50,
	partners: 36,
	rafts: 90,
	shares: [30, 60, 8, 2],
	/** Before and after of every indicator, in the order of the table; the last row is printed twice. */
	scores: [
		[3, 3],
		[4.91, 4.91],
		[0.09, 3.09],
		[0, 3.91],
		[0, 3],
		[0, 3],
		[1.55, 3.55],
		[1.09, 3.36],
		[1.45, 2.55],
		[1.45, 2.36],
		[0.55, 4.45],
		[0.36, 2.18],
		[0.36, 3.18],
		[1, 3],
		[1, 3.45],
		[1.09, 3.09],
		[1.45, 3.27],
		[2.18, 3.27],
		[2.18, 3.27],
		[1.09, 3.09],
	],
	repairSavings: 29_311_200,
	infaq: 2_292_175,
} as const;

/** Serabi cake SME "Apen Julit Gettas", Sumenep: tables 1 to 5. */
export const serabiPaper = {
	wastes: ['Ampas kelapa', 'Air kelapa', 'Tempurung kelapa', 'Cangkang telur'],
	rawMaterialPerMonth: 800,
	rawMaterialPrice: 1700,
	/** Of the printed value-added table. */
	hayami: [59, 50, 6500, 30_000, 1700, 691.36, 5278.65, 4078.64],
	/** The index cells of the four alternatives. */
	index: [
		[100, 100, 100, 100, 72.22, 91.67, 100, 100, 100],
		[50, 58.33, 55, 111.11, 50, 83.33, 40.01, 47.23, 27.78],
		[50, 58.33, 53.33, 119.44, 50, 75, 77.78, 66.67, 38.88],
		[50, 116.67, 88.89, 100, 100, 91.67, 100, 100, 83.33],
	],
} as const;

/** Fish cracker cluster Sei Lekop, Bintan: tables 1 and 2 and text. */
export const seiLekopPaper = {
	enterprises: { interviewed: 47, before: 53, after: 63 },
	/** Production in kg and revenue in rupiah of both periods. */
	periods: [
		[7335, 366_750_000_000],
		[10_956, 548_250_000_000],
	],
	/** Budget and what was spent of it: machines, then 20 production houses of 2021. */
	budgets: [
		[4_143_833_000, 3_973_800_000],
		[6_717_980_325, 6_712_375_000],
	],
	kgPerProcess: [36, 50],
	since: 2017,
	oldestSince: 2011,
	workers: 2,
	markets: 5,
	offices: 4,
	requirements: 7,
	/** Regional product, million rupiah: three years of two of the seventeen sectors, and the printed totals. */
	manufacturing: [8_379_229, 8_690_851.35, 9_543_671],
	farming: [1_430_744, 1_512_447.89, 1_654_688.2],
	totals: [20_743_698, 21_251_125.59, 22_995_777.49],
} as const;

/** Fresh milk, Sukorejo village, Musuk, Boyolali: table 1. */
export const sukorejoPaper = {
	milkPrice: 4200,
	idealPrice: 6000,
	/** Output price and other inputs of each product, and the value added as printed. */
	products: {
		Keju: [90_000, 2428, 2372],
		'Ice cream': [52_000, 33_202, 14_598],
		Yogurt: [25_000, 5000, 15_800],
		Kefir: [180_000, 100_000, 74_800],
		'Stik susu': [15_000, 43_192, 8858],
		'Susu pasteurisasi': [20_000, 3426, 12_374],
	},
} as const;
