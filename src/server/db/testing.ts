/**
 * A house of its own for every test file: a database copied from a template that the run made once, on a real server.
 * Tests are named people: a facilitator, a treasurer, a stranger with no rights.
 */
import { v7 } from 'uuid';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Actor, Role } from '../access/roles.ts';
import { holdIdentityKeys, identityKeysIn } from '../identity/identity-keys.ts';
import { connect } from './connect.ts';
import type { ConnectOptions } from './connect.ts';
import { withPersonal } from './personal-values.ts';
import type { SealedEntry } from './personal-values.ts';
import { isOfTheProgram, statementFindings } from './statement-lint.ts';
import { asTenant } from './tenant.ts';
import { villages } from './testing-areas.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** How to reach the run's server, and its template database. */
		database: { readonly where: ConnectOptions; readonly template: string };
	}
}

export interface TestHouse {
	/** The owner of the database: it prepares and looks behind the curtain, as no request can. */
	readonly sql: Sql;
	/** How to reach this database, for a second connection. */
	readonly where: ConnectOptions;
}

let databases = 0;

/** What is wrong with the program's own statements among those that were sent. */
export async function lintSent(
	sql: Sql,
	sent: ReadonlySet<string>,
	isOurs: (statement: string) => boolean = isOfTheProgram,
): Promise<string[]> {
	const statements = [...sent];
	const tables = await sql<{ name: string }[]>`
		select relname as name from pg_class where obj_description(oid, 'pg_class') = 'dist:tenant'`;
	const tenant = new Set(tables.map(({ name }) => name));
	return statements
		.map((statement) => ({ statement, findings: statementFindings(statement, tenant) }))
		.filter(({ statement, findings }) => findings.length > 0 && isOurs(statement))
		.flatMap(({ findings }) => findings.map(({ rule, at }) => `${rule}: ${at}`));
}

/** A fresh database for the tests of a file, dropped after them. */
export function testHouse(): TestHouse {
	const house: { sql?: Sql; where?: ConnectOptions } = {};
	/** Every statement that a test file sends, each text once. */
	const sent = new Set<string>();
	let dropIt = async (): Promise<void> => undefined;
	beforeAll(async () => {
		// As a house has when it was opened; a test of the keys holds its own.
		holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 1).toString('base64')));
		const { where, template } = inject('database');
		databases += 1;
		const name = `test_${process.pid}_${databases}_${Date.now().toString(36)}`;
		const keeper = connect(where, { max: 1 });
		await keeper.unsafe(`create database ${name} template ${template} strategy file_copy`);
		house.where = {
			...where,
			database: name,
			debug: (_connection: number, statement: string) => void sent.add(statement),
		};
		house.sql = connect(house.where, { max: 4 });
		dropIt = async () => {
			await house.sql?.end({ timeout: 2 });
			await keeper.unsafe(`drop database if exists ${name} with (force)`);
			await keeper.end();
		};
	});
	afterAll(async () => {
		const findings = house.sql === undefined ? [] : await lintSent(house.sql, sent);
		await dropIt();
		// Thrown, so that the file fails that sent it.
		if (findings.length > 0) throw new Error(findings.join('\n'));
	});
	const known = <Key extends keyof TestHouse>(key: Key): TestHouse[Key] => {
		const one = house[key];
		if (one === undefined) throw new Error('the test database is there from beforeAll on');
		return one as TestHouse[Key];
	};
	return {
		get sql() {
			return known('sql');
		},
		get where() {
			return known('where');
		},
	};
}

/** The entries about a record, as who may see the trail reads them. */
export async function tracesOf(sql: Sql, orgId: string, recordId: string) {
	const rows = await sql<(SealedEntry & { verb: string; role: Role })[]>`
		select verb, actor_role as role, actor_name, before, after,
			(select jsonb_agg(jsonb_build_object('side', side, 'field', field, 'salt', encode(salt, 'hex'), 'value', value))
				from audit_personal where audit_personal.org_id = ${orgId}
					and audit_personal.number = audit_entry.number) as personal
		from audit_entry where org_id = ${orgId} and record_id = ${recordId} order by number`;
	return rows.map(({ verb, role, ...sealed }) => {
		const { before, after } = withPersonal(sealed);
		type Side = Readonly<Record<string, unknown>> | null;
		return { verb, role, before: before as Side, after: after as Side };
	});
}

/** An organisation and somebody of every role in it. */
export interface People {
	readonly orgId: string;
	/** A facilitator of Kalanganyar alone; everybody else sees all villages. */
	readonly as: (role: Role) => Actor;
}

/** Makes an organisation, as the first start does. */
export async function people(sql: Sql, name = 'Yayasan Sisik Mas'): Promise<People> {
	const orgId = v7();
	const personId = v7();
	const as = (role: Role): Actor => ({
		orgId,
		accountId: `${role}-${orgId}`,
		name: `Ibu ${role}`,
		role,
		villages: role === 'facilitator' ? [villages.kalanganyar] : null,
		personId: role === 'member' ? personId : null,
	});
	await asTenant(
		sql,
		as('owner'),
		(tx) => tx`insert into organisation (org_id, name, kind) values (${orgId}, ${name}, 'ngo')`,
	);
	return { orgId, as };
}
