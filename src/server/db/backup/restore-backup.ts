/** Puts a backup into an empty instance: all of it, compared with what was written down, or nothing. */
import type { FileHandle } from 'node:fs/promises';
import type { Sql, TransactionSql } from 'postgres';
import { Problem } from '../../problems.ts';
import { verifyAudit } from '../audit.ts';
import { MIGRATION_LOCK, appliedIn, applyOne, migrationsIn } from '../migrate.ts';
import type { Migration } from '../migrate.ts';
import { clearOut, isUntouched } from './empty-instance.ts';
import { putFiles } from './instance-files.ts';
import type { ChainPart, Manifest, TablePart } from './manifest.ts';
import { openBackup } from './read-backup.ts';
import type { Backup } from './read-backup.ts';
import { rowSum } from './row-sum.ts';
import { TEXT_SETTINGS, copyIn, copyOut, relationOf, tableShapes } from './tables.ts';

export interface RestoreRequest {
	readonly file: FileHandle;
	/** The folder of this program's migrations. */
	readonly migrations: string;
	readonly dataFolder: string | null;
	readonly passphrase: string | null;
	readonly onTable?: (table: TablePart) => void;
}

export interface Restored {
	readonly createdAt: string;
	/** The program that wrote the file. */
	readonly program: string;
	readonly tables: readonly TablePart[];
	readonly chains: readonly ChainPart[];
	readonly files: number;
	/** Whether the keys came along: without them what is encrypted stays so. */
	readonly keys: boolean;
	/** Migrations that the file did not know yet. */
	readonly forward: readonly string[];
}

interface Path {
	readonly before: readonly Migration[];
	readonly after: readonly Migration[];
}

/** What the file was made with, and what came since. A file of a newer program is refused. */
function pathOf(manifest: Manifest, program: string, all: readonly Migration[]): Path {
	const known = new Map(all.map((one) => [one.name, one]));
	const before: Migration[] = [];
	for (const { name, sha256 } of manifest.migrations) {
		const migration = known.get(name);
		if (migration === undefined) throw new Problem('backup_newer', { program });
		if (migration.sha256 !== sha256) throw new Problem('database_changed', { name });
		before.push(migration);
	}
	return { before, after: all.filter((one) => !before.includes(one)) };
}

/** Foreign keys are taken off while tables fill in any order, and put back, which looks at every row. */
async function withoutForeignKeys(tx: TransactionSql, work: () => Promise<void>): Promise<void> {
	const keys = await tx<{ relation: string; name: string; definition: string }[]>`
		select conrelid::regclass::text as relation, quote_ident(conname) as name,
			pg_get_constraintdef(oid) as definition
		from pg_constraint where contype = 'f' and conparentid = 0
		order by conrelid, conname`;
	for (const { relation, name } of keys) await tx.unsafe(`alter table ${relation} drop constraint ${name}`);
	await work();
	for (const { relation, name, definition } of keys)
		await tx.unsafe(`alter table ${relation} add constraint ${name} ${definition}`);
}

/** Row-level security is forced on the owner too; inside this transaction, on a database of nobody's, it is lifted. */
async function asOwner(tx: TransactionSql, work: () => Promise<void>): Promise<void> {
	const forced = await tx<{ relation: string }[]>`
		select oid::regclass::text as relation from pg_class where relforcerowsecurity`;
	for (const { relation } of forced) await tx.unsafe(`alter table ${relation} no force row level security`);
	await work();
	for (const { relation } of forced) await tx.unsafe(`alter table ${relation} force row level security`);
}

const broken = (what: string): Problem => new Problem('backup_broken', { what });

/** The migrations must have made the very tables that the file carries. */
async function compareShapes(tx: TransactionSql, manifest: Manifest): Promise<void> {
	const told = (shapes: readonly { name: string; class: string; columns: readonly string[] }[]) =>
		shapes.map(({ name, class: kind, columns }) => [name, kind, [...columns].sort()]);
	const [here, there] = [told(await tableShapes(tx)), told(manifest.tables)];
	const at = there.findIndex((table, index) => JSON.stringify(table) !== JSON.stringify(here[index]));
	if (at !== -1 || here.length !== there.length) throw broken(manifest.tables[at]?.name ?? 'tables');
}

/** Reads back what was written, in the words of this server, and compares it with the file's own sums. */
async function compareSums(tx: TransactionSql, tables: readonly TablePart[]): Promise<void> {
	for (const table of tables) {
		const sum = rowSum();
		for await (const piece of copyOut(tx, table)) sum.add(piece);
		const { rows, sum: here } = sum.end();
		if (rows !== table.rows || here !== table.sum) throw broken(table.name);
	}
}

async function compareChains(tx: TransactionSql, chains: readonly ChainPart[]): Promise<void> {
	for (const chain of chains) {
		const here = await verifyAudit(tx, chain.orgId);
		if (here.entries !== chain.entries || here.brokenAt !== chain.brokenAt) throw broken('audit_entry');
	}
}

async function fill(tx: TransactionSql, backup: Backup, onTable: RestoreRequest['onTable']): Promise<void> {
	const { tables, chains } = backup.manifest;
	await asOwner(tx, async () => {
		await withoutForeignKeys(tx, async () => {
			for (const table of tables) {
				// A migration may have brought rows of its own; the file has them, as they had become.
				await tx.unsafe(`delete from ${relationOf(table.name)}`);
				await copyIn(tx, table, backup.table(table.name));
				onTable?.(table);
			}
		});
		await compareSums(tx, tables);
		await compareChains(tx, chains);
	});
}

/**
 * Restores a file. The file is read whole first; then one transaction makes the tables as they were when it was written,
 * fills them, reads them back, compares sums and logs, and applies the migrations that came since. Throws a `Problem`
 * (`backup_broken`, `backup_newer`, `backup_passphrase`, `instance_not_empty`) and leaves the instance as it was.
 */
export async function restoreBackup(sql: Sql, request: RestoreRequest): Promise<Restored> {
	const { file, dataFolder, passphrase, onTable } = request;
	const backup = await openBackup(file, passphrase);
	const { first, manifest } = backup;
	const path = pathOf(manifest, first.program, migrationsIn(request.migrations));
	const files = await putFiles(backup, dataFolder);
	try {
		await sql.begin(async (tx) => {
			await tx`set local client_min_messages = warning`;
			await tx.unsafe(`${TEXT_SETTINGS}; set local lock_timeout = '10s'`);
			await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
			if (!(await isUntouched(tx))) throw new Problem('instance_not_empty');
			await clearOut(tx);
			await appliedIn(tx);
			for (const migration of path.before) await applyOne(tx, migration);
			await compareShapes(tx, manifest);
			await fill(tx, backup, onTable);
			for (const migration of path.after) await applyOne(tx, migration);
			await files.place();
		});
	} catch (error) {
		await files.takeBack();
		throw error;
	}
	return {
		createdAt: first.createdAt,
		program: first.program,
		tables: manifest.tables,
		chains: manifest.chains,
		files: manifest.files.length,
		keys: manifest.files.some(({ path: one }) => one.startsWith('keys/')),
		forward: path.after.map(({ name }) => name),
	};
}
