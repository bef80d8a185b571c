import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedProblem } from './embedded-problem.ts';
import { syncFolder } from './folder-layout.ts';
import type { FolderLayout } from './folder-layout.ts';
import type { HeldLock } from './file-lock.ts';
import type { NativePrograms } from './native-programs.ts';
import { giveToServer, spawnAs } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

/** The major version of the packages in package.json; a data folder serves one major version only. */
export const MAJOR_VERSION = '18';
/** Owner of the database; the socket's folder is what keeps others out. */
export const OWNER = 'sentra';

/** Whether the data is there and ours to open. Throws `data-of-another-version` and `not-a-data-folder`. */
export function dataExists(layout: FolderLayout): boolean {
	if (!existsSync(layout.data)) return false;
	const versionFile = join(layout.data, 'PG_VERSION');
	if (!existsSync(versionFile)) {
		if (readdirSync(layout.data).length === 0) {
			// An empty folder made by hand: its owner would decide as whom the server runs.
			rmdirSync(layout.data);
			return false;
		}
		throw new EmbeddedProblem(
			'not-a-data-folder',
			{ folder: layout.data },
			{
				message: `${layout.data} holds files that are not a database of Sentra.`,
				wayOut: 'Choose another folder, or move those files away. Nothing was changed.',
			},
		);
	}
	const found = readFileSync(versionFile, 'utf8').trim();
	if (found === MAJOR_VERSION) return true;
	throw new EmbeddedProblem(
		'data-of-another-version',
		{ folder: layout.data, found, needed: MAJOR_VERSION },
		{
			message: `The database in ${layout.data} was written by PostgreSQL ${found}; this Sentra brings PostgreSQL ${MAJOR_VERSION}.`,
			wayOut: `Make a backup with the Sentra that wrote it and restore it here into an empty folder. Nothing was changed.`,
		},
	);
}

/** Removes what a creation left that was killed. Only under the start lock: another's creation holds it to its end. */
export function removeUnfinished(layout: FolderLayout): void {
	for (const name of readdirSync(layout.folder)) {
		if (!name.startsWith(layout.unfinishedPrefix)) continue;
		rmSync(join(layout.folder, name), { recursive: true, force: true, maxRetries: 3 });
	}
}

function runInitdb(
	into: string,
	user: ServerUser,
	programs: NativePrograms,
	lock: HeldLock,
): Promise<{ code: number | null; said: string }> {
	const words = ['-D', into, `--username=${OWNER}`, '--encoding=UTF8', '--no-locale', '--no-instructions'];
	words.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums');
	words.push('--auth-local=trust', '--auth-host=reject');
	return new Promise((resolve) => {
		// initdb holds the start lock with us: killed alone, we leave a child that still writes, and nobody cleans under it.
		const child = spawnAs(user, programs, {
			program: programs.initdb,
			words,
			stdio: ['ignore', 'pipe', 'pipe', lock.descriptor ?? 'ignore'],
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream?.on('data', (part: Buffer) => (said += String(part)));
		child.once('error', (error) => resolve({ code: null, said: error.message }));
		child.once('close', (code) => resolve({ code, said }));
	});
}

/**
 * Makes the data folder: beside its place and then renamed, so that it is whole or not there.
 * Throws `creation-failed`.
 */
export async function createData(
	layout: FolderLayout,
	user: ServerUser,
	programs: NativePrograms,
	lock: HeldLock,
): Promise<void> {
	removeUnfinished(layout);
	const unfinished = join(layout.folder, `${layout.unfinishedPrefix}${randomUUID()}`);
	mkdirSync(unfinished, { mode: 0o700 });
	giveToServer(unfinished, user);
	const { code, said } = await runInitdb(unfinished, user, programs, lock);
	if (code !== 0) {
		rmSync(unfinished, { recursive: true, force: true });
		throw new EmbeddedProblem(
			'creation-failed',
			{ folder: layout.folder, detail: said.trim().slice(-1500) },
			{
				message: `The database could not be created in ${layout.folder}: ${said.trim().split('\n').at(-1)}`,
				wayOut: 'See that the disk has 100 MB free and that the folder can be written, then start again.',
			},
		);
	}
	renameSync(unfinished, layout.data);
	syncFolder(layout.folder);
}
