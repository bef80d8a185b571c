/**
 * The livelihood table of the mussel growers in Serang as printed: 20 rows, one of them twice and one change that does
 * not follow. The text names 50 beneficiaries. Nothing is said of the direction of "kerentanan konflik".
 */
import {
	emptyLivelihood,
	emptyIndicator,
	type AssetId,
	type LivelihoodContent,
} from './livelihood-content.ts';

type Row = readonly [asset: AssetId, id: string, en: string, before: string, after: string, change: string];

const rows: readonly Row[] = [
	['natural', 'Dukungan lingkungan untuk budidaya', 'Environment that suits farming', '3,00', '3,00', '0,00'],
	['natural', 'Ketersediaan lokasi untuk bagan baru', 'Room for new rafts', '4,91', '4,91', '0,00'],
	[
		'physical',
		'Bahan, mesin dan alat budidaya',
		'Farming materials, machines and tools',
		'0,09',
		'3,09',
		'3,00',
	],
	[
		'physical',
		'Bahan, mesin dan alat pascapanen',
		'Post-harvest materials, machines and tools',
		'0,00',
		'3,91',
		'3,91',
	],
	['physical', 'Sarana prasarana kelembagaan', 'Facilities of the organisation', '0,00', '3,00', '3,00'],
	['physical', 'Alat transportasi', 'Means of transport', '0,00', '3,00', '3,00'],
	['human', 'Keterampilan teknis budidaya', 'Farming skills', '1,55', '3,55', '2,00'],
	['human', 'Keterampilan teknis pascapanen', 'Post-harvest skills', '1,09', '3,36', '2,27'],
	['human', 'Manajemen usaha', 'Business management', '1,45', '2,55', '1,10'],
	['human', 'Manajemen organisasi', 'Management of the organisation', '1,45', '2,36', '0,91'],
	['financial', 'Penghasilan rumah tangga', 'Household income', '0,55', '4,45', '3,90'],
	['financial', 'Tabungan dan aset produktif', 'Savings and productive assets', '0,36', '2,18', '1,82'],
	['financial', 'Putaran keuangan usaha', 'Business cash flow', '0,36', '3,18', '2,82'],
	['financial', 'Akses layanan keuangan', 'Access to financial services', '1,00', '3,00', '2,00'],
	['financial', 'Jejaring rantai bisnis', 'Business network', '1,00', '3,45', '2,45'],
	['social', 'Perkembangan kelompok', 'Growth of the group', '1,09', '3,09', '2,00'],
	['social', 'Gotong royong', 'Mutual help', '1,45', '3,27', '2,82'],
	['social', 'Kerentanan konflik', 'Proneness to conflict', '2,18', '3,27', '1,09'],
	[
		'social',
		'Peran kelompok dalam pembangunan desa',
		"The group's part in village development",
		'2,18',
		'3,27',
		'1,09',
	],
	['social', 'Perkembangan kelompok', 'Growth of the group', '1,09', '3,09', '2,00'],
];

const printedAssets: LivelihoodContent['assets'] = {
	natural: { before: '3,95', after: '3,95', change: '0,00' },
	physical: { before: '0,02', after: '3,25', change: '3,23' },
	human: { before: '1,39', after: '2,95', change: '1,56' },
	financial: { before: '0,65', after: '3,25', change: '2,60' },
	social: { before: '1,73', after: '3,23', change: '1,50' },
};

const unsaid = 'Kerentanan konflik';

function serang(locale: 'id' | 'en'): LivelihoodContent {
	return {
		...emptyLivelihood(),
		title: locale === 'id' ? 'Kerang hijau, pesisir Serang' : 'Green mussels, Serang coast',
		source:
			locale === 'id' ? 'naskah kerang hijau Serang, Tabel 1–2' : 'green mussel paper, Serang, Tables 1–2',
		respondents: '50',
		indicators: rows.map(([asset, id, en, before, after, change]) => ({
			...emptyIndicator,
			asset,
			name: locale === 'id' ? id : en,
			polarity: id === unsaid ? '' : 'positive',
			before,
			after,
			change,
		})),
		assets: printedAssets,
	};
}

/** The example of this name; null when there is none. */
export function livelihoodSample(name: string, locale: 'id' | 'en'): LivelihoodContent | null {
	return name === 'serang' ? serang(locale) : null;
}
