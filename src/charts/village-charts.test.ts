/** The network of actors and the map of places, as they were seen and accepted; SENTRA_GOLDENS=write rewrites them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actorNetworkChart, type ActorNetworkInput } from './actor-network.ts';
import { placeMap, type MapPlace } from './place-map.ts';
import { standaloneSvg } from './standalone.ts';
import type { Drawing } from './svg.ts';
import { textWidth } from './text-width.ts';

const folder = new URL('./goldens/', import.meta.url);
const noData = 'Tidak ada data';

function goldens(name: string, drawing: Drawing): void {
	const words = {
		title: 'Siapa memberi apa kepada siapa',
		subtitle: 'kesepakatan',
		foot: 'Sumber: Kalanganyar.',
	};
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

const actors = (...labels: string[]) => labels.map((label) => ({ id: label, label }));

// The actors and agreements that the Kalanganyar paper names; offices and campus are this test's.
const kalanganyar: ActorNetworkInput = {
	groups: [
		{
			label: 'Pemerintah',
			colour: 'tinta',
			actors: actors('Dinas Perikanan', 'Pemerintah Desa Kalanganyar'),
		},
		{ label: 'Pengetahuan', colour: 'bahan', actors: actors('Kampus pendamping') },
		{ label: 'Usaha besar dan pembeli', colour: 'input', actors: actors('DPPU Juanda', 'Kantin perusahaan') },
		{
			label: 'Warga',
			colour: 'kerja',
			actors: actors('Nelayan Banjarkemuning', 'BUMDes Kalanganyar Makmur'),
		},
		{ label: 'Usaha', colour: 'untung', actors: actors('Kelompok cabut duri', 'OLIKAN', 'KeCe') },
	],
	lines: [
		{ from: 'Kelompok cabut duri', to: 'OLIKAN' },
		{ from: 'Kelompok cabut duri', to: 'KeCe' },
		{ from: 'Nelayan Banjarkemuning', to: 'KeCe' },
		{ from: 'OLIKAN', to: 'Kantin perusahaan', dashed: true },
		{ from: 'KeCe', to: 'DPPU Juanda' },
		{ from: 'DPPU Juanda', to: 'KeCe' },
		{ from: 'OLIKAN', to: 'BUMDes Kalanganyar Makmur' },
	],
	alt: '10 pelaku, 7 kesepakatan.',
	noData,
};

const box = (svg: string): readonly [number, number] => {
	const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
	return [Number(width), Number(height)];
};

const plain = (escaped: string): string =>
	escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Every text with where it begins and ends, from the drawing itself. */
const texts = (svg: string) =>
	[
		...svg.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"([^>]*)>(?:<title>[^<]*<\/title>)?([^<]*)<\/text>/g),
	].map(([, x, y, attributes = '', escaped = '']) => {
		const shown = plain(escaped);
		const size = /class="[^"]*\bk/.test(attributes) ? 13 : 14;
		const width = textWidth(shown, size, /class="b/.test(attributes));
		const left =
			Number(x) - (attributes.includes('"end"') ? width : attributes.includes('"middle"') ? width / 2 : 0);
		return { shown, left, right: left + width, y: Number(y) };
	});

describe('the network of actors', () => {
	it('is the one that was accepted', () => {
		goldens('network-kalanganyar', actorNetworkChart(kalanganyar));
	});

	it('says there is nothing when there is nobody', () => {
		const empty = actorNetworkChart({ ...kalanganyar, groups: [{ label: 'x', colour: 'abu', actors: [] }] });
		expect(empty.narrow).toContain(noData);
	});

	it('draws an arrow once a pair and direction, and none to who is not there or to oneself', () => {
		const heads = (lines: ActorNetworkInput['lines']) =>
			actorNetworkChart({ ...kalanganyar, lines }).narrow.split('class="f-tinta"/>').length - 1;
		expect(heads([])).toBe(0);
		expect(heads([{ from: 'OLIKAN', to: 'KeCe' }])).toBe(1);
		expect(
			heads([
				{ from: 'OLIKAN', to: 'KeCe' },
				{ from: 'OLIKAN', to: 'KeCe' },
			]),
		).toBe(1);
		expect(
			heads([
				{ from: 'OLIKAN', to: 'KeCe' },
				{ from: 'KeCe', to: 'OLIKAN' },
			]),
		).toBe(2);
		expect(
			heads([
				{ from: 'OLIKAN', to: 'OLIKAN' },
				{ from: 'OLIKAN', to: 'siapa' },
			]),
		).toBe(0);
	});

	it('keeps every name inside the drawing and off the others, whatever they are called', () => {
		const name = fc.string({ minLength: 1, maxLength: 60 });
		const group = fc.array(name, { maxLength: 9 });
		fc.assert(
			fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), (groups) => {
				const input: ActorNetworkInput = {
					...kalanganyar,
					groups: groups.map((labels, k) => ({
						label: `Kelompok ${k}`,
						colour: 'abu',
						actors: labels.map((label, n) => ({ id: `${k}-${n}`, label })),
					})),
					lines: [{ from: '0-0', to: '1-0' }],
				};
				const drawing = actorNetworkChart(input);
				for (const svg of [drawing.wide, drawing.narrow]) {
					const [width, height] = box(svg);
					expect(svg).not.toMatch(/NaN|Infinity|undefined/);
					const placed = texts(svg);
					for (const one of placed) {
						expect(one.left).toBeGreaterThanOrEqual(-0.1);
						expect(one.right).toBeLessThanOrEqual(width + 0.1);
						expect(one.y).toBeLessThanOrEqual(height);
					}
					for (const [index, one] of placed.entries())
						for (const other of placed.slice(index + 1))
							expect(
								Math.abs(one.y - other.y) >= 15.9 || one.right <= other.left || other.right <= one.left,
							).toBe(true);
				}
			}),
			{ numRuns: 60 },
		);
	});
});

