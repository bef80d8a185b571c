/** From a printed heading to a figure of a period's summary: costs, revenue, profit, ratios, break-even. */
import type { SummaryKey } from '#methods/table-check/printed.ts';
import { nearestMeaning } from './label-distance.ts';
import { lettersOf, readLabel } from './table-label.ts';

/** `income`: "pendapatan" means revenue in one study and profit in another; the rows beside it decide. */
export type SummaryMeaning = SummaryKey | 'income';

const bep = '^(bep|titikimpas|titikpulangpokok|breakeven)(point|event)?(atas)?(dasar)?';
const period = '(per|seb|dalam|selama|$)';

const rules: readonly (readonly [SummaryMeaning, RegExp])[] = [
	['cashRevenueCostRatio', /^(rasio|nilai)?rc(ratio|rasio)?(atas|terhadap)biaya(tunai)/],
	['revenueCostRatio', /^(rasio|nilai)?rc(ratio|rasio)?(atas|terhadap)(biayatotal|totalbiaya)/],
	['cashProfit', /(keuntungan|pendapatan|laba).*(atas|terhadap)biayatunai|^pendapatantunai/],
	['profit', /(keuntungan|pendapatan|laba).*(atas|terhadap)(biayatotal|totalbiaya)/],
	['cashCost', /^(total|jumlah)?biaya(tunai|eksplisit)$/],
	['imputedCost', /^(total|jumlah)?biaya(diperhitungkan|nontunai|tidaktunai|implisit)$/],
	[
		'processesPerPeriod',
		/^(jumlah|frekuensi|banyak|banyaknya)(proses|produksi(per|dalam|seb)|batch|kaliproduksi)|processesper|batchesper/,
	],
	[
		'fixedCost',
		/^(total|jumlah)?(biayatetap|fixedcosts?)(total|per|seb|rp|tfc|fc|$)|^tfc$|^fc$|^totalfixedcosts?$/,
	],
	[
		'variableCostPerProcess',
		/(biaya(tidaktetap|variabel)|variablecost).*(per|se|sekali)(kali)?(proses|produksi|batch)/,
	],
	[
		'variableCostPerUnit',
		/(biaya(tidaktetap|variabel)|variablecosts?)(rata|ratarata)?(per|tiap|se)?(unit|satuan|kg|kemasan|bungkus|pcs|buah|botol|produk|output)|^avc$|averagevariablecost/,
	],
	[
		'variableCost',
		/^(total|jumlah)?(biaya(tidaktetap|variabel|operasional)|variablecosts?)(total|per|seb|rp|tvc|vc|$)|^tvc$|^vc$/,
	],
	[
		'totalCost',
		/^(total|jumlah|keseluruhan)(seluruh|keseluruhan)?biaya(produksi|keseluruhan|operasional|usaha|usahatani)?(per|seb|tc|$)|^(grandtotal|total)biaya$|^biaya(total|produksi$|produksitotal|produksiper)|^(total)?pengeluaran$|^total(production)?costs?|^productioncosts?$|^tc$/,
	],
	['breakEvenPrice', new RegExp(`${bep}(harga|price|hargajual|hpp)|breakevenprice`)],
	[
		'breakEvenRevenue',
		new RegExp(`${bep}(penerimaan|rupiah|rp|penjualan|nilaipenjualan|revenue|sales|omzet)|breakevenrevenue`),
	],
	[
		'breakEvenUnits',
		new RegExp(
			`${bep}(unit|produksi|volume|kuantitas|output|produk|jumlah|q$|kg|quantity|production|kemasan|bungkus|botol)|breakevenquantity`,
		),
	],
	[
		'revenueCostRatio',
		/^(nilai|rasio)?(rc|rcr)(ratio|rasio)?(rc|rcr)?$|^(return|revenue)(of|on|and)?cost(ratio|rasio)?/,
	],
	[
		'profitCostRatio',
		/^(nilai|rasio)?(bc|bcr|netbc|pc)(ratio|rasio)?(bc|bcr)?$|^(net)?benefitcost|^profitcost|^(pi|profit)c(ratio|rasio)?$/,
	],
	['rawMaterialQuantity', /^(jumlah|total|volume|kebutuhan)(bahanbaku|rawmaterial)/],
	['price', /^harga(jual|produk|output|satuan|per|$)|^(selling|unit|output|product)?price/],
	[
		'outputQuantity',
		new RegExp(
			`^(jumlah|volume|total|hasil|rata|ratarata)*(produksi|output|produk|unitterjual|penjualankg|panen)(${period}|yang|total|rata|pakan|kg|liter|unit|butir|bungkus|ekor|terjual|konsumsi|q$|dihasilkan)|^(output|total|sales)?(quantity|production)(q|$|per)|^kuantitas|^volumepenjualan`,
		),
	],
	[
		'profit',
		/^(total|jumlah|nilai)?(keuntungan|laba|profit)|pendapatanbersih|penerimaanbersih|^net(income|profit)|^labarugi/,
	],
	[
		'revenue',
		/^(total|jumlah|nilai|hasil)*(penerimaan|pemasukan|pendapatankotor|omzet|omset|nilaipenjualan|penjualan|nilaiproduksi|revenue|grossincome)(total|kotor|usaha|usahatani|per|seb|hasil|tr|rp|$)|^tr$|^total(revenue|sales)|^sales(revenue)?$/,
	],
	['income', /^(total|jumlah|nilai)?(pendapatan|income)(total|usaha|usahatani|per|seb|rp|$)/],
];

