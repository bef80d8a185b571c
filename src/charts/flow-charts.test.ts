/** The flow diagram and the product tree, as they were seen and accepted; SENTRA_GOLDENS=write rewrites them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parentsOf, productTreeChart, type TreeBox } from './product-tree.ts';
import { sankey, type SankeyInput } from './sankey.ts';
import { layoutSankey, type SankeyLink, type SankeyNode } from './sankey-layout.ts';
import { standaloneSvg, svgSize } from './standalone.ts';
import type { Drawing } from './svg.ts';

const folder = new URL('./goldens/', import.meta.url);
const noData = 'Tidak ada data';

function goldens(name: string, drawing: Drawing, title: string): void {
	const words = { title, subtitle: 'kg per hari', foot: 'Sumber: naskah Kalanganyar.' };
	for (const form of ['wide', 'narrow'] as const) {
		const file = new URL(`${name}-${form}.svg`, folder);
		const svg = standaloneSvg(drawing[form], words);
		if (process.env['SENTRA_GOLDENS'] === 'write') {
			mkdirSync(folder, { recursive: true });
			writeFileSync(file, svg);
		}
		expect(svg).toBe(readFileSync(file, 'utf8'));
	}
}

const node = (label: string, valueText: string, tone: SankeyNode['tone'] = 'known'): SankeyNode => ({
	label,
	valueText,
	tone,
});
const link = (from: number, to: number, low: number, high: number, unused = false): SankeyLink => ({
	from,
	to,
	leaves: [low, high],
	arrives: [low, high],
	...(unused ? { unused } : {}),
});
// Kalanganyar: 20-30 kg wet scales a day; 10 kg of them for crackers is an assumption of this test.
const scales: SankeyInput = {
	nodes: [
		node('Usaha cabut duri', '20–30 kg'),
		node('Sisik ikan (basah)', '20–30 kg'),
		node('OLIKAN, kerupuk sisik', '10 kg'),
		{ ...node('Tidak terpakai', '10–20 kg', 'unused'), note: 'siapa bisa memakainya?' },
		node('KeCe, kerajinan', 'belum ditimbang', 'unknown'),
	],
	links: [
		link(0, 1, 20, 30),
		link(1, 2, 10, 10),
		link(1, 3, 10, 20, true),
		{ from: 1, to: 4, leaves: null, arrives: null },
	],
	list: [
		{ level: 0, label: 'Sisik ikan (basah)', valueText: '20–30 kg', amount: [20, 30] },
		{ level: 1, label: 'OLIKAN, kerupuk sisik', valueText: '10 kg', amount: [10, 10] },
		{ level: 1, label: 'KeCe, kerajinan', valueText: 'belum ditimbang', amount: null },
		{
			level: 1,
			label: 'Tidak terpakai',
			valueText: '10–20 kg',
			amount: [10, 20],
			unused: true,
			note: 'siapa bisa memakainya?',
		},
	],
	alt: 'Aliran sisik ikan.',
	noData,
};

const box = (depth: number, label: string, details: readonly string[], tone: TreeBox['tone']): TreeBox => ({
	depth,
	label,
	details,
	tone,
});
const milk: readonly TreeBox[] = [
	box(0, 'Susu segar', [], 'root'),
	box(1, 'Keju', ['0,1 liter', 'Nilai tambah Rp 2.372'], 'product'),
	box(2, 'Whey (air keju)', ['hasil samping · hasil belum diukur'], 'side'),
	box(1, 'Kefir', ['1 liter', 'Nilai tambah Rp 75.800'], 'chosen'),
	box(1, 'Susu pasteurisasi dengan nama yang panjang sekali', ['1 liter'], 'product'),
];

describe('flow diagrams', () => {
	it('are drawn as they were seen and accepted', () => {
		goldens('sankey-scales', sankey(scales), '10–20 kg sisik tidak terpakai');
	});

	it('keep widths in proportion, and each node as wide as what passes through it', () => {
		const { nodes, links, raised } = layoutSankey(scales.nodes, scales.links);
		const [into, crackers, rest] = links;
		expect(raised).toBe(false);
		expect(crackers?.from.full).toBeCloseTo((into?.from.full ?? 0) / 3, 9);
		expect(rest?.to.full).toBeCloseTo(2 * (crackers?.to.full ?? 0), 9);
		expect(nodes[1]?.height).toBeCloseTo(into?.to.full ?? 0, 9);
		// What leaves starts where the one above it ends.
		expect(rest?.from.y).toBeCloseTo((crackers?.from.y ?? 0) + (crackers?.from.full ?? 0), 9);
	});

	it('draw a very small flow 2 px wide and say so', () => {
		const tiny = { ...scales, links: [...scales.links.slice(0, 1), link(1, 2, 0.01, 0.01)] };
		expect(sankey(tiny).raised).toBe(true);
		expect(layoutSankey(tiny.nodes, tiny.links).links[1]?.from.full).toBe(2);
	});

	it('stay inside the drawing and hold no number that is none, whatever is asked', () => {
		const amount = fc.option(
			fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
		);
		const place = fc.nat(4);
		fc.assert(
			fc.property(
				fc.array(fc.record({ from: place, to: place, leaves: amount, arrives: amount }), { maxLength: 8 }),
				(links) => {
					const { wide, narrow } = sankey({ ...scales, links });
					expect(`${wide}${narrow}`).not.toMatch(/NaN|Infinity/);
					for (const svg of [wide, narrow]) expect(svgSize(svg).height).toBeGreaterThan(0);
				},
			),
		);
	});
});

describe('product trees', () => {
	it('are drawn as they were seen and accepted', () => {
		goldens('product-tree-milk', productTreeChart({ boxes: milk, alt: 'Pohon susu.', noData }), 'Dua produk');
	});

	it('know the parent of every box', () => {
		expect(parentsOf(milk)).toEqual([-1, 0, 1, 0, 0]);
	});

	it('say that there is nothing to draw for a raw material alone', () => {
		expect(productTreeChart({ boxes: milk.slice(0, 1), alt: '', noData }).wide).toContain(noData);
	});
});
