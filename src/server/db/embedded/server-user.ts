import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { lchownSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedProblem } from './embedded-problem.ts';
import { runsAsRoot } from './folder-layout.ts';
import type { FolderLayout } from './folder-layout.ts';
import type { NativePrograms } from './native-programs.ts';

/**
 * As whom the server runs. PostgreSQL refuses root, so root hands it to another user of the machine; where no other user
 * can reach the files, it becomes a root that believes to be somebody else (a user namespace).
 */
export type ServerUser =
	| { readonly kind: 'same' }
	| { readonly kind: 'other'; readonly uid: number; readonly gid: number }
	| { readonly kind: 'mapped' };

interface Account {
	readonly uid: number;
	readonly gid: number;
}

function accountNamed(names: readonly string[]): Account | null {
	const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
	for (const name of names) {
		const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
		const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
		if (fields && uid > 0 && gid >= 0) return { uid, gid };
	}
	return null;
}

/** The innermost folder on the way that this account may not walk through, or null. */
export function closedFolderOnTheWay(path: string, account: Account): string | null {
	for (let folder = path; ; folder = dirname(folder)) {
		const { mode, uid, gid } = statSync(folder);
		const mayPass = uid === account.uid ? mode & 0o100 : gid === account.gid ? mode & 0o010 : mode & 0o001;
		if (!mayPass) return folder;
		if (folder === dirname(folder)) return null;
	}
}

const MAPPED = ['--user', '--map-user=65534', '--map-group=65534', '--'] as const;

function mappedOrRefuse(layout: FolderLayout, closed: string): ServerUser {
	if (spawnSync('unshare', [...MAPPED, 'true'], { stdio: 'ignore' }).status === 0) return { kind: 'mapped' };
	throw new EmbeddedProblem(
		'root-cannot-step-down',
		{ folder: layout.folder, closed },
		{
			message: `PostgreSQL does not run as root, and no other user can reach it: ${closed} is closed to them.`,
			wayOut: `Run Sentra as an ordinary user, choose a data folder outside ${closed}, or open the way with: chmod o+x ${closed}`,
		},
	);
}

/** Data that another user of the machine owns cannot be joined, except by root. Throws `folder-of-another-user`. */
export function refuseDataOfAnother(layout: FolderLayout): void {
	const owner = statSync(layout.data, { throwIfNoEntry: false })?.uid;
	const user = process.getuid?.() ?? -1;
	if (owner === undefined || owner === user || runsAsRoot()) return;
	throw new EmbeddedProblem(
		'folder-of-another-user',
		{ folder: layout.folder, owner, user },
		{
			message: `The database in ${layout.folder} belongs to another user of this machine (number ${owner}).`,
			wayOut:
				'Run Sentra as the user who made it (root, when it was made by root), or choose another folder.',
		},
	);
}

/** Decides once for a folder: data that exists keeps its owner. Throws `root-cannot-step-down`. */
export function chooseServerUser(layout: FolderLayout, programs: NativePrograms): ServerUser {
	if (!runsAsRoot()) return { kind: 'same' };
	const data = statSync(layout.data, { throwIfNoEntry: false });
	if (data?.uid === 0) return mappedOrRefuse(layout, layout.data);
	const folder = statSync(layout.folder);
	const owner = data ?? (folder.uid === 0 ? null : folder);
	const account = owner ?? accountNamed(['postgres', '_postgres', 'nobody']);
	if (!account) return mappedOrRefuse(layout, layout.folder);
	const closed = closedFolderOnTheWay(layout.folder, account) ?? closedFolderOnTheWay(programs.root, account);
	if (closed === null) return { kind: 'other', uid: account.uid, gid: account.gid };
	// Data of that owner would be out of reach for the mapped root as well, which has no power over others' files.
	if (data) return refuseClosed(layout, closed);
	return mappedOrRefuse(layout, closed);
}

function refuseClosed(layout: FolderLayout, closed: string): never {
	throw new EmbeddedProblem(
		'root-cannot-step-down',
		{ folder: layout.folder, closed },
		{
			message: `The user who owns the database in ${layout.folder} cannot reach it any more: ${closed} is closed to them.`,
			wayOut: `Open the way again: chmod o+x ${closed}`,
		},
	);
}

/** The number that files of the server carry. */
export function serverUid(user: ServerUser): number {
	return user.kind === 'other' ? user.uid : (process.getuid?.() ?? 0);
}

/** Gives a folder that we made to the server. */
export function giveToServer(path: string, user: ServerUser): void {
	if (user.kind === 'other') lchownSync(path, user.uid, user.gid);
}

/**
 * Whether only that user (and root) can put something into the folder. Where everybody may write, as in /tmp, a name
 * could be a link, or a folder that somebody else made first, with a server of their own behind it.
 */
export function isPrivateFolder(folder: string, uid: number): boolean {
	const found = lstatSync(folder, { throwIfNoEntry: false });
	return found !== undefined && found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
}

/** Makes a folder of the server's own, or takes the one that is there; false when that one cannot be trusted. */
export function makePrivateFolder(folder: string, user: ServerUser): boolean {
	try {
		mkdirSync(folder, { mode: 0o700 });
		giveToServer(folder, user);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
		// Root's own, when a process was killed before it gave the folder away.
		if (runsAsRoot() && isPrivateFolder(folder, 0)) giveToServer(folder, user);
	}
	return isPrivateFolder(folder, serverUid(user));
}

/**
 * Starts one of PostgreSQL's programs as that user. Nothing of our environment goes along: a PGDATA or PGPORT of the
 * person's own would lead it astray.
 */
export function spawnAs(
	user: ServerUser,
	programs: NativePrograms,
	call: { program: string; words: readonly string[]; stdio: StdioOptions; detached?: boolean },
): ChildProcess {
	const [program, words] =
		user.kind === 'mapped'
			? ['unshare', [...MAPPED, call.program, ...call.words]]
			: [call.program, [...call.words]];
	return spawn(program, words, {
		cwd: '/',
		env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...programs.environment },
		stdio: call.stdio,
		detached: call.detached ?? false,
		...(user.kind === 'other' ? { uid: user.uid, gid: user.gid } : {}),
	});
}
