/**
 * Bundles src/server/db/embedded/trial-process.ts, the program that tests and the kill bench start as a process of its
 * own: Node 20 runs no TypeScript. It lies in dist/, where it finds the packages.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder inside the project @returns {Promise<string>} the program's path */
export async function buildTrialProcess(folder) {
	await build({
		cwd: root,
		input: { 'trial-process': 'src/server/db/embedded/trial-process.ts' },
		platform: 'node',
		tsconfig: false,
		logLevel: 'warn',
		output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', codeSplitting: false },
	});
	return `${folder}/trial-process.mjs`;
}
