/** A decision as it was taken, and whether what it was made from has changed since. */
import type { DecisionContent, DecisionTaken } from './decision-content.ts';

const blank: DecisionTaken = {
	chosen: '',
	reason: '',
	dissent: '',
	date: '',
	people: '',
	snapshot: '',
	mark: '',
};

/** What is written about the decision so far. */
export const takenOf = ({ taken }: DecisionContent): DecisionTaken => taken ?? blank;

/** A part of what is written, changed. */
export function withTaken(content: DecisionContent, change: Partial<DecisionTaken>): DecisionContent {
	return { ...content, taken: { ...takenOf(content), ...change } };
}

/** A short mark of everything the ranks are made from (FNV-1a, 32 bits, twice). Names count; the title does not. */
export function contentMark(content: DecisionContent): string {
	const { alternatives, groups, criteria, respondents, weighing, respondentOrder, cellKind, cpiReference } =
		content;
	const text = JSON.stringify([
		alternatives,
		groups,
		criteria,
		respondents,
		weighing,
		respondentOrder,
		cellKind,
		cpiReference,
	]);
	return [0x811c9dc5, 0x01000193].map((seed) => fnv(text, seed)).join('');
}

function fnv(text: string, seed: number): string {
	let hash = seed;
	for (let index = 0; index < text.length; index += 1) {
		hash ^= text.charCodeAt(index);
		hash = Math.imul(hash, 0x01000193);
	}
	return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The decision locked: what it was made from is marked, and its ranks are kept as text. */
export function locked(content: DecisionContent, snapshot: string): DecisionContent {
	return withTaken(content, { snapshot, mark: contentMark(content) });
}

/** The decision opened again; what was written stays. */
export const unlocked = (content: DecisionContent): DecisionContent =>
	withTaken(content, { snapshot: '', mark: '' });

/** `open` while it is still written, `same` as when it was taken, `changed` since. */
export function takenState(content: DecisionContent): 'open' | 'same' | 'changed' {
	const { mark } = takenOf(content);
	if (mark === '') return 'open';
	return mark === contentMark(content) ? 'same' : 'changed';
}
