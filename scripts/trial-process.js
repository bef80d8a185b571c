/**
 * Bundles the programs that tests and the kill bench start as processes of their own (src/server/db/embedded/trial-*.ts):
 * Node 20 runs no TypeScript. They lie in dist/, where they find the packages.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} folder inside the project
 * @param {'trial-process' | 'trial-commands'} name
 * @returns {Promise<string>} the program's path
 */
export async function buildTrialProcess(folder, name = 'trial-process') {
	await build({
		cwd: root,
		input: { [name]: `src/server/db/embedded/${name}.ts` },
		platform: 'node',
		tsconfig: false,
		logLevel: 'warn',
		output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', codeSplitting: false },
	});
	return `${folder}/${name}.mjs`;
}
