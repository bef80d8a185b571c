/** Brings a database to the program's own shape: plain SQL files in order, each once, under a lock. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReservedSql, Sql, TransactionSql } from 'postgres';
import { Problem } from '../problems.ts';

export interface Migration {
	readonly name: string;
	readonly sha256: string;
	readonly text: string;
}

/** Any number that no other program takes: two servers that start at once wait for one another here. */
export const MIGRATION_LOCK = 7_360_421_115;

/** The files of a folder, in their order. */
export function migrationsIn(folder: string): Migration[] {
	const names = readdirSync(folder).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name));
	return names.sort().map((name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
	});
}

export type Applied = { readonly name: string; readonly sha256: string };

/** What was applied to a database; the list is begun where there is none. */
export async function appliedIn(sql: ReservedSql | TransactionSql): Promise<readonly Applied[]> {
	await sql`create table if not exists schema_migration (
		name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
	await sql`comment on table schema_migration is 'dist:local'`;
	return sql<Applied[]>`select name, sha256 from schema_migration order by name`;
}

/** The files that are still to be applied. Throws when the database was made by a newer or a changed program. */
export function missing(all: readonly Migration[], applied: readonly Applied[]): Migration[] {
	const known = new Map(all.map((one) => [one.name, one]));
	for (const { name, sha256 } of applied) {
		const file = known.get(name);
		if (file === undefined) throw new Problem('database_newer', { name });
		if (file.sha256 !== sha256) throw new Problem('database_changed', { name });
	}
	const done = new Set(applied.map(({ name }) => name));
	return all.filter(({ name }) => !done.has(name));
}

/** Applies one file and notes it, inside the transaction of the caller. */
export async function applyOne(
	sql: ReservedSql | TransactionSql,
	{ name, sha256, text }: Migration,
): Promise<void> {
	await sql.unsafe(text);
	await sql`insert into schema_migration (name, sha256) values (${name}, ${sha256})`;
}

/** Applies what is missing, each file in its own transaction; gives their names. */
export async function migrate(sql: Sql, folder: string): Promise<string[]> {
	const all = migrationsIn(folder);
	const one = await sql.reserve();
	try {
		await one`set client_min_messages = warning`;
		await one`select pg_advisory_lock(${MIGRATION_LOCK})`;
		const todo = missing(all, await appliedIn(one));
		for (const migration of todo) {
			await one`begin`;
			try {
				await applyOne(one, migration);
				await one`commit`;
			} catch (error) {
				await one`rollback`;
				throw error;
			}
		}
		return todo.map(({ name }) => name);
	} finally {
		await one`select pg_advisory_unlock(${MIGRATION_LOCK})`;
		await one`reset client_min_messages`;
		one.release();
	}
}
