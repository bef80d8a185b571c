/** The weights of a decision sheet: each person's answers, brought together for every set of siblings. */
import { aggregateJudgements } from '#methods/decision/group-aggregate-judgements.ts';
import { aggregatePriorities } from '#methods/decision/group-aggregate-priorities.ts';
import { equalWeights } from '#methods/decision/weights-equal.ts';
import { weightAnswer, type WeightAnswer } from './decision-answers.ts';
import type { DecisionContent, Weighing } from './decision-content.ts';
import type { StudyProblem } from './decision-problem.ts';
import { siblingSets, type SiblingSet } from './decision-siblings.ts';

export interface WeightedSet {
	/** A group's id; empty for the upper level. */
	readonly parent: string;
	readonly ids: readonly string[];
	/** Of everybody together, sum 1. */
	readonly weights: readonly number[];
	/** One a respondent; null for one who did not answer. */
	readonly answers: readonly (WeightAnswer | null)[];
	/** Of the judgements brought together; null unless the way is pairwise. */
	readonly consistencyRatio: number | null;
	/** Nobody answered: all weigh the same. */
	readonly assumed: boolean;
}

export interface WeighedCriteria {
	readonly sets: readonly WeightedSet[];
	/** By criterion id, sum 1: the share of its group times its share inside. */
	readonly shareOf: ReadonlyMap<string, number>;
	/** One a respondent, in the order of the criteria; null for one who answered nothing. */
	readonly byRespondent: readonly (readonly number[] | null)[];
}

/** Points and orders are averaged as they are; ratios by the geometric mean, which keeps them ratios. */
const meanOf: Readonly<Record<Weighing, 'arithmetic' | 'geometric'>> = {
	points: 'arithmetic',
	direct: 'arithmetic',
	order: 'arithmetic',
	pairs: 'geometric',
	'best-worst': 'geometric',
	'trade-off': 'geometric',
};

/** Answers of several people as one. */
function together(
	way: Weighing,
	answers: readonly (WeightAnswer | null)[],
	voices: readonly number[],
): { readonly weights: readonly number[]; readonly consistencyRatio: number | null } | null {
	const heard = answers.flatMap((answer, index) => {
		const voice = voices[index] ?? 0;
		return answer && voice > 0 ? [{ answer, voice }] : [];
	});
	const [only] = heard;
	if (!only) return null;
	if (heard.length === 1) return only.answer;
	const memberWeights = heard.map(({ voice }) => voice);
	if (way === 'pairs' && only.answer.judgements) {
		const judgements = heard.map(({ answer }) => answer.judgements ?? []);
		return aggregateJudgements.compute({ judgements, memberWeights }).result;
	}
	if (only.answer.weights.length === 1) return only.answer;
	const priorities = heard.map(({ answer }) => answer.weights);
	const parameters = { mean: meanOf[way] };
	const answer = aggregatePriorities.compute({ priorities, memberWeights, parameters }).result;
	return answer && { weights: answer.weights, consistencyRatio: null };
}

function weighedSet(
	content: DecisionContent,
	set: SiblingSet,
	voices: readonly number[],
	problems: StudyProblem[],
): WeightedSet {
	const ids = set.members.map(({ id }) => id);
	const answers = content.respondents.map((respondent) =>
		weightAnswer(content.weighing, set, respondent.weights, (problem) =>
			problems.push({ ...problem, parent: set.parent, respondent: respondent.id }),
		),
	);
	const one = together(content.weighing, answers, voices);
	if (one === null) problems.push({ code: 'WEIGHTS_MISSING', parent: set.parent });
	const equal = equalWeights.compute({ criteria: ids.length }).result?.weights ?? [];
	return {
		parent: set.parent,
		ids,
		weights: one?.weights ?? equal,
		answers,
		consistencyRatio: one?.consistencyRatio ?? null,
		assumed: one === null,
	};
}

/** The share of every criterion: its own inside its group times that of the group. */
function sharesFrom(
	sets: readonly {
		readonly parent: string;
		readonly ids: readonly string[];
		readonly weights: readonly number[];
	}[],
): Map<string, number> {
	const upper = sets.find(({ parent }) => parent === '');
	const top = new Map(upper?.ids.map((id, index) => [id, upper.weights[index] ?? 0]));
	const below = sets.flatMap(({ parent, ids, weights }) =>
		parent === ''
			? []
			: ids.map((id, index) => [id, (top.get(parent) ?? 0) * (weights[index] ?? 0)] as const),
	);
	return new Map([...top, ...below]);
}

/** Weights of the criteria by the way in use; `voices` are the weights of the respondents. */
export function weighedCriteria(
	content: DecisionContent,
	voices: readonly number[],
	problems: StudyProblem[],
): WeighedCriteria {
	const sets = siblingSets(content).map((set) => weighedSet(content, set, voices, problems));
	const byRespondent = content.respondents.map((_, index) => {
		const own = sets.map((set) => ({ ...set, weights: set.answers[index]?.weights ?? set.weights }));
		const answered = sets.some(({ answers, ids }) => ids.length > 1 && answers[index] !== null);
		if (!answered || !((voices[index] ?? 0) > 0)) return null;
		const shares = sharesFrom(own);
		return content.criteria.map(({ id }) => shares.get(id) ?? 0);
	});
	return { sets, shareOf: sharesFrom(sets), byRespondent };
}
