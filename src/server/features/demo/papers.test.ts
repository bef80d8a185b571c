/** The records of the demo, read back and compared with what the papers print. */
import { fileURLToPath } from 'node:url';
import type { TransactionSql } from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { readNumber } from '#inputs/number-reader.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import { listAgreements } from '../agreement/queries.ts';
import { listStudies, studyVersion } from '../study/queries.ts';
import { saidByStudies } from '../study/said.ts';
import { loadDemo } from './loading.ts';
import type { LoadedDemo } from './loading.ts';
import {
	kalanganyarPaper,
	musselPaper,
	seiLekopPaper,
	serabiPaper,
	sukorejoPaper,
} from './testing-papers.ts';

const house = testHouse();
const samples = fileURLToPath(new URL('../../../../samples', import.meta.url));
let demos: readonly LoadedDemo[] = [];

const inside = <Answer>(slug: string, work: (tx: TransactionSql, demo: LoadedDemo) => Promise<Answer>) => {
	const demo = demos.find((one) => one.slug === slug);
	if (demo === undefined) throw new Error(`no demo ${slug}`);
	const actor = {
		orgId: demo.orgId,
		accountId: null,
		name: 'Ibu',
		role: 'owner',
		villages: null,
		personId: null,
	};
	return readAsTenant(house.sql, actor as never, (tx) => work(tx, demo));
};

/** Every number that stands in a content, whether it is kept as a number or as it was typed. */
function numbersIn(value: unknown, found = new Set<number>()): Set<number> {
	if (typeof value === 'number') found.add(value);
	else if (typeof value === 'string') {
		for (const style of ['id', 'en'] as const) {
			const { value: number } = readNumber(value, { style });
			if (number !== null) found.add(number);
		}
		for (const part of value.split(/[\s|;]+/)) {
			const { value: number } = readNumber(part, { style: 'id' });
			if (number !== null) found.add(number);
		}
	} else if (typeof value === 'object' && value !== null)
		for (const part of Object.values(value)) numbersIn(part, found);
	return found;
}

/** All numbers of the studies of a kind. */
const studied = (slug: string, kind: string) =>
	inside(slug, async (tx, { orgId, programmeId }) => {
		const list = (await listStudies(tx, orgId, programmeId)).filter((study) => study.kind === kind);
		if (list.length === 0) throw new Error(`no ${kind} in ${slug}`);
		const found = new Set<number>();
		for (const { studyId } of list) numbersIn((await studyVersion(tx, orgId, studyId, 1)).content, found);
		return found;
	});

const missing = (found: ReadonlySet<number>, printed: readonly number[]): number[] =>
	printed.filter((number) => !found.has(number));

beforeAll(async () => {
	demos = await loadDemo(house.sql, samples);
}, 240_000);

