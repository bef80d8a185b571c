/**
 * Compiles messages/<language>/*.json into src/words. Runs at install, before tests and before a build.
 * A key missing in one language would silently fall back to the other, so both must hold the same keys.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from '@inlang/paraglide-js';

/** Every key of one language with the file that holds it. Throws when two files hold the same key. */
function keysOf(locale) {
	const folder = new URL(`../messages/${locale}/`, import.meta.url);
	const keys = new Map();
	for (const name of readdirSync(folder).sort()) {
		for (const key of Object.keys(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))) {
			if (keys.has(key))
				throw new Error(`messages/${locale}: "${key}" is in ${keys.get(key)} and in ${name}`);
			keys.set(key, name);
		}
	}
	return keys;
}

const STAMP = new URL('../src/words/.made-from', import.meta.url);

/** What the compiled words are made from: every message file, the settings and this script. */
function stampOf() {
	const hash = createHash('sha256');
	const folders = ['id', 'en'].map((locale) => new URL(`../messages/${locale}/`, import.meta.url));
	const files = folders.flatMap((folder) =>
		readdirSync(folder)
			.sort()
			.map((name) => new URL(name, folder)),
	);
	const settings = new URL('../project.inlang/settings.json', import.meta.url);
	for (const file of [...files, settings, new URL(import.meta.url)]) hash.update(readFileSync(file));
	return hash.digest('hex');
}

/** Compiles the words into src/words, or throws with the keys that one language lacks. */
export async function compileWords() {
	const [id, en] = [keysOf('id'), keysOf('en')];
	const missing = [
		...[...id].filter(([key]) => !en.has(key)).map(([key, file]) => `en/${file} lacks "${key}"`),
		...[...en].filter(([key]) => !id.has(key)).map(([key, file]) => `id/${file} lacks "${key}"`),
	];
	if (missing.length > 0) throw new Error(`messages differ:\n  ${missing.join('\n  ')}`);
	// A server, a build and a test run may start together; words that are up to date are not taken from under them.
	const stamp = stampOf();
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
	// Compiled beside and then brought over file by file: a build or a test that runs meanwhile always finds its words.
	const fresh = `./dist/.words-${process.pid}`;
	await compile({
		project: './project.inlang',
		outdir: fresh,
		strategy: ['globalVariable', 'baseLocale'],
		disableAsyncLocalStorage: true,
		emitGitIgnore: false,
		emitPrettierIgnore: false,
		emitReadme: false,
		cleanOutdir: true,
	});
	bringOver(fresh, './src/words');
	rmSync(fresh, { recursive: true, force: true });
	writeFileSync(STAMP, stamp);
}

/** Makes `to` hold exactly what `from` holds; files that are the same are not touched, each other is replaced whole. */
function bringOver(from, to) {
	const list = (folder) =>
		existsSync(folder)
			? readdirSync(folder, { recursive: true, withFileTypes: true })
					.filter((entry) => entry.isFile())
					.map((entry) => join(entry.parentPath, entry.name).slice(join(folder).length + 1))
			: [];
	const names = new Set(list(from));
	for (const name of names) {
		const text = readFileSync(join(from, name), 'utf8');
		const target = join(to, name);
		if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(`${target}.${process.pid}`, text);
		renameSync(`${target}.${process.pid}`, target);
	}
	// A name with a process id behind it is being written by another build.
	for (const name of list(to))
		if (!names.has(name) && !/\.\d+$/.test(name)) rmSync(join(to, name), { force: true });
}

if (process.argv[1] === new URL(import.meta.url).pathname) await compileWords();
