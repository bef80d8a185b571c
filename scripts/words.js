/**
 * Compiles messages/<language>/*.json into src/words. Runs at install, before tests and before a build.
 * A key missing in one language would silently fall back to the other, so both must hold the same keys.
 */
import { readdirSync, readFileSync } from 'node:fs';
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

/** Compiles the words into src/words, or throws with the keys that one language lacks. */
export async function compileWords() {
	const [id, en] = [keysOf('id'), keysOf('en')];
	const missing = [
		...[...id].filter(([key]) => !en.has(key)).map(([key, file]) => `en/${file} lacks "${key}"`),
		...[...en].filter(([key]) => !id.has(key)).map(([key, file]) => `id/${file} lacks "${key}"`),
	];
	if (missing.length > 0) throw new Error(`messages differ:\n  ${missing.join('\n  ')}`);
	await compile({
		project: './project.inlang',
		outdir: './src/words',
		strategy: ['globalVariable', 'baseLocale'],
		disableAsyncLocalStorage: true,
		emitGitIgnore: false,
		emitPrettierIgnore: false,
		emitReadme: false,
		cleanOutdir: true,
	});
}

if (process.argv[1] === new URL(import.meta.url).pathname) await compileWords();
