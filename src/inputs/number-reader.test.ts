import { describe, expect, test } from 'vitest';
import type { NoteCode, NumberReading, RefusalReason } from './number-reading.ts';
import { readColumn, readNumber, scaleDoubt } from './number-reader.ts';

const NBSP = '\u00a0';
const codes = (reading: NumberReading): NoteCode[] => reading.notes.map(({ code }) => code);
const values = (reading: NumberReading): number[] => reading.alternatives.map(({ value }) => value);

type Row = [
	text: string,
	status: NumberReading['status'],
	value: number,
	decimals: number,
	alternatives?: number[],
	notes?: NoteCode[],
];

/** The design's Appendix A, every row. */
const appendixA: Row[] = [
	['1.700,50', 'ok', 1700.5, 2],
	['1700.5', 'ok', 1700.5, 1, [], ['DECIMAL_POINT']],
	['1700,5', 'ok', 1700.5, 1],
	['1.700', 'ambiguous', 1700, 0, [1.7]],
	['1,700', 'ambiguous', 1.7, 3, [1700]],
	['1.700.000', 'ok', 1700000, 0],
	['2,648,125', 'ok', 2648125, 0, [], ['ENGLISH_FORMAT']],
	['1 430 744,00', 'ok', 1430744, 2, [], ['SPACES_GROUP']],
	['Rp 1.500', 'ok', 1500, 0, [], ['RUPIAH_THOUSANDS']],
	['Rp. 30.000', 'ok', 30000, 0, [], ['RUPIAH_THOUSANDS']],
	['Rp5.000,-', 'ok', 5000, 0, [], ['RUPIAH_THOUSANDS']],
	['12,5%', 'ok', 12.5, 1],
	['0,5', 'ok', 0.5, 1],
	['0.5', 'ok', 0.5, 1, [], ['DECIMAL_POINT']],
	['0.125', 'ok', 0.125, 3, [], ['DECIMAL_POINT']],
	['4.91', 'ok', 4.91, 2, [], ['DECIMAL_POINT']],
	['3.75', 'ok', 3.75, 2, [], ['DECIMAL_POINT']],
	['1.18', 'ok', 1.18, 2, [], ['DECIMAL_POINT']],
	['0,04', 'ok', 0.04, 2],
	['(1.200)', 'ambiguous', -1200, 0, [-1.2], ['PARENTHESES_NEGATIVE']],
	['1,5 jt', 'ok', 1500000, 0, [], ['SCALE_WORD']],
	['2 juta', 'ok', 2000000, 0, [], ['SCALE_WORD']],
	['366.750.000.000', 'ok', 366750000000, 0],
	['7.335', 'ambiguous', 7335, 0, [7.335]],
];

/** The design's typing table (3.2) and its rules (a) to (f), beyond Appendix A. */
const typing: Row[] = [
	['Rp 1.700,50', 'ok', 1700.5, 2],
	['1,700,000', 'ok', 1700000, 0, [], ['ENGLISH_FORMAT']],
	['1.5 jt', 'ok', 1500000, 0, [], ['DECIMAL_POINT', 'SCALE_WORD']],
	['2 rb', 'ok', 2000, 0, [], ['SCALE_WORD']],
	['=50*1700', 'ok', 85000, 0, [], ['ARITHMETIC']],
	['2*30000', 'ok', 60000, 0, [], ['ARITHMETIC']],
	['85000/50', 'ok', 1700, 0, [], ['ARITHMETIC']],
	['-1.200', 'ambiguous', -1200, 0, [-1.2]],
	['\u22121.200', 'ambiguous', -1200, 0, [-1.2]],
	['\u20131.200,5', 'ok', -1200.5, 1],
	['26.832', 'ambiguous', 26832, 0, [26.832]],
	['0,125', 'ok', 0.125, 3],
];

