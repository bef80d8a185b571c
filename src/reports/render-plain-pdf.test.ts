import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfTextWidth, type PdfFont } from '#files/pdf-fonts.ts';
import { printableText } from '#files/printable-text.ts';
import { readWorkbook } from '#files/read-workbook.ts';
import { readPdf, textOf, type PageInPdf, type TagInPdf } from '#files/testing.ts';
import { readValueAddedStudy } from '#inputs/value-added-table.ts';
import type { Block, Report, TableBlock } from './block.ts';
import { columnGroups } from './column-groups.ts';
import { documentSpelling } from './eyd-spelling.ts';
import { columnPlan } from './plain-pdf-columns.ts';
import { page, textWidth } from './plain-pdf-page.ts';
import { linesOf } from './plain-pdf-text.ts';
import { renderPlainPdf } from './render-plain-pdf.ts';
import { valueAddedReport } from './value-added.ts';

/** Start, frame of three colours, end: the size is what the page needs. */
const jpegBytes = (width: number, height: number) =>
	Uint8Array.from([
		...[0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3],
		...[1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9],
	]);
const svgs: string[] = [];
const draw = (svg: string) => {
	svgs.push(svg);
	return Promise.resolve({ bytes: jpegBytes(1800, 900), width: 1800, height: 900 });
};

const reportOf = (blocks: readonly Block[], rest: Partial<Report> = {}): Report => ({
	title: 'Laporan',
	locale: 'id',
	blocks,
	sources: [],
	...rest,
});

const tableOf = (
	columns: TableBlock['columns'],
	rows: TableBlock['rows'],
	rest: Partial<TableBlock> = {},
): TableBlock => ({
	kind: 'table',
	id: 'a',
	caption: 'Biaya',
	columns,
	rows,
	...rest,
});

function sampleReport(name: string, locale: 'id' | 'en'): Report {
	const bytes = new Uint8Array(readFileSync(new URL(`../../samples/${name}.xlsx`, import.meta.url)));
	const book = readWorkbook(bytes, { name: `${name}.xlsx` });
	if (!book.ok) throw new Error(JSON.stringify(book.problems));
	const read = readValueAddedStudy(book.value);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return valueAddedReport(read.value.study, { locale, date: '2026-11-22' });
}

const fontOf = (name: string): PdfFont => (name === 'Helvetica-Bold' ? 'bold' : 'regular');

function expectInside(pages: readonly PageInPdf[]): void {
	for (const { texts, width, height } of pages) {
		for (const { x, y, size, font, text } of texts) {
			expect(x).toBeGreaterThan(0);
			expect(x + pdfTextWidth(text, fontOf(font), size)).toBeLessThan(width);
			expect(y - size * 0.25).toBeGreaterThan(0);
			expect(y + size).toBeLessThan(height);
		}
	}
}

const tagsOf = (tag: TagInPdf): TagInPdf[] => [tag, ...tag.children.flatMap(tagsOf)];
/** Text without its spaces: lines break where they must. */
const solid = (text: string) => text.replaceAll(/[ \u00a0\n]/g, '');
const words = (pages: readonly PageInPdf[]) => pages.flatMap(({ texts }) => texts.map(({ text }) => text));

