import { describe, expect, it } from 'vitest';
import { fieldsOf, intakeKinds } from '#inputs/intake-fields.ts';
import { faultCodes, leftOutCodes, warningCodes } from '#inputs/intake-finding.ts';
import { fieldWords, findingWords } from './intake-words.ts';

const params = {
	...{ count: 3, cell: 'B7', text: 'teks', year: 1800, near: '', instead: '', choices: 'dua' },
	...{ village: 'Serang', taken: '1.700', other: '1,7' },
};

describe('the words of an import', () => {
	it.each([...faultCodes, ...warningCodes, ...leftOutCodes])('say what and what to do: %s', (code) => {
		for (const locale of ['id', 'en'] as const)
			for (const more of [{}, { near: 'Serang', instead: '1.700' }]) {
				const finding = { code, severity: 'fault', cell: 'B7', row: 7, field: null } as const;
				const { what, todo } = findingWords({ ...finding, params: { ...params, ...more } }, locale);
				expect(`${what} ${todo}`).not.toMatch(/undefined|[{}]/);
				expect(Math.min(what.length, todo.length)).toBeGreaterThan(9);
			}
	});

	it('name every column in both languages', () => {
		for (const kind of intakeKinds)
			for (const field of fieldsOf[kind])
				for (const locale of ['id', 'en'] as const)
					expect(fieldWords(kind, field, locale).length).toBeGreaterThan(1);
		expect(fieldWords('enterprises', 'name', 'id')).not.toBe(fieldWords('people', 'name', 'id'));
	});
});