const dress: Row[] = [
	[`1${NBSP}430${NBSP}744,00`, 'ok', 1430744, 2, [], ['SPACES_GROUP']],
	['1\u2009430\u202f744,00', 'ok', 1430744, 2, [], ['SPACES_GROUP']],
	["1'430'744.50", 'ok', 1430744.5, 2, [], ['APOSTROPHES_GROUP']],
	['1\u2019430\u2019744', 'ok', 1430744, 0, [], ['APOSTROPHES_GROUP']],
	['1,700.50', 'ok', 1700.5, 2, [], ['ENGLISH_FORMAT']],
	['1.430,744', 'ok', 1430.744, 3],
	['1 430.744', 'ok', 1430.744, 3, [], ['SPACES_GROUP']],
	[`Rp${NBSP}4.078,64`, 'ok', 4078.64, 2],
	['Rp.5.000', 'ok', 5000, 0, [], ['RUPIAH_THOUSANDS']],
	['rp 5.000 ,-', 'ok', 5000, 0, [], ['RUPIAH_THOUSANDS']],
	['IDR 2.500.000', 'ok', 2500000, 0],
	['5,000.-', 'ok', 5000, 0, [], ['RUPIAH_THOUSANDS']],
	['Rp 1,500', 'ambiguous', 1500, 0, [1.5], ['RUPIAH_THOUSANDS']],
	['-Rp 1.200', 'ok', -1200, 0, [], ['RUPIAH_THOUSANDS']],
	['Rp -1.200', 'ok', -1200, 0, [], ['RUPIAH_THOUSANDS']],
	['(Rp 1.200)', 'ok', -1200, 0, [], ['RUPIAH_THOUSANDS', 'PARENTHESES_NEGATIVE']],
	['Rp (1.200)', 'ok', -1200, 0, [], ['RUPIAH_THOUSANDS', 'PARENTHESES_NEGATIVE']],
	['(12,5%)', 'ok', -12.5, 1, [], ['PARENTHESES_NEGATIVE']],
	['- 5', 'ambiguous', -5, 0, [5], ['SIGN_APART']],
	['+5', 'ok', 5, 0],
	['-0', 'ok', 0, 0],
	['53,17 %', 'ok', 53.17, 2],
	['12 persen', 'ok', 12, 0],
	['.5', 'ok', 0.5, 1, [], ['DECIMAL_POINT']],
	['-,25', 'ok', -0.25, 2],
	['007', 'ok', 7, 0, [], ['LEADING_ZEROS']],
	['1700.500', 'ok', 1700.5, 3, [], ['DECIMAL_POINT']],
	['500rb', 'ok', 500000, 0, [], ['SCALE_WORD']],
	['12,3456 juta', 'ok', 12345600, 0, [], ['SCALE_WORD']],
	['1,23456789 ribu', 'ok', 1234.56789, 5, [], ['SCALE_WORD']],
	['3 milyar', 'ok', 3e9, 0, [], ['SCALE_WORD']],
	['1,2 triliun', 'ok', 1.2e12, 0, [], ['SCALE_WORD']],
	['2 T', 'ok', 2e12, 0, [], ['SCALE_WORD']],
	['5k', 'ok', 5000, 0, [], ['SCALE_WORD']],
	['6.1 million', 'ok', 6.1e6, 0, [], ['DECIMAL_POINT', 'SCALE_WORD']],
	['2.5 bn', 'ok', 2.5e9, 0, [], ['DECIMAL_POINT', 'SCALE_WORD']],
	['3 thousand', 'ok', 3000, 0, [], ['SCALE_WORD']],
	['5 M', 'ambiguous', 5e9, 0, [5e6], ['SCALE_WORD', 'SCALE_WORD_AMBIGUOUS']],
	['5 m', 'ambiguous', 5, 0, [5e9, 5e6], ['SCALE_WORD_AMBIGUOUS']],
	['5 t', 'ambiguous', 5, 0, [5e12], ['SCALE_WORD_AMBIGUOUS']],
	['1.500 juta', 'ambiguous', 1.5e9, 0, [1.5e6], ['SCALE_WORD']],
	['2 juta rupiah', 'ok', 2e6, 0, [], ['SCALE_WORD']],
	['Rp 4.143.833.000 Miliar', 'ambiguous', 4143833000, 0, [4.143833e18], ['SCALE_WORD_DUPLICATED']],
	['4.143.833 juta', 'ambiguous', 4143833, 0, [4.143833e12], ['SCALE_WORD_DUPLICATED']],
	['4.143.833 miliar', 'ok', 4.143833e15, 0, [], ['SCALE_WORD']],
	['1e5', 'ok', 100000, 0, [], ['SCIENTIFIC']],
	['1,5E+05', 'ok', 150000, 0, [], ['SCIENTIFIC']],
	['1.234E+05', 'ok', 123400, 0, [], ['SCIENTIFIC']],
	['1.5e-3', 'ok', 0.0015, 4, [], ['DECIMAL_POINT', 'SCIENTIFIC']],
	['4.078,64*', 'ok', 4078.64, 2, [], ['FOOTNOTE']],
	['0,45***', 'ok', 0.45, 2, [], ['FOOTNOTE']],
	['1.200\u00b9', 'ambiguous', 1200, 0, [1.2], ['FOOTNOTE']],
	['12 a)', 'ok', 12, 0, [], ['FOOTNOTE']],
	['12 1)', 'ok', 12, 0, [], ['FOOTNOTE']],
	['1.700.000 [2]', 'ok', 1700000, 0, [], ['FOOTNOTE']],
	['59 kg', 'ok', 59, 0, [], ['UNIT_TEXT']],
	['59kg', 'ok', 59, 0, [], ['UNIT_TEXT']],
	['2 HOK', 'ok', 2, 0, [], ['UNIT_TEXT']],
	['50 kg/proses', 'ok', 50, 0, [], ['UNIT_TEXT']],
	['50 kg (basah)', 'ok', 50, 0, [], ['UNIT_TEXT']],
	['12 M2', 'ok', 12, 0, [], ['UNIT_TEXT']],
	['12 m\u00b2', 'ok', 12, 0, [], ['UNIT_TEXT']],
	['30.000 Rp/HOK', 'ok', 30000, 0, [], ['RUPIAH_THOUSANDS', 'UNIT_TEXT']],
	['5.000,-/kg', 'ok', 5000, 0, [], ['RUPIAH_THOUSANDS', 'UNIT_TEXT']],
	['30.000 Rp.', 'ok', 30000, 0, [], ['RUPIAH_THOUSANDS']],
	['\uff11\uff12\uff0c\uff15', 'ok', 12.5, 1, [], ['OTHER_DIGITS']],
	['\u0661\u0662\u0663', 'ok', 123, 0, [], ['OTHER_DIGITS']],
	["'1.700.000", 'ok', 1700000, 0],
	['9007199254740993', 'ok', 9007199254740992, 0, [], ['PRECISION']],
	['0,12345678901234567891', 'ok', 0.12345678901234568, 20, [], ['PRECISION']],
	['9007199254740991', 'ok', 9007199254740991, 0],
	['18014398509481984', 'ok', 18014398509481984, 0, [], ['PRECISION']],
	['1,5%/bulan', 'ok', 1.5, 1, [], ['UNIT_TEXT']],
];

