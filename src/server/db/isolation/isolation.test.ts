import postgres from 'postgres';
import type { TransactionSql } from 'postgres';
import * as v from 'valibot';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { identityKeysIn, holdIdentityKeys } from '../../identity/identity-keys.ts';
import { may, roles } from '../../access/roles.ts';
import type { Actor } from '../../access/roles.ts';
import { Problem } from '../../problems.ts';
import { perform } from '../command.ts';
import { personalFields } from '../personal-fields.ts';
import { tenantSettings } from '../tenant.ts';
import { testHouse } from '../testing.ts';
import { allCommands, inputsFor } from './command-inputs.ts';
import { allQueries, argumentsOf } from './query-arguments.ts';
import type { Query } from './query-arguments.ts';
import { rawFindings } from './raw-walk.ts';
import {
	actorIn,
	actorsOf,
	forgetSecret,
	imprint,
	inVain,
	isKept,
	onlookers,
	plantWorld,
	poolWithin,
	withoutTrace,
} from './world.ts';
import type { Onlooker, World } from './world.ts';

const house = testHouse();
let world: World;
vi.setConfig({ testTimeout: 300_000 });

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 7).toString('base64')));
	world = await plantWorld(house.sql);
}, 120_000);

describe('a statement without any filter', () => {
	it('reads, changes, removes and adds nothing of another organisation, village or person, in every table', async () => {
		const kept = (onlooker: Parameters<typeof isKept>[2]) =>
			world.tables.filter((table) => isKept(world, table, onlooker)).length;
		expect(kept('stranger')).toBe(world.tables.length);
		expect(kept('other village')).toBeGreaterThan(0);
		expect(await inVain(house.sql, (tx) => rawFindings(tx, world))).toEqual([]);
	});
});

/** What a query answers to somebody, as text: its rows, or the code of the problem it ended with. */
async function answerOf(tx: TransactionSql, query: Query, actor: Actor): Promise<string> {
	const module = (await modules[
		`../../features/${query.feature}/${query.file.split('/').at(-1) ?? ''}`
	]?.()) as Record<string, (...given: unknown[]) => unknown> | undefined;
	const ask = module?.[query.name];
	if (ask === undefined) throw new Error(`${query.feature}.${query.name} cannot be imported`);
	try {
		return await withoutTrace(tx, async (inner) => {
			await inner.unsafe(tenantSettings(actor));
			const given = { tx: inner, pool: poolWithin(inner), actor, planted: world.secret };
			return JSON.stringify(await ask(...argumentsOf(query, given))) ?? 'nothing';
		});
	} catch (error) {
		if (error instanceof Problem) return error.code;
		// What a guest's role was not given.
		if (error instanceof postgres.PostgresError && error.code === '42501') return 'refused';
		throw new Error(`${query.feature}.${query.name} as ${actor.role}: ${String(error)}`, { cause: error });
	}
}

const modules = import.meta.glob('../../features/*/*.ts');

/**
 * Asked of what no planted row is: the reference tables, a consent taken back or never given, somebody who asked to be
 * forgotten, a name that no text holds, an export or a number just made, nobody.
 */
const UNTOUCHED = [
	'area.searchAreas',
	'area.areaPath',
	'consent.usesToEnd',
	'export.exportToFetch',
	'party.checkPerson',
	'person.countWithoutConsent',
	'person.countToForget',
	'person.mentionsOf',
	'person.peopleToForget',
	'person.revealedIdentity',
];

/** Statements that open every policy of a name. */
function opened(policy: 'organisation' | 'village' | 'person'): string {
	const commandOf = (name: string) => (policy === 'organisation' ? 'ALL' : world.kept[policy].get(name));
	return world.tables
		.filter(({ name }) => commandOf(name) !== undefined)
		.map(({ name }) => {
			const check = commandOf(name) === 'SELECT' ? '' : 'with check (true)';
			return `alter policy ${policy} on "${name}" using (true) ${check}`;
		})
		.join('; ');
}

