import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJpeg } from './jpeg.ts';
import { pdfTextWidth, winAnsiBytes, winAnsiCode } from './pdf-fonts.ts';
import { pdfNumber } from './pdf-objects.ts';
import { writePdf, type PdfDocument, type PdfMark, type PdfTag } from './pdf-writer.ts';
import { printableText } from './printable-text.ts';
import { decodeWinAnsi, readPdf, textOf } from './testing.ts';

/** The head of a JPEG of 640 by 320 dots: start, one table to step over, frame. Enough for what a writer reads. */
const jpeg = (components: number) =>
	Uint8Array.from([
		...[0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 8 + 3 * components, 8],
		...[320 >> 8, 320 & 255, 640 >> 8, 640 & 255, components],
		...Array.from({ length: 3 * components }, () => 1),
		...[0xff, 0xd9],
	]);

const text = (said: string, tag?: PdfTag, y = 50): PdfMark => ({
	kind: 'text',
	x: 40,
	y,
	text: said,
	font: 'regular',
	size: 10,
	colour: '#1b2430',
	...(tag ? { tag } : {}),
});

const document = (pages: PdfMark[][], tags: PdfTag[] = [], title = 'Laporan'): PdfDocument => ({
	title,
	language: 'id',
	width: 300,
	height: 200,
	pages,
	tags,
});

describe('the letters of the standard fonts', () => {
	it('have the widths of the Adobe metrics', () => {
		// Helvetica: H 722, e 556, l 222, o 556; Helvetica-Bold: o 611; Euro 556; figures are all as wide.
		expect(pdfTextWidth('Hello', 'regular', 1000)).toBe(722 + 556 + 222 + 222 + 556);
		expect(pdfTextWidth('Hello', 'bold', 1000)).toBe(722 + 556 + 278 + 278 + 611);
		expect(pdfTextWidth('€', 'regular', 10)).toBeCloseTo(5.56, 10);
		expect(new Set([...'0123456789'].map((figure) => pdfTextWidth(figure, 'regular', 1000)))).toEqual(
			new Set([556]),
		);
		expect(pdfTextWidth('ÿ', 'bold', 1000)).toBe(556);
	});
	it('have the codes that Windows-1252 gives them', () => {
		for (const sign of '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡ÿ×÷½~A') {
			expect(decodeWinAnsi([winAnsiCode(sign) ?? 0])).toBe(sign);
		}
		expect(winAnsiCode('→')).toBeUndefined();
		expect(winAnsiBytes('a\u00a0→')).toEqual([97, 32, 63]);
	});
});

