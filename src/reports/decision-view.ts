/** A decision on the way to a reader: its numbers, what was found, and the names. */
import type { DecisionStudy } from '#inputs/decision-study.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import type { Findings } from './decision-findings.ts';
import type { DecisionNames } from './decision-names.ts';

export interface DecisionView {
	readonly study: DecisionStudy;
	/** Null until anything was worked out. */
	readonly findings: Findings | null;
	readonly names: DecisionNames;
	readonly date?: string;
}

/** The name of alternative number `row`. */
export const alternativeName = ({ study, names }: DecisionView, row: number): string =>
	names.alternative(study.alternatives[row]?.id ?? '');
export const partName = ({ study, names }: DecisionView, part: number): string =>
	names.member(study.parts[part]?.id ?? '');

/** A figure with two decimals, so that a column's decimals stand under each other. */
export const fixedCell = (value: number, locale: 'id' | 'en', decimals = 2) => ({
	text: writeNumber(value, locale, decimals),
	value,
	decimals,
});
