/** The shape of a published ranking case, and how close a score must come to it. */
import { expect } from 'vitest';

export interface RankingCase {
	readonly id: string;
	readonly method: string;
	readonly params: Readonly<Record<string, unknown>>;
	readonly matrix: number[][];
	readonly weights: number[];
	readonly types: number[];
	readonly better?: string;
	readonly expected: number[];
	readonly tolerance: number;
	readonly expectedFull: number[];
}

/** `types` of the published cases: 1 is a benefit, -1 a cost. */
export const directionsOf = (types: readonly number[]): ('benefit' | 'cost')[] =>
	types.map((type) => (type < 0 ? 'cost' : 'benefit'));

/** Each score within a share of itself, or of 1 when it is smaller: sums of opposite signs lose their last digits. */
export function expectClose(scores: readonly number[], expected: readonly number[], share = 1e-9): void {
	expect(scores).toHaveLength(expected.length);
	scores.forEach((score, index) => {
		const value = expected[index] as number;
		expect(Math.abs(score - value)).toBeLessThanOrEqual(share * Math.max(1, Math.abs(value)));
	});
}

/** The printed values to their tolerance, and the values in full. */
export function expectPublished(scores: readonly number[], published: RankingCase): void {
	scores.forEach((score, index) => {
		expect(Math.abs(score - (published.expected[index] as number))).toBeLessThanOrEqual(published.tolerance);
	});
	expectClose(scores, published.expectedFull);
}
