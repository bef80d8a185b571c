/**
 * A value-added study: one or more products worked out side by side.
 * The same shape comes from a file, a paste, a form and the command line.
 */
import type { HayamiInput } from '#methods/value-added/hayami.ts';

export interface StudyProduct {
	readonly name: string;
	/** Name of the raw material, for sentences: `ampas kelapa`; empty when unknown. */
	readonly rawMaterialName: string;
	/** `kg`, `l` ... */
	readonly rawMaterialUnit: string;
	readonly outputUnit: string;
	/** `HOK`, `orang`, `jam` ... as the source counts labour. */
	readonly labourUnit: string;
	readonly input: HayamiInput;
	/** How many such processes a month, when known; for monthly comparison. */
	readonly processesPerMonth: number | null;
}

export interface ValueAddedStudy {
	readonly title: string;
	/** Where the numbers come from, printed under every table and chart. */
	readonly source: string;
	readonly products: readonly StudyProduct[];
}
