/** Criteria gathered in aspects: each criterion in one aspect, every criterion in some. */
import { count, listOf, record, required, text } from '../numeric/input-check.ts';
import type { Check, Fault } from '../numeric/input-check.ts';

export interface CriterionGroup {
	readonly name?: string | null;
	/** Columns of the aspect, counted from 0. */
	readonly criteria: readonly number[];
}

/** A list of `{name?, criteria}`. */
export const groupsCheck: Check = listOf(
	record({ name: text, criteria: required(listOf(count(0), 1000)) }),
	1000,
);

/** Whether the aspects share out `columns` criteria. `EMPTY`, `NO_SUCH_CRITERION`, `IN_TWO_ASPECTS`, `NOT_IN_AN_ASPECT`. */
export function groupsFault(groups: readonly CriterionGroup[], columns: number, at: string): Fault | null {
	if (groups.length === 0) return { reason: 'EMPTY', at };
	const seen = new Set<number>();
	for (const [index, { criteria }] of groups.entries()) {
		if (criteria.length === 0) return { reason: 'EMPTY', at: `${at}[${index}].criteria` };
		for (const [place, column] of criteria.entries()) {
			const where = `${at}[${index}].criteria[${place}]`;
			if (column >= columns) return { reason: 'NO_SUCH_CRITERION', at: where };
			if (seen.has(column)) return { reason: 'IN_TWO_ASPECTS', at: where };
			seen.add(column);
		}
	}
	return seen.size === columns ? null : { reason: 'NOT_IN_AN_ASPECT', at };
}
