import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trailWords } from '#ui/team/trail-words.ts';

const folder = 'src/server/features';
const verbs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('commands.ts'))
	.flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/\bcommand\(\s*'([a-z.-]+)'/g)])
	.map(([, verb]) => verb ?? '');

describe('the trail of changes', () => {
	it('finds the commands', () => expect(verbs.length).toBeGreaterThan(60));

	it.each(verbs)('says in words what was done: %s (messages/*/trail.json)', (verb) => {
		expect(trailWords(verb)).toMatch(/^[a-z].{6,}$/i);
	});

	it('leaves a verb that it does not know to be shown as it is', () => {
		expect(trailWords('nobody.knows-this')).toBeNull();
	});
});
