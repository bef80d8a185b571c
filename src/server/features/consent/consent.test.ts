import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { readAsTenant } from '#server/db/tenant.ts';
import { people, testHouse } from '#server/db/testing.ts';
import type { People } from '#server/db/testing.ts';
import { villages } from '#server/db/testing-areas.ts';
import { addPerson, changePerson, removePerson } from '../person/commands.ts';
import { endUse, giveConsent, noteUse, withdrawConsent } from './commands.ts';
import { agrees, consentsOf, usesToEnd } from './queries.ts';
import type { Purpose } from './queries.ts';

const house = testHouse();
const now = new Date('2026-11-22T03:00:00Z');
let ours: People;
let theirs: People;

const person = async (name: string, more: Record<string, unknown> = {}) => {
	const input = { name, villageCode: villages.kalanganyar, ...more };
	return (await perform(house.sql, addPerson, { actor: ours.as('owner'), id: v7(), at: now, input }))
		.personId;
};
const give = (actor: Actor, personId: string, more: Record<string, unknown> = {}) =>
	perform(house.sql, giveConsent, {
		actor,
		id: v7(),
		at: now,
		input: { personId, purpose: 'story', givenOn: '2025-01-10', givenHow: 'spoken', ...more },
	});
const withdraw = (actor: Actor, consentId: string, withdrawnOn = '2026-02-01') =>
	perform(house.sql, withdrawConsent, { actor, id: v7(), at: now, input: { consentId, withdrawnOn } });
const use = (actor: Actor, personId: string, title: string, more: Record<string, unknown> = {}) =>
	perform(house.sql, noteUse, {
		actor,
		id: v7(),
		at: now,
		input: { personId, purpose: 'story', title, usedOn: '2025-12-01', ...more },
	});
const read = (actor: Actor, personId: string) =>
	readAsTenant(house.sql, actor, (tx) => consentsOf(tx, actor, personId));
const agreed = (personId: string, purpose: Purpose, on: string) =>
	readAsTenant(house.sql, ours.as('owner'), (tx) => agrees(tx, ours.as('owner'), { personId, purpose, on }));

beforeAll(async () => {
	ours = await people(house.sql, 'Yayasan Sisik Mas');
	theirs = await people(house.sql, 'Koperasi Lain');
});

