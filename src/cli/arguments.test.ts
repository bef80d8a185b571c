import { describe, expect, test } from 'vitest';
import { readArguments } from './arguments.ts';
import { commandRules } from './grammar.ts';
import { editDistance, nearestWord } from './nearest.ts';
import { showsUnicode } from './settings.ts';

describe('reading what was typed', () => {
	test('every command answers to its Indonesian and to its English words', () => {
		for (const rule of commandRules) {
			for (const words of rule.words) {
				const typed = [...words, ...Array.from({ length: rule.least }, () => 'x')];
				expect(readArguments(typed).rule?.key, words.join(' ')).toBe(rule.key);
			}
		}
	});

	test('options stand before or behind, with an equals sign or a space, in both languages', () => {
		for (const line of [
			['nilai-tambah', 'hitung', 'a.csv', '--ke', 'b.csv'],
			['--ke=b.csv', 'nilai-tambah', 'hitung', 'a.csv'],
			['value-added', 'compute', '--to', 'b.csv', 'a.csv'],
			['value-added', 'compute', '-o', 'b.csv', 'a.csv'],
		]) {
			const { options, words, problem } = readArguments(line);
			expect(problem).toBeUndefined();
			expect(options.get('to')).toEqual(['b.csv']);
			expect(words).toEqual(['a.csv']);
		}
	});

	test('a choice is the same in both languages', () => {
		expect(readArguments(['periksa', 'a', '--gagal-bila', 'berbeda']).options.get('fail-on')).toEqual([
			'differs',
		]);
		expect(readArguments(['check', 'a', '--fail-on', 'differs']).options.get('fail-on')).toEqual(['differs']);
	});

	test('an option that may be repeated keeps every value; another keeps the last', () => {
		const { options } = readArguments([
			'nilai-tambah',
			'kepekaan',
			'a',
			'--rentang',
			'a=1..2',
			'--rentang',
			'b=1..2',
		]);
		expect(options.get('range')).toEqual(['a=1..2', 'b=1..2']);
		const { options: other } = readArguments(['periksa', 'a', '--lembar', 'x', '--lembar', 'y']);
		expect(other.get('sheet')).toEqual(['y']);
	});

	test('negative numbers and a lone dash are words, and two dashes end the options', () => {
		expect(readArguments(['angka', '-1.200']).words).toEqual(['-1.200']);
		expect(readArguments(['periksa', '-']).words).toEqual(['-']);
		expect(readArguments(['angka', '--', '--5']).words).toEqual(['--5']);
	});

	test.each([
		[['perikas', 'x'], 'USAGE_COMMAND_UNKNOWN', 'periksa'],
		[['chekc', 'x'], 'USAGE_COMMAND_UNKNOWN', 'check'],
		[['nilai-tambah', 'hitun', 'x'], 'USAGE_VERB_UNKNOWN', 'hitung'],
		[['periksa', 'x', '--gagal-bila', 'beda'], 'USAGE_CHOICE', 'berbeda'],
		[['periksa', 'x', '--jsn'], 'USAGE_OPTION_UNKNOWN', '--json'],
	])('%j is refused with the nearest word', (typed, code, near) => {
		const { problem } = readArguments(typed);
		expect(problem?.code).toBe(code);
		expect(problem?.params?.['near']).toBe(near);
	});

	test.each([
		[['nilai-tambah'], 'USAGE_VERB_MISSING'],
		[['periksa'], 'USAGE_WORD_MISSING_FILE'],
		[['ekspor', 'a', 'b'], 'USAGE_WORD_TOO_MANY'],
		[['periksa', 'x', '--ke'], 'USAGE_OPTION_NEEDS_VALUE'],
		[['periksa', 'x', '--json=1'], 'USAGE_OPTION_NO_VALUE'],
		[['angka', '5', '--lembar', 'x'], 'USAGE_OPTION_ELSEWHERE'],
	])('%j is refused as %s', (typed, code) => {
		expect(readArguments(typed).problem?.code).toBe(code);
	});

	test('a word far from every command gets no suggestion', () => {
		expect(readArguments(['zzzzzz']).problem?.params?.['near']).toBeUndefined();
	});
});

describe('nearest words', () => {
	test('swapped neighbours are one edit', () => {
		expect(editDistance('perikas', 'periksa')).toBe(1);
		expect(editDistance('', 'abc')).toBe(3);
	});

	test('the beginning of a word is near enough', () => {
		expect(nearestWord('serab', ['serabi', 'boyolali'])).toBe('serabi');
		expect(nearestWord('x', ['serabi'])).toBeNull();
	});
});

test('marks are ASCII where the terminal says it cannot show others', () => {
	expect(showsUnicode({})).toBe(true);
	expect(showsUnicode({ LANG: 'id_ID.UTF-8' })).toBe(true);
	expect(showsUnicode({ LANG: 'C' })).toBe(false);
	expect(showsUnicode({ LANG: 'en_US.ISO-8859-1' })).toBe(false);
	expect(showsUnicode({ TERM: 'dumb', LANG: 'id_ID.UTF-8' })).toBe(false);
});
