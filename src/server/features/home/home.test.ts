import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../access/roles.ts';
import { barOf, chooseBar } from '../../access/account-setting.ts';
import type { Bar } from '../../access/account-setting.ts';
import { perform } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import { listAgreements } from '../agreement/queries.ts';
import { changeAgreementCommand } from '../agreement/commands.ts';
import { loadDemo } from '../demo/loading.ts';
import type { LoadedDemo } from '../demo/loading.ts';
import { permitsDue } from '../permit/queries.ts';
import { addPerson } from '../person/commands.ts';
import { peoplePage } from '../person/queries.ts';
import { studySaveVersion } from '../study/commands.ts';
import { listStudies, studyVersion } from '../study/queries.ts';
import { saidByStudies } from '../study/said.ts';
import { activityWeeks, lastStudies, tasksOn } from './queries.ts';
import type { TaskKind } from './queries.ts';

const house = testHouse();
const samples = fileURLToPath(new URL('../../../../samples', import.meta.url));
const on = '2026-11-22';
let demos: readonly LoadedDemo[] = [];

const demo = (slug: string): LoadedDemo => {
	const found = demos.find((one) => one.slug === slug);
	if (found === undefined) throw new Error(`no demo ${slug}`);
	return found;
};
const as = (slug: string, role: Role = 'owner', more: Partial<Actor> = {}): Actor => ({
	...{ orgId: demo(slug).orgId, accountId: 'x', name: 'Ibu', role, villages: null, personId: null },
	...more,
});
const read = <Answer>(actor: Actor, work: Parameters<typeof readAsTenant<Answer>>[2]) =>
	readAsTenant(house.sql, actor, work);
const counts = async (actor: Actor, day = on): Promise<Partial<Record<TaskKind, number>>> =>
	Object.fromEntries(
		(await read(actor, (tx) => tasksOn(tx, actor, day))).map(({ kind, count }) => [kind, count]),
	);

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 7).toString('base64')));
	demos = await loadDemo(house.sql, samples);
}, 240_000);

describe('what waits', () => {
	it('is counted as its own list counts it, and nothing is told that is not there', async () => {
		expect(await counts(as('kalanganyar'))).toEqual({ 'streams-unweighed': 1, 'problems-open': 4 });
		expect(await counts(as('susu-sukorejo'))).toEqual({});
		const due = await read(as('sei-lekop'), (tx) =>
			permitsDue(tx, demo('sei-lekop').orgId, { programmeId: demo('sei-lekop').programmeId, on }),
		);
		expect(await counts(as('sei-lekop'))).toEqual({ 'permits-expired': due.length, 'problems-open': 1 });
		expect(due).toHaveLength(21);
	});

	it('tells permits by how near their end is, on the day that is asked', async () => {
		const near = ['2026-03-31', '2026-03-24', '2026-03-01', '2025-12-31', '2025-12-30'];
		const kinds = await Promise.all(near.map((day) => counts(as('sei-lekop'), day)));
		expect(kinds.map((one) => Object.keys(one).filter((kind) => kind.startsWith('permits')))).toEqual([
			['permits-within-7'],
			['permits-within-7'],
			['permits-within-30'],
			['permits-within-90'],
			[],
		]);
	});

	it('counts people who have not agreed as the filtered list does, and names who may be written down twice', async () => {
		const actor = as('serabi-sumenep');
		const [village] = demo('serabi-sumenep').villages;
		for (const id of [v7(), v7()])
			await perform(house.sql, addPerson, {
				actor,
				id,
				input: { name: 'Rahma Contoh', birthYear: '1980', villageCode: village },
			});
		expect(await counts(actor)).toMatchObject({ 'people-without-consent': 2, doubles: 1 });
		const { people } = await read(actor, (tx) =>
			peoplePage(
				tx,
				actor,
				{ villages: demo('serabi-sumenep').villages, withoutConsent: true },
				new Date(on),
			),
		);
		expect(people.map(({ name }) => name)).toEqual(['Rahma Contoh', 'Rahma Contoh']);
		expect(await counts(as('serabi-sumenep', 'facilitator', { villages: [village ?? ''] }))).toMatchObject({
			'people-without-consent': 2,
		});
		for (const role of ['treasurer', 'auditor', 'guest'] as const)
			expect(await counts(as('serabi-sumenep', role)), role).not.toHaveProperty('people-without-consent');
	});

	it('tells an agreement that ends within 90 days, and a study that went on after its publication', async () => {
		const actor = as('kalanganyar');
		const { orgId, programmeId } = demo('kalanganyar');
		const [agreement] = await read(actor, (tx) => listAgreements(tx, orgId, { programmeId, on }));
		if (agreement === undefined) throw new Error('no agreement');
		const party = (enterpriseId: string | null, stakeholderId: string | null) =>
			enterpriseId === null
				? { kind: 'stakeholder', id: stakeholderId }
				: { kind: 'enterprise', id: enterpriseId };
		await perform(house.sql, changeAgreementCommand, {
			actor,
			id: v7(),
			input: {
				agreementId: agreement.agreementId,
				version: agreement.version,
				giver: party(agreement.giverEnterpriseId, agreement.giverStakeholderId),
				taker: party(agreement.takerEnterpriseId, agreement.takerStakeholderId),
				material: agreement.material,
				since: agreement.since,
				until: '2027-02-20',
			},
		});
		expect(await counts(actor)).toMatchObject({ 'agreements-ending': 1 });
		expect(await counts(actor, '2026-11-21')).not.toHaveProperty('agreements-ending');
		expect(await counts(actor, '2027-02-21')).not.toHaveProperty('agreements-ending');
		const [flow] = await read(actor, (tx) => listStudies(tx, orgId, programmeId));
		if (flow === undefined) throw new Error('no study');
		const { content } = await read(actor, (tx) => studyVersion(tx, orgId, flow.studyId, 1));
		await perform(house.sql, studySaveVersion, {
			actor,
			id: v7(),
			input: {
				studyId: flow.studyId,
				version: 1,
				content: { ...(content as object), title: 'Aliran, ditimbang lagi' },
			},
		});
		expect(await counts(actor)).toMatchObject({ 'published-behind': 1 });
	});

	it('is nothing for who sees no village, and hers alone for a member', async () => {
		expect(await counts(as('sei-lekop', 'facilitator', { villages: [] }))).toEqual({});
		expect(await counts(as('sei-lekop', 'member', { personId: demo('sei-lekop').memberPersonId }))).toEqual(
			{},
		);
	});
});