describe('every query', () => {
	let queries: Query[] = [];
	beforeAll(() => {
		queries = allQueries();
	}, 300_000);

	/** What the queries tell somebody about rows that are not hers, after something was done to the database. */
	async function toldTo(onlooker: Onlooker, actor: Actor, fault = ''): Promise<string[]> {
		return inVain(house.sql, async (tx) => {
			await tx.unsafe(fault);
			const there: string[] = [];
			for (const query of queries) there.push(await answerOf(tx, query, actor));
			await forgetSecret(tx, world, onlooker);
			const told: string[] = [];
			for (const [index, query] of queries.entries())
				if ((await answerOf(tx, query, actor)) !== there[index])
					told.push(`${query.feature}.${query.name} tells ${onlooker} (${actor.role}) ${there[index] ?? ''}`);
			return told;
		});
	}

	it('answers everybody who must not reach the rows as if the rows were not there', async () => {
		expect(queries.length).toBeGreaterThan(30);
		const told: string[] = [];
		for (const onlooker of onlookers)
			for (const actor of actorsOf(world, onlooker)) told.push(...(await toldTo(onlooker, actor)));
		expect(told).toEqual([]);
	});

	it('tells more when the policies are open: the walk would notice', async () => {
		const stranger = actorIn(world.stranger, 'owner');
		expect((await toldTo('stranger', stranger, opened('organisation'))).length).toBeGreaterThan(20);
		const facilitator = actorIn(world.beside, 'facilitator');
		expect((await toldTo('other village', facilitator, opened('village'))).length).toBeGreaterThan(10);
		const member = actorIn(world.beside, 'member');
		expect((await toldTo('other person', member, opened('person'))).length).toBeGreaterThan(0);
	});

	it('does reach the rows for who may see them: the walk is not blind', async () => {
		const blind = await inVain(house.sql, async (tx) => {
			const owner = actorIn(world.owner, 'owner');
			const there = new Map<Query, string>();
			for (const query of queries) there.set(query, await answerOf(tx, query, owner));
			await forgetSecret(tx, world, 'stranger');
			const same: string[] = [];
			for (const [query, answer] of there)
				if ((await answerOf(tx, query, owner)) === answer)
					same.push(`${query.feature}.${query.name} ${answer}`);
			return same;
		});
		expect(blind.filter((one) => !UNTOUCHED.some((name) => one.startsWith(name)))).toEqual([]);
	});
});

describe('every command', () => {
	/** The commands that changed rows of others, after something was done to the database. */
	async function changedBy(onlooker: Onlooker, actors: readonly Actor[], fault = ''): Promise<string[]> {
		const before = await inVain(house.sql, (tx) => imprint(tx, world, onlooker));
		const changed: string[] = [];
		for (const command of await allCommands()) {
			const able = actors.filter(({ role }) => may(role, command.right));
			for (const input of inputsFor(command, world.secret))
				for (const actor of able) {
					const after = await inVain(house.sql, async (tx) => {
						await tx.unsafe(fault);
						return perform(poolWithin(tx), command, { actor, id: v7(), input }).then(
							() => imprint(tx, world, onlooker),
							// What failed was taken back whole.
							() => before,
						);
					});
					if (before !== after) changed.push(`${command.verb} as ${onlooker} (${actor.role})`);
				}
		}
		return changed;
	}

	it('changes nothing of another organisation, village or person', async () => {
		expect((await allCommands()).length).toBeGreaterThan(20);
		const changed: string[] = [];
		for (const onlooker of onlookers) changed.push(...(await changedBy(onlooker, actorsOf(world, onlooker))));
		expect(changed).toEqual([]);
	});

	it('changes rows of another village when the policies are open: the walk would notice', async () => {
		const facilitator = actorIn(world.beside, 'facilitator');
		const changed = await changedBy('other village', [facilitator], opened('village'));
		expect(changed.length).toBeGreaterThan(15);
	});
});

