import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import postgres from 'postgres';
import { OWNER } from './data-folder.ts';
import type { FolderLayout } from './folder-layout.ts';
import { commandOf, processExists, workingFolderOf } from './process-identity.ts';
import { isPrivateFolder } from './server-user.ts';
import { socketPath } from './socket-place.ts';

/** What the server itself notes in its data folder (postmaster.pid). */
export interface ServerNote {
	readonly pid: number;
	readonly port: number;
	readonly socketFolder: string;
	/** It has said once that it takes connections. */
	readonly ready: boolean;
}

export const noteFile = (layout: FolderLayout): string => join(layout.data, 'postmaster.pid');

/** Reads the note; null when there is none or only its beginning. It may be of a server that is long dead. */
export function readServerNote(layout: FolderLayout): ServerNote | null {
	let lines: string[];
	try {
		lines = readFileSync(noteFile(layout), 'utf8').split('\n');
	} catch {
		return null;
	}
	const [pid, , , port, socketFolder, , , status] = lines;
	if (!(Number(pid) > 0) || !(Number(port) > 0)) return null;
	return {
		pid: Number(pid),
		port: Number(port),
		socketFolder: socketFolder ?? '',
		ready: status?.trim() === 'ready',
	};
}

/**
 * What kind of process has the number in the note: the server of this data folder, a PostgreSQL that we may not look
 * into, or something else, because the server is gone and its number was given to another.
 */
export function kindOfProcess(layout: FolderLayout, pid: number): 'ours' | 'unknown-server' | 'no-server' {
	if (!processExists(pid)) return 'no-server';
	const words = commandOf(pid);
	// The first process of a server keeps the words it was called with; the others write what they do instead.
	if (basename(words[0] ?? '') !== 'postgres') return 'no-server';
	if (words.includes(layout.data)) return 'ours';
	const folder = workingFolderOf(pid);
	if (folder === '') return 'unknown-server';
	return folder === layout.data ? 'ours' : 'no-server';
}

export type ServerAnswer =
	| { readonly state: 'ready'; readonly dataFolder: string }
	/** It lives, but starts, recovers or stops just now. */
	| { readonly state: 'not-yet' }
	/** The server is whole, our database is not there yet. */
	| { readonly state: 'no-database' }
	/** Nobody listens, or the socket's folder is not safe to speak into. */
	| { readonly state: 'silent' };

const SILENT_CODES = new Set([
	'ENOENT',
	'ECONNREFUSED',
	'ECONNRESET',
	'CONNECTION_CLOSED',
	'CONNECT_TIMEOUT',
	'EPIPE',
]);

/** One connection for a question of our own; the caller ends it. */
function connect(note: ServerNote, database: string): postgres.Sql {
	return postgres({
		host: note.socketFolder,
		port: note.port,
		database,
		username: OWNER,
		max: 1,
		connect_timeout: 10,
		fetch_types: false,
		onnotice: () => undefined,
	});
}

/** Asks whether a server answers behind the note and which data folder it serves. Unexpected complaints are thrown. */
export async function askServer(layout: FolderLayout, note: ServerNote): Promise<ServerAnswer> {
	// A socket in a folder that somebody else could have made might lead to somebody else's server.
	const owner = statSync(layout.data).uid;
	if (note.socketFolder === '' || !isPrivateFolder(note.socketFolder, owner)) return { state: 'silent' };
	if (!existsSync(socketPath(note.socketFolder, note.port))) return { state: 'silent' };
	const sql = connect(note, 'sentra');
	try {
		const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
		return { state: 'ready', dataFolder: row?.folder ?? '' };
	} catch (error) {
		const code = (error as { code?: string }).code ?? '';
		if (code === '57P03' || code === '57P01') return { state: 'not-yet' };
		if (code === '3D000') return { state: 'no-database' };
		// Every place is taken: it lives, and whose it is the note has said.
		if (code === '53300') return { state: 'ready', dataFolder: layout.data };
		if (SILENT_CODES.has(code)) return { state: 'silent' };
		throw error;
	} finally {
		await sql.end({ timeout: 1 });
	}
}

/** Makes the database of Sentra; that another did it meanwhile is as good. */
export async function createDatabase(note: ServerNote): Promise<void> {
	const sql = connect(note, 'postgres');
	try {
		await sql`create database sentra`;
	} catch (error) {
		if ((error as { code?: string }).code !== '42P04') throw error;
	} finally {
		await sql.end({ timeout: 1 });
	}
}