describe('the last studies', () => {
	it('are the newest, those of the kinds that somebody works with first', async () => {
		const actor = as('kerang-hijau', 'treasurer');
		const kinds = async (first: readonly ('sharing' | 'livelihood')[]) =>
			(await read(actor, (tx) => lastStudies(tx, actor.orgId, first, 2))).map(({ kind }) => kind);
		expect(await kinds(['sharing'])).toEqual(['sharing', 'sharing']);
		expect((await kinds(['livelihood']))[0]).toBe('livelihood');
		const member = as('kerang-hijau', 'member', { personId: demo('kerang-hijau').memberPersonId });
		expect(await read(member, (tx) => lastStudies(tx, member.orgId, [], 3))).toEqual([]);
	});
});

describe('the last twelve weeks', () => {
	it('are counted from Monday to Sunday on the clock of western Indonesia', async () => {
		const actor = as('susu-sukorejo');
		const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format();
		const weeks = await read(actor, (tx) => activityWeeks(tx, actor, today));
		expect(weeks).toHaveLength(12);
		for (const { from } of weeks) expect(new Date(`${from}T00:00:00Z`).getUTCDay()).toBe(1);
		const [entries] = await read(
			actor,
			(tx) => tx<{ count: number }[]>`select count(*)::int from audit_entry where org_id = ${actor.orgId}`,
		);
		// The demo may have been loaded in the last minute of a Sunday.
		const [before, now] = weeks.slice(-2).map(({ count }) => count);
		expect((before ?? 0) + (now ?? 0)).toBe(entries?.count);
		expect(weeks.slice(0, -2).every(({ count }) => count === 0)).toBe(true);
		const nobody = as('susu-sukorejo', 'facilitator', { villages: [] });
		expect(
			(await read(nobody, (tx) => activityWeeks(tx, nobody, today))).every(({ count }) => count === 0),
		).toBe(true);
	});
});

describe('what the studies of a programme say', () => {
	it('is their first sentence, and of a check what it found, in both languages', async () => {
		const { orgId, programmeId } = demo('sei-lekop');
		const said = (locale: 'id' | 'en') =>
			read(as('sei-lekop'), (tx) => saidByStudies(tx, orgId, programmeId, locale));
		const first = await said('id');
		expect(first.every(({ sentence }) => sentence.length > 20)).toBe(true);
		expect(first.flatMap(({ findings }) => findings).join('\n')).toContain('10.965, bukan 10.956');
		expect((await said('en')).flatMap(({ findings }) => findings).join('\n')).toContain('10,965');
		expect(await said('id')).toEqual(first);
	});
});

describe('the bar of an account', () => {
	it('is the one of its role until it chose another, and that again when it takes the choice back', async () => {
		const chosenBar = async (accountId: string) => {
			const [row] = await house.sql<{ bar: Bar }[]>`
				select bar from account_setting where account_id = ${accountId}`;
			return row?.bar ?? null;
		};
		const bar = async (role: Role) => barOf(await chosenBar('akun'), role);
		expect([await bar('facilitator'), await bar('treasurer'), await bar('owner')]).toEqual([
			'facilitator',
			'treasurer',
			'other',
		]);
		await chooseBar(house.sql, 'akun', 'head');
		await chooseBar(house.sql, 'akun', 'treasurer');
		expect(await bar('owner')).toBe('treasurer');
		expect(barOf(await chosenBar('akun lain'), 'owner')).toBe('other');
		await chooseBar(house.sql, 'akun', null);
		expect(await bar('owner')).toBe('other');
	});
});