describe.each([
	['serabi', 'id'],
	['boyolali', 'en'],
] as const)('the report of the study %s', (name, locale) => {
	const report = sampleReport(name, locale);
	const made = renderPlainPdf(report, draw).then((bytes) => ({ bytes, pdf: readPdf(bytes) }));
	const spelled = (text: string) => solid(printableText(documentSpelling(text, locale)));

	it('says every text of the report in its order, in tags', async () => {
		const { pdf } = await made;
		expect(textOf(pdf.info.get('Title'))).toBe(report.title);
		const said = pdf.document.children.map((tag) =>
			solid(
				tagsOf(tag)
					.map(({ role, text, entries }) => (role === 'Figure' ? textOf(entries.get('Alt')) : text))
					.join(''),
			),
		);
		const expected = report.blocks.flatMap((block) => {
			if (block.kind === 'table') return [block.caption];
			if (block.kind === 'chart') return [block.title, block.subtitle, block.alt, block.table.caption];
			return block.kind === 'list' ? block.items : [block.text];
		});
		let from = 0;
		for (const text of expected) {
			const wanted = spelled(text);
			const found = said.findIndex(
				(piece, index) => index >= from && (piece.includes(wanted) || solid(text) === piece),
			);
			expect(found, text).toBeGreaterThanOrEqual(from);
			from = found;
		}
	});
	it('has every cell of every table in a cell of the tags', async () => {
		const { pdf } = await made;
		const cells = new Set(
			tagsOf(pdf.document)
				.filter(({ role }) => role === 'TD' || role === 'TH')
				.map(({ text }) => solid(text)),
		);
		const tables = report.blocks.flatMap((block) =>
			block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : [],
		);
		for (const table of tables) {
			for (const text of table.rows.flatMap((row) =>
				row.role === 'section' ? row.cells.slice(0, 1) : row.cells,
			)) {
				expect(cells).toContain(spelled(text.text));
			}
		}
	});
	it('keeps every text on its page and counts the pages', async () => {
		const { pdf } = await made;
		expectInside(pdf.pages);
		const count = pdf.pages.length;
		pdf.pages.forEach(({ texts }, index) => {
			const said = locale === 'id' ? `Halaman ${index + 1} dari ${count}` : `Page ${index + 1} of ${count}`;
			expect(texts.at(-1)?.text).toBe(said);
			expect(texts.at(-1)?.content).toBeUndefined();
		});
	});
	it('has each chart as a picture with its alternative text', async () => {
		const { pdf } = await made;
		const charts = report.blocks.filter((block) => block.kind === 'chart');
		expect(pdf.pages.flatMap(({ pictures }) => pictures).length).toBe(charts.length);
		const figures = tagsOf(pdf.document).filter(({ role }) => role === 'Figure');
		expect(figures.map(({ entries }) => textOf(entries.get('Alt')))).toEqual(
			charts.map(({ alt }) => documentSpelling(alt, locale)),
		);
		expect(svgs.every((svg) => svg.startsWith('<svg'))).toBe(true);
	});
	it('names the sources of its methods at the end', async () => {
		const { pdf } = await made;
		const list = pdf.document.children.at(-1);
		expect(list?.role).toBe('L');
		expect(list?.children.length).toBe(report.sources.length);
		expect(pdf.document.children.at(-2)?.text).toBe(locale === 'id' ? 'Sumber' : 'Sources');
		expect(list?.children[0]?.children[1]?.text).toContain('Hayami');
	});
	it('has the same bytes a second time', async () => {
		const { bytes } = await made;
		expect(await renderPlainPdf(report, draw)).toEqual(bytes);
	});
});

describe('a long table', () => {
	const columns = [
		{ label: 'Uraian', align: 'left' },
		{ label: 'Jumlah', align: 'right' },
	] as const;
	const rows = Array.from({ length: 130 }, (_, index) => ({
		cells: [{ text: `Baris ${index + 1}` }, { text: `${(index * 7919) % 100000},50` }],
		...(index % 40 === 0 ? { role: 'section' as const } : {}),
	}));
	const made = renderPlainPdf(reportOf([tableOf(columns, rows, { source: 'Catatan' })]), draw).then(readPdf);

	it('has its head on every page, read aloud only once', async () => {
		const { pages, document } = await made;
		expect(pages.length).toBeGreaterThan(2);
		for (const { texts } of pages) expect(texts.filter(({ text }) => text === 'Uraian').length).toBe(1);
		expect(tagsOf(document).filter(({ text }) => text === 'Uraian').length).toBe(1);
		expect(document.children[1]?.children.length).toBe(2 + rows.length);
	});
	it('does not leave the heading of a section at the foot of a page', async () => {
		// One of the three has a section where the page ends.
		for (const shift of [0, 1, 2]) {
			const sections = rows.slice(0, 60).map(({ cells }, index) => ({
				cells,
				...((index + shift) % 3 === 0 ? { role: 'section' as const } : {}),
			}));
			const { pages } = readPdf(await renderPlainPdf(reportOf([tableOf(columns, sections)]), draw));
			expect(pages.length).toBe(2);
			const body = pages[0]?.texts.filter(({ content }) => content !== undefined);
			expect(body?.at(-1)?.font).toBe('Helvetica');
			expect(words(pages).filter((text) => text.startsWith('Baris')).length).toBe(60);
		}
	});
	it('sets numbers flush right', async () => {
		const { pages } = await made;
		const ends = pages[0]?.texts
			.filter(({ text }) => text.endsWith(',50'))
			.map(({ text, x, size }) => x + pdfTextWidth(text, 'regular', size));
		expect(ends?.length).toBeGreaterThan(20);
		for (const end of ends ?? []) expect(end).toBeCloseTo(ends?.[0] ?? 0, 1);
	});
	it('keeps its source under its last row', async () => {
		const { pages } = await made;
		const last = pages.at(-1)?.texts.map(({ text }) => text) ?? [];
		expect(last.indexOf('Catatan')).toBe(last.indexOf('Baris 130') + 2);
	});
});

