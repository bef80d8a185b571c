import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
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

export default defineConfig({
	plugins: [
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
	],
	test: {
		include: ['src/**/*.test.ts', 'test/unit/**/*.test.ts'],
		environment: 'node',
	},
});
