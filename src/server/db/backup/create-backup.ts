/** Writes a backup of a running house: every table as it was at one moment, and the files that belong to it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Sql, TransactionSql } from 'postgres';
import { asKeeper } from '../keeper.ts';
import { allChains } from '../audit.ts';
import { FIRST_ENTRY, FORMAT, MANIFEST_ENTRY, entryBody, fileEntry, tableEntry } from './manifest.ts';
import type { FilePart, Manifest, TablePart } from './manifest.ts';
import { rowSum } from './row-sum.ts';
import { closeEntry, newSeal } from './seal.ts';
import type { Keys } from './seal.ts';
import { TEXT_SETTINGS, copyOut, tableShapes } from './tables.ts';
import type { TableShape } from './tables.ts';
import { tarWriter } from './tar.ts';
import type { TarWriter } from './tar.ts';

/** How much of a table is held at once, whatever its size. */
const PART_BYTES = 4 * 1024 * 1024;

export interface BackupRequest {
	/** Takes the file's bytes in order. */
	readonly write: (bytes: Buffer) => Promise<unknown>;
	/** The version of this program. */
	readonly program: string;
	readonly at: Date;
	/** The instance's folder with attachments and keys; null where there is none. */
	readonly dataFolder: string | null;
	/** Closes the whole file, and lets the keys into it. Without one the keys stay where they are. */
	readonly passphrase: string | null;
	/** Told after every table. */
	readonly onTable?: (table: TablePart) => void;
}

export interface BackupMade {
	readonly bytes: number;
	readonly manifest: Manifest;
}

const compress = promisify(gzip);

/** Adds bytes as entries of bounded size; says how many. */
async function addParts(
	add: (name: string, body: Buffer) => Promise<void>,
	nameOf: (part: number) => string,
	pieces: AsyncIterable<Buffer>,
	look: (piece: Buffer) => void,
): Promise<number> {
	let parts = 0;
	let held: Buffer[] = [];
	let bytes = 0;
	const flush = async (): Promise<void> => {
		if (bytes === 0) return;
		parts += 1;
		const body = await compress(Buffer.concat(held, bytes), { level: 6 });
		[held, bytes] = [[], 0];
		await add(nameOf(parts), body);
	};
	for await (const piece of pieces) {
		look(piece);
		for (let from = 0; from < piece.length; from += PART_BYTES) {
			const slice = piece.subarray(from, from + PART_BYTES);
			held.push(slice);
			bytes += slice.length;
			if (bytes >= PART_BYTES) await flush();
		}
	}
	await flush();
	return parts;
}

type Add = (name: string, body: Buffer) => Promise<void>;

async function addTable(tx: TransactionSql, add: Add, shape: TableShape): Promise<TablePart> {
	const sum = rowSum();
	const parts = await addParts(add, (part) => tableEntry(shape.name, part), copyOut(tx, shape), sum.add);
	return { ...shape, ...sum.end(), parts };
}

/** Folders of the instance that travel: keys only in a closed file. */
async function filesBelow(dataFolder: string | null, withKeys: boolean): Promise<string[]> {
	if (dataFolder === null) return [];
	const folders = withKeys ? ['keys', 'attachments'] : ['attachments'];
	const found: string[] = [];
	for (const folder of folders) {
		const inside = await readdir(join(dataFolder, folder), { recursive: true, withFileTypes: true }).catch(
			(error: NodeJS.ErrnoException) => {
				if (error.code === 'ENOENT') return [];
				throw error;
			},
		);
		for (const entry of inside)
			if (entry.isFile()) found.push(join(entry.parentPath, entry.name).slice(join(dataFolder, '/').length));
	}
	return found.map((path) => path.replaceAll('\\', '/')).sort();
}

async function addFile(add: Add, dataFolder: string, path: string, number: number): Promise<FilePart> {
	const hash = createHash('sha256');
	let bytes = 0;
	const parts = await addParts(
		add,
		(part) => fileEntry(number, part),
		createReadStream(join(dataFolder, path)),
		(piece) => {
			hash.update(piece);
			bytes += piece.length;
		},
	);
	return { path, bytes, sha256: hash.digest('hex'), parts };
}

function sealing(writer: TarWriter, keys: Keys | null): Add {
	return (name, body) => writer.add(name, keys === null ? body : closeEntry(keys, name, body));
}

/** Everything that reads the database, in one transaction: each table is as it was when the first was read. */
async function addDatabase(
	sql: Sql,
	add: Add,
	onTable: BackupRequest['onTable'],
): Promise<Omit<Manifest, 'files'>> {
	return asKeeper(sql, async (tx) => {
		await tx.unsafe(TEXT_SETTINGS);
		const migrations = await tx<Manifest['migrations']>`
			select name, sha256 from schema_migration order by name`;
		const tables: TablePart[] = [];
		for (const shape of await tableShapes(tx)) {
			const table = await addTable(tx, add, shape);
			tables.push(table);
			onTable?.(table);
		}
		const chains = await allChains(tx);
		const [server] = await tx<{ version: string }[]>`select current_setting('server_version') as version`;
		return { postgres: server?.version ?? '', migrations: [...migrations], tables, chains };
	});
}

/**
 * Writes the backup through `write`. Nobody has to stop working meanwhile: it reads one snapshot and blocks no command.
 * Files are read after the database: an attachment is never changed once it is written, so all that the rows name are there.
 */
export async function createBackup(sql: Sql, request: BackupRequest): Promise<BackupMade> {
	const { write, program, at, dataFolder, passphrase } = request;
	const sealed = passphrase === null ? null : await newSeal(passphrase);
	const writer = tarWriter(write, at, sealed?.keys.mac ?? null);
	const first = { format: 'sentra-backup', version: FORMAT, program, createdAt: at.toISOString() } as const;
	await writer.add(FIRST_ENTRY, entryBody({ ...first, seal: sealed?.seal ?? null }));
	const add = sealing(writer, sealed?.keys ?? null);
	const database = await addDatabase(sql, add, request.onTable);
	const files: FilePart[] = [];
	for (const [index, path] of (await filesBelow(dataFolder, sealed !== null)).entries())
		files.push(await addFile(add, dataFolder ?? '', path, index + 1));
	const manifest = { ...database, files };
	await add(MANIFEST_ENTRY, entryBody(manifest));
	const { bytes } = await writer.close();
	return { bytes, manifest };
}
