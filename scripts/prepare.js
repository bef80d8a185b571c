/**
 * Runs at `npm ci`: compiles the words, bundles the command line into dist/cli, so that `npx sentra` works at once,
 * builds the library into dist/methods (library.js) and writes the official areas into dist/areas.tsv.gz (areas.js).
 * Packages with native parts, and fonts, stay outside the bundle; everything else is one small tree of files whose
 * entry loads almost nothing (a command's own code is imported when that command is called).
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packages that must be found on disk when they run: native code, fonts, and the word compiler. */
const outside = [/^@myriaddreamin\//, /^@resvg\//, /^dejavu-fonts-ttf/];

async function bundleCommandLine() {
	const { build } = await import('rolldown');
	// Built beside and then put in place: a command that starts meanwhile finds the old program, not half of the new.
	const fresh = `dist/.cli-${process.pid}`;
	await build({
		cwd: root,
		input: { main: 'src/cli/main.ts' },
		platform: 'node',
		external: outside,
		tsconfig: false,
		onLog(level, log, handle) {
			// An import that leads nowhere would only be missed when its command runs.
			if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
			if (level === 'warn') handle(level, log);
		},
		output: {
			dir: fresh,
			format: 'esm',
			entryFileNames: '[name].js',
			chunkFileNames: '[name]-[hash].js',
			minify: 'dce-only',
			sourcemap: false,
		},
	});
	rmSync(`${root}dist/cli`, { recursive: true, force: true });
	renameSync(`${root}${fresh}`, `${root}dist/cli`);
}

/** Compiles words, command line and library; throws when one of them cannot be built. */
export async function prepare() {
	process.chdir(root);
	const { compileWords } = await import('./words.js');
	await compileWords();
	const { buildLibrary } = await import('./library.js');
	const { buildAreas } = await import('./areas.js');
	buildAreas();
	await Promise.all([bundleCommandLine(), buildLibrary()]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		await prepare();
	} catch (error) {
		if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
		// An install without development packages (npm ci --omit=dev) can only use what was built before.
		const needed = ['dist/cli/main.js', 'dist/methods/library.js', 'dist/areas.tsv.gz'];
		if (!needed.every((path) => existsSync(`${root}${path}`))) {
			console.error(
				'sentra: the command line, the library and the areas were not built, because the development packages are missing.\n' +
					`  missing: ${error.message.split('\n')[0]}\n` +
					'  to do  : run "npm ci" without --omit=dev, or copy dist/ from a machine where it was built.',
			);
		}
	}
}
