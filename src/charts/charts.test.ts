/**
 * Goldens are the eye's work, once: SENTRA_GOLDENS=write rewrites them and the diff is the review.
 * The laws hold for any numbers and any text.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotComparison, type DotComparisonInput } from './dot-comparison.ts';
import { shareSegments, stackedShares, type StackedSharesInput } from './stacked-shares.ts';
import { standaloneSvg, svgSize } from './standalone.ts';
import type { Drawing } from './svg.ts';
import { balanceText, shortenText, textWidth, wrapText } from './text-width.ts';
import { tornado, type TornadoInput } from './tornado.ts';
import { waterfall, type WaterfallInput } from './waterfall.ts';

const folder = new URL('./goldens/', import.meta.url);
const noData = 'Tidak ada data';

function expectGolden(name: string, svg: string): void {
	const file = new URL(`${name}.svg`, folder);
	if (process.env['SENTRA_GOLDENS'] === 'write') {
		mkdirSync(folder, { recursive: true });
		writeFileSync(file, svg);
	}
	expect(svg).toBe(readFileSync(file, 'utf8'));
}

function goldens(name: string, drawing: Drawing): void {
	const words = {
		title: 'Separuh nilai output menjadi nilai tambah',
		subtitle: 'Rupiah per kg bahan baku',
		foot: 'Sumber: naskah serabi Sumenep, Tabel 2-5, dihitung ulang.',
	};
	expectGolden(`${name}-wide`, standaloneSvg(drawing.wide, words));
	expectGolden(`${name}-narrow`, standaloneSvg(drawing.narrow, words));
}

// Serabi paper, Tables 3 to 5, row 9 with every operating cost: 109,361 / 50 = 2,187.22.
const serabiBars: WaterfallInput['bars'] = [
	{ label: 'Nilai output', value: 7670, valueText: '7.670', kind: 'total', colour: 'tinta' },
	{ label: 'Harga bahan baku', value: 1700, valueText: '−1.700', kind: 'deduction', colour: 'bahan' },
	{ label: 'Sumbangan input lain', value: 2187.22, valueText: '−2.187', kind: 'deduction', colour: 'input' },
	{ label: 'Nilai tambah', value: 3782.78, valueText: '3.783', kind: 'total', colour: 'tinta' },
	{ label: 'Imbalan tenaga kerja', value: 1200, valueText: '−1.200', kind: 'deduction', colour: 'kerja' },
	{ label: 'Keuntungan', value: 2582.78, valueText: '2.583', kind: 'total', colour: 'untung' },
];
const common = { alt: 'Nilai output 7.670 menjadi keuntungan 2.583.', lossWord: 'rugi', noData };

function serabiWaterfall(): Drawing {
	return waterfall({ ...common, bars: serabiBars });
}

function lossWaterfall(): Drawing {
	const bars = serabiBars.map((bar) =>
		bar.label === 'Imbalan tenaga kerja'
			? { ...bar, value: 5000, valueText: '−5.000' }
			: bar.label === 'Keuntungan'
				? { ...bar, value: -1217.22, valueText: '1.217' }
				: bar,
	);
	return waterfall({ ...common, bars });
}

function serabiTornado(): Drawing {
	const row = (label: string, ends: [string, string, number][]): TornadoInput['rows'][number] => {
		const [a, b] = ends.map(([inputText, resultText, result]) => ({ inputText, resultText, result }));
		return { label, ends: [a as NonNullable<typeof a>, b as NonNullable<typeof b>] };
	};
	return tornado({
		alt: 'Harga output dan faktor konversi paling menentukan.',
		noData,
		base: { text: 'sekarang 2.583', value: 2582.78 },
		rows: [
			row('Upah rata-rata', [
				['33.000', '2.463', 2462.78],
				['27.000', '2.703', 2702.78],
			]),
			row('Harga output', [
				['5.850', '1.816', 1815.78],
				['7.150', '3.350', 3349.78],
			]),
			row('Faktor konversi', [
				['1,062', '1.816', 1815.78],
				['1,298', '3.350', 3349.78],
			]),
		],
	});
}

// Milk paper, Table 1: value added per litre, recomputed (kefir 180,000 - 4,200 - 100,000 = 75,800).
function milkDots(): Drawing {
	const rows = [
		{ label: 'Keju', value: 2372, valueText: '2.372' },
		{ label: 'Kefir', value: 75800, valueText: '75.800' },
		{ label: 'Susu pasteurisasi dalam botol kaca satu liter', value: 12374, valueText: '12.374' },
		{ label: 'Es', value: -1200, valueText: 'rugi 1.200' },
		{ label: 'Yogurt', value: null, valueText: 'tidak dapat dihitung' },
	];
	return dotComparison({ alt: 'Kefir tertinggi.', noData, rows });
}

const parts: StackedSharesInput['parts'] = [
	{ label: 'Bahan baku', colour: 'bahan' },
	{ label: 'Input lain', colour: 'input' },
	{ label: 'Tenaga kerja', colour: 'kerja' },
	{ label: 'Keuntungan', colour: 'untung' },
];
const shareRow = (label: string, ...values: number[]) => ({
	label,
	shares: values.map((value) => ({ value, text: `${Math.round(value)} %` })),
});

function milkShares(): Drawing {
	const rows = [shareRow('Keju', 46.67, 26.98, 4.44, 21.91), shareRow('Kefir', 2.33, 55.56, 3.47, 38.64)];
	return stackedShares({ parts, rows, wholeText: '100 %', alt: 'Bagian dari nilai output.', noData });
}

function lossShares(): Drawing {
	const rows = [shareRow('Pakan', 40, 50, 35, -25), shareRow('Pupuk', 20, 30, 10, 40)];
	return stackedShares({ parts, rows, wholeText: '100 %', alt: 'Satu produk rugi.', noData });
}

describe('charts look as they were seen and accepted', () => {
	it('draws the serabi waterfall', () => goldens('waterfall-serabi', serabiWaterfall()));
	it('hatches a loss in the waterfall and names it', () => {
		goldens('waterfall-loss', lossWaterfall());
		expect(lossWaterfall().wide).toContain('f-rugi');
		expect(lossWaterfall().wide).toContain('>rugi<');
	});
	it('draws the serabi tornado, widest bar first', () => {
		goldens('tornado-serabi', serabiTornado());
		const wide = serabiTornado().wide;
		expect(wide.indexOf('Harga output')).toBeLessThan(wide.indexOf('Upah rata-rata'));
	});
	it('draws the milk dots from the highest down', () => goldens('dots-milk', milkDots()));
	it('draws the milk shares', () => goldens('shares-milk', milkShares()));
	it('draws a loss left of zero', () => goldens('shares-loss', lossShares()));
	it('says in words that there is nothing to draw', () => {
		goldens('no-data', waterfall({ ...common, bars: [] }));
		for (const drawing of [
			waterfall({ ...common, bars: [] }),
			tornado({ alt: 'x', noData, rows: [], base: { text: '', value: 0 } }),
			dotComparison({ alt: 'x', noData, rows: [] }),
			stackedShares({ alt: 'x', noData, rows: [], parts, wholeText: '' }),
		]) {
			expect(drawing.wide).toContain(noData);
			expect(drawing.narrow).toContain(noData);
		}
	});
});

const anyNumber = fc.oneof(
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.integer({ min: -1_000_000, max: 1_000_000 }),
	fc.constantFrom(0, -0, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE),
);
const anyText = fc.string({ unit: 'binary', maxLength: 40 });

const anyWaterfall: fc.Arbitrary<WaterfallInput> = fc.record({
	bars: fc.array(
		fc.record({
			label: anyText,
			valueText: anyText,
			value: anyNumber,
			kind: fc.constantFrom('total' as const, 'deduction' as const),
			colour: fc.constantFrom('tinta' as const, 'input' as const, 'untung' as const),
		}),
		{ maxLength: 14 },
	),
	alt: anyText,
	lossWord: anyText,
	noData: anyText,
});
const anyEnd = fc.record({ inputText: anyText, resultText: anyText, result: anyNumber });
const anyTornado: fc.Arbitrary<TornadoInput> = fc.record({
	rows: fc.array(fc.record({ label: anyText, ends: fc.tuple(anyEnd, anyEnd) }), { maxLength: 12 }),
	base: fc.record({ text: anyText, value: anyNumber }),
	alt: anyText,
	noData: anyText,
});
const anyDots: fc.Arbitrary<DotComparisonInput> = fc.record({
	rows: fc.array(
		fc.record({ label: anyText, valueText: anyText, value: fc.option(anyNumber, { nil: null }) }),
		{ maxLength: 12 },
	),
	alt: anyText,
	noData: anyText,
});
const anyShares: fc.Arbitrary<StackedSharesInput> = fc.record({
	parts: fc.array(
		fc.record({ label: anyText, colour: fc.constantFrom('bahan' as const, 'kerja' as const) }),
		{ maxLength: 5 },
	),
	rows: fc.array(
		fc.record({
			label: anyText,
			shares: fc.array(fc.record({ value: anyNumber, text: anyText }), { maxLength: 5 }),
		}),
		{ maxLength: 12 },
	),
	wholeText: anyText,
	alt: anyText,
	noData: anyText,
});
const anyDrawing: fc.Arbitrary<Drawing> = fc.oneof(
	anyWaterfall.map(waterfall),
	anyTornado.map(tornado),
	anyDots.map(dotComparison),
	anyShares.map(stackedShares),
);

/** Every number of an attribute, by attribute. */
const numbers = (svg: string, name: string) =>
	[...svg.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map((match) => Number(match[1]));

describe('charts hold for any input', () => {
	it('never writes NaN, Infinity or undefined into a drawing', () => {
		fc.assert(
			fc.property(anyDrawing, ({ wide, narrow }) => {
				for (const svg of [wide, narrow]) {
					for (const match of svg.matchAll(/ (?:x|y|cx|cy|r|width|height|d|viewBox)="([^"]*)"/g)) {
						expect(match[1]).not.toMatch(/NaN|Infinity|undefined|e[+-]/);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('keeps bars and dots inside the box', () => {
		fc.assert(
			fc.property(anyDrawing, ({ wide, narrow }) => {
				for (const svg of [wide, narrow]) {
					const box = svgSize(svg);
					const [x, width] = [numbers(svg.replaceAll(/<text[^>]*>/g, ''), 'x'), numbers(svg, 'width')];
					for (const [index, left] of x.entries()) {
						expect(left).toBeGreaterThanOrEqual(-0.1);
						expect(left + (width[index] ?? 0)).toBeLessThanOrEqual(box.width + 0.2);
					}
					for (const centre of numbers(svg, 'cx')) {
						expect(centre).toBeGreaterThanOrEqual(0);
						expect(centre).toBeLessThanOrEqual(box.width);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('escapes every text, so that each drawing is well-formed and alone', () => {
		const attack = `"/><script>alert('x')</script>&\u0000`;
		const drawings = [
			waterfall({
				bars: serabiBars.map((bar) => ({ ...bar, label: attack, valueText: attack })),
				alt: attack,
				lossWord: attack,
				noData: attack,
			}),
			waterfall({ bars: [], alt: attack, lossWord: attack, noData: attack }),
			dotComparison({ rows: [{ label: attack, value: 1, valueText: attack }], alt: attack, noData: attack }),
			stackedShares({
				parts: [{ label: attack, colour: 'bahan' }],
				rows: [{ label: attack, shares: [{ value: 100, text: attack }] }],
				wholeText: attack,
				alt: attack,
				noData: attack,
			}),
			tornado({
				rows: [
					{
						label: attack,
						ends: [
							{ inputText: attack, resultText: attack, result: 1 },
							{ inputText: attack, resultText: attack, result: 2 },
						],
					},
				],
				base: { text: attack, value: 1 },
				alt: attack,
				noData: attack,
			}),
		];
		for (const { wide, narrow } of drawings) {
			for (const svg of [
				wide,
				narrow,
				standaloneSvg(wide, { title: attack, subtitle: attack, foot: attack }),
			]) {
				expect(svg).not.toContain('<script');
				expect(svg).not.toContain('\u0000');
				expect(svg.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
				expect(svg).toContain('role="img"');
				expect(svg).toContain('aria-label="&quot;/&gt;');
			}
		}
	});

	it('leaves no class and no colour variable in a standalone file', () => {
		fc.assert(
			fc.property(anyDrawing, ({ wide }) => {
				const svg = standaloneSvg(wide, { title: 't', subtitle: 's', foot: 'f' });
				expect(svg.replaceAll(/>[^<]*</g, '><').replaceAll(/aria-label="[^"]*"/g, '')).not.toMatch(
					/class=|var\(/,
				);
			}),
			{ numRuns: 100 },
		);
	});

	it('lets the segments of a row add up to its shares', () => {
		const shares = fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(fc.array(shares, { minLength: 1, maxLength: 12 }), (rows) => {
				const input = {
					parts,
					wholeText: '',
					alt: '',
					noData,
					rows: rows.map((values) => shareRow('x', ...values)),
				};
				for (const [index, segments] of shareSegments(input).entries()) {
					const drawn = segments.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0);
					const given = (rows[index] ?? []).reduce((sum, value) => sum + Math.abs(value), 0);
					expect(drawn).toBeCloseTo(given, 6);
				}
			}),
		);
	});

	it('ends the running line of a waterfall where the last total stands', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 4 }), (falls) => {
				const start = falls.reduce((sum, fall) => sum + fall, 0) + 100;
				const bar = (value: number, kind: 'total' | 'deduction') =>
					({ label: 'x', valueText: 'x', value, kind, colour: 'tinta' }) as const;
				const bars = [bar(start, 'total'), ...falls.map((fall) => bar(fall, 'deduction')), bar(100, 'total')];
				const svg = waterfall({ ...common, bars }).narrow;
				const widths = numbers(svg, 'width');
				expect(widths.at(-1)).toBeCloseTo((328 * 100) / start, 0);
				const deducted = widths.slice(1, -1).reduce((sum, width) => sum + width, 0);
				expect(Math.abs(deducted + (widths.at(-1) ?? 0) - 328)).toBeLessThan(0.6);
			}),
		);
	});
});

describe('text widths', () => {
	it('are within 15 % of Arial for field words', () => {
		// Advance widths of Arial at 1000 units: "Nilai tambah" 5169, "7.670" 2502 (Adobe Helvetica metrics).
		expect(textWidth('7.670', 1000)).toBeGreaterThan(2502 * 0.95);
		expect(textWidth('7.670', 1000)).toBeLessThan(2502 * 1.15);
	});
	it('shorten to what fits and never to nothing', () => {
		fc.assert(
			fc.property(anyText, fc.double({ min: 20, max: 300, noNaN: true }), (content, width) => {
				const short = shortenText(content, width, 14);
				expect(textWidth(short, 14) <= width || [...short].length <= 2).toBe(true);
			}),
		);
	});
	it('keep every word when a text is broken into enough lines', () => {
		expect(wrapText('Sumbangan input lain', 80, 14)).toEqual(['Sumbangan', 'input lain']);
		expect(balanceText('Harga bahan baku', { wanted: 64, limit: 84 }, 14)).toEqual(['Harga', 'bahan baku']);
		expect(balanceText('Tanggungjawabsosialperusahaan', { wanted: 64, limit: 84 }, 14)).toBeNull();
	});
});
