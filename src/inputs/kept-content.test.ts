import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptContent } from './kept-content.ts';
import { keptText, maskedNumbersIn } from './kept-text.ts';
import { checkData, unpackedCheck } from './table-check-content.ts';
import { toolIds } from './tool-content.ts';
import type { Packed } from './table-check-content.ts';

const siti = '2101065505900001';
const masked = '2101**********01';
/** A regional product in rupiah, sixteen digits, some of which read as a NIK by chance. */
const amounts = ['1234567890123456', '1104126502851234', '9876543210987654', '2345678901234567'];

type Row = readonly (string | number)[];
const grid = (rows: readonly Row[], name = 'Lembar1') => ({
	name,
	rows: rows.map((row) =>
		row.map((cell) => (typeof cell === 'number' ? [String(cell), cell] : cell)),
	) as Packed['grids'][number]['rows'],
});
/** The rows of a table check after they were kept. */
function kept(...rows: Row[]) {
	const check = { v: 1, source: '', grids: [grid(rows)], choices: { meanings: {}, corrections: {} } };
	const content = keptContent('table-check', { text: '', check }, (value) => {
		const { text, check: given } = value as { text: string; check: unknown };
		const known = unpackedCheck(given);
		return { text, check: known && checkData(known.workbook, known.choices) };
	}) as { check: Packed };
	return content.check.grids[0]?.rows;
}

describe('words that an organisation keeps', () => {
	it.each([
		[`Siti ${siti}`, `Siti ${masked}`],
		[`${siti}`, masked],
		['2101 0655 0590 0001 (Siti)', '2101 **** **** **01 (Siti)'],
		['NIK: 210106-550590-0001.', 'NIK: 2101**-******-**01.'],
		['21.01.06.55.05.90.0001', '21.01.**.**.**.**.**01'],
		[
			`Nama,NIK,Umur\nSiti,${siti},35\nBudi,2101060102850002,40`,
			`Nama,NIK,Umur\nSiti,${masked},35\nBudi,2101**********02,40`,
		],
		[`${siti}\n2101060102850002`, `${masked}\n2101**********02`],
		// The last figure that Excel lost, which no NIK has; the word before it tells.
		['No. KTP 2101065505900000', 'No. KTP 2101**********00'],
	])('%s', (typed, expected) => {
		expect(keptText(typed)).toBe(expected);
		expect(keptText(expected)).toBe(expected);
		expect(expected).toHaveLength(typed.length);
	});

	it.each([
		'Rp 2101065505900001',
		'2.101.065.505.900.001',
		'2101065505900001.25',
		'0.2101065505900001',
		'0,2101065505900001',
		'12.01065505900001',
		'9901065505900001 dan 2101069905900001',
		'ID2101065505900001',
		'21010655059000012',
		`Pertanian ${amounts.join(' ')}`,
	])('are left alone: %s', (typed) => expect(keptText(typed)).toBe(typed));
});

describe('tables that an organisation keeps', () => {
	it('mask a column headed NIK, right or wrong, as text and as number', () => {
		expect(
			kept(
				['No', 'Nama', 'NIK', 'Nilai (Rp)'],
				[1, 'Siti', siti, 2101065505900001],
				[2, 'Budi', 2101060102850000, 5],
				[3, 'Ani', '210106550590000', 5],
				[4, 'Tono', "'2101060102850002", 5],
				[5, `Wati ${siti}`, 'belum ada', 5],
			),
		).toEqual([
			['No', 'Nama', 'NIK', 'Nilai (Rp)'],
			[['1', 1], 'Siti', masked, ['2101065505900001', 2101065505900001]],
			[['2', 2], 'Budi', ['2101**********00', null], ['5', 5]],
			[['3', 3], 'Ani', '*'.repeat(16), ['5', 5]],
			[['4', 4], 'Tono', "'2101**********02", ['5', 5]],
			[['5', 5], `Wati ${masked}`, 'belum ada', ['5', 5]],
		]);
	});

	it('mask a row labelled KTP, and a column without a heading that is full of them', () => {
		expect(kept(['Nomor KTP', ':', '2101060102850000'], ['Biaya KTP', ':', '2101060102850000'])).toEqual([
			['Nomor KTP', ':', '2101**********00'],
			['Biaya KTP', ':', '2101060102850000'],
		]);
		expect(kept(['Siti', siti], ['Budi', 2101060102850002])).toEqual([
			['Siti', masked],
			['Budi', ['2101**********02', null]],
		]);
	});

	it('leave the rupiah of a region as they are, with or without a word of money', () => {
		const table: Row[] = [
			['Lapangan usaha', '2020', '2021'],
			...amounts.map((one, index) => [`Sektor ${index}`, one, Number(one)]),
		];
		expect(kept(...table)).toEqual([
			table[0],
			...amounts.map((one, index) => [`Sektor ${index}`, one, [one, Number(one)]]),
		]);
		expect(kept(['PDRB'], [siti], ['2.101.065.505.900.001'])).toEqual([
			['PDRB'],
			[siti],
			['2.101.065.505.900.001'],
		]);
	});

	it('hold nothing against the table below an empty row', () => {
		expect(kept(['NIK'], [siti], [''], ['Sektor'], [amounts[0] ?? ''])?.at(-1)).toEqual([amounts[0]]);
	});
});

describe('the sheets of every tool', () => {
	const echo = (value: unknown) => value;
	it.each(toolIds.filter((tool) => tool !== 'table-check' && tool !== 'eligibility'))(
		'%s: names and notes are masked, figures are not',
		(tool) => {
			const content = { title: `Siti ${siti}`, people: [{ name: siti }], region: [amounts[1]], amount: siti };
			expect(keptContent(tool, content, echo)).toEqual({
				title: `Siti ${masked}`,
				people: [{ name: masked }],
				region: [amounts[1]],
				amount: siti,
			});
		},
	);

	it('keep the places that marks of an interview point at', () => {
		const text = `Ibu Siti (2101 0655 0590 0001) menjual kerang`;
		const out = keptContent('codebook', { interviews: [{ text }] }, echo) as {
			interviews: { text: string }[];
		};
		expect(out.interviews[0]?.text.indexOf('kerang')).toBe(text.indexOf('kerang'));
		expect(out.interviews[0]?.text).not.toContain('0655');
	});

	it('are told how many numbers were masked', () => {
		expect(
			maskedNumbersIn([[masked, null], { a: `x ${keptText('2101 0655 0590 0001')} y` }, '*'.repeat(16)]),
		).toBe(3);
		expect(maskedNumbersIn({ a: siti, b: '****' })).toBe(0);
	});

	it('are masked once, whatever stands in them', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.array(
						fc.oneof(
							fc.string(),
							fc.constant(siti),
							fc.constant('NIK'),
							fc.stringMatching(/^[0-9 .]{14,20}$/),
						),
					),
				),
				(rows) => {
					const once = kept(...rows);
					expect(kept(...((once ?? []) as string[][]))).toEqual(once);
				},
			),
		);
	});
});
