/** Text in the part of an address behind `#`, which is never sent to a server. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** Longer addresses are cut by messengers and mail programs. */
export const longestAddress = 30_000;
const largestUnpacked = 4_000_000;

function toBase64Url(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
	const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** Packs a text into letters that are safe in an address. */
export function packText(text: string): string {
	return toBase64Url(deflateSync(strToU8(text), { level: 9 }));
}

/** The text that `packText` packed. Throws for anything else, and for what would unpack to more than 4 MB. */
export function unpackText(packed: string): string {
	// The buffer's size is the limit: a small text that unpacks to more is refused by fflate.
	return strFromU8(inflateSync(fromBase64Url(packed), { out: new Uint8Array(largestUnpacked) }));
}
