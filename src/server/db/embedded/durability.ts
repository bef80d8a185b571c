import type { Sql } from 'postgres';
import { EmbeddedProblem } from './embedded-problem.ts';

export interface DurabilitySettings {
	readonly fsync: string;
	readonly full_page_writes: string;
	readonly synchronous_commit: string;
	/** Told, not demanded: checksums notice a failing disk, they keep no row. */
	readonly data_checksums: string;
}

/**
 * Reads back, from any PostgreSQL, whether an acknowledged row survives a power cut. Throws `not-durable` with the first
 * setting that is off. `local` and the like for synchronous_commit are durable on this machine and pass.
 */
export async function durabilitySettings(sql: Sql): Promise<DurabilitySettings> {
	const [settings] = await sql<DurabilitySettings[]>`
		select current_setting('fsync') as fsync,
			current_setting('full_page_writes') as full_page_writes,
			current_setting('synchronous_commit') as synchronous_commit,
			current_setting('data_checksums') as data_checksums`;
	for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'] as const) {
		const value = settings?.[setting] ?? 'unknown';
		if (value !== 'off' && value !== 'unknown') continue;
		throw new EmbeddedProblem(
			'not-durable',
			{ setting, value },
			{
				message: `The database may lose saved rows in a power cut: ${setting} is ${value}.`,
				wayOut: `Turn ${setting} on in the server's configuration; Sentra does not keep people's records without it.`,
			},
		);
	}
	return settings as DurabilitySettings;
}
