/** A PostgreSQL of the machine, older than the embedded one, for the tests of moving: in a folder of its own, by socket. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { connect } from '../connect.ts';
import type { ConnectOptions } from '../connect.ts';
import { MAJOR_VERSION } from '../embedded/data-folder.ts';

/** Where systems keep the programs of a PostgreSQL that is not in the path: Debian, Red Hat, by hand, Homebrew. */
const usual = (): string[] =>
	[
		['/usr/lib/postgresql', 'bin'],
		['/usr/local/pgsql', 'bin'],
		['/opt/homebrew/opt', 'bin'],
	].flatMap(([parent = '', bin = '']) =>
		existsSync(parent)
			? [join(parent, bin), ...readdirSync(parent).map((name) => join(parent, name, bin))]
			: [],
	);

/** Its major version, when both programs are there and run. */
function versionIn(folder: string): number | null {
	if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) return null;
	try {
		const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
		return Number(/ (\d+)/.exec(said)?.[1]);
	} catch {
		return null;
	}
}

const OLDEST = 15;

/** The folder with the programs of another PostgreSQL, the oldest that we serve; null when the machine has none. */
function findOther(): string | null {
	const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...usual()];
	const found = folders
		.map((folder) => ({ folder, version: versionIn(folder) ?? 0 }))
		.filter(({ version }) => version >= OLDEST && version < Number(MAJOR_VERSION))
		.sort((one, other) => one.version - other.version);
	if (found[0] === undefined)
		console.warn(
			`NOT TESTED: this machine has no PostgreSQL from ${OLDEST} to ${Number(MAJOR_VERSION) - 1}; moving to an older server is skipped.`,
		);
	return found[0]?.folder ?? null;
}

/** Tests with an older server are skipped when this is null, and it was said why. */
export const otherPostgres = findOther();
const program = (name: string): string => join(otherPostgres ?? '', name);

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
	execFileSync(program('initdb'), initdb, { ...as, cwd: folder, stdio: 'ignore' });
	const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'];
	const server = spawn(program('postgres'), ['-D', data, ...settings], {
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
