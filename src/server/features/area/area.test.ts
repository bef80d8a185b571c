import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { people, testHouse } from '../../db/testing.ts';
import { villages } from '../../db/testing-areas.ts';
import { loadAreas } from './loading.ts';
import { areaPath, searchAreas } from './queries.ts';
import { areaCodeText } from './schema.ts';
import { searchText } from './search-text.ts';

const house = testHouse();
const file = fileURLToPath(new URL('../../../../dist/areas.tsv.gz', import.meta.url));

/** As a place is read out: its own name and all above it. */
const told = (areas: Awaited<ReturnType<typeof searchAreas>>) =>
	areas.map(({ name, district, regency, province }) =>
		[name, district, regency, province].filter(Boolean).join(', '),
	);
const search = async (text: string, more?: Parameters<typeof searchAreas>[2]) =>
	told(await searchAreas(house.sql, text, more));

describe('the areas', () => {
	beforeAll(async () => {
		// What an older edition held and this one does not, and a name that was written otherwise.
		await house.sql`insert into area (code, parent_code, name, search_name)
			values ('9999999999', '999999', 'Desa Lama', 'desa lama')`;
		await house.sql`update area set name = 'Kalang' where code = ${villages.kalanganyar}`;
		const other = connect(house.where, { max: 1 });
		const answers = await Promise.all([loadAreas(house.sql, file), loadAreas(other, file)]);
		await other.end();
		// Two programs that start at once: one loads, the other waits and finds them there.
		expect(answers.sort()).toEqual([false, true]);
	});

	it('are all of Indonesia, each below another that is there', async () => {
		const counts = await house.sql<{ length: number; count: string }[]>`
			select length(code), count(*) from area where in_force group by 1 order by 1`;
		expect(counts.map(({ count }) => Number(count))).toEqual([38, 514, 7285, 83762]);
		const lost = await house.sql`select code from area
			where in_force and parent_code is not null
				and not exists (select from area above where above.code = area.parent_code)`;
		expect(lost).toEqual([]);
		expect(await loadAreas(house.sql, file)).toBe(false);
	});

	it('hold no sign in their file that COPY would read otherwise', () => {
		const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
		expect(lines.filter((line) => !/^\d{2,10}\t[^\t\\\r]+$/.test(line))).toEqual([]);
	});

	it('keep what is no longer official for the records that name it, and offer it to nobody', async () => {
		expect(await house.sql`select in_force from area where code = '9999999999'`).toEqual([
			{ in_force: false },
		]);
		expect(await search('desa lama')).not.toContain('Desa Lama');
		expect(await searchAreas(house.sql, '99.99')).toEqual([]);
	});

	it('have the official codes and names of the villages that the tests use', async () => {
		const paths = await Promise.all(Object.values(villages).map((code) => areaPath(house.sql, code)));
		expect(paths.map((path) => path.map(({ name }) => name).join(' > '))).toEqual([
			'Jawa Timur > Kabupaten Sidoarjo > Sedati > Kalanganyar',
			'Banten > Kota Serang > Kasemen > Margaluyu',
			'Kepulauan Riau > Kabupaten Bintan > Bintan Timur > Sungai Lekop',
			'Jawa Timur > Kabupaten Sumenep > Kota Sumenep > Kepanjin',
			'Jawa Tengah > Kabupaten Boyolali > Musuk > Sukorejo',
		]);
		expect(paths[0]?.map(({ level }) => level)).toEqual(['province', 'regency', 'district', 'village']);
		expect(await areaPath(house.sql, '3515179999')).toEqual([]);
	});
});

describe('a place', () => {
	it('is found by its name, the larger area first', async () => {
		const found = await search('kalanganyar');
		expect(found[0]).toBe('Kalanganyar, Kabupaten Lebak, Banten');
		expect(found).toContain('Kalanganyar, Sedati, Kabupaten Sidoarjo, Jawa Timur');
		expect(found.at(-1)).toContain('Babakan Kalanganyar');
		expect(await search('Kalanganyar', { level: 'district' })).toEqual([
			'Kalanganyar, Kabupaten Lebak, Banten',
		]);
	});

	it('is found by its name and a name above it, by parts of words, in any order', async () => {
		const one = ['Kalanganyar, Sedati, Kabupaten Sidoarjo, Jawa Timur'];
		for (const text of [
			'kalanganyar sidoarjo',
			'sedati kalang',
			'Desa Kalanganyar, Kec. Sedati, Kab. Sidoarjo',
			'KALANGANYÁR jawa timur sidoarjo',
			'kalang anyar, sedati',
		])
			expect(await search(text, { level: 'village' }), text).toEqual(one);
	});

	it('is found however its words are joined or shortened', async () => {
		expect(await search('sei lekop bintan')).toEqual([
			'Sungai Lekop, Bintan Timur, Kabupaten Bintan, Kepulauan Riau',
		]);
		expect((await search('Tj. Pinang'))[0]).toBe('Kota Tanjung Pinang, Kepulauan Riau');
		expect((await search('tanjungpinang', { level: 'regency' }))[0]).toBe(
			'Kota Tanjung Pinang, Kepulauan Riau',
		);
		expect(await search("ra'as sumenep", { level: 'district' })).toEqual(
			await search('raas sumenep', { level: 'district' }),
		);
		expect(searchText('  Gn. Ma’rang–Baru (2) ')).toBe('gunung marang baru 2');
	});

	it('comes first when its very name was typed', async () => {
		expect((await search('serang')).slice(0, 2)).toEqual(['Kabupaten Serang, Banten', 'Kota Serang, Banten']);
		expect((await search('sukorejo musuk'))[0]).toBe('Sukorejo, Musuk, Kabupaten Boyolali, Jawa Tengah');
	});

	it('is found by its code, with points or without, and by the beginning of one', async () => {
		expect(await search('35.15.17.2004')).toEqual(await search('3515172004'));
		expect((await search('35.15.17'))[0]).toBe('Sedati, Kabupaten Sidoarjo, Jawa Timur');
		expect(await search('351517', { level: 'village', most: 50 })).toHaveLength(16);
		expect(areaCodeText('3515172004')).toBe('35.15.17.2004');
	});

	it('is not found by nothing, a letter, signs or the words of a query', async () => {
		for (const text of ['', ' ', 'k', '%', "' | !", '\\', '1', '\u0000'])
			expect(await search(text), JSON.stringify(text)).toEqual([]);
		await expect(search(`a'b:*&!(c | <-> d ${'x'.repeat(500)}`)).resolves.toEqual([]);
	});

	it('is found through an index, also by a tenant', async () => {
		const who = await people(house.sql);
		const plan = await readAsTenant(house.sql, who.as('guest'), async (tx) => {
			expect(told(await searchAreas(tx, 'kalanganyar sedati'))).toHaveLength(1);
			return tx<{ 'QUERY PLAN': string }[]>`explain select code from area
				where in_force and (to_tsvector('simple', search_name) @@ to_tsquery('simple', ${`'kalanganyar':*`})
					or replace(regexp_replace(search_name, '^(kabupaten|kota) ', ''), ' ', '') like ${'kalanganyar%'})`;
		});
		const text = plan.map((line) => line['QUERY PLAN']).join('\n');
		expect(text).toContain('area_by_words');
		expect(text).toContain('area_by_joined_name');
		expect(text).not.toContain('Seq Scan');
		await expect(
			readAsTenant(house.sql, who.as('owner'), (tx) => tx`delete from area`),
		).rejects.toMatchObject({ code: expect.stringMatching(/42501|25006/) });
	});
});
