import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { text } from './form-text.ts';

it('a text with line breaks is as long as its browser counted it', () => {
	const typed = `${'a'.repeat(1000)}\n${'b'.repeat(999)}`;
	const form = new FormData();
	form.set('note', typed.replace('\n', '\r\n'));
	expect(text(form, 'note')).toBe(typed);
	expect(text(form, 'note')).toHaveLength(2000);
	form.set('note', ' \r\n ');
	expect(text(form, 'note')).toBeUndefined();
});

const forms = (): string[] =>
	['src/routes/(tim)', 'src/ui/team', 'src/ui/mapping'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.svelte'))
			.map((file) => `${folder}/${file}`),
	);

it('no field of several lines takes more than the 2000 letters that a record keeps; a pasted list is none', () => {
	const tooLong = forms().flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/<TextField\b[^]*?\/>/g)]
			.map(([field]) => ({
				name: /name="(\w+)"/.exec(field)?.[1],
				several: field.includes('lines={'),
				longest: Number((/maxlength=\{([\d_]+)\}/.exec(field)?.[1] ?? '2000').replaceAll('_', '')),
			}))
			.filter(({ name, several, longest }) => several && longest > 2000 && name !== 'pasted')
			.map(({ name }) => `${file}: ${name}`),
	);
	expect(tooLong).toEqual([]);
});
