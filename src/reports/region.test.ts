/** A region sheet as a reader gets it, against the Bintan paper and a textbook's region. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRegion, regionContent, type RegionContent } from '#inputs/region-content.ts';
import { regionSample } from '#inputs/region-samples.ts';
import type { Block, ChartBlock, Report, TableBlock } from './block.ts';
import { regionReport } from './region.ts';

function reportOf(content: RegionContent | null, locale: 'id' | 'en' = 'id'): Report {
	const report = content && regionReport(content, { locale, date: '2026-11-22' });
	if (!report) throw new Error('there is no report');
	return report;
}

const charts = (report: Report) =>
	report.blocks.filter((block): block is ChartBlock => block.kind === 'chart');
const tables = (report: Report): TableBlock[] =>
	report.blocks.flatMap((block) =>
		block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : [],
	);
function table(report: Report, id: string): string[][] {
	const found = tables(report).find((one) => one.id === id);
	if (!found) throw new Error(`no table ${id}`);
	return found.rows.map((row) => row.cells.map((cell) => cell.text));
}
const has = (report: Report, id: string) => tables(report).some((one) => one.id === id);
const notes = (report: Report) =>
	report.blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : [])).join(' ');
const items = (report: Report) =>
	report.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
const sentence = (report: Report) =>
	report.blocks.find((block): block is Extract<Block, { kind: 'sentence' }> => block.kind === 'sentence');

const sample = regionSample('bintan', 'id') ?? emptyRegion();
const bintan = reportOf(sample);
const nbsp = '\u00a0';

describe('the table of Bintan', () => {
	it('names the largest sector and what became of its share', () => {
		expect(sentence(bintan)?.text).toBe(
			`Sektor terbesar Kabupaten Bintan: Industri Pengolahan, naik dari 40,4${nbsp}% (2020) menjadi 41,5${nbsp}% dari jumlah 17 sektor (2022).`,
		);
		expect(sentence(bintan)?.condition).toContain('Harga berlaku (nominal)');
		expect(sentence(bintan)?.condition).toContain('3 jumlah tercetak cocok');
	});

	it('gives the shares of manufacturing that the paper prints: 40,39, 40,90 and 41,50 %', () => {
		expect(table(bintan, 'shares')[0]).toEqual(['Industri Pengolahan', '40,39', '40,90', '41,50']);
	});

	it('finds the total of 2020 off by 2, which rounding explains', () => {
		expect(table(bintan, 'totals')).toEqual([
			['2020', '20.743.696', '20.743.698', '−2', 'Cocok, selisih pembulatan'],
			['2021', '21.251.125,59', '21.251.125,59', '0', 'Cocok'],
			['2022', '22.995.777,49', '22.995.777,49', '0', 'Cocok'],
		]);
		expect(tables(bintan).find(({ id }) => id === 'totals')?.source).toContain('8,5');
	});

	it('gives growth of 8,21 % in 2022 whose contributions add up, and stamps it nominal', () => {
		expect(table(bintan, 'growth').at(-1)).toEqual(['Jumlah', '2,45', '8,21', '5,29', '8,21']);
		expect(tables(bintan).find(({ id }) => id === 'growth')?.caption).toContain('nominal');
		expect(notes(bintan)).toContain('kenaikan harga ikut terhitung');
	});

	it('tells that caption and headings disagree, and asks kindly for a reference', () => {
		expect(notes(bintan)).toContain(
			'Judul tabel menyebut harga konstan, kepala kolom menyebut harga berlaku.',
		);
		expect(notes(bintan)).toContain('tempel tabel yang sama dari provinsi atau Indonesia');
		for (const id of ['quotients', 'klassen', 'shift-share']) expect(has(bintan, id)).toBe(false);
	});

	it('says nothing of growth before the prices are chosen', () => {
		const open = reportOf({ ...sample, basis: '' });
		expect(has(open, 'growth')).toBe(false);
		expect(notes(open)).toContain('Pilih dulu dasar harga');
		expect(table(open, 'shares')[0]).toEqual(['Industri Pengolahan', '40,39', '40,90', '41,50']);
		expect(JSON.stringify(open)).not.toContain('nominal');
	});

	it('says the same in English', () => {
		const english = reportOf(regionSample('bintan', 'en'), 'en');
		expect(sentence(english)?.text).toContain('Manufacturing: up from 40.4% (2020) to 41.5%');
		expect(JSON.stringify(english)).not.toMatch(/\b(sektor|harga|daerah|tahun|tercetak)\b/i);
	});

	it('compares only the years that were chosen', () => {
		const later = reportOf({ ...sample, from: '2021' });
		expect(table(later, 'shares')[0]).toEqual(['Industri Pengolahan', '40,90', '41,50']);
		expect(table(later, 'totals')).toHaveLength(2);
	});
});

/** Farhauer and Kroell (2013): people at work in four sectors of a region and of its country. */
const textbook: RegionContent = {
	...emptyRegion(),
	region: 'A',
	reference: 'N',
	basis: 'quantity',
	years: [
		{ label: '2000', total: '', referenceTotal: '' },
		{ label: '2001', total: '', referenceTotal: '' },
	],
	sectors: [
		{ name: 'satu', region: ['250', '255'], reference: ['400', '440'] },
		{ name: 'dua', region: ['100', '115'], reference: ['150', '210'] },
		{ name: 'tiga', region: ['110', '85'], reference: ['150', '135'] },
		{ name: 'empat', region: ['300', '390'], reference: ['400', '480'] },
	],
};

