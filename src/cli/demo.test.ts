import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildOnce, sentra } from './testing.ts';

// That the demo starts, opens its links and stops is in test/e2e/team-home.spec.ts, where the pages are built.
const folder = mkdtempSync(join(tmpdir(), 'sentra-cli-demo-'));
const data = join(folder, 'data');

beforeAll(buildOnce, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('refuses the folder of a team before anything is touched', async () => {
	const words = ['demo', '--data', data];
	const refused = await sentra(words, { env: { SENTRA_DATA: data } });
	expect(refused.code).toBe(4);
	expect(refused.err).toContain(`Folder ${data} adalah folder data tim Anda.`);
	expect(refused.out).toBe('');
	const told = await sentra([...words, '--json', '--language', 'en'], { env: { SENTRA_DATA: data } });
	expect(JSON.parse(told.out).error).toMatchObject({ code: 'DEMO_OWN_DATA' });
	expect(existsSync(data)).toBe(false);
});

it('says in its help that people are invented and where the data are', async () => {
	const help = await sentra(['demo', '--help']);
	expect(help.code).toBe(0);
	expect(help.out).toContain('rekaan');
	expect(help.out).toContain('data-demo');
});
