import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#files/read-workbook.ts';
import { readNumber } from '#inputs/number-reader.ts';
import type { Workbook } from '#inputs/grid.ts';
import { sheetToStudy } from '#inputs/value-added-sheet.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import { exampleText, exampleWorkbook } from './examples.ts';
import { examine, examinedJson, examinedReport, examinedSheet } from './examine.ts';
import { plainSpelling } from './reading-view.ts';

const none = { meanings: {}, corrections: {} };
const boyolali = exampleWorkbook('boyolali') as Workbook;
const serabi = exampleWorkbook('serabi') as Workbook;

async function viewOf(
	workbook: Workbook,
	choices: Parameters<typeof examine>[1] = none,
	locale: 'id' | 'en' = 'id',
) {
	const result = await examine(workbook, choices, locale);
	if ('problems' in result) throw new Error(result.problems.map((one) => one.what).join());
	return result.view;
}

describe('the milk table, Boyolali, Table 1', async () => {
	const view = await viewOf(boyolali);

	// Recomputed by hand: 180,000 - 4,200 - 100,000 = 75,800; labour shares as in the paper's rows 12a and 11a.
	test('differs in the value added of kefir and in six labour shares, and in nothing else', () => {
		expect(view.counts.map((one) => [one.verdict, one.count])).toEqual([
			['match', 44],
			['differs', 7],
			['following', 3],
			['odd', 3],
			['uncheckable', 0],
		]);
		expect(view.findings[0]?.title).toContain('75.800');
		expect(view.findings[1]?.rows.map((row) => row.expected)).toEqual(
			['16,86', '42,81', '39,56', '8,25', '70,56', '50,51'].map((share) => `${share}\u00a0%`),
		);
		expect(view.findings[1]?.rows.filter((row) => row.wouldMatchIf.endsWith('6.000'))).toHaveLength(3);
	});

	test('is marked where it differs and where a figure would follow', () => {
		const cells = view.tables[0]?.rows.flatMap((row) => row.cells) ?? [];
		expect(cells.filter((cell) => cell.kind === 'differs')).toHaveLength(7);
		expect(cells.filter((cell) => cell.kind === 'following').map((cell) => cell.expected)).toEqual([
			'42,11',
			'69.550',
			'38,64',
		]);
	});

	test('opens as a worksheet whose value added of kefir is 75,800', async () => {
		const sheet = await examinedSheet(boyolali, none);
		const kefir = sheet && sheetToStudy(sheet).study.products.find((product) => product.name === 'Kefir');
		expect(kefir && hayami.compute(kefir.input).result?.valueAdded).toBe(75_800);
	});

	test('says the same in English, in one language', async () => {
		const english = await viewOf(boyolali, none, 'en');
		expect(english.sentence).toContain('54');
		expect(english.note).not.toMatch(/\b(angka|hitung|dan)\b/);
	});

	test('is read again when a row gets another meaning', async () => {
		const table = view.reading.tables[0];
		const row = table?.rows.find((one) => one.key === 'valueAdded');
		const changed = await viewOf(boyolali, { meanings: { [row?.id ?? '']: null }, corrections: {} });
		expect(changed.findings.some((card) => card.title.startsWith('Kefir, nilai tambah'))).toBe(false);
		expect(changed.reading.tables[0]?.unknown.map((one) => one.label)).toContain('Nilai tambah');
	});
});

describe('the serabi tables, Sumenep, Tables 2 to 5', async () => {
	const view = await viewOf(serabi);

	// 109,361 / 50 = 2,187.22 from the paper's own cost table; 691.36 / 5,970 = 11.58 %.
	test('differ in the divisor with three cost groups missing, and in 1,004.55 %', () => {
		expect(view.counts.find((one) => one.verdict === 'differs')?.count).toBe(2);
		expect(view.findings[0]?.title).toContain('2.187,22');
		expect(view.findings[0]?.wouldMatchIf[0]).toContain('59');
		expect(view.findings[0]?.wouldMatchIf).toHaveLength(4);
		expect(view.findings[1]?.title).toContain('11,58');
		expect(view.note).toContain('4.078,64,00');
	});

	test('open as a worksheet with the recomputed other inputs', async () => {
		expect((await examinedSheet(serabi, none))?.products[0]?.cells.otherInputs).toBe('2187,22');
	});

	test('give findings as data and as a report', async () => {
		const data = JSON.parse((await examinedJson(serabi, none, 'en')) ?? '{}');
		expect(data.findings.find((one: { row: string }) => one.row === 'otherInputs')).toMatchObject({
			printed: 691.36,
			verdict: 'differs',
		});
		expect((await examinedReport(serabi, none, 'id'))?.blocks.length).toBeGreaterThan(5);
	});
});

/** The figures that differ, by row, product and recomputed value. */
async function differing(workbook: Workbook): Promise<string[]> {
	const data = JSON.parse((await examinedJson(workbook, none, 'id')) ?? '{}') as {
		findings: { verdict: string; row: string; column: string; expected: number }[];
	};
	return data.findings
		.filter((one) => one.verdict === 'differs')
		.map((one) => `${one.row} ${one.column} ${one.expected.toFixed(2)}`)
		.sort();
}

test.each(['boyolali', 'serabi', 'bintan', 'serang'])(
	'the page and the command line find the same in %s',
	async (name) => {
		const bytes = new Uint8Array(readFileSync(`samples/${name}.xlsx`));
		const sample = readWorkbook(bytes, { name: `${name}.xlsx` });
		expect(sample.ok && (await differing(sample.value))).toEqual(
			await differing(exampleWorkbook(name) as Workbook),
		);
	},
);

test('a table that cannot be recognised is a problem with a way out', async () => {
	const result = await examine({ source: 'x', format: 'text', grids: [], notes: [] }, none, 'id');
	expect('problems' in result && result.problems[0]?.todo).toBeTruthy();
	expect(exampleText('toString')).toBeNull();
});

test('the plain spelling of a number is read back as the same number', () => {
	for (const value of [0, 1000, 1234.567, 0.008, 4.2, 1234567.89, -2.5, 0.125]) {
		expect(readNumber(plainSpelling(value)).value).toBe(value);
	}
});
