import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
	forbidden: { name: string }[];
	options: object;
};

/** One violation per rule: the file that breaks it, and what it imports. */
const violations: Readonly<Record<string, readonly [file: string, target: string]>> = {
	'methods-import-nothing-outside': ['src/methods/a/clock.ts', 'src/inputs/reader.ts'],
	'method-rooms-are-apart': ['src/methods/b/loan.ts', 'src/methods/a/clock.ts'],
	'numeric-knows-no-method': ['src/methods/numeric/round.ts', 'src/methods/a/clock.ts'],
	'inputs-read-only-with-valibot': ['src/inputs/reader.ts', 'src/files/zip.ts'],
	'files-know-rows-not-reports': ['src/files/zip.ts', 'src/reports/page.ts'],
	'charts-draw-strings': ['src/charts/dots.ts', 'src/inputs/plain.ts'],
	'reports-stop-before-the-house': ['src/reports/page.ts', 'src/ui/button.ts'],
	'field-knows-inputs-and-methods': ['src/field/draft.ts', 'src/reports/page.ts'],
	'ui-fetches-nothing': ['src/ui/button.ts', 'src/routes/load.ts'],
	'browser-never-imports-server': ['src/routes/load.ts', 'src/server/db.ts'],
	'cli-has-no-browser': ['src/cli/main.ts', 'src/ui/button.ts'],
	'server-knows-no-page': ['src/server/page.ts', 'src/ui/button.ts'],
	'driver-only-in-server-db': ['src/cli/rows.ts', 'node_modules/postgres/index.js'],
	'no-circles': ['src/server/db.ts', 'src/server/again.ts'],
	'no-unresolved': ['src/cli/lost.ts', 'src/cli/nowhere.ts'],
};
const extraFiles: Readonly<Record<string, string>> = {
	'src/inputs/plain.ts': 'export const plain = 1;\n',
	'node_modules/postgres/index.js': 'export default 1;\n',
	'src/server/again.ts': "import '../server/db.ts';\nexport const again = 1;\n",
};

describe('the rules of the house', () => {
	let folder = '';
	const broken = new Set<string>();

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'sentra-house-'));
		const files = new Map(Object.entries(extraFiles));
		for (const [file, target] of Object.values(violations)) {
			const up = '../'.repeat(file.split('/').length - 1);
			files.set(file, `import '${up}${target}';\nexport const here = 1;\n`);
		}
		for (const [file, text] of files) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), text);
		}
		const result = await cruise(['src'], {
			ruleSet: { forbidden: rules.forbidden } as never,
			validate: true,
			baseDir: folder,
			tsPreCompilationDeps: true,
		});
		const output = result.output as { summary: { violations: { rule: { name: string } }[] } };
		for (const violation of output.summary.violations) broken.add(violation.rule.name);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	for (const name of Object.keys(violations)) {
		it(`see a planted violation: ${name}`, () => {
			expect([...broken]).toContain(name);
		});
	}

	it('each have a planted violation here, but for the native packages', () => {
		const named = rules.forbidden
			.map((rule) => rule.name)
			.filter((name) => name !== 'native-only-in-its-renderer');
		expect(Object.keys(violations).sort()).toEqual(named.sort());
	});
});

describe('pages of teams', () => {
	const folder = 'src/routes/(tim)';
	const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.svelte'),
	);

	it.each(pages)('have no style of their own, which the build would drop with their script: %s', (name) => {
		expect(readFileSync(join(folder, name), 'utf8')).not.toContain('<style');
	});
});
