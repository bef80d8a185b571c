/**
 * Printed tables as a check sees them: figures by meaning, each with its text, precision and cell.
 * Reading a file into these shapes is the work of `inputs`; here nothing is read, only judged.
 */
import type { HayamiKey } from '../value-added/hayami-rows.ts';

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
}

/** A subtotal or total: the sum of the lines of one group, or of every line above it. */
export interface PrintedSum {
	readonly label: string;
	/** The printed group it closes; null for the whole table. */
	readonly groupLabel: string | null;
	readonly value: PrintedNumber;
}

export interface PrintedCostTable {
	readonly name: string;
	readonly lines: readonly PrintedCostLine[];
	readonly sums: readonly PrintedSum[];
}

export interface PrintedDepreciationLine {
	readonly item: string;
	readonly quantity: PrintedNumber | null;
	readonly purchase: PrintedNumber | null;
	readonly salvage: PrintedNumber | null;
	readonly life: PrintedNumber | null;
	readonly depreciation: PrintedNumber | null;
}

export interface PrintedDepreciationTable {
	readonly name: string;
	readonly lines: readonly PrintedDepreciationLine[];
	readonly sum: PrintedNumber | null;
}

export type SummaryKey =
	| 'fixedCost'
	| 'variableCostPerProcess'
	| 'processesPerPeriod'
	| 'variableCost'
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
	readonly stated: readonly StatedFormula[];
	readonly malformed: readonly MalformedNumber[];
}