describe('Kalanganyar', () => {
	const paper = kalanganyarPaper;

	it('has its two groups with their members and products', async () => {
		const groups = await inside(
			'kalanganyar',
			(tx, { orgId }) => tx<{ name: string; members: number; said: string }[]>`
				select producer_group.name, count(*)::int as members,
					lower(concat_ws(' ', min(main_product), min(producer_group.note), min(enterprise.note))) as said
				from producer_group join group_member using (org_id, group_id)
				join enterprise on enterprise.org_id = ${orgId} and enterprise.name = producer_group.name
				where producer_group.org_id = ${orgId} group by producer_group.name`,
		);
		for (const [name, members] of Object.entries(paper.groups)) {
			const group = groups.find((one) => one.name === name);
			expect(group?.members, name).toBe(members);
			for (const product of paper.products[name as 'KeCe']) expect(group?.said).toContain(product);
		}
	});

	it('has its streams, yields and obstacles', async () => {
		const { streams, texts, problems } = await inside('kalanganyar', async (tx, { orgId }) => ({
			streams: await tx<{ from: string | null; to: string | null; basis: string | null; used: string }[]>`
				select quantity_from::float8::text as from, quantity_to::float8::text as to, basis, used
				from by_product_stream where org_id = ${orgId} order by material desc, quantity_to`,
			texts: (
				await tx<{ said: string }[]>`
					select note as said from by_product_stream where org_id = ${orgId} union all
					select note from enterprise where org_id = ${orgId} union all
					select what_it_does from stakeholder where org_id = ${orgId}`
			)
				.map(({ said }) => said)
				.join('\n'),
			problems: await tx`select from finding where org_id = ${orgId} and kind = 'problem'`,
		}));
		const [from, to] = paper.scalesPerDay.map(String);
		expect(streams).toContainEqual({ from, to, basis: 'wet', used: 'part' });
		expect(streams).toContainEqual(
			expect.objectContaining({ from: String(paper.scalesOfOneBusiness), to: null, used: 'unused' }),
		);
		expect(streams).toContainEqual({ from: null, to: null, basis: null, used: 'part' });
		for (const said of [...paper.yields, paper.boneRemoval, `sejak ${paper.bumdesSince}`])
			expect(texts).toContain(said);
		expect(problems).toHaveLength(paper.obstacles);
	});

	it('has who agreed with whom', async () => {
		const agreements = await inside('kalanganyar', (tx, { orgId, programmeId }) =>
			listAgreements(tx, orgId, { programmeId, on: '2026-11-22' }),
		);
		const sides = agreements.map(({ giverName, takerName }) => [giverName, takerName]);
		expect(sides).toHaveLength(paper.agreements.length);
		for (const side of paper.agreements) expect(sides).toContainEqual([...side]);
	});
});

describe('the mussel co-operative', () => {
	const paper = musselPaper;

	it('has its people, its partners and their rafts', async () => {
		const [counted] = await inside(
			'kerang-hijau',
			(tx, { orgId }) => tx`select (select count(*)::int from person where org_id = ${orgId}) as people,
				count(*)::int as partners, sum(substring(note from '^[0-9]+')::int)::int as rafts
				from enterprise where org_id = ${orgId}`,
		);
		expect(counted).toEqual({ people: paper.beneficiaries, partners: paper.partners, rafts: paper.rafts });
	});

	it('has its division, its table of livelihoods and its savings', async () => {
		expect(missing(await studied('kerang-hijau', 'sharing'), [...paper.shares, paper.partners])).toEqual([]);
		expect(missing(await studied('kerang-hijau', 'livelihood'), paper.scores.flat())).toEqual([]);
		const [cooperative] = await inside(
			'kerang-hijau',
			(tx, { orgId }) => tx<{ said: string }[]>`
				select what_it_does as said from stakeholder where org_id = ${orgId} and kind = 'cooperative'`,
		);
		const rupiah = (amount: number) => `Rp ${amount.toLocaleString('id-ID')}`;
		expect(cooperative?.said).toContain(rupiah(paper.repairSavings));
		expect(cooperative?.said).toContain(rupiah(paper.infaq));
	});
});

describe('serabi', () => {
	const paper = serabiPaper;

	it('has its by-products, the one that was weighed with its amount and price', async () => {
		const streams = await inside(
			'serabi-sumenep',
			(tx, { orgId }) => tx<{ material: string; quantity: number | null; price: number | null }[]>`
				select material, quantity_from::float8 as quantity, price::float8 as price
				from by_product_stream where org_id = ${orgId}`,
		);
		expect(streams.map(({ material }) => material).sort()).toEqual([...paper.wastes].sort());
		expect(streams.filter(({ quantity }) => quantity !== null)).toEqual([
			{ material: paper.wastes[0], quantity: paper.rawMaterialPerMonth, price: paper.rawMaterialPrice },
		]);
	});

	it('has the cells of its ranking and its value-added table, faults of print included', async () => {
		expect(missing(await studied('serabi-sumenep', 'decision'), paper.index.flat())).toEqual([]);
		expect(missing(await studied('serabi-sumenep', 'table-check'), paper.hayami)).toEqual([]);
	});
});

