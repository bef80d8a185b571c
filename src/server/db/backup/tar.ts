/**
 * A tar file as a backup uses it: entries small enough to be held whole, and a last entry with the hash of every byte
 * before it. `tar xf` opens it too, so a backup can be read in twenty years without this program.
 */
import { createHash, createHmac } from 'node:crypto';
import type { Hash, Hmac } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Problem } from '../../problems.ts';

const BLOCK = 512;
/** The last entry: its content is what the bytes before it must hash to. */
export const CHECK_ENTRY = 'checksum.txt';
/** No entry that we write is larger: more is a broken or a hostile file. */
export const MOST_ENTRY_BYTES = 256 * 1024 * 1024;

export interface Entry {
	readonly name: string;
	readonly body: Buffer;
}

function header(name: string, size: number, seconds: number): Buffer {
	const block = Buffer.alloc(BLOCK);
	if (Buffer.byteLength(name) > 99) throw new Error(`an entry's name is too long: ${name}`);
	block.write(name, 0);
	block.write('0000600\0', 100);
	block.write('0000000\0', 108);
	block.write('0000000\0', 116);
	block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
	block.write(`${seconds.toString(8).padStart(11, '0')}\0`, 136);
	block.write('        ', 148);
	block.write('0', 156);
	block.write('ustar\u000000', 257);
	const sum = block.reduce((total, byte) => total + byte, 0);
	block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return block;
}

const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

const broken = (what: string): Problem => new Problem('backup_broken', { what });

export interface TarWriter {
	readonly add: (name: string, body: Buffer) => Promise<void>;
	/** Writes the last entry and the end. */
	readonly close: () => Promise<{ readonly bytes: number }>;
}

/** The last entry and what ends the file. */
function ending(seconds: number, hash: Hash, mac: Hmac | null): Buffer {
	const proof = mac === null ? '' : `hmac-sha256 ${mac.digest('hex')}\n`;
	const body = Buffer.from(`sha256 ${hash.digest('hex')}\n${proof}`);
	return Buffer.concat([
		header(CHECK_ENTRY, body.length, seconds),
		body,
		padding(body.length),
		Buffer.alloc(2 * BLOCK),
	]);
}

/** Writes entries one after the other. With a key the last entry also proves who wrote the file. */
export function tarWriter(
	write: (bytes: Buffer) => Promise<unknown>,
	at: Date,
	macKey: Buffer | null,
): TarWriter {
	const seconds = Math.floor(at.getTime() / 1000);
	const hash = createHash('sha256');
	const mac = macKey === null ? null : createHmac('sha256', macKey);
	let bytes = 0;
	const put = async (piece: Buffer) => {
		bytes += piece.length;
		await write(piece);
	};
	return {
		async add(name, body) {
			for (const piece of [header(name, body.length, seconds), body, padding(body.length)]) {
				hash.update(piece);
				mac?.update(piece);
				await put(piece);
			}
		},
		async close() {
			await put(ending(seconds, hash, mac));
			return { bytes };
		},
	};
}

async function exactly(file: FileHandle, at: number, length: number): Promise<Buffer> {
	const bytes = Buffer.alloc(length);
	let got = 0;
	while (got < length) {
		const { bytesRead } = await file.read(bytes, got, length - got, at + got);
		if (bytesRead === 0) throw broken('cut');
		got += bytesRead;
	}
	return bytes;
}

function headOf(block: Buffer): { name: string; size: number; seconds: number } {
	const text = (from: number, length: number) =>
		block
			.subarray(from, from + length)
			.toString('utf8')
			.replace(/\0.*$/s, '');
	const [name, size, seconds] = [text(0, 100), text(124, 12), text(136, 12)];
	if (!/^[0-7]{11}$/.test(size) || !/^[0-7]{11}$/.test(seconds)) throw broken('entry');
	const head = { name, size: parseInt(size, 8), seconds: parseInt(seconds, 8) };
	if (head.size > MOST_ENTRY_BYTES || name === '' || Buffer.byteLength(name) > 99) throw broken('entry');
	// A header is written in one way: whatever else stands in it was changed.
	if (!header(name, head.size, head.seconds).equals(block)) throw broken('entry');
	return head;
}

/** The entry at a place of the file, for reading it again. */
export async function entryAt(file: FileHandle, at: number): Promise<Entry> {
	const { name, size } = headOf(await exactly(file, at, BLOCK));
	return { name, body: await exactly(file, at + BLOCK, size) };
}

/**
 * Reads a whole file, entry by entry, and throws `backup_broken` unless every byte is the one that was written. The
 * first entry tells the reader by which key the last one is proved: `macKey` is asked after it.
 */
export async function readTar(
	file: FileHandle,
	each: (entry: Entry, at: number) => Promise<void>,
	macKey: () => Buffer | null,
): Promise<void> {
	const { size: length } = await file.stat();
	const hash = createHash('sha256');
	let mac: Hmac | null = null;
	for (let at = 0; ;) {
		const block = await exactly(file, at, BLOCK);
		const { name, size, seconds } = headOf(block);
		if (name === CHECK_ENTRY) {
			const end = ending(seconds, hash, mac);
			const whole = length === at + end.length && end.equals(await exactly(file, at, end.length));
			if (!whole) throw broken('checksum');
			return;
		}
		const rest = padding(size);
		const body = await exactly(file, at + BLOCK, size + rest.length);
		if (!body.subarray(size).equals(rest)) throw broken('entry');
		await each({ name, body: body.subarray(0, size) }, at);
		const key = at === 0 ? macKey() : null;
		if (key !== null) mac = createHmac('sha256', key);
		hash.update(block).update(body);
		mac?.update(block).update(body);
		at += BLOCK + body.length;
	}
}
