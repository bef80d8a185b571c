/** A sheet in the part of an address behind `#`, which is never sent to a server. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { recordFrom, type ToolContent } from '#inputs/tool-content.ts';

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

/** Packs a sheet into letters that are safe in an address. */
export function packContent<Content>(tool: ToolContent<Content>, content: Content): string {
	const packed = JSON.stringify({ tool: tool.tool, v: tool.version, content });
	return toBase64Url(deflateSync(strToU8(packed), { level: 9 }));
}

/** Reads what `packContent` wrote for this tool; null for anything else, because an address can hold whatever somebody typed. */
export function unpackContent<Content>(tool: ToolContent<Content>, text: string): Content | null {
	try {
		// The buffer's size is the limit: a small text that unpacks to more is refused by fflate.
		const bytes = inflateSync(fromBase64Url(text), { out: new Uint8Array(largestUnpacked) });
		const packed = recordFrom(JSON.parse(strFromU8(bytes)));
		return packed.tool === tool.tool ? tool.read(packed.content) : null;
	} catch {
		return null;
	}
}
