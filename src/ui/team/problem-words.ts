/** What is wrong and what to do, for every code of the catalogue. */
import type { ProblemCode, ProblemParams } from '#server/problems.ts';
import { m } from '#words/messages.js';

type Said = (params: Record<string, string>) => string;

const words = m as unknown as Record<string, Said>;

/** The two sentences of a problem. `named` are for the tests that every code has them. */
export function problemWords(code: ProblemCode, params: ProblemParams = {}): { what: string; todo: string } {
	const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
	const said = (part: 'what' | 'todo'): string => {
		const sentence = words[`house_problem_${code}_${part}`];
		if (sentence === undefined) throw new Error(`no words for the problem ${code}`);
		return sentence(texts);
	};
	return { what: said('what'), todo: said('todo') };
}
