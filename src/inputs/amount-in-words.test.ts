import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInWords } from './amount-in-words.ts';

const cases: [value: number, id: string, en: string][] = [
	[0, 'nol', 'zero'],
	[-0, 'nol', 'zero'],
	[1, 'satu', 'one'],
	[10, 'sepuluh', 'ten'],
	[11, 'sebelas', 'eleven'],
	[12, 'dua belas', 'twelve'],
	[20, 'dua puluh', 'twenty'],
	[21, 'dua puluh satu', 'twenty-one'],
	[99, 'sembilan puluh sembilan', 'ninety-nine'],
	[100, 'seratus', 'one hundred'],
	[101, 'seratus satu', 'one hundred one'],
	[111, 'seratus sebelas', 'one hundred eleven'],
	[219, 'dua ratus sembilan belas', 'two hundred nineteen'],
	[1000, 'seribu', 'one thousand'],
	[1011, 'seribu sebelas', 'one thousand eleven'],
	[1700, 'seribu tujuh ratus', 'one thousand seven hundred'],
	[1.7, 'satu koma tujuh', 'one point seven'],
	[0.05, 'nol koma nol lima', 'zero point zero five'],
	[11_000, 'sebelas ribu', 'eleven thousand'],
	[100_000, 'seratus ribu', 'one hundred thousand'],
	[101_000, 'seratus satu ribu', 'one hundred one thousand'],
	[121_001, 'seratus dua puluh satu ribu satu', 'one hundred twenty-one thousand one'],
	[1_000_000, 'satu juta', 'one million'],
	[1_001_000, 'satu juta seribu', 'one million one thousand'],
	[2_150_000, 'dua juta seratus lima puluh ribu', 'two million one hundred fifty thousand'],
	[
		68_958,
		'enam puluh delapan ribu sembilan ratus lima puluh delapan',
		'sixty-eight thousand nine hundred fifty-eight',
	],
	[50_000, 'lima puluh ribu', 'fifty thousand'],
	[-5, 'minus lima', 'minus five'],
	[-1200.5, 'minus seribu dua ratus koma lima', 'minus one thousand two hundred point five'],
	[
		366_750_000_000,
		'tiga ratus enam puluh enam miliar tujuh ratus lima puluh juta',
		'three hundred sixty-six billion seven hundred fifty million',
	],
	[1e12, 'satu triliun', 'one trillion'],
	[0.1 + 0.2, 'nol koma tiga', 'zero point three'],
	[1e15, '1.000.000.000.000.000', '1,000,000,000,000,000'],
	[NaN, '–', '–'],
];

const values: Record<string, number> = Object.fromEntries(
	'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ').map((w, n) => [w, n]),
);
const scales: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 };

/** Reads Indonesian words back: written from the grammar, sharing nothing with the writer. */
function backToNumber(words: string): number {
	let total = 0;
	let group = 0;
	let last = 0;
	for (const word of words.split(' ')) {
		if (word === 'seribu') total += 1000;
		else if (word in scales) {
			total += (group + last) * (scales[word] as number);
			group = last = 0;
		} else if (word === 'seratus') group += 100;
		else if (word === 'belas') last += 10;
		else if (word === 'puluh' || word === 'ratus') {
			group += last * (word === 'puluh' ? 10 : 100);
			last = 0;
		} else last = values[word] as number;
	}
	return total + group + last;
}

describe('amounts in words', () => {
	test.each(cases)('%s', (value, id, en) => {
		expect(amountInWords(value, 'id')).toBe(id);
		expect(amountInWords(value, 'en')).toBe(en);
	});

	test('every whole amount below a thousand triliun reads back to itself', () => {
		fc.assert(
			fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 12 }), (n, shrink) => {
				const amount = Math.floor((n % 1e15) / 10 ** shrink);
				expect(backToNumber(amountInWords(amount, 'id'))).toBe(amount);
			}),
			{ numRuns: 1000 },
		);
	});
});
