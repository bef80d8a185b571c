/** Printed economic tables as a check sees them: levels with totals, shares and growth; periods; remarks in text. */
import type { PrintedNumber } from './printed.ts';

/** What stands in a column of a table of levels. */
export type LevelColumnKind =
	| 'amount'
	| 'total'
	| 'share'
	| 'growth'
	| 'budget'
	| 'realised'
	| 'remainder'
	| 'mean'
	| 'location-quotient'
	| 'dynamic-location-quotient'
	| 'national-growth'
	| 'industry-mix'
	| 'regional-share'
	| 'aside';

export interface LevelColumn {
	readonly name: string;
	readonly kind: LevelColumnKind;
	/** The calendar year the heading names; the later one of `2020-2021`. */
	readonly year: number | null;
	/** Whether a level is of the region or of the reference it lies in; null when the headings do not tell. */
	readonly area: 'region' | 'reference' | null;
}

export interface LevelRow {
	readonly label: string;
	/** `share` and `growth` are rows of percentages below the amounts they are made of. */
	readonly kind: 'line' | 'total' | 'mean' | 'share' | 'growth' | 'aside';
	/** 1 for what a total adds up, 2 for its parts ("a. Tanaman pangan" below "1. Pertanian"). */
	readonly level: number;
	readonly cells: readonly (PrintedNumber | null)[];
}

/** Levels by sector (or any group) and year (or any heading), with the totals, shares and growth rates beside them. */
export interface PrintedLevelTable {
	readonly name: string;
	readonly caption: string;
	/** What the whole table holds when its caption says so; `amounts` otherwise. */
	readonly measure: 'amounts' | 'shares' | 'rates';
	/** Whole amounts stand for rounded ones: the table is in thousands or millions, or holds a regional product. */
	readonly rounded: boolean;
	/** The price basis that caption and headings name; null where they name none or both. */
	readonly basis: { readonly caption: PriceBasisName | null; readonly headings: PriceBasisName | null };
	/** The cell of the first heading that names a price basis, or of the first figure. */
	readonly headingCell: string;
	readonly columns: readonly LevelColumn[];
	readonly rows: readonly LevelRow[];
}

export type PriceBasisName = 'constant' | 'current';

/** Periods with what was produced and earned in each. */
export interface PrintedPeriodTable {
	readonly name: string;
	/** `kg`, `liter`; empty when the heading names none. */
	readonly quantityUnit: string;
	/** What revenue and price are multiplied with to be rupiah: 1,000,000 below "(juta Rp)". */
	readonly revenueScale: number;
	/** The words of the heading that counts something: `unit usaha`. */
	readonly countHeading: string;
	readonly rows: readonly PrintedPeriod[];
}

export interface PrintedPeriod {
	readonly label: string;
	readonly cell: string;
	readonly years: readonly [number, number] | null;
	readonly quantity: PrintedNumber | null;
	/** What the quantity's text may stand for as well: 10,956 for ten thousand or for almost eleven. */
	readonly quantityAlternatives: readonly number[];
	readonly revenue: PrintedNumber | null;
	readonly price: PrintedNumber | null;
	readonly count: PrintedNumber | null;
}

/** An amount written in full with a scale word behind it: `Rp 4.143.833.000 Miliar`. */
export interface PrintedScaleClash {
	readonly text: string;
	readonly cell: string;
	readonly table: string;
	readonly value: number;
	readonly word: string;
	/** The amount with the word taken literally. */
	readonly literal: number;
}

/** A count of something in running text: `47 unit usaha`. */
export interface PrintedCount {
	readonly value: number;
	readonly text: string;
	readonly noun: string;
	readonly cell: string;
	readonly table: string;
}
