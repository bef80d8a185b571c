/** A passphrase over a backup: scrypt makes two keys of it, one that closes the entries and one that proves the file. */
import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	randomBytes,
	scrypt,
	timingSafeEqual,
} from 'node:crypto';
import * as v from 'valibot';
import { Problem } from '../../problems.ts';

/** 128 MB and a moment's work for every guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
/** Asking for more than this is a hostile file. */
const MOST_COST = 2 ** 20;
const TAG_BYTES = 16;

/** What stands open in the file, so that the passphrase can be tried. */
export const sealSchema = v.object({
	method: v.literal('scrypt+aes-256-gcm'),
	N: v.pipe(v.number(), v.integer(), v.minValue(2 ** 14), v.maxValue(MOST_COST)),
	r: v.literal(COST.r),
	p: v.literal(COST.p),
	salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	/** Tells a wrong passphrase from a changed file. */
	proof: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type Seal = v.InferOutput<typeof sealSchema>;

export interface Keys {
	readonly encryption: Buffer;
	readonly mac: Buffer;
}

function keysOf(passphrase: string, salt: Buffer, N: number): Promise<Keys> {
	return new Promise((resolve, reject) => {
		const options = { N, r: COST.r, p: COST.p, maxmem: 256 * N * COST.r };
		// One person types é as one sign, another as two.
		scrypt(passphrase.normalize('NFKC'), salt, 64, options, (error, bytes) =>
			error === null
				? resolve({ encryption: bytes.subarray(0, 32), mac: bytes.subarray(32) })
				: reject(error),
		);
	});
}

const proofOf = (keys: Keys): Buffer => createHmac('sha256', keys.mac).update('sentra backup').digest();

/** Keys for a new file. Every file has a salt of its own, so no two share a key. */
export async function newSeal(passphrase: string): Promise<{ seal: Seal; keys: Keys }> {
	const salt = randomBytes(32);
	const keys = await keysOf(passphrase, salt, COST.N);
	const proof = proofOf(keys).toString('hex');
	return { keys, seal: { method: 'scrypt+aes-256-gcm', ...COST, salt: salt.toString('hex'), proof } };
}

/** The keys of a file, or `backup_passphrase` when the passphrase is not the one. */
export async function openSeal(seal: Seal, passphrase: string | null): Promise<Keys> {
	if (passphrase === null) throw new Problem('backup_passphrase');
	const keys = await keysOf(passphrase, Buffer.from(seal.salt, 'hex'), seal.N);
	if (!timingSafeEqual(proofOf(keys), Buffer.from(seal.proof, 'hex'))) throw new Problem('backup_passphrase');
	return keys;
}

/** The name of an entry is used once in a file, so its hash is a nonce that is used once under the file's key. */
const nonceOf = (keys: Keys, name: string): Buffer =>
	createHmac('sha256', keys.mac).update(`entry ${name}`).digest().subarray(0, 12);

export function closeEntry(keys: Keys, name: string, body: Buffer): Buffer {
	const cipher = createCipheriv('aes-256-gcm', keys.encryption, nonceOf(keys, name));
	cipher.setAAD(Buffer.from(name));
	return Buffer.concat([cipher.update(body), cipher.final(), cipher.getAuthTag()]);
}

export function openEntry(keys: Keys, name: string, closed: Buffer): Buffer {
	try {
		const cipher = createDecipheriv('aes-256-gcm', keys.encryption, nonceOf(keys, name));
		cipher.setAAD(Buffer.from(name));
		cipher.setAuthTag(closed.subarray(-TAG_BYTES));
		return Buffer.concat([cipher.update(closed.subarray(0, -TAG_BYTES)), cipher.final()]);
	} catch {
		throw new Problem('backup_broken', { what: name });
	}
}
