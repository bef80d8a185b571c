/** How PostgreSQL finds people when there are very many of them: as a request asks, under row-level security. */
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#server/access/roles.ts';
import { readAsTenant } from '#server/db/tenant.ts';
import { people, testHouse } from '#server/db/testing.ts';
import type { People } from '#server/db/testing.ts';
import { villages } from '#server/db/testing-areas.ts';
import { holdIdentityKeys, identityKeysIn } from '#server/identity/identity-keys.ts';
import { peoplePage, peopleStatement, possibleDoubles } from './queries.ts';
import type { PeopleFilter } from './queries.ts';

const house = testHouse();
const now = new Date('2026-11-22T03:00:00Z');
// 100,000 give the same plans; these are made faster.
const MANY = 30_000;
let ours: People;
const groupId = v7();

interface Plan {
	readonly 'Node Type': string;
	readonly 'Relation Name'?: string;
	readonly 'Index Cond'?: string;
	readonly 'Actual Rows': number;
	readonly 'Actual Loops': number;
	readonly 'Rows Removed by Filter'?: number;
	readonly Plans?: readonly Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Rows that a plan touched, thrown away or not. */
const touched = (plan: Plan): number =>
	nodesOf(plan)
		.filter((node) => node['Relation Name'] !== undefined)
		.reduce(
			(sum, node) =>
				sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
			0,
		);

async function planOf(actor: Actor, filter: PeopleFilter): Promise<Plan> {
	const [row] = await readAsTenant(
		house.sql,
		actor,
		(tx) => tx<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>`
			explain (analyze, format json) ${peopleStatement(tx, actor, filter)}`,
	);
	if (row === undefined) throw new Error('EXPLAIN says something');
	return row['QUERY PLAN'][0].Plan;
}

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 1).toString('base64')));
	ours = await people(house.sql, 'Kabupaten');
	const { sql } = house;
	// Half of all live in one village, so that no plan is saved by a small one.
	await sql`insert into person (org_id, person_id, name, village_code, birth_year)
		select ${ours.orgId}, gen_random_uuid(), n.given || ' ' || n.family || ' ' || i, n.village, 1950 + i % 60
		from generate_series(1, ${MANY}) i cross join lateral (select
			(array['Siti','Budi','Wati','Agus','Dewi','Eko','Rina','Joko'])[1 + i % 8] as given,
			(array['Aminah','Santoso','Lestari','Wibowo','Hidayat','Rahayu','Saputra'])[1 + i % 7] as family,
			(array[${villages.kalanganyar}, ${villages.serang}])[1 + i % 2] as village) n`;
	await sql`insert into person_name (org_id, person_id, village_code, word, name_from)
		select org_id, person_id, village_code, word,
			array_to_string((string_to_array(lower(name), ' '))[word + 1:], ' ')
		from person, generate_series(0, 2) word where org_id = ${ours.orgId}`;
	const programmeId = v7();
	await sql`insert into programme (org_id, programme_id, slug, name, stage)
		values (${ours.orgId}, ${programmeId}, 'p', 'P', 'growing')`;
	await sql`insert into programme_village (org_id, programme_id, village_code)
		values (${ours.orgId}, ${programmeId}, ${villages.kalanganyar})`;
	await sql`insert into producer_group (org_id, group_id, programme_id, village_code, name, search_name)
		values (${ours.orgId}, ${groupId}, ${programmeId}, ${villages.kalanganyar}, 'OLIKAN', 'olikan')`;
	await sql`insert into group_member
			(org_id, group_member_id, group_id, person_id, village_code, role, joined_on)
		select org_id, gen_random_uuid(), ${groupId}, person_id, ${villages.kalanganyar}, 'member', '2024-01-01'
		from person where org_id = ${ours.orgId} limit 20`;
	await sql`analyze`;
}, 120_000);

const middle = Buffer.from(JSON.stringify(['rina', '00000000-0000-0000-0000-000000000000'])).toString(
	'base64url',
);
const both = [villages.kalanganyar, villages.serang];

describe(`among ${MANY} people`, () => {
	it.each<[string, 'owner' | 'facilitator', PeopleFilter]>([
		['the first page of all', 'owner', { villages: null }],
		['a page in the middle', 'owner', { villages: null, after: middle }],
		['a name that many have', 'owner', { villages: null, search: 'siti' }],
		['a page in the middle of a second name', 'owner', { villages: both, search: 'a', after: middle }],
		['a name that one has', 'owner', { villages: null, search: 'aminah 57' }],
		['a name that nobody has', 'owner', { villages: both, search: 'xaverius' }],
		['the villages of a programme', 'owner', { villages: both }],
		['the members of a group', 'owner', { villages: both, groupId }],
		['the members of a group by name', 'owner', { villages: null, groupId, search: 's' }],
		['what a facilitator sees of a programme', 'facilitator', { villages: both }],
		['what a facilitator finds', 'facilitator', { villages: [villages.kalanganyar], search: 'wati' }],
	])('%s touches no more than a few pages of rows, all by index', async (_, role, filter) => {
		const plan = await planOf(ours.as(role), filter);
		const whole = nodesOf(plan).filter((node) => node['Node Type'] === 'Seq Scan');
		expect(whole.filter((node) => /person/.test(node['Relation Name'] ?? ''))).toEqual([]);
		expect(touched(plan)).toBeLessThan(2_000);
	});

	it('a page and the list of doubles come in good time', async () => {
		const owner = ours.as('owner');
		const started = performance.now();
		const page = await readAsTenant(house.sql, owner, (tx) =>
			peoplePage(tx, owner, { villages: both, search: 'rahayu' }, now),
		);
		expect(page.people).toHaveLength(50);
		await readAsTenant(house.sql, owner, (tx) => possibleDoubles(tx, owner));
		// Not a measurement: what would scan for every row takes minutes.
		expect(performance.now() - started).toBeLessThan(10_000);
	});
});
