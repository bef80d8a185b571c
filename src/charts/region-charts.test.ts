/** The quotient dots and the quadrants, as they were seen and accepted; SENTRA_GOLDENS=write rewrites them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from './label-boxes.ts';
import { quadrants, type QuadrantsInput } from './quadrants.ts';
import { quotientDots, type QuotientDotsInput } from './quotient-dots.ts';
import { standaloneSvg, svgSize } from './standalone.ts';
import { smallSize, type Drawing } from './svg.ts';
import { textWidth } from './text-width.ts';

const folder = new URL('./goldens/', import.meta.url);
const noData = 'Tidak ada data';

function goldens(name: string, drawing: Drawing): void {
	const words = { title: 'Judul', subtitle: 'LQ tahun 2022', foot: 'Sumber: contoh.' };
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

const quotient = (label: string, value: number | null) => ({
	label,
	value,
	valueText: value === null ? '–' : value.toFixed(2).replace('.', ','),
});
const rows: QuotientDotsInput['rows'] = [
	quotient('Konstruksi', 1.06),
	quotient('Pertanian, Kehutanan, dan Perikanan', 1.79),
	quotient('Administrasi Pemerintahan, Pertahanan dan Jaminan Sosial Wajib', 1),
	quotient('Jasa Pendidikan', 0.63),
	quotient('Pertambangan', 0),
	quotient('Belum ada', null),
];
const dots = (of = rows): Drawing =>
	quotientDots({ rows: of, lineLabel: '1 = sama dengan acuan', alt: 'LQ enam sektor.', noData });

const point = (label: string, x: number, y: number) => ({ label, x, y });
const points: QuadrantsInput['points'] = [
	point('Pertanian, Kehutanan, dan Perikanan', 1.79, 1.25),
	point('Jasa lainnya', 1.21, 1.05),
	point('Konstruksi', 1.06, 0.92),
	point('Real Estate', 1.28, 0.89),
	point('Penyediaan Akomodasi', 1.16, 0.91),
	point('Industri Pengolahan', 0.98, 0.94),
	point('Jasa Pendidikan', 0.63, 0.99),
	point('Jasa Kesehatan', 0.97, 1.17),
	point('Transportasi', 0.94, 1.06),
	point('Pertambangan', 0.5, 0.8),
];
const plane = (of = points): Drawing =>
	quadrants({
		points: of,
		x: { kind: 'ratio', label: 'LQ: porsi lebih besar →' },
		y: { kind: 'ratio', label: '↑ DLQ: porsi tumbuh lebih cepat' },
		corners: {
			both: 'Unggulan (2)',
			onlyX: 'Prospektif (3)',
			onlyY: 'Andalan (2)',
			neither: 'Tertinggal (3)',
		},
		narrowNote: 'Nama sektor ada di tabel.',
		restNote: 'Nama lain ada di tabel.',
		alt: 'Sepuluh sektor dalam empat kelompok.',
		noData,
	});

/** Where the dot of the n-th circle stands. */
const circles = (svg: string) =>
	[...svg.matchAll(/<circle cx="([^"]*)" cy="([^"]*)"/g)].map(
		(match) => [Number(match[1]), Number(match[2])] as const,
	);

describe('the charts of a region look as they were seen and accepted', () => {
	it('draws quotients from the highest down, with the line of 1 through every row', () => {
		goldens('quotients', dots());
		const { wide, narrow } = dots();
		const order = ['Pertanian', 'Konstruksi', 'Administrasi', 'Pendidikan', 'Pertambangan', 'Belum ada'];
		for (const svg of [wide, narrow]) {
			const places = order.map((name) => svg.indexOf(name));
			expect(places).not.toContain(-1);
			expect(places).toEqual([...places].sort((a, b) => a - b));
			expect(circles(svg)).toHaveLength(5);
		}
		const one = /<path d="M([\d.]+) [\d.]+L\1 /.exec(wide)?.[1];
		const [above, , on, below] = circles(wide);
		expect(above?.[0]).toBeGreaterThan(Number(one));
		expect(on?.[0]).toBe(Number(one));
		expect(below?.[0]).toBeLessThan(Number(one));
	});
	it('draws the quadrants with names on a wide page and without them on a phone', () => {
		goldens('quadrants', plane());
		const { wide, narrow } = plane();
		expect(wide).toContain('>Real Estate</text>');
		expect(narrow).not.toContain('Real Estate');
		for (const svg of [wide, narrow]) {
			expect(circles(svg)).toHaveLength(points.length);
			for (const corner of ['Unggulan (2)', 'Prospektif (3)', 'Andalan (2)', 'Tertinggal (3)'])
				expect(svg).toContain(`>${corner}</text>`);
		}
		expect(narrow).toContain('Nama sektor ada di tabel.');
	});
	it('says where the other names are when there is no room for all', () => {
		expect(plane(points.slice(0, 3)).wide).not.toContain('Nama lain ada di tabel.');
		const crowd = Array.from({ length: 40 }, (_, index) => point(`Sektor nomor ${index}`, 1.5, 1.5));
		expect(plane(crowd).wide).toContain('Nama lain ada di tabel.');
	});
	it('puts every point on its own side of the lines', () => {
		const { wide } = plane([point('a', 2, 0.5), point('b', 0.5, 2), point('c', 1, 1)]);
		const [a, b, c] = circles(wide);
		expect(a?.[0]).toBeGreaterThan(c?.[0] ?? 0);
		expect(a?.[1]).toBeGreaterThan(c?.[1] ?? 0);
		expect(b?.[0]).toBeLessThan(c?.[0] ?? 0);
		expect(b?.[1]).toBeLessThan(c?.[1] ?? 0);
	});
	it('says in words that there is nothing to draw', () => {
		for (const drawing of [dots([]), plane([]), plane([point('a', NaN, 1)])]) {
			expect(drawing.wide).toContain(noData);
			expect(drawing.narrow).toContain(noData);
		}
	});
});

