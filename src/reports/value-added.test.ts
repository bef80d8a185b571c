import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hayami } from '#methods/value-added/hayami.ts';
import { hayamiRows } from '#methods/value-added/hayami-rows.ts';
import type { StudyProduct, ValueAddedStudy } from '#inputs/value-added-study.ts';
import type { Block, TableBlock } from './block.ts';
import { explainStep } from './provenance.ts';
import { rowLabel } from './row-label.ts';
import { valueAddedReport } from './value-added.ts';
import { summarySentence } from './value-added-sentences.ts';
import { breakEvenTable, hayamiTable } from './value-added-tables.ts';
import { reasonText, warningText } from './warning-text.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

// Serabi paper, Tables 3 and 5, with every operating cost group of Table 3 in row 9.
const feed: StudyProduct = {
	name: 'Pakan ternak',
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
		wage: 30000,
		rawMaterialPrice: 1700,
		otherInputsScope: 'all-operating',
		processesPerPeriod: 16,
		otherInputLines: [
			{ name: 'Bahan penolong', group: 'auxiliary', cost: 40790 },
			{ name: 'Kemasan', group: 'packaging', cost: 48026 },
			{ name: 'Listrik', group: 'energy', quantity: 7, unit: 'kWh', unitPrice: 535 },
			{ name: 'Bensin', group: 'transport', quantity: 2, unit: 'liter', unitPrice: 8400 },
			{ name: 'Penyusutan', group: 'depreciation', cost: 106200, per: 'month' },
		],
	},
};
const serabi: ValueAddedStudy = { title: 'Pakan ternak', source: 'Usaha serabi, Sumenep', products: [feed] };

// Milk paper, Table 1.
const milkProduct = (name: string, numbers: readonly number[], labourUnit = 'jam'): StudyProduct => {
	const [output = 0, rawMaterial = 0, labour = 0, outputPrice = 0, wage = 0, otherInputs = 0] = numbers;
	return {
		name,
		rawMaterialName: 'susu segar',
		rawMaterialUnit: 'liter',
		outputUnit: 'liter',
		labourUnit,
		processesPerMonth: null,
		input: { output, rawMaterial, labour, outputPrice, wage, rawMaterialPrice: 4200, otherInputs },
	};
};
const milk: ValueAddedStudy = {
	title: 'Produk susu',
	source: 'Boyolali, Tabel 1',
	products: [
		milkProduct('Keju', [100, 1000, 8, 90000, 50000, 2428], 'HOK'),
		milkProduct('Yogurt', [1, 1, 1, 25000, 6250, 5000]),
		milkProduct('Kefir', [1, 1, 1, 180000, 6250, 100000]),
	],
};

const withInput = (changes: Partial<StudyProduct['input']>): StudyProduct => ({
	...feed,
	input: { ...feed.input, ...changes },
});
const said = (product: StudyProduct, locale: 'id' | 'en' = 'id') =>
	plain(summarySentence(product, hayami.compute(product.input), locale));
const tables = (blocks: readonly Block[]): TableBlock[] =>
	blocks.flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : []));
const cellOf = (table: TableBlock | null, label: string, column: number) =>
	plain(table?.rows.find((row) => row.cells.some((cell) => cell.text === label))?.cells[column]?.text ?? '');

describe('the summary sentence', () => {
	it('is the one of the interface for serabi', () => {
		expect(said(feed)).toBe(
			'Setiap 1 kg ampas kelapa menambah nilai Rp 3.783, atau 49,32 % dari nilai output. ' +
				'Pekerja menerima Rp 1.200 (31,72 %), pengusaha Rp 2.583.',
		);
		expect(said(feed, 'en')).toContain('Each 1 kg of ampas kelapa adds Rp 3,783 of value, or 49.32%');
	});
	it('says a loss in words', () => {
		expect(said(withInput({ wage: 120000 }))).toContain('pengusaha rugi Rp 1.017.');
	});
	it('says a negative value added without a percentage', () => {
		const text = said(withInput({ outputPrice: 1000 }));
		expect(text).toContain('kehilangan nilai');
		expect(text).not.toContain('%');
	});
	it('says an upper bound when other inputs are not known', () => {
		const text = said(withInput({ otherInputLines: [], otherInputs: null }));
		expect(text).toContain('paling banyak Rp 5.970');
	});
	it('names the first missing figure when nothing can be computed', () => {
		expect(said(withInput({ rawMaterial: null }))).toBe(
			'Nilai tambah belum dapat dihitung. Bahan baku belum diisi.',
		);
	});
});