describe('a text in printable letters', () => {
	it.each([
		['−1.700', '–1.700'],
		['a ≥ b ≤ c ≠ d ≈ e', 'a >= b <= c <> d ~ e'],
		['x → y ✓ ✗ ⚑', 'x -> y [v] [x] [!]'],
		['λ Δσ', 'lambda Deltasigma'],
		['Rp\u00a01\u202f000', 'Rp\u00a01\u00a0000'],
		['Nguyễn Đức Łódź', 'Nguyen Duc Lódz'],
		['e\u0301 x\u0302', 'é x'],
		['10⁻⁵ m² ½ ⅓ ﬁ', '10–5 m² ½ 1/3 fi'],
		['susu 牛乳 🥛', 'susu ?? ?'],
		['\u0301', '?'],
		['한', '?'],
		['a\tb\r\nc\u2028d', 'a b\nc\nd'],
		['so\u00adft\u200b', 'soft'],
		['\u0007', '?'],
	])('%j is written %j', (from, to) => {
		expect(printableText(from)).toBe(to);
	});
	it('has only letters of the font, drops no visible sign, and stays the same a second time', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (from) => {
				const to = printableText(from);
				expect([...to].every((sign) => sign === '\n' || winAnsiCode(sign) !== undefined)).toBe(true);
				expect(printableText(to)).toBe(to);
				const visible = [...from.normalize('NFC')].filter(
					(sign) => !/[\p{Default_Ignorable_Code_Point}\u0300-\u036f\r]/u.test(sign),
				);
				expect([...to].length).toBeGreaterThanOrEqual(visible.length);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('a JPEG', () => {
	it('says its size and colours behind other tables and filling bytes', () => {
		expect(readJpeg(jpeg(3))).toEqual({ width: 640, height: 320, components: 3 });
		expect(readJpeg(jpeg(1)).components).toBe(1);
	});
	it('is refused with its reason when it is none', () => {
		expect(() => readJpeg(Uint8Array.of(0x89, 0x50))).toThrow('FF D8');
		expect(() => readJpeg(jpeg(3).slice(0, 9))).toThrow('no frame header');
		expect(() => readJpeg(jpeg(2))).toThrow('no frame header');
	});
});

describe('a PDF file', () => {
	const item: PdfTag = { role: 'P', children: [] };
	const cell: PdfTag = { role: 'TH', scope: 'Column', columnSpan: 2, children: [] };
	const figure: PdfTag = { role: 'Figure', alternative: 'Grafik (λ)', children: [] };
	const table: PdfTag = { role: 'Table', children: [{ role: 'TR', children: [cell] }] };
	const picture: PdfMark = {
		kind: 'picture',
		x: 10,
		y: 20,
		width: 100,
		height: 50,
		jpeg: jpeg(3),
		tag: figure,
	};
	const bytes = writePdf(
		document(
			[
				[text('Satu (a\\b) dan é – €', item), text('dua', cell, 80), text('1/2')],
				[text('tiga', item), picture],
			],
			[item, table, figure],
			'Usaha "serabi" → λ',
		),
	);
	const read = readPdf(bytes);

	it('holds its texts where they were put, signs of its own syntax among them', () => {
		expect(read.pages.map((page) => page.texts.map((piece) => piece.text))).toEqual([
			['Satu (a\\b) dan é – €', 'dua', '1/2'],
			['tiga'],
		]);
		expect(read.pages[0]?.texts[0]).toMatchObject({ x: 40, y: 150, size: 10, font: 'Helvetica' });
	});
	it('names its language and its title, every sign of it', () => {
		expect(textOf(read.catalog.get('Lang'))).toBe('id');
		expect(textOf(read.info.get('Title'))).toBe('Usaha "serabi" → λ');
	});
	it('has a tree of tags over its pages', () => {
		expect(read.document.children.map(({ role, text: said }) => [role, said])).toEqual([
			['P', 'Satu (a\\b) dan é – € tiga'],
			['Table', ''],
			['Figure', ''],
		]);
		const heading = read.document.children[1]?.children[0]?.children[0];
		expect(heading?.text).toBe('dua');
		const look = heading?.entries.get('A') as ReadonlyMap<string, unknown>;
		expect([look.get('Scope'), look.get('ColSpan')]).toEqual([{ name: 'Column' }, 2]);
		expect(textOf(read.document.children[2]?.entries.get('Alt'))).toBe('Grafik (λ)');
	});
	it('leads from every piece of a page back to its tag', () => {
		const tree = [...read.objects.values()].find(
			(value) => value instanceof Map && value.has('Nums'),
		) as ReadonlyMap<string, readonly unknown[]>;
		const lists = tree.get('Nums')?.filter((value) => Array.isArray(value)) as { reference: number }[][];
		const roles = lists.map((list) =>
			list.map(
				({ reference }) =>
					(read.objects.get(reference) as ReadonlyMap<string, { name: string }>).get('S')?.name,
			),
		);
		expect(roles).toEqual([
			['P', 'TH'],
			['P', 'Figure'],
		]);
	});
	it('carries a picture as it is, with its own size', () => {
		const image = read.pages[1]?.pictures[0];
		expect([image?.get('Width'), image?.get('Height')]).toEqual([640, 320]);
		expect([...read.streams.values()].some((stream) => stream.join() === jpeg(3).join())).toBe(true);
	});
	it('has the same bytes for the same document, and no date', () => {
		expect(writePdf(document([[text('a')]]))).toEqual(writePdf(document([[text('a')]])));
		expect(read.info.has('CreationDate')).toBe(false);
	});
	it('is whole for more objects than one pack holds and for any text', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: 'binary' }), { maxLength: 150 }),
				fc.string({ unit: 'binary' }),
				(texts, title) => {
					const tags = texts.map((): PdfTag => ({ role: 'P', children: [] }));
					const whole = readPdf(
						writePdf(document([texts.map((said, index) => text(said, tags[index]))], tags, title)),
					);
					expect(textOf(whole.info.get('Title'))).toBe(title);
					expect(whole.document.children.length).toBe(texts.length);
					const expected = texts.map((said) =>
						printableText(said).replaceAll('\n', '?').replaceAll('\u00a0', ' '),
					);
					expect(whole.pages[0]?.texts.map((piece) => piece.text)).toEqual(expected);
				},
			),
			{ numRuns: 60 },
		);
		const many = Array.from({ length: 250 }, (): PdfTag => ({ role: 'P', children: [] }));
		expect(readPdf(writePdf(document([[]], many))).document.children.length).toBe(250);
	});
	it('writes measures without exponents', () => {
		expect([pdfNumber(1e-9), pdfNumber(-1e-9), pdfNumber(12.345), pdfNumber(-0.5)]).toEqual([
			'0',
			'0',
			'12.35',
			'-0.5',
		]);
	});
});
