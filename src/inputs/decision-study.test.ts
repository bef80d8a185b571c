import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	decisionContent,
	newRespondent,
	noWeights,
	weighings,
	type DecisionContent,
} from './decision-content.ts';
import { decisionSample } from './decision-samples.ts';
import { decisionStudy, partMoved, scoresUnder } from './decision-study.ts';

const serabi = decisionSample('serabi', 'id') as DecisionContent;

/** Two groups of two, three alternatives, one respondent. */
function sheet(change: Partial<DecisionContent> = {}): DecisionContent {
	const cells = {
		'x|a': '10',
		'x|b': '2',
		'x|c': '3',
		'y|a': '20',
		'y|b': '4',
		'y|c': '3',
		'z|a': '40',
		'z|b': '8',
		'z|c': '1',
	};
	return {
		...decisionContent.empty(),
		alternatives: ['x', 'y', 'z'].map((id) => ({ id, name: id.toUpperCase(), note: '' })),
		groups: [{ id: 'g', name: 'Biaya' }],
		criteria: [
			{ id: 'a', name: 'Modal', group: 'g', direction: 'cost', unit: 'Rp' },
			{ id: 'b', name: 'Upah', group: 'g', direction: 'cost', unit: 'Rp' },
			{ id: 'c', name: 'Minat', group: '', direction: 'benefit', unit: '' },
		],
		respondents: [{ ...newRespondent('r1'), cells }],
		...change,
	};
}
const codes = (content: DecisionContent) => decisionStudy(content).problems.map(({ code }) => code);
const answering = (weights: Partial<typeof noWeights>, change: Partial<DecisionContent> = {}) =>
	sheet({
		...change,
		respondents: [
			{
				...(sheet().respondents[0] as DecisionContent['respondents'][0]),
				weights: { ...noWeights, ...weights },
			},
		],
	});

describe('a decision sheet as numbers', () => {
	// Serabi paper, Table 1: printed totals 285.55; 181.28; 201.28; 278.33 over a sum of weights of 3.
	it('finds the printed totals of the serabi paper, divided by three', () => {
		const { study } = decisionStudy(serabi);
		const printed = [285.55, 181.28, 201.28, 278.33];
		study?.scores.forEach((score, row) =>
			expect(Math.abs(score * 3 - (printed[row] as number))).toBeLessThan(0.011),
		);
		expect(study?.partWeights.map((weight) => weight.toFixed(2))).toEqual(['0.30', '0.40', '0.30']);
		expect(study?.indexBy).toBe('given');
	});

	it('says where an index column is on both sides of 100', () => {
		expect(decisionStudy(serabi).problems).toContainEqual({
			code: 'INDEX_BOTH_SIDES',
			criterion: 'c2',
			params: { least: 58.33, most: 116.67 },
		});
	});

	it('makes the CPI by direction: the smallest is 100, a cost turned round', () => {
		const { study } = decisionStudy(sheet());
		expect(study?.index).toEqual([
			[100, 100, 300],
			[50, 50, 300],
			[25, 25, 100],
		]);
		expect(study?.partIndex[0]).toEqual([100, 300]);
	});

	it('uses a scale of 0 to 100 where a figure is 0 or less, and says where', () => {
		const [first] = sheet().respondents;
		const cells = { ...first?.cells, 'z|c': '0' };
		const { study, problems } = decisionStudy(sheet({ respondents: [{ ...newRespondent('r1'), cells }] }));
		expect(study?.indexBy).toBe('range');
		expect(study?.index.map(([, , minat]) => minat)).toEqual([100, 100, 0]);
		expect(problems).toContainEqual({
			code: 'CELL_NOT_POSITIVE',
			alternative: 'z',
			criterion: 'c',
			params: { value: 0 },
		});
	});

	it('leaves out an alternative with an empty cell and works out the others', () => {
		const [first] = sheet().respondents;
		const cells = { ...first?.cells, 'z|c': ' ' };
		const { study, problems } = decisionStudy(sheet({ respondents: [{ ...newRespondent('r1'), cells }] }));
		expect(study?.alternatives.map(({ id }) => id)).toEqual(['x', 'y']);
		expect(problems).toContainEqual({ code: 'CELLS_MISSING', alternative: 'z', criteria: ['c'] });
	});

	it('keeps the order of the respondents apart: an index each, or the mean first', () => {
		const of = (texts: readonly string[], id: string) => ({
			...newRespondent(id),
			cells: Object.fromEntries(texts.map((text, row) => [`${['x', 'y'][row]}|c`, text])),
		});
		const content = sheet({
			alternatives: sheet().alternatives.slice(0, 2),
			criteria: sheet().criteria.slice(2),
			respondents: [of(['1', '2'], 'r1'), of(['4', '2'], 'r2')],
		});
		const index = (respondentOrder: DecisionContent['respondentOrder']) =>
			decisionStudy({ ...content, respondentOrder }).study?.index.flat();
		// (100, 200) and (200, 100) average to 150 each; the means 2.5 and 2 give 125 and 100.
		expect(index('transform-first')).toEqual([150, 150]);
		expect(index('ratings-first')).toEqual([125, 100]);
		const louder = {
			...content,
			respondents: [{ ...content.respondents[0], voice: '3' }, content.respondents[1]],
		};
		expect(decisionStudy(louder as DecisionContent).study?.index.flat()).toEqual([125, 175]);
	});

	it('moves one part and lets the others keep their ratio', () => {
		expect(partMoved([0.3, 0.4, 0.3], 1, 0.6).map((weight) => weight.toFixed(10))).toEqual([
			'0.2000000000',
			'0.6000000000',
			'0.2000000000',
		]);
		const { study } = decisionStudy(serabi);
		if (!study) throw new Error('the sample has a study');
		const level = scoresUnder(study, partMoved(study.partWeights, 1, 0.5237850347132935));
		expect(level[0]).toBeCloseTo(level[3] as number, 9);
	});
});

