/**
 * Hayami value added: what one unit of raw material earns, and who receives it.
 * Money rows are per ONE unit of raw material; inputs are per process.
 */
import type { HayamiFigures } from './hayami-figures.ts';

export type OtherInputGroup =
	'auxiliary' | 'packaging' | 'energy' | 'transport' | 'rent' | 'depreciation' | 'other';

/** One cost line of row 9: its cost, or quantity x unit price. `per` is `process` unless stated. */
export interface OtherInputLine {
	readonly name: string;
	readonly group: OtherInputGroup;
	readonly cost?: number | null;
	readonly quantity?: number | null;
	readonly unitPrice?: number | null;
	/** `kg`, `l`, `pack` ...; without it an auxiliary's quantity is taken in the raw material's unit. */
	readonly unit?: string;
	readonly per?: 'process' | 'month';
}

export type OtherInputsScope = 'auxiliary-only' | 'all-operating' | 'all-operating+depreciation';
export type JointMode = 'joint' | 'byproduct-credit' | 'separate';
export type AllocationKey = 'mass' | 'sales-value';

export interface PricedQuantity {
	readonly name: string;
	readonly quantity: number;
	readonly price: number;
}

export interface HayamiInput {
	/** Row 1, per process. With `outputs` it may be null: the outputs are added up. */
	readonly output: number | null;
	readonly rawMaterial: number | null;
	/** Row 3, all direct labour per process, paid and unpaid. */
	readonly labour: number | null;
	readonly outputPrice: number | null;
	/** Row 7, in the unit of `labour`. */
	readonly wage: number | null;
	readonly rawMaterialPrice: number | null;
	/** Row 9 as one figure; see `otherInputsBasis`. Null is "not known", never 0. */
	readonly otherInputs?: number | null;
	/** Row 9 as cost lines; they win over `otherInputs`, with a warning when both stand there. */
	readonly otherInputLines?: readonly OtherInputLine[];
	readonly otherInputsScope?: OtherInputsScope;
	/** What `otherInputs` is counted per; per output it is converted with the conversion factor. */
	readonly otherInputsBasis?: 'raw-material' | 'output';
	readonly outputs?: readonly PricedQuantity[];
	readonly byProducts?: readonly PricedQuantity[];
	readonly jointMode?: JointMode;
	/** Required by `separate`. */
	readonly allocationKey?: AllocationKey;
	/** The part of `labour` that is unpaid; without `imputedWage` it is imputed at `wage`. */
	readonly familyLabour?: { readonly days: number; readonly imputedWage: number | null };
	/** Further raw materials per process; they enter row 9 at cost. */
	readonly otherRawMaterials?: readonly PricedQuantity[];
	/** Processes a month (or the period of the lines counted `per: 'month'`). */
	readonly processesPerPeriod?: number;
	/** Hours in one unit of `labour`: 8 for a HOK, 1 for an hour. */
	readonly labourHours?: number;
}

/** One product of the process: its own yield and its share of the output value. */
export interface HayamiOutput {
	readonly name: string;
	readonly byProduct: boolean;
	readonly quantity: number;
	readonly price: number;
	readonly conversionFactor: number | null;
	readonly revenue: number | null;
	readonly sharePct: number | null;
}

/** One product with its allocated part of raw material, labour and other inputs (`jointMode: 'separate'`). */
export interface HayamiSeparateProduct {
	readonly name: string;
	readonly allocatedPct: number;
	readonly figures: HayamiFigures;
}

export interface HayamiOtherInputGroup {
	readonly group: OtherInputGroup | 'raw-material';
	readonly perProcess: number | null;
	readonly perRawMaterial: number | null;
	/** Whether the chosen scope counts it in row 9. */
	readonly inScope: boolean;
}

/** Rupiah; the same rows counted per process or per unit of output. */
export interface HayamiMoneyRows {
	readonly outputValue: number | null;
	readonly rawMaterial: number | null;
	readonly otherInputs: number | null;
	readonly valueAdded: number | null;
	readonly labourIncome: number | null;
	readonly profit: number | null;
	readonly margin: number | null;
}

/** Rp per unit of raw material. */
export interface HayamiFamilyLabour {
	readonly days: number;
	readonly imputedWage: number | null;
	readonly labourIncomePaid: number | null;
	readonly labourIncomeImputed: number | null;
	readonly profitWithImputation: number | null;
	readonly profitWithoutImputation: number | null;
}

export interface HayamiResult extends HayamiFigures {
	/** Row 9 as used, Rp per unit of raw material. */
	readonly otherInputs: number | null;
	/** True when row 9 is not known: value added is then at most this much. */
	readonly valueAddedIsUpperBound: boolean;
	readonly otherInputsScope: OtherInputsScope;
	/** False when nobody chose the scope and the default was taken. */
	readonly otherInputsScopeStated: boolean;
	readonly otherInputsBasis: 'raw-material' | 'output';
	readonly otherInputGroups: readonly HayamiOtherInputGroup[];
	readonly jointMode: JointMode;
	readonly outputs: readonly HayamiOutput[];
	readonly separate: readonly HayamiSeparateProduct[];
	/** Rp per unit of raw material taken off row 9 by `byproduct-credit`; null in the other modes. */
	readonly byProductCredit: number | null;
	readonly perProcess: HayamiMoneyRows;
	readonly perOutput: HayamiMoneyRows;
	/** Rp per unit of labour as counted in the input. */
	readonly valueAddedPerLabour: number | null;
	readonly profitPerLabour: number | null;
	/** The raw material price at which profit is 0; for waste, what may at most be paid for it. */
	readonly breakEvenRawMaterialPrice: number | null;
	/** Value added if the raw material were free. */
	readonly residualValue: number | null;
	readonly familyLabour: HayamiFamilyLabour | null;
	/** Below 15 % low, 15 to 40 % medium, above 40 % high (Reyne in Hubeis 1997). */
	readonly valueAddedClass: 'negative' | 'low' | 'medium' | 'high' | null;
	/** Labour share above profit share of value added: labour-intensive, else capital-intensive. */
	readonly orientation: 'labour-intensive' | 'capital-intensive' | null;
}
