import { createData, dataExists } from './data-folder.ts';
import { lockHolder, takeLock } from './file-lock.ts';
import type { HeldLock } from './file-lock.ts';
import { prepareFolder } from './folder-layout.ts';
import type { FolderLayout } from './folder-layout.ts';
import { dropLease, othersWithLease, sweepLeases, takeLease } from './leases.ts';
import { sweepLogs } from './log-files.ts';
import { findNativePrograms } from './native-programs.ts';
import { chooseServerUser, refuseDataOfAnother } from './server-user.ts';
import { startOrAdopt, stopServer, waitedTooLong } from './supervise.ts';

const PATIENCE_MS = 120_000;

/** A place at the server of a data folder. Hand host, port, database and username to postgres.js as they are. */
export interface EmbeddedServer {
	/** The folder of the Unix socket: postgres.js takes a host that begins with a slash for one. */
	readonly host: string;
	readonly port: number;
	readonly database: 'sentra';
	/** Superuser and owner; row-level security does not bind it, so a tenant's work must change the role. */
	readonly username: string;
	/** How the server was found: made just now, started, or running already. */
	readonly found: 'created' | 'started' | 'running';
	/** How many other programs use the server now, also those that have no connection open. */
	others(): Promise<number>;
	/** Gives the lease back; the last one to leave stops the server cleanly. Calling it again does nothing more. */
	release(): Promise<void>;
}

export interface JoinOptions {
	/** How long to wait for other processes and for recovery before `waited-too-long`. Two minutes if not said. */
	readonly patienceMs?: number;
	/** Called before the two steps that can take seconds, so that a person can be told. */
	readonly onStep?: (step: 'creating' | 'starting') => void;
	/** The folder with PostgreSQL's bin, lib and share, when not the installed package's. */
	readonly nativeFolder?: string;
}

/**
 * Joins the PostgreSQL of a folder: makes the data on the first call, starts the server when it does not run, and shares
 * it when it does, with other processes too. The server outlives a process that is killed; the next join takes it over.
 *
 * When the server dies under a running program (a kill, no memory), join again: socket and port stay the same for a
 * folder, so a postgres.js pool that was there before goes on. The old place is released as usual.
 *
 * Tried on Linux. On macOS the same code runs in theory (flock through perl, processes through ps), untried; Windows is
 * refused. Throws `EmbeddedProblem`.
 */
export async function joinEmbeddedServer(folder: string, options: JoinOptions = {}): Promise<EmbeddedServer> {
	const patienceMs = options.patienceMs ?? PATIENCE_MS;
	const layout = prepareFolder(folder);
	refuseDataOfAnother(layout);
	const programs = findNativePrograms(layout.libraries, options.nativeFolder);

	const joined = await underStartLock(layout, patienceMs, async (lock) => {
		let found: EmbeddedServer['found'] = 'running';
		const exists = dataExists(layout);
		const user = chooseServerUser(layout, programs);
		if (!exists) {
			options.onStep?.('creating');
			await createData(layout, user, programs, lock);
			found = 'created';
		}
		sweepLeases(layout);
		const lease = takeLease(layout);
		try {
			const { note, started } = await startOrAdopt(layout, programs, user, {
				patienceMs,
				onStart: () => options.onStep?.('starting'),
			});
			if (started) {
				sweepLeases(layout, true);
				if (found === 'running') found = 'started';
			}
			sweepLogs(layout);
			return { note, lease, found };
		} catch (error) {
			dropLease(lease);
			throw error;
		}
	});

	let leaving: Promise<void> | null = null;
	return {
		host: joined.note.socketFolder,
		port: joined.note.port,
		database: 'sentra',
		username: 'sentra',
		found: joined.found,
		others: () => underStartLock(layout, patienceMs, async () => othersWithLease(layout)),
		release: () => (leaving ??= leave(layout, joined.lease, patienceMs)),
	};
}

async function leave(layout: FolderLayout, lease: string, patienceMs: number): Promise<void> {
	// Gone even when the lock cannot be had: the next one to leave or to join sees that nobody sits here.
	dropLease(lease);
	await underStartLock(layout, patienceMs, async () => {
		if (sweepLeases(layout) === 0) await stopServer(layout, patienceMs);
	});
}

async function underStartLock<Result>(
	layout: FolderLayout,
	patienceMs: number,
	work: (lock: HeldLock) => Promise<Result>,
): Promise<Result> {
	const lock = await takeLock(layout.startLock, patienceMs);
	if (!lock) throw waitedTooLong(layout, lockHolder(layout.startLock));
	try {
		return await work(lock);
	} finally {
		lock.release();
	}
}
