/** The seventeen sectors (lapangan usaha, KBLI A to R,S,T,U) in which Statistics Indonesia prints regional products. */
export interface SectorName {
	readonly id: string;
	readonly en: string;
}

const named = (id: string, en: string): SectorName => ({ id, en });

export const bpsSectors: readonly SectorName[] = [
	named('Pertanian, Kehutanan, dan Perikanan', 'Agriculture, Forestry and Fishing'),
	named('Pertambangan dan Penggalian', 'Mining and Quarrying'),
	named('Industri Pengolahan', 'Manufacturing'),
	named('Pengadaan Listrik dan Gas', 'Electricity and Gas'),
	named(
		'Pengadaan Air, Pengelolaan Sampah, Limbah dan Daur Ulang',
		'Water Supply, Waste Management and Recycling',
	),
	named('Konstruksi', 'Construction'),
	named(
		'Perdagangan Besar dan Eceran; Reparasi Mobil dan Sepeda Motor',
		'Wholesale and Retail Trade; Repair of Motor Vehicles',
	),
	named('Transportasi dan Pergudangan', 'Transport and Storage'),
	named('Penyediaan Akomodasi dan Makan Minum', 'Accommodation and Food Services'),
	named('Informasi dan Komunikasi', 'Information and Communication'),
	named('Jasa Keuangan dan Asuransi', 'Finance and Insurance'),
	named('Real Estate', 'Real Estate'),
	named('Jasa Perusahaan', 'Business Services'),
	named(
		'Administrasi Pemerintahan, Pertahanan dan Jaminan Sosial Wajib',
		'Public Administration, Defence and Social Security',
	),
	named('Jasa Pendidikan', 'Education'),
	named('Jasa Kesehatan dan Kegiatan Sosial', 'Health and Social Work'),
	named('Jasa lainnya', 'Other Services'),
];
