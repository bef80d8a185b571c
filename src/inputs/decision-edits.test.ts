import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionContent, newRespondent, noWeights, type DecisionContent } from './decision-content.ts';
import {
	changedRespondent,
	movedCriterion,
	nextId,
	steppedCriterion,
	withAlternative,
	withCell,
	withCellBlock,
	withCriterion,
	withGroup,
	withoutAlternative,
	withoutCriterion,
	withoutGroup,
	withoutRespondent,
	withRespondent,
	withWeights,
} from './decision-edits.ts';
import { openedQuestionnaire, questionnaireOf, withAnswers } from './decision-questionnaire.ts';
import { decisionSample } from './decision-samples.ts';
import { pairKey, siblingSets } from './decision-siblings.ts';
import { contentMark, locked, takenState, unlocked, withTaken } from './decision-taken.ts';

const serabi = decisionSample('serabi', 'id') as DecisionContent;
const first = (content: DecisionContent) => content.respondents[0] as DecisionContent['respondents'][number];

describe('a decision sheet that is edited', () => {
	it('never gives a new entry the id of another one, whatever was taken out before', () => {
		expect(nextId('a', ['a1', 'a3', 'x9'])).toBe('a4');
		expect(nextId('c', [])).toBe('c1');
		const shorter = withoutAlternative(serabi, 'a2');
		expect(withAlternative(shorter, 'Sabun').alternatives.map(({ id }) => id)).toEqual([
			'a1',
			'a3',
			'a4',
			'a5',
		]);
	});

	it('takes the figures of a removed alternative along, and only those', () => {
		const cells = Object.keys(first(withoutAlternative(serabi, 'a2')).cells);
		expect(cells).toHaveLength(27);
		expect(cells.some((key) => key.startsWith('a2|'))).toBe(false);
	});

	it('takes every answer about a removed criterion along', () => {
		const answered = withWeights(serabi, 'r1', () => ({
			numbers: { c1: '20', c2: '80', g1: '30' },
			order: ['c2', 'c1'],
			pairs: { [pairKey('c1', 'c2')]: '3', [pairKey('c2', 'c3')]: '5' },
			bestWorst: { g1: { best: 'c1', worst: 'c3', bestToOthers: { c1: '1', c2: '2' }, othersToWorst: {} } },
			tradeOffs: { [pairKey('c1', 'c2')]: '2' },
		}));
		const { weights, cells } = first(withoutCriterion(answered, 'c1'));
		expect(weights).toEqual({
			numbers: { c2: '80', g1: '30' },
			order: ['c2'],
			pairs: { 'c2>c3': '5' },
			bestWorst: { g1: { best: '', worst: 'c3', bestToOthers: { c2: '2' }, othersToWorst: {} } },
			tradeOffs: {},
		});
		expect(Object.keys(cells)).toHaveLength(32);
	});

	it('keeps the criteria of a removed group, standing alone', () => {
		const { criteria, groups } = withoutGroup(serabi, 'g2');
		expect(groups.map(({ name }) => name)).toEqual(['Teknis', 'Lingkungan']);
		expect(criteria.filter(({ group }) => group === '').map(({ name }) => name)).toEqual([
			'Keuntungan',
			'Biaya',
			'Waktu pengembalian modal',
		]);
	});

	it('moves a criterion into another group, and up and down inside its own', () => {
		const moved = movedCriterion(serabi, 'c1', 'g3');
		expect(siblingSets(moved).map(({ parent, members }) => [parent, members.length])).toEqual([
			['g1', 2],
			['g2', 3],
			['g3', 4],
			['', 3],
		]);
		const names = (content: DecisionContent) => content.criteria.map(({ id }) => id).join(' ');
		expect(names(steppedCriterion(serabi, 'c2', -1))).toBe('c2 c1 c3 c4 c5 c6 c7 c8 c9');
		expect(steppedCriterion(serabi, 'c1', -1)).toBe(serabi);
		expect(steppedCriterion(serabi, 'c3', 1)).toBe(serabi);
	});

	it('lays a pasted block over the cells, adds rows, and counts what does not fit', () => {
		const small = withCriterion(withAlternative(decisionContent.empty(), 'Keju'), { name: 'Laba' });
		const block = [
			['1.972', 'x'],
			['9.550', ''],
		];
		const { content, left } = withCellBlock(small, 'r1', { row: 0, column: 0 }, block);
		expect(content.alternatives).toHaveLength(2);
		expect(first(content).cells).toEqual({ 'a1|c1': '1.972', 'a2|c1': '9.550' });
		expect(left).toBe(1);
	});

	it('keeps at least one respondent', () => {
		expect(withoutRespondent(serabi, 'r1')).toBe(serabi);
		const two = withRespondent(serabi, 'Siti');
		expect(withoutRespondent(two, 'r1').respondents.map(({ name }) => name)).toEqual(['Siti']);
	});

	it('stays a sheet its own reader reads back unchanged, after any edits', () => {
		const ids = { a: 'a1', c: 'c1', g: 'g1' };
		const edit = fc.constantFrom<(content: DecisionContent) => DecisionContent>(
			withAlternative,
			(one) => withCriterion(one, { group: ids.g }),
			withGroup,
			withRespondent,
			(one) => withoutAlternative(one, ids.a),
			(one) => withoutCriterion(one, ids.c),
			(one) => withoutGroup(one, ids.g),
			(one) => movedCriterion(one, 'c2', 'g2'),
			(one) => steppedCriterion(one, 'c2', 1),
			(one) => withCell(one, 'r1', ids.a, ids.c, '5'),
		);
		fc.assert(
			fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
				const content = edits.reduce((now, one) => one(now), serabi);
				expect(decisionContent.read(JSON.parse(JSON.stringify(content)))).toEqual(content);
				for (const list of [content.alternatives, content.criteria, content.groups, content.respondents])
					expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
			}),
			{ numRuns: 100 },
		);
	});

	it('reads whatever is stored without throwing', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				decisionContent.read(value);
				decisionContent.read({ alternatives: [value], criteria: [value], respondents: value, taken: value });
			}),
		);
	});
});

