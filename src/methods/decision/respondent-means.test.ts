import { expect, it } from 'vitest';
import { respondentMeans } from './respondent-means.ts';

it('weighs every answer by its voice and passes over those who did not answer', () => {
	const tables = [[[4, null]], [[1, null]], [[null, 5]]];
	expect(respondentMeans(tables, [2, 1, 1])).toEqual([[3, 5]]);
});

it('knows nothing where nobody with a voice answered', () => {
	expect(respondentMeans([[[4]], [[null]]], [0, 1])).toEqual([[null]]);
	expect(respondentMeans([], [])).toEqual([]);
});
