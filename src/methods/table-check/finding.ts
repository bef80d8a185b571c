/**
 * What a table check says of one printed figure (or of the table as a whole, for `odd`).
 * Neutral by design: it describes the number, never the author.
 */
export type Verdict = 'match' | 'rounding' | 'differs' | 'uncheckable' | 'odd';

/** How a printed figure was reached from the exact one. */
export type RoundingMode =
	'exact' | 'half-up' | 'half-even' | 'truncated' | 'rounded-up' | 'rounded-operands' | 'coarse';

/** One "would match if": a hypothesis, simplest first, never a claim about what happened. */
export interface WouldMatchIf {
	readonly kind:
		| 'divisor'
		| 'input'
		| 'power-of-ten'
		| 'swapped-digits'
		| 'one-digit'
		| 'variant'
		| 'missing-cost-group'
		| 'stale-result';
	/** The key that would have another value: `rawMaterialPrice`, `divisor`, a cost group's name. */
	readonly at: string;
	readonly value: number;
	readonly params?: Readonly<Record<string, string | number>>;
}

export interface Finding {
	/** Why it stands here: `formula`, `percentage-over-100`, `mixed-scale`, `mixed-labour-units`, ... */
	readonly code: string;
	/** The figure's key, for example `valueAdded`; a cost item's name for cost tables. */
	readonly row: string;
	/** The product, or the column's heading. */
	readonly column: string;
	/** The row's label as printed. */
	readonly label: string;
	readonly cell?: string;
	readonly table?: string;
	readonly printed: number | null;
	readonly printedText?: string;
	readonly expected: number | null;
	readonly decimals?: number;
	readonly verdict: Verdict;
	readonly rounding?: RoundingMode;
	/** In keys, `outputValue - rawMaterialPrice - otherInputs`, with the values used beside it. */
	readonly formula: string;
	readonly operands: readonly { readonly id: string; readonly value: number | null }[];
	readonly wouldMatchIf: readonly WouldMatchIf[];
	/** Keys of printed figures that follow from this one and would change with it, with their corrected values. */
	readonly follows?: readonly {
		readonly row: string;
		readonly printed: number;
		readonly corrected: number;
	}[];
	readonly params?: Readonly<Record<string, string | number>>;
}

/** What the differences do to the table's own conclusion: which product leads, before and after. */
export interface ConclusionEffect {
	readonly measure: string;
	readonly printedBest: string;
	readonly recomputedBest: string;
	readonly bestChanges: boolean;
	readonly orderChanges: boolean;
}
