import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roles } from '#server/access/roles.ts';
import { problemCodes } from '#server/problems.ts';
import { problemWords } from '#ui/team/problem-words.ts';
import { roleMay, roleWords } from '#ui/team/role-words.ts';

const sentences = Object.assign(
	{},
	...readdirSync('messages/id').map(
		(name) => JSON.parse(readFileSync(`messages/id/${name}`, 'utf8')) as object,
	),
) as Record<string, string>;

/** Something for every gap of a problem's sentences. */
const paramsOf = (code: string) =>
	Object.fromEntries(
		['what', 'todo'].flatMap((part) =>
			[...(sentences[`house_problem_${code}_${part}`] ?? '').matchAll(/\{(\w+)\}/g)].map(([, gap]) => [
				gap,
				'x',
			]),
		),
	) as Record<string, string>;

describe('the words of the house', () => {
	it.each(problemCodes)('say what is wrong and what to do: %s', (code) => {
		const { what, todo } = problemWords(code, paramsOf(code));
		expect(what.length).toBeGreaterThan(5);
		expect(todo.length).toBeGreaterThan(5);
		expect(`${what} ${todo}`).not.toMatch(/undefined|\{/);
	});

	it('name every role and what it may do', () => {
		for (const role of roles) expect(`${roleWords(role)}: ${roleMay(role)}`).toMatch(/^.{4,}: .{10,}$/);
	});
});