describe('a wide table', () => {
	const columns = Array.from({ length: 13 }, (_, index) => ({
		label: index === 0 ? 'Alternatif' : `K${index}`,
		align: index === 0 ? ('left' as const) : ('right' as const),
	}));
	const table = tableOf(columns, [{ cells: columns.map(({ label }) => ({ text: `x${label}` })) }], {
		source: 'Survei',
	});

	it('is dealt out in groups with the names in each, every number once', async () => {
		expect(columnGroups(table)).toEqual([
			[0, 1, 2, 3, 4, 5, 6],
			[0, 7, 8, 9, 10, 11, 12],
		]);
		const pdf = readPdf(await renderPlainPdf(reportOf([table]), draw));
		const tables = pdf.document.children.filter(({ role }) => role === 'Table');
		expect(tables.map(({ children }) => children[0]?.text)).toEqual([
			'Tabel 1. Biaya (1/2)',
			'Tabel 1. Biaya (2/2)',
		]);
		const said = words(pdf.pages);
		expect(said.filter((text) => text === 'xAlternatif').length).toBe(2);
		for (const { label } of columns.slice(1))
			expect(said.filter((text) => text === `x${label}`).length).toBe(1);
		expect(said.filter((text) => text === 'Survei').length).toBe(1);
	});
	it('has columns that fill the text and keep figures whole', () => {
		const texts = [{ text: 'Rp\u00a0123.456.789', font: 'regular' as const }];
		const long = [{ text: 'kata '.repeat(80).trim(), font: 'regular' as const }];
		const plan = columnPlan([
			{ align: 'left', label: 'Uraian', texts: long },
			{ align: 'right', label: 'Nilai', texts },
		]);
		expect(plan.widths.reduce((a, b) => a + b, 0)).toBeCloseTo(textWidth, 6);
		const room = (plan.widths[1] ?? 0) - 2 * plan.side;
		expect(linesOf('Rp\u00a0123.456.789', room, { font: 'regular', size: plan.size }).length).toBe(1);
	});
});

describe('texts', () => {
	it('break between words, at a line end, and inside a word that no line holds', () => {
		const look = { font: 'regular', size: 10 } as const;
		expect(linesOf('aa bb cc', pdfTextWidth('aa bb', 'regular', 10), look)).toEqual(['aa bb', 'cc']);
		expect(linesOf('aa\nbb', 100, look)).toEqual(['aa', 'bb']);
		expect(linesOf('aaaaa', pdfTextWidth('aa', 'regular', 10), look)).toEqual(['aa', 'aa', 'a']);
		expect(linesOf('Rp\u00a01 x', pdfTextWidth('Rp 1', 'regular', 10), look)).toEqual(['Rp\u00a01', 'x']);
		expect(linesOf(' ', 100, look)).toEqual([]);
	});
	it('are spelled officially, and keep the original of letters that the font has not', async () => {
		const blocks: Block[] = [
			{ kind: 'heading', level: 3, text: 'Bobot λ' },
			{ kind: 'sentence', text: 'Untung Rp\u00a04.078,64 atau −3\u00a0%', condition: 'Syarat' },
			{ kind: 'note', text: 'a (b) \\ c' },
			{ kind: 'list', ordered: true, items: ['satu', 'dua'] },
		];
		const { document, pages } = readPdf(await renderPlainPdf(reportOf(blocks), draw));
		expect(tagsOf(document).map(({ role, text }) => [role, text])).toEqual([
			['Document', ''],
			['H1', 'Laporan'],
			['H3', 'Bobot lambda'],
			['P', 'Untung Rp4.078,64 atau –3%'],
			['P', 'Syarat'],
			['P', 'a (b) \\ c'],
			['L', ''],
			['LI', ''],
			['Lbl', '1.'],
			['LBody', 'satu'],
			['LI', ''],
			['Lbl', '2.'],
			['LBody', 'dua'],
		]);
		expect(textOf(document.children[1]?.entries.get('ActualText'))).toBe('Bobot λ');
		expect(document.children[0]?.entries.has('ActualText')).toBe(false);
		expectInside(pages);
	});
	it('stand with their heading: none is alone at the foot of a page', async () => {
		const filling = (count: number): Block[] =>
			Array.from({ length: count }, () => ({ kind: 'paragraph', text: 'isi' }));
		for (let count = 30; count < 44; count += 1) {
			const blocks: Block[] = [
				...filling(count),
				{ kind: 'heading', level: 2, text: 'Bab' },
				{ kind: 'note', text: 'awal' },
			];
			const { pages } = readPdf(await renderPlainPdf(reportOf(blocks), draw));
			const with_ = pages.find(({ texts }) => texts.some(({ text }) => text === 'Bab'));
			expect(with_?.texts.map(({ text }) => text)).toContain('awal');
		}
	});
});

