import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SharingContent } from '#inputs/sharing-content.ts';
import type { Actor } from '../../access/roles.ts';
import { verifyAudit } from '../../db/audit.ts';
import { perform } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import { villages } from '../../db/testing-areas.ts';
import { programmeChange } from '../programme/commands.ts';
import { listProgrammes, programmeCard } from '../programme/queries.ts';
import { studyReport } from '../study/engine.ts';
import { listStudies, studyCard, studyFile, studyPublication, studyVersion } from '../study/queries.ts';
import { loadDemo } from './loading.ts';
import type { LoadedDemo } from './loading.ts';

const house = testHouse();
const samples = fileURLToPath(new URL('../../../../samples', import.meta.url));
let demos: readonly LoadedDemo[] = [];

const demo = (slug: string): LoadedDemo => {
	const found = demos.find((one) => one.slug === slug);
	if (found === undefined) throw new Error(`no demo ${slug}`);
	return found;
};
const owner = ({ orgId }: LoadedDemo): Actor => ({
	orgId,
	accountId: 'x',
	name: 'Ibu Pemilik',
	role: 'owner',
	villages: null,
	personId: null,
});
const read = <Answer>(slug: string, work: Parameters<typeof readAsTenant<Answer>>[2]) =>
	readAsTenant(house.sql, owner(demo(slug)), work);
const card = (slug: string) => read(slug, (tx) => programmeCard(tx, owner(demo(slug)), slug, '2026-11-22'));
const studies = (slug: string) =>
	read(slug, (tx) => listStudies(tx, demo(slug).orgId, demo(slug).programmeId));
/** The report of a study of a kind, as text. */
const said = (slug: string, kind: string) =>
	read(slug, async (tx) => {
		const { orgId, programmeId } = demo(slug);
		const list = await listStudies(tx, orgId, programmeId);
		const { studyId, version } = list.find((one) => one.kind === kind) ?? { studyId: '', version: 0 };
		const { kind: tool, content } = await studyVersion(tx, orgId, studyId, version);
		return JSON.stringify(studyReport(tool, content, { locale: 'id' }));
	});
const rowsOf = () =>
	house.sql.unsafe<{ name: string; rows: string }[]>(`
	select relname as name, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', relname), false, true, '')))[1]::text as rows
	from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and obj_description(oid) = 'dist:tenant'
	order by 1`);

beforeAll(async () => {
	demos = await loadDemo(house.sql, samples);
}, 120_000);

describe('the demo', () => {
	it('is there once, however often it is loaded', async () => {
		const before = await rowsOf();
		expect(before.find(({ name }) => name === 'person')?.rows).toBe('79');
		expect(await loadDemo(house.sql, samples)).toEqual(demos);
		expect(await rowsOf()).toEqual(before);
	}, 120_000);

	it('is five organisations, each with its own programme in its village', async () => {
		for (const one of demos)
			expect((await read(one.slug, (tx) => listProgrammes(tx, owner(one)))).map(({ slug }) => slug)).toEqual([
				one.slug,
			]);
		expect(demos.map(({ slug, villages: [code] }) => [slug, code])).toEqual([
			['kalanganyar', villages.kalanganyar],
			['kerang-hijau', villages.serang],
			['serabi-sumenep', villages.sumenep],
			['sei-lekop', villages.seiLekop],
			['susu-sukorejo', villages.sukorejo],
		]);
	});

	it('leaves a trail that holds together', async () => {
		for (const { slug, orgId } of demos)
			expect((await read(slug, (tx) => verifyAudit(tx, orgId))).brokenAt).toBeNull();
	});

	it('does not change back what somebody changed', async () => {
		const one = demo('sei-lekop');
		const { programmeId, slug, version } = await card('sei-lekop');
		await perform(house.sql, programmeChange, {
			actor: owner(one),
			id: one.memberPersonId,
			input: { programmeId, version, slug, name: 'Nama kami sendiri' },
		});
		await loadDemo(house.sql, samples);
		expect((await card('sei-lekop')).name).toBe('Nama kami sendiri');
	}, 120_000);

	it('has a person behind whom a member signs in', async () => {
		for (const { slug, orgId, memberPersonId } of demos)
			expect(
				await read(
					slug,
					(tx) => tx`select from person where org_id = ${orgId} and person_id = ${memberPersonId}`,
				),
			).toHaveLength(1);
	});
});

