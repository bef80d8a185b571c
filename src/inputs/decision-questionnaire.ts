/** A decision sent out as an empty questionnaire, and answers that come back put beside those that are there. */
import { mostRespondents, newRespondent, type DecisionContent } from './decision-content.ts';

/** The empty questionnaire of a sheet: what is judged and from what, nobody's answers, nothing decided. */
export function questionnaireOf(content: DecisionContent): DecisionContent {
	return {
		...content,
		respondents: [newRespondent(unanswered)],
		taken: null,
		code: '',
		answering: content.code,
	};
}

/** The id in a questionnaire that nobody opened yet. Whoever opens it gets an id of their own. */
const unanswered = 'r1';

/** The questionnaire with a person's own id, so that answers sent twice are known as one person's. */
export function openedQuestionnaire(content: DecisionContent, id: string): DecisionContent {
	const [first] = content.respondents;
	if (content.answering === '' || !first || first.id !== unanswered) return content;
	return { ...content, respondents: [{ ...first, id }] };
}

export type MergeOutcome =
	| 'added'
	/** The same person sent again: their newer answers stand. */
	| 'updated'
	/** A decision sheet, but no answered questionnaire. */
	| 'no-answers'
	/** Answers to a questionnaire of another sheet. */
	| 'other-sheet'
	| 'full';

/** The sheet with a person's answers added. Weights of voices that were set here stay. */
export function withAnswers(
	content: DecisionContent,
	received: DecisionContent,
): { readonly outcome: MergeOutcome; readonly content: DecisionContent; readonly name: string } {
	const [person] = received.respondents;
	const name = person?.name.trim() ?? '';
	const left = (outcome: MergeOutcome) => ({ outcome, content, name });
	if (!person || received.answering === '' || person.id === unanswered) return left('no-answers');
	if (received.answering !== content.code) return left('other-sheet');
	const before = content.respondents.find(({ id }) => id === person.id);
	if (before) {
		const respondents = content.respondents.map((one) =>
			one.id === person.id ? { ...person, voice: one.voice } : one,
		);
		return { outcome: 'updated', content: { ...content, respondents }, name };
	}
	// The sheet's own first respondent speaks for everybody until people answer; empty, it makes room.
	const kept = content.respondents.filter((one) => !isEmpty(one) || one.name.trim() !== '');
	if (kept.length >= mostRespondents) return left('full');
	return { outcome: 'added', content: { ...content, respondents: [...kept, person] }, name };
}

/** True while a person answered nothing. */
export function isEmpty({ cells, weights }: DecisionContent['respondents'][number]): boolean {
	const answers = [cells, weights.numbers, weights.pairs, weights.tradeOffs, weights.bestWorst];
	return weights.order.length === 0 && answers.every((one) => Object.keys(one).length === 0);
}
