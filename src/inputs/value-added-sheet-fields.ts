/** The names of the sheet's fields in a form. Apart from reading a form, so that a page carries the names alone. */
import type { RangeKey } from './value-added-sheet.ts';

/** Inputs with a range, in the order in which a person is asked for them. */
export const rangeKeys: readonly RangeKey[] = [
	'outputPrice',
	'conversionFactor',
	'otherInputs',
	'rawMaterialPrice',
	'wage',
];

/** The name of a product's field in a form: `p0.wage`. */
export function fieldName(product: number, field: string): string {
	return `p${product}.${field}`;
}

/** The name of a cost line's field in a form: `p0.line2.unitPrice`. */
export function lineFieldName(product: number, line: number, field: string): string {
	return `p${product}.line${line}.${field}`;
}
