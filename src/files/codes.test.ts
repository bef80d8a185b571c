import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileNoteCodes, fileProblemCodes } from './codes.ts';

describe('the codes of this room', () => {
	const folder = new URL('.', import.meta.url);
	const sources = readdirSync(folder)
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'codes.ts')
		.map((name) => readFileSync(new URL(name, folder), 'utf8'))
		.join('\n');

	it.each([...fileProblemCodes, ...fileNoteCodes])('%s is answered by a reader', (code) => {
		expect(sources).toContain(`'${code}'`);
	});
});
