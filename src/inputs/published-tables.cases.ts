/**
 * Tables for the check, as text: one row a line, `|` between cells, `---` between tables. The published ones stand as
 * they were printed; `differs` lists every figure that does not follow from the others, with what does, by hand.
 */

export interface TableCase {
	readonly text: string;
	/** How many figures can be judged. */
	readonly judged: number;
}

export const published: readonly (TableCase & {
	readonly source: string;
	/** Table, cell and the figure that follows, to two decimals. */
	readonly differs: readonly (readonly [string, string, number])[];
})[] = [
	{
		source: 'Industri kecil tahu, Kabupaten Tegal, tabel 14 (text-id.123dok.com, dy49p030z)',
		judged: 13,
		differs: [],
		text: `
Variabel | Nilai
I. Output, Input dan Harga |
1. Output (kg) | 108.4
2. Input (kg) | 66
3. Tenaga Kerja (HOK) | 3.95
4. Faktor Konversi | 1.64
5. Koefisien Tenaga Kerja (HOK/kg) | 0.06
6. Harga Output (Rp/kg) | 9000
7. Upah tenaga Kerja (Rp/HOK) | 28 257
II. Penerimaan dan Keuntungan |
8. Harga Bahan Baku (Rp/Kg) | 7334
9. Sumbangan Input Lain (Rp/Kg) | 1848
10. Nilai Output (Rp/Kg) | 14 782
11. a. Nilai Tambah (Rp/Kg) | 5599
b. Rasio Nilai Tambah (%) | 37.88
12. a. Pendapatan Tenaga Kerja (Rp/Kg) | 1691.14
b. Pangsa Tenaga Kerja (%) | 30.20
13. a. Keuntungan (Rp/Kg) | 3908.16
b. Tingkat Keuntungan (%) | 69.80
III. Balas Jasa Pemilik Faktor Produksi |
14. Marjin (Rp/Kg) | 7447
a. Pendapatan Tenaga Kerja (%) | 22.71
b. Sumbangan Input Lain (%) | 24.82
c. Keuntungan Pengusaha (%) | 52.48`,
	},
	{
		source: 'Kopi arabika Ijen Raung, tabel perhitungan nilai tambah (halaman web penelitian)',
		judged: 39,
		differs: [
			['T1', 'D23', 15.78],
			['T1', 'E23', 11.94],
			['T1', 'F23', 7.14],
		],
		text: `
No | Variabel | Rumus | Greenbean | Kopi Sangrai | Kopi Bubuk
 | Output, Input dan Harga | | | |
1 | Output (Kg/tahun) | A | 20,3625 | 16,29 | 16,29
2 | Input (Kg/tahun) | B | 135,75 | 20,3625 | 20,3625
3 | Tenaga Kerja (HOK/tahun) | C | 5 | 5 | 5
4 | Faktor Konversi | D = A/B | 0,15 | 0,8 | 0,8
5 | Koefisien Tenaga Kerja (HOK/Kg) | E = C/B | 0,037 | 0,246 | 0,246
6 | Harga Output (Rp/Kg) | F | 106.250 | 180.000 | 242.500
7 | Upah Tenaga Kerja (Rp/HOK) | G | 53.750 | 53.750 | 53.750
 | Penerimaan dan Keuntungan | | | |
8 | Harga Bahan Baku (Rp/Kg) | H | 11.000 | 11.000 | 11.000
9 | Sumbangan Input Lain (Rp/Kg) | I | 779 | 15.877 | 13.063
10 | Nilai Output (Rp/Kg) | J = D*F | 15.938 | 144.000 | 194.000
11 | a. Nilai Tambah (Rp/Kg) | K = J-I-H | 4.158 | 117.123 | 169.937
 | b. Rasio Nilai Tambah (%) | L = (K/J)*100% | 26,090 | 81,335 | 87,596
12 | a. Pendapatan Tenaga Kerja (Rp/Kg) | M = E*G | 1.980 | 13.198 | 13.198
 | b. Pangsa Tenaga Kerja (%) | N = (M/K)*100% | 47,611 | 11,269 | 7,767
13 | a. Keuntungan (Rp/Kg) | O = K-M | 2.178 | 103.924 | 156.738
 | b. Tingkat Keuntungan (%) | P = (O/J)*100% | 13,668 | 72,170 | 80,793
 | Balas Jasa Pemilik Faktor Produksi | | | |
14 | Marjin (Rp/Kg) | Q = J-H | 4.938 | 133.000 | 183.000
 | a. Pendapatan Tenaga Kerja (%) | R = (M/Q)*100% | 40,096 | 9,924 | 7,212
 | b. Sumbangan Input Lain (%) | S = (I/L)*100% | 2987,228 | 19520,716 | 14912,996
 | c. Keuntungan Pengusaha (%) | T = (O/Q)*100% | 44,119 | 78,139 | 85,649`,
	},
	{
		source: 'Petani kelapa dan kopra, tabel 10, baris 1-11a (123dok.com, lzg047qo)',
		judged: 4,
		differs: [],
		text: `
No. | Variabel (Output, Input, Harga) | Nilai
1. | Hasil/ Produksi (Kg) | 600
2. | Bahan baku (Kg) | 1.836,88
3. | Tenaga Kerja (HKP) | 6,12
4. | Faktor Konversi (1/2) | 0,33
5. | Koefisien tenaga kerja (3/2) | 0,003
6. | Harga produk rata-rata (Rp/kg) | 3.188,75
7. | Upah rata-rata (Rp/HKP) | 34,45
 | Pendapatan dan Keuntungan |
8. | Harga bahan baku (Rp/kg) | 0
9. | Bahan Tambahan Pengolahan (Rp/kg) | 44,81
10. | Nilai produk (Rp/kg) (4x6) | 1.052,29
11. | a.Nilai tambah (Rp/kg) (10-8-9) | 1.007,47`,
	},
	{
		source: 'Tepung beras, data hipotetik, baris 1-12a (scribd 250382089)',
		judged: 6,
		differs: [],
		text: `
No | Variabel | Nilai
 | I. Output, Input, dan Harga |
1 | Output (kg/th) | 40.000.000
2 | Bahan baku (kg/th) | 60.000.000
3 | Tenaga kerja (HOK/th) | 15.000
4 | Faktor konversi | 0,666666667
5 | Koefisien tenaga kerja | 0,00025
6 | Harga Output | 10.000
7 | Upah rata-rata tenaga kerja (Rp/HOK) | 5.000
 | II. Pendapatan dan keuntungan |
8 | Harga Bahan Baku | 3800
9 | Sumbangan input lain | 50
10 | Nilai output | 6666,666667
11 | a. Nilai tambah | 2816,666667
 | b. Rasio Nilai tambah | 42,25
12 | a. Imbalan Tenaga kerja | 1,25`,
	},
	{
		source: 'Keripik singkong, bab IV: penyusutan per hari, bahan, analisis usaha (scribd 600661384)',
		judged: 29,
		differs: [],
		text: `
No. | Nama Alat | Unit | Harga | Lama Pemakaian | Biaya Penyusutan
1. | Baskom | 1 | Rp. 25.000 | 3 tahun | Rp. 22,83
2. | Panci | 1 | Rp. 55.000 | 3 tahun | Rp. 50,22
3. | Kompor Gas | 1 | Rp. 200.000 | 3 tahun | Rp. 182,64
4. | Wajan | 2 | Rp. 35.000 | 3 tahun | Rp. 63,92
5. | Pisau serut | 2 | Rp. 15.000 | 3 tahun | Rp. 13,69
6. | Talenan | 1 | Rp. 20.000 | 2 tahun | Rp. 27,39
7. | Serok | 1 | Rp. 10.000 | 1 tahun | Rp. 27,39
8. | Keranjang peniris | 1 | Rp. 15.000 | 1 tahun | Rp. 41,09
9 | sealler | 1 | Rp. 250.000 | 3 tahun | Rp. 228,31
Jumlah | | | | | Rp. 657,48
---
No. | Nama Bahan | Jumlah | Harga satuan | Total harga
1 | Singkong | 2 kg | 8000/kg | Rp. 16.000
2 | Air | 15 liter | 4.000/liter | Rp. 60.000
3 | Kapur sirih | 30 gram | 12.500/kg | Rp. 375
4 | Garam | 250 gram | 5.000/kg | Rp. 1.250
5 | Gula pasir | 600 gram | 3.500/kg | Rp. 2.100
6 | Bwang putih | 250 gram | 2.000/kg | Rp. 500
7 | Bawang merah | 300 gram | 2.000/kg | Rp. 600
8 | Minyak sayur | 2 liter | 12.000/liter | Rp. 24.000
9 | Gas | 1 buah | 30.000/buah | Rp. 30.000
10 | Tas Kresek | 2 pack | 2.000/pack | Rp. 4.000
11 | Plastik pembungkus | 2 pack | 2.000/pack | Rp. 4.000
12 | | | |
 | Jumlah | | | Rp. 142.825
---
Uraian | Nilai
Biaya Tetap | 657,48
Biaya Tidak Tetap | 142.825
Total Biaya Produksi | 143.482,48
Jumlah produksi | 80
Harga jual | Rp. 2.000
Penjualan | Rp. 160.000
Keuntungan | Rp. 16.517,52
BEP Harga | 1.793,53
BEP produksi | 71,74
Benefit cost ratio (B/C) | 0,11
Return of cost ratio (R/C) | 1,11`,
	},
	{
		source: 'Ayam pedaging, biaya tetap, sebagian baris (scribd 455910854)',
		judged: 22,
		differs: [
			['T1', 'G2', 833333.33],
			['T1', 'E6', 900000],
		],
		text: `
NO | URAIAN | VOLUME | HARGA SATUAN | JUMLAH | UB | PENYUSUTAN
 | Kandang | 1 unit | RP.10.000.000 | 10.000.000 | 12 | RP. 883.000
 | Peralatan kandang | | | | |
 | Lampu kuning | 5 unit | RP.10.000 | 50.000 | 12 | RP. 4.166
 | Lampu putih | 4 unit | RP.80.000 | 320.000 | 12 | RP. 27.000
 | Tempat pakan | 30 unit | 30.000 | 1.500.000 | 12 | RP. 125.000
 | Tempat minum | 20 unit | 40.000 | 800.000 | 12 | RP. 67.000
 | Kebel roll | 1 unit | 250.000 | 250.000 | 12 | RP. 21.000
 | Stok kontak | 2 unit | 15.000 | 30.000 | 12 | RP.2.500
 | Cop | 4 unit | 15.000 | 60.000 | 12 | RP.5000
 | Viting | 9 unit | 20.000 | 180.000 | 12 | RP.15.000
 | Profil tenk | 1 unit | 2.350.000 | 2.350.000 | 12 | RP.196.000
 | Kran air | 5 unit | 25.000 | 125.000 | 12 | RP.10.416`,
	},
	{
		source: 'Ayam pedaging, biaya variabel (scribd 455910854)',
		judged: 4,
		differs: [],
		text: `
No | Nama bahan | Frekuensi | Harga satuan (Rp ) | Jumlah (Rp )
1. | DOC | 300 ekor | 15.000 | 4.500.000
2. | Pakan | 15 sak | 430.000 | 6.450.000
3. | Sekam | 10 karung | 15.000 | 150.000
4. | Transportasi | 30 hari | | 500.000
6. | VOVD | 30 hari | | 1.500.000
Jumlah | | | | Rp. 13.100.000`,
	},
	{
		source: 'Diversifikasi keripik tahu, biaya produksi (coursehero p11pdmt)',
		judged: 6,
		differs: [],
		text: `
No | Jenis Pengeluaran | Banyaknya Kebutuhan | Satuan | Harga Satuan (Rp) | Harga Total (Rp)
1 | Tahu | 80 | pcs | 1500 | 120000
2 | Tepung terigu | 3 | kg | 6000 | 18000
3 | Tepung beras | 1 | kg | 10000 | 10000
4 | Minyak | 8 | liter | 12000 | 96000
5 | Bumbu | - | - | 20000 | 20000
6 | Plastik | 2 | pack | 6500 | 13000
7 | Tenaga kerja | - | - | - | 82000
 | Total pengeluaran (Rp) | | | | 359.000
 | Total pemasukan (Rp) | | | | 427.500`,
	},
	{
		source: 'Agroindustri suwar-suwir 2005, tabel 11 (text-id.123dok.com, 4yr3g31py)',
		judged: 2,
		differs: [['T1', 'C4', 165246.01]],
		text: `
No | Uraian | Nilai
1. | Total Penerimaan | 519.166,67
2. | Total Biaya Produksi | 353.920,66
3. | Pendapatan Bersih (Keuntungan) | 165.249,01
4. | R/C ratio | 1,46`,
	},
	{
		source: 'Kopi biji dari cherry red, tabel 5.1 biaya tetap (123dok.com, qo5xrprj)',
		judged: 1,
		differs: [],
		text: `
No | Peralatan | Biaya Penyusutan (Rp)
1 | Mesin Pullper | 3.360.000
2 | Ember | 534.000
3 | Kayu Serok | 200.000
4 | Gerobak Sorong | 1.540.000
5 | Besi Goni | 192.000
6 | Terpal | 466.000
 | Total | 6.292.000
 | Biaya Tetap per 1 Kg Bahan Baku Kopi Gelondongan | 2.147`,
	},
	{
		source: 'Mochi, e-modul PKK halaman 20 (flipbuilder qscbj)',
		judged: 5,
		differs: [],
		text: `
Uraian | Nilai
Pendapatan | Rp5.184.000
Total biaya produksi | Rp. 3.446.000
Pendapatan per bulan | Rp1.738.000
Biaya tetap | Rp 80.000
Harga jual | 16.200
Biaya variabel per unit | 10.800
BEP Unit | 14.8
BEP Rupiah | Rp243.000
B/C ratio | 0,5
R/C ratio | 1,5`,
	},
	{
		source: 'Budidaya lele, biaya variabel (smkn1-moro, 2011)',
		judged: 7,
		differs: [['T1', 'E9', 24481052.63]],
		text: `
Uraian | Jumlah | Satuan | Harga | Nilai
Biaya Variabel | | | |
a. Pakan | 4800 | kg | Rp 3700 | Rp 17.760.000,-
b. Benih ukuran 5-8 cm | 25.263 | ekor | Rp 80,- | Rp 2.021.052,63
c. Obat-obatan | 6 | unit | Rp 50.000,- | Rp 300.000,-
d. Alat perikanan | 2 | paket | Rp 100.000,- | Rp 200.000,-
e. Tenaga kerja tetap | 12 | OB | Rp 250.000,- | Rp 3.000.000,-
f. Lain-lain | 12 | bln | Rp 100.000,- | Rp 1.200.000,-
Total Biaya Variabel | | | | Rp 24.281.052,63`,
	},
	{
		source: 'Olahan tempe Sukajadi, lampiran 4 bahan baku, 2017 (123dok.com, yrw64moz)',
		judged: 18,
		differs: [
			['T1', 'I5', 21000],
			['T1', 'J6', 303333.33],
		],
		text: `
Sampel | Minggu | Bulan | Tahun | Hari (kg) | Minggu (kg) | Bulan (kg) | Tahun (kg) | Kedelai | Hari (Rp) | Minggu (Rp) | Bulan (Rp) | Setahun (Rp)
1 | 7 | 30 | 360 | 50 | 350 | 1500 | 18000 | 7.000 | 350.000 | 2.450.000 | 10.500.000 | 126.000.000
2 | 7 | 30 | 360 | 30 | 210 | 900 | 10800 | 7.000 | 210.000 | 1.470.000 | 6.300.000 | 7.560.000
3 | 7 | 30 | 360 | 50 | 350 | 1500 | 18000 | 7.000 | 350.000 | 2.450.000 | 10.500.000 | 126.000.000
Total | 21 | 90 | 1080 | 130 | 910 | 3900 | 46800 | 21.100 | 910.000 | 6.370.000 | 27.300.000 | 259.560.000
Rata-Rata | 7 | 30 | 360 | 43 | 303 | 1300 | 15600 | 7.033 | 303.000 | 2.123.333 | 9.100.000 | 86.520.000`,
	},
	{
		source: 'Pengusaha tempe Sukajadi, lampiran 2 karakteristik, 2017 (123dok.com, yrw64moz)',
		judged: 6,
		differs: [],
		text: `
Sampel | Umur | Lama Pendidikan | Jumlah Tanggungan | Lama Berusaha
1 | 56 | 6 | 5 | 18
2 | 51 | 9 | 2 | 1.5
3 | 50 | 9 | 3 | 25
Total | 157 | 24 | 10 | 44.5
Rata-Rata | 52.3 | 8.0 | 3.3 | 14.8`,
	},
];

