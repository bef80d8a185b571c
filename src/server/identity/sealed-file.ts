/**
 * Files full of identity numbers, kept byte for byte: sealed with the key of the numbers, so that neither the database nor
 * a copy of it shows one. One byte of version, eight of the key's id, twelve of nonce, sixteen of tag, then the file.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { IdentityKeys } from './identity-keys.ts';

/** Which file. Part of the seal: bytes moved to another row do not open. */
export interface WhichFile {
	readonly orgId: string;
	readonly fileId: string;
}

const VERSION = 1;
const HEAD = 1 + 8 + 12 + 16;

const associated = (keyId: string, { orgId, fileId }: WhichFile): Buffer =>
	Buffer.from(`sentra file v1\n${keyId}\n${orgId}\n${fileId}`);

/** Seals a file with the newest key. */
export function sealFile([newest]: IdentityKeys, which: WhichFile, bytes: Uint8Array): Buffer {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', newest.sealing, nonce);
	cipher.setAAD(associated(newest.id, which));
	const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
	return Buffer.concat([
		Buffer.from([VERSION]),
		Buffer.from(newest.id, 'hex'),
		nonce,
		cipher.getAuthTag(),
		sealed,
	]);
}

/** The file in sealed bytes; null when its key is not here, or they were changed or moved. */
export function openFile(keys: IdentityKeys, which: WhichFile, sealed: Buffer): Buffer | null {
	const id = sealed.subarray(1, 9).toString('hex');
	const key = keys.find((one) => one.id === id);
	if (sealed.length < HEAD || sealed[0] !== VERSION || key === undefined) return null;
	const cipher = createDecipheriv('aes-256-gcm', key.sealing, sealed.subarray(9, 21), { authTagLength: 16 });
	cipher.setAAD(associated(id, which));
	cipher.setAuthTag(sealed.subarray(21, HEAD));
	try {
		return Buffer.concat([cipher.update(sealed.subarray(HEAD)), cipher.final()]);
	} catch {
		return null;
	}
}
