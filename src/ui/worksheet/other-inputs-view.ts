/** Row 9 as the drawer shows it: each line's cost per process, the groups, their sum and the divisor. */
import { hasLines } from '#inputs/value-added-sheet.ts';
import type { HayamiOtherInputGroup } from '#methods/value-added/hayami.ts';
import { resultOf, type ComputedSheet } from './computed-sheet.ts';

export interface OtherInputsView {
	/** Rp as typed, per process or per month as the line says; null where a figure is missing. */
	readonly lineCosts: readonly (number | null)[];
	readonly groups: readonly HayamiOtherInputGroup[];
	/** Rp per process, of the groups that the scope counts; null without lines or when one is not known. */
	readonly total: number | null;
	/** Raw material per process. */
	readonly divisor: number | null;
	/** Rp per unit of raw material: row 9. */
	readonly perRawMaterial: number | null;
	/** A monthly cost stands there, and nobody said how many processes a month has. */
	readonly monthlyWithoutProcesses: boolean;
}

/** What the drawer of one product shows. */
export function otherInputsOf(computed: ComputedSheet, index: number): OtherInputsView {
	const product = computed.sheet.products[index];
	const readings = computed.reading.cells[index];
	const result = resultOf(computed, index);
	const lineCosts =
		readings?.lines.map(({ quantity, unitPrice }) => {
			if (quantity.status === 'empty') return unitPrice.value;
			return quantity.value === null || unitPrice.value === null ? null : quantity.value * unitPrice.value;
		}) ?? [];
	const groups = product && hasLines(product) ? (result?.otherInputGroups ?? []) : [];
	const counted = groups.filter((group) => group.inScope).map((group) => group.perProcess);
	const total =
		counted.length === 0 || counted.includes(null)
			? null
			: counted.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
	return {
		lineCosts,
		groups,
		total,
		divisor: readings?.cells.rawMaterial.value ?? null,
		perRawMaterial: result?.otherInputs ?? null,
		monthlyWithoutProcesses:
			(product?.otherInputLines.some((line) => line.per === 'month' && line.unitPrice.trim() !== '') ??
				false) &&
			readings?.processesPerMonth.value == null,
	};
}