const arithmetic: Row[] = [
	['=1.700*2', 'ambiguous', 3400, 0, [3.4], ['ARITHMETIC']],
	['=(50+9)*2/4', 'ok', 29.5, 1, [], ['ARITHMETIC']],
	['=2-3*4', 'ok', -10, 0, [], ['ARITHMETIC']],
	['=12-4-3', 'ok', 5, 0, [], ['ARITHMETIC']],
	['=100/5/2', 'ok', 10, 0, [], ['ARITHMETIC']],
	['=-5', 'ok', -5, 0, [], ['ARITHMETIC']],
	['(5+3)', 'ok', 8, 0, [], ['ARITHMETIC']],
	['2*-5', 'ok', -10, 0, [], ['ARITHMETIC']],
	['5000-200', 'ok', 4800, 0, [], ['ARITHMETIC']],
	['5000\u2212200', 'ok', 4800, 0, [], ['ARITHMETIC']],
	['2 x 30000', 'ok', 60000, 0, [], ['ARITHMETIC']],
	['7 \u00d7 535', 'ok', 3745, 0, [], ['ARITHMETIC']],
	['85000 \u00f7 50', 'ok', 1700, 0, [], ['ARITHMETIC']],
	['=0,1+0,2', 'ok', 0.3, 1, [], ['ARITHMETIC']],
	['=1e-5*2', 'ok', 0.00002, 5, [], ['ARITHMETIC']],
	['2*Rp 30.000', 'ok', 60000, 0, [], ['ARITHMETIC']],
	['3*1,5 jt', 'ok', 4500000, 0, [], ['ARITHMETIC']],
];

function expectRow([text, status, value, decimals, alternatives = [], notes = []]: Row): void {
	const reading = readNumber(text, { arithmetic: true });
	expect({
		status: reading.status,
		value: reading.value,
		decimals: reading.decimals,
		alternatives: values(reading),
		notes: codes(reading),
		text: reading.text,
	}).toEqual({ status, value, decimals, alternatives, notes, text });
}

