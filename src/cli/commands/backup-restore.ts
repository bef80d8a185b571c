/** `sentra cadangan pulihkan BERKAS`: a backup into an instance that is still empty, all of it or nothing. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { m } from '#words/messages.js';
import { nobodyElse } from '#server/db/backup/move-database.ts';
import { isClosed } from '#server/db/backup/read-backup.ts';
import { restoreBackup } from '#server/db/backup/restore-backup.ts';
import type { Restored } from '#server/db/backup/restore-backup.ts';
import { Failure } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { brokenTrails, rowsIn, tableResult } from '../backup-answer.ts';
import { houseFailure } from '../house-failure.ts';
import { openInstance } from '../instance.ts';
import { knownPassphrase } from '../passphrase.ts';

function answerOf(restored: Restored, folder: string, call: Call): Answer {
	const { locale } = call.screen;
	const { tables, chains, forward, keys, files, createdAt, program } = restored;
	const text = m.cli_backup_restored(
		{
			created: createdAt.slice(0, 16).replace('T', ' '),
			tables: tables.length,
			rows: rowsIn(tables, call),
			organisations: chains.length,
		},
		{ locale },
	);
	return {
		exit: 0,
		result: { createdAt, program, forward, keys, files, ...tableResult(tables, chains) },
		text,
		notes: [
			...brokenTrails(chains, locale),
			...(forward.length > 0 ? [m.cli_backup_forward({ count: forward.length }, { locale })] : []),
			...(keys ? [] : [m.cli_backup_restored_keys_out({ folder: join(folder, 'keys') }, { locale })]),
		],
	};
}

export async function run(call: Call): Promise<Answer> {
	const [path = ''] = call.words;
	const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
		const code = error.code === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_NOT_READABLE';
		throw new Failure([{ code, at: { file: path }, params: { reason: String(error.code) } }]);
	});
	try {
		if ((await file.stat()).isDirectory())
			throw new Failure([{ code: 'FILE_IS_FOLDER', at: { file: path } }]);
		const closed = await isClosed(file).catch((error: unknown) => {
			throw houseFailure(error, call.screen.locale);
		});
		const passphrase = closed ? await knownPassphrase(call) : null;
		const instance = await openInstance(call, { mayBeNew: true });
		try {
			await nobodyElse(instance);
			const { folder, migrations } = instance;
			const restored = await restoreBackup(instance.sql, {
				file,
				migrations,
				dataFolder: folder,
				passphrase,
			});
			return answerOf(restored, folder, call);
		} catch (error) {
			throw instance.told(error);
		} finally {
			await instance.close();
		}
	} finally {
		await file.close();
	}
}
