/** How far pairwise answers contradict each other, with the worst three of them and what would heal each. */
import { noWeights } from '#inputs/decision-content.ts';
import { judgementOf, nearestJudgement, withPair } from '#inputs/decision-weight-edits.ts';
import { readNumber } from '#inputs/number-reader.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { ahp } from '#methods/decision/weights-ahp.ts';

type Pair = readonly [string, string];

export interface PairRepair {
	readonly pair: Pair;
	/** The answer as kept: `3`, `1/3`. */
	readonly text: string;
	/** The consistency ratio of all answers with this one changed, ready to print. */
	readonly ratio: string;
}

export interface PairConsistency {
	/** Ready to print; null when the answers do not hang together yet. */
	readonly ratio: string | null;
	readonly accepted: boolean;
	/** The three answers that contradict each other most; null when all agree or the ratio is accepted. */
	readonly triad: {
		readonly key: string;
		readonly said: readonly { readonly pair: Pair; readonly text: string }[];
		readonly repairs: readonly PairRepair[];
	} | null;
}

const none: PairConsistency = { ratio: null, accepted: true, triad: null };

function matrixOf(ids: readonly string[], pairs: Readonly<Record<string, string>>): (number | null)[][] {
	return ids.map((one, row) =>
		ids.map((other, column) => {
			if (row === column) return 1;
			const text = judgementOf(pairs, [one, other]);
			return text === '' ? null : readNumber(text, { arithmetic: true }).value;
		}),
	);
}

const ratioText = (ratio: number, locale: 'id' | 'en') => writeNumber(ratio, locale, 2);

/** Judges the answers about some siblings. Source: `ahp` (Saaty 1980). Ratio accepted up to 0.10. */
export function pairConsistency(
	ids: readonly string[],
	pairs: Readonly<Record<string, string>>,
	locale: 'id' | 'en',
): PairConsistency {
	const judged = ahp.compute({ criteriaMatrix: matrixOf(ids, pairs) }).result?.matrices[0];
	if (!judged || judged.consistencyRatio === null) return none;
	const ratio = ratioText(judged.consistencyRatio, locale);
	const triad = judged.worstTriad;
	if (judged.consistent !== false || !triad)
		return { ratio, accepted: judged.consistent !== false, triad: null };
	const pairAt = (row: number, column: number): Pair => [ids[row] as string, ids[column] as string];
	const repairs = triad.repairs.flatMap(({ row, column, repaired }): PairRepair[] => {
		const pair = pairAt(row, column);
		const text = nearestJudgement(repaired);
		// Rounded to the scale, a repair may be what was said already.
		if (text === judgementOf(pairs, pair)) return [];
		const changed = withPair({ ...noWeights, pairs }, pair, text).pairs;
		const after = ahp.compute({ criteriaMatrix: matrixOf(ids, changed) }).result?.consistencyRatio;
		return after == null ? [] : [{ pair, text, ratio: ratioText(after, locale) }];
	});
	const [i, j, k] = triad.elements;
	const said = [pairAt(i, j), pairAt(j, k), pairAt(i, k)].map((pair) => ({
		pair,
		text: judgementOf(pairs, pair),
	}));
	const key = said.map(({ pair, text }) => `${pair.join('>')}=${text}`).join(' ');
	return { ratio, accepted: false, triad: { key, said, repairs } };
}
