/** One person's answer to "how important?" about one set of siblings: their weights, by the way in use. */
import { ahp } from '#methods/decision/weights-ahp.ts';
import { bwm } from '#methods/decision/weights-bwm.ts';
import { directPoints } from '#methods/decision/weights-direct-points.ts';
import { rankOrderCentroid } from '#methods/decision/weights-rank-order-centroid.ts';
import type { DecisionWeights, Weighing } from './decision-content.ts';
import type { StudyProblem } from './decision-problem.ts';
import { pairKey, type SiblingSet } from './decision-siblings.ts';
import { readNumber } from './number-reader.ts';

export interface WeightAnswer {
	/** One a member, sum 1. */
	readonly weights: readonly number[];
	/** Of pairwise answers: the matrix, and how far they contradict each other. */
	readonly judgements: readonly (readonly (number | null)[])[] | null;
	readonly consistencyRatio: number | null;
}

type Note = (problem: Omit<StudyProblem, 'respondent' | 'parent'>) => void;
type Ids = readonly string[];

const numberOf = (text: string | undefined): number | null =>
	text === undefined ? null : readNumber(text, { arithmetic: true }).value;
const typed = (text: string | undefined): boolean => (text ?? '').trim() !== '';
const plain = (weights: readonly number[]): WeightAnswer => ({
	weights,
	judgements: null,
	consistencyRatio: null,
});

/** Sums a person may mean as the whole, with room for rounded figures. */
const isWhole = (sum: number, whole: number): boolean => Math.abs(sum - whole) <= 0.005 * whole;

function fromNumbers(ids: Ids, { numbers }: DecisionWeights, way: Weighing, note: Note): WeightAnswer | null {
	if (!ids.some((id) => typed(numbers[id]))) return null;
	const points = ids.map((id) => {
		const value = numberOf(numbers[id]);
		if (value !== null && value >= 0) return value;
		note({
			code: typed(numbers[id]) ? 'WEIGHT_UNREADABLE' : 'WEIGHT_BLANK',
			member: id,
			text: numbers[id] ?? '',
		});
		return 0;
	});
	const answer = directPoints.compute({ points });
	if (!answer.result) return null;
	const { total, weights } = answer.result;
	if (!isWhole(total, 100) && (way === 'points' || !isWhole(total, 1)))
		note({ code: 'WEIGHTS_NOT_WHOLE', params: { total } });
	return plain(weights);
}

function fromOrder(ids: Ids, { order }: DecisionWeights, note: Note): WeightAnswer | null {
	const given = order.filter((id) => ids.includes(id));
	if (given.length === 0) return null;
	if (given.length < ids.length)
		note({ code: 'ORDER_INCOMPLETE', params: { missing: ids.length - given.length } });
	const ranks = ids.map((id) => (given.includes(id) ? given.indexOf(id) + 1 : given.length + 1));
	const answer = rankOrderCentroid.compute({ ranks });
	return answer.result ? plain(answer.result.weights) : null;
}

/** How many times one counts as much as the other, from either side of the pair; null when nobody said. */
function ratioOf(
	answers: Readonly<Record<string, string>>,
	one: string,
	other: string,
	note: Note,
): number | null {
	for (const [key, turned] of [
		[pairKey(one, other), false],
		[pairKey(other, one), true],
	] as const) {
		if (!typed(answers[key])) continue;
		const value = numberOf(answers[key]);
		if (value !== null && value > 0) return turned ? 1 / value : value;
		note({ code: 'PAIR_UNREADABLE', member: one, other, text: answers[key] ?? '' });
	}
	return null;
}

function fromRatios(
	ids: Ids,
	answers: Readonly<Record<string, string>>,
	{ scale }: { readonly scale: 'saaty' | 'free' },
	note: Note,
): WeightAnswer | null {
	const matrix = ids.map((one, row) =>
		ids.map((other, column) =>
			row === column ? 1 : row < column ? ratioOf(answers, one, other, note) : null,
		),
	);
	const asked = (ids.length * (ids.length - 1)) / 2;
	const given = matrix.flatMap((row, index) => row.slice(index + 1)).filter((value) => value !== null).length;
	if (given === 0) return null;
	const answer = ahp.compute({ criteriaMatrix: matrix });
	if (!answer.result) {
		note({ code: 'PAIRS_NOT_CONNECTED', params: { missing: asked - given } });
		return null;
	}
	if (given < asked && scale === 'saaty')
		note({ code: 'PAIRS_INCOMPLETE', params: { missing: asked - given } });
	const { weights, consistencyRatio } = answer.result;
	if (consistencyRatio !== null && consistencyRatio > 0.1) {
		const triad = answer.result.matrices[0]?.worstTriad;
		const [a, b, c] = (triad?.elements ?? []).map((index) => ids[index]);
		note({
			code: 'INCONSISTENT',
			params: { ratio: consistencyRatio },
			...(a && b && c ? { triad: [a, b, c] as const } : {}),
		});
	}
	return { weights, judgements: matrix, consistencyRatio };
}

function fromBestWorst(
	{ parent, members }: SiblingSet,
	answers: DecisionWeights,
	note: Note,
): WeightAnswer | null {
	const entry = answers.bestWorst[parent];
	const ids = members.map(({ id }) => id);
	if (!entry || !ids.includes(entry.best) || !ids.includes(entry.worst) || entry.best === entry.worst) {
		if (entry && (entry.best !== '' || entry.worst !== '')) note({ code: 'BEST_WORST_NOT_CHOSEN' });
		return null;
	}
	const { best, worst } = entry;
	const between = numberOf(entry.bestToOthers[worst]) ?? numberOf(entry.othersToWorst[best]);
	const bestToOthers = ids.map((id) =>
		id === best ? 1 : id === worst ? between : numberOf(entry.bestToOthers[id]),
	);
	const othersToWorst = ids.map((id) =>
		id === worst ? 1 : id === best ? between : numberOf(entry.othersToWorst[id]),
	);
	const open = [
		...new Set(ids.filter((_, index) => bestToOthers[index] == null || othersToWorst[index] == null)),
	];
	if (open.length > 0) {
		note({ code: 'BEST_WORST_INCOMPLETE', params: { missing: open.length } });
		return null;
	}
	const answer = bwm.compute({
		bestToOthers: bestToOthers as number[],
		othersToWorst: othersToWorst as number[],
		bestIndex: ids.indexOf(best),
		worstIndex: ids.indexOf(worst),
	});
	if (answer.result) return plain(answer.result.weights);
	note({ code: 'BEST_WORST_OUTSIDE_SCALE' });
	return null;
}

/** The weights one person gave a set, or null while nothing usable was answered; what is amiss goes to `note`. */
export function weightAnswer(
	way: Weighing,
	set: SiblingSet,
	answers: DecisionWeights,
	note: Note,
): WeightAnswer | null {
	const ids = set.members.map(({ id }) => id);
	if (ids.length === 1) return plain([1]);
	if (way === 'order') return fromOrder(ids, answers, note);
	if (way === 'pairs') return fromRatios(ids, answers.pairs, { scale: 'saaty' }, note);
	if (way === 'trade-off') return fromRatios(ids, answers.tradeOffs, { scale: 'free' }, note);
	if (way === 'best-worst') return fromBestWorst(set, answers, note);
	return fromNumbers(ids, answers, way, note);
}
