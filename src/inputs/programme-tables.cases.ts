/**
 * Scores before and after, rankings, pairwise comparisons and divisions in the forms in which reports print them, each
 * with figures that all follow. Typed for these tests after the layouts of Indonesian studies; the figures are ours.
 */
export interface TableForm {
	readonly name: string;
	readonly text: string;
	/** How many figures are judged. */
	readonly judged: number;
}

export const programmeForms: readonly TableForm[] = [
	{
		name: 'of scores by asset, its means below each group',
		judged: 10,
		text: `
Tabel 3. Skor indikator aset penghidupan sebelum dan sesudah program
No|Indikator|Sebelum|Sesudah|Perubahan
|Aset Manusia|||
1|Keterampilan mengolah|2,10|3,45|1,35
2|Keterampilan mencatat|1,30|2,60|1,30
|Rata-rata|1,70|3,03|1,33
|Aset Sosial|||
3|Gotong royong|2,85|3,10|0,25
4|Kepercayaan antarwarga|3,00|3,75|0,75
|Rata-rata|2,93|3,43|0,50`,
	},
	{
		name: 'of scores in English, groups in the first column and an overall mean',
		judged: 8,
		text: `
Asset|Indicator|Before|After|Change
Human|Processing skill|1.20|2.80|1.60
|Book-keeping|0.90|2.15|1.25
Financial|Household savings|1.05|1.95|0.90
|Access to credit|1.00|2.40|1.40
|Health of members|2.55|2.95|0.40
Overall mean||1.34|2.45|1.11`,
	},
	{
		name: 'of scores with the assets heading their indicators',
		judged: 10,
		text: `
Indikator|Skor sebelum|Skor sesudah|Selisih
Aset fisik|1,25|2,75|1,50
Alat produksi|1,00|2,50|1,50
Gudang|1,50|3,00|1,50
Aset keuangan|0,75|2,15|1,40
Tabungan|0,60|2,30|1,70
Akses pinjaman|0,90|2,00|1,10`,
	},
	{
		name: 'of scores turned, an indicator a column',
		judged: 4,
		text: `
Indikator|Keterampilan|Tabungan|Jejaring|Kesehatan
Sebelum|1,64|0,82|1,09|2,45
Sesudah|3,27|2,18|2,91|2,73
Perubahan|1,63|1,36|1,82|0,28`,
	},
	{
		name: 'of scores for two groups of people side by side',
		judged: 6,
		text: `
Indikator|Sebelum|Sesudah|Perubahan|Sebelum|Sesudah|Perubahan
Pendampingan usaha|1,50|2,75|1,25|1,40|1,80|0,40
Mutu kemasan|2,00|3,25|1,25|2,10|2,20|0,10
Akses pasar|1,75|3,50|1,75|1,60|2,05|0,45`,
	},
	{
		name: 'of scores with the change in percent of the figure before',
		judged: 3,
		text: `
Indikator|Sebelum|Sesudah|Perubahan (%)
Pendapatan bersih kelompok|2,40|3,60|50,00
Jumlah pelanggan tetap|1,60|2,80|75,00
Ragam produk|2,50|2,75|10,00`,
	},
	{
		name: 'of asset means above the table of their indicators',
		judged: 11,
		text: `
Tabel 1. Skor aset penghidupan
Aset|Sebelum|Sesudah|Varian
Manusia|1,70|3,05|1,35
Sosial|2,95|3,45|0,50


Tabel 2. Skor setiap indikator
Aset|Indikator|Sebelum|Sesudah|Varian
Manusia|Keterampilan mengolah|2,10|3,50|1,40
|Keterampilan mencatat|1,30|2,60|1,30
|Kesehatan|1,70|3,05|1,35
Sosial|Gotong royong|2,90|3,10|0,20
|Kepercayaan|3,00|3,80|0,80`,
	},
	{
		name: 'of normalised figures with weights and ranks (SAW)',
		judged: 6,
		text: `
Tabel 6. Matriks ternormalisasi dan nilai preferensi
Alternatif|Harga|Mutu|Jarak|Nilai|Peringkat
Bobot|0,40|0,35|0,25||
Bandeng presto|1,00|0,80|0,75|0,8675|1
Otak-otak|0,75|1,00|0,60|0,80|2
Kerupuk|0,60|0,60|1,00|0,70|3`,
	},
	{
		name: 'of weighted scores in English, weights in percent',
		judged: 6,
		text: `
Alternative|Profit|Labour|Environment|Total score|Rank
Weight (%)|50|30|20||
Compost|70|85|95|79.50|2
Briquettes|95|60|70|79.50|2
Animal feed|90|80|75|84.00|1`,
	},
	{
		name: 'of a performance index with criteria in rows and weights beside them',
		judged: 6,
		text: `
Tabel 4. Perhitungan CPI pemilihan produk
Kriteria|Bobot|Abon|Bakso|Nugget
Modal|0,30|100,00|80,00|66,67
Keuntungan|0,50|100,00|125,00|150,00
Tenaga kerja|0,20|75,00|100,00|60,00
Nilai CPI||95,00|106,50|107,00
Peringkat||3|2|1`,
	},
	{
		name: 'of figures and below it the same on the scale of the index',
		judged: 15,
		text: `
Tabel 2. Matriks awal
Alternatif|Modal|Keuntungan|Tenaga kerja
Abon|40|120|8
Bakso|50|150|6
Nugget|60|180|10


Tabel 3. Matriks hasil transformasi CPI
Alternatif|Modal|Keuntungan|Tenaga kerja|Nilai|Ranking
Bobot|0,30|0,50|0,20||
Abon|100,00|100,00|133,33|106,67|2
Bakso|80,00|125,00|100,00|106,50|3
Nugget|66,67|150,00|166,67|128,33|1`,
	},
	{
		name: 'of ranks where the least total is best',
		judged: 6,
		text: `
Alternatif|K1|K2|K3|Nilai Qi|Peringkat
Bobot|0,50|0,30|0,20||
Desa Karang|0,00|0,50|1,00|0,35|1
Desa Pasir|0,40|1,00|0,00|0,50|2
Desa Wetan|1,00|0,20|0,30|0,62|3`,
	},
	{
		name: 'of pairwise comparisons with sums, priorities and consistency',
		judged: 15,
		text: `
Tabel 5. Matriks perbandingan berpasangan
Kriteria|Ekonomi|Teknis|Lingkungan|Bobot prioritas
Ekonomi|1,00|3,00|5,00|0,633
Teknis|0,33|1,00|3,00|0,260
Lingkungan|0,20|0,33|1,00|0,106
Jumlah|1,53|4,33|9,00|
Lambda maks|3,039|||
CI|0,019|||
CR|0,033|||`,
	},
	{
		name: 'of pairwise comparisons written as fractions, in English',
		judged: 10,
		text: `
Criteria|C1|C2|C3|Priority
C1|1|2|4|0.571
C2|1/2|1|2|0.286
C3|1/4|1/2|1|0.143
Consistency ratio|0.00|||`,
	},
	{
		name: 'of a surplus divided by the rules of a co-operative',
		judged: 8,
		text: `
Tabel 7. Pembagian sisa hasil usaha (SHU) tahun 2023
No|Uraian|Persentase (%)|Jumlah (Rp)
1|Cadangan|25|9.378.750
2|Jasa anggota|30|11.254.500
3|Jasa modal|20|7.503.000
4|Pengurus dan pengawas|10|3.751.500
5|Pendidikan|10|3.751.500
6|Dana sosial|5|1.875.750
|Jumlah|100|37.515.000`,
	},
	{
		name: 'of a harvest divided among partners, what each receives beside it',
		judged: 8,
		text: `
Bagi hasil panen
Penjualan bersih (Rp)||5.400.000
|||
Pihak|Persen|Jumlah (Rp)|Penerima|Per penerima (Rp)
Pengelola|30 %|1.620.000||
Mitra|60 %|3.240.000|36|90.000
Tabungan|8 %|432.000||
Koperasi|2 %|108.000||
Total|100 %|5.400.000||`,
	},
	{
		name: 'of a profit shared, in English',
		judged: 5,
		text: `
Profit sharing of the processing group
Recipient|Share (%)|Amount (Rp)
Members|55|2,227,500
Management|25|1,012,500
Reserve|20|810,000
Total|100|4,050,000`,
	},
];
