/**
 * What bytes are, by their content: the ending of a name is only what somebody called them.
 */
import { looksLikeText } from './decode-text.ts';
import { looksLikeZip } from './zip.ts';

type FileKind =
	| 'empty'
	| 'zip'
	| 'old-xls'
	| 'old-doc'
	| 'encrypted'
	| 'pdf'
	| 'rtf'
	| 'html'
	| 'json'
	| 'xml'
	| 'text'
	| 'binary'
	| `image:${string}`
	| `archive:${string}`;

const signatures: readonly (readonly [FileKind, string])[] = [
	['pdf', '%PDF'],
	['rtf', '{\\rtf'],
	['image:png', '\x89PNG'],
	['image:jpeg', '\xFF\xD8\xFF'],
	['image:gif', 'GIF8'],
	['image:tiff', 'II*\0'],
	['image:tiff', 'MM\0*'],
	['archive:gzip', '\x1F\x8B'],
	['archive:rar', 'Rar!'],
	['archive:7z', '7z\xBC\xAF'],
	['archive:xz', '\xFD7zXZ'],
	['archive:bzip2', 'BZh'],
];

function ascii(bytes: Uint8Array, from: number, length: number): string {
	return String.fromCharCode(...bytes.subarray(from, from + length));
}

/** The kind of a file, from its first bytes and, for Office's old container, the names inside. */
export function fileKind(bytes: Uint8Array): FileKind {
	if (bytes.length === 0) return 'empty';
	if (looksLikeZip(bytes)) return 'zip';
	const head = ascii(bytes, 0, 16);
	if (head.startsWith('\xD0\xCF\x11\xE0')) return oleKind(bytes);
	if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image:webp';
	if (head.slice(4, 8) === 'ftyp') return 'image:heic';
	const found = signatures.find(([, mark]) => head.startsWith(mark));
	if (found) return found[0];
	if (!looksLikeText(bytes)) return 'binary';
	return textKind(bytes);
}

/** The streams of an OLE file are named in UTF-16; its directory may stand anywhere, so the names are sought. */
function oleKind(bytes: Uint8Array): FileKind {
	const latin = new TextDecoder('latin1').decode(bytes.subarray(0, 8 * 1024 * 1024));
	const has = (name: string) => latin.includes([...name].map((letter) => `${letter}\0`).join(''));
	if (has('EncryptedPackage')) return 'encrypted';
	if (has('WordDocument')) return 'old-doc';
	return has('Workbook') || has('Book') ? 'old-xls' : 'binary';
}

function textKind(bytes: Uint8Array): FileKind {
	// Zero bytes of UTF-16 are passed over: only the first letters matter here.
	const start = new TextDecoder('latin1')
		.decode(bytes.subarray(0, 8192))
		.replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
		.replaceAll('\0', '')
		.trimStart();
	if (start === '' && bytes.length <= 8192) return 'empty';
	if (/^<(?:!doctype\s+html|html|head|body|table|meta|style|div|p|span)\b/i.test(start)) return 'html';
	if (/^<!--/.test(start) && /<table\b/i.test(start)) return 'html';
	if (/^<\?xml/.test(start)) return /<html\b/i.test(start) ? 'html' : 'xml';
	if (/^[[{]\s*["[{\d\]}]/.test(start)) return 'json';
	return 'text';
}
