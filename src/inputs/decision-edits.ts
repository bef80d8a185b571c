/**
 * Edits of a decision sheet. Each answers with another sheet; nothing is changed in place. What is taken out takes its
 * answers along, so that no figure of a removed thing comes back under another name; undo brings all of it back.
 */
import {
	mostAlternatives,
	mostCriteria,
	mostGroups,
	mostRespondents,
	newRespondent,
	type DecisionAlternative,
	type DecisionContent,
	type DecisionCriterion,
	type DecisionRespondent,
	type DecisionWeights,
} from './decision-content.ts';
import { cellKey } from './decision-siblings.ts';

/** An id that no entry has or had: one above the highest number in use. */
export function nextId(letter: string, ids: readonly string[]): string {
	const numbers = ids.map((id) => (id.startsWith(letter) ? Number(id.slice(letter.length)) : 0));
	return `${letter}${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

function changedIn<Entry extends { readonly id: string }>(
	entries: readonly Entry[],
	id: string,
	change: Partial<Omit<Entry, 'id'>>,
): Entry[] {
	return entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
}

/** One more alternative; the same sheet when there is no room. */
export function withAlternative(content: DecisionContent, name = '', note = ''): DecisionContent {
	if (content.alternatives.length >= mostAlternatives) return content;
	const id = nextId('a', idsOf(content.alternatives));
	return { ...content, alternatives: [...content.alternatives, { id, name, note }] };
}

/** Another name or note. */
export function changedAlternative(
	content: DecisionContent,
	id: string,
	change: Partial<Omit<DecisionAlternative, 'id'>>,
): DecisionContent {
	return { ...content, alternatives: changedIn(content.alternatives, id, change) };
}

function withoutKeys(
	texts: Readonly<Record<string, string>>,
	dropped: (key: string) => boolean,
): Readonly<Record<string, string>> {
	const kept = Object.entries(texts).filter(([key]) => !dropped(key));
	return kept.length === Object.keys(texts).length ? texts : Object.fromEntries(kept);
}

function inEveryRespondent(
	content: DecisionContent,
	change: (respondent: DecisionRespondent) => DecisionRespondent,
): DecisionContent {
	return { ...content, respondents: content.respondents.map(change) };
}

/** The sheet without an alternative and its figures. */
export function withoutAlternative(content: DecisionContent, id: string): DecisionContent {
	const alternatives = content.alternatives.filter((one) => one.id !== id);
	return inEveryRespondent({ ...content, alternatives }, (respondent) => ({
		...respondent,
		cells: withoutKeys(respondent.cells, (key) => key.split('|')[0] === id),
	}));
}

/** One more criterion, in a group or alone; the same sheet when there is no room. */
export function withCriterion(
	content: DecisionContent,
	criterion: Partial<Omit<DecisionCriterion, 'id'>> = {},
): DecisionContent {
	if (content.criteria.length >= mostCriteria) return content;
	const id = nextId('c', idsOf(content.criteria));
	const added = { id, name: '', group: '', direction: 'benefit' as const, unit: '', ...criterion };
	return { ...content, criteria: [...content.criteria, added] };
}

/** Another name, unit, direction or group. */
export function changedCriterion(
	content: DecisionContent,
	id: string,
	change: Partial<Omit<DecisionCriterion, 'id'>>,
): DecisionContent {
	return { ...content, criteria: changedIn(content.criteria, id, change) };
}

function weightsWithout(weights: DecisionWeights, id: string): DecisionWeights {
	const ofPair = (key: string) => key.split('>').includes(id);
	const bestWorst = Object.entries(weights.bestWorst)
		.filter(([parent]) => parent !== id)
		.map(([parent, answer]) => [
			parent,
			{
				best: answer.best === id ? '' : answer.best,
				worst: answer.worst === id ? '' : answer.worst,
				bestToOthers: withoutKeys(answer.bestToOthers, (key) => key === id),
				othersToWorst: withoutKeys(answer.othersToWorst, (key) => key === id),
			},
		]);
	return {
		numbers: withoutKeys(weights.numbers, (key) => key === id),
		order: weights.order.filter((one) => one !== id),
		pairs: withoutKeys(weights.pairs, ofPair),
		bestWorst: Object.fromEntries(bestWorst),
		tradeOffs: withoutKeys(weights.tradeOffs, ofPair),
	};
}

/** The sheet without a criterion, its figures and what was said about its weight. */
export function withoutCriterion(content: DecisionContent, id: string): DecisionContent {
	const criteria = content.criteria.filter((one) => one.id !== id);
	return inEveryRespondent({ ...content, criteria }, (respondent) => ({
		...respondent,
		cells: withoutKeys(respondent.cells, (key) => key.split('|')[1] === id),
		weights: weightsWithout(respondent.weights, id),
	}));
}

/** One more group; the same sheet when there is no room. */
export function withGroup(content: DecisionContent, name = ''): DecisionContent {
	if (content.groups.length >= mostGroups) return content;
	return { ...content, groups: [...content.groups, { id: nextId('g', idsOf(content.groups)), name }] };
}

/** Another name of a group. */
export function renamedGroup(content: DecisionContent, id: string, name: string): DecisionContent {
	return { ...content, groups: changedIn(content.groups, id, { name }) };
}

/** The sheet without a group; its criteria stay and stand alone. */
export function withoutGroup(content: DecisionContent, id: string): DecisionContent {
	const alone = content.criteria.map((one) => (one.group === id ? { ...one, group: '' } : one));
	const groups = content.groups.filter((group) => group.id !== id);
	return inEveryRespondent({ ...content, groups, criteria: alone }, (respondent) => ({
		...respondent,
		weights: weightsWithout(respondent.weights, id),
	}));
}

/** A criterion put into a group (`` for alone), behind the criteria that are there. */
export function movedCriterion(content: DecisionContent, id: string, group: string): DecisionContent {
	const moving = content.criteria.find((one) => one.id === id);
	if (!moving || moving.group === group) return content;
	const rest = content.criteria.filter((one) => one.id !== id);
	return { ...content, criteria: [...rest, { ...moving, group }] };
}

/** A criterion one place up or down among those of its group. */
export function steppedCriterion(content: DecisionContent, id: string, step: -1 | 1): DecisionContent {
	const at = content.criteria.findIndex((one) => one.id === id);
	const own = content.criteria[at];
	if (!own) return content;
	const siblings = content.criteria.flatMap((one, index) => (one.group === own.group ? [index] : []));
	const other = siblings[siblings.indexOf(at) + step];
	const neighbour = other === undefined ? undefined : content.criteria[other];
	if (!neighbour) return content;
	const criteria = content.criteria.map((one, index) =>
		index === at ? neighbour : index === other ? own : one,
	);
	return { ...content, criteria };
}

/** What one respondent typed into a cell. */
export function withCell(
	content: DecisionContent,
	respondent: string,
	alternative: string,
	criterion: string,
	text: string,
): DecisionContent {
	return changedRespondent(content, respondent, (one) => ({
		...one,
		cells: { ...one.cells, [cellKey(alternative, criterion)]: text },
	}));
}

/**
 * A block of texts laid over a respondent's cells, from one cell on. Rows below the last alternative add alternatives
 * without a name; columns beyond the last criterion are left out and counted.
 */
export function withCellBlock(
	content: DecisionContent,
	respondent: string,
	at: { readonly row: number; readonly column: number },
	block: readonly (readonly string[])[],
): { readonly content: DecisionContent; readonly left: number } {
	let next = content;
	while (next.alternatives.length < at.row + block.length) {
		const grown = withAlternative(next);
		if (grown === next) break;
		next = grown;
	}
	let left = 0;
	const cells: Record<string, string> = {};
	block.forEach((texts, down) =>
		texts.forEach((text, across) => {
			const alternative = next.alternatives[at.row + down];
			const criterion = next.criteria[at.column + across];
			if (alternative && criterion) cells[cellKey(alternative.id, criterion.id)] = text.trim();
			else if (text.trim() !== '') left += 1;
		}),
	);
	const filled = changedRespondent(next, respondent, (one) => ({
		...one,
		cells: { ...one.cells, ...cells },
	}));
	return { content: filled, left };
}

/** One respondent changed. */
export function changedRespondent(
	content: DecisionContent,
	id: string,
	change: (respondent: DecisionRespondent) => DecisionRespondent,
): DecisionContent {
	const respondents = content.respondents.map((one) => (one.id === id ? change(one) : one));
	return { ...content, respondents };
}

/** One more person; the same sheet when there is no room. */
export function withRespondent(content: DecisionContent, name = ''): DecisionContent {
	if (content.respondents.length >= mostRespondents) return content;
	const id = nextId('r', idsOf(content.respondents));
	return { ...content, respondents: [...content.respondents, { ...newRespondent(id), name }] };
}

/** The sheet without a person; the last one stays. */
export function withoutRespondent(content: DecisionContent, id: string): DecisionContent {
	const respondents = content.respondents.filter((one) => one.id !== id);
	return respondents.length === 0 ? content : { ...content, respondents };
}

/** What was said about weights, changed for one respondent. */
export function withWeights(
	content: DecisionContent,
	respondent: string,
	change: (weights: DecisionWeights) => DecisionWeights,
): DecisionContent {
	return changedRespondent(content, respondent, (one) => ({ ...one, weights: change(one.weights) }));
}
