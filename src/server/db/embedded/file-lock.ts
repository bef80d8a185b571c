import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveToFolderOwner } from './folder-layout.ts';

/**
 * A lock of the operating system, which the kernel frees when its last holder dies, however it dies: there is no stale
 * lock to break, and no process number to mistake for another.
 *
 * Node has no flock(2). But the lock belongs to the open file, not to the process that asked for it: a child that
 * inherits our descriptor asks, exits, and we hold it. The same way a server that inherits the descriptor holds it on.
 */
export interface HeldLock {
	/** To hand on to a child that shall hold the lock too; null where the lock is not a file. */
	readonly descriptor: number | null;
	/** Lets go here; a child that inherited the descriptor still holds the lock. */
	release(): void;
}

const BUSY = 75;
const POLL_MS = 50;

interface LockTool {
	readonly command: string;
	words(seconds: number): string[];
}

/** flock is part of util-linux; macOS has none, but a perl. */
const tools: readonly LockTool[] = [
	{
		command: 'flock',
		words: (seconds) => ['-x', '-E', String(BUSY), ...(seconds > 0 ? ['-w', String(seconds)] : ['-n']), '3'],
	},
	{
		command: 'perl',
		words: (seconds) => [
			'-MFcntl=:flock',
			'-e',
			`open(my $file, "<&=", 3) or exit 1; $SIG{ALRM} = sub { exit ${BUSY} }; alarm ${Math.ceil(seconds)};` +
				`exit(flock($file, ${seconds > 0 ? 'LOCK_EX' : 'LOCK_EX|LOCK_NB'}) ? 0 : ${BUSY});`,
		],
	},
];

function askWith(tool: LockTool, descriptor: number, seconds: number): Promise<'held' | 'busy' | 'unable'> {
	return new Promise((resolve) => {
		const child = spawn(tool.command, tool.words(seconds), {
			stdio: ['ignore', 'ignore', 'ignore', descriptor],
		});
		child.once('error', () => resolve('unable'));
		child.once('exit', (code) => resolve(code === 0 ? 'held' : code === BUSY ? 'busy' : 'unable'));
	});
}

/** Without either tool: a name only one process may listen on (a pipe on Windows, an abstract socket on Linux). */
async function takeName(path: string, patienceMs: number): Promise<HeldLock | null> {
	const hash = createHash('sha256').update(path).digest('hex').slice(0, 32);
	const name = process.platform === 'win32' ? `\\\\.\\pipe\\sentra-${hash}` : `\0sentra-${hash}`;
	const end = Date.now() + patienceMs;
	for (;;) {
		const server = createServer();
		const taken = await new Promise<boolean>((resolve, reject) => {
			server.once('error', (error: NodeJS.ErrnoException) =>
				error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
			);
			server.listen(name, () => resolve(true));
		});
		if (taken) return { descriptor: null, release: () => void server.unref().close() };
		if (Date.now() >= end) return null;
		await pause(POLL_MS);
	}
}

/** Who holds the lock, as far as its file says; for a sentence, never for a decision. */
export function lockHolder(path: string): string {
	try {
		return readFileSync(path, 'utf8').trim() || '?';
	} catch {
		return '?';
	}
}

/** Takes the lock, waiting at most so long; null when another held it all that time. */
export async function takeLock(path: string, patienceMs: number): Promise<HeldLock | null> {
	if (process.platform === 'win32') return takeName(path, patienceMs);
	const { O_RDWR, O_CREAT, O_NOFOLLOW } = constants;
	const descriptor = openSync(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0o600);
	let held = false;
	try {
		giveToFolderOwner(path, dirname(path));
		for (const tool of tools) {
			const answer = await askWith(tool, descriptor, patienceMs / 1000);
			if (answer === 'unable') continue;
			if (answer === 'busy') return null;
			held = true;
			ftruncateSync(descriptor);
			writeSync(descriptor, `${process.pid}\n`, 0);
			return { descriptor, release: () => closeSync(descriptor) };
		}
	} finally {
		if (!held) closeSync(descriptor);
	}
	return takeName(path, patienceMs);
}
