/**
 * Printed tables as a check sees them: figures by meaning, each with its text, precision and cell.
 * Reading a file into these shapes is the work of `inputs`; here nothing is read, only judged.
 */
import type { HayamiKey } from '../value-added/hayami-rows.ts';
import type {
	PrintedCount,
	PrintedLevelTable,
	PrintedPeriodTable,
	PrintedScaleClash,
} from './printed-economic.ts';
import type {
	PrintedChangeTable,
	PrintedComparison,
	PrintedRanking,
	PrintedSplit,
	StatedRespondents,
} from './printed-programme.ts';

/** One number as printed in a table, with where it stands and how exactly it was printed. */
export interface PrintedNumber {
	readonly value: number;
	readonly text: string;
	/** Decimals as printed; a stored spreadsheet number carries all of its own. */
	readonly decimals: number;
	readonly cell: string;
	/** The sheet or table it stands in. */
	readonly table: string;
}

export interface PrintedProduct {
	readonly name: string;
	readonly figures: Readonly<Partial<Record<HayamiKey, PrintedNumber>>>;
}

/** A formula that the source states in words: `Tingkat keuntungan = keuntungan / nilai tambah x 100 %`. */
export interface StatedFormula {
	readonly key: HayamiKey;
	readonly divisor: HayamiKey;
	readonly text: string;
	readonly cell: string;
	readonly table: string;
}

/** A column that holds the mean or the sum of the products beside it. */
export interface PrintedAggregate extends PrintedProduct {
	readonly kind: 'mean' | 'sum';
}

export interface PrintedHayamiTable {
	readonly name: string;
	readonly products: readonly PrintedProduct[];
	readonly aggregates?: readonly PrintedAggregate[];
	readonly labels: Readonly<Partial<Record<HayamiKey, string>>>;
	readonly units: Readonly<Partial<Record<HayamiKey, string>>>;
}

/** What a cost line belongs to. `raw-material` and `labour` have rows of their own in a Hayami table. */
export type CostGroup =
	| 'raw-material'
	| 'auxiliary'
	| 'packaging'
	| 'energy'
	| 'transport'
	| 'labour'
	| 'rent'
	| 'depreciation'
	| 'other';

export interface PrintedCostLine {
	readonly item: string;
	readonly group: CostGroup;
	/** The group as printed. */
	readonly groupLabel: string;
	readonly unit: string;
	readonly quantity: PrintedNumber | null;
	readonly unitPrice: PrintedNumber | null;
	readonly total: PrintedNumber | null;
	/** What one counted unit is of the unit the price is for, when the table names both: gram and Rp/kg give 0.001. */
	readonly unitFactor?: number;
	/** The same for a small unit whose price names no unit. */
	readonly possibleFactor?: number;
}

/** A subtotal or total: the sum of the lines of one group, or of every line above it. */
export interface PrintedSum {
	readonly label: string;
	/** The printed group it closes; null for the whole table. */
	readonly groupLabel: string | null;
	readonly value: PrintedNumber;
	/** How many lines and how many sums stand above it. */
	readonly after?: { readonly lines: number; readonly sums: number };
}

export interface PrintedCostTable {
	readonly name: string;
	readonly lines: readonly PrintedCostLine[];
	readonly sums: readonly PrintedSum[];
}

export interface PrintedDepreciationLine {
	readonly item: string;
	readonly quantity: PrintedNumber | null;
	/** The price of one, when the table prints the whole value beside it. */
	readonly unitPrice?: PrintedNumber | null;
	readonly purchase: PrintedNumber | null;
	readonly salvage: PrintedNumber | null;
	readonly life: PrintedNumber | null;
	readonly depreciation: PrintedNumber | null;
}

export interface PrintedDepreciationTable {
	readonly name: string;
	readonly lines: readonly PrintedDepreciationLine[];
	readonly sum: PrintedNumber | null;
	readonly purchaseSum?: PrintedNumber | null;
	/** A second depreciation column of the same lines: their prices were judged with the first. */
	readonly repeated?: boolean;
}

export type SummaryKey =
	| 'fixedCost'
	| 'variableCostPerProcess'
	| 'processesPerPeriod'
	| 'variableCost'
	| 'variableCostPerUnit'
	| 'cashCost'
	| 'imputedCost'
	| 'cashProfit'
	| 'cashRevenueCostRatio'
	| 'totalCost'
	| 'outputQuantity'
	| 'rawMaterialQuantity'
	| 'price'
	| 'revenue'
	| 'profit'
	| 'revenueCostRatio'
	| 'profitCostRatio'
	| 'breakEvenUnits'
	| 'breakEvenPrice'
	| 'breakEvenRevenue';

/** A period's totals: costs, revenue, profit and their ratios, one column a product or a period. */
export interface PrintedSummary {
	readonly name: string;
	readonly columns: readonly {
		readonly name: string;
		readonly figures: Readonly<Partial<Record<SummaryKey, PrintedNumber>>>;
	}[];
	readonly labels: Readonly<Partial<Record<SummaryKey, string>>>;
}

/** One row of a statement: a cost, a subtotal, or something that is no part of a sum (a price, a ratio). */
export interface PrintedStatementRow {
	readonly label: string;
	/** A `closing-sum` ends what it adds up: costs below a total revenue are no part of it. */
	readonly kind: 'line' | 'sum' | 'closing-sum' | 'mean' | 'boundary' | 'aside';
	/** How many of the rows below it add up to it, for a sum printed above its parts. */
	readonly below?: number;
	/** The heading it stands under; empty when there is none. */
	readonly under: string;
	/** Whether the label says the whole ("Total biaya") rather than a part of it ("Total biaya bahan"). */
	readonly whole: boolean;
	/** One per column; null where nothing is printed. */
	readonly cells: readonly (PrintedNumber | null)[];
}

/** Amounts below one another with their subtotals and totals, in one or more columns, perhaps with percentages. */
export interface PrintedStatement {
	readonly name: string;
	readonly columns: readonly { readonly name: string; readonly kind: 'amount' | 'percent' }[];
	readonly rows: readonly PrintedStatementRow[];
}

/** A number in running text that cannot be one: `Rp. 4.078,64,00`. */
export interface MalformedNumber {
	readonly text: string;
	readonly cell: string;
	readonly table: string;
	readonly proposals: readonly number[];
}

export interface PrintedTables {
	readonly title: string;
	readonly hayami: readonly PrintedHayamiTable[];
	readonly costs: readonly PrintedCostTable[];
	readonly depreciation: readonly PrintedDepreciationTable[];
	readonly summaries: readonly PrintedSummary[];
	readonly statements?: readonly PrintedStatement[];
	readonly levels?: readonly PrintedLevelTable[];
	readonly periods?: readonly PrintedPeriodTable[];
	readonly scaleClashes?: readonly PrintedScaleClash[];
	readonly counts?: readonly PrintedCount[];
	readonly changes?: readonly PrintedChangeTable[];
	readonly rankings?: readonly PrintedRanking[];
	readonly comparisons?: readonly PrintedComparison[];
	readonly splits?: readonly PrintedSplit[];
	readonly respondents?: readonly StatedRespondents[];
	readonly stated: readonly StatedFormula[];
	readonly malformed: readonly MalformedNumber[];
}
