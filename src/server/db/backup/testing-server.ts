/** A PostgreSQL of the machine, older than the embedded one, for the tests of moving: in a folder of its own, by socket. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { connect } from '../connect.ts';
import type { ConnectOptions } from '../connect.ts';

const inPath = (name: string): string | null =>
	(process.env['PATH'] ?? '')
		.split(delimiter)
		.map((folder) => join(folder, name))
		.find((file) => existsSync(file)) ?? null;

/** The programs of another PostgreSQL, or null when the machine has none: the tests then say SKIPPED. */
export const otherPostgres = inPath('postgres') && inPath('initdb');

/** PostgreSQL refuses to run as root. */
function nobody(): { uid: number; gid: number } | null {
	if (process.getuid?.() !== 0) return null;
	const id = (flag: string, user: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
	for (const user of ['postgres', 'nobody'])
		try {
			return { uid: id('-u', user), gid: id('-g', user) };
		} catch {
			continue;
		}
	return null;
}

export interface OtherServer {
	/** As its superuser. */
	readonly where: ConnectOptions;
	readonly stop: () => Promise<void>;
}

/** Starts a fresh server. */
export async function startOtherPostgres(): Promise<OtherServer> {
	const folder = mkdtempSync(join(tmpdir(), 'sentra-other-'));
	const as = nobody();
	if (as !== null) chownSync(folder, as.uid, as.gid);
	const data = join(folder, 'data');
	const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'];
	execFileSync(inPath('initdb') ?? '', initdb, { ...as, cwd: folder, stdio: 'ignore' });
	const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'];
	const server = spawn(inPath('postgres') ?? '', ['-D', data, ...settings], {
		...as,
		cwd: folder,
		stdio: 'ignore',
	});
	const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
	const where = { host: folder, port: 5432, username: 'postgres', database: 'postgres' };
	for (let tries = 0; ; tries += 1) {
		const one = connect(where, { max: 1, connect_timeout: 2 });
		try {
			await one`select 1`;
			break;
		} catch (error) {
			if (tries > 100) throw error;
			await new Promise((ready) => setTimeout(ready, 100));
		} finally {
			await one.end({ timeout: 1 });
		}
	}
	return {
		where,
		async stop() {
			server.kill('SIGQUIT');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
