/** Every code a method may answer has words in both languages. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { methodWords } from './method-words.ts';
import { reasonText, warningText } from './warning-text.ts';

const folder = new URL('../methods/', import.meta.url);

/** Words in capitals that are no codes: the price bases of BPS. */
const notCodes = new Set(['ADHB', 'ADHK']);

/** The codes written in a method's text: a quoted word in capitals. */
const codesIn = (text: string): string[] =>
	[...text.matchAll(/'([A-Z][A-Z_0-9]{3,})'/g)].map(([, code]) => code as string);

// The table check speaks through finding-text.ts, which has its own tests.
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
	(name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('table-check'),
);
const codes = [
	...new Set(files.flatMap((name) => codesIn(readFileSync(new URL(name, folder), 'utf8')))),
].filter((code) => !notCodes.has(code));

/** True when the sentence for a code is only "there is a note with code X". */
const wordless = (code: string, locale: 'id' | 'en'): boolean =>
	[
		warningText({ code, at: 'wage' }, locale, methodWords),
		reasonText(code, 'wage', locale, {}, methodWords),
	].some((text) => text === '' || text.includes(code));

describe('the words of the methods', () => {
	it.each(['id', 'en'] as const)('say every reason and warning of the methods (%s)', (locale) => {
		expect(codes.length).toBeGreaterThan(100);
		expect(codes.filter((code) => wordless(code, locale))).toEqual([]);
	});

	it('are found missing when a method speaks a new code', () => {
		expect(codesIn("return refused('undefined', 'NEVER_HEARD_OF', 'wage');")).toEqual(['NEVER_HEARD_OF']);
		expect(wordless('NEVER_HEARD_OF', 'id')).toBe(true);
	});

	it('are not kept for codes that no method speaks', () => {
		expect(Object.keys(methodWords).filter((code) => !codes.includes(code))).toEqual([]);
	});

	it('differ between the two languages', () => {
		const same = codes.filter(
			(code) =>
				reasonText(code, undefined, 'id', {}, methodWords) ===
				reasonText(code, undefined, 'en', {}, methodWords),
		);
		expect(same).toEqual([]);
	});
});