describe('the number reader', () => {
	test.each(appendixA)('Appendix A reads %s', (...row) => expectRow(row));
	test.each(typing)('typing reads %s', (...row) => expectRow(row));
	test.each(dress)('around the digits, %s', (...row) => expectRow(row));
	test.each(arithmetic)('arithmetic works out %s', (...row) => expectRow(row));

	const refused: [text: string, reason: RefusalReason, proposals: number[]][] = [
		['4.078,64,00', 'TWO_DECIMAL_MARKS', [4078.64]],
		['Rp. 4.078,64,00', 'TWO_DECIMAL_MARKS', [4078.64]],
		['4,078.64.00', 'TWO_DECIMAL_MARKS', [4078.64]],
		['1,5,-', 'TWO_DECIMAL_MARKS', [1.5]],
		['10, 956', 'SPACE_INSIDE', [10956, 10.956]],
		['10 95', 'SPACE_INSIDE', [1095]],
		['1. 700', 'SPACE_INSIDE', [1700, 1.7]],
		['1.70.000', 'BAD_GROUPS', [170000]],
		['1.234.5', 'BAD_GROUPS', [1234.5, 12345]],
		['12.34.56', 'BAD_GROUPS', []],
		['1.70,50', 'BAD_GROUPS', [170.5]],
		['0.000.000', 'BAD_GROUPS', []],
		['1.000.000E5', 'BAD_GROUPS', []],
		["1'430 744", 'MIXED_GROUP_MARKS', []],
		['1..5', 'MARKS_TOGETHER', []],
		['5.', 'TRAILING_MARK', [5]],
		['1.700.', 'TRAILING_MARK', [1700, 1.7]],
		['007,5', 'LEADING_ZEROS', [7.5]],
		['--5', 'TWO_SIGNS', [-5]],
		['(-5)', 'TWO_SIGNS', [-5]],
		['5.000-', 'TRAILING_MINUS', [-5000, -5, 5000, 5]],
		['abc', 'NOT_A_NUMBER', []],
		['Rp', 'NOT_A_NUMBER', []],
		['.', 'NOT_A_NUMBER', []],
		['12abc', 'UNKNOWN_UNIT', [12]],
		['3 Kefir', 'UNKNOWN_UNIT', [3]],
		['12 (0,5)', 'NOT_A_NUMBER', []],
		['1:3', 'NOT_A_NUMBER', []],
		['0.5e400', 'TOO_LARGE', []],
		['17.08.2026', 'DATE', []],
		['10\u2075', 'NOT_A_NUMBER', [10]],
		['####', 'COLUMN_TOO_NARROW', []],
		['#REF!', 'SPREADSHEET_ERROR', []],
		['#DIV/0!', 'SPREADSHEET_ERROR', []],
		['> 5', 'NOT_EXACT', [5]],
		['\u00b13', 'NOT_EXACT', [3]],
		['$ 5.00', 'FOREIGN_CURRENCY', [5]],
		['15.000\u201320.000', 'RANGE', [15000, 20000]],
		['2019-2021', 'PERIOD', []],
		['22/11/2026', 'DATE', []],
		['2026-11-22', 'DATE', []],
		['14:05', 'DATE', []],
		['=85000/0', 'DIVISION_BY_ZERO', []],
		['5/(3-3)', 'DIVISION_BY_ZERO', []],
		['=1+', 'ARITHMETIC_SYNTAX', []],
		['=(1+2', 'ARITHMETIC_SYNTAX', []],
		['=1+2)', 'ARITHMETIC_SYNTAX', []],
		['=', 'ARITHMETIC_SYNTAX', []],
		['=SUM(A1:A3)', 'NOT_A_NUMBER', []],
		['=2*3 kg', 'UNIT_IN_ARITHMETIC', []],
		['=50000*10%', 'PERCENT_IN_ARITHMETIC', []],
		['=1e308*10', 'TOO_LARGE', []],
		['1e400', 'TOO_LARGE', []],
		['1e-400', 'TOO_SMALL', []],
		['\u096f\u0967', 'NOT_A_NUMBER', []],
	];
	test.each(refused)('%s is not accepted: %s', (text, reason, proposals) => {
		const reading = readNumber(text, { arithmetic: true });
		expect(reading).toMatchObject({ status: 'refused', value: null, reason, text });
		expect(values(reading)).toEqual(proposals);
	});

	test('a proposal is also given as it would be typed', () => {
		expect(readNumber('4.078,64,00').alternatives).toEqual([{ value: 4078.64, text: '4.078,64' }]);
		expect(readNumber('1,700').alternatives).toEqual([{ value: 1700, text: '1.700' }]);
		expect(readNumber('1.700').alternatives).toEqual([{ value: 1.7, text: '1,7' }]);
	});

	const empty = [
		'',
		'   ',
		'-',
		'\u2013',
		'\u2014',
		'--',
		'n/a',
		'N/A',
		'NA',
		'tidak ada',
		'Tidak ada',
		'...',
		'\u2026',
		'Rp -',
		'-*',
	];
	test.each(empty)('"%s" is empty, not 0 and not an error', (text) => {
		expect(readNumber(text)).toMatchObject({ status: 'empty', value: null, alternatives: [] });
	});

	test('arithmetic outside typing is refused with its result proposed, and ranges keep both ends', () => {
		expect(readNumber('=50*1700')).toMatchObject({ status: 'refused', reason: 'ARITHMETIC' });
		expect(values(readNumber('=50*1700'))).toEqual([85000]);
		expect(values(readNumber('=1.700*2'))).toEqual([3400, 3.4]);
		expect(readNumber('5000-6000')).toMatchObject({ status: 'refused', reason: 'RANGE' });
		expect(values(readNumber('5000-6000'))).toEqual([5000, 6000]);
	});

	test('units and notes carry what was taken off', () => {
		expect(readNumber('Rp 1.500').unit).toBe('Rp');
		expect(readNumber('30.000 Rp/HOK')).toMatchObject({ unit: 'Rp' });
		expect(readNumber('12,5%').unit).toBe('%');
		expect(readNumber('50 kg/proses').notes).toEqual([{ code: 'UNIT_TEXT', params: { unit: 'kg/proses' } }]);
		expect(readNumber('12 a)').notes).toEqual([{ code: 'FOOTNOTE', params: { mark: 'a)' } }]);
		expect(readNumber('1,5 jt').notes).toEqual([{ code: 'SCALE_WORD', params: { word: 'jt' } }]);
	});

	test('very long input is refused at once, whatever it is', () => {
		const hostile = [
			'1'.repeat(1e6),
			'('.repeat(1e5),
			'1.'.repeat(1e5),
			'1 '.repeat(1e6),
			`=${'(1+'.repeat(1e5)}1`,
		];
		const start = performance.now();
		for (const text of hostile) {
			expect(readNumber(text, { arithmetic: true })).toMatchObject({ status: 'refused', reason: 'TOO_LONG' });
			expect(readNumber(text.slice(0, 200), { arithmetic: true }).value ?? 0).toSatisfy(Number.isFinite);
		}
		expect(performance.now() - start).toBeLessThan(5000);
	});
});

