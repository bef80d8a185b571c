import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#files/read-workbook.ts';
import type { StudyProduct, ValueAddedStudy } from '#inputs/value-added-study.ts';
import type { Report, TableBlock } from './block.ts';
import { copyForWord } from './copy-for-word.ts';
import { documentSpelling } from './eyd-spelling.ts';
import { renderCsv, renderTableCsv } from './render-csv.ts';
import { renderDocx } from './render-docx.ts';
import { renderHtml } from './render-html.ts';
import { renderPdf } from './render-pdf.ts';
import { svgToPng } from './render-png.ts';
import { escapeTex, renderTex } from './render-tex.ts';
import { renderXlsx } from './render-xlsx.ts';
import { standaloneSvg } from '#charts/standalone.ts';
import { valueAddedReport } from './value-added.ts';
import { hayamiTable } from './value-added-tables.ts';

const attack = `<script>alert("x")</script> & \\input{x} $y$ #z_~^ %`;

// Serabi paper, Tables 3 and 5; the second product carries a hostile name.
const product = (name: string, wage: number): StudyProduct => ({
	name,
	rawMaterialName: 'ampas kelapa',
	rawMaterialUnit: 'kg',
	outputUnit: 'kg',
	labourUnit: 'HOK',
	processesPerMonth: 16,
	input: {
		output: 59,
		rawMaterial: 50,
		labour: 2,
		outputPrice: 6500,
		wage,
		rawMaterialPrice: 1700,
		otherInputs: 2187.22,
	},
});
const study: ValueAddedStudy = {
	title: 'Pakan ternak',
	source: 'Usaha serabi, Sumenep',
	products: [product('Pakan ternak', 30000), product(attack, 130000)],
};
const report = valueAddedReport(study, { locale: 'id', date: '2026-11-22' });
const hostile: Report = { ...report, title: attack };

const chart = report.blocks.find((block) => block.kind === 'chart');
if (chart?.kind !== 'chart') throw new Error('the report has no chart');

describe('HTML', () => {
	const html = renderHtml(hostile);
	it('is a whole page without script, with escaped texts', () => {
		expect(html.startsWith('<!doctype html>')).toBe(true);
		expect(html).toContain('<html lang="id">');
		expect(html).not.toContain('<script');
		expect(html).toContain('&lt;script&gt;');
	});
	it('has scopes in every table and no id twice', () => {
		expect(html).toContain('scope="col"');
		expect(html).toContain('scope="row"');
		const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
		expect(new Set(ids).size).toBe(ids.length);
	});
	it('asks nothing of the network', () => {
		expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
	});
});

describe('copy for Word', () => {
	const { html, text } = copyForWord(hayamiTable(study, 'id'), { locale: 'id' });
	it('has inline styles only, because classes vanish in Word', () => {
		expect(html).not.toContain('class=');
		expect(html).toContain('border-top:1pt solid #000000');
		expect(html).not.toContain('<script');
	});
	it('is tab-separated text with the decimal comma', () => {
		const row = text.split('\r\n').find((line) => line.startsWith('11a\t'));
		expect(row?.split('\t')[4]).toBe('3.782,78');
	});
});

describe('official spelling in documents', () => {
	it('takes the space out of amounts and percentages, and leaves words alone', () => {
		expect(documentSpelling('Rp\u00a04.078,64 atau 53,17\u00a0% dari Rp\u00a0x', 'id')).toBe(
			'Rp4.078,64 atau 53,17% dari Rp\u00a0x',
		);
		expect(documentSpelling('Rp\u00a04,078.64', 'en')).toBe('Rp\u00a04,078.64');
	});
});

