import type { Sql } from 'postgres';
import { EmbeddedProblem } from './embedded-problem.ts';

export interface DurabilitySettings {
	readonly fsync: string;
	readonly full_page_writes: string;
	readonly synchronous_commit: string;
	/** How a row is brought to the disk. Told, not demanded: every way of PostgreSQL waits for the disk. */
	readonly wal_sync_method: string;
	/** Told, not demanded: checksums notice a failing disk, they keep no row. */
	readonly data_checksums: string;
}

/** A setting with which an acknowledged row may be lost in a power cut. */
export interface WeakSetting {
	readonly setting: string;
	readonly value: string;
}

/** Reads back, from any PostgreSQL, what keeps acknowledged rows through a power cut, as a new connection has it. */
export async function readDurability(sql: Sql): Promise<DurabilitySettings> {
	const [settings] = await sql<DurabilitySettings[]>`
		select current_setting('fsync') as fsync,
			current_setting('full_page_writes') as full_page_writes,
			current_setting('synchronous_commit') as synchronous_commit,
			current_setting('wal_sync_method') as wal_sync_method,
			current_setting('data_checksums') as data_checksums`;
	return settings as DurabilitySettings;
}

/** The first setting that is off, or null. `local` and the like for synchronous_commit are durable on this machine. */
export function weakSetting(settings: DurabilitySettings): WeakSetting | null {
	for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'] as const)
		if (settings[setting] === 'off') return { setting, value: 'off' };
	return null;
}

/** As `readDurability`; throws `not-durable` with the first setting that is off. */
export async function durabilitySettings(sql: Sql): Promise<DurabilitySettings> {
	const settings = await readDurability(sql);
	const weak = weakSetting(settings);
	if (weak === null) return settings;
	throw new EmbeddedProblem(
		'not-durable',
		{ ...weak },
		{
			message: `The database may lose saved rows in a power cut: ${weak.setting} is ${weak.value}.`,
			wayOut: `Turn ${weak.setting} on in the server's configuration; Sentra does not keep people's records without it.`,
		},
	);
}
