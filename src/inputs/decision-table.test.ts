import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaste } from '#files/read-paste.ts';
import { decisionContent, type DecisionContent } from './decision-content.ts';
import { decisionSample } from './decision-samples.ts';
import { decisionStudy } from './decision-study.ts';
import { readDecisionTable, type DecisionTable, type KnownNames } from './decision-table.ts';
import { withTable } from './decision-table-use.ts';
import type { Workbook } from './grid.ts';

const table = (text: string, known?: KnownNames): DecisionTable | null => {
	const outcome = readPaste({ text });
	return outcome.ok ? readDecisionTable(outcome.value, known) : null;
};
const lines = (...rows: string[]) => rows.map((row) => row.replaceAll('|', '\t')).join('\n');
const sheet = (read: DecisionTable | null, content = decisionContent.empty()): DecisionContent =>
	withTable(content, 'r1', read as DecisionTable);

/** Table 1 of the serabi paper, as a PDF reader copies it. */
const serabi = lines(
	'Tabel 1. Nilai Comparative Performance Index (CPI)',
	'Aspek|Kriteria|Pakan ternak|Nata de coco|Briket|Pupuk organik',
	'Teknis|Jumlah bahan baku|100|50|50|50',
	'|Proses produksi|100|58,33|58,33|116,67',
	'|Waktu pembuatan|100|55|53,33|88,89',
	'Ekonomi|Keuntungan|100|111,11|119,44|100',
	'|Biaya|72,22|50|50|100',
	'|Waktu pengembalian modal|91,67|83,33|75|91,67',
	'Lingkungan|Volume limbah|100|40,01|77,78|100',
	'|Kemudahan pengolahan limbah|100|47,23|66,67|100',
	'|Tingkat bahaya|100|27,78|38,88|83,33',
	'|Total|285,55|181,28|201,28|278,33',
	'|Peringkat|1|4|3|2',
);

describe('a printed table of criteria by alternatives', () => {
	const read = table(serabi);

	it('is turned, with its aspects, and without totals and ranks', () => {
		expect(read?.turned).toBe(true);
		expect(read?.isIndex).toBe(true);
		expect(read?.criteria.map(({ name, group }) => `${group}: ${name}`)).toEqual([
			'Teknis: Jumlah bahan baku',
			'Teknis: Proses produksi',
			'Teknis: Waktu pembuatan',
			'Ekonomi: Keuntungan',
			'Ekonomi: Biaya',
			'Ekonomi: Waktu pengembalian modal',
			'Lingkungan: Volume limbah',
			'Lingkungan: Kemudahan pengolahan limbah',
			'Lingkungan: Tingkat bahaya',
		]);
		expect(read?.alternatives.map(({ name }) => name)).toEqual([
			'Pakan ternak',
			'Nata de coco',
			'Briket',
			'Pupuk organik',
		]);
		expect(read?.left).toEqual(['Total', 'Peringkat']);
	});

	it('makes the same sheet as the example, and ranks as the paper prints', () => {
		const content = sheet(read);
		const example = decisionSample('serabi', 'id') as DecisionContent;
		expect(content.criteria).toEqual(example.criteria);
		expect(content.groups).toEqual(example.groups);
		expect(content.respondents[0]?.cells).toEqual(example.respondents[0]?.cells);
		expect(content.cellKind).toBe('index');
		// The paper's totals are of weights that sum to 3: 285.55, 181.28, 201.28, 278.33.
		const numbers = { g1: '0,30', g2: '0,40', g3: '0,30' };
		const weighed = { ...content, weighing: 'direct' as const };
		const respondents = content.respondents.map((one) => ({ ...one, weights: { ...one.weights, numbers } }));
		const scores = decisionStudy({ ...weighed, respondents }).study?.scores ?? [];
		[285.55, 181.28, 201.28, 278.33].forEach((total, index) =>
			expect(scores[index]).toBeCloseTo(total / 3, 2),
		);
	});
});

