import { mkdtempSync, readFileSync, rmSync, statSync, chmodSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { identityKeysIn, openIdentityKeys } from './identity-keys.ts';
import {
	bareIdentityNumber,
	identityFingerprint,
	isIdentityNumber,
	maskedIdentityNumber,
	openIdentityNumber,
	sealIdentityNumber,
} from './identity-number.ts';

const line = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const keys = identityKeysIn(line(1));
const whose = {
	orgId: '0190a0a0-0000-7000-8000-000000000001',
	personId: '0190a0a0-0000-7000-8000-000000000002',
};
const nik = '3515174107850012';

describe('the form of a NIK', () => {
	it.each([
		['3515174107850012', true],
		['3515170112850012', true],
		['3515177112850012', true],
		['351517410785001', false],
		['35151741078500123', false],
		['3515173207850012', false],
		['3515174007850012', false],
		['3515177207850012', false],
		['3515174113850012', false],
		['3515174100850012', false],
		['3515174107850000', false],
		['0515174107850012', false],
		['3500174107850012', false],
		['3515004107850012', false],
		['35151741O7850012', false],
		['', false],
	])('%s: %s', (text, good) => {
		expect(isIdentityNumber(text)).toBe(good);
	});

	it('leaves out what people write between the parts, and nothing else', () => {
		expect(bareIdentityNumber(' 3515.1741-0785 0012\u00a0')).toBe(nik);
		expect(bareIdentityNumber('3515/1741')).toBe('3515/1741');
	});

	it('shows four figures at each end', () => {
		expect(maskedIdentityNumber(nik)).toBe('3515••••••••0012');
	});
});

describe('a sealed number', () => {
	it('opens to what was sealed, holds none of its figures and is another each time', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), (rest) => {
				const number = `351${String(rest).padStart(13, '0')}`;
				const [one, two] = [1, 2].map(() => sealIdentityNumber(keys, whose, number));
				expect(one).not.toBe(two);
				expect(one).not.toContain(number);
				expect(openIdentityNumber(keys, whose, one ?? '')).toBe(number);
			}),
			{ numRuns: 50 },
		);
	});

	it('does not open in another row, in another organisation, changed, or with another key', () => {
		const sealed = sealIdentityNumber(keys, whose, nik);
		const other = '0190a0a0-0000-7000-8000-000000000003';
		expect(openIdentityNumber(keys, { ...whose, personId: other }, sealed)).toBeNull();
		expect(openIdentityNumber(keys, { ...whose, orgId: other }, sealed)).toBeNull();
		expect(openIdentityNumber(identityKeysIn(line(2)), whose, sealed)).toBeNull();
		for (let at = sealed.lastIndexOf('.') + 1; at < sealed.length - 1; at += 7) {
			const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
			expect(openIdentityNumber(keys, whose, changed)).toBeNull();
		}
		expect(openIdentityNumber(keys, whose, 'v1.x')).toBeNull();
	});

	it('opens after a new key was added, which then seals; the fingerprint stays', () => {
		const sealed = sealIdentityNumber(keys, whose, nik);
		const rotated = identityKeysIn(`# old\n${line(1)}\n# new\n${line(2)}\n`);
		expect(openIdentityNumber(rotated, whose, sealed)).toBe(nik);
		expect(openIdentityNumber(keys, whose, sealIdentityNumber(rotated, whose, nik))).toBeNull();
		expect(identityFingerprint(rotated, whose.orgId, nik)).toEqual(
			identityFingerprint(keys, whose.orgId, nik),
		);
	});

	it('has a fingerprint that says nothing across organisations', () => {
		expect(identityFingerprint(keys, whose.orgId, nik)).toEqual(identityFingerprint(keys, whose.orgId, nik));
		expect(identityFingerprint(keys, whose.personId, nik)).not.toEqual(
			identityFingerprint(keys, whose.orgId, nik),
		);
	});
});

describe('the file of the keys', () => {
	const folder = mkdtempSync(join(tmpdir(), 'sentra-keys-'));
	const path = join(folder, 'keys', 'identity.key');
	afterAll(() => rmSync(folder, { recursive: true }));

	it('is made once, for its owner alone, and read again', () => {
		const [made] = openIdentityKeys(folder, '');
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
		expect(readdirSync(join(folder, 'keys'))).toEqual(['identity.key']);
		const text = readFileSync(path, 'utf8');
		expect(openIdentityKeys(folder, undefined)[0]).toEqual(made);
		expect(readFileSync(path, 'utf8')).toBe(text);
	});

	it('is closed again when others may read it', () => {
		chmodSync(path, 0o644);
		openIdentityKeys(folder, '');
		expect(statSync(path).mode & 0o777).toBe(0o600);
	});

	it('gives way to the environment, and is refused when it holds no key, without repeating it', () => {
		expect(openIdentityKeys(folder, line(7))[0].id).toBe(identityKeysIn(line(7))[0].id);
		expect(() => identityKeysIn('c2VjcmV0')).toThrow(/^an identity key is 32 bytes/);
		expect(() => identityKeysIn('# nothing\n')).toThrow('no identity key');
	});
});