describe('LaTeX', () => {
	const tex = renderTex(hostile);
	it('escapes every sign that means something to it', () => {
		expect(escapeTex('50% & $ # _ { } ~ ^ \\')).toBe(
			'50\\% \\& \\$ \\# \\_ \\{ \\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}',
		);
		expect(tex).not.toContain('\\input{x}');
	});
	it('has booktabs tables, decimal comma, captions and a label of its own for each', () => {
		for (const part of [
			'\\toprule',
			'\\midrule',
			'\\bottomrule',
			'output-decimal-marker={,}',
			'\\caption{',
		]) {
			expect(tex).toContain(part);
		}
		const labels = [...tex.matchAll(/\\label\{([^}]*)\}/g)].map((match) => match[1]);
		expect(new Set(labels).size).toBe(labels.length);
		expect(tex).toContain('3782.78');
		expect(tex).toContain('% @misc{sentra-hayami,');
	});
	it('closes what it opens', () => {
		const count = (pattern: RegExp) => [...tex.matchAll(pattern)].length;
		expect(count(/\\begin\{/g)).toBe(count(/\\end\{/g));
		const bare = tex.replaceAll(/\\[{}]/g, '');
		expect([...bare].filter((sign) => sign === '{').length).toBe(
			[...bare].filter((sign) => sign === '}').length,
		);
	});
});

describe('CSV', () => {
	it('holds unrounded numbers in the asked style', () => {
		const table = hayamiTable(study, 'id');
		expect(renderTableCsv(table, { style: 'id' })).toContain('49,319165580182');
		expect(renderTableCsv(table, { style: 'en' })).toContain('49.319165580182');
	});
	it('holds every table of the report', () => {
		const csv = renderCsv(report, { style: 'id' });
		expect(csv).toContain('Nilai tambah metode Hayami');
		expect(csv).toContain('Titik impas: Pakan ternak');
	});
});

/** Texts of a table's data rows as a document should hold them. */
const texts = (table: TableBlock) =>
	table.rows.filter((row) => row.role !== 'section').map((row) => row.cells.map((cell) => cell.text));

describe('Word and spreadsheet files', () => {
	it('give the same Hayami table when they are read again', async () => {
		const png = await svgToPng(standaloneSvg(chart.wide, { title: '', subtitle: '', foot: '' }), { dpi: 48 });
		const bytes = await renderDocx(report, async () => png);
		const outcome = readWorkbook(bytes, { name: 'laporan.docx' });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		const grid = outcome.value.grids.find(({ rows }) =>
			rows.some((row) => row[1]?.text === 'Koefisien tenaga kerja'),
		);
		const read = grid?.rows.slice(1).filter((row) => (row[0]?.text ?? '') !== '');
		const written = texts(hayamiTable(study, 'id')).map((row) =>
			row.map((cell) => documentSpelling(cell, 'id')),
		);
		expect(read?.map((row) => row.map((cell) => cell.text))).toEqual(written);
	});
	it('are byte for byte the same for the same report', async () => {
		const png = new Uint8Array([1, 2, 3]);
		expect(await renderDocx(report, async () => png)).toEqual(await renderDocx(report, async () => png));
		expect(renderXlsx(report)).toEqual(renderXlsx(report));
	});
	it('hold a table of any report as numbers', () => {
		const outcome = readWorkbook(renderXlsx(report), { name: 'laporan.xlsx' });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		const cells = outcome.value.grids.flatMap((grid) => grid.rows.flat());
		expect(cells.some((cell) => cell.number !== undefined && Math.abs(cell.number - 3782.78) < 1e-9)).toBe(
			true,
		);
	});
});

describe('pictures and PDF', () => {
	it('draw a chart at 300 dots per inch', async () => {
		const svg = standaloneSvg(chart.wide, chart);
		const png = await svgToPng(svg);
		expect([...png.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
		const width = new DataView(png.buffer, png.byteOffset).getUint32(16);
		expect(width).toBe(Math.round(520 * (300 / 96)));
	});
	it('make a PDF of A4 pages, the same bytes for the same report', async () => {
		const pdf = await renderPdf(hostile);
		expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-');
		expect(pdf).toEqual(await renderPdf(hostile));
	}, 30_000);
	it('make a PDF of a study without products and of one that cannot be computed', async () => {
		for (const products of [
			[],
			[{ ...product('Kosong', 0), input: { ...product('', 0).input, rawMaterial: null } }],
		]) {
			const pdf = await renderPdf(valueAddedReport({ ...study, products }, { locale: 'en' }));
			expect(pdf.length).toBeGreaterThan(1000);
		}
	}, 30_000);
});
