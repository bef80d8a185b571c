/** The secret that sessions are signed with: one of the instance, in the folder `keys`. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeKeyFile } from '../identity/key-file.ts';

/** As long as 32 random bytes are when they are written. */
const SHORTEST = 43;

/** Reads `keys/session.key`, made at the first start. Throws when it was cut: a short secret can be guessed. */
export function sessionSecretIn(folder: string): string {
	const path = join(folder, 'keys', 'session.key');
	if (!existsSync(path)) makeKeyFile(path, randomBytes(32).toString('base64url'));
	const secret = readFileSync(path, 'utf8').trim();
	if (secret.length < SHORTEST)
		throw new Error(
			`${path} is cut short (${secret.length} of ${SHORTEST} characters). Remove it and start again: a new one is made, and everybody signs in once more.`,
		);
	return secret;
}