describe('weights by every way', () => {
	const shares = (content: DecisionContent) =>
		decisionStudy(content).study?.weights.map((weight) => weight.toFixed(4));

	it('reads points, and says when they are not whole', () => {
		const numbers = { a: '25', b: '75', g: '60', c: '40' };
		expect(shares(answering({ numbers }))).toEqual(['0.1500', '0.4500', '0.4000']);
		expect(codes(answering({ numbers: { ...numbers, c: '30' } }))).toContain('WEIGHTS_NOT_WHOLE');
		expect(codes(answering({ numbers: { ...numbers, c: 'banyak' } }))).toContain('WEIGHT_UNREADABLE');
		expect(codes(answering({ numbers: { g: '0,6', c: '0,4' } }, { weighing: 'direct' }))).toEqual([
			'WEIGHTS_MISSING',
		]);
	});

	it('reads an order by its centroid', () => {
		const content = answering({ order: ['b', 'a', 'g', 'c'] }, { weighing: 'order' });
		expect(shares(content)).toEqual(['0.1875', '0.5625', '0.2500']);
		expect(codes(answering({ order: ['g', 'a', 'b'] }, { weighing: 'order' }))).toEqual(['ORDER_INCOMPLETE']);
	});

	it('reads pairs in Saaty’s scale from either side, and tells a contradiction', () => {
		const content = answering({ pairs: { 'a>b': '1/3', 'c>g': '1/4' } }, { weighing: 'pairs' });
		expect(shares(content)).toEqual(['0.2000', '0.6000', '0.2000']);
		const flat = { ...content, groups: [], criteria: content.criteria.map((one) => ({ ...one, group: '' })) };
		const [first] = flat.respondents;
		const circle = { ...noWeights, pairs: { 'a>b': '5', 'b>c': '5', 'a>c': '1/5' } };
		const { problems } = decisionStudy({ ...flat, respondents: [{ ...first, weights: circle }] as never });
		expect(problems).toContainEqual(
			expect.objectContaining({ code: 'INCONSISTENT', triad: ['a', 'b', 'c'] }),
		);
	});

	it('reads best and worst, and trade-offs', () => {
		const entry = (best: string, worst: string, times: string) => ({
			best,
			worst,
			bestToOthers: { [worst]: times },
			othersToWorst: {},
		});
		const bestWorst = { '': entry('g', 'c', '4'), g: entry('b', 'a', '3') };
		expect(shares(answering({ bestWorst }, { weighing: 'best-worst' }))).toEqual([
			'0.2000',
			'0.6000',
			'0.2000',
		]);
		const tradeOffs = { 'g>c': '4', 'a>b': '1/3' };
		expect(shares(answering({ tradeOffs }, { weighing: 'trade-off' }))).toEqual([
			'0.2000',
			'0.6000',
			'0.2000',
		]);
	});

	it('brings respondents together: points by the mean, pairs by the geometric mean', () => {
		const [first] = sheet().respondents;
		const two = (weighing: DecisionContent['weighing'], one: object, other: object, voice = '') =>
			sheet({
				weighing,
				respondents: [
					{ ...first, weights: { ...noWeights, ...one } },
					{ ...newRespondent('r2'), voice, weights: { ...noWeights, ...other } },
				] as never,
			});
		const points = (g: string, c: string) => ({ numbers: { g, c } });
		const even = decisionStudy(two('points', points('80', '20'), points('60', '40'))).study?.partWeights;
		expect(even?.[0]).toBeCloseTo(0.7, 12);
		const mine = decisionStudy(two('points', points('80', '20'), points('60', '40'), '3')).study?.partWeights;
		expect(mine?.[0]).toBeCloseTo(0.65, 12);
		// The geometric mean of 2 and 8 is 4: four fifths.
		const pairs = decisionStudy(two('pairs', { pairs: { 'g>c': '2' } }, { pairs: { 'g>c': '8' } })).study;
		expect(pairs?.partWeights[0]).toBeCloseTo(0.8, 12);
		expect(pairs?.respondents.map(({ weights }) => weights?.[2]?.toFixed(4))).toEqual(['0.3333', '0.1111']);
	});
});

