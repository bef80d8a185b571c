/**
 * The keys that identity numbers are sealed with. They lie beside the database, never in it: a copy of the database alone
 * opens no number. One key a line, the newest last; the newest seals, all open, the oldest finds doubles: a key is changed
 * by adding a line.
 */
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeKeyFile } from './key-file.ts';

export interface IdentityKey {
	/** Made from the key itself, so that it needs no bookkeeping and tells nothing. */
	readonly id: string;
	readonly sealing: Buffer;
	readonly fingerprinting: Buffer;
}

/** The newest first. */
export type IdentityKeys = readonly [IdentityKey, ...IdentityKey[]];

const derived = (secret: Buffer, purpose: string): Buffer =>
	Buffer.from(hkdfSync('sha256', secret, '', `sentra identity ${purpose} v1`, 32));

function keyOf(line: string): IdentityKey {
	const secret = Buffer.from(line, 'base64');
	// The line itself is not repeated: this message reaches a log.
	if (secret.length !== 32) throw new Error('an identity key is 32 bytes, written in base64');
	const id = createHash('sha256').update('sentra identity key').update(secret).digest('hex').slice(0, 16);
	return { id, sealing: derived(secret, 'seal'), fingerprinting: derived(secret, 'fingerprint') };
}

/** Reads keys from the text of a file or an environment variable. Throws when one is no key or there is none. */
export function identityKeysIn(text: string): IdentityKeys {
	const lines = text.replace(/^#.*$/gm, '').split(/[\s,]+/);
	const [newest, ...older] = lines
		.filter((line) => line !== '')
		.map(keyOf)
		.reverse();
	if (newest === undefined) throw new Error('there is no identity key');
	return [newest, ...older];
}

const preface = `# Sentra: the keys of the identity numbers (NIK). Without this file the numbers can no longer be read.
# Keep a copy, and keep it apart from the copies of the database. To change the key, add a line and leave the others.
`;

/** The keys of a data folder (`keys/identity.key`, made when missing), or those that SENTRA_IDENTITY_KEY names. */
export function openIdentityKeys(
	dataFolder: string,
	given: string | undefined = process.env.SENTRA_IDENTITY_KEY,
): IdentityKeys {
	if (given !== undefined && given.trim() !== '') return identityKeysIn(given);
	const path = join(dataFolder, 'keys', 'identity.key');
	if (statSync(path, { throwIfNoEntry: false }) === undefined)
		makeKeyFile(path, `${preface}${randomBytes(32).toString('base64')}\n`);
	if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
	return identityKeysIn(readFileSync(path, 'utf8'));
}

let held: IdentityKeys | null = null;

/** Says once, at the start, which keys this process uses. */
export function holdIdentityKeys(keys: IdentityKeys): void {
	held = keys;
}

/** The keys of this process. Throws when the start held none: a number is never kept unsealed. */
export function identityKeys(): IdentityKeys {
	if (held === null) throw new Error('no identity keys are held: call holdIdentityKeys at the start');
	return held;
}
