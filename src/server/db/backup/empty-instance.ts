/** What counts as an empty instance, and how the tables of an empty one make room. */
import type { TransactionSql } from 'postgres';
import { Problem } from '../../problems.ts';

/** Kept by a program that has started and that nobody has used yet. */
const AT_FIRST_START = ['schema_migration'];

interface Table {
	readonly relation: string;
	readonly name: string;
	readonly class: string | null;
	readonly forced: boolean;
}

const tablesHere = (tx: TransactionSql) => tx<Table[]>`
	select oid::regclass::text as relation, relname as name, relforcerowsecurity as forced,
		substring(obj_description(oid, 'pg_class') from '^dist:(.*)$') as class
	from pg_class relation
	where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
		and not exists (select from pg_depend where objid = relation.oid and deptype = 'e')`;

/** Whether nobody's rows are here. Throws `instance_not_empty` when the database holds tables of another program. */
export async function isUntouched(tx: TransactionSql): Promise<boolean> {
	for (const { relation, name, class: kind, forced } of await tablesHere(tx)) {
		if (kind === null) throw new Problem('instance_not_empty', { table: name });
		if (kind === 'reference' || AT_FIRST_START.includes(name)) continue;
		// The owner would see no row of anybody's; the transaction ends in any case with this table made anew or not at all.
		if (forced) await tx.unsafe(`alter table ${relation} no force row level security`);
		const [row] = await tx.unsafe<{ there: boolean }[]>(`select exists (select from ${relation}) as there`);
		if (row?.there) return false;
	}
	return true;
}

/** Drops what migrations made, of an instance that `isUntouched`. Extensions and roles stay. */
export async function clearOut(tx: TransactionSql): Promise<void> {
	await tx`drop schema if exists access, dist cascade`;
	for (const { relation } of await tablesHere(tx))
		await tx.unsafe(`drop table if exists ${relation} cascade`);
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
