/**
 * What a column of somebody's own list may mean. Headings are compared by their letters alone, so that `No. HP / WA`,
 * `NO HP/WA` and `no.hp wa` are one. The first field that knows a heading takes it.
 */

export const intakeKinds = ['people', 'enterprises'] as const;
export type IntakeKind = (typeof intakeKinds)[number];

export const peopleFields = [
	'name',
	'identityNumber',
	'phone',
	'sex',
	'born',
	'village',
	'district',
	'address',
	'hamlet',
	'rt',
	'rw',
	'group',
	'note',
] as const;
export type PeopleField = (typeof peopleFields)[number];

export const enterpriseFields = [
	'name',
	'ownerName',
	'kind',
	'product',
	'capacity',
	'capacityTo',
	'capacityUnit',
	'capacityPeriod',
	'workers',
	'workersWomen',
	'workersMen',
	'workersUnrecorded',
	'markets',
	'nib',
	'pirt',
	'md',
	'halal',
	'siinas',
	'sinceYear',
	'phone',
	'village',
	'district',
	'address',
	'hamlet',
	'rt',
	'rw',
	'note',
] as const;
export type EnterpriseField = (typeof enterpriseFields)[number];

export type IntakeField = PeopleField | EnterpriseField;

export const fieldsOf: Readonly<Record<IntakeKind, readonly IntakeField[]>> = {
	people: peopleFields,
	enterprises: enterpriseFields,
};

/** Headings of places and contacts, the same in both lists. */
const shared = {
	phone: [
		...['nohp', 'nohpwa', 'hp', 'hpwa', 'nohandphone', 'handphone', 'nomorhp', 'nomorhpwa', 'nomorhandphone'],
		...['nowa', 'wa', 'nomorwa', 'whatsapp', 'nowhatsapp', 'notelp', 'notelepon', 'nomortelepon', 'telp'],
		...[
			'telepon',
			'kontak',
			'nokontak',
			'phone',
			'phonenumber',
			'mobile',
			'mobilephone',
			'contact',
			'telephone',
		],
	],
	village: [
		...['desa', 'kelurahan', 'desakelurahan', 'kelurahandesa', 'desakel', 'keldesa', 'namadesa', 'kodedesa'],
		...['kel', 'village', 'villagename', 'villagecode', 'alamatdesa', 'desakelurahanasal', 'asaldesa'],
	],
	district: ['kecamatan', 'kec', 'namakecamatan', 'district', 'subdistrict'],
	address: [
		'alamat',
		'alamatlengkap',
		'alamatrumah',
		'alamatktp',
		'alamatusaha',
		'jalan',
		'address',
		'street',
	],
	hamlet: ['dusun', 'namadusun', 'lingkungan', 'kampung', 'dukuh', 'hamlet', 'dusunlingkungan'],
	rt: ['rt', 'rtrw', 'nort'],
	rw: ['rw', 'norw'],
	note: ['catatan', 'keterangan', 'ket', 'ketr', 'note', 'notes', 'remarks', 'remark'],
} as const;

