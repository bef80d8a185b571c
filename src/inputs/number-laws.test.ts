import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundHalfUp } from '#methods/numeric/rounding.ts';
import { fastNumber, readColumn, readNumber } from './number-reader.ts';
import { writeNumber, writePercent, writeRupiah } from './number-writer.ts';

const style = fc.constantFrom('id' as const, 'en' as const);
const amount = fc.oneof(
	fc.double({ min: -1e12, max: 1e12, noNaN: true }),
	fc.integer({ min: -1e9, max: 1e9 }),
	fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
);

/** Texts near the reader's rules: what people, files and vandals put into a number cell. */
const piece = fc.constantFrom(
	...'0123456789.,- '.split(''),
	...[
		'00',
		'000',
		'1',
		'12',
		'123',
		'700',
		'(',
		')',
		'%',
		"'",
		'Rp',
		'Rp ',
		',-',
		'jt',
		' M',
		'e5',
		'E+',
		'=',
		'*',
		'/',
		'+',
	],
	...[
		'\u00a0',
		'\u2212',
		'\u2013',
		'\u00b9',
		'kg',
		' kg/proses',
		'a)',
		'#',
		'\u0661',
		'\uff11',
		'\u200b',
		'x',
		'[1]',
		'1e308',
	],
);
const nearNumber = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
const digitsAndMarks = fc
	.array(fc.constantFrom('0', '1', '7', '12', '000', '125', '700', '.', ',', '-', ' '), { maxLength: 9 })
	.map((parts) => parts.join(''));

