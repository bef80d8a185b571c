/**
 * Bytes to text: UTF-8, UTF-16 and, when it is neither, the code page old Windows programs write.
 */
import type { FileNote } from './codes.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What 0x80-0x9F mean in Windows-1252; written out because some runtimes decode them as Latin-1. */
const windowsExtras =
	'\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
	'\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

/** Windows-1252 bytes as text. */
export function decodeWindows1252(bytes: Uint8Array): string {
	const latin = new TextDecoder('windows-1252').decode(bytes);
	return latin.replace(/[\x80-\x9f]/g, (mark) => windowsExtras[mark.charCodeAt(0) - 0x80] ?? mark);
}

/**
 * The encoding that a mark at the start or the pattern of zero bytes proves; null when nothing does.
 * `skip` is the length of the mark.
 */
export function markedEncoding(bytes: Uint8Array): { encoding: TextEncodingName; skip: number } | null {
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', skip: 3 };
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
	const looked = Math.min(bytes.length, 1024) & ~1;
	let evenZeros = 0;
	let oddZeros = 0;
	for (let index = 0; index < looked; index += 2) {
		if (bytes[index] === 0) evenZeros += 1;
		if (bytes[index + 1] === 0) oddZeros += 1;
	}
	// Text in Latin letters has every second byte 0 in UTF-16, and none in any other encoding.
	const half = looked / 2;
	if (half >= 4 && oddZeros > half * 0.8 && evenZeros === 0) return { encoding: 'utf-16le', skip: 0 };
	if (half >= 4 && evenZeros > half * 0.8 && oddZeros === 0) return { encoding: 'utf-16be', skip: 0 };
	return null;
}

/** The text of a file, with a note `ENCODING_GUESSED` {encoding} when nothing in the bytes proved the encoding. */
export function decodeText(bytes: Uint8Array): { text: string; notes: FileNote[] } {
	const marked = markedEncoding(bytes);
	if (marked) {
		const text = new TextDecoder(marked.encoding).decode(bytes.subarray(marked.skip));
		const notes: FileNote[] =
			marked.skip === 0 ? [{ code: 'ENCODING_GUESSED', params: { encoding: marked.encoding } }] : [];
		return { text, notes };
	}
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
	} catch {
		return {
			text: decodeWindows1252(bytes),
			notes: [{ code: 'ENCODING_GUESSED', params: { encoding: 'windows-1252' } }],
		};
	}
}

/**
 * Whether bytes are text at all: hardly any control characters among the first 64 KiB.
 * Zero bytes are judged before this, as UTF-16.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
	if (markedEncoding(bytes)) return true;
	const looked = Math.min(bytes.length, 64 * 1024);
	let controls = 0;
	for (let index = 0; index < looked; index += 1) {
		const byte = bytes[index] as number;
		if (byte === 0) return false;
		if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls += 1;
	}
	return controls <= looked * 0.005;
}
