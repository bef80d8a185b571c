/** Answers to "how important?", one way each. Each function answers with other weights; nothing is changed in place. */
import type { DecisionWeights } from './decision-content.ts';
import { readNumber } from './number-reader.ts';
import { pairKey } from './decision-siblings.ts';
import { plainNumberText } from './plain-number-text.ts';

/** The points of one set of siblings: how many are given, and how many of the 100 are left. */
export interface PointsCount {
	readonly given: number;
	readonly left: number;
	/** Some text is no number. */
	readonly unread: boolean;
	/** Nothing is typed. */
	readonly empty: boolean;
}

const hundred = 100;
/** Points are whole or halves; the noise of 0.1 + 0.2 is none. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6;

const pointsOf = (text: string | undefined) => readNumber(text ?? '', { arithmetic: true });

/** Counts what is given to some siblings, of `whole` (100, or 1 for shares). */
export function countPoints(weights: DecisionWeights, ids: readonly string[], whole = hundred): PointsCount {
	const readings = ids.map((id) => pointsOf(weights.numbers[id]));
	const given = tidy(readings.reduce((sum, { value }) => sum + (value ?? 0), 0));
	return {
		given,
		left: tidy(whole - given),
		unread: readings.some(({ status, value }) => status !== 'empty' && value === null),
		empty: readings.every(({ status }) => status === 'empty'),
	};
}

/** A typed number of points or share. */
export function withNumber(weights: DecisionWeights, id: string, text: string): DecisionWeights {
	return { ...weights, numbers: { ...weights.numbers, [id]: text } };
}

/** Five points more or fewer, never below 0 nor above 100; the others stay as they are. */
export function steppedPoints(weights: DecisionWeights, id: string, step: number): DecisionWeights {
	const now = pointsOf(weights.numbers[id]).value ?? 0;
	return withNumber(weights, id, plainNumberText(Math.min(hundred, Math.max(0, tidy(now + step)))));
}

/**
 * Divides what is left of the 100 points evenly among the siblings that are not locked; too many are taken back in the
 * same way, down to 0. Done only when a person asks for it. Whole points; what does not divide goes to the first ones.
 */
export function dividedRest(
	weights: DecisionWeights,
	ids: readonly string[],
	locked: ReadonlySet<string>,
): DecisionWeights {
	const open = ids.filter((id) => !locked.has(id));
	const points = new Map(open.map((id) => [id, pointsOf(weights.numbers[id]).value ?? 0]));
	let left = countPoints(weights, ids).left;
	// Each pass spreads the rest over those that can still change; a point at 0 gives no more.
	for (let pass = 0; pass <= open.length && left !== 0; pass += 1) {
		const able = open.filter((id) => left > 0 || (points.get(id) as number) > 0);
		if (able.length === 0) break;
		const whole = Math.trunc(left / able.length);
		let odd = tidy(left - whole * able.length);
		for (const id of able) {
			const more = Math.abs(odd) >= 1 ? Math.sign(odd) : odd;
			odd = tidy(odd - more);
			const before = points.get(id) as number;
			const after = Math.max(0, tidy(before + whole + more));
			points.set(id, after);
			left = tidy(left - (after - before));
		}
	}
	const texts = [...points].map(([id, value]) => [id, plainNumberText(value)]);
	return { ...weights, numbers: { ...weights.numbers, ...Object.fromEntries(texts) } };
}

/** The siblings in the order given, the others behind them as they stand in the sheet. */
export function orderedSiblings(weights: DecisionWeights, ids: readonly string[]): readonly string[] {
	const given = weights.order.filter((id) => ids.includes(id));
	return [...new Set([...given, ...ids])];
}

/** True when every sibling has been put in its place. */
export const orderIsGiven = (weights: DecisionWeights, ids: readonly string[]): boolean =>
	ids.every((id) => weights.order.includes(id));

/** The order of some siblings; what was said of others stays. */
export function withOrder(
	weights: DecisionWeights,
	ids: readonly string[],
	order: readonly string[],
): DecisionWeights {
	return { ...weights, order: [...weights.order.filter((id) => !ids.includes(id)), ...order] };
}

/** One sibling a place up or down. */
export function steppedOrder(
	weights: DecisionWeights,
	ids: readonly string[],
	id: string,
	step: -1 | 1,
): DecisionWeights {
	const order = [...orderedSiblings(weights, ids)];
	const at = order.indexOf(id);
	const other = order[at + step];
	if (at < 0 || other === undefined) return weights;
	order[at + step] = id;
	order[at] = other;
	return withOrder(weights, ids, order);
}

function withoutPair(texts: Readonly<Record<string, string>>, one: string, other: string) {
	const both = [pairKey(one, other), pairKey(other, one)];
	return Object.fromEntries(Object.entries(texts).filter(([key]) => !both.includes(key)));
}

