import { existsSync, realpathSync, rmSync, rmdirSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedProblem } from './embedded-problem.ts';
import { takeLock } from './file-lock.ts';
import type { HeldLock } from './file-lock.ts';
import type { FolderLayout } from './folder-layout.ts';
import { closeStartLog, lastWords, openStartLog, startLog } from './log-files.ts';
import type { NativePrograms } from './native-programs.ts';
import { numberIsTaken, processExists } from './process-identity.ts';
import { askServer, createDatabase, kindOfProcess, noteFile, readServerNote } from './running-server.ts';
import type { ServerNote } from './running-server.ts';
import { serverSettings } from './server-settings.ts';
import { spawnAs } from './server-user.ts';
import type { ServerUser } from './server-user.ts';
import { SOCKET_PORT, prepareSocketFolder, socketPath } from './socket-place.ts';

/**
 * Starting, adopting and stopping the server. All of it under the start lock.
 */

const POLL_MS = 20;
/** How long one look at the server lock may wait before the server is asked again. */
const LOOK_MS = 200;

function inUse(layout: FolderLayout, pid: number | string, why: string): EmbeddedProblem {
	return new EmbeddedProblem(
		'folder-in-use',
		{ folder: layout.folder, process: pid },
		{
			message: `The database in ${layout.folder} is in use by process ${pid}, ${why}.`,
			wayOut: 'Stop that process (it is a PostgreSQL server), or choose another folder.',
		},
	);
}

function isSameFolder(one: string, other: string): boolean {
	return one === other || (existsSync(one) && realpathSync(one) === realpathSync(other));
}

/** The server behind the note when it can be used now, else null. */
async function adoptServer(layout: FolderLayout): Promise<ServerNote | null> {
	const note = readServerNote(layout);
	if (!note) return null;
	const answer = await askServer(layout, note);
	if (answer.state === 'ready' && !isSameFolder(answer.dataFolder, layout.data)) {
		throw inUse(layout, note.pid, `which serves ${answer.dataFolder}`);
	}
	if (answer.state === 'no-database') await createDatabase(note);
	return answer.state === 'ready' || answer.state === 'no-database' ? note : null;
}

/**
 * The server's socket was removed under it (by a cleaner of /tmp): nobody can reach it any more, and it holds the data.
 * It is asked to stop, so that it can be started with a new one.
 */
function stopUnreachable(layout: FolderLayout): void {
	const note = readServerNote(layout);
	if (!note?.ready || existsSync(socketPath(note.socketFolder, note.port))) return;
	if (kindOfProcess(layout, note.pid) === 'ours') process.kill(note.pid, 'SIGINT');
}

/**
 * With the server lock in our hand no process of a server that we started is left. What remains is a server somebody
 * started by hand, which is refused, and a dead server's note whose number is taken, by some other program or by the
 * dead server itself when nobody has buried it (first processes of containers often bury nobody): PostgreSQL would
 * think that it lives and never start again.
 */
function clearDeadNote(layout: FolderLayout): void {
	const note = readServerNote(layout);
	if (!note || !numberIsTaken(note.pid)) return;
	if (kindOfProcess(layout, note.pid) !== 'no-server') {
		throw inUse(layout, note.pid, 'which Sentra did not start and cannot reach');
	}
	rmSync(noteFile(layout));
}

function startFailed(layout: FolderLayout, detail: string): EmbeddedProblem {
	const lines = detail.split('\n');
	const cause = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '';
	return new EmbeddedProblem(
		'start-failed',
		{ folder: layout.folder, detail, log: startLog(layout) },
		{
			message: `The database in ${layout.folder} did not start: ${cause}`,
			wayOut: `Read ${layout.log}; the data itself was not changed. Free some disk space or memory when it says so.`,
		},
	);
}

/** Waits until a server that we started takes connections; recovery after a power cut can take its time. */
async function waitUntilReady(layout: FolderLayout, child: ChildProcess, end: number): Promise<ServerNote> {
	let ended: string | null = null;
	child.once('error', (error) => (ended = error.message));
	child.once('exit', () => (ended ??= ''));
	for (;;) {
		// The note of the server before lies there until ours has replaced it.
		if (readServerNote(layout)?.pid === child.pid) {
			const note = await adoptServer(layout);
			if (note) return note;
		}
		if (ended !== null) throw startFailed(layout, lastWords(layout) || ended);
		if (Date.now() >= end) throw waitedTooLong(layout, child.pid ?? '?');
		await pause(POLL_MS);
	}
}