const anyNumber = fc.oneof(
	fc.double(),
	fc.constantFrom(0, -0, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE),
);
const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const anyAxis = fc.record({ kind: fc.constantFrom('ratio' as const, 'difference' as const), label: anyText });
const anyDrawing: fc.Arbitrary<Drawing> = fc.oneof(
	fc
		.record({
			rows: fc.array(
				fc.record({ label: anyText, valueText: anyText, value: fc.option(anyNumber, { nil: null }) }),
				{ maxLength: 20 },
			),
			lineLabel: anyText,
			alt: anyText,
			noData: anyText,
		})
		.map(quotientDots),
	fc
		.record({
			points: fc.array(fc.record({ label: anyText, x: anyNumber, y: anyNumber }), { maxLength: 25 }),
			x: anyAxis,
			y: anyAxis,
			corners: fc.record({ both: anyText, onlyX: anyText, onlyY: anyText, neither: anyText }),
			narrowNote: anyText,
			restNote: anyText,
			alt: anyText,
			noData: anyText,
		})
		.map(quadrants),
);

describe('the charts of a region hold for any input', () => {
	it('never leave the box and never write a number that is none', () => {
		fc.assert(
			fc.property(anyDrawing, ({ wide, narrow }) => {
				for (const svg of [wide, narrow]) {
					const box = svgSize(svg);
					for (const match of svg.matchAll(/ (?:x|y|cx|cy|r|width|height|d|viewBox)="([^"]*)"/g))
						expect(match[1]).not.toMatch(/NaN|Infinity|undefined|e[+-]/);
					for (const [x, y] of circles(svg)) {
						expect(x).toBeGreaterThanOrEqual(0);
						expect(x).toBeLessThanOrEqual(box.width);
						expect(y).toBeGreaterThanOrEqual(0);
						expect(y).toBeLessThanOrEqual(box.height);
					}
				}
			}),
			{ numRuns: 200 },
		);
	});
	it('lays no label on another, on a dot or outside its frame', () => {
		const frame = { left: 0, right: 480, top: 0, bottom: 400 };
		const anyDot = fc.record({
			x: fc.integer({ min: 10, max: 470 }),
			y: fc.integer({ min: 10, max: 390 }),
			label: fc.string({ minLength: 1, maxLength: 30 }),
		});
		fc.assert(
			fc.property(fc.array(anyDot, { maxLength: 30 }), (some) => {
				const boxes = placeLabels(some, frame, [], { x: -1, y: -1 }).flatMap((label) =>
					label === null
						? []
						: [
								{
									left: label.x,
									right: label.x + textWidth(label.text, smallSize),
									top: label.y - 11,
									bottom: label.y + 3,
								},
							],
				);
				for (const [index, box] of boxes.entries()) {
					expect(box.left >= frame.left && box.right <= frame.right).toBe(true);
					const hit = (other: typeof box) =>
						box.left < other.right &&
						box.right > other.left &&
						box.top < other.bottom &&
						box.bottom > other.top;
					expect(boxes.slice(index + 1).some(hit)).toBe(false);
					expect(some.some(({ x, y }) => hit({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }))).toBe(
						false,
					);
				}
			}),
			{ numRuns: 100 },
		);
	});
	it('escape every text and leave no class in a file that stands alone', () => {
		const attack = `"/><script>alert('x')</script>&\u0000`;
		const drawings = [
			dots([quotient(attack, 2)]),
			quadrants({
				points: [point(attack, 2, 2)],
				x: { kind: 'ratio', label: attack },
				y: { kind: 'difference', label: attack },
				corners: { both: attack, onlyX: attack, onlyY: attack, neither: attack },
				narrowNote: attack,
				restNote: attack,
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
