/** Names and units of a product as sentences need them: never empty, so that a question always reads as one. */
import type { SheetProduct } from '#inputs/value-added-sheet.ts';
import { labourUnitText } from '#reports/labour-unit.ts';
import { m } from '#words/messages.js';

/** The product's name, or its number while it has none. */
export function productName(product: SheetProduct | undefined, index: number): string {
	return product?.name.trim() || m.worksheet_product_number({ number: index + 1 });
}

/** Words for questions: what is made, from what, in which units. */
export function productWords(product: SheetProduct): {
	product: string;
	material: string;
	outputUnit: string;
	rawUnit: string;
	labourUnit: string;
} {
	return {
		product: product.name.trim().toLowerCase() || m.worksheet_product_default(),
		material: product.rawMaterialName.trim() || m.worksheet_material_default(),
		outputUnit: product.outputUnit.trim() || 'kg',
		rawUnit: product.rawMaterialUnit.trim() || 'kg',
		labourUnit: labourUnitText(product.labourUnit),
	};
}
