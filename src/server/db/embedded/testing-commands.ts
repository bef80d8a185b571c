import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { canonicalText } from '../canonical.ts';
import { buildTrial } from './testing.ts';
import type { TrialCommand, TrialLine, TrialOrder } from './trial-commands.ts';

/** What all programs of a test have told, over all their ends. */
export interface Told {
	/** Acknowledged: the command's id and its receipt. */
	readonly receipts: Map<string, unknown>;
	readonly sent: Map<string, TrialCommand>;
	readonly refused: string[];
}

export interface CommandsProcess {
	order(order: TrialOrder): void;
	/** A command is acknowledged that was sent, or sent again, from now on. */
	nextDone(): Promise<void>;
	/** Every command that was under way when asked is answered. */
	settled(): Promise<void>;
	/** Stops the program where it stands, and lets it go on: while the records are read, they would grow without end. */
	hold(): void;
	goOn(): void;
	kill(): Promise<void>;
}

/** Two answers to one command must be the same. */
function hear(told: Told, line: TrialLine): void {
	if (line.what === 'sent') told.sent.set(line.command.id, line.command);
	if (line.what === 'refused') told.refused.push(`${line.id}: ${line.message}`);
	if (line.what !== 'done') return;
	const known = told.receipts.get(line.id);
	if (known !== undefined && canonicalText(known) !== canonicalText(line.receipt))
		told.refused.push(`${line.id}: another receipt than before`);
	told.receipts.set(line.id, line.receipt);
}

/** Starts the program of `trial-commands.ts` on a folder; what it tells goes into `told`. */
export async function startCommands(folder: string, told: Told): Promise<CommandsProcess> {
	const path = await buildTrial('trial-commands');
	const child = spawn(process.execPath, [path, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
	let lastSent = 0;
	let ended = false;
	const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
	void closed.then(() => (ended = true));
	child.stdin.on('error', () => undefined);
	createInterface({ input: child.stdout }).on('line', (text) => {
		let line: TrialLine;
		try {
			line = JSON.parse(text) as TrialLine;
		} catch {
			// Cut off by the kill: it was not told.
			return;
		}
		hear(told, line);
		if (line.what === 'done') lastSent = Math.max(lastSent, line.sentAt);
	});
	async function until(reached: () => boolean): Promise<void> {
		while (!reached()) {
			if (ended) throw new Error(`The program ended by itself. ${told.refused.slice(0, 3).join('\n')}`);
			await pause(5);
		}
	}
	return {
		order: (order) => void child.stdin.write(`${JSON.stringify(order)}\n`),
		nextDone() {
			const now = Date.now();
			return until(() => lastSent >= now);
		},
		settled() {
			const under = [...told.sent.keys()].filter((id) => !told.receipts.has(id));
			const refused = told.refused.length;
			return until(() => under.every((id) => told.receipts.has(id)) || told.refused.length > refused);
		},
		hold: () => void child.kill('SIGSTOP'),
		goOn: () => void child.kill('SIGCONT'),
		async kill() {
			child.kill('SIGKILL');
			await closed;
		},
	};
}