describe('every command, given by who may', () => {
	it('takes the input and meets the row: the walk is not stopped at the door', async () => {
		const stopped: string[] = [];
		const kinds = new Set<string>();
		let done = 0;
		for (const command of await allCommands()) {
			const ends: string[] = [];
			for (const input of inputsFor(command, world.secret)) {
				const parsed = v.safeParse(command.schema, input);
				if (!parsed.success) {
					const [issue] = parsed.issues;
					ends.push(`input_not_readable ${v.getDotPath(issue) ?? ''} ${issue.message}`);
					continue;
				}
				const id = v7();
				const end = await inVain(house.sql, (tx) =>
					perform(poolWithin(tx), command, { actor: actorIn(world.owner, 'owner'), id, input }).then(
						async () => {
							const traced = await tx<{ kind: string | null }[]>`
								select record_kind as kind from audit_entry where command_id = ${id}`;
							for (const { kind } of traced) if (kind !== null) kinds.add(kind);
							return 'done';
						},
						(error: unknown) => (error instanceof Problem ? error.code : `Error: ${String(error)}`),
					),
				);
				ends.push(end);
			}
			if (ends.includes('done')) done += 1;
			if (ends.every((end) => /^(not_found|input_not_readable|not_allowed)|^Error/.test(end)))
				stopped.push(`${command.verb}: ${ends.join(', ')}`);
		}
		expect(stopped).toEqual([]);
		expect(done).toBeGreaterThan(20);
		expect(kinds.size).toBeGreaterThan(15);
		// What is personal of a record is said in one place, for every kind that a trace tells of.
		expect([...kinds].filter((kind) => !Object.hasOwn(personalFields, kind))).toEqual([]);
	});

	it('that a role may not give is refused before anything is asked', async () => {
		for (const command of await allCommands())
			for (const role of roles.filter((one) => !may(one, command.right)))
				await expect(
					perform(house.sql, command, { actor: actorIn(world.owner, role), id: v7(), input: {} }),
					`${command.verb} as ${role}`,
				).rejects.toMatchObject({ code: 'not_allowed' });
	});
});

describe('every policy', () => {
	it('is needed: without it, or with an open one in its place, somebody reaches or misses a row', async () => {
		const policies = await house.sql<{ name: string; table: string; using: boolean; check: boolean }[]>`
			select policyname as name, tablename as table, qual is not null as using, with_check is not null as check
			from pg_policies where schemaname = 'public'`;
		expect(policies.length).toBeGreaterThan(2 * world.tables.length);
		const unseen: string[] = [];
		for (const { name, table: at, using, check } of policies) {
			const table = world.tables.filter((one) => one.name === at);
			const faults = [`drop policy ${name} on "${at}"`];
			// The keeper's is for a role that no request has; the catalog lint looks at its text.
			if (using && name !== 'keeper') faults.push(`alter policy ${name} on "${at}" using (true)`);
			if (check) faults.push(`alter policy ${name} on "${at}" with check (true)`);
			for (const fault of faults) {
				const findings = await inVain(house.sql, async (tx) => {
					await tx.unsafe(fault);
					return rawFindings(tx, world, table);
				});
				if (findings.length === 0) unseen.push(fault);
			}
		}
		expect(unseen).toEqual([]);
	});

	it('is on: a table without row-level security is found', async () => {
		const unseen: string[] = [];
		for (const table of world.tables) {
			const findings = await inVain(house.sql, async (tx) => {
				await tx.unsafe(`alter table "${table.name}" disable row level security`);
				return rawFindings(tx, world, [table]);
			});
			if (findings.length === 0) unseen.push(table.name);
		}
		expect(unseen).toEqual([]);
	});
});

describe('a new table', () => {
	it('is walked by itself, and found when it forgets its village', async () => {
		const sql = house.sql;
		await sql.unsafe(`create table late (org_id uuid not null, late_id uuid not null, village_code text not null,
			person_id uuid not null, primary key (org_id, late_id));
			select dist.declare('late', 'tenant'); select access.by_organisation('late', 'select, insert, update, delete')`);
		const later = await plantWorld(sql);
		const tables = later.tables.filter(({ name }) => name === 'late');
		const findings = await inVain(sql, (tx) => rawFindings(tx, later, tables));
		expect(findings).toContain('other village (facilitator) reads late');
		expect(findings).toContain('other person (member) removes late');
		expect(findings.join()).not.toContain('stranger');
		await sql`drop table late`;
	});
});
