/** What a Hayami table is worked out from: the seven plain figures, and what may stand in their place. */

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