describe('a region with its reference', () => {
	const report = reportOf(textbook);

	it('draws LQ first, then shares and two planes, each with its table', () => {
		expect(charts(report).map(({ id }) => id)).toEqual(['location-quotients', 'shares', 'lq-dlq', 'klassen']);
		for (const chart of charts(report)) expect(chart.table.rows.length).toBeGreaterThanOrEqual(4);
	});

	it('gives quotients, classes and a shift-share that adds up to the change', () => {
		// 390/845 over 480/1265 is 1,216; 1,3 / (845/760) over 1,2 / 1,15 is 1,121; 255/845 over 440/1265 is 0,868.
		const quotients = new Map(table(report, 'dynamic-quotients').map((row) => [row[0], row]));
		expect(quotients.get('empat')).toEqual(['empat', '1,09', '1,22', '1,12', 'Unggulan']);
		expect(quotients.get('satu')?.[2]).toBe('0,87');
		const total = tables(report)
			.find(({ id }) => id === 'shift-share')
			?.rows.at(-1)
			?.cells.map(({ value }) => value ?? 0);
		const [, change = 0, national = 0, mix = 0, regional = 0] = total ?? [];
		expect(change).toBe(85);
		expect(national + mix + regional).toBeCloseTo(85, 9);
		const parts = tables(report)
			.find(({ id }) => id === 'esteban-marquillas')
			?.rows.at(-1)
			?.cells.map(({ value }) => value ?? 0);
		expect((parts?.[1] ?? 0) + (parts?.[2] ?? 0)).toBeCloseTo(regional, 9);
		expect(sentence(report)?.text).toContain('1 sektor unggulan: empat.');
	});

	it('needs no growth for LQ when there is one year', () => {
		const one = reportOf({ ...textbook, to: '2000', from: '2000' });
		expect(has(one, 'quotients')).toBe(true);
		expect(has(one, 'shift-share')).toBe(false);
		expect(notes(one)).toContain('Baru ada satu tahun');
	});

	it('names what is missing, outside or larger in the reference', () => {
		const change = (reference: string[]) =>
			reportOf({
				...textbook,
				sectors: textbook.sectors.map((one, index) => (index === 1 ? { ...one, reference } : one)),
			});
		const missing = change(['150', '']);
		expect(has(missing, 'quotients')).toBe(false);
		expect(items(missing)).toContain('dua: isi angka N untuk semua tahun.');
		expect(items(change(['150', '0'])).join(' ')).toContain('dua ada di daerah tetapi nol di N');
		expect(items(change(['150', '100'])).join(' ')).toContain('dua: angka A lebih besar daripada N');
	});

	it('puts years in order and leaves rows it cannot read out by name', () => {
		const turned = reportOf({
			...textbook,
			years: [...textbook.years].reverse(),
			sectors: [
				...textbook.sectors.map((one) => ({
					...one,
					region: [...one.region].reverse(),
					reference: [...one.reference].reverse(),
				})),
				{ name: 'lima', region: ['x1y', '5'], reference: [] },
				{ name: 'Jumlah', region: ['845', '760'], reference: [] },
			],
		});
		expect(table(turned, 'growth').at(-1)?.[1]).toBe('11,18');
		expect(items(turned).join(' ')).toContain('lima, 2001, A: “x1y” tidak terbaca sebagai angka');
		expect(items(turned).join(' ')).toContain('Baris “Jumlah” adalah jumlah');
		expect(table(turned, 'totals').map((row) => row.at(-1))).toEqual(['Cocok', 'Cocok']);
	});
});

describe('any sheet', () => {
	it('makes a report or none, without a crash or a number that is none', () => {
		const text = fc.oneof(
			fc.constantFrom('', '0', '1', '2,5', '-3', '1e308', 'x', '2020', '2021'),
			fc.string({ maxLength: 6 }),
		);
		const year = fc.record({ label: text, total: text, referenceTotal: text });
		const sector = fc.record({
			name: text,
			region: fc.array(text, { maxLength: 4 }),
			reference: fc.array(text, { maxLength: 4 }),
		});
		const content = fc.record({
			basis: fc.constantFrom('ADHB', 'ADHK', 'quantity', ''),
			years: fc.array(year, { maxLength: 4 }),
			sectors: fc.array(sector, { maxLength: 5 }),
			from: text,
			to: text,
			baseYear: text,
		});
		fc.assert(
			fc.property(content, fc.constantFrom('id' as const, 'en' as const), (any, locale) => {
				const sheet = regionContent.read(any);
				if (!sheet) throw new Error('a sheet that is one was not read');
				const report = regionReport(sheet, { locale });
				if (report) expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|undefined/);
			}),
			{ numRuns: 150 },
		);
	});
});
