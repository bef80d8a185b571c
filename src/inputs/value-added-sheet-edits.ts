/** What a person does to a sheet. Every edit gives a new sheet; the old one stays for "undo". */
import type { HayamiInputKey } from '#methods/value-added/hayami-rows.ts';
import {
	emptyLine,
	emptyProduct,
	mostProducts,
	type SheetLine,
	type SheetProduct,
	type ValueAddedSheet,
} from './value-added-sheet.ts';

/** The sheet with one product changed. */
export function withProduct(
	sheet: ValueAddedSheet,
	index: number,
	change: (product: SheetProduct) => SheetProduct,
): ValueAddedSheet {
	return {
		...sheet,
		products: sheet.products.map((product, at) => (at === index ? change(product) : product)),
	};
}

/** The sheet with one input cell's text replaced. */
export function withCell(
	sheet: ValueAddedSheet,
	index: number,
	key: HayamiInputKey,
	text: string,
): ValueAddedSheet {
	return withProduct(sheet, index, (product) => ({ ...product, cells: { ...product.cells, [key]: text } }));
}

/** The sheet with one more product, in the units of the last one; unchanged when it already holds the most. */
export function withNewProduct(sheet: ValueAddedSheet): ValueAddedSheet {
	if (sheet.products.length >= mostProducts) return sheet;
	const last = sheet.products.at(-1);
	const product = last
		? {
				...emptyProduct(),
				rawMaterialName: last.rawMaterialName,
				rawMaterialUnit: last.rawMaterialUnit,
				outputUnit: last.outputUnit,
				labourUnit: last.labourUnit,
			}
		: emptyProduct();
	return { ...sheet, products: [...sheet.products, product] };
}

/** The sheet without one product; the last product is emptied and not removed. */
export function withoutProduct(sheet: ValueAddedSheet, index: number): ValueAddedSheet {
	const products = sheet.products.filter((_, at) => at !== index);
	return { ...sheet, products: products.length > 0 ? products : [emptyProduct()] };
}

/** The sheet with one cost line changed, added (at the end) or, with null, removed. */
export function withLine(
	sheet: ValueAddedSheet,
	index: number,
	line: number,
	change: Partial<SheetLine> | null,
): ValueAddedSheet {
	return withProduct(sheet, index, (product) => {
		const lines = [...product.otherInputLines];
		if (change === null) lines.splice(line, 1);
		else lines[Math.min(line, lines.length)] = { ...(lines[line] ?? emptyLine()), ...change };
		return { ...product, otherInputLines: lines };
	});
}

/** The row's cells from a product to the right take that product's text, as "fill right" does in a spreadsheet. */
export function filledRight(sheet: ValueAddedSheet, from: number, key: HayamiInputKey): ValueAddedSheet {
	const text = sheet.products[from]?.cells[key] ?? '';
	return {
		...sheet,
		products: sheet.products.map((product, at) =>
			at > from ? { ...product, cells: { ...product.cells, [key]: text } } : product,
		),
	};
}
