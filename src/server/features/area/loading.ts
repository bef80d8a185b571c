/** Puts the official areas into the database when it does not hold this edition of them yet. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import type { Sql, TransactionSql } from 'postgres';
import { MIGRATION_LOCK } from '../../db/migrate.ts';
import { searchText, searchTextVersion } from './search-text.ts';

interface Edition {
	readonly name: string;
	readonly lines: readonly string[];
}

/** The file that scripts/areas.js makes: its source, then a code and a name a line. */
function editionIn(file: string): Edition {
	const [source = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
	return { name: `${source}, read ${searchTextVersion}`, lines };
}

const isThere = async (sql: Sql | TransactionSql, { name }: Edition): Promise<boolean> =>
	(await sql`select from reference_version where name = 'area' and version = ${name}`).length === 1;

/** Lines for COPY. Names hold no tabs, line ends or backslashes: the file has one name a line, and its test says so. */
function* copyLines(lines: readonly string[]): Generator<string> {
	for (const line of lines) {
		const [code = '', name = ''] = line.split('\t');
		const above = code.length === 2 ? '\\N' : code.slice(0, code.length === 10 ? 6 : code.length - 2);
		yield `${code}\t${above}\t${name}\t${searchText(name)}\n`;
	}
}

async function replaceAreas(tx: TransactionSql, { name, lines }: Edition): Promise<void> {
	await tx`create temporary table area_given (code text, parent_code text, name text, search_name text) on commit drop`;
	const copy = await tx`copy area_given (code, parent_code, name, search_name) from stdin`.writable();
	// A few large pieces: 91,000 small ones would each cross the socket.
	const pieces = [...copyLines(lines)].join('').match(/[^]{1,262144}/g) ?? [];
	await pipeline(Readable.from(pieces), copy);
	await tx`insert into area (code, parent_code, name, search_name)
		select code, parent_code, name, search_name from area_given
		on conflict (code) do update set parent_code = excluded.parent_code, name = excluded.name,
			search_name = excluded.search_name, in_force = true
		where (area.parent_code, area.name, area.search_name, area.in_force)
			is distinct from (excluded.parent_code, excluded.name, excluded.search_name, true)`;
	await tx`update area set in_force = false
		where in_force and not exists (select from area_given where area_given.code = area.code)`;
	await tx`insert into reference_version (name, version) values ('area', ${name})
		on conflict (name) do update set version = excluded.version`;
	// What an insert leaves to be sorted in later is read row by row by every search until then.
	await tx`select gin_clean_pending_list('area_by_words')`;
	await tx`analyze area`;
}

/** Loads the areas of a file, in one piece and once, however many programs start at the same moment; says whether it did. */
export async function loadAreas(sql: Sql, file: string): Promise<boolean> {
	const edition = editionIn(file);
	if (await isThere(sql, edition)) return false;
	return sql.begin(async (tx) => {
		await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
		// Another program may have done it while this one waited.
		if (await isThere(tx, edition)) return false;
		await replaceAreas(tx, edition);
		return true;
	});
}