describe('a questionnaire sent out', () => {
	const master = { ...serabi, code: 'asal' };
	const opened = openedQuestionnaire(questionnaireOf(master), 'siti-1');
	const answered = changedRespondent(opened, 'siti-1', (one) => ({
		...one,
		name: 'Siti',
		weights: { ...noWeights, numbers: { g1: '50' } },
	}));

	it('carries the questions and nobody’s answers', () => {
		const sent = questionnaireOf(master);
		expect(sent.respondents).toEqual([newRespondent('r1')]);
		expect([sent.criteria.length, sent.answering, sent.code]).toEqual([9, 'asal', '']);
	});

	it('gives each person an id once, and leaves ordinary sheets alone', () => {
		expect(openedQuestionnaire(opened, 'other')).toBe(opened);
		expect(openedQuestionnaire(master, 'other')).toBe(master);
	});

	it('adds the answers that come back, and replaces them when they come again', () => {
		const merged = withAnswers(master, answered);
		expect([merged.outcome, merged.name]).toEqual(['added', 'Siti']);
		expect(merged.content.respondents.map(({ id }) => id)).toEqual(['r1', 'siti-1']);
		const heavier = changedRespondent(merged.content, 'siti-1', (one) => ({ ...one, voice: '2' }));
		const again = withAnswers(
			heavier,
			changedRespondent(answered, 'siti-1', (one) => ({ ...one, name: 'Siti A.' })),
		);
		expect(again.outcome).toBe('updated');
		expect(again.content.respondents.map(({ name, voice }) => [name, voice])).toEqual([
			['', ''],
			['Siti A.', '2'],
		]);
	});

	it('lets the empty first line go when the first person answers', () => {
		const empty = { ...master, respondents: [newRespondent('r1')] };
		expect(withAnswers(empty, answered).content.respondents.map(({ id }) => id)).toEqual(['siti-1']);
	});

	it('refuses answers to another sheet, unopened questionnaires and full sheets, and says which', () => {
		expect(withAnswers({ ...master, code: 'lain' }, answered).outcome).toBe('other-sheet');
		expect(withAnswers(master, questionnaireOf(master)).outcome).toBe('no-answers');
		expect(withAnswers(master, serabi).outcome).toBe('no-answers');
		let full: DecisionContent = master;
		for (let count = 0; count < 80; count += 1) full = withRespondent(full, `Orang ${count}`);
		const refused = withAnswers(full, answered);
		expect(refused.outcome).toBe('full');
		expect(refused.content).toBe(full);
	});
});

describe('a decision that was taken', () => {
	const taken = locked(withTaken(serabi, { chosen: 'a1', date: '2026-11-12' }), '1. Pakan ternak');

	it('is the same until something the ranks are made from changes', () => {
		expect(takenState(serabi)).toBe('open');
		expect(takenState(taken)).toBe('same');
		expect(takenState({ ...taken, title: 'Judul lain' })).toBe('same');
		expect(takenState(withCell(taken, 'r1', 'a1', 'c1', '99'))).toBe('changed');
		expect(takenState(withCell(withCell(taken, 'r1', 'a1', 'c1', '99'), 'r1', 'a1', 'c1', '100'))).toBe(
			'same',
		);
		expect(takenState(unlocked(taken))).toBe('open');
		expect(unlocked(taken).taken?.chosen).toBe('a1');
	});

	it('is marked differently for every single changed cell', () => {
		const marks = first(serabi);
		const all = Object.keys(marks.cells).map((key) => {
			const [alternative = '', criterion = ''] = key.split('|');
			return contentMark(withCell(serabi, 'r1', alternative, criterion, '7'));
		});
		expect(new Set([...all, contentMark(serabi)]).size).toBe(37);
	});
});
