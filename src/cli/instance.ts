/** The instance that a command works on: DATABASE_URL, or the embedded database of SENTRA_DATA. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BACKUP_CONNECTION } from '#server/db/backup/move-database.ts';
import { openDatabase, placeOf } from '#server/db/open.ts';
import type { OpenDatabase } from '#server/db/open.ts';
import { Problem } from '#server/problems.ts';
import type { Call } from './call.ts';
import { houseFailure } from './house-failure.ts';
import { packageRoot } from './package-root.ts';

export interface Instance extends OpenDatabase {
	readonly folder: string;
	readonly migrations: string;
	/** An error of the house in the words of the command line. */
	readonly told: (error: unknown) => unknown;
}

/** Opens it. `mayBeNew`: an empty one is made when there is none. `embedded`: that one, whatever DATABASE_URL says. */
export async function openInstance(
	call: Call,
	wish: { readonly mayBeNew?: boolean; readonly embedded?: boolean } = {},
): Promise<Instance> {
	const told = (error: unknown): unknown => houseFailure(error, call.screen.locale);
	const named = placeOf(packageRoot(), process.env);
	const place = wish.embedded ? { ...named, databaseUrl: undefined } : named;
	try {
		if (!wish.mayBeNew && !place.databaseUrl && !existsSync(join(place.folder, 'data', 'PG_VERSION')))
			throw new Problem('instance_missing', { place: place.folder });
		const database = await openDatabase(place, BACKUP_CONNECTION);
		try {
			const [known] = await database.sql<{ there: boolean }[]>`
				select to_regclass('schema_migration') is not null as there`;
			if (!wish.mayBeNew && !known?.there)
				throw new Problem('instance_missing', { place: place.databaseUrl ? 'DATABASE_URL' : place.folder });
		} catch (error) {
			await database.close();
			throw error;
		}
		const { folder, migrations } = place;
		return { ...database, folder, migrations, told };
	} catch (error) {
		throw told(error);
	}
}
