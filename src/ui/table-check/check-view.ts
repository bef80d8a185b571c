/**
 * A checked table ready to be shown: every text in the reader's language, nothing left to compute. The server sends
 * the same object to a browser without script, so page and form answer cannot differ.
 */
import type { Verdict } from '#methods/table-check/finding.ts';

export interface ReadRow {
	/** `Table!B12` */
	readonly id: string;
	readonly label: string;
	/** The chosen or recognised key; empty when the row stays out. */
	readonly key: string;
	readonly values: readonly string[];
}

export interface ReadTable {
	readonly name: string;
	readonly columns: readonly string[];
	readonly rows: readonly ReadRow[];
	/** Rows with numbers whose meaning was not recognised; a meaning can be given to them. */
	readonly unknown: readonly ReadRow[];
}

/** A cell that can be read in more than one way, or not at all. */
export interface DoubtfulCell {
	/** `Table!C12` */
	readonly id: string;
	readonly cell: string;
	readonly text: string;
	/** What was used; empty when the cell was left out. */
	readonly used: string;
	readonly choices: readonly { readonly text: string; readonly shown: string }[];
}

export interface Reading {
	readonly tables: readonly ReadTable[];
	/** Tables read as cost, depreciation or summary tables, by name. */
	readonly otherTables: readonly string[];
	readonly doubts: readonly DoubtfulCell[];
	/** Repairs made while reading. */
	readonly notes: readonly string[];
	/** Every meaning a row can have. */
	readonly meanings: readonly { readonly key: string; readonly label: string }[];
}

export interface CountShown {
	readonly count: number;
	readonly mark: string;
	readonly word: string;
	readonly verdict: Verdict | 'following';
}

export interface FindingCard {
	readonly mark: string;
	readonly word: string;
	readonly verdict: Verdict;
	readonly title: string;
	readonly formula: string;
	readonly note: string;
	readonly wouldMatchIf: readonly string[];
	/** The hypotheses belong together instead of excluding one another. */
	readonly together: boolean;
	readonly follows: string;
	readonly conclusion: string;
	/** The same row in several products. */
	readonly rows: readonly {
		readonly column: string;
		readonly printed: string;
		readonly expected: string;
		readonly wouldMatchIf: string;
	}[];
}

export interface MarkedCell {
	readonly printed: string;
	/** What was worked out, when it is not what is printed. */
	readonly expected: string;
	readonly mark: string;
	readonly word: string;
	readonly kind: Verdict | 'following' | 'input';
}

export interface MarkedTable {
	readonly name: string;
	readonly columns: readonly string[];
	readonly rows: readonly { readonly label: string; readonly cells: readonly MarkedCell[] }[];
}

export interface CheckView {
	readonly title: string;
	readonly reading: Reading;
	readonly sentence: string;
	readonly counts: readonly CountShown[];
	readonly findings: readonly FindingCard[];
	/** At least one hypothesis is shown, so the page says that it is one. */
	readonly hypotheses: boolean;
	readonly tables: readonly MarkedTable[];
	/** Every judged figure, for tables of other shapes and for readers who want all. */
	readonly figures: {
		readonly caption: string;
		readonly columns: readonly string[];
		readonly rows: readonly (readonly string[])[];
	};
	readonly note: string;
	/** The corrected inputs can be opened as a worksheet. */
	readonly hasSheet: boolean;
}

/** What could not be read: what is wrong, where, and what to do. */
export interface ProblemShown {
	readonly what: string;
	readonly where: string;
	readonly todo: string;
}
