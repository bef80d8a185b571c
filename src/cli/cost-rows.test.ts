import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costKeys, CostRowReader, learnStyles, readCostHeader } from './cost-rows.ts';
import type { CostHeader } from './cost-rows.ts';
import { headerIn } from './peek-source.ts';
import { plainLine } from './plain-line.ts';

const headings = [
	'nama',
	'output',
	'bahan baku',
	'tenaga kerja',
	'harga output',
	'upah',
	'harga bahan baku',
	'input lain',
];
const header = readCostHeader(headings) as CostHeader;
const noFixes = new Map<number, Map<number, string>>();

describe('headings of a row-wise cost table', () => {
	test('are known in Indonesian, in English and as keys, in any order', () => {
		const english = [
			'wage',
			'other inputs',
			'name',
			'output price',
			'raw material',
			'raw material price',
			'labour',
			'output',
		];
		const keys = ['name', ...costKeys];
		const snake = [
			'output',
			'raw_material',
			'labour',
			'output_price',
			'wage',
			'raw_material_price',
			'other_inputs',
			'name',
		];
		for (const list of [headings, english, keys, snake]) {
			const found = readCostHeader(list);
			expect(found, list.join()).not.toBeNull();
			expect(costKeys.filter((key) => (found?.columns[key] ?? -1) < 0)).toEqual([]);
			expect(found?.unknown).toEqual([]);
		}
		expect(readCostHeader(snake)?.columns.rawMaterialPrice).toBe(5);
	});

	test('"Produk" is a name beside a column for the output, and units in brackets do not disturb', () => {
		const found = readCostHeader([
			'Produk',
			'Output (kg)',
			'Bahan baku (kg)',
			'Tenaga kerja (HOK)',
			'Harga output (Rp/kg)',
			'Upah (Rp/HOK)',
			'Harga bahan baku (Rp/kg)',
		]);
		expect(found?.name).toBe(0);
		expect(found?.columns.output).toBe(1);
		expect(found?.columns.otherInputs).toBe(-1);
	});

	test("a paper's table with its rows downwards is no such heading", () => {
		expect(readCostHeader(['No', 'Variabel', 'Keju', 'Kefir'])).toBeNull();
		expect(readCostHeader(['Output', '59'])).toBeNull();
	});

	test('a title line above the heading does not hide it', () => {
		expect(headerIn(`Data usaha 2026\n\n${headings.join(';')}\na;1;2;3;4;5;6;7\n`)?.delimiter).toBe(';');
	});
});

describe('one row', () => {
	const reader = new CostRowReader(
		header,
		headings.map(() => 'id' as const),
		noFixes,
	);

	test('is computed as the milk paper prints its cheese', () => {
		// Milk paper, Table 1, column "Keju".
		const { row, fault } = reader.read(
			['Keju', '100', '1.000', '8', '90.000', '50.000', '4.200', '2.428'],
			2,
		);
		expect(fault).toBeNull();
		expect(row?.figures.valueAdded).toBe(2372);
		expect(row?.figures.profit).toBe(1972);
		expect(row?.figures.profitRatePct).toBeCloseTo(21.91, 2);
	});

	test.each([
		['TWO_DECIMAL_MARKS', '4.078,64,00', 4],
		['NOT_A_NUMBER', 'murah', 5],
		['NEGATIVE', '-5', 6],
		['ZERO_DENOMINATOR', '0', 2],
	])('%s is told with its line and column', (code, text, at) => {
		const cells = ['a', '1', '2', '3', '4', '5', '6', '7'];
		cells[at] = text;
		const { row, fault } = reader.read(cells, 14);
		expect(row).toBeNull();
		expect(fault?.problem.code).toBe(code);
		expect(fault?.problem.at).toEqual({ row: 14, column: headings[at] });
	});

	test('a missing wage leaves only what needs it empty', () => {
		const { row, fault } = reader.read(['a', '59', '50', '2', '6500', '', '1700', '100'], 3);
		expect(fault).toMatchObject({ computed: true, problem: { code: 'MISSING_INPUT' } });
		expect(row?.figures.valueAdded).toBeCloseTo(5870, 9);
		expect(row?.figures.profit).toBeNull();
	});

	test('a correction from the command line replaces the cell of its line only', () => {
		const mended = new CostRowReader(
			header,
			headings.map(() => 'id' as const),
			new Map([[5, new Map([[1, '59']])]]),
		);
		const cells = ['a', 'x', '50', '2', '6500', '30000', '1700', '0'];
		expect(mended.read(cells, 5).row?.figures.conversionFactor).toBe(1.18);
		expect(mended.read(cells, 6).row).toBeNull();
	});
});

test('the first rows teach each column its style, and an open column follows the table', () => {
	const rows = [
		['a', '1.5', '2', '3', '1.700', '5', '6', '7'],
		['b', '2.25', '2', '3', '1.800', '5', '6', '7'],
	];
	expect(learnStyles(header, rows).styles[4]).toBe('en');
	const open = learnStyles(header, [['a', '1', '2', '3', '1.700', '5', '6', '7']]);
	expect(open.ambiguous).toEqual([{ heading: 'harga output', text: '1.700', first: 1700, second: 1.7 }]);
});

describe('the quick way through a line', () => {
	const reads = (text: string, style: 'id' | 'en' | null) => {
		const plain = plainLine(
			header,
			headings.map(() => style),
			',',
		);
		const bytes = new TextEncoder().encode(text);
		return plain?.read(bytes, 0, bytes.length) ? { ...plain.values } : null;
	};

	test('gives the same values as the full reader, or leaves the line to it', () => {
		const cell = fc.oneof(
			fc.double({ min: 0.001, max: 1e9, noNaN: true }).map((value) => String(value)),
			fc.integer({ min: 0, max: 1e9 }).map(String),
			fc.constantFrom('', ' 5', '1.700', '007', '5.', '.5', '-3', 'Rp 5', '1e5', '0.10', '12345678901234567'),
		);
		const reader = new CostRowReader(
			header,
			headings.map(() => 'en' as const),
			noFixes,
		);
		fc.assert(
			fc.property(fc.array(cell, { minLength: 7, maxLength: 7 }), (cells) => {
				const quick = reads(['a', ...cells].join(','), 'en');
				if (quick === null) return;
				expect(reader.read(['a', ...cells], 2).row?.values).toEqual(quick);
			}),
		);
	});

	test('plain rows do take it', () => {
		expect(reads('a,1.5,2,3,4,5,6,7', 'en')?.output).toBe(1.5);
	});

	test.each([
		'a,1.700,2,3,4,5,6,7',
		'"a",1,2,3,4,5,6,7',
		'a,1,2,3',
		'a,1,0,3,4,5,6,7',
		'a,1,2,3,4,5,6,7,8',
		'é,1,2,3,4,5,6,7',
	])('%s is left to the full reader when no style is known', (text) => {
		expect(reads(text, null)).toBeNull();
	});
});
