import { beforeAll, describe, expect, it, vi } from 'vitest';
import { testHouse } from '../testing.ts';
import { rawFindings } from './raw-walk.ts';
import { inVain, isKept, plantWorld } from './world.ts';
import type { World } from './world.ts';

const house = testHouse();
let world: World;
vi.setConfig({ testTimeout: 300_000 });

beforeAll(async () => {
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
