/**
 * Values on which at least two independent libraries agree. A value that only
 * one library gives is no witness and is left out; TOPSIS over min-max is run where the method has that scale.
 */
import { describe, expect, it } from 'vitest';
import { methods } from '#methods/index.ts';
import published from './differential.cases.json';
import { directionsOf, expectClose } from './ranking-case.ts';
import { everyCaseRan, ran } from './reference-run.ts';

interface Values {
	readonly values: number[];
	readonly agree: string[];
	readonly better?: string;
}

const linear = { preferenceFunctions: 'linear', q: 0.5, p: 2 };

/** Our id and parameters for each name. */
const rankings: Readonly<Record<string, readonly [id: string, parameters: object]>> = {
	'TOPSIS(vector)': ['topsis', {}],
	'TOPSIS(minmax)': ['topsis', { normalization: 'minmax' }],
	VIKOR: ['vikor', { v: 0.5 }],
	COPRAS: ['copras', {}],
	EDAS: ['edas', {}],
	MABAC: ['mabac', {}],
	MARCOS: ['marcos', {}],
	CODAS: ['codas', { tau: 0.02 }],
	COCOSO: ['cocoso', { lambda: 0.5 }],
	ARAS: ['aras', {}],
	MOORA: ['moora', {}],
	WASPAS: ['waspas', { lambda: 0.5 }],
	'SAW/WSM(minmax)': ['saw', { normalization: 'minmax' }],
	'SAW(linear)': ['saw', { normalization: 'max' }],
	'SAW(sum)': ['saw', { normalization: 'sum' }],
	SPOTIS: ['spotis', {}],
	MAIRCA: ['mairca', {}],
	'PROMETHEE II usual': ['promethee-2', {}],
	'PROMETHEE II linear': ['promethee-2', linear],
};

const weightings: Readonly<Record<string, string>> = {
	entropy: 'entropy',
	critic: 'critic',
	merec: 'merec',
	std: 'standard-deviation',
	gini: 'gini',
	cilos: 'cilos',
	idocriw: 'idocriw',
};

const compute = (id: string, input: object) =>
	(methods as unknown as Record<string, { compute(input: object): { result: Record<string, unknown> } }>)[
		id
	]?.compute(input).result;

const witnessed = (named: object): [string, Values][] =>
	(Object.entries(named) as [string, Values][]).filter(([, { agree }]) => agree.length >= 2);

for (const one of published.cases)
	describe(`independent libraries on ${one.id}`, () => {
		const table = { matrix: one.matrix, weights: one.weights, directions: directionsOf(one.types) };
		for (const [name, { values, better }] of witnessed(one.methods)) {
			it(`agree with ours on ${name}`, () => {
				const [id = '', parameters] = rankings[name] ?? [];
				const result = compute(id, { ...table, parameters });
				expect(result?.['better']).toBe(better);
				expectClose(result?.['scores'] as number[], values);
				ran('differential', one.id);
			});
		}
		for (const [name, { values }] of witnessed(one.objectiveWeights)) {
			it(`agree with ours on ${name} weights`, () => {
				const id = weightings[name] ?? '';
				const { matrix } = table;
				// The libraries took CRITIC from every criterion as a benefit, and the others by direction.
				const directions = id === 'critic' ? table.directions.map(() => 'benefit') : table.directions;
				expectClose(compute(id, { matrix, directions })?.['weights'] as number[], values);
			});
		}
	});

everyCaseRan('differential');