describe('laws of reading and writing numbers', () => {
	test('what is written is read back, in either language', () => {
		fc.assert(
			fc.property(amount, fc.integer({ min: 0, max: 6 }), style, (value, decimals, locale) => {
				const reading = readNumber(writeNumber(value, locale, decimals), { style: locale });
				expect(reading).toMatchObject({
					status: 'ok',
					value: roundHalfUp(value, decimals),
					decimals,
					alternatives: [],
				});
				expect(reading.notes.filter(({ code }) => code === 'STYLE_DISSENT')).toEqual([]);
			}),
			{ numRuns: 3000 },
		);
	});

	test('without a given count of decimals, what is written is the number to 15 digits', () => {
		fc.assert(
			fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), style, (value, locale) => {
				const back = readNumber(writeNumber(value, locale), { style: locale }).value;
				if (Math.abs(value) > 1e-150)
					expect(back).toBeCloseTo(value, 14 - Math.ceil(Math.log10(Math.abs(value) + 1)));
			}),
			{ numRuns: 500 },
		);
	});

	test('rupiah and percent as written on screen and in documents are read back', () => {
		const spelling = fc.constantFrom('screen' as const, 'eyd' as const);
		fc.assert(
			fc.property(
				amount,
				fc.integer({ min: 0, max: 2 }),
				style,
				spelling,
				(value, decimals, locale, spelled) => {
					const options = { decimals, spelling: spelled };
					const rupiah = readNumber(writeRupiah(value, locale, options), { style: locale });
					const percent = readNumber(writePercent(value, locale, options), { style: locale });
					expect(rupiah).toMatchObject({ status: 'ok', value: roundHalfUp(value, decimals), unit: 'Rp' });
					expect(percent).toMatchObject({ status: 'ok', value: roundHalfUp(value, decimals), unit: '%' });
				},
			),
			{ numRuns: 1000 },
		);
	});

	test('the fast reader never disagrees with the slow one', () => {
		const texts = fc.oneof(
			digitsAndMarks,
			nearNumber,
			fc.string(),
			fc
				.tuple(amount, fc.integer({ min: 0, max: 9 }), style)
				.map(([v, d, l]) => writeNumber(v, l, d).replace('\u2212', '-')),
			amount.map(String),
		);
		fc.assert(
			fc.property(texts, style, (text, known) => {
				const fast = fastNumber(text, known);
				if (Number.isNaN(fast)) return;
				const slow = readNumber(text, { style: known });
				expect([slow.status, slow.value]).toEqual(['ok', fast]);
				expect(slow.notes).toEqual([]);
			}),
			{ numRuns: 20000 },
		);
	});

	test('the fast reader decides ordinary cells by itself', () => {
		const cells: [string, 'id' | 'en', number][] = [
			['0', 'id', 0],
			['1700', 'id', 1700],
			['-12', 'en', -12],
			['1.700', 'id', 1700],
			['1.430.744,25', 'id', 1430744.25],
			['0,1', 'id', 0.1],
			['1,430,744.25', 'en', 1430744.25],
			['7.335', 'en', 7.335],
			['123456789012.345', 'en', 123456789012.345],
		];
		for (const [text, known, value] of cells) expect(fastNumber(text, known)).toBe(value);
		const undecided = [
			'',
			'-',
			'1.5',
			'1,2,3',
			'12.34.567',
			'1.700.',
			',5',
			'007',
			'Rp 5',
			'1234567890123456',
			' 5',
			'1,',
		];
		for (const text of undecided) expect(fastNumber(text, 'id')).toBeNaN();
	});

	test('no string makes the reader throw or answer with what is not finite', () => {
		const anything = fc.oneof(
			nearNumber,
			fc.string({ unit: 'binary', maxLength: 250 }),
			fc.string({ maxLength: 40 }),
		);
		fc.assert(
			fc.property(anything, fc.option(style, { nil: undefined }), fc.boolean(), (text, known, arithmetic) => {
				const reading = readNumber(text, { style: known, arithmetic });
				expect(reading.text).toBe(text);
				expect(reading.value === null).toBe(reading.status === 'refused' || reading.status === 'empty');
				expect(Number.isFinite(reading.value ?? 0)).toBe(true);
				expect(Object.is(reading.value, -0)).toBe(false);
				expect(reading.decimals).toBeGreaterThanOrEqual(0);
				expect(reading.reason === undefined).toBe(reading.status !== 'refused');
				if (reading.status === 'ok' || reading.status === 'empty') expect(reading.alternatives).toEqual([]);
				if (reading.status === 'ambiguous') expect(reading.alternatives.length).toBeGreaterThan(0);
				for (const { value } of reading.alternatives) {
					expect(Number.isFinite(value)).toBe(true);
					expect(value).not.toBe(reading.value);
				}
			}),
			{ numRuns: 20000 },
		);
	});

	test('a space around a text changes nothing: bare digits are read as dressed ones are', () => {
		fc.assert(
			fc.property(digitsAndMarks, fc.option(style, { nil: undefined }), (text, known) => {
				const dressed = readNumber(` ${text}`, { style: known });
				expect(readNumber(text, { style: known })).toEqual({ ...dressed, text });
			}),
			{
				numRuns: 5000,
				examples: [
					['17.08.2026', undefined],
					['-1.700', undefined],
				],
			},
		);
	});

	test('digits are never invented: what is read without words or arithmetic has the text’s digits', () => {
		fc.assert(
			fc.property(digitsAndMarks, fc.option(style, { nil: undefined }), (text, known) => {
				const { value } = readNumber(text, { style: known });
				const bare = (digits: string) => digits.replace(/\D/g, '').replace(/^0+|0+$/g, '');
				if (value === null || bare(text).length > 15) return;
				expect(bare(writeNumber(value, 'id'))).toBe(bare(text));
			}),
			{ numRuns: 5000, examples: [['1.700', 'en']] },
		);
	});

	test('copies of a proven style leave nothing ambiguous, in any order', () => {
		const proven = fc.tuple(fc.integer({ min: 1000, max: 9_999_999 }), style).map(([n, locale]) => ({
			text: writeNumber(n + 0.25, locale, 2),
			locale,
		}));
		fc.assert(
			fc.property(proven, fc.integer({ min: 2, max: 9 }), fc.nat(9), ({ text, locale }, copies, at) => {
				const texts: string[] = Array.from({ length: copies }, () => text);
				texts.splice(Math.min(at, copies), 0, '1.700', '1,700');
				const column = readColumn(texts);
				expect(column.style).toBe(locale);
				expect(column.evidence[locale]).toBe(copies);
				expect(column.dissenters).toEqual([]);
				expect(column.readings.every(({ status }) => status === 'ok')).toBe(true);
				const learnt = texts.map((each) => readNumber(each, { style: locale }).value);
				expect(column.readings.map(({ value }) => value)).toEqual(learnt);
			}),
		);
	});
});
