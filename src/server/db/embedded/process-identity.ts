import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Which process this is, also after its number has been given to another one: the number, when it started, and the
 * boot and process namespace in which number and time mean something.
 */
export interface ProcessIdentity {
	readonly pid: number;
	readonly startedAt: string;
	readonly boot: string;
	readonly namespace: string;
}

function readQuietly(read: () => string): string {
	try {
		return read().trim();
	} catch {
		return '';
	}
}

const boot = (): string => readQuietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
const namespace = (): string => readQuietly(() => readlinkSync('/proc/self/ns/pid'));

/** State and start (ticks since boot) from /proc; null when the kernel does not show that process. */
function readProcStat(pid: number): { state: string; startedAt: string } | null {
	const stat = readQuietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
	if (stat === '') return null;
	// The second field is the program's name in brackets and may hold spaces and brackets: count from its end.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return { state: fields[0] ?? '', startedAt: fields[19] ?? '' };
}

function askPs(pid: number, column: string): string {
	return readQuietly(() =>
		execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
			encoding: 'utf8',
			env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' },
			stdio: ['ignore', 'pipe', 'ignore'],
		}),
	);
}

function startOf(pid: number): string {
	if (process.platform === 'linux') return readProcStat(pid)?.startedAt ?? '';
	return askPs(pid, 'lstart');
}

/** Whether the number belongs to anything, be it a dead process that its parent has not buried yet (a zombie). */
export function numberIsTaken(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Whether a process of that number exists and runs; a zombie does not count. */
export function processExists(pid: number): boolean {
	if (!numberIsTaken(pid)) return false;
	const state = process.platform === 'linux' ? readProcStat(pid)?.state : undefined;
	return state !== 'Z' && state !== 'X';
}

export function identifyThisProcess(): ProcessIdentity {
	return { pid: process.pid, startedAt: startOf(process.pid), boot: boot(), namespace: namespace() };
}

/**
 * `gone` is certain: another boot, no such process, or another start under the same number. `elsewhere` is a process of
 * another container on the same machine, whose number says nothing here. What cannot be told counts as `alive`, because
 * a server that runs too long harms less than one stopped under somebody's work.
 */
export function judgeProcess(identity: ProcessIdentity): 'alive' | 'gone' | 'elsewhere' {
	if (identity.boot !== boot()) return 'gone';
	if (identity.namespace !== namespace()) return 'elsewhere';
	if (!processExists(identity.pid)) return 'gone';
	const startedAt = startOf(identity.pid);
	if (startedAt === '' || identity.startedAt === '') return 'alive';
	return startedAt === identity.startedAt ? 'alive' : 'gone';
}

/** The words a process was called with; empty when they cannot be read. */
export function commandOf(pid: number): string[] {
	if (process.platform === 'linux') {
		return readQuietly(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
	}
	return askPs(pid, 'command').split(' ');
}

/** Where a process works; empty when it cannot be seen. A PostgreSQL server works in its data folder. */
export function workingFolderOf(pid: number): string {
	return readQuietly(() => readlinkSync(`/proc/${pid}/cwd`));
}
