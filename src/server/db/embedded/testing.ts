import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { buildTrialProcess } from '../../../../scripts/trial-process.js';

/** What the tests of the embedded server share: processes of their own, and folders that leave nothing behind. */

export const ORDINARY_UID = 65534;
export const asRoot = process.getuid?.() === 0;

export interface Said {
	readonly what: string;
	readonly ms?: number;
	readonly id?: number;
	readonly found?: string;
	readonly host?: string;
	readonly port?: number;
	readonly code?: string;
	readonly message?: string;
}

export interface TrialProcess {
	readonly child: ChildProcess;
	readonly said: Said[];
	order(line: 'write' | 'release'): void;
	/** The first line of that kind; throws when the process ends without it, with everything it said instead. */
	hear(...kinds: string[]): Promise<Said>;
	/** Lets go of the server and ends. */
	release(): Promise<void>;
	kill(): Promise<void>;
}

type TrialName = 'trial-process' | 'trial-commands';
const build = new URL(`../../../../dist/.trial-${process.pid}`, import.meta.url).pathname;
const programs = new Map<TrialName, Promise<string>>();
const folders: string[] = [];

/** The path of a program, bundled once. */
export function buildTrial(name: TrialName): Promise<string> {
	const known = programs.get(name) ?? buildTrialProcess(build, name);
	programs.set(name, known);
	return known;
}

export interface TrialOptions {
	readonly order?: 'join' | 'lock';
	readonly nativeFolder?: string;
	/** As the ordinary user 65534; only root can. */
	readonly ordinary?: boolean;
}

export async function startTrial(folder: string, options: TrialOptions = {}): Promise<TrialProcess> {
	const path = await buildTrial('trial-process');
	const words = [process.execPath, path, folder, options.order ?? 'join'];
	if (options.nativeFolder) words.push(options.nativeFolder);
	if (options.ordinary) {
		words.unshift('setpriv', `--reuid=${ORDINARY_UID}`, `--regid=${ORDINARY_UID}`, '--clear-groups', '--');
	}
	const child = spawn(words[0] as string, words.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
	const said: Said[] = [];
	let ended = false;
	const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
	createInterface({ input: child.stdout }).on('line', (line) => said.push(JSON.parse(line) as Said));
	void closed.then(() => (ended = true));
	child.stdin.on('error', () => undefined);

	async function hear(...kinds: string[]): Promise<Said> {
		for (;;) {
			const heard = said.find(({ what }) => kinds.includes(what));
			if (heard) return heard;
			if (ended) throw new Error(`The process ended without ${kinds.join(' or ')}: ${JSON.stringify(said)}`);
			await pause(5);
		}
	}
	return {
		child,
		said,
		hear,
		order: (line) => void child.stdin.write(`${line}\n`),
		async release() {
			child.stdin.write('release\n');
			await hear('released');
			await closed;
		},
		async kill() {
			child.kill('SIGKILL');
			await closed;
		},
	};
}

/** A new folder for a database; `ordinary` gives it to the ordinary user. */
export function trialFolder(ordinary = false): string {
	const outer = mkdtempSync(join(tmpdir(), 'sentra-trial-'));
	folders.push(outer);
	if (asRoot) {
		// mkdtemp closes it to everybody, and the server runs as somebody else.
		chownSync(outer, ordinary ? ORDINARY_UID : 0, ordinary ? ORDINARY_UID : 0);
		if (!ordinary) chmodSync(outer, 0o711);
	}
	return join(outer, 'db');
}

/** The number in the server's own note, or null when it is stopped. */
export function serverPid(folder: string): number | null {
	const note = join(folder, 'data', 'postmaster.pid');
	return existsSync(note) ? Number(readFileSync(note, 'utf8').split('\n')[0]) : null;
}

function parentOf(pid: string): number {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
	} catch {
		return 0;
	}
}

const childrenOf = (first: number): number[] =>
	readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name) && parentOf(name) === first)
		.map(Number);

function killAll(pids: readonly number[]): void {
	for (const pid of pids) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// It was gone already.
		}
	}
}

/** kill -9 of the server's first process, and of all its children when `tree`. */
export function killServer(folder: string, tree: boolean): void {
	const first = serverPid(folder);
	if (first !== null) killAll([first, ...(tree ? childrenOf(first) : [])]);
}

/** kill -9 of one process that serves a connection: the server then throws all of them out and recovers by itself. */
export function killWorker(folder: string): void {
	const first = serverPid(folder);
	if (first === null) return;
	const title = (pid: number): string => {
		try {
			return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
		} catch {
			return '';
		}
	};
	const workers = childrenOf(first).filter((pid) => title(pid).includes('[local]'));
	killAll(workers.slice(0, 1));
}

/** Stops what the tests left running and removes what they made. */
export async function clearTrials(): Promise<void> {
	for (const outer of folders) killServer(join(outer, 'db'), true);
	await pause(100);
	for (const outer of folders.splice(0)) rmSync(outer, { recursive: true, force: true, maxRetries: 5 });
	rmSync(build, { recursive: true, force: true });
	programs.clear();
}
