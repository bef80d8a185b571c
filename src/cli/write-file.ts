/**
 * Writes a whole file or nothing: into a temporary file in the same folder, then renamed. An existing file is left
 * alone unless `--timpa` was given, or a person at the terminal agrees.
 */
import { rmSync } from 'node:fs';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { m } from '#words/messages.js';
import { Failure } from './call.ts';
import type { Call } from './call.ts';

const outputFailure = (code: string, file: string, reason = ''): Failure =>
	new Failure([{ code, at: { file }, params: reason ? { reason } : {} }], 6);

async function mayReplace(path: string, call: Call): Promise<boolean> {
	if (call.options.has('force') || call.options.has('yes')) return true;
	const asks = process.stdin.isTTY && process.stderr.isTTY && !call.options.has('no-input') && !call.json;
	if (!asks) return false;
	const { locale } = call.screen;
	const lines = createInterface({ input: process.stdin, output: process.stderr });
	const answer = await lines.question(`${m.cli_ask_replace({ file: path }, { locale })} `, {
		signal: call.signal,
	});
	lines.close();
	return /^(y|ya|yes)$/i.test(answer.trim());
}

/** Temporary files of this run: whatever ends the process, none stays behind. */
const unfinished = new Set<string>();
process.on('exit', () => {
	for (const file of unfinished) rmSync(file, { force: true });
});

/** A file being written. `commit` puts it in place; `abandon` leaves nothing behind. */
export interface PendingFile {
	readonly handle: FileHandle;
	commit(): Promise<void>;
	abandon(): Promise<void>;
}

/** Opens the temporary file beside the target. Fails with exit code 6 when the target exists or the folder refuses. */
export async function openPending(path: string, call: Call): Promise<PendingFile> {
	const existing = await stat(path).catch(() => null);
	if (existing?.isDirectory()) throw outputFailure('OUTPUT_IS_FOLDER', path);
	const replace = existing !== null && (await mayReplace(path, call));
	if (existing !== null && !replace) throw outputFailure('OUTPUT_EXISTS', path);
	const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
	let handle: FileHandle;
	try {
		handle = await open(temporary, 'wx');
	} catch (error) {
		throw cannotWrite(path, error);
	}
	unfinished.add(temporary);
	const drop = async () => {
		await rm(temporary, { force: true });
		unfinished.delete(temporary);
	};
	return {
		handle,
		async commit() {
			try {
				await handle.sync();
				await handle.close();
				if (replace || call.options.has('force')) await rename(temporary, path);
				else await placeNew(temporary, path);
				unfinished.delete(temporary);
			} catch (error) {
				await drop();
				if (error instanceof Failure) throw error;
				throw cannotWrite(path, error);
			}
		},
		async abandon() {
			await handle.close().catch(() => undefined);
			await drop();
		},
	};
}

/** `link` refuses an existing name, also one that appeared a moment ago; not every disk can link. */
async function placeNew(temporary: string, path: string): Promise<void> {
	try {
		await link(temporary, path);
		await rm(temporary, { force: true });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw outputFailure('OUTPUT_EXISTS', path);
		await rename(temporary, path);
	}
}

function cannotWrite(path: string, error: unknown): Failure {
	const code = (error as NodeJS.ErrnoException).code ?? String(error);
	return outputFailure(
		code === 'ENOENT' || code === 'ENOTDIR' ? 'OUTPUT_FOLDER_MISSING' : 'OUTPUT_NOT_WRITABLE',
		path,
		code,
	);
}

/** Writes all of it or nothing. */
export async function writeWhole(path: string, content: string | Uint8Array, call: Call): Promise<void> {
	const pending = await openPending(path, call);
	try {
		await pending.handle.writeFile(content);
	} catch (error) {
		await pending.abandon();
		throw cannotWrite(path, error);
	}
	await pending.commit();
}
