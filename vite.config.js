import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { pageFiles } from './scripts/page-files.js';
import { compileWords } from './scripts/words.js';

/**
 * Vite leaves the scripts of web workers out of its manifest, from which SvelteKit lists what the service worker keeps.
 * Added to it, they are on the device after the first visit like every other script.
 */
function keepWorkersOffline() {
	return {
		name: 'sentra-offline-workers',
		apply: 'build',
		writeBundle: {
			order: 'post',
			handler({ dir }, bundle) {
				const path = join(dir ?? '', '.vite', 'manifest.json');
				const workers = Object.keys(bundle).filter((file) => /\/workers\/.*\.js$/.test(file));
				if (workers.length === 0 || !existsSync(path)) return;
				const manifest = JSON.parse(readFileSync(path, 'utf8'));
				for (const file of workers) manifest[file] ??= { file };
				writeFileSync(path, JSON.stringify(manifest, null, 2));
			},
		},
	};
}

/**
 * What a page needs travels as a few files instead of thirty (scripts/page-files.js). A page's own file may then hold
 * what others import from it, which SvelteKit's setting forbids and its client, which asks for exports by name, does
 * not mind.
 */
const fewerFiles = {
	name: 'sentra-fewer-files',
	// SvelteKit has said by then which of its two builds this is.
	config: ({ build }) =>
		build?.ssr ? {} : { build: { rolldownOptions: { output: { codeSplitting: { groups: pageFiles() } } } } },
	options(input) {
		const browsers = Object.keys(input.input ?? {}).includes('entry/start');
		return browsers ? { ...input, preserveEntrySignatures: 'allow-extension' } : null;
	},
};

/**
 * Pages of teams are made on the server and have no script (`csr = false` in their layout). SvelteKit builds a client
 * for them all the same, which nobody would ever fetch, but the service worker would keep: in the browser's build they
 * are empty but for their styles.
 */
const pagesWithoutScript = {
	name: 'sentra-pages-without-script',
	enforce: 'pre',
	apply: 'build',
	load(id, options) {
		const path = id.replaceAll('\\', '/');
		if (options?.ssr || !/\/src\/routes\/\(tim\)\/.*\.svelte$/.test(path)) return null;
		return path.endsWith('/(tim)/+layout.svelte') ? "<script>import '#ui/team/team.css';</script>" : '';
	},
	// The browser's list of pages travels with every page; what is not on it is opened as a document, as these are.
	transform(code, id, options) {
		if (options?.ssr || !/\/generated\/client-optimized\/app\.js$/.test(id.replaceAll('\\', '/')))
			return null;
		const ofTeams = (number) =>
			readFileSync(join(dirname(id), 'nodes', `${number}.js`), 'utf8').includes('/routes/(tim)/');
		return {
			code: code
				.replaceAll(/^\s*"\/\(tim\)[^"]*": .*\n/gm, '')
				// A page is known by its place in the list of nodes, so the places stay.
				.replaceAll(/^\s*\(\) => import\('\.\/nodes\/(\d+)'\)(,?)$/gm, (line, number, comma) =>
					ofTeams(number) ? `\t0${comma}` : line,
				),
			map: null,
		};
	},
};

export default defineConfig({
	plugins: [
		pagesWithoutScript,
		keepWorkersOffline(),
		{
			name: 'sentra-words',
			async buildStart() {
				await compileWords();
			},
			async handleHotUpdate({ file }) {
				if (file.includes('/messages/')) await compileWords();
			},
		},
		sveltekit(),
		fewerFiles,
	],
	// A worker shares no file with the pages, so all it needs would be one file above the limit of a part.
	worker: {
		format: 'es',
		rolldownOptions: {
			output: { codeSplitting: { groups: [{ name: 'methods', test: /src[\\/]methods[\\/]/ }] } },
		},
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'engine',
					include: ['src/**/*.test.ts', 'test/unit/**/*.test.ts'],
					exclude: ['src/server/**'],
					environment: 'node',
					setupFiles: ['test/chance.ts'],
				},
			},
			{
				// The house is tested on a real server, which only these tests start.
				extends: true,
				test: {
					name: 'house',
					include: ['src/server/**/*.test.ts'],
					// A database is made for each file; on a busy machine that alone takes seconds.
					testTimeout: 30_000,
					hookTimeout: 60_000,
					environment: 'node',
					globalSetup: ['test/database.ts'],
					setupFiles: ['test/chance.ts'],
				},
			},
		],
	},
});