/** `3` for three times as important, `1/3` the other way round; an empty text takes the answer back. */
export function withPair(
	weights: DecisionWeights,
	[one, other]: readonly [string, string],
	text: string,
): DecisionWeights {
	const rest = withoutPair(weights.pairs, one, other);
	return { ...weights, pairs: text === '' ? rest : { ...rest, [pairKey(one, other)]: text } };
}

const fraction = /^\s*1\s*\/\s*(\d+(?:[.,]\d+)?)\s*$/;

/** The text of the other side: `3` for `1/3` and `1/3` for `3`. */
export function turnedJudgement(text: string): string {
	const below = fraction.exec(text)?.[1];
	if (below !== undefined) return below;
	return text.trim() === '1' || text === '' ? text.trim() : `1/${text.trim()}`;
}

/** What was said of a pair, read from the first to the second, whichever way it is kept; empty when nothing was. */
export function judgementOf(
	answers: Readonly<Record<string, string>>,
	[one, other]: readonly [string, string],
): string {
	const kept = answers[pairKey(one, other)];
	if (kept !== undefined) return kept;
	const turned = answers[pairKey(other, one)];
	return turned === undefined ? '' : turnedJudgement(turned);
}

/** The scale as whole numbers both ways: the nearest of 1/9 to 9 to a ratio, as it is kept. */
export function nearestJudgement(ratio: number): string {
	const strength = Math.min(9, Math.max(1, Math.round(ratio >= 1 ? ratio : 1 / ratio)));
	return ratio >= 1 || strength === 1 ? String(strength) : `1/${strength}`;
}

type BestWorst = DecisionWeights['bestWorst'][string];

export const noBestWorst: BestWorst = { best: '', worst: '', bestToOthers: {}, othersToWorst: {} };

/** The best or the worst of a set, or a comparison with them. Another best or worst begins its comparisons anew. */
export function withBestWorst(
	weights: DecisionWeights,
	parent: string,
	change: Partial<BestWorst>,
): DecisionWeights {
	const before = weights.bestWorst[parent] ?? noBestWorst;
	const after = {
		...before,
		...(change.best !== undefined && change.best !== before.best ? { bestToOthers: {} } : {}),
		...(change.worst !== undefined && change.worst !== before.worst ? { othersToWorst: {} } : {}),
		...change,
	};
	return { ...weights, bestWorst: { ...weights.bestWorst, [parent]: after } };
}

/** Which comparisons of a set are asked: the best with every other, every other but the best with the worst; 2n - 3. */
export function bestWorstQuestions(
	ids: readonly string[],
	{ best, worst }: Pick<BestWorst, 'best' | 'worst'>,
): readonly { readonly kind: 'best' | 'worst'; readonly id: string }[] {
	if (!ids.includes(best) || !ids.includes(worst) || best === worst) return [];
	return [
		...ids.filter((id) => id !== best).map((id) => ({ kind: 'best' as const, id })),
		...ids.filter((id) => id !== best && id !== worst).map((id) => ({ kind: 'worst' as const, id })),
	];
}

/** How many steps of the second make up one whole step of the first: `2`, `3/2`, `1/2`; empty takes it back. */
export function withTradeOff(
	weights: DecisionWeights,
	[one, other]: readonly [string, string],
	text: string,
): DecisionWeights {
	const rest = withoutPair(weights.tradeOffs, one, other);
	return { ...weights, tradeOffs: text === '' ? rest : { ...rest, [pairKey(one, other)]: text } };
}

/** The pairs that are asked for: each sibling with the next one, n - 1 in all. */
export function tradeOffPairs(ids: readonly string[]): readonly (readonly [string, string])[] {
	return ids.slice(1).map((id, index) => [ids[index] as string, id] as const);
}

/** The most steps one whole step is held against. */
export const mostSteps = 5;

/**
 * What a choice says when one whole step of the preferred was held against `steps` of the other: `next` is how many are
 * to be asked next, `text` the answer once it is known. The first question (one step against one) only finds out which is
 * preferred, so `other` is an answer from two steps on. Between preferring at k steps and not at k + 1 lies k + 1/2.
 */
export function afterChoice(
	steps: number,
	choice: 'one' | 'same' | 'other',
): { readonly next: number } | { readonly text: string } {
	if (choice === 'same') return { text: String(steps) };
	if (choice === 'other') return { text: `${2 * steps - 1}/2` };
	return steps >= mostSteps ? { text: String(mostSteps) } : { next: steps + 1 };
}

/** The text of a trade-off seen from the other side: `2/3` for `3/2`. */
export function turnedTradeOff(text: string): string {
	const [above = '', below = '1'] = text.split('/');
	return above === '1' ? below : below === above ? '1' : `${below}/${above}`;
}

/** What was said of a trade-off, read from the first to the second, whichever way it is kept. */
export function judgementOfTradeOff(
	answers: Readonly<Record<string, string>>,
	[one, other]: readonly [string, string],
): string {
	const turned = answers[pairKey(other, one)];
	return answers[pairKey(one, other)] ?? (turned === undefined ? '' : turnedTradeOff(turned));
}
