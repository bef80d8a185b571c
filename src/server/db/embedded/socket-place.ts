import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedProblem } from './embedded-problem.ts';
import type { FolderLayout } from './folder-layout.ts';
import { closedFolderOnTheWay, makePrivateFolder } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

/** The number in the socket's name; no network port is ever opened. */
export const SOCKET_PORT = 5432;

/** What fits into the kernel's address of a socket, without the closing zero. */
const LONGEST_PATH = process.platform === 'linux' ? 107 : 103;

export const socketPath = (folder: string, port: number): string => join(folder, `.s.PGSQL.${port}`);

/**
 * Makes the folder for the socket: beside the data, or, when that path is too long for the kernel, a short one in the
 * temporary folder. Throws `no-place-for-the-socket`.
 */
export function prepareSocketFolder(layout: FolderLayout, user: ServerUser): string {
	const hash = createHash('sha256').update(layout.folder).digest('hex').slice(0, 16);
	const parents = [tmpdir(), '/tmp'].filter(
		(parent) => user.kind !== 'other' || closedFolderOnTheWay(parent, user) === null,
	);
	const candidates = [layout.socket, ...parents.map((parent) => join(parent, `sentra-${hash}`))];
	const short = candidates.filter(
		(folder) => Buffer.byteLength(socketPath(folder, SOCKET_PORT)) <= LONGEST_PATH,
	);
	const place = short.find((folder) => makePrivateFolder(folder, user));
	if (place) return place;
	throw new EmbeddedProblem(
		'no-place-for-the-socket',
		{ folder: layout.folder, tried: candidates.join(', ') },
		{
			message: `The database in ${layout.folder} finds no folder for its socket (tried ${candidates.join(', ')}).`,
			wayOut: 'Choose a data folder with a shorter path, or remove those folders when they are nobody’s.',
		},
	);
}
