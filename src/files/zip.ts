/**
 * Opens a zip without trusting it. Sizes are judged from the central directory before a byte is inflated, and
 * again while inflating, because a header may lie. Nothing is written anywhere, names with path traversal are
 * left out, and a zip inside the zip is never opened.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3-4.5.
 */
import { Inflate } from 'fflate';
import { done, failed, type Outcome } from '#inputs/problem.ts';
import { fileProblem } from './codes.ts';

/** How much a zip may hold. Bytes are counted after inflating. */
export interface ZipLimits {
	readonly entries: number;
	readonly totalBytes: number;
	readonly entryBytes: number;
	/** Inflated over deflated, for what inflates to more than 1 MiB. */
	readonly ratio: number;
}

const MiB = 1024 * 1024;
const usualLimits: ZipLimits = {
	entries: 10_000,
	totalBytes: 200 * MiB,
	entryBytes: 150 * MiB,
	ratio: 200,
};

/** For a server that answers many: what one person sends must not keep all others waiting. */
export const limitsOfAnswer: ZipLimits = {
	entries: 1000,
	totalBytes: 16 * MiB,
	entryBytes: 8 * MiB,
	ratio: 200,
};
/** For a file that a programme keeps: its tables are kept as at most four million characters. */
export const limitsOfStudy: ZipLimits = {
	entries: 10_000,
	totalBytes: 64 * MiB,
	entryBytes: 32 * MiB,
	ratio: 200,
};

export interface ZipArchive {
	/** The names inside, in the directory's order, without folders and without unsafe names. */
	readonly names: readonly string[];
	/** Inflates one entry. A name that is not inside is `ZIP_DAMAGED` with its name. */
	read(name: string): Outcome<Uint8Array>;
}

interface Entry {
	readonly name: string;
	readonly method: number;
	readonly crc: number;
	readonly packed: number;
	readonly size: number;
	readonly offset: number;
	readonly encrypted: boolean;
}

const damaged = (part: string) => failed(fileProblem('ZIP_DAMAGED', undefined, { part }));
const bomb = (reason: string, part: string) => failed(fileProblem('ZIP_BOMB', undefined, { reason, part }));

/** Whether the bytes begin as a zip does (also an empty one). */
export function looksLikeZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);
}

/**
 * Reads the directory of a zip and judges it against the limits.
 * Errors: `ZIP_DAMAGED` {part}, `ZIP_BOMB` {reason: entries | entry | total | ratio, part}.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = usualLimits): Outcome<ZipArchive> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const directory = findDirectory(view);
	if (!directory) return damaged('directory');
	if (directory.count > limits.entries) return bomb('entries', '');
	const entries = readDirectory(view, bytes, directory);
	if (!entries) return damaged('directory');

	let total = 0;
	for (const entry of entries) {
		total += entry.size;
		if (entry.size > limits.entryBytes) return bomb('entry', entry.name);
		if (entry.size > MiB && entry.size > limits.ratio * Math.max(entry.packed, 1))
			return bomb('ratio', entry.name);
		if (total > limits.totalBytes) return bomb('total', entry.name);
	}

	const byName = new Map<string, Entry>();
	for (const entry of entries) {
		if (isSafeName(entry.name) && !byName.has(entry.name)) byName.set(entry.name, entry);
	}
	// The same entry may be asked for again and again: what is inflated in one archive counts together.
	let inflated = 0;
	return done({
		names: [...byName.keys()],
		read(name) {
			const entry = byName.get(name);
			if (!entry) return damaged(name);
			inflated += entry.size;
			return inflated > limits.totalBytes ? bomb('total', name) : readEntry(view, bytes, entry);
		},
	});
}

function isSafeName(name: string): boolean {
	if (name === '' || name.endsWith('/') || name.startsWith('/') || name.includes('\\')) return false;
	return !/^[A-Za-z]:/.test(name) && !name.split('/').includes('..') && !name.includes('\0');
}

/** The end record stands at the end, before a comment of at most 65,535 bytes. */
function findDirectory(view: DataView): { start: number; size: number; count: number } | null {
	const last = view.byteLength - 22;
	for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
		if (view.getUint32(at, true) !== 0x06054b50) continue;
		const count = view.getUint16(at + 10, true);
		const size = view.getUint32(at + 12, true);
		const start = view.getUint32(at + 16, true);
		if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) return findDirectory64(view, at);
		if (start + size <= at) return { start, size, count };
	}
	return null;
}