describe('any report', () => {
	const chart = sampleReport('serabi', 'id').blocks.find((one) => one.kind === 'chart');
	const drawing = chart?.kind === 'chart' ? chart.wide : '';
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.string({ maxLength: 400 }),
		fc.constant('Rp\u00a01.000 (a) \\'),
		fc.integer({ min: 1, max: 5000 }).map((length) => 'w'.repeat(length)),
	);
	const cell = fc.record(
		{
			text,
			strong: fc.boolean(),
			heat: fc.constantFrom(1, 2, 3, 4, 5, 6, 'loss') as fc.Arbitrary<1 | 'loss'>,
		},
		{ requiredKeys: ['text'] },
	);
	const table = fc.record({
		kind: fc.constant('table' as const),
		id: fc.constant('t'),
		caption: text,
		columns: fc.array(fc.record({ label: text, align: fc.constantFrom('left' as const, 'right' as const) }), {
			maxLength: 25,
		}),
		rows: fc.array(
			fc.record(
				{
					cells: fc.array(cell, { maxLength: 25 }),
					role: fc.constantFrom('section' as const, 'total' as const, 'detail' as const),
				},
				{ requiredKeys: ['cells'] },
			),
			{ maxLength: 20 },
		),
		source: text,
	});
	const block: fc.Arbitrary<Block> = fc.oneof(
		fc.record({
			kind: fc.constant('heading' as const),
			level: fc.constantFrom(1 as const, 2 as const, 3 as const),
			text,
		}),
		fc.record({ kind: fc.constant('sentence' as const), text, condition: text }),
		fc.record({ kind: fc.constantFrom('paragraph' as const, 'note' as const), text }),
		fc.record({
			kind: fc.constant('list' as const),
			ordered: fc.boolean(),
			items: fc.array(text, { maxLength: 12 }),
		}),
		table,
		fc.record({
			kind: fc.constant('chart' as const),
			id: fc.constant('c'),
			title: text,
			subtitle: text,
			foot: text,
			alt: text,
			wide: fc.constant(drawing),
			narrow: fc.constant(''),
			table,
		}),
	);

	it('is a whole file with every letter inside its page', async () => {
		await fc.assert(
			fc.asyncProperty(
				text,
				fc.constantFrom('id' as const, 'en' as const),
				fc.array(block, { maxLength: 6 }),
				fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 })),
				async (title, locale, blocks, [width, height]) => {
					const bytes = await renderPlainPdf(reportOf(blocks, { title, locale }), () =>
						Promise.resolve({ bytes: jpegBytes(width, height), width, height }),
					);
					const { pages, info, document } = readPdf(bytes);
					expect(textOf(info.get('Title'))).toBe(title);
					expectInside(pages);
					const lowest = Math.min(...pages.flatMap(({ texts }) => texts.slice(0, -1).map(({ y }) => y)));
					expect(lowest).toBeGreaterThan(page.margin - 0.1);
					// What is written is there in full, however it was broken.
					const paragraphs = blocks.filter((one) => one.kind === 'paragraph' || one.kind === 'note');
					const said = new Set(document.children.map((tag) => solid(tag.text)));
					for (const { text: wanted } of paragraphs) {
						const whole = solid(printableText(documentSpelling(wanted, locale)));
						if (whole !== '') expect(said).toContain(whole);
					}
				},
			),
			{ numRuns: 25 },
		);
	}, 60_000);
	it('passes on the word of a browser that cannot draw', async () => {
		expect(chart).toBeDefined();
		await expect(
			renderPlainPdf(reportOf(chart ? [chart] : []), () =>
				Promise.reject(new Error('The browser gave no canvas')),
			),
		).rejects.toThrow('no canvas');
	});
});