describe('the Hayami table', () => {
	const table = hayamiTable(serabi, 'id');
	it('has every published row under its section', () => {
		expect(table.rows.filter((row) => row.role === 'section')).toHaveLength(3);
		expect(table.rows.filter((row) => row.role !== 'section')).toHaveLength(hayamiRows.length);
		expect(table.rows[1]?.cells.map((cell) => cell.text)).toEqual(['1', 'Output', 'kg/proses', 'A', '59']);
	});
	it('prints the recomputed figures of serabi', () => {
		const expected = { valueAdded: '3.782,78', valueAddedRatioPct: '49,32', profit: '2.582,78' } as const;
		for (const [key, text] of Object.entries(expected)) {
			expect(cellOf(table, rowLabel(key as keyof typeof expected, 'id'), 4)).toBe(text);
		}
	});
	it('carries the unrounded number behind each text', () => {
		const ratio = table.rows.find((row) => row.cells[0]?.text === '11b')?.cells[4];
		expect(ratio?.value).toBeCloseTo((3782.78 / 7670) * 100, 10);
	});
	it('names both profit rates with their denominators', () => {
		expect(cellOf(table, 'Tingkat keuntungan (÷ nilai output)', 4)).toBe('33,67');
		expect(cellOf(table, 'Tingkat keuntungan (÷ nilai tambah)', 4)).toBe('68,28');
	});
	it('lists both units when products count labour differently', () => {
		expect(cellOf(hayamiTable(milk, 'id'), 'Upah rata-rata', 2)).toBe('Rp/HOK; Rp/jam');
	});
});

describe('break-evens', () => {
	const table = breakEvenTable(feed, 'id');
	it('are those of the interface, with the distance in words', () => {
		expect(cellOf(table, 'Harga jual minimum', 3)).toBe('4.311');
		expect(cellOf(table, 'Harga jual minimum', 4)).toBe('boleh turun 34 %');
		expect(cellOf(table, 'Harga bahan baku maksimum', 3)).toBe('4.283');
		expect(cellOf(table, 'Rendemen minimum', 3)).toBe('0,783');
		expect(cellOf(table, 'Upah maksimum', 3)).toBe('94.570');
		expect(cellOf(table, 'Upah maksimum', 4)).toBe('boleh naik 215 %');
	});
	it('say that a figure must change when the business already loses money', () => {
		const loss = breakEvenTable(withInput({ outputPrice: 4000 }), 'id');
		expect(cellOf(loss, 'Harga jual minimum', 4)).toBe('harus naik 8 %');
		expect(cellOf(loss, 'Upah maksimum', 4)).toMatch(/^harus turun/);
	});
});

describe('the report', () => {
	it('begins with the sentence, then the chart, then the table', () => {
		const kinds = valueAddedReport(serabi, { locale: 'id' }).blocks.map((block) => block.kind);
		expect(kinds.indexOf('sentence')).toBe(0);
		expect(kinds.indexOf('chart')).toBe(1);
		expect(kinds.indexOf('table')).toBeGreaterThan(1);
	});
	it('reconciles serabi with its cost table and names depreciation as the difference', () => {
		const { blocks } = valueAddedReport(serabi, { locale: 'id', periodProfits: [1960024] });
		const text = blocks.map((block) => ('text' in block ? plain(block.text) : '')).join('\n');
		expect(text).toContain('berselisih Rp 106.200');
		expect(text).toContain('penyusutan');
	});
	it('prints the divisor of row 9', () => {
		const { blocks } = valueAddedReport(serabi, { locale: 'id' });
		expect(blocks.map((block) => ('text' in block ? plain(block.text) : '')).join('\n')).toContain(
			'Jumlah Rp 109.361 ÷ 50 kg bahan baku = Rp 2.187,22 per kg.',
		);
	});
	it('says which measure prefers which milk product, and that scales and labour units differ', () => {
		const { blocks } = valueAddedReport(milk, { locale: 'id' });
		const text = blocks.map((block) => ('text' in block ? plain(block.text) : '')).join('\n');
		expect(text).toContain('Kefir tertinggi menurut nilai tambah per satuan bahan baku (Rp 75.800)');
		expect(text).toContain('rasio nilai tambah tertinggi Yogurt (63,20 %)');
		expect(text).toContain('Skala berbeda: 1 dan 1.000');
		expect(text).toContain('Satuan tenaga kerja berbeda');
	});
	it('takes its date from the caller alone', () => {
		const dated = JSON.stringify(valueAddedReport(serabi, { locale: 'id', date: '2026-11-22' }));
		expect(dated).toContain('Dihitung 22 November 2026');
		expect(JSON.stringify(valueAddedReport(serabi, { locale: 'id' }))).not.toMatch(/Dihitung \d/);
	});
	it('holds for any figures and never prints NaN, undefined or an object', () => {
		const figure = fc.oneof(
			fc.constant(null),
			fc.double({ min: 0, max: 1e15, noNaN: true }),
			fc.integer({ min: -5, max: 100000 }),
		);
		const product = fc.record({
			name: fc.string({ maxLength: 12 }),
			input: fc.record({
				output: figure,
				rawMaterial: figure,
				labour: figure,
				outputPrice: figure,
				wage: figure,
				rawMaterialPrice: figure,
				otherInputs: figure,
			}),
		});
		fc.assert(
			fc.property(fc.array(product, { maxLength: 3 }), fc.constantFrom('id', 'en'), (products, locale) => {
				const study = { ...milk, products: products.map((one) => ({ ...feed, ...one })) };
				const report = valueAddedReport(study, { locale });
				expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|undefined|\[object/);
				for (const table of tables(report.blocks)) {
					for (const row of table.rows) {
						const whole = row.role === 'section' ? 1 : table.columns.length;
						expect(row.cells).toHaveLength(whole);
					}
				}
			}),
			{ numRuns: 60 },
		);
	});
});

