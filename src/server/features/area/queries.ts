/** Places by name or code. Areas are the same for everybody, so no organisation is named here. */
import type { Sql, TransactionSql } from 'postgres';
import { areaLevel, areaLevels } from './schema.ts';
import type { AreaLevel } from './schema.ts';
import { searchText } from './search-text.ts';

/** An area with the names of all that lies above it; null for its own level and those below. */
export interface FoundArea {
	readonly code: string;
	readonly level: AreaLevel;
	readonly name: string;
	readonly district: string | null;
	readonly regency: string | null;
	readonly province: string | null;
}

export interface AreaName {
	readonly code: string;
	readonly level: AreaLevel;
	readonly name: string;
}

type Rows = readonly Omit<FoundArea, 'level'>[];

/** Words that say what a place is and stand in no official name. */
const kinds = new Set(['desa', 'kelurahan', 'kel', 'kecamatan', 'kec', 'provinsi', 'prov']);

const wordsOf = (text: string): string[] => {
	const words = searchText(text).split(' ').filter(Boolean);
	const telling = words.filter((word) => !kinds.has(word));
	return telling.length > 0 ? telling : words;
};

const withLevel = (rows: Rows): FoundArea[] =>
	rows.map((row) => ({ ...row, level: areaLevel(row.code) ?? 'village' }));

/** Areas whose code begins so, the shortest first. */
const byCode = (sql: Sql | TransactionSql, code: string, length: number | null, most: number) => sql<Rows>`
	select area.code, area.name, district.name as district, regency.name as regency, province.name as province
	from area
	left join area district on district.code = left(area.code, 6) and length(area.code) > 6
	left join area regency on regency.code = left(area.code, 4) and length(area.code) > 4
	left join area province on province.code = left(area.code, 2) and length(area.code) > 2
	where area.in_force and area.code like ${`${code}%`}
		and (${length}::int is null or length(area.code) = ${length}::int)
	order by length(area.code), area.code limit ${most}`;

/**
 * Areas one of whose words begins as one of those typed, when the names above them hold the others: `kalanganyar
 * sidoarjo`. Also those whose name written as one word begins so. The very name comes first, then the larger area.
 */
const byWords = (
	sql: Sql | TransactionSql,
	words: readonly string[],
	length: number | null,
	most: number,
) => {
	const text = words.join(' ');
	const any = words.map((word) => `'${word}':*`).join(' | ');
	// Spaces are left out on both sides: kalang anyar is Kalanganyar.
	const all = words.map((word) => `%${word}%`);
	const joined = `${words.join('')}%`;
	// The expressions are those of the indexes.
	return sql<Rows>`
		with named as materialized (
			select code, name, search_name, regexp_replace(search_name, '^(kabupaten|kota) ', '') as bare_name from area
			where in_force and (${length}::int is null or length(code) = ${length}::int)
				and (to_tsvector('simple', search_name) @@ to_tsquery('simple', ${any})
					or replace(regexp_replace(search_name, '^(kabupaten|kota) ', ''), ' ', '') like ${joined})
		)
		select named.code, named.name, district.name as district, regency.name as regency, province.name as province
		from named
		left join area district on district.code = left(named.code, 6) and length(named.code) > 6
		left join area regency on regency.code = left(named.code, 4) and length(named.code) > 4
		left join area province on province.code = left(named.code, 2) and length(named.code) > 2
		where replace(concat(named.search_name, district.search_name, regency.search_name, province.search_name), ' ', '')
			like all (${all})
		order by case when bare_name = ${text} then 0 when bare_name like ${`${text}%`} then 1 else 2 end,
			length(named.code), named.search_name, named.code
		limit ${most}`;
};

/** Places that a person may mean by a name or a code, the likeliest first. */
export async function searchAreas(
	sql: Sql | TransactionSql,
	text: string,
	{ level = null, most = 20 }: { readonly level?: AreaLevel | null; readonly most?: number } = {},
): Promise<FoundArea[]> {
	const length = level === null ? null : areaLevels[level];
	const figures = text.replace(/[.\s]/g, '');
	if (/^\d{2,10}$/.test(figures)) return withLevel(await byCode(sql, figures, length, most));
	const words = wordsOf(text.slice(0, 100));
	// One letter would be half the country.
	if (words.join('').length < 2) return [];
	return withLevel(await byWords(sql, words, length, most));
}

/** The names of an area and of all above it, the province first. Empty when the code is unknown. */
export async function areaPath(sql: Sql | TransactionSql, code: string): Promise<AreaName[]> {
	const codes = Object.values(areaLevels)
		.filter((length) => length <= code.length)
		.map((length) => code.slice(0, length));
	const rows = await sql<{ code: string; name: string }[]>`
		select code, name from area where code = any (${codes}) order by length(code)`;
	if (rows.at(-1)?.code !== code) return [];
	return rows.map((row) => ({ ...row, level: areaLevel(row.code) ?? 'village' }));
}
