/** The printed tables of the five papers, as they come out of a document: what people paste. */
import { readFileSync } from 'node:fs';

/** The milk table of the Boyolali paper, as its rows stand in the example. */
export const milkTable = readFileSync(
	new URL('../../src/ui/table-check/boyolali.txt', import.meta.url),
	'utf8',
);

/** Table 1 of the serabi paper: an index of every by-product against nine criteria. */
export const serabiTable = [
	'Tabel 1. Nilai Comparative Performance Index (CPI)',
	'Aspek|Kriteria|Pakan ternak|Nata de coco|Briket|Pupuk organik',
	'Teknis|Jumlah bahan baku|100|50|50|50',
	'|Proses produksi|100|58,33|58,33|116,67',
	'|Waktu pembuatan|100|55|53,33|88,89',
	'Ekonomi|Keuntungan|100|111,11|119,44|100',
	'|Biaya|72,22|50|50|100',
	'|Waktu pengembalian modal|91,67|83,33|75|91,67',
	'Lingkungan|Volume limbah|100|40,01|77,78|100',
	'|Kemudahan pengolahan limbah|100|47,23|66,67|100',
	'|Tingkat bahaya|100|27,78|38,88|83,33',
]
	.join('\n')
	.replaceAll('|', '\t');

/** Tables 1 and 2 of the mussel growers' paper. */
const musselAssets = `Tabel 1. Skor aset penghidupan 50 penerima manfaat
Aset\tSebelum\tSesudah\tPerubahan
Alam\t3,95\t3,95\t0,00
Fisik\t0,02\t3,25\t3,23
SDM\t1,39\t2,95\t1,56
Finansial\t0,65\t3,25\t2,60
Sosial\t1,73\t3,23\t1,50`;
const musselIndicators = `Tabel 2. Skor indikator
Indikator\tSebelum\tSesudah\tVarian
Aset Alam
Dukungan lingkungan untuk budidaya\t3,00\t3,00\t0,00
Ketersediaan lokasi untuk bagan baru\t4,91\t4,91\t0,00
Aset Fisik
Bahan, mesin dan alat budidaya\t0,09\t3,09\t3,00
Bahan, mesin dan alat pascapanen\t0,00\t3,91\t3,91
Sarana prasarana kelembagaan\t0,00\t3,00\t3,00
Alat transportasi\t0,00\t3,00\t3,00
Aset SDM
Keterampilan teknis budidaya\t1,55\t3,55\t2,00
Keterampilan teknis pascapanen\t1,09\t3,36\t2,27
Manajemen usaha\t1,45\t2,55\t1,10
Manajemen organisasi\t1,45\t2,36\t0,91
Aset Finansial
Penghasilan rumah tangga\t0,55\t4,45\t3,90
Tabungan dan aset produktif\t0,36\t2,18\t1,82
Putaran keuangan usaha\t0,36\t3,18\t2,82
Akses layanan keuangan\t1,00\t3,00\t2,00
Jejaring rantai bisnis\t1,00\t3,45\t2,45
Aset Sosial
Perkembangan kelompok\t1,09\t3,09\t2,00
Gotong royong\t1,45\t3,27\t2,82
Kerentanan konflik\t2,18\t3,27\t1,09
Peran kelompok dalam pembangunan desa\t2,18\t3,27\t1,09
Perkembangan kelompok\t1,09\t3,09\t2,00`;
export const musselTables = `${musselAssets}\n\n${musselIndicators}`;

/** Table 1 of the Bintan paper: its caption and its heading disagree. */
export const bintanSectors = `Pertanian, Kehutanan, dan Perikanan	1.430.744,00	1.512.447,89	1.654.688,20
Pertambangan dan Penggalian	990.871,00	971.577,57	814.289,80
Industri Pengolahan	8.379.229,00	8.690.851,35	9.543.671,00
Pengadaan Listrik dan Gas	26.093,00	26.429,00	27.813,75
Pengadaan Air, Pengelolaan Sampah, Limbah dan Daur Ulang	12.717,00	12.953,71	13.742,90
Konstruksi	4.665.065,00	4.772.319,25	5.017.637,04
Perdagangan Besar dan Eceran; Reparasi Mobil dan Sepeda Motor	1.938.715,00	1.980.384,40	2.151.518,71
Transportasi dan Pergudangan	447.059,00	468.446,23	517.827,18
Penyediaan Akomodasi dan Makan Minum	763.398,00	761.860,95	1.093.073,51
Informasi dan Komunikasi	249.692,00	250.587,22	263.607,86
Jasa Keuangan dan Asuransi	339.694,00	340.132,74	346.885,68
Real Estate	238.716,00	239.854,63	248.226,81
Jasa Perusahaan	155,00	156,22	172,55
Administrasi Pemerintahan, Pertahanan dan Jaminan Sosial Wajib	616.276,00	562.259,45	593.492,02
Jasa Pendidikan	396.432,00	402.185,22	427.930,37
Jasa Kesehatan dan Kegiatan Sosial	217.163,00	226.486,33	243.986,42
Jasa lainnya	31.677,00	32.193,43	37.213,69`;
export const bintanTable = `Tabel 1. PDRB Kabupaten Bintan atas dasar harga konstan menurut lapangan usaha, 2020-2022 (juta rupiah)
Lapangan usaha	PDRB atas dasar harga berlaku		
	2020	2021	2022
${bintanSectors}
Jumlah	20.743.698,00	21.251.125,59	22.995.777,49`;

/** The rule of the mussel growers' co-operative: who gets how much of a harvest, in percent. */
export const harvestRule = 'Jasa pengelola\t30\nMitra\t60\nTabungan perbaikan bagan\t8\nKoperasi\t2';