describe('each programme reproduces its paper', () => {
	it('Kalanganyar: two groups of ten, its streams and its five agreements', async () => {
		const { orgId } = demo('kalanganyar');
		const groups = await read(
			'kalanganyar',
			(tx) => tx`select producer_group.name, count(*)::int as members from producer_group
				join group_member using (org_id, group_id) where org_id = ${orgId} group by 1 order by 1`,
		);
		expect(groups).toEqual([
			{ name: 'KeCe', members: 10 },
			{ name: 'OLIKAN', members: 10 },
		]);
		const [scales] = await read(
			'kalanganyar',
			(
				tx,
			) => tx`select quantity_from::text as from, quantity_to::text as to, unit, period, basis from by_product_stream
				where org_id = ${orgId} and quantity_to is not null`,
		);
		expect(scales).toEqual({ from: '20', to: '30', unit: 'kg', period: 'day', basis: 'wet' });
		const { counts, steps, stage } = await card('kalanganyar');
		expect(counts).toMatchObject({ groups: 2, agreements: 5, findings: 4, streams: 3 });
		expect(steps[0]?.state).toBe('enough');
		expect(stage).toBe('growing');
	});

	it('the mussel co-operative: 50 people, 36 partners with 90 rafts, and the harvest to the rupiah', async () => {
		const { orgId, programmeId } = demo('kerang-hijau');
		const [people] = await read(
			'kerang-hijau',
			(tx) => tx`select count(*)::int from person where org_id = ${orgId}`,
		);
		expect(people).toEqual({ count: 50 });
		expect((await card('kerang-hijau')).counts).toMatchObject({ enterprises: 36, groups: 2 });
		const contents = await read('kerang-hijau', async (tx) => {
			const list = await listStudies(tx, orgId, programmeId);
			const sharing = list.filter(({ kind }) => kind === 'sharing');
			return Promise.all(sharing.map(({ studyId }) => studyVersion(tx, orgId, studyId, 1)));
		});
		const people36 = contents
			.map(({ content }) => (content as SharingContent).people)
			.find(({ length }) => length === 36);
		expect(people36?.reduce((sum, { units }) => sum + Number(units), 0)).toBe(90);
		for (const { kind, content } of contents)
			expect(studyReport(kind, content, { locale: 'id' })?.sources).not.toEqual([]);
		expect(await said('kerang-hijau', 'livelihood')).toContain('1,82');
	});

	it('serabi: four by-products, value added 3.782,78, and the indices that the weights reproduce', async () => {
		expect((await card('serabi-sumenep')).counts).toMatchObject({ streams: 4, enterprises: 1, findings: 4 });
		expect(await said('serabi-sumenep', 'value-added')).toContain('3.782,78');
		const decision = await said('serabi-sumenep', 'decision');
		for (const score of ['95,19', '60,43', '67,09', '92,78']) expect(decision).toContain(score);
	});

	it('Sei Lekop: 63 enterprises with permits, and the budgets as printed', async () => {
		const { counts, steps } = await card('sei-lekop');
		expect(counts).toMatchObject({ enterprises: 63, permits: 189, permitsEnded: 21 });
		expect(steps.find(({ step }) => step === 'run')?.state).toBe('to-check');
		const check = await said('sei-lekop', 'table-check');
		expect(check).toContain('10.965');
		expect(check).toContain('4.143.833.000');
		expect(await said('sei-lekop', 'region')).toContain('Industri Pengolahan, naik dari 40,4');
	});

	it('Sukorejo: the tree of six products, kefir at 75.800', async () => {
		const tree = await said('susu-sukorejo', 'tree');
		for (const product of ['Keju', 'Es krim', 'Yogurt', 'Kefir', 'Stik susu', 'Susu pasteurisasi'])
			expect(tree).toContain(product);
		expect(tree).toContain('75.800');
		expect(await said('susu-sukorejo', 'table-check')).toContain('75.800');
	});

	it('every study works something out, one of each programme is published, and files are those of the papers', async () => {
		for (const { slug, orgId } of demos) {
			const list = await studies(slug);
			expect(list.filter(({ publishedVersion }) => publishedVersion === 1)).toHaveLength(1);
			for (const { studyId, kind, title } of list) {
				const seen = await read(slug, (tx) => studyCard(tx, orgId, studyId));
				expect(seen.versions[0]?.methods, `${slug}: ${kind} ${title}`).not.toEqual([]);
				for (const { fileId, name } of seen.attached) {
					const file = await read(slug, (tx) => studyFile(tx, orgId, fileId));
					expect(file.bytes.equals(readFileSync(`${samples}/${name}`))).toBe(true);
				}
				for (const { publicationId } of seen.publications) {
					const { results } = await read(slug, (tx) => studyPublication(tx, orgId, publicationId));
					expect(results.en.blocks.length).toBe(results.id.blocks.length);
				}
			}
		}
	}, 60_000);
});
