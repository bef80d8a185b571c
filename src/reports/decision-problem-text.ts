/** The sentence of everything that is missing or odd in a decision sheet: what, where, and what to do. */
import type { StudyProblem, StudyProblemCode } from '#inputs/decision-problem.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { DecisionNames } from './decision-names.ts';
import { listText } from './figure-text.ts';

type Say = (inputs: never, options: { locale: 'id' | 'en' }) => string;

const words: Readonly<Record<StudyProblemCode, Say>> = {
	TOO_FEW_ALTERNATIVES: m.decision_results_p_too_few_alternatives,
	NO_CRITERIA: m.decision_results_p_no_criteria,
	CRITERION_WITHOUT_DATA: m.decision_results_p_criterion_without_data,
	CELLS_MISSING: m.decision_results_p_cells_missing,
	CELL_UNREADABLE: m.decision_results_p_cell_unreadable,
	CELL_AMBIGUOUS: m.decision_results_p_cell_ambiguous,
	CELL_NOT_POSITIVE: m.decision_results_p_cell_not_positive,
	CELL_FAR_OFF: m.decision_results_p_cell_far_off,
	INDEX_BOTH_SIDES: m.decision_results_p_index_both_sides,
	WEIGHTS_MISSING: m.decision_results_p_weights_missing,
	WEIGHT_BLANK: m.decision_results_p_weight_blank,
	WEIGHT_UNREADABLE: m.decision_results_p_weight_unreadable,
	WEIGHTS_NOT_WHOLE: m.decision_results_p_weights_not_whole,
	ORDER_INCOMPLETE: m.decision_results_p_order_incomplete,
	PAIR_UNREADABLE: m.decision_results_p_pair_unreadable,
	PAIRS_INCOMPLETE: m.decision_results_p_pairs_incomplete,
	PAIRS_NOT_CONNECTED: m.decision_results_p_pairs_not_connected,
	INCONSISTENT: m.decision_results_p_inconsistent,
	BEST_WORST_NOT_CHOSEN: m.decision_results_p_best_worst_not_chosen,
	BEST_WORST_INCOMPLETE: m.decision_results_p_best_worst_incomplete,
	BEST_WORST_OUTSIDE_SCALE: m.decision_results_p_best_worst_outside_scale,
	VOICE_UNREADABLE: m.decision_results_p_voice_unreadable,
	RESPONDENT_LEFT_OUT: m.decision_results_p_respondent_left_out,
};

/** Whether a code is one that a decision sheet can answer; every one of them has its words above. */
export function isStudyProblem(code: string): boolean {
	return code in words;
}

/** Problems whose sentence names the respondent itself, or that are nobody's own. */
const named: readonly StudyProblemCode[] = ['VOICE_UNREADABLE', 'RESPONDENT_LEFT_OUT'];

const mostListed = 4;

function capped(names: readonly string[], locale: 'id' | 'en'): string {
	const shown = names.slice(0, mostListed);
	return listText(names.length > mostListed ? [...shown, `+${names.length - mostListed}`] : shown, locale);
}

/** One sentence; `alone` is true when only one respondent answers, who then need not be named. */
export function decisionProblemText(problem: StudyProblem, names: DecisionNames, alone: boolean): string {
	const { locale } = names;
	const numbers = Object.fromEntries(
		Object.entries(problem.params ?? {}).map(([key, value]) => [
			key,
			writeNumber(value, locale, { min: 0, max: Math.abs(value) < 1 ? 3 : 2 }),
		]),
	);
	const [a, b, c] = (problem.triad ?? []).map(names.member);
	const inputs = {
		...numbers,
		alternative: names.alternative(problem.alternative ?? ''),
		criterion: names.member(problem.criterion ?? ''),
		criteria: capped((problem.criteria ?? []).map(names.member), locale),
		respondent: names.respondent(problem.respondent ?? ''),
		parent: names.member(problem.parent ?? ''),
		member: names.member(problem.member ?? ''),
		other: names.member(problem.other ?? ''),
		text: problem.text ?? '',
		a,
		b,
		c,
	};
	const say = (problem.triad ? m.decision_results_p_inconsistent_triad : words[problem.code]) as (
		inputs: object,
		options: { locale: 'id' | 'en' },
	) => string;
	const said = say(inputs, { locale });
	if (alone || problem.respondent === undefined || named.includes(problem.code)) return said;
	return m.decision_results_by_respondent({ respondent: inputs.respondent, problem: said }, { locale });
}

/** All sentences; groups whose inside was left without weights are said together. */
export function decisionProblemTexts(
	problems: readonly StudyProblem[],
	names: DecisionNames,
	alone: boolean,
): string[] {
	const { locale } = names;
	const inside = problems.filter(({ code, parent }) => code === 'WEIGHTS_MISSING' && parent !== '');
	const others = problems.filter((problem) => !inside.includes(problem));
	const groups = listText(
		inside.map(({ parent }) => names.member(parent ?? '')),
		locale,
	);
	return [
		...others.map((problem) => decisionProblemText(problem, names, alone)),
		...(inside.length > 0 ? [m.decision_results_p_weights_missing_inside({ groups }, { locale })] : []),
	];
}
