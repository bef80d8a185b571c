import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { compileWords } from './scripts/words.js';

export default defineConfig({
	plugins: [
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
