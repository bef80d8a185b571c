/** `sentra cadangan buat`: all data of the instance in one file, while people go on working. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { m } from '#words/messages.js';
import { dayInJakarta } from '#server/calendar.ts';
import { createBackup } from '#server/db/backup/create-backup.ts';
import type { BackupMade } from '#server/db/backup/create-backup.ts';
import { Failure, optionOf } from '../call.ts';
import type { Answer, Call } from '../call.ts';
import { brokenTrails, rowsIn, sizeText, tableResult } from '../backup-answer.ts';
import { openInstance } from '../instance.ts';
import { packageVersion } from '../package-root.ts';
import { canAsk, newPassphrase } from '../passphrase.ts';
import { openPending } from '../write-file.ts';

/** Keys are asked for when somebody can answer; else they come along only when they were named. */
async function passphraseFor(call: Call, folder: string): Promise<string | null> {
	if (call.options.has('with-keys')) return newPassphrase(call);
	if (!existsSync(join(folder, 'keys')) || !canAsk(call) || call.options.has('yes')) return null;
	const lines = createInterface({ input: process.stdin, output: process.stderr });
	const question = m.cli_backup_ask_keys({}, { locale: call.screen.locale });
	const answer = await lines.question(`${question} `, { signal: call.signal });
	lines.close();
	return /^(y|ya|yes)$/i.test(answer.trim()) ? newPassphrase(call) : null;
}

function answerOf({ bytes, manifest }: BackupMade, file: string, folder: string, call: Call): Answer {
	const { locale } = call.screen;
	const keys = manifest.files.some(({ path }) => path.startsWith('keys/'));
	const made = m.cli_backup_made(
		{
			file,
			size: sizeText(bytes, call),
			tables: manifest.tables.length,
			rows: rowsIn(manifest.tables, call),
			organisations: manifest.chains.length,
		},
		{ locale },
	);
	const care = keys
		? [m.cli_backup_keys_in({}, { locale })]
		: [
				m.cli_backup_keys_out({ folder: join(folder, 'keys') }, { locale }),
				m.cli_backup_open_file({}, { locale }),
			];
	return {
		exit: 0,
		result: {
			written: file,
			bytes,
			closed: keys,
			keys,
			files: manifest.files.length,
			migrations: manifest.migrations.length,
			...tableResult(manifest.tables, manifest.chains),
		},
		text: made,
		notes: [...brokenTrails(manifest.chains, locale), ...care],
	};
}

export async function run(call: Call): Promise<Answer> {
	const at = new Date();
	const file = optionOf(call, 'to') ?? `sentra-cadangan-${dayInJakarta(at)}.tar`;
	const instance = await openInstance(call);
	try {
		const pending = await openPending(file, call);
		try {
			// Before the first byte: whoever else works on this machine has no business with it.
			await pending.handle.chmod(0o600);
			const made = await createBackup(instance.sql, {
				write: (bytes) => {
					call.signal.throwIfAborted();
					return pending.handle.writeFile(bytes);
				},
				program: packageVersion(),
				at,
				dataFolder: instance.folder,
				passphrase: await passphraseFor(call, instance.folder),
			});
			await pending.commit();
			return answerOf(made, file, instance.folder, call);
		} catch (error) {
			await pending.abandon();
			const code = (error as NodeJS.ErrnoException).code;
			if (code === 'ENOSPC' || code === 'EIO' || code === 'EFBIG' || code === 'EDQUOT')
				throw new Failure([{ code: 'OUTPUT_NOT_WRITABLE', at: { file }, params: { reason: code } }], 6);
			throw instance.told(error);
		}
	} finally {
		await instance.close();
	}
}
