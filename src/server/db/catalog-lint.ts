/**
 * What the catalog of a database must say of every table: its class, its keys, its policies, its grants. Plain PostgreSQL
 * is asked; the answers are those that Citus would insist on, and those that keep one organisation's rows from another.
 */
import type { Sql } from 'postgres';

export interface Finding {
	readonly rule: string;
	readonly at: string;
}

/** Tables of the house, with their class; not PostgreSQL's own and not those of extensions. */
const houseTables = `
	house as (
		select relation.oid, relation.relname as name, relation.relrowsecurity as guarded,
			relation.relforcerowsecurity as forced, relation.relkind as kind,
			substring(obj_description(relation.oid, 'pg_class') from '^dist:(.*)$') as class
		from pg_class relation join pg_namespace schema on schema.oid = relation.relnamespace
		where schema.nspname in ('public', 'auth') and relation.relkind in ('r', 'p') and not relation.relispartition
	)`;

/** A policy may look at its own row and at the transaction's settings, nothing else. */
const settingsOnly = String.raw`\m(select|exists|from)\M`;

interface Rule {
	readonly rule: string;
	/** A query whose rows, each with a column "at", are the findings. */
	readonly finds: string;
}

const rules: readonly Rule[] = [
	{
		rule: 'every table declares its class',
		finds: `select name as at from house where class is null or class not in ('tenant', 'reference', 'local')`,
	},
	{
		rule: 'a tenant table has org_id uuid not null as its first column',
		finds: `select house.name as at from house
			left join pg_attribute first on first.attrelid = house.oid and first.attnum = 1
			where class = 'tenant' and not (first.attname = 'org_id' and first.atttypid = 'uuid'::regtype and first.attnotnull)`,
	},
	{
		rule: 'only tenant tables have org_id',
		finds: `select house.name as at from house join pg_attribute field on field.attrelid = house.oid
			where class = 'reference' and field.attname = 'org_id' and not field.attisdropped`,
	},
	{
		rule: 'every table has a primary key',
		finds: `select name as at from house
			where not exists (select from pg_index where indrelid = house.oid and indisprimary)`,
	},
	{
		rule: 'org_id is first in every key of a tenant table',
		finds: `select house.name || ': ' || key.relname as at from house
			join pg_index on indrelid = house.oid and (indisprimary or indisunique)
			join pg_class key on key.oid = indexrelid
			join pg_attribute first on first.attrelid = house.oid and first.attnum = indkey[0]
			where class = 'tenant' and first.attname <> 'org_id'`,
	},
	{
		rule: 'org_id is in every foreign key between tenant tables',
		finds: `select conname as at from pg_constraint
			join house on house.oid = conrelid join house other on other.oid = confrelid
			where contype = 'f' and house.class = 'tenant' and other.class = 'tenant' and not exists (
				select from pg_attribute where attrelid = conrelid and attname = 'org_id' and attnum = any (conkey))`,
	},
	{
		rule: 'no foreign key leads from a reference or a local table to a tenant table',
		finds: `select conname as at from pg_constraint
			join house on house.oid = conrelid join house other on other.oid = confrelid
			where contype = 'f' and house.class <> 'tenant' and other.class = 'tenant'`,
	},
	{
		rule: 'no foreign key leads to a local table from a tenant table',
		finds: `select conname as at from pg_constraint
			join house on house.oid = conrelid join house other on other.oid = confrelid
			where contype = 'f' and house.class = 'tenant' and other.class = 'local'`,
	},
	{
		rule: 'no foreign key empties a column (SET NULL, SET DEFAULT)',
		finds: `select conname as at from pg_constraint join house on house.oid = conrelid
			where contype = 'f' and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))`,
	},
	{
		rule: 'row-level security is on and forced on every tenant table',
		finds: `select name as at from house where class = 'tenant' and not (guarded and forced)`,
	},
	{
		rule: 'every tenant table has the policy of the organisation, and it is permissive for every statement',
		finds: `select name as at from house where class = 'tenant' and not exists (
			select from pg_policy where polrelid = house.oid and polname = 'organisation' and polpermissive
				and polcmd = '*' and pg_get_expr(polqual, polrelid) like '%org_id%app.org_id%'
				and pg_get_expr(polwithcheck, polrelid) like '%org_id%app.org_id%')`,
	},
	{
		rule: 'no other policy of a tenant table lets rows in',
		finds: `select house.name || ': ' || polname as at from house join pg_policy on polrelid = house.oid
			where class = 'tenant' and polpermissive and polname not in ('organisation', 'keeper')`,
	},
	{
		rule: 'every table is read whole by the keeper of backups, who must be named and writes nothing',
		finds: `select relation.oid::regclass::text as at from pg_class relation
			where relkind in ('r', 'p') and obj_description(oid, 'pg_class') like 'dist:%' and (
				not has_schema_privilege('sentra_keeper', relnamespace, 'usage')
				or not has_table_privilege('sentra_keeper', oid, 'select')
				or has_table_privilege('sentra_keeper', oid, 'insert, update, delete')
				or pg_has_role('sentra_tenant', 'sentra_keeper', 'member')
				or relrowsecurity and not exists (
					select from pg_policy where polrelid = relation.oid and polname = 'keeper' and polpermissive
						and polcmd = 'r' and polroles = array['sentra_keeper'::regrole::oid] and polwithcheck is null
						and pg_get_expr(polqual, polrelid) = '(CURRENT_USER = ''sentra_keeper''::name)'))`,
	},
	{
		rule: 'a policy compares with settings, never with another table',
		finds: `select house.name || ': ' || polname as at from house join pg_policy on polrelid = house.oid
			where concat(pg_get_expr(polqual, polrelid), ' ', pg_get_expr(polwithcheck, polrelid)) ~* '${settingsOnly}'`,
	},
	{
		rule: 'a tenant table with a village is kept by village',
		finds: `select house.name as at from house join pg_attribute field on field.attrelid = house.oid
			where class = 'tenant' and field.attname = 'village_code' and not field.attisdropped and not exists (
				select from pg_policy where polrelid = house.oid and polname = 'village' and not polpermissive)`,
	},
	{
		rule: 'a tenant table about a person is kept by person',
		finds: `select house.name as at from house join pg_attribute field on field.attrelid = house.oid
			where class = 'tenant' and field.attname = 'person_id' and not field.attisdropped
				and house.name not in ('membership', 'invitation') and not exists (
				select from pg_policy where polrelid = house.oid and polname = 'person' and not polpermissive)`,
	},
	{
		rule: 'the roles of requests own nothing, may not log in and no policy lets them pass',
		finds: `select rolname as at from pg_roles where rolname in ('sentra_tenant', 'sentra_guest')
			and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb
				or exists (select from pg_class where relowner = pg_roles.oid))`,
	},
	{
		rule: 'the roles of requests may not empty or own what they use (TRUNCATE, REFERENCES, TRIGGER)',
		finds: `select distinct table_name as at from information_schema.role_table_grants
			where grantee in ('sentra_tenant', 'sentra_guest', 'PUBLIC') and table_schema = 'public'
				and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
	},
	{
		rule: 'the roles of requests see no local table',
		finds: `select distinct house.name as at from house
			join information_schema.role_table_grants rights on rights.table_name = house.name
			where class = 'local' and grantee in ('sentra_tenant', 'sentra_guest', 'PUBLIC') and table_schema = 'public'`,
	},
	{
		rule: 'no trigger but those on the list',
		finds: `select house.name || ': ' || tgname as at from pg_trigger join house on house.oid = tgrelid where not tgisinternal`,
	},
	{
		rule: 'no rules, and no sequence: keys come from the app',
		finds: `select ruleclass.relname || ': ' || rulename as at from pg_rewrite
				join house on house.oid = ev_class join pg_class ruleclass on ruleclass.oid = ev_class
			union all select sequence.relname from pg_class sequence join pg_namespace schema on schema.oid = sequence.relnamespace
				where schema.nspname = 'public' and sequence.relkind = 'S'`,
	},
	{
		rule: 'a partition is cut once, by a column of the key',
		finds: `select part.relname as at from pg_class part join pg_namespace schema on schema.oid = part.relnamespace
			where schema.nspname = 'public' and part.relispartition and part.relkind = 'p'`,
	},
	{
		rule: 'a view asks with the rights of who asks it',
		finds: `select view.relname as at from pg_class view join pg_namespace schema on schema.oid = view.relnamespace
			where schema.nspname = 'public' and view.relkind in ('v', 'm')
				and (view.relkind = 'm' or not coalesce('security_invoker=true' = any (view.reloptions), false))`,
	},
	{
		rule: 'no function runs with the rights of its owner',
		finds: `select proname as at from pg_proc join pg_namespace schema on schema.oid = pronamespace
			where schema.nspname in ('public', 'access', 'dist') and prosecdef`,
	},
];

/** The names of all rules, for the test that each one bites. */
export const catalogRules = rules.map(({ rule }) => rule);

/** Everything that does not hold in a database. Empty is good. */
export async function catalogFindings(sql: Sql): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const { rule, finds } of rules) {
		const rows = await sql.unsafe<{ at: string }[]>(`with ${houseTables} ${finds}`);
		findings.push(...rows.map(({ at }) => ({ rule, at })));
	}
	return findings;
}
