/** Who is weighed against whom: the groups with the criteria that stand alone, and the criteria of each group. */
import type { DecisionContent } from './decision-content.ts';

export interface SiblingSet {
	/** The group's id; empty for the upper level. */
	readonly parent: string;
	/** Criteria or groups, in the order of the sheet. */
	readonly members: readonly { readonly id: string; readonly name: string }[];
}

type Weighed = Pick<DecisionContent, 'groups' | 'criteria'>;

/** Every set of siblings, the groups' criteria first and the upper level last. Groups without criteria are left out. */
export function siblingSets({ groups, criteria }: Weighed): readonly SiblingSet[] {
	const known = new Set(groups.map(({ id }) => id));
	const within = groups.flatMap((group) => {
		const members = criteria.filter((criterion) => criterion.group === group.id);
		return members.length === 0 ? [] : [{ parent: group.id, members }];
	});
	const filled = new Set(within.map(({ parent }) => parent));
	const alone = criteria.filter(({ group }) => !known.has(group));
	const upper = [...groups.filter(({ id }) => filled.has(id)), ...alone];
	return [...within, ...(upper.length > 0 ? [{ parent: '', members: upper }] : [])];
}

/** Every pair of a set, each once, in the order of the sheet: `[A, B]` is answered under the key `A>B`. */
export function pairsOf(ids: readonly string[]): readonly (readonly [string, string])[] {
	return ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const));
}

/** Where the answer about a pair is kept. */
export const pairKey = (one: string, other: string): string => `${one}>${other}`;

/** Where the figure of an alternative under a criterion is kept. */
export const cellKey = (alternative: string, criterion: string): string => `${alternative}|${criterion}`;
