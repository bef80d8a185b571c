/** Runs the built `sentra` as a child process, as a person's shell would. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'dist/cli/main.js');
const lock = join(root, 'dist/.cli-lock');
const bin = join(root, 'bin/sentra.js');

export interface Ran {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

export interface RunOptions {
	readonly input?: string | Uint8Array;
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	/** Closes stdout after so many bytes, as `| head` does. */
	readonly closeAfter?: number;
	/** Keeps stdin open and sends Ctrl-C after so many milliseconds. */
	readonly interruptAfterMs?: number;
}

/** The time of the newest file that the command is built from. */
function newestSource(): number {
	return ['src', 'messages', 'scripts']
		.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
		.filter(
			(entry) => entry.isFile() && !entry.parentPath.includes('words') && !entry.name.endsWith('.test.ts'),
		)
		.reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

const isFresh = (): boolean => existsSync(built) && statSync(built).mtimeMs >= newestSource();

function runNode(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
	return new Promise((resolve, reject) => {
		// A clean environment: settings of the machine that runs the tests must not decide them.
		const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...options.env };
		const child = spawn(process.execPath, args, { cwd: options.cwd ?? root, env });
		const out: Buffer[] = [];
		const err: Buffer[] = [];
		let length = 0;
		child.stdout.on('data', (piece: Buffer) => {
			out.push(piece);
			length += piece.length;
			if (options.closeAfter !== undefined && length >= options.closeAfter) child.stdout.destroy();
		});
		child.stderr.on('data', (piece: Buffer) => err.push(piece));
		child.on('error', reject);
		child.on('close', (code) =>
			resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
		);
		// The command may end before it has read everything.
		child.stdin.on('error', () => undefined);
		if (options.interruptAfterMs === undefined) {
			child.stdin.end(options.input ?? '');
		} else {
			child.stdin.write(options.input ?? '');
			setTimeout(() => child.kill('SIGINT'), options.interruptAfterMs);
		}
	});
}

/** Builds the command when a source is newer; test files that start together build it once. */
export async function buildOnce(): Promise<void> {
	const patience = Date.now() + 90_000;
	mkdirSync(join(root, 'dist'), { recursive: true });
	while (!isFresh()) {
		try {
			mkdirSync(lock);
		} catch {
			if (Date.now() > patience) rmSync(lock, { recursive: true, force: true });
			await new Promise((ready) => setTimeout(ready, 200));
			continue;
		}
		try {
			if (isFresh()) return;
			const { code, err } = await runNode([join(root, 'scripts/prepare.js')]);
			if (code !== 0) throw new Error(`scripts/prepare.js: ${err}`);
			return;
		} finally {
			rmSync(lock, { recursive: true, force: true });
		}
	}
}

/** Runs `sentra` with these words; call `buildOnce` before. */
export function sentra(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
	return runNode([bin, ...words], options);
}
