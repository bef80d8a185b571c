/** `sentra cadangan pindah`: from the built-in database to the PostgreSQL that DATABASE_URL names. */
import { m } from '#words/messages.js';
import { moveDatabase } from '#server/db/backup/move-database.ts';
import { Failure } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { brokenTrails, rowsIn, tableResult } from '../backup-answer.ts';
import { openInstance } from '../instance.ts';
import { packageVersion } from '../package-root.ts';

export async function run(call: Call): Promise<Answer> {
	if (!process.env['DATABASE_URL']) throw new Failure([{ code: 'USAGE_MOVE_TARGET' }]);
	const { locale } = call.screen;
	const source = await openInstance(call, { embedded: true });
	try {
		const target = await openInstance(call, { mayBeNew: true });
		try {
			const { tables, chains, forward } = await moveDatabase({
				from: source,
				to: target.sql,
				migrations: source.migrations,
				program: packageVersion(),
				at: new Date(),
			});
			return {
				exit: 0,
				result: { forward, ...tableResult(tables, chains) },
				text: m.cli_backup_moved(
					{ tables: tables.length, rows: rowsIn(tables, call), organisations: chains.length },
					{ locale },
				),
				notes: [
					...brokenTrails(chains, locale),
					m.cli_backup_moved_next({ folder: source.folder }, { locale }),
				],
			};
		} finally {
			await target.close();
		}
	} catch (error) {
		throw source.told(error);
	} finally {
		await source.close();
	}
}
