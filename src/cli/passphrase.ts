/** A passphrase for a backup: from the environment, or typed where nobody reads it over a shoulder. */
import { m } from '#words/messages.js';
import { Failure } from './call.ts';
import type { Call } from './call.ts';

/** Fewer are guessed in a day by whoever steals the file. */
const LEAST = 12;
const ENTER = /[\r\n]/;
const CTRL_C = '\u0003';
const BACKSPACES = ['\u0008', '\u007f'];

const fromEnvironment = (): string | null => process.env['SENTRA_BACKUP_PASSPHRASE'] || null;

/** Whether a person sits there who may be asked. */
export const canAsk = (call: Call): boolean =>
	process.stdin.isTTY === true &&
	process.stderr.isTTY === true &&
	!call.options.has('no-input') &&
	!call.json;

/** Reads a line without showing it. */
function askHidden(question: string): Promise<string> {
	const { stdin, stderr } = process;
	stderr.write(`${question} `);
	stdin.setRawMode(true);
	stdin.setEncoding('utf8');
	stdin.resume();
	return new Promise((resolve) => {
		let typed = '';
		const take = (piece: string): void => {
			for (const sign of piece) {
				if (sign === CTRL_C) process.kill(process.pid, 'SIGINT');
				else if (BACKSPACES.includes(sign)) typed = typed.slice(0, -1);
				else if (!ENTER.test(sign)) typed += sign;
				else {
					stdin.off('data', take);
					stdin.setRawMode(false);
					stdin.pause();
					stderr.write('\n');
					resolve(typed);
					return;
				}
			}
		};
		stdin.on('data', take);
	});
}

/** A new passphrase, typed twice. Fails when it is short or there is nobody to ask. */
export async function newPassphrase(call: Call): Promise<string> {
	const { locale } = call.screen;
	let given = fromEnvironment();
	if (given === null) {
		if (!canAsk(call)) throw new Failure([{ code: 'USAGE_PASSPHRASE_MISSING' }]);
		given = await askHidden(m.cli_backup_ask_passphrase({ least: LEAST }, { locale }));
		if (given.length >= LEAST && given !== (await askHidden(m.cli_backup_ask_again({}, { locale }))))
			throw new Failure([{ code: 'USAGE_PASSPHRASE_DIFFERS' }]);
	}
	if (given.length < LEAST) throw new Failure([{ code: 'USAGE_PASSPHRASE_SHORT', params: { least: LEAST } }]);
	return given;
}

/** The passphrase of a file that is closed; null when there is none and nobody to ask. */
export async function knownPassphrase(call: Call): Promise<string | null> {
	const given = fromEnvironment();
	if (given !== null || !canAsk(call)) return given;
	return askHidden(m.cli_backup_ask_open({}, { locale: call.screen.locale }));
}