/** The sentence for a server or a fellow process that needs longer than we were told to wait. */
export function waitedTooLong(layout: FolderLayout, pid: number | string): EmbeddedProblem {
	return new EmbeddedProblem(
		'waited-too-long',
		{ folder: layout.folder, process: pid },
		{
			message: `The database in ${layout.folder} is still being started or stopped by process ${pid}.`,
			wayOut:
				'Wait a little and try again: after a power cut the first start repairs the data and takes longer.',
		},
	);
}

/** Starts the server so that it outlives us, holding the server lock as long as one of its processes lives. */
async function launch(
	layout: FolderLayout,
	programs: NativePrograms,
	user: ServerUser,
	lock: HeldLock,
	end: number,
): Promise<ServerNote> {
	const socketFolder = prepareSocketFolder(layout, user);
	// Left by a killed server, with the same trap as its note. The folder is this database's alone.
	const socket = socketPath(socketFolder, SOCKET_PORT);
	for (const left of [socket, `${socket}.lock`]) rmSync(left, { force: true });
	const settings = serverSettings(layout, socketFolder);
	const log = openStartLog(layout, user);
	try {
		const child = spawnAs(user, programs, {
			program: programs.postgres,
			words: [
				'-D',
				layout.data,
				...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
			],
			stdio: ['ignore', log, log, lock.descriptor ?? 'ignore'],
			detached: true,
		});
		// The program may end while the server goes on.
		child.unref();
		return await waitUntilReady(layout, child, end);
	} finally {
		closeStartLog(log);
	}
}

/**
 * Finds the server of the folder running, or starts it; `started` says which. The data folder must exist.
 * Throws `folder-in-use`, `start-failed`, `waited-too-long`, `no-place-for-the-socket`.
 */
export async function startOrAdopt(
	layout: FolderLayout,
	programs: NativePrograms,
	user: ServerUser,
	options: { readonly patienceMs: number; readonly onStart: () => void },
): Promise<{ readonly note: ServerNote; readonly started: boolean }> {
	const end = Date.now() + options.patienceMs;
	for (;;) {
		const adopted = await adoptServer(layout);
		if (adopted) return { note: adopted, started: false };
		// Held by others: the server starts, recovers or stops, or its last processes are dying after its kill.
		const lock = await takeLock(layout.serverLock, LOOK_MS);
		if (lock) {
			try {
				clearDeadNote(layout);
				options.onStart();
				return { note: await launch(layout, programs, user, lock, end), started: true };
			} finally {
				lock.release();
			}
		}
		stopUnreachable(layout);
		if (Date.now() >= end) throw waitedTooLong(layout, readServerNote(layout)?.pid ?? '?');
	}
}

/** Stops the server cleanly: open transactions are rolled back, everything acknowledged is kept. */
export async function stopServer(layout: FolderLayout, patienceMs: number): Promise<void> {
	const note = readServerNote(layout);
	if (!note || kindOfProcess(layout, note.pid) !== 'ours') return;
	process.kill(note.pid, 'SIGINT');
	const end = Date.now() + patienceMs;
	const lock = await takeLock(layout.serverLock, patienceMs);
	lock?.release();
	// The lock says it for every process of the server; where the lock is no file, the first one must do.
	while (processExists(note.pid) && Date.now() < end) await pause(POLL_MS);
	if (!lock || processExists(note.pid)) {
		throw new EmbeddedProblem(
			'stop-failed',
			{ folder: layout.folder, process: note.pid },
			{
				message: `The database in ${layout.folder} (process ${note.pid}) was told to stop and still runs.`,
				wayOut: 'Nothing is lost: it ends by itself, or goes on for the next start.',
			},
		);
	}
	if (note.socketFolder !== layout.socket) removeEmptyFolder(note.socketFolder);
}

/** A folder of ours in /tmp; when something else came into it, it stays. */
function removeEmptyFolder(folder: string): void {
	try {
		rmdirSync(folder);
	} catch {
		// It is made anew or used again by the next start.
	}
}