export const forms: readonly (TableCase & { readonly name: string })[] = [
	{
		name: 'with the products in rows',
		judged: 39,
		text: `
Produk | Output (kg/proses) | Bahan baku (kg/proses) | Tenaga kerja (HOK/proses) | Faktor konversi | Koefisien tenaga kerja (HOK/kg) | Harga output (Rp/kg) | Upah rata-rata tenaga kerja (Rp/HOK) | Harga bahan baku (Rp/kg) | Sumbangan input lain (Rp/kg) | Nilai output (Rp/kg) | a. Nilai tambah (Rp/kg) | b. Rasio nilai tambah (%) | a. Pendapatan tenaga kerja (Rp/kg) | b. Pangsa tenaga kerja (%) | a. Keuntungan (Rp/kg) | b. Tingkat keuntungan (%) | Marjin (Rp/kg) | a. Pendapatan tenaga kerja (%) | b. Sumbangan input lain (%) | c. Keuntungan pengusaha (%)
Keripik Original | 35,00 | 100 | 4,00 | 0,35 | 0,040 | 60.000 | 50.000 | 6.000 | 2.500 | 21.000 | 12.500 | 59,52 | 2.000 | 16,00 | 10.500 | 84,00 | 15.000 | 13,33 | 16,67 | 70,00
Keripik Balado | 36,00 | 100 | 5,00 | 0,36 | 0,050 | 65.000 | 50.000 | 6.000 | 3.750 | 23.400 | 13.650 | 58,33 | 2.500 | 18,32 | 11.150 | 81,68 | 17.400 | 14,37 | 21,55 | 64,08
Stik Singkong | 42,00 | 100 | 4,50 | 0,42 | 0,045 | 48.000 | 50.000 | 6.000 | 3.100 | 20.160 | 11.060 | 54,86 | 2.250 | 20,34 | 8.810 | 79,66 | 14.160 | 15,89 | 21,89 | 62,22`,
	},
	{
		name: 'with a column of means',
		judged: 59,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong | Rata-rata
1 | Output (kg/proses) | 35,00 | 36,00 | 42,00 | 37,67
2 | Bahan baku (kg/proses) | 100 | 100 | 100 | 100
3 | Tenaga kerja (HOK/proses) | 4,00 | 5,00 | 4,50 | 4,50
4 | Faktor konversi | 0,35 | 0,36 | 0,42 | 0,38
5 | Koefisien tenaga kerja (HOK/kg) | 0,040 | 0,050 | 0,045 | 0,045
6 | Harga output (Rp/kg) | 60.000 | 65.000 | 48.000 | 57.667
7 | Upah rata-rata tenaga kerja (Rp/HOK) | 50.000 | 50.000 | 50.000 | 50.000
8 | Harga bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000 | 6.000
9 | Sumbangan input lain (Rp/kg) | 2.500 | 3.750 | 3.100 | 3.117
10 | Nilai output (Rp/kg) | 21.000 | 23.400 | 20.160 | 21.520
11 | a. Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060 | 12.403
 | b. Rasio nilai tambah (%) | 59,52 | 58,33 | 54,86 | 57,57
12 | a. Pendapatan tenaga kerja (Rp/kg) | 2.000 | 2.500 | 2.250 | 2.250
 | b. Pangsa tenaga kerja (%) | 16,00 | 18,32 | 20,34 | 18,22
13 | a. Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810 | 10.153
 | b. Tingkat keuntungan (%) | 84,00 | 81,68 | 79,66 | 81,78
14 | Marjin (Rp/kg) | 15.000 | 17.400 | 14.160 | 15.520
 | a. Pendapatan tenaga kerja (%) | 13,33 | 14,37 | 15,89 | 14,53
 | b. Sumbangan input lain (%) | 16,67 | 21,55 | 21,89 | 20,04
 | c. Keuntungan pengusaha (%) | 70,00 | 64,08 | 62,22 | 65,43`,
	},
	{
		name: 'with a column of sums',
		judged: 59,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong | Jumlah
1 | Output (kg/proses) | 35,00 | 36,00 | 42,00 | 113,00
2 | Bahan baku (kg/proses) | 100 | 100 | 100 | 300
3 | Tenaga kerja (HOK/proses) | 4,00 | 5,00 | 4,50 | 13,50
4 | Faktor konversi | 0,35 | 0,36 | 0,42 | 1,13
5 | Koefisien tenaga kerja (HOK/kg) | 0,040 | 0,050 | 0,045 | 0,135
6 | Harga output (Rp/kg) | 60.000 | 65.000 | 48.000 | 173.000
7 | Upah rata-rata tenaga kerja (Rp/HOK) | 50.000 | 50.000 | 50.000 | 150.000
8 | Harga bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000 | 18.000
9 | Sumbangan input lain (Rp/kg) | 2.500 | 3.750 | 3.100 | 9.350
10 | Nilai output (Rp/kg) | 21.000 | 23.400 | 20.160 | 64.560
11 | a. Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060 | 37.210
 | b. Rasio nilai tambah (%) | 59,52 | 58,33 | 54,86 | 172,72
12 | a. Pendapatan tenaga kerja (Rp/kg) | 2.000 | 2.500 | 2.250 | 6.750
 | b. Pangsa tenaga kerja (%) | 16,00 | 18,32 | 20,34 | 54,66
13 | a. Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810 | 30.460
 | b. Tingkat keuntungan (%) | 84,00 | 81,68 | 79,66 | 245,34
14 | Marjin (Rp/kg) | 15.000 | 17.400 | 14.160 | 46.560
 | a. Pendapatan tenaga kerja (%) | 13,33 | 14,37 | 15,89 | 43,59
 | b. Sumbangan input lain (%) | 16,67 | 21,55 | 21,89 | 60,11
 | c. Keuntungan pengusaha (%) | 70,00 | 64,08 | 62,22 | 196,30`,
	},
	{
		name: 'with units and notation in columns',
		judged: 39,
		text: `
No | Variabel | Satuan | Notasi | Keripik Original | Keripik Balado | Stik Singkong
1 | Output | kg/proses | A | 35,00 | 36,00 | 42,00
2 | Bahan baku | kg/proses | B | 100 | 100 | 100
3 | Tenaga kerja | HOK/proses | C | 4,00 | 5,00 | 4,50
4 | Faktor konversi |  | D=A/B | 0,35 | 0,36 | 0,42
5 | Koefisien tenaga kerja | HOK/kg | E=C/B | 0,040 | 0,050 | 0,045
6 | Harga output | Rp/kg | F | 60.000 | 65.000 | 48.000
7 | Upah rata-rata tenaga kerja | Rp/HOK | G | 50.000 | 50.000 | 50.000
8 | Harga bahan baku | Rp/kg | H | 6.000 | 6.000 | 6.000
9 | Sumbangan input lain | Rp/kg | I | 2.500 | 3.750 | 3.100
10 | Nilai output | Rp/kg | J=DxF | 21.000 | 23.400 | 20.160
11 | a. Nilai tambah | Rp/kg | K=J-H-I | 12.500 | 13.650 | 11.060
 | b. Rasio nilai tambah | % | L%=K/Jx100% | 59,52 | 58,33 | 54,86
12 | a. Pendapatan tenaga kerja | Rp/kg | M=ExG | 2.000 | 2.500 | 2.250
 | b. Pangsa tenaga kerja | % | N%=M/Kx100% | 16,00 | 18,32 | 20,34
13 | a. Keuntungan | Rp/kg | O=K-M | 10.500 | 11.150 | 8.810
 | b. Tingkat keuntungan | % | P%=O/Kx100% | 84,00 | 81,68 | 79,66
14 | Marjin | Rp/kg | Q=J-H | 15.000 | 17.400 | 14.160
 | a. Pendapatan tenaga kerja | % | R%=M/Qx100% | 13,33 | 14,37 | 15,89
 | b. Sumbangan input lain | % | S%=I/Qx100% | 16,67 | 21,55 | 21,89
 | c. Keuntungan pengusaha | % | T%=O/Qx100% | 70,00 | 64,08 | 62,22`,
	},
	{
		name: 'with typing mistakes in its headings',
		judged: 39,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong
1 | Output (kg/proses) | 35,00 | 36,00 | 42,00
2 | Bahn Baku (kg/proses) | 100 | 100 | 100
3 | Tenaga kerja (HOK/proses) | 4,00 | 5,00 | 4,50
4 | Factor Konversi | 0,35 | 0,36 | 0,42
5 | Koefesien Tenaga Krja (HOK/kg) | 0,040 | 0,050 | 0,045
6 | Harga Outpt (Rp/kg) | 60.000 | 65.000 | 48.000
7 | Upah Tenga Kerja (Rp/HOK) | 50.000 | 50.000 | 50.000
8 | Harga Bahan Bku (Rp/kg) | 6.000 | 6.000 | 6.000
9 | Sumbangan Inpit Lain (Rp/kg) | 2.500 | 3.750 | 3.100
10 | Nilai Outpu (Rp/kg) | 21.000 | 23.400 | 20.160
11 | a. Nilai Tambahan (Rp/kg) | 12.500 | 13.650 | 11.060
 | b. Ratio Nilai Tamabah (%) | 59,52 | 58,33 | 54,86
12 | a. Pendaptan Tenaga Kerja (Rp/kg) | 2.000 | 2.500 | 2.250
 | b. Pangsa Tenaga kejra (%) | 16,00 | 18,32 | 20,34
13 | a. Keuntugan (Rp/kg) | 10.500 | 11.150 | 8.810
 | b. Tingkat Keuntngan (%) | 84,00 | 81,68 | 79,66
14 | Margin Keuntungan (Rp/kg) | 15.000 | 17.400 | 14.160
 | a. Pendapatan tenaga kerja (%) | 13,33 | 14,37 | 15,89
 | b. Sumbangan input lain (%) | 16,67 | 21,55 | 21,89
 | c. Keuntungan pengusaha (%) | 70,00 | 64,08 | 62,22`,
	},
	{
		name: 'with rupiah and percent signs in its cells',
		judged: 39,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong
1 | Output | 35,00 kg | 36,00 kg | 42,00 kg
2 | Bahan baku | 100 kg | 100 kg | 100 kg
3 | Tenaga kerja | 4,00 HOK | 5,00 HOK | 4,50 HOK
4 | Faktor konversi | 0,35 | 0,36 | 0,42
5 | Koefisien tenaga kerja | 0,040 | 0,050 | 0,045
6 | Harga output | Rp. 60.000,- | Rp. 65.000,- | Rp. 48.000,-
7 | Upah rata-rata tenaga kerja | Rp. 50.000,- | Rp. 50.000,- | Rp. 50.000,-
8 | Harga bahan baku | Rp. 6.000,- | Rp. 6.000,- | Rp. 6.000,-
9 | Sumbangan input lain | Rp. 2.500,- | Rp. 3.750,- | Rp. 3.100,-
10 | Nilai output | Rp. 21.000,- | Rp. 23.400,- | Rp. 20.160,-
11 | a. Nilai tambah | Rp. 12.500,- | Rp. 13.650,- | Rp. 11.060,-
 | b. Rasio nilai tambah | 59,52 % | 58,33 % | 54,86 %
12 | a. Pendapatan tenaga kerja | Rp. 2.000,- | Rp. 2.500,- | Rp. 2.250,-
 | b. Pangsa tenaga kerja | 16,00 % | 18,32 % | 20,34 %
13 | a. Keuntungan | Rp. 10.500,- | Rp. 11.150,- | Rp. 8.810,-
 | b. Tingkat keuntungan | 84,00 % | 81,68 % | 79,66 %
14 | Marjin | Rp. 15.000,- | Rp. 17.400,- | Rp. 14.160,-
 | a. Pendapatan tenaga kerja | 13,33 % | 14,37 % | 15,89 %
 | b. Sumbangan input lain | 16,67 % | 21,55 % | 21,89 %
 | c. Keuntungan pengusaha | 70,00 % | 64,08 % | 62,22 %`,
	},
	{
		name: 'with fractions for percentages',
		judged: 39,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong
1 | Output (kg/proses) | 35,00 | 36,00 | 42,00
2 | Bahan baku (kg/proses) | 100 | 100 | 100
3 | Tenaga kerja (HOK/proses) | 4,00 | 5,00 | 4,50
4 | Faktor konversi | 0,35 | 0,36 | 0,42
5 | Koefisien tenaga kerja (HOK/kg) | 0,040 | 0,050 | 0,045
6 | Harga output (Rp/kg) | 60.000 | 65.000 | 48.000
7 | Upah rata-rata tenaga kerja (Rp/HOK) | 50.000 | 50.000 | 50.000
8 | Harga bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000
9 | Sumbangan input lain (Rp/kg) | 2.500 | 3.750 | 3.100
10 | Nilai output (Rp/kg) | 21.000 | 23.400 | 20.160
11 | a. Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060
 | b. Rasio nilai tambah | 0,5952 | 0,5833 | 0,5486
12 | a. Pendapatan tenaga kerja (Rp/kg) | 2.000 | 2.500 | 2.250
 | b. Pangsa tenaga kerja | 0,1600 | 0,1832 | 0,2034
13 | a. Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810
 | b. Tingkat keuntungan | 0,8400 | 0,8168 | 0,7966
14 | Marjin (Rp/kg) | 15.000 | 17.400 | 14.160
 | a. Pendapatan tenaga kerja | 0,1333 | 0,1437 | 0,1589
 | b. Sumbangan input lain | 0,1667 | 0,2155 | 0,2189
 | c. Keuntungan pengusaha | 0,7000 | 0,6408 | 0,6222`,
	},
	{
		name: 'in another order',
		judged: 27,
		text: `
Uraian | Keripik Original | Keripik Balado | Stik Singkong
Bahan baku (kg/proses) | 100 | 100 | 100
Output (kg/proses) | 35,00 | 36,00 | 42,00
Faktor konversi | 0,35 | 0,36 | 0,42
Harga output (Rp/kg) | 60.000 | 65.000 | 48.000
Nilai output (Rp/kg) | 21.000 | 23.400 | 20.160
Harga bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000
Sumbangan input lain (Rp/kg) | 2.500 | 3.750 | 3.100
a. Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060
b. Rasio nilai tambah (%) | 59,52 | 58,33 | 54,86
Tenaga kerja (HOK/proses) | 4,00 | 5,00 | 4,50
Koefisien tenaga kerja (HOK/kg) | 0,040 | 0,050 | 0,045
Upah rata-rata tenaga kerja (Rp/HOK) | 50.000 | 50.000 | 50.000
a. Pendapatan tenaga kerja (Rp/kg) | 2.000 | 2.500 | 2.250
b. Pangsa tenaga kerja (%) | 16,00 | 18,32 | 20,34
a. Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810
b. Tingkat keuntungan (%) | 84,00 | 81,68 | 79,66`,
	},
	{
		name: 'in English',
		judged: 39,
		text: `
No | Variable | Keripik Original | Keripik Balado | Stik Singkong
1 | Output (kg/process) | 35.00 | 36.00 | 42.00
2 | Raw material input (kg/process) | 100 | 100 | 100
3 | Labor input (man-days/process) | 4.00 | 5.00 | 4.50
4 | Conversion factor | 0.35 | 0.36 | 0.42
5 | Labor coefficient (man-day/kg) | 0.040 | 0.050 | 0.045
6 | Output price (IDR/kg) | 60,000 | 65,000 | 48,000
7 | Average labor wage (IDR/man-day) | 50,000 | 50,000 | 50,000
8 | Price of raw material (IDR/kg) | 6,000 | 6,000 | 6,000
9 | Contribution of other inputs (IDR/kg) | 2,500 | 3,750 | 3,100
10 | Output value (IDR/kg) | 21,000 | 23,400 | 20,160
11 | a. Value added (IDR/kg) | 12,500 | 13,650 | 11,060
 | b. Value added ratio (%) | 59.52 | 58.33 | 54.86
12 | a. Labor income (IDR/kg) | 2,000 | 2,500 | 2,250
 | b. Labor share (%) | 16.00 | 18.32 | 20.34
13 | a. Profit (IDR/kg) | 10,500 | 11,150 | 8,810
 | b. Profit rate (%) | 84.00 | 81.68 | 79.66
14 | Margin (IDR/kg) | 15,000 | 17,400 | 14,160
 | a. Direct labor income (%) | 13.33 | 14.37 | 15.89
 | b. Other input contribution (%) | 16.67 | 21.55 | 21.89
 | c. Company profit (%) | 70.00 | 64.08 | 62.22`,
	},
	{
		name: 'in English with other names',
		judged: 39,
		text: `
No | Variable | Keripik Original | Keripik Balado | Stik Singkong
1 | Total production (kg) | 35.00 | 36.00 | 42.00
2 | Raw material used (kg) | 100 | 100 | 100
3 | Labour (HOK) | 4.00 | 5.00 | 4.50
4 | Conversion factor | 0.35 | 0.36 | 0.42
5 | Labour coefficient | 0.040 | 0.050 | 0.045
6 | Product price (Rp/kg) | 60,000 | 65,000 | 48,000
7 | Labour wage (Rp/HOK) | 50,000 | 50,000 | 50,000
8 | Raw material price (Rp/kg) | 6,000 | 6,000 | 6,000
9 | Other input costs (Rp/kg) | 2,500 | 3,750 | 3,100
10 | Product value (Rp/kg) | 21,000 | 23,400 | 20,160
11 | Added value (Rp/kg) | 12,500 | 13,650 | 11,060
 | Added value ratio (%) | 59.52 | 58.33 | 54.86
12 | Return to labour (Rp/kg) | 2,000 | 2,500 | 2,250
 | Labour portion (%) | 16.00 | 18.32 | 20.34
13 | Profit (Rp/kg) | 10,500 | 11,150 | 8,810
 | Profit level (%) | 84.00 | 81.68 | 79.66
14 | Profit margin (Rp/kg) | 15,000 | 17,400 | 14,160
 | Labour (%) | 13.33 | 14.37 | 15.89
 | Other inputs (%) | 16.67 | 21.55 | 21.89
 | Profit (%) | 70.00 | 64.08 | 62.22`,
	},
	{
		name: 'of two products below one another',
		judged: 26,
		text: `
Tabel. Nilai tambah Keripik Original | | 
No | Variabel | Nilai
1 | Output (kg/proses) | 35,00
2 | Bahan baku (kg/proses) | 100
3 | Tenaga kerja (HOK/proses) | 4,00
4 | Faktor konversi | 0,35
5 | Koefisien tenaga kerja (HOK/kg) | 0,040
6 | Harga output (Rp/kg) | 60.000
7 | Upah rata-rata tenaga kerja (Rp/HOK) | 50.000
8 | Harga bahan baku (Rp/kg) | 6.000
9 | Sumbangan input lain (Rp/kg) | 2.500
10 | Nilai output (Rp/kg) | 21.000
11 | a. Nilai tambah (Rp/kg) | 12.500
 | b. Rasio nilai tambah (%) | 59,52
12 | a. Pendapatan tenaga kerja (Rp/kg) | 2.000
 | b. Pangsa tenaga kerja (%) | 16,00
13 | a. Keuntungan (Rp/kg) | 10.500
 | b. Tingkat keuntungan (%) | 84,00
14 | Marjin (Rp/kg) | 15.000
 | a. Pendapatan tenaga kerja (%) | 13,33
 | b. Sumbangan input lain (%) | 16,67
 | c. Keuntungan pengusaha (%) | 70,00
Sumber: Data primer diolah, 2020 | | 
Keterangan: 1 HOK = 8 jam | | 
 | | 
Tabel. Nilai tambah Keripik Balado | | 
No | Variabel | Nilai
1 | Output (kg/proses) | 36,00
2 | Bahan baku (kg/proses) | 100
3 | Tenaga kerja (HOK/proses) | 5,00
4 | Faktor konversi | 0,36
5 | Koefisien tenaga kerja (HOK/kg) | 0,050
6 | Harga output (Rp/kg) | 65.000
7 | Upah rata-rata tenaga kerja (Rp/HOK) | 50.000
8 | Harga bahan baku (Rp/kg) | 6.000
9 | Sumbangan input lain (Rp/kg) | 3.750
10 | Nilai output (Rp/kg) | 23.400
11 | a. Nilai tambah (Rp/kg) | 13.650
 | b. Rasio nilai tambah (%) | 58,33
12 | a. Pendapatan tenaga kerja (Rp/kg) | 2.500
 | b. Pangsa tenaga kerja (%) | 18,32
13 | a. Keuntungan (Rp/kg) | 11.150
 | b. Tingkat keuntungan (%) | 81,68
14 | Marjin (Rp/kg) | 17.400
 | a. Pendapatan tenaga kerja (%) | 14,37
 | b. Sumbangan input lain (%) | 21,55
 | c. Keuntungan pengusaha (%) | 64,08
Sumber: Data primer diolah, 2020 | | 
Keterangan: 1 HOK = 8 jam | | 
 | |`,
	},
	{
		name: 'under a heading of three rows',
		judged: 39,
		text: `
No | Uraian | Jenis produk | | 
 | | Keripik Original | Keripik Balado | Stik Singkong
(1) | (2) | (3) | (4) | (5)
I | Output, Input dan Harga | | | 
1 | Output (kg/proses) | 35,00 | 36,00 | 42,00
2 | Bahan baku (kg/proses) | 100 | 100 | 100
3 | Tenaga kerja (HOK/proses) | 4,00 | 5,00 | 4,50
4 | Faktor konversi | 0,35 | 0,36 | 0,42
5 | Koefisien tenaga kerja (HOK/kg) | 0,040 | 0,050 | 0,045
6 | Harga output (Rp/kg) | 60.000 | 65.000 | 48.000
7 | Upah rata-rata tenaga kerja (Rp/HOK) | 50.000 | 50.000 | 50.000
8 | Harga bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000
9 | Sumbangan input lain (Rp/kg) | 2.500 | 3.750 | 3.100
10 | Nilai output (Rp/kg) | 21.000 | 23.400 | 20.160
11 | a. Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060
 | b. Rasio nilai tambah (%) | 59,52 | 58,33 | 54,86
12 | a. Pendapatan tenaga kerja (Rp/kg) | 2.000 | 2.500 | 2.250
 | b. Pangsa tenaga kerja (%) | 16,00 | 18,32 | 20,34
13 | a. Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810
 | b. Tingkat keuntungan (%) | 84,00 | 81,68 | 79,66
14 | Marjin (Rp/kg) | 15.000 | 17.400 | 14.160
 | a. Pendapatan tenaga kerja (%) | 13,33 | 14,37 | 15,89
 | b. Sumbangan input lain (%) | 16,67 | 21,55 | 21,89
 | c. Keuntungan pengusaha (%) | 70,00 | 64,08 | 62,22
Sumber : Data Primer (2021), diolah | | | |`,
	},
	{
		name: 'with other Indonesian names',
		judged: 39,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong
1 | Produksi/output (kg) | 35,00 | 36,00 | 42,00
2 | Input bahan baku (kg) | 100 | 100 | 100
3 | Input tenaga kerja (HOK) | 4,00 | 5,00 | 4,50
4 | Faktor konversi (1/2) | 0,35 | 0,36 | 0,42
5 | Koefisien TK (3/2) | 0,040 | 0,050 | 0,045
6 | Harga jual (Rp/kg) | 60.000 | 65.000 | 48.000
7 | Upah TK (Rp/HOK) | 50.000 | 50.000 | 50.000
8 | Harga input bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000
9 | Biaya input lainnya (Rp/kg) | 2.500 | 3.750 | 3.100
10 | Nilai produksi (Rp/kg) | 21.000 | 23.400 | 20.160
11 | Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060
 | Rasio NT (%) | 59,52 | 58,33 | 54,86
12 | Imbalan TK langsung (Rp/kg) | 2.000 | 2.500 | 2.250
 | Bagian TK langsung (%) | 16,00 | 18,32 | 20,34
13 | Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810
 | Rasio keuntungan (%) | 84,00 | 81,68 | 79,66
14 | Margin (Rp/kg) | 15.000 | 17.400 | 14.160
 | Pendapatan TK langsung (%) | 13,33 | 14,37 | 15,89
 | Sumbangan input lain (%) | 16,67 | 21,55 | 21,89
 | Keuntungan perusahaan (%) | 70,00 | 64,08 | 62,22`,
	},
	{
		name: 'with headings broken after the numbers',
		judged: 39,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong
1 | Output (kg/proses) | 35,00 | 36,00 | 42,00
2 | Bahan baku (kg/proses) | 100 | 100 | 100
3 | Tenaga kerja | 4,00 | 5,00 | 4,50
 | (HOK/proses) | | | 
4 | Faktor konversi | 0,35 | 0,36 | 0,42
5 | Koefisien tenaga | 0,040 | 0,050 | 0,045
 | kerja (HOK/kg) | | | 
6 | Harga output (Rp/kg) | 60.000 | 65.000 | 48.000
7 | Upah rata-rata tenaga | 50.000 | 50.000 | 50.000
 | kerja (Rp/HOK) | | | 
8 | Harga bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000
9 | Sumbangan input lain | 2.500 | 3.750 | 3.100
 | (Rp/kg) | | | 
10 | Nilai output (Rp/kg) | 21.000 | 23.400 | 20.160
11 | a. Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060
 | b. Rasio nilai tambah | 59,52 | 58,33 | 54,86
 | (%) | | | 
12 | a. Pendapatan tenaga | 2.000 | 2.500 | 2.250
 | kerja (Rp/kg) | | | 
 | b. Pangsa tenaga | 16,00 | 18,32 | 20,34
 | kerja (%) | | | 
13 | a. Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810
 | b. Tingkat keuntungan | 84,00 | 81,68 | 79,66
 | (%) | | | 
14 | Marjin (Rp/kg) | 15.000 | 17.400 | 14.160
 | a. Pendapatan tenaga | 13,33 | 14,37 | 15,89
 | kerja (%) | | | 
 | b. Sumbangan input | 16,67 | 21,55 | 21,89
 | lain (%) | | | 
 | c. Keuntungan | 70,00 | 64,08 | 62,22
 | pengusaha (%) | | |`,
	},
	{
		name: 'with headings broken before the numbers',
		judged: 39,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong
1 | Output (kg/proses) | 35,00 | 36,00 | 42,00
2 | Bahan baku (kg/proses) | 100 | 100 | 100
3 | Tenaga kerja | | | 
 | (HOK/proses) | 4,00 | 5,00 | 4,50
4 | Faktor konversi | 0,35 | 0,36 | 0,42
5 | Koefisien tenaga | | | 
 | kerja (HOK/kg) | 0,040 | 0,050 | 0,045
6 | Harga output (Rp/kg) | 60.000 | 65.000 | 48.000
7 | Upah rata-rata tenaga | | | 
 | kerja (Rp/HOK) | 50.000 | 50.000 | 50.000
8 | Harga bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000
9 | Sumbangan input lain | | | 
 | (Rp/kg) | 2.500 | 3.750 | 3.100
10 | Nilai output (Rp/kg) | 21.000 | 23.400 | 20.160
11 | a. Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060
 | b. Rasio nilai tambah | | | 
 | (%) | 59,52 | 58,33 | 54,86
12 | a. Pendapatan tenaga | | | 
 | kerja (Rp/kg) | 2.000 | 2.500 | 2.250
 | b. Pangsa tenaga | | | 
 | kerja (%) | 16,00 | 18,32 | 20,34
13 | a. Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810
 | b. Tingkat keuntungan | | | 
 | (%) | 84,00 | 81,68 | 79,66
14 | Marjin (Rp/kg) | 15.000 | 17.400 | 14.160
 | a. Pendapatan tenaga | | | 
 | kerja (%) | 13,33 | 14,37 | 15,89
 | b. Sumbangan input | | | 
 | lain (%) | 16,67 | 21,55 | 21,89
 | c. Keuntungan | | | 
 | pengusaha (%) | 70,00 | 64,08 | 62,22`,
	},
	{
		name: 'per month and in hours',
		judged: 39,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong
1 | Output (kg/bulan) | 35,00 | 36,00 | 42,00
2 | Bahan baku (kg/bulan) | 100 | 100 | 100
3 | Tenaga kerja (JOK/bulan) | 4,00 | 5,00 | 4,50
4 | Faktor konversi | 0,35 | 0,36 | 0,42
5 | Koefisien tenaga kerja (JOK/kg) | 0,040 | 0,050 | 0,045
6 | Harga output (Rp/kg) | 60.000 | 65.000 | 48.000
7 | Upah tenaga kerja (Rp/JOK) | 50.000 | 50.000 | 50.000
8 | Harga bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000
9 | Sumbangan input lain (Rp/kg) | 2.500 | 3.750 | 3.100
10 | Nilai output (Rp/kg) | 21.000 | 23.400 | 20.160
11 | a. Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060
 | b. Rasio nilai tambah (%) | 59,52 | 58,33 | 54,86
12 | a. Pendapatan tenaga kerja (Rp/kg) | 2.000 | 2.500 | 2.250
 | b. Pangsa tenaga kerja (%) | 16,00 | 18,32 | 20,34
13 | a. Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810
 | b. Tingkat keuntungan (%) | 84,00 | 81,68 | 79,66
14 | Marjin (Rp/kg) | 15.000 | 17.400 | 14.160
 | a. Pendapatan tenaga kerja (%) | 13,33 | 14,37 | 15,89
 | b. Sumbangan input lain (%) | 16,67 | 21,55 | 21,89
 | c. Keuntungan pengusaha (%) | 70,00 | 64,08 | 62,22`,
	},
	{
		name: 'with both rates of profit',
		judged: 42,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong
1 | Output (kg/proses) | 35,00 | 36,00 | 42,00
2 | Bahan baku (kg/proses) | 100 | 100 | 100
3 | Tenaga kerja (HOK/proses) | 4,00 | 5,00 | 4,50
4 | Faktor konversi | 0,35 | 0,36 | 0,42
5 | Koefisien tenaga kerja (HOK/kg) | 0,040 | 0,050 | 0,045
6 | Harga output (Rp/kg) | 60.000 | 65.000 | 48.000
7 | Upah rata-rata tenaga kerja (Rp/HOK) | 50.000 | 50.000 | 50.000
8 | Harga bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000
9 | Sumbangan input lain (Rp/kg) | 2.500 | 3.750 | 3.100
10 | Nilai output (Rp/kg) | 21.000 | 23.400 | 20.160
11 | a. Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060
 | b. Rasio nilai tambah (%) | 59,52 | 58,33 | 54,86
12 | a. Pendapatan tenaga kerja (Rp/kg) | 2.000 | 2.500 | 2.250
 | b. Pangsa tenaga kerja (%) | 16,00 | 18,32 | 20,34
13 | a. Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810
 | b. Tingkat keuntungan terhadap nilai tambah (%) | 84,00 | 81,68 | 79,66
 | c. Tingkat keuntungan terhadap nilai output (%) | 50,00 | 47,65 | 43,70
14 | Marjin (Rp/kg) | 15.000 | 17.400 | 14.160
 | a. Pendapatan tenaga kerja (%) | 13,33 | 14,37 | 15,89
 | b. Sumbangan input lain (%) | 16,67 | 21,55 | 21,89
 | c. Keuntungan pengusaha (%) | 70,00 | 64,08 | 62,22`,
	},
	{
		name: 'cut off instead of rounded',
		judged: 39,
		text: `
No | Variabel | Keripik Original | Keripik Balado | Stik Singkong
1 | Output (kg/proses) | 35,00 | 36,00 | 42,00
2 | Bahan baku (kg/proses) | 100 | 100 | 100
3 | Tenaga kerja (HOK/proses) | 4,00 | 5,00 | 4,50
4 | Faktor konversi | 0,35 | 0,36 | 0,42
5 | Koefisien tenaga kerja (HOK/kg) | 0,040 | 0,050 | 0,045
6 | Harga output (Rp/kg) | 60.000 | 65.000 | 48.000
7 | Upah rata-rata tenaga kerja (Rp/HOK) | 50.000 | 50.000 | 50.000
8 | Harga bahan baku (Rp/kg) | 6.000 | 6.000 | 6.000
9 | Sumbangan input lain (Rp/kg) | 2.500 | 3.750 | 3.100
10 | Nilai output (Rp/kg) | 21.000 | 23.400 | 20.160
11 | a. Nilai tambah (Rp/kg) | 12.500 | 13.650 | 11.060
 | b. Rasio nilai tambah (%) | 59,52 | 58,33 | 54,86
12 | a. Pendapatan tenaga kerja (Rp/kg) | 2.000 | 2.500 | 2.250
 | b. Pangsa tenaga kerja (%) | 16,00 | 18,31 | 20,34
13 | a. Keuntungan (Rp/kg) | 10.500 | 11.150 | 8.810
 | b. Tingkat keuntungan (%) | 84,00 | 81,68 | 79,65
14 | Marjin (Rp/kg) | 15.000 | 17.400 | 14.160
 | a. Pendapatan tenaga kerja (%) | 13,33 | 14,36 | 15,88
 | b. Sumbangan input lain (%) | 16,66 | 21,55 | 21,89
 | c. Keuntungan pengusaha (%) | 70,00 | 64,08 | 62,21`,
	},
	{
		name: 'worked out from rounded coefficients',
		judged: 26,
		text: `
No | Variabel | Abon A | Abon B
1 | Output (kg/proses) | 37,00 | 41,00
2 | Bahan baku (kg/proses) | 105 | 113
3 | Tenaga kerja (HOK/proses) | 4,00 | 5,00
4 | Faktor konversi | 0,35 | 0,36
5 | Koefisien tenaga kerja (HOK/kg) | 0,04 | 0,04
6 | Harga output (Rp/kg) | 61.250 | 65.300
7 | Upah rata-rata tenaga kerja (Rp/HOK) | 47.500 | 47.500
8 | Harga bahan baku (Rp/kg) | 5.900 | 5.900
9 | Sumbangan input lain (Rp/kg) | 2.540 | 3.750
10 | Nilai output (Rp/kg) | 21.438 | 23.508
11 | a. Nilai tambah (Rp/kg) | 12.998 | 13.858
 | b. Rasio nilai tambah (%) | 60,63 | 58,95
12 | a. Pendapatan tenaga kerja (Rp/kg) | 1.900 | 1.900
 | b. Pangsa tenaga kerja (%) | 14,62 | 13,71
13 | a. Keuntungan (Rp/kg) | 11.098 | 11.958
 | b. Tingkat keuntungan (%) | 85,38 | 86,29
14 | Marjin (Rp/kg) | 15.538 | 17.608
 | a. Pendapatan tenaga kerja (%) | 12,23 | 10,79
 | b. Sumbangan input lain (%) | 16,35 | 21,30
 | c. Keuntungan pengusaha (%) | 71,42 | 67,91`,
	},
	{
		name: 'of costs with percentages',
		judged: 12,
		text: `
No | Uraian | Jumlah (Rp) | Persentase (%)
1 | Biaya Tetap | | 
 | Penyusutan alat | 125.000 | 3,13
 | Pajak | 25.000 | 0,63
 | Total Biaya Tetap | 150.000 | 3,75
2 | Biaya Variabel | | 
 | Bahan baku | 2.400.000 | 60,00
 | Bahan penolong | 650.000 | 16,25
 | Tenaga kerja | 800.000 | 20,00
 | Total Biaya Variabel | 3.850.000 | 96,25
3 | Total Biaya | 4.000.000 | 100,00
4 | Penerimaan | 5.600.000 | 
5 | Pendapatan | 1.600.000 | 
6 | R/C | 1,40 |`,
	},
	{
		name: 'of costs and revenue of two products',
		judged: 18,
		text: `
Uraian | Tahu | Tempe
Penerimaan (Rp) | |
Produksi (kg) | 108 | 95
Harga (Rp/kg) | 9.000 | 12.000
Total penerimaan | 972.000 | 1.140.000
Biaya variabel | |
Kedelai | 484.000 | 560.000
Kayu bakar | 45.000 | 20.000
Upah | 110.000 | 90.000
Total biaya variabel | 639.000 | 670.000
Biaya tetap | |
Penyusutan | 12.500 | 9.800
Listrik | 7.500 | 5.200
Total biaya tetap | 20.000 | 15.000
Total biaya | 659.000 | 685.000
Keuntungan | 313.000 | 455.000
R/C ratio | 1,47 | 1,66
B/C ratio | 0,47 | 0,66
BEP produksi (kg) | 73,22 | 57,08
BEP harga (Rp/kg) | 6.101,85 | 7.210,53`,
	},
	{
		name: 'with letters as formulas',
		judged: 6,
		text: `
Keterangan | Simbol | Nilai
Total Fixed Cost (TFC) | A | 1.250.000
Total Variable Cost (TVC) | B | 8.750.000
Total Cost (TC) | C = A+B | 10.000.000
Quantity (Q) | D | 500 kg
Price (P) | E | 27.500
Total Revenue (TR) | F = D x E | 13.750.000
Profit (π) | G = F-C | 3.750.000
R/C Ratio | F/C | 1,375
BEP (unit) | | 125
BEP (Rp) | | 3.437.500`,
	},
	{
		name: 'of depreciation per year and month',
		judged: 12,
		text: `
No | Jenis Alat | Jumlah (unit) | Harga Satuan (Rp) | Nilai Awal (Rp) | Nilai Sisa (Rp) | Umur Ekonomis (tahun) | Penyusutan/tahun (Rp) | Penyusutan/bulan (Rp)
1 | Wajan | 4 | 150.000 | 600.000 | 60.000 | 5 | 108.000 | 9.000
2 | Kompor | 2 | 350.000 | 700.000 | 100.000 | 4 | 150.000 | 12.500
3 | Mesin spinner | 1 | 3.500.000 | 3.500.000 | 500.000 | 10 | 300.000 | 25.000
 | Jumlah | | | 4.800.000 | 660.000 | | 558.000 | 46.500`,
	},
	{
		name: 'of depreciation per process',
		judged: 6,
		text: `
Peralatan | Unit | Harga/unit | Total Harga | Umur Teknis | Penyusutan per produksi
Baskom | 5 | 20.000 | 100.000 | 2 | 520,83
Pisau | 3 | 15.000 | 45.000 | 1 | 468,75
Total | | | 145.000 | | 989,58`,
	},
	{
		name: 'of revenue before costs',
		judged: 4,
		text: `
Uraian | Nilai (Rp)
A. Penerimaan |
Penjualan tahu | 900.000
Penjualan ampas | 72.000
Total Penerimaan | 972.000
B. Biaya |
Biaya variabel |
Kedelai | 484.000
Kayu bakar | 45.000
Upah | 110.000
Biaya tetap |
Penyusutan | 12.500
Listrik | 7.500
Total biaya | 659.000
C. Pendapatan (A-B) | 313.000
R/C | 1,47`,
	},
	{
		name: 'with sums above their parts',
		judged: 4,
		text: `
No | Uraian | Nilai (Rp)
1 | Biaya tetap | 150.000
 | a. Penyusutan | 125.000
 | b. Pajak | 25.000
2 | Biaya variabel | 3.850.000
 | a. Bahan baku | 2.400.000
 | b. Bahan penolong | 650.000
 | c. Tenaga kerja | 800.000
3 | Total biaya | 4.000.000
4 | Penerimaan | 5.600.000
5 | Keuntungan | 1.600.000`,
	},
	{
		name: 'of cost groups with their subtotals',
		judged: 3,
		text: `
Komponen | Jumlah (Rp/bulan)
Bahan baku |
Singkong | 1.200.000
Total bahan baku | 1.200.000
Bahan penolong |
Minyak | 400.000
Bumbu | 150.000
Total bahan penolong | 550.000
Kemasan |
Plastik | 90.000
Label | 60.000
Total kemasan | 150.000
Total biaya produksi | 1.900.000`,
	},
	{
		name: 'of cash and imputed costs',
		judged: 7,
		text: `
Uraian | Nilai
Penerimaan | 10.000.000
Biaya tunai | 
Benih | 500.000
Pupuk | 1.500.000
Total biaya tunai | 2.000.000
Biaya diperhitungkan | 
TKDK | 2.500.000
Penyusutan | 500.000
Total biaya diperhitungkan | 3.000.000
Total biaya | 5.000.000
Pendapatan atas biaya tunai | 8.000.000
Pendapatan atas biaya total | 5.000.000
R/C atas biaya tunai | 5,00
R/C atas biaya total | 2,00`,
	},
	{
		name: 'of costs in English',
		judged: 13,
		text: `
Item | Amount (Rp) | Share (%)
Fixed cost | |
Depreciation | 125,000 | 3.13
Tax | 25,000 | 0.63
Total fixed cost | 150,000 | 3.75
Variable cost | |
Raw material | 2,400,000 | 60.00
Auxiliary materials | 650,000 | 16.25
Labour | 800,000 | 20.00
Total variable cost | 3,850,000 | 96.25
Total cost | 4,000,000 | 100.00
Revenue | 5,600,000 |
Profit | 1,600,000 |
R/C ratio | 1.40 |
B/C ratio | 0.40 |`,
	},
	{
		name: 'of quantities and prices with the result below',
		judged: 7,
		text: `
No | Uraian | Jumlah | Satuan | Harga (Rp) | Nilai (Rp)
A | Penerimaan | | | |
1 | Keripik | 80 | bungkus | 10.000 | 800.000
B | Biaya variabel | | | |
1 | Pisang | 40 | kg | 5.000 | 200.000
2 | Minyak | 8 | liter | 14.000 | 112.000
3 | Gula | 2 | kg | 13.000 | 26.000
 | Total biaya variabel | | | | 338.000
C | Biaya tetap | | | |
1 | Penyusutan | | | | 12.000
2 | Listrik | | | | 10.000
 | Total biaya tetap | | | | 22.000
D | Total biaya (B + C) | | | | 360.000
E | Pendapatan (A - D) | | | | 440.000
F | R/C | | | | 2,22`,
	},
	{
		name: 'of costs per process and month',
		judged: 10,
		text: `
Uraian | Per proses (Rp) | Per bulan (Rp)
Bahan baku | 100.000 | 1.600.000
Bahan penolong | 20.000 | 320.000
Tenaga kerja | 60.000 | 960.000
Total biaya variabel | 180.000 | 2.880.000
Penyusutan | 5.000 | 80.000
Total biaya tetap | 5.000 | 80.000
Total biaya | 185.000 | 2.960.000
Penerimaan | 250.000 | 4.000.000
Keuntungan | 65.000 | 1.040.000
R/C | 1,35 | 1,35`,
	},
	{
		name: 'of products in rows with their sum',
		judged: 7,
		text: `
Produk | Penerimaan (Rp) | Biaya total (Rp) | Keuntungan (Rp) | R/C
Tahu | 972.000 | 659.000 | 313.000 | 1,47
Tempe | 1.140.000 | 685.000 | 455.000 | 1,66
Jumlah | 2.112.000 | 1.344.000 | 768.000 |`,
	},
	{
		name: 'under a heading of two rows',
		judged: 3,
		text: `
No | Uraian | Jumlah | Harga | Nilai
 | | (kg) | (Rp/kg) | (Rp)
1 | Kedelai | 50 | 9.500 | 475.000
2 | Ragi | 0,1 | 30.000 | 3.000
 | Jumlah | | | 478.000`,
	},
];
