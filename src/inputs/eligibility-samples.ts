/**
 * The aid of 2021 for the fish-cracker cluster of Sei Lekop, Bintan: its seven requirements as the paper lists them.
 * The three applicants and their numbers are invented; each lacks one paper.
 */
import type { Applicant, EligibilityContent, SheetAnswer, SheetRule } from './eligibility-content.ts';

type Language = 'id' | 'en';

const rule = (id: string, kind: SheetRule['kind'], name: string, bring = ''): SheetRule => ({
	id,
	name,
	kind,
	weight: 'hard',
	from: '',
	until: '',
	bring,
});

const rules: Readonly<Record<Language, readonly SheetRule[]>> = {
	id: [
		rule('domicile', 'document', 'Tinggal di perumahan klaster', 'surat keterangan domisili dari kelurahan'),
		rule('land', 'land', 'Tanah atau rumah bersertifikat'),
		rule('pirt', 'pirt', 'Punya izin P-IRT'),
		rule('halal', 'halal', 'Punya sertifikat halal'),
		rule('siinas', 'siinas', 'Terdaftar di SIINas'),
		rule('ktp', 'nik', 'KTP Bintan'),
		rule('business', 'yes-no', 'Menjalankan usaha kerupuk', 'foto usaha atau surat keterangan usaha'),
	],
	en: [
		rule(
			'domicile',
			'document',
			"Lives in the cluster's housing estate",
			'letter of domicile from the urban village',
		),
		rule('land', 'land', 'Land or house has a certificate'),
		rule('pirt', 'pirt', 'Has a PIRT food permit'),
		rule('halal', 'halal', 'Has a halal certificate'),
		rule('siinas', 'siinas', 'Registered in SIINas'),
		rule('ktp', 'nik', 'Bintan identity card (KTP)'),
		rule('business', 'yes-no', 'Runs a cracker business', 'photograph of the business or a business letter'),
	],
};

const seen = (of: string, number = '', more: Partial<SheetAnswer> = {}): SheetAnswer => ({
	rule: of,
	seen: 'yes',
	number,
	issuedOn: '',
	validUntil: '',
	changed: '',
	...more,
});

interface Invented {
	readonly name: string;
	readonly product: Readonly<Record<Language, string>>;
	readonly answers: readonly SheetAnswer[];
}

/** Numbers of the right form that nobody holds: serial numbers 0001 and the like, in the regency of Bintan. */
const invented: readonly Invented[] = [
	{
		name: 'Rahmi',
		product: { id: 'kerupuk ikan', en: 'fish crackers' },
		answers: [
			seen('domicile'),
			seen('land', 'SHM 00123'),
			seen('pirt', '2022101010001-20'),
			seen('halal', 'ID81110000123450720', { issuedOn: '2020-07-13', changed: 'no' }),
			seen('siinas', 'SII-0001'),
			seen('ktp', '2101064502850001'),
			seen('business'),
		],
	},
	{
		name: 'Yusniar',
		product: { id: 'kerupuk udang', en: 'prawn crackers' },
		answers: [
			seen('domicile'),
			seen('land', 'SHM 00124'),
			seen('pirt', '2022101010002-24'),
			seen('halal', 'KH 12345678900720'),
			seen('siinas', 'SII-0002'),
			seen('ktp', '2101061203790001'),
			seen('business'),
		],
	},
	{
		name: 'Hasan',
		product: { id: 'kerupuk ikan', en: 'fish crackers' },
		answers: [
			seen('domicile'),
			seen('land', 'SHM 00125'),
			seen('pirt', '2022101010003-25'),
			seen('halal', 'ID81110000123460120', { issuedOn: '2020-01-20', changed: 'no' }),
			seen('ktp', '2101060908820001'),
			seen('business'),
		],
	},
];

/** The requirements of Sei Lekop, to begin a rule set with. */
export function seiLekopRules(locale: Language): readonly SheetRule[] {
	return rules[locale];
}

const titles: Readonly<Record<Language, Pick<EligibilityContent, 'programme' | 'bringTo'>>> = {
	id: {
		programme: 'Bantuan klaster kerupuk Sei Lekop (pemohon rekaan)',
		bringTo: 'kantor Dinas Koperasi, Usaha Mikro, Perindustrian, dan Perdagangan Bintan',
	},
	en: {
		programme: 'Aid for the Sei Lekop cracker cluster (invented applicants)',
		bringTo: 'the co-operatives, micro-enterprise, industry and trade office of Bintan',
	},
};

/** The example of this name; null when there is none. */
export function eligibilitySample(name: string, locale: Language): EligibilityContent | null {
	if (name !== 'bintan') return null;
	return {
		...titles[locale],
		year: '2021',
		validOn: '2021-06-01',
		rules: rules[locale],
		applicants: invented.map(({ name: person, product, answers }): Applicant => ({
			name: person,
			product: product[locale],
			productKind: 'dry-or-shelf-stable',
			answers,
		})),
	};
}