describe('a style that is known', () => {
	const followed: [text: string, style: 'id' | 'en', value: number, decimals: number][] = [
		['1.700', 'id', 1700, 0],
		['1.700', 'en', 1.7, 3],
		['1,700', 'id', 1.7, 3],
		['1,700', 'en', 1700, 0],
		['(1.200)', 'en', -1.2, 3],
		['Rp 1.500', 'id', 1500, 0],
		['Rp 1,500', 'en', 1500, 0],
		['5 M', 'id', 5e9, 0],
	];
	test.each(followed)('%s follows the style %s', (text, style, value, decimals) => {
		expect(readNumber(text, { style })).toMatchObject({ status: 'ok', value, decimals, alternatives: [] });
		expect(codes(readNumber(text, { style }))).not.toContain('STYLE_DISSENT');
	});

	const dissenting: [text: string, style: 'id' | 'en', value: number][] = [
		['4.91', 'id', 4.91],
		['1,700,000', 'id', 1700000],
		['1,700.50', 'id', 1700.5],
		['4,91', 'en', 4.91],
		['1.700.000', 'en', 1700000],
		['0,125', 'en', 0.125],
	];
	test.each(dissenting)('%s in a column of style %s is read by its own proof', (text, style, value) => {
		const reading = readNumber(text, { style });
		expect(reading).toMatchObject({ status: 'ok', value });
		expect(codes(reading)).toContain('STYLE_DISSENT');
	});

	test('rupiah against the style stays a question', () => {
		expect(readNumber('Rp 1.500', { style: 'en' })).toMatchObject({ status: 'ambiguous', value: 1.5 });
		expect(values(readNumber('Rp 1.500', { style: 'en' }))).toEqual([1500]);
		expect(readNumber('Rp 1,500', { style: 'id' })).toMatchObject({ status: 'ambiguous', value: 1.5 });
		expect(readNumber('5 M', { style: 'en' })).toMatchObject({ status: 'ambiguous', value: 5e9 });
	});
});

