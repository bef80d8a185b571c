import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { trailWords } from '#ui/team/trail-words.ts';

const folder = 'src/server';
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
	.map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
const verbsLike = (pattern: RegExp): string[] =>
	sources.flatMap((source) => [...source.matchAll(pattern)].map(([, verb]) => verb ?? ''));
const commands = verbsLike(/\bcommand\(\s*'([a-z.-]+)'/g);
/** Written without a command: by links that make an account, and what else adds to the trail by itself. */
const added = verbsLike(/\baddToAudit\([^;]*?\bverb: '([a-z.-]+)'/g);
const verbs = [...new Set([...commands, ...added])];

describe('the trail of changes', () => {
	it('finds the commands, and what is added without one', () => {
		expect(commands.length).toBeGreaterThan(60);
		expect(added).toEqual(expect.arrayContaining(['member.join', 'member.renew-password']));
	});

	it.each(verbs)('says in words what was done: %s (messages/*/trail.json)', (verb) => {
		expect(trailWords(verb)).toMatch(/^[a-z].{6,}$/i);
	});

	it('leaves a verb that it does not know to be shown as it is', () => {
		expect(trailWords('nobody.knows-this')).toBeNull();
	});
});
