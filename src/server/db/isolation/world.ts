/** Two organisations with rows in every table, and who looks: the people who must not see some of those rows. */
import type { Sql, TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import { roles } from '../../access/roles.ts';
import type { Actor, Role } from '../../access/roles.ts';
import { villages } from '../testing-areas.ts';
import { plantRows, tenantTables } from '../testing-rows.ts';
import type { Owner, Planted, TenantTable } from '../testing-rows.ts';

/** One row an organisation by its nature. */
const ONE_EACH = ['organisation', 'audit_head'];

export interface World {
	readonly tables: readonly TenantTable[];
	/** What is to be kept: rows of one village and one person of the first organisation. */
	readonly secret: Planted;
	readonly owner: Owner;
	/** Rows of another village, another person and another programme of the same organisation. */
	readonly beside: Owner;
	/** The programmes of the first two, for whom a guest's link opens one of them. */
	readonly programmes: Readonly<Record<'secret' | 'beside', string>>;
	readonly stranger: Owner;
	/** Policies that a migration made: what must hold, whatever somebody takes away afterwards. */
	readonly kept: Readonly<Record<'village' | 'person', ReadonlyMap<string, string>>>;
	/** Tables whose rows are taken out only while somebody is forgotten. */
	readonly lasting: ReadonlyMap<string, string>;
}

const owner = (orgId: string, village: string): Owner => ({ orgId, village, personId: v7() });

/** The tables that a policy of this name keeps, and for which statements. */
async function keptBy(sql: Sql, policy: string): Promise<Map<string, string>> {
	const rows = await sql<{ name: string; statement: string }[]>`
		select tablename as name, cmd as statement from pg_policies where policyname = ${policy} and schemaname = 'public'`;
	return new Map(rows.map(({ name, statement }) => [name, statement]));
}

function programmeOf(planted: Planted): string {
	const id = planted.get('programme')?.['programme_id'];
	if (id === undefined || id === null) throw new Error('no programme was planted');
	return id;
}

/** The guest of a link to one programme. */
export const guestOf = ({ orgId }: Owner, programmeId: string): Actor => ({
	orgId,
	accountId: null,
	name: 'Dinas',
	role: 'guest',
	villages: null,
	personId: null,
	programmeId,
});

/** Plants the world. */
export async function plantWorld(sql: Sql): Promise<World> {
	const ours = owner(v7(), villages.kalanganyar);
	const beside = owner(ours.orgId, villages.serang);
	const stranger = owner(v7(), villages.kalanganyar);
	const secret = await plantRows(sql, ours);
	const others = await plantRows(sql, beside, ({ name }) => ONE_EACH.includes(name));
	await plantRows(sql, stranger);
	return {
		tables: await tenantTables(sql),
		secret,
		owner: ours,
		beside,
		programmes: { secret: programmeOf(secret), beside: programmeOf(others) },
		stranger,
		lasting: await keptBy(sql, 'forgetting'),
		kept: { village: await keptBy(sql, 'village'), person: await keptBy(sql, 'person') },
	};
}

/** Somebody of a role in an organisation, as its membership would make her. */
export const actorIn = ({ orgId, village, personId }: Owner, role: Role): Actor => ({
	orgId,
	accountId: `${role}-${orgId}`,
	name: `Ibu ${role}`,
	role,
	villages: role === 'facilitator' ? [village] : null,
	personId: role === 'member' ? personId : null,
});

/** Whom a row is kept from: another organisation, the facilitator of another village, another member, another guest. */
export const onlookers = [
	'stranger',
	'other village',
	'no village',
	'other person',
	'other programme',
] as const;
export type Onlooker = (typeof onlookers)[number];

export function actorsOf(world: World, onlooker: Onlooker): readonly Actor[] {
	if (onlooker === 'stranger')
		return [
			...roles.map((role) => actorIn(world.stranger, role)),
			// Whose link names the programme of another organisation: the organisation is still hers.
			guestOf(world.stranger, world.programmes.secret),
		];
	if (onlooker === 'other programme') return [guestOf(world.beside, world.programmes.beside)];
	if (onlooker === 'other person') return [actorIn(world.beside, 'member')];
	const facilitator = actorIn(world.beside, 'facilitator');
	return [onlooker === 'no village' ? { ...facilitator, villages: [] } : facilitator];
}

/** Memberships say who is which person; they are read before anybody is somebody. */
const NOT_ABOUT_A_PERSON = ['membership', 'invitation'];

/** Whether a table's secret row is kept from somebody: by its columns, or by a policy that a migration gave it. */
export function isKept(world: World, table: TenantTable, onlooker: Onlooker): boolean {
	const has = (name: string) => table.columns.some((column) => column.name === name);
	if (onlooker === 'stranger') return true;
	// A guest reads the name of the organisation whose programme she looks at, and no other row of it.
	if (onlooker === 'other programme') return table.name !== 'organisation';
	if (onlooker === 'other person')
		return (
			(has('person_id') && !NOT_ABOUT_A_PERSON.includes(table.name)) || world.kept.person.has(table.name)
		);
	return has('village_code') || world.kept.village.has(table.name);
}

/** Which rows of a table an onlooker must leave as they are. */
function untouchable({ owner, secret }: World, table: TenantTable, onlooker: Onlooker): string {
	const has = (name: string) => table.columns.some((column) => column.name === name);
	if (onlooker === 'stranger') return `org_id = '${owner.orgId}'`;
	if (onlooker === 'other programme') return `org_id = '${owner.orgId}'`;
	const mine = onlooker === 'other person' ? ['person_id', owner.personId] : ['village_code', owner.village];
	if (has(mine[0] ?? '')) return `org_id = '${owner.orgId}' and ${mine[0]} = '${mine[1]}'`;
	return table.key
		.map((column) => `"${column}"::text = '${secret.get(table.name)?.[column] ?? ''}'`)
		.join(' and ');
}

/** The rows that an onlooker must not change as one text: two that are equal say that nothing did. */
export async function imprint(tx: TransactionSql, world: World, onlooker: Onlooker): Promise<string> {
	const parts = world.tables
		.filter((table) => isKept(world, table, onlooker))
		.map(
			(
				table,
			) => `select '${table.name}' as name, md5(coalesce(string_agg(one::text, '' order by one::text), '')) as hash
				from "${table.name}" one where ${untouchable(world, table, onlooker)}`,
		);
	const rows = await tx.unsafe<{ name: string; hash: string }[]>(
		`${parts.join(' union all ')} order by name`,
	);
	return rows.map(({ name, hash }) => `${name} ${hash}`).join('\n');
}

export const ROLLED_BACK = Symbol('rolled back');

/** Does something in a transaction that is always taken back, as the owner of the database. */
export async function inVain<Answer>(
	sql: Sql,
	work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
	let answer: { value: Answer } | null = null;
	try {
		await sql.begin(async (tx) => {
			answer = { value: await work(tx) };
			throw ROLLED_BACK;
		});
	} catch (error) {
		if (error !== ROLLED_BACK) throw error;
	}
	return (answer as unknown as { value: Answer }).value;
}

/** Does something within such a transaction and takes back that alone. */
export async function withoutTrace<Answer>(
	tx: TransactionSql,
	work: (inner: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
	let answer: { value: Answer } | null = null;
	try {
		await tx.savepoint(async (inner) => {
			answer = { value: await work(inner) };
			throw ROLLED_BACK;
		});
	} catch (error) {
		if (error !== ROLLED_BACK) throw error;
	}
	return (answer as unknown as { value: Answer }).value;
}

/** A pool that begins its transactions inside one that is taken back later: commands open their own. */
export const poolWithin = (tx: TransactionSql): Sql =>
	({
		async begin(first: unknown, second?: unknown) {
			const answer: unknown = await tx.savepoint((second ?? first) as never);
			// A transaction of its own would have ended here, and with it whose it was.
			await tx`set local role none`;
			return answer;
		},
	}) as unknown as Sql;

/** Takes the secret rows away, of those tables alone that keep them from the onlooker: the same world without them. */
export async function forgetSecret(tx: TransactionSql, world: World, onlooker: Onlooker): Promise<void> {
	await tx`set local session_replication_role = replica`;
	for (const { name, key } of world.tables) {
		const table = world.tables.find((one) => one.name === name);
		const row = world.secret.get(name);
		if (table === undefined || row === undefined || !isKept(world, table, onlooker)) continue;
		const where = key.map((column, index) => `"${column}"::text = $${index + 1}`).join(' and ');
		await tx.unsafe(
			`delete from "${name}" where ${where}`,
			key.map((column) => row[column] ?? null),
		);
	}
	await tx`set local session_replication_role = origin`;
}
