import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noWeights } from './decision-content.ts';
import { pairsOf } from './decision-siblings.ts';
import {
	afterChoice,
	bestWorstQuestions,
	countPoints,
	dividedRest,
	judgementOf,
	judgementOfTradeOff,
	nearestJudgement,
	orderedSiblings,
	orderIsGiven,
	steppedOrder,
	steppedPoints,
	tradeOffPairs,
	turnedJudgement,
	turnedTradeOff,
	withBestWorst,
	withOrder,
	withPair,
	withTradeOff,
} from './decision-weight-edits.ts';

const ids = ['c1', 'c2', 'c3'];
const points = (...texts: string[]) => ({
	...noWeights,
	numbers: Object.fromEntries(texts.map((text, index) => [`c${index + 1}`, text])),
});

describe('a hundred points', () => {
	it('are counted as typed, with what is left', () => {
		expect(countPoints(points('40', '33,5'), ids)).toEqual({
			given: 73.5,
			left: 26.5,
			unread: false,
			empty: false,
		});
		expect(countPoints(points('0,1', '0,2', '0,7'), ids, 1).left).toBe(0);
		expect(countPoints(points('banyak'), ids)).toMatchObject({ unread: true, left: 100 });
		expect(countPoints(noWeights, ids).empty).toBe(true);
	});

	it('move five at a time, between 0 and 100, and leave the others as they are', () => {
		expect(steppedPoints(points('98', '10'), 'c1', 5).numbers).toEqual({ c1: '100', c2: '10' });
		expect(steppedPoints(points('3', '10'), 'c1', -5).numbers).toEqual({ c1: '0', c2: '10' });
		expect(steppedPoints(noWeights, 'c1', 5).numbers).toEqual({ c1: '5' });
	});

	it('are divided evenly only over what is not locked, whole points first', () => {
		const rest = dividedRest(points('50', '20', ''), ids, new Set(['c1']));
		expect(rest.numbers).toEqual({ c1: '50', c2: '35', c3: '15' });
		expect(dividedRest(points('', '', ''), ids, new Set()).numbers).toEqual({ c1: '34', c2: '33', c3: '33' });
		expect(dividedRest(points('90', '40', '2'), ids, new Set(['c1'])).numbers).toEqual({
			c1: '90',
			c2: '10',
			c3: '0',
		});
	});

	it('always come to 100 after dividing, unless the locked ones alone are more', () => {
		const amount = fc.integer({ min: 0, max: 200 }).map((halves) => String(halves / 2).replace('.', ','));
		fc.assert(
			fc.property(fc.tuple(amount, amount, amount), fc.boolean(), (texts, lock) => {
				const locked = new Set(lock ? ['c1'] : []);
				const before = points(...texts);
				const after = dividedRest(before, ids, locked);
				const over = lock && countPoints(before, ['c1']).given > 100;
				expect(over || countPoints(after, ids).left === 0).toBe(true);
				if (lock) expect(after.numbers.c1).toBe(before.numbers.c1);
			}),
		);
	});
});

describe('an order', () => {
	it('begins as the sheet stands, and is given once every sibling has its place', () => {
		expect(orderedSiblings({ ...noWeights, order: ['c3', 'x'] }, ids)).toEqual(['c3', 'c1', 'c2']);
		const moved = steppedOrder(noWeights, ids, 'c3', -1);
		expect(moved.order).toEqual(['c1', 'c3', 'c2']);
		expect(orderIsGiven(moved, ids)).toBe(true);
		expect(orderIsGiven(noWeights, ids)).toBe(false);
		expect(steppedOrder(noWeights, ids, 'c1', -1)).toBe(noWeights);
	});

	it('leaves the order of other siblings alone', () => {
		const both = withOrder({ ...noWeights, order: ['g2', 'g1'] }, ids, ['c2', 'c1', 'c3']);
		expect(orderedSiblings(both, ['g1', 'g2'])).toEqual(['g2', 'g1']);
	});
});

describe('pairs', () => {
	it('are each asked once', () => {
		expect(pairsOf(ids)).toEqual([
			['c1', 'c2'],
			['c1', 'c3'],
			['c2', 'c3'],
		]);
	});

	it('read the same from both sides, and the last answer stands', () => {
		const said = withPair(withPair(noWeights, ['c1', 'c2'], '3'), ['c2', 'c1'], '5');
		expect(said.pairs).toEqual({ 'c2>c1': '5' });
		expect(judgementOf(said.pairs, ['c1', 'c2'])).toBe('1/5');
		expect(judgementOf(said.pairs, ['c2', 'c1'])).toBe('5');
		expect(withPair(said, ['c1', 'c2'], '').pairs).toEqual({});
	});

	it('turn round and back', () => {
		for (const text of ['1', '3', '1/7', '9']) expect(turnedJudgement(turnedJudgement(text))).toBe(text);
	});

	it('are rounded to the nearest of the scale', () => {
		expect([15, 2.6, 1.2, 0.9, 0.36, 0.01].map(nearestJudgement)).toEqual(['9', '3', '1', '1', '1/3', '1/9']);
	});
});

describe('the best and the worst', () => {
	it('ask 2n - 3 comparisons, none while the two are not chosen or the same', () => {
		expect(bestWorstQuestions([...ids, 'c4'], { best: 'c1', worst: 'c4' })).toHaveLength(5);
		expect(bestWorstQuestions(ids, { best: 'c1', worst: '' })).toEqual([]);
		expect(bestWorstQuestions(ids, { best: 'c1', worst: 'c1' })).toEqual([]);
	});

	it('begin their comparisons anew when another one is chosen', () => {
		const chosen = withBestWorst(noWeights, '', { best: 'c1', worst: 'c3' });
		const compared = withBestWorst(chosen, '', { bestToOthers: { c2: '3' }, othersToWorst: { c2: '2' } });
		expect(withBestWorst(compared, '', { best: 'c2' }).bestWorst['']).toEqual({
			best: 'c2',
			worst: 'c3',
			bestToOthers: {},
			othersToWorst: { c2: '2' },
		});
	});
});

describe('trade-offs', () => {
	it('ask each sibling against the next', () => {
		expect(tradeOffPairs(ids)).toEqual([
			['c1', 'c2'],
			['c2', 'c3'],
		]);
	});

	it('go on until the preference turns, at most five steps', () => {
		expect(afterChoice(1, 'one')).toEqual({ next: 2 });
		expect(afterChoice(1, 'same')).toEqual({ text: '1' });
		expect(afterChoice(2, 'other')).toEqual({ text: '3/2' });
		expect(afterChoice(5, 'one')).toEqual({ text: '5' });
	});

	it('read the same from both sides', () => {
		const said = withTradeOff(noWeights, ['c1', 'c2'], '3/2');
		expect(judgementOfTradeOff(said.tradeOffs, ['c2', 'c1'])).toBe('2/3');
		for (const text of ['1', '2', '1/2', '3/2', '2/9'])
			expect(turnedTradeOff(turnedTradeOff(text))).toBe(text);
	});
});
