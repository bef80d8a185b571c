/** Statements without any filter, on every table, as everybody who must not reach the secret rows: what gets through. */
import postgres from 'postgres';
import type { TransactionSql } from 'postgres';
import type { Actor } from '../../access/roles.ts';
import { tenantSettings } from '../tenant.ts';
import type { PlantedRow, TenantTable } from '../testing-rows.ts';
import { actorIn, actorsOf, guestOf, isKept, onlookers, withoutTrace } from './world.ts';
import type { Onlooker, World } from './world.ts';

/** `insufficient_privilege`: the answer that row-level security and a missing grant give. */
const REFUSED = '42501';

type Row = Readonly<Record<string, string | null>>;

const keyTexts = ({ key }: TenantTable): string => key.map((column) => `"${column}"::text`).join(', ');

const isSecret = ({ key }: TenantTable, secret: PlantedRow, rows: readonly Row[]): boolean =>
	rows.some((row) => key.every((column) => row[column] === secret[column]));

/** Runs a statement as somebody and takes it back; null when PostgreSQL refused it. */
async function asActor(tx: TransactionSql, actor: Actor, statement: string): Promise<readonly Row[] | null> {
	try {
		return await withoutTrace(tx, async (inner) => {
			await inner.unsafe(tenantSettings(actor));
			return inner.unsafe<Row[]>(statement);
		});
	} catch (error) {
		if (error instanceof postgres.PostgresError && error.code === REFUSED) return null;
		throw error;
	}
}

/** A column that requests may change, to change it into itself. */
async function changeable(tx: TransactionSql, { name, columns }: TenantTable): Promise<string> {
	const [row] = await tx<{ column: string }[]>`
		select one as column from unnest(${columns.map((column) => column.name)}::text[]) one
		where has_column_privilege('sentra_tenant', ${name}::regclass, one, 'update') limit 1`;
	return row?.column ?? columns[0]?.name ?? '';
}

const literal = (value: string | null): string =>
	value === null ? 'null' : `'${value.replaceAll("'", "''")}'`;

function insertOf({ name, columns }: TenantTable, row: PlantedRow): string {
	const names = columns.map((column) => `"${column.name}"`).join(', ');
	const values = columns.map((column) => `${literal(row[column.name] ?? null)}::${column.type}`).join(', ');
	return `insert into "${name}" (${names}) values (${values})`;
}

/** A log is written by everybody and read by village: then the policy says so, and inserting is no finding. */
function mayInsert(world: World, table: TenantTable, onlooker: Onlooker): boolean {
	if (onlooker === 'stranger' || onlooker === 'other programme') return false;
	const kept = onlooker === 'other person' ? world.kept.person : world.kept.village;
	return kept.get(table.name) === 'SELECT';
}

async function reaches(
	tx: TransactionSql,
	world: World,
	table: TenantTable,
	{ onlooker, actor }: { readonly onlooker: Onlooker; readonly actor: Actor },
): Promise<string[]> {
	const secret = world.secret.get(table.name) ?? {};
	const keys = keyTexts(table);
	const column = await changeable(tx, table);
	const got: string[] = [];
	const statements = {
		reads: `select ${keys} from "${table.name}"`,
		changes: `update "${table.name}" set "${column}" = "${column}" returning ${keys}`,
		removes: `delete from "${table.name}" returning ${keys}`,
	};
	for (const [what, statement] of Object.entries(statements)) {
		const rows = await asActor(tx, actor, statement);
		if (rows !== null && isSecret(table, secret, rows)) got.push(what);
	}
	if (!mayInsert(world, table, onlooker)) {
		const refused = await asActor(tx, actor, insertOf(table, secret)).then(
			(rows) => rows === null,
			// Taken for its content, so not refused for its owner: a row twice, a parent that is not there.
			() => false,
		);
		if (!refused) got.push('adds');
	}
	return got.map((what) => `${onlooker} (${actor.role}) ${what} ${table.name}`);
}

/** What is taken out or emptied only while somebody is forgotten stays as it is, also for who sees it. */
async function loses(tx: TransactionSql, world: World, table: TenantTable): Promise<string[]> {
	if (!world.lasting.has(table.name)) return [];
	const secret = world.secret.get(table.name) ?? {};
	const column = await changeable(tx, table);
	const statements = {
		removes: `delete from "${table.name}" returning ${keyTexts(table)}`,
		changes: `update "${table.name}" set "${column}" = "${column}" returning ${keyTexts(table)}`,
	};
	const got: string[] = [];
	for (const [what, statement] of Object.entries(statements)) {
		const rows = await asActor(tx, actorIn(world.owner, 'owner'), statement);
		if (isSecret(table, secret, rows ?? [])) got.push(`owner ${what} ${table.name}`);
	}
	return got;
}

/** Who has a right to the row must have it, or a policy that shuts everybody out would pass for a good one. */
async function missed(tx: TransactionSql, world: World, table: TenantTable): Promise<string[]> {
	const secret = world.secret.get(table.name) ?? {};
	const statement = `select ${keyTexts(table)} from "${table.name}"`;
	const missing: string[] = [];
	for (const role of ['owner', 'facilitator', 'member'] as const) {
		const actor = actorIn(world.owner, role);
		const rows = await asActor(tx, actor, statement);
		// A member reads what is hers; tables about nobody in particular may be closed to her.
		const about = role !== 'member' || table.columns.some(({ name }) => name === 'person_id');
		if (about && !isSecret(table, secret, rows ?? [])) missing.push(`${role} misses ${table.name}`);
	}
	const guest = await asActor(tx, guestOf(world.owner, world.programmes.secret), statement);
	// Refused is right for every table that no guest was given a column of.
	if (guest !== null && !isSecret(table, secret, guest)) missing.push(`guest misses ${table.name}`);
	const kept = await withoutTrace(tx, async (inner) => {
		await inner.unsafe(
			`set local role sentra_keeper; set local app.villages = '*'; set local app.person = '*'`,
		);
		return inner.unsafe<Row[]>(statement);
	});
	return isSecret(table, secret, kept) ? missing : [...missing, `keeper misses ${table.name}`];
}

/** Everything that gets through, and everything that a rightful reader misses. Empty is good. */
export async function rawFindings(
	tx: TransactionSql,
	world: World,
	tables: readonly TenantTable[] = world.tables,
): Promise<string[]> {
	const findings: string[] = [];
	// Deleting its own rows would fail for what refers to them, and hide what the policy does.
	await tx`set local session_replication_role = replica`;
	for (const table of tables) {
		for (const onlooker of onlookers)
			if (isKept(world, table, onlooker))
				// Roles of one organisation differ in nothing that PostgreSQL is told but village and person.
				for (const actor of actorsOf(world, onlooker))
					findings.push(...(await reaches(tx, world, table, { onlooker, actor })));
		findings.push(...(await missed(tx, world, table)), ...(await loses(tx, world, table)));
	}
	await tx`set local session_replication_role = origin`;
	return findings;
}
