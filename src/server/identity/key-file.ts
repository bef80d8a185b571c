/** Files of the folder `keys`: made once, readable by their user alone. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a first key unless there is one: complete and on the disk before it has its name, so that nobody reads half of it,
 * not even after a power cut.
 */
export function makeKeyFile(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
	const file = openSync(draft, 'wx', 0o600);
	try {
		writeSync(file, text);
		fsyncSync(file);
		linkSync(draft, path);
	} catch (error) {
		// Another process was first; its key is the key.
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	} finally {
		closeSync(file);
		rmSync(draft);
	}
}