const usual: readonly (readonly [SummaryMeaning, readonly string[]])[] = [
	['fixedCost', ['biayatetap', 'totalbiayatetap']],
	[
		'variableCost',
		['biayavariabel', 'biayavariable', 'biayatidaktetap', 'totalbiayavariabel', 'totalbiayavariable'],
	],
	['totalCost', ['totalbiaya', 'biayatotal', 'totalbiayaproduksi']],
	['revenue', ['penerimaan', 'totalpenerimaan']],
	['profit', ['keuntungan', 'totalkeuntungan']],
	['income', ['pendapatan', 'totalpendapatan']],
	['breakEvenUnits', ['bepproduksi']],
];

/** Meanings already found: every row of a sheet is asked more than once. */
const known = new Map<string, SummaryMeaning | null>();

/** What a heading of a summary means; null when it is none of its figures. */
export function summaryKeyOf(text: string): SummaryMeaning | null {
	if (text.length > 120) return null;
	const before = known.get(text);
	if (before !== undefined) return before;
	const found = meaningOf(text);
	if (known.size > 2000) known.clear();
	known.set(text, found);
	return found;
}

function meaningOf(text: string): SummaryMeaning | null {
	const plain = text.replace(/\b([RBP])\s*[/-]\s*C\b/gi, '$1C').replace(/\b([RBπ])C\b/g, '$1C');
	const { letters } = readLabel(plain);
	if (letters === '') return null;
	// "BEP (unit)": what stands in parentheses is the meaning.
	const withUnit = lettersOf(plain.replace(/^\s*\(?[\da-e]{1,3}[.)]\s*/i, ''));
	const found = rules.find(([, pattern]) => pattern.test(letters))?.[0];
	if (found) return found;
	if (/^(bep|titikimpas|breakeven)/.test(letters)) {
		return rules.find(([, pattern]) => pattern.test(withUnit))?.[0] ?? null;
	}
	return nearestMeaning(letters, usual);
}

/** Figures that are no amount of cost: they take no part in a sum of costs. */
export function isAside(key: SummaryMeaning | null): boolean {
	return (
		key !== null &&
		/^(outputQuantity|rawMaterialQuantity|price|processesPerPeriod|variableCostPer|breakEven|revenueCostRatio|profitCostRatio|cashRevenueCostRatio)/.test(
			key,
		)
	);
}
