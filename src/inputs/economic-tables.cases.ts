/**
 * Economic tables for the check, as text: one row a line, `|` between cells, `---` between sheets. The figures are ours,
 * worked out by hand in the layouts in which offices and papers print such tables; every figure follows.
 */
import type { TableCase } from './published-tables.cases.ts';

export const economicForms: readonly (TableCase & { readonly name: string })[] = [
	{
		name: 'of sectors by years with a total, shares and growth',
		judged: 20,
		text: `
Tabel 1. PDRB Kabupaten Contoh atas Dasar Harga Konstan 2010 (Juta Rupiah)
Lapangan Usaha | 2021 | 2022 | Pertumbuhan 2022 (%) | Kontribusi 2021 (%) | Kontribusi 2022 (%)
A. Pertanian | 4.215,4 | 4.301,9 | 2,05 | 42,15 | 41,07
B. Pertambangan | 1.020,3 | 998,7 | -2,12 | 10,20 | 9,53
C. Industri Pengolahan | 2.764,8 | 3.010,2 | 8,88 | 27,65 | 28,74
D. Perdagangan | 1.544,1 | 1.689,5 | 9,42 | 15,44 | 16,13
E. Jasa Lainnya | 455,9 | 474,2 | 4,01 | 4,56 | 4,53
Jumlah | 10.000,5 | 10.474,5 | 4,74 | 100,00 | 100,00`,
	},
	{
		name: 'of years below one another',
		judged: 8,
		text: `
Tahun | Pertanian | Industri | Jasa | Jumlah
2019 | 1.210 | 640 | 415 | 2.265
2020 | 1.185 | 655 | 402 | 2.242
2021 | 1.254 | 702 | 438 | 2.394
2022 | 1.301 | 748 | 466 | 2.515
Jumlah | 4.950 | 2.745 | 1.721 | 9.416`,
	},
	{
		name: 'of two groups with totals down and across, and a row of percentages',
		judged: 10,
		text: `
Kelompok umur | Laki-laki | Perempuan | Jumlah
15-24 | 112 | 98 | 210
25-34 | 240 | 205 | 445
35-44 | 187 | 176 | 363
45-54 | 95 | 121 | 216
Jumlah | 634 | 600 | 1.234
Persentase | 51,38 | 48,62 | 100,00`,
	},
	{
		name: 'in English, with a grand total and growth a year on average',
		judged: 8,
		text: `
Table 3. Gross regional domestic product at constant prices (million rupiah)
Sector | 2018 | 2019 | 2020 | Average growth (%)
Agriculture | 1,250.5 | 1,287.4 | 1,301.9 | 2.03
Mining | 310.2 | 305.6 | 290.4 | -3.24
Manufacturing | 2,105.7 | 2,210.9 | 2,198.3 | 2.18
Trade | 980.1 | 1,041.6 | 1,009.9 | 1.51
Total | 4,646.5 | 4,845.5 | 4,800.5 | 1.64`,
	},
	{
		name: 'of a budget with what was realised and what is left',
		judged: 10,
		text: `
Kegiatan | Anggaran (Rp) | Realisasi (Rp) | Sisa (Rp) | %
Pengadaan mesin | 4.143.833.000 | 3.973.800.000 | 170.033.000 | 95,90
Rumah produksi | 6.717.980.325 | 6.712.375.000 | 5.605.325 | 99,92
Pelatihan | 250.000.000 | 231.450.000 | 18.550.000 | 92,58
Jumlah | 11.111.813.325 | 10.917.625.000 | 194.188.325 | 98,25`,
	},
	{
		name: 'of location quotients beside the levels of region and province',
		judged: 7,
		text: `
Sektor | PDRB Kabupaten (juta Rp) | PDRB Provinsi (juta Rp) | LQ
Pertanian | 4.215 | 21.400 | 1,61
Industri | 2.765 | 30.150 | 0,75
Perdagangan | 1.544 | 18.920 | 0,67
Jasa | 1.476 | 11.230 | 1,07
Konstruksi | 655 | 5.250 | 1,02
Jumlah | 10.655 | 86.950 |`,
	},
	{
		name: 'of shares alone, with their hundred',
		judged: 1,
		text: `
Sumber pendapatan | Persentase (%)
Kerupuk ikan | 61,4
Ikan segar | 22,9
Warung | 10,2
Lainnya | 5,5
Jumlah | 100,0`,
	},
	{
		name: 'of two tables on one sheet',
		judged: 11,
		text: `
Tabel 1. Jumlah kunjungan wisatawan (orang)
Bulan | Nusantara | Mancanegara | Jumlah
Januari | 1.204 | 88 | 1.292
Februari | 1.093 | 102 | 1.195
Maret | 1.377 | 95 | 1.472
Jumlah | 3.674 | 285 | 3.959

Tabel 2. Produksi menurut kecamatan (ton)
Kecamatan | 2020 | 2021 | 2022
Bintan Timur | 120,5 | 131,2 | 140,8
Bintan Utara | 98,4 | 101,7 | 99,6
Teluk Sebong | 45,1 | 47,3 | 52,2
Gunung Kijang | 60,9 | 58,8 | 61,1
Jumlah | 324,9 | 339,0 | 353,7
Pertumbuhan (%) | | 4,34 | 4,34`,
	},
	{
		name: 'of sectors with their parts below them',
		judged: 11,
		text: `
Tabel 5. PDRB menurut lapangan usaha (juta rupiah)
Lapangan usaha | 2020 | 2021 | 2022 | 2023
1. Pertanian | 500,4 | 520,6 | 540,1 | 561,0
a. Tanaman pangan | 300,1 | 310,4 | 322,0 | 334,8
b. Perikanan | 200,3 | 210,2 | 218,1 | 226,2
2. Industri | 250,2 | 260,1 | 271,5 | 280,4
3. Jasa | 150,6 | 155,5 | 161,2 | 166,9
PDRB | 901,2 | 936,2 | 972,8 | 1.008,3
Pertumbuhan (%) | | 3,88 | 3,91 | 3,65`,
	},
	{
		name: 'of shares and growth in tables of their own',
		judged: 23,
		text: `
Tabel 1. PDRB atas dasar harga konstan (miliar rupiah)
Sektor | 2020 | 2021 | 2022
Pertanian | 120,52 | 125,30 | 128,44
Industri | 310,11 | 325,87 | 340,02
Jasa | 205,40 | 210,66 | 221,93
Total | 636,03 | 661,83 | 690,39

Tabel 2. Distribusi persentase PDRB (persen)
Sektor | 2020 | 2021 | 2022
Pertanian | 18,95 | 18,93 | 18,60
Industri | 48,76 | 49,24 | 49,25
Jasa | 32,29 | 31,83 | 32,15
Total | 100,00 | 100,00 | 100,00

Tabel 3. Laju pertumbuhan PDRB (persen)
Sektor | 2021 | 2022
Pertanian | 3,97 | 2,51
Industri | 5,08 | 4,34
Jasa | 2,56 | 5,35
Total | 4,06 | 4,32`,
	},
	{
		name: 'of production, price and value in years',
		judged: 3,
		text: `
Tahun | Produksi (kg) | Harga (Rp/kg) | Nilai penjualan (Rp)
2020 | 7.335 | 50.000 | 366.750.000
2021 | 8.120 | 52.000 | 422.240.000
2022 | 10.965 | 55.000 | 603.075.000`,
	},
	{
		name: 'of location quotients in a table of their own, with their mean and the dynamic ones',
		judged: 26,
		text: `
Tabel 1. PDRB Kabupaten Bintan atas dasar harga konstan (miliar rupiah)
Lapangan usaha | 2020 | 2021 | 2022
Pertanian | 4.000 | 4.100 | 4.215
Industri | 2.500 | 2.640 | 2.765
Perdagangan | 1.500 | 1.520 | 1.544
Jasa | 1.400 | 1.430 | 1.476
Jumlah | 9.400 | 9.690 | 10.000

Tabel 2. PDRB Provinsi Kepulauan Riau atas dasar harga konstan (miliar rupiah)
Lapangan usaha | 2020 | 2021 | 2022
Pertanian | 21.000 | 21.150 | 21.400
Industri | 28.000 | 29.100 | 30.150
Perdagangan | 18.000 | 18.500 | 18.920
Jasa | 10.500 | 10.900 | 11.230
Jumlah | 77.500 | 79.650 | 81.700

Tabel 3. Nilai LQ Kabupaten Bintan
Lapangan usaha | 2020 | 2021 | 2022 | Rata-rata
Pertanian | 1,57 | 1,59 | 1,61 | 1,59
Industri | 0,74 | 0,75 | 0,75 | 0,75
Perdagangan | 0,69 | 0,68 | 0,67 | 0,68
Jasa | 1,10 | 1,08 | 1,07 | 1,08

Tabel 4. Nilai DLQ Kabupaten Bintan 2020-2022
Lapangan usaha | Keterangan | DLQ
Pertanian | - | 1,025
Industri | - | 1,018
Perdagangan | - | 0,970
Jasa | - | 0,977`,
	},
	{
		name: 'with means below the lines and beside the columns',
		judged: 10,
		text: `
Kecamatan | 2020 | 2021 | 2022 | Rata-rata
Bintan Timur | 120,5 | 131,2 | 140,8 | 130,8
Bintan Utara | 98,4 | 101,7 | 99,6 | 99,9
Teluk Sebong | 45,1 | 47,3 | 52,2 | 48,2
Jumlah | 264,0 | 280,2 | 292,6 | 278,9
Rata-rata | 88,0 | 93,4 | 97,5 |`,
	},
	{
		name: 'of an office, with marked years, numbered columns and a source below',
		judged: 3,
		text: `
Tabel 1.1. PDRB Atas Dasar Harga Berlaku Menurut Lapangan Usaha (juta rupiah), 2020-2022
Lapangan Usaha/Industry | 2020 | 2021* | 2022**
(1) | (2) | (3) | (4)
A. Pertanian, Kehutanan, dan Perikanan/Agriculture | 1.430.744,0 | 1.512.447,9 | 1.654.688,2
B. Pertambangan dan Penggalian/Mining | 990.871,1 | 971.577,6 | 814.289,8
C. Industri Pengolahan/Manufacturing | 8.379.229,2 | 8.690.851,4 | 9.543.671,0
M,N. Jasa Perusahaan/Business Activities | 155,3 | 156,2 | 172,6
PDRB/GRDP | 10.800.999,6 | 11.175.033,0 | 12.012.821,6
* Angka sementara | | |
Sumber: BPS Kabupaten Bintan | | |`,
	},
	{
		name: 'of budgets in two years, each with its percentage',
		judged: 10,
		text: `
Program | 2021 | | | 2022 | |
| Anggaran | Realisasi | % | Anggaran | Realisasi | %
Pelatihan | 120.000 | 96.000 | 80,00 | 150.000 | 141.000 | 94,00
Peralatan | 480.000 | 465.600 | 97,00 | 510.000 | 484.500 | 95,00
Jumlah | 600.000 | 561.600 | 93,60 | 660.000 | 625.500 | 94,77`,
	},
	{
		name: 'of production and sales in English, with periods across',
		judged: 3,
		text: `
Item | 2019 | 2020 | 2021
Number of enterprises | 53 | 58 | 63
Production (kg) | 7,335 | 9,120 | 10,965
Price (Rp/kg) | 50,000 | 50,000 | 50,000
Sales (Rp) | 366,750,000 | 456,000,000 | 548,250,000`,
	},
];
