import { describe, expect, it } from 'vitest';
import { catalogFindings, catalogRules } from './catalog-lint.ts';
import { testHouse } from './testing.ts';

const house = testHouse();

/** One planted fault a rule: a statement that a migration must never hold. */
const faults: Readonly<Record<string, string>> = {
	'every table declares its class': `create table bad (org_id uuid primary key)`,
	'a tenant table has org_id uuid not null as its first column': `create table bad (bad_id uuid, org_id uuid not null, primary key (org_id, bad_id)); select dist.declare('bad', 'tenant'); select access.by_organisation('bad', 'select')`,
	'only tenant tables have org_id': `create table bad (org_id uuid primary key); select dist.declare('bad', 'reference')`,
	'every table has a primary key': `create table bad (code text); select dist.declare('bad', 'reference')`,
	'org_id is first in every key of a tenant table': `create unique index on programme (slug)`,
	'org_id is in every foreign key between tenant tables': `create table bad (org_id uuid primary key, other uuid); select dist.declare('bad', 'tenant'); select access.by_organisation('bad', 'select'); create unique index lone on bad (other); alter table programme add column bad_id uuid references bad (other)`,
	'no foreign key leads from a reference or a local table to a tenant table': `alter table account_organisation add foreign key (org_id) references organisation (org_id)`,
	'no foreign key leads to a local table from a tenant table': `create table bad (id text primary key); select dist.declare('bad', 'local'); alter table membership add foreign key (account_id) references bad (id)`,
	'no foreign key empties a column (SET NULL, SET DEFAULT)': `alter table programme add foreign key (org_id) references organisation (org_id) on delete set null`,
	'row-level security is on and forced on every tenant table': `alter table programme no force row level security`,
	'every tenant table has the policy of the organisation, and it is permissive for every statement': `drop policy organisation on programme`,
	'no other policy of a tenant table lets rows in': `create policy open on programme using (true)`,
	'every table is read whole by the keeper of backups, who must be named and writes nothing': `drop policy keeper on programme; create policy keeper on programme for select to sentra_keeper using (true)`,
	'a policy compares with settings, never with another table': `create policy peek on programme as restrictive using (exists (select from membership))`,
	'a tenant table with a village is kept by village': `drop policy village on programme_village`,
	'a tenant table about a person is kept by person': `alter table programme add column person_id uuid`,
	'the roles of requests own nothing, may not log in and no policy lets them pass': `alter role sentra_tenant bypassrls`,
	'the roles of requests may not empty or own what they use (TRUNCATE, REFERENCES, TRIGGER)': `grant truncate on programme to sentra_tenant`,
	'the roles of requests see no local table': `grant select on account_organisation to sentra_guest`,
	'no trigger but those on the list': `create function bad() returns trigger language plpgsql as 'begin return new; end'; create trigger bad before insert on programme for each row execute function bad()`,
	'no rules, and no sequence: keys come from the app': `create sequence bad`,
	'a partition is cut once, by a column of the key': `create table bad (org_id uuid, month date, primary key (org_id, month)) partition by range (month); select dist.declare('bad', 'reference'); create table bad_1 partition of bad for values from ('2026-01-01') to ('2027-01-01') partition by list (org_id)`,
	'a view asks with the rights of who asks it': `create view bad as select * from programme`,
	'no function runs with the rights of its owner': `create function bad() returns int language sql security definer as 'select 1'`,
};

describe('the catalog', () => {
	it('holds every rule after all migrations', async () => {
		expect(await catalogFindings(house.sql)).toEqual([]);
	});

	it('has a planted fault for every rule', () => {
		expect(Object.keys(faults)).toEqual(catalogRules);
	});

	it.each(catalogRules)('finds the planted fault: %s', async (rule) => {
		const found = house.sql.begin(async (tx) => {
			await tx.unsafe(faults[rule] ?? '');
			const findings = await catalogFindings(tx as never);
			// Thrown, so that the fault is taken back.
			throw new Error(findings.map((finding) => finding.rule).join('\n'));
		});
		await expect(found).rejects.toThrow(rule);
	});
});
