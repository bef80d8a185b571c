/**
 * Builds the engine as a library into dist/methods, for `import { topsis } from 'sentra/methods'`: one JavaScript module
 * and one declaration for each source file, so that a bundler takes along what is used and nothing else
 * (`sideEffects` in package.json leaves dist/methods out). A part of `prepare`; nothing is done when the library is
 * already made from the sources as they are.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const settings = join(root, 'scripts/library.tsconfig.json');
const sources = join(root, 'src/methods');
const built = join(root, 'dist/methods');

/** What the library is made from: every module of the engine, this script, its settings and its two tools. */
function stampOf() {
	const hash = createHash('sha256');
	const modules = readdirSync(sources, { recursive: true })
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
		.sort();
	const rest = [
		settings,
		fileURLToPath(import.meta.url),
		...['rolldown', 'typescript'].map((name) => join(root, 'node_modules', name, 'package.json')),
	];
	for (const name of modules) hash.update(name).update(readFileSync(join(sources, name)));
	for (const file of rest) if (existsSync(file)) hash.update(readFileSync(file));
	return hash.digest('hex');
}

async function writeModules(folder) {
	const { build } = await import('rolldown');
	await build({
		cwd: root,
		input: { library: 'src/methods/library.ts' },
		platform: 'neutral',
		// The one package the engine may import; its user installs it with Sentra.
		external: [/^pure-rand\//],
		tsconfig: false,
		onLog(level, log, handle) {
			if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
			if (level === 'warn') handle(level, log);
		},
		output: {
			dir: folder,
			format: 'esm',
			preserveModules: true,
			preserveModulesRoot: 'src/methods',
			entryFileNames: '[name].js',
			minify: false,
			sourcemap: false,
		},
	});
}

/** Declarations speak of `./a.ts`, which is not shipped; a stranger's compiler looks for `./a.js`. */
const shipped = (declaration) => declaration.replace(/(["'])(\.\.?\/[^"']+)\.ts\1/g, '$1$2.js$1');

async function writeDeclarations(folder) {
	const { default: ts } = await import('typescript');
	const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: tell };
	const { options, fileNames, errors } = ts.getParsedCommandLineOfConfigFile(settings, {}, host);
	const program = ts.createProgram(fileNames, options);
	const { diagnostics } = program.emit(undefined, (name, text) => {
		const file = join(folder, name.slice(built.length));
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, shipped(text));
	});
	for (const diagnostic of [...errors, ...diagnostics]) tell(diagnostic);
	function tell({ messageText }) {
		throw new Error(`declarations of the library: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
	}
}

/** Writes the whole library into a folder; throws when a module or a declaration cannot be made. */
export async function writeLibrary(folder) {
	await Promise.all([writeModules(folder), writeDeclarations(folder)]);
}

/** Builds dist/methods when it is not up to date. */
export async function buildLibrary() {
	const stamp = stampOf();
	const mark = join(built, '.made-from');
	if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return;
	// Built beside and then put in place, as the command line is.
	const fresh = join(root, `dist/.methods-${process.pid}`);
	await writeLibrary(fresh);
	writeFileSync(join(fresh, '.made-from'), stamp);
	rmSync(built, { recursive: true, force: true });
	renameSync(fresh, built);
}