const place = (latitude: number, longitude: number, mark: string): MapPlace => ({
	latitude,
	longitude,
	mark,
	label: `Tempat ${mark}`,
	colour: 'untung',
});
const common = { lengthText: (metres: number) => `${metres} m`, northText: 'U', alt: '5 tempat.', noData };
// Around Kalanganyar; the places are this test's.
const places = [
	place(-7.398, 112.79, '1'),
	place(-7.402, 112.801, '2'),
	place(-7.3981, 112.7901, '3'),
	place(-7.41, 112.795, '4'),
	place(-7.404, 112.786, '5'),
];

describe('the map of places', () => {
	it('is the one that was accepted', () => {
		goldens('places-kalanganyar', placeMap({ ...common, places }));
	});

	it('has north up, east right, and the same metres in both directions', () => {
		// A degree of longitude at 60 degrees is half as long as one of latitude.
		const { wide } = placeMap({
			...common,
			places: [place(60, 10, 'a'), place(60.1, 10, 'b'), place(60, 10.2, 'c')],
		});
		const at = new Map(texts(wide).map(({ shown, left, right, y }) => [shown, { x: (left + right) / 2, y }]));
		const [a, b, c] = ['a', 'b', 'c'].map((mark) => at.get(mark) as { x: number; y: number });
		expect(b?.y).toBeLessThan(a?.y ?? 0);
		expect(c?.x).toBeGreaterThan(a?.x ?? 0);
		const ratio = ((c?.x ?? 0) - (a?.x ?? 0)) / ((a?.y ?? 0) - (b?.y ?? 0));
		expect(ratio).toBeCloseTo(1, 1);
	});

	it('says a scale that is the length it draws', () => {
		const { wide } = placeMap({ ...common, places: [place(0, 110, 'a'), place(0, 111, 'b')] });
		// One degree at the equator is 111.32 km; the marks stand 420 px apart.
		const [, right] = /M1 [\d.]+L([\d.]+) /.exec(wide) ?? [];
		const metres = Number(/([\d]+) m</.exec(wide)?.[1]);
		expect(metres).toBe(20_000);
		expect(((Number(right) - 1) / 420) * 111_320).toBeCloseTo(metres, -2);
	});

	it('puts places on one another under one mark that counts them, and keeps every mark in the frame', () => {
		const { narrow } = placeMap({ ...common, places: [place(-7, 112, '1'), place(-7, 112, '2')] });
		expect(narrow).toContain('1 +1');
		expect(narrow).toContain('2. Tempat 2');
		const degrees = fc.record({
			latitude: fc.double({ min: -11, max: 6, noNaN: true }),
			longitude: fc.double({ min: 95, max: 141, noNaN: true }),
		});
		fc.assert(
			fc.property(fc.array(degrees, { minLength: 1, maxLength: 40 }), (all) => {
				const many = all.map(({ latitude, longitude }, k) => place(latitude, longitude, String(k + 1)));
				const svg = placeMap({ ...common, places: many }).narrow;
				expect(svg).not.toMatch(/NaN|Infinity|undefined/);
				const [width, height] = box(svg);
				for (const one of texts(svg)) {
					expect(one.left).toBeGreaterThanOrEqual(0);
					expect(one.right).toBeLessThanOrEqual(width);
					expect(one.y).toBeLessThanOrEqual(height);
				}
				const counted = texts(svg)
					.filter(({ shown }) => /^\d+( \+\d+)?$/.test(shown))
					.reduce((sum, { shown }) => sum + 1 + Number(/\+(\d+)/.exec(shown)?.[1] ?? 0), 0);
				expect(counted).toBe(all.length);
			}),
			{ numRuns: 100 },
		);
	});

	it('leaves out what is no place, and says when there is none', () => {
		expect(placeMap({ ...common, places: [place(Number.NaN, 1, '1')] }).wide).toContain(noData);
	});
});