const headings: Readonly<Record<IntakeKind, Readonly<Partial<Record<IntakeField, readonly string[]>>>>> = {
	people: {
		...shared,
		name: [
			...['nama', 'namalengkap', 'namaanggota', 'namawarga', 'namaorang', 'namapeserta', 'namapenduduk'],
			...['namasesuaiktp', 'namaktp', 'namapenerimamanfaat', 'name', 'fullname', 'membername'],
		],
		identityNumber: [
			...['nik', 'nonik', 'nomornik', 'noktp', 'nomorktp', 'ktp', 'nikktp', 'noktpnik', 'noinduk'],
			...['nomorindukkependudukan', 'noindukkependudukan', 'identitynumber', 'idnumber', 'nationalid'],
		],
		sex: [
			...['lp', 'jk', 'jeniskelamin', 'kelamin', 'jeniskelaminlp', 'jklp', 'jnskelamin', 'gender', 'sex'],
			...['lakilakiperempuan', 'mf'],
		],
		born: [
			...[
				'tgllahir',
				'tanggallahir',
				'ttl',
				'tempattanggallahir',
				'tempattgllahir',
				'tahunlahir',
				'thnlahir',
			],
			...['lahir', 'tmptgllahir', 'tempatdantanggallahir', 'dateofbirth', 'birthdate', 'dob', 'birthyear'],
			...['yearofbirth', 'born'],
		],
		group: [
			'kelompok',
			'namakelompok',
			'poktan',
			'kelompokbinaan',
			'kelompoktani',
			'kub',
			'group',
			'groupname',
		],
	},
	enterprises: {
		...shared,
		name: [
			...[
				'namausaha',
				'usaha',
				'namaumkm',
				'umkm',
				'namaikm',
				'ikm',
				'namamerek',
				'merek',
				'merk',
				'namatoko',
			],
			...[
				'namaperusahaan',
				'enterprise',
				'enterprisename',
				'business',
				'businessname',
				'company',
				'brand',
				'nama',
			],
			...['name', 'unitusaha', 'namaunitusaha'],
		],
		ownerName: [
			...['pemilik', 'namapemilik', 'pemilikusaha', 'namapelakuusaha', 'pelakuusaha', 'pengelola', 'owner'],
			...['ownername', 'penanggungjawab'],
		],
		kind: [
			'jenis',
			'jenisusaha',
			'bidang',
			'bidangusaha',
			'sektor',
			'kategori',
			'kind',
			'type',
			'sector',
			'kindofenterprise',
		],
		product: [
			'produk',
			'namaproduk',
			'jenisproduk',
			'produkutama',
			'hasil',
			'product',
			'products',
			'mainproduct',
		],
		capacity: [
			...['kapasitas', 'kapasitasproduksi', 'produksi', 'jumlahproduksi', 'volumeproduksi', 'capacity'],
			...['productioncapacity', 'production', 'kapasitasusaha', 'kapasitasdari', 'capacityfrom'],
		],
		capacityTo: ['kapasitassampai', 'kapasitashingga', 'capacityto'],
		capacityUnit: ['satuan', 'satuankapasitas', 'satuanproduksi', 'unit', 'capacityunit'],
		capacityPeriod: [
			'periode',
			'per',
			'perwaktu',
			'kurunwaktu',
			'period',
			'capacityperiod',
			'kapasitasper',
			'capacityper',
		],
		workers: [
			...['tenagakerja', 'jumlahtenagakerja', 'jmltenagakerja', 'jumlahpekerja', 'pekerja', 'karyawan', 'tk'],
			...['jumlahkaryawan', 'workers', 'employees', 'staff'],
		],
		workersWomen: [
			'tenagakerjaperempuan',
			'tkperempuan',
			'pekerjaperempuan',
			'tkp',
			'womenworkers',
			'womenworking',
			'workerswomen',
		],
		workersMen: [
			'tenagakerjalakilaki',
			'tklakilaki',
			'pekerjalakilaki',
			'tkl',
			'menworkers',
			'menworking',
			'workersmen',
		],
		workersUnrecorded: [
			'pekerjatidakdipilah',
			'tenagakerjatidakdipilah',
			'workerssexnotnoted',
			'workersunrecorded',
		],
		markets: [
			...[
				'pasar',
				'pemasaran',
				'daerahpemasaran',
				'wilayahpemasaran',
				'tujuanpasar',
				'jangkauanpasar',
				'market',
			],
			...['markets', 'salesarea'],
		],
		nib: ['nib', 'nonib', 'nomornib', 'nomorindukberusaha', 'businesslicence', 'businesslicense'],
		pirt: ['pirt', 'nopirt', 'sppirt', 'nomorpirt', 'izinpirt', 'nosppirt'],
		md: ['md', 'bpommd', 'izinmd', 'nomd', 'bpom', 'izinedarmd', 'izinedar'],
		halal: ['halal', 'sertifikathalal', 'nohalal', 'nosertifikathalal', 'halalcertificate'],
		siinas: ['siinas', 'akunsiinas', 'nosiinas', 'siinasaccount'],
		sinceYear: [
			'sejak',
			'sejaktahun',
			'sinceyear',
			'tahunberdiri',
			'berdiri',
			'tahunmulai',
			'mulaiusaha',
			'thnberdiri',
			'since',
			'foundedin',
		],
	},
};

/** The letters of a heading, without what stands in brackets behind it: `Kapasitas (kg/bulan)` is `kapasitas`. */
export const headingLetters = (text: string): string => {
	const letters = (part: string) =>
		part
			.normalize('NFKD')
			.toLowerCase()
			.replace(/[^a-z]/g, '');
	return letters(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')) || letters(text);
};

/** The field that a heading names; null when none does. */
export function fieldOfHeading(kind: IntakeKind, text: string): IntakeField | null {
	const found = headingLetters(text);
	if (found === '') return null;
	return fieldsOf[kind].find((field) => headings[kind][field]?.includes(found)) ?? null;
}

/** All headings with the field that each names, for finding one with a typing mistake. */
export const knownHeadings = (kind: IntakeKind): (readonly [IntakeField, readonly string[]])[] =>
	fieldsOf[kind].map((field) => [field, headings[kind][field] ?? []] as const);
