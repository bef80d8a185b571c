/** Where the database of an instance is, and how to reach it: the embedded one of a folder, or a PostgreSQL of one's own. */
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { connect } from './connect.ts';
import type { ConnectOptions } from './connect.ts';
import { stayJoined } from './embedded/lasting-server.ts';

export interface Place {
	/** Where the embedded database, the keys and the attachments are. */
	readonly folder: string;
	/** A PostgreSQL of one's own (15 or newer) instead of the embedded one: DATABASE_URL. */
	readonly databaseUrl?: string | undefined;
	/** The folder of migrations. */
	readonly migrations: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The place that the environment names; without a word of it the folder `data` of the program. */
export const placeOf = (root: string, environment: Environment): Place => ({
	folder: environment['SENTRA_DATA'] ?? join(root, 'data'),
	databaseUrl: environment['DATABASE_URL'] || undefined,
	migrations: join(root, 'migrations'),
});

export interface Reached {
	readonly where: string | ConnectOptions;
	readonly embedded: boolean;
	/** How many other programs use the embedded server now. */
	readonly others: () => Promise<number>;
	/** Gives the embedded server back. */
	readonly release: () => Promise<void>;
}

/** Finds the server, and starts the embedded one when nobody else did; when it dies, the next connection starts it again. */
export async function reachServer({ folder, databaseUrl }: Place): Promise<Reached> {
	if (databaseUrl)
		return { where: databaseUrl, embedded: false, others: async () => 0, release: async () => undefined };
	const { release, others, ...where } = await stayJoined(folder);
	return { where, embedded: true, others, release };
}

export interface OpenDatabase {
	readonly sql: Sql;
	readonly embedded: boolean;
	/** How many other programs use the embedded server now; of a database of one's own nobody knows it. */
	readonly others: () => Promise<number>;
	close(): Promise<void>;
}

/** A few connections to the database as it is: nothing is migrated, no key is made. For backups and for the doctor. */
export async function openDatabase(place: Place, name: string): Promise<OpenDatabase> {
	const { where, embedded, others, release } = await reachServer(place);
	const sql = connect(where, { max: 3, connection: { application_name: name } });
	return {
		sql,
		embedded,
		others,
		async close() {
			await sql.end({ timeout: 5 });
			await release();
		},
	};
}
