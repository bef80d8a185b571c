/** `docs/methods/` is generated: `npm run goldens` rewrites it, the diff is the review. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { methods } from '#methods/index.ts';
import type { Method } from '#methods/method.ts';
import { methodIndexPage, methodPage } from './method-page.ts';

type AnyMethod = Method<unknown, unknown>;

const folder = new URL('../../docs/methods/', import.meta.url);
const contents = readFileSync(new URL('../methods/index.ts', import.meta.url), 'utf8');

/** The room of each method, read where the table of contents reads it: its import, then its key. */
function roomOf(id: string): string {
	const entry = new RegExp(String.raw`^\t(?:'${id}': (\w+)|(${id.replaceAll('-', '')})),$`, 'm').exec(
		contents,
	);
	const name = entry?.[1] ?? entry?.[2] ?? '';
	const room = new RegExp(String.raw`^import \{ ${name} \} from '\./([^/]+)/`, 'm').exec(contents)?.[1];
	if (room === undefined) throw new Error(`src/methods/index.ts: no import of ${id}`);
	return room;
}

const all = Object.values(methods) as unknown as AnyMethod[];
const names = [...new Set(all.map(({ id }) => roomOf(id)))];
const rooms = names.map((name) => ({ name, methods: all.filter(({ id }) => roomOf(id) === name) }));

const pages = new Map([
	['README.md', methodIndexPage(rooms)],
	...all.map((one): [string, string] => [`${one.id}.md`, methodPage(one)]),
]);

if (process.env.SENTRA_GOLDENS === 'write') {
	mkdirSync(folder, { recursive: true });
	for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(new URL(name, folder));
	for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
}

describe('the pages of the methods', () => {
	it.each([...pages])('%s is what the methods say today (npm run goldens)', (name, text) => {
		const file = new URL(name, folder);
		expect(existsSync(file), `docs/methods/${name} is missing`).toBe(true);
		expect(readFileSync(file, 'utf8')).toBe(text);
	});

	it('hold no page of a method that is gone', () => {
		expect(readdirSync(folder).filter((name) => !pages.has(name))).toEqual([]);
	});

	it('change with what they tell: another formula, version or example is another page', () => {
		const [one] = all as [AnyMethod];
		const page = methodPage(one);
		for (const change of [{ formula: 'a + b' }, { version: 99 }, { unit: 'pebbles' }, { example: null }])
			expect(methodPage({ ...one, ...change })).not.toBe(page);
	});

	// The rules of the aid are the text of a paper that the method names; everything else has a year.
	it('name a year or the text of the paper in every source', () => {
		const dated = /\b(?:18|19|20)\d\d\b|the text of the paper/;
		const undated = all.filter(({ source }) => !dated.test(source)).map(({ id }) => id);
		expect(undated).toEqual([]);
	});
});
