/** The milk products of Boyolali as a tree, a longer path, and trees that cannot be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTreeRow, treeContent, type TreeContent, type TreeRow } from '#inputs/tree-content.ts';
import { decisionFrom, valueAddedFrom } from '#inputs/tree-handover.ts';
import { treeSample } from '#inputs/tree-samples.ts';
import { screened, treeStudy, type TreeNode } from '#inputs/tree-study.ts';
import { treeReport } from './tree.ts';
import type { Block } from './block.ts';

const milk = treeSample('susu', 'id') as TreeContent;

function textOf(content: TreeContent, locale: 'id' | 'en' = 'id'): string {
	const blocks: readonly Block[] = treeReport(content, { locale })?.blocks ?? [];
	return blocks
		.flatMap((block) => {
			if (block.kind === 'list') return block.items;
			if (block.kind === 'table')
				return [block.caption, ...block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '))];
			if (block.kind === 'sentence') return [block.text, block.condition ?? ''];
			if (block.kind === 'chart') return [block.title, block.subtitle];
			return [block.text];
		})
		.join('\n')
		.replaceAll('\u00a0', ' ');
}

const row = (name: string, from: string, more: Partial<TreeRow> = {}): TreeRow => ({
	...emptyTreeRow,
	name,
	from,
	...more,
});
const tree = (rows: readonly TreeRow[]): TreeContent => ({
	...treeContent.empty(),
	root: 'Kelapa',
	rootUnit: 'kg',
	rows,
});

describe('the milk tree of Boyolali', () => {
	it('says that kefir adds most, with the figure that follows from the inputs and not the printed one', () => {
		const text = textOf(milk);
		expect(text).toContain(
			'Dari susu segar bisa dibuat 6 produk. Nilai tambah terbesar: kefir, Rp 75.800 per liter susu segar.',
		);
		expect(text).toContain('Whey (air keju) belum diolah menjadi apa-apa.');
		expect(text).toContain('Susu segar → Keju | produk | 0,1 | liter | 2.372');
		expect(text).toContain('Susu segar → Stik susu | produk | 3,75 | liter | 8.858');
	});

	it('asks for what the paper does not give: the whey and the scores', () => {
		const text = textOf(milk);
		expect(text).toContain('Berapa liter whey (air keju) dari 1 liter susu segar?');
		expect(text).toContain('Beri nilai 1 sampai 5 untuk keju');
		expect(text).not.toContain('lolos penyaringan');
	});

	it('puts on the shortlist what has every score at least as high as asked', () => {
		const scores: Readonly<Record<string, readonly string[]>> = {
			Kefir: ['4', '5', '3', '4'],
			Yogurt: ['5', '5', '5', '2'],
			Keju: ['3', '4', '', '5'],
		};
		const scored = { ...milk, rows: milk.rows.map((one) => ({ ...one, scores: scores[one.name] ?? [] })) };
		const text = textOf(scored);
		expect(text).toContain('1 lolos penyaringan: kefir.');
		expect(text).toContain('Yogurt | 5 | 5 | 5 | 2 | 4,25 | tidak lolos');
		expect(text).toContain('Keju | 3 | 4 | – | 5 | 4 | belum lengkap');
		expect(textOf({ ...scored, pass: '2' })).toContain('2 lolos penyaringan: yogurt dan kefir.');
	});

	it('is written in English with the same figures', () => {
		const text = textOf(treeSample('susu', 'en') as TreeContent, 'en');
		expect(text).toContain('The most value added comes from kefir: Rp 75,800 per litre of fresh milk.');
	});
});

describe('a longer tree', () => {
	const coconut = tree([
		row('Santan', '', { kind: 'intermediate', yield: '0,5', valueAdded: '1000' }),
		row('Minyak', 'santan', { yield: '0,2', valueAdded: '4.000' }),
		row('Ampas', '', { kind: 'by-product', yield: '0,3', valueAdded: '0' }),
		row('Pakan', 'ampas', { yield: '0,9', valueAdded: '500' }),
	]);

	it('multiplies yields and adds value on the basis of the raw material', () => {
		const text = textOf(coconut);
		// Oil: 0.5 x 0.2; 1,000 + 0.5 x 4,000.
		expect(text).toContain('Kelapa → Santan → Minyak | produk | 0,1 | kg | 3.000');
		expect(text).toContain('Kelapa → Ampas → Pakan | produk | 0,27 | kg | 150');
		expect(text).not.toContain('belum diolah');
	});

	it('names the products of a circle in their order', () => {
		const text = textOf(tree([row('A', ''), row('B', 'a'), row('C', 'b'), row('B', 'c')]));
		expect(text).toContain('Pohon ini berputar: B → C → B.');
	});

	it('says where a score, a yield and a lost input stand', () => {
		const text = textOf(
			tree([row('A', '', { yield: '-1', scores: ['6'] }), row('B', 'hilang'), row('A', '')]),
		);
		expect(text).toContain('Baris 1 (A): hasil “-1” di bawah nol.');
		expect(text).toContain('Baris 1 (A): nilai “6” di luar 1 sampai 5.');
		expect(text).toContain('Baris 2 (B): hilang sudah tidak ada');
		expect(text).toContain('Baris 3 (A): sudah ada di baris lain');
	});
});

describe('what goes on to other tools', () => {
	it('opens a value-added sheet with the raw material and the yield', () => {
		const study = treeStudy(milk);
		const [cheese] = study.nodes as [TreeNode];
		const [product] = valueAddedFrom(milk, study, cheese).products;
		expect(product).toMatchObject({ name: 'Keju', rawMaterialName: 'Susu segar', rawMaterialUnit: 'liter' });
		expect(product?.cells).toMatchObject({ rawMaterial: '1', output: '0,1', outputPrice: '' });
	});

	it('hands scores and comparable value added to a decision', () => {
		const study = treeStudy({
			...milk,
			rows: milk.rows.map((one) => ({ ...one, scores: ['4', '3', '5', '4'] })),
		});
		const nodes = screened(study)
			.filter(({ node }) => node.kind === 'product')
			.map(({ node }) => node);
		const decision = decisionFrom(
			'Memilih',
			nodes,
			milk.criteria.map(({ name }) => name),
			{
				name: 'Nilai tambah',
				unit: 'Rp/liter',
			},
		);
		expect(decision.alternatives).toHaveLength(6);
		expect(decision.criteria.map(({ name }) => name)).toEqual([
			...milk.criteria.map(({ name }) => name),
			'Nilai tambah',
		]);
		expect(Object.values(decision.respondents[0]?.cells ?? {})).toContain('75800');
		expect(Object.values(decision.respondents[0]?.cells ?? {})).toHaveLength(30);
	});

	it('takes whatever an address can hold', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const content = treeContent.read(value);
				if (content) treeReport(content, { locale: 'id' });
				const inside = treeContent.read({ ...milk, rows: [value, ...milk.rows], criteria: [value] });
				expect(inside && treeContent.read(JSON.parse(JSON.stringify(inside)))).toEqual(inside);
				if (inside) treeReport(inside, { locale: 'en' });
			}),
		);
	});
});
