/** A codebook sheet keeps every mark on its words, whatever is pasted, typed, received or taken away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	codebookContent,
	emptyCode,
	longestInterview,
	mostInterviews,
	type CodebookContent,
} from './codebook-content.ts';
import {
	marked,
	rangeAfter,
	replacementBetween,
	unmarked,
	withNumbersForNames,
	withoutCode,
	withoutCoder,
	withoutInterview,
	withText,
} from './codebook-edits.ts';
import { codebookSample } from './codebook-samples.ts';
import { splitInterviews, splitWayFor } from './interview-split.ts';
import { sentenceUnits } from './sentence-units.ts';

const text = 'Susu ada tiap pagi. Kami memerah sendiri.';
const sheet: CodebookContent = {
	...codebookContent.empty(),
	interviews: [{ id: 'w1', name: 'Bu Siti', text }],
	codes: [
		{ ...emptyCode, id: 'k1', name: 'Bahan' },
		{ ...emptyCode, id: 'k2', name: 'Kerja', parent: 'k1' },
	],
};
const key = { coder: 'p1', interview: 'w1', code: 'k1' };
const quoted = ({ segments, interviews }: CodebookContent) =>
	segments.map(({ interview, start, end }) =>
		(interviews.find(({ id }) => id === interview)?.text ?? '').slice(start, end),
	);

describe('reading a stored sheet', () => {
	it('never throws, whatever an address holds, and reads its own answer alike', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (interviews, codes, segments) => {
				const read = codebookContent.read({
					interviews: [interviews],
					codes: [codes],
					segments: [segments],
				});
				expect(codebookContent.read(read)).toEqual(read);
				expect(codebookContent.read(interviews)?.interviews ?? []).toBeInstanceOf(Array);
			}),
		);
	});
	it('gives the example back as it is, in both languages', () => {
		for (const locale of ['id', 'en'] as const) {
			const sample = codebookSample('susu', locale);
			expect(codebookContent.read(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
		}
		expect(codebookSample('lain', 'id')).toBeNull();
	});
	it('bounds texts and lists, and drops marks outside their text or of nobody', () => {
		const long = 'a'.repeat(longestInterview + 5);
		const read = codebookContent.read({
			...sheet,
			interviews: Array.from({ length: 70 }, (_, k) => ({ id: `w${k + 1}`, name: '', text: long })),
			segments: [
				{ ...key, start: 0, end: longestInterview + 5 },
				{ ...key, start: longestInterview, end: longestInterview + 2 },
				{ ...key, start: -1, end: 2 },
				{ ...key, start: 2.5, end: 4 },
				{ ...key, coder: 'p9', start: 0, end: 2 },
				{ ...key, code: 'k9', start: 0, end: 2 },
				{ ...key, interview: 'w99', start: 0, end: 2 },
			],
		});
		expect(read?.interviews).toHaveLength(mostInterviews);
		expect(read?.interviews[0]?.text).toHaveLength(longestInterview);
		expect(read?.segments).toEqual([{ ...key, start: 0, end: longestInterview }]);
	});
	it('cuts a circle of codes under each other', () => {
		const [one, two] = sheet.codes;
		const read = codebookContent.read({ ...sheet, codes: [{ ...one, parent: 'k2' }, two] });
		expect(read?.codes.some(({ parent }) => parent === '')).toBe(true);
	});
});

describe('sentences', () => {
	it('end at marks and line breaks, not in numbers and short forms', () => {
		const said = 'Harga Rp 2.500. Menurut Bpk. Ali naik. "Betul?" Ya!\nBaris baru tanpa titik';
		expect(sentenceUnits(said).map(({ start, end }) => said.slice(start, end))).toEqual([
			'Harga Rp 2.500.',
			'Menurut Bpk. Ali naik.',
			'"Betul?"',
			'Ya!',
			'Baris baru tanpa titik',
		]);
	});
	it('cover every word once, in order', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', 'B', '.', '?', ' ', '\n', '😀', '"', '1') }),
				(any) => {
					const units = sentenceUnits(any);
					expect(
						units
							.map(({ start, end }) => any.slice(start, end))
							.join('')
							.replace(/\s/g, ''),
					).toBe(any.replace(/\s/g, ''));
					for (const [k, { start, end }] of units.entries()) {
						expect(start).toBeLessThan(end);
						expect(start).toBeGreaterThanOrEqual(units[k - 1]?.end ?? 0);
					}
				},
			),
		);
	});
});

describe('marking', () => {
	it('joins overlapping marks of one code and leaves those of another', () => {
		let next = marked(sheet, key, { start: 0, end: 10 });
		next = marked(next, { ...key, code: 'k2' }, { start: 5, end: 8 });
		next = marked(next, key, { start: 6, end: 19 });
		expect(quoted(next)).toEqual(['ada', 'Susu ada tiap pagi.']);
	});
	it('takes a code from the middle of a mark and keeps both ends', () => {
		const whole = marked(sheet, key, { start: 0, end: text.length });
		expect(quoted(unmarked(whole, key, { start: 5, end: 8 }))).toEqual([
			'Susu',
			'tiap pagi. Kami memerah sendiri.',
		]);
	});
	it('marks nothing in blanks', () => {
		expect(marked(sheet, key, { start: 4, end: 5 })).toBe(sheet);
	});
});

describe('editing a text', () => {
	const one = marked(sheet, key, { start: 20, end: 24 });
	const moved = (typed: string) => withText(one, 'w1', typed);
	it('moves a mark with the words behind an insertion and keeps it before one', () => {
		expect(quoted(moved(`Pak, ${text}`).content)).toEqual(['Kami']);
		expect(quoted(moved(`${text} Begitu.`).content)).toEqual(['Kami']);
	});
	it('grows and shrinks a mark around a change inside it', () => {
		expect(quoted(moved(text.replace('Kami', 'Kam XX i')).content)).toEqual(['Kam XX i']);
		expect(quoted(moved(text.replace('Kami', 'Ki')).content)).toEqual(['Ki']);
	});
	it('counts the marks whose words are gone', () => {
		expect(moved(text.replace('Kami ', ''))).toMatchObject({ lost: 1, content: { segments: [] } });
		expect(moved(text)).toEqual({ content: one, lost: 0 });
	});
	it('turns Windows line breaks into plain ones', () => {
		expect(moved('a\r\nb').content.interviews[0]?.text).toBe('a\nb');
	});
	it('keeps every mark inside its text and off half a character, for any change', () => {
		const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁', '\n'), maxLength: 30 });
		fc.assert(
			fc.property(letters, letters, fc.nat(30), fc.nat(30), (before, after, from, size) => {
				const points = [...before];
				const start = points.slice(0, from).join('').length;
				const end = points.slice(0, from + size).join('').length;
				const change = replacementBetween(before, after);
				expect(
					before.slice(0, change.start) +
						after.slice(change.start, change.start + change.length) +
						before.slice(change.end),
				).toBe(after);
				if (start >= end) return;
				const range = rangeAfter({ start, end }, change);
				if (range === null) return;
				expect(range.start).toBeGreaterThanOrEqual(0);
				expect(range.end).toBeLessThanOrEqual(after.length);
				expect(range.start).toBeLessThan(range.end);
				expect(after.slice(range.start, range.end).isWellFormed()).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});
	it('keeps a mark on the same words when nothing in it changed', () => {
		const plain = fc.string({ unit: fc.constantFrom('x', 'y', ' '), maxLength: 12 });
		fc.assert(
			fc.property(plain, plain, plain, plain, (a, b, c, d) => {
				const before = marked(
					{ ...sheet, interviews: [{ id: 'w1', name: '', text: `${a}TANDA${b}` }] },
					key,
					{ start: a.length, end: a.length + 5 },
				);
				expect(quoted(withText(before, 'w1', `${c}TANDA${b}`).content)).toEqual(['TANDA']);
				expect(quoted(withText(before, 'w1', `${a}TANDA${d}`).content)).toEqual(['TANDA']);
			}),
		);
	});
});

describe('taking away', () => {
	const full = marked(marked(sheet, key, { start: 0, end: 4 }), { ...key, code: 'k2' }, { start: 0, end: 4 });
	it('takes the marks along and lifts the codes below', () => {
		expect(withoutCode(full, 'k1')).toMatchObject({
			codes: [{ id: 'k2', parent: '' }],
			segments: [{ code: 'k2' }],
		});
		expect(withoutInterview(full, 'w1')).toMatchObject({ interviews: [], segments: [] });
		expect(withoutCoder(full, 'p1')).toBe(full);
		const two = { ...full, coders: [...full.coders, { id: 'p2', name: 'Ani' }], counted: 'p1' };
		expect(withoutCoder(two, 'p1')).toMatchObject({ coders: [{ id: 'p2' }], segments: [], counted: '' });
	});
});

describe('numbers for names', () => {
	it('replaces names of respondents and where they are spoken, and keeps the marks', () => {
		const said = {
			...sheet,
			interviews: [{ id: 'w1', name: 'Siti', text: 'Kata Siti, susu Sitiawan ada. Siti pulang.' }],
		};
		const before = marked(said, key, { start: 11, end: 29 });
		expect(quoted(before)).toEqual(['susu Sitiawan ada.']);
		const { content, mentions } = withNumbersForNames(before, (number) => `Responden ${number}`);
		expect(content.interviews[0]).toEqual({
			id: 'w1',
			name: 'Responden 1',
			text: 'Kata Responden 1, susu Sitiawan ada. Responden 1 pulang.',
		});
		expect(mentions).toBe(2);
		expect(quoted(content)).toEqual(['susu Sitiawan ada.']);
		expect(withNumbersForNames(content, (number) => `Responden ${number}`).content).toEqual(content);
	});
	it('takes a name as letters, not as a pattern', () => {
		const odd = { ...sheet, interviews: [{ id: 'w1', name: 'A.* (b', text: 'A.* (b dan Axx (b' }] };
		expect(withNumbersForNames(odd, (n) => `R${n}`).content.interviews[0]?.text).toBe('R1 dan Axx (b');
	});
});

describe('splitting a pasted text', () => {
	it('cuts at lines that name a respondent, and joins what one person goes on to say', () => {
		const pasted =
			'Catatan lapangan\r\nResponden 1 (Bu Ani)\r\nSusu ada.\n\nRESPONDEN 2:\nTidak ada.\nResponden 2: masih.';
		expect(splitWayFor(pasted)).toBe('heading');
		expect(splitInterviews(pasted, 'heading')).toEqual([
			{ name: '', text: 'Catatan lapangan' },
			{ name: 'Responden 1 (Bu Ani)', text: 'Susu ada.' },
			{ name: 'RESPONDEN 2', text: 'Tidak ada.\nmasih.' },
		]);
	});
	it('takes a sentence about a respondent for no heading', () => {
		expect(splitWayFor('Responden 1 mengatakan bahwa susu selalu ada setiap pagi.')).toBe('none');
	});
	it('cuts at blank lines when asked, and leaves empty parts out', () => {
		expect(splitWayFor('a\n\n\nb')).toBe('two-blank-lines');
		expect(splitInterviews('a\n\n\n\n\nb\n\nc\n\n\n ', 'two-blank-lines').map((one) => one.text)).toEqual([
			'a',
			'b\n\nc',
		]);
		expect(splitInterviews('a\n\n\nb\n\nc', 'blank-line').map((one) => one.text)).toEqual(['a', 'b', 'c']);
		expect(splitInterviews(' \n\n', 'none')).toEqual([]);
	});
	it('loses no word in any way of cutting', () => {
		const lines = fc.array(fc.constantFrom('', 'susu', 'Responden 1', 'Responden 2: ya', 'Interview 3'), {
			maxLength: 12,
		});
		fc.assert(
			fc.property(lines, fc.constantFrom('two-blank-lines', 'blank-line', 'none'), (parts, way) => {
				const pasted = parts.join('\n');
				const words = (said: string) => said.split(/\s+/).filter(Boolean).join(' ');
				expect(
					words(
						splitInterviews(pasted, way)
							.map((one) => one.text)
							.join(' '),
					),
				).toBe(words(pasted));
			}),
		);
	});
});
