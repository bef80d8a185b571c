/** The library as a stranger has it: built, installed under its name in another project, typed, run and bundled there. */
import { execFileSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as library from '#methods/library.ts';
import { methods } from '#methods/index.ts';
import { exportName } from '#reports/method-page.ts';
import { writeLibrary } from '../../scripts/library.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guide = readFileSync(join(root, 'docs/library.md'), 'utf8');
const blocks = (language: string): string[] =>
	[...guide.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text]) => text ?? '');

const PATIENCE = 120_000;

describe('the library', () => {
	const project = mkdtempSync(join(tmpdir(), 'sentra-library-'));
	const installed = join(project, 'node_modules/sentra');
	const modules = join(installed, 'dist/methods');
	const examples = blocks('ts').map((text, index) => ({ name: `example-${index + 1}`, text }));

	beforeAll(async () => {
		mkdirSync(installed, { recursive: true });
		cpSync(join(root, 'package.json'), join(installed, 'package.json'));
		await writeLibrary(modules);
		symlinkSync(join(root, 'node_modules/pure-rand'), join(project, 'node_modules/pure-rand'), 'junction');
		writeFileSync(join(project, 'package.json'), '{"type":"module"}');
		for (const { name, text } of examples) writeFileSync(join(project, `${name}.ts`), text);
	}, PATIENCE);
	afterAll(() => rmSync(project, { recursive: true, force: true }));

	it('exports every method under its id in camel case, and no method besides', () => {
		const exported: Readonly<Record<string, unknown>> = library;
		const named = Object.keys(exported).filter((name) => name !== 'methods');
		const registered = Object.keys(methods).map(exportName);
		// A new method is listed in both: src/methods/index.ts and src/methods/library.ts.
		expect(named.sort()).toEqual(registered.sort());
		for (const [id, one] of Object.entries(methods)) expect(exported[exportName(id)], id).toBe(one);
		expect(library.methods).toBe(methods);
	});

	it('imports nothing but itself and pure-rand', () => {
		const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((name) =>
			name.endsWith('.js'),
		);
		expect(files.length).toBeGreaterThan(100);
		const imported = files.flatMap((name) =>
			ts
				.preProcessFile(readFileSync(join(modules, name), 'utf8'))
				.importedFiles.map(({ fileName }) => fileName),
		);
		const foreign = imported.filter((name) => !name.startsWith('.'));
		expect(foreign.filter((name) => !name.startsWith('pure-rand/'))).toEqual([]);
		expect(foreign).toContain('pure-rand/generator/xoroshiro128plus');
	});

	it('ships a declaration beside every module, none of which names a source file', () => {
		const names = readdirSync(modules, { recursive: true, encoding: 'utf8' });
		const missing = names.filter(
			(name) => name.endsWith('.js') && !names.includes(name.replace(/\.js$/, '.d.ts')),
		);
		expect(missing).toEqual([]);
		const specifiers = names
			.filter((name) => name.endsWith('.d.ts'))
			.flatMap((name) =>
				ts
					.preProcessFile(readFileSync(join(modules, name), 'utf8'))
					.importedFiles.map(({ fileName }) => fileName),
			);
		expect(specifiers.filter((name) => !/^\.\.?\/.*\.js$|^pure-rand\//.test(name))).toEqual([]);
	});

	/** What a strict compiler says of these files in the stranger's project. */
	function complaints(files: readonly string[], resolution: 'nodenext' | 'bundler'): string[] {
		const program = ts.createProgram(
			files.map((name) => join(project, `${name}.ts`)),
			{
				strict: true,
				noEmit: true,
				skipLibCheck: false,
				target: ts.ScriptTarget.ES2022,
				lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
				types: [],
				module: resolution === 'nodenext' ? ts.ModuleKind.NodeNext : ts.ModuleKind.ESNext,
				moduleResolution:
					resolution === 'nodenext' ? ts.ModuleResolutionKind.NodeNext : ts.ModuleResolutionKind.Bundler,
			},
		);
		return ts
			.getPreEmitDiagnostics(program)
			.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
	}

	it.each(['nodenext', 'bundler'] as const)(
		'types a strict program that resolves as %s, and refuses a wrong input',
		(resolution) => {
			const wrong = `import { topsis } from 'sentra/methods';
				topsis.compute({ matrix: [[1]], weights: [1], directions: ['up'] });`;
			writeFileSync(join(project, 'wrong.ts'), wrong);
			const files = examples.map(({ name }) => name);
			expect(files.length).toBeGreaterThan(1);
			expect(complaints(files, resolution)).toEqual([]);
			expect(complaints(['wrong'], resolution)).toEqual([
				`Type '"up"' is not assignable to type 'Direction'.`,
			]);
		},
		PATIENCE,
	);

	it('prints what docs/library.md says it prints', () => {
		const printed = examples.map(({ name, text }) => {
			const file = join(project, `${name}.js`);
			const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
			writeFileSync(file, ts.transpile(text, options));
			return execFileSync(process.execPath, [file], { encoding: 'utf8', env: {} });
		});
		expect(printed).toEqual(blocks('text'));
	});

	async function bundle(text: string): Promise<{ size: number; code: string; files: string[] }> {
		const entry = join(project, 'entry.js');
		writeFileSync(entry, text);
		const build = await rolldown({ input: entry, cwd: project, external: [/^pure-rand\//], tsconfig: false });
		const { output } = await build.generate({ format: 'esm', minify: true });
		await build.close();
		const [{ code, moduleIds }] = output;
		return { size: code.length, code, files: moduleIds.map((id) => id.slice(id.lastIndexOf('/') + 1)) };
	}

	it('leaves in a bundle only the method that is used', async () => {
		const one = await bundle("import { topsis } from 'sentra/methods'; console.log(topsis.compute);");
		const all = await bundle("import * as all from 'sentra/methods'; console.log(all);");
		expect(one.size / all.size).toBeLessThan(0.05);
		expect(one.size).toBeLessThan(7000);
		const ids = Object.keys(methods);
		const inside = (code: string) => ids.filter((id) => new RegExp(`\\bid:[\`"']${id}[\`"']`).test(code));
		expect(inside(one.code)).toEqual(['topsis']);
		expect(inside(all.code)).toEqual(ids);
		expect(one.files).toContain('topsis.js');
		expect(one.files).not.toContain('index.js');
	});
});