function findDirectory64(view: DataView, end: number): { start: number; size: number; count: number } | null {
	const locator = end - 20;
	if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null;
	const record = Number(view.getBigUint64(locator + 8, true));
	if (record + 56 > locator || view.getUint32(record, true) !== 0x06064b50) return null;
	const count = Number(view.getBigUint64(record + 32, true));
	const size = Number(view.getBigUint64(record + 40, true));
	const start = Number(view.getBigUint64(record + 48, true));
	return start + size <= record ? { start, size, count } : null;
}

function readDirectory(
	view: DataView,
	bytes: Uint8Array,
	{ start, size, count }: { start: number; size: number; count: number },
): Entry[] | null {
	const entries: Entry[] = [];
	const end = start + size;
	let at = start;
	for (let index = 0; index < count; index += 1) {
		if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null;
		const nameLength = view.getUint16(at + 28, true);
		const extraLength = view.getUint16(at + 30, true);
		const commentLength = view.getUint16(at + 32, true);
		const next = at + 46 + nameLength + extraLength + commentLength;
		if (next > end) return null;
		const flags = view.getUint16(at + 8, true);
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
		const sizes = wideSizes(view, at, at + 46 + nameLength, extraLength);
		entries.push({
			name,
			method: view.getUint16(at + 10, true),
			crc: view.getUint32(at + 16, true),
			...sizes,
			encrypted: (flags & 1) === 1,
		});
		at = next;
	}
	return entries;
}

/** Sizes and offset, from the 64-bit extra field where the 32-bit ones are full. */
function wideSizes(view: DataView, at: number, extraAt: number, extraLength: number) {
	let packed = view.getUint32(at + 20, true);
	let size = view.getUint32(at + 24, true);
	let offset = view.getUint32(at + 42, true);
	for (let field = extraAt; field + 4 <= extraAt + extraLength;) {
		const length = view.getUint16(field + 2, true);
		const fieldEnd = field + 4 + length;
		if (view.getUint16(field, true) === 1 && fieldEnd <= extraAt + extraLength) {
			let value = field + 4;
			const take = () => {
				if (value + 8 > fieldEnd) return Number.MAX_SAFE_INTEGER;
				value += 8;
				return Number(view.getBigUint64(value - 8, true));
			};
			if (size === 0xffffffff) size = take();
			if (packed === 0xffffffff) packed = take();
			if (offset === 0xffffffff) offset = take();
		}
		field = fieldEnd;
	}
	return { packed, size, offset };
}

function readEntry(view: DataView, bytes: Uint8Array, entry: Entry): Outcome<Uint8Array> {
	if (entry.encrypted) return failed(fileProblem('FILE_IS_ENCRYPTED'));
	const at = entry.offset;
	if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) return damaged(entry.name);
	const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
	const end = start + entry.packed;
	if (end > bytes.length) return damaged(entry.name);
	const packed = bytes.subarray(start, end);
	if (entry.method === 0) {
		if (packed.length !== entry.size || crc32(packed) !== entry.crc) return damaged(entry.name);
		return done(packed);
	}
	return entry.method === 8 ? inflateEntry(packed, entry) : damaged(entry.name);
}

/** Inflates in small pieces and stops at the first byte more than the directory promised. */
function inflateEntry(packed: Uint8Array, entry: Entry): Outcome<Uint8Array> {
	const out = new Uint8Array(entry.size);
	let filled = 0;
	let tooMuch = false;
	const inflate = new Inflate((chunk) => {
		if (filled + chunk.length > out.length) tooMuch = true;
		else {
			out.set(chunk, filled);
			filled += chunk.length;
		}
	});
	const piece = 16 * 1024;
	try {
		for (let from = 0; from < packed.length && !tooMuch; from += piece) {
			inflate.push(packed.subarray(from, from + piece), from + piece >= packed.length);
		}
	} catch {
		return tooMuch ? bomb('header', entry.name) : damaged(entry.name);
	}
	if (tooMuch) return bomb('header', entry.name);
	if (filled !== entry.size || crc32(out) !== entry.crc) return damaged(entry.name);
	return done(out);
}

let crcTable: Uint32Array | null = null;

function crc32(bytes: Uint8Array): number {
	if (!crcTable) {
		crcTable = new Uint32Array(256);
		for (let index = 0; index < 256; index += 1) {
			let value = index;
			for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
			crcTable[index] = value >>> 0;
		}
	}
	const table = crcTable;
	let crc = 0xffffffff;
	for (let index = 0; index < bytes.length; index += 1) {
		crc = (crc >>> 8) ^ (table[(crc ^ (bytes[index] as number)) & 0xff] as number);
	}
	return (crc ^ 0xffffffff) >>> 0;
}