it('never throws and never passes on what is no number, whatever a sheet holds', () => {
	const texts = fc.oneof(
		fc.string({ maxLength: 12 }),
		fc.constantFrom('0', '-1', '1e308', '1/0', '5', '1.500', 'NaN', '∞'),
	);
	const ids = fc.constantFrom('a', 'b', 'c', 'g', 'x', 'y', 'z', '');
	const record = fc.dictionary(
		fc.oneof(
			fc.tuple(ids, ids).map(([one, other]) => `${one}|${other}`),
			fc.tuple(ids, ids).map(([one, other]) => `${one}>${other}`),
			ids,
		),
		texts,
	);
	fc.assert(
		fc.property(
			fc.constantFrom(...weighings),
			fc.array(fc.tuple(record, record, texts, fc.array(ids)), { minLength: 1, maxLength: 3 }),
			fc.constantFrom('raw', 'index'),
			fc.boolean(),
			(weighing, people, cellKind, filled) => {
				const base = sheet().respondents[0]?.cells ?? {};
				const content = decisionContent.read({
					...sheet({ weighing, cellKind: cellKind as 'raw' }),
					respondents: people.map(([cells, answers, voice, order], index) => ({
						id: `r${index}`,
						voice,
						cells: filled ? { ...base, ...cells } : cells,
						weights: {
							numbers: answers,
							pairs: answers,
							tradeOffs: answers,
							order,
							bestWorst: {
								'': { best: order[0], worst: order[1], bestToOthers: answers, othersToWorst: answers },
							},
						},
					})),
				}) as DecisionContent;
				const { study } = decisionStudy(content);
				if (!study) return true;
				const numbers = [...study.weights, ...study.scores, ...study.index.flat(), ...study.partWeights];
				const whole = study.weights.reduce((sum, weight) => sum + weight, 0);
				return numbers.every(Number.isFinite) && Math.abs(whole - 1) < 1e-9;
			},
		),
		{ numRuns: 300 },
	);
});
