/**
 * Printed tables of a programme's work beside its calculations: scores before and after, rankings, pairwise
 * comparisons, and how a surplus or a harvest is divided.
 */
import type { PrintedNumber } from './printed.ts';

/** One indicator, or the mean of a group of them, before and after. */
export interface PrintedChangeRow {
	readonly label: string;
	/** The asset or heading it stands under; empty when there is none. */
	readonly group: string;
	readonly kind: 'indicator' | 'mean';
	/** Whether a mean says that it is over everything. */
	readonly whole: boolean;
	readonly before: PrintedNumber | null;
	readonly after: PrintedNumber | null;
	readonly change: PrintedNumber | null;
}

export interface PrintedChangeTable {
	readonly name: string;
	readonly rows: readonly PrintedChangeRow[];
	/** Whether the headings speak of scores or indicators: only then are the means held against a number of people. */
	readonly scores: boolean;
}

/** A number of respondents as the text states it: `n = 50`. */
export interface StatedRespondents {
	readonly count: number;
	readonly text: string;
	readonly cell: string;
	readonly table: string;
}

export interface PrintedCriterion {
	readonly name: string;
	/** The aspect it belongs to; empty when none is printed. */
	readonly group: string;
	readonly weight: PrintedNumber | null;
}

export interface PrintedAlternative {
	readonly name: string;
	/** One per criterion; null where nothing is printed. */
	readonly cells: readonly (PrintedNumber | null)[];
	readonly total: PrintedNumber | null;
	readonly rank: PrintedNumber | null;
}

/** Alternatives with their figures by criterion, and perhaps the total and the rank made of them. */
export interface PrintedRanking {
	readonly name: string;
	readonly criteria: readonly PrintedCriterion[];
	readonly alternatives: readonly PrintedAlternative[];
	/** Whether caption or headings name the comparative performance index. */
	readonly isIndex: boolean;
	/** The printed sum of the weights. */
	readonly weightSum: PrintedNumber | null;
}

/** A matrix of pairwise judgements, with what was made of it. */
export interface PrintedComparison {
	readonly name: string;
	readonly elements: readonly string[];
	/** Row over column. */
	readonly cells: readonly (readonly (PrintedNumber | null)[])[];
	readonly columnSums: readonly (PrintedNumber | null)[];
	readonly priorities: readonly (PrintedNumber | null)[];
	readonly lambdaMax: PrintedNumber | null;
	readonly consistencyIndex: PrintedNumber | null;
	readonly consistencyRatio: PrintedNumber | null;
}

export interface PrintedSplitPart {
	readonly label: string;
	readonly pct: PrintedNumber | null;
	readonly amount: PrintedNumber | null;
	/** How many share the part, and what each of them receives. */
	readonly recipients: PrintedNumber | null;
	readonly each: PrintedNumber | null;
}

/** How an amount is divided by percentages. */
export interface PrintedSplit {
	readonly name: string;
	readonly parts: readonly PrintedSplitPart[];
	readonly pctSum: PrintedNumber | null;
	/** The amount that is divided, or the printed sum of the parts. */
	readonly amountSum: PrintedNumber | null;
	/** The amount that is divided, when it is printed apart from the sum. */
	readonly base: PrintedNumber | null;
}
