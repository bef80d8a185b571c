/** Moves a house from one PostgreSQL to another: a backup, a restore, and the comparison that a restore always makes. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { ReservedSql, Sql } from 'postgres';
import { Problem } from '../../problems.ts';
import { createBackup } from './create-backup.ts';
import type { TablePart } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import type { Restored } from './restore-backup.ts';
import { tableShapes, relationOf } from './tables.ts';

/** The name that our own connections bear while they back up, restore or move. */
export const BACKUP_CONNECTION = 'sentra backup';

interface Used {
	readonly sql: Sql;
	/** A program that has been quiet for a while has no connection open: it is known by its place at the server. */
	readonly others: () => Promise<number>;
}

/** Throws `instance_in_use` while somebody else uses it: what she saves meanwhile would be left behind. */
export async function nobodyElse({ sql, others }: Used): Promise<void> {
	const connected = await sql`select from pg_stat_activity
		where datname = current_database() and backend_type = 'client backend' and application_name <> ${BACKUP_CONNECTION}`;
	if (connected.length > 0 || (await others()) > 0) throw new Problem('instance_in_use');
}

/** `lock_not_available`: somebody writes and does not end. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Lets everybody read and nobody write until the transaction ends. */
async function stopWriters(one: ReservedSql): Promise<void> {
	await one`begin`;
	await one`set local lock_timeout = '10s'`;
	const shapes = await tableShapes(one as never);
	try {
		for (const { name } of shapes) await one.unsafe(`lock table ${relationOf(name)} in share mode`);
	} catch (error) {
		if (error instanceof postgres.PostgresError && error.code === LOCK_NOT_AVAILABLE)
			throw new Problem('instance_in_use');
		throw error;
	}
}

export interface MoveRequest {
	readonly from: Used;
	/** Empty, or used by nobody yet. */
	readonly to: Sql;
	readonly migrations: string;
	readonly program: string;
	readonly at: Date;
	/** The disk's folder for the file in between; the system's own unless told. */
	readonly temporary?: string;
	readonly onTable?: (table: TablePart) => void;
}

/**
 * Carries every row over, compares, and leaves the source as it was. Throws as a restore does, and `instance_in_use`.
 * Keys and attachments stay in the data folder, which goes on being used beside another database.
 */
export async function moveDatabase(request: MoveRequest): Promise<Restored> {
	const { from, to, migrations, program, at, onTable } = request;
	await nobodyElse(from);
	const folder = await mkdtemp(join(request.temporary ?? tmpdir(), 'sentra-move-'));
	const lock = await from.sql.reserve();
	try {
		await stopWriters(lock);
		const file = await open(join(folder, 'move.tar'), 'wx+', 0o600);
		try {
			const write = (bytes: Buffer) => file.write(bytes);
			await createBackup(from.sql, { write, program, at, dataFolder: null, passphrase: null });
			return await restoreBackup(to, {
				file,
				migrations,
				dataFolder: null,
				passphrase: null,
				...(onTable ? { onTable } : {}),
			});
		} finally {
			await file.close();
		}
	} finally {
		await lock`rollback`;
		lock.release();
		await rm(folder, { recursive: true, force: true });
	}
}
