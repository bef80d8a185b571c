/** The areas that every test database knows: the villages of the papers, with all that lies above them. */
import type { Sql } from 'postgres';
import { searchText } from '../features/area/search-text.ts';

/** Official codes. The mussel paper names its coast alone; Margaluyu is a village of mussel growers there. */
export const villages = {
	kalanganyar: '3515172004',
	serang: '3673021011',
	seiLekop: '2101061009',
	/** The serabi paper names the town of Sumenep alone. */
	sumenep: '3529011015',
	sukorejo: '3309042012',
} as const;

const names: Readonly<Record<string, string>> = {
	'21': 'Kepulauan Riau',
	'2101': 'Kabupaten Bintan',
	'210106': 'Bintan Timur',
	[villages.seiLekop]: 'Sungai Lekop',
	'33': 'Jawa Tengah',
	'3309': 'Kabupaten Boyolali',
	'330904': 'Musuk',
	[villages.sukorejo]: 'Sukorejo',
	'35': 'Jawa Timur',
	'3515': 'Kabupaten Sidoarjo',
	'351517': 'Sedati',
	[villages.kalanganyar]: 'Kalanganyar',
	'3529': 'Kabupaten Sumenep',
	'352901': 'Kota Sumenep',
	[villages.sumenep]: 'Kepanjin',
	'36': 'Banten',
	'3673': 'Kota Serang',
	'367302': 'Kasemen',
	[villages.serang]: 'Margaluyu',
};

/** Writes the areas into the template of the test databases. */
export async function fillAreas(sql: Sql): Promise<void> {
	const rows = Object.entries(names).map(([code, name]) => ({
		code,
		parent_code: code.length === 2 ? null : code.slice(0, code.length === 10 ? 6 : code.length - 2),
		name,
		search_name: searchText(name),
	}));
	await sql`insert into area ${sql(rows)} on conflict do nothing`;
}
