import { describe, expect, it } from 'vitest';
import { noWeights, weighings, type DecisionContent } from '#inputs/decision-content.ts';
import { withWeights } from '#inputs/decision-edits.ts';
import { decisionSample } from '#inputs/decision-samples.ts';
import { withPair } from '#inputs/decision-weight-edits.ts';
import { decisionForm } from '#reports/decision-form.ts';
import { provisionalLeaders } from './provisional.ts';
import { snapshotOf } from './snapshot.ts';
import { weighingWays } from './weighing-ways.ts';
import { pairConsistency } from './weights/pair-consistency.ts';

const serabi = decisionSample('serabi', 'id') as DecisionContent;

describe('the result beside the questions', () => {
	it('shows the first three as the paper ranks them', () => {
		expect(provisionalLeaders(serabi, 'id').map(({ rank, name, score }) => [rank, name, score])).toEqual([
			[1, 'Pakan ternak', '95,19'],
			[2, 'Pupuk organik', '92,78'],
			[3, 'Briket', '67,09'],
		]);
	});

	it('lets equal scores share a rank', () => {
		const [pakan] = serabi.alternatives;
		const twin = {
			...serabi,
			alternatives: serabi.alternatives.flatMap((one) =>
				one === pakan ? [one, { ...one, id: 'b1' }] : [one],
			),
			respondents: serabi.respondents.map((one) => ({
				...one,
				cells: {
					...one.cells,
					...Object.fromEntries(
						Object.entries(one.cells)
							.filter(([key]) => key.startsWith('a1|'))
							.map(([key, text]) => [key.replace('a1', 'b1'), text]),
					),
				},
			})),
		};
		expect(provisionalLeaders(twin, 'id').map(({ rank }) => rank)).toEqual([1, 1, 3]);
	});

	it('is empty while nothing can be ranked', () => {
		expect(provisionalLeaders({ ...serabi, criteria: [] }, 'id')).toEqual([]);
	});

	it('is kept as lines of text when the decision is locked', () => {
		expect(snapshotOf(serabi, 'id').split('\n')).toEqual([
			'1. Pakan ternak (95,19)',
			'2. Pupuk organik (92,78)',
			'3. Briket (67,09)',
			'4. Nata de coco (60,43)',
			'Bobot: Teknis 30,0 %, Ekonomi 40,0 %, Lingkungan 30,0 %',
		]);
	});
});

describe('the six ways', () => {
	it('say beforehand how many answers they ask', () => {
		const counts = Object.fromEntries(weighingWays(serabi).map(({ id, count }) => [id, count]));
		// Three groups of three and the groups themselves: n, n(n - 1)/2, 2n - 3 and the two that are picked, n - 1.
		expect(counts).toEqual({
			points: 12,
			order: 12,
			pairs: 12,
			'best-worst': 20,
			'trade-off': 8,
			direct: 12,
		});
	});
});

describe('contradictions between pairs', () => {
	const ids = ['c1', 'c2', 'c3'];
	const said = (...texts: readonly [string, string, string]) =>
		(
			[
				['c1', 'c2'],
				['c2', 'c3'],
				['c1', 'c3'],
			] as const
		).reduce((weights, pair, index) => withPair(weights, pair, texts[index] ?? ''), noWeights).pairs;

	it('name the worst three answers and what would heal each, with the ratio it leads to', () => {
		const judged = pairConsistency(ids, said('3', '3', '1/3'), 'id');
		expect(judged.accepted).toBe(false);
		expect(judged.triad?.said.map(({ text }) => text)).toEqual(['3', '3', '1/3']);
		const repairs = judged.triad?.repairs.map(({ pair, text, ratio }) => [pair.join('>'), text, ratio]);
		expect(repairs).toEqual([
			['c1>c2', '1/9', '0,00'],
			['c2>c3', '1/9', '0,00'],
			['c1>c3', '9', '0,00'],
		]);
	});

	it('are none when the answers agree, or too few are given', () => {
		expect(pairConsistency(ids, said('2', '3', '6'), 'id')).toEqual({
			ratio: '0,00',
			accepted: true,
			triad: null,
		});
		expect(pairConsistency(ids, said('3', '', ''), 'id').ratio).toBeNull();
	});
});

describe('the questionnaire on paper', () => {
	it('asks every pair once, holds nobody’s figures, and says so in both languages', () => {
		const answered = withWeights({ ...serabi, weighing: 'pairs' }, 'r1', () => noWeights);
		const form = decisionForm(answered, { locale: 'id' });
		const tables = form.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
		expect(tables.map(({ rows }) => rows.length)).toEqual([3, 3, 3, 3, 9]);
		const texts = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
		expect(texts.filter((text) => /\d/.test(text) && !text.startsWith('9  7'))).toEqual([]);
		expect(decisionForm(answered, { locale: 'en' }).title).toBe('Questionnaire: Olahan hasil samping serabi');
	});

	it('has a form for each way', () => {
		for (const weighing of weighings) {
			const [first] = decisionForm({ ...serabi, weighing }, { locale: 'en' }).blocks.flatMap((block) =>
				block.kind === 'table' ? [block] : [],
			);
			expect(first?.rows.length, weighing).toBe(weighing === 'trade-off' ? 2 : 3);
			for (const row of first?.rows ?? []) expect(row.cells.length).toBe(first?.columns.length);
		}
	});
});
