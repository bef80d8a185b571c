import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { connect } from './connect.ts';
import { isOfTheProgram, statementFindings } from './statement-lint.ts';
import { readAsTenant } from './tenant.ts';
import { lintSent, people, testHouse } from './testing.ts';

const house = testHouse();
const tenant = new Set(['programme', 'membership']);
const rulesOf = (statement: string) => statementFindings(statement, tenant).map(({ rule }) => rule);
const unnamed = (tables: string) => `a statement on ${tables} names org_id`;

describe('the lint of statements', () => {
	it.each([
		['a select', 'select name from programme where slug = $1', unnamed('programme')],
		['a join', 'select 1 from area join "programme" on true', unnamed('programme')],
		['an update', 'update programme set name = $1', unnamed('programme')],
		['a delete', 'delete from only public.programme', unnamed('programme')],
		['an insert', 'insert into "membership" (membership_id) values ($1)', unnamed('membership')],
		['a name in a text', `select 'org_id' from programme`, unnamed('programme')],
		['a name in a comment', `select 1 from programme -- org_id\n`, unnamed('programme')],
		[
			'a tenant by set_config',
			`select set_config('app.org_id', $1, true)`,
			'the tenant is set by SET LOCAL, never by set_config',
		],
		['a role for the session', 'set role sentra_tenant', 'whose a transaction is ends with it: SET LOCAL'],
		['a setting for the session', `set app.villages = '*'`, 'whose a transaction is ends with it: SET LOCAL'],
	])('finds %s', (_, statement, rule) => {
		expect(rulesOf(statement)).toEqual([rule]);
	});

	it.each([
		'select name from programme where org_id = $1',
		`select 'from programme' from area`,
		"set local role sentra_tenant; set local app.villages = '*'",
		'select name from area',
	])('lets pass: %s', (statement) => {
		expect(rulesOf(statement)).toEqual([]);
	});

	it('tells the statements of the program from those of a test', () => {
		const row = 'select * from "programme" where org_id = $1 and "programme_id" = $2 for update';
		expect(isOfTheProgram(row)).toBe(true);
		// As src/server/access/actor.ts sends it.
		expect(isOfTheProgram('\n\tselect org_id from account_organisation where account_id = $1')).toBe(true);
		expect(isOfTheProgram('select secret from somewhere_else where it = $1')).toBe(false);
	});
});

describe('a test database', () => {
	it('hears every statement that is sent to it, also within a transaction', async () => {
		const sent = new Set<string>();
		const sql = connect({ ...house.where, debug: (_, statement) => void sent.add(statement) }, { max: 1 });
		const { as } = await people(sql);
		expect(await lintSent(sql, sent, () => true)).toEqual([]);
		await readAsTenant(sql, as('owner'), (tx) => tx`select name from programme where slug = ${'planted'}`);
		expect(await lintSent(sql, sent, () => true)).toEqual([
			'a statement on programme names org_id: select name from programme where slug = $1',
		]);
		await sql.end();
	});
});

describe('the source', () => {
	const server = fileURLToPath(new URL('..', import.meta.url));
	const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)testing/.test(file),
	);
	const naming = (pattern: RegExp) =>
		files.filter((file) => pattern.test(readFileSync(join(server, file), 'utf8'))).sort();

	it('becomes the keeper, who reads every organisation, in one place', () => {
		expect(naming(/set local role sentra_keeper/)).toEqual(['db/isolation/raw-walk.ts', 'db/keeper.ts']);
	});

	it('sends texts put together by hand only where no word of a request comes', () => {
		const known = /^db\/(backup|isolation|embedded)\/|-lint\.ts$|^db\/(tenant|migrate|keeper)\.ts$/;
		const others = naming(/\.unsafe[(<]/).filter((file) => !known.test(file));
		expect(others).toEqual([
			// Around the driver: what it sends on was given to it.
			'db/connection-loss.ts',
			// Whom a forgetting may reach: a setting like those of the transaction, checked in the same place.
			'db/personal-values.ts',
			// The way in by a link makes its transaction the new member's, by the same settings.
			'features/entry/commands.ts',
			// Columns and order of the list of kinds, which is written in the source.
			'features/export/reading.ts',
			// The same setting of a forgetting, for the names under what she signed.
			'features/person/signatures.ts',
		]);
	});
});
