import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{
		ignores: [
			'build/',
			'dist/',
			'.svelte-kit/',
			'src/words/',
			'node_modules/',
			'test-results/',
			'playwright-report/',
		],
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript knows names better than this rule does.
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			// A cast after a check that the type system cannot follow is written `as`, never `!`.
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'max-lines-per-function': ['error', { max: 110, skipBlankLines: true, skipComments: true }],
			// `== null` asks for null and undefined together, which is what it means here.
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-restricted-syntax': [
				'error',
				{ selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
				{ selector: "JSXAttribute[value.value='number']", message: 'Never <input type=number>.' },
			],
		},
	},
	{
		files: ['src/methods/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			// Methods are pure: the clock, chance and output belong to their callers.
			'no-restricted-globals': ['error', 'Date', 'fetch', 'window', 'document', 'localStorage', 'console'],
			'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Take a seed.' }],
		},
	},
	{
		files: ['**/*.test.ts', 'test/**/*.ts'],
		rules: { 'max-lines-per-function': 'off' },
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: {
			'max-lines-per-function': 'off',
			// Charts and tables arrive as strings that our own renderers escaped.
			'svelte/no-at-html-tags': 'off',
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		// Hashes and ids hold every short run of figures and of a to f some day: such a test fails by chance.
		files: ['src/server/**/*.test.ts', 'test/e2e/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{ selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
				...[
					['toContain', 'Literal[value=/^[0-9a-f]{1,7}$/]'],
					['toMatch', 'Literal[regex.pattern=/(^|[(|])[0-9a-f]{1,7}([)|]|$)/]'],
				].map(([matcher, short]) => ({
					selector: `CallExpression[callee.object.property.name='not'][callee.property.name='${matcher}'] > ${short}`,
					message: 'Chance writes so short a mark into a hash some day: look for a longer one.',
				})),
			],
		},
	},
	{
		files: ['**/*.cjs'],
		languageOptions: { sourceType: 'commonjs' },
	},
);
