/**
 * A row in every tenant table of an organisation, made from the catalog alone: columns, foreign keys and constraints as
 * they are today. A table that comes tomorrow gets its row without anybody thinking of it; the tests of isolation and of
 * backups walk over all of them.
 */
import { createHash } from 'node:crypto';
import postgres from 'postgres';
import type { Sql, TransactionSql } from 'postgres';
import { v7 } from 'uuid';

/** Whose rows: all of one village and one person. */
export interface Owner {
	readonly orgId: string;
	readonly village: string;
	readonly personId: string;
}

type Value = string | null;
export type PlantedRow = Readonly<Record<string, Value>>;
/** The planted row of every table, each value as PostgreSQL writes it. */
export type Planted = ReadonlyMap<string, PlantedRow>;

interface Column {
	readonly name: string;
	readonly type: string;
	readonly required: boolean;
	/** Words and numbers that the column's checks name. */
	readonly named: readonly string[];
}

interface ForeignKey {
	readonly columns: readonly string[];
	readonly target: string;
	readonly targetColumns: readonly string[];
}

export interface TenantTable {
	readonly name: string;
	readonly key: readonly string[];
	readonly columns: readonly Column[];
	readonly foreignKeys: readonly ForeignKey[];
	/** Which columns a constraint or a unique index looks at. */
	readonly constraints: Readonly<Record<string, readonly string[]>>;
}

/** Values that no search finds, because a check asks for a certain form. */
const certain: Readonly<Record<string, readonly string[]>> = {
	// One that its list is asked for.
	'audit_entry.verb': ['export.make'],
	'audit_personal.salt': ['\\x000102030405060708090a0b0c0d0e0f'],
	// Commands go on from here, beyond the planted entries.
	'audit_head.number': ['1000'],
	'permit_rule_set.rules': ['[]'],
	// The first word of a name, by which lists are ordered.
	'person_name.word': ['0'],
	'study.kind': ['sharing'],
	// One that ends, and not yet.
	'supply_agreement.until': ['2026-04-01'],
	'person_identity.sealed': [`v1.${'0'.repeat(16)}.${'A'.repeat(16)}.${'B'.repeat(43)}`],
};

/** All tenant tables, parents before children. */
export async function tenantTables(sql: Sql | TransactionSql): Promise<TenantTable[]> {
	const tables = await sql<TenantTable[]>`
		with house as (
			select oid, relname from pg_class
			where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
				and obj_description(oid, 'pg_class') = 'dist:tenant'),
		checks as (
			select conrelid, conname, pg_get_constraintdef(oid) as definition,
				array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any (conkey)) as columns
			from pg_constraint where contype in ('c', 'u', 'p')
			union all
			select indrelid, indexrelid::regclass::name, '',
				array(select attname::text from pg_attribute where attrelid = indrelid and attnum = any (indkey))
			from pg_index where indisunique)
		select relname as name,
			array(select attname::text from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
				where indrelid = house.oid and indisprimary) as key,
			(select json_agg(json_build_object(
					'name', attname, 'type', format_type(atttypid, null), 'required', attnotnull,
					'named', (select coalesce(json_agg(found[1]), '[]') from checks,
						regexp_matches(definition, '''([^'']*)''::', 'g') as found
						where conrelid = house.oid and attname::text = any (columns))) order by attnum)
				from pg_attribute where attrelid = house.oid and attnum > 0 and not attisdropped and attgenerated = ''
			) as columns,
			(select coalesce(json_agg(json_build_object(
					'columns', (select json_agg(attname order by place) from unnest(conkey) with ordinality as one (number, place)
						join pg_attribute on attrelid = conrelid and attnum = number),
					'target', confrelid::regclass::text,
					'targetColumns', (select json_agg(attname order by place)
						from unnest(confkey) with ordinality as one (number, place)
						join pg_attribute on attrelid = confrelid and attnum = number))), '[]')
				from pg_constraint where contype = 'f' and conrelid = house.oid) as "foreignKeys",
			(select coalesce(json_object_agg(conname, columns), '{}') from checks where conrelid = house.oid) as constraints
		from house order by relname`;
	const sorted: TenantTable[] = [];
	const left = [...tables];
	while (left.length > 0) {
		const at = left.findIndex((table) =>
			table.foreignKeys.every(
				({ target }) => target === table.name || !left.some(({ name }) => name === target),
			),
		);
		if (at === -1) throw new Error(`foreign keys in a circle: ${left.map(({ name }) => name).join(', ')}`);
		sorted.push(...left.splice(at, 1));
	}
	return sorted;
}

const bytes = (text: string): string => `\\x${Buffer.from(text).toString('hex')}`;
const hashed = (text: string): string => `\\x${createHash('sha256').update(text).digest('hex')}`;

