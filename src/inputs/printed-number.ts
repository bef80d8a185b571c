/** A cell whose reading a person should see: read in one of several ways, repaired, or refused. */
export interface Doubt {
	readonly code: string;
	readonly table: string;
	readonly cell: string;
	readonly text: string;
	/** What was used; null when the cell was left out. */
	readonly value: number | null;
	readonly alternatives: readonly { readonly value: number; readonly text: string }[];
}

export type { PrintedNumber } from '#methods/table-check/printed.ts';
