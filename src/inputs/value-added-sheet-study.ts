/** From a study (a file, a paste) back to a sheet that can be typed on: numbers as texts that read back the same. */
import type { HayamiInputKey } from '#methods/value-added/hayami-rows.ts';
import type { OtherInputLine } from '#methods/value-added/hayami.ts';
import type { PrintedProduct, PrintedTables } from '#methods/table-check/printed.ts';
import { plainNumberText } from './plain-number-text.ts';
import {
	emptyProduct,
	emptySheet,
	mostProducts,
	sheetInputKeys,
	type SheetLine,
	type SheetProduct,
	type ValueAddedSheet,
} from './value-added-sheet.ts';
import type { StudyProduct, ValueAddedStudy } from './value-added-study.ts';

const text = (value: number | null | undefined): string => (value == null ? '' : plainNumberText(value));

function sheetLine(line: OtherInputLine): SheetLine {
	const counted = line.quantity != null && line.unitPrice != null;
	return {
		name: line.name,
		group: line.group,
		quantity: counted ? text(line.quantity) : '',
		unit: line.unit ?? '',
		unitPrice: counted ? text(line.unitPrice) : text(line.cost),
		per: line.per ?? 'process',
	};
}

function sheetProduct({ input, ...product }: StudyProduct): SheetProduct {
	const empty = emptyProduct();
	return {
		...empty,
		name: product.name,
		rawMaterialName: product.rawMaterialName,
		rawMaterialUnit: product.rawMaterialUnit || empty.rawMaterialUnit,
		outputUnit: product.outputUnit || empty.outputUnit,
		labourUnit: product.labourUnit || empty.labourUnit,
		cells: Object.fromEntries(
			sheetInputKeys.map((key) => [key, text(input[key as HayamiInputKey])]),
		) as SheetProduct['cells'],
		otherInputLines: (input.otherInputLines ?? []).map(sheetLine),
		processesPerMonth: text(product.processesPerMonth),
	};
}

/** The sheet of a study; at most twelve products. */
export function sheetFromStudy(study: ValueAddedStudy): ValueAddedSheet {
	const products = study.products.slice(0, mostProducts).map(sheetProduct);
	const [first] = study.products;
	return {
		...emptySheet(),
		title: study.title,
		source: study.source,
		scope: first?.input.otherInputsScope ?? 'all-operating',
		otherInputsBasis: first?.input.otherInputsBasis ?? 'raw-material',
		products: products.length > 0 ? products : [emptyProduct()],
	};
}

function printedProduct(product: PrintedProduct): SheetProduct {
	return {
		...emptyProduct(),
		name: product.name,
		cells: Object.fromEntries(
			sheetInputKeys.map((key) => [key, text(product.figures[key]?.value)]),
		) as SheetProduct['cells'],
	};
}

/** The sheet of printed tables that do not make a whole study: what is there is kept, what is missing stays empty. */
export function sheetFromTables(tables: PrintedTables): ValueAddedSheet | null {
	const products = tables.hayami.flatMap((table) => table.products).slice(0, mostProducts);
	return products.length === 0
		? null
		: { ...emptySheet(), title: tables.title, products: products.map(printedProduct) };
}
