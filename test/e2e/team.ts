/** A server of its own with an empty house, for specs of teams: what the terminal says is what a person would read. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TeamServer {
	readonly address: string;
	/** The link that makes the first owner, as the terminal printed it. */
	readonly firstOwner: string;
	readonly folder: string;
	stop(): Promise<void>;
}

function lineWith(child: ChildProcess, pattern: RegExp, patienceMs: number): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		const late = setTimeout(() => reject(new Error(`not said in time: ${pattern}\n${said}`)), patienceMs);
		const listen = (part: Buffer): void => {
			said += part.toString();
			const found = pattern.exec(said)?.[1];
			if (found === undefined) return;
			clearTimeout(late);
			resolve(found);
		};
		child.stdout?.on('data', listen);
		child.stderr?.on('data', listen);
		child.once('exit', (code) => reject(new Error(`the server ended with ${code}\n${said}`)));
	});
}

/** Starts a server on a free port. With a DATABASE_URL that nobody answers there is no first owner's link. */
export async function startTeam(environment: Record<string, string> = {}): Promise<TeamServer> {
	const folder = mkdtempSync(join(tmpdir(), 'sentra-team-'));
	const child = spawn(process.execPath, ['scripts/start.js'], {
		env: { ...process.env, PORT: '0', SENTRA_DATA: folder, DATABASE_URL: '', ORIGIN: '', ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [address, firstOwner] = await Promise.all([
		lineWith(child, /Sentra: (http:\S+)/, 60_000),
		environment['DATABASE_URL'] ? '' : lineWith(child, /first owner at (\S+)/, 120_000),
	]);
	return {
		address,
		firstOwner,
		folder,
		async stop() {
			const ended = new Promise((resolve) => child.once('exit', resolve));
			child.kill('SIGTERM');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
