import { closeSync, constants, existsSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedProblem } from './embedded-problem.ts';
import type { FolderLayout } from './folder-layout.ts';
import { makePrivateFolder } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

const KEPT = 10;
const TAIL_CHARACTERS = 1500;

/** What the server says before its own log is open. */
export const startLog = (layout: FolderLayout): string => join(layout.log, 'start.log');

/** Makes the folder of the logs for the server and empties the start log; answers a descriptor to write the latter. */
export function openStartLog(layout: FolderLayout, user: ServerUser): number {
	if (!makePrivateFolder(layout.log, user)) {
		throw new EmbeddedProblem(
			'folder-not-writable',
			{ folder: layout.log, detail: 'not a folder of the server alone' },
			{
				message: `The folder of the logs, ${layout.log}, is not the server's alone.`,
				wayOut: 'Remove or rename that folder; it is made again.',
			},
		);
	}
	// Root writes here into a folder of the server's: never through a link that was put there.
	const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
	return openSync(startLog(layout), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o600);
}

export function closeStartLog(descriptor: number): void {
	closeSync(descriptor);
}

function serverLogs(layout: FolderLayout): string[] {
	// The names are times, so the order of the alphabet is theirs.
	return readdirSync(layout.log)
		.filter((name) => name.startsWith('postgres-'))
		.sort();
}

/** Keeps the newest logs. The server turns pages by itself but never throws one away. */
export function sweepLogs(layout: FolderLayout): void {
	for (const name of serverLogs(layout).slice(0, -KEPT)) rmSync(join(layout.log, name), { force: true });
}

/** Why the last start failed, in the server's words: said before its own log was open, or at the end of that. */
export function lastWords(layout: FolderLayout): string {
	const newest = serverLogs(layout).at(-1);
	const files = [startLog(layout), ...(newest ? [join(layout.log, newest)] : [])];
	const texts = files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : ''));
	const complaint = texts.find((text) => /FATAL|PANIC|error while/.test(text));
	return (complaint ?? texts.join('\n')).trim().slice(-TAIL_CHARACTERS);
}
