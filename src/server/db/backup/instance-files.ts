/** Keys and attachments beside the database: brought next to their place first, then moved, so that none is half there. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '../../problems.ts';
import { giveToFolderOwner } from '../embedded/folder-layout.ts';
import type { Backup } from './read-backup.ts';

export interface FilesOnTheirWay {
	/** Moves them into place. */
	readonly place: () => Promise<void>;
	/** Takes away what was brought, also what was placed. */
	readonly takeBack: () => Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

async function bring(backup: Backup, number: number, target: string): Promise<void> {
	const part = backup.manifest.files[number - 1];
	await mkdir(dirname(target), { recursive: true, mode: 0o700 });
	const handle = await open(target, 'wx', 0o600);
	const hash = createHash('sha256');
	try {
		for await (const piece of backup.file(number)) {
			hash.update(piece);
			await handle.write(piece);
		}
		await handle.sync();
	} finally {
		await handle.close();
	}
	if (hash.digest('hex') !== part?.sha256) throw new Problem('backup_broken', { what: part?.path ?? '' });
}

/** What an instance makes when it starts for the first time is set aside, not lost: a key is never deleted. */
async function setAside(folder: string): Promise<(() => Promise<void>) | null> {
	const inside = await readdir(folder).catch(() => []);
	if (inside.length === 0) return null;
	const aside = `${folder}.before-restore-${Date.now()}`;
	await rename(folder, aside);
	return () => rename(aside, folder);
}

/** Root restores for the user who runs the service, and she must be able to read her keys. */
async function giveAll(folder: string, dataFolder: string): Promise<void> {
	giveToFolderOwner(folder, dataFolder);
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
		giveToFolderOwner(join(entry.parentPath, entry.name), dataFolder);
}

/** Writes the backup's files into a folder beside their place. Throws `backup_broken`. */
export async function putFiles(backup: Backup, dataFolder: string | null): Promise<FilesOnTheirWay> {
	const { files } = backup.manifest;
	if (files.length === 0) return { place: nothing, takeBack: nothing };
	// A database on another machine without a folder here: what has no place must not be lost in silence.
	if (dataFolder === null) throw new Problem('backup_needs_folder');
	await mkdir(dataFolder, { recursive: true, mode: 0o700 });
	const waiting = await mkdtemp(join(dataFolder, '.restore-'));
	const undo: (() => Promise<void>)[] = [() => rm(waiting, { recursive: true, force: true })];
	const takeBack = async (): Promise<void> => {
		for (const step of undo.reverse()) await step();
	};
	try {
		for (const [index, { path }] of files.entries()) await bring(backup, index + 1, join(waiting, path));
	} catch (error) {
		await takeBack();
		throw error;
	}
	return {
		takeBack,
		async place() {
			for (const name of await readdir(waiting)) {
				const folder = join(dataFolder, name);
				const back = await setAside(folder);
				if (back !== null) undo.push(back);
				await rm(folder, { recursive: true, force: true });
				await rename(join(waiting, name), folder);
				await giveAll(folder, dataFolder);
				undo.push(() => rm(folder, { recursive: true, force: true }));
			}
			await rm(waiting, { recursive: true, force: true });
		},
	};
}