describe('Sei Lekop', () => {
	const paper = seiLekopPaper;

	it('has its enterprises, the described one as described, and the counts that disagree', async () => {
		const { all, described, oldest, offices, said } = await inside('sei-lekop', async (tx, { orgId }) => {
			const rows = await tx<
				{ since: number | null; from: number; to: number; workers: number; markets: string[] }[]
			>`
				select since_year as since, capacity_from::float8 as from, capacity_to::float8 as to,
					workers_unrecorded as workers, markets from enterprise where org_id = ${orgId}`;
			return {
				all: rows.length,
				described: rows.find(({ since }) => since === paper.since),
				oldest: rows.filter(({ since }) => since === paper.oldestSince).length,
				offices: await tx`select from stakeholder where org_id = ${orgId} and actor_group = 'government'`,
				said: await tx<{ what: string }[]>`select what from finding where org_id = ${orgId}`,
			};
		});
		expect(all).toBe(paper.enterprises.after);
		expect(described).toMatchObject({
			workers: paper.workers,
			from: paper.kgPerProcess[0],
			to: paper.kgPerProcess[1],
		});
		expect(described?.markets).toHaveLength(paper.markets);
		expect(oldest).toBe(1);
		expect(offices).toHaveLength(paper.offices);
		for (const count of Object.values(paper.enterprises))
			expect(said.map(({ what }) => what).join()).toContain(String(count));
	});

	it('has production and budgets as printed, and says which of them cannot be', async () => {
		const found = await studied('sei-lekop', 'table-check');
		expect(missing(found, [...paper.periods.flat(), ...paper.budgets.flat()])).toEqual([]);
		const said = await inside('sei-lekop', (tx, { orgId, programmeId }) =>
			saidByStudies(tx, orgId, programmeId, 'id'),
		);
		const findings = said.flatMap((one) => one.findings).join('\n');
		expect(findings).toContain('10.965, bukan 10.956');
		expect(findings).toContain('Rp 4.143.833.000');
	});

	it('has the regional table and the requirements of the aid', async () => {
		const region = await studied('sei-lekop', 'region');
		expect(missing(region, [...paper.manufacturing, ...paper.farming, ...paper.totals])).toEqual([]);
		const rules = await inside('sei-lekop', async (tx, { orgId, programmeId }) => {
			const study = (await listStudies(tx, orgId, programmeId)).find(({ kind }) => kind === 'eligibility');
			const { content } = await studyVersion(tx, orgId, study?.studyId ?? '', 1);
			return (content as { rules: unknown[] }).rules;
		});
		expect(rules).toHaveLength(paper.requirements);
	});
});

describe('Sukorejo', () => {
	const paper = sukorejoPaper;

	it('has its tree of six products and the printed table of their value added', async () => {
		const table = await studied('susu-sukorejo', 'table-check');
		const tree = await inside('susu-sukorejo', async (tx, { orgId, programmeId }) => {
			const study = (await listStudies(tx, orgId, programmeId)).find(({ kind }) => kind === 'tree');
			return JSON.stringify((await studyVersion(tx, orgId, study?.studyId ?? '', 1)).content);
		});
		for (const [product, figures] of Object.entries(paper.products)) {
			expect(missing(table, figures), product).toEqual([]);
			// The tree is told in Indonesian.
			expect(tree).toContain(product === 'Ice cream' ? 'Es krim' : product);
		}
	});

	it('has the price of milk, and the one the paper calls ideal', async () => {
		const { price, said } = await inside('susu-sukorejo', async (tx, { orgId }) => ({
			price: await tx`select sells_at::float8 as at from chain_price where org_id = ${orgId}`,
			said: await tx<
				{ what: string }[]
			>`select what_it_does as what from stakeholder where org_id = ${orgId}`,
		}));
		expect([...price]).toEqual([{ at: paper.milkPrice }]);
		expect(said[0]?.what).toContain(`Rp ${paper.idealPrice.toLocaleString('id-ID')}`);
	});
});
