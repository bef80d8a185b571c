import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fileNoteCodes, fileProblemCodes } from '#files/codes.ts';
import { isStudyProblem } from './decision-problem-text.ts';
import { hasNoteWords, noteText } from './note-text.ts';
import { hasProblemWords, placeText, problemText } from './problem-text.ts';

const source = (folder: string): string[] =>
	readdirSync(fileURLToPath(new URL(`../${folder}/`, import.meta.url)), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
		.map((name) => readFileSync(fileURLToPath(new URL(`../${folder}/${name}`, import.meta.url)), 'utf8'));

/** The members of a union of codes in number-reading.ts. */
function unionOf(name: string): string[] {
	const text = source('inputs').find((file) => file.includes(`export type ${name} =`)) ?? '';
	const body = text.slice(text.indexOf(`export type ${name} =`)).split(/';\n/)[0] ?? '';
	return [...body.matchAll(/^\s*\| '([A-Z_]+)/gm)].map((match) => match[1] as string);
}

/** Codes in the two rooms where Problems are made, and in the command line. */
const inSource = ['inputs', 'cli'].flatMap((folder) =>
	source(folder).flatMap((text) =>
		[...text.matchAll(/\bcode: '([A-Z_]+)'/g)].map((match) => match[1] as string),
	),
);

describe('words for problems', () => {
	test('every reason for a refused number has words', () => {
		const reasons = unionOf('RefusalReason');
		expect(reasons.length).toBeGreaterThan(20);
		expect(reasons.filter((code) => !hasProblemWords(code))).toEqual([]);
	});

	test('every note of the number reader has words', () => {
		const notes = unionOf('NoteCode');
		expect(notes.length).toBeGreaterThan(10);
		expect(notes.filter((code) => !hasNoteWords(code))).toEqual([]);
	});

	test('every problem and note of the file readers has words', () => {
		expect(fileProblemCodes.filter((code) => !hasProblemWords(code))).toEqual([]);
		expect(fileNoteCodes.filter((code) => !hasNoteWords(code))).toEqual([]);
	});

	test('every code written in the inputs and the command line has words', () => {
		// Spoken warnings of the command line bring their own sentence.
		const own = new Set([
			...['ROW_NOT_RECOGNISED', 'OTHER_INPUTS_UNKNOWN', 'COLUMNS_NOT_USED'],
			// What keeps a demo from starting says where its folder is.
			...['DEMO_OWN_DATA', 'DEMO_NOT_BUILT', 'DEMO_NOT_STARTED'],
			// Whose password: a word that is missing on the command line.
			'ACCOUNT_NAME_MISSING',
		]);
		const codes = [...new Set(inSource)].filter((code) => !own.has(code));
		expect(codes.length).toBeGreaterThan(30);
		const worded = (code: string) => hasProblemWords(code) || hasNoteWords(code) || isStudyProblem(code);
		expect(codes.filter((code) => !worded(code))).toEqual([]);
	});

	test('no sentence shows a hole where a value should stand', () => {
		for (const locale of ['id', 'en'] as const) {
			for (const code of fileProblemCodes) {
				const { what, todo } = problemText({ code }, locale);
				expect(`${what} ${todo}`).not.toMatch(/undefined|\{\w+\}/);
			}
		}
	});

	test('a code without words still says which code it is', () => {
		expect(problemText({ code: 'NOBODY_KNOWS' }, 'en').what).toContain('NOBODY_KNOWS');
		expect(noteText('NOBODY_KNOWS', undefined, 'id')).toContain('NOBODY_KNOWS');
	});

	test('a place names file, sheet and cell; a row only where there is no cell', () => {
		expect(placeText({ file: 'a.xlsx', sheet: 'Tabel 5', cell: 'B12', row: 12 }, 'id')).toBe(
			'a.xlsx, lembar "Tabel 5", sel B12',
		);
		expect(placeText({ file: 'a.csv', row: 14, column: 'Keuntungan' }, 'en')).toBe(
			'a.csv, row 14, column "Keuntungan"',
		);
		expect(placeText(undefined, 'id')).toBe('');
	});

	test('a refused number is told by its reason, with the proposal as it can be typed', () => {
		const words = problemText(
			{
				code: 'REFUSED_NUMBER',
				content: '4.078,64,00',
				params: { reason: 'TWO_DECIMAL_MARKS', proposal: 4078.64 },
			},
			'id',
		);
		expect(words.what).toBe('Ada dua tanda desimal.');
		expect(words.todo).toContain('4078,64');
	});
});
