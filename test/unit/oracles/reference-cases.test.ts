/** The list of reference cases is whole, and every file of it has a runner that counts its cases. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from './reference-cases.json' with { type: 'json' };
import { besideTheProject } from './reference-run.ts';

const runners = readdirSync(new URL('.', import.meta.url))
	.filter((name) => name.endsWith('.test.ts'))
	.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'));

/** The reference files whose cases a runner counts: what it hands to `everyCaseRan`. */
const counted = (text: string): string[] =>
	[...text.matchAll(/^everyCaseRan\(([^)]*)\);$/gm)].flatMap(([, names = '']) =>
		[...names.matchAll(/'([^']+)'/g)].map(([, name]) => name as string),
	);

describe('the reference cases', () => {
	it('are counted by exactly one runner a file', () => {
		expect(runners.flatMap(counted).sort()).toEqual(Object.keys(manifest).sort());
	});

	it('are 81 with different ids', () => {
		const ids = Object.values(manifest).flatMap((cases) => cases.map(({ id }) => id));
		expect(ids).toHaveLength(81);
		expect(new Set(ids).size).toBe(81);
	});

	it.each(Object.entries(manifest))(
		'%s lists what the reference holds, where it is at hand',
		(file, cases) => {
			const found = besideTheProject(`${file}.json`) as { cases: { id: string }[] } | null;
			expect(cases.map(({ id }) => id)).toEqual((found?.cases ?? cases).map(({ id }) => id));
		},
	);

	it('would be missed in a runner that does not count them', () => {
		expect(counted("everyCaseRan('a', 'b');")).toEqual(['a', 'b']);
		expect(counted('describe.skip')).toEqual([]);
	});
});
