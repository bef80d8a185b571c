import {
	accessSync,
	constants,
	lchownSync,
	closeSync,
	fsyncSync,
	mkdirSync,
	openSync,
	realpathSync,
	statSync,
} from 'node:fs';
import { join } from 'node:path';
import { EmbeddedProblem } from './embedded-problem.ts';

/** Where everything of one embedded database lies. All paths are absolute and without symbolic links. */
export interface FolderLayout {
	readonly folder: string;
	/** PostgreSQL's own files; exists only when it is whole. */
	readonly data: string;
	/** Half-made data folders begin with this; whoever holds the start lock may remove them. */
	readonly unfinishedPrefix: string;
	readonly leases: string;
	/** Held while one process starts, stops, joins or leaves. */
	readonly startLock: string;
	/** Held by the processes of the running server themselves, so that it frees itself when the last of them is gone. */
	readonly serverLock: string;
	readonly log: string;
	readonly socket: string;
	/** Links to shared libraries, when node_modules cannot take them. */
	readonly libraries: string;
}

export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/**
 * Makes the folder and its parts that belong to us (not those of the server) and says where they lie.
 * Throws `folder-not-writable`.
 */
export function prepareFolder(folder: string): FolderLayout {
	try {
		// Root hands the server to another user, who must be able to walk through, but not to look around.
		mkdirSync(folder, { recursive: true, mode: runsAsRoot() ? 0o711 : 0o700 });
		const real = realpathSync(folder);
		const layout: FolderLayout = {
			folder: real,
			data: join(real, 'data'),
			unfinishedPrefix: 'data.unfinished-',
			leases: join(real, 'leases'),
			startLock: join(real, 'start.lock'),
			serverLock: join(real, 'server.lock'),
			log: join(real, 'log'),
			socket: join(real, 'socket'),
			libraries: join(real, 'libraries'),
		};
		mkdirSync(layout.leases, { recursive: true, mode: 0o700 });
		giveToFolderOwner(layout.leases, real);
		for (const path of [real, layout.leases]) accessSync(path, constants.W_OK | constants.X_OK);
		return layout;
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		throw new EmbeddedProblem(
			'folder-not-writable',
			{ folder, detail },
			{
				message: `The data folder ${folder} cannot be written: ${detail}.`,
				wayOut: 'Choose a folder that you may write to, or give this folder to the user who runs Sentra.',
			},
		);
	}
}

/** What root makes in another user's folder must stay usable for that user. */
export function giveToFolderOwner(path: string, folder: string): void {
	if (!runsAsRoot()) return;
	const owner = statSync(folder);
	if (owner.uid !== 0) lchownSync(path, owner.uid, owner.gid);
}

/** A rename is on the disk only when the folder that holds the name is. */
export function syncFolder(folder: string): void {
	if (process.platform === 'win32') return;
	const descriptor = openSync(folder, 'r');
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
