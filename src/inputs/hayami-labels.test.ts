import { describe, expect, it } from 'vitest';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { hayamiKeyOf } from './hayami-labels.ts';
import { readLabel } from './table-label.ts';

/** Headings as Indonesian and English studies print them, in table order. */
const tables: Record<string, readonly (readonly [string, HayamiKey])[]> = {
	'the template with units in brackets': [
		['1. Output (kg/produksi)', 'output'],
		['2. Input bahan baku (kg/produksi)', 'rawMaterial'],
		['3. Tenaga Kerja (HOK/produksi)', 'labour'],
		['4. Faktor Konversi (1/2)', 'conversionFactor'],
		['5. Koefisien Tenaga Kerja (3/2)', 'labourCoefficient'],
		['6. Harga Output (Rp/kg)', 'outputPrice'],
		['7. Upah Rata-rata Tenaga Kerja (Rp/HOK)', 'wage'],
		['8. Harga Bahan Baku (Rp/kg)', 'rawMaterialPrice'],
		['9. Sumbangan Input Lain (Rp/kg)', 'otherInputs'],
		['10. Nilai Output (4x6) (Rp/kg)', 'outputValue'],
		['11. a. Nilai Tambah (10-8-9) (Rp/kg)', 'valueAdded'],
		['b. Rasio Nilai Tambah (11a/10) (%)', 'valueAddedRatioPct'],
		['12. a. Imbalan Tenaga Kerja (5x7) (Rp/kg)', 'labourIncome'],
		['b. Bagian Tenaga Kerja (12a/11a) (%)', 'labourSharePct'],
		['13. a. Keuntungan (11a-12a) (Rp/kg)', 'profit'],
		['b. Tingkat Keuntungan (13a/10) (%)', 'profitRatePct'],
		['14. Margin (10-8) (Rp/kg)', 'margin'],
		['a. Imbalan Tenaga Kerja (12a/14) (%)', 'marginLabourPct'],
		['b. Sumbangan Input Lain (9/14) (%)', 'marginOtherInputsPct'],
		['c. Keuntungan Perusahaan (13a/14) (%)', 'marginProfitPct'],
	],
	'other names for the same rows': [
		['Hasil produksi (Kg/bulan)', 'output'],
		['Bahan baku yang digunakan (Kg)', 'rawMaterial'],
		['Curahan tenaga kerja (HKO)', 'labour'],
		['Rendemen', 'conversionFactor'],
		['Koefisien tenaga kerja langsung', 'labourCoefficient'],
		['Harga jual produk (Rp/Kg)', 'outputPrice'],
		['Tingkat upah (Rp/HKO)', 'wage'],
		['Harga input bahan baku (Rp/Kg)', 'rawMaterialPrice'],
		['Biaya input lain (Rp/Kg)', 'otherInputs'],
		['Nilai produk (Rp/Kg)', 'outputValue'],
		['Nilai tambah produk (Rp/Kg)', 'valueAdded'],
		['Persentase nilai tambah (%)', 'valueAddedRatioPct'],
		['Pendapatan tenaga kerja langsung (Rp/Kg)', 'labourIncome'],
		['Pangsa tenaga kerja langsung (%)', 'labourSharePct'],
		['Laba (Rp/Kg)', 'profit'],
		['Rasio keuntungan (%)', 'profitRatePct'],
		['Marjin keuntungan (Rp/Kg)', 'margin'],
		['Pendapatan tenaga kerja langsung (%)', 'marginLabourPct'],
		['Input lain (%)', 'marginOtherInputsPct'],
		['Keuntungan pengolah (%)', 'marginProfitPct'],
	],
	'broken by narrow columns': [
		['Out-put (kg)', 'output'],
		['Jum lah Ba-han Ba-ku (kg)', 'rawMaterial'],
		['Te-naga Kerja (HOK)', 'labour'],
		['Fak tor kon-versi', 'conversionFactor'],
		['Koe-fisien te-naga kerja', 'labourCoefficient'],
	],
	English: [
		['Output (kg/process)', 'output'],
		['Raw material (kg/process)', 'rawMaterial'],
		['Direct labor (man-days/process)', 'labour'],
		['Conversion factor', 'conversionFactor'],
		['Labor coefficient', 'labourCoefficient'],
		['Output price (Rp/kg)', 'outputPrice'],
		['Average wage (Rp/man-day)', 'wage'],
		['Raw material price (Rp/kg)', 'rawMaterialPrice'],
		['Other input contribution (Rp/kg)', 'otherInputs'],
		['Output value (Rp/kg)', 'outputValue'],
		['Value added (Rp/kg)', 'valueAdded'],
		['Value-added ratio (%)', 'valueAddedRatioPct'],
		['Labor income (Rp/kg)', 'labourIncome'],
		['Labor share (%)', 'labourSharePct'],
		['Profit (Rp/kg)', 'profit'],
		['Profit rate (%)', 'profitRatePct'],
		['Margin (Rp/kg)', 'margin'],
		['Labor income (%)', 'marginLabourPct'],
		['Other input contribution (%)', 'marginOtherInputsPct'],
		['Profit (%)', 'marginProfitPct'],
	],
	'without units': [
		['Output', 'output'],
		['Input', 'rawMaterial'],
		['Tenaga kerja', 'labour'],
		['Faktor konversi', 'conversionFactor'],
		['Koefisien tenaga kerja', 'labourCoefficient'],
		['Harga output', 'outputPrice'],
		['Upah tenaga kerja', 'wage'],
		['Harga bahan baku', 'rawMaterialPrice'],
		['Sumbangan input lain', 'otherInputs'],
		['Nilai output', 'outputValue'],
		['Nilai tambah', 'valueAdded'],
		['Rasio nilai tambah', 'valueAddedRatioPct'],
		['Pendapatan tenaga kerja', 'labourIncome'],
		['Bagian tenaga kerja', 'labourSharePct'],
		['Keuntungan', 'profit'],
		['Tingkat keuntungan', 'profitRatePct'],
		['Marjin', 'margin'],
		['Pendapatan tenaga kerja', 'marginLabourPct'],
		['Sumbangan input lain', 'marginOtherInputsPct'],
		['Keuntungan', 'marginProfitPct'],
	],
};

describe('headings of Hayami tables', () => {
	for (const [name, rows] of Object.entries(tables)) {
		it(`are recognised: ${name}`, () => {
			const seen = new Set<HayamiKey>();
			const found = rows.map(([text]) => {
				const key = hayamiKeyOf(readLabel(text), seen);
				if (key) seen.add(key);
				return [text, key];
			});
			expect(found).toEqual(rows.map(([text, key]) => [text, key]));
		});
	}

	it('of other things are left alone', () => {
		for (const text of ['Nama responden', 'Umur (tahun)', 'Luas lahan (ha)', 'Tahun', 'Jumlah anggota']) {
			expect(hayamiKeyOf(readLabel(text), new Set()), text).toBeNull();
		}
	});
});
