import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { sessionSecretIn } from './session-secret.ts';

const folder = mkdtempSync(join(tmpdir(), 'sentra-secret-'));
const path = join(folder, 'keys', 'session.key');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is made once, whole and for its user alone, and leaves nothing beside it', () => {
	const secret = sessionSecretIn(folder);
	expect(secret).toMatch(/^[\w-]{43}$/);
	expect(sessionSecretIn(folder)).toBe(secret);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(readdirSync(join(folder, 'keys'))).toEqual(['session.key']);
});

it('that was cut is refused by its path, never used', () => {
	const whole = readFileSync(path, 'utf8');
	for (const cut of ['', '\n', whole.slice(0, 20)]) {
		writeFileSync(path, cut);
		expect(() => sessionSecretIn(folder)).toThrow(/session\.key is cut short \(\d+ of 43/);
	}
});
