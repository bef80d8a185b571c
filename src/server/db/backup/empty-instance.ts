/** What counts as an empty instance, and how the tables of an empty one make room. */
import type { TransactionSql } from 'postgres';
import { Problem } from '../../problems.ts';

/** Written by a program that has started and that nobody used yet: the first owner's link, tries to sign in. */
const AT_FIRST_START = ['schema_migration', 'entry_link', 'auth."rateLimit"', 'auth.verification'];

interface Table {
	readonly relation: string;
	readonly schema: string;
	readonly class: string | null;
	readonly forced: boolean;
}

const tablesHere = (tx: TransactionSql) => tx<Table[]>`
	select relation.oid::regclass::text as relation, nspname as schema, relforcerowsecurity as forced,
		substring(obj_description(relation.oid, 'pg_class') from '^dist:(.*)$') as class
	from pg_class relation join pg_namespace on pg_namespace.oid = relnamespace
	where nspname !~ '^pg_' and nspname <> 'information_schema' and relkind in ('r', 'p') and not relispartition
		and not exists (select from pg_depend where objid = relation.oid and deptype = 'e')`;

/** Whether nobody's rows are here. Throws `instance_not_empty` when the database holds tables of another program. */
export async function isUntouched(tx: TransactionSql): Promise<boolean> {
	for (const { relation, class: kind, forced } of await tablesHere(tx)) {
		if (kind === null) throw new Problem('instance_not_empty', { table: relation });
		if (kind === 'reference' || AT_FIRST_START.includes(relation)) continue;
		// The owner would see no row of anybody's. The transaction ends with this table made anew, or taken back.
		if (forced) await tx.unsafe(`alter table ${relation} no force row level security`);
		const [row] = await tx.unsafe<{ there: boolean }[]>(`select exists (select from ${relation}) as there`);
		if (row?.there) return false;
	}
	return true;
}

/** Drops what migrations made, of an instance that `isUntouched`. Extensions, roles and schemas of others stay. */
export async function clearOut(tx: TransactionSql): Promise<void> {
	const tables = await tablesHere(tx);
	for (const { relation } of tables) await tx.unsafe(`drop table if exists ${relation} cascade`);
	const schemas = new Set(['access', 'dist', ...tables.map(({ schema }) => schema)]);
	schemas.delete('public');
	for (const schema of schemas) await tx`drop schema if exists ${tx(schema)} cascade`;
	const left = await tx<{ what: string }[]>`
		select 'routine ' || oid::regprocedure as what from pg_proc
			where pronamespace = 'public'::regnamespace
				and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
		union all
		select 'type ' || oid::regtype from pg_type
			where typnamespace = 'public'::regnamespace and typtype in ('d', 'e') and not exists (
				select from pg_depend where objid = pg_type.oid and deptype = 'e')`;
	for (const { what } of left) await tx.unsafe(`drop ${what} cascade`);
}