describe('consent', () => {
	it('is given for a purpose on a day, and holds from then until it is taken back', async () => {
		const personId = await person('Bu Cerita');
		const { consentId } = await give(ours.as('facilitator'), personId);
		await expect(give(ours.as('owner'), personId)).rejects.toMatchObject({
			code: 'already_there',
			field: 'purpose',
		});
		expect(await agreed(personId, 'story', '2025-01-09')).toBe(false);
		expect(await agreed(personId, 'story', '2025-01-10')).toBe(true);
		expect(await agreed(personId, 'photo', '2025-01-10')).toBe(false);
		await withdraw(ours.as('facilitator'), consentId);
		expect(await agreed(personId, 'story', '2026-01-31')).toBe(true);
		expect(await agreed(personId, 'story', '2026-02-01')).toBe(false);
		await give(ours.as('owner'), personId, { givenOn: '2026-05-01', givenHow: 'written' });
		expect(await agreed(personId, 'story', '2026-05-01')).toBe(true);
		expect((await read(ours.as('auditor'), personId)).consents).toMatchObject([
			{ givenOn: '2026-05-01', givenHow: 'written', withdrawnOn: null },
			{ givenOn: '2025-01-10', givenHow: 'spoken', withdrawnOn: '2026-02-01' },
		]);
	});

	it('taken back, names every place where the person’s things stand, and none else', async () => {
		const facilitator = ours.as('facilitator');
		const [personId, other] = [await person('Bu Foto'), await person('Bu Lain')];
		const { consentId } = await give(facilitator, personId);
		const report = await use(facilitator, personId, 'Laporan PROPER 2025', { place: 'rak B2' });
		const page = await use(facilitator, personId, 'Halaman publik');
		const gone = await use(facilitator, personId, 'Spanduk bazar');
		await use(facilitator, personId, 'Foto di brosur', { purpose: 'photo' });
		await use(facilitator, other, 'Cerita orang lain');
		await perform(house.sql, endUse, {
			actor: facilitator,
			id: v7(),
			input: { useId: gone.useId, endedOn: '2025-12-20' },
		});
		const { uses } = await withdraw(facilitator, consentId);
		expect([...uses].sort()).toEqual([report.useId, page.useId].sort());
		const shown = (await read(facilitator, personId)).uses;
		expect(
			shown
				.filter(({ mustEnd }) => mustEnd)
				.map(({ title }) => title)
				.sort(),
		).toEqual(['Foto di brosur', 'Halaman publik', 'Laporan PROPER 2025']);
		expect(shown.find(({ title }) => title === 'Laporan PROPER 2025')).toMatchObject({
			covered: true,
			place: 'rak B2',
		});
		expect(shown.find(({ title }) => title === 'Foto di brosur')).toMatchObject({ covered: false });
		const todo = await readAsTenant(house.sql, facilitator, (tx) => usesToEnd(tx, facilitator));
		expect(todo.map(({ title }) => title)).toEqual(
			expect.arrayContaining(['Halaman publik', 'Laporan PROPER 2025', 'Cerita orang lain']),
		);
		expect(todo.map(({ title }) => title)).not.toContain('Spanduk bazar');
		const [trace] = await house.sql`select after from audit_entry
			where record_id = ${consentId} and verb = 'consent.withdraw'`;
		expect(trace?.after.uses).toHaveLength(2);
		await expect(withdraw(facilitator, consentId)).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});

	it('is a guardian’s to give for somebody who may be a child', async () => {
		const child = await person('Anak', { birthYear: 2010 });
		await expect(give(ours.as('owner'), child)).rejects.toMatchObject({
			code: 'guardian_missing',
			field: 'guardianName',
		});
		await give(ours.as('owner'), child, { guardianName: 'Bu Slamet, ibunya' });
		await give(ours.as('owner'), await person('Dewasa', { birthYear: 2007 }));
	});

	it.each([
		['a day that is none', { givenOn: '2025-13-01' }, 'input_not_readable', 'givenOn'],
		['a day to come', { givenOn: '2026-11-24' }, 'day_ahead', 'givenOn'],
		['a purpose nobody knows', { purpose: 'all' }, 'input_not_readable', 'purpose'],
		['no way of giving', { givenHow: '' }, 'input_not_readable', 'givenHow'],
	])('is refused for %s', async (_, given, code, field) => {
		const personId = await person('Bu Salah');
		await expect(give(ours.as('owner'), personId, given)).rejects.toMatchObject({ code, field });
	});

	it('is not taken back before it was given, nor a use ended before it began', async () => {
		const personId = await person('Bu Urut');
		const { consentId } = await give(ours.as('owner'), personId);
		await expect(withdraw(ours.as('owner'), consentId, '2025-01-09')).rejects.toMatchObject({
			code: 'date_order',
			field: 'withdrawnOn',
		});
		const { useId } = await use(ours.as('owner'), personId, 'Brosur');
		const input = { useId, endedOn: '2025-11-30' };
		await expect(
			perform(house.sql, endUse, { actor: ours.as('owner'), id: v7(), input }),
		).rejects.toMatchObject({ code: 'date_order', field: 'endedOn' });
	});

	it('moves with the person, and ends when she asks to be forgotten', async () => {
		const owner = ours.as('owner');
		const personId = await person('Bu Pindah');
		const { consentId } = await give(owner, personId);
		const { useId } = await use(owner, personId, 'Berita desa');
		const input = { personId, version: 1, name: 'Bu Pindah', villageCode: villages.serang };
		await perform(house.sql, changePerson, { actor: owner, id: v7(), at: now, input });
		const rows = await house.sql`select village_code from consent where consent_id = ${consentId}
			union all select village_code from consent_use where use_id = ${useId}`;
		expect(rows.map(({ village_code }) => village_code)).toEqual([villages.serang, villages.serang]);
		await perform(house.sql, removePerson, {
			actor: owner,
			id: v7(),
			at: now,
			input: { personId, version: 2, reason: 'asked' },
		});
		expect((await read(owner, personId)).uses).toMatchObject([{ title: 'Berita desa', mustEnd: true }]);
	});
});

describe('who reads and writes consent', () => {
	it('is who may change people, in her villages and organisation; a member reads her own', async () => {
		const near = await person('Bu Dekat');
		const far = await person('Bu Jauh', { villageCode: villages.serang });
		const { consentId } = await give(ours.as('owner'), far);
		await give(ours.as('owner'), near);
		await use(ours.as('owner'), far, 'Rahasia Serang');
		const facilitator = ours.as('facilitator');
		for (const stranger of [facilitator, theirs.as('owner')]) {
			await expect(give(stranger, far, { purpose: 'photo' })).rejects.toMatchObject({ code: 'not_found' });
			await expect(withdraw(stranger, consentId)).rejects.toMatchObject({ code: 'not_found' });
			await expect(use(stranger, far, 'x')).rejects.toMatchObject({ code: 'not_found' });
			expect(await read(stranger, far)).toEqual({ consents: [], uses: [] });
			for (const table of ['consent', 'consent_use'])
				expect(
					await readAsTenant(
						house.sql,
						stranger,
						(tx) => tx`select from ${tx(table)} where person_id = ${far}`,
					),
				).toHaveLength(0);
		}
		for (const role of ['treasurer', 'member', 'auditor', 'guest'] satisfies Role[])
			await expect(give(ours.as(role), near, { purpose: 'photo' })).rejects.toMatchObject({
				code: 'not_allowed',
			});
		const member = { ...ours.as('member'), personId: near };
		expect((await read(member, near)).consents).toHaveLength(1);
		expect((await read(member, far)).consents).toEqual([]);
		for (const table of ['consent', 'consent_use'])
			expect(
				await readAsTenant(
					house.sql,
					member,
					(tx) => tx`select from ${tx(table)} where person_id <> ${near}`,
				),
			).toHaveLength(0);
		await expect(read(ours.as('guest'), near)).rejects.toMatchObject({ code: 'not_allowed' });
	});
});
