/** Says whether the build is older than what it was made from. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
	'src',
	'messages',
	'static',
	'samples',
	'project.inlang',
	'scripts/words.js',
	'svelte.config.js',
	'vite.config.js',
	'package.json',
	'package-lock.json',
];

/**
 * Compiled words change with every unit test run; they come from messages/, which is compared itself.
 * The command line is not part of what the server serves.
 */
const APART = new Set(['src/words', 'src/cli']);

/** The youngest file or folder below a path; a folder's own time tells of deleted files. */
function youngest(root, path) {
	const stats = statSync(join(root, path), { throwIfNoEntry: false });
	if (!stats || APART.has(path) || path.endsWith('.test.ts')) return { path, at: 0 };
	if (!stats.isDirectory()) return { path, at: stats.mtimeMs };
	// The folder that holds the compiled words changes whenever they are written anew.
	const holdsGenerated = [...APART].some((apart) => apart.startsWith(`${path}/`));
	let best = { path, at: holdsGenerated ? 0 : stats.mtimeMs };
	for (const entry of readdirSync(join(root, path))) {
		const candidate = youngest(root, `${path}/${entry}`);
		if (candidate.at > best.at) best = candidate;
	}
	return best;
}

/**
 * Why the build must be made (again), in words, or null when it is up to date.
 * @param {string} root the project's folder
 */
export function staleBuildReason(root) {
	const build = statSync(join(root, 'build/handler.js'), { throwIfNoEntry: false });
	if (!build) return 'there is no build yet';
	for (const source of SOURCES) {
		const { path, at } = youngest(root, source);
		if (at > build.mtimeMs) return `${path} changed since the last build`;
	}
	return null;
}