describe('a printed table of alternatives by criteria', () => {
	it('takes units and directions out of the headings, and weights from their row', () => {
		const read = table(
			lines(
				'No|Alternatif|Biaya (Rp/kg) (-)|Laba (Rp)|Waktu [min]|Nilai akhir|Peringkat',
				'|Bobot|0,25|0,5|0,25||',
				'1|Keju|2.428|1.972|8|0,42|2',
				'2|Yogurt|5.000|9.550|2|0,81|1',
				'|Jumlah|7.428|11.522|10||',
			),
		);
		expect(read?.criteria).toEqual([
			{ name: 'Biaya', group: '', unit: 'Rp/kg', direction: 'cost', weight: '0,25' },
			{ name: 'Laba', group: '', unit: 'Rp', direction: null, weight: '0,5' },
			{ name: 'Waktu', group: '', unit: '', direction: 'cost', weight: '0,25' },
		]);
		expect(read?.alternatives).toEqual([
			{ name: 'Keju', cells: ['2.428', '1.972', '8'] },
			{ name: 'Yogurt', cells: ['5.000', '9.550', '2'] },
		]);
		expect(read?.left).toEqual(['Nilai akhir', 'Peringkat', 'Jumlah']);
		const content = sheet(read);
		expect(content.weighing).toBe('direct');
		expect(decisionStudy(content).study?.weights).toEqual([0.25, 0.5, 0.25]);
	});

	it('reads a row of directions and one of units', () => {
		const read = table(
			lines(
				'Alternatif|Modal|Untung',
				'Jenis|Cost|Benefit',
				'Satuan|juta Rp|juta Rp',
				'Kolam|12|4',
				'Keramba|8|3',
			),
		);
		expect(read?.criteria).toEqual([
			{ name: 'Modal', group: '', unit: 'juta Rp', direction: 'cost', weight: '' },
			{ name: 'Untung', group: '', unit: 'juta Rp', direction: 'benefit', weight: '' },
		]);
		expect(read?.alternatives.map(({ name }) => name)).toEqual(['Kolam', 'Keramba']);
	});

	it('reads aspects above the criteria', () => {
		const read = table(
			lines('Alternatif|Ekonomi||Sosial', '|Laba|Modal|Tenaga kerja', 'Kolam|4|12|3', 'Keramba|3|8|5'),
		);
		expect(read?.criteria.map(({ group, name }) => `${group}/${name}`)).toEqual([
			'Ekonomi/Laba',
			'Ekonomi/Modal',
			'Sosial/Tenaga kerja',
		]);
	});

	it('turns a bare table when its rows are the criteria the sheet already has', () => {
		const text = lines('Hal|Kolam|Keramba', 'Laba|4|3', 'Modal|12|8');
		expect(table(text)?.turned).toBe(false);
		expect(table(text, { criteria: ['laba', 'modal'], alternatives: [] })?.turned).toBe(true);
	});

	it('turns a table whose weights stand in a column', () => {
		const read = table(lines('Uraian|Bobot|Kolam|Keramba', 'Laba|60|4|3', 'Modal|40|12|8'));
		expect(read?.criteria.map(({ name, weight }) => [name, weight])).toEqual([
			['Laba', '60'],
			['Modal', '40'],
		]);
		expect(read?.alternatives).toEqual([
			{ name: 'Kolam', cells: ['4', '12'] },
			{ name: 'Keramba', cells: ['3', '8'] },
		]);
	});
});

describe('a table put into a sheet', () => {
	it('fills what is there by name and adds the rest', () => {
		const example = decisionSample('serabi', 'id') as DecisionContent;
		const next = sheet(table(lines('Alternatif|Biaya|Rasa', 'Briket|60|3', 'Sabun|70|5')), example);
		expect(next.alternatives.map(({ id, name }) => `${id} ${name}`)).toEqual([
			'a1 Pakan ternak',
			'a2 Nata de coco',
			'a3 Briket',
			'a4 Pupuk organik',
			'a5 Sabun',
		]);
		expect(next.criteria.at(-1)).toMatchObject({ id: 'c10', name: 'Rasa', group: '' });
		expect(next.respondents[0]?.cells).toMatchObject({
			'a3|c5': '60',
			'a5|c5': '70',
			'a5|c10': '5',
			'a3|c1': '50',
		});
	});

	it('writes weights of the whole as shares of their aspect', () => {
		const read = table(
			lines(
				'Alternatif|Ekonomi||Sosial',
				'|Laba|Modal|Kerja',
				'Bobot|0,3|0,1|0,6',
				'Kolam|4|12|3',
				'Keramba|3|8|5',
			),
		);
		const content = sheet(read);
		expect(content.respondents[0]?.weights.numbers).toEqual({
			g1: '40',
			g2: '60',
			c1: '75',
			c2: '25',
			c3: '100',
		});
		const { study, problems } = decisionStudy(content);
		study?.weights.forEach((weight, index) => expect(weight).toBeCloseTo([0.3, 0.1, 0.6][index] ?? 0, 12));
		expect(problems).toEqual([]);
	});

	it('finds nothing in text without figures, and never throws', () => {
		expect(table('Musyawarah desa memilih kolam ikan.')).toBeNull();
		expect(table(lines('1|2|3', '4|5|6'))).toBeNull();
		const cell = fc.oneof(
			fc.string({ maxLength: 12 }),
			fc.constantFrom('', '1', '2,5', 'Bobot', 'Alternatif', 'Kriteria', 'Total', 'Rank', 'No', 'Laba (Rp)'),
		);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
				const grid = {
					name: 'x',
					rows: rows.map((row) => row.map((text) => ({ text, address: 'A1' }))),
				};
				const workbook: Workbook = { source: 'x', format: 'text', grids: [grid], notes: [] };
				const read = readDecisionTable(workbook);
				if (!read) return;
				const content = sheet(read);
				expect(decisionContent.read(JSON.parse(JSON.stringify(content)))).not.toBeNull();
				for (const { cells } of read.alternatives) expect(cells).toHaveLength(read.criteria.length);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('a value-added sheet as a decision', () => {
	it('brings the six milk products with what the worksheet works out', () => {
		const content = decisionSample('susu', 'id') as DecisionContent;
		const of = (alternative: string) =>
			['c1', 'c2', 'c3', 'c4'].map((id) => content.respondents[0]?.cells[`${alternative}|${id}`]);
		expect(content.alternatives).toHaveLength(6);
		expect(content.criteria.map(({ name, unit }) => `${name} (${unit})`)).toEqual([
			'Nilai tambah (Rp/liter)',
			'Keuntungan (Rp/liter)',
			'Rasio nilai tambah (%)',
			'Tenaga kerja (jam/liter)',
		]);
		expect(of('a1')).toEqual(['2372', '1972', '26,36', '0,0640']);
		// The paper prints 74,800 for kefir; its own inputs give 75,800.
		expect(of('a4')).toEqual(['75800', '69550', '42,11', '1']);
	});
});