describe('a column', () => {
	test('two proofs of the English style make 1,700 seventeen hundred', () => {
		const column = readColumn(['1,234.50', '2,648,125', '1,700', '7.335']);
		expect(column.style).toBe('en');
		expect(column.evidence).toEqual({ id: 0, en: 2 });
		expect(column.readings.map(({ status, value }) => [status, value])).toEqual([
			['ok', 1234.5],
			['ok', 2648125],
			['ok', 1700],
			['ok', 7.335],
		]);
		expect(column.dissenters).toEqual([]);
	});

	test('one proof teaches nothing yet', () => {
		const column = readColumn(['1,234.50', '1,700']);
		expect(column.style).toBeNull();
		expect(column.readings[1]).toMatchObject({ status: 'ambiguous', value: 1.7 });
	});

	test('the mussel paper writes 4.91 and 4,91 in one row: the majority wins and the other is flagged', () => {
		const column = readColumn(['4.91', '4,91', '3,75', '1.200']);
		expect(column.style).toBe('id');
		expect(column.evidence).toEqual({ id: 2, en: 1 });
		expect(column.dissenters).toEqual([0]);
		expect(column.readings.map(({ value }) => value)).toEqual([4.91, 4.91, 3.75, 1200]);
		expect(column.readings.flatMap((reading) => codes(reading))).toContain('STYLE_DISSENT');
	});

	test('as many proofs for either style teach nothing, and the English ones are flagged', () => {
		const column = readColumn(['4.91', '4,91', '1.200'], { style: 'en' });
		expect(column.style).toBeNull();
		expect(column.dissenters).toEqual([0]);
		expect(column.readings[2]).toMatchObject({ status: 'ambiguous', value: 1200 });
		expect(readColumn(['4.91', '4,91', '3.75', '3,75', '1.200'])).toMatchObject({
			style: null,
			dissenters: [0, 2],
		});
	});

	test('what the sheet has learnt holds where the column proves nothing', () => {
		const column = readColumn(['1,700', '1,800'], { style: 'en' });
		expect(column.readings.map(({ status, value }) => [status, value])).toEqual([
			['ok', 1700],
			['ok', 1800],
		]);
		expect(readColumn(['1,50', '1,25', '1,700'], { style: 'en' }).readings[2]).toMatchObject({ value: 1.7 });
	});

	test('two rupiah amounts settle their neighbours, and empty cells stay empty', () => {
		const column = readColumn(['Rp 1.500', 'Rp 30.000', '1.700', '-', '']);
		expect(column.style).toBe('id');
		expect(column.readings.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'empty', 'empty']);
	});

	test('refused cells prove nothing and stay refused', () => {
		const column = readColumn(['4.078,64,00', '4.078,64', '2,5', '1.700']);
		expect(column.evidence).toEqual({ id: 2, en: 0 });
		expect(column.readings.map(({ status }) => status)).toEqual(['refused', 'ok', 'ok', 'ok']);
	});
});

describe('plausibility', () => {
	test('a value over 20 times outside its neighbours is doubted, with the ratio', () => {
		expect(scaleDoubt(15, [15_000, 180_000])).toBe(1000);
		expect(scaleDoubt(3_800_000, [15_000, 180_000])).toBeCloseTo(21.111, 3);
		expect(scaleDoubt(-7.335, [7000, 8000])).toBeCloseTo(954.3, 1);
	});

	test('20 times and less, zeros and no neighbours raise no doubt', () => {
		expect(scaleDoubt(3_600_000, [15_000, 180_000])).toBeNull();
		expect(scaleDoubt(750, [15_000, 180_000])).toBeNull();
		expect(scaleDoubt(0, [15_000])).toBeNull();
		expect(scaleDoubt(5, [])).toBeNull();
		expect(scaleDoubt(5, [0, NaN])).toBeNull();
		expect(scaleDoubt(NaN, [5])).toBeNull();
	});
});
