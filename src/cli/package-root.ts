/** Where the package stands: its version, its samples. Works from src/cli and from the bundle in dist/cli. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | null = null;

/** The nearest folder above this file whose package.json is Sentra's. */
export function packageRoot(): string {
	if (found !== null) return found;
	let folder = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		const file = join(folder, 'package.json');
		if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'sentra') {
			found = folder;
			return folder;
		}
		const parent = dirname(folder);
		if (parent === folder) throw new Error('package.json of sentra not found above ' + import.meta.url);
		folder = parent;
	}
}

/** The version in package.json. */
export function packageVersion(): string {
	return String(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version);
}
