/** The areas that every test database knows: the villages of the papers, with all that lies above them. */
import type { Sql } from 'postgres';

export const villages = {
	kalanganyar: '3515172008',
	serang: '3604012001',
	seiLekop: '2101061001',
} as const;

/** Writes the areas into the template of the test databases. */
export async function fillAreas(sql: Sql): Promise<void> {
	for (const [name, village] of Object.entries(villages)) {
		const codes = [village.slice(0, 2), village.slice(0, 4), village.slice(0, 6), village];
		for (const [level, code] of codes.entries())
			await sql`insert into area (code, parent_code, name, search_name)
				values (${code}, ${codes[level - 1] ?? null}, ${name}, ${name.toLowerCase()}) on conflict do nothing`;
	}
}
