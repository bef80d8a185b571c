/** How the database of an instance is: asked by the health address, which must be quick, and by the doctor, who reads all. */
import type { Sql } from 'postgres';
import { allChains } from './audit.ts';
import type { ChainState } from './audit.ts';
import { asKeeper } from './keeper.ts';
import { migrationsIn } from './migrate.ts';

export type Health =
	{ readonly ok: true; readonly migrations: number } | { readonly ok: false; readonly reason: string };

const PATIENCE_MS = 2000;

/** Whether the database answers within two seconds. The reason is a code, never what the server said. */
export async function healthOf(sql: Sql, patienceMs = PATIENCE_MS): Promise<Health> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<Health>((resolve) => {
		timer = setTimeout(() => resolve({ ok: false, reason: 'slow' }), patienceMs);
	});
	const asked = sql<{ migrations: number }[]>`select count(*)::int as migrations from schema_migration`.then(
		([row]): Health => ({ ok: true, migrations: row?.migrations ?? 0 }),
		(): Health => ({ ok: false, reason: 'unreachable' }),
	);
	try {
		return await Promise.race([asked, late]);
	} finally {
		clearTimeout(timer);
	}
}

export interface MigrationState {
	readonly applied: number;
	/** Of this program, and not applied yet: the next start does it. */
	readonly waiting: readonly string[];
	/** Applied by a newer program. */
	readonly unknown: readonly string[];
	/** Applied from another text than the file has now. */
	readonly changed: readonly string[];
}

/** What was applied, compared with the files of this program. */
export async function migrationState(sql: Sql, folder: string): Promise<MigrationState> {
	const files = new Map(migrationsIn(folder).map(({ name, sha256 }) => [name, sha256]));
	const applied = await sql<
		{ name: string; sha256: string }[]
	>`select name, sha256 from schema_migration order by name`;
	const done = new Set(applied.map(({ name }) => name));
	return {
		applied: applied.length,
		waiting: [...files.keys()].filter((name) => !done.has(name)),
		unknown: applied.filter(({ name }) => !files.has(name)).map(({ name }) => name),
		changed: applied
			.filter(({ name, sha256 }) => files.has(name) && files.get(name) !== sha256)
			.map(({ name }) => name),
	};
}

/** The log of every organisation, computed again from its first entry. */
export const chainStates = (sql: Sql): Promise<({ readonly orgId: string } & ChainState)[]> =>
	asKeeper(sql, allChains);

/** Which PostgreSQL it is, and how large the data has become. */
export async function serverState(sql: Sql): Promise<{ readonly version: string; readonly bytes: number }> {
	const [row] = await sql<{ version: string; bytes: number }[]>`
		select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes`;
	return { version: row?.version ?? '', bytes: row?.bytes ?? 0 };
}
