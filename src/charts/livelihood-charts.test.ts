/** The dumbbells and the pentagon, as they were seen and accepted; SENTRA_GOLDENS=write rewrites them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumbbell, type DumbbellInput } from './dumbbell.ts';
import { pentagonChart, type PentagonInput } from './pentagon.ts';
import { standaloneSvg, svgSize } from './standalone.ts';
import type { Drawing } from './svg.ts';

const folder = new URL('./goldens/', import.meta.url);
const noData = 'Tidak ada data';

function goldens(name: string, drawing: Drawing): void {
	const words = {
		title: '17 dari 19 indikator naik',
		subtitle: 'Rata-rata skor 0–5',
		foot: 'Sumber: naskah kerang hijau Serang, Tabel 1–2.',
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

const scale = [0, 1, 2, 3, 4, 5].map((value) => ({ value, text: String(value) }));

const row = (label: string, before: number | null, after: number | null, changeText: string) => ({
	label,
	before,
	after,
	change: before === null || after === null ? null : after - before,
	changeText,
});

// Mussel paper, Table 2; the last two rows are not in it.
const musselRows: DumbbellInput['rows'] = [
	row('Ketersediaan lokasi untuk bagan baru', 4.91, 4.91, 'tetap'),
	row('Peran kelompok dalam pembangunan desa', 2.18, 3.27, '+1,09'),
	row('Bahan, mesin dan alat pascapanen', 0, 3.91, '+3,91'),
	row('Gotong royong', 1.45, 3.27, '+1,82'),
	row('Turun', 4, 2.5, '−1,50'),
	row('Belum diisi', 2, null, '–'),
];
const mussel = (): Drawing =>
	dumbbell({
		rows: musselRows,
		ticks: scale,
		changeHead: 'berubah',
		alt: 'Skor sebelum dan sesudah.',
		noData,
	});

// Mussel paper, Table 1.
const axis = (label: string, before: number | null, after: number | null, valueText: string) => ({
	label,
	before,
	after,
	valueText,
});
const musselAxes: PentagonInput['axes'] = [
	axis('Alam', 3.95, 3.95, '3,95 → 3,95'),
	axis('Fisik', 0.02, 3.25, '0,02 → 3,25'),
	axis('SDM', 1.39, 2.95, '1,39 → 2,95'),
	axis('Finansial', 0.65, 3.25, '0,65 → 3,25'),
	axis('Sosial', 1.73, 3.23, '1,73 → 3,23'),
];
const musselPentagon = (axes = musselAxes): Drawing =>
	pentagonChart({ axes, rings: scale, alt: 'Pentagon lima aset.', noData });

describe('livelihood charts look as they were seen and accepted', () => {
	it('draws the indicators from the largest rise to the largest fall', () => {
		goldens('dumbbell-mussel', mussel());
		const { narrow } = mussel();
		const order = ['Bahan, mesin', 'Gotong', 'Peran', 'Ketersediaan', 'Turun', 'Belum'];
		const places = order.map((name) => narrow.indexOf(name));
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(places).not.toContain(-1);
	});
	it('draws the pentagon with its rings named, and nothing filled', () => {
		goldens('pentagon-mussel', musselPentagon());
		const { wide } = musselPentagon();
		for (const ring of scale) expect(wide).toContain(`>${ring.text}</text>`);
		for (const outline of wide.match(/<path[^>]*>/g) ?? []) expect(outline).toContain('fill="none"');
	});
	it('leaves the outline open where an asset has no score', () => {
		const axes = musselAxes.map((one) =>
			one.label === 'Sosial' ? { ...one, before: null, after: null, valueText: 'belum ada skor' } : one,
		);
		goldens('pentagon-open', musselPentagon(axes));
		expect(musselPentagon().wide).toMatch(/Z" fill="none" stroke="var\(--c-untung\)"/);
		expect(musselPentagon(axes).wide).not.toMatch(/Z" fill="none" stroke="var\(--c-untung\)"/);
	});
	it('puts a score of 5 on the outer ring and a score of 0 in the centre', () => {
		const axes = [5, 0, 0].map((after, index) => axis(`a${index}`, null, after, ''));
		const { wide } = musselPentagon(axes);
		expect(wide).toContain('<circle cx="240" cy="50"');
		expect(wide).toContain('<circle cx="240" cy="190"');
	});
	it('says in words that there is nothing to draw', () => {
		for (const drawing of [
			dumbbell({ rows: [], ticks: scale, changeHead: '', alt: 'x', noData }),
			musselPentagon(musselAxes.slice(0, 2)),
			musselPentagon(musselAxes.map((one) => ({ ...one, before: null, after: null }))),
		]) {
			expect(drawing.wide).toContain(noData);
			expect(drawing.narrow).toContain(noData);
		}
	});
});

const anyNumber = fc.oneof(
	fc.double(),
	fc.constantFrom(0, -0, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE),
);
const maybe = fc.option(anyNumber, { nil: null });
const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const anyTicks = fc.array(fc.record({ value: anyNumber, text: anyText }), { maxLength: 8 });
const anyDumbbell: fc.Arbitrary<Drawing> = fc
	.record({
		rows: fc.array(
			fc.record({ label: anyText, before: maybe, after: maybe, change: maybe, changeText: anyText }),
			{ maxLength: 12 },
		),
		ticks: anyTicks,
		changeHead: anyText,
		alt: anyText,
		noData: anyText,
	})
	.map(dumbbell);
const anyPentagon: fc.Arbitrary<Drawing> = fc
	.record({
		axes: fc.array(fc.record({ label: anyText, valueText: anyText, before: maybe, after: maybe }), {
			maxLength: 8,
		}),
		rings: anyTicks,
		alt: anyText,
		noData: anyText,
	})
	.map(pentagonChart);

describe('livelihood charts hold for any input', () => {
	it('never leave the box and never write a number that is none', () => {
		fc.assert(
			fc.property(fc.oneof(anyDumbbell, anyPentagon), ({ wide, narrow }) => {
				for (const svg of [wide, narrow]) {
					const box = svgSize(svg);
					for (const match of svg.matchAll(/ (?:x|y|cx|cy|r|width|height|d|viewBox)="([^"]*)"/g))
						expect(match[1]).not.toMatch(/NaN|Infinity|undefined|e[+-]/);
					for (const match of svg.matchAll(/ cx="([^"]*)" cy="([^"]*)"/g)) {
						expect(Number(match[1])).toBeGreaterThanOrEqual(0);
						expect(Number(match[1])).toBeLessThanOrEqual(box.width);
						expect(Number(match[2])).toBeLessThanOrEqual(box.height);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});
	it('escape every text and leave no class in a file that stands alone', () => {
		const attack = `"/><script>alert('x')</script>&\u0000`;
		const ticks = scale.map((tick) => ({ ...tick, text: attack }));
		const drawings = [
			dumbbell({
				rows: [{ ...row(attack, 1, 2, attack) }],
				ticks,
				changeHead: attack,
				alt: attack,
				noData: attack,
			}),
			pentagonChart({
				axes: musselAxes.map((one) => ({ ...one, label: attack, valueText: attack })),
				rings: ticks,
				alt: attack,
				noData: attack,
			}),
		];
		for (const { wide, narrow } of drawings) {
			const alone = standaloneSvg(wide, { title: attack, subtitle: attack, foot: attack });
			for (const svg of [wide, narrow, alone]) {
				expect(svg).not.toContain('<script');
				expect(svg).not.toContain('\u0000');
				expect(svg.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
			}
			expect(alone.replaceAll(/>[^<]*</g, '><').replaceAll(/aria-label="[^"]*"/g, '')).not.toMatch(
				/class=|var\(/,
			);
		}
	});
});