describe('where a figure comes from', () => {
	const step = (id: string) => {
		const found = hayami.compute(feed.input).steps.find((candidate) => candidate.id === id);
		if (!found) throw new Error(`no step ${id}`);
		return found;
	};
	it('is the formula in words with every operand and its origin', () => {
		const answer = explainStep(step('valueAdded'), feed, 'id');
		expect(answer.formulaWords).toBe('Nilai tambah = nilai output − harga bahan baku − sumbangan input lain');
		expect(answer.lines).toEqual([
			{ label: 'Nilai output', detail: '1,18 × 6.500', text: '7.670,00' },
			{ label: 'Harga bahan baku', detail: 'baris 8, isian', text: '− 1.700,00' },
			{ label: 'Sumbangan input lain', detail: '109.361 ÷ 50', text: '− 2.187,22' },
		]);
		expect(plain(answer.resultText)).toBe('Rp 3.782,78 per kg bahan baku');
		expect(answer.source).toContain('Hayami');
	});
	it('is the person for an entered figure', () => {
		expect(explainStep(step('wage'), feed, 'id')).toMatchObject({
			formulaWords: 'Upah rata-rata (baris 7, isian)',
			lines: [],
			source: '',
		});
	});
	it('has words for every step of every kind of table', () => {
		const input = {
			...feed.input,
			familyLabour: { days: 1, imputedWage: null },
			byProducts: [{ name: 'Dedak', quantity: 3, price: 500 }],
			jointMode: 'byproduct-credit' as const,
			otherRawMaterials: [{ name: 'Garam', quantity: 1, price: 2000 }],
		};
		for (const one of hayami.compute(input).steps) {
			for (const locale of ['id', 'en'] as const) {
				const { formulaWords, lines, resultText } = explainStep(one, { ...feed, input }, locale);
				expect(`${formulaWords} ${resultText}`).not.toMatch(/undefined|[a-z][A-Z]/);
				for (const line of lines) expect(line.label).not.toMatch(/[a-z][A-Z]/);
			}
		}
	});
});

describe('warnings in words', () => {
	it('name an unknown code instead of failing', () => {
		expect(warningText({ code: 'NEVER_SEEN' }, 'id')).toContain('NEVER_SEEN');
		expect(warningText({ code: 'constructor' }, 'en')).toContain('constructor');
		expect(reasonText('NEVER_SEEN', 'wage', 'id')).toContain('NEVER_SEEN');
	});
	it('speak both languages with the figures filled in', () => {
		const warning = { code: 'SCOPE_LEAVES_COSTS_OUT', params: { scope: 'x', perRawMaterial: 132.75 } };
		expect(plain(warningText(warning, 'id'))).toContain('Rp 133');
		expect(plain(warningText(warning, 'en'))).toContain('leaves out Rp 133');
	});
});
