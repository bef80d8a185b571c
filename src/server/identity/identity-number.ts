/**
 * A NIK, the 16 figures of an identity card: province, regency, district (6), day, month, year of birth (6; a woman's day
 * is 40 more), number of the day (4). It is text. It is checked by its form alone: whether somebody has it is asked nowhere.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { IdentityKeys } from './identity-keys.ts';

/** The number as it is kept, without the blanks, dots and dashes that people write between its parts. */
export const bareIdentityNumber = (text: string): string => text.replace(/[\s.\-\u00a0\u2010-\u2015]/g, '');

/** Whether a bare number has the form of a NIK. */
export function isIdentityNumber(bare: string): boolean {
	const parts = /^([1-9]\d)(\d\d)(\d\d)(\d\d)(\d\d)\d\d(\d{4})$/.exec(bare);
	if (parts === null) return false;
	const [, , regency, district, day, month, number] = parts.map(Number);
	const born = (day ?? 0) > 40 ? (day ?? 0) - 40 : (day ?? 0);
	return (
		[regency, district, number].every((part) => part !== 0) &&
		born >= 1 &&
		born <= 31 &&
		(month ?? 0) >= 1 &&
		(month ?? 0) <= 12
	);
}

/** 3515••••••••0012: enough to hold a card beside it. */
export const maskedIdentityNumber = (bare: string): string => `${bare.slice(0, 4)}••••••••${bare.slice(12)}`;

/** Whose number it is. Part of the seal: a value moved to another row does not open. */
export interface Whose {
	readonly orgId: string;
	readonly personId: string;
}

const associated = (keyId: string, { orgId, personId }: Whose): Buffer =>
	Buffer.from(`sentra identity v1\n${keyId}\n${orgId}\n${personId}`);

/** Seals a number with the newest key: `v1.<key>.<nonce>.<sealed figures and tag>`. */
export function sealIdentityNumber([newest]: IdentityKeys, whose: Whose, bare: string): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', newest.sealing, nonce);
	cipher.setAAD(associated(newest.id, whose));
	const sealed = Buffer.concat([cipher.update(bare, 'utf8'), cipher.final(), cipher.getAuthTag()]);
	return ['v1', newest.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

/** The number in a sealed value; null when its key is not here, or it was changed or moved. */
export function openIdentityNumber(keys: IdentityKeys, whose: Whose, value: string): string | null {
	const [version, keyId, nonce = '', text = ''] = value.split('.');
	const key = keys.find(({ id }) => id === keyId);
	const sealed = Buffer.from(text, 'base64url');
	if (version !== 'v1' || key === undefined || sealed.length < 16) return null;
	try {
		const cipher = createDecipheriv('aes-256-gcm', key.sealing, Buffer.from(nonce, 'base64url'), {
			authTagLength: 16,
		});
		cipher.setAAD(associated(key.id, whose));
		cipher.setAuthTag(sealed.subarray(-16));
		return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]).toString('utf8');
	} catch {
		return null;
	}
}

/**
 * What two equal numbers of one organisation have in common. It differs between organisations, and without the key it
 * cannot be tried out. Made with the oldest key, so that doubles are found across a change of the sealing key.
 */
export function identityFingerprint(keys: IdentityKeys, orgId: string, bare: string): Buffer {
	const oldest = keys.at(-1) ?? keys[0];
	return createHmac('sha256', oldest.fingerprinting).update(`${orgId}\n${bare}`).digest();
}
