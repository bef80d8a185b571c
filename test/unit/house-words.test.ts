import { describe, expect, it } from 'vitest';
import { roles } from '#server/access/roles.ts';
import { problemCodes } from '#server/problems.ts';
import { problemWords } from '#ui/team/problem-words.ts';
import { roleMay, roleWords } from '#ui/team/role-words.ts';

describe('the words of the house', () => {
	it.each(problemCodes)('say what is wrong and what to do: %s', (code) => {
		const { what, todo } = problemWords(code, { name: '0001_x.sql', limit: 1, size: 1 });
		expect(what.length).toBeGreaterThan(5);
		expect(todo.length).toBeGreaterThan(5);
		expect(`${what} ${todo}`).not.toMatch(/undefined|\{/);
	});

	it('name every role and what it may do', () => {
		for (const role of roles) expect(`${roleWords(role)}: ${roleMay(role)}`).toMatch(/^.{4,}: .{10,}$/);
	});
});
