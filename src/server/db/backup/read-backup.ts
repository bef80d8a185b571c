/** Reads a backup from end to end before anybody believes a word of it. */
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Problem } from '../../problems.ts';
import { FIRST_ENTRY, MANIFEST_ENTRY, fileEntry, readFirst, readManifest, tableEntry } from './manifest.ts';
import type { First, Manifest } from './manifest.ts';
import { openEntry, openSeal } from './seal.ts';
import type { Keys } from './seal.ts';
import { MOST_ENTRY_BYTES, entryAt, readTar } from './tar.ts';

export interface Backup {
	readonly first: First;
	readonly manifest: Manifest;
	/** The rows of a table as COPY text, in pieces. */
	readonly table: (name: string) => AsyncIterable<Buffer>;
	/** The content of a file, in pieces; counted from 1 in the manifest's order. */
	readonly file: (number: number) => AsyncIterable<Buffer>;
}

const inflate = promisify(gunzip);

const broken = (what: string): Problem => new Problem('backup_broken', { what });

/** The parts that a manifest names must be the entries that stand in the file: none missing, none besides. */
function comparePlaces(manifest: Manifest, places: ReadonlyMap<string, number>): void {
	const named = [
		...manifest.tables.flatMap(({ name, parts }) =>
			Array.from({ length: parts }, (_, part) => tableEntry(name, part + 1)),
		),
		...manifest.files.flatMap(({ parts }, file) =>
			Array.from({ length: parts }, (_, part) => fileEntry(file + 1, part + 1)),
		),
	];
	for (const name of named) if (!places.has(name)) throw broken(name);
	if (places.size !== named.length) throw broken(MANIFEST_ENTRY);
}

/**
 * Reads the whole file once, byte for byte, and answers how to read its parts. Throws `backup_broken`, `backup_newer` or
 * `backup_passphrase`; nothing is written anywhere.
 */
export async function openBackup(file: FileHandle, passphrase: string | null): Promise<Backup> {
	const places = new Map<string, number>();
	const found: { first?: First; keys?: Keys; manifest?: Manifest } = {};
	const opened = (name: string, body: Buffer): Buffer =>
		found.keys === undefined ? body : openEntry(found.keys, name, body);
	await readTar(
		file,
		async ({ name, body }, at) => {
			if (at === 0) {
				if (name !== FIRST_ENTRY) throw broken(name);
				const first = readFirst(body);
				found.first = first;
				if (first.seal !== null) found.keys = await openSeal(first.seal, passphrase);
			} else if (name === MANIFEST_ENTRY) found.manifest = readManifest(opened(name, body));
			else if (places.has(name)) throw broken(name);
			else places.set(name, at);
		},
		() => found.keys?.mac ?? null,
	);
	const { first, manifest } = found;
	if (first === undefined || manifest === undefined) throw broken(MANIFEST_ENTRY);
	comparePlaces(manifest, places);

	async function* partsOf(count: number, nameOf: (part: number) => string): AsyncIterable<Buffer> {
		for (let part = 1; part <= count; part += 1) {
			const name = nameOf(part);
			const entry = await entryAt(file, places.get(name) ?? 0);
			if (entry.name !== name) throw broken(name);
			const packed = opened(name, entry.body);
			const body = await inflate(packed, { maxOutputLength: MOST_ENTRY_BYTES }).catch(() => null);
			if (body === null) throw broken(name);
			yield body;
		}
	}
	return {
		first,
		manifest,
		table: (name) =>
			partsOf(manifest.tables.find((table) => table.name === name)?.parts ?? 0, (part) =>
				tableEntry(name, part),
			),
		file: (number) => partsOf(manifest.files[number - 1]?.parts ?? 0, (part) => fileEntry(number, part)),
	};
}

/** Whether a passphrase is needed, from the first entry alone, so that a person can be asked. */
export async function isClosed(file: FileHandle): Promise<boolean> {
	const { name, body } = await entryAt(file, 0);
	return name === FIRST_ENTRY && readFirst(body).seal !== null;
}