/** What a column of a type may hold, the likeliest first. */
function byType(type: string, mark: string): Value[] {
	const byName: Readonly<Record<string, Value[]>> = {
		uuid: [v7()],
		text: [mark, '2026', mark.slice(-1), null],
		date: ['2026-01-02', '2026-03-04', null],
		'timestamp with time zone': ['2026-01-02T03:04:05Z', '2026-03-04T05:06:07Z', null],
		boolean: ['true', 'false'],
		jsonb: ['{}', '[]', null],
		json: ['{}', '[]', null],
		bytea: [hashed('x'), bytes('x'), null],
		'text[]': [`{${mark}}`, '{}'],
		'uuid[]': [`{${v7()}}`, '{}'],
	};
	return byName[type] ?? ['1', '2', '7', '-7', '112', '2020', null];
}

const ENDS = /^(removed|ended|withdrawn|left|accepted|used|settled|until)(_|$)/;

/** Every value that could stand in a column, in the order in which they are tried. */
function candidates(
	table: TenantTable,
	column: Column,
	owner: Owner,
	planted: Planted,
	mark: string,
): Value[] {
	const { name, type } = column;
	const forced = certain[`${table.name}.${name}`];
	if (forced !== undefined) return [...forced];
	if (name === 'org_id') return [owner.orgId];
	if (/(^|_)village(_code)?$/.test(name) && type === 'text') return [owner.village];
	if (name === 'villages') return [`{${owner.village}}`];
	if (/(^|_)(person|owner)_id$/.test(name)) return [owner.personId];
	const parents = table.foreignKeys.flatMap(({ columns, target, targetColumns }) => {
		const at = columns.indexOf(name);
		const row = planted.get(target);
		return at === -1 || row === undefined ? [] : [row[targetColumns[at] ?? ''] ?? null];
	});
	if (parents.length > 0) return [...new Set([...parents, ...(column.required ? [] : [null])])];
	const rest = byType(type, mark).filter((value) => value !== null || !column.required);
	if (/^expires_/.test(name)) return ['2026-04-01', null];
	// A row that lives: nobody removed, ended or used it up.
	if (ENDS.test(name) && !column.required) return [null, ...rest.filter((value) => value !== null)];
	// A pattern of a check is quoted too; it is tried like a word and refused.
	return [...new Set([...(type === 'text' ? column.named : []), ...rest])];
}

/** All combinations of the choices, the first of each before the second of any. */
function* combinations(sizes: readonly number[]): Generator<number[]> {
	const most = sizes.reduce((total, size) => total * size, 1);
	for (let number = 0; number < most; number += 1) {
		let left = number;
		yield sizes.map((size) => {
			const choice = left % size;
			left = Math.floor(left / size);
			return choice;
		});
	}
}

const MOST_TRIES = 20_000;

/** Tries values until the database takes the row: what it complains about says which columns to try next. */
async function plantOne(
	tx: TransactionSql,
	table: TenantTable,
	choices: ReadonlyMap<string, readonly Value[]>,
): Promise<PlantedRow> {
	let blamed: string[] = [];
	let tries = 0;
	let last = '';
	const names = table.columns.map(({ name }) => `"${name}"`);
	const places = table.columns.map(({ type }, index) => `$${index + 1}::text::${type}`);
	const statement = `insert into "${table.name}" (${names.join(', ')}) values (${places.join(', ')})
		returning ${names.map((name) => `${name}::text`).join(', ')}`;
	const insert = async (values: ReadonlyMap<string, Value>): Promise<PlantedRow> => {
		const given = table.columns.map(({ name }) => values.get(name) ?? null);
		const [row] = await tx.savepoint((inner) => inner.unsafe<PlantedRow[]>(statement, given));
		return row ?? {};
	};
	search: for (;;) {
		const before = blamed.length;
		for (const chosen of combinations(blamed.map((name) => choices.get(name)?.length ?? 1))) {
			const at = new Map(blamed.map((name, index) => [name, chosen[index] ?? 0]));
			const values = new Map(
				[...choices].map(([name, list]) => [name, list[at.get(name) ?? 0] ?? null] as const),
			);
			tries += 1;
			try {
				return await insert(values);
			} catch (error) {
				if (!(error instanceof postgres.PostgresError) || tries > MOST_TRIES) throw error;
				last = error.message;
				const named = table.constraints[error.constraint_name ?? ''] ?? [error.column_name ?? ''];
				const fresh = named.filter((name) => choices.has(name) && !blamed.includes(name));
				if (fresh.length === 0) continue;
				blamed = [...blamed, ...fresh];
				continue search;
			}
		}
		if (blamed.length === before)
			throw new Error(
				`no row was found for ${table.name} (${last}). Name a value that its checks ask for in testing-rows.ts.`,
			);
	}
}

let marks = 0;

/** Plants a row in every tenant table, as the owner of the database; tables of `besides` are left out. */
export async function plantRows(
	sql: Sql,
	owner: Owner,
	besides: (table: TenantTable) => boolean = () => false,
): Promise<Planted> {
	const planted = new Map<string, PlantedRow>();
	marks += 1;
	const mark = `tanda-${marks}`;
	await sql.begin(async (tx) => {
		await tx`set constraints all deferred`;
		for (const table of await tenantTables(tx)) {
			if (besides(table)) continue;
			const choices = new Map(
				table.columns.map((column) => [column.name, candidates(table, column, owner, planted, mark)]),
			);
			planted.set(table.name, await plantOne(tx, table, choices));
		}
	});
	return planted;
}
