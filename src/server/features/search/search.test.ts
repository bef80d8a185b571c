import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../access/roles.ts';
import { perform } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import { holdIdentityKeys, identityKeysIn } from '../../identity/identity-keys.ts';
import { villages } from '../../db/testing-areas.ts';
import { loadDemo } from '../demo/loading.ts';
import type { LoadedDemo } from '../demo/loading.ts';
import { addPerson } from '../person/commands.ts';
import { askedBy, daysIn } from './asked.ts';
import { foundByAmount, foundByDay, foundByName } from './queries.ts';
import type { Found } from './queries.ts';

const house = testHouse();
const samples = fileURLToPath(new URL('../../../../samples', import.meta.url));
let demos: readonly LoadedDemo[] = [];
const NIK = '3515170101900001';

const as = (slug: string, role: Role = 'owner', more: Partial<Actor> = {}): Actor => {
	const demo = demos.find((one) => one.slug === slug);
	if (demo === undefined) throw new Error(`no demo ${slug}`);
	return { orgId: demo.orgId, accountId: 'x', name: 'Ibu', role, villages: null, personId: null, ...more };
};
const read = (actor: Actor, work: Parameters<typeof readAsTenant<Found[]>>[2]) =>
	readAsTenant(house.sql, actor, work);
const named = (actor: Actor, name: string) => read(actor, (tx) => foundByName(tx, actor, name));
const titles = (found: readonly Found[]) => found.map(({ kind, title }) => `${kind} ${title}`);

beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 7).toString('base64')));
	demos = await loadDemo(house.sql, samples);
	await perform(house.sql, addPerson, {
		actor: as('kalanganyar'),
		id: '01900000-0000-7000-8000-000000000001',
		input: { name: 'Siti Nur Aminah', villageCode: villages.kalanganyar, identityNumber: NIK },
	});
}, 240_000);

describe('a search by name', () => {
	it('finds from the beginning of any word on, in every kind of record', async () => {
		const scales = titles(await named(as('kalanganyar'), 'Sisik'));
		expect(scales).toContain('stream Sisik bandeng');
		expect(scales).toContain('agreement Sisik bandeng');
		expect(scales).toContain('group OLIKAN');
		expect(titles(await named(as('kalanganyar'), 'amin'))).toContain('person Siti Nur Aminah');
		expect(titles(await named(as('kalanganyar'), 'NUR a'))).toContain('person Siti Nur Aminah');
		expect(titles(await named(as('kalanganyar'), 'makmur'))).toEqual([
			'stakeholder BUMDes Kalanganyar Makmur',
		]);
		expect(titles(await named(as('sei-lekop'), 'contoh-pirt-001'))).toEqual(['permit CONTOH-PIRT-001']);
		expect(titles(await named(as('sei-lekop'), 'kelayakan penerima'))).toEqual([
			'study Kelayakan penerima bantuan (pemohon rekaan)',
		]);
	});

	it('finds nothing from the middle of a word, nor for no word at all', async () => {
		expect(await named(as('kalanganyar'), 'isik')).toEqual([]);
		expect(await named(as('kalanganyar'), ' %_ ')).toEqual([]);
		expect(await named(as('kalanganyar'), "'; select 1 --")).toEqual([]);
	});

	it('leads every result to a programme', async () => {
		for (const one of await named(as('kalanganyar'), 'k')) expect(one.slug).toBe('kalanganyar');
	});

	it('shows nobody of another organisation, another village or another person', async () => {
		expect(titles(await named(as('serabi-sumenep'), 'siti'))).toEqual([]);
		expect(titles(await named(as('kalanganyar', 'facilitator', { villages: [] }), 'sisik'))).toEqual([]);
		expect(await named(as('kalanganyar', 'facilitator', { villages: [] }), 'kalanganyar')).toEqual([]);
		expect(titles(await named(as('kalanganyar', 'guest'), 'siti'))).toEqual([]);
		const [mine] = demos;
		const member = as('kalanganyar', 'member', { personId: mine?.memberPersonId ?? null });
		const people = (await named(member, 'a')).filter(({ kind }) => kind === 'person');
		expect(people.map(({ id }) => id)).toEqual([mine?.memberPersonId]);
	});

	it('never finds by an identity number, whole or in part', async () => {
		for (const part of [NIK, NIK.slice(0, 8), NIK.slice(-4)])
			expect(titles(await named(as('kalanganyar'), part)), part).toEqual([]);
		expect(askedBy('3515.1701 0190-0001', 'id')).toEqual({
			name: '',
			days: null,
			amount: null,
			identityNumber: true,
		});
	});
});

describe('a search by day', () => {
	it('reads days and months as people write them', () => {
		const day = { from: '2022-01-03', until: '2022-01-03' };
		for (const text of ['2022-01-03', '3/1/2022', '03-01-2022', '3.1.2022', '3 Januari 2022', '3 jan 2022'])
			expect(daysIn(text), text).toEqual(day);
		expect(daysIn('Februari 2024')).toEqual({ from: '2024-02-01', until: '2024-02-29' });
		for (const text of ['31/2/2024', '2022', 'Sisik 2022', '13 2022']) expect(daysIn(text), text).toBeNull();
	});

	it('finds what begins, ends or was agreed then', async () => {
		const on = (slug: string, text: string) => {
			const days = daysIn(text);
			if (days === null) throw new Error(text);
			return read(as(slug), (tx) => foundByDay(tx, as(slug), days));
		};
		const agreed = await on('kalanganyar', '3 Januari 2022');
		expect(agreed.filter(({ kind }) => kind === 'agreement')).toHaveLength(5);
		expect(agreed[0]?.day).toBe('2022-01-03');
		expect((await on('kalanganyar', 'Juni 2021')).map(({ kind }) => kind).sort()).toEqual([
			'group',
			'group',
			'programme',
		]);
		expect((await on('sei-lekop', '31 Maret 2026')).every(({ kind }) => kind === 'permit')).toBe(true);
		expect(await on('serabi-sumenep', '3 Januari 2022')).toEqual([]);
	});
});

describe('a search by amount', () => {
	it('reads amounts in the style of the page and finds them exactly', async () => {
		expect(askedBy('Rp 4.200', 'id').amount).toBe('4200');
		expect(askedBy('4,200', 'en').amount).toBe('4200');
		expect(askedBy('20 kg', 'id').amount).toBe('20');
		expect(askedBy('20-30', 'id').amount).toBeNull();
		const by = (slug: string, amount: string) => read(as(slug), (tx) => foundByAmount(tx, as(slug), amount));
		expect(titles(await by('susu-sukorejo', '4200'))).toEqual(['price Susu segar']);
		expect(titles(await by('kalanganyar', '30'))).toEqual(['stream Sisik bandeng']);
		expect(titles(await by('serabi-sumenep', '800'))).toEqual(['stream Ampas kelapa']);
		expect((await by('sei-lekop', '36')).map(({ kind }) => kind)).toEqual(['enterprise']);
		expect(await by('kalanganyar', '4200')).toEqual([]);
		expect(await by('kalanganyar', "1' or true")).toEqual([]);
	});
});
